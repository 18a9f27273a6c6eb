/* test-peil-grid-rows.c: the grid of measurements: filters, other sheets, marks, totals, columns
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "peil-grid-test.h"

static gboolean
match_none (const PsPeilRow *row, guint place, gpointer user_data)
{
  return FALSE;
}

static gboolean
match_empty (const PsPeilRow *row, guint place, gpointer user_data)
{
  return row->entered[PS_MEASURE_CLIENTS] == PS_NO_NUMBER;
}

/* The row that is typed in stays where a filter would hide it, until that is given. */
static void
test_filter (PeilFixture *fixture, gconstpointer data)
{
  ps_peil_grid_put (fixture->grid, 0, PS_MEASURE_CLIENTS, 1);
  ps_peil_grid_put (fixture->grid, 5, PS_MEASURE_CLIENTS, 1);
  ps_peil_grid_set_match (fixture->grid, match_empty, NULL);
  g_assert_cmpuint (ps_peil_grid_get_n_shown (fixture->grid), ==, 16);
  g_assert_cmpuint (ps_peil_grid_get_shown (fixture->grid, 0), ==, 1);
  g_assert_false (ps_peil_grid_focus_cell (fixture->grid, 0, PS_MEASURE_CLIENTS));
  peil_go_to (fixture, 3, PS_MEASURE_CLIENTS);
  ps_grid_type (PS_GRID (fixture->grid), "9");
  ps_peil_grid_set_match (fixture->grid, match_none, NULL);
  g_assert_cmpuint (ps_peil_grid_get_n_shown (fixture->grid), ==, 1);
  g_assert_true (gtk_widget_is_focus (peil_editor (fixture)));
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  g_assert_cmpint (peil_entered (fixture, 3, PS_MEASURE_CLIENTS), ==, 9);
  ps_peil_grid_rematch (fixture->grid);
  g_assert_cmpuint (ps_peil_grid_get_n_shown (fixture->grid), ==, 0);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->grid))); /* it goes nowhere else meanwhile */
  g_assert_false (peil_press (fixture, GDK_KEY_5, 0));
  g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "1"));
  ps_peil_grid_set_match (fixture->grid, NULL, NULL);
  g_assert_nonnull (peil_focused_cell (fixture));

  /* A row that is done leaves a filter for what is empty; the cursor goes to the next one. */
  ps_peil_grid_set_match (fixture->grid, match_empty, NULL);
  peil_go_to (fixture, 7, PS_MEASURE_CLIENTS);
  ps_grid_type (PS_GRID (fixture->grid), "3");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  ps_peil_grid_rematch (fixture->grid);
  peil_assert_cell (fixture, 8, PS_MEASURE_CLIENTS);
  g_assert_cmpstr (peil_focused (fixture), ==, "Aanbieder 1, 45L01, Gemeente 0, clients: empty; computed 11");
}

/* A block is pasted over what is shown. */
static void
test_paste_filtered (PeilFixture *fixture, gconstpointer data)
{
  ps_peil_grid_put (fixture->grid, 1, PS_MEASURE_CLIENTS, 77);
  ps_peil_grid_set_match (fixture->grid, match_empty, NULL);
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), "1\n2\n3\n"));
  g_assert_cmpint (peil_entered (fixture, 0, PS_MEASURE_CLIENTS), ==, 1);
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_CLIENTS), ==, 77);
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_CLIENTS), ==, 2);
  g_assert_cmpint (peil_entered (fixture, 3, PS_MEASURE_CLIENTS), ==, 3);
}

static void
swap_rows (PsPeilSheet *sheet, guint a, guint b)
{
  PsPeilRow held = g_array_index (sheet->rows, PsPeilRow, a);

  g_array_index (sheet->rows, PsPeilRow, a) = g_array_index (sheet->rows, PsPeilRow, b);
  g_array_index (sheet->rows, PsPeilRow, b) = held;
}

static guint
count_selected (PeilFixture *fixture)
{
  g_autoptr (GArray) selected = ps_peil_grid_get_selection (fixture->grid);

  return selected->len;
}

/* Focus and selection stay with their rows; where others came between them nothing is selected that nobody chose. */
static void
test_another_sheet (PeilFixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  peil_go_to (fixture, 3, PS_MEASURE_REALISED);
  g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  cell = GTK_WIDGET (peil_focused_cell (fixture));
  g_array_remove_index (fixture->sheet->rows, 0);
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
  peil_assert_cell (fixture, 3, PS_MEASURE_REALISED); /* as before: the first row went */
  g_assert_true (cell == GTK_WIDGET (peil_focused_cell (fixture)));
  g_assert_cmpstr (peil_focused (fixture), ==, "Aanbieder 0, 45L02, Gemeente 0, realised: empty; computed €\302\24026,845.50");
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  swap_rows (fixture->sheet, 2, 10);
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
  peil_assert_cell (fixture, 3, PS_MEASURE_REALISED);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  swap_rows (fixture->sheet, 3, 15);
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
  peil_assert_cell (fixture, 15, PS_MEASURE_REALISED);
  g_assert_true (cell == GTK_WIDGET (peil_focused_cell (fixture)));
  g_array_remove_index (fixture->sheet->rows, 15); /* the row itself: the next one takes its place */
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
  peil_assert_cell (fixture, 15, PS_MEASURE_REALISED);
  g_assert_nonnull (peil_focused_cell (fixture));
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, FALSE);
  g_assert_nonnull (peil_focused_cell (fixture));

  /* Elsewhere it stays elsewhere. */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, TRUE);
  g_assert_null (peil_focused_cell (fixture));
}

