/* test-topic-view.c: a topic of the monitor on a page: tiles that wrap and have names, tables with their totals, what a row opens
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "band-test.h"

#include <string.h>

#include "gui/monitor/ps-topic-view.h"
#include "gui/monitor/ps-wrap-layout.h"
#include "gui/ps-card-layout.h"
#include "gui/products/ps-product-page.h"
#include "gui/providers/ps-provider-page.h"

#define PROVIDER "41420103"

/* Tiles */

static GPtrArray *
make_tiles (void)
{
  GPtrArray *tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_tile_free);

  g_ptr_array_add (tiles, ps_tile_new ("clients", "Clients", PS_VALUE_COUNT, 6214, 6057, NULL));
  g_ptr_array_add (tiles, ps_tile_new ("agreed", "Agreed", PS_VALUE_MONEY, 4186000000, PS_NO_NUMBER, "143 providers"));
  g_ptr_array_add (tiles, ps_tile_new ("nga", "Share of NGA", PS_VALUE_SHARE, 380, 440, NULL));
  return tiles;
}

static GtkWidget *
nth_child (GtkWidget *parent, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  for (; n > 0 && child != NULL; n--)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Read as one sentence: what it is, how much, and last year's or what is said of it. */
static void
test_tile_names (void)
{
  g_autoptr (GPtrArray) tiles = make_tiles ();
  g_autoptr (GtkWidget) row = g_object_ref_sink (ps_tiles_new (tiles, 2024));

  g_assert_true (gui_has_text (row, "2023: "));
  for (guint i = 0; i < tiles->len; i++)
    {
      const PsTile *tile = g_ptr_array_index (tiles, i);
      g_autofree char *value = ps_value_format (tile->kind, tile->value);
      g_autofree char *note = ps_tile_note (tile, 2024);
      g_autofree char *said = g_strdup_printf ("%s: %s, %s", tile->label, value, note);

      g_assert_cmpstr (gtk_widget_get_name (nth_child (row, i)), ==, tile->id);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (nth_child (row, i)), GTK_ACCESSIBLE_PROPERTY_LABEL, said);
      g_assert_true (gui_has_text (nth_child (row, i), value));
    }
}

/* Rows as even as they can be, and filled. */
static void
test_tiles_wrap (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int natural;

  gtk_widget_set_layout_manager (row, ps_wrap_layout_new (10));
  for (int i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_label_new (NULL);

      gtk_widget_set_size_request (child, 100, 20);
      gtk_box_append (GTK_BOX (row), child);
    }
  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 430, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 20);
  /* Three would fit beside each other, and leave one alone. */
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 420, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50);
  gtk_widget_size_allocate (row, &(GtkAllocation){ 0, 0, 420, 50 }, -1);
  g_assert_cmpint (gtk_widget_get_allocated_width (nth_child (row, 0)), ==, 205);
  g_assert_cmpint (gtk_widget_get_allocated_width (nth_child (row, 3)), ==, 205);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 150, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 110);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Cards */

static GtkWidget *
make_cards (void)
{
  static const int heights[] = { 100, 40, 90, 30 };
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      GtkWidget *card = gtk_label_new (NULL);

      gtk_widget_set_size_request (card, 150, heights[i]);
      gtk_box_append (GTK_BOX (cards), card);
    }
  return cards;
}

static void
assert_place (GtkWidget *cards, guint n, int x, int y, int width)
{
  GtkAllocation place;

  gtk_widget_get_allocation (nth_child (cards, n), &place);
  g_test_message ("card %u: %d, %d", n, place.x, place.y);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
}

