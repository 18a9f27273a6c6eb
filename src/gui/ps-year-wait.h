/* ps-year-wait.h: going on when the figures of another year are there
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-session.h"

G_BEGIN_DECLS

typedef void (*PsYearThere) (gpointer owner, gpointer data);

/* Makes it the session's year and calls `there` once its figures are: at once where they are already; never where that fails, where another
 * year is chosen meanwhile, or `owner` (a GObject) is gone by then. `free_data` in every case. */
void ps_year_wait (PsSession *session, int year, gpointer owner, PsYearThere there, gpointer data, GDestroyNotify free_data);

G_END_DECLS
