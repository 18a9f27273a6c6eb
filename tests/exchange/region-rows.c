/* region-rows.c: all that a region says, as text that does not depend on where its rows stand
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "region-rows.h"

#include <sqlite3.h>

#define NAMES_OF_AGREEMENT "(SELECT p.agb || '/' || a.year FROM agreement a JOIN provider p ON p.id = a.provider_id WHERE a.id = "

static const char *const tables[] = {
  "municipality", "segment",          "product_group", "product",           "provider",       "tariff",
  "scheme",       "scheme_step",      "agreement",     "agreement_version", "agreement_line", "assignment",
  "care_period",  "declaration_line", "advance",       "peildatum",         "measurement",
};

/* A reference as the code of what it refers to: before and after the column's own name. */
static const struct
{
  const char *column, *before, *after;
} references[] = {
  { "municipality_id", "(SELECT code FROM municipality WHERE id = ", ")" },
  { "segment_id", "(SELECT code FROM segment WHERE id = ", ")" },
  { "group_id", "(SELECT code FROM product_group WHERE id = ", ")" },
  { "product_id", "(SELECT code FROM product WHERE id = ", ")" },
  { "provider_id", "(SELECT agb FROM provider WHERE id = ", ")" },
  { "scheme_id", "(SELECT name FROM scheme WHERE id = ", ")" },
  { "peildatum_id", "(SELECT day FROM peildatum WHERE id = ", ")" },
  { "agreement_id", NAMES_OF_AGREEMENT, ")" },
  { "version_id", NAMES_OF_AGREEMENT "(SELECT agreement_id FROM agreement_version WHERE id = ", "))" },
  { "assignment_id",
    "(SELECT m.code || '/' || s.number FROM assignment s JOIN municipality m ON m.id = s.municipality_id WHERE s.id = ", ")" },
};

static void
append_column (GString *sql, const char *table, const char *column)
{
  const char *before = "", *after = "";

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (references[i].column, column))
      {
        before = references[i].before;
        after = references[i].after;
      }
  g_string_append_printf (sql, "%s'%s=' || quote (%s%s.%s%s)", sql->len > 0 ? " || ' ' || " : "", column, before, table, column,
                          after);
}

/* No file has a column for these. */
static gboolean
is_in_no_file (const char *table, const char *column)
{
  return (g_str_equal (table, "segment") || g_str_equal (table, "product_group")) && g_str_equal (column, "name");
}

static int
append_column_cb (void *data, int n, char **values, char **names)
{
  if (!is_in_no_file (values[0], values[1]))
    append_column (data, values[0], values[1]);
  return 0;
}

static int
append_row_cb (void *data, int n, char **values, char **names)
{
  g_string_append_printf (data, "%s: %s\n", values[0], values[1]);
  return 0;
}

static void
append_table (sqlite3 *db, const char *table, GString *text)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autofree char *list = g_strdup_printf ("SELECT '%s', name FROM pragma_table_info ('%s') WHERE name <> 'id'", table, table);
  g_autofree char *sql = NULL;

  g_assert_cmpint (sqlite3_exec (db, list, append_column_cb, columns, NULL), ==, SQLITE_OK);
  sql = g_strdup_printf ("SELECT '%s', %s FROM %s ORDER BY 2", table, columns->str, table);
  g_assert_cmpint (sqlite3_exec (db, sql, append_row_cb, text, NULL), ==, SQLITE_OK);
}

char *
region_rows (const char *path)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    append_table (db, tables[i], text);
  g_assert_cmpuint (text->len, >, 0);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}
