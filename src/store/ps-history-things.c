/* ps-history-things.c: which records of the trail touched a thing
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A record names what it is about; imports and indexing are about much more than they can name, but the rows that they touched are in
 * the trail.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-history-private.h"

#define DAY_IS "date (d.day * 86400, 'unixepoch') = ?1"

/* The rows of a thing: ?1 to ?4 are the parts of its name. */
static const struct
{
  const char *kind;
  const char *sql;
} rows_of[] = {
  { "provider", "SELECT 'provider', id FROM provider WHERE agb = ?1 UNION ALL SELECT 'provider_agb', id FROM provider_agb"
                " WHERE provider_id = (SELECT id FROM provider WHERE agb = ?1)" },
  { "product", "SELECT 'product', id FROM product WHERE code = ?1" },
  { "segment", "SELECT 'segment', id FROM segment WHERE code = ?1" },
  { "group", "SELECT 'product_group', id FROM product_group WHERE code = ?1" },
  { "municipality", "SELECT 'municipality', id FROM municipality WHERE code = ?1" },
  { "tariff", "SELECT 'tariff', t.id FROM tariff t JOIN product r ON r.id = t.product_id LEFT JOIN provider p"
              " ON p.id = t.provider_id WHERE r.code = ?1 AND (?2 IS NULL OR p.agb = ?2)" },
  { "contract", "SELECT 'contract', c.id FROM contract c JOIN provider p ON p.id = c.provider_id WHERE p.agb = ?1"
                " AND (?2 IS NULL OR c.number = ?2)" },
  { "agreement", "WITH ours AS (SELECT a.id FROM agreement a JOIN provider p ON p.id = a.provider_id WHERE p.agb = ?1"
                 " AND (?2 IS NULL OR a.year = CAST (?2 AS INTEGER)))"
                 " SELECT 'agreement', id FROM ours UNION ALL SELECT 'agreement_version', v.id FROM agreement_version v"
                 " WHERE v.agreement_id IN (SELECT id FROM ours) UNION ALL SELECT 'agreement_line', l.id FROM agreement_version v"
                 " JOIN agreement_line l ON l.version_id = v.id WHERE v.agreement_id IN (SELECT id FROM ours)" },
  { "scheme", "SELECT 'scheme', id FROM scheme WHERE name = ?1 UNION ALL SELECT 'scheme_step', t.id FROM scheme_step t"
              " JOIN scheme s ON s.id = t.scheme_id WHERE s.name = ?1" },
  { "settlement", "SELECT 'settlement', s.id FROM settlement s JOIN provider p ON p.id = s.provider_id WHERE p.agb = ?1"
                  " AND (?2 IS NULL OR s.year = CAST (?2 AS INTEGER))"
                  " AND (?3 IS NULL OR s.id = CAST (?3 AS INTEGER))" },
  { "statement", "SELECT 'production_statement', s.id FROM production_statement s JOIN provider p ON p.id = s.provider_id"
                 " WHERE p.agb = ?1 AND (?2 IS NULL OR s.year = CAST (?2 AS INTEGER))" },
  { "peildatum",
    "SELECT 'peildatum', d.id FROM peildatum d WHERE " DAY_IS " UNION ALL SELECT 'measurement', m.id FROM measurement m"
    " JOIN peildatum d ON d.id = m.peildatum_id WHERE " DAY_IS " UNION ALL SELECT 'peildatum_standing', s.id"
    " FROM peildatum_standing s JOIN peildatum d ON d.id = s.peildatum_id WHERE " DAY_IS },
  { "measurement",
    "WITH ours AS (SELECT m.id FROM measurement m JOIN peildatum d ON d.id = m.peildatum_id JOIN provider p"
    " ON p.id = m.provider_id JOIN product r ON r.id = m.product_id JOIN municipality g ON g.id = m.municipality_id"
    " WHERE " DAY_IS " AND (?2 IS NULL OR p.agb = ?2) AND (?3 IS NULL OR r.code = ?3) AND (?4 IS NULL OR g.code = ?4))"
    " SELECT 'measurement', id FROM ours UNION ALL SELECT 'measurement_reason', id FROM measurement_reason"
    " WHERE measurement_id IN (SELECT id FROM ours)" },
  { "forecast", "SELECT 'forecast_choice', c.id FROM forecast_choice c JOIN peildatum d ON d.id = c.peildatum_id JOIN provider p"
                " ON p.id = c.provider_id WHERE " DAY_IS " AND (?2 IS NULL OR p.agb = ?2) AND (?3 IS NULL OR c.scope = ?3)" },
  { "letter", "WITH ours AS (SELECT id FROM letter WHERE printf ('BB-%d-%04d', year, number) = ?1"
              " OR (?1 = 'draft' AND id = CAST (?2 AS INTEGER)))"
              " SELECT 'letter', id FROM ours UNION ALL SELECT 'letter_event', id FROM letter_event"
              " WHERE letter_id IN (SELECT id FROM ours)" },
  { "alert", "SELECT 'alert_snooze', id FROM alert_snooze WHERE alert_key = ?1" },
  { "lines", "SELECT 'line_decision', d.id FROM line_decision d JOIN provider p ON p.id = d.provider_id WHERE p.agb = ?1" },
};

static gboolean
add_records (PsStore *store, PsStatement *select, const char *table, gint64 id, GHashTable *records, GError **error)
{
  gboolean row;

  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_add (records, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (select, 0)));
    }
  return FALSE;
}

static gboolean
add_records_of_rows (PsStore *store, PsStatement *rows, GHashTable *records, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (store,
                           "SELECT record_id FROM audit_change WHERE table_name = ?1 AND row_id = ?2 UNION"
                           " SELECT run_id FROM import_range WHERE table_name = ?1 AND ?2 BETWEEN first_row AND last_row",
                           error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, rows, &row, error))
    {
      if (!row)
        return TRUE;
      if (!add_records (store, select, (const char *) sqlite3_column_text (rows, 0), sqlite3_column_int64 (rows, 1), records,
                        error))
        return FALSE;
    }
  return FALSE;
}

static char *
json_of (GHashTable *records)
{
  GString *json = g_string_new ("[");
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_string_append_printf (json, "%s%" G_GSIZE_FORMAT, json->len > 1 ? "," : "", GPOINTER_TO_SIZE (record));
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

#define MAX_PARTS 5

/* Names of schemes, keys of signals, numbers of contracts and scopes may have colons themselves. */
static int
count_parts (const char *thing)
{
  if (g_str_has_prefix (thing, "scheme:") || g_str_has_prefix (thing, "alert:"))
    return 2;
  if (g_str_has_prefix (thing, "measurement:"))
    return MAX_PARTS;
  return g_str_has_prefix (thing, "settlement:") || g_str_has_prefix (thing, "forecast:") ? 4 : 3;
}

char *
ps_history_records_of (PsStore *store, const char *thing, GError **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (thing, ":", count_parts (thing));
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; n_parts > 1 && i < G_N_ELEMENTS (rows_of); i++)
    {
      g_autoptr (PsStatement) rows = NULL;

      if (strcmp (rows_of[i].kind, parts[0]) != 0)
        continue;
      rows = ps_sql_prepare (store, rows_of[i].sql, error);
      if (rows == NULL)
        return NULL;
      for (guint part = 1; part < MAX_PARTS; part++)
        ps_sql_bind_text (rows, (int) part, part < n_parts ? parts[part] : NULL);
      if (!add_records_of_rows (store, rows, records, error))
        return NULL;
    }
  return json_of (records);
}
