/* test-import-marks.c: imported measurements that are out of line, a dry run, and peildata that are closed (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"
#include "store/ps-peildata.h"

#define MEASUREMENTS "peildatum;agb;product;gemeente;clienten;plekken;gerealiseerd;wachtenden;wachttijd_dagen\n"

static char *
marks_of (const PsImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->marks->len; i++)
    {
      g_autofree char *mark = ps_import_mark_text (report, g_ptr_array_index (report->marks, i));

      g_string_append_printf (text, "%s\n", mark);
    }
  return g_string_free (text, FALSE);
}

/* `bytes` in a dry run, which changes nothing and writes nothing. */
static PsImportReport *
dry_run (Check *check, const char *bytes, gboolean skip)
{
  g_autofree char *path = check_write (check, "f.csv", bytes, -1);
  const char *paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .skip = skip, .actor = "tester", .dry_run = TRUE };
  g_autofree char *before = check_fingerprint (check);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = check_n_files (check);
  PsImportReport *report = ps_import (check->store, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (check_n_files (check), ==, n_files);
  g_assert_false (report->stored);
  g_assert_true (report->dry_run);
  return report;
}

#define ODD                                                                                                                      \
  MEASUREMENTS "19-07-2024;41410001;45V01;0983;2;2,0;;0;\n"                                                                      \
               "19-07-2024;41410001;45A04;0983;1;3;;;40\n"                                                                       \
               "19-07-2024;41410004;45V01;0983;20;2,0;;0;\n"                                                                     \
               "19-05-2024;41410001;45V01;0983;2;20,0;100,00;0;\n"
static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
test_marks (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) dry = NULL;
  g_autoptr (PsImportReport) report = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *again = NULL;
  const PsImportMark *mark;

  check_fixture (check, "minimal");
  dry = dry_run (check, ODD, FALSE);
  g_assert_true (dry->storable);
  marks = marks_of (dry);
  g_test_message ("%s", marks);
  g_assert_cmpuint (dry->n_marks, ==, 5);
  mark = g_ptr_array_index (dry->marks, 2);
  g_assert_cmpstr (mark->row, ==, "19-07-2024, 41410004, 45V01, 0983");
  g_assert_cmpstr (mark->column, ==, "clienten");
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (dry->files, 0))->added, ==, 3);
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (dry->files, 0))->updated, ==, 1);
  report = check_import (check, FALSE, "f.csv", NULL);
  g_assert_true (report->stored && report->storable);
  again = marks_of (report);
  g_assert_cmpstr (again, ==, marks);
  assert_has (marks, "f.csv, line 3, column plekken, “3.00”: This product is not paid by the place.\n");
  assert_has (marks, "f.csv, line 3, column wachttijd_dagen, “40”: Nobody is waiting, so there are no waiting days.\n");
  assert_has (marks, "f.csv, line 4, column clienten, “20”: Is there a zero too many? Computed is 2\n");
  assert_has (marks, "“20.00”: Is the comma in the right place? Computed is 2.00; 0.40 at the last peildatum\n");
  assert_has (marks, "below the computed €\302\2402,500.00; €\302\2401,090.16 at the last peildatum\n");
  g_assert_null (strstr (marks, "line 2"));
  /* What is in the region already is looked at in the window. */
  {
    g_autoptr (PsImportReport) third = check_import (check, FALSE, "f.csv", NULL);

    g_assert_cmpuint (third->n_marks, ==, 0);
  }
}

/* Messages of the same run count, in whatever order the files are named. */
static void
test_with_messages (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *measurements = NULL;
  g_autofree char *assignments = NULL;
  g_autofree char *care = NULL;
  g_autoptr (PsImportReport) report = NULL;
  g_autofree char *marks = NULL;

  check_fixture (check, "minimal");
  measurements = check_write (check, "m.csv", MEASUREMENTS "19-07-2024;41410001;45V01;0983;8;8,0;;;\n", -1);
  assignments = check_write (check, "a.csv",
                             "toewijzingnummer;client;agb;gemeente;product;productgroep;ingangsdatum\n"
                             "91;Q1;41410001;0983;45V01;;01-01-2024\n92;Q2;41410001;0983;45V01;;01-01-2024\n"
                             "93;Q3;41410001;0983;45V01;;01-01-2024\n94;Q4;41410001;0983;45V01;;01-01-2024\n"
                             "95;Q5;41410001;0983;45V01;;01-01-2024\n96;Q6;41410001;0983;45V01;;01-01-2024\n",
                             -1);
  care = check_write (check, "c.csv",
                      "gemeente;toewijzingnummer;startdatum\n0983;91;01-02-2024\n0983;92;01-02-2024\n0983;93;01-02-2024\n"
                      "0983;94;01-02-2024\n0983;95;01-02-2024\n0983;96;01-02-2024\n",
                      -1);
  report = check_import (check, FALSE, "m.csv", "c.csv", "a.csv", NULL);
  marks = marks_of (report);
  g_assert_cmpstr (marks, ==, "");
  g_assert_true (report->stored);
}

