/* figures.h: what the programs of the benchmarks print: a line a figure, its name, a tab, seconds
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void figures_print   (const char *name, gint64 microseconds);
void figures_print_of (const char *page, const char *what, gint64 microseconds);    /* "page: what" */
void figures_check   (gboolean ok, const GError *error);                /* whatever fails ends the benchmark */
int  figures_compare (gconstpointer a, gconstpointer b);                /* gint64, the shortest time first */

G_END_DECLS
