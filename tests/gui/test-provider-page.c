/* test-provider-page.c: a provider's year in charts: which there are, what they say, another year, read again, the care of its clients
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "band-test.h"

#include <string.h>

#include "charts/ps-chart-series.h"
#include "core/ps-format.h"
#include "gui/monitor/ps-topic-view.h"
#include "gui/ps-rows-layout.h"
#include "gui/providers/ps-provider-page-private.h"

#define WITH_PLACES "41420102" /* and a scheme */
#define WITHOUT_AGREEMENT "41420133"

static PsProviderPage *
open_provider (DeskFixture *fixture, const char *agb)
{
  PsSession *session = ps_window_get_session (fixture->window);
  guint place = ps_region_find_provider (ps_session_get_settled (session)->region, agb);

  g_assert_cmpuint (place, !=, PS_NONE);
  band_push (fixture, ps_provider_page_new (session, place), PS_TYPE_PROVIDER_PAGE);
  return PS_PROVIDER_PAGE (desk_page (fixture));
}

/* Both are there, of the year, and shown: they are shown together, and may have been asked for again meanwhile. */
static gboolean
is_complete (gpointer user_data)
{
  const PsProviderPage *page = user_data;
  int year = ps_session_get_year (page->session);

  return !page->load_arrived && !page->course_arrived && page->load != NULL && page->load->year == year && page->course != NULL
         && page->course->now->year->year == year;
}

static PsProviderPage *
wait_provider (DeskFixture *fixture, const char *agb)
{
  PsProviderPage *page = open_provider (fixture, agb);

  gui_wait_until (is_complete, page);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  return page;
}

static gboolean
is_shown (PsChartView *view)
{
  return gtk_widget_get_mapped (GTK_WIDGET (view));
}

/* A title, and points to visit: what is drawn can be read by keyboard. */
static void
assert_chart (PsChartView *view, const char *title)
{
  g_assert_true (is_shown (view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  g_assert_cmpuint (ps_chart_view_get_n_spots (view), >, 0);
}

/* The same figures by a query of its own. */
static PsMonitored *
compute (DeskFixture *fixture, const char *agb, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  PsMonitorsQuery query = { .year = year, .agb = agb, .topics = PS_PROVIDER_TOPICS };
  PsMonitored *monitored;

  g_assert_no_error (error);
  monitored = ps_monitors_compute (store, &query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return monitored;
}

/* "Show as table" gives every figure of the series. */
static void
assert_series (PsChartView *view, const PsMonitored *monitored, PsTopic topic)
{
  const PsSeriesSet *set = g_ptr_array_index (ps_monitor_get (monitored->monitor, topic)->series, 0);
  g_autoptr (PsChartTable) expected = ps_chart_series_table (set);
  PsTable *table;

  assert_chart (view, set->title);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.table", NULL);
  gui_settle_down ();
  table = PS_TABLE (gui_find_type (GTK_WIDGET (view), PS_TYPE_TABLE));
  g_assert_nonnull (table);
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, ps_chart_table_n_rows (expected));
  for (guint row = 0; row < ps_chart_table_n_rows (expected); row++)
    for (guint column = 0; column < expected->n_columns; column++)
      {
        PsTableRow *shown = ps_table_get_shown (table, row);
        gint64 number = ps_table_row_get_number (shown, column);
        const char *text = ps_table_row_get_text (shown, column);

        g_assert_cmpint (number, ==, ps_chart_table_amount (expected, row, column));
        if (text != NULL)
          g_assert_cmpstr (text, ==, ps_chart_table_text (expected, row, column));
      }
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.table", NULL);
}

static void
test_charts (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITH_PLACES);
  g_autoptr (PsMonitored) monitored = compute (fixture, WITH_PLACES, BAND_YEAR);

  assert_chart (page->realised, "Realised against ceiling");
  assert_chart (page->waterfall, "From gross to balance");
  assert_chart (page->curve, "Payment curve");
  assert_chart (page->years, "Settlements over the years");
  assert_series (page->places, monitored, PS_TOPIC_PLACES);
  assert_series (page->clients, monitored, PS_TOPIC_CLIENTS);
  assert_series (page->duration, monitored, PS_TOPIC_DURATION);
  assert_series (page->produced, monitored, PS_TOPIC_PRODUCTION);
  g_assert_cmpuint (ps_chart_view_get_n_spots (page->years), ==, page->load->years->years->len);
  gui_assert_names (GTK_WIDGET (page));
}

/* The point on the curve is the forecast of the scope whose scheme it is, and last year's stands below. */
static void
test_curve (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITH_PLACES);
  const PsBandwidth *now = ps_bandwidth_course_provider (page->course)->now;
  const PsBandwidthScope *scope = ps_bandwidth_get_heaviest (now);
  const PsRegion *region = page->course->now->year->region;
  const PsScope *last = NULL;
  g_autofree char *share = NULL;
  GtkWidget *card = GTK_WIDGET (page->curve_card);

  g_assert_cmpuint (scope->scheme, !=, PS_NONE);
  g_assert_true (gui_has_text (card, ps_region_scheme (region, scope->scheme)->name));
  g_assert_true (gui_has_text (card, "at the forecast"));
  for (guint i = 0; i < page->load->last->scopes->len; i++)
    if (g_str_equal (g_array_index (page->load->last->scopes, PsScope, i).name, scope->name))
      last = &g_array_index (page->load->last->scopes, PsScope, i);
  g_assert_nonnull (last);
  share = ps_format_ratio (last->net_cents, last->ceiling_cents);
  g_assert_true (gui_has_text (card, "2024: "));
  g_assert_true (gui_has_text (card, share));
}

