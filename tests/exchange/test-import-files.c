/* test-import-files.c: files of every notation, in any order; files that cannot be read; stopping half-way
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "exchange/ps-csv-batch.h"

/* "code;naam" with an accent in each of the notations; every one must give the same two municipalities. */
static char *
notation (char separator, const char *end, gboolean quoted, const char *name)
{
  const char *quote = quoted ? "\"" : "";

  return g_strdup_printf ("%scode%s%c%snaam%s%s%s0983%s%c%sVenlo%s%s%s0005%s%c%s%s%s%s", quote, quote, separator, quote, quote,
                          end, quote, quote, separator, quote, quote, end, quote, quote, separator, quote, name, quote, end);
}

/* After the first one every other changes nothing, so it said the same. */
static void
check_notation (Check *check, const char *bytes)
{
  g_autofree char *path = check_write (check, "gemeenten.csv", bytes, -1);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "gemeenten.csv", NULL);
  g_autofree char *problems = check_problems (report);
  const PsImportFile *file = g_ptr_array_index (report->files, 0);

  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (file->added + file->unchanged, ==, 2);
  g_assert_cmpuint (file->updated, ==, 0);
}

static void
test_notations (void)
{
  static const char separators[] = ";,\t";
  static const char *const ends[] = { "\n", "\r\n", "\r" };
  g_autoptr (Check) check = check_new ();

  for (guint s = 0; s < 3; s++)
    for (guint e = 0; e < 3; e++)
      for (int quoted = 0; quoted < 2; quoted++)
        {
          g_autofree char *plain = notation (separators[s], ends[e], quoted, "Súdwest-Fryslân");
          g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", plain, NULL);
          g_autofree char *western = notation (separators[s], ends[e], quoted,
                                               "S\xFA"
                                               "dwest-Frysl\xE2n");

          check_notation (check, plain);
          check_notation (check, marked);
          check_notation (check, western);
        }
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM municipality WHERE name IN ('Venlo', 'Súdwest-Fryslân')"), ==, 2);
}

/* The first byte that is no UTF-8 stands in the third batch: what was written before it is taken back and read again. */
static void
test_late_encoding (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GString) bytes = g_string_new ("code;naam;segment;productgroep;bekostiging\n");
  g_autofree char *path = NULL;
  g_autoptr (PsImportReport) report = NULL;
  const PsImportFile *file;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (bytes, "P%04u;Product %s;4;AMB1;plek\n", i, i == 4800 ? "caf\xE9" : "x");
  path = check_write (check, "producten.csv", bytes->str, (gssize) bytes->len);
  report = check_import (check, FALSE, "producten.csv", NULL);
  g_assert_true (report->stored);
  file = g_ptr_array_index (report->files, 0);
  g_assert_cmpuint (file->rows, ==, 5000);
  g_assert_cmpuint (file->added, ==, 5000);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM product"), ==, 5000);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM product WHERE name = 'Product café'"), ==, 1);
}

static void
test_wide_characters (void)
{
  g_autoptr (Check) check = check_new ();
  gsize length;
  g_autofree char *wide = g_convert ("code;naam\n0983;Venlo\n", -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autofree char *path = check_write (check, "f.csv", wide, (gssize) length);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "f.csv", NULL);
  g_autofree char *problems = check_problems (report);

  g_assert_false (report->stored);
  g_assert_cmpstr (problems, ==, "f.csv, line 1: the line has NUL bytes in it; save the file again as CSV in UTF-8\n");
}

