/* ps-provider-page-charts.c: the charts of a provider's year, with last year's beside it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A chart of which this provider has nothing (no places, no scheme, no care that ended) is left out: the next one takes its place.
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-curve.h"
#include "charts/ps-chart-waterfall.h"
#include "charts/ps-chart-years.h"
#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/monitor/ps-topic-view.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-rows-layout.h"

/* From these widths on they can be read; what is left of a row they share in that proportion. */
#define WIDE 500
#define HALF 380
#define TABLE 350
#define WATERFALL 364 /* with the two beside it in a window of 1280 */
#define NARROW 300
/* No higher, so that the first two rows are seen at once on a screen of 800 points. */
#define HEIGHT 236

/* The settlement as it would be now, step by step */

static const PsHistoryYear *
find_year (const PsProviderLoad *load, int year)
{
  for (guint i = 0; load != NULL && i < load->years->years->len; i++)
    {
      const PsHistoryYear *one = g_ptr_array_index (load->years->years, i);

      if (one->year == year)
        return one;
    }
  return NULL;
}

/* "2023: payable € 1.704.331,20, balance € −51.301,59" */
static char *
last_year_text (PsProviderPage *self)
{
  int year = ps_session_get_year (self->session) - 1;
  const PsHistoryYear *last = find_year (self->load, year);
  g_autofree char *payable = NULL;
  g_autofree char *balance = NULL;

  if (last == NULL)
    return NULL;
  payable = ps_format_money (last->payable_cents);
  balance = ps_format_money (last->balance_cents);
  /* Translators: last year and two amounts */
  return g_strdup_printf (_("%d: payable %s, balance %s"), year, payable, balance);
}

/* Below a chart. NULL: nothing to say. */
static void
set_remark (GtkLabel *remark, const char *text)
{
  gtk_label_set_text (remark, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (remark), text != NULL);
}

void
_ps_provider_page_show_waterfall (PsProviderPage *self)
{
  const PsSettlement *settlement = ps_session_get_settlement (self->session, self->provider);
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  g_autoptr (GArray) figures = NULL;
  PsWaterfallChart *chart;
  gint64 ceiling;

  gtk_widget_set_visible (GTK_WIDGET (self->waterfall_card), settlement != NULL);
  if (settlement == NULL)
    return;
  figures = ps_settlement_figures (region, settlement);
  ceiling = settlement->agreement != NULL ? settlement->totals.ceiling_cents : PS_NO_NUMBER;
  chart = ps_waterfall_from_figures (figures, ceiling);
  g_free (chart->title);
  chart->title = g_strdup (_("From gross to balance"));
  ps_chart_view_set_chart (self->waterfall, &ps_chart_waterfall_kind, chart, (GDestroyNotify) ps_waterfall_chart_free);
  ps_chart_view_set_subject (self->waterfall, ps_region_provider (region, self->provider)->name);
}

static void
remark_last_year (PsProviderPage *self)
{
  g_autofree char *remark = last_year_text (self);

  set_remark (self->waterfall_remark, remark);
}

/* The payment curve of the scope that matters most */

static gboolean
has_bands (const PsRegion *region, const PsBandwidthScope *scope)
{
  return scope != NULL && scope->scheme != PS_NONE && scope->ceiling_cents > 0
         && ps_region_scheme (region, scope->scheme)->bands->len > 0;
}

/* The heaviest scope; where that has no bands, the one with bands that is furthest from its ceiling. */
static const PsBandwidthScope *
find_scope (const PsRegion *region, const PsBandwidth *bandwidth)
{
  const PsBandwidthScope *found = ps_bandwidth_get_heaviest (bandwidth);

  if (has_bands (region, found))
    return found;
  found = NULL;
  for (guint i = 0; i < bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (bandwidth->scopes, PsBandwidthScope, i);

      if (has_bands (region, scope) && (found == NULL || ABS (scope->deviation_cents) > ABS (found->deviation_cents)))
        found = scope;
    }
  return found;
}

static const PsScope *
settled_scope (const PsSettlement *settlement, const char *name)
{
  for (guint i = 0; settlement != NULL && i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);

      if (g_strcmp0 (scope->name, name) == 0)
        return scope;
    }
  return NULL;
}

/* Of a year that is complete what the settlement settles, else the forecast. */
static gint64
produced_of (PsProviderPage *self, const PsBandwidthScope *scope, gboolean *settled)
{
  const PsScope *now = settled_scope (ps_session_get_settlement (self->session, self->provider), scope->name);

  *settled = ps_session_is_year_complete (self->session) && now != NULL;
  return *settled ? now->net_cents : scope->forecast_cents;
}

