/* test-compare-page.c: providers side by side: the figures of the single pages, on one scale; one more, one less, one that is gone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <string.h>

#include "gui/monitor/ps-monitor-choice.h"
#include "gui/monitor/ps-working-bar.h"
#include "gui/overview/ps-year-figures-data.h"
#include "gui/providers/ps-compare-data.h"
#include "gui/providers/ps-compare-page.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/providers/ps-providers-page.h"
#include "gui/ps-chart-view.h"

/* The region of gui-test.c: De Wissel € 11.300,00 of € 10.000,00 (March 8.800, April 2.500; December's line is disputed, its tariff is too
 * high), Het Anker € 8.000,00 of € 10.000,00 in December, Ver Weg without an agreement, Stille Zorg nothing at all. */
#define WISSEL "94000001"
#define ANKER "94000002"
#define VER_WEG "94000003"
#define STIL "94000004"

static PsSession *
session_of (DeskFixture *fixture)
{
  return ps_window_get_session (fixture->window);
}

static const PsProvider *
provider_of (DeskFixture *fixture, const char *agb)
{
  const PsRegion *region = ps_session_get_settled (session_of (fixture))->region;

  return ps_region_provider (region, ps_region_find_provider (region, agb));
}

static gboolean
is_compared (gpointer page)
{
  return !ps_working_bar_is_waiting (PS_WORKING_BAR (gui_find_type (page, PS_TYPE_WORKING_BAR)));
}

static GtkWidget *
wait_compared (DeskFixture *fixture)
{
  GtkWidget *page = desk_page (fixture);

  g_assert_true (PS_IS_COMPARE_PAGE (page));
  gui_wait_until (is_compared, page);
  gui_settle_down ();
  return page;
}

static gboolean
has_year (gpointer session)
{
  return ps_overview_data_peek (session, FALSE) != NULL;
}

/* Chooses them in the list and compares them. */
static GtkWidget *
compare (DeskFixture *fixture, const char *const *agbs)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  const PsRegion *region = ps_session_get_settled (session_of (fixture))->region;

  desk_show (fixture, "providers");
  gui_wait_until (has_year, session_of (fixture));
  gui_settle_down ();
  for (guint i = 0; agbs[i] != NULL; i++)
    {
      guint64 place = ps_region_find_provider (region, agbs[i]);

      g_array_append_val (rows, place);
    }
  ps_table_select_ids (desk_table (fixture, "Providers"), rows);
  desk_do (fixture, "page.compare");
  desk_wait_page (fixture, PS_TYPE_COMPARE_PAGE);
  return wait_compared (fixture);
}

static PsTable *
table_of (GtkWidget *page)
{
  GtkWidget *table = gui_find_table (page, "Figures");

  g_assert_nonnull (table);
  return PS_TABLE (table);
}

static guint
column_of (PsTable *table, const char *agb)
{
  for (guint i = 1; ps_table_get_column_id (table, i) != NULL; i++)
    if (g_str_equal (ps_table_get_column_id (table, i), agb))
      return i;
  return PS_NONE;
}

static guint
count_columns (PsTable *table)
{
  guint n = 0;

  while (ps_table_get_column_id (table, n) != NULL)
    n++;
  return n - 1;
}

static PsTableRow *
row_of (PsTable *table, const char *label)
{
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    if (g_str_equal (ps_table_row_get_text (ps_table_get_shown (table, i), 0), label))
      return ps_table_get_shown (table, i);
  g_test_message ("no row: %s", label);
  return NULL;
}

static gint64
number_of (GtkWidget *page, const char *label, const char *agb)
{
  PsTable *table = table_of (page);
  PsTableRow *row = row_of (table, label);
  guint column = column_of (table, agb);

  g_assert_nonnull (row);
  g_assert_cmpuint (column, !=, PS_NONE);
  return ps_table_row_get_number (row, column);
}

/* What can be chosen */

