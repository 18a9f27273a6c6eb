/* ps-change-derived.c: the copies that are made from rows, kept right after a change
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-blocks.h"
#include "ps-change-private.h"

static void
add_provider (PsBits *bits, const PsRecord *record)
{
  gint64 id = record != NULL ? ps_record_get_number (record, "provider_id") : PS_NO_NUMBER;

  if (id != PS_NO_NUMBER)
    ps_bits_add (bits, id);
}

/* The ids that `sql` gives for ?1. */
static gboolean
add_found (PsApplying *applying, PsBits *bits, const char *sql, gint64 id, GError **error)
{
  PsStatement *select = ps_rows_statement (applying->rows, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  while (ps_sql_step_row (applying->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      ps_bits_add (bits, sqlite3_column_int64 (select, 0));
    }
  return FALSE;
}

static gboolean
is_traject (const PsRecord *product)
{
  return ps_record_get_number (product, "funding") == PS_FUNDING_TRAJECT;
}

static gboolean
is_moved (const PsRowChange *row)
{
  return row->before != NULL && row->after != NULL
         && ps_record_get_number (row->before, "provider_id") != ps_record_get_number (row->after, "provider_id");
}

/* Whose blocks a row is in. Declaration lines of a product that became a traject, or is none any more, change blocks. */
static gboolean
find_providers (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const char *table = ps_row_change_table (row);
  const PsRecord *any = row->after != NULL ? row->after : row->before;

  if (strcmp (table, "assignment") == 0)
    {
      applying->moved = applying->moved || is_moved (row);
      add_provider (&applying->care, row->before);
      add_provider (&applying->care, row->after);
      return add_found (applying, &applying->care, "SELECT provider_id FROM assignment WHERE id = ?", ps_record_get_id (any),
                        error);
    }
  if (strcmp (table, "care_period") == 0)
    return add_found (applying, &applying->care, "SELECT provider_id FROM assignment WHERE id = ?",
                      ps_record_get_number (any, "assignment_id"), error);
  if (strcmp (table, "declaration_line") == 0)
    {
      gint64 id = ps_record_get_id (any);

      add_provider (&applying->lines, row->before);
      add_provider (&applying->lines, row->after);
      g_array_append_val (applying->line_ids, id);
    }
  if (strcmp (table, "product") == 0 && row->before != NULL && row->after != NULL
      && is_traject (row->before) != is_traject (row->after))
    return add_found (applying, &applying->lines, "SELECT DISTINCT provider_id FROM declaration_line WHERE product_id = ?",
                      ps_record_get_id (any), error);
  return TRUE;
}

static gboolean
is_message (const char *table)
{
  static const char *const messages[] = { "assignment", "care_period", "declaration_line", "advance", "measurement", NULL };

  return g_strv_contains (messages, table);
}

gboolean
ps_change_touch (PsApplying *applying, const PsRowChange *row, GError **error)
{
  if (!is_message (ps_row_change_table (row)))
    g_ptr_array_add (applying->done, ps_row_change_new (row->before, row->after));
  return find_providers (applying, row, error);
}

/* A decision is its line's provider's. */
static gboolean
follow_lines (PsApplying *applying, GError **error)
{
  return ps_sql_exec (applying->store,
                      "UPDATE line_decision SET provider_id = l.provider_id FROM declaration_line l"
                      " WHERE l.id = line_decision.line_id AND l.provider_id <> line_decision.provider_id",
                      error);
}

gboolean
ps_change_remake (PsApplying *applying, GError **error)
{
  if (applying->lines.n_bytes > 0
      && (!follow_lines (applying, error)
          || !ps_blocks_remake_lines_of (applying->store, &applying->lines, applying->all_lines ? NULL : applying->line_ids,
                                         error)))
    return FALSE;
  return applying->care.n_bytes == 0 || ps_blocks_remake_care (applying->store, &applying->care, NULL, NULL, error);
}

/* Whether another provider takes that code in this very change. */
static gboolean
is_taken (GPtrArray *rows, const char *agb)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PsRowChange *row = g_ptr_array_index (rows, i);
      const char *table = ps_row_change_table (row);

      if (row->after != NULL && (strcmp (table, "provider") == 0 || strcmp (table, "provider_agb") == 0)
          && g_strcmp0 (ps_record_get_text (row->after, "agb"), agb) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the provider has it beside its own from the beginning on, for it had it before; or nothing ever came under it: then it was
 * a slip, and may be another provider's. */
static gboolean
needs_no_old_code (PsApplying *applying, const PsRecord *provider, gboolean *has, GError **error)
{
  PsStatement *select;

  select = ps_rows_statement (applying->rows,
                              "SELECT 1 WHERE EXISTS (SELECT 1 FROM provider_agb WHERE agb = ?1 AND provider_id = ?2"
                              " AND valid_from IS NULL) OR NOT (EXISTS (SELECT 1 FROM assignment WHERE provider_id = ?2)"
                              " OR EXISTS (SELECT 1 FROM advance WHERE provider_id = ?2)"
                              " OR EXISTS (SELECT 1 FROM measurement WHERE provider_id = ?2)"
                              " OR EXISTS (SELECT 1 FROM tariff WHERE provider_id = ?2)"
                              " OR EXISTS (SELECT 1 FROM agreement WHERE provider_id = ?2))",
                              error);
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, ps_record_get_text (provider, "agb"));
  sqlite3_bind_int64 (select, 2, ps_record_get_id (provider));
  if (!ps_sql_step_row (applying->store, select, has, error))
    return FALSE;
  sqlite3_reset (select);
  return TRUE;
}

static PsDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
add_old_code (const PsChange *change, GPtrArray *rows, const PsRecord *provider)
{
  g_autoptr (PsRecord) code = ps_record_new ("provider_agb");
  gint64 id = 0;

  g_array_append_val (change->ids, id);
  ps_record_set_id (code, -(gint64) change->ids->len);
  ps_record_set_number (code, "provider_id", ps_record_get_id (provider));
  ps_record_set_text (code, "agb", ps_record_get_text (provider, "agb"));
  ps_record_set_date (code, "valid_to", find_today () - 1);
  g_ptr_array_add (rows, ps_row_change_new (NULL, code));
}

/* A provider that gets another AGB code and is used keeps the old one, through yesterday: files that still have it find the provider, and do not
 * add it a second time. */
gboolean
ps_change_keep_codes (PsApplying *applying, const PsChange *change, GPtrArray *rows, GError **error)
{
  guint n = rows->len;

  for (guint i = 0; i < n; i++)
    {
      const PsRowChange *row = g_ptr_array_index (rows, i);
      gboolean has;

      if (row->before == NULL || row->after == NULL || strcmp (ps_row_change_table (row), "provider") != 0
          || is_taken (rows, ps_record_get_text (row->before, "agb")))
        continue;
      if (!needs_no_old_code (applying, row->before, &has, error))
        return FALSE;
      if (!has)
        add_old_code (change, rows, row->before);
    }
  return TRUE;
}
