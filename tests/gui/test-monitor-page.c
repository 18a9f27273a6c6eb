/* test-monitor-page.c: the dashboards: every topic, filtered, cleared, kept to when the region is read again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <sqlite3.h>
#include <string.h>

#include "core/ps-format.h"
#include "core/ps-monitor.h"
#include "gui/monitor/ps-monitor-filter.h"
#include "gui/monitor/ps-monitor-page.h"
#include "gui/monitor/ps-topic-view.h"
#include "gui/monitor/ps-working-bar.h"
#include "store/ps-store.h"

/* The region of gui-test.c: four clients, all of 2024 in care: C1 and C2 of De Wissel (45L11 in Venlo, 54L02 in Venray), C3 of Het Anker
 * (45L11 in Venray), C4 of Ver Weg (54L02 in Venlo). Stille Zorg has none. 45L11 is of group AMB1 in segment 4, 54L02 of GGZ in 5. */

static gboolean
is_counted (gpointer page)
{
  GtkWidget *working = gui_find_type (page, PS_TYPE_WORKING_BAR);

  return gtk_widget_get_mapped (page) && !ps_working_bar_is_waiting (PS_WORKING_BAR (working));
}

static void
wait_counted (GtkWidget *page)
{
  gui_wait_until (is_counted, page);
  gui_settle_down ();
}

static void
set_up (DeskFixture *fixture, gconstpointer data)
{
  desk_set_up (fixture, data);
  desk_show (fixture, "monitor");
  wait_counted (desk_page (fixture));
}

static PsMonitorFilter *
filter_of (GtkWidget *page)
{
  return PS_MONITOR_FILTER (gui_find_type (page, PS_TYPE_MONITOR_FILTER));
}

static GtkWidget *
child_of (GtkWidget *page, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page, PS_TYPE_MONITOR_PAGE, name));
}

static const char *
subject_of (GtkWidget *page)
{
  return gtk_label_get_text (GTK_LABEL (child_of (page, "subject")));
}

static gboolean
shows_figures (GtkWidget *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (child_of (page, "content"))), "figures");
}

static void
choose_topic (GtkWidget *page, PsTopic topic)
{
  GtkListBox *topics = GTK_LIST_BOX (child_of (page, "topics"));

  gtk_list_box_select_row (topics, gtk_list_box_get_row_at_index (topics, (int) topic));
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Of the topic "clients". */
static void
assert_clients (GtkWidget *page, const char *n)
{
  GtkWidget *tile;

  wait_counted (page);
  if (!shows_figures (page))
    g_test_message ("%s: %s", adw_status_page_get_title (ADW_STATUS_PAGE (child_of (page, "none"))),
                    adw_status_page_get_description (ADW_STATUS_PAGE (child_of (page, "none"))));
  g_assert_true (shows_figures (page));
  tile = find_named (gui_find_type (page, PS_TYPE_TOPIC_VIEW), "clients");
  g_assert_nonnull (tile);
  g_test_message ("%s: %s", subject_of (page), n);
  g_assert_true (gui_has_text (tile, n));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Topics */

/* Each by the list, which the drop-down of a narrow window follows, and the other way round. */
static void
test_topics (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);
  GtkDropDown *narrow = GTK_DROP_DOWN (child_of (page, "topic"));
  guint n_shown = 0;

  g_assert_true (PS_IS_MONITOR_PAGE (page));
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    {
      choose_topic (page, (PsTopic) topic);
      wait_counted (page);
      g_assert_cmpuint (gtk_drop_down_get_selected (narrow), ==, (guint) topic);
      gui_assert_names (page);
      if (!shows_figures (page))
        continue;
      n_shown++;
      g_assert_true (gui_has_text (gui_find_type (page, PS_TYPE_TOPIC_VIEW), ps_topic_title ((PsTopic) topic)));
    }
  g_assert_cmpuint (n_shown, >=, 5);
  gtk_drop_down_set_selected (narrow, PS_TOPIC_CLIENTS);
  assert_clients (page, "4");
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (child_of (page, "topics")))), ==,
                   PS_TOPIC_CLIENTS);
}

/* An answer that is there is shown at once; only the topic that is looked at is counted. */
static void
test_kept (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);

  choose_topic (page, PS_TOPIC_CLIENTS);
  g_assert_false (is_counted (page));
  assert_clients (page, "4");
  choose_topic (page, PS_TOPIC_PRODUCTION);
  g_assert_false (is_counted (page));
  wait_counted (page);
  choose_topic (page, PS_TOPIC_CLIENTS);
  g_assert_true (is_counted (page));
  assert_clients (page, "4");
}

/* Filters */

