/* test-table.c: a list of figures: order, filter, totals, and what is copied and exported
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <string.h>

#include "core/ps-region.h"
#include "gui/ps-table.h"

enum
{
  NAME,
  CODE,
  GROSS,
  SHARE,
  DAY,
  TARIFF,
  N_COLUMNS
};

static const PsColumn columns[N_COLUMNS] = {
  [NAME] = { "name", "Name", PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
  [CODE] = { "code", "Code", PS_COLUMN_TEXT, 8, FALSE, FALSE, 0 },
  [GROSS] = { "gross", "Gross", PS_COLUMN_MONEY, 8, TRUE, FALSE, 0 },
  [SHARE] = { "share", "Share", PS_COLUMN_PERCENT, 5, FALSE, FALSE, 0 },
  [DAY] = { "day", "Day", PS_COLUMN_DATE, 8, FALSE, FALSE, 0 },
  [TARIFF] = { "tariff", "Tariff", PS_COLUMN_TARIFF, 6, FALSE, FALSE, 0 },
};

static void
add_row (GPtrArray *rows, guint64 id, const char *name, const char *code, gint64 gross, gint64 share)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, id, NULL, NULL);

  ps_table_row_set_text (row, NAME, name);
  ps_table_row_set_text (row, CODE, code);
  ps_table_row_set_number (row, GROSS, gross);
  ps_table_row_set_number (row, SHARE, share);
  ps_table_row_set_number (row, DAY, ps_date_from_ymd (2024, 2, (int) id));
  ps_table_row_set_number (row, TARIFF, 15905);
  g_ptr_array_add (rows, row);
}

static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_row (rows, 1, "Façade Zorg", "AMB10", 123456, 10250);
  add_row (rows, 2, "de Wissel", "AMB2", -4500, PS_NO_NUMBER);
  add_row (rows, 3, "Anker; \"het\"", "AMB1", PS_NO_NUMBER, 5000);
  add_row (rows, 4, "=1+1", "GGZ", 123456, 0);
  return rows;
}

typedef struct
{
  GtkWidget *window;
  PsTable *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows ();

  fixture->window = gtk_window_new ();
  fixture->table = PS_TABLE (ps_table_new (columns, N_COLUMNS, "Test"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  ps_table_set_rows (fixture->table, rows);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->table), (gpointer *) &fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle_down ();
  g_assert_null (fixture->table);
}

/* The ids of what is shown, in order: "1 2 3". */
static char *
shown_ids (PsTable *table)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "", (int) ps_table_row_get_id (ps_table_get_shown (table, i)));
  return g_string_free (ids, FALSE);
}

static void
assert_shown (Fixture *fixture, const char *wanted)
{
  g_autofree char *shown = shown_ids (fixture->table);

  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *filter;
    const char *shown;
  } cases[] = {
    { "", "1 2 3 4" },      { NULL, "1 2 3 4" }, { "FACADE", "1" }, { "façade zorg", "1" }, { "zorg facade", "1" },
    { "wissel amb2", "2" }, { "amb", "1 2 3" },  { "amb ggz", "" }, { "  ", "1 2 3 4" },    { "=1", "4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("filter \"%s\"", cases[i].filter != NULL ? cases[i].filter : "(none)");
      ps_table_set_filter (fixture->table, cases[i].filter);
      assert_shown (fixture, cases[i].shown);
    }
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column;
    gboolean descending;
    const char *shown;
  } cases[] = {
    { "name", FALSE, "4 3 2 1" },                                /* = A d F: case does not matter */
    { "name", TRUE, "1 2 3 4" },   { "code", FALSE, "3 2 1 4" }, /* AMB1 AMB2 AMB10 GGZ */
    { "gross", FALSE, "2 1 4 3" },                               /* equal ones as they came, the empty one last */
    { "gross", TRUE, "1 4 2 3" },  { "share", FALSE, "4 3 1 2" },
    { "day", TRUE, "4 3 2 1" },    { "unknown", FALSE, "4 3 2 1" }, /* as it was */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("sort by %s %d", cases[i].column, cases[i].descending);
      ps_table_set_sort (fixture->table, cases[i].column, cases[i].descending);
      assert_shown (fixture, cases[i].shown);
    }
}

