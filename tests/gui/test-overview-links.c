/* test-overview-links.c: the way from the overview's figures, and from a provider, to what they are made of, and back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <sqlite3.h>

#include "gui/monitor/ps-monitor-filter.h"
#include "gui/monitor/ps-monitor-page.h"
#include "gui/overview/ps-overview-page.h"
#include "gui/overview/ps-year-figures-data.h"
#include "gui/providers/ps-provider-page.h"

typedef struct
{
  const char *tile;
  const char *page; /* the name of its type */
  int topic;        /* of the monitor; -1: another page */
} Way;

static const Way ways[] = {
  { "agreed", "PsAgreementsPage", -1 },
  { "realised", "PsMonitorPage", PS_TOPIC_PRODUCTION },
  { "forecast", "PsBandwidthPage", -1 },
  { "paid", "PsSettlementsPage", -1 },
  { "nga", "PsMonitorPage", PS_TOPIC_SHARES },
  { "utilisation", "PsMonitorPage", PS_TOPIC_UTILISATION },
  { "clients", "PsMonitorPage", PS_TOPIC_CLIENTS },
  { "waiting", "PsMonitorPage", PS_TOPIC_WAITING },
};

static gboolean
has_data (gpointer session)
{
  return ps_overview_data_peek (session, TRUE) != NULL;
}

static void
wait_data (DeskFixture *fixture)
{
  gui_wait_until (has_data, ps_window_get_session (fixture->window));
  gui_settle_down ();
}

static void
set_up (DeskFixture *fixture, gconstpointer data)
{
  desk_set_up (fixture, data);
  desk_show (fixture, "overview");
  wait_data (fixture);
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

static GtkWidget *
tile_of (DeskFixture *fixture, const char *id)
{
  GtkWidget *tile = find_named (desk_page (fixture), id);

  g_test_message ("the tile %s", id);
  g_assert_true (PS_IS_OVERVIEW_PAGE (desk_page (fixture)));
  g_assert_nonnull (tile);
  return tile;
}

static gboolean
is_over (gpointer window)
{
  return !PS_IS_OVERVIEW_PAGE (ps_window_get_page (window));
}

static PsTopic
topic_of (GtkWidget *page)
{
  GtkListBox *topics = GTK_LIST_BOX (gtk_widget_get_template_child (page, PS_TYPE_MONITOR_PAGE, "topics"));

  return (PsTopic) gtk_list_box_row_get_index (gtk_list_box_get_selected_row (topics));
}

static void
assert_leads (DeskFixture *fixture, const Way *way)
{
  GtkWidget *page;

  gui_wait_until (is_over, fixture->window);
  page = desk_page (fixture);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, way->page);
  if (way->topic >= 0)
    g_assert_cmpint (topic_of (page), ==, way->topic);
}

static void
go_back (DeskFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  gui_settle_down ();
}

/* The tiles are the links that are said to be: a name with the figure in it, and where it leads. */
static void
test_names (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *clients = tile_of (fixture, "clients");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *tile = tile_of (fixture, ways[i].tile);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_ROLE_LINK);
      g_assert_true (gtk_widget_get_focusable (tile));
      g_assert_nonnull (gtk_widget_get_tooltip_text (tile));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           gtk_widget_get_tooltip_text (tile));
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (clients), GTK_ACCESSIBLE_PROPERTY_LABEL, "Clients: 4, 2023: 0");
  gui_assert_names (desk_page (fixture));
}

/* A click, and the way back to the tile. */
static void
test_clicks (DeskFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *tile = tile_of (fixture, ways[i].tile);

      gtk_widget_grab_focus (tile);
      g_signal_emit_by_name (tile, "clicked");
      assert_leads (fixture, &ways[i]);
      go_back (fixture);
      g_assert_true (PS_IS_OVERVIEW_PAGE (desk_page (fixture)));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == tile);
    }
}

/* Tab goes from each to the next, Enter opens it, the way back leads to it. */
static void
test_keyboard (DeskFixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  gtk_widget_grab_focus (tile_of (fixture, ways[0].tile));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *tile = tile_of (fixture, ways[i].tile);

      g_assert_true (gtk_window_get_focus (window) == tile);
      g_signal_emit_by_name (window, "activate-default");
      assert_leads (fixture, &ways[i]);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), desk_page (fixture)));
      go_back (fixture);
      g_assert_true (gtk_window_get_focus (window) == tile);
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    }
  /* The next is the chart. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), desk_page (fixture)));
}

typedef struct
{
  PsWindow *window;
  gpointer old;
} Renewal;

static gboolean
is_renewed (gpointer user_data)
{
  const Renewal *renewal = user_data;
  PsOverviewData *data = ps_overview_data_peek (ps_window_get_session (renewal->window), TRUE);

  return data != NULL && data != renewal->old;
}

/* Figures that are read again come into the tiles that are there. */
static void
test_read_again (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  Renewal renewal = { fixture->window, ps_overview_data_ref (ps_overview_data_peek (session, TRUE)) };
  GtkWidget *tile = tile_of (fixture, "forecast");

  gtk_widget_grab_focus (tile);
  g_signal_emit_by_name (tile, "clicked");
  gui_wait_until (is_over, fixture->window);
  ps_session_reload (session);
  gui_wait_until (is_renewed, &renewal);
  gui_settle_down ();
  go_back (fixture);
  g_assert_true (tile_of (fixture, "forecast") == tile);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == tile);
  ps_overview_data_unref (renewal.old);
}

