/* ps-menu-later.h: a menu button whose menu is made when it is first opened
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A menu's widgets take longer to make than the button, its chart or its table; most are never opened.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ps_menu_later_new (const char *icon_name, GMenuModel *menu);   /* a GtkMenuButton (transfer floating); keeps `menu` */

G_END_DECLS