/* "2023: 104,2 % of the ceiling was produced" */
static char *
curve_remark (PsProviderPage *self, const PsBandwidthScope *scope)
{
  const PsScope *last = self->load != NULL ? settled_scope (self->load->last, scope->name) : NULL;
  g_autofree char *share = NULL;

  if (last == NULL || last->ceiling_cents <= 0)
    return NULL;
  share = ps_format_ratio (last->net_cents, last->ceiling_cents);
  /* Translators: last year and a percentage */
  return g_strdup_printf (_("%d: %s of the ceiling was produced"), self->load->year - 1, share);
}

/* "Staffel 2024, at the forecast"; of several scopes with whose it is. */
static char *
curve_note (const PsRegion *region, const PsBandwidth *bandwidth, const PsBandwidthScope *scope, gboolean settled)
{
  const char *scheme = ps_region_scheme (region, scope->scheme)->name;
  const char *at = settled ? _("as realised") : _("at the forecast");

  if (bandwidth->scopes->len == 1)
    return g_strdup_printf ("%s, %s", scheme, at);
  return g_strdup_printf ("%s, %s, %s", scope->label, scheme, at);
}

static const PsBandwidth *
current_bandwidth (PsProviderPage *self)
{
  const PsProviderBandwidth *provider = self->course != NULL ? ps_bandwidth_course_provider (self->course) : NULL;

  return provider != NULL ? provider->now : NULL;
}

void
_ps_provider_page_show_curve (PsProviderPage *self)
{
  const PsBandwidth *bandwidth = current_bandwidth (self);
  const PsRegion *region = bandwidth != NULL ? self->course->now->year->region : NULL;
  const PsBandwidthScope *scope = bandwidth != NULL ? find_scope (region, bandwidth) : NULL;
  PsCurveChart *chart;
  g_autofree char *note = NULL;
  g_autofree char *remark = NULL;
  gboolean settled;

  gtk_widget_set_visible (GTK_WIDGET (self->curve_card), scope != NULL);
  if (scope == NULL)
    return;
  chart =
      ps_curve_chart_new (ps_region_scheme (region, scope->scheme), scope->ceiling_cents, produced_of (self, scope, &settled));
  note = curve_note (region, bandwidth, scope, settled);
  remark = curve_remark (self, scope);
  ps_chart_view_set_chart (self->curve, &ps_chart_curve_kind, chart, (GDestroyNotify) ps_curve_chart_free);
  ps_chart_view_set_note (self->curve, note);
  set_remark (self->curve_remark, remark);
  ps_chart_view_set_subject (self->curve, ps_region_provider (region, bandwidth->provider)->name);
}

/* Topics of the monitor */

/* Zeros only are nothing, too: a provider without places has none in any month. */
static gboolean
has_figures (const PsSeriesSet *set)
{
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = g_ptr_array_index (set->series, i);

      for (guint k = 0; k < set->categories->len; k++)
        if (series->values[k] != PS_NO_NUMBER && series->values[k] != 0)
          return TRUE;
    }
  return FALSE;
}

static void
show_topic (PsProviderPage *self, PsTopic topic, PsChartView *view, AdwBin *card)
{
  const PsMonitored *monitored = ps_monitor_shown_get (self->load->monitor);
  const PsTopicFigures *figures = ps_monitor_get (monitored->monitor, topic);
  const PsSeriesSet *set = figures->series->len > 0 ? g_ptr_array_index (figures->series, 0) : NULL;
  gboolean shown = set != NULL && has_figures (set);

  gtk_widget_set_visible (GTK_WIDGET (card), shown);
  if (shown)
    ps_topic_view_show_series (view, set, ps_region_provider (monitored->region, monitored->query.provider)->name);
}

static void
show_years (PsProviderPage *self)
{
  gboolean shown = self->load->years->years->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->years_card), shown);
  if (!shown)
    return;
  ps_chart_view_set_chart (self->years, &ps_chart_years_kind, ps_history_years_chart (self->load->years),
                           (GDestroyNotify) ps_years_chart_free);
  ps_chart_view_set_subject (self->years, self->load->years->provider);
}

