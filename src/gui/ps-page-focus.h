/* ps-page-focus.h: where the focus goes when a page is opened
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean ps_page_focus_first (GtkWidget *page, GtkDirectionType direction, GtkWidget *first);

G_END_DECLS
