/* test-chart-view.c: a chart on a page: points by keyboard and pointer, its figures as a table, its name
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "charts/ps-chart-series.h"
#include "charts/ps-chart-waterfall.h"
#include "gui/ps-chart-canvas.h"
#include "gui/ps-chart-heading.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-table.h"

typedef struct
{
  GtkWidget *window;
  PsChartView *view;
} Fixture;

static PsWaterfallChart *
make_chart (void)
{
  PsWaterfallChart *chart = ps_waterfall_chart_new (100000);

  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Gross", NULL, 120000);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "Band", "too much", -15000);
  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Payable", NULL, 105000);
  ps_waterfall_chart_add (chart, PS_WATERFALL_PAID, "Paid", NULL, -110000);
  ps_waterfall_chart_add (chart, PS_WATERFALL_BALANCE, "Balance", NULL, -5000);
  return chart;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->view = PS_CHART_VIEW (ps_chart_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  ps_chart_view_set_subject (fixture->view, "Zorggroep De Wissel");
  ps_chart_view_set_chart (fixture->view, &ps_chart_waterfall_kind, make_chart (), (GDestroyNotify) ps_waterfall_chart_free);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  g_assert_null (fixture->view);
}

static GtkWidget *
get_canvas (Fixture *fixture)
{
  return gui_find_type (GTK_WIDGET (fixture->view), PS_TYPE_CHART_CANVAS);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  return NULL;
}

static gboolean
press (Fixture *fixture, guint keyval)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (get_canvas (fixture), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0, 0,
                         &handled);
  return handled;
}

static void
assert_says (Fixture *fixture, const char *wanted)
{
  const char *said = ps_chart_view_get_said (fixture->view);

  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, wanted));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (ps_chart_view_get_n_spots (fixture->view), ==, 5);
  g_assert_null (ps_chart_view_get_said (fixture->view));
  g_assert_true (press (fixture, GDK_KEY_Right));
  assert_says (fixture, "Gross");
  assert_says (fixture, "1,200.00");
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_says (fixture, "Band");
  assert_says (fixture, "too much");
  g_assert_true (press (fixture, GDK_KEY_End));
  assert_says (fixture, "Balance");
  g_assert_true (press (fixture, GDK_KEY_Right));
  assert_says (fixture, "Balance");
  g_assert_true (press (fixture, GDK_KEY_Left));
  assert_says (fixture, "Paid");
  g_assert_true (press (fixture, GDK_KEY_Home));
  assert_says (fixture, "Gross");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_null (ps_chart_view_get_said (fixture->view));
  g_assert_false (press (fixture, GDK_KEY_Escape));
  g_assert_false (press (fixture, GDK_KEY_a));
}

/* What is visited is said to a screen reader, and seen. */
static void
test_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PsWaterfallChart) chart = make_chart ();
  g_autofree char *title = ps_chart_waterfall_kind.title (chart);
  g_autofree char *other = NULL;

  g_assert_true (press (fixture, GDK_KEY_End));
  g_assert_true (gui_has_text (get_canvas (fixture), "Balance"));
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (get_canvas (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  g_assert_nonnull (other);
  press (fixture, GDK_KEY_Escape);
  gtk_test_accessible_assert_property (get_canvas (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  g_assert_false (gui_has_text (get_canvas (fixture), "Balance"));
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  GtkEventController *motion = find_controller (get_canvas (fixture), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  int height = gtk_widget_get_height (get_canvas (fixture));
  guint n_said = 0;

  for (int y = 0; y < height; y += 4)
    {
      g_signal_emit_by_name (motion, "motion", 400.0, (double) y);
      n_said += ps_chart_view_get_said (fixture->view) != NULL;
    }
  g_assert_cmpuint (n_said, >, 10);
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (ps_chart_view_get_said (fixture->view));
}

static void
test_as_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.table", NULL));
  table = gui_find_type (GTK_WIDGET (fixture->view), PS_TYPE_TABLE);
  g_assert_nonnull (table);
  g_assert_true (gtk_widget_get_child_visible (table));
  g_assert_cmpuint (ps_table_get_n_shown (PS_TABLE (table)), ==, 5);
  ps_chart_view_set_chart (fixture->view, &ps_chart_waterfall_kind, make_chart (), (GDestroyNotify) ps_waterfall_chart_free);
  g_assert_nonnull (gui_find_type (GTK_WIDGET (fixture->view), PS_TYPE_TABLE));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.table", NULL));
  g_assert_true (gtk_widget_get_child_visible (get_canvas (fixture)));
}

static void
on_texture_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer texture)
{
  return *(GdkTexture **) texture != NULL;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy", NULL));
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL, on_texture_read_cb, &texture);
  gui_wait_until (is_read, &texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1440);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (get_canvas (fixture), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_canvas (fixture)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (gtk_widget_get_focusable (get_canvas (fixture)));
  gui_assert_names (GTK_WIDGET (fixture->view));
}

/* Three months of three series, in any shape. */
static void
show_series (Fixture *fixture, PsShape shape)
{
  static const char *const labels[] = { "realised", "2023", "agreed" };
  static const PsSeriesRole roles[] = { PS_ROLE_VALUE, PS_ROLE_LAST, PS_ROLE_AGREED };
  PsSeriesSet *set = ps_series_set_new (shape, PS_VALUE_PLACES, "Places", "Month");

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *category = g_strdup_printf ("m%d", i), *announced = g_strdup_printf ("Month %d", i);

      ps_series_set_add_category (set, category, announced);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      PsSeries *series = ps_series_set_add (set, roles[i], labels[i]);

      for (int j = 0; j < 3; j++)
        series->values[j] = i == 0 && j == 2 ? PS_NO_NUMBER : 10000 * (j + 1) + 1000 * i;
    }
  ps_chart_view_set_chart (fixture->view, &ps_chart_series_kind, set, (GDestroyNotify) ps_series_set_free);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
assert_says_not (Fixture *fixture, const char *unwanted)
{
  g_assert_null (strstr (ps_chart_view_get_said (fixture->view), unwanted));
}

/* To the sides the categories are walked, up and down the series of one of them; and a series is followed to the sides. */
static void
test_walk_series (Fixture *fixture, gconstpointer data)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    {
      show_series (fixture, shape);
      g_assert_cmpuint (ps_chart_view_get_n_spots (fixture->view), ==, 3);
      g_assert_true (press (fixture, GDK_KEY_Home));
      assert_says (fixture, "Month 1 realised: 10.00 2023: 11.00 agreed: 12.00");
      g_assert_true (press (fixture, GDK_KEY_Down));
      assert_says (fixture, "Month 1 realised: 10.00");
      assert_says_not (fixture, "2023");
      g_assert_true (press (fixture, GDK_KEY_Down));
      assert_says (fixture, "Month 1 2023: 11.00");
      g_assert_true (press (fixture, GDK_KEY_Right));
      assert_says (fixture, "Month 2 2023: 21.00");
      assert_says_not (fixture, "realised");
      g_assert_true (press (fixture, GDK_KEY_End));
      assert_says (fixture, "Month 3 2023: 31.00");
      g_assert_true (press (fixture, GDK_KEY_Up));
      assert_says (fixture, "Month 3 realised: –");
      g_assert_true (press (fixture, GDK_KEY_Up));
      assert_says (fixture, "Month 3 realised: – 2023: 31.00 agreed: 32.00");
      g_assert_true (press (fixture, GDK_KEY_Up));
      assert_says (fixture, "agreed: 32.00");
      for (int i = 0; i < 6; i++)
        press (fixture, GDK_KEY_Down);
      assert_says (fixture, "Month 3 agreed: 32.00");
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_true (press (fixture, GDK_KEY_Escape));
      g_assert_null (ps_chart_view_get_said (fixture->view));
    }
}

/* All that the pointer is over is told, in every shape. */
static void
test_point_at_series (Fixture *fixture, gconstpointer data)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    {
      GtkEventController *motion;
      int width = gtk_widget_get_width (get_canvas (fixture)), height = gtk_widget_get_height (get_canvas (fixture));
      guint n_said = 0;

      show_series (fixture, shape);
      motion = find_controller (get_canvas (fixture), GTK_TYPE_EVENT_CONTROLLER_MOTION);
      for (int i = 1; i < 60; i++)
        {
          g_signal_emit_by_name (motion, "motion", width * i / 60.0, height * i / 60.0);
          if (ps_chart_view_get_said (fixture->view) == NULL)
            continue;
          assert_says (fixture, "realised: ");
          assert_says (fixture, "agreed: ");
          n_said++;
        }
      g_assert_cmpuint (n_said, >, 15);
      g_signal_emit_by_name (motion, "leave");
    }
}

