/* test-indexing.c: a round of indexing in the window: the sum, the preview, leaving out, applying, undoing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <string.h>

#include "gui/ps-unsaved.h"
#include "gui/products/ps-indexing-page.h"
#include "gui/products/ps-products-page.h"
#include "store/ps-desk.h"

enum
{
  PRODUCT,
  NAME,
  WHOSE,
  TAKES_PART,
  OLD,
  NEW,
  DIFFERENCE,
  FROM,
  UNTIL,
  WHAT
};

static PsIndexingRates *
open_indexing (DeskFixture *fixture)
{
  desk_show (fixture, "products");
  desk_wait_page (fixture, PS_TYPE_PRODUCTS_PAGE);
  desk_do (fixture, "products.index");
  desk_wait_page (fixture, PS_TYPE_INDEXING_PAGE);
  return ps_indexing_page_get_rates (PS_INDEXING_PAGE (desk_page (fixture)));
}

static void
type_rate (PsIndexingRates *rates, PsIndexingRate rate, const char *text)
{
  ps_value_entry_type (ps_indexing_rates_get_entry (rates, rate), text);
}

/* The rates of domain.md §11: 4,96 %. */
static void
type_rates (PsIndexingRates *rates)
{
  type_rate (rates, PS_RATE_WAGE_PROVISIONAL, "4,18");
  type_rate (rates, PS_RATE_PRICE_PROVISIONAL, "1,82 %");
  type_rate (rates, PS_RATE_WAGE_DEFINITIVE, "6");
  type_rate (rates, PS_RATE_PRICE_DEFINITIVE, "3,1");
  type_rate (rates, PS_RATE_WAGE_EARLIER, "4,94");
  type_rate (rates, PS_RATE_PRICE_EARLIER, "2,51");
}

static void
type_sources (PsIndexingRates *rates, const char *text)
{
  GtkWidget *view = ps_form_get_widget (ps_indexing_rates_get_form (rates), "sources");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static PsTable *
preview_of (DeskFixture *fixture)
{
  return desk_table (fixture, "Tariffs to index");
}

static void
test_sum (DeskFixture *fixture, gconstpointer data)
{
  PsIndexingRates *rates = open_indexing (fixture);
  PsForm *form = ps_indexing_rates_get_form (rates);

  desk_wait_text (fixture, "Fill in the rates to see the index.");
  g_assert_cmpint (ps_indexing_rates_year (rates), ==, 2025);
  g_assert_cmpint (ps_indexing_rates_start (rates), ==, ps_date_from_ymd (2025, 1, 1));
  type_rates (rates);
  desk_wait_text (fixture, "= 4.957\302\240%, rounded 4.96\302\240%");
  /* The first year after a purchase: 0,9 × 4,18 + 0,1 × 1,82 = 3,944 */
  gtk_switch_set_active (GTK_SWITCH (ps_form_get_widget (form, "first_year")), TRUE);
  desk_wait_text (fixture, "= 3.944\302\240%, rounded 3.94\302\240%");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (ps_indexing_rates_get_entry (rates, PS_RATE_WAGE_EARLIER))));
  gtk_switch_set_active (GTK_SWITCH (ps_form_get_widget (form, "first_year")), FALSE);
  ps_value_entry_type (PS_VALUE_ENTRY (ps_form_get_widget (form, "wage_share")), "100");
  desk_wait_text (fixture, "5.24\302\240%");
  /* Another year takes its first day with it. */
  ps_value_entry_type (PS_VALUE_ENTRY (ps_form_get_widget (form, "year")), "2027");
  g_assert_cmpint (ps_indexing_rates_start (rates), ==, ps_date_from_ymd (2027, 1, 1));
  desk_wait_text (fixture, "2026, definitive");
  type_rate (rates, PS_RATE_WAGE_PROVISIONAL, "veel");
  desk_wait_text (fixture, "Fill in the rates to see the index.");
  gui_assert_names (desk_page (fixture));
}

