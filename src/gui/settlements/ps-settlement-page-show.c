/* ps-settlement-page-show.c: a settlement on its page, live or frozen
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-page"

#include "ps-settlement-page-private.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-waterfall.h"
#include "core/ps-explain.h"
#include "core/ps-format.h"
#include "gui/ps-navigator.h"
#include "gui/agreements/ps-agreement-page.h"
#include "ps-bands-card.h"
#include "ps-disputed-table.h"
#include "ps-explain-card.h"
#include "ps-life-preview.h"
#include "ps-settlement-cards.h"
#include "ps-settlement-history-page.h"
#include "ps-settlements-table.h"

#define COLUMN_WIDTH 450 /* of a card beside another one */
#define SCOPES_WIDTH 640 /* the same where there are several scopes, which want more words */

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
show_waterfall (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GArray) figures = ps_explain_figures (self->detail->dossier);
  gint64 ceiling = settlement->agreement != NULL ? settlement->totals.ceiling_cents : PS_NO_NUMBER;

  ps_chart_view_set_subject (self->waterfall, ps_region_provider (region, settlement->provider)->name);
  ps_chart_view_set_chart (self->waterfall, &ps_chart_waterfall_kind, ps_waterfall_from_figures (figures, ceiling),
                           (GDestroyNotify) ps_waterfall_chart_free);
}

/* Lines */

static void
on_line_activated_cb (PsTable *table, PsTableRow *row, PsSettlementPage *self)
{
  const PsSettlementLine *line;

  if (self->detail == NULL || ps_table_row_get_id (row) >= self->detail->settlement->lines->len)
    return;
  line = &g_array_index (self->detail->settlement->lines, PsSettlementLine, ps_table_row_get_id (row));
  _ps_settlement_page_open_place (self, line->group, line->municipality);
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

/* How it came about */

static void
open_agreement (PsSettlementPage *self)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, self->agb) : PS_NONE;

  if (provider != PS_NONE)
    ps_navigator_push (GTK_WIDGET (self), ps_agreement_page_new (self->session, provider), _("Agreement"));
}

static void
on_step_activated_cb (GtkListBox *list, GtkListBoxRow *row, PsSettlementPage *self)
{
  GtkWidget *disputed = GTK_WIDGET (self->disputed), *division = adw_bin_get_child (self->division_card);
  PsExplainStep step = ps_explain_steps_get (row);

  if (step == PS_EXPLAIN_SCOPES || step == PS_EXPLAIN_BANDS)
    open_agreement (self);
  else if (step == PS_EXPLAIN_BEFORE)
    ps_navigator_push (GTK_WIDGET (self), ps_settlement_history_page_new (self->session, self->agb), _("Settlement History"));
  else if (step == PS_EXPLAIN_DIVISION && division != NULL)
    gtk_widget_child_focus (division, GTK_DIR_TAB_FORWARD);
  else if (step == PS_EXPLAIN_APPROVE && gtk_widget_get_visible (self->disputed_box))
    gtk_widget_child_focus (disputed, GTK_DIR_TAB_FORWARD);
  else
    _ps_settlement_page_open_sources (self, PS_NONE, PS_NONE, _("All Sources"));
}

/* What was settled before, and what is left to pay or reclaim. */
static void
find_amount (PsSettlementPage *self, gint64 *before_cents, gint64 *amount_cents)
{
  const PsStored *shown = _ps_settlement_page_get_shown (self);

  *before_cents = shown != NULL ? shown->settled_before_cents : 0;
  *amount_cents = shown != NULL ? shown->amount_cents : self->detail->settlement->totals.balance_cents;
  if (shown == NULL && self->stand->last_final != NULL)
    ps_life_preview_amount (self->stand->list, self->agb, self->year, self->detail->settlement->totals.balance_cents,
                            before_cents, amount_cents, NULL);
}

static void
show_steps (PsSettlementPage *self)
{
  GtkWidget *steps;
  gint64 before, amount;

  find_amount (self, &before, &amount);
  steps = ps_explain_steps_new (self->detail->dossier, before, amount);
  g_signal_connect_object (steps, "row-activated", G_CALLBACK (on_step_activated_cb), self, 0);
  adw_bin_set_child (self->steps_card, steps);
}

static void
put_table (PsTable *table, AdwBin *card, GtkBox *bar, const char *export_name)
{
  GtkWidget *menu = gtk_widget_get_last_child (GTK_WIDGET (bar));

  if (GTK_IS_MENU_BUTTON (menu))
    gtk_box_remove (bar, menu);
  adw_bin_set_child (card, GTK_WIDGET (table));
  if (table == NULL)
    return;
  ps_table_set_export_name (table, export_name);
  menu = ps_table_get_menu (table);
  gtk_widget_add_css_class (menu, "flat");
  gtk_box_append (bar, menu);
}

