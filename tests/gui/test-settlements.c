/* test-settlements.c: the settlement pages show exactly what was settled, and what it is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "page-test.h"

#include <string.h>

#include "core/ps-format.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-date-entry.h"
#include "gui/ps-table.h"
#include "gui/settlements/ps-settlement-page.h"
#include "gui/settlements/ps-settlements-page.h"
#include "gui/settlements/ps-settlements-table.h"
#include "gui/settlements/ps-sources-page.h"
#include "gui/settlements/ps-sources-table.h"

typedef PageFixture Fixture;

static const PsSettledYear *
get_settled (Fixture *fixture)
{
  return ps_session_get_settled (fixture->session);
}

static PsTable *
find_table (Fixture *fixture, const char *name)
{
  GtkWidget *table = gui_find_table (fixture->window, name);

  g_assert_nonnull (table);
  return PS_TABLE (table);
}

/* Waiting for what a worker computes */

typedef struct
{
  PsTable *table;
  guint n;
} Rows;

static gboolean
has_rows (gpointer user_data)
{
  const Rows *rows = user_data;

  return ps_table_get_n_shown (rows->table) >= rows->n;
}

static void
wait_for_rows (PsTable *table, guint n)
{
  Rows rows = { table, n };

  gui_wait_until (has_rows, &rows);
}

/* All providers */

static void
assert_provider_row (PsTableRow *row, const PsSettlement *settlement)
{
  const PsSettlementLine *totals = &settlement->totals;

  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_GROSS), ==, totals->gross_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_NORM), ==, -totals->norm_deduction_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_BANDS), ==, -totals->band_deduction_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_PAYABLE), ==, totals->payable_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_PAID), ==, totals->paid_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_BALANCE), ==, totals->balance_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_DISPUTED), ==, totals->disputed_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_CARRIED), ==, totals->carried_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SETTLEMENTS_SIGNALS), ==, settlement->signals->len);
}

/* The table of the year, with what a worker read of it. */
static PsTable *
show_year (Fixture *fixture)
{
  PsTable *table;

  page_show (fixture, ps_settlements_page_new (fixture->session));
  table = find_table (fixture, "Settlements");
  wait_for_rows (table, 3);
  ps_table_set_sort (table, "agb", FALSE);
  return table;
}

static void
test_providers (Fixture *fixture, gconstpointer data)
{
  const PsSettledYear *settled = get_settled (fixture);
  PsTable *table = show_year (fixture);
  gint64 balance = 0;

  g_assert_cmpuint (ps_table_get_n_shown (table), ==, settled->settlements->len);
  g_assert_cmpuint (settled->settlements->len, ==, 3);
  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      assert_provider_row (ps_table_get_shown (table, i), settlement);
      g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, i), PS_SETTLEMENTS_STATE), ==, "Not stored");
      balance += settlement->totals.balance_cents;
    }
  g_assert_cmpint (ps_table_get_total (table, PS_SETTLEMENTS_BALANCE), ==, balance);
  g_assert_true (gui_has_text (fixture->window, "3 providers"));
  g_assert_true (gui_has_text (fixture->window, "_Store All as Drafts…")
                 || gui_has_text (fixture->window, "Store All as Drafts…"));
  gui_assert_names (fixture->window);
}

/* In the order of the drop-down: all, the states, changed, statement missing, to pay, to reclaim, disputes, signals. */
static void
assert_shown (Fixture *fixture, PsTable *table, const guint *shown, guint n)
{
  GtkWidget *which = gui_find_type (fixture->window, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < n; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (which), i);
      g_test_message ("choice %u shows %u", i, ps_table_get_n_shown (table));
      g_assert_cmpuint (ps_table_get_n_shown (table), ==, shown[i]);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), 0);
}

static void
test_which (Fixture *fixture, gconstpointer data)
{
  static const guint shown[] = { 3, 3, 0, 0, 0, 0, 3, 0, 2, 1, 1 };

  assert_shown (fixture, show_year (fixture), shown, G_N_ELEMENTS (shown));
}

typedef struct
{
  PsTable *table;
  gint64 gross;
} Awaited;

static gboolean
has_gross (gpointer user_data)
{
  const Awaited *awaited = user_data;

  return ps_table_get_total (awaited->table, PS_SETTLEMENTS_GROSS) == awaited->gross;
}

/* Through 30-06-2024 only what was declared up to then counts. */
static void
test_interim (Fixture *fixture, gconstpointer data)
{
  Awaited awaited = { show_year (fixture), 880000 + 250000 + 50000 };
  PsDateEntry *through;

  through = PS_DATE_ENTRY (gui_find_type (fixture->window, PS_TYPE_DATE_ENTRY));
  ps_date_entry_set_text (through, "30-06-2024");
  gui_wait_until (has_gross, &awaited);
  g_assert_true (gui_has_text (fixture->window, "30-06-2024"));
  g_assert_true (gui_has_text (fixture->window, "Interim"));
  ps_date_entry_set_text (through, "31-12-2024");
  awaited.gross = 880000 + 250000 + 800000 + 50000;
  gui_wait_until (has_gross, &awaited);
}