static void
test_preview (DeskFixture *fixture, gconstpointer data)
{
  PsIndexingRates *rates = open_indexing (fixture);
  PsTableRow *row;

  type_rates (rates);
  desk_wait_text (fixture, "2 tariffs are indexed");
  row = desk_row (preview_of (fixture), "45L11");
  g_assert_cmpstr (ps_table_row_get_text (row, WHOSE), ==, "region");
  g_assert_cmpint (ps_table_row_get_number (row, OLD), ==, 800000);
  g_assert_cmpint (ps_table_row_get_number (row, NEW), ==, 839700); /* 80 × 1,0496 = 83,968 */
  g_assert_cmpint (ps_table_row_get_number (row, DIFFERENCE), ==, 39700);
  g_assert_false (desk_is_on (fixture, "indexing.apply"));
  desk_wait_text (fixture, "name the sources");
  type_sources (rates, "Kamerbrief OVA 2025");
  desk_wait_no_text (fixture, "name the sources");
  g_assert_true (desk_is_on (fixture, "indexing.apply"));
  g_assert_true (ps_unsaved_has_unsaved (PS_UNSAVED (desk_page (fixture))));

  /* In ten-thousandths */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ps_form_get_widget (ps_indexing_rates_get_form (rates), "decimals")), 1);
  desk_wait_written (fixture);
  desk_wait_text (fixture, "2 tariffs are indexed");
  while (ps_table_row_get_number (desk_row (preview_of (fixture), "45L11"), NEW) != 839680)
    g_main_context_iteration (NULL, TRUE);
}

/* One row by a click; then those that a filter shows. */
static void
test_leave_out (DeskFixture *fixture, gconstpointer data)
{
  PsIndexingRates *rates = open_indexing (fixture);
  PsTable *table = preview_of (fixture);

  type_rates (rates);
  desk_wait_text (fixture, "2 tariffs are indexed");
  desk_open_row (table, "54L02");
  desk_wait_text (fixture, "1 tariff is indexed · 1 left out");
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "54L02"), TAKES_PART), ==, "no");
  g_assert_cmpint (ps_table_row_get_number (desk_row (table, "54L02"), NEW), ==, PS_NO_NUMBER);
  desk_open_row (table, "54L02");
  desk_wait_text (fixture, "2 tariffs are indexed");
  ps_table_set_filter (table, "45L11");
  desk_do (fixture, "indexing.leave-shown");
  desk_wait_text (fixture, "1 tariff is indexed · 1 left out");
  ps_table_set_filter (table, NULL);
  g_assert_cmpstr (ps_table_row_get_text (desk_row (table, "45L11"), WHAT), ==, "left out: goes on unchanged");
  desk_do (fixture, "indexing.take-shown");
  desk_wait_text (fixture, "2 tariffs are indexed");
}

static gboolean
row_is_out (gpointer table)
{
  return g_strcmp0 (ps_table_row_get_text (ps_table_get_shown (table, 0), TAKES_PART), "no") == 0;
}

static GtkWidget *
find_row_widget (GtkWidget *root)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (root), "GtkListItemWidget") && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_widget (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A row takes the focus, and is activated from the keyboard. */
static void
test_keyboard (DeskFixture *fixture, gconstpointer data)
{
  PsIndexingRates *rates = open_indexing (fixture);
  PsTable *table = preview_of (fixture);
  GtkWidget *row;

  type_rates (rates);
  desk_wait_text (fixture, "2 tariffs are indexed");
  desk_do (fixture, "page.filter");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gui_settle_down ();
  row = find_row_widget (GTK_WIDGET (table));
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gui_wait_until (row_is_out, table);
}

/* Rows that are left alone say why. */
static void
test_left_alone (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, NULL);
  g_autoptr (PsRegion) region = ps_store_load_region (store, NULL);
  gint64 first = ps_region_product (desk_region (fixture), 0)->id;
  gint64 second = ps_region_product (desk_region (fixture), 1)->id;
  gint64 provider = ps_region_provider (desk_region (fixture), 0)->id;
  PsIndexingRates *rates;
  PsTable *table;

  g_assert_true (ps_desk_set_tariff (store, "test", region, first, 0, ps_date_from_ymd (2025, 7, 1), PS_DATE_OPEN, 850000, NULL,
                                     NULL, NULL));
  g_assert_true (ps_desk_set_tariff (store, "test", region, second, provider, ps_date_from_ymd (2024, 1, 1),
                                     ps_date_from_ymd (2024, 12, 31), 1100000, NULL, NULL, NULL));
  ps_session_reload (desk_session (fixture));
  desk_wait_written (fixture);
  rates = open_indexing (fixture);
  type_rates (rates);
  desk_wait_text (fixture, "2 tariffs are indexed · 1 ended · 1 starts later");
  table = preview_of (fixture);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 4);
  g_assert_cmpint (ps_table_row_get_number (ps_table_get_shown (table, 0), UNTIL), ==, ps_date_from_ymd (2025, 6, 30));
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 1), WHAT), ==, "starts on 01-07-2025: left as it is");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 2), WHAT), ==, "ends on 31-12-2024: not revived");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 2), TAKES_PART), ==, "–");
}