/* Beside what was realised stands what it was realised with: places; where there are none, clients. */
static void
place_clients (PsProviderPage *self)
{
  GtkWidget *before = GTK_WIDGET (self->realised_card);

  if (gtk_widget_get_visible (GTK_WIDGET (self->places_card)))
    before = self->band_box;
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (self->clients_card)) != before)
    gtk_box_reorder_child_after (GTK_BOX (self->cards), GTK_WIDGET (self->clients_card), before);
}

/* Without an agreement nothing is covered, and nothing realised against anything: what was produced stands in the other charts. */
static gboolean
has_realised (const PsRealisedChart *chart)
{
  for (int month = 0; month < 12; month++)
    {
      gint64 now = chart->realised_cents[month], last = chart->last_year_cents[month];

      if ((now != PS_NO_NUMBER && now != 0) || (last != PS_NO_NUMBER && last != 0))
        return TRUE;
    }
  return chart->ceiling_cents != PS_NO_NUMBER;
}

void
_ps_provider_page_show_load (PsProviderPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->realised_card), has_realised (self->load->realised));
  show_topic (self, PS_TOPIC_PLACES, self->places, self->places_card);
  show_topic (self, PS_TOPIC_CLIENTS, self->clients, self->clients_card);
  place_clients (self);
  show_topic (self, PS_TOPIC_DURATION, self->duration, self->duration_card);
  show_topic (self, PS_TOPIC_PRODUCTION, self->produced, self->produced_card);
  show_years (self);
  remark_last_year (self);
  if (self->load->facts != NULL)
    _ps_provider_page_show_facts (self);
}

/* Asking */

typedef struct
{
  PsProviderPage *page;
  guint asked;
} Asking;

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsProviderPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsProviderLoad) load = ps_provider_load_finish (PS_SESSION (source), result, &error);

  if (self->realised == NULL || self->provider == PS_NONE || asking->asked != self->asked)
    return;
  self->load_awaited = FALSE;
  if (load != NULL)
    {
      g_clear_pointer (&self->load, ps_provider_load_free);
      self->load = g_steal_pointer (&load);
      self->load_arrived = TRUE;
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_navigator_tell (GTK_WIDGET (self), text);
    }
  _ps_provider_page_show_arrived (self);
}

void
_ps_provider_page_ask_charts (PsProviderPage *self)
{
  Asking *asking = g_new (Asking, 1);

  self->load_awaited = TRUE;
  *asking = (Asking){ g_object_ref (self), ++self->asked };
  ps_provider_load_async (self->session, self->provider, on_loaded_cb, asking);
}

/* Making */

static PsChartView *
add_chart (AdwBin *card, int width, int most_height, gboolean shown)
{
  GtkWidget *view = ps_chart_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  ps_chart_view_set_most_height (PS_CHART_VIEW (view), most_height);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), view);
  adw_bin_set_child (card, box);
  ps_rows_layout_set_width (GTK_WIDGET (card), width);
  gtk_widget_set_visible (GTK_WIDGET (card), shown);
  return PS_CHART_VIEW (view);
}

static GtkLabel *
add_remark (AdwBin *card)
{
  GtkWidget *remark = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (remark), 0);
  gtk_label_set_wrap (GTK_LABEL (remark), TRUE);
  gtk_widget_add_css_class (remark, "secondary");
  gtk_widget_add_css_class (remark, "card-note");
  gtk_widget_add_css_class (remark, "numeric");
  gtk_widget_set_visible (remark, FALSE);
  gtk_box_append (GTK_BOX (adw_bin_get_child (card)), remark);
  return GTK_LABEL (remark);
}

void
_ps_provider_page_make_charts (PsProviderPage *self)
{
  gtk_widget_set_layout_manager (self->cards, ps_rows_layout_new (12));
  self->realised = add_chart (self->realised_card, WIDE, HEIGHT, TRUE);
  self->places = add_chart (self->places_card, HALF, HEIGHT, FALSE);
  self->waterfall = add_chart (self->waterfall_card, WATERFALL, 0, TRUE);
  self->waterfall_remark = add_remark (self->waterfall_card);
  self->curve = add_chart (self->curve_card, NARROW, HEIGHT, FALSE);
  self->curve_remark = add_remark (self->curve_card);
  self->clients = add_chart (self->clients_card, HALF, HEIGHT, FALSE);
  self->duration = add_chart (self->duration_card, HALF, 0, FALSE);
  self->produced = add_chart (self->produced_card, HALF, 0, FALSE);
  self->years = add_chart (self->years_card, HALF, 0, FALSE);
  ps_rows_layout_set_width (self->used_box, TABLE);
}