/* The high ones beside each other, and the low ones: none is half empty. Where there is room for one only, they keep their order. */
static void
test_even_cards (void)
{
  GtkWidget *window = gtk_window_new (), *cards = make_cards ();
  int natural;

  gtk_widget_set_layout_manager (cards, ps_card_layout_new_even (200, 10));
  gtk_window_set_child (GTK_WINDOW (window), cards);
  gtk_widget_measure (cards, GTK_ORIENTATION_VERTICAL, 410, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 100 + 10 + 40);
  gtk_widget_size_allocate (cards, &(GtkAllocation){ 0, 0, 410, 150 }, -1);
  assert_place (cards, 0, 0, 0, 200);
  assert_place (cards, 2, 210, 0, 200);
  assert_place (cards, 1, 0, 110, 200);
  assert_place (cards, 3, 210, 110, 200);
  gtk_widget_set_visible (nth_child (cards, 3), FALSE);
  gtk_widget_size_allocate (cards, &(GtkAllocation){ 0, 0, 410, 150 }, -1);
  assert_place (cards, 1, 0, 110, 410);
  gtk_widget_measure (cards, GTK_ORIENTATION_VERTICAL, 300, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 100 + 10 + 40 + 10 + 90);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tables */

static PsFigureTable *
make_table (void)
{
  static const struct
  {
    const char *name;
    gint64 clients, cents, share;
  } rows[] = {
    { "Venlo", 30, 100000, 5000 },
    { "Venray", 20, 60000, 3000 },
    { "Venlo Noord", 5, 40000, 2000 },
  };
  PsFigureTable *table = ps_figure_table_new ("by-municipality", "By municipality");
  PsFigureRow *total;

  ps_figure_table_add_column (table, "municipality", "Municipality", PS_VALUE_TEXT, FALSE);
  ps_figure_table_add_column (table, "clients", "Clients", PS_VALUE_COUNT, FALSE);
  ps_figure_table_add_column (table, "cost", "Cost", PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "share", "Share", PS_VALUE_SHARE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PsFigureRow *row = ps_figure_table_add_row (table);

      ps_figure_row_set_text (row, 0, rows[i].name);
      ps_figure_row_set_number (row, 1, rows[i].clients);
      ps_figure_row_set_number (row, 2, rows[i].cents);
      ps_figure_row_set_number (row, 3, rows[i].share);
    }
  total = ps_figure_table_add_row (table);
  total->is_total = TRUE;
  ps_figure_row_set_number (total, 1, 50);
  ps_figure_row_set_number (total, 2, 200000);
  return table;
}

/* The total is no row: it stays below whatever the table is sorted by, and is no sum where clients are counted once. */
static void
test_table_totals (void)
{
  g_autoptr (PsFigureTable) table = make_table ();
  GtkWidget *window = gtk_window_new ();
  PsTable *shown = ps_topic_table_new (table);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (shown));
  g_assert_cmpuint (ps_table_get_n_shown (shown), ==, 3);
  g_assert_cmpint (ps_table_get_total (shown, 1), ==, 50);
  g_assert_cmpint (ps_table_get_total (shown, 2), ==, 200000);
  g_assert_cmpint (ps_table_get_total (shown, 3), ==, PS_NO_NUMBER);
  g_assert_true (gui_has_text (GTK_WIDGET (shown), "50"));

  /* Of some of the rows only what adds up is known. */
  ps_table_set_filter (shown, "venlo");
  g_assert_cmpuint (ps_table_get_n_shown (shown), ==, 2);
  g_assert_cmpint (ps_table_get_total (shown, 1), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_table_get_total (shown, 2), ==, 140000);
  ps_table_set_filter (shown, NULL);
  ps_table_set_sort (shown, "clients", FALSE);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (shown, 0), 0), ==, "Venlo Noord");
  g_assert_cmpint (ps_table_get_total (shown, 1), ==, 50);

  /* Filled again, the sorting stays. */
  ps_topic_table_fill (shown, table);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (shown, 0), 0), ==, "Venlo Noord");
  g_assert_cmpint (ps_table_get_total (shown, 1), ==, 50);
  gtk_window_destroy (GTK_WINDOW (window));
}