static gboolean
has_tariffs (gpointer user_data)
{
  return desk_region (user_data)->tariffs->len == 3;
}

static gboolean
has_old_tariffs (gpointer user_data)
{
  return desk_region (user_data)->tariffs->len == 2;
}

static void
wait_round (DeskFixture *fixture, gboolean there)
{
  desk_wait_row (desk_table (fixture, "Rounds of indexing"), "2025", there);
}

/* Applied as previewed, without what was left out; kept with its rates and sources; undone as one. */
static void
test_apply_and_undo (DeskFixture *fixture, gconstpointer data)
{
  PsIndexingRates *rates = open_indexing (fixture);
  const PsTariff *tariff;
  PsTableRow *round;

  type_rates (rates);
  type_sources (rates, "Kamerbrief OVA 2025");
  desk_wait_text (fixture, "2 tariffs are indexed");
  desk_open_row (preview_of (fixture), "54L02");
  desk_do (fixture, "indexing.apply");
  gui_answer ("Index 1 Tariff?", "cancel");
  desk_do (fixture, "indexing.apply");
  gui_answer ("Index 1 Tariff?", "go-on");
  gui_wait_until (has_tariffs, fixture);
  gui_wait_text (GTK_WIDGET (fixture->window), "1 tariff indexed by 4.96\302\240%");
  tariff = ps_region_tariff (desk_region (fixture), 0);
  g_assert_cmpint (tariff->to, ==, ps_date_from_ymd (2024, 12, 31));
  g_assert_cmpint (tariff[1].from, ==, ps_date_from_ymd (2025, 1, 1));
  g_assert_cmpint (tariff[1].tariff_e4, ==, 839700);
  g_assert_cmpint (tariff[1].to, ==, PS_DATE_OPEN);
  g_assert_cmpint (tariff[2].to, ==, PS_DATE_OPEN);
  wait_round (fixture, TRUE);
  g_assert_false (ps_unsaved_has_unsaved (PS_UNSAVED (desk_page (fixture))));
  round = desk_row (desk_table (fixture, "Rounds of indexing"), "2025");
  g_assert_cmpint (ps_table_row_get_number (round, 2), ==, 496);
  g_assert_cmpstr (ps_table_row_get_text (round, 3), ==, "4.18\302\240% + (6\302\240% − 4.94\302\240%)");
  g_assert_cmpstr (ps_table_row_get_text (round, 6), ==, "Kamerbrief OVA 2025");
  g_assert_cmpstr (ps_table_row_get_text (round, 7), ==, g_get_user_name ());
  g_signal_emit_by_name (desk_table (fixture, "Rounds of indexing"), "row-activated", round);
  gui_answer ("Undo the Indexing of 2025?", "go-on");
  gui_wait_until (has_old_tariffs, fixture);
  wait_round (fixture, FALSE);
  g_assert_cmpint (ps_region_tariff (desk_region (fixture), 0)->to, ==, PS_DATE_OPEN);
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/indexing/" name, DeskFixture, NULL, desk_set_up, test, desk_tear_down)
  ADD ("sum", test_sum);
  ADD ("preview", test_preview);
  ADD ("leave-out", test_leave_out);
  ADD ("keyboard", test_keyboard);
  ADD ("left-alone", test_left_alone);
  ADD ("apply-and-undo", test_apply_and_undo);
  return g_test_run ();
}
