/* ps-print-pages.h: pages that a worker made, painted onto a printer's own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GPtrArray of cairo_surface_t of A4 in points, margins and all (transfer full). GTK's own dialog asks for the printer; `name` is of the job and of what is
 * said afterwards over the window of `parent`, which may be gone by then. path: into a file instead, for tests; NULL: a printer. */
void ps_print_pages (GtkWidget *parent, GPtrArray *pages, const char *name, const char *path);

G_END_DECLS
