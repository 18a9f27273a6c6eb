/* test-settlement-output.c: statements, payment lists and dossiers in files, and on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "desk-test.h"
#include "stored-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/ps-statement-pdf.h"
#include "gui/settlements/ps-output-job.h"
#include "gui/settlements/ps-settlement-output-private.h"

#define WISSEL "94000001"

static GFile *
file_in (DeskFixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static PsStored *
find_stored (DeskFixture *fixture, const char *agb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  g_autoptr (GPtrArray) list = store != NULL ? ps_settlements_list (store, 2024, agb, &error) : NULL;

  g_assert_no_error (error);
  return ps_stored_copy (ps_settlements_choose (list, agb, 2024));
}

static char *
read_file (GFile *file, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, length, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_begins (DeskFixture *fixture, const char *name, const char *begin)
{
  g_autoptr (GFile) file = file_in (fixture, name);
  gsize length;
  g_autofree char *text = read_file (file, &length);

  g_assert_cmpuint (length, >, strlen (begin));
  g_assert_cmpmem (text, strlen (begin), begin, strlen (begin));
}

static void
save (DeskFixture *fixture, const char *name, PsStatementFiles kind)
{
  g_autoptr (PsStored) stored = find_stored (fixture, WISSEL);
  g_autoptr (GFile) file = file_in (fixture, name);
  g_autofree char *text = g_strdup_printf ("%s was saved in %s.", name, fixture->folder);

  _ps_settlement_output_save_to (desk_page (fixture), desk_session (fixture), stored, kind, file);
  gui_wait_text (GTK_WIDGET (fixture->window), text);
}

static void
test_one (DeskFixture *fixture, gconstpointer data)
{
  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, NULL, NULL);
  save (fixture, "one.pdf", PS_STATEMENTS_PDF);
  save (fixture, "one.xlsx", PS_STATEMENTS_XLSX);
  save (fixture, "one.csv", PS_STATEMENTS_CSV);
  assert_begins (fixture, "one.pdf", "%PDF-");
  assert_begins (fixture, "one.xlsx", "PK");
  assert_begins (fixture, "one.csv", "\xEF\xBB\xBF");
}

/* What is there stays whole where writing fails, and the window says why. */
static void
test_refused (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStored) stored = NULL;
  g_autoptr (GFile) file = file_in (fixture, "no-such-folder/one.pdf");

  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, NULL, NULL);
  stored = find_stored (fixture, WISSEL);
  _ps_settlement_output_save_to (desk_page (fixture), desk_session (fixture), stored, PS_STATEMENTS_PDF, file);
  gui_wait_text (GTK_WIDGET (fixture->window), "“one.pdf” was not written: there is no such folder.");
}

static guint
count_files (DeskFixture *fixture, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

/* One of each provider; of one that was corrected the last. Withdrawn ones are nobody's. */
static void
test_all (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *text = g_strdup_printf ("2 statements were saved in %s.", fixture->folder);

  stored_final (fixture->path, 2024, WISSEL, NULL);
  stored_declare_late (fixture->folder, fixture->path, "D9", "0983;1;45L11;01-11-2024;30-11-2024;10;uur;80,00;800,00;toegekend");
  stored_final (fixture->path, 2024, WISSEL, "declared late");
  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, "94000002", NULL);
  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, "94000003", NULL);
  stored_take (fixture->path, "first", PS_STEP_WITHDRAW, 2024, "94000003", "not ours");
  _ps_settlement_output_save_all_to (desk_page (fixture), desk_session (fixture), 2024, PS_STATEMENTS_PDF, folder);
  gui_wait_text (GTK_WIDGET (fixture->window), text);
  g_assert_cmpuint (count_files (fixture, ".pdf"), ==, 2);
}

static void
test_nothing_stored (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) file = file_in (fixture, "payments.xlsx");

  _ps_settlement_output_save_all_to (desk_page (fixture), desk_session (fixture), 2024, PS_STATEMENTS_PDF, folder);
  gui_wait_text (GTK_WIDGET (fixture->window), "No settlement of 2024 is stored: there is nothing to save yet.");
  _ps_settlement_output_payments_to (desk_page (fixture), desk_session (fixture), 2024, FALSE, FALSE, file);
  gui_wait_text (GTK_WIDGET (fixture->window), "No settlement of 2024 is final: there is nothing to pay yet.");
  g_assert_false (g_file_query_exists (file, NULL));
}

/* What lasts shows how far it is, and can be cancelled: the window says what is there of it. */

static gboolean
write_three_and_wait (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  job->n_written = 3;
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      job->progress (0.5, "3 of 6", job->progress_data);
      g_usleep (2000);
    }
  return FALSE;
}

static char *
say_never (const PsOutputJob *job)
{
  g_assert_not_reached ();
}

static gboolean
find_progress (gpointer user_data)
{
  GtkWidget **found = user_data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (ADW_IS_MESSAGE_DIALOG (list->data))
      *found = list->data;
  return *found != NULL;
}