/* What is no day of the year is not taken, and said to be wrong. */
static void
test_date_entry (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "", "31-02-2024", "30-06-2023", "31/6/2024", "1 juni", "2024" };
  GtkWidget *entry = ps_date_entry_new ("Through");
  PsDate last = ps_date_from_ymd (2024, 12, 31);

  page_show (fixture, entry);
  ps_date_entry_set_range (PS_DATE_ENTRY (entry), ps_date_from_ymd (2024, 1, 1), last);
  ps_date_entry_set_date (PS_DATE_ENTRY (entry), last);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      ps_date_entry_set_text (PS_DATE_ENTRY (entry), wrong[i]);
      g_assert_false (ps_date_entry_is_valid (PS_DATE_ENTRY (entry)));
      g_assert_cmpint (ps_date_entry_get_date (PS_DATE_ENTRY (entry)), ==, last);
    }
  ps_date_entry_set_text (PS_DATE_ENTRY (entry), " 2024-06-30 ");
  g_assert_true (ps_date_entry_is_valid (PS_DATE_ENTRY (entry)));
  g_assert_cmpint (ps_date_entry_get_date (PS_DATE_ENTRY (entry)), ==, ps_date_from_ymd (2024, 6, 30));
  gui_assert_names (entry);
}

static void
activate (PsTable *table, guint position)
{
  GtkWidget *view = gui_find_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);

  g_assert_true (gtk_widget_activate_action (gtk_widget_get_last_child (view), "list.activate-item", "u", position));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  PsTable *table = show_year (fixture);

  ps_table_set_filter (table, "94000001");
  activate (table, 0);
  g_assert_true (PS_IS_SETTLEMENT_PAGE (fixture->navigator->pushed));
  g_assert_cmpstr (fixture->navigator->title, ==, "Zorggroep De Wissel, settlement 2024");
}

/* One provider */

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
test_lines (Fixture *fixture, gconstpointer data)
{
  const PsSettledYear *settled = get_settled (fixture);

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);
      PsTable *table;

      page_show (fixture, ps_settlement_page_new (fixture->session, settlement->provider, PS_DATE_OPEN));
      gui_settle_down ();
      table = find_table (fixture, "Lines per product group and municipality");
      g_assert_cmpuint (ps_table_get_n_shown (table), ==, settlement->lines->len);
      for (guint j = 0; j < settlement->lines->len; j++)
        assert_line (settled->region, ps_table_get_shown (table, j), &g_array_index (settlement->lines, PsSettlementLine, j));
      g_assert_cmpint (ps_table_get_total (table, PS_LINES_PAYABLE), ==, settlement->totals.payable_cents);
      g_assert_cmpint (ps_table_get_total (table, PS_LINES_BALANCE), ==, settlement->totals.balance_cents);
      gui_assert_names (fixture->window);
    }
}

static guint
wissel (Fixture *fixture)
{
  return ps_region_find_provider (get_settled (fixture)->region, "94000001");
}

/* Ceiling 10.000, production 11.300: 300 in the donut hole, 1.000 paid at 70 %. */
static void
test_bands (Fixture *fixture, gconstpointer data)
{
  page_show (fixture, ps_settlement_page_new (fixture->session, wissel (fixture), PS_DATE_OPEN));
  gui_wait_text (fixture->window, "from the data as it is");
  gui_wait_text (fixture->window, "Zorggroep De Wissel, settlement 2024");
  gui_wait_text (fixture->window, "How it is computed, step by step");
  g_assert_true (gui_has_text (fixture->window, "AGB 94000001"));
  g_assert_true (gui_has_text (fixture->window, "scheme Donut"));
  g_assert_true (gui_has_text (fixture->window, "€\302\2401,000.00"));
  g_assert_true (gui_has_text (fixture->window, "How it is computed, step by step"));
  g_assert_cmpuint (ps_chart_view_get_n_spots (PS_CHART_VIEW (gui_find_type (fixture->window, PS_TYPE_CHART_VIEW))), >=, 6);
}

static void
test_disputed (Fixture *fixture, gconstpointer data)
{
  PsTable *table;
  PsTableRow *row;

  page_show (fixture, ps_settlement_page_new (fixture->session, wissel (fixture), PS_DATE_OPEN));
  table = find_table (fixture, "Disputed lines");
  wait_for_rows (table, 1);
  row = ps_table_get_shown (table, 0);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  g_assert_cmpstr (ps_table_row_get_text (row, 4), ==, "D3");
  g_assert_cmpstr (ps_table_row_get_text (row, 5), ==, "Tariff €\302\240120.00 is higher than the valid €\302\240100.00");
  g_assert_cmpint (ps_table_row_get_number (row, 7), ==, 120000);
  activate (table, 0);
  g_assert_true (PS_IS_SOURCES_PAGE (fixture->navigator->pushed));
  g_assert_cmpstr (fixture->navigator->title, ==, "GGZ, Venray");
}

