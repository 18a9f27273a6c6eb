/* ps-provider-page.c: one provider: charts, agreement, production, contracts, tariffs, details
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-page"

#include "ps-provider-page-private.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-waterfall.h"
#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/contracts/ps-contracts-table.h"
#include "ps-own-tariffs.h"
#include "gui/ps-page-gone.h"
#include "ps-provider-chart.h"
#include "ps-provider-details.h"
#include "ps-provider-figures.h"
#include "ps-provider-tables.h"

G_DEFINE_FINAL_TYPE (PsProviderPage, ps_provider_page, ADW_TYPE_BIN)

/* "ended on 31-12-2025", "goes on as Zorggroep De Wissel since 01-01-2026" */
static void
append_end (GString *facts, const PsRegion *region, const PsProvider *provider)
{
  g_autofree char *day = ps_format_date (provider->ended_on);

  if (provider->merged_into != PS_NONE)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("ended on %s, goes on as %s"), day,
                              ps_region_provider (region, provider->merged_into)->name);
    }
  else if (provider->ended_on != PS_DATE_OPEN)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("ended on %s"), day);
    }
}

/* "AGB 94061275 · KvK 41098316 · regular · Venlo" */
static char *
facts_of (const PsRegion *region, const PsProvider *provider)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *kind = ps_provider_kind_text (provider);

  g_string_append_printf (facts, _("AGB %s"), provider->agb);
  if (provider->kvk != NULL)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("KvK %s"), provider->kvk);
    }
  g_string_append_printf (facts, " · %s", kind);
  if (provider->place != NULL)
    g_string_append_printf (facts, " · %s", provider->place);
  append_end (facts, region, provider);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* By what was realised so far until the forecast is there (ps-provider-page-band.c). */
void
_ps_provider_page_show_pill (PsProviderPage *self, const PsProviderFigures *figures)
{
  static const char *const classes[] = { "standing-none", "standing-off", "standing-within" };
  g_autofree char *standing = ps_provider_standing_text (figures, ps_session_get_settled (self->session)->region);

  gtk_label_set_label (self->pill_label, standing);
  gtk_image_set_from_icon_name (self->pill_icon, ps_standing_icon (figures->standing));
  gtk_widget_set_tooltip_text (self->pill, ps_standing_label (figures->standing));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->pill, classes[i]);
  gtk_widget_add_css_class (self->pill, ps_standing_css_class (figures->standing));
}

static void
show_heading (PsProviderPage *self, const PsRegion *region, const PsProvider *provider, const PsProviderFigures *figures)
{
  g_autofree char *facts = facts_of (region, provider);

  gtk_label_set_label (self->name, provider->name);
  gtk_label_set_label (self->facts, facts);
  _ps_provider_page_show_pill (self, figures);
}

/* The realised chart, worked out on a worker */

typedef struct
{
  PsProviderPage *page;
  guint asked;
} ChartRequest;

static void
on_chart_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree ChartRequest *request = user_data;
  g_autoptr (PsProviderPage) self = request->page;
  g_autoptr (GError) error = NULL;
  PsRealisedChart *chart = ps_provider_chart_finish (PS_SESSION (source), result, &error);

  if (chart == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

          ps_navigator_tell (GTK_WIDGET (self), text);
        }
      return;
    }
  if (self->realised == NULL || request->asked != self->asked)
    {
      ps_realised_chart_free (chart);
      return;
    }
  g_clear_pointer (&self->plain, ps_realised_chart_free);
  self->plain = chart;
  _ps_provider_page_show_realised (self);
}

static void
ask_for_chart (PsProviderPage *self)
{
  ChartRequest *request = g_new0 (ChartRequest, 1);

  request->page = g_object_ref (self);
  request->asked = ++self->asked;
  ps_provider_chart_async (self->session, self->provider, on_chart_made_cb, request);
}

static void
show_waterfall (PsProviderPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GArray) figures = NULL;
  gint64 ceiling;

  gtk_widget_set_visible (GTK_WIDGET (self->waterfall_card), settlement != NULL);
  if (settlement == NULL)
    return;
  figures = ps_settlement_figures (region, settlement);
  ceiling = settlement->agreement != NULL ? settlement->totals.ceiling_cents : PS_NO_NUMBER;
  ps_chart_view_set_chart (self->waterfall, &ps_chart_waterfall_kind, ps_waterfall_from_figures (figures, ceiling),
                           (GDestroyNotify) ps_waterfall_chart_free);
}