typedef struct
{
  PsSession *session;
  int year;
} Change;

static gboolean
has_year (gpointer user_data)
{
  const Change *change = user_data;

  return ps_session_get_year (change->session) == change->year;
}

static void
set_year (DeskFixture *fixture, PsProviderPage *page, int year)
{
  Change change = { page->session, year };

  /* Until the file was read the session is of the year before. */
  ps_session_set_year (page->session, year);
  gui_wait_until (has_year, &change);
  gui_wait_until (is_complete, page);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

/* Of a year that is over the curve has what was realised; last year's is the one before it. */
static void
test_year (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITH_PLACES);
  g_autofree char *balance = NULL;

  g_assert_true (gui_has_text (GTK_WIDGET (page->waterfall_card), "2024: payable"));
  set_year (fixture, page, BAND_YEAR - 1);
  g_autoptr (PsMonitored) monitored = compute (fixture, WITH_PLACES, BAND_YEAR - 1);

  assert_series (page->places, monitored, PS_TOPIC_PLACES);
  g_assert_true (gui_has_text (GTK_WIDGET (page->curve_card), "as realised"));
  g_assert_true (gui_has_text (GTK_WIDGET (page->waterfall_card), "2023: payable"));
  for (guint i = 0; i < page->load->years->years->len; i++)
    {
      const PsHistoryYear *year = g_ptr_array_index (page->load->years->years, i);

      if (year->year == BAND_YEAR - 2)
        balance = ps_format_money (year->balance_cents);
    }
  g_assert_nonnull (balance);
  g_assert_true (gui_has_text (GTK_WIDGET (page->waterfall_card), balance));
}

/* No agreement, no places, no scheme: what it has nothing of is no empty card, and clients take the place of places. */
static void
test_without (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITHOUT_AGREEMENT);

  g_assert_false (is_shown (page->places));
  g_assert_false (is_shown (page->curve));
  g_assert_false (is_shown (page->realised));
  g_assert_false (gtk_widget_get_mapped (page->band_box));
  assert_chart (page->waterfall, "From gross to balance");
  assert_chart (page->clients, "Clients: inflow, outflow and in care");
  g_assert_true (gtk_widget_get_prev_sibling (GTK_WIDGET (page->clients_card)) == GTK_WIDGET (page->realised_card));
  g_assert_true (gui_has_text (GTK_WIDGET (page), "No agreement this year."));
}

/* Read again while it is shown: the figures of then, and the same page with the same tab. */

static gboolean
is_renamed (gpointer user_data)
{
  const PsProviderPage *page = user_data;

  return g_strcmp0 (gtk_label_get_text (page->name), "Peelrand Anders") == 0 && is_complete (user_data);
}

static void
rename_provider (DeskFixture *fixture, const char *agb, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  g_autoptr (PsRecord) before = ps_store_load_record (store, "provider", band_provider (fixture, agb), &error);
  g_autoptr (PsRecord) after = ps_record_copy (before);
  g_autoptr (PsChange) change = ps_change_new ("edit", "provider:41420102");

  ps_record_set_text (after, "name", name);
  ps_change_update (change, before, after);
  g_assert_true (ps_change_apply (store, change, "iemand anders", NULL, &error));
  g_assert_no_error (error);
}

static void
test_read_again (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITH_PLACES);
  const PsProviderLoad *load = page->load;

  rename_provider (fixture, WITH_PLACES, "Peelrand Anders");
  ps_session_check (page->session);
  gui_wait_until (is_renamed, page);
  g_assert_true (PS_PROVIDER_PAGE (desk_page (fixture)) == page);
  g_assert_true (load != page->load || is_shown (page->places));
  assert_chart (page->places, "Places per month");
}

/* The care of its clients, topic by topic */

static gboolean
has_care (gpointer user_data)
{
  const PsProviderPage *page = user_data;

  return page->care_view != NULL && page->asked_care > 0 && page->care_cancellable == NULL;
}

