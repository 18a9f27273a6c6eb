/* test-letter-files.c: letters of a region: as they are sent, the evidence of their course, and many into a folder
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/ps-letter-pdf.h"
#include "kept-check.h"
#include "letter-check.h"
#include "pdf-read.h"
#include "store/ps-letters-evidence.h"
#include "store/ps-sql.h"

static gint64
id_at (GPtrArray *letters, guint i)
{
  return ((const PsLetter *) g_ptr_array_index (letters, i))->id;
}

static GBytes *
pages_of (Check *check, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterPaper) paper = ps_letters_paper (check->store, id, "bram", LETTER_SENT, NULL, NULL, &error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = ps_letter_render_pdf (paper, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static char *
evidence_of (Check *check, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ps_letter_render_evidence (check->store, id, NULL, &error);

  g_assert_no_error (error);
  pdf_assert_tidy (pdf);
  return pdf_text (pdf, "-layout");
}

/* What was sent is what is printed ever after, whatever becomes of the region; and the same pages again. */
static void
test_sent (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sent = NULL, again = NULL;
  g_autofree char *text = NULL;

  letter_send (check, id_at (letters, 0));
  kept_import (check, "agb;naam\n41410001;Another name\n");
  sent = ps_letters_pdf (check->store, id_at (letters, 0), &error);
  g_assert_no_error (error);
  again = pages_of (check, id_at (letters, 0));
  g_assert_true (g_bytes_equal (sent, again));
  text = pdf_text (sent, "-layout");
  pdf_assert_tidy (sent);
  pdf_assert_order (text, "26-07-2024", "BB-2024-0001", "Jeugdhulp Peelrand", "Subject:", "AMB1", "7,000.00", "6,526.00",
                    "15,713.92", "224.5 %", "8,713.92", "8,370.92", "AMBV", "15,000.00", "5,000.00", "12,039.47", "80.3 %",
                    "−2,960.53", "Total", "22,000.00", "11,526.00", "27,753.39", "5,753.39", "8,370.92", "Kind regards,", "bram",
                    NULL);
  g_assert_null (strstr (text, "Another name"));
  g_assert_null (strstr (text, "{"));
}

static void
test_draft (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GBytes) pdf = pages_of (check, id_at (letters, 1));
  g_autofree char *text = pdf_text (pdf, "-layout");

  pdf_assert_tidy (pdf);
  pdf_assert_order (text, "Praktijk \"Zoë\"; Venray", "Subject:", "Agreed ceiling 2024", "€ 1,000.00", "€ 1,050.00",
                    "Realised through 31-05-2024 (124.2 % of the ceiling)", "€ 1,241.97",
                    "Forecast 2024 (linear, 299.1 % of the ceiling)", "€ 2,990.53", "Forecast above the ceiling", "€ 1,990.53",
                    "Expected deduction under the scheme klif", "€ 149.53", NULL);
}

/* ---- evidence */

static void
test_evidence (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  gint64 id = id_at (letters, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PsLetter) letter = NULL;
  g_autofree char *text = NULL;

  letter_send (check, id);
  letter_step (check, id, PS_LETTER_EVENT_REMINDED, ps_date_from_ymd (2024, 8, 12), "Called the office");
  /* Due on 09-08-2024, ten working days after 26-07: three days late. */
  letter_step (check, id, PS_LETTER_EVENT_ANSWERED, ps_date_from_ymd (2024, 8, 12), "More referrals than agreed");
  letter_step (check, id, PS_LETTER_EVENT_MEASURES, ps_date_from_ymd (2024, 8, 13), "No new clients");
  letter_step (check, id, PS_LETTER_EVENT_TALKED, ps_date_from_ymd (2024, 8, 20), "Agreed on a plan");
  letter_step (check, id, PS_LETTER_EVENT_DECIDED, ps_date_from_ymd (2024, 8, 30), "The ceiling stays");
  text = evidence_of (check, id);
  pdf_assert_order (text, "Evidence of letter BB-2024-0001", "Jeugdhulp Peelrand, AGB code 41410001",
                    "19-07-2024, Derde peildatum", "26-07-2024. By registered post. Recorded by bram on",
                    "Its figures, as they were sent", "6,526.00", "15,713.92", "Terms", "09-08-2024", "12-08-2024", "3 days late",
                    "20-08-2024", "kept", "30-08-2024", "kept", "Course", "Drafted", "anna", "26-07-2024", "Sent", "bram",
                    "12-08-2024", "Reminded", "carla", "Answered", "Measures agreed", "Talk held", "Decided",
                    "What was answered, agreed and decided", "More referrals than agreed", "No new clients", "Agreed on a plan",
                    "The ceiling stays", "Digests and trail", "The text as it was sent", "Jeugdhulp Peelrand",
                    "Subject:", "Kind regards,", NULL);
  letter = ps_letters_find (check->store, id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, letter->pdf_digest));
  records = ps_letters_records (check->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 7);
  for (guint i = 0; i < records->len; i++)
    g_assert_nonnull (strstr (text, ((const PsHistoryRecord *) g_ptr_array_index (records, i))->hash));
}

