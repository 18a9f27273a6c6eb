/* store-test.c: a region file in a temporary folder, and rows for it in a few readable lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"

#include <glib/gstdio.h>

#include "store-rows.h"
#include "store/ps-verify.h"

const char store_test_basics[] = "municipality 0983 Venlo\n"
                                 "municipality 0893 Bergen\n"
                                 "---\n"
                                 "provider 41410001 Linde\n"
                                 "provider 41410002 Beuk\n"
                                 "provider 41410003 Eik\n"
                                 "---\n"
                                 "product 45A04 4/AMB1 pxq uur 6\n"
                                 "product 45L11 4/AMB1 traject traject 6\n"
                                 "product 45V01 4/AMBV plek plekjaar\n"
                                 "product 90T01 9/CON taakgericht stuk\n"
                                 "---\n"
                                 "tariff 45A04 - 01-01-2023 - 900000\n"
                                 "tariff 45L11 - 01-01-2023 - 20000000\n"
                                 "tariff 45V01 - 01-01-2023 - 75000000\n"
                                 "---\n"
                                 "scheme donut budget 0 10000\n"
                                 "scheme donut budget 10000 0\n";

StoreTest *
store_test_new (void)
{
  StoreTest *test = g_new0 (StoreTest, 1);
  g_autoptr (GError) error = NULL;

  test->folder = g_dir_make_tmp ("peilstok-store-XXXXXX", &error);
  g_assert_no_error (error);
  test->path = g_build_filename (test->folder, "region.peilstok", NULL);
  test->refusals = g_ptr_array_new_with_free_func (g_free);
  test->texts = g_ptr_array_new_with_free_func (g_free);
  test->store = ps_store_create (test->path, "Test", &error);
  g_assert_no_error (error);
  return test;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
store_test_free (StoreTest *test)
{
  if (test->writer != NULL)
    ps_writer_rollback (test->writer);
  ps_store_close (test->store);
  remove_folder (test->folder);
  g_ptr_array_unref (test->refusals);
  g_ptr_array_unref (test->texts);
  g_free (test->folder);
  g_free (test->path);
  g_free (test);
}

void
store_test_reopen (StoreTest *test, PsStoreMode mode)
{
  g_autoptr (GError) error = NULL;

  ps_store_close (test->store);
  test->store = ps_store_open (test->path, mode, &error);
  g_assert_no_error (error);
}

static const char *
keep (StoreTest *test, GString *text)
{
  char *kept = g_string_free (text, FALSE);

  g_ptr_array_add (test->texts, kept);
  return kept;
}

static void
on_refused_cb (PsOrigin origin, const char *column, const char *value, const char *reason, gpointer user_data)
{
  StoreTest *test = user_data;

  g_ptr_array_add (test->refusals,
                   g_strdup_printf ("%" G_GUINT64_FORMAT " %s %s: %s", origin.line, column, value != NULL ? value : "-", reason));
}

void
store_test_begin (StoreTest *test, guint64 declaration_bytes)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_set_size (test->refusals, 0);
  test->line = 0;
  test->file = 0;
  test->writer =
      ps_writer_begin (test->store, test->actor != NULL ? test->actor : "tester", "import", on_refused_cb, test, &error);
  g_assert_no_error (error);
  ps_writer_expect (test->writer, declaration_bytes);
  ps_writer_begin_file (test->writer, test->file, &error);
  g_assert_no_error (error);
}

static void
end_file (StoreTest *test, GString *outcome)
{
  PsWriterCounts later = { 0 };
  guint64 refused = 0;
  g_autoptr (GError) error = NULL;

  ps_writer_end_file (test->writer, &later, &refused, &error);
  g_assert_no_error (error);
  if (later.added + later.updated + later.unchanged + refused > 0)
    g_string_append_printf (outcome, "[%d,%d,%d,%d]", (int) later.added, (int) later.updated, (int) later.unchanged,
                            (int) refused);
}

/* Puts rows, and ends their files. */
const char *
store_test_put (StoreTest *test, const char *rows)
{
  static const char letters[] = { [PS_PUT_ADDED] = 'a', [PS_PUT_UPDATED] = 'u', [PS_PUT_UNCHANGED] = '=',
                                  [PS_PUT_LATER] = 'l', [PS_PUT_REFUSED] = 'R', [PS_PUT_FAILED] = 'F' };
  GString *outcome = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_equal (lines[i], "---"))
      {
        end_file (test, outcome);
        ps_writer_begin_file (test->writer, ++test->file, &error);
        g_assert_no_error (error);
      }
    else if (lines[i][0] != '\0')
      g_string_append_c (outcome, letters[store_rows_put (test->writer, (PsOrigin){ test->file, ++test->line }, lines[i], NULL)]);
  end_file (test, outcome);
  return keep (test, outcome);
}

