/* ps-alerts-card.c: the signals as they are looked at
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-alerts-card"

#include "ps-alerts-card.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-navigator.h"
#include "ps-alert-open.h"
#include "ps-alerts-page.h"
#include "ps-snooze-dialog.h"

struct _PsAlertsCard
{
  AdwBin parent_instance;

  PsSession *session;
  PsOverviewData *data; /* NULL: nothing is known */
  guint most;           /* 0: all */
  PsWhichAlerts which;
  PsTable *table;
  GtkLabel *note; /* of a short card: how many there are */
  GtkWidget *aside;
  GtkWidget *all;
};

G_DEFINE_FINAL_TYPE (PsAlertsCard, ps_alerts_card, ADW_TYPE_BIN)

/* The only row that is selected; NULL: none, or several. */
static const PsAlertsRow *
get_row (PsAlertsCard *self)
{
  g_autoptr (GPtrArray) selected = ps_table_get_selected (self->table);

  return selected->len == 1 ? ps_table_row_get_data (g_ptr_array_index (selected, 0)) : NULL;
}

/* Of that row the alert as it is now; NULL: it stands for several. */
static const PsAlert *
get_alert (PsAlertsCard *self)
{
  const PsAlertsRow *row = get_row (self);

  return row != NULL && row->key != NULL ? ps_alerts_table_find (self->data, row->key) : NULL;
}

static void
update_actions (PsAlertsCard *self)
{
  gboolean writable = !ps_session_is_read_only (self->session), several;
  const PsAlertsRow *row;
  const PsAlert *alert;

  if (self->table == NULL)
    return;
  row = get_row (self);
  several = row != NULL && row->key == NULL;
  alert = get_alert (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signal.open", several || alert != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signal.aside", writable && alert != NULL && !alert->snoozed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signal.wake", writable && alert != NULL && alert->snoozed);
  if (self->aside != NULL)
    gtk_widget_set_tooltip_text (self->aside, several
                                                  ? _("Several signals cannot be put aside at once: open them, and choose one")
                                                  : _("Until a day, with a reason (Delete)"));
}

/* Showing */

/* "8 of 11 signals, most urgent first; 2 put aside" */
static char *
note_of (guint n_shown, guint n_open, guint n_aside)
{
  g_autofree char *shown = ps_format_count (n_shown), *open = ps_format_count (n_open), *aside = ps_format_count (n_aside);
  GString *text = g_string_new (NULL);

  if (n_shown < n_open)
    g_string_append_printf (text, ngettext ("%s of %s signal, most urgent first", "%s of %s signals, most urgent first", n_open),
                            shown, open);
  else
    g_string_append_printf (text, ngettext ("%s signal", "%s signals, most urgent first", n_open), open);
  if (n_aside > 0)
    {
      g_string_append (text, "; ");
      /* Translators: signals that somebody put aside until a day */
      g_string_append_printf (text, ngettext ("%s put aside", "%s put aside", n_aside), aside);
    }
  return g_string_free (text, FALSE);
}

static void
show_note (PsAlertsCard *self, guint n_shown)
{
  guint n_aside = ps_alerts_count (self->data, TRUE);
  g_autofree char *note = self->data != NULL ? note_of (n_shown, ps_alerts_count (self->data, FALSE), n_aside) : NULL;

  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->all, self->data != NULL && self->data->alerts->len > 0);
}

static void
show (PsAlertsCard *self)
{
  guint n_shown = 0;
  g_autoptr (GPtrArray) rows =
      self->most > 0 ? ps_alerts_table_mix (self->data, self->most, &n_shown) : ps_alerts_table_rows (self->data, self->which);

  if (self->data != NULL && rows->len == 0 && self->which != PS_WHICH_ALERTS_ASIDE)
    ps_table_set_empty (
        self->table, _("Nothing needs attention"),
        _("Signals appear here when a forecast, letter, contract, tariff, peildatum or settlement asks for it."));
  else if (self->data != NULL)
    ps_table_set_empty (self->table, _("No such signal"), _("Change the filter to see the others."));
  ps_table_set_column_visible (self->table, PS_ALERTS_ASIDE, self->which != PS_WHICH_ALERTS_OPEN);
  ps_table_set_rows (self->table, rows);
  if (self->most > 0)
    show_note (self, n_shown);
  update_actions (self);
}

/* While there are no rows the card itself takes the focus of a page that is opened; then they have it. */
static void
pass_focus (PsAlertsCard *self)
{
  gboolean has_rows = ps_table_get_n_shown (self->table) > 0;

  if (has_rows && gtk_widget_is_focus (GTK_WIDGET (self)))
    ps_table_focus_rows (self->table);
  gtk_widget_set_focusable (GTK_WIDGET (self), !has_rows);
}

void
ps_alerts_card_set (PsAlertsCard *self, PsOverviewData *data)
{
  g_return_if_fail (PS_IS_ALERTS_CARD (self));

  if (data != NULL)
    ps_overview_data_ref (data);
  g_clear_pointer (&self->data, ps_overview_data_unref);
  self->data = data;
  show (self);
  pass_focus (self);
}

