/* test-peil-entry.c: a peildatum filled in the window: saved cell by cell, marked, refused, corrected and undone, read back from the file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-entry-test.h"

#include "gui/peildata/ps-peil-add-row.h"
#include "gui/peildata/ps-peil-choice.h"
#include "gui/peildata/ps-peil-entry-page.h"
#include "gui/peildata/ps-peil-marks.h"
#include "gui/ps-navigator.h"
#include "gui/ps-unsaved.h"
#include "store/ps-history.h"

static void
write_value (EntryFixture *fixture, guint row, PsMeasure measure, gint64 value)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_WRITE);
  g_autoptr (PsPeilSheet) sheet = entry_read_sheet (fixture);
  const PsPeilRow *there = &g_array_index (sheet->rows, PsPeilRow, row);
  g_autoptr (GError) error = NULL;
  PsCellChange cell = { ps_region_provider (sheet->region, there->provider)->id,
                        ps_region_product (sheet->region, there->product)->id,
                        ps_region_municipality (sheet->region, there->municipality)->id,
                        measure,
                        there->entered[measure],
                        value };

  ps_measurements_save (store, "somebody-else", fixture->id, &cell, 1, NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_records (EntryFixture *fixture, const char *reason)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_READ);
  g_autoptr (GError) error = NULL;
  const PsHistoryQuery query = { .actor = g_get_user_name () };
  g_autoptr (GPtrArray) records = ps_history_load (store, &query, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (records, i);

      n += reason == NULL || g_strcmp0 (record->reason, reason) == 0;
    }
  return n;
}

/* Saving */

static void
count_settled_cb (PsSession *session, guint *n)
{
  (*n)++;
}

static gboolean
was_settled (gpointer n)
{
  return *(guint *) n > 0;
}

/* A cell is in the file as soon as it was typed, each with its record, in order; the region is read again once. */
static void
test_saves_in_order (EntryFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->desk.window);
  guint before = count_records (fixture, NULL), n_settled = 0;
  gulong handler = g_signal_connect (session, "settled", G_CALLBACK (count_settled_cb), &n_settled);

  gui_assert_names (desk_page (&fixture->desk));
  desk_wait_text (&fixture->desk, "0 of 4 rows filled");
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);

      entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, text);
    }
  entry_type (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_REALISED, "1.234,50");
  entry_wait_value (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_REALISED, 123450);
  g_assert_cmpint (entry_read_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS), ==, 9);
  g_assert_cmpuint (count_records (fixture, NULL), ==, before + 10);
  desk_wait_text (&fixture->desk, "Saved at");
  desk_wait_text (&fixture->desk, "1 of 4 rows filled");
  g_assert_cmpuint (n_settled, ==, 0);
  g_assert_nonnull (ps_session_get_undo (session));
  gui_wait_until (was_settled, &n_settled);
  desk_wait_written (&fixture->desk);
  g_assert_cmpuint (n_settled, ==, 1);
  g_assert_cmpint (entry_shown_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS), ==, 9);
  g_signal_handler_disconnect (session, handler);
}

static void
test_clear_and_block (EntryFixture *fixture, gconstpointer data)
{
  guint before = count_records (fixture, NULL);

  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, ANKER_45L11_VENRAY, PS_MEASURE_WAITING));
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), "1\t10\n2\t20\n3\t30\n4\t40\n"));
  entry_wait_value (fixture, WISSEL_54L02_VENRAY, PS_MEASURE_WAITING_DAYS, 40);
  g_assert_cmpint (entry_read_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_WAITING), ==, 1);
  /* A block is one change. */
  g_assert_cmpuint (count_records (fixture, NULL), ==, before + 1);
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, WISSEL_54L02_VENRAY, PS_MEASURE_WAITING_DAYS));
  ps_grid_clear (PS_GRID (fixture->grid));
  entry_wait_value (fixture, WISSEL_54L02_VENRAY, PS_MEASURE_WAITING_DAYS, PS_NO_NUMBER);
}

