/* test-letter-batch.c: several letters looked at and sent at once, or none; several as PDF in a folder
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "people-test.h"

#include <sqlite3.h>
#include <string.h>

#include "core/ps-format.h"
#include "exchange/ps-letter-pdf.h"
#include "gui/letters/ps-letter-batch-private.h"
#include "gui/letters/ps-letters-table.h"
#include "letters-test.h"

#define WISSEL "94000001" /* € 11.300,00 of € 10.000,00: reached */
#define ANKER "94000002"  /* nothing of € 10.000,00: under */

typedef struct
{
  DeskFixture desk;
  gint64 wissel; /* drafts */
  gint64 anker;
  PsLetterBatch *dialog;
} BatchFixture;

/* Drafts of two letters, both selected in the register. */
static void
set_up (BatchFixture *fixture, gconstpointer data)
{
  PsTable *table;

  desk_set_up (&fixture->desk, data);
  g_assert_cmpuint (letters_draft (fixture->desk.path, letters_add_peildatum (fixture->desk.path, ps_date_from_ymd (2024, 7, 19),
                                                                              ps_date_from_ymd (2024, 6, 30))),
                    ==, 2);
  fixture->wissel = letters_find (fixture->desk.path, WISSEL);
  fixture->anker = letters_find (fixture->desk.path, ANKER);
  ps_session_reload (ps_window_get_session (fixture->desk.window));
  desk_wait_written (&fixture->desk);
  desk_show (&fixture->desk, "letters");
  table = desk_table (&fixture->desk, "Bandwidth letters");
  desk_wait_row (table, "Zorggroep De Wissel", TRUE);
  ps_table_set_sort (table, "provider", TRUE);
  ps_table_select_all (table);
  gui_settle_down ();
}

static void
tear_down (BatchFixture *fixture, gconstpointer data)
{
  desk_tear_down (&fixture->desk, data);
}

/* The dialog */

static PsLetterBatch *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_LETTER_BATCH (list->data))
      return list->data;
  return NULL;
}

static gboolean
has_no_dialog (gpointer unused)
{
  return find_dialog () == NULL;
}

static gboolean
is_looked_at (gpointer user_data)
{
  const BatchFixture *fixture = user_data;

  return fixture->dialog->letters != NULL
         && (ps_letter_preview_get_n_pages (fixture->dialog->preview) > 0
             || *ps_letter_preview_get_problem (fixture->dialog->preview) != '\0');
}

static void
open_dialog (BatchFixture *fixture)
{
  desk_do (&fixture->desk, "letters.send");
  fixture->dialog = find_dialog ();
  g_assert_nonnull (fixture->dialog);
  gui_wait_until (is_looked_at, fixture);
  gui_settle_down ();
  gui_assert_names (GTK_WIDGET (fixture->dialog));
}

typedef struct
{
  BatchFixture *fixture;
  const char *text;
} Seen;

static gboolean
shows_text (gpointer user_data)
{
  const Seen *seen = user_data;
  PsLetterPreview *preview = seen->fixture->dialog->preview;

  return strstr (ps_letter_preview_get_text (preview), seen->text) != NULL
         || strstr (ps_letter_preview_get_problem (preview), seen->text) != NULL;
}

static void
wait_preview (BatchFixture *fixture, const char *text)
{
  Seen seen = { fixture, text };

  g_test_message ("waiting for pages with: %s", text);
  gui_wait_until (shows_text, &seen);
}

static void
type_day (BatchFixture *fixture, const char *day)
{
  ps_date_entry_set_text (PS_DATE_ENTRY (ps_form_get_widget (fixture->dialog->form, "day")), day);
  gui_settle_down ();
}

static void
send (BatchFixture *fixture)
{
  g_assert_true (gtk_widget_is_sensitive (fixture->dialog->send));
  g_signal_emit_by_name (fixture->dialog->send, "clicked");
  gui_wait_until (has_no_dialog, NULL);
}

static void
assert_nothing_sent (BatchFixture *fixture)
{
  g_autoptr (PsLetter) wissel = letters_get (fixture->desk.path, fixture->wissel);
  g_autoptr (PsLetter) anker = letters_get (fixture->desk.path, fixture->anker);

  g_assert_cmpint (wissel->state, ==, PS_LETTER_DRAFT);
  g_assert_cmpint (wissel->number, ==, 0);
  g_assert_cmpint (anker->state, ==, PS_LETTER_DRAFT);
  g_assert_cmpint (anker->number, ==, 0);
}

