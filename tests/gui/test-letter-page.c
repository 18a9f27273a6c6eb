/* test-letter-page.c: one letter: typed, looked at, sent, answered, ended
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "people-test.h"

#include <string.h>

#include "gui/letters/ps-letter-editor.h"
#include "gui/letters/ps-letter-files.h"
#include "gui/letters/ps-letter-page.h"
#include "gui/letters/ps-letter-preview.h"
#include "gui/ps-navigator.h"
#include "gui/ps-unsaved.h"
#include "letters-test.h"
#include "stored-test.h"

#define WISSEL "94000001" /* € 11.300,00 of € 10.000,00: reached */
#define ANKER "94000002"

typedef struct
{
  DeskFixture desk;
  gint64 peildatum;
  gint64 id; /* of the letter that the page is about */
} PageFixture;

/* The page of the draft letter to Zorggroep De Wissel. */
static void
set_up (PageFixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, data);
  fixture->peildatum = letters_add_peildatum (fixture->desk.path, ps_date_from_ymd (2024, 7, 19), ps_date_from_ymd (2024, 6, 30));
  g_assert_cmpuint (letters_draft (fixture->desk.path, fixture->peildatum), ==, 2);
  fixture->id = letters_find (fixture->desk.path, WISSEL);
  ps_session_reload (ps_window_get_session (fixture->desk.window));
  gui_settle_down ();
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  desk_tear_down (&fixture->desk, data);
}

static GtkWidget *
page_of (PageFixture *fixture)
{
  return desk_page (&fixture->desk);
}

static PsLetterEditor *
editor_of (PageFixture *fixture)
{
  GtkWidget *editor = gui_find_type (page_of (fixture), PS_TYPE_LETTER_EDITOR);

  g_assert_nonnull (editor);
  return PS_LETTER_EDITOR (editor);
}

static PsLetterPreview *
preview_of (PageFixture *fixture)
{
  return PS_LETTER_PREVIEW (gui_find_type (page_of (fixture), PS_TYPE_LETTER_PREVIEW));
}

static gboolean
has_pages (gpointer fixture)
{
  return ps_letter_preview_get_n_pages (preview_of (fixture)) > 0;
}

static void
open_page (PageFixture *fixture)
{
  people_push (&fixture->desk, ps_letter_page_new (ps_window_get_session (fixture->desk.window), fixture->id));
  gui_wait_until (has_pages, fixture);
}

/* A letter that was sent by somebody else on that day. */
static void
open_sent (PageFixture *fixture, PsDate day)
{
  letters_send (fixture->desk.path, fixture->id, day);
  open_page (fixture);
}

static PsLetter *
stored (PageFixture *fixture)
{
  return letters_get (fixture->desk.path, fixture->id);
}

/* What is seen */

typedef struct
{
  PageFixture *fixture;
  const char *text;
  gboolean problem;
} Seen;

static gboolean
preview_says (gpointer user_data)
{
  const Seen *seen = user_data;
  PsLetterPreview *preview = preview_of (seen->fixture);

  return strstr (seen->problem ? ps_letter_preview_get_problem (preview) : ps_letter_preview_get_text (preview), seen->text)
         != NULL;
}

static void
wait_preview (PageFixture *fixture, const char *text)
{
  Seen seen = { fixture, text, FALSE };

  g_test_message ("waiting for pages with: %s", text);
  gui_wait_until (preview_says, &seen);
}

static void
wait_problem (PageFixture *fixture, const char *text)
{
  Seen seen = { fixture, text, TRUE };

  g_test_message ("waiting for the problem: %s", text);
  gui_wait_until (preview_says, &seen);
}

static void
test_draft (PageFixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_true (gui_has_text (page_of (fixture), "Draft letter to Zorggroep De Wissel"));
  g_assert_true (gui_has_text (page_of (fixture), "To be sent"));
  g_assert_nonnull (strstr (ps_letter_preview_get_text (preview_of (fixture)), "Zorggroep De Wissel\nVenlo"));
  g_assert_null (strstr (ps_letter_preview_get_text (preview_of (fixture)), "{plafond}"));
  g_assert_false (ps_letter_editor_is_changed (editor_of (fixture)));
  g_assert_false (desk_is_on (&fixture->desk, "letter.save"));
  g_assert_false (desk_is_on (&fixture->desk, "letter.answered"));
  g_assert_true (desk_is_on (&fixture->desk, "letter.send"));
  gui_assert_names (page_of (fixture));
}