static void
test_totals (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (ps_table_get_total (fixture->table, GROSS), ==, 2 * 123456 - 4500);
  g_assert_cmpint (ps_table_get_total (fixture->table, SHARE), ==, PS_NO_NUMBER);
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->table), "Total of 4 rows"));
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->table), "2,424.12"));
  ps_table_set_filter (fixture->table, "wissel");
  g_assert_cmpint (ps_table_get_total (fixture->table, GROSS), ==, -4500);
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->table), "Total of 1 of 4 rows"));
}

static gboolean
has_cell (GtkWidget *root, const char *text)
{
  gboolean found = GTK_IS_INSCRIPTION (root) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (root)), text) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !found; child = gtk_widget_get_next_sibling (child))
    found = has_cell (child, text);
  return found;
}

/* Percentages below each other have the decimals that one of them needs, one at least; an export keeps to the number. */
static void
test_percentages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (fixture->table);
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autofree char *csv = ps_table_to_csv (fixture->table);

  gui_settle_down ();
  g_assert_true (has_cell (table, "102.5\302\240%"));
  g_assert_true (has_cell (table, "50.0\302\240%"));
  g_assert_nonnull (strstr (csv, ";50;"));
  add_row (rows, 5, "Index", "GGZ", 1, 347);
  ps_table_set_rows (fixture->table, rows);
  gui_settle_down ();
  g_assert_true (has_cell (table, "3.47\302\240%"));
  g_assert_true (has_cell (table, "50.00\302\240%"));
}

/* A total that does not fit is not shown rather than wrong. */
static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_row (rows, 1, "a", "a", G_MAXINT64 - 1, 0);
  add_row (rows, 2, "b", "b", 2, 0);
  ps_table_set_rows (fixture->table, rows);
  g_assert_cmpint (ps_table_get_total (fixture->table, GROSS), ==, PS_NO_NUMBER);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = ps_table_to_csv (fixture->table);

  g_assert_cmpstr (csv, ==,
                   "\xEF\xBB\xBF"
                   "Name;Code;Gross;Share;Day;Tariff\r\n"
                   "Façade Zorg;AMB10;1234,56;102,5;01-02-2024;1,5905\r\n"
                   "de Wissel;AMB2;-45,00;;02-02-2024;1,5905\r\n"
                   "\"Anker; \"\"het\"\"\";AMB1;;50;03-02-2024;1,5905\r\n"
                   "'=1+1;GGZ;1234,56;0;04-02-2024;1,5905\r\n");
}

/* Of more rows than anybody looks at: the window goes on while they are written. */
#define MANY_ROWS 30000

