/* test-grid.c: what all grids to type into do: the cursor and the selection, the editor and whose it is, blocks, finding a cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "grid-test.h"
#include "gui/ps-grid-private.h"

#define N_ROWS 30

typedef struct
{
  GtkWidget *window;
  PlainGrid *plain;
  PsGrid *grid;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->plain = plain_grid_new (N_ROWS);
  fixture->grid = PS_GRID (fixture->plain);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 180);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  _ps_grid_move_to (fixture->grid, 0, 0, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_assert_true (grid_press (fixture->grid, key, state));
}

/* With the focus there, unless something is typed. */
static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
  GtkWidget *cell = PS_GRID_GET_CLASS (fixture->grid)->get_cell (fixture->grid, row, column);

  g_assert_cmpuint (fixture->grid->row, ==, row);
  g_assert_cmpuint (fixture->grid->column, ==, column);
  g_assert_true (gtk_widget_has_css_class (cell, "current"));
  g_assert_true (gtk_widget_is_focus (ps_grid_is_typing (fixture->grid) ? grid_editor (fixture->grid) : cell));
}

static void
assert_values (Fixture *fixture, const char *expected)
{
  g_autofree char *said = plain_grid_say_values (fixture->plain);

  g_assert_cmpstr (said, ==, expected);
}

static void
assert_copied (Fixture *fixture, const char *expected)
{
  g_autofree char *copied = ps_grid_copy_text (fixture->grid);

  g_assert_cmpstr (copied, ==, expected);
}

static void
give (Fixture *fixture, guint row, guint column, const char *text)
{
  _ps_grid_move_to (fixture->grid, row, column, FALSE);
  ps_grid_type (fixture->grid, text);
  g_assert_true (ps_grid_finish (fixture->grid));
}

/* The cursor */

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Tab, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 2, 1); /* that in r1 is not typed into */
  press (fixture, GDK_KEY_Up, 0);
  assert_cursor (fixture, 1, 1); /* arrows go everywhere */
  press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Tab, 0);
  assert_cursor (fixture, 1, 2);
  press (fixture, GDK_KEY_Tab, 0);
  assert_cursor (fixture, 2, 0);
  press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_cursor (fixture, 1, 2);
  press (fixture, GDK_KEY_Page_Down, 0);
  assert_cursor (fixture, 1 + _ps_grid_rows_in_view (fixture->grid), 2);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (fixture, N_ROWS - 1, 2);
  g_assert_false (grid_press (fixture->grid, GDK_KEY_Tab, 0)); /* it leaves the grid */
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, N_ROWS - 1, 2);
  press (fixture, GDK_KEY_Home, 0);
  assert_cursor (fixture, N_ROWS - 1, 0);
  plain_grid_show (fixture->plain, N_ROWS, FALSE);
  g_assert_false (grid_press (fixture->grid, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK)); /* where nothing is typed it is one stop */
  g_assert_false (grid_press (fixture->grid, GDK_KEY_5, 0));
  g_assert_false (grid_press (fixture->grid, GDK_KEY_Left, GDK_ALT_MASK));
}

static guint
count_selected (Fixture *fixture)
{
  g_autoptr (GArray) selected = _ps_grid_get_selected (fixture->grid);

  return selected->len;
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_selected (fixture), ==, 4);
  g_assert_true (_ps_grid_is_selected (fixture->grid, 1, 0));
  g_assert_false (_ps_grid_is_selected (fixture->grid, 2, 0));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->grid), GTK_DIR_TAB_FORWARD));
  assert_cursor (fixture, 1, 1);
  g_assert_cmpuint (count_selected (fixture), ==, 4); /* the focus came back to what was selected */
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (count_selected (fixture), ==, N_ROWS * PLAIN_N_COLUMNS);
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
}