/* The pages follow what is typed; nothing of it is stored. */
static void
test_typing (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;

  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), "About {jaar}", "The ceiling is {plafond}.\n\n{cijfers}\n\nAnd that is all.");
  wait_preview (fixture, "About 2024");
  wait_preview (fixture, "The ceiling is €\302\24010,000.00.");
  wait_preview (fixture, "And that is all.");
  g_assert_true (ps_unsaved_has_unsaved (PS_UNSAVED (page_of (fixture))));
  letter = stored (fixture);
  g_assert_cmpstr (letter->subject, !=, "About {jaar}");
}

/* What is wrong is told with its line, in place of the pages, and keeps it from being sent. */
static void
test_faults (PageFixture *fixture, gconstpointer data)
{
  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), NULL, "Dear {contactpersoon},\n\n{aanbider} has {plafond}.");
  g_assert_true (ps_letter_editor_has_faults (editor_of (fixture)));
  wait_problem (fixture, "{contactpersoon}");
  wait_problem (fixture, "{aanbider}");
  g_assert_true (gui_has_text (page_of (fixture), "Line 1: "));
  g_assert_true (gui_has_text (page_of (fixture), "Line 3: "));
  g_assert_cmpuint (ps_letter_preview_get_n_pages (preview_of (fixture)), ==, 0);
  g_assert_false (desk_is_on (&fixture->desk, "letter.send"));
  g_assert_true (desk_is_on (&fixture->desk, "letter.save"));
  gui_assert_names (page_of (fixture));
  ps_letter_editor_type (editor_of (fixture), NULL, "Dear provider,\n\n{aanbieder} has {plafond}.");
  wait_preview (fixture, "Zorggroep De Wissel has €");
  g_assert_false (ps_letter_editor_has_faults (editor_of (fixture)));
}

static void
test_insert_field (PageFixture *fixture, gconstpointer data)
{
  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), NULL, "The provider is ");
  ps_letter_editor_insert_field (editor_of (fixture), "aanbieder");
  wait_preview (fixture, "The provider is Zorggroep De Wissel");
}

/* Saving */

static gboolean
is_unchanged (gpointer fixture)
{
  return !ps_letter_editor_is_changed (editor_of (fixture));
}

static void
test_save (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;

  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), "Another subject", NULL);
  desk_do (&fixture->desk, "letter.save");
  gui_wait_until (is_unchanged, fixture);
  letter = stored (fixture);
  g_assert_cmpstr (letter->subject, ==, "Another subject");
  g_assert_false (ps_unsaved_has_unsaved (PS_UNSAVED (page_of (fixture))));
}

static void
test_discard (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *subject = NULL;

  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), "Never mind", NULL);
  desk_do (&fixture->desk, "letter.revert");
  g_assert_true (is_unchanged (fixture));
  subject = ps_letter_editor_get_subject (editor_of (fixture));
  g_assert_cmpstr (subject, !=, "Never mind");
}

/* Somebody else changed the text meanwhile: what was typed stays, and is not written over theirs unasked. */
static void
test_overtaken (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  g_autofree char *typed = NULL;

  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), "Mine", NULL);
  letters_edit (fixture->desk.path, fixture->id, "Theirs", "Their text.");
  ps_session_check (ps_window_get_session (fixture->desk.window));
  gui_settle_down ();
  typed = ps_letter_editor_get_subject (editor_of (fixture));
  g_assert_cmpstr (typed, ==, "Mine");
  desk_do (&fixture->desk, "letter.save");
  gui_wait_question ();
  letter = stored (fixture);
  g_assert_cmpstr (letter->subject, ==, "Theirs");
  gui_answer (NULL, "mine");
  gui_wait_until (is_unchanged, fixture);
  ps_letter_free (letter);
  letter = stored (fixture);
  g_assert_cmpstr (letter->subject, ==, "Mine");
}

/* Sending */