static void
show_terms (PsProviderPage *self, const PsRegion *region, const PsAgreement *agreement)
{
  g_autofree char *terms = agreement != NULL ? ps_agreement_terms (region, agreement) : g_strdup (_("No agreement this year."));
  g_autofree char *title = g_strdup_printf (_("Agreement %d"), ps_session_get_year (self->session));
  g_autofree char *used = g_strdup_printf (
      "%s\n%s", terms,
      _("Net is as it would be settled now: a trajectory counts when it ends. Realised, above, counts it as it runs."));

  gtk_label_set_label (self->used_title, title);
  gtk_label_set_label (self->terms, used);
  gtk_label_set_label (self->agreement_terms, terms);
}

static void
show_tables (PsProviderPage *self, const PsRegion *region, const PsSettlement *settlement, const PsAgreement *agreement)
{
  g_autoptr (GPtrArray) used = ps_used_table_rows (region, settlement);
  g_autoptr (GPtrArray) lines = ps_agreement_table_rows (region, agreement);
  g_autoptr (GPtrArray) production = ps_production_table_rows (region, settlement);
  g_autoptr (GPtrArray) tariffs = ps_own_tariffs_rows (region, self->provider);

  ps_table_set_rows (self->used, used);
  ps_table_set_rows (self->agreement, lines);
  ps_table_set_rows (self->production, production);
  ps_table_set_rows (self->tariffs, tariffs);
}

/* What the file says beside the figures, read on a worker */

static void
show_facts (PsProviderPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  g_autoptr (GPtrArray) rows = ps_contracts_table_rows (self->about->contracts, ps_contract_today (), FALSE);

  ps_table_set_empty (self->contracts, _("No contracts"), _("Choose New Contract to enter its number and term."));
  ps_table_set_rows (self->contracts, rows);
  adw_bin_set_child (self->details_card, ps_provider_details_new (self->about, region, self->provider));
}

typedef struct
{
  PsProviderPage *page;
  guint asked;
} FactsRequest;

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree FactsRequest *request = user_data;
  g_autoptr (PsProviderPage) self = request->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsProviderFacts) facts = ps_provider_facts_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || self->provider == PS_NONE || request->asked != self->asked_facts)
    return;
  if (facts != NULL)
    {
      g_clear_pointer (&self->about, ps_provider_facts_unref);
      self->about = g_steal_pointer (&facts);
      show_facts (self);
      _ps_provider_page_update_actions (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      ps_navigator_tell (GTK_WIDGET (self), text);
    }
}

static void
ask_for_facts (PsProviderPage *self)
{
  FactsRequest *request = g_new0 (FactsRequest, 1);

  request->page = g_object_ref (self);
  request->asked = ++self->asked_facts;
  ps_provider_facts_async (self->session, self->provider, on_facts_read_cb, request);
}

static void
show_figures (PsProviderPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  const PsProvider *provider = ps_region_provider (region, self->provider);
  const PsSettlement *settlement = ps_session_get_settlement (self->session, self->provider);
  const PsAgreement *agreement = ps_region_find_agreement (region, self->provider, ps_session_get_year (self->session));
  PsProviderFigures figures;

  ps_provider_figures_fill (&figures, self->session, self->provider);
  show_heading (self, region, provider, &figures);
  show_waterfall (self, region, settlement);
  show_terms (self, region, agreement);
  show_tables (self, region, settlement, agreement);
  ps_chart_view_set_note (self->realised, _("trajectories as they run"));
  ps_chart_view_set_subject (self->realised, provider->name);
  ps_chart_view_set_subject (self->waterfall, provider->name);
  _ps_provider_page_update_actions (self);
  ask_for_chart (self);
  ask_for_facts (self);
  _ps_provider_page_ask_band (self);
}

static guint
find_place (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      return i;
  return PS_NONE;
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (user_data);

  if (ps_session_get_settled (session) == NULL)
    return;
  self->provider = find_place (ps_session_get_settled (session)->region, self->id);
  ps_page_set_gone (GTK_WIDGET (self), self->provider == PS_NONE);
  if (self->provider != PS_NONE)
    show_figures (self);
}

/* When it is opened, the focus is on its first tab. */
static gboolean
ps_provider_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (ps_page_focus_first (widget, direction, gtk_widget_get_first_child (PS_PROVIDER_PAGE (widget)->switcher)))
    return TRUE;
  return GTK_WIDGET_CLASS (ps_provider_page_parent_class)->focus (widget, direction);
}

