/* ps-menu-later.c: a menu button whose menu is made when it is first opened
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-menu-later"

#include "ps-menu-later.h"

static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

GtkWidget *
ps_menu_later_new (const char *icon_name, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu, g_object_ref (menu), g_object_unref);
  return button;
}