static void
test_undo (EntryFixture *fixture, gconstpointer data)
{
  guint row;
  PsMeasure measure;

  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "1");
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "1");
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "2");
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 2);
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, ANKER_45L11_VENRAY, PS_MEASURE_WAITING));
  desk_undo (&fixture->desk);
  g_assert_cmpint (entry_read_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 1);
  desk_wait_written (&fixture->desk);
  for (int i = 0; i < 200; i++)
    {
      g_assert_true (ps_peil_grid_get_cell (fixture->grid, &row, &measure));
      if (row == WISSEL_45L11_VENLO)
        break;
      g_usleep (10000);
      gui_settle_down ();
    }
  g_assert_cmpuint (row, ==, WISSEL_45L11_VENLO);
  g_assert_cmpuint (measure, ==, PS_MEASURE_CLIENTS);
  g_assert_cmpint (entry_shown_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 1);
}

/* What is computed of a row, beside its clients. */
static void
fill_rest (EntryFixture *fixture, guint row)
{
  g_autoptr (PsPeilSheet) sheet = entry_read_sheet (fixture);
  guint n = 0;

  for (PsMeasure measure = PS_MEASURE_REALISED; measure < PS_N_MEASURES; measure++)
    {
      gint64 value = g_array_index (sheet->rows, PsPeilRow, row).computed[measure];

      if (value == PS_NO_NUMBER)
        continue;
      g_assert_true (ps_peil_grid_focus_cell (fixture->grid, row, measure));
      ps_peil_grid_take_computed (fixture->grid);
      entry_wait_value (fixture, row, measure, value);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_filters (EntryFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (&fixture->desk);
  GtkWidget *search = gui_find_type (page, GTK_TYPE_SEARCH_ENTRY);
  PsPeilChoice *municipalities = PS_PEIL_CHOICE (gui_find_type (page, PS_TYPE_PEIL_CHOICE));
  g_autoptr (PsPeilSheet) sheet = entry_read_sheet (fixture);

  entry_wait_n_shown (fixture, N_ROWS);
  gtk_editable_set_text (GTK_EDITABLE (search), "ÀNKER 45l");
  entry_wait_n_shown (fixture, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody of that name");
  entry_wait_n_shown (fixture, 0);
  desk_wait_text (&fixture->desk, "choose another filter");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  entry_wait_n_shown (fixture, N_ROWS);
  ps_peil_choice_tick (municipalities,
                       ps_region_municipality (sheet->region, ps_region_find_municipality (sheet->region, "0983"))->id, TRUE);
  entry_wait_n_shown (fixture, 2);
  ps_peil_choice_clear (municipalities);
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "1");
  fill_rest (fixture, ANKER_45L11_VENRAY);
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "50");
  /* Two are filled; one of them not with all that the messages give. */
  gtk_toggle_button_set_active (entry_find_toggle (page, "Not filled"), TRUE);
  entry_wait_n_shown (fixture, N_ROWS - 1);
  g_assert_true (gui_has_text (page, "2 of 4 rows filled"));
  gtk_toggle_button_set_active (entry_find_toggle (page, "Marked (1)"), TRUE);
  entry_wait_n_shown (fixture, 1);
  g_assert_cmpuint (ps_peil_grid_get_shown (fixture->grid, 0), ==, WISSEL_45L11_VENLO);
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 50);
  /* What was undone is shown, whatever the filter. */
  gtk_toggle_button_set_active (entry_find_toggle (page, "Not filled"), TRUE);
  desk_undo (&fixture->desk);
  entry_wait_shown (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, PS_NO_NUMBER);
}

/* Marks */

static void
test_marks (EntryFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_page (&fixture->desk);
  PsPeilMarks *marks = PS_PEIL_MARKS (gui_find_type (page, PS_TYPE_PEIL_MARKS));
  PsFormDialog *dialog;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (marks)));
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "50");
  desk_wait_text (&fixture->desk, "1 marked value");
  desk_wait_text (&fixture->desk, "Zorggroep De Wissel, 45L11, Venlo");
  gui_assert_names (page);
  g_signal_emit_by_name (marks, "take", (guint) WISSEL_45L11_VENLO, (int) PS_MEASURE_CLIENTS);
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 1);
  g_assert_cmpint (entry_shown_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 1);
  desk_wait_no_text (&fixture->desk, "1 marked value");
  /* One in a row that the page made itself, and that it has not read yet. */
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "60");
  desk_wait_text (&fixture->desk, "1 marked value");
  g_signal_emit_by_name (marks, "explain", (guint) ANKER_45L11_VENRAY, (int) PS_MEASURE_CLIENTS);
  dialog = desk_wait_dialog ();
  desk_type (dialog, "reason", "A new location was opened");
  desk_save (dialog);
  desk_wait_no_text (&fixture->desk, "1 marked value");
  g_assert_cmpuint (count_records (fixture, "A new location was opened"), ==, 1);
}

