/* test-dossier-files.c: everything about a settlement in a folder, and the statements of many
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "kept-check.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/ps-circumstances.h"
#include "exchange/ps-dossier-files.h"
#include "exchange/ps-statement-pdf.h"
#include "store/ps-decisions.h"
#include "store/ps-sql.h"
#include "store/ps-undo.h"

static void
assert_names (const char *folder, const char *expected)
{
  g_autoptr (GPtrArray) names = kept_names (folder);
  g_autofree char *text = NULL;

  g_ptr_array_add (names, NULL);
  text = g_strjoinv ("|", (char **) names->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static char *
write_dossier (Check *check, gint64 id, const char *folder)
{
  g_autoptr (GError) error = NULL;
  char *made = NULL;

  ps_dossier_write_files (check->store, id, folder, NULL, &made, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (made, folder));
  return made;
}

/* Runs `sha256sum -c SHA256SUMS` in the folder. */
static gboolean
digests_hold (const char *folder)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawn (launcher, &error, "sha256sum", "--strict", "-c", "SHA256SUMS", NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  return g_subprocess_get_successful (process);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("there is no “%s” in:\n%s", part, text);
}

static void
assert_has_not (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("there is “%s” in:\n%s", part, text);
}

/* ---- what is in it */

static void
test_files (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autofree char *made = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *readme = NULL;
  g_autofree char *sums = NULL;

  kept_small (check);
  made = write_dossier (check, kept_finish (check, 2024, "41410001"), folder);
  assert_names (made, "README.txt|SHA256SUMS|circumstances.txt|comparison.csv|inputs.txt|lines.csv|lines.xlsx|production.txt|"
                      "results.txt|sources.csv|"
                      "statement.pdf|trail.csv");
  g_assert_true (digests_hold (made));
  pdf = kept_read (made, "statement.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  readme = kept_read (made, "README.txt");
  assert_has (readme, "Maasduin Jeugdhulp (41410001), 2024");
  assert_has (readme, "\nproduction.txt\n");
  sums = kept_read (made, "SHA256SUMS");
  assert_has (sums, "  results.txt\n");
  assert_has_not (sums, "SHA256SUMS");
  kept_remove (folder);
}

/* The digests see any byte that was changed. */
static void
test_tampered (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autofree char *made = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  kept_small (check);
  made = write_dossier (check, kept_finish (check, 2024, "41410001"), folder);
  path = g_build_filename (made, "trail.csv", NULL);
  text = kept_read (made, "trail.csv");
  text[strlen (text) / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_false (digests_hold (made));
  kept_remove (folder);
}

/* The frozen files are the settlement's documents: they can be read and settled again without the region. */
static void
test_documents (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autoptr (PsPaper) paper = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;
  const char *texts[PS_N_DOCUMENTS] = { NULL };
  g_autoptr (PsDossier) dossier = NULL;

  kept_small (check);
  paper = kept_paper (check, kept_finish (check, 2024, "41410001"));
  made = write_dossier (check, paper->stored->id, folder);
  for (PsDocumentKind kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    {
      g_autofree char *name = g_strconcat (ps_document_name (kind), ".txt", NULL);
      g_autofree char *digest = NULL;

      texts[kind] = kept_read (made, name);
      digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, texts[kind], -1);
      g_assert_cmpstr (digest, ==, paper->stored->digests[kind]);
    }
  dossier = ps_dossier_read (texts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier->settlement->totals.balance_cents, ==, 150000);
  for (PsDocumentKind kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    g_free ((char *) texts[kind]);
  kept_remove (folder);
}

/* What else the statement prints is frozen too, with its digest in the README. */
static void
test_circumstances (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autoptr (PsPaper) paper = NULL;
  g_autofree char *made = NULL, *text = NULL, *digest = NULL, *readme = NULL;
  g_autoptr (PsCircumstances) circumstances = NULL;
  g_autoptr (GError) error = NULL;

  kept_small (check);
  paper = kept_paper (check, kept_finish (check, 2024, "41410001"));
  made = write_dossier (check, paper->stored->id, folder);
  text = kept_read (made, "circumstances.txt");
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr (digest, ==, paper->stored->circumstances);
  circumstances = ps_circumstances_read (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (circumstances->provider, ==, "Maasduin Jeugdhulp");
  readme = kept_read (made, "README.txt");
  g_assert_nonnull (strstr (readme, digest));
  kept_remove (folder);
}

static GBytes *
print (Check *check, gint64 id)
{
  g_autoptr (PsPaper) paper = kept_paper (check, id);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = ps_statement_render_pdf (paper, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Printed again after names, addresses and the production statement changed, it is the same paper. */
static void
test_same_paper (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  kept_small (check);
  id = kept_finish (check, 2024, "41410001");
  before = print (check, id);
  kept_import (check, "agb;naam\n41410001;Heel Anders\n");
  ps_sql_exec (
      check->store,
      "UPDATE provider SET agb = '41410099', kvk = '12345678', address = 'Elders 1', name = 'Elders' WHERE agb = '41410001';"
      "UPDATE region SET name = 'Andere Regio', letterhead = 'Andere Regio';"
      "UPDATE yearly_limit SET amount_cents = 100 WHERE amount_cents IS NOT NULL;"
      "INSERT INTO production_statement (provider_id, year, stated_cents, received_on, explanation)"
      " SELECT id, 2024, 5, 20200, 'x' FROM provider WHERE agb = '41410099'",
      &error);
  g_assert_no_error (error);
  after = print (check, id);
  g_assert_true (g_bytes_equal (before, after));
}

/* What it was settled by was undone: the correction of nothing is a statement too. */
static void
test_nothing_left (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsPaper) paper = NULL;
  gint64 import, id;
  guint n_written;

  kept_small (check);
  import = check_count (check, "SELECT max (id) FROM audit_record");
  kept_finish (check, 2024, "41410002");
  g_assert_true (ps_undo_apply (check->store, import, "anna", NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  id = kept_finish (check, 2024, "41410002");
  paper = kept_paper (check, id);
  g_assert_cmpint (paper->stored->amount_cents, ==, -20000);
  g_assert_true (ps_statements_write_all (check->store, &id, 1, PS_STATEMENTS_PDF | PS_STATEMENTS_XLSX | PS_STATEMENTS_CSV,
                                          folder, NULL, NULL, NULL, &n_written, &error));
  g_assert_no_error (error);
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 4);
  kept_remove (folder);
}

static gint64
line_id (Check *check, const char *reference)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM declaration_line WHERE reference = '%s' AND provider_id ="
                                          " (SELECT id FROM provider WHERE agb = '41410001')",
                                          reference);

  return check_count (check, sql);
}

static void
dispute (Check *check, const char *reference, const char *reason)
{
  const gint64 id = line_id (check, reference);
  PsDecide decide = { &id, 1, PS_DECISION_DISPUTE, reason };
  g_autoptr (GError) error = NULL;

  ps_decisions_take (check->store, "carla", &decide, NULL, &error);
  g_assert_no_error (error);
}

/* Every step of the settlement, and decisions on its lines, but not those on lines of another year. */
static void
test_trail (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autofree char *made = NULL;
  g_autofree char *trail = NULL;
  gint64 id;

  kept_small (check);
  kept_import (check, "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag;status\n"
                      "R-9;0983;1;99X01;01-03-2025;31-03-2025;1;100,00;100,00;ingediend\n");
  dispute (check, "R-1", "Not this client");
  dispute (check, "R-9", "Of next year");
  id = kept_finish (check, 2024, "41410001");
  made = write_dossier (check, id, folder);
  trail = kept_read (made, "trail.csv");
  g_assert_true (g_str_has_prefix (trail, "\xEF\xBB\xBFrecord;at;actor;action;thing;what;"));
  assert_has (trail, ";anna;propose;settlement:41410001:2024:");
  assert_has (trail, ";bram;final;settlement:41410001:2024:");
  assert_has (trail, ";carla;dispute;lines:41410001;");
  assert_has (trail, "Not this client");
  assert_has_not (trail, "Of next year");
  assert_has_not (trail, "41410002:2024");
  kept_remove (folder);
}

/* What changed since, to the line and its cause. */
static void
test_comparison (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autofree char *same = NULL;
  g_autofree char *late = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id;

  kept_small (check);
  id = kept_finish (check, 2024, "41410001");
  same = write_dossier (check, id, folder);
  before = kept_read (same, "comparison.csv");
  g_assert_true (g_str_has_prefix (before,
                                   "\xEF\xBB\xBF"
                                   "comparison;what;product_group;municipality;figure;before;after;difference;text;how;by\r\n"));
  assert_has (before, "\r\nagain;total;;;balance_cents;150000;150000;0;;;\r\n");
  assert_has (before, "\r\nnow;total;;;balance_cents;150000;150000;0;;;\r\n");
  assert_has_not (before, ";line;");
  assert_has_not (before, ";declaration_line;");
  kept_declare (check, "R-3", "0957", "3", "300,00");
  late = write_dossier (check, id, folder);
  g_assert_cmpstr (late, !=, same);
  after = kept_read (late, "comparison.csv");
  assert_has (after, "\r\nagain;total;;;balance_cents;150000;150000;0;;;\r\n");
  assert_has (after, "\r\nnow;total;;;balance_cents;150000;180000;30000;;;\r\n");
  assert_has (after, "\r\nnow;line;XHLP;0957;balance_cents;0;30000;30000;;;\r\n");
  assert_has (after, "\r\nnow;declaration_line;XHLP;0957;produced_cents;");
  assert_has (after, "R-3");
  kept_remove (folder);
}

/* ---- all or nothing */

static void
test_refused (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  kept_small (check);
  id = kept_finish (check, 2024, "41410001");
  g_assert_false (ps_dossier_write_files (check->store, id, nowhere, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ps_dossier_write_files (check->store, 999, folder, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ps_dossier_write_files (check->store, id, folder, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_names (folder, "");
  kept_remove (folder);
}

/* ---- statements of many */

static void
on_progress_cb (double fraction, const char *what, gpointer data)
{
  guint *n = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <, 1);
  (*n)++;
}

static GArray *
all_ids (Check *check)
{
  g_autoptr (GPtrArray) list = kept_list (check, 2024);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < list->len; i++)
    g_array_append_val (ids, ((const PsStored *) g_ptr_array_index (list, i))->id);
  return ids;
}

static void
test_statements (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0, n_written = 0;

  kept_small (check);
  kept_finish (check, 2024, NULL);
  ids = all_ids (check);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_true (ps_statements_write_all (check->store, (const gint64 *) (gpointer) ids->data, ids->len,
                                          PS_STATEMENTS_PDF | PS_STATEMENTS_XLSX | PS_STATEMENTS_CSV, folder, NULL,
                                          on_progress_cb, &n_told, &n_written, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, 2);
  g_assert_cmpuint (n_told, ==, 2);
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 8);
  for (guint i = 0; i < names->len; i++)
    g_assert_false (g_str_has_prefix (g_ptr_array_index (names, i), "."));
  kept_remove (folder);
}

/* Cancels when the second begins. */
static void
cancel_cb (double fraction, const char *what, gpointer data)
{
  if (fraction > 0)
    g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  g_autoptr (Check) check = check_new ();
  char *folder = kept_folder ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_written = 0;

  kept_small (check);
  kept_finish (check, 2024, NULL);
  ids = all_ids (check);
  g_assert_false (ps_statements_write_all (check->store, (const gint64 *) (gpointer) ids->data, ids->len, PS_STATEMENTS_XLSX,
                                           folder, cancellable, cancel_cb, cancellable, &n_written, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_written, ==, 1);
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 1);
  kept_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-files/files", test_files);
  g_test_add_func ("/dossier-files/tampered", test_tampered);
  g_test_add_func ("/dossier-files/documents", test_documents);
  g_test_add_func ("/dossier-files/circumstances", test_circumstances);
  g_test_add_func ("/dossier-files/same-paper", test_same_paper);
  g_test_add_func ("/dossier-files/nothing-left", test_nothing_left);
  g_test_add_func ("/dossier-files/trail", test_trail);
  g_test_add_func ("/dossier-files/comparison", test_comparison);
  g_test_add_func ("/dossier-files/refused", test_refused);
  g_test_add_func ("/statements/all", test_statements);
  g_test_add_func ("/statements/cancelled", test_cancelled);
  return g_test_run ();
}