/* On 19-05 the data was complete to 31-03: P×Q 1.800 + 1.440 − 90, trajects 1.431,50 × 56 / 182 and × 31 / 184. */
static void
test_evidence_of_standings (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autofree char *before = evidence_of (check, id_at (letters, 0)), *after = NULL;

  g_assert_null (strstr (before, "closed peildata"));
  letter_close (check, "2024-05-19");
  after = evidence_of (check, id_at (letters, 0));
  pdf_assert_order (after, "What the closed peildata of the year showed", "19-05-2024", "AMB1", "7,000.00", "3,831.64",
                    "15,410.77", "Over the bandwidth", "19-05-2024", "AMBV", "15,000.00", "2,500.00", "Under the bandwidth",
                    "Digests and trail", NULL);
}

/* A draft has a course too, and one that was withdrawn before it was sent. */
static void
test_evidence_of_draft (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autofree char *draft = evidence_of (check, id_at (letters, 0));
  g_autofree char *withdrawn = NULL;

  pdf_assert_order (draft, "Evidence of letter", "Its figures", "Course", "Drafted", "The text of the draft", "{cijfers}", NULL);
  g_assert_null (strstr (draft, "Terms"));
  letter_step (check, id_at (letters, 1), PS_LETTER_EVENT_WITHDRAWN, LETTER_TODAY, "Settled by telephone");
  withdrawn = evidence_of (check, id_at (letters, 1));
  pdf_assert_order (withdrawn, "Evidence of letter", "Withdrawn", "Settled by telephone", "Course", "Withdrawn", NULL);
}

/* What was sent keeps the names that it had. */
static void
test_evidence_of_old_names (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GError) error = NULL;
  g_autofree char *sent = NULL, *draft = NULL;

  letter_send (check, id_at (letters, 0));
  ps_sql_exec (check->store, "UPDATE provider SET name = 'Newname ' || agb; UPDATE peildatum SET label = 'Newlabel'", &error);
  g_assert_no_error (error);
  sent = evidence_of (check, id_at (letters, 0));
  draft = evidence_of (check, id_at (letters, 1));
  pdf_assert_order (sent, "Evidence of letter BB-2024-0001", "Jeugdhulp Peelrand, AGB code 41410001",
                    "19-07-2024, Derde peildatum", NULL);
  g_assert_null (strstr (sent, "Newname"));
  g_assert_null (strstr (sent, "Newlabel"));
  pdf_assert_order (draft, "Newname 41410002, AGB code 41410002", "19-07-2024, Newlabel", NULL);
}