/* Somebody else gives a reason while one is typed. */
static void
test_marks_explained (EntryFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_WRITE);
  PsPeilMarks *marks = PS_PEIL_MARKS (gui_find_type (desk_page (&fixture->desk), PS_TYPE_PEIL_MARKS));
  g_autoptr (PsPeilSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  PsFormDialog *dialog;
  gint64 id;

  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "50");
  desk_wait_text (&fixture->desk, "1 marked value");
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 50);
  g_signal_emit_by_name (marks, "explain", (guint) WISSEL_45L11_VENLO, (int) PS_MEASURE_CLIENTS);
  dialog = desk_wait_dialog ();
  desk_type (dialog, "reason", "A new location was opened");
  sheet = entry_read_sheet (fixture);
  id = g_array_index (sheet->rows, PsPeilRow, WISSEL_45L11_VENLO).measurement_id;
  ps_measurements_explain (store, "somebody-else", id, PS_MEASURE_CLIENTS, 50, NULL, "Telephoned", NULL, &error);
  g_assert_no_error (error);
  desk_save_refused (dialog, "the reason for Clients was empty when it was shown, and is “Telephoned” now, by somebody-else");
  g_assert_cmpuint (count_records (fixture, "A new location was opened"), ==, 0);
  desk_close (dialog);
}

static void
test_take_empty (EntryFixture *fixture, gconstpointer data)
{
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "2");
  desk_do (&fixture->desk, "peil.take-empty");
  gui_answer (NULL, "go-on");
  entry_wait_value (fixture, WISSEL_54L02_VENRAY, PS_MEASURE_CLIENTS, 1);
  g_assert_cmpint (entry_read_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS), ==, 2);
  g_assert_cmpint (entry_read_value (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_CLIENTS), ==, 1);
  desk_wait_text (&fixture->desk, "4 of 4 rows filled");
}

static void
test_conflict (EntryFixture *fixture, gconstpointer data)
{
  PsUnsaved *page = PS_UNSAVED (desk_page (&fixture->desk));

  write_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 2);
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "1");
  /* Typing goes on meanwhile. */
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "1");
  desk_wait_text (&fixture->desk, "1 was typed, somebody else made it 2 meanwhile");
  desk_wait_text (&fixture->desk, "1 change is not saved");
  entry_wait_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, 1);
  g_assert_true (ps_unsaved_has_unsaved (page));
  g_assert_cmpint (entry_read_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 2);
  g_assert_cmpint (entry_shown_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 1);
  entry_click (fixture, "Keep Mine");
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 1);
  desk_wait_no_text (&fixture->desk, "was typed");
  g_assert_false (ps_unsaved_has_unsaved (page));

  write_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 3);
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "2");
  desk_wait_text (&fixture->desk, "2 was typed, somebody else made it 3 meanwhile");
  entry_click (fixture, "Take Theirs");
  entry_wait_shown (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 3);
  g_assert_cmpint (entry_read_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 3);
  g_assert_false (ps_unsaved_has_unsaved (page));
}

/* Of a block in which one cell was changed, the others are not lost with theirs. */
static void
test_conflict_in_block (EntryFixture *fixture, gconstpointer data)
{
  write_value (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_WAITING, 7);
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, ANKER_45L11_VENRAY, PS_MEASURE_WAITING));
  g_assert_true (ps_grid_paste_text (PS_GRID (fixture->grid), "1\n2\n3\n4\n"));
  desk_wait_text (&fixture->desk, "2 was typed, somebody else made it 7 meanwhile");
  g_assert_cmpint (entry_read_value (fixture, WISSEL_54L02_VENRAY, PS_MEASURE_WAITING), ==, PS_NO_NUMBER);
  entry_click (fixture, "Take Theirs");
  entry_wait_value (fixture, WISSEL_54L02_VENRAY, PS_MEASURE_WAITING, 4);
  g_assert_cmpint (entry_read_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_WAITING), ==, 1);
  g_assert_cmpint (entry_read_value (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_WAITING), ==, 7);
}

