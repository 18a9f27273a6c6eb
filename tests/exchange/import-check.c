/* import-check.c: a region file in a temporary folder, and files imported into it, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"

#include "json-compare.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>

#define REGION "region.peilstok"

Check *
check_new (void)
{
  Check *check = g_new0 (Check, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  check->folder = g_dir_make_tmp ("peilstok-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (check->folder, REGION, NULL);
  check->store = ps_store_create (path, "Test", &error);
  g_assert_no_error (error);
  return check;
}

void
check_free (Check *check)
{
  g_autoptr (GDir) dir = g_dir_open (check->folder, 0, NULL);
  const char *name;

  ps_store_close (check->store);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (check->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (check->folder);
  g_free (check->folder);
  g_free (check);
}

char *
check_write (Check *check, const char *name, const char *bytes, gssize length)
{
  char *path = g_build_filename (check->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

char *
check_read (Check *check, const char *name)
{
  g_autofree char *path = g_build_filename (check->folder, name, NULL);
  char *bytes = NULL;

  return g_file_get_contents (path, &bytes, NULL, NULL) ? bytes : NULL;
}

guint
check_n_files (Check *check)
{
  g_autoptr (GDir) dir = g_dir_open (check->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_prefix (name, REGION);
  return n;
}

static PsImportReport *
import_paths (Check *check, GPtrArray *paths, gboolean skip)
{
  PsImportOptions options = {
    .paths = (const char *const *) paths->pdata, .kind = -1, .decimal = PS_DECIMAL_COMMA, .skip = skip, .actor = "tester"
  };
  g_autoptr (GError) error = NULL;
  PsImportReport *report = ps_import (check->store, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

PsImportReport *
check_import (Check *check, gboolean skip, ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  va_list names;

  va_start (names, skip);
  while ((name = va_arg (names, const char *)) != NULL)
    g_ptr_array_add (paths, g_build_filename (check->folder, name, NULL));
  va_end (names);
  g_ptr_array_add (paths, NULL);
  return import_paths (check, paths, skip);
}

char *
check_problems (const PsImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->problems->len; i++)
    {
      g_autofree char *problem = ps_import_problem_text (report, g_ptr_array_index (report->problems, i));

      g_string_append_printf (text, "%s\n", problem);
    }
  return g_string_free (text, FALSE);
}

void
check_one (Check *check, const char *bytes, const char *expected)
{
  g_autofree char *path = check_write (check, "f.csv", bytes, -1);
  g_autofree char *before = check_fingerprint (check);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "f.csv", NULL);
  g_autofree char *problems = check_problems (report);
  g_autofree char *after = check_fingerprint (check);

  g_assert_cmpstr (problems, ==, expected);
  g_assert_false (report->stored);
  g_assert_cmpuint (report->n_problems, >, 0);
  g_assert_cmpstr (before, ==, after);
}

void
check_stored (Check *check, const char *bytes, guint64 added, guint64 updated, guint64 unchanged)
{
  g_autofree char *path = check_write (check, "f.csv", bytes, -1);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "f.csv", NULL);
  g_autofree char *problems = check_problems (report);
  const PsImportFile *file = g_ptr_array_index (report->files, 0);

  g_assert_cmpstr (problems, ==, "");
  g_assert_true (report->stored);
  g_assert_cmpuint (file->added, ==, added);
  g_assert_cmpuint (file->updated, ==, updated);
  g_assert_cmpuint (file->unchanged, ==, unchanged);
  g_assert_cmpuint (file->refused, ==, 0);
  g_assert_cmpuint (file->rows, ==, added + updated + unchanged);
}

char *
check_fixture_path (const char *name, const char *file)
{
  const char *fixtures = g_getenv ("PEILSTOK_FIXTURES");

  g_assert_nonnull (fixtures);
  return g_build_filename (fixtures, name, file, NULL);
}

void
check_fixture (Check *check, const char *name)
{
  g_autofree char *folder = check_fixture_path (name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PsImportReport) report = NULL;
  g_autofree char *problems = NULL;
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".csv"))
      g_ptr_array_add (paths, g_build_filename (folder, file, NULL));
  g_ptr_array_add (paths, NULL);
  report = import_paths (check, paths, FALSE);
  problems = check_problems (report);
  g_assert_cmpstr (problems, ==, "");
  g_assert_true (report->stored);
}

static JsonNode *
settle (Check *check, int year, PsDate through)
{
  PsSettleYearOptions options = { .year = year, .through = through };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = ps_settle_year (check->store, &options, NULL, NULL, NULL, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_no_error (error);
  ps_settled_year_write_json (settled, stream, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_memory_output_stream_get_data (memory),
                              (gssize) g_memory_output_stream_get_data_size (memory), &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

void
check_settled (Check *check, const char *name, const char *file, int year, PsDate through)
{
  g_autofree char *path = check_fixture_path (name, file);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) found = settle (check, year, through);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_compare (found, json_parser_get_root (parser), file);
}

static sqlite3 *
open_database (Check *check)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (ps_store_get_path (check->store), &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

gint64
check_count (Check *check, const char *sql)
{
  sqlite3 *db = open_database (check);
  sqlite3_stmt *statement;
  gint64 count;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return count;
}

static int
append_row_cb (void *data, int n, char **values, char **names)
{
  GChecksum *digest = data;

  for (int i = 0; i < n; i++)
    g_checksum_update (digest, (const guchar *) (values[i] != NULL ? values[i] : "∅"), -1);
  return 0;
}

char *
check_fingerprint (Check *check)
{
  static const char *const tables[] = {
    "municipality", "segment",          "product_group", "product",           "provider",       "tariff",
    "scheme",       "scheme_step",      "agreement",     "agreement_version", "agreement_line", "assignment",
    "care_period",  "declaration_line", "advance",       "line_block",        "care_block",     "peildatum",
    "measurement",  "audit_record",     "audit_change",  "import_run",        "import_range",
  };
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db = open_database (check);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[i]);

      g_assert_cmpint (sqlite3_exec (db, sql, append_row_cb, digest, NULL), ==, SQLITE_OK);
    }
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (digest));
}
