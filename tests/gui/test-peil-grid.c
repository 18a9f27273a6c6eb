/* test-peil-grid.c: the grid of measurements: going about it, typing, blocks
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "peil-grid-test.h"

/* Keys */

static void
test_moving (PeilFixture *fixture, gconstpointer data)
{
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_cmpstr (peil_focused (fixture), ==, "Aanbieder 0, 45L00, Gemeente 0, clients: empty; computed 10");
  g_assert_true (peil_press (fixture, GDK_KEY_Right, 0));
  peil_assert_cell (fixture, 0, PS_MEASURE_PLACES);
  g_assert_true (peil_press (fixture, GDK_KEY_Down, 0));
  g_assert_true (peil_press (fixture, GDK_KEY_KP_Down, 0));
  peil_assert_cell (fixture, 2, PS_MEASURE_PLACES);
  g_assert_cmpstr (peil_focused (fixture), ==, "Aanbieder 0, 45L01, Gemeente 0, places: not paid by the place");
  g_assert_cmpstr (ps_grid_cell_get_text (peil_focused_cell (fixture)), ==, "–");
  g_assert_cmpstr (ps_grid_cell_get_description (peil_focused_cell (fixture)), ==, "row 3 of 18");
  g_assert_true (peil_press (fixture, GDK_KEY_Up, 0));
  g_assert_true (peil_press (fixture, GDK_KEY_Left, 0));
  peil_assert_cell (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_Left, 0)); /* there is nothing further to the left */
  peil_assert_cell (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_End, 0));
  peil_assert_cell (fixture, 1, PS_MEASURE_WAITING_DAYS);
  g_assert_true (peil_press (fixture, GDK_KEY_Home, 0));
  peil_assert_cell (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK));
  peil_assert_cell (fixture, 17, PS_MEASURE_WAITING_DAYS);
  g_assert_true (peil_press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (gtk_adjustment_get_page_size (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->grid))), >, 0);
  g_assert_true (peil_press (fixture, GDK_KEY_Page_Down, 0));
  peil_assert_cell (fixture, 17, PS_MEASURE_WAITING_DAYS);
  g_assert_true (peil_press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK));
  peil_assert_cell (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK));
  peil_assert_cell (fixture, 17, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK));
  g_assert_true (peil_press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
  peil_assert_cell (fixture, 0, PS_MEASURE_WAITING_DAYS);
  g_assert_true (peil_press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK));
  peil_assert_cell (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_false (peil_press (fixture, GDK_KEY_Left, GDK_ALT_MASK)); /* the window's: back */
  g_assert_false (peil_press (fixture, GDK_KEY_F5, 0));
  g_assert_cmpuint (fixture->given->len, ==, 0);
}

/* Tab goes along what is asked for, Enter down a column; neither stops where nothing is. */
static void
test_tab_and_enter (PeilFixture *fixture, gconstpointer data)
{
  peil_go_to (fixture, 2, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_Tab, 0));
  peil_assert_cell (fixture, 2, PS_MEASURE_REALISED); /* not paid by the place */
  g_assert_true (peil_press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  peil_assert_cell (fixture, 2, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  peil_assert_cell (fixture, 1, PS_MEASURE_WAITING_DAYS);
  g_assert_true (peil_press (fixture, GDK_KEY_Tab, 0));
  peil_assert_cell (fixture, 2, PS_MEASURE_CLIENTS);
  peil_go_to (fixture, 1, PS_MEASURE_PLACES);
  g_assert_true (peil_press (fixture, GDK_KEY_Return, 0));
  peil_assert_cell (fixture, 4, PS_MEASURE_PLACES);
  g_assert_true (peil_press (fixture, GDK_KEY_KP_Enter, GDK_SHIFT_MASK));
  peil_assert_cell (fixture, 1, PS_MEASURE_PLACES);
  peil_go_to (fixture, 17, PS_MEASURE_WAITING_DAYS);
  g_assert_false (peil_press (fixture, GDK_KEY_Tab, 0)); /* the last cell: Tab leaves the grid */
  g_assert_false (peil_press (fixture, GDK_KEY_Tab, GDK_CONTROL_MASK));
  g_assert_true (peil_press (fixture, GDK_KEY_Return, 0));
  peil_assert_cell (fixture, 17, PS_MEASURE_WAITING_DAYS);
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_false (peil_press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  ps_peil_grid_set_sheet (fixture->grid, fixture->sheet, FALSE);
  g_assert_false (peil_press (fixture, GDK_KEY_Tab, 0)); /* where nothing is typed it is one stop */
  g_assert_false (peil_press (fixture, GDK_KEY_5, 0));
  g_assert_false (peil_press (fixture, GDK_KEY_Delete, 0));
  g_assert_false (peil_press (fixture, GDK_KEY_F2, 0));
  g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "5"));
  g_assert_cmpuint (fixture->given->len, ==, 0);
}