static void
test_care (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITH_PLACES);
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (page->care_topic));

  /* Nothing is worked out before somebody looks. */
  g_assert_null (page->care_view);
  gtk_stack_set_visible_child_name (page->tabs, "care");
  gui_wait_until (has_care, page);
  g_assert_true (gui_has_text (page->care_view, ps_topic_title (PS_TOPIC_CLIENTS)));
  g_assert_cmpuint (n, ==, PS_N_TOPICS - 1);
  for (guint i = 0; i < n; i++)
    {
      const char *title = gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (page->care_topic)), i);

      gtk_drop_down_set_selected (page->care_topic, i);
      gui_wait_until (has_care, page);
      g_assert_true (gui_has_text (page->care_view, title));
      g_assert_cmpstr (title, !=, ps_topic_title (PS_TOPIC_SHARES));
    }
  gui_assert_names (GTK_WIDGET (page));
}

static gboolean
lists_lines (gpointer user_data)
{
  const PsProviderPage *page = user_data;

  return ps_table_get_n_shown (page->production) > 0;
}

/* What nobody looked at is not made; what was looked at follows the file, also when it is hidden meanwhile. */
static void
test_tabs (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = wait_provider (fixture, WITH_PLACES);
  PsSession *session = ps_window_get_session (fixture->window);
  guint n_lines = ps_session_get_settlement (session, page->provider)->lines->len;

  g_assert_cmpuint (n_lines, >, 0);
  g_assert_null (page->production);
  g_assert_null (page->contracts);
  gui_show_tab (GTK_WIDGET (page), "production");
  g_assert_nonnull (page->production);
  g_assert_null (page->contracts);
  g_assert_cmpuint (ps_table_get_n_shown (page->production), ==, n_lines);
  gui_show_tab (GTK_WIDGET (page), "overview");
  set_year (fixture, page, BAND_YEAR - 1);
  gui_show_tab (GTK_WIDGET (page), "production");
  gui_wait_until (lists_lines, page);
  n_lines = ps_session_get_settlement (session, page->provider)->lines->len;
  g_assert_cmpuint (ps_table_get_n_shown (page->production), ==, n_lines);
  gui_show_tab (GTK_WIDGET (page), "details");
  g_assert_nonnull (adw_bin_get_child (page->details_card));
}

/* Leaving the page while everything is being worked out harms nothing. */
static void
test_leave (DeskFixture *fixture, gconstpointer data)
{
  PsProviderPage *page = open_provider (fixture, WITH_PLACES);

  gtk_stack_set_visible_child_name (page->tabs, "care");
  desk_show (fixture, "agreements");
  gui_settle_down ();
  open_provider (fixture, WITH_PLACES);
  ps_session_set_year (ps_window_get_session (fixture->window), BAND_YEAR - 1);
  gui_wait_until (is_complete, desk_page (fixture));
}

/* The layout: as many beside each other as have room, in the proportion of what they want. */
static void
test_rows (void)
{
  static const int wanted[] = { 500, 400, 300, 0, 300 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cards[G_N_ELEMENTS (wanted)];
  int height;

  gtk_widget_set_layout_manager (box, ps_rows_layout_new (10));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      cards[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (cards[i], 50, 20 + 10 * (int) i);
      ps_rows_layout_set_width (cards[i], wanted[i]);
      gtk_box_append (GTK_BOX (box), cards[i]);
    }
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 1000, NULL, &height, NULL, NULL);
  /* 500 + 400 (30 high), 300 (40), the one with a row of its own (50), 300 (60), and three gaps */
  g_assert_cmpint (height, ==, 30 + 40 + 50 + 60 + 30);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 1000, height }, -1);
  g_assert_cmpint (gtk_widget_get_allocated_width (cards[0]), ==, 550);
  g_assert_cmpint (gtk_widget_get_allocated_width (cards[1]), ==, 440);
  g_assert_cmpint (gtk_widget_get_allocated_height (cards[0]), ==, 30);
  g_assert_cmpint (gtk_widget_get_allocated_width (cards[3]), ==, 1000);
  gtk_widget_set_visible (cards[1], FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 1000, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 40 + 50 + 60 + 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 400, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 20 + 40 + 50 + 60 + 30);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define BAND_TEST(path, func) g_test_add (path, DeskFixture, NULL, band_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add_func ("/gui/provider-page/rows", test_rows);
  BAND_TEST ("/gui/provider-page/charts", test_charts);
  BAND_TEST ("/gui/provider-page/curve", test_curve);
  BAND_TEST ("/gui/provider-page/year", test_year);
  BAND_TEST ("/gui/provider-page/without", test_without);
  BAND_TEST ("/gui/provider-page/read-again", test_read_again);
  BAND_TEST ("/gui/provider-page/care", test_care);
  BAND_TEST ("/gui/provider-page/tabs", test_tabs);
  BAND_TEST ("/gui/provider-page/leave", test_leave);
  return g_test_run ();
}