static void
test_cancelled (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  PsOutputJob *job = ps_output_job_new (write_three_and_wait, say_never, folder);
  GtkWidget *dialog = NULL;

  ps_output_job_run (job, desk_page (fixture), desk_session (fixture), "Saving Statements", "What was saved stays.");
  gui_wait_until (find_progress, &dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "Saving Statements");
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, "What was saved stays.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gui_wait_text (GTK_WIDGET (fixture->window), "Cancelled. 3 statements were saved already.");
}

/* The page that asked is gone before it is done: the window says so all the same. */
static void
test_page_left (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStored) stored = NULL;
  g_autoptr (GFile) file = file_in (fixture, "left.pdf");

  stored_take (fixture->path, "first", PS_STEP_STORE, 2024, NULL, NULL);
  stored = find_stored (fixture, WISSEL);
  _ps_settlement_output_save_to (desk_page (fixture), desk_session (fixture), stored, PS_STATEMENTS_PDF, file);
  desk_show (fixture, "schemes");
  gui_wait_text (GTK_WIDGET (fixture->window), "left.pdf was saved in");
}

static void
test_payments (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) csv = file_in (fixture, "payments.csv");
  g_autoptr (GFile) sheet = file_in (fixture, "payments.xlsx");
  g_autofree char *text = NULL;

  stored_final (fixture->path, 2024, WISSEL, NULL);
  stored_take (fixture->path, "first", PS_STEP_PROPOSE, 2024, "94000002", NULL);
  _ps_settlement_output_payments_to (desk_page (fixture), desk_session (fixture), 2024, FALSE, TRUE, csv);
  gui_wait_text (GTK_WIDGET (fixture->window), "payments.csv was saved in");
  text = read_file (csv, NULL);
  g_assert_nonnull (strstr (text, WISSEL));
  g_assert_null (strstr (text, "94000002"));
  _ps_settlement_output_payments_to (desk_page (fixture), desk_session (fixture), 2024, TRUE, FALSE, sheet);
  gui_wait_text (GTK_WIDGET (fixture->window), "payments.xlsx was saved in");
  assert_begins (fixture, "payments.xlsx", "PK");
}

static void
test_dossier (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStored) stored = NULL;
  g_autofree char *inside = g_build_filename (fixture->folder, "dossiers", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (inside);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *made = NULL, *sums = NULL;
  const char *name;

  g_assert_cmpint (g_mkdir (inside, 0700), ==, 0);
  stored_final (fixture->path, 2024, WISSEL, NULL);
  stored = find_stored (fixture, WISSEL);
  _ps_settlement_output_dossier_to (desk_page (fixture), desk_session (fixture), stored->id, folder);
  gui_wait_text (GTK_WIDGET (fixture->window), "was saved in");
  dir = g_dir_open (inside, 0, NULL);
  made = g_build_filename (inside, g_dir_read_name (dir), NULL);
  sums = g_build_filename (made, "SHA256SUMS", NULL);
  g_assert_true (g_file_test (sums, G_FILE_TEST_IS_REGULAR));
  g_clear_pointer (&dir, g_dir_close);
  dir = g_dir_open (made, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (made, name, NULL);

      g_unlink (path);
    }
  g_rmdir (made);
  g_rmdir (inside);
}

/* On paper: as many pages as the PDF has, A4, with the same words on them. */

static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static char *
line_of (const char *info, const char *label)
{
  const char *at = strstr (info, label);

  g_assert_nonnull (at);
  return g_strndup (at, strcspn (at, "\n"));
}

static void
assert_same_line (const char *a, const char *b, const char *label)
{
  g_autofree char *first = line_of (a, label);
  g_autofree char *second = line_of (b, label);

  g_assert_cmpstr (first, ==, second);
}

static void
test_print (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsStored) stored = NULL;
  g_autofree char *printed = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.pdf", NULL);
  g_autofree char *printed_info = NULL, *saved_info = NULL, *printed_text = NULL, *pdfinfo = NULL;

  pdfinfo = g_find_program_in_path ("pdfinfo");
  if (pdfinfo == NULL)
    {
      g_test_skip ("needs pdfinfo");
      return;
    }
  stored_final (fixture->path, 2024, WISSEL, NULL);
  stored = find_stored (fixture, WISSEL);
  _ps_settlement_output_print_to (desk_page (fixture), desk_session (fixture), stored, printed);
  gui_wait_text (GTK_WIDGET (fixture->window), "was sent to the printer");
  save (fixture, "saved.pdf", PS_STATEMENTS_PDF);
  printed_info = run ((const char *[]){ "pdfinfo", printed, NULL });
  saved_info = run ((const char *[]){ "pdfinfo", saved, NULL });
  assert_same_line (printed_info, saved_info, "Pages:");
  g_assert_nonnull (strstr (printed_info, "(A4)"));
  printed_text = run ((const char *[]){ "pdftotext", "-layout", printed, "-", NULL });
  g_assert_nonnull (strstr (printed_text, "Zorggroep De Wissel"));
  g_assert_nonnull (strstr (printed_text, "AMB1"));
}

#define ADD(name) g_test_add ("/settlement-output/" #name, DeskFixture, NULL, desk_set_up, test_##name, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD (one);
  ADD (refused);
  ADD (all);
  ADD (nothing_stored);
  ADD (cancelled);
  ADD (page_left);
  ADD (payments);
  ADD (dossier);
  ADD (print);
  return g_test_run ();
}
