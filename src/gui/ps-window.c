/* ps-window.c: the window: header bar, sidebar, and one page at a time
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * stage ─ welcome | working | region ─ flap ─ sidebar
 *                                           └ pages: the history, of which the last is shown
 */
#define G_LOG_DOMAIN "peilstok-window"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>

#include "ps-drop-down.h"
#include "ps-error-text.h"
#include "ps-navigator.h"
#include "ps-recent.h"

#define TOAST_COMES_MS 600 /* longer than a toast takes to come up */

enum
{
  PROP_0,
  PROP_SIDEBAR_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void ps_window_navigator_init (PsNavigatorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsWindow, ps_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_NAVIGATOR, ps_window_navigator_init))

/* What pages ask of the window */

static void
ps_window_push (PsNavigator *navigator, GtkWidget *page, const char *title)
{
  _ps_window_push_page (PS_WINDOW (navigator), page, title);
}

static void
ps_window_tell (PsNavigator *navigator, const char *text)
{
  _ps_window_tell (PS_WINDOW (navigator), text);
}

static void
ps_window_tell_undoable (PsNavigator *navigator, const char *text, gint64 record)
{
  _ps_window_tell_undoable (PS_WINDOW (navigator), text, record);
}

static void
ps_window_tell_made (PsNavigator *navigator, const char *text, GFile *made)
{
  _ps_window_tell_made (PS_WINDOW (navigator), text, made);
}

static void
ps_window_navigator_init (PsNavigatorInterface *iface)
{
  iface->push = ps_window_push;
  iface->tell = ps_window_tell;
  iface->tell_undoable = ps_window_tell_undoable;
  iface->tell_made = ps_window_tell_made;
}

static void
on_toast_dismissed_cb (AdwToast *toast, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

static void
replace_toast (PsWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_at = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
on_toast_may_go_cb (gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  self->toast_timer = 0;
  if (self->toasts != NULL && self->next_toast != NULL)
    replace_toast (self, g_steal_pointer (&self->next_toast));
  return G_SOURCE_REMOVE;
}

/* What is said later is said almost at once: it does not wait until what was said before it is gone. Not before that one has come up
 * altogether, though: libadwaita 1.2 crashes where a toast is dismissed that is still on its way. */
void
_ps_window_show_toast (PsWindow *self, AdwToast *toast)
{
  gint64 shown_for = (g_get_monotonic_time () - self->toast_at) / 1000;

  g_clear_object (&self->next_toast);
  if (self->toast == NULL || shown_for >= TOAST_COMES_MS)
    {
      g_clear_handle_id (&self->toast_timer, g_source_remove);
      replace_toast (self, toast);
      return;
    }
  self->next_toast = toast;
  if (self->toast_timer == 0)
    self->toast_timer = g_timeout_add ((guint) (TOAST_COMES_MS - shown_for), on_toast_may_go_cb, self);
}

void
_ps_window_tell (PsWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  /* Something that was asked of a window that is closed meanwhile. */
  if (self->toasts == NULL)
    return;
  _ps_window_show_toast (self, adw_toast_new (escaped));
}

/* What the session says */

static void
on_session_opened_cb (PsSession *session, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  _ps_window_drop_pages (self);
  if (ps_session_get_path (session) == NULL)
    {
      _ps_window_show_region (self);
      _ps_window_show_welcome (self, NULL, NULL);
    }
}

static void
on_session_settled_cb (PsSession *session, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  _ps_window_show_region (self);
  if (self->history->len == 0)
    _ps_window_show_section (self, NULL);
  gtk_stack_set_visible_child_name (self->stage, "region");
  _ps_window_watch_first_page (self);
}

static void
on_session_failed_cb (PsSession *session, const GError *error, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);
  g_autofree char *text = ps_error_text (error, ps_session_get_path (session));

  _ps_window_tell (self, text);
}

static void
on_session_year_changed_cb (GObject *session, GParamSpec *pspec, gpointer user_data)
{
  _ps_window_show_region (PS_WINDOW (user_data));
}

/* What the widgets say */

static void
on_sidebar_row_selected_cb (GtkListBox *sidebar, GtkListBoxRow *row, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  if (row != NULL && self->history->len > 0 && !self->choosing_section)
    _ps_window_ask_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* A click on the section that is shown already leads back from its detail to its list. */
static void
on_sidebar_row_activated_cb (GtkListBox *sidebar, GtkListBoxRow *row, gpointer user_data)
{
  _ps_window_ask_section (PS_WINDOW (user_data), gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
on_year_selected_cb (GtkDropDown *year, GParamSpec *pspec, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);
  const GArray *years = ps_session_get_years (self->session);
  guint place = gtk_drop_down_get_selected (year);

  if (self->choosing_year || years == NULL || place >= years->len)
    return;
  /* The latest year is at the top of the list. */
  _ps_window_ask_year (self, g_array_index (years, int, years->len - 1 - place));
}

static void
on_flap_revealed_cb (AdwFlap *flap, GParamSpec *pspec, gpointer user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_SIDEBAR_VISIBLE]);
}

static void
on_active_changed_cb (GtkWindow *window, GParamSpec *pspec, gpointer user_data)
{
  if (gtk_window_is_active (window))
    ps_session_check (PS_WINDOW (window)->session);
}

static void
on_cancel_clicked_cb (GtkButton *button, gpointer user_data)
{
  _ps_window_cancel_work (PS_WINDOW (user_data));
}

/* Size and place */

static void
restore_size (PsWindow *self)
{
  GSettings *settings = ps_settings_get ();

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (settings, "sidebar-visible"));
}