/* A reason that was given for a value holds when a file says it. */
static void
test_explained (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  check_fixture (check, "minimal");
  check_stored (check, MEASUREMENTS "19-07-2024;41410001;45V01;0983;9;2,0;;;\n", 1, 0, 0);
  id = check_count (check, "SELECT max (id) FROM measurement");
  ps_measurements_explain (check->store, "anna", id, PS_MEASURE_CLIENTS, 9, NULL, "seven without messages", NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (PsImportReport) same = dry_run (check, MEASUREMENTS "19-07-2024;41410001;45V01;0983;9;2,5;;;\n", FALSE);
    g_autoptr (PsImportReport) other = dry_run (check, MEASUREMENTS "19-07-2024;41410001;45V01;0983;8;2,5;;;\n", FALSE);

    g_assert_cmpuint (same->n_marks, ==, 0);
    g_assert_cmpuint (other->n_marks, ==, 1);
  }
}

/* More than are kept are counted, and those of the first lines are kept. */
static void
test_many (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GString) municipalities = g_string_new ("code;naam\n");
  g_autoptr (GString) measurements = g_string_new (MEASUREMENTS);
  g_autoptr (PsImportReport) report = NULL;

  check_fixture (check, "minimal");
  for (int i = 0; i < 1200; i++)
    {
      g_string_append_printf (municipalities, "%04d;Gemeente\n", 2000 + i);
      /* In the file by municipality from the last to the first, so that the lines are not in the order of the codes. */
      g_string_append_printf (measurements, "19-07-2024;41410001;45A04;%04d;1;1;;;\n", 3199 - i);
    }
  check_stored (check, municipalities->str, 1200, 0, 0);
  report = dry_run (check, measurements->str, FALSE);
  g_assert_cmpuint (report->n_marks, ==, 1200);
  g_assert_cmpuint (report->marks->len, ==, PS_IMPORT_MAX_MARKS);
  for (guint i = 0; i < report->marks->len; i++)
    g_assert_cmpuint (((PsImportMark *) g_ptr_array_index (report->marks, i))->line, ==, i + 2);
}

/* Refused rows and marks in one go; no file is written. */
static void
test_dry_skip (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) stop = NULL;
  g_autoptr (PsImportReport) skip = NULL;
  const char *rows = MEASUREMENTS "19-07-2024;41410001;45V01;0983;20;2,0;;;\n19-07-2024;99999999;45V01;0983;20;2,0;;;\n";

  check_fixture (check, "minimal");
  stop = dry_run (check, rows, FALSE);
  g_assert_false (stop->storable);
  g_assert_cmpuint (stop->n_problems, ==, 1);
  skip = dry_run (check, rows, TRUE);
  g_assert_true (skip->storable);
  g_assert_cmpuint (skip->n_problems, ==, 1);
  g_assert_cmpuint (skip->n_marks, ==, 1);
  g_assert_null (((PsImportFile *) g_ptr_array_index (skip->files, 0))->rejects_path);
}

static gint64
close_peildatum (Check *check, const char *day)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM peildatum WHERE date (day * 86400, 'unixepoch') = '%s'", day);
  gint64 id = check_count (check, sql);
  g_autoptr (GError) error = NULL;

  ps_peildata_close (check->store, "anna", id, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_closed (void)
{
  static const char closed[] =
      "this peildatum was closed by anna: a file does not change it; correct it in the program, with a reason";
  g_autoptr (Check) check = check_new ();
  g_autofree char *two = g_strdup_printf ("f.csv, line 3, column peildatum, “19-05-2024”: %s\n"
                                          "f.csv, line 4, column peildatum, “19-05-2024”: %s\n",
                                          closed, closed);
  g_autofree char *one = g_strdup_printf ("f.csv, line 2, column peildatum, “19-05-2024”: %s\n", closed);

  check_fixture (check, "minimal");
  close_peildatum (check, "2024-05-19");
  check_one (check,
             MEASUREMENTS "19-05-2024;41410001;45V01;0983;2;1,0;2.848,36;0;\n19-05-2024;41410001;45V01;0983;3;1,0;2.848,36;0;\n"
                          "19-05-2024;41410001;45A04;0983;1;;;;\n19-07-2024;41410001;45A04;0983;1;;;;\n",
             two);
  check_one (check, "peildatum;omschrijving;gegevens_tot\n19-05-2024;Anders;31-03-2024\n", one);
  /* The same again is no change, and the others are taken. */
  check_stored (check, MEASUREMENTS "19-05-2024;41410001;45V01;0983;2;1,0;2.848,36;0;\n19-07-2024;41410001;45A04;0983;1;;;;\n", 1,
                0, 1);
}

/* A file that does not tell to what day the data is complete, or what the day is called, leaves that; one that has the column, empty,
 * does not. */
static void
test_peildata_without (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  check_stored (check, "peildatum\n19-05-2024\n19-07-2024\n", 0, 0, 2);
  check_stored (check, "peildatum;omschrijving\n19-05-2024;Lente\n19-08-2024;Zomer\n", 1, 1, 0);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM peildatum WHERE label = 'Lente'"
                                       " AND date (data_through * 86400, 'unixepoch') = '2024-03-31'"),
                   ==, 1);
  check_stored (check, "peildatum;gegevens_tot\n19-05-2024;\n", 0, 1, 0);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM peildatum WHERE label = 'Lente' AND data_through IS NULL"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-marks/marks", test_marks);
  g_test_add_func ("/exchange/import-marks/with-messages", test_with_messages);
  g_test_add_func ("/exchange/import-marks/explained", test_explained);
  g_test_add_func ("/exchange/import-marks/many", test_many);
  g_test_add_func ("/exchange/import-marks/dry-skip", test_dry_skip);
  g_test_add_func ("/exchange/import-marks/closed", test_closed);
  g_test_add_func ("/exchange/import-marks/peildata-without", test_peildata_without);
  return g_test_run ();
}
