/* ps-settlement-page.c: one provider's year from gross production to balance
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-page"

#include "ps-settlement-page.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-waterfall.h"
#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "gui/ps-card-layout.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-date-entry.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "ps-bands-card.h"
#include "ps-disputed-table.h"
#include "ps-settlement-cards.h"
#include "ps-settlement-detail.h"
#include "ps-settlements-table.h"
#include "ps-sources-page.h"

#define COLUMN_WIDTH 450 /* of a card beside another one */
#define SCOPES_WIDTH 640 /* the same where there are several scopes, which want more words */
#define SPACING 10

struct _PsSettlementPage
{
  AdwBin parent;

  PsSession *session;
  char *agb; /* places change when the file is read again: this does not */
  int year;
  PsDateEntry *through;
  guint asked;                /* how often the figures were asked for: only the last answer counts */
  PsSettlementDetail *detail; /* NULL until it is there */
  gconstpointer shown;        /* the year's figures that are on the page already, only to be compared; NULL: others */

  PsChartView *waterfall;
  PsTable *lines; /* made anew for every settlement: its columns depend on it */
  GtkWidget *lines_menu;
  PsTable *disputed;
  PsTable *carried;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkLabel *through_label;
  AdwBin *through_bin;
  GtkLabel *state_text;
  GtkSpinner *spinner;
  GtkWidget *nothing;
  GtkWidget *content;
  GtkWidget *cards;
  AdwBin *waterfall_card;
  AdwBin *bands_card;
  GtkBox *lines_bar;
  AdwBin *lines_card;
  GtkLabel *lines_note;
  GtkWidget *scopes_cards;
  GtkWidget *disputed_box;
  GtkBox *disputed_bar;
  GtkLabel *disputed_remark;
  AdwBin *disputed_card;
  GtkWidget *carried_box;
  GtkBox *carried_bar;
  GtkLabel *carried_remark;
  AdwBin *carried_card;
  GtkWidget *more_cards;
  AdwBin *signals_card;
  AdwBin *steps_card;
};

G_DEFINE_FINAL_TYPE (PsSettlementPage, ps_settlement_page, ADW_TYPE_BIN)

static void on_line_activated_cb (PsTable *table, PsTableRow *row, PsSettlementPage *self);

/* Its place in the session's region now; PS_NONE where it is gone. */
static guint
find_provider (PsSettlementPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  return settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;
}

/* Showing */

static void
show_heading (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  const PsProvider *provider = ps_region_provider (region, settlement->provider);
  g_autofree char *title = g_strdup_printf (_("%s, settlement %d"), provider->name, settlement->year);
  g_autofree char *day = ps_format_date (settlement->through);
  g_autofree char *schemes = ps_scheme_names (region, settlement);
  g_autofree char *facts = schemes != NULL ? g_strdup_printf (_("AGB %s · through %s · scheme %s"), provider->agb, day, schemes)
                                           : g_strdup_printf (_("AGB %s · through %s · no scheme"), provider->agb, day);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
}

static void
show_state (PsSettlementPage *self, const PsSettlement *settlement)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  gboolean interim = settlement->through != ps_date_year_end (settlement->year);
  g_autofree char *text =
      g_strdup_printf (interim ? _("at %s, from the data as it is. Interim: ceilings are those of the whole year.")
                               : _("at %s, from the data as it is. Nothing of it was proposed or made final."),
                       time);

  gtk_label_set_text (self->state_text, text);
}

static void
show_waterfall (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GArray) figures = ps_settlement_figures (region, settlement);
  gint64 ceiling = settlement->agreement != NULL ? settlement->totals.ceiling_cents : PS_NO_NUMBER;

  ps_chart_view_set_subject (self->waterfall, ps_region_provider (region, settlement->provider)->name);
  ps_chart_view_set_chart (self->waterfall, &ps_chart_waterfall_kind, ps_waterfall_from_figures (figures, ceiling),
                           (GDestroyNotify) ps_waterfall_chart_free);
}

static void
show_lines (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autofree char *note = ps_lines_table_note (settlement);
  g_autofree char *name = g_strdup_printf (_("settlement %d %s lines"), settlement->year, self->agb);

  if (self->lines_menu != NULL)
    gtk_box_remove (self->lines_bar, self->lines_menu);
  self->lines = ps_lines_table_new (region, settlement);
  ps_table_set_export_name (self->lines, name);
  g_signal_connect_object (self->lines, "row-activated", G_CALLBACK (on_line_activated_cb), self, 0);
  adw_bin_set_child (self->lines_card, GTK_WIDGET (self->lines));
  self->lines_menu = ps_table_get_menu (self->lines);
  gtk_widget_add_css_class (self->lines_menu, "flat");
  gtk_box_append (self->lines_bar, self->lines_menu);
  gtk_label_set_text (self->lines_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lines_note), note != NULL);
}

