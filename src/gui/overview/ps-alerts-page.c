/* ps-alerts-page.c: all signals, also those that were put aside
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-alerts-page"

#include "ps-alerts-page.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-page-focus.h"
#include "ps-alerts-card.h"
#include "ps-overview-follow.h"

struct _PsAlertsPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsOverviewFollow *follow;
  PsAlertsCard *card;

  /* Template widgets */
  GtkEditable *filter;
  GtkDropDown *which;
  GtkDropDown *kind;
  GtkStringList *kinds;
  GtkBox *bar;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (PsAlertsPage, ps_alerts_page, ADW_TYPE_BIN)

/* The first of the drop-down is every kind. */
static gboolean
matches (PsTableRow *row, gpointer user_data)
{
  guint kind = gtk_drop_down_get_selected (PS_ALERTS_PAGE (user_data)->kind);

  return kind == 0 || kind == GTK_INVALID_LIST_POSITION
         || ((const PsAlertsRow *) ps_table_row_get_data (row))->kind == (PsAlertKind) (kind - 1);
}

static void
show (PsOverviewData *data, const GError *error, gpointer user_data)
{
  PsAlertsPage *self = PS_ALERTS_PAGE (user_data);

  if (data == NULL && error == NULL)
    return;
  if (data != NULL)
    ps_alerts_card_set (self->card, data);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ps_alerts_card_set_none (self->card, _("Cancelled"), _("Read the region again (F5) to look for signals after all."));
  else
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      ps_alerts_card_set_none (self->card, _("The signals could not be worked out"), text);
    }
}

static void
on_filter_changed_cb (GtkEditable *filter, PsAlertsPage *self)
{
  ps_table_set_filter (ps_alerts_card_get_table (self->card), gtk_editable_get_text (filter));
}

static void
on_which_cb (PsAlertsPage *self)
{
  if (self->card != NULL)
    ps_alerts_card_set_which (self->card, (PsWhichAlerts) gtk_drop_down_get_selected (self->which));
}

static void
on_kind_cb (PsAlertsPage *self)
{
  if (self->card != NULL)
    ps_table_set_match (ps_alerts_card_get_table (self->card), matches, self);
}

static void
on_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PS_ALERTS_PAGE (widget)->filter));
}

/* Making and unmaking */

static gboolean
ps_alerts_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return ps_page_focus_first (widget, direction, GTK_WIDGET (PS_ALERTS_PAGE (widget)->filter))
         || GTK_WIDGET_CLASS (ps_alerts_page_parent_class)->focus (widget, direction);
}

static void
ps_alerts_page_dispose (GObject *object)
{
  PsAlertsPage *self = PS_ALERTS_PAGE (object);

  g_clear_pointer (&self->follow, ps_overview_follow_free);
  if (self->card != NULL)
    ps_table_set_match (ps_alerts_card_get_table (self->card), NULL, NULL);
  self->card = NULL;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_ALERTS_PAGE);
  G_OBJECT_CLASS (ps_alerts_page_parent_class)->dispose (object);
}

static void
ps_alerts_page_class_init (PsAlertsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_alerts_page_dispose;
  widget_class->focus = ps_alerts_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-alerts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, place);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
}

static void
ps_alerts_page_init (PsAlertsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = 0; kind < PS_N_ALERTS; kind++)
    gtk_string_list_append (self->kinds, ps_alert_label ((PsAlertKind) kind));
  ps_drop_down_set_name (self->which, _("Which signals"));
  ps_drop_down_set_name (self->kind, _("Kind of signal"));
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (on_kind_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ps_alerts_page_new (PsSession *session)
{
  PsAlertsPage *self;
  GtkWidget *menu;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_ALERTS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->card = PS_ALERTS_CARD (ps_alerts_card_new (session, 0));
  ps_alerts_card_set_none (self->card, _("Looking for signals…"), NULL);
  adw_bin_set_child (self->place, GTK_WIDGET (self->card));
  menu = ps_table_get_menu (ps_alerts_card_get_table (self->card));
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_box_append (self->bar, menu);
  self->follow = ps_overview_follow_new (session, TRUE, show, self);
  ps_overview_follow_show_progress (self->follow, GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->bar))),
                                    GTK_WIDGET (self->bar));
  ps_overview_follow_start (self->follow);
  return GTK_WIDGET (self);
}