static void
test_typing (PeilFixture *fixture, gconstpointer data)
{
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_1, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (peil_editor (fixture))), ==, "1");
  peil_type_text (fixture, "11");
  g_assert_cmpint (peil_entered (fixture, 0, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER); /* not given yet */
  g_assert_true (peil_press (fixture, GDK_KEY_Return, 0));
  peil_assert_cell (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_cmpint (peil_entered (fixture, 0, PS_MEASURE_CLIENTS), ==, 11);
  g_assert_cmpuint (fixture->given->len, ==, 1);
  g_assert_nonnull (peil_find_said (fixture, "Aanbieder 0, 45L00, Gemeente 0, clients: 11; computed 10"));
  g_assert_nonnull (peil_find_said (fixture, "1 above the computed value"));
  g_assert_true (peil_press (fixture, GDK_KEY_KP_2, 0));
  g_assert_true (peil_press (fixture, GDK_KEY_Tab, 0));
  peil_assert_cell (fixture, 1, PS_MEASURE_PLACES);
  g_assert_true (peil_press (fixture, GDK_KEY_6, 0));
  peil_type_text (fixture, "6,8");
  g_assert_true (peil_press (fixture, GDK_KEY_Right, 0)); /* typed over: arrows go on to the next cell */
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_PLACES), ==, 6800);
  peil_assert_cell (fixture, 1, PS_MEASURE_REALISED);
  ps_grid_type (PS_GRID (fixture->grid), "€ 26.841,50");
  g_assert_true (peil_press (fixture, GDK_KEY_Down, 0));
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_REALISED), ==, 2684150);
  peil_assert_cell (fixture, 2, PS_MEASURE_REALISED);
  g_assert_true (peil_press (fixture, GDK_KEY_Up, 0));

  /* F2 changes what is there; arrows are the text's then; Escape leaves it as it was. */
  g_assert_true (peil_press (fixture, GDK_KEY_F2, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (peil_editor (fixture))), ==, "26.841,50");
  g_assert_false (peil_press (fixture, GDK_KEY_Left, 0));
  peil_type_text (fixture, "1");
  g_assert_true (peil_press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (ps_grid_is_typing (PS_GRID (fixture->grid)));
  peil_assert_cell (fixture, 1, PS_MEASURE_REALISED);
  g_assert_nonnull (peil_focused_cell (fixture));
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_REALISED), ==, 2684150);
  g_assert_cmpuint (fixture->n_times, ==, 4);

  /* The same value again is no change; an emptied cell is one. */
  ps_grid_type (PS_GRID (fixture->grid), "26841,5");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  g_assert_cmpuint (fixture->n_times, ==, 4);
  ps_grid_type (PS_GRID (fixture->grid), "");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  g_assert_cmpuint (fixture->n_times, ==, 5);
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_REALISED), ==, PS_NO_NUMBER);

  /* Nothing opens where nothing is asked for. */
  peil_go_to (fixture, 2, PS_MEASURE_PLACES);
  g_assert_false (peil_press (fixture, GDK_KEY_5, 0));
  g_assert_true (peil_press (fixture, GDK_KEY_F2, 0));
  g_assert_false (ps_grid_is_typing (PS_GRID (fixture->grid)));
  g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "5"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "not paid by the place"));
}

