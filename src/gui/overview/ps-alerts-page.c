/* ps-alerts-page.c: all signals, also those that were put aside
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-alerts-page"

#include "ps-alerts-page.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-drop-down.h"
#include "gui/ps-error-text.h"
#include "gui/ps-page-focus.h"
#include "ps-alerts-card.h"
#include "ps-overview-follow.h"

#define EVERY_KIND (-1)

struct _PsAlertsPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsOverviewFollow *follow;
  PsAlertsCard *card;
  PsOverviewData *data; /* that is shown; NULL: none */
  int kind;             /* PsAlertKind that is shown; EVERY_KIND */
  GArray *listed;       /* int: what stands in the drop-down */
  gboolean filling;

  /* Template widgets */
  GtkEditable *filter;
  GtkDropDown *which;
  GtkDropDown *kind_drop;
  GtkStringList *kinds;
  GtkWidget *every;
  GtkBox *bar;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (PsAlertsPage, ps_alerts_page, ADW_TYPE_BIN)

/* Which kind */

static gboolean
matches (PsTableRow *row, gpointer user_data)
{
  int kind = PS_ALERTS_PAGE (user_data)->kind;

  return kind == EVERY_KIND || ((const PsAlertsRow *) ps_table_row_get_data (row))->kind == (PsAlertKind) kind;
}

static guint
count_kind (PsAlertsPage *self, int kind)
{
  PsWhichAlerts which = (PsWhichAlerts) gtk_drop_down_get_selected (self->which);
  guint n = 0;

  for (guint i = 0; self->data != NULL && i < self->data->alerts->len; i++)
    {
      const PsAlert *alert = g_ptr_array_index (self->data->alerts, i);

      n += ps_alerts_is_listed (alert, which) && (kind == EVERY_KIND || alert->kind == (PsAlertKind) kind);
    }
  return n;
}

static char *
kind_text (PsAlertsPage *self, int kind, guint n)
{
  const char *label = kind == EVERY_KIND ? _("Every kind") : ps_alert_kind_label ((PsAlertKind) kind);
  g_autofree char *count = ps_format_count (n);

  if (self->data == NULL)
    return g_strdup (label);
  /* Translators: a kind of signal, and how many there are */
  return g_strdup_printf (C_("signal", "%s (%s)"), label, count);
}

/* Who has it open keeps their place where nothing changed. */
static void
set_texts (PsAlertsPage *self, const char *const *texts)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->kinds));
  gboolean same = n == g_strv_length ((char **) texts);

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (self->kinds, i), texts[i]);
  if (!same)
    gtk_string_list_splice (self->kinds, 0, n, texts);
}

/* Every kind of which there are, with how many; that which is shown also where there are none left. */
static void
list_kinds (PsAlertsPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint selected = 0;

  g_array_set_size (self->listed, 0);
  for (int kind = EVERY_KIND; kind < PS_N_ALERTS; kind++)
    {
      guint n = count_kind (self, kind);
      g_autofree char *text = kind_text (self, kind, n);

      if (kind != EVERY_KIND && kind != self->kind && n == 0)
        continue;
      if (kind == self->kind)
        selected = self->listed->len;
      g_strv_builder_add (builder, text);
      g_array_append_val (self->listed, kind);
    }
  texts = g_strv_builder_end (builder);
  self->filling = TRUE;
  set_texts (self, (const char *const *) texts);
  gtk_drop_down_set_selected (self->kind_drop, selected);
  self->filling = FALSE;
}

static void
show_kind (PsAlertsPage *self)
{
  gtk_widget_set_visible (self->every, self->kind != EVERY_KIND);
  if (self->card != NULL)
    ps_table_set_match (ps_alerts_card_get_table (self->card), matches, self);
}

/* The list itself stays as it is while something is chosen from it. */
static void
on_kind_cb (PsAlertsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop);

  if (self->filling || selected >= self->listed->len || g_array_index (self->listed, int, selected) == self->kind)
    return;
  self->kind = g_array_index (self->listed, int, selected);
  show_kind (self);
}

static void
set_kind (PsAlertsPage *self, int kind)
{
  self->kind = kind;
  list_kinds (self);
  show_kind (self);
}

/* The button goes; the drop-down beside it says what is shown now. */
static void
on_every_kind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsAlertsPage *self = PS_ALERTS_PAGE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->kind_drop));
  set_kind (self, EVERY_KIND);
}

/* Showing */

static void
show (PsOverviewData *data, const GError *error, gpointer user_data)
{
  PsAlertsPage *self = PS_ALERTS_PAGE (user_data);

  if (data == NULL && error == NULL)
    return;
  g_clear_pointer (&self->data, ps_overview_data_unref);
  self->data = data != NULL ? ps_overview_data_ref (data) : NULL;
  list_kinds (self);
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
  if (self->card == NULL)
    return;
  ps_alerts_card_set_which (self->card, (PsWhichAlerts) gtk_drop_down_get_selected (self->which));
  list_kinds (self);
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
  g_clear_pointer (&self->data, ps_overview_data_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_ALERTS_PAGE);
  G_OBJECT_CLASS (ps_alerts_page_parent_class)->dispose (object);
}

static void
ps_alerts_page_finalize (GObject *object)
{
  g_array_unref (PS_ALERTS_PAGE (object)->listed);
  G_OBJECT_CLASS (ps_alerts_page_parent_class)->finalize (object);
}

static void
ps_alerts_page_class_init (PsAlertsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_alerts_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_alerts_page_finalize;
  widget_class->focus = ps_alerts_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-alerts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, which);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, every);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PsAlertsPage, place);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, on_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.every-kind", NULL, on_every_kind_cb);
}

static void
ps_alerts_page_init (PsAlertsPage *self)
{
  self->listed = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  set_kind (self, EVERY_KIND);
  ps_drop_down_set_name (self->which, _("Which signals"));
  ps_drop_down_set_name (self->kind_drop, _("Kind of signal"));
  g_signal_connect_object (self->filter, "search-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (on_which_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind_drop, "notify::selected", G_CALLBACK (on_kind_cb), self, G_CONNECT_SWAPPED);
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

GtkWidget *
ps_alerts_page_new_of_kind (PsSession *session, PsAlertKind kind)
{
  GtkWidget *page = ps_alerts_page_new (session);

  if (page != NULL)
    set_kind (PS_ALERTS_PAGE (page), (int) kind);
  return page;
}