static PsFigureTable *
make_wide_table (void)
{
  static const char *const columns[][2] = { { "ended", "Ended" },
                                            { "ended-last", "Ended 2024" },
                                            { "left", "Left care for now" },
                                            { "left-last", "Left care 2024" },
                                            { "other", "Other provider" },
                                            { "other-last", "Other provider 2024" } };
  PsFigureTable *table = ps_figure_table_new ("by-product", "By product");
  PsFigureRow *row;

  ps_figure_table_add_column (table, "product", "Product", PS_VALUE_TEXT, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ps_figure_table_add_column (table, columns[i][0], columns[i][1], PS_VALUE_COUNT, FALSE);
  row = ps_figure_table_add_row (table);
  ps_figure_row_set_text (row, 0, "45A01 Ambulant");
  for (guint i = 1; i <= G_N_ELEMENTS (columns); i++)
    ps_figure_row_set_number (row, i, i);
  return table;
}

static gboolean
is_narrow (gpointer table)
{
  return !gui_has_text (table, "2024");
}

/* Titles on two lines above small figures; where even so there is no room, last year's give way. What is copied has all of it. */
static void
test_wide_table (void)
{
  g_autoptr (PsFigureTable) table = make_wide_table ();
  GtkWidget *window = gtk_window_new ();
  PsTable *shown = ps_topic_table_new (table);
  g_autofree char *csv = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (shown));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 300);
  gtk_window_present (GTK_WINDOW (window));
  gui_settle_down ();
  g_assert_true (gui_has_text (GTK_WIDGET (shown), "Left care\nfor now"));
  g_assert_true (gui_has_text (GTK_WIDGET (shown), "Other\nprovider 2024"));
  gtk_window_set_default_size (GTK_WINDOW (window), 380, 300);
  gui_wait_until (is_narrow, shown);
  g_assert_true (gui_has_text (GTK_WIDGET (shown), "Other\nprovider"));
  csv = ps_table_to_csv (shown);
  g_assert_nonnull (strstr (csv, "Other provider 2024"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A topic of the demo region */

typedef struct
{
  PsMonitorShown *shown;
  gboolean done;
} Answer;

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->shown = ps_monitor_data_finish (PS_SESSION (source), result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static gboolean
is_done (gpointer user_data)
{
  return ((Answer *) user_data)->done;
}

static PsMonitorShown *
ask (PsSession *session, const char *agb, guint topics)
{
  PsMonitorsQuery query = { .year = BAND_YEAR, .agb = agb, .topics = topics };
  Answer answer = { NULL, FALSE };

  ps_monitor_data_async (session, &query, NULL, NULL, on_answer_cb, &answer);
  gui_wait_until (is_done, &answer);
  return answer.shown;
}

static guint
count_type (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

/* Every cell of each table says what the figures say. */
static void
assert_tables (GtkWidget *view, const PsTopicFigures *figures)
{
  for (guint i = 0; i < figures->tables->len; i++)
    {
      const PsFigureTable *table = g_ptr_array_index (figures->tables, i);
      PsTable *shown = PS_TABLE (gui_find_table (view, table->title));
      guint place = 0;

      for (guint row = 0; row < table->rows->len; row++)
        {
          const PsFigureRow *figure = g_ptr_array_index (table->rows, row);
          PsTableRow *there = figure->is_total ? NULL : ps_table_get_shown (shown, place++);

          for (guint column = 0; column < table->columns->len && there != NULL; column++)
            {
              g_assert_cmpint (ps_table_row_get_number (there, column), ==, figure->numbers[column]);
              g_assert_cmpstr (ps_table_row_get_text (there, column), ==, figure->texts[column]);
            }
        }
      g_assert_cmpuint (ps_table_get_n_shown (shown), ==, place);
    }
}

static void
test_topics (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  g_autoptr (PsMonitorShown) shown = ask (session, PROVIDER, PS_ALL_TOPICS);
  GtkWidget *view = ps_topic_view_new (session);

  ps_topic_view_set (PS_TOPIC_VIEW (view), shown, PS_TOPIC_CLIENTS, "De Heldenbosch");
  band_push (fixture, scrolled (view), GTK_TYPE_SCROLLED_WINDOW);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const PsTopicFigures *figures = ps_monitor_get (ps_monitor_shown_get (shown)->monitor, (PsTopic) topic);
      guint n_charts = 0;

      ps_topic_view_set (PS_TOPIC_VIEW (view), shown, (PsTopic) topic, "De Heldenbosch");
      gui_settle_down ();
      g_assert_true (gui_has_text (view, ps_topic_title ((PsTopic) topic)));
      for (guint i = 0; i < figures->series->len; i++)
        n_charts += !ps_series_set_is_empty (g_ptr_array_index (figures->series, i));
      g_assert_cmpuint (count_type (view, PS_TYPE_CHART_VIEW), ==, n_charts);
      assert_tables (view, figures);
      gui_assert_names (view);
    }
}

/* The same topic again is not built anew: what somebody sorted stays sorted. */
static void
test_again (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  g_autoptr (PsMonitorShown) shown = ask (session, PROVIDER, 1u << PS_TOPIC_DURATION);
  g_autoptr (PsMonitorShown) again = ask (session, "41420101", 1u << PS_TOPIC_DURATION);
  const PsTopicFigures *figures = ps_monitor_get (ps_monitor_shown_get (shown)->monitor, PS_TOPIC_DURATION);
  const PsFigureTable *main_table = g_ptr_array_index (figures->tables, 0);
  GtkWidget *view = ps_topic_view_new (session);
  GtkWidget *table;

  g_object_ref_sink (view);
  ps_topic_view_set (PS_TOPIC_VIEW (view), shown, PS_TOPIC_DURATION, NULL);
  table = gui_find_table (view, main_table->title);
  ps_topic_view_set (PS_TOPIC_VIEW (view), again, PS_TOPIC_DURATION, NULL);
  g_assert_true (gui_find_table (view, main_table->title) == table);
  assert_tables (view, ps_monitor_get (ps_monitor_shown_get (again)->monitor, PS_TOPIC_DURATION));
  g_object_unref (view);
}

static void
activate_first (GtkWidget *view, const PsTopicFigures *figures, gboolean provider)
{
  for (guint i = 0; i < figures->tables->len; i++)
    {
      const PsFigureTable *table = g_ptr_array_index (figures->tables, i);
      PsTable *shown = PS_TABLE (gui_find_table (view, table->title));

      for (guint row = 0; row < ps_table_get_n_shown (shown); row++)
        {
          const PsTopicRow *about = ps_table_row_get_data (ps_table_get_shown (shown, row));

          if ((provider && about->provider != PS_NONE) || (!provider && about->provider == PS_NONE && about->product != PS_NONE))
            {
              g_signal_emit_by_name (shown, "row-activated", ps_table_get_shown (shown, row));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

static void
test_open (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  g_autoptr (PsMonitorShown) shown = ask (session, NULL, 1u << PS_TOPIC_UTILISATION);
  const PsTopicFigures *figures = ps_monitor_get (ps_monitor_shown_get (shown)->monitor, PS_TOPIC_UTILISATION);
  GtkWidget *view = ps_topic_view_new (session);

  ps_topic_view_set (PS_TOPIC_VIEW (view), shown, PS_TOPIC_UTILISATION, NULL);
  band_push (fixture, view, PS_TYPE_TOPIC_VIEW);
  activate_first (view, figures, TRUE);
  desk_wait_page (fixture, PS_TYPE_PROVIDER_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  desk_wait_page (fixture, PS_TYPE_TOPIC_VIEW);
  activate_first (view, figures, FALSE);
  desk_wait_page (fixture, PS_TYPE_PRODUCT_PAGE);
}

#define BAND_TEST(path, func) g_test_add (path, DeskFixture, NULL, band_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add_func ("/gui/topic/tile-names", test_tile_names);
  g_test_add_func ("/gui/topic/tiles-wrap", test_tiles_wrap);
  g_test_add_func ("/gui/topic/even-cards", test_even_cards);
  g_test_add_func ("/gui/topic/table-totals", test_table_totals);
  g_test_add_func ("/gui/topic/wide-table", test_wide_table);
  BAND_TEST ("/gui/topic/topics", test_topics);
  BAND_TEST ("/gui/topic/again", test_again);
  BAND_TEST ("/gui/topic/open", test_open);
  return g_test_run ();
}
