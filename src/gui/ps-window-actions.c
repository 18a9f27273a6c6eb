/* ps-window-actions.c: what the window can be told to do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-actions"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>

#include "ps-actions.h"
#include "region/ps-region-form.h"
#include "report/ps-report-dialog.h"

static void
go_open (PsWindow *self, gpointer data)
{
  _ps_window_choose_region (self);
}

static void
on_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_leave (PS_WINDOW (widget), TRUE, go_open, NULL, NULL, NULL);
}

static void
go_open_recent (PsWindow *self, gpointer path)
{
  ps_window_open_region (self, path);
}

static void
on_open_recent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_leave (PS_WINDOW (widget), TRUE, go_open_recent, NULL, g_variant_dup_string (parameter, NULL), g_free);
}

static void
go_new (PsWindow *self, gpointer data)
{
  _ps_window_create_region (self);
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_leave (PS_WINDOW (widget), TRUE, go_new, NULL, NULL, NULL);
}

static void
on_demo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_open_demo (PS_WINDOW (widget));
}

static void
go_to_welcome (PsWindow *self, gpointer data)
{
  ps_session_close (self->session);
}

static void
on_welcome_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_leave (PS_WINDOW (widget), TRUE, go_to_welcome, NULL, NULL, NULL);
}

static void
on_import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_choose_imports (PS_WINDOW (widget));
}

static void
on_region_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = ps_window_get_page (PS_WINDOW (widget));

  /* From the page, so that what was done can be taken back from a toast over it. */
  ps_region_form_present (page != NULL ? page : widget, PS_WINDOW (widget)->session);
}

static void
on_report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = ps_window_get_page (PS_WINDOW (widget));

  ps_report_dialog_open (page != NULL ? page : widget, PS_WINDOW (widget)->session, NULL);
}

static void
on_reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_session_reload (PS_WINDOW (widget)->session);
}

static void
on_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_ask_section (PS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_ask_back (PS_WINDOW (widget));
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = ps_window_get_page (PS_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (page, "page.filter", NULL);
}

static void
on_new_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = ps_window_get_page (PS_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (page, "page.new", NULL);
}

static void
on_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_search (PS_WINDOW (widget));
}

static void
on_step_year_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_window_step_year (PS_WINDOW (widget), g_str_equal (name, "win.later-year") ? 1 : -1);
}

static void
on_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (PS_WINDOW (widget)->menu_button));
}

static void
on_shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = ps_actions_shortcuts_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_about_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_show_about_window (
      GTK_WINDOW (widget), "application-name", "Peilstok", "application-icon", "org.peilstok.Peilstok", "version", PS_VERSION,
      "comments", _("Settles a region’s youth care contracts to the cent: from its files to every provider’s settlement."),
      "developer-name", _("The Peilstok contributors"), "license", _("European Union Public Licence 1.2 (EUPL-1.2)"), NULL);
}

static void
on_close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
_ps_window_class_install_actions (PsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, on_open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", on_open_recent_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, on_new_cb);
  gtk_widget_class_install_action (widget_class, "win.demo", NULL, on_demo_cb);
  gtk_widget_class_install_action (widget_class, "win.welcome", NULL, on_welcome_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, on_import_cb);
  gtk_widget_class_install_action (widget_class, "win.region", NULL, on_region_cb);
  gtk_widget_class_install_action (widget_class, "win.report", NULL, on_report_cb);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, on_reload_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", on_page_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back_cb);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "win.new-item", NULL, on_new_item_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search_cb);
  gtk_widget_class_install_action (widget_class, "win.earlier-year", NULL, on_step_year_cb);
  gtk_widget_class_install_action (widget_class, "win.later-year", NULL, on_step_year_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, on_menu_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, on_about_cb);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, on_close_cb);
  gtk_widget_class_install_property_action (widget_class, "win.sidebar", "sidebar-visible");
  _ps_window_class_install_undo (widget_class);
}

void
_ps_window_update_actions (PsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = ps_session_get_settled (self->session) != NULL;
  gboolean writable = open && !ps_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (widget, "win.welcome", open);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.region", writable);
  gtk_widget_action_set_enabled (widget, "win.report", open);
  gtk_widget_action_set_enabled (widget, "win.reload", open);
  gtk_widget_action_set_enabled (widget, "win.page", open);
  gtk_widget_action_set_enabled (widget, "win.back", open && self->history->len > 1);
  gtk_widget_action_set_enabled (widget, "win.filter", open);
  gtk_widget_action_set_enabled (widget, "win.new-item", writable);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.earlier-year", open);
  gtk_widget_action_set_enabled (widget, "win.later-year", open);
  gtk_widget_action_set_enabled (widget, "win.sidebar", open);
}
