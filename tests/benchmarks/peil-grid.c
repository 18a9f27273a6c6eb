/* peil-grid.c: how long the grid of measurements takes for 5.000 rows: to take a sheet, to scroll a page, to filter, to type
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: peil-grid
 *
 * Then a GtkColumnView of as many rows and columns scrolls as far: what GTK's own recycling costs. Prints a line a figure: its name, a tab,
 * seconds. A frame's time is what this thread does for it, from the request to the end of painting, without waiting for the screen.
 */
#include <adwaita.h>

#include "figures.h"
#include "../gui/peil-test.h"
#include "gui/peildata/ps-peil-grid.h"

#define N_ROWS 5000
#define N_COLUMNS 18
#define N_PAGES 60
#define LONGEST_WAIT (3 * G_TIME_SPAN_SECOND)

typedef struct
{
  gint64 began;
  gint64 took;
  gboolean painted;
} Frame;

static void
on_before_paint_cb (GdkFrameClock *clock, Frame *frame)
{
  frame->began = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, Frame *frame)
{
  frame->took = g_get_monotonic_time () - frame->began;
  frame->painted = TRUE;
}

/* The next frame's work, in microseconds. */
static gint64
paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;
  Frame frame = { 0, 0, FALSE };
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), &frame);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &frame);

  gtk_widget_queue_draw (window);
  while (!frame.painted && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  return frame.took;
}

/* The median and the longest of the pages. */
static void
scroll (GtkWidget *window, GtkWidget *scroller, const char *name)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_autofree char *median = g_strdup_printf ("%s: scroll a page", name);
  g_autofree char *longest = g_strdup_printf ("%s: scroll a page, the slowest", name);
  gint64 took[N_PAGES];

  for (guint i = 0; i < N_PAGES; i++)
    {
      gint64 started = g_get_monotonic_time ();

      gtk_adjustment_set_value (adjustment, (i + 1) * gtk_adjustment_get_page_size (adjustment));
      took[i] = g_get_monotonic_time () - started;
      took[i] += paint (window);
    }
  qsort (took, N_PAGES, sizeof took[0], figures_compare);
  figures_print (median, took[N_PAGES / 2]);
  figures_print (longest, took[N_PAGES - 1]);
}

static GtkWidget *
show (GtkWidget *window, GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  return scroller;
}

/* The grid */

static gboolean
match_third (const PsPeilRow *row, guint place, gpointer user_data)
{
  return place % 3 == 0;
}

static void
measure_grid (GtkWidget *window, PsPeilSheet *sheet)
{
  GtkWidget *grid = ps_peil_grid_new ("Measurements");
  GtkWidget *scroller = show (window, grid);
  gint64 started;

  paint (window);
  started = g_get_monotonic_time ();
  ps_peil_grid_set_sheet (PS_PEIL_GRID (grid), sheet, TRUE);
  figures_print ("grid: set a sheet", g_get_monotonic_time () - started);
  figures_print ("grid: first frame", paint (window));
  paint (window);
  started = g_get_monotonic_time ();
  ps_peil_grid_set_sheet (PS_PEIL_GRID (grid), sheet, TRUE);
  figures_print ("grid: set a sheet again", g_get_monotonic_time () - started);
  scroll (window, scroller, "grid");
  started = g_get_monotonic_time ();
  ps_peil_grid_set_match (PS_PEIL_GRID (grid), match_third, NULL);
  figures_print ("grid: filter", g_get_monotonic_time () - started + paint (window));
  ps_peil_grid_focus_cell (PS_PEIL_GRID (grid), 3 * (N_ROWS / 6), PS_MEASURE_CLIENTS);
  paint (window);
  started = g_get_monotonic_time ();
  ps_grid_type (PS_GRID (grid), "12");
  ps_grid_finish (PS_GRID (grid));
  figures_print ("grid: type a value", g_get_monotonic_time () - started + paint (window));
  ps_peil_grid_set_sheet (PS_PEIL_GRID (grid), NULL, FALSE);
}

/* The peer */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text =
      ps_measure_format (PS_MEASURE_REALISED, (gint64) gtk_list_item_get_position (item) * 100 + GPOINTER_TO_UINT (column));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
measure_peer (GtkWidget *window)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  GtkWidget *scroller;

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (rows, "");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  scroller = show (window, view);
  paint (window);
  paint (window);
  scroll (window, scroller, "column view");
}

int
main (int argc, char **argv)
{
  PsPeilSheet *sheet = peil_test_full (N_ROWS / 20, 5, 4);
  GtkWidget *window;

  for (guint i = 0; i < sheet->rows->len; i++)
    for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
      g_array_index (sheet->rows, PsPeilRow, i).entered[measure] = g_array_index (sheet->rows, PsPeilRow, i).computed[measure];
  adw_init ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1270, 780);
  gtk_window_present (GTK_WINDOW (window));
  measure_grid (window, sheet);
  measure_peer (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ps_peil_sheet_free (sheet);
  return 0;
}