/* The editor */

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_4, 0);
  grid_type_over (fixture->grid, "42");
  press (fixture, GDK_KEY_Right, 0); /* typed over: arrows leave it */
  assert_cursor (fixture, 0, 1);
  g_assert_cmpint (plain_grid_get (fixture->plain, 0, 0), ==, 42);
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (grid_editor (fixture->grid))), ==, "42");
  g_assert_false (grid_press (fixture->grid, GDK_KEY_Right, 0));
  grid_type_over (fixture->grid, "7");
  press (fixture, GDK_KEY_Escape, 0);
  assert_cursor (fixture, 0, 0);
  g_assert_cmpint (plain_grid_get (fixture->plain, 0, 0), ==, 42);
  give (fixture, 0, 0, "42");
  g_assert_cmpuint (plain_grid_count (fixture->plain), ==, 1); /* the same again is no change */
  press (fixture, GDK_KEY_5, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  assert_cursor (fixture, _ps_grid_rows_in_view (fixture->grid), 0);
  g_assert_cmpint (plain_grid_get (fixture->plain, 0, 0), ==, 5);
  _ps_grid_move_to (fixture->grid, 1, 1, FALSE);
  g_assert_false (grid_press (fixture->grid, GDK_KEY_5, 0)); /* it is not typed into */
}

/* Wrong: it stays, with its name in what is said; also when the focus goes elsewhere. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  _ps_grid_move_to (fixture->grid, 2, 2, FALSE);
  ps_grid_type (fixture->grid, "13");
  g_assert_cmpstr (ps_grid_get_problem (fixture->grid), ==, "r2C: no");
  g_assert_true (gtk_widget_has_css_class (grid_editor (fixture->grid), "error"));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_true (ps_grid_is_typing (fixture->grid));
  assert_cursor (fixture, 2, 2);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (ps_grid_is_typing (fixture->grid));
  g_assert_false (ps_grid_paste_text (fixture->grid, "1"));
  grid_type_over (fixture->grid, "14");
  g_assert_null (ps_grid_get_problem (fixture->grid));
  g_assert_true (ps_grid_finish (fixture->grid));
  g_assert_cmpint (plain_grid_get (fixture->plain, 2, 2), ==, 14);
}

/* What is typed is of its row, wherever that stands; where it is gone it is said. */
static void
test_whose (Fixture *fixture, gconstpointer data)
{
  _ps_grid_move_to (fixture->grid, 3, 0, FALSE);
  ps_grid_type (fixture->grid, "77");
  plain_grid_swap (fixture->plain, 3, 8);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_false (ps_grid_is_typing (fixture->grid));
  g_assert_nonnull (strstr (ps_grid_get_problem (fixture->grid), "“77” was not kept"));
  for (gint64 id = 0; id < N_ROWS; id++)
    g_assert_cmpint (plain_grid_get (fixture->plain, id, 0), ==, PS_NO_NUMBER);
  _ps_grid_move_to (fixture->grid, 8, 0, FALSE);
  g_assert_null (ps_grid_get_problem (fixture->grid));
  ps_grid_type (fixture->grid, "78");
  plain_grid_show (fixture->plain, 5, TRUE);
  g_assert_false (ps_grid_is_typing (fixture->grid));
  g_assert_nonnull (strstr (ps_grid_get_problem (fixture->grid), "“78” was not kept"));
  plain_grid_show (fixture->plain, N_ROWS, TRUE);
  ps_grid_type (fixture->grid, "79");
  plain_grid_show (fixture->plain, N_ROWS, FALSE); /* nothing is typed any more: it is left */
  g_assert_false (ps_grid_is_typing (fixture->grid));
  g_assert_cmpuint (plain_grid_count (fixture->plain), ==, 0);
}

/* Blocks */