static void
ps_provider_page_dispose (GObject *object)
{
  PsProviderPage *self = PS_PROVIDER_PAGE (object);

  self->realised = NULL;
  _ps_provider_page_stop_band (self);
  g_clear_pointer (&self->plain, ps_realised_chart_free);
  g_clear_pointer (&self->course, ps_bandwidth_course_free);
  g_clear_pointer (&self->about, ps_provider_facts_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_PROVIDER_PAGE);
  G_OBJECT_CLASS (ps_provider_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsProviderPage, name);
  gtk_widget_class_bind_template_child (class, PsProviderPage, facts);
  gtk_widget_class_bind_template_child (class, PsProviderPage, pill);
  gtk_widget_class_bind_template_child (class, PsProviderPage, pill_icon);
  gtk_widget_class_bind_template_child (class, PsProviderPage, pill_label);
  gtk_widget_class_bind_template_child (class, PsProviderPage, switcher);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tabs);
  gtk_widget_class_bind_template_child (class, PsProviderPage, cards);
  gtk_widget_class_bind_template_child (class, PsProviderPage, realised_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, waterfall_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, band_box);
  gtk_widget_class_bind_template_child (class, PsProviderPage, band_note);
  gtk_widget_class_bind_template_child (class, PsProviderPage, band_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, points_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, letters_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, used_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, used_title);
  gtk_widget_class_bind_template_child (class, PsProviderPage, terms);
  gtk_widget_class_bind_template_child (class, PsProviderPage, agreement_terms);
  gtk_widget_class_bind_template_child (class, PsProviderPage, agreement_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, production_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, agreement_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, production_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, contracts_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, contracts_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tariffs_bar);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tariffs_hint);
  gtk_widget_class_bind_template_child (class, PsProviderPage, tariffs_card);
  gtk_widget_class_bind_template_child (class, PsProviderPage, details_card);
}

static void
ps_provider_page_class_init (PsProviderPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_provider_page_dispose;
  widget_class->focus = ps_provider_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-provider-page.ui");
  bind_children (widget_class);
  _ps_provider_page_install_actions (widget_class);
  _ps_provider_page_install_band (widget_class);
}

static void
fill_cards (PsProviderPage *self)
{
  self->realised = PS_CHART_VIEW (ps_chart_view_new ());
  self->waterfall = PS_CHART_VIEW (ps_chart_view_new ());
  self->used = ps_used_table_new ();
  self->agreement = ps_agreement_table_new ();
  self->production = ps_production_table_new ();
  adw_bin_set_child (self->realised_card, GTK_WIDGET (self->realised));
  adw_bin_set_child (self->waterfall_card, GTK_WIDGET (self->waterfall));
  adw_bin_set_child (self->used_card, GTK_WIDGET (self->used));
  adw_bin_set_child (self->agreement_card, GTK_WIDGET (self->agreement));
  adw_bin_set_child (self->production_card, GTK_WIDGET (self->production));
  gtk_box_append (self->agreement_bar, ps_table_get_menu (self->agreement));
  gtk_box_append (self->production_bar, ps_table_get_menu (self->production));
}

static void
fill_tabs (PsProviderPage *self)
{
  self->contracts = ps_contracts_table_new (FALSE);
  self->tariffs = ps_own_tariffs_new ();
  ps_table_set_empty (self->contracts, _("Reading the contracts…"), NULL);
  adw_bin_set_child (self->contracts_card, GTK_WIDGET (self->contracts));
  adw_bin_set_child (self->tariffs_card, GTK_WIDGET (self->tariffs));
  gtk_box_append (self->contracts_bar, ps_table_get_menu (self->contracts));
  gtk_box_append (self->tariffs_bar, ps_table_get_menu (self->tariffs));
  _ps_provider_page_follow_tables (self);
}

static void
ps_provider_page_init (PsProviderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (420, 12));
  /* Seven tabs as wide as the widest do not fit a small window. */
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (self->switcher)), FALSE);
  fill_cards (self);
  fill_tabs (self);
  _ps_provider_page_make_band (self);
}

GtkWidget *
ps_provider_page_new (PsSession *session, guint provider)
{
  PsProviderPage *self = g_object_new (PS_TYPE_PROVIDER_PAGE, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ps_session_get_settled (session) != NULL, NULL);

  self->session = g_object_ref (session);
  self->provider = provider;
  self->id = ps_region_provider (ps_session_get_settled (session)->region, provider)->id;
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  show_figures (self);
  return GTK_WIDGET (self);
}