static gboolean
is_saved (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_xlsx (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  char *folder = gui_make_folder ();
  g_autofree char *path = g_build_filename (folder, "lijst.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  gsize length;
  gint64 start;

  for (int i = 0; i < MANY_ROWS; i++)
    add_row (rows, 1 + (guint64) (i % 28), "Zorg", "AMB1", i, PS_NO_NUMBER);
  ps_table_set_rows (fixture->table, rows);
  start = g_get_monotonic_time ();
  ps_table_save (fixture->table, file, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 50 * G_TIME_SPAN_MILLISECOND);
  gui_wait_until (is_saved, path);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpint (strncmp (content, "PK", 2), ==, 0);
  /* The rows are packed: a file that has them all is still more than a few bytes each. */
  g_assert_cmpuint (length, >, MANY_ROWS);
  gui_settle_down ();
  gui_remove_folder (folder);
}

static void
test_csv_of_what_is_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = NULL;

  ps_table_set_filter (fixture->table, "amb");
  ps_table_set_sort (fixture->table, "code", FALSE);
  csv = ps_table_to_csv (fixture->table);
  g_assert_cmpstr (csv, ==,
                   "\xEF\xBB\xBF"
                   "Name;Code;Gross;Share;Day;Tariff\r\n"
                   "\"Anker; \"\"het\"\"\";AMB1;;50;03-02-2024;1,5905\r\n"
                   "de Wissel;AMB2;-45,00;;02-02-2024;1,5905\r\n"
                   "Façade Zorg;AMB10;1234,56;102,5;01-02-2024;1,5905\r\n");
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW)));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = ps_table_to_text (fixture->table);
  g_autofree char *selected = NULL;

  g_assert_true (g_str_has_prefix (all, "Name\tCode\tGross\tShare\tDay\tTariff\r\nFaçade Zorg\tAMB10\t1234,56\t"));
  g_assert_nonnull (strstr (all, "\r\n'=1+1\tGGZ\t"));
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  gtk_selection_model_select_item (get_model (fixture), 2, FALSE);
  selected = ps_table_to_text (fixture->table);
  g_assert_cmpstr (selected, ==,
                   "Name\tCode\tGross\tShare\tDay\tTariff\r\n"
                   "de Wissel\tAMB2\t-45,00\t\t02-02-2024\t1,5905\r\n"
                   "Anker; \"het\"\tAMB1\t\t50\t03-02-2024\t1,5905\r\n");
}

static void
on_text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *wanted = ps_table_to_text (fixture->table);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->table)), NULL, on_text_read_cb, &text);
  gui_wait_until (is_read, &text);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_sort_by_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = g_object_ref_sink (ps_table_get_menu (fixture->table));

  g_assert_true (gtk_widget_activate_action (menu, "table.sort", "s", "code"));
  assert_shown (fixture, "3 2 1 4");
  g_assert_true (gtk_widget_activate_action (menu, "table.sort", "s", "code"));
  assert_shown (fixture, "4 1 2 3");
  g_assert_true (gtk_widget_activate_action (menu, "table.descending", NULL));
  assert_shown (fixture, "3 2 1 4");
  gui_assert_names (menu);
  g_object_unref (menu);
}