/* Another sheet while the page hears of a cell: nothing is put into rows that stand there now. */
static void
on_given_change_sheet_cb (PsPeilGrid *grid, GArray *given, PeilFixture *fixture)
{
  swap_rows (fixture->sheet, 2, 9);
  ps_peil_grid_set_sheet (grid, fixture->sheet, TRUE);
}

static void
test_sheet_while_given (PeilFixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->grid, "cells-given", G_CALLBACK (on_given_change_sheet_cb), fixture);
  peil_go_to (fixture, 2, PS_MEASURE_CLIENTS);
  ps_grid_type (PS_GRID (fixture->grid), "5");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  for (guint i = 0; i < fixture->sheet->rows->len; i++)
    g_assert_cmpint (peil_entered (fixture, i, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);
  peil_assert_cell (fixture, 9, PS_MEASURE_CLIENTS);
}

/* Of the cell with the cursor, as Ctrl+F1 shows it. */
static gboolean
has_tooltip (PeilFixture *fixture)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (fixture->grid, "query-tooltip", 0, 0, TRUE, tooltip, &shown);
  return shown;
}

static gboolean
says_why (gpointer user_data)
{
  PeilFixture *fixture = user_data;

  return gui_has_text (GTK_WIDGET (fixture->grid), ps_peil_grid_get_mark (fixture->grid));
}

/* Marks: a frame, a sign and words, as soon as it is typed */
static void
test_marks (PeilFixture *fixture, gconstpointer data)
{
  PsGridCell *cell;
  g_autofree char *why = NULL;

  peil_go_to (fixture, 4, PS_MEASURE_PLACES);
  g_assert_null (ps_peil_grid_get_mark (fixture->grid));
  ps_grid_type (PS_GRID (fixture->grid), "6,8");
  g_assert_null (ps_peil_grid_get_mark (fixture->grid));
  peil_type_text (fixture, "17,1");
  g_assert_nonnull (ps_peil_grid_get_mark (fixture->grid)); /* not given yet */
  g_assert_true (gtk_widget_has_css_class (peil_editor (fixture), "peil-mark"));
  g_assert_nonnull (peil_find_said (fixture, "10.26 above the computed value"));
  g_assert_false (gui_has_text (GTK_WIDGET (fixture->grid), ps_peil_grid_get_mark (fixture->grid)));
  gui_wait_until (says_why, fixture); /* in words, as soon as the typing stops */
  g_assert_cmpuint (fixture->given->len, ==, 0);
  peil_type_text (fixture, "6,84");
  g_assert_false (gui_has_text (GTK_WIDGET (fixture->grid), "computed"));
  g_assert_null (ps_peil_grid_get_mark (fixture->grid));
  g_assert_false (gtk_widget_has_css_class (peil_editor (fixture), "peil-mark"));
  peil_type_text (fixture, "17,1");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  g_assert_cmpint (
      ps_peil_row_deviation (fixture->sheet, &g_array_index (fixture->sheet->rows, PsPeilRow, 4), PS_MEASURE_PLACES, &why), !=,
      PS_DEVIATION_NONE);
  cell = peil_focused_cell (fixture);
  g_assert_cmpstr (ps_grid_cell_get_text (cell), ==, "◆ 17.10");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "peil-mark"));
  g_assert_true (g_str_has_prefix (ps_grid_cell_get_description (cell), why));
  g_assert_true (g_str_has_suffix (ps_grid_cell_get_description (cell), "row 5 of 18"));
  g_assert_true (has_tooltip (fixture));
  peil_go_to (fixture, 5, PS_MEASURE_PLACES);
  g_assert_false (has_tooltip (fixture));
  g_assert_cmpstr (ps_grid_cell_get_description (cell), ==, why); /* the reason stays, the place went with the cursor */
  ps_peil_grid_put (fixture->grid, 4, PS_MEASURE_PLACES, 6840);
  g_assert_cmpstr (ps_grid_cell_get_text (cell), ==, "6.84");
  g_assert_cmpstr (ps_grid_cell_get_description (cell), ==, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell), "peil-mark"));

  /* What came in though it cannot be: it can be taken away, not changed. */
  ps_peil_grid_put (fixture->grid, 2, PS_MEASURE_PLACES, 3000);
  peil_go_to (fixture, 2, PS_MEASURE_PLACES);
  g_assert_nonnull (ps_peil_grid_get_mark (fixture->grid));
  ps_grid_type (PS_GRID (fixture->grid), "4");
  g_assert_false (ps_grid_finish (PS_GRID (fixture->grid)));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "not paid by the place"));
  peil_type_text (fixture, "");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_PLACES), ==, PS_NO_NUMBER);
}

