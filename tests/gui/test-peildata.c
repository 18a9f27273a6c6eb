/* test-peildata.c: the year's reference dates in the window: made, copied, changed, deleted, exported; and the public holidays
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"

#include <string.h>

#include "gui/letters/ps-holidays-dialog.h"
#include "gui/peildata/ps-peil-entry-page.h"
#include "gui/peildata/ps-peil-export.h"
#include "gui/peildata/ps-peildata-page.h"
#include "gui/peildata/ps-peildata-table.h"
#include "gui/ps-import-dialog.h"
#include "gui/ps-year-loader.h"
#include "store/ps-letters.h"
#include "store/ps-peildata.h"

#define MEASUREMENTS "peildatum;agb;product;gemeente;clienten\n"

static PsStore *
open_store (DeskFixture *fixture, PsStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  PsStore *store = ps_store_open (fixture->path, mode, &error);

  g_assert_no_error (error);
  return store;
}

static GPtrArray *
read_dates (DeskFixture *fixture, int year)
{
  g_autoptr (PsStore) store = open_store (fixture, PS_STORE_READ);
  g_autoptr (GError) error = NULL;
  GPtrArray *states = ps_peildata_list (store, year, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return states;
}

static void
add_date (DeskFixture *fixture, int year, int month, int day, const char *label)
{
  g_autoptr (PsStore) store = open_store (fixture, PS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  const PsPeildatumState state = { .day = ps_date_from_ymd (year, month, day),
                                   .label = (char *) label,
                                   .data_through = ps_date_from_ymd (year, month, 1) - 1 };

  ps_peildata_save (store, "somebody-else", NULL, &state, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
reload (DeskFixture *fixture)
{
  ps_session_reload (ps_window_get_session (fixture->window));
  desk_wait_written (fixture);
}

static PsTable *
show_page (DeskFixture *fixture)
{
  desk_show (fixture, "peildata");
  g_assert_true (PS_IS_PEILDATA_PAGE (desk_page (fixture)));
  return desk_table (fixture, "Peildata of the year");
}

static gboolean
n_rows_is (gpointer user_data)
{
  gpointer *wait = user_data;

  return ps_table_get_n_shown (wait[0]) == GPOINTER_TO_UINT (wait[1]);
}

static void
wait_rows (PsTable *table, guint n)
{
  gpointer wait[2] = { table, GUINT_TO_POINTER (n) };

  gui_wait_until (n_rows_is, wait);
}

/* An empty year says what to do first. */
static void
test_first (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table = show_page (fixture);
  PsFormDialog *dialog;
  g_autoptr (GPtrArray) states = NULL;
  const PsPeildatumState *state;

  desk_wait_text (fixture, "No Peildata in 2024");
  g_assert_false (desk_is_on (fixture, "peildata.copy"));
  g_assert_false (desk_is_on (fixture, "peildata.fill"));
  gui_assert_names (desk_page (fixture));
  dialog = desk_open (fixture, "peildata.new", NULL);
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "day", "19-07-2023");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "day", "19-07-2024");
  desk_type (dialog, "label", "Derde peiling");
  desk_type (dialog, "data_through", "31-08-2024");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "data_through", "31-05-2024");
  desk_save (dialog);
  wait_rows (table, 1);
  desk_wait_text (fixture, "1 peildatum");
  states = read_dates (fixture, 2024);
  g_assert_cmpuint (states->len, ==, 1);
  state = g_ptr_array_index (states, 0);
  g_assert_cmpstr (state->label, ==, "Derde peiling");
  g_assert_cmpint (state->data_through, ==, ps_date_from_ymd (2024, 5, 31));
  g_assert_cmpint (ps_table_row_get_number (ps_table_get_shown (table, 0), PS_PEILDATA_FILLED), ==, 0);
  desk_undo (fixture);
  desk_wait_text (fixture, "No Peildata in 2024");
}

static gboolean
year_is (gpointer user_data)
{
  gpointer *wait = user_data;

  return ps_session_get_year (wait[0]) == GPOINTER_TO_INT (wait[1]);
}

static void
wait_year (DeskFixture *fixture, int year)
{
  gpointer wait[2] = { ps_window_get_session (fixture->window), GINT_TO_POINTER (year) };

  gui_wait_until (year_is, wait);
  gui_settle_down ();
}

/* The next year is begun from this one: the window goes there, but it is not what opens where no year was chosen. */
static void
test_other_year (DeskFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->window);
  PsTable *table = show_page (fixture);
  PsFormDialog *dialog;
  const GArray *years;

  g_assert_cmpint (ps_session_get_year (session), ==, 2024);
  dialog = desk_open (fixture, "peildata.new", NULL);
  desk_type (dialog, "day", "01-03-2099");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "day", "01-03-2026");
  g_assert_true (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_save (dialog);
  wait_year (fixture, 2026);
  wait_rows (table, 1);
  desk_wait_text (fixture, "Peildata 2026");
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->window), "2026 is the year that is shown now"));
  years = ps_session_get_years (session);
  g_assert_cmpint (g_array_index (years, int, years->len - 1), ==, 2026);
  /* One that is there stays in its year. */
  dialog = desk_open (fixture, "peildata.change", NULL);
  desk_type (dialog, "day", "01-03-2025");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_close (dialog);
  ps_session_prefer_year (session, PS_LATEST_YEAR);
  ps_window_open_region (fixture->window, fixture->path);
  wait_year (fixture, 2024);
}