static void
test_any_order (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv",
                                    "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;"
                                    "tarief;bedrag\nD1;0983;1;45A04;01-01-2024;31-01-2024;1;90;90\n",
                                    -1);
  g_autofree char *b = check_write (check, "b.csv",
                                    "toewijzingnummer;client;agb;gemeente;product;ingangsdatum\n"
                                    "1;C1;41410001;0983;45A04;01-01-2024\n",
                                    -1);
  g_autofree char *c = check_write (check, "c.csv", "agb;naam\n41410001;De Linde\n", -1);
  g_autofree char *d = check_write (check, "d.csv", "product;geldig_van;tarief\n45A04;01-01-2024;90\n", -1);
  g_autofree char *e =
      check_write (check, "e.csv", "code;naam;segment;productgroep;bekostiging;eenheid\n45A04;Hulp;4;AMB1;pxq;uur\n", -1);
  g_autofree char *f = check_write (check, "f.csv", "code;naam\n0983;Venlo\n", -1);
  g_autofree char *g = check_write (check, "g.csv", "gemeente;toewijzingnummer;startdatum\n0983;1;01-01-2024\n", -1);
  g_autoptr (PsImportReport) report =
      check_import (check, FALSE, "a.csv", "g.csv", "b.csv", "d.csv", "c.csv", "e.csv", "f.csv", NULL);
  g_autofree char *problems = check_problems (report);
  const PsImportFile *first = g_ptr_array_index (report->files, 0);

  g_assert_cmpstr (problems, ==, "");
  g_assert_true (report->stored);
  g_assert_cmpuint (report->files->len, ==, 7);
  g_assert_true (g_str_has_suffix (first->path, "a.csv"));
  g_assert_cmpint (first->kind, ==, PS_CSV_DECLARATIONS);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM audit_record WHERE action = 'import'"), ==, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM import_run WHERE summary LIKE '%\"sha256\":\"________________%'"),
                   ==, 1);
}

/* Of one kind, the later file has the last word. */
static void
test_order_within_kind (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv", "code;naam\n0983;Venlo\n", -1);
  g_autofree char *b = check_write (check, "b.csv", "code;naam\n0983;Venlo aan de Maas\n", -1);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "b.csv", "a.csv", NULL);
  const PsImportFile *second = g_ptr_array_index (report->files, 1);

  g_assert_true (report->stored);
  g_assert_cmpuint (second->updated, ==, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM municipality WHERE name = 'Venlo'"), ==, 1);
}

/* Both orders of two files that can only be taken together; back to what the region was. */
static void
check_either_order (Check *check, const char *select, int n)
{
  static const char *const names[][2] = { { "a.csv", "b.csv" }, { "b.csv", "a.csv" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int skip = FALSE; skip <= TRUE; skip++)
      {
        g_autoptr (Check) other = check_new ();
        g_autofree char *a_text = check_read (check, "a.csv");
        g_autofree char *b_text = check_read (check, "b.csv");
        g_autofree char *a_there = check_write (other, "a.csv", a_text, -1);
        g_autofree char *b_there = check_write (other, "b.csv", b_text, -1);
        g_autoptr (PsImportReport) report = NULL;
        const PsImportFile *first, *second;

        check_fixture (other, "minimal");
        report = check_import (other, skip, names[i][0], names[i][1], NULL);
        first = g_ptr_array_index (report->files, 0);
        second = g_ptr_array_index (report->files, 1);
        g_assert_true (report->stored);
        g_assert_cmpuint (report->n_problems, ==, 0);
        g_assert_cmpuint (first->rows, ==, first->added + first->updated + first->unchanged);
        g_assert_cmpuint (second->rows, ==, second->added + second->updated + second->unchanged);
        g_assert_cmpint (check_count (other, select), ==, n);
      }
}

static void
test_schemes_in_two_files (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv", "regeling;soort;vanaf;betaald_pct\nnw;budget;100;0\n", -1);
  /* Not UTF-8, which is seen when the other has been taken. */
  g_autofree char *b =
      check_write (check, "b.csv", "regeling;soort;vanaf;betaald_pct\nnw;budget;0;100\n\351\351n;budget;0;100\n", -1);

  check_either_order (check, "SELECT count (*) FROM scheme s JOIN scheme_step ON scheme_id = s.id WHERE name IN ('nw', 'één')",
                      3);
}

static void
test_tariffs_in_two_files (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv", "product;geldig_van;geldig_tot;tarief\n46C01;01-01-2036;;7\n", -1);
  g_autofree char *b =
      check_write (check, "b.csv", "product;geldig_van;geldig_tot;tarief\n46C01;01-01-2023;31-12-2035;120\n", -1);

  check_either_order (check, "SELECT count (*) FROM tariff t JOIN product p ON p.id = t.product_id WHERE p.code = '46C01'", 2);
}

/* Files that are taken together: the later one has the last word, each by itself says nothing twice, and a row that is wrong is told
 * of the file in which it is. */
static void
test_taken_together (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv", "regeling;soort;vanaf;betaald_pct\nnw;budget;0;100\nnw;budget;100;50\n", -1);
  g_autofree char *b = check_write (check, "b.csv", "regeling;soort;vanaf;betaald_pct\nnw;budget;100;0\n", -1);
  g_autofree char *c = check_write (check, "c.csv", "regeling;soort;vanaf;betaald_pct\nlos;budget;102,5;0\nnw;geheel;50;0\n", -1);
  g_autofree char *rejected = NULL;
  g_autoptr (PsImportReport) report = check_import (check, TRUE, "a.csv", "b.csv", "c.csv", NULL);
  const PsImportFile *file = g_ptr_array_index (report->files, 0);

  g_assert_true (report->stored);
  g_assert_cmpuint (file->added, ==, 1);
  g_assert_cmpuint (file->unchanged, ==, 1);
  file = g_ptr_array_index (report->files, 1);
  g_assert_cmpuint (file->added, ==, 1);
  file = g_ptr_array_index (report->files, 2);
  g_assert_cmpuint (file->refused, ==, 2);
  g_assert_cmpint (check_count (check, "SELECT sum (paid_bp) FROM scheme_step"), ==, 10000);
  rejected = check_read (check, "c.csv.rejected.csv");
  g_assert_nonnull (strstr (rejected, "los;budget;102,5;0;"));
}

#define AGREEMENTS "agb;jaar;productgroep;gemeente;plafond;uitruil;regeling\n"

/* Agreements as well: two lines of one scope change their scheme together, and the last file says how money is exchanged. */
static void
test_agreements_in_two_files (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *old = check_write (
      check, "old.csv",
      AGREEMENTS "41410002;2033;AMB1;0983;1;productgroep;donut-staffel\n41410002;2033;AMB1;0893;1;productgroep;donut-staffel\n",
      -1);
  g_autofree char *a = check_write (check, "a.csv", AGREEMENTS "41410002;2033;AMB1;0983;2;productgroep;\n", -1);
  g_autofree char *b = check_write (check, "b.csv", AGREEMENTS "41410002;2033;AMB1;0893;2;segment;\n", -1);
  g_autoptr (PsImportReport) first = NULL;
  g_autoptr (PsImportReport) alone = NULL;
  g_autoptr (PsImportReport) together = NULL;

  check_fixture (check, "minimal");
  first = check_import (check, FALSE, "old.csv", NULL);
  g_assert_true (first->stored);
  alone = check_import (check, FALSE, "a.csv", NULL);
  g_assert_false (alone->stored);
  together = check_import (check, FALSE, "b.csv", "a.csv", NULL);
  g_assert_true (together->stored);
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (together->files, 0))->updated, ==, 1);
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (together->files, 1))->updated, ==, 1);
  g_assert_cmpint (check_count (check, "SELECT exchange FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id"
                                       " WHERE a.year = 2033"),
                   ==, PS_EXCHANGE_GROUP);
}