static void
test_choosing (DeskFixture *fixture, gconstpointer data)
{
  const guint64 one[] = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));

  desk_show (fixture, "providers");
  gui_wait_until (has_year, session_of (fixture));
  g_assert_false (desk_is_on (fixture, "page.compare"));
  g_array_append_vals (ids, one, 1);
  ps_table_select_ids (desk_table (fixture, "Providers"), ids);
  g_assert_false (desk_is_on (fixture, "page.compare"));
  ps_table_select_all (desk_table (fixture, "Providers"));
  g_assert_true (desk_is_on (fixture, "page.compare"));
}

/* Figures */

/* Worked by hand from the region's files. */
static void
test_figures (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, VER_WEG, NULL });

  g_assert_cmpuint (count_columns (table_of (page)), ==, 3);
  g_assert_cmpint (number_of (page, "Agreed", WISSEL), ==, 1000000);
  g_assert_cmpint (number_of (page, "Agreed", ANKER), ==, 1000000);
  g_assert_cmpint (number_of (page, "Agreed", VER_WEG), ==, PS_NO_NUMBER);
  g_assert_cmpint (number_of (page, "Realised", WISSEL), ==, 1130000);
  g_assert_cmpint (number_of (page, "Realised", ANKER), ==, 800000);
  g_assert_cmpint (number_of (page, "Forecast of agreed", WISSEL), ==, 11300);
  g_assert_cmpint (number_of (page, "Forecast less agreed", ANKER), ==, -200000);
  g_assert_cmpint (number_of (page, "Unique clients", WISSEL), ==, 2);
  g_assert_cmpint (number_of (page, "Unique clients", ANKER), ==, 1);
  g_assert_cmpint (number_of (page, "Unique clients", VER_WEG), ==, 1);
  g_assert_true (gui_has_text (page, "Zorggroep De Wissel"));
  g_assert_true (gui_has_text (page, "micro"));
  gui_assert_names (page);
}

/* What the monitor says of each alone. */
static void
test_same_as_alone (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, NULL });
  const char *const agbs[] = { WISSEL, ANKER };
  const struct
  {
    const char *label;
    PsTopic topic;
    const char *tile;
  } figures[] = {
    { "Unique clients", PS_TOPIC_CLIENTS, "clients" },
    { "In care on the last day", PS_TOPIC_CLIENTS, "in-care" },
    { "Inflow", PS_TOPIC_CLIENTS, "inflow" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
      PsMonitorsQuery query = { .year = 2024, .agb = agbs[i], .topics = PS_ALL_TOPICS };
      g_autoptr (PsMonitored) alone = ps_monitors_compute (store, &query, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
        {
          const PsTopicFigures *topic = ps_monitor_get (alone->monitor, figures[k].topic);
          gboolean found = FALSE;

          for (guint t = 0; t < topic->tiles->len; t++)
            {
              const PsTile *tile = g_ptr_array_index (topic->tiles, t);

              if (!g_str_equal (tile->id, figures[k].tile))
                continue;
              g_assert_cmpint (number_of (page, figures[k].label, agbs[i]), ==, tile->value);
              found = TRUE;
            }
          g_assert_true (found);
        }
    }
}

/* Euros, shares and clients below each other: each is copied as what it is, and stays where it is. */
static void
test_copied (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, NULL });
  PsTable *table = table_of (page);
  g_autofree char *csv = ps_table_to_csv (table);

  g_assert_nonnull (strstr (csv, "Figure;Zorggroep De Wissel;Praktijk Het Anker\r\n"));
  g_assert_nonnull (strstr (csv, "Agreed;10000,00;10000,00\r\n"));
  g_assert_nonnull (strstr (csv, "Forecast of agreed;113;80\r\n"));
  g_assert_nonnull (strstr (csv, "Unique clients;2;1\r\n"));
  ps_table_set_sort (table, WISSEL, TRUE);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 0), ==, "Agreed");
}

/* Charts */

static void
on_overview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(PsOverviewData **) user_data = ps_overview_data_finish (PS_SESSION (source), result, NULL);
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GPtrArray **) user_data = ps_compare_count_finish (PS_SESSION (source), result, NULL);
}