static void
test_copy (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;
  g_autoptr (GPtrArray) states = NULL;

  add_date (fixture, 2023, 3, 1, "Eerste");
  add_date (fixture, 2023, 7, 19, "Tweede");
  reload (fixture);
  table = show_page (fixture);
  desk_wait_text (fixture, "No Peildata in 2024");
  desk_do (fixture, "peildata.copy");
  wait_rows (table, 2);
  states = read_dates (fixture, 2024);
  g_assert_cmpint (((PsPeildatumState *) g_ptr_array_index (states, 1))->day, ==, ps_date_from_ymd (2024, 7, 19));
  g_assert_cmpstr (((PsPeildatumState *) g_ptr_array_index (states, 1))->label, ==, "Tweede");
  g_assert_cmpint (((PsPeildatumState *) g_ptr_array_index (states, 0))->data_through, ==, ps_date_from_ymd (2024, 2, 29));
}

static void
select_day (PsTable *table, int year, int month, int day)
{
  for (guint i = 0; i < ps_table_get_n_shown (table); i++)
    if (ps_table_row_get_number (ps_table_get_shown (table, i), PS_PEILDATA_DAY) == ps_date_from_ymd (year, month, day))
      ps_table_set_selected (table, ps_table_row_get_id (ps_table_get_shown (table, i)));
  gui_settle_down ();
}

static gboolean
has_message (gpointer user_data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (ADW_IS_MESSAGE_DIALOG (list->data))
      return TRUE;
  return FALSE;
}

static void
test_change_and_delete (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;
  PsFormDialog *dialog;
  g_autoptr (PsStore) store = NULL;
  g_autoptr (PsPeilSheet) sheet = NULL;
  g_autoptr (GPtrArray) states = NULL;
  const PsPeilRow *row;
  PsCellChange cell;

  add_date (fixture, 2024, 3, 1, "Eerste");
  add_date (fixture, 2024, 7, 19, "Tweede");
  reload (fixture);
  table = show_page (fixture);
  wait_rows (table, 2);
  select_day (table, 2024, 3, 1);
  dialog = desk_open (fixture, "peildata.change", NULL);
  desk_type (dialog, "label", "De eerste");
  desk_save (dialog);
  desk_wait_row (table, "De eerste", TRUE);
  select_day (table, 2024, 3, 1);
  desk_do (fixture, "peildata.delete");
  wait_rows (table, 1);
  /* One on which something was measured stays. */
  states = read_dates (fixture, 2024);
  store = open_store (fixture, PS_STORE_WRITE);
  sheet = ps_peil_sheet_load (store, ((PsPeildatumState *) g_ptr_array_index (states, 0))->id, NULL, NULL, NULL, NULL);
  row = &g_array_index (sheet->rows, PsPeilRow, 0);
  cell = (PsCellChange){ ps_region_provider (sheet->region, row->provider)->id,
                         ps_region_product (sheet->region, row->product)->id,
                         ps_region_municipality (sheet->region, row->municipality)->id,
                         PS_MEASURE_CLIENTS,
                         PS_NO_NUMBER,
                         4 };
  g_assert_true (ps_measurements_save (store, "somebody-else", sheet->peildatum_id, &cell, 1, NULL, NULL, NULL));
  reload (fixture);
  select_day (table, 2024, 7, 19);
  desk_do (fixture, "peildata.delete");
  gui_wait_until (has_message, NULL);
  g_ptr_array_unref (states);
  states = read_dates (fixture, 2024);
  g_assert_cmpuint (states->len, ==, 1);
}

static gboolean
file_is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_open_and_export (DeskFixture *fixture, gconstpointer data)
{
  PsTable *table;
  g_autofree char *path = g_build_filename (fixture->folder, "metingen.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  add_date (fixture, 2024, 7, 19, "Tweede");
  reload (fixture);
  table = show_page (fixture);
  wait_rows (table, 1);
  ps_peil_export_to (desk_page (fixture), ps_window_get_session (fixture->window), ps_date_from_ymd (2024, 7, 19), file);
  gui_wait_until (file_is_there, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "peildatum"));
  desk_do (fixture, "peildata.fill");
  desk_wait_page (fixture, PS_TYPE_PEIL_ENTRY_PAGE);
}

/* Import: what asks for a look is seen before it is stored */

static gint64
read_first_clients (DeskFixture *fixture)
{
  g_autoptr (GPtrArray) states = read_dates (fixture, 2024);
  g_autoptr (PsStore) store = open_store (fixture, PS_STORE_READ);
  g_autoptr (PsPeilSheet) sheet =
      ps_peil_sheet_load (store, ((PsPeildatumState *) g_ptr_array_index (states, 0))->id, NULL, NULL, NULL, NULL);

  return g_array_index (sheet->rows, PsPeilRow, 0).entered[PS_MEASURE_CLIENTS];
}

