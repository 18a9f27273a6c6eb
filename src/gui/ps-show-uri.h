/* ps-show-uri.h: a file, a folder or an address, in the program that the desktop has for it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over the window that `from` is in; what cannot be opened is told there (ps-navigator.h). */
void ps_show_uri  (GtkWidget *from, const char *uri);
void ps_show_file (GtkWidget *from, GFile *file);

G_END_DECLS
