/* test-fields.c: what is known of tables and columns is what the schema says
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"
#include "store/ps-fields.h"

/* Column, type, NOT NULL, has a default, in the order of the table. */
static void
assert_field (const PsFieldInfo *field, PsStatement *row)
{
  const char *type = (const char *) sqlite3_column_text (row, 2);
  gboolean not_null = sqlite3_column_int (row, 3) != 0;
  gboolean has_default = sqlite3_column_type (row, 4) != SQLITE_NULL;
  PsFieldNeed need = !not_null ? PS_FIELD_MAY_BE_EMPTY : has_default ? PS_FIELD_HAS_DEFAULT : PS_FIELD_REQUIRED;

  g_assert_cmpstr (field->column, ==, (const char *) sqlite3_column_text (row, 1));
  g_assert_cmpint (field->is == PS_FIELD_IS_TEXT, ==, g_str_equal (type, "TEXT"));
  g_assert_cmpint (field->need, ==, need);
  g_assert_cmpuint (strlen (field->label), >, 0);
}

static void
test_columns (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  const PsTableInfo *info;

  for (guint i = 0; (info = ps_fields_table (i)) != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM pragma_table_info ('%s') WHERE name <> 'id'", info->table);
      g_autoptr (PsStatement) select = ps_sql_prepare (test->store, sql, NULL);
      guint n = 0;
      gboolean row;

      g_assert_true (ps_fields_of (info->table) == info);
      while (ps_sql_step_row (test->store, select, &row, NULL) && row)
        {
          g_assert_cmpuint (n, <, info->n_fields);
          assert_field (&info->fields[n++], select);
        }
      g_assert_cmpuint (n, ==, info->n_fields);
    }
}

/* Columns that refer to a table do so in the schema, and the other way round. */
static void
test_references (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  const PsTableInfo *info;

  for (guint i = 0; (info = ps_fields_table (i)) != NULL; i++)
    for (guint j = 0; j < info->n_fields; j++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'",
                                                info->table, info->fields[j].column);
        const char *parent = store_test_text (test, sql);

        g_assert_cmpstr (*parent != '\0' ? parent : NULL, ==, info->fields[j].refers_to);
        g_assert_cmpint (info->fields[j].is == PS_FIELD_IS_REFERENCE, ==, info->fields[j].refers_to != NULL);
      }
}

/* Every table that an import writes is here, so that its trail can be read and undone. */
static void
test_imports (void)
{
  static const char *const tables[] = { "municipality",   "segment",    "product_group", "provider",         "product",
                                        "tariff",         "scheme",     "scheme_step",   "agreement",        "agreement_version",
                                        "agreement_line", "assignment", "care_period",   "declaration_line", "advance",
                                        "peildatum",      "measurement" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_nonnull (ps_fields_of (tables[i]));
  g_assert_null (ps_fields_of ("audit_record"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/fields/columns", test_columns);
  g_test_add_func ("/store/fields/references", test_references);
  g_test_add_func ("/store/fields/imports", test_imports);
  return g_test_run ();
}
