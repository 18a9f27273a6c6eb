/* ps-overview-page.c: the first page in the morning: what needs attention, and the year at a glance
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * signals ─ figures ─ months | largest deviations: all of one PsOverviewData, kept per session; what is shown stays until the new is there
 */
#define G_LOG_DOMAIN "peilstok-overview-page"

#include "ps-overview-page.h"

#include <glib/gi18n-lib.h>

#include "gui/contracts/ps-contract-words.h"
#include "gui/monitor/ps-tiles.h"
#include "gui/monitor/ps-topic-view.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-corridor-title.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "ps-alerts-card.h"
#include "ps-deviations-table.h"
#include "ps-overview-follow.h"
#include "ps-overview-ways.h"
#include "store/ps-region-figures.h"

#define MOST_ALERTS 9
#define MOST_DEVIATIONS 10
#define COLUMN_WIDTH 420
#define SPACING 12

struct _PsOverviewPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsOverviewFollow *follow;
  int year;     /* that is shown; 0: none */
  PsDate today; /* that it was shown on */
  PsAlertsCard *alerts;
  PsTable *deviations;
  PsChartView *months;
  GtkWidget *tiles;

  /* Template widgets */
  GtkBox *box;
  AdwBin *alerts_place;
  GtkWidget *year_box;
  GtkLabel *year_title;
  GtkWidget *cards;
  AdwBin *months_card;
  GtkBox *deviations_card;
};

G_DEFINE_FINAL_TYPE (PsOverviewPage, ps_overview_page, ADW_TYPE_BIN)

/* Showing */

static void
show_tiles (PsOverviewPage *self, const PsOverviewData *data)
{
  g_autoptr (GPtrArray) tiles = NULL;
  PsRegionPaid paid;

  ps_region_paid_sum (ps_session_get_settled (self->session), &paid);
  tiles = ps_region_figures_tiles (data->figures, &data->region, &paid);
  ps_tiles_fill (self->tiles, tiles, data->figures->year);
}

static void
show_months (PsOverviewPage *self, const PsOverviewData *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSeriesSet) months = ps_region_figures_months (data->figures, &data->region, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->months_card), months != NULL);
  if (months != NULL)
    ps_topic_view_show_series (self->months, months, ps_session_get_region_name (self->session));
  else
    ps_navigator_tell (GTK_WIDGET (self), error->message);
}

static void
show_bandwidth (PsOverviewPage *self, GPtrArray *deviations)
{
  PsCorridorRange range = { 0 };

  for (guint i = 0; i < deviations->len; i++)
    ps_corridor_range_add (&range, ps_table_row_get_data (g_ptr_array_index (deviations, i)));
  ps_corridor_range_show (&range, self->deviations, PS_DEVIATIONS_CORRIDOR, NULL);
}

static void
show_data (PsOverviewPage *self, PsOverviewData *data)
{
  g_autoptr (GPtrArray) deviations = ps_deviations_table_rows (data->figures, MOST_DEVIATIONS);
  /* Translators: a year: the heading above its figures */
  g_autofree char *title = g_strdup_printf (_("The Year %d"), data->figures->year);

  self->year = data->figures->year;
  self->today = data->today;
  gtk_label_set_text (self->year_title, title);
  ps_alerts_card_set (self->alerts, data);
  show_tiles (self, data);
  show_months (self, data);
  ps_table_set_rows (self->deviations, deviations);
  show_bandwidth (self, deviations);
  gtk_widget_set_visible (self->year_box, TRUE);
  gtk_widget_set_visible (self->cards, TRUE);
}

/* Nothing is left standing under another year's name. */
static void
show_none (PsOverviewPage *self, const char *none, const char *why)
{
  self->year = 0;
  ps_alerts_card_set_none (self->alerts, none, why);
  gtk_widget_set_visible (self->year_box, FALSE);
  gtk_widget_set_visible (self->cards, FALSE);
}

/* What is shown of the same year stays, with the reason in passing. */
static void
show_error (PsOverviewPage *self, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *text = cancelled ? g_strdup (_("Read the region again (F5) to work out the year’s figures after all."))
                                    : ps_error_text (error, ps_session_get_path (self->session));

  if (self->year == 0)
    show_none (self, cancelled ? _("Cancelled") : _("The year’s figures could not be worked out"), text);
  else if (!cancelled)
    ps_navigator_tell (GTK_WIDGET (self), text);
}

static void
show (PsOverviewData *data, const GError *error, gpointer user_data)
{
  PsOverviewPage *self = PS_OVERVIEW_PAGE (user_data);

  if (data != NULL)
    show_data (self, data);
  else if (error != NULL)
    show_error (self, error);
  else if (self->year != ps_session_get_year (self->session))
    show_none (self, _("Looking for what needs attention…"), NULL);
}

/* Callbacks */

static void
on_deviation_activated_cb (PsTable *table, PsTableRow *row, PsOverviewPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  gint64 id = (gint64) ps_table_row_get_id (row);

  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      {
        ps_navigator_push (GTK_WIDGET (self), ps_provider_page_new (self->session, i), ps_region_provider (region, i)->name);
        return;
      }
}

/* Midnight makes things overdue. */
static void
on_map_cb (PsOverviewPage *self)
{
  if (self->year != 0 && self->today != ps_contract_today ())
    ps_overview_follow_start (self->follow);
}

/* Making and unmaking */

static gboolean
ps_overview_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return ps_page_focus_first (widget, direction, GTK_WIDGET (PS_OVERVIEW_PAGE (widget)->alerts))
         || GTK_WIDGET_CLASS (ps_overview_page_parent_class)->focus (widget, direction);
}

static void
ps_overview_page_dispose (GObject *object)
{
  PsOverviewPage *self = PS_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->follow, ps_overview_follow_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (ps_overview_page_parent_class)->dispose (object);
}

static void
ps_overview_page_class_init (PsOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_overview_page_dispose;
  widget_class->focus = ps_overview_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, box);
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, alerts_place);
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, year_box);
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, year_title);
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, months_card);
  gtk_widget_class_bind_template_child (widget_class, PsOverviewPage, deviations_card);
}

static void
ps_overview_page_init (PsOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  self->months = PS_CHART_VIEW (ps_chart_view_new ());
  adw_bin_set_child (self->months_card, GTK_WIDGET (self->months));
  self->deviations = ps_deviations_table_new ();
  gtk_box_append (self->deviations_card, GTK_WIDGET (self->deviations));
  g_signal_connect_object (self->deviations, "row-activated", G_CALLBACK (on_deviation_activated_cb), self, 0);
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);
}

/**
 * ps_overview_page_new:
 * @session: whose figures it shows, and follows
 */
GtkWidget *
ps_overview_page_new (PsSession *session)
{
  PsOverviewPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_OVERVIEW_PAGE, NULL);
  self->session = g_object_ref (session);
  self->alerts = PS_ALERTS_CARD (ps_alerts_card_new (session, MOST_ALERTS));
  adw_bin_set_child (self->alerts_place, GTK_WIDGET (self->alerts));
  self->tiles = ps_overview_tiles_new (session);
  gtk_box_append (GTK_BOX (self->year_box), self->tiles);
  self->follow = ps_overview_follow_new (session, TRUE, show, self);
  ps_overview_follow_show_progress (self->follow, self->box, NULL);
  ps_overview_follow_start (self->follow);
  return GTK_WIDGET (self);
}
