/* test-figure-table.c: figures as a table and as tiles
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-figure-table.h"

static void
assert_cell (const PsFigureTable *table, guint row, guint column, const char *expected)
{
  g_autofree char *cell = ps_figure_table_cell (table, row, column);

  g_assert_cmpstr (cell, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr (PsFigureTable) table = ps_figure_table_new ("places", "Places");
  guint product = ps_figure_table_add_column (table, "product", "Product", PS_VALUE_TEXT, FALSE);
  guint places = ps_figure_table_add_column (table, "places", "Places", PS_VALUE_PLACES, TRUE);
  guint clients = ps_figure_table_add_column (table, "clients", "Clients", PS_VALUE_COUNT, TRUE);
  PsFigureRow *row = ps_figure_table_add_row (table);

  g_assert_cmpuint (row->provider, ==, PS_NONE);
  g_assert_cmpuint (row->product, ==, PS_NONE);
  g_assert_false (row->is_total);
  ps_figure_row_set_text (row, product, "V");
  ps_figure_row_set_number (row, places, 34304);
  assert_cell (table, 0, product, "V");
  assert_cell (table, 0, places, "34.30");
  assert_cell (table, 0, clients, "\342\200\223"); /* not known */
  ps_figure_table_add_row (table);
  assert_cell (table, 1, product, "");

  /* The last that was set holds; words may stand where a figure would. */
  ps_figure_row_set_text (row, places, "none");
  g_assert_cmpint (row->numbers[places], ==, PS_NO_NUMBER);
  assert_cell (table, 0, places, "none");
  ps_figure_row_set_number (row, places, 0);
  assert_cell (table, 0, places, "0.00");
}

static void
test_find (void)
{
  g_autoptr (PsFigureTable) table = ps_figure_table_new ("t", "T");
  guint name = ps_figure_table_add_column (table, "name", "Name", PS_VALUE_TEXT, FALSE);
  PsFigureRow *a, *b;

  g_assert_null (ps_figure_table_find (table, name, "a"));
  a = ps_figure_table_add_row (table);
  ps_figure_row_set_text (a, name, "a");
  b = ps_figure_table_add_row (table);
  ps_figure_row_set_text (b, name, "b");
  g_assert_true (ps_figure_table_find (table, name, "a") == a);
  g_assert_true (ps_figure_table_find (table, name, "b") == b);
  g_assert_null (ps_figure_table_find (table, name, "c"));
}

static void
assert_note (PsTile *made, const char *expected)
{
  g_autoptr (PsTile) tile = made;
  g_autofree char *note = ps_tile_note (tile, 2024);

  g_assert_cmpstr (note, ==, expected);
}

static void
test_tile_note (void)
{
  assert_note (ps_tile_new ("nga", "NGA", PS_VALUE_SHARE, 380, 440, NULL), "2023: 4.4\302\240%");
  assert_note (ps_tile_new ("nga", "NGA", PS_VALUE_SHARE, 380, PS_NO_NUMBER, NULL), NULL);
  assert_note (ps_tile_new ("nga", "NGA", PS_VALUE_SHARE, 380, 440, "143 providers"), "143 providers");
  assert_note (ps_tile_new ("clients", "Clients", PS_VALUE_COUNT, PS_NO_NUMBER, 0, NULL), "2023: 0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-table/cells", test_cells);
  g_test_add_func ("/figure-table/find", test_find);
  g_test_add_func ("/figure-table/tile-note", test_tile_note);
  return g_test_run ();
}