/* What is wrong stays as it was typed, with the focus. */
static void
test_wrong (PeilFixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "abc", "12,5", "-5", "1e3" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      peil_go_to (fixture, 3, PS_MEASURE_CLIENTS);
      ps_grid_type (PS_GRID (fixture->grid), wrong[i]);
      g_assert_true (peil_press (fixture, GDK_KEY_Return, 0));
      g_assert_true (ps_grid_is_typing (PS_GRID (fixture->grid)));
      g_assert_true (
          g_str_has_prefix (ps_grid_get_problem (PS_GRID (fixture->grid)), "Aanbieder 0, 45L01, Gemeente 1, clients: "));
      g_assert_false (ps_peil_grid_focus_cell (fixture->grid, 5, PS_MEASURE_CLIENTS));
      peil_assert_cell (fixture, 3, PS_MEASURE_CLIENTS);
      g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "1\t2"));
      ps_grid_forget (PS_GRID (fixture->grid));
      g_assert_null (ps_grid_get_problem (PS_GRID (fixture->grid)));
    }
  g_assert_cmpuint (fixture->given->len, ==, 0);
}

/* Blocks */

static void
test_selecting (PeilFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) block = NULL;
  g_autoptr (GArray) column = NULL;
  g_autoptr (GArray) all = NULL;

  peil_go_to (fixture, 4, PS_MEASURE_PLACES);
  g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (peil_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  block = ps_peil_grid_get_selection (fixture->grid);
  g_assert_cmpuint (block->len, ==, 4);
  g_assert_cmpuint (g_array_index (block, PsPeilGiven, 3).row, ==, 5);
  g_assert_cmpint (g_array_index (block, PsPeilGiven, 3).measure, ==, PS_MEASURE_REALISED);
  g_assert_true (peil_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK));
  column = ps_peil_grid_get_selection (fixture->grid);
  g_assert_cmpuint (column->len, ==, 18);
  g_assert_cmpint (g_array_index (column, PsPeilGiven, 7).measure, ==, PS_MEASURE_REALISED);
  g_assert_true (peil_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK));
  all = ps_peil_grid_get_selection (fixture->grid);
  g_assert_cmpuint (all->len, ==, 18 * PS_N_MEASURES);
}

static void
test_clear_and_fill (PeilFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 6; i++)
    ps_peil_grid_put (fixture->grid, i, PS_MEASURE_CLIENTS, 20 + i);
  peil_go_to (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (peil_press (fixture, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_cmpuint (fixture->n_times, ==, 1); /* one change */
  g_assert_cmpuint (fixture->given->len, ==, 2);
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_CLIENTS), ==, 21);
  g_assert_cmpint (peil_entered (fixture, 3, PS_MEASURE_CLIENTS), ==, 21);
  g_assert_cmpint (peil_entered (fixture, 4, PS_MEASURE_CLIENTS), ==, 24);
  g_assert_true (peil_press (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (fixture->given->len, ==, 5);
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);
  g_assert_cmpint (peil_entered (fixture, 3, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);
  g_assert_cmpint (peil_entered (fixture, 0, PS_MEASURE_CLIENTS), ==, 20);
  peil_go_to (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_d, GDK_CONTROL_MASK)); /* one row: what is above */
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_CLIENTS), ==, 20);
  g_assert_true (peil_press (fixture, GDK_KEY_BackSpace, 0));
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);

  /* Places of the second product are not asked for. */
  ps_peil_grid_put (fixture->grid, 1, PS_MEASURE_PLACES, 5000);
  peil_go_to (fixture, 1, PS_MEASURE_PLACES);
  for (guint i = 0; i < 3; i++)
    g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  ps_grid_fill_down (PS_GRID (fixture->grid));
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_PLACES), ==, PS_NO_NUMBER);
  g_assert_cmpint (peil_entered (fixture, 4, PS_MEASURE_PLACES), ==, 5000);
}

static void
test_take_computed (PeilFixture *fixture, gconstpointer data)
{
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  ps_peil_grid_take_computed (fixture->grid);
  g_assert_cmpuint (fixture->n_times, ==, 1);
  for (guint i = 0; i < 18; i++)
    for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
      g_assert_cmpint (peil_entered (fixture, i, measure), ==,
                       g_array_index (fixture->sheet->rows, PsPeilRow, i).computed[measure]);
  g_assert_cmpint (ps_peil_grid_get_total (fixture->grid, PS_MEASURE_REALISED, FALSE), ==,
                   ps_peil_grid_get_total (fixture->grid, PS_MEASURE_REALISED, TRUE));
}

