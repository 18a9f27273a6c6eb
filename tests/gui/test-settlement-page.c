/* test-settlement-page.c: a settlement's page shows what counts, live or frozen, and what may be done with it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "people-test.h"

#include "core/ps-explain.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-date-entry.h"
#include "gui/settlements/ps-comparison-page.h"
#include "gui/settlements/ps-settlements-table.h"
#include "gui/settlements/ps-sources-page.h"
#include "gui/settlements/ps-trail-page.h"

#define LINES "Lines per product group and municipality"
#define DASH "\342\210\222" /* minus */
#define EURO "\342\202\254\302\240"

static const PsSettlement *
live (DeskFixture *fixture, const char *agb)
{
  PsSession *session = ps_window_get_session (fixture->window);

  return ps_session_get_settlement (session, ps_region_find_provider (ps_session_get_settled (session)->region, agb));
}

static GtkWidget *
button (DeskFixture *fixture, const char *label)
{
  GtkWidget *found = people_find_button (desk_page (fixture), label);

  g_assert_nonnull (found);
  return found;
}

static GtkDropDown *
which (DeskFixture *fixture)
{
  GtkWidget *found = gui_find_type (desk_page (fixture), GTK_TYPE_DROP_DOWN);

  g_assert_nonnull (found);
  return GTK_DROP_DOWN (found);
}

/* Nothing stored: the region as it is */

static void
test_live (DeskFixture *fixture, gconstpointer data)
{
  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  g_assert_true (gui_has_text (desk_page (fixture), "Zorggroep De Wissel, settlement 2024"));
  g_assert_true (gui_has_text (desk_page (fixture), "scheme Donut"));
  g_assert_true (gui_has_text (desk_page (fixture), "The production statement of 2024 is missing"));
  g_assert_true (gui_has_text (desk_page (fixture), "Not stored\ncomputed at "));
  g_assert_true (gtk_widget_is_sensitive (button (fixture, "Propose…")));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (which (fixture))));
  g_assert_false (desk_is_on (fixture, "settlement.withdraw"));
  g_assert_false (desk_is_on (fixture, "settlement.save-pdf"));
  g_assert_false (desk_is_on (fixture, "settlement.compare"));
  g_assert_true (desk_is_on (fixture, "settlement.store"));
  g_assert_cmpuint (ps_chart_view_get_n_spots (PS_CHART_VIEW (gui_find_type (desk_page (fixture), PS_TYPE_CHART_VIEW))), >=, 6);
  gui_assert_names (desk_page (fixture));
}

static void
assert_line (const PsRegion *region, PsTableRow *row, const PsSettlementLine *line)
{
  g_assert_true (g_str_has_prefix (ps_table_row_get_text (row, PS_LINES_GROUP), ps_region_group (region, line->group)->code));
  g_assert_cmpstr (ps_table_row_get_text (row, PS_LINES_MUNICIPALITY), ==,
                   ps_region_municipality (region, line->municipality)->name);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_CEILING), ==, line->agreed ? line->ceiling_cents : PS_NO_NUMBER);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_GROSS), ==, line->gross_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_NORM), ==, -line->norm_deduction_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_BANDS), ==, -line->band_deduction_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_PAYABLE), ==, line->payable_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_PAID), ==, line->paid_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_LINES_BALANCE), ==, line->balance_cents);
}

static void
test_lines (DeskFixture *fixture, gconstpointer data)
{
  static const char *const agbs[] = { "94000001", "94000002", "94000003" };

  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    {
      const PsSettlement *settlement = live (fixture, agbs[i]);
      const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->window))->region;
      PsTable *table;

      people_open_page (fixture, agbs[i], "from the data as it is");
      table = desk_table (fixture, LINES);
      g_assert_cmpuint (ps_table_get_n_shown (table), ==, settlement->lines->len);
      for (guint j = 0; j < settlement->lines->len; j++)
        assert_line (region, ps_table_get_shown (table, j), &g_array_index (settlement->lines, PsSettlementLine, j));
      g_assert_cmpint (ps_table_get_total (table, PS_LINES_PAYABLE), ==, settlement->totals.payable_cents);
      g_assert_cmpint (ps_table_get_total (table, PS_LINES_BALANCE), ==, settlement->totals.balance_cents);
    }
}