/* One after the other, in the order of the register; by the keyboard too. */
static void
test_previews (BatchFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_dialog (fixture);
  dialog = GTK_WIDGET (fixture->dialog);
  g_assert_cmpstr (gtk_label_get_text (fixture->dialog->which), ==, "1 of 2: Zorggroep De Wissel, Ceiling reached");
  wait_preview (fixture, "Zorggroep De Wissel\nVenlo");
  g_assert_false (gtk_widget_is_sensitive (fixture->dialog->previous));
  gtk_widget_activate_action (dialog, "batch.next", NULL);
  g_assert_cmpstr (gtk_label_get_text (fixture->dialog->which), ==, "2 of 2: Praktijk Het Anker, Forecast below");
  wait_preview (fixture, "Praktijk Het Anker\nVenray");
  g_assert_false (gtk_widget_is_sensitive (fixture->dialog->next));
  gtk_widget_activate_action (dialog, "batch.previous", NULL);
  wait_preview (fixture, "Zorggroep De Wissel\nVenlo");
  assert_nothing_sent (fixture);
  gtk_widget_activate_action (dialog, "window.close", NULL);
  gui_wait_until (has_no_dialog, NULL);
}

/* The one that is turned past before its pages are there does not come after all. */
static void
test_turned_fast (BatchFixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  _ps_letter_batch_show (fixture->dialog, 1);
  _ps_letter_batch_show (fixture->dialog, 0);
  _ps_letter_batch_show (fixture->dialog, 1);
  wait_preview (fixture, "Praktijk Het Anker\nVenray");
  desk_wait_written (&fixture->desk);
  wait_preview (fixture, "Praktijk Het Anker\nVenray");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

static gboolean
tells_outcome (gpointer user_data)
{
  const Seen *seen = user_data;

  return strstr (gtk_label_get_text (seen->fixture->dialog->outcome), seen->text) != NULL;
}

/* What the answer is due by follows the day. */
static void
test_send (BatchFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) wissel = NULL;
  g_autoptr (PsLetter) anker = NULL;
  Seen seen = { fixture, "2 letters get their numbers now, in this order. The answers are due by 09-08-2024." };

  open_dialog (fixture);
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)) == fixture->dialog->send);
  type_day (fixture, "26-07-2024");
  gui_wait_until (tells_outcome, &seen);
  ps_form_set_number (fixture->dialog->form, "means", PS_LETTER_BY_PORTAL);
  send (fixture);
  people_wait_text ("2 Letters Sent");
  desk_wait_row (desk_table (&fixture->desk, "Bandwidth letters"), "BB-2024-0002", TRUE);
  wissel = letters_get (fixture->desk.path, fixture->wissel);
  anker = letters_get (fixture->desk.path, fixture->anker);
  g_assert_cmpstr (wissel->number_text, ==, "BB-2024-0001");
  g_assert_cmpstr (anker->number_text, ==, "BB-2024-0002");
  g_assert_cmpint (wissel->sent_on, ==, ps_date_from_ymd (2024, 7, 26));
  g_assert_cmpint (anker->due_on, ==, ps_date_from_ymd (2024, 8, 9));
  g_assert_cmpint (anker->means, ==, PS_LETTER_BY_PORTAL);
  g_assert_nonnull (anker->pdf_digest);
}

static void
test_wrong_day (BatchFixture *fixture, gconstpointer data)
{
  g_autofree char *tomorrow = ps_format_date (letters_today () + 1);

  open_dialog (fixture);
  type_day (fixture, tomorrow);
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->dialog), "That day is still to come."));
  g_assert_false (gtk_widget_is_sensitive (fixture->dialog->send));
  type_day (fixture, "31-02-2024");
  g_assert_false (gtk_widget_is_sensitive (fixture->dialog->send));
  type_day (fixture, "");
  g_assert_false (gtk_widget_is_sensitive (fixture->dialog->send));
  /* Before the peildatum: the first that cannot be sent then is named. */
  type_day (fixture, "18-07-2024");
  g_assert_true (gui_has_text (GTK_WIDGET (fixture->dialog), "Zorggroep De Wissel: That is before the reference date"));
  g_assert_false (gtk_widget_is_sensitive (fixture->dialog->send));
  type_day (fixture, "19-07-2024");
  g_assert_true (gtk_widget_is_sensitive (fixture->dialog->send));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  assert_nothing_sent (fixture);
}