void
store_test_end (StoreTest *test, gboolean commit)
{
  PsWriter *writer = g_steal_pointer (&test->writer);
  g_autoptr (GError) error = NULL;

  if (!commit)
    {
      ps_writer_rollback (writer);
      return;
    }
  ps_writer_commit (writer, "{}", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

const char *
store_test_run (StoreTest *test, const char *rows)
{
  const char *outcome;

  store_test_begin (test, 0);
  outcome = store_test_put (test, rows);
  store_test_end (test, test->refusals->len == 0);
  return outcome;
}

const char *
store_test_refusal (StoreTest *test, guint i)
{
  return i < test->refusals->len ? g_ptr_array_index (test->refusals, i) : NULL;
}

gint64
store_test_int (StoreTest *test, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  ps_sql_get_int (test->store, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

const char *
store_test_text (StoreTest *test, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStatement) select = ps_sql_prepare (test->store, sql, &error);
  GString *text = g_string_new (NULL);
  gboolean row;

  g_assert_no_error (error);
  while (ps_sql_step_row (test->store, select, &row, &error) && row)
    for (int i = 0; i < sqlite3_column_count (select); i++)
      {
        const char *value = (const char *) sqlite3_column_text (select, i);

        g_string_append_printf (text, "%s%s", i > 0 ? "|" : text->len > 0 ? "\n" : "", value != NULL ? value : "-");
      }
  g_assert_no_error (error);
  return keep (test, text);
}

const char *
store_test_dump (StoreTest *test)
{
  static const char *const selects[] = {
    "SELECT name, sql FROM sqlite_schema ORDER BY name",
    "SELECT * FROM municipality ORDER BY 1",
    "SELECT * FROM provider ORDER BY 1",
    "SELECT * FROM product ORDER BY 1",
    "SELECT * FROM tariff ORDER BY 1",
    "SELECT * FROM scheme_step ORDER BY 1",
    "SELECT * FROM agreement_version ORDER BY 1",
    "SELECT * FROM agreement_line ORDER BY 1",
    "SELECT * FROM assignment ORDER BY 1",
    "SELECT * FROM care_period ORDER BY 1",
    "SELECT agb, reference, municipality, assignment, product, period_from, period_to, volume, unit, tariff, amount, status,"
    " declaration_number FROM declaration_line_readable ORDER BY reference, agb",
    "SELECT * FROM advance ORDER BY 1",
    "SELECT * FROM peildatum ORDER BY 1",
    "SELECT * FROM measurement ORDER BY 1",
    "SELECT provider_id, n_assignments, hex (data) FROM care_block ORDER BY 1",
    "SELECT provider_id, year, instalment, sum (n_lines), max (last_day) FROM line_block GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
    "SELECT * FROM settlement ORDER BY 1",
    "SELECT * FROM settlement_line ORDER BY 1",
    "SELECT d.*, hex (b.data) FROM settlement_document d LEFT JOIN settlement_document_data b ON b.document_id = d.id ORDER BY 1",
    "SELECT * FROM letter ORDER BY 1",
    "SELECT * FROM letter_event ORDER BY 1",
    "SELECT letter_id, hex (pdf) FROM letter_pdf ORDER BY 1",
    "SELECT * FROM letter_template ORDER BY 1",
    "SELECT * FROM holiday ORDER BY 1",
    "SELECT table_name, row_id, before_state, after_state FROM audit_change ORDER BY 1",
    "SELECT table_name, first_row, last_row FROM import_range ORDER BY id",
  };
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      const char *text = store_test_text (test, selects[i]);

      g_string_append_printf (dump, "%s\n%s\n", selects[i], text);
    }
  return keep (test, dump);
}

/* Nothing to find: the copies are what the rows say, the trail holds, the schema's rules do. */
void
store_test_assert_sound (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_verify (test->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s: %s", finding->check, finding->where, finding->what);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

void
store_test_assert_kept (StoreTest *test, const char *format, ...)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (ps_sql_exec (test->store, sql, &error))
    g_error ("not refused: %s", sql);
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
}