/* Ceiling 10.000, production 11.300: 300 in the donut hole, 1.000 paid at 70 %. */
static void
test_explanation (DeskFixture *fixture, gconstpointer data)
{
  const PsSettlement *settlement;
  PsTable *division, *municipalities;

  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  settlement = live (fixture, PEOPLE_AGB);
  g_assert_true (gui_has_text (desk_page (fixture), "How it is computed, step by step"));
  g_assert_true (gui_has_text (desk_page (fixture), "1. Approve"));
  g_assert_true (gui_has_text (desk_page (fixture), "8. Paid and advances"));
  g_assert_true (gui_has_text (desk_page (fixture), "9. Settled before"));
  g_assert_true (gui_has_text (desk_page (fixture), "No amount of this year was settled before."));
  g_assert_true (gui_has_text (desk_page (fixture), EURO DASH "1,800.00"));
  division = desk_table (fixture, "Division of the deduction");
  g_assert_cmpuint (ps_table_get_n_shown (division), ==, 2);
  g_assert_cmpint (ps_table_get_total (division, 7), ==, -settlement->totals.band_deduction_cents);
  municipalities = desk_table (fixture, "Per municipality");
  g_assert_cmpuint (ps_table_get_n_shown (municipalities), ==, 2);
  g_assert_cmpint (ps_table_get_total (municipalities, 1), ==, settlement->totals.gross_cents);
  g_assert_cmpint (ps_table_get_total (municipalities, 4), ==, settlement->totals.payable_cents);
  g_assert_cmpint (ps_table_get_total (municipalities, 6), ==, settlement->totals.balance_cents);
}

static void
test_step_opens (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  list = gui_find_type (desk_page (fixture), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  desk_wait_page (fixture, PS_TYPE_SOURCES_PAGE);
}

static void
test_disputed (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;

  people_open_page (fixture, PEOPLE_AGB, "Disputed lines");
  table = desk_table (fixture, "Disputed lines");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, 0));
  desk_wait_page (fixture, PS_TYPE_SOURCES_PAGE);
}

static void
test_line_opens (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;

  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  table = desk_table (fixture, LINES);
  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, 0));
  desk_wait_page (fixture, PS_TYPE_SOURCES_PAGE);
  desk_wait_text (fixture, "What AMB1, Venlo is made of");
}

/* Through 31-03-2024 only what was declared up to then counts, and it cannot be proposed. */
static void
test_interim (DeskFixture *fixture, gconstpointer data)
{
  PsDateEntry *through;
  GtkWidget *propose;
  g_autofree char *why = NULL;

  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  through = PS_DATE_ENTRY (gui_find_type (desk_page (fixture), PS_TYPE_DATE_ENTRY));
  ps_date_entry_set_text (through, "31-03-2024");
  desk_wait_text (fixture, "Interim");
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, LINES), PS_LINES_GROSS), ==, 880000);
  propose = button (fixture, "Propose…");
  g_assert_false (gtk_widget_is_sensitive (propose));
  why = gtk_widget_get_tooltip_text (propose) != NULL ? g_strdup (gtk_widget_get_tooltip_text (propose)) : NULL;
  g_assert_nonnull (why);
  g_assert_true (g_strstr_len (why, -1, "whole year") != NULL);
}

/* States */

static void
test_draft (DeskFixture *fixture, gconstpointer data)
{
  people_take (fixture, "anna", PS_STEP_STORE, PEOPLE_AGB, NULL);
  people_open_page (fixture, PEOPLE_AGB, "from the data as it is");
  g_assert_true (desk_is_on (fixture, "settlement.save-pdf"));
  g_assert_true (desk_is_on (fixture, "settlement.withdraw"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (which (fixture))), ==, 2);
  people_declare (fixture, "LATE1");
  desk_wait_text (fixture, "is stored. Since then:");
  g_assert_false (desk_is_on (fixture, "settlement.save-pdf"));
  gtk_drop_down_set_selected (which (fixture), 1);
  desk_wait_no_text (fixture, "from the data as it is");
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, LINES), PS_LINES_GROSS), ==, 1130000);
  g_assert_true (desk_is_on (fixture, "settlement.save-pdf"));
}

static void
test_proposed_by_another (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *me = g_strdup_printf ("; you are %s", g_get_user_name ());

  people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  people_open_page (fixture, PEOPLE_AGB, "by someone other than anna");
  g_assert_true (gui_has_text (desk_page (fixture), me));
  g_assert_false (gui_has_text (desk_page (fixture), "Warnings and Answers"));
  g_assert_true (gtk_widget_is_sensitive (button (fixture, "Make Final…")));
  g_assert_true (desk_is_on (fixture, "settlement.withdraw"));
  g_assert_false (desk_is_on (fixture, "settlement.store"));
  gui_assert_names (desk_page (fixture));
}