/* The same figures, written as in the chart, with a dash for what is not known. */
static void
test_series_as_table (Fixture *fixture, gconstpointer data)
{
  PsTable *table;

  show_series (fixture, PS_SHAPE_BARS);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.table", NULL));
  table = PS_TABLE (gui_find_type (GTK_WIDGET (fixture->view), PS_TYPE_TABLE));
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 3);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 0), 0), ==, "Month 1");
  g_assert_cmpint (ps_table_row_get_number (ps_table_get_shown (table, 1), 2), ==, 21000);
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 1), 2), ==, "21.00");
  g_assert_cmpstr (ps_table_row_get_text (ps_table_get_shown (table, 2), 1), ==, "–");
}

#define LONG_TITLE "Producten met het grootste aandeel niet gecontracteerde zorg (NGA)"
#define LONG_NOTE "4 aanbieders hebben een afspraak die plekken op peildata meet: de afrekening daarvan telt anders."

static GtkLabel *
find_heading_label (Fixture *fixture, const char *text)
{
  GtkWidget *heading = gui_find_type (GTK_WIDGET (fixture->view), PS_TYPE_CHART_HEADING);

  for (GtkWidget *label = gtk_widget_get_first_child (heading); label != NULL; label = gtk_widget_get_next_sibling (label))
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return GTK_LABEL (label);
  return NULL;
}