static void
save_size (PsWindow *self)
{
  GSettings *settings = ps_settings_get ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (settings, "sidebar-visible", adw_flap_get_reveal_flap (self->flap));
}

static gboolean
ps_window_close_request (GtkWindow *window)
{
  if (_ps_window_keep_open (PS_WINDOW (window)))
    return GDK_EVENT_STOP;
  save_size (PS_WINDOW (window));
  return GTK_WINDOW_CLASS (ps_window_parent_class)->close_request (window);
}

static void
ps_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  /* GTK asks for the state of win.sidebar before the template has been built. */
  AdwFlap *flap = PS_WINDOW (object)->flap;

  if (id == PROP_SIDEBAR_VISIBLE)
    g_value_set_boolean (value, flap != NULL && adw_flap_get_reveal_flap (flap));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ps_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SIDEBAR_VISIBLE)
    adw_flap_set_reveal_flap (PS_WINDOW (object)->flap, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ps_window_dispose (GObject *object)
{
  PsWindow *self = PS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  _ps_window_cancel_work (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_WINDOW);
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  g_clear_object (&self->next_toast);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_handle_id (&self->returning_focus, g_source_remove);
  g_clear_handle_id (&self->looking_for_focus, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ps_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsWindow, toasts);
  gtk_widget_class_bind_template_child (class, PsWindow, title);
  gtk_widget_class_bind_template_child (class, PsWindow, drop_hint);
  gtk_widget_class_bind_template_child (class, PsWindow, overlay);
  gtk_widget_class_bind_template_child (class, PsWindow, sidebar_button);
  gtk_widget_class_bind_template_child (class, PsWindow, back_button);
  gtk_widget_class_bind_template_child (class, PsWindow, search_button);
  gtk_widget_class_bind_template_child (class, PsWindow, menu_button);
  gtk_widget_class_bind_template_child (class, PsWindow, year);
  gtk_widget_class_bind_template_child (class, PsWindow, notice);
  gtk_widget_class_bind_template_child (class, PsWindow, notice_label);
  gtk_widget_class_bind_template_child (class, PsWindow, stage);
  gtk_widget_class_bind_template_child (class, PsWindow, working_title);
  gtk_widget_class_bind_template_child (class, PsWindow, working_bar);
  gtk_widget_class_bind_template_child (class, PsWindow, working_what);
  gtk_widget_class_bind_template_child (class, PsWindow, working_cancel);
  gtk_widget_class_bind_template_child (class, PsWindow, flap);
  gtk_widget_class_bind_template_child (class, PsWindow, sidebar);
  gtk_widget_class_bind_template_child (class, PsWindow, region_status);
  gtk_widget_class_bind_template_child (class, PsWindow, pages);
  gtk_widget_class_bind_template_child (class, PsWindow, undo_menu);
}

static void
ps_window_class_init (PsWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = ps_window_dispose;
  object_class->get_property = ps_window_get_property;
  object_class->set_property = ps_window_set_property;
  GTK_WINDOW_CLASS (class)->close_request = ps_window_close_request;

  properties[PROP_SIDEBAR_VISIBLE] = g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE,
                                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (class), "/org/peilstok/Peilstok/ui/ps-window.ui");
  bind_children (GTK_WIDGET_CLASS (class));
  _ps_window_class_install_actions (class);
}

static void
connect_signals (PsWindow *self)
{
  g_signal_connect (self->session, "opened", G_CALLBACK (on_session_opened_cb), self);
  g_signal_connect (self->session, "settled", G_CALLBACK (on_session_settled_cb), self);
  g_signal_connect (self->session, "failed", G_CALLBACK (on_session_failed_cb), self);
  g_signal_connect (self->session, "notify::year", G_CALLBACK (on_session_year_changed_cb), self);
  g_signal_connect_object (self->sidebar, "row-selected", G_CALLBACK (on_sidebar_row_selected_cb), self, 0);
  g_signal_connect_object (self->sidebar, "row-activated", G_CALLBACK (on_sidebar_row_activated_cb), self, 0);
  g_signal_connect_object (self->year, "notify::selected", G_CALLBACK (on_year_selected_cb), self, 0);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_flap_revealed_cb), self, 0);
  g_signal_connect_object (self->working_cancel, "clicked", G_CALLBACK (on_cancel_clicked_cb), self, 0);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed_cb), NULL);
}

static void
ps_window_init (PsWindow *self)
{
  self->session = ps_session_new ();
  self->cancellable = g_cancellable_new ();
  self->history = _ps_window_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ps_drop_down_set_name (self->year, _("Year"));
  connect_signals (self);
  restore_size (self);
  _ps_window_fill_sidebar (self);
  _ps_window_watch_counts (self);
  _ps_window_accept_drops (self);
  _ps_window_watch_undo (self);
  _ps_window_watch_focus (self);
  _ps_window_update_actions (self);
}

GtkWidget *
ps_window_new (GtkApplication *application)
{
  return g_object_new (PS_TYPE_WINDOW, "application", application, NULL);
}

PsSession *
ps_window_get_session (PsWindow *self)
{
  g_return_val_if_fail (PS_IS_WINDOW (self), NULL);

  return self->session;
}