static void
test_send (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsFormDialog *dialog;

  open_page (fixture);
  dialog = desk_open (&fixture->desk, "letter.send", NULL);
  desk_type (dialog, "day", "26-07-2024");
  desk_wait_dialog_text (dialog, "It becomes BB-2024-0001, to Zorggroep De Wissel. The answer is due by 09-08-2024.");
  desk_choose (dialog, "means", PS_LETTER_BY_REGISTERED_POST);
  desk_save (dialog);
  desk_wait_text (&fixture->desk, "Letter BB-2024-0001");
  desk_wait_text (&fixture->desk, "Answer overdue since 09-08-2024");
  desk_wait_text (&fixture->desk, "on 26-07-2024 · By registered post");
  letter = stored (fixture);
  g_assert_cmpint (letter->state, ==, PS_LETTER_SENT);
  g_assert_cmpint (letter->means, ==, PS_LETTER_BY_REGISTERED_POST);
  g_assert_false (desk_is_on (&fixture->desk, "letter.send"));
  wait_preview (fixture, "Zorggroep De Wissel");
}

/* What is sent is what was typed: it is saved first. */
static void
test_send_typed (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsFormDialog *dialog;

  open_page (fixture);
  ps_letter_editor_type (editor_of (fixture), "Typed just now", NULL);
  wait_preview (fixture, "Typed just now");
  dialog = desk_open (&fixture->desk, "letter.send", NULL);
  desk_wait_dialog_text (dialog, "It becomes BB-2024-0001");
  desk_save (dialog);
  desk_wait_text (&fixture->desk, "Letter BB-2024-0001");
  letter = stored (fixture);
  g_assert_cmpstr (letter->subject, ==, "Typed just now");
}

static void
test_send_too_early (PageFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_page (fixture);
  dialog = desk_open (&fixture->desk, "letter.send", NULL);
  desk_wait_dialog_text (dialog, "It becomes BB-2024-0001");
  desk_type (dialog, "day", "18-07-2024");
  desk_wait_dialog_text (dialog, "before the reference date");
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_close (dialog);
}

/* Figures that changed after they were looked at: nothing is sent, old and new are told. */
static void
test_send_conflict (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsFormDialog *dialog;
  GtkWidget *again;

  open_page (fixture);
  dialog = desk_open (&fixture->desk, "letter.send", NULL);
  desk_wait_dialog_text (dialog, "It becomes BB-2024-0001");
  stored_declare_late (fixture->desk.folder, fixture->desk.path, "L1",
                       "0983;1;45L11;01-05-2024;31-05-2024;5;uur;80,00;400,00;toegekend");
  desk_save_refused (dialog, "Realised: was €\302\24011,300.00, is now €\302\24011,700.00");
  letter = stored (fixture);
  g_assert_cmpint (letter->state, ==, PS_LETTER_DRAFT);
  again = people_find_button (GTK_WIDGET (dialog), "Look at the Letter Again");
  g_assert_nonnull (again);
  g_signal_emit_by_name (again, "clicked");
  gui_settle_down ();
  g_assert_false (desk_has_dialog ());
  gui_wait_until (has_pages, fixture);
  dialog = desk_open (&fixture->desk, "letter.send", NULL);
  desk_wait_dialog_text (dialog, "It becomes BB-2024-0001");
  desk_close (dialog);
}

/* Likewise its text, and whom it goes to. */
static void
test_send_edited (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsFormDialog *dialog;

  open_page (fixture);
  dialog = desk_open (&fixture->desk, "letter.send", NULL);
  desk_wait_dialog_text (dialog, "It becomes BB-2024-0001");
  desk_wait_dialog_text (dialog, "Zorggroep De Wissel has no address: it is printed without one.");
  letters_edit (fixture->desk.path, fixture->id, "By another", "Somebody else wrote about {plafond}.");
  desk_save_refused (dialog, "is not what was shown any more");
  letter = stored (fixture);
  g_assert_cmpint (letter->state, ==, PS_LETTER_DRAFT);
  g_assert_true (gtk_widget_get_visible (people_find_button (GTK_WIDGET (dialog), "Look at the Letter Again")));
  desk_close (dialog);
}

/* Its course */

static void
step (PageFixture *fixture, const char *action, const char *day, const char *text)
{
  PsFormDialog *dialog = desk_open (&fixture->desk, action, NULL);

  desk_type (dialog, "day", day);
  desk_type (dialog, "text", text);
  desk_save (dialog);
  desk_wait_text (&fixture->desk, text);
}