/* The second of two cannot be printed: it is named, and the first is not sent either. */
static void
test_in_the_way (BatchFixture *fixture, gconstpointer data)
{
  letters_edit (fixture->desk.path, fixture->anker, "About {jaar}", "Dear {contactpersoon},\n\nYou have {plafond}.");
  desk_wait_written (&fixture->desk);
  open_dialog (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "batch.next", NULL);
  wait_preview (fixture, "{contactpersoon}");
  g_assert_cmpstr (gtk_label_get_text (fixture->dialog->which), ==, "2 of 2: Praktijk Het Anker, Forecast below");
  g_assert_cmpuint (ps_letter_preview_get_n_pages (fixture->dialog->preview), ==, 0);
  type_day (fixture, "26-07-2024");
  send (fixture);
  people_wait_text ("Not Saved");
  people_wait_text ("Praktijk Het Anker");
  people_wait_text ("{contactpersoon}");
  assert_nothing_sent (fixture);
}

/* Somebody else wrote another text while these were looked at: none is sent. */
static void
test_edited (BatchFixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  letters_edit (fixture->desk.path, fixture->anker, "By another", "Somebody else wrote about {plafond}.");
  type_day (fixture, "26-07-2024");
  send (fixture);
  people_wait_text ("The letter to Praktijk Het Anker: it was changed since it was shown");
  assert_nothing_sent (fixture);
}

/* Cancelled */

static void
run_sql (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* Another program is writing: long enough to see how far it is, and to cancel. */
static void
test_cancelled (BatchFixture *fixture, gconstpointer data)
{
  sqlite3 *db = NULL;

  open_dialog (fixture);
  type_day (fixture, "26-07-2024");
  g_assert_cmpint (sqlite3_open (fixture->desk.path, &db), ==, SQLITE_OK);
  run_sql (db, "BEGIN IMMEDIATE");
  send (fixture);
  gui_wait_question ();
  people_wait_text ("Sending Letters");
  adw_message_dialog_response (gui_find_question (), "cancel");
  run_sql (db, "ROLLBACK");
  sqlite3_close (db);
  people_wait_text ("Cancelled: no letter was sent");
  assert_nothing_sent (fixture);
}

/* Files */

static void
assert_pdf (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

/* A sent one beside a draft: both get their file, by the name that each has. */
static void
test_write (BatchFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->desk.window);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->desk.folder);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PsLetter) letter = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *draft_file = NULL;

  letters_send (fixture->desk.path, fixture->wissel, ps_date_from_ymd (2024, 7, 26));
  desk_wait_written (&fixture->desk);
  g_array_append_val (ids, fixture->wissel);
  g_array_append_val (ids, fixture->anker);
  _ps_letter_batch_write_to (desk_page (&fixture->desk), session, ids, folder);
  people_wait_text ("2 letters were saved in ");
  assert_pdf (fixture->desk.folder, "BB-2024-0001 Zorggroep De Wissel.pdf");
  letter = letters_get (fixture->desk.path, fixture->anker);
  draft = ps_letter_file_name (letter);
  draft_file = g_strconcat (draft, ".pdf", NULL);
  assert_pdf (fixture->desk.folder, draft_file);
}

/* One that cannot be printed: none is written. */
static void
test_write_none (BatchFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->desk.window);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->desk.folder);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GDir) dir = NULL;
  const char *name;

  letters_edit (fixture->desk.path, fixture->anker, "About {jaar}", "Dear {contactpersoon},\n\nYou have {plafond}.");
  desk_wait_written (&fixture->desk);
  g_array_append_val (ids, fixture->wissel);
  g_array_append_val (ids, fixture->anker);
  _ps_letter_batch_write_to (desk_page (&fixture->desk), session, ids, folder);
  people_wait_text ("The letter to Praktijk Het Anker: ");
  dir = g_dir_open (fixture->desk.folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".pdf"));
}

#define ADD(path, function) g_test_add ("/gui/letter-batch/" path, BatchFixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("previews", test_previews);
  ADD ("turned-fast", test_turned_fast);
  ADD ("send", test_send);
  ADD ("wrong-day", test_wrong_day);
  ADD ("in-the-way", test_in_the_way);
  ADD ("edited", test_edited);
  ADD ("cancelled", test_cancelled);
  ADD ("write", test_write);
  ADD ("write-none", test_write_none);
  return g_test_run ();
}
