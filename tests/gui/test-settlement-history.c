/* test-settlement-history.c: a provider's settlements over the years, and settlements found by their number
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"
#include "stored-test.h"

#include "gui/ps-chart-view.h"
#include "gui/ps-navigator.h"
#include "gui/search/ps-search-dialog.h"
#include "gui/settlements/ps-history-years.h"
#include "gui/settlements/ps-settlement-history-page.h"
#include "gui/settlements/ps-settlement-page.h"

#define WISSEL "94000001"
#define TABLE "Settlements over the years"

static PsTable *
open_history (DeskFixture *fixture, const char *agb)
{
  PsTable *table;

  ps_navigator_push (desk_page (fixture), ps_settlement_history_page_new (desk_session (fixture), agb), "history");
  desk_wait_page (fixture, PS_TYPE_SETTLEMENT_HISTORY_PAGE);
  table = desk_table (fixture, TABLE);
  desk_wait_row (table, "2024", TRUE);
  return table;
}

/* Nothing is stored: as it is now. */
static void
test_computed (DeskFixture *fixture, gconstpointer data)
{
  const PsSettlement *now = ps_session_get_settlement (
      desk_session (fixture), ps_region_find_provider (ps_session_get_settled (desk_session (fixture))->region, WISSEL));
  PsTable *table = open_history (fixture, WISSEL);
  PsTableRow *row = desk_row (table, "2024");

  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_YEARS_STATE), ==, "Not stored");
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_CEILING), ==, 1000000);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_GROSS), ==, now->totals.gross_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_PAYABLE), ==, now->totals.payable_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_PAID), ==, now->totals.paid_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_BALANCE), ==, now->totals.balance_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_SETTLED), ==, PS_NO_NUMBER);
  g_assert_cmpuint (ps_chart_view_get_n_spots (PS_CHART_VIEW (gui_find_type (desk_page (fixture), PS_TYPE_CHART_VIEW))), >=, 1);
  gui_assert_names (desk_page (fixture));
}

/* A final one, and a correction after a line came late: what was settled is the sum of both, and the figures are the last one's. */
static void
test_corrected (DeskFixture *fixture, gconstpointer data)
{
  gint64 first, last;
  PsTableRow *row;

  stored_final (fixture->path, 2024, WISSEL, NULL);
  first = stored_balance (fixture->path, 2024, WISSEL);
  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2024;30-11-2024;10;uur;80,00;800,00;toegekend");
  stored_final (fixture->path, 2024, WISSEL, "late");
  last = stored_balance (fixture->path, 2024, WISSEL);
  g_assert_cmpint (last - first, ==, 56000 - 80000);
  row = desk_row (open_history (fixture, WISSEL), "2024");
  g_assert_cmpstr (ps_table_row_get_text (row, PS_YEARS_STATE), ==, "Final");
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_BALANCE), ==, last);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_SETTLED), ==, last);
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_CORRECTIONS), ==, 1);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_YEARS_WHO), ==, "second");
}

/* What is frozen stays what it was, whatever is declared after it. */
static void
test_frozen (DeskFixture *fixture, gconstpointer data)
{
  gint64 balance;
  PsTableRow *row;

  stored_final (fixture->path, 2024, WISSEL, NULL);
  balance = stored_balance (fixture->path, 2024, WISSEL);
  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2024;30-11-2024;10;uur;80,00;800,00;toegekend");
  row = desk_row (open_history (fixture, WISSEL), "2024");
  g_assert_cmpint (ps_table_row_get_number (row, PS_YEARS_BALANCE), ==, balance);
}

typedef struct
{
  PsSession *session;
  int year;
} Year;

static gboolean
is_of_year (gpointer user_data)
{
  const Year *year = user_data;

  return ps_session_get_year (year->session) == year->year;
}

/* A line of another year: opening that year takes the window there. */
static void
test_other_year (DeskFixture *fixture, gconstpointer data)
{
  Year year = { desk_session (fixture), 2024 };
  PsTable *table;

  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2025;30-11-2025;10;uur;80,00;800,00;toegekend");
  ps_session_reload (year.session);
  ps_session_set_year (year.session, 2024);
  gui_wait_until (is_of_year, &year);
  table = open_history (fixture, WISSEL);
  desk_wait_row (table, "2025", TRUE);
  desk_open_row (table, "2025");
  desk_wait_page (fixture, PS_TYPE_SETTLEMENT_PAGE);
  g_assert_cmpint (ps_session_get_year (year.session), ==, 2025);
  desk_wait_text (fixture, "settlement 2025");
}

/* Ctrl+K */

static PsSearchDialog *
find_search (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_SEARCH_DIALOG (list->data))
      return list->data;
  return NULL;
}

static gboolean
is_search_ready (gpointer user_data)
{
  return find_search () != NULL && ps_search_dialog_is_ready (find_search ());
}

static void
test_found_by_number (DeskFixture *fixture, gconstpointer data)
{
  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  gui_wait_until (is_search_ready, NULL);
  ps_search_dialog_type (find_search (), "wissel settlement");
  g_assert_cmpuint (ps_search_dialog_count (find_search ()), ==, 1);
  g_assert_true (gui_has_text (GTK_WIDGET (find_search ()), "Zorggroep De Wissel, settlement 2024"));
  g_assert_true (gui_has_text (GTK_WIDGET (find_search ()), "no. 1 · Draft"));
  ps_search_dialog_choose (find_search (), 0);
  desk_wait_page (fixture, PS_TYPE_SETTLEMENT_PAGE);
  desk_wait_text (fixture, "Zorggroep De Wissel, settlement 2024");
}

static void
test_gone_early (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = ps_settlement_history_page_new (desk_session (fixture), WISSEL);
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_ref_sink (page);
  g_object_unref (page);
  while (page != NULL && g_get_monotonic_time () < end)
    gui_settle_down ();
  g_assert_null (page);
}

#define ADD(name) g_test_add ("/settlement-history/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (computed);
  ADD (corrected);
  ADD (frozen);
  ADD (other_year);
  ADD (found_by_number);
  ADD (gone_early);
  return g_test_run ();
}