static void
test_open_line (Fixture *fixture, gconstpointer data)
{
  page_show (fixture, ps_settlement_page_new (fixture->session, wissel (fixture), PS_DATE_OPEN));
  wait_for_rows (find_table (fixture, "Disputed lines"), 1);
  activate (find_table (fixture, "Lines per product group and municipality"), 0);
  g_assert_true (PS_IS_SOURCES_PAGE (fixture->navigator->pushed));
  g_assert_cmpstr (fixture->navigator->title, ==, "AMB1, Venlo");
}

/* Sources */

static void
assert_sources (Fixture *fixture, const PsSettlement *settlement, const PsSettlementLine *line)
{
  PsTable *table;

  page_show (fixture,
             ps_sources_page_new (fixture->session, settlement->provider, line->group, line->municipality, PS_DATE_OPEN, 0));
  table = find_table (fixture, "Sources");
  wait_for_rows (table, 1);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_PRODUCED), ==, line->gross_cents);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_NORM), ==, -line->norm_deduction_cents);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_PAID), ==, line->paid_cents);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_CARRIED), ==, line->carried_cents);
  g_assert_cmpint (ps_table_get_total (table, PS_SOURCES_DISPUTED_AMOUNT), ==, line->disputed_cents);
  g_assert_true (gui_has_text (fixture->window, "add up to the settlement's figures"));
  gui_assert_names (fixture->window);
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  const PsSettledYear *settled = get_settled (fixture);
  guint n = 0;

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      for (guint j = 0; j < settlement->lines->len; j++, n++)
        assert_sources (fixture, settlement, &g_array_index (settlement->lines, PsSettlementLine, j));
    }
  g_assert_cmpuint (n, ==, 4);
}

static void
test_source_rows (Fixture *fixture, gconstpointer data)
{
  PsTable *table;
  PsTableRow *row;

  page_show (fixture, ps_sources_page_new (fixture->session, wissel (fixture), PS_NONE, PS_NONE, PS_DATE_OPEN, 0));
  table = find_table (fixture, "Sources");
  wait_for_rows (table, 3);
  ps_table_set_filter (table, "d1 c1");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  row = ps_table_get_shown (table, 0);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_SOURCES_REFERENCE), ==, "D1");
  g_assert_cmpstr (ps_table_row_get_text (row, PS_SOURCES_CLIENT), ==, "C1");
  g_assert_cmpstr (ps_table_row_get_text (row, PS_SOURCES_ASSIGNMENT), ==, "1");
  g_assert_cmpint (ps_table_row_get_number (row, PS_SOURCES_VOLUME), ==, 110000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SOURCES_TARIFF), ==, 800000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SOURCES_AMOUNT), ==, 880000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SOURCES_PRODUCED), ==, 880000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_SOURCES_PAID), ==, 880000);
}

/* Opened through a day, the page is of that day. */
static void
test_interim_settlement (Fixture *fixture, gconstpointer data)
{
  PsDateEntry *through;

  page_show (fixture, ps_settlement_page_new (fixture->session, wissel (fixture), ps_date_from_ymd (2024, 3, 31)));
  through = PS_DATE_ENTRY (gui_find_type (fixture->window, PS_TYPE_DATE_ENTRY));
  g_assert_cmpint (ps_date_entry_get_date (through), ==, ps_date_from_ymd (2024, 3, 31));
  for (int i = 0; i < 5000 && !gui_has_text (fixture->window, "through 31-03-2024"); i++)
    {
      gui_settle_down ();
      g_usleep (1000);
    }
  g_assert_true (gui_has_text (fixture->window, "through 31-03-2024"));
  g_assert_cmpint (ps_table_get_total (find_table (fixture, "Lines per product group and municipality"), PS_LINES_GROSS), ==,
                   880000);
}

/* A page that is gone before its answer comes. */
static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_settlement_page_new (fixture->session, wissel (fixture), PS_DATE_OPEN);
  GtkWidget *sources = ps_sources_page_new (fixture->session, wissel (fixture), PS_NONE, PS_NONE, PS_DATE_OPEN, 0);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_add_weak_pointer (G_OBJECT (sources), (gpointer *) &sources);
  page_show (fixture, page);
  page_show (fixture, sources);
  adw_bin_set_child (ADW_BIN (fixture->navigator), NULL);
  for (int i = 0; i < 5000 && (page != NULL || sources != NULL); i++)
    {
      gui_settle_down ();
      g_usleep (1000);
    }
  g_assert_null (page);
  g_assert_null (sources);
}

#define ADD(name) g_test_add ("/settlements/" #name, Fixture, NULL, page_set_up, test_##name, page_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (providers);
  ADD (which);
  ADD (interim);
  ADD (date_entry);
  ADD (open);
  ADD (lines);
  ADD (bands);
  ADD (disputed);
  ADD (open_line);
  ADD (sources);
  ADD (source_rows);
  ADD (interim_settlement);
  ADD (closed_early);
  return g_test_run ();
}