/* Four eyes. */
static void
test_proposed_by_me (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *final;

  people_take (fixture, g_get_user_name (), PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  people_open_page (fixture, PEOPLE_AGB, "by someone other than");
  final = button (fixture, "Make Final…");
  g_assert_false (gtk_widget_is_sensitive (final));
  g_assert_nonnull (g_strstr_len (gtk_widget_get_tooltip_text (final), -1, "somebody else has to make it final"));
}

/* The frozen figures stay on the page when the region goes on; both can be looked at. */
static void
test_final_and_changed (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *correct;

  people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  people_take (fixture, "bram", PS_STEP_MAKE_FINAL, PEOPLE_AGB, NULL);
  people_open_page (fixture, PEOPLE_AGB, "by bram");
  /* What was missing was answered: that is what holds, and not that it is missing. */
  g_assert_true (gui_has_text (desk_page (fixture), "When it was made final: The production statement of 2024 is missing"));
  g_assert_true (gui_has_text (desk_page (fixture), "Warnings and Answers"));
  g_assert_true (gui_has_text (desk_page (fixture), "Lines in dispute: 1 declaration line is in dispute"));
  correct = button (fixture, "Correct…");
  g_assert_false (gtk_widget_is_sensitive (correct));
  g_assert_nonnull (g_strstr_len (gtk_widget_get_tooltip_text (correct), -1, "nothing to correct"));
  people_declare (fixture, "LATE1");
  /* 400,00 more was produced, of which 70 % is paid, and all of it was paid. */
  desk_wait_text (fixture, "Since then: the balance is " EURO "120.00 lower.");
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, LINES), PS_LINES_GROSS), ==, 1130000);
  g_assert_true (gtk_widget_is_sensitive (button (fixture, "Correct…")));
  gtk_drop_down_set_selected (which (fixture), 0);
  desk_wait_text (fixture, "from the data as it is");
  g_assert_cmpint (ps_table_get_total (desk_table (fixture, LINES), PS_LINES_GROSS), ==, 1170000);
  g_assert_true (gui_has_text (desk_page (fixture), "By earlier final settlements of this year."));
}

static void
test_correction (DeskFixture *fixture, gconstpointer data)
{
  people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  people_take (fixture, "bram", PS_STEP_MAKE_FINAL, PEOPLE_AGB, NULL);
  people_declare (fixture, "LATE1");
  people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, "A declaration came late");
  people_open_page (fixture, PEOPLE_AGB, "by someone other than anna");
  g_assert_true (gui_has_text (desk_page (fixture), "Reason: A declaration came late"));
  g_assert_true (gui_has_text (desk_page (fixture), "Balance " EURO DASH "1,920.00, settled before " EURO DASH "1,800.00. " EURO
                                                    "120.00 is reclaimed."));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (which (fixture))), ==, 3);
  g_assert_true (desk_is_on (fixture, "settlement.compare-replaced"));
  desk_do (fixture, "settlement.compare-replaced");
  desk_wait_page (fixture, PS_TYPE_COMPARISON_PAGE);
}

static void
test_withdrawn (DeskFixture *fixture, gconstpointer data)
{
  people_take (fixture, "anna", PS_STEP_PROPOSE, PEOPLE_AGB, NULL);
  people_open_page (fixture, PEOPLE_AGB, "by someone other than anna");
  people_take (fixture, "bram", PS_STEP_WITHDRAW, PEOPLE_AGB, "Wrong ceiling");
  desk_wait_text (fixture, "from the data as it is");
  g_assert_true (gtk_widget_is_sensitive (button (fixture, "Propose…")));
  gtk_drop_down_set_selected (which (fixture), 1);
  desk_wait_text (fixture, "Withdrawn: Wrong ceiling");
  desk_do (fixture, "settlement.trail");
  desk_wait_page (fixture, PS_TYPE_TRAIL_PAGE);
}

/* A page that is gone before its answer comes. */
static void
test_closed_early (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  guint provider = ps_region_find_provider (ps_session_get_settled (session)->region, PEOPLE_AGB);
  GtkWidget *page = g_object_ref_sink (ps_settlement_page_new (session, provider, PS_DATE_OPEN));
  gpointer weak = page;

  g_object_add_weak_pointer (G_OBJECT (page), &weak);
  g_object_unref (page);
  for (int i = 0; i < 5000 && weak != NULL; i++)
    {
      gui_settle_down ();
      g_usleep (1000);
    }
  g_assert_null (weak);
}

#define ADD(name) g_test_add ("/settlement-page/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (live);
  ADD (lines);
  ADD (explanation);
  ADD (step_opens);
  ADD (disputed);
  ADD (line_opens);
  ADD (interim);
  ADD (draft);
  ADD (proposed_by_another);
  ADD (proposed_by_me);
  ADD (final_and_changed);
  ADD (correction);
  ADD (withdrawn);
  ADD (closed_early);
  return g_test_run ();
}