static void
show_division (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  PsTable *division = ps_explain_division_table_new (region, settlement);
  g_autofree char *name = g_strdup_printf (_("settlement %d %s division"), settlement->year, self->agb);

  put_table (division, self->division_card, self->division_bar, name);
  if (division != NULL)
    g_signal_connect_object (division, "row-activated", G_CALLBACK (on_line_activated_cb), self, 0);
  gtk_widget_set_visible (self->division_box, division != NULL);
}

static void
show_municipalities (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  g_autofree char *name = g_strdup_printf (_("settlement %d %s municipalities"), settlement->year, self->agb);

  put_table (ps_explain_municipalities_table_new (region, settlement), self->municipalities_card, self->municipalities_bar, name);
}

/* What is in dispute, and what is carried */

static void
show_sources (PsSettlementPage *self)
{
  g_autoptr (GPtrArray) disputed = ps_disputed_table_rows (self->detail);
  g_autoptr (GPtrArray) carried = ps_carried_table_rows (self->detail);
  g_autofree char *remark = ps_disputed_table_remark (self->detail);
  g_autofree char *amount = ps_format_money (self->detail->settlement->totals.carried_cents);
  g_autofree char *carried_remark = g_strdup_printf (_("%s for trajectories that had not ended: not in the balance"), amount);

  ps_table_set_rows (self->disputed, disputed);
  ps_decide_bar_show (self->decide, self->detail);
  ps_table_set_rows (self->carried, carried);
  gtk_label_set_text (self->disputed_remark, remark);
  gtk_label_set_text (self->carried_remark, carried_remark);
  gtk_widget_set_visible (self->disputed_box, disputed->len > 0);
  gtk_widget_set_visible (self->carried_box, carried->len > 0);
}

/* Of a final one: what stood in the way of it, and what was answered. */
static void
show_answers (PsSettlementPage *self)
{
  const PsStored *shown = _ps_settlement_page_get_shown (self);
  gboolean answered = shown != NULL && shown->state == PS_SETTLEMENT_FINAL && shown->warnings->len > 0;

  adw_bin_set_child (self->answers_card, answered ? ps_answers_card_new (shown) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->answers_card), answered);
}

static void
show_figures (PsSettlementPage *self, const PsRegion *region, const PsSettlement *settlement)
{
  show_waterfall (self, region, settlement);
  g_object_set (gtk_widget_get_layout_manager (self->cards), "column-width",
                settlement->scopes->len > 1 ? SCOPES_WIDTH : COLUMN_WIDTH, NULL);
  adw_bin_set_child (self->bands_card, ps_bands_card_new (region, settlement));
  show_lines (self, region, settlement);
  show_scopes (self, region, settlement);
  adw_bin_set_child (self->signals_card, ps_signals_card_new (region, settlement));
  gtk_widget_set_visible (GTK_WIDGET (self->signals_card), settlement->signals->len > 0);
  show_answers (self);
  show_sources (self);
  show_steps (self);
  show_division (self, region, settlement);
  show_municipalities (self, region, settlement);
}

void
_ps_settlement_page_show (PsSettlementPage *self)
{
  const PsRegion *region = ps_settlement_detail_region (self->detail);
  const PsSettlement *settlement = self->detail->settlement;
  gboolean empty = ps_settlement_is_empty (settlement);

  show_heading (self, region, settlement);
  ps_state_bar_show (self->state, self->stand, _ps_settlement_page_get_shown (self), settlement->year, settlement->through,
                     settlement->totals.balance_cents);
  gtk_widget_set_visible (GTK_WIDGET (self->state), TRUE);
  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (self->content, !empty);
  if (!empty)
    show_figures (self, region, settlement);
}

/* What can be looked at */

void
_ps_settlement_page_show_choices (PsSettlementPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 shown = self->detail != NULL && self->detail->stored != NULL ? self->detail->stored->id : 0;
  guint selected = 0;
  const gint64 now = 0;

  g_array_set_size (self->choices, 0);
  g_array_append_val (self->choices, now);
  gtk_string_list_append (names, _("Now: the data as it is"));
  for (guint i = self->stand->list->len; i > 0; i--)
    {
      const PsStored *stored = g_ptr_array_index (self->stand->list, i - 1);
      g_autofree char *name = ps_stored_name (stored);

      if (stored->id == shown)
        selected = self->choices->len;
      g_array_append_val (self->choices, stored->id);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->which, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->which), self->choices->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->through_bin), shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->through_label), shown == 0);
}