static void
test_pasting (PeilFixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL;

  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), "11\t6,8\t€ 26.841,50\r\n12\t\t1.000\r\n13\t–\t\"\"\r\n") == FALSE);
  g_assert_nonnull (
      strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "Row 3 of the block, for Aanbieder 0, 45L01, Gemeente 0, realised"));
  g_assert_cmpuint (fixture->n_times, ==, 0);
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), "11\t6,8\t€ 26.841,50\r\n12\t\t1.000\r\n13\t–\t\r\n"));
  g_assert_null (ps_grid_get_problem (PS_GRID (fixture->grid)));
  g_assert_cmpuint (fixture->n_times, ==, 1);
  g_assert_cmpint (peil_entered (fixture, 0, PS_MEASURE_PLACES), ==, 6800);
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_REALISED), ==, 100000);
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_CLIENTS), ==, 13);
  g_assert_cmpint (peil_entered (fixture, 2, PS_MEASURE_PLACES), ==, PS_NO_NUMBER);

  /* What is copied out can be pasted in, elsewhere. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
      g_assert_true (peil_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
    }
  copied = ps_grid_copy_text (PS_GRID (fixture->grid));
  g_assert_cmpstr (copied, ==, "11\t6,8\t26.841,50\n12\t\t1.000,00\n13\t\t");
  peil_go_to (fixture, 6, PS_MEASURE_CLIENTS);
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), copied));
  g_assert_cmpint (peil_entered (fixture, 6, PS_MEASURE_REALISED), ==, 2684150);
  g_assert_cmpint (peil_entered (fixture, 8, PS_MEASURE_CLIENTS), ==, 13);

  /* One value fills what is selected. */
  peil_go_to (fixture, 9, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (peil_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), "7\n"));
  g_assert_cmpint (peil_entered (fixture, 9, PS_MEASURE_CLIENTS), ==, 7);
  g_assert_cmpint (peil_entered (fixture, 10, PS_MEASURE_PLACES), ==, 7000);
  g_assert_cmpint (peil_entered (fixture, 9, PS_MEASURE_PLACES), ==, PS_NO_NUMBER); /* not paid by the place: passed over */
}

static void
test_pasting_wrong (PeilFixture *fixture, gconstpointer data)
{
  peil_go_to (fixture, 16, PS_MEASURE_WAITING);
  g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "1\t2\n1\t2\n1\t2\n"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "3 rows and 2 columns"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "Aanbieder 2, 45L02, Gemeente 0, waiting"));
  g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "1\t2\t3"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "1 row and 3 columns"));
  peil_go_to (fixture, 2, PS_MEASURE_CLIENTS);
  g_assert_null (ps_grid_get_problem (PS_GRID (fixture->grid)));
  g_assert_false (ps_grid_paste_text (PS_GRID (fixture->grid), "1\t2\t3\n4\tvijf\t6\n-1\t0\t0\nx\ty\tz"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)),
                            "Row 1 of the block, for Aanbieder 0, 45L01, Gemeente 0, places, has “2”: This product is not paid"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)),
                            "Row 2 of the block, for Aanbieder 0, 45L01, Gemeente 1, places, has “vijf”"));
  g_assert_nonnull (strstr (ps_grid_get_problem (PS_GRID (fixture->grid)), "And 3 more."));
  g_assert_cmpuint (fixture->given->len, ==, 0);
  for (guint i = 0; i < 18; i++)
    g_assert_cmpint (peil_entered (fixture, i, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);
}

static void
test_clipboard (PeilFixture *fixture, gconstpointer data)
{
  ps_peil_grid_put (fixture->grid, 0, PS_MEASURE_CLIENTS, 42);
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  peil_go_to (fixture, 1, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  gui_settle_down ();
  g_assert_cmpint (peil_entered (fixture, 1, PS_MEASURE_CLIENTS), ==, 42);
  peil_go_to (fixture, 0, PS_MEASURE_CLIENTS);
  g_assert_true (peil_press (fixture, GDK_KEY_x, GDK_CONTROL_MASK));
  g_assert_cmpint (peil_entered (fixture, 0, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);
}

#define ADD(name) g_test_add ("/peil-grid/" #name, PeilFixture, NULL, peil_set_up, test_##name, peil_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (moving);
  ADD (tab_and_enter);
  ADD (typing);
  ADD (wrong);
  ADD (selecting);
  ADD (clear_and_fill);
  ADD (take_computed);
  ADD (pasting);
  ADD (pasting_wrong);
  ADD (clipboard);
  return g_test_run ();
}