static void
test_course (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;

  open_sent (fixture, ps_date_from_ymd (2024, 7, 26));
  desk_wait_text (&fixture->desk, "Answer overdue since 09-08-2024");
  step (fixture, "letter.reminded", "12-08-2024", "By phone, to the office.");
  step (fixture, "letter.answered", "14-08-2024", "More clients were referred.");
  desk_wait_text (&fixture->desk, "by 09-08-2024; on 14-08-2024, 5 days late");
  desk_wait_text (&fixture->desk, "Talk overdue since 28-08-2024");
  step (fixture, "letter.talked", "27-08-2024", "Two directors came.");
  desk_wait_text (&fixture->desk, "by 28-08-2024; on 27-08-2024, in time");
  step (fixture, "letter.measures", "27-08-2024", "No new clients until October.");
  step (fixture, "letter.decided", "03-09-2024", "The ceiling stays.");
  desk_wait_text (&fixture->desk, "To be closed");
  step (fixture, "letter.close", "10-09-2024", "All is done.");
  letter = stored (fixture);
  g_assert_cmpint (letter->state, ==, PS_LETTER_CLOSED);
  g_assert_cmpuint (letter->events->len, >=, 8);
  desk_wait_text (&fixture->desk, "Closed");
  gui_assert_names (page_of (fixture));
}

/* Closed: read-only, but for notes. */
static void
test_closed (PageFixture *fixture, gconstpointer data)
{
  letters_send (fixture->desk.path, fixture->id, ps_date_from_ymd (2024, 7, 26));
  letters_take (fixture->desk.path, fixture->id, PS_LETTER_EVENT_ANSWERED, ps_date_from_ymd (2024, 8, 1), "Answer.");
  letters_take (fixture->desk.path, fixture->id, PS_LETTER_EVENT_CLOSED, ps_date_from_ymd (2024, 8, 2), "Enough.");
  open_page (fixture);
  desk_wait_text (&fixture->desk, "Enough.");
  g_assert_false (desk_is_on (&fixture->desk, "letter.talked"));
  g_assert_false (desk_is_on (&fixture->desk, "letter.correct"));
  g_assert_false (desk_is_on (&fixture->desk, "letter.move-day"));
  g_assert_false (desk_is_on (&fixture->desk, "letter.withdraw"));
  g_assert_true (desk_is_on (&fixture->desk, "letter.note"));
  step (fixture, "letter.note", "05-08-2024", "They called once more.");
}

static void
test_move (PageFixture *fixture, gconstpointer data)
{
  PsDate due = letters_today () + 40;
  g_autofree char *iso = NULL;
  g_autoptr (PsLetter) letter = NULL;
  int year, month, day;
  PsFormDialog *dialog;

  ps_date_to_ymd (due, &year, &month, &day);
  iso = g_strdup_printf ("%02d-%02d-%04d", day, month, year);
  open_sent (fixture, letters_today ());
  dialog = desk_open (&fixture->desk, "letter.move-day", NULL);
  desk_choose (dialog, "which", PS_LETTER_WAITS_ANSWER);
  desk_type (dialog, "to", iso);
  desk_type (dialog, "reason", "They asked for more time.");
  desk_save (dialog);
  desk_wait_text (&fixture->desk, "They asked for more time.");
  letter = stored (fixture);
  g_assert_cmpint (letter->due_on, ==, due);
}

static void
test_correct (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsFormDialog *dialog;

  letters_send (fixture->desk.path, fixture->id, ps_date_from_ymd (2024, 7, 26));
  letters_take (fixture->desk.path, fixture->id, PS_LETTER_EVENT_ANSWERED, ps_date_from_ymd (2024, 8, 1), "Wrong.");
  open_page (fixture);
  desk_wait_text (&fixture->desk, "Wrong.");
  dialog = desk_open (&fixture->desk, "letter.correct", NULL);
  desk_choose (dialog, "field", 1);
  desk_type (dialog, "text", "Right.");
  desk_type (dialog, "reason", "Typed from another letter.");
  desk_save (dialog);
  desk_wait_text (&fixture->desk, "Typed from another letter.");
  letter = stored (fixture);
  g_assert_cmpstr (letter->answer, ==, "Right.");
  g_assert_cmpint (letter->answered_on, ==, ps_date_from_ymd (2024, 8, 1));
}