/* What is looked at in the sidebar's own monitor stays as it is, and the sidebar says where the user came from. */
static void
test_monitor_stays (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *monitor;

  desk_show (fixture, "monitor");
  monitor = desk_page (fixture);
  g_assert_cmpint (topic_of (monitor), !=, PS_TOPIC_WAITING);
  desk_show (fixture, "overview");
  g_signal_emit_by_name (tile_of (fixture, "waiting"), "clicked");
  g_assert_true (PS_IS_MONITOR_PAGE (desk_page (fixture)));
  g_assert_true (desk_page (fixture) != monitor);
  desk_show (fixture, "monitor");
  g_assert_true (desk_page (fixture) == monitor);
  g_assert_cmpint (topic_of (monitor), !=, PS_TOPIC_WAITING);
}

/* The month overview is asked for above the year's figures, not in one of the cards. */
static void
test_month_overview (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *box = GTK_WIDGET (gtk_widget_get_template_child (desk_page (fixture), PS_TYPE_OVERVIEW_PAGE, "year_box"));
  GtkWidget *button = gui_find_type (box, GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_get_mapped (box));
  g_assert_true (gui_has_text (box, "2024"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.report");
  g_assert_true (gtk_widget_is_sensitive (button));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* The bandwidth stands above the drawings as long as it is that of all of them. */
static void
test_bandwidth (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  Renewal renewal = { fixture->window, ps_overview_data_ref (ps_overview_data_peek (session, TRUE)) };
  GtkWidget *table = GTK_WIDGET (desk_table (fixture, "Largest deviations"));

  g_assert_true (gui_has_text (table, "95–105\302\240%"));
  g_assert_false (gui_has_text (table, "Bandwidth"));
  run_sql (fixture->path, "UPDATE agreement_version SET under_bp = 1000, over_bp = 1000 WHERE agreement_id IN"
                          " (SELECT a.id FROM agreement a JOIN provider p ON p.id = a.provider_id WHERE p.agb = '94000001')");
  ps_session_reload (session);
  gui_wait_until (is_renewed, &renewal);
  gui_settle_down ();
  g_assert_false (gui_has_text (table, "95–105\302\240%"));
  g_assert_true (gui_has_text (table, "Bandwidth"));
  ps_overview_data_unref (renewal.old);
}

/* From a provider */

static gboolean
is_monitor (gpointer window)
{
  return PS_IS_MONITOR_PAGE (ps_window_get_page (window));
}

static void
assert_filtered (DeskFixture *fixture, PsTopic topic, const char *agb)
{
  PsMonitorsQuery query = { 0 };

  gui_wait_until (is_monitor, fixture->window);
  g_assert_cmpint (topic_of (desk_page (fixture)), ==, topic);
  ps_monitor_filter_get (PS_MONITOR_FILTER (gui_find_type (desk_page (fixture), PS_TYPE_MONITOR_FILTER)), &query);
  g_assert_cmpstr (query.agb, ==, agb);
  g_assert_null (query.municipality);
}

static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The topic that is chosen in the tab of the care, of this provider. */
static void
test_provider (DeskFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *button, *topic;

  desk_open_row (desk_table (fixture, "Largest deviations"), "Praktijk Het Anker");
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  page = desk_page (fixture);
  gtk_widget_activate_action (page, "provider.monitor", NULL);
  assert_filtered (fixture, PS_TOPIC_CLIENTS, "94000002");
  go_back (fixture);
  g_assert_true (desk_page (fixture) == page);

  gui_show_tab (page, "care");
  topic = GTK_WIDGET (gtk_widget_get_template_child (page, PS_TYPE_PROVIDER_PAGE, "care_topic"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (topic), 3);
  button = find_button (gtk_widget_get_parent (topic), "provider.monitor");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  assert_filtered (fixture, PS_TOPIC_DURATION, "94000002");
}

#define TEST(path, function) g_test_add ("/overview-links/" path, DeskFixture, NULL, set_up, function, desk_tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  TEST ("names", test_names);
  TEST ("clicks", test_clicks);
  TEST ("keyboard", test_keyboard);
  TEST ("read-again", test_read_again);
  TEST ("monitor-stays", test_monitor_stays);
  TEST ("month-overview", test_month_overview);
  TEST ("bandwidth", test_bandwidth);
  TEST ("provider", test_provider);
  return g_test_run ();
}