static gboolean
is_there (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static PsCompareData *
load (DeskFixture *fixture)
{
  const char *const agbs[] = { WISSEL, ANKER, NULL };
  const PsRegion *region = ps_session_get_settled (session_of (fixture))->region;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (PsOverviewData) overview = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  PsCompareData *compared;

  for (guint i = 0; agbs[i] != NULL; i++)
    {
      guint place = ps_region_find_provider (region, agbs[i]);

      g_array_append_val (places, place);
    }
  ps_overview_data_async (session_of (fixture), FALSE, NULL, NULL, on_overview_cb, &overview);
  gui_wait_until (is_there, &overview);
  compared = ps_compare_data_new (session_of (fixture), overview, places);
  ps_compare_count_async (session_of (fixture), agbs, NULL, NULL, on_counted_cb, &counted);
  gui_wait_until (is_there, &counted);
  ps_compare_data_take (compared, counted);
  return compared;
}

static gint64
value_of (const PsSeriesSet *set, guint series, guint category)
{
  return ((const PsSeries *) g_ptr_array_index (set->series, series))->values[category];
}

/* One set of series, so one axis; from 0. By hand: De Wissel had 88 % of its ceiling in March, 113 % in April. */
static void
test_same_scale (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsCompareData) compared = load (fixture);
  g_autoptr (PsSeriesSet) realised = ps_compare_data_realised (compared);
  g_autoptr (PsSeriesSet) clients = ps_compare_data_clients (compared);
  g_autoptr (PsSeriesSet) durations = NULL;

  g_assert_nonnull (realised);
  g_assert_nonnull (clients);
  g_assert_true (realised->zero_based);
  g_assert_cmpint (realised->kind, ==, PS_VALUE_SHARE);
  g_assert_cmpuint (realised->series->len, ==, 2);
  g_assert_cmpuint (realised->categories->len, ==, 12);
  g_assert_cmpstr (((const PsSeries *) g_ptr_array_index (realised->series, 0))->label, ==, "Zorggroep De Wissel");
  g_assert_cmpint (value_of (realised, 0, 1), ==, 0);
  g_assert_cmpint (value_of (realised, 0, 2), ==, 8800);
  g_assert_cmpint (value_of (realised, 0, 3), ==, 11300);
  g_assert_cmpint (value_of (realised, 1, 10), ==, 0);
  g_assert_cmpint (value_of (realised, 1, 11), ==, 8000);
  g_assert_cmpint (value_of (clients, 0, 0), ==, 2);
  g_assert_cmpint (value_of (clients, 1, 0), ==, 1);
  /* Nobody has places; what both have is 45L11, from the first day of a leap year to its last. */
  g_assert_null (ps_compare_data_places (compared));
  durations = ps_compare_data_durations (compared);
  g_assert_nonnull (durations);
  g_assert_cmpuint (durations->categories->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (durations->categories, 0), ==, "45L11 Begeleiding");
  g_assert_cmpint (value_of (durations, 0, 0), ==, 366);
  g_assert_cmpint (value_of (durations, 1, 0), ==, 366);
}

/* One less, one more */

static guint
count_shown (GtkWidget *root, const char *icon)
{
  guint n = 0;

  if (!gtk_widget_get_visible (root))
    return 0;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon) == 0)
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_shown (child, icon);
  return n;
}

static void
test_remove (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, VER_WEG, NULL });

  g_assert_cmpuint (count_shown (page, "window-close-symbolic"), ==, 3);
  gtk_widget_activate_action (page, "compare.remove", "s", ANKER);
  wait_compared (fixture);
  g_assert_cmpuint (count_columns (table_of (page)), ==, 2);
  g_assert_cmpuint (column_of (table_of (page), ANKER), ==, PS_NONE);
  g_assert_cmpint (number_of (page, "Realised", WISSEL), ==, 1130000);
  /* Two are compared at least. */
  g_assert_cmpuint (count_shown (page, "window-close-symbolic"), ==, 0);
  gtk_widget_activate_action (page, "compare.remove", "s", WISSEL);
  wait_compared (fixture);
  g_assert_cmpuint (count_columns (table_of (page)), ==, 2);
}