/* The file that widens the exchange is told, and the good rows of the other are taken with what it says. */
static void
test_wider_exchange_in_two_files (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *old = check_write (
      check, "old.csv", AGREEMENTS "41410002;2033;AMB1;0983;1;regel;donut-staffel\n41410002;2033;AMB1;0893;1;regel;\n", -1);
  g_autofree char *a = check_write (check, "a.csv", AGREEMENTS "41410002;2033;AMBV;0983;2;regel;\n", -1);
  g_autofree char *b = check_write (check, "b.csv", AGREEMENTS "41410002;2033;AMBV;0893;2;aanbieder;\n", -1);
  g_autofree char *rejected = NULL;
  g_autoptr (PsImportReport) first = NULL;
  g_autoptr (PsImportReport) report = NULL;

  check_fixture (check, "minimal");
  first = check_import (check, FALSE, "old.csv", NULL);
  g_assert_true (first->stored);
  report = check_import (check, TRUE, "a.csv", "b.csv", NULL);
  g_assert_true (report->stored);
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (report->files, 0))->added, ==, 1);
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (report->files, 1))->refused, ==, 1);
  rejected = check_read (check, "b.csv.rejected.csv");
  g_assert_nonnull (strstr (rejected, "41410002;2033;AMBV;0893;2;aanbieder;;uitruil: "));
  g_assert_cmpint (check_count (check, "SELECT exchange FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id"
                                       " WHERE a.year = 2033"),
                   ==, PS_EXCHANGE_LINE);
}

