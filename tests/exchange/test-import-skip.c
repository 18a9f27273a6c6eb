/* test-import-skip.c: the good rows in, the others in a file that can be mended
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"

#include <glib/gstdio.h>

#define MARK "\xEF\xBB\xBF"
#define LINES "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag\n"

static PsImportReport *
skip_one (Check *check, const char *bytes)
{
  g_autofree char *path = check_write (check, "f.csv", bytes, -1);
  PsImportReport *report = check_import (check, TRUE, "f.csv", NULL);

  g_assert_true (report->stored);
  return report;
}

static void
check_rejected (Check *check, const char *expected)
{
  g_autofree char *rejected = check_read (check, "f.csv.rejected.csv");

  g_assert_cmpstr (rejected, ==, expected);
}

static void
test_bad_values (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report =
      skip_one (check, "naam,Code,kleur\nVenlo,0983,rood\n\"Horst; a/d \"\"Maas\"\"\",1507x,\"bl\nauw\"\n"
                       "=1+1,983,-90\nGennep,0907,\n");
  const PsImportFile *file = g_ptr_array_index (report->files, 0);

  g_assert_cmpuint (file->rows, ==, 4);
  g_assert_cmpuint (file->added, ==, 2);
  g_assert_cmpuint (file->refused, ==, 2);
  g_assert_cmpuint (report->n_problems, ==, 2);
  g_assert_true (g_str_has_suffix (file->rejects_path, "f.csv.rejected.csv"));
  check_rejected (check, MARK "naam;Code;kleur;reden\r\n"
                              "\"Horst; a/d \"\"Maas\"\"\";1507x;\"bl\nauw\";code: must be exactly 4 digits\r\n"
                              "'=1+1;983;-90;code: must have 4 digits: leading zeros were lost\r\n");
  g_assert_cmpuint (check_n_files (check), ==, 2);
}

/* Mended and imported again: the column of reasons does not matter, nor the apostrophe; and neither is doubled. */
static void
test_mended (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report =
      skip_one (check, MARK "naam;code;reden\r\n'=1+1;0983;code: must have 4 digits\r\n'@x;984;old\r\n");

  g_assert_cmpint (check_count (check, "SELECT count (*) FROM municipality WHERE name = '=1+1'"), ==, 1);
  check_rejected (check, MARK "naam;code;reden\r\n'@x;984;code: must have 4 digits: leading zeros were lost\r\n");
}

static void
test_faulty_rows (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report = skip_one (check, "code;naam\n0983;Ven\"lo\n0893;a;b\n0907;Gennep\n");

  g_assert_cmpuint (report->n_problems, ==, 2);
  check_rejected (check, MARK
                  "code;naam;reden\r\n"
                  "\"0983;Ven\"\"lo\";;a quotation mark stands in the wrong place: a field with quotation marks in it is quoted, "
                  "and they are doubled\r\n"
                  "\"0893;a;b\";;the row has more fields than there are columns\r\n");
}

static void
test_several_reasons (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report = skip_one (check, "code;naam\n983;\n");

  g_assert_cmpuint (report->n_problems, ==, 2);
  check_rejected (check, MARK "code;naam;reden\r\n"
                              "983;;\"code: must have 4 digits: leading zeros were lost; naam: must not be empty\"\r\n");
}

static void
test_unknown_references (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report = NULL;

  check_fixture (check, "minimal");
  report = skip_one (check, LINES
                     "S1;0983;1;45A04;01-01-2024;31-01-2024;1;90;90\nS2;0983;99;45A04;01-01-2024;31-01-2024;-1;90,00;-90,00\n");
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (report->files, 0))->added, ==, 1);
  check_rejected (check,
                  MARK "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag;reden\r\n"
                       "S2;0983;99;45A04;01-01-2024;31-01-2024;-1;90,00;-90,00;toewijzingnummer: this municipality has no such "
                       "assignment\r\n");
}

/* Rows that are seen to be wrong only when the whole file is known: it is read again without them. */
static void
test_late_refusals (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report = NULL;
  const PsImportFile *file;
  g_autofree char *rejected = NULL;
  g_auto (GStrv) rows = NULL;

  check_fixture (check, "minimal");
  report = skip_one (check, "product;geldig_van;geldig_tot;tarief\n46C01;01-01-2021;31-12-2021;7\n45A04;01-06-2023;30-06-2023;1\n"
                            "46C01;01-01-2022;31-12-2022;8\n46C01;x;;9\n45V01;01-01-2024;;10\n");
  file = g_ptr_array_index (report->files, 0);
  g_assert_cmpuint (file->rows, ==, 5);
  g_assert_cmpuint (file->added, ==, 2);
  g_assert_cmpuint (file->refused, ==, 3);
  g_assert_cmpuint (report->n_problems, ==, 3);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM tariff"), ==, 8);
  rejected = check_read (check, "f.csv.rejected.csv");
  rows = g_strsplit (rejected, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 5);
  g_assert_true (g_str_has_prefix (rows[1], "45A04;01-06-2023;30-06-2023;1;"));
  g_assert_true (g_str_has_prefix (rows[2], "46C01;x;;9;geldig_van: "));
  g_assert_true (g_str_has_prefix (rows[3], "45V01;01-01-2024;;10;"));
}