/* The bands of each scope, where there are several. */
static void
show_scopes (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GPtrArray) cards = ps_bands_cards_more (region, settlement);
  GtkWidget *before;

  while ((before = gtk_widget_get_first_child (self->scopes_cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->scopes_cards), before);
  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *card = adw_bin_new ();

      gtk_widget_add_css_class (card, "figures");
      adw_bin_set_child (ADW_BIN (card), g_ptr_array_index (cards, i));
      gtk_box_append (GTK_BOX (self->scopes_cards), card);
    }
  gtk_widget_set_visible (self->scopes_cards, cards->len > 0);
}

/* The figures; what they are made of follows when the worker has it. */
static void
show_settlement (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  gboolean empty = ps_settlement_is_empty (settlement);

  show_heading (self, region, settlement);
  show_state (self, settlement);
  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (self->content, !empty);
  if (empty)
    return;
  show_waterfall (self, region, settlement);
  g_object_set (gtk_widget_get_layout_manager (self->cards), "column-width",
                settlement->scopes->len > 1 ? SCOPES_WIDTH : COLUMN_WIDTH, NULL);
  adw_bin_set_child (self->bands_card, ps_bands_card_new (region, settlement));
  show_lines (self, region, settlement);
  show_scopes (self, region, settlement);
  adw_bin_set_child (self->signals_card, ps_signals_card_new (region, settlement));
  gtk_widget_set_visible (GTK_WIDGET (self->signals_card), settlement->signals->len > 0);
  adw_bin_set_child (self->steps_card, ps_steps_card_new (region, settlement));
}

static void
show_detail (PsSettlementPage *self)
{
  g_autoptr (GPtrArray) disputed = ps_disputed_table_rows (self->detail);
  g_autoptr (GPtrArray) carried = ps_carried_table_rows (self->detail);
  g_autofree char *remark = ps_disputed_table_remark (self->detail);
  g_autofree char *amount = ps_format_money (self->detail->settlement->totals.carried_cents);
  g_autofree char *carried_remark = g_strdup_printf (_("%s for trajectories that had not ended: not in the balance"), amount);

  ps_table_set_rows (self->disputed, disputed);
  ps_table_set_rows (self->carried, carried);
  gtk_label_set_text (self->disputed_remark, remark);
  gtk_label_set_text (self->carried_remark, carried_remark);
  gtk_widget_set_visible (self->disputed_box, disputed->len > 0);
  gtk_widget_set_visible (self->carried_box, carried->len > 0);
}

static void
show_waiting (PsSettlementPage *self, gboolean waiting)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  if (waiting)
    gtk_spinner_start (self->spinner);
  else
    gtk_spinner_stop (self->spinner);
}

/* Asking */

typedef struct
{
  PsSettlementPage *page;
  guint asked;
} Asking;

static void
on_detail_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (PsSettlementPage) self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettlementDetail) detail = ps_settlement_detail_load_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || asking->asked != self->asked)
    return;
  show_waiting (self, FALSE);
  if (detail == NULL)
    {
      g_autofree char *text = NULL;

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));
      gtk_label_set_text (self->state_text, text);
      ps_navigator_tell (GTK_WIDGET (self), text);
      return;
    }
  ps_settlement_detail_free (self->detail);
  self->detail = g_steal_pointer (&detail);
  if (self->shown != ps_settled_ref_get (self->detail->figures))
    show_settlement (self, ps_settlement_detail_region (self->detail), self->detail->settlement);
  self->shown = NULL;
  show_detail (self);
}

static void
ask_for_detail (PsSettlementPage *self, guint provider)
{
  PsSettlementQuestion question = { .provider = provider,
                                    .through = ps_date_entry_get_date (self->through),
                                    .wanted = PS_SOURCES_DISPUTED,
                                    .group = PS_NONE,
                                    .municipality = PS_NONE };
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), ++self->asked };
  show_waiting (self, TRUE);
  ps_settlement_detail_load_async (self->session, &question, on_detail_loaded_cb, asking);
}

static void
show_figures (PsSettlementPage *self)
{
  guint provider = find_provider (self);

  self->shown = NULL;
  if (provider != PS_NONE)
    ask_for_detail (self, provider);
}

/* Callbacks */

static void
show_year (PsSettlementPage *self, PsDate through)
{
  PsDate last = ps_date_year_end (self->year);

  ps_date_entry_set_range (self->through, ps_date_year_start (self->year), last);
  ps_date_entry_set_date (self->through, through == PS_DATE_OPEN ? last : through);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (user_data);
  const PsSettledYear *settled = ps_session_get_settled (session);

  if (settled == NULL)
    return;
  ps_page_set_gone (GTK_WIDGET (self), find_provider (self) == PS_NONE);
  if (find_provider (self) == PS_NONE)
    return;
  if (settled->year != self->year)
    {
      self->year = settled->year;
      show_year (self, PS_DATE_OPEN);
    }
  show_figures (self);
}

static void
open_sources (PsSettlementPage *self, guint group, guint municipality, const char *title)
{
  guint provider = find_provider (self);

  if (provider != PS_NONE)
    ps_navigator_push (GTK_WIDGET (self),
                       ps_sources_page_new (self->session, provider, group, municipality, ps_date_entry_get_date (self->through)),
                       title);
}