/* A title that is too long for its card goes on on a second line, and the note stands below it; beside it where both have room. */
static void
test_long_title (Fixture *fixture, gconstpointer data)
{
  PsSeriesSet *set = ps_series_set_new (PS_SHAPE_BARS, PS_VALUE_COUNT, LONG_TITLE, "Product");
  GtkLabel *title, *note;
  graphene_rect_t first, second;

  ps_series_set_add_months (set, 2025);
  ps_series_set_add (set, PS_ROLE_VALUE, "2025")->values[0] = 5;
  ps_chart_view_set_chart (fixture->view, &ps_chart_series_kind, set, (GDestroyNotify) ps_series_set_free);
  ps_chart_view_set_note (fixture->view, LONG_NOTE);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), 420, -1);
  gtk_widget_set_halign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  gtk_test_widget_wait_for_draw (fixture->window);
  title = find_heading_label (fixture, LONG_TITLE);
  note = find_heading_label (fixture, LONG_NOTE);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (title)));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (note)));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (note)), ==, 2);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (title), GTK_WIDGET (fixture->view), &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (note), GTK_WIDGET (fixture->view), &second));
  g_assert_cmpfloat (second.origin.y, >=, first.origin.y + first.size.height);
  ps_chart_view_set_note (fixture->view, "kort");
  show_series (fixture, PS_SHAPE_BARS);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (title), GTK_WIDGET (fixture->view), &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (note), GTK_WIDGET (fixture->view), &second));
  g_assert_cmpfloat (second.origin.x, >, first.origin.x + first.size.width);
  ps_chart_view_set_note (fixture->view, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (note)));
}

/* What is told of a point never leaves the chart, at whatever point of whatever shape. */
static void
test_bubble (Fixture *fixture, gconstpointer data)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    {
      GtkWidget *canvas, *bubble;

      show_series (fixture, shape);
      canvas = get_canvas (fixture);
      bubble = gtk_widget_get_first_child (canvas);
      for (guint i = 0; i < ps_chart_view_get_n_spots (fixture->view); i++)
        {
          graphene_rect_t bounds;

          press (fixture, i == 0 ? GDK_KEY_Home : GDK_KEY_Right);
          gtk_test_widget_wait_for_draw (fixture->window);
          g_assert_true (gtk_widget_get_visible (bubble));
          g_assert_true (gtk_widget_compute_bounds (bubble, canvas, &bounds));
          g_assert_cmpfloat (bounds.size.width, >, 20);
          g_assert_cmpfloat (bounds.origin.x, >=, 0);
          g_assert_cmpfloat (bounds.origin.y, >=, 0);
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (canvas));
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (canvas));
        }
      press (fixture, GDK_KEY_Escape);
    }
}

#define ADD(name) g_test_add ("/chart-view/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (keys);
  ADD (said);
  ADD (pointer);
  ADD (as_table);
  ADD (copy);
  ADD (names);
  ADD (walk_series);
  ADD (point_at_series);
  ADD (series_as_table);
  ADD (long_title);
  ADD (bubble);
  return g_test_run ();
}