/* A draft is withdrawn with a reason. */
static void
test_withdraw (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (PsLetter) letter = NULL;
  PsFormDialog *dialog;

  open_page (fixture);
  dialog = desk_open (&fixture->desk, "letter.withdraw", NULL);
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "text", "The figures were wrong.");
  desk_save (dialog);
  desk_wait_text (&fixture->desk, "The figures were wrong.");
  letter = stored (fixture);
  g_assert_cmpint (letter->state, ==, PS_LETTER_WITHDRAWN);
  g_assert_false (desk_is_on (&fixture->desk, "letter.send"));
  gui_assert_names (page_of (fixture));
}

/* Somebody else recorded it first: what is refused says so, and the dialog stays. */
static void
test_step_overtaken (PageFixture *fixture, gconstpointer data)
{
  PsFormDialog *dialog;

  open_sent (fixture, ps_date_from_ymd (2024, 7, 26));
  dialog = desk_open (&fixture->desk, "letter.answered", NULL);
  desk_type (dialog, "day", "01-08-2024");
  desk_type (dialog, "text", "Mine.");
  letters_take (fixture->desk.path, fixture->id, PS_LETTER_EVENT_ANSWERED, ps_date_from_ymd (2024, 8, 2), "Theirs.");
  desk_save_refused (dialog, "by " LETTERS_CLERK);
  desk_close (dialog);
  desk_wait_text (&fixture->desk, "Theirs.");
}

/* Files */

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_files (PageFixture *fixture, gconstpointer data)
{
  PsSession *session = ps_window_get_session (fixture->desk.window);
  g_autofree char *pdf = g_build_filename (fixture->desk.folder, "letter.pdf", NULL);
  g_autofree char *evidence = g_build_filename (fixture->desk.folder, "evidence.pdf", NULL);
  g_autofree char *printed = g_build_filename (fixture->desk.folder, "printed.pdf", NULL);
  g_autoptr (GFile) pdf_file = g_file_new_for_path (pdf);
  g_autoptr (GFile) evidence_file = g_file_new_for_path (evidence);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PsLetter) letter = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *digest = NULL;
  gsize length;

  open_sent (fixture, ps_date_from_ymd (2024, 7, 26));
  g_array_append_val (ids, fixture->id);
  _ps_letter_files_save_to (page_of (fixture), session, fixture->id, pdf_file);
  _ps_letter_files_evidence_to (page_of (fixture), session, fixture->id, evidence_file);
  _ps_letter_files_print_to (page_of (fixture), session, ids, "BB-2024-0001", printed);
  gui_wait_until (is_there, pdf);
  gui_wait_until (is_there, evidence);
  gui_wait_until (is_there, printed);
  gui_settle_down ();
  /* It is what was frozen. */
  letter = stored (fixture);
  g_assert_true (g_file_get_contents (pdf, &bytes, &length, NULL));
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_assert_cmpstr (digest, ==, letter->pdf_digest);
}

/* One at a time where there is no room for both; the button to turn comes when it was folded. */
static gboolean
can_turn (gpointer fixture)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (gui_find_type (page_of (fixture), ADW_TYPE_LEAFLET)))
         && people_find_button (page_of (fixture), "As It Prints") != NULL;
}

static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->desk.window), 900, 600);
  open_page (fixture);
  gui_wait_until (can_turn, fixture);
  g_signal_emit_by_name (people_find_button (page_of (fixture), "As It Prints"), "clicked");
  gui_settle_down ();
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (preview_of (fixture))));
}

#define ADD(path, function) g_test_add ("/gui/letter-page/" path, PageFixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gui_test_init (&argc, &argv);
  ADD ("draft", test_draft);
  ADD ("typing", test_typing);
  ADD ("faults", test_faults);
  ADD ("insert-field", test_insert_field);
  ADD ("save", test_save);
  ADD ("discard", test_discard);
  ADD ("overtaken", test_overtaken);
  ADD ("send", test_send);
  ADD ("send-typed", test_send_typed);
  ADD ("send-too-early", test_send_too_early);
  ADD ("send-conflict", test_send_conflict);
  ADD ("send-edited", test_send_edited);
  ADD ("course", test_course);
  ADD ("closed", test_closed);
  ADD ("move", test_move);
  ADD ("correct", test_correct);
  ADD ("withdraw", test_withdraw);
  ADD ("step-overtaken", test_step_overtaken);
  ADD ("files", test_files);
  ADD ("narrow", test_narrow);
  return g_test_run ();
}
