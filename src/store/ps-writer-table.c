/* ps-writer-table.c: a table that a writer puts rows into
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-writer-table.h"

#include "ps-trail.h"

/* The columns beside the id, in the order in which they are bound. One with a `?` keeps what is there when it is not given: a file
 * of 307s does not wipe when the 305s were sent, nor a short list of providers their addresses. */
static const struct
{
  const char *name;
  const char *columns;
} tables[PS_N_TABLES] = {
  [PS_TABLE_MUNICIPALITY] = { "municipality", "code name" },
  [PS_TABLE_SEGMENT] = { "segment", "code" },
  [PS_TABLE_GROUP] = { "product_group", "code segment_id" },
  [PS_TABLE_PROVIDER] = { "provider", "agb name kvk? email? place? kind contracted" },
  [PS_TABLE_PRODUCT] = { "product", "code name group_id funding unit norm_months norm_hours_milli exempt" },
  [PS_TABLE_TARIFF] = { "tariff", "product_id provider_id valid_from valid_to tariff_e4" },
  [PS_TABLE_SCHEME] = { "scheme", "name" },
  [PS_TABLE_STEP] = { "scheme_step", "scheme_id kind from_value paid_bp" },
  [PS_TABLE_AGREEMENT] = { "agreement", "provider_id year" },
  [PS_TABLE_VERSION] = { "agreement_version",
                         "agreement_id number state is_current exchange division_key measuring under_bp over_bp" },
  [PS_TABLE_AGREEMENT_LINE] = { "agreement_line",
                                "version_id group_id municipality_id lump_sum ceiling_cents places_milli scheme_id" },
  [PS_TABLE_ASSIGNMENT] = { "assignment", "municipality_id number client provider_id product_id group_id starts_on ends_on"
                                          " volume_milli unit frequency budget_cents referrer" },
  [PS_TABLE_CARE] = { "care_period", "assignment_id starts_on stops_on reason sent_305_on? sent_307_on?" },
  [PS_TABLE_LINE] = { "declaration_line", "provider_id reference assignment_id product_id period_from period_to volume_milli unit"
                                          " tariff_e4 amount_cents status declaration_number" },
  [PS_TABLE_ADVANCE] = { "advance", "provider_id product_id municipality_id month amount_cents" },
  [PS_TABLE_PEILDATUM] = { "peildatum", "day label data_through" },
  [PS_TABLE_MEASUREMENT] = { "measurement", "peildatum_id provider_id product_id municipality_id clients places_milli"
                                            " realised_cents waiting waiting_days" },
};

const char *
ps_table_name (PsTableKind kind)
{
  return tables[kind].name;
}

static char *
insert_sql (const char *name, char **columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id", name);
  for (int i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, ", %.*s", (int) strcspn (columns[i], "?"), columns[i]);
  g_string_append (sql, ") VALUES (?1");
  for (int i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, ", ?%d", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
same_sql (const char *name, char **columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT 1 FROM %s WHERE id = ?1", name);
  for (int i = 0; columns[i] != NULL; i++)
    {
      int length = strcspn (columns[i], "?");

      if (columns[i][length] == '?')
        g_string_append_printf (sql, " AND (?%d IS NULL OR %.*s IS ?%d)", i + 2, length, columns[i], i + 2);
      else
        g_string_append_printf (sql, " AND %.*s IS ?%d", length, columns[i], i + 2);
    }
  return g_string_free (sql, FALSE);
}

static char *
update_sql (const char *name, char **columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET ", name);
  for (int i = 0; columns[i] != NULL; i++)
    {
      int length = strcspn (columns[i], "?");

      g_string_append_printf (sql, "%s%.*s = ", i == 0 ? "" : ", ", length, columns[i]);
      if (columns[i][length] == '?')
        g_string_append_printf (sql, "coalesce (?%d, %.*s)", i + 2, length, columns[i]);
      else
        g_string_append_printf (sql, "?%d", i + 2);
    }
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

static char *
state_sql (const char *name, char **columns)
{
  GString *sql = g_string_new ("SELECT json_object (");

  for (int i = 0; columns[i] != NULL; i++)
    {
      int length = strcspn (columns[i], "?");

      g_string_append_printf (sql, "%s'%.*s', %.*s", i == 0 ? "" : ", ", length, columns[i], length, columns[i]);
    }
  g_string_append_printf (sql, ") FROM %s WHERE id = ?1", name);
  return g_string_free (sql, FALSE);
}

static PsStatement *
prepare (PsStore *store, char *sql, GError **error)
{
  PsStatement *statement = ps_sql_prepare (store, sql, error);

  g_free (sql);
  return statement;
}

static gboolean
prepare_all (PsTable *table, PsStore *store, GError **error)
{
  const char *name = tables[table->kind].name;
  g_auto (GStrv) columns = g_strsplit (tables[table->kind].columns, " ", -1);
  g_autofree char *any_sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s)", name);
  gint64 any, next;

  if ((table->insert = prepare (store, insert_sql (name, columns), error)) == NULL
      || (table->same = prepare (store, same_sql (name, columns), error)) == NULL
      || (table->update = prepare (store, update_sql (name, columns), error)) == NULL
      || (table->state = prepare (store, state_sql (name, columns), error)) == NULL
      || !ps_sql_get_int (store, any_sql, &any, error) || !ps_trail_next_row_id (store, name, &next, error))
    return FALSE;
  table->was_empty = any == 0;
  table->next_id = table->run_first = table->file_first = next;
  return TRUE;
}

/* Within the write transaction. */
PsTable *
ps_writer_table_new (PsStore *store, PsTableKind kind, GError **error)
{
  PsTable *table = g_new0 (PsTable, 1);

  table->kind = kind;
  if (prepare_all (table, store, error))
    return table;
  ps_table_free (table);
  return NULL;
}

void
ps_table_free (PsTable *table)
{
  if (table == NULL)
    return;
  sqlite3_finalize (table->insert);
  sqlite3_finalize (table->same);
  sqlite3_finalize (table->update);
  sqlite3_finalize (table->state);
  ps_bits_clear (&table->seen);
  g_clear_pointer (&table->by_other, g_hash_table_unref);
  g_free (table);
}

void
ps_table_begin_file (PsTable *table)
{
  table->file_first = table->next_id;
  ps_bits_clear (&table->seen);
}

static gboolean
is_of_file (gpointer id, gpointer agb, gpointer table)
{
  return *(const gint64 *) id >= ((PsTable *) table)->file_first;
}

void
ps_table_revert_file (PsTable *table)
{
  table->next_id = table->file_first;
  if (table->by_other != NULL)
    g_hash_table_foreach_remove (table->by_other, is_of_file, table);
  ps_bits_clear (&table->seen);
}

gboolean
ps_table_is_of_file (const PsTable *table, gint64 id)
{
  return id >= table->file_first || ps_bits_has (&table->seen, id);
}

void
ps_table_add_by_other (PsTable *table, gint64 id, const char *agb)
{
  if (table->by_other == NULL)
    table->by_other = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (table->by_other, g_memdup2 (&id, sizeof id), g_strdup (agb));
}
