/* test-table-many.c: a list of thousands of rows: shown a few at first, let go of a few at a time, and where it was scrolled to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include "gui/ps-table.h"

enum
{
  NAME,
  CODE,
  GROSS,
  N_COLUMNS
};

static const PsColumn columns[N_COLUMNS] = {
  [NAME] = { "name", "Name", PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
  [CODE] = { "code", "Code", PS_COLUMN_TEXT, 8, FALSE, FALSE, 0 },
  [GROSS] = { "gross", "Gross", PS_COLUMN_MONEY, 8, TRUE, FALSE, 0 },
};

typedef struct
{
  GtkWidget *window;
  PsTable *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->table = PS_TABLE (ps_table_new (columns, N_COLUMNS, "Test"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
}

static GPtrArray *
make_many (guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Zorgverlener Élan %c %u", 'A' + (int) (i * 7919 % 26), i);
      g_autofree char *code = g_strdup_printf ("%08u", i * 7919 % n);
      PsTableRow *row = ps_table_row_new (N_COLUMNS, i, NULL, NULL);

      ps_table_row_set_text (row, NAME, name);
      ps_table_row_set_text (row, CODE, code);
      ps_table_row_set_number (row, GROSS, (gint64) i * 7919 % 100000);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static guint
count_revealed (Fixture *fixture)
{
  GtkWidget *view = gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static gboolean
is_all_revealed (gpointer user_data)
{
  Fixture *fixture = user_data;

  return count_revealed (fixture) == ps_table_get_n_shown (fixture->table);
}

/* Ten thousand rows: shown a few at first, the others as there is time. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_many (10000);

  ps_table_set_rows (fixture->table, rows);
  g_assert_cmpuint (count_revealed (fixture), <, 100);
  gui_wait_until (is_all_revealed, fixture);
  ps_table_set_sort (fixture->table, "name", TRUE);
  ps_table_set_filter (fixture->table, "elan q");
  g_assert_cmpuint (ps_table_get_n_shown (fixture->table), >, 300);
  g_assert_cmpuint (ps_table_get_n_shown (fixture->table), <, 500);
}

static void
test_scrolling_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_many (1000);
  g_autoptr (GPtrArray) again = make_many (1000);
  GtkWidget *scroller = gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  ps_table_set_rows (fixture->table, rows);
  gui_wait_until (is_all_revealed, fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_adjustment_set_value (down, 5000);
  gtk_test_widget_wait_for_draw (fixture->window);
  ps_table_set_rows (fixture->table, again);
  for (int i = 0; i < 12; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (ABS (gtk_adjustment_get_value (down) - 5000), <, 50);
  ps_table_set_sort (fixture->table, "name", FALSE);
  for (int i = 0; i < 12; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
}

static void
on_row_gone_cb (gpointer n_gone, GObject *row)
{
  (*(guint *) n_gone)++;
}

/* Thousands of rows that others took the place of go a few at a time, not while a key waits; who has them, too, keeps them. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) many = make_many (2000), few = make_many (4);
  guint n_gone = 0;

  for (guint i = 0; i < many->len; i++)
    g_object_weak_ref (g_ptr_array_index (many, i), on_row_gone_cb, &n_gone);
  ps_table_set_rows (fixture->table, many);
  gui_settle_down ();
  ps_table_set_rows (fixture->table, few);
  gui_settle_down ();
  g_assert_cmpuint (n_gone, ==, 0);
  g_assert_cmpuint (many->len, ==, 2000);
  ps_table_set_rows (fixture->table, many);
  g_clear_pointer (&many, g_ptr_array_unref);
  ps_table_set_rows (fixture->table, few);
  g_assert_cmpuint (n_gone, ==, 0);
  gui_settle_down ();
  g_assert_cmpuint (n_gone, ==, 2000);
}

#define ADD(name) g_test_add ("/table-many/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (many);
  ADD (scrolling_stays);
  ADD (let_go);
  return g_test_run ();
}