void
ps_alerts_card_set_which (PsAlertsCard *self, PsWhichAlerts which)
{
  g_return_if_fail (PS_IS_ALERTS_CARD (self));

  self->which = which;
  show (self);
}

void
ps_alerts_card_set_none (PsAlertsCard *self, const char *none, const char *why)
{
  g_return_if_fail (PS_IS_ALERTS_CARD (self));

  ps_table_set_empty (self->table, none, why);
  ps_alerts_card_set (self, NULL);
}

PsTable *
ps_alerts_card_get_table (PsAlertsCard *self)
{
  g_return_val_if_fail (PS_IS_ALERTS_CARD (self), NULL);

  return self->table;
}

/* What the user does */

static void
open_row (PsAlertsCard *self, const PsAlertsRow *row)
{
  const PsAlert *alert = row != NULL && row->key != NULL ? ps_alerts_table_find (self->data, row->key) : NULL;

  if (alert != NULL)
    ps_alert_open (GTK_WIDGET (self), self->session, self->data, alert);
  else if (row != NULL && row->key == NULL)
    ps_navigator_push (GTK_WIDGET (self), ps_alerts_page_new_of_kind (self->session, row->kind), _("Signals"));
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, PsAlertsCard *self)
{
  open_row (self, ps_table_row_get_data (row));
}

static void
on_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_row (PS_ALERTS_CARD (widget), get_row (PS_ALERTS_CARD (widget)));
}

/* A key may ask for what is off: nothing is done then. */
static void
on_aside_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAlertsCard *self = PS_ALERTS_CARD (widget);
  const PsAlert *alert = get_alert (self);

  if (alert != NULL && !alert->snoozed && !ps_session_is_read_only (self->session))
    ps_snooze_dialog_present (widget, self->session, self->data, alert);
}

static void
on_wake_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAlertsCard *self = PS_ALERTS_CARD (widget);
  const PsAlert *alert = get_alert (self);

  if (alert != NULL && alert->snoozed && !ps_session_is_read_only (self->session))
    ps_snooze_wake (widget, self->session, self->data, alert);
}

static void
on_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_navigator_push (widget, ps_alerts_page_new (PS_ALERTS_CARD (widget)->session), _("Signals"));
}

/* Making */

static GMenuModel *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Open"), "signal.open");
  g_menu_append (menu, _("Put _Aside…"), "signal.aside");
  g_menu_append (menu, _("_Bring Back"), "signal.wake");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GtkWidget *
make_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "use-underline", TRUE, "action-name", action, "valign",
                                    GTK_ALIGN_CENTER, "tooltip-text", tooltip, NULL);

  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_header (PsAlertsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Needs Attention"), "xalign", 0.0, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "heading");
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "numeric");
  self->aside = make_button (_("Put _Aside…"), "signal.aside", NULL);
  self->all = make_button (_("Show All _Signals"), "signal.all", _("Also those that were put aside"));
  gtk_widget_add_css_class (box, "card-bar");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), self->aside);
  gtk_box_append (GTK_BOX (box), self->all);
  return box;
}

static void
add_key (PsAlertsCard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"), gtk_named_action_new ("signal.aside"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The rows; the card itself as long as there are none. */
static gboolean
ps_alerts_card_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL && gtk_widget_get_focusable (widget))
    gtk_root_set_focus (root, widget);
  else
    ps_table_focus_rows (PS_ALERTS_CARD (widget)->table);
  return TRUE;
}

static void
ps_alerts_card_dispose (GObject *object)
{
  PsAlertsCard *self = PS_ALERTS_CARD (object);

  self->table = NULL;
  self->aside = NULL;
  g_clear_pointer (&self->data, ps_overview_data_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_alerts_card_parent_class)->dispose (object);
}

static void
ps_alerts_card_class_init (PsAlertsCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_alerts_card_dispose;
  widget_class->grab_focus = ps_alerts_card_grab_focus;
  gtk_widget_class_install_action (widget_class, "signal.open", NULL, on_open_cb);
  gtk_widget_class_install_action (widget_class, "signal.aside", NULL, on_aside_cb);
  gtk_widget_class_install_action (widget_class, "signal.wake", NULL, on_wake_cb);
  gtk_widget_class_install_action (widget_class, "signal.all", NULL, on_all_cb);
}

static void
ps_alerts_card_init (PsAlertsCard *self)
{
  self->which = PS_WHICH_ALERTS_OPEN;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Signals"), -1);
  add_key (self);
}

static void
make_table (PsAlertsCard *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->table = ps_alerts_table_new (self->most == 0);
  ps_table_set_natural (self->table, self->most > 0);
  ps_table_set_row_menu (self->table, menu);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_alerts_card_new (PsSession *session, guint most)
{
  PsAlertsCard *self = g_object_new (PS_TYPE_ALERTS_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->most = most;
  make_table (self);
  if (most > 0)
    gtk_box_append (GTK_BOX (box), make_header (self));
  else
    gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_widget_add_css_class (box, "figures");
  adw_bin_set_child (ADW_BIN (self), box);
  update_actions (self);
  return GTK_WIDGET (self);
}