/* A later value of the same cell is the one that is chosen about; a discarded one is gone. */
static void
test_conflict_typed_over (EntryFixture *fixture, gconstpointer data)
{
  PsUnsaved *page = PS_UNSAVED (desk_page (&fixture->desk));

  write_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 2);
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "4");
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "5");
  desk_wait_text (&fixture->desk, "5 was typed, somebody else made it 2 meanwhile");
  g_assert_false (gui_has_text (GTK_WIDGET (page), "4 was typed"));
  ps_unsaved_discard (page);
  g_assert_false (ps_unsaved_has_unsaved (page));
  entry_wait_shown (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 2);
  g_assert_cmpint (entry_read_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS), ==, 2);
}

/* What somebody else gives is shown, and what is typed meanwhile stays. */
static void
test_others_are_shown (EntryFixture *fixture, gconstpointer data)
{
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS));
  ps_grid_type (PS_GRID (fixture->grid), "12");
  write_value (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_CLIENTS, 8);
  entry_reload (fixture);
  desk_wait_text (&fixture->desk, "1 of 4 rows filled");
  g_assert_true (ps_grid_is_typing (PS_GRID (fixture->grid)));
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  entry_wait_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, 12);
  g_assert_cmpint (entry_read_value (fixture, VER_WEG_54L02_VENLO, PS_MEASURE_CLIENTS), ==, 8);
}

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  GtkWidget *found = GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0 ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
test_unsaved (EntryFixture *fixture, gconstpointer data)
{
  PsUnsaved *page = PS_UNSAVED (desk_page (&fixture->desk));
  GtkWidget *status;
  g_autofree char *what = NULL;

  g_assert_false (ps_unsaved_has_unsaved (page));
  g_assert_true (ps_peil_grid_focus_cell (fixture->grid, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS));
  ps_grid_type (PS_GRID (fixture->grid), "many");
  g_assert_false (ps_grid_finish (PS_GRID (fixture->grid)));
  status = find_label (GTK_WIDGET (page), ps_grid_get_problem (PS_GRID (fixture->grid)));
  g_assert_nonnull (status);
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (status)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (status), ==, ps_grid_get_problem (PS_GRID (fixture->grid)));
  g_assert_true (ps_unsaved_has_unsaved (page));
  g_assert_false (ps_unsaved_can_save (page));
  what = ps_unsaved_describe (page);
  g_assert_nonnull (what);
  /* The window asks before it goes back. */
  gtk_widget_activate_action (GTK_WIDGET (page), "win.back", NULL);
  gui_answer (NULL, "stay");
  g_assert_true (desk_page (&fixture->desk) == GTK_WIDGET (page));
  ps_unsaved_discard (page);
  g_assert_false (ps_unsaved_has_unsaved (page));
  g_assert_cmpint (entry_read_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS), ==, PS_NO_NUMBER);
}

/* Rows are left: Enter does not close it. */
static void
assert_asks_safely (void)
{
  gui_wait_question ();
  g_assert_cmpstr (adw_message_dialog_get_default_response (gui_find_question ()), ==, "cancel");
  g_assert_cmpstr (adw_message_dialog_get_response_label (gui_find_question (), "go-on"), ==, "C_lose Peildatum");
}

/* In a toast, which waits for the one before it. */
static gboolean
tells_what_was_put_back (gpointer window)
{
  return gui_has_text (window, "45L11, Venray, Clients: 1 again; 2 was not stored.");
}