static void
check_fails (Check *check, const char *path, int code, const char *message)
{
  const char *paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .actor = "tester" };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = check_fingerprint (check);
  g_autofree char *after = NULL;

  g_assert_null (ps_import (check->store, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_IMPORT_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
}

static void
test_unreadable (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *absent = g_build_filename (check->folder, "absent.csv", NULL);
  g_autofree char *fifo = g_build_filename (check->folder, "fifo.csv", NULL);
  g_autofree char *name = g_path_get_basename (check->folder);
  g_autofree char *is_folder = g_strdup_printf ("“%s” is not an ordinary file.", name);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  check_fails (check, absent, PS_IMPORT_ERROR_FILE, "The file “absent.csv” cannot be read: No such file or directory.");
  check_fails (check, check->folder, PS_IMPORT_ERROR_FILE, is_folder);
  check_fails (check, fifo, PS_IMPORT_ERROR_FILE, "“fifo.csv” is not an ordinary file.");
}

typedef struct
{
  const char *path;
  enum
  {
    GROW,
    SHRINK,
    VANISH,
    TOUCH
  } what;
  guint n_calls;
} Meddler;

static void
on_progress_meddle_cb (double fraction, const char *what, gpointer data)
{
  Meddler *meddler = data;

  if (meddler->n_calls++ > 0)
    return;
  switch (meddler->what)
    {
    case GROW:
      {
        FILE *stream = g_fopen (meddler->path, "a");

        fputs ("P9999999;x;4;AMB1;plek\n", stream);
        fclose (stream);
        break;
      }
    case SHRINK:
      g_assert_cmpint (truncate (meddler->path, 6000000), ==, 0);
      break;
    case VANISH:
      g_assert_cmpint (g_unlink (meddler->path), ==, 0);
      break;
    case TOUCH:
    default:
      g_assert_cmpint (g_utime (meddler->path, NULL), ==, 0);
      break;
    }
}

/* Large enough not to be read before the first sign of progress. */
static char *
write_large (Check *check)
{
  g_autoptr (GString) bytes = g_string_new ("code;naam;segment;productgroep;bekostiging\n");

  for (guint i = 0; i < 250000; i++)
    g_string_append_printf (bytes, "P%07u;Product met een naam;4;AMB1;plek\n", i);
  return check_write (check, "large.csv", bytes->str, (gssize) bytes->len);
}

static void
check_meddling (Meddler meddler, const char *message)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *path = write_large (check);
  const char *paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .actor = "tester" };
  g_autofree char *before = check_fingerprint (check);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  meddler.path = path;
  g_assert_null (ps_import (check->store, &options, NULL, on_progress_meddle_cb, &meddler, &error));
  g_assert_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, message));
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (ps_csv_batch_n_alive (), ==, 0);
}

static void
test_changing (void)
{
  check_meddling ((Meddler){ .what = GROW }, "The file “large.csv” changed while it was being read.");
  check_meddling ((Meddler){ .what = SHRINK }, "The file “large.csv” changed while it was being read.");
  check_meddling ((Meddler){ .what = TOUCH }, "The file “large.csv” changed while it was being read.");
  check_meddling ((Meddler){ .what = VANISH }, "The file “large.csv” c");
}

typedef struct
{
  GCancellable *cancellable;
  double last;
  guint n_calls, most_batches;
  gboolean stop;
  gint64 started;
} Watcher;

static void
on_progress_watch_cb (double fraction, const char *what, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpfloat (fraction, >=, watcher->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  watcher->last = fraction;
  watcher->most_batches = MAX (watcher->most_batches, ps_csv_batch_n_alive ());
  watcher->n_calls++;
  if (watcher->stop)
    g_cancellable_cancel (watcher->cancellable);
}

static void
test_cancel (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watcher watcher = { .cancellable = cancellable, .stop = TRUE };
  g_autofree char *path = write_large (check);
  const char *paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .skip = TRUE, .actor = "tester" };
  g_autofree char *before = check_fingerprint (check);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_import (check->store, &options, cancellable, on_progress_watch_cb, &watcher, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watcher.n_calls, ==, 1);
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (ps_csv_batch_n_alive (), ==, 0);
  g_assert_cmpuint (check_n_files (check), ==, 1);
}