static GtkWidget *
find_header (GtkWidget *root, const char *title)
{
  if (GTK_IS_BUTTON (root) && gui_has_text (root, title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_header (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_sort_by_header (Fixture *fixture, gconstpointer data)
{
  GtkWidget *header = find_header (GTK_WIDGET (fixture->table), "Gross");

  g_assert_nonnull (header);
  g_assert_true (gtk_widget_get_focusable (header));
  gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_SORT, GTK_ACCESSIBLE_SORT_NONE);
  g_signal_emit_by_name (header, "clicked");
  assert_shown (fixture, "2 1 4 3");
  gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_SORT, GTK_ACCESSIBLE_SORT_ASCENDING);
  g_signal_emit_by_name (header, "clicked");
  assert_shown (fixture, "1 4 2 3");
  gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_SORT, GTK_ACCESSIBLE_SORT_DESCENDING);
}

/* One stop for Tab; the arrows go from header to header. */
static void
test_headers_by_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *name = find_header (GTK_WIDGET (fixture->table), "Name");
  GtkWidget *strip = gtk_widget_get_parent (name);

  g_assert_true (gtk_widget_child_focus (strip, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (name));
  g_assert_true (gtk_widget_child_focus (strip, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_has_focus (find_header (strip, "Code")));
  ps_table_set_column_visible (fixture->table, GROSS, FALSE);
  g_assert_true (gtk_widget_child_focus (strip, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_has_focus (find_header (strip, "Share")));
  g_assert_true (gtk_widget_child_focus (strip, GTK_DIR_LEFT));
  g_assert_true (gtk_widget_has_focus (find_header (strip, "Code")));
  g_assert_false (gtk_widget_child_focus (strip, GTK_DIR_TAB_FORWARD));
}

static void
on_row_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data)
{
  *(guint64 *) user_data = ps_table_row_get_id (row);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return gtk_widget_get_last_child (gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  guint64 activated = 0;

  g_signal_connect (fixture->table, "row-activated", G_CALLBACK (on_row_activated_cb), &activated);
  ps_table_set_sort (fixture->table, "code", FALSE);
  g_assert_true (gtk_widget_activate_action (get_list (fixture), "list.activate-item", "u", 1));
  g_assert_cmpuint (activated, ==, 2);
}

/* A selection is of rows, not of places. */
static void
test_selection_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autofree char *text = NULL;

  ps_table_set_selected (fixture->table, 2);
  ps_table_set_sort (fixture->table, "code", TRUE);
  ps_table_set_filter (fixture->table, "amb");
  ps_table_set_rows (fixture->table, rows);
  text = ps_table_to_text (fixture->table);
  g_assert_nonnull (strstr (text, "de Wissel"));
  g_assert_null (strstr (text, "Anker"));
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Another order or as many other rows refill the places that there are; another number of rows is one change. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  guint n = 0;

  g_signal_connect (get_model (fixture), "items-changed", G_CALLBACK (on_items_changed_cb), &n);
  ps_table_set_sort (fixture->table, "name", FALSE);
  ps_table_set_rows (fixture->table, rows);
  g_assert_cmpuint (n, ==, 0);
  ps_table_set_filter (fixture->table, "amb");
  g_assert_cmpuint (n, ==, 1);
  ps_table_set_filter (fixture->table, "");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), ==, 4);
  g_signal_handlers_disconnect_by_func (get_model (fixture), on_items_changed_cb, &n);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  ps_table_set_filter (fixture->table, "nowhere");
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->table), "Nothing Found"));
  ps_table_set_empty (fixture->table, "No Figures", "There were none.");
  ps_table_set_rows (fixture->table, none);
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->table), "No Figures"));
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->table), "There were none."));
  g_assert_false (gui_has_text (GTK_WIDGET (fixture->table), "Nothing Found"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  gui_assert_names (GTK_WIDGET (fixture->table));
  gtk_test_accessible_assert_property (fixture->table, GTK_ACCESSIBLE_PROPERTY_LABEL, "Test");
  gtk_test_accessible_assert_property (gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Test");
  gtk_test_accessible_assert_property (gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_INSCRIPTION),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Façade Zorg");
}

static float
left_of (GtkWidget *widget, GtkWidget *in)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, in, &bounds));
  return bounds.origin.x;
}

static void
assert_aligned (Fixture *fixture)
{
  GtkWidget *header = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->table)));
  GtkWidget *cell = gtk_widget_get_first_child (gtk_widget_get_first_child (get_list (fixture)));
  guint n = 0;

  for (; header != NULL && cell != NULL; header = gtk_widget_get_next_sibling (header), cell = gtk_widget_get_next_sibling (cell))
    {
      float difference = left_of (header, GTK_WIDGET (fixture->table)) - left_of (cell, GTK_WIDGET (fixture->table));

      g_assert_cmpfloat (ABS (difference), <, 1.5f);
      n++;
    }
  g_assert_cmpuint (n, ==, N_COLUMNS);
}

/* Headers and totals stand at their columns, in a wide window and in one that is scrolled to the side. */
static void
test_alignment (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gui_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_SCROLLED_WINDOW);

  assert_aligned (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  gui_settle_down ();
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), 60);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  assert_aligned (fixture);
}

#define ADD(name) g_test_add ("/table/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (filter);
  ADD (sort);
  ADD (totals);
  ADD (percentages);
  ADD (overflow);
  ADD (csv);
  ADD (xlsx);
  ADD (csv_of_what_is_shown);
  ADD (copy);
  ADD (clipboard);
  ADD (sort_by_menu);
  ADD (sort_by_header);
  ADD (headers_by_keyboard);
  ADD (activate);
  ADD (selection_stays);
  ADD (changes);
  ADD (empty);
  ADD (names);
  ADD (alignment);
  return g_test_run ();
}