static void
open_place (PsSettlementPage *self, guint group, guint municipality)
{
  const PsRegion *region = ps_settlement_detail_region (self->detail);
  g_autofree char *title =
      g_strdup_printf ("%s, %s", ps_region_group (region, group)->code, ps_region_municipality (region, municipality)->name);

  open_sources (self, group, municipality, title);
}

static void
on_line_activated_cb (PsTable *table, PsTableRow *row, PsSettlementPage *self)
{
  const PsSettlementLine *line;

  if (self->detail == NULL || ps_table_row_get_id (row) >= self->detail->settlement->lines->len)
    return;
  line = &g_array_index (self->detail->settlement->lines, PsSettlementLine, ps_table_row_get_id (row));
  open_place (self, line->group, line->municipality);
}

static void
on_source_activated_cb (PsTable *table, PsTableRow *row, PsSettlementPage *self)
{
  const PsSourceDetail *source;

  if (self->detail == NULL || ps_table_row_get_id (row) >= self->detail->sources->len)
    return;
  source = g_ptr_array_index (self->detail->sources, ps_table_row_get_id (row));
  open_place (self, source->source.group, source->source.municipality);
}

static void
on_sources_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  open_sources (self, PS_NONE, PS_NONE, _("All Sources"));
}

/* Making and unmaking */

static gboolean
ps_settlement_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (widget);

  return ps_page_focus_first (widget, direction, GTK_WIDGET (self->waterfall))
         || GTK_WIDGET_CLASS (ps_settlement_page_parent_class)->focus (widget, direction);
}

static void
ps_settlement_page_dispose (GObject *object)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_SETTLEMENT_PAGE);
  G_OBJECT_CLASS (ps_settlement_page_parent_class)->dispose (object);
}

static void
ps_settlement_page_finalize (GObject *object)
{
  PsSettlementPage *self = PS_SETTLEMENT_PAGE (object);

  ps_settlement_detail_free (self->detail);
  g_free (self->agb);
  G_OBJECT_CLASS (ps_settlement_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, title);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, through_label);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, through_bin);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, state_text);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, content);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, waterfall_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, bands_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, lines_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, lines_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, lines_note);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, scopes_cards);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_box);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_remark);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, disputed_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_box);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_bar);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_remark);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, carried_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, more_cards);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, signals_card);
  gtk_widget_class_bind_template_child (widget_class, PsSettlementPage, steps_card);
}

static void
ps_settlement_page_class_init (PsSettlementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ps_settlement_page_dispose;
  object_class->finalize = ps_settlement_page_finalize;
  widget_class->focus = ps_settlement_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-settlement-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "settlement.sources", NULL, on_sources_cb);
}

static void
add_table (PsSettlementPage *self, PsTable *table, AdwBin *card, GtkBox *bar)
{
  GtkWidget *menu = ps_table_get_menu (table);

  adw_bin_set_child (card, GTK_WIDGET (table));
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (bar, menu);
  g_signal_connect_object (table, "row-activated", G_CALLBACK (on_source_activated_cb), self, 0);
}

static void
ps_settlement_page_init (PsSettlementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  gtk_widget_set_layout_manager (self->scopes_cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  gtk_widget_set_layout_manager (self->more_cards, ps_card_layout_new (COLUMN_WIDTH, SPACING));
  self->through = PS_DATE_ENTRY (ps_date_entry_new (_("Settle through")));
  adw_bin_set_child (self->through_bin, GTK_WIDGET (self->through));
  gtk_label_set_mnemonic_widget (self->through_label, GTK_WIDGET (self->through));
  /* Its name says more than the label; both would be read. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->through), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (self->through, "date-changed", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  self->waterfall = PS_CHART_VIEW (ps_chart_view_new ());
  adw_bin_set_child (self->waterfall_card, GTK_WIDGET (self->waterfall));
  self->disputed = ps_disputed_table_new ();
  add_table (self, self->disputed, self->disputed_card, self->disputed_bar);
  self->carried = ps_carried_table_new ();
  add_table (self, self->carried, self->carried_card, self->carried_bar);
}

/* What the session has of the year already is shown at once. */
static void
show_at_once (PsSettlementPage *self, guint provider)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsSettlement *settlement = ps_session_get_settlement (self->session, provider);
  const PsProvider *about = ps_region_provider (settled->region, provider);

  gtk_widget_set_visible (self->content, FALSE);
  gtk_label_set_text (self->title, about->name);
  if (settlement != NULL && ps_date_entry_get_date (self->through) == settled->through)
    {
      show_settlement (self, settled->region, settlement);
      self->shown = settled;
    }
}

GtkWidget *
ps_settlement_page_new (PsSession *session, guint provider, PsDate through)
{
  PsSettlementPage *self;
  const PsSettledYear *settled;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);
  settled = ps_session_get_settled (session);
  g_return_val_if_fail (settled != NULL, NULL);

  self = g_object_new (PS_TYPE_SETTLEMENT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agb = g_strdup (ps_region_provider (settled->region, provider)->agb);
  self->year = settled->year;
  show_year (self, through);
  show_at_once (self, provider);
  ask_for_detail (self, provider);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  return GTK_WIDGET (self);
}