static void
test_cancelled_before (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *paths[] = { "nothing.csv", NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .actor = "tester" };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ps_import (check->store, &options, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* However long the file, a handful of batches goes round; and progress is told, never backwards, not too often. */
static void
test_memory_and_progress (void)
{
  g_autoptr (Check) check = check_new ();
  Watcher watcher = { 0 };
  g_autofree char *path = write_large (check);
  const char *paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .actor = "tester" };
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  g_autoptr (PsImportReport) report = ps_import (check->store, &options, NULL, on_progress_watch_cb, &watcher, &error);
  double seconds = (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC;

  g_assert_no_error (error);
  g_assert_true (report->stored);
  g_assert_cmpuint (watcher.n_calls, >, 1);
  g_assert_cmpfloat (watcher.n_calls, <, 20 * seconds + 30);
  g_assert_cmpuint (watcher.most_batches, >, 0);
  g_assert_cmpuint (watcher.most_batches, <=, 4);
  g_assert_cmpuint (ps_csv_batch_n_alive (), ==, 0);
}

/* A file without a column leaves what is there; one with the column, empty, does not. Two files of agreements are seen as one: what the later
 * has no column for is what the earlier says. */
static void
test_absent_columns (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) first = NULL;
  g_autoptr (PsImportReport) second = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *names = check_write (check, "namen.csv", "agb;naam\n41410001;Linde\n", -1);
  g_autofree char *kinds = check_write (check, "soorten.csv", "agb;naam;soort;gecontracteerd\n41410001;Linde;micro;nee\n", -1);
  g_autofree char *places = check_write (check, "gemeenten.csv", "code;naam\n0983;Venlo\n", -1);
  g_autofree char *products = check_write (check, "producten.csv",
                                           "code;naam;segment;productgroep;bekostiging;eenheid;normduur_maanden;prikkelvrij\n"
                                           "A;A;4;AMB;pxq;uur;6;buiten\n",
                                           -1);
  g_autofree char *short_products =
      check_write (check, "kort.csv", "code;naam;segment;productgroep;bekostiging;eenheid\nA;A;4;AMB;pxq;uur\n", -1);
  g_autofree char *agreements = check_write (check, "afspraken.csv",
                                             "agb;jaar;productgroep;gemeente;plafond;plekken;uitruil;verdeelsleutel;plekmeting\n"
                                             "41410001;2024;AMB;0983;100;3;regel;overschrijding;peiling\n",
                                             -1);
  g_autofree char *ceilings = check_write (
      check, "plafonds.csv", "agb;jaar;productgroep;gemeente;plafond;uitruil\n41410001;2024;AMB;0983;200;regel\n", -1);

  first = check_import (check, FALSE, "gemeenten.csv", "soorten.csv", "producten.csv", "afspraken.csv", "plafonds.csv", NULL);
  problems = check_problems (first);
  g_assert_cmpstr (problems, ==, "");
  second = check_import (check, FALSE, "namen.csv", "kort.csv", "plafonds.csv", NULL);
  for (guint i = 0; i < second->files->len; i++)
    g_assert_cmpuint (((const PsImportFile *) g_ptr_array_index (second->files, i))->unchanged, ==, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM provider WHERE kind = 2 AND contracted = 0"), ==, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM product WHERE norm_months = 6 AND exempt <> 0"), ==, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM agreement_version WHERE division_key = 2 AND measuring = 3"), ==,
                   1);
  g_assert_cmpint (
      check_count (check, "SELECT count (*) FROM agreement_line WHERE ceiling_cents = 20000 AND places_milli = 3000"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-files/notations", test_notations);
  g_test_add_func ("/import-files/late-encoding", test_late_encoding);
  g_test_add_func ("/import-files/schemes-in-two-files", test_schemes_in_two_files);
  g_test_add_func ("/import-files/tariffs-in-two-files", test_tariffs_in_two_files);
  g_test_add_func ("/import-files/taken-together", test_taken_together);
  g_test_add_func ("/import-files/agreements-in-two-files", test_agreements_in_two_files);
  g_test_add_func ("/import-files/wider-exchange-in-two-files", test_wider_exchange_in_two_files);
  g_test_add_func ("/import-files/wide-characters", test_wide_characters);
  g_test_add_func ("/import-files/any-order", test_any_order);
  g_test_add_func ("/import-files/order-within-kind", test_order_within_kind);
  g_test_add_func ("/import-files/unreadable", test_unreadable);
  g_test_add_func ("/import-files/changing", test_changing);
  g_test_add_func ("/import-files/cancel", test_cancel);
  g_test_add_func ("/import-files/cancelled-before", test_cancelled_before);
  g_test_add_func ("/import-files/memory-and-progress", test_memory_and_progress);
  g_test_add_func ("/import-files/absent-columns", test_absent_columns);
  return g_test_run ();
}