/* Rows that refer to a row that was skipped are skipped as well. */
static void
test_consequences (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv",
                                    "code;naam;segment;productgroep;bekostiging;eenheid\n45A04;Hulp;4;AMB1;pxq;\n"
                                    "45A05;Hulp;4;AMB1;pxq;uur\n",
                                    -1);
  g_autofree char *b = check_write (check, "b.csv", "product;geldig_van;tarief\n45A04;01-01-2024;1\n45A05;01-01-2024;1\n", -1);
  g_autoptr (PsImportReport) report = check_import (check, TRUE, "b.csv", "a.csv", NULL);
  g_autofree char *problems = check_problems (report);

  g_assert_true (report->stored);
  g_assert_cmpstr (problems, ==,
                   "b.csv, line 2, column product, “45A04”: this product is not in the region\n"
                   "a.csv, line 2, column eenheid: a product paid by P×Q needs a unit\n");
  g_assert_cmpuint (check_n_files (check), ==, 4);
}

static void
test_nothing_rejected (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsImportReport) report = skip_one (check, "code;naam\n0983;Venlo\n");

  g_assert_null (((PsImportFile *) g_ptr_array_index (report->files, 0))->rejects_path);
  g_assert_cmpuint (check_n_files (check), ==, 1);
}

/* A file that is refused as a whole refuses the import in this mode too, and leaves no file behind. */
static void
test_whole_file_refused (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv", "code;naam\n983;x\n0983;Venlo\n", -1);
  g_autofree char *b = check_write (check, "b.csv", "agb;plaats\n41410001;Venlo\n", -1);
  g_autoptr (PsImportReport) report = check_import (check, TRUE, "a.csv", "b.csv", NULL);
  g_autofree char *problems = check_problems (report);

  g_assert_false (report->stored);
  g_assert_cmpstr (problems, ==, "b.csv, column naam: this column is missing in a file of providers\n");
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM municipality"), ==, 0);
  g_assert_cmpuint (check_n_files (check), ==, 2);
}

/* The rejects file cannot be made: nothing is imported. (The name with its ending is too long.) */
static void
test_no_place_for_rejects (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *name = g_strnfill (245, 'f');
  g_autofree char *path = check_write (check, name, "code;naam\n983;x\n0983;Venlo\n", -1);
  const char *paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .skip = TRUE, .actor = "tester" };
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_import (check->store, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_OUTPUT);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM municipality"), ==, 0);
  g_assert_cmpuint (check_n_files (check), ==, 1);
}

/* A folder stands in its place: the rejected rows would be lost, so nothing is imported. */
static void
test_place_taken (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *taken = g_build_filename (check->folder, "f.csv.rejected.csv", NULL);
  g_autofree char *path = check_write (check, "f.csv", "code;naam\n983;x\n0983;Venlo\n", -1);
  const char *const paths[] = { path, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .skip = TRUE, .actor = "test" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_null (ps_import (check->store, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_OUTPUT);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM municipality"), ==, 0);
  g_assert_cmpuint (check_n_files (check), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-skip/bad-values", test_bad_values);
  g_test_add_func ("/import-skip/mended", test_mended);
  g_test_add_func ("/import-skip/faulty-rows", test_faulty_rows);
  g_test_add_func ("/import-skip/several-reasons", test_several_reasons);
  g_test_add_func ("/import-skip/unknown-references", test_unknown_references);
  g_test_add_func ("/import-skip/late-refusals", test_late_refusals);
  g_test_add_func ("/import-skip/consequences", test_consequences);
  g_test_add_func ("/import-skip/nothing-rejected", test_nothing_rejected);
  g_test_add_func ("/import-skip/whole-file-refused", test_whole_file_refused);
  g_test_add_func ("/import-skip/no-place-for-rejects", test_no_place_for_rejects);
  g_test_add_func ("/import-skip/place-taken", test_place_taken);
  return g_test_run ();
}
