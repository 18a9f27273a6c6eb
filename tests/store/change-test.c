/* change-test.c: changes of rows in a line each, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"

#include "store/ps-undo.h"

#include "store/ps-fields.h"

static void
set_value (PsRecord *record, const char *column, const char *value)
{
  const PsFieldInfo *field = ps_fields_find (ps_fields_of (ps_record_get_table (record)), column);
  PsDate date;

  g_assert_nonnull (field);
  if (field->is == PS_FIELD_IS_TEXT)
    ps_record_set_text (record, column, g_str_equal (value, "-") ? NULL : value);
  else if (g_str_equal (value, "-"))
    ps_record_set_number (record, column, PS_NO_NUMBER);
  else if (ps_date_parse (value, &date))
    ps_record_set_date (record, column, date);
  else
    ps_record_set_number (record, column, g_ascii_strtoll (value, NULL, 10));
}

PsRecord *
change_test_with (const PsRecord *record, const char *values)
{
  PsRecord *with = ps_record_copy (record);
  g_auto (GStrv) parts = g_strsplit (values, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_strdelimit (pair[1], "_", ' ');
      set_value (with, pair[0], pair[1]);
    }
  return with;
}

PsRecord *
change_test_read (StoreTest *test, const char *table, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s ORDER BY id", table, where);
  g_autoptr (GError) error = NULL;
  PsRecord *record = ps_store_load_record (test->store, table, store_test_int (test, sql), &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static char *
thing_of (const char *table)
{
  return g_strdup_printf ("%s:test", table);
}

static gint64
apply (StoreTest *test, PsChange *change, GError **error)
{
  gint64 record = 0;
  gboolean ok = ps_change_apply (test->store, change, test->actor != NULL ? test->actor : "tester", &record, error);

  ps_change_free (change);
  return ok ? record : 0;
}

gint64
change_test_insert (StoreTest *test, const char *table, const char *values, GError **error)
{
  g_autoptr (PsRecord) empty = ps_record_new (table);
  g_autoptr (PsRecord) record = change_test_with (empty, values);
  g_autofree char *thing = thing_of (table);
  PsChange *change = ps_change_new ("create", thing);

  ps_change_insert (change, record);
  return apply (test, change, error);
}

gint64
change_test_update (StoreTest *test, const char *table, const char *where, const char *values, GError **error)
{
  g_autoptr (PsRecord) before = change_test_read (test, table, where);
  g_autoptr (PsRecord) after = change_test_with (before, values);
  g_autofree char *thing = thing_of (table);
  PsChange *change = ps_change_new ("edit", thing);

  ps_change_update (change, before, after);
  return apply (test, change, error);
}

/* What goes with a row, as a page that shows it whole would name it. */
static void
delete_parts (StoreTest *test, PsChange *change, const PsRecord *whole)
{
  static const struct
  {
    const char *table, *part, *column;
  } parts[] = {
    { "contract", "contract_option", "contract_id" },     { "contract", "contract_product", "contract_id" },
    { "contract", "contract_document", "contract_id" },   { "scheme", "scheme_step", "scheme_id" },
    { "agreement", "agreement_version", "agreement_id" }, { "agreement_version", "agreement_line", "version_id" },
    { "provider", "provider_agb", "provider_id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (!g_str_equal (parts[i].table, ps_record_get_table (whole)))
        continue;
      found = ps_store_load_records (test->store, parts[i].part, parts[i].column, ps_record_get_id (whole), NULL);
      for (guint j = 0; j < found->len; j++)
        {
          delete_parts (test, change, found->pdata[j]);
          ps_change_delete (change, found->pdata[j]);
        }
    }
}

gint64
change_test_delete (StoreTest *test, const char *table, const char *where, GError **error)
{
  g_autoptr (PsRecord) before = change_test_read (test, table, where);
  g_autofree char *thing = thing_of (table);
  PsChange *change = ps_change_new ("delete", thing);

  delete_parts (test, change, before);
  ps_change_delete (change, before);
  return apply (test, change, error);
}

const char *
change_test_content (StoreTest *test)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  const PsTableInfo *info;

  for (guint i = 0; (info = ps_fields_table (i)) != NULL; i++)
    {
      g_string_printf (sql, "SELECT * FROM %s ORDER BY id", info->table);
      g_string_append_printf (content, "%s\n%s\n", info->table, store_test_text (test, sql->str));
    }
  g_string_append (content, store_test_text (test, "SELECT provider_id, n_assignments, hex (data) FROM care_block ORDER BY 1"));
  g_string_append (content, store_test_text (test, "SELECT provider_id, year, instalment, sum (n_lines), max (last_day)"
                                                   " FROM line_block GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"));
  g_string_append (content, store_test_text (test, "SELECT name, sql FROM sqlite_schema ORDER BY name"));
  g_ptr_array_add (test->texts, g_strdup (content->str));
  return g_ptr_array_index (test->texts, test->texts->len - 1);
}

StoreTest *
change_test_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

PsRegion *
change_test_load_region (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  PsRegion *region = ps_store_load_region (test->store, &error);

  g_assert_no_error (error);
  return region;
}

void
change_test_assert_refused (GError **error, PsStoreError code, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  g_assert_error (*error, PS_STORE_ERROR, (gint) code);
  g_test_message ("%s", (*error)->message);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr ((*error)->message, parts[i]) == NULL)
      g_error ("“%s” is not in: %s", parts[i], (*error)->message);
  g_clear_error (error);
}

/* Taken back, the region is what it was; put back again, what it became. */
void
change_test_assert_undoes (StoreTest *test, gint64 record, const char *before)
{
  const char *after = change_test_content (test);
  g_autoptr (GError) error = NULL;
  gint64 undone = 0;

  store_test_assert_sound (test);
  ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (change_test_content (test), ==, before);
  store_test_assert_sound (test);
  ps_undo_apply (test->store, undone, "tester", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (change_test_content (test), ==, after);
  store_test_assert_sound (test);
}

PsDate
change_test_day (const char *text)
{
  PsDate date = PS_DATE_OPEN;

  g_assert_true (ps_date_parse (text, &date));
  return date;
}

const char change_test_messages[] = "agreement 41410001 2024 AMB1 0983 500000 productgroep donut\n"
                                    "agreement 41410001 2025 AMB1 0983 600000 productgroep donut\n---\n"
                                    "tariff 45A04 41410001 01-01-2024 - 950000\n---\n"
                                    "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n"
                                    "assignment 0983/2 C2 41410001 45L11 01-08-2024 -\n---\n"
                                    "care 0983/1 01-01-2024 - -\ncare 0983/2 01-08-2024 - -\n---\n"
                                    "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
                                    "line D2 0983/2 45L11 01-08-2024 31-08-2024 1 - 9000\n---\n"
                                    "advance 41410001 45A04 0983 06-2024 10000\nadvance 41410001 45A04 0983 07-2024 20000\n---\n"
                                    "peildatum 19-05-2024\npeildatum 19-07-2024\n---\n"
                                    "measurement 19-05-2024 41410001 45V01 0983 4 3500\n"
                                    "measurement 19-07-2024 41410001 45V01 0983 5 4500";
