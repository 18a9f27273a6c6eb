/* test-export.c: what is exported and imported elsewhere is the same region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include <glib/gstdio.h>

#include "exchange/ps-export.h"
#include "exchange/ps-generate.h"
#include "import-check.h"
#include "odd-values.h"
#include "region-rows.h"
#include "store/ps-desk.h"
#include "store/ps-reader.h"

/* A folder for exported files in a region's own. */
static char *
export_all (Check *check)
{
  char *folder = g_dir_make_tmp ("peilstok-export-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_rows;

  ps_export_all (check->store, 0, folder, NULL, &n_rows, &error);
  g_assert_no_error (error);
  return folder;
}

static char *
file_of (const char *folder, PsCsvKind kind)
{
  g_autofree char *name = g_strconcat (ps_csv_kind_word (kind), ".csv", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
import_folder (Check *check, const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  PsImportOptions options = { .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = "tester" };
  g_autoptr (PsImportReport) report = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_add (paths, NULL);
  options.paths = (const char *const *) paths->pdata;
  report = ps_import (check->store, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  problems = check_problems (report);
  g_assert_cmpstr (problems, ==, "");
}

static char *
contents_of (const char *folder, PsCsvKind kind)
{
  g_autofree char *path = file_of (folder, kind);
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static char *
settle (Check *check, int year)
{
  PsSettleYearOptions options = { .year = year, .through = PS_DATE_OPEN };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = ps_settle_year (check->store, &options, NULL, NULL, NULL, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  ps_settled_year_write_json (settled, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_same_settlements (Check *a, Check *b)
{
  g_autoptr (GArray) years = ps_store_list_years (a->store, NULL);

  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *first = settle (a, g_array_index (years, int, i));
      g_autofree char *second = settle (b, g_array_index (years, int, i));

      g_assert_cmpstr (first, ==, second);
    }
}

static void
assert_same_files (const char *first, const char *second)
{
  for (int kind = 0; kind < PS_N_CSV_KINDS; kind++)
    {
      g_autofree char *a = contents_of (first, (PsCsvKind) kind);
      g_autofree char *b = contents_of (second, (PsCsvKind) kind);

      g_assert_cmpstr (a, ==, b);
    }
}

/* Out, in elsewhere, and out again: the same files and settlements. Returns elsewhere. */
static Check *
assert_same_elsewhere (Check *check)
{
  Check *other = check_new ();
  char *first = export_all (check);
  char *second;

  import_folder (other, first);
  second = export_all (other);
  assert_same_files (first, second);
  assert_same_settlements (check, other);
  remove_folder (first);
  remove_folder (second);
  return other;
}

/* The same rows too: all that a region of files has. */
static void
assert_round_trip (Check *check)
{
  g_autoptr (Check) other = assert_same_elsewhere (check);
  g_autofree char *rows = region_rows (ps_store_get_path (check->store));
  g_autofree char *other_rows = region_rows (ps_store_get_path (other->store));

  g_assert_cmpstr (rows, ==, other_rows);
}

static void
test_minimal (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  assert_round_trip (check);
}

static void
test_varied (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "varied");
  assert_round_trip (check);
}

static void
test_demo (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GError) error = NULL;

  ps_generate_demo_into (check->store, "tester", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_round_trip (check);
}

static void
test_generated (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (Check) check = check_new ();
      char *folder = g_dir_make_tmp ("peilstok-export-XXXXXX", NULL);
      g_autoptr (GError) error = NULL;

      ps_generate_region (folder, 3000, 0, seed, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      import_folder (check, folder);
      remove_folder (folder);
      assert_round_trip (check);
    }
}

/* Every kind with its odd values, written without a file. */
static void
test_odd_values (void)
{
  g_autoptr (Check) check = check_new ();

  write_odd_values (check->store);
  assert_round_trip (check);
}

/* One provider goes on in another one, halfway the demo region: any two of which nothing collides. */
static void
merge_any (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (check->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < region->providers->len; i++)
    for (guint j = 0; j < region->providers->len; j++)
      {
        g_autoptr (GError) refusal = NULL;
        gint64 record;

        if (i != j
            && ps_desk_merge_providers (check->store, "tester", ps_region_provider (region, i)->id,
                                        ps_region_provider (region, j)->id, ps_date_from_ymd (2024, 7, 1), "overname", &record,
                                        &refusal))
          return;
      }
  g_assert_not_reached ();
}

/* After a takeover too; and where the files came from they change nothing. */
static void
test_merged (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  char *folder;

  ps_generate_demo_into (check->store, "tester", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  merge_any (check);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM provider_agb"), >, 0);
  folder = export_all (check);
  before = check_fingerprint (check);
  import_folder (check, folder);
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
  remove_folder (folder);
  check_free (assert_same_elsewhere (check));
}

static char *
export_text (Check *check, PsCsvKind kind, int year)
{
  PsExportOptions options = { kind, year };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ps_export (check->store, &options, stream, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* To the byte, as other programs get it. */
static void
test_notation (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *schemes = NULL;
  g_autofree char *advances = NULL;
  g_autofree char *care = NULL;
  g_autofree char *tariffs = NULL;

  write_odd_values (check->store);
  schemes = export_text (check, PS_CSV_SCHEMES, 0);
  g_assert_cmpstr (schemes, ==,
                   "\xEF\xBB\xBFregeling;soort;vanaf;betaald_pct\r\n"
                   "\"'=Donut; \"\"hol\"\"\";budget;0;100\r\n"
                   "\"'=Donut; \"\"hol\"\"\";budget;100;0\r\n"
                   "\"'=Donut; \"\"hol\"\"\";budget;100,25;50,5\r\n"
                   "\"'=Donut; \"\"hol\"\"\";budget;110,5;0,01\r\n"
                   "\"'=Donut; \"\"hol\"\"\";normduur;0;100\r\n"
                   "\"'=Donut; \"\"hol\"\"\";normduur;13;75,5\r\n");
  advances = export_text (check, PS_CSV_ADVANCES, 0);
  g_assert_cmpstr (advances, ==,
                   "\xEF\xBB\xBF"
                   "agb;product;gemeente;maand;bedrag\r\n"
                   "00000003;-5;0001;11-2024;0,00\r\n"
                   "00000003;'=A1;0001;10-2024;-0,01\r\n"
                   "00000003;'@b;0001;12-2024;0,01\r\n");
  care = export_text (check, PS_CSV_CARE, 0);
  g_assert_nonnull (strstr (care, "\r\n0001;-5;01-01-2024;01-01-2024;02;01-01-2024;\r\n"));
  tariffs = export_text (check, PS_CSV_TARIFFS, 0);
  g_assert_nonnull (strstr (tariffs, "\r\n\"\"\"q\"\"\";;01-01-1900;;1,5905\r\n"));
  g_assert_nonnull (strstr (tariffs, "\r\n'=A1;;01-01-1900;31-12-2199;0,00\r\n"));
  g_assert_nonnull (strstr (tariffs, "\r\n'+;;01-01-1900;31-12-2199;100000000,00\r\n"));
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n - 1;
}

/* What belongs to a year, of every kind. */
static void
test_year (void)
{
  static const struct
  {
    PsCsvKind kind;
    guint n_2024, n_2023;
  } expected[] = {
    { PS_CSV_MUNICIPALITIES, 1, 1 }, { PS_CSV_SCHEMES, 6, 6 },      { PS_CSV_AGREEMENTS, 4, 0 },    { PS_CSV_TARIFFS, 7, 4 },
    { PS_CSV_ASSIGNMENTS, 11, 0 },   { PS_CSV_CARE, 5, 0 },         { PS_CSV_DECLARATIONS, 11, 0 }, { PS_CSV_ADVANCES, 3, 0 },
    { PS_CSV_PEILDATA, 3, 0 },       { PS_CSV_MEASUREMENTS, 3, 0 },
  };
  g_autoptr (Check) check = check_new ();
  g_autofree char *later = NULL;

  write_odd_values (check->store);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *this_year = export_text (check, expected[i].kind, 2024);
      g_autofree char *year_before = export_text (check, expected[i].kind, 2023);

      g_assert_cmpuint (count_lines (this_year), ==, expected[i].n_2024);
      g_assert_cmpuint (count_lines (year_before), ==, expected[i].n_2023);
    }
  /* Open ones go on. */
  later = export_text (check, PS_CSV_ASSIGNMENTS, 2025);
  g_assert_cmpuint (count_lines (later), ==, 4);
}

static gboolean
on_counted_cb (gconstpointer row, gpointer n)
{
  ++*(guint *) n;
  return TRUE;
}

/* What is imported after the reader began is not read: all kinds are of one moment. */
static void
test_moment (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsStore) other = NULL;
  g_autoptr (PsReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  other = ps_store_open (ps_store_get_path (check->store), PS_STORE_READ, &error);
  g_assert_no_error (error);
  reader = ps_reader_new (other, 0, &error);
  g_assert_no_error (error);
  write_odd_values (check->store);
  g_assert_true (ps_reader_providers (reader, on_counted_cb, &n, &error));
  g_assert_true (ps_reader_lines (reader, on_counted_cb, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_clear_pointer (&reader, ps_reader_free);
  reader = ps_reader_new (other, 0, &error);
  g_assert_true (ps_reader_lines (reader, on_counted_cb, &n, &error));
  g_assert_cmpuint (n, ==, 11);
}

/* A file that cannot be written stays as it was, and so do the others of its folder. */
static void
test_unwritable (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *folder = g_build_filename (check->folder, "measurements.csv", NULL);
  g_autofree char *file = check_write (check, "tariffs.csv", "oud", -1);
  g_autofree char *missing = g_build_filename (check->folder, "nergens", "x.csv", NULL);
  PsExportOptions options = { PS_CSV_TARIFFS, 0 };
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (ps_export_all (check->store, 0, check->folder, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  content = check_read (check, "tariffs.csv");
  g_assert_cmpstr (content, ==, "oud");
  g_assert_cmpuint (check_n_files (check), ==, 2);
  g_clear_error (&error);
  g_assert_false (ps_export_file (check->store, &options, missing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A device that is full says so; a run that is cancelled leaves nothing. */
static void
test_stopped (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (check->folder, "x.csv", NULL);
  PsExportOptions options = { PS_CSV_PROVIDERS, 0 };
  g_autoptr (GError) error = NULL;

  write_odd_values (check->store);
  g_assert_false (ps_export_file (check->store, &options, "/dev/full", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ps_export_file (check->store, &options, path, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (check_n_files (check), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/minimal", test_minimal);
  g_test_add_func ("/export/varied", test_varied);
  g_test_add_func ("/export/demo", test_demo);
  g_test_add_func ("/export/generated", test_generated);
  g_test_add_func ("/export/odd-values", test_odd_values);
  g_test_add_func ("/export/merged", test_merged);
  g_test_add_func ("/export/notation", test_notation);
  g_test_add_func ("/export/year", test_year);
  g_test_add_func ("/export/moment", test_moment);
  g_test_add_func ("/export/unwritable", test_unwritable);
  g_test_add_func ("/export/stopped", test_stopped);
  return g_test_run ();
}