/* Pages that are not those that were sent prove nothing. */
static void
test_evidence_of_changed_pages (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  letter_send (check, id_at (letters, 0));
  ps_sql_exec (check->store, "DROP TRIGGER letter_pdf_no_update", &error);
  g_assert_no_error (error);
  ps_sql_exec (check->store, "UPDATE letter_pdf SET pdf = x'25504446'", &error);
  g_assert_no_error (error);
  path = g_build_filename (check->folder, "evidence.pdf", NULL);
  g_assert_false (ps_letter_write_evidence (check->store, id_at (letters, 0), path, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_write_evidence (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (check->folder, "evidence.pdf", NULL);
  g_autofree char *bytes = NULL;

  letter_send (check, id_at (letters, 0));
  g_assert_true (ps_letter_write_evidence (check->store, id_at (letters, 0), path, &error));
  g_assert_no_error (error);
  bytes = check_read (check, "evidence.pdf");
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_false (ps_letter_write_evidence (check->store, 4711, path, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
}

/* ---- many */

typedef struct
{
  GCancellable *cancellable;
  guint n;
  guint stop_at; /* 0: never */
} Watch;

static void
watch (double fraction, const char *what, gpointer user_data)
{
  Watch *self = user_data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <, 1);
  g_assert_cmpstr (what, ==, "Writing letters");
  if (++self->n == self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
write_all (Check *check, GPtrArray *letters, const char *folder, guint stop_at, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch self = { cancellable, 0, stop_at };
  gint64 ids[] = { id_at (letters, 0), id_at (letters, 1), id_at (letters, 2) };
  gboolean written = ps_letters_write_folder (check->store, ids, G_N_ELEMENTS (ids), "bram", LETTER_SENT, folder, cancellable,
                                              watch, &self, error);

  if (written)
    g_assert_cmpuint (self.n, ==, 3);
  return written;
}

static void
assert_names (const char *folder, const char *expected)
{
  g_autoptr (GPtrArray) names = kept_names (folder);
  g_autofree char *text = NULL;

  g_ptr_array_add (names, NULL);
  text = g_strjoinv ("|", (char **) names->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_folder (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sent = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *file = NULL;
  char *folder = kept_folder ();
  g_autofree char *path = g_build_filename (folder, "BB-2024-0001 Jeugdhulp Peelrand.pdf", NULL);
  gsize length;

  letter_send (check, id_at (letters, 0));
  g_assert_true (write_all (check, letters, folder, 0, &error));
  g_assert_no_error (error);
  assert_names (folder, "BB-2024-0001 Jeugdhulp Peelrand.pdf|draft 2024-07-19 Groep Maasduinen 41410004.pdf|"
                        "draft 2024-07-19 Praktijk Zoë ; Venray 41410002.pdf");
  g_assert_true (g_file_get_contents (path, &file, &length, NULL));
  sent = ps_letters_pdf (check->store, id_at (letters, 0), &error);
  g_assert_cmpmem (file, length, g_bytes_get_data (sent, NULL), g_bytes_get_size (sent));
  /* Again: they are replaced, and no others appear. */
  g_assert_true (write_all (check, letters, folder, 0, &error));
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 3);
  kept_remove (folder);
}

static void
test_folder_cancelled (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  char *folder = kept_folder ();

  for (guint stop_at = 1; stop_at <= 3; stop_at++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (write_all (check, letters, folder, stop_at, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_names (folder, "");
    }
  kept_remove (folder);
}

/* A draft with a fault keeps all of them back; so does a file that cannot be replaced. */
static void
test_folder_refused (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  g_autoptr (GError) error = NULL;
  char *folder = kept_folder ();
  g_autofree char *in_the_way = g_build_filename (folder, "draft 2024-07-19 Groep Maasduinen 41410004.pdf", NULL);

  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  g_assert_false (write_all (check, letters, folder, 0, &error));
  g_assert_nonnull (error);
  assert_names (folder, "draft 2024-07-19 Groep Maasduinen 41410004.pdf");
  g_clear_error (&error);
  g_rmdir (in_the_way);
  ps_sql_exec (check->store, "UPDATE letter SET body = 'A {field} that is none' WHERE id = (SELECT max (id) FROM letter)",
               &error);
  g_assert_no_error (error);
  g_assert_false (write_all (check, letters, folder, 0, &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_UNKNOWN_FIELD);
  assert_names (folder, "");
  kept_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-files/sent", test_sent);
  g_test_add_func ("/letter-files/draft", test_draft);
  g_test_add_func ("/letter-files/evidence", test_evidence);
  g_test_add_func ("/letter-files/evidence-of-standings", test_evidence_of_standings);
  g_test_add_func ("/letter-files/evidence-of-draft", test_evidence_of_draft);
  g_test_add_func ("/letter-files/evidence-of-old-names", test_evidence_of_old_names);
  g_test_add_func ("/letter-files/evidence-of-changed-pages", test_evidence_of_changed_pages);
  g_test_add_func ("/letter-files/write-evidence", test_write_evidence);
  g_test_add_func ("/letter-files/folder", test_folder);
  g_test_add_func ("/letter-files/folder-cancelled", test_folder_cancelled);
  g_test_add_func ("/letter-files/folder-refused", test_folder_refused);
  return g_test_run ();
}