static void
test_filters (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);
  PsMonitorFilter *filter = filter_of (page);

  choose_topic (page, PS_TOPIC_CLIENTS);
  assert_clients (page, "4");
  g_assert_cmpstr (subject_of (page), ==, "Testregio");
  g_assert_true (ps_monitor_filter_choose (filter, PS_MONITOR_BY_PROVIDER, "94000001"));
  g_assert_cmpstr (subject_of (page), ==, "Zorggroep De Wissel");
  assert_clients (page, "2");
  g_assert_true (ps_monitor_filter_choose (filter, PS_MONITOR_BY_MUNICIPALITY, "0983"));
  g_assert_cmpstr (subject_of (page), ==, "Zorggroep De Wissel, Venlo");
  assert_clients (page, "1");
  /* Kept by the next topic and when coming back. */
  choose_topic (page, PS_TOPIC_PRODUCTION);
  wait_counted (page);
  g_assert_cmpstr (subject_of (page), ==, "Zorggroep De Wissel, Venlo");
  choose_topic (page, PS_TOPIC_CLIENTS);
  assert_clients (page, "1");
  g_assert_false (ps_monitor_filter_choose (filter, PS_MONITOR_BY_PROVIDER, "12345678"));
  g_assert_cmpstr (subject_of (page), ==, "Zorggroep De Wissel, Venlo");
  g_assert_true (ps_monitor_filter_choose (filter, PS_MONITOR_BY_PROVIDER, NULL));
  assert_clients (page, "2");
}

/* A group is within its segment, a product within both. */
static void
test_narrowing (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);
  PsMonitorFilter *filter = filter_of (page);
  PsMonitorsQuery query = { 0 };

  choose_topic (page, PS_TOPIC_CLIENTS);
  ps_monitor_filter_choose (filter, PS_MONITOR_BY_GROUP, "AMB1");
  ps_monitor_filter_choose (filter, PS_MONITOR_BY_PRODUCT, "45L11");
  assert_clients (page, "2");
  ps_monitor_filter_get (filter, &query);
  g_assert_cmpstr (query.group, ==, "AMB1");
  g_assert_cmpstr (query.product, ==, "45L11");
  /* The other segment: neither is in it. */
  ps_monitor_filter_choose (filter, PS_MONITOR_BY_SEGMENT, "5");
  ps_monitor_filter_get (filter, &query);
  g_assert_cmpstr (query.segment, ==, "5");
  g_assert_null (query.group);
  g_assert_null (query.product);
  assert_clients (page, "2");
  /* A product of the other one again: it is not in this segment, which is let go of. */
  ps_monitor_filter_choose (filter, PS_MONITOR_BY_PRODUCT, "45L11");
  ps_monitor_filter_get (filter, &query);
  g_assert_null (query.segment);
  g_assert_cmpstr (query.product, ==, "45L11");
}

static void
test_clear (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);
  PsMonitorFilter *filter = filter_of (page);
  PsMonitorsQuery query = { 0 };

  choose_topic (page, PS_TOPIC_CLIENTS);
  g_assert_true (ps_monitor_filter_is_clear (filter));
  ps_monitor_filter_choose (filter, PS_MONITOR_BY_PROVIDER, "94000002");
  ps_monitor_filter_choose (filter, PS_MONITOR_BY_MUNICIPALITY, "0984");
  ps_monitor_filter_choose_months (filter, 2, 3);
  g_assert_false (ps_monitor_filter_is_clear (filter));
  g_assert_cmpstr (subject_of (page), ==, "Praktijk Het Anker, Venray, February to March 2024");
  assert_clients (page, "1");
  gtk_widget_activate_action (page, "monitor.clear", NULL);
  g_assert_true (ps_monitor_filter_is_clear (filter));
  ps_monitor_filter_get (filter, &query);
  g_assert_null (query.agb);
  g_assert_null (query.municipality);
  g_assert_cmpint (query.first_month, ==, 0);
  g_assert_cmpint (query.last_month, ==, 0);
  g_assert_cmpstr (subject_of (page), ==, "Testregio");
  assert_clients (page, "4");
}

static void
assert_period (GtkWidget *page, PsDate from, PsDate through)
{
  g_autofree char *first = ps_format_date (from), *last = ps_format_date (through);
  g_autofree char *days = g_strdup_printf ("%s – %s", first, last);

  wait_counted (page);
  g_assert_true (gui_has_text (page, days));
}

static void
test_period (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);

  choose_topic (page, PS_TOPIC_CLIENTS);
  assert_period (page, ps_date_from_ymd (2024, 1, 1), ps_date_from_ymd (2024, 12, 31));
  ps_monitor_filter_choose_months (filter_of (page), 3, 5);
  assert_period (page, ps_date_from_ymd (2024, 3, 1), ps_date_from_ymd (2024, 5, 31));
  g_assert_cmpstr (subject_of (page), ==, "Testregio, March to May 2024");
  ps_monitor_filter_choose_months (filter_of (page), 7, 0);
  assert_period (page, ps_date_from_ymd (2024, 7, 1), ps_date_from_ymd (2024, 12, 31));
  /* It does not end before it begins. */
  ps_monitor_filter_choose_months (filter_of (page), 9, 2);
  assert_period (page, ps_date_from_ymd (2024, 9, 1), ps_date_from_ymd (2024, 9, 30));
}