static void
test_totals (PeilFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_CLIENTS, FALSE), ==, PS_NO_NUMBER);
  g_assert_nonnull (peil_find_said (fixture, "18 rows shown"));
  ps_peil_grid_put (fixture->grid, 0, PS_MEASURE_CLIENTS, 11);
  ps_peil_grid_put (fixture->grid, 7, PS_MEASURE_CLIENTS, 20);
  g_assert_nonnull (peil_find_said (fixture, "Total of Clients: 31"));
  ps_peil_grid_put (fixture->grid, 7, PS_MEASURE_CLIENTS, 1);
  g_assert_nonnull (peil_find_said (fixture, "Total of Clients: 12"));
  ps_peil_grid_set_match (fixture->grid, match_empty, NULL);
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_CLIENTS, FALSE), ==, PS_NO_NUMBER);
  g_assert_nonnull (peil_find_said (fixture, "16 rows shown"));
  ps_peil_grid_put (fixture->grid, 0, PS_MEASURE_CLIENTS, 12); /* not shown: not in the total */
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_CLIENTS, FALSE), ==, PS_NO_NUMBER);
  ps_peil_grid_set_match (fixture->grid, NULL, NULL);
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_CLIENTS, FALSE), ==, 13);
  ps_peil_grid_put (fixture->grid, 0, PS_MEASURE_WAITING_DAYS, 30); /* a sum of means says nothing */
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_WAITING_DAYS, FALSE), ==, PS_NO_NUMBER);
}

/* Which columns there is room for */

static void
resize (PeilFixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 400);
  for (guint i = 0; i < 20 && gtk_widget_get_width (fixture->scroller) != width; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static void
test_columns (PeilFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (peil_find_said (fixture, "Realised, difference"));
  resize (fixture, 1279);
  g_assert_nonnull (peil_find_said (fixture, "Waiting days, difference"));
  resize (fixture, 660);
  g_assert_null (peil_find_said (fixture, "Realised, difference"));
  g_assert_nonnull (peil_find_said (fixture, "Clients, entered"));
  g_assert_nonnull (peil_find_said (fixture, "Waiting days, entered"));
  ps_peil_grid_set_computed (fixture->grid, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (peil_find_said (fixture, "Clients, difference"));
  g_assert_null (peil_find_said (fixture, "Waiting days, difference")); /* further to the right */
  peil_go_to (fixture, 0, PS_MEASURE_WAITING_DAYS);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (peil_find_said (fixture, "Waiting days, difference"));
  g_assert_null (peil_find_said (fixture, "Clients, entered"));
  g_assert_nonnull (peil_find_said (fixture, "Provider"));
  g_assert_nonnull (peil_find_said (fixture, "Aanbieder 0")); /* the keys stay in sight */
  ps_peil_grid_set_computed (fixture->grid, FALSE);
  resize (fixture, 1279);
  g_assert_null (peil_find_said (fixture, "Clients, computed"));
  ps_peil_grid_fit_computed (fixture->grid);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (peil_find_said (fixture, "Clients, computed"));
}

/* Larger letters: higher rows. */
static void
test_letters (PeilFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  GtkWidget *cell;
  int height, dpi;

  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  cell = GTK_WIDGET (peil_focused_cell (fixture));
  height = gtk_widget_get_height (cell);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  for (guint i = 0; i < 10; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (cell), >, height + 5);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  for (guint i = 0; i < 10; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (cell), ==, height);
}

/* Screen readers hear where a cell stands. */
static void
test_accessible (PeilFixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  peil_go_to (fixture, 6, PS_MEASURE_CLIENTS);
  cell = GTK_WIDGET (peil_focused_cell (fixture));
  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Aanbieder 1, 45L00, Gemeente 0, clients: empty; computed 16");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "row 7 of 18");
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 7);
  gtk_test_accessible_assert_relation (fixture->grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 18);
  gtk_test_accessible_assert_role (peil_find_said (fixture, "Clients, entered"), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (peil_find_said (fixture, "Aanbieder 1"), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  ps_grid_type (PS_GRID (fixture->grid), "16");
  gtk_test_accessible_assert_property (peil_editor (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Aanbieder 1, 45L00, Gemeente 0, clients: empty; computed 16");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Aanbieder 1, 45L00, Gemeente 0, clients: 16; computed 16");
}

#define ADD(name) g_test_add ("/peil-grid-rows/" #name, PeilFixture, NULL, peil_set_up, test_##name, peil_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (filter);
  ADD (paste_filtered);
  ADD (another_sheet);
  ADD (sheet_while_given);
  ADD (marks);
  ADD (totals);
  ADD (columns);
  ADD (accessible);
  ADD (letters);
  return g_test_run ();
}