static PsImportDialog *
import_file (DeskFixture *fixture, const char *text)
{
  g_autofree char *path = gui_write_file (fixture->folder, "metingen.csv", text);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_list_store_append (files, file);
  dialog = ps_import_dialog_new (ps_window_get_session (fixture->window), G_LIST_MODEL (files), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  ps_import_dialog_start (PS_IMPORT_DIALOG (dialog), FALSE);
  return PS_IMPORT_DIALOG (dialog);
}

static gboolean
has_report (gpointer dialog)
{
  return g_strcmp0 (ps_import_dialog_get_part (dialog), "report") == 0;
}

static void
test_import_marks (DeskFixture *fixture, gconstpointer data)
{
  PsImportDialog *dialog;

  add_date (fixture, 2024, 7, 19, "Tweede");
  reload (fixture);
  dialog = import_file (fixture, MEASUREMENTS "19-07-2024;94000002;45L11;0984;80\n");
  gui_wait_until (has_report, dialog);
  gui_settle_down ();
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "Not imported yet"));
  g_assert_true (gui_has_text (GTK_WIDGET (dialog), "1 measurement asks for a look"));
  g_assert_cmpuint (ps_table_get_n_shown (PS_TABLE (gui_find_table (GTK_WIDGET (dialog), "Marked measurements"))), ==, 1);
  gui_assert_names (GTK_WIDGET (dialog));
  g_assert_cmpint (read_first_clients (fixture), ==, PS_NO_NUMBER);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.confirm", NULL);
  gui_wait_until (has_report, dialog);
  gui_settle_down ();
  g_assert_false (gui_has_text (GTK_WIDGET (dialog), "Not imported yet"));
  g_assert_cmpint (read_first_clients (fixture), ==, 80);
  gtk_window_destroy (GTK_WINDOW (dialog));
  /* One that asks for nothing is stored at once. */
  dialog = import_file (fixture, MEASUREMENTS "19-07-2024;94000002;45L11;0984;1\n");
  gui_wait_until (has_report, dialog);
  g_assert_cmpint (read_first_clients (fixture), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_wait_written (fixture);
}

/* Public holidays */

static guint
count_holidays (DeskFixture *fixture, gboolean *own)
{
  g_autoptr (PsStore) store = open_store (fixture, PS_STORE_READ);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = ps_holidays_load (store, 2024, own, &error);

  g_assert_no_error (error);
  return days->len;
}

static GtkWidget *
find_labelled (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
find_empty (GtkWidget *root, GtkWidget **day, GtkWidget **name)
{
  if (PS_IS_DATE_ENTRY (root) && ps_date_entry_get_date (PS_DATE_ENTRY (root)) == PS_DATE_OPEN)
    *day = root;
  if (PS_IS_VALUE_ENTRY (root) && *ps_value_entry_get_text (PS_VALUE_ENTRY (root)) == '\0')
    *name = root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_empty (child, day, name);
}

static void
close_question (const char *response)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (ADW_IS_MESSAGE_DIALOG (list->data))
      {
        adw_message_dialog_response (list->data, response);
        gtk_window_destroy (list->data);
      }
  gui_settle_down ();
}

static void
test_holidays (DeskFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;
  GtkWidget *day = NULL, *name = NULL;
  gboolean own;
  guint n = count_holidays (fixture, &own);

  g_assert_false (own);
  ps_holidays_dialog_present (desk_page (fixture), ps_window_get_session (fixture->window), 2024);
  dialog = desk_wait_dialog ();
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (dialog), "_Add Holiday"), "clicked");
  find_empty (GTK_WIDGET (dialog), &day, &name);
  g_assert_nonnull (day);
  g_assert_nonnull (name);
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  ps_date_entry_set_text (PS_DATE_ENTRY (day), "12-02-2024");
  ps_value_entry_type (PS_VALUE_ENTRY (name), "Vastelaovend");
  /* What was typed is not thrown away unasked. */
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_until (has_message, NULL);
  g_assert_true (desk_has_dialog ());
  close_question ("stay");
  desk_save (dialog);
  g_assert_cmpuint (count_holidays (fixture, &own), ==, n + 1);
  g_assert_true (own);
  ps_holidays_dialog_present (desk_page (fixture), ps_window_get_session (fixture->window), 2024);
  dialog = desk_wait_dialog ();
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (dialog), "_Back to Those of the Law"), "clicked");
  desk_save (dialog);
  g_assert_cmpuint (count_holidays (fixture, &own), ==, n);
  g_assert_false (own);
}

#define ADD(name, test) g_test_add ("/gui/peildata/" name, DeskFixture, NULL, desk_set_up, test, desk_tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("first", test_first);
  ADD ("other-year", test_other_year);
  ADD ("copy", test_copy);
  ADD ("change-and-delete", test_change_and_delete);
  ADD ("open-and-export", test_open_and_export);
  ADD ("import-marks", test_import_marks);
  ADD ("holidays", test_holidays);
  return g_test_run ();
}