static void
test_block (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ps_grid_paste_text (fixture->grid, "1\t2\t3\r\n4\t-\t6\r\n"));
  assert_values (fixture, "1 2 3|4 - 6|- - -");
  g_assert_cmpuint (plain_grid_count (fixture->plain), ==, 1);
  g_assert_false (ps_grid_paste_text (fixture->grid, "9\t9\t9\n9\t9\t9"));
  g_assert_nonnull (strstr (ps_grid_get_problem (fixture->grid), "Row 2 of the block, for r1B, has “9”: no"));
  g_assert_false (ps_grid_paste_text (fixture->grid, "1\t2\t3\t4"));
  g_assert_nonnull (strstr (ps_grid_get_problem (fixture->grid), "1 row and 4 columns; from r0A on, there are 30 and 3"));
  g_assert_nonnull (strstr (ps_grid_get_problem (fixture->grid), "Make room."));
  assert_values (fixture, "1 2 3|4 - 6|- - -");
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_copied (fixture, "1\t2\n4\t");
  g_assert_true (ps_grid_paste_text (fixture->grid, "5\n")); /* one value fills what is selected and can be typed into */
  assert_values (fixture, "5 5 3|5 - 6|- - -");
  press (fixture, GDK_KEY_Delete, 0);
  assert_values (fixture, "- - 3|- - 6|- - -");
  g_assert_cmpuint (plain_grid_count (fixture->plain), ==, 3);
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  give (fixture, 0, 0, "8");
  give (fixture, 0, 1, "9");
  _ps_grid_move_to (fixture->grid, 0, 0, FALSE);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  assert_values (fixture, "8 9 -|8 - -|8 9 -");
  _ps_grid_move_to (fixture->grid, 2, 2, FALSE);
  give (fixture, 1, 2, "4");
  _ps_grid_move_to (fixture->grid, 2, 2, FALSE);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK); /* one row: what is above */
  assert_values (fixture, "8 9 -|8 - 4|8 9 4");
}

/* The clipboard's text comes later: it is for the cell that asked for it. */
static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  give (fixture, 0, 0, "8");
  press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  assert_values (fixture, "- - -|- - -|- - -");
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  gui_settle_down ();
  assert_values (fixture, "8 - -|- - -|- - -");
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  _ps_grid_move_to (fixture->grid, 2, 0, FALSE);
  gui_settle_down ();
  assert_values (fixture, "8 - -|- - -|- - -");
  g_assert_nonnull (strstr (ps_grid_get_problem (fixture->grid), "another cell has the cursor now"));
}

/* Where cells are */

static void
assert_at (Fixture *fixture, double x, double y, guint row, guint column)
{
  guint found_row, found_column;

  g_assert_true (_ps_grid_find_at (fixture->grid, x, y, &found_row, &found_column));
  g_assert_cmpuint (found_row, ==, row);
  g_assert_cmpuint (found_column, ==, column);
}

static void
assert_near (Fixture *fixture, double x, double y, guint row, guint column)
{
  guint found_row, found_column;

  _ps_grid_find_near (fixture->grid, x, y, &found_row, &found_column);
  g_assert_cmpuint (found_row, ==, row);
  g_assert_cmpuint (found_column, ==, column);
}

static void
test_finding (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->grid));
  GdkRectangle area;
  guint row, column;

  assert_at (fixture, 41, 21, 0, 0);
  assert_at (fixture, 101, 45, 1, 1);
  assert_at (fixture, 5, 45, 1, 0); /* beside a row: its first cell */
  g_assert_false (_ps_grid_find_at (fixture->grid, 41, 19, &row, &column));
  g_assert_false (_ps_grid_find_at (fixture->grid, 40 + 3 * 60, 45, &row, &column));
  assert_near (fixture, 1000, -100, 0, 2);
  assert_near (fixture, 0, 45, 1, 0);
  _ps_grid_move_to (fixture->grid, N_ROWS - 1, 2, FALSE);
  g_assert_cmpfloat (gtk_adjustment_get_value (rows), ==, gtk_adjustment_get_upper (rows) - gtk_adjustment_get_page_size (rows));
  g_assert_true (_ps_grid_get_area (fixture->grid, N_ROWS - 1, 2, &area));
  assert_at (fixture, area.x + 1, area.y + 1, N_ROWS - 1, 2);
  g_assert_false (_ps_grid_get_area (fixture->grid, N_ROWS, 2, &area));
  assert_near (fixture, 41, 10000, N_ROWS - 1, 0);
}

/* A cell that had the cursor before there was a size is in sight as soon as there is one. */
static void
test_late_size (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  PsGrid *grid = PS_GRID (plain_grid_new (N_ROWS));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (grid));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 180);
  _ps_grid_move_to (grid, 20, 0, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid))), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name) g_test_add ("/grid/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (keys);
  ADD (selection);
  ADD (typing);
  ADD (wrong);
  ADD (whose);
  ADD (block);
  ADD (fill);
  ADD (clipboard);
  ADD (finding);
  ADD (late_size);
  return g_test_run ();
}
