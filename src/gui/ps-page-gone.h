/* ps-page-gone.h: a page whose thing is not there any more
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gone: the window goes back, at once where the page is shown, else when somebody comes back to it. FALSE: it is there (again, by
 * undo). */
void ps_page_set_gone (GtkWidget *page, gboolean gone);

G_END_DECLS
