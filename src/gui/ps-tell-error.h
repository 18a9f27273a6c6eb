/* ps-tell-error.h: says on a page that reading something for it failed, and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-session.h"

G_BEGIN_DECLS

/* In passing, by the window that `from` is in (ps-navigator.h). Nothing is said of what was cancelled. */
void ps_tell_error (GtkWidget *from, PsSession *session, const GError *error);

G_END_DECLS