static void
test_closed (EntryFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "1");
  desk_do (&fixture->desk, "peil.close");
  assert_asks_safely ();
  gui_answer (NULL, "go-on");
  desk_wait_text (&fixture->desk, "a correction needs a reason");
  g_assert_nonnull (find_label (desk_page (&fixture->desk), "Derde peiling · data complete through 31-05-2024"));
  g_assert_false (desk_is_on (&fixture->desk, "peil.close"));
  /* Cancelled: as it was. */
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "2");
  desk_wait_text (&fixture->desk, "Waits for a reason");
  gui_answer (NULL, "cancel");
  entry_wait_shown (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, 1);
  g_assert_cmpint (entry_read_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS), ==, 1);
  gui_wait_until (tells_what_was_put_back, fixture->desk.window);
  /* Asked once, kept with each. */
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "2");
  entry_type_reason ("Counted twice");
  gui_answer (NULL, "go-on");
  entry_wait_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, 2);
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "1");
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 1);
  g_assert_cmpuint (count_records (fixture, "Counted twice"), ==, 2);
  desk_wait_written (&fixture->desk);
  dialog = desk_open (&fixture->desk, "peil.reopen", NULL);
  desk_type (dialog, "reason", "A provider was forgotten");
  desk_save (dialog);
  desk_wait_no_text (&fixture->desk, "Closed by");
  entry_type (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, "2");
  entry_wait_value (fixture, WISSEL_45L11_VENLO, PS_MEASURE_CLIENTS, 2);
  g_assert_null (gui_find_question ());
}

/* Closed by somebody else while it is typed in: nothing is lost, and the reason is asked when it is tried again. */
static void
test_closed_meanwhile (EntryFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_WRITE);
  g_autoptr (GError) error = NULL;

  ps_peildata_close (store, "somebody-else", fixture->id, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  entry_type (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, "3");
  desk_wait_text (&fixture->desk, "3 was typed");
  desk_wait_text (&fixture->desk, "Closed by somebody-else");
  entry_click (fixture, "Try Again");
  entry_type_reason ("Came in late");
  gui_answer (NULL, "go-on");
  entry_wait_value (fixture, ANKER_45L11_VENRAY, PS_MEASURE_CLIENTS, 3);
  g_assert_cmpuint (count_records (fixture, "Came in late"), ==, 1);
}

/* Rows */

static void
test_add_row (EntryFixture *fixture, gconstpointer data)
{
  g_autoptr (PsPeilSheet) before = entry_read_sheet (fixture);
  guint provider = ps_region_find_provider (before->region, "94000004"); /* Stille Zorg */
  guint row;
  PsMeasure measure;

  desk_do (&fixture->desk, "peil.add-row");
  gui_wait_question ();
  ps_peil_add_row_choose (GTK_WIDGET (gui_find_question ()), provider, ps_region_find_product (before->region, "45L11"),
                          ps_region_find_municipality (before->region, "0983"));
  entry_wait_n_shown (fixture, N_ROWS + 1);
  g_assert_true (ps_peil_grid_get_cell (fixture->grid, &row, &measure));
  g_assert_cmpuint (row, ==, 1);
  ps_grid_type (PS_GRID (fixture->grid), "5");
  g_assert_true (ps_grid_finish (PS_GRID (fixture->grid)));
  entry_wait_value (fixture, 1, PS_MEASURE_CLIENTS, 5);
}

static void
test_gone (EntryFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStore) store = entry_open_store (fixture, PS_STORE_WRITE);
  g_autoptr (GError) error = NULL;

  ps_peildata_delete (store, "somebody-else", fixture->id, NULL, &error);
  g_assert_no_error (error);
  entry_reload (fixture);
  for (int i = 0; i < 200 && PS_IS_PEIL_ENTRY_PAGE (desk_page (&fixture->desk)); i++)
    {
      g_usleep (10000);
      gui_settle_down ();
    }
  g_assert_false (PS_IS_PEIL_ENTRY_PAGE (desk_page (&fixture->desk)));
}

#define ADD(name, test) g_test_add ("/gui/peil-entry/" name, EntryFixture, NULL, entry_set_up, test, entry_tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("saves-in-order", test_saves_in_order);
  ADD ("clear-and-block", test_clear_and_block);
  ADD ("undo", test_undo);
  ADD ("filters", test_filters);
  ADD ("marks", test_marks);
  ADD ("marks-explained", test_marks_explained);
  ADD ("take-empty", test_take_empty);
  ADD ("conflict", test_conflict);
  ADD ("conflict-in-block", test_conflict_in_block);
  ADD ("conflict-typed-over", test_conflict_typed_over);
  ADD ("others-are-shown", test_others_are_shown);
  ADD ("unsaved", test_unsaved);
  ADD ("closed", test_closed);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  ADD ("add-row", test_add_row);
  ADD ("gone", test_gone);
  return g_test_run ();
}