/* Nothing */

static void
test_nothing_inside (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);

  choose_topic (page, PS_TOPIC_CLIENTS);
  ps_monitor_filter_choose (filter_of (page), PS_MONITOR_BY_PROVIDER, "94000004");
  wait_counted (page);
  g_assert_false (shows_figures (page));
  g_assert_true (gui_has_text (page, "Nothing to count"));
  g_assert_true (gtk_widget_get_visible (child_of (page, "clear")));
  g_assert_false (gtk_widget_get_visible (child_of (page, "again")));
  gtk_widget_activate_action (page, "monitor.clear", NULL);
  assert_clients (page, "4");
}

/* A region in which nothing was declared yet. */
static void
test_nothing_known (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "empty.peilstok", NULL);
  g_autoptr (PsStore) store = ps_store_create (path, "Lege regio", &error);
  g_autoptr (PsSession) session = NULL;
  GtkWidget *window = gtk_window_new (), *page;

  g_assert_no_error (error);
  session = gui_open_session (path);
  page = ps_monitor_page_new (session);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_counted (page);
  g_assert_false (shows_figures (page));
  g_assert_true (gui_has_text (page, "Nothing is known of this period yet"));
  g_assert_false (gtk_widget_get_visible (child_of (page, "clear")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Reading again */

static gboolean
is_renamed (gpointer page)
{
  return g_str_equal (subject_of (page), "Zorggroep De Sluis");
}

static gboolean
is_whole_region (gpointer page)
{
  return g_str_equal (subject_of (page), "Testregio");
}

/* The filter keeps to the code; one that is gone is no filter any more. */
static void
test_settled (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);
  PsSession *session = ps_window_get_session (fixture->window);

  choose_topic (page, PS_TOPIC_CLIENTS);
  ps_monitor_filter_choose (filter_of (page), PS_MONITOR_BY_PROVIDER, "94000001");
  assert_clients (page, "2");
  run_sql (fixture->path, "UPDATE provider SET name = 'Zorggroep De Sluis' WHERE agb = '94000001'");
  ps_session_reload (session);
  gui_wait_until (is_renamed, page);
  assert_clients (page, "2");
  g_assert_true (gui_has_text (gui_find_type (page, PS_TYPE_TOPIC_VIEW), ps_topic_title (PS_TOPIC_CLIENTS)));

  ps_monitor_filter_choose (filter_of (page), PS_MONITOR_BY_PROVIDER, "94000004");
  wait_counted (page);
  run_sql (fixture->path, "DELETE FROM provider WHERE agb = '94000004'");
  ps_session_reload (session);
  gui_wait_until (is_whole_region, page);
  assert_clients (page, "4");
}

/* A page that is not looked at counts when it is. */
static void
test_unseen (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (fixture);
  PsSession *session = ps_window_get_session (fixture->window);

  choose_topic (page, PS_TOPIC_CLIENTS);
  assert_clients (page, "4");
  desk_show (fixture, "history");
  run_sql (fixture->path, "UPDATE provider SET name = 'Zorggroep De Sluis' WHERE agb = '94000001'");
  ps_monitor_filter_choose (filter_of (page), PS_MONITOR_BY_PROVIDER, "94000001");
  ps_session_reload (session);
  gui_wait_until (is_renamed, page);
  g_assert_false (ps_working_bar_is_waiting (PS_WORKING_BAR (gui_find_type (page, PS_TYPE_WORKING_BAR))));
  desk_show (fixture, "monitor");
  assert_clients (page, "2");
}

/* For others */

static void
test_new_for (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  GtkWidget *window = gtk_window_new (), *page = ps_monitor_page_new_for (session, PS_TOPIC_CLIENTS, "94000003");

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (subject_of (page), ==, "Ver Weg Zorg");
  assert_clients (page, "1");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define TEST(path, function) g_test_add ("/monitor-page/" path, DeskFixture, NULL, set_up, function, desk_tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  TEST ("topics", test_topics);
  TEST ("kept", test_kept);
  TEST ("filters", test_filters);
  TEST ("narrowing", test_narrowing);
  TEST ("clear", test_clear);
  TEST ("period", test_period);
  TEST ("nothing-inside", test_nothing_inside);
  TEST ("nothing-known", test_nothing_known);
  TEST ("settled", test_settled);
  TEST ("unseen", test_unseen);
  TEST ("new-for", test_new_for);
  return g_test_run ();
}