static GtkDropDown *
add_of (GtkWidget *page)
{
  return GTK_DROP_DOWN (gui_find_type (gui_find_type (page, PS_TYPE_MONITOR_CHOICE), GTK_TYPE_DROP_DOWN));
}

/* By name: Stille Zorg, then Ver Weg Zorg; and nobody twice. */
static void
test_add (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, NULL });

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (add_of (page))), ==, 3);
  gtk_drop_down_set_selected (add_of (page), 2);
  wait_compared (fixture);
  g_assert_cmpuint (count_columns (table_of (page)), ==, 3);
  g_assert_cmpint (number_of (page, "Unique clients", VER_WEG), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (add_of (page)), ==, 0);
  gtk_drop_down_set_selected (add_of (page), 1);
  wait_compared (fixture);
  g_assert_cmpuint (count_columns (table_of (page)), ==, 4);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (add_of (page))));
}

static void
test_open (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, NULL });

  gtk_widget_activate_action (page, "compare.open", "s", ANKER);
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  desk_wait_text (fixture, "Praktijk Het Anker");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_true (desk_page (fixture) == page);
}

/* Reading again */

static void
run_sql (DeskFixture *fixture, const char *sql)
{
  gui_run_sql (fixture->path, sql);
  ps_session_reload (session_of (fixture));
}

static gboolean
has_two_columns (gpointer page)
{
  GtkWidget *table = gui_find_table (page, "Figures");

  return is_compared (page) && table != NULL && count_columns (PS_TABLE (table)) == 2;
}

static gboolean
is_back (gpointer window)
{
  return PS_IS_PROVIDERS_PAGE (ps_window_get_page (window));
}

/* One that is gone leaves the others; when it comes back, by undo, so does its column. When nobody is left the window goes back. */
static void
test_gone (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = compare (fixture, (const char *const[]){ WISSEL, ANKER, STIL, NULL });
  g_autofree char *again = g_strdup_printf ("INSERT INTO provider (id, agb, name, kind, contracted) SELECT %" G_GINT64_FORMAT
                                            ", '94000004', 'Stille Zorg', kind, contracted FROM provider WHERE agb = '94000001'",
                                            provider_of (fixture, STIL)->id);

  g_assert_cmpuint (count_columns (table_of (page)), ==, 3);
  run_sql (fixture, "DELETE FROM provider WHERE agb = '94000004'");
  gui_wait_until (has_two_columns, page);
  g_assert_cmpint (number_of (page, "Realised", WISSEL), ==, 1130000);
  g_assert_cmpint (number_of (page, "Realised", ANKER), ==, 800000);
  run_sql (fixture, again);
  for (int i = 0; i < 3000 && (!is_compared (page) || count_columns (table_of (page)) != 3); i++)
    {
      g_usleep (1000);
      gui_settle_down ();
    }
  g_assert_cmpuint (count_columns (table_of (page)), ==, 3);
}

static void
test_all_gone (DeskFixture *fixture, gconstpointer data)
{
  run_sql (fixture, "INSERT INTO provider (id, agb, name, kind, contracted) SELECT 900, '94000009', 'Tweede Stille Zorg', kind, "
                    "contracted FROM provider WHERE agb = '94000004'");
  desk_show (fixture, "providers");
  desk_wait_row (desk_table (fixture, "Providers"), "Tweede Stille Zorg", TRUE);
  compare (fixture, (const char *const[]){ STIL, "94000009", NULL });
  run_sql (fixture, "DELETE FROM provider WHERE agb IN ('94000004', '94000009')");
  gui_wait_until (is_back, fixture->window);
}

#define TEST(path, function) g_test_add ("/compare-page/" path, DeskFixture, NULL, desk_set_up, function, desk_tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  TEST ("choosing", test_choosing);
  TEST ("figures", test_figures);
  TEST ("same-as-alone", test_same_as_alone);
  TEST ("copied", test_copied);
  TEST ("same-scale", test_same_scale);
  TEST ("remove", test_remove);
  TEST ("add", test_add);
  TEST ("open", test_open);
  TEST ("gone", test_gone);
  TEST ("all-gone", test_all_gone);
  return g_test_run ();
}
