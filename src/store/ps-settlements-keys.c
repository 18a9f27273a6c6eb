/* ps-settlements-keys.c: which rows of the region file causes are about
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-who.h"

static const PsCauseRows kinds[PS_N_CAUSES] = {
  [PS_CAUSE_LINE] = { "declaration_line",
                      { "reference", "provider_id" },
                      { "assignment_id", "product_id", "period_from", "period_to", "volume_milli", "unit", "tariff_e4",
                        "amount_cents", "status" },
                      "assignment",
                      "assignment_id",
                      TRUE,
                      FALSE },
  [PS_CAUSE_ASSIGNMENT] = { "assignment",
                            { "municipality_id", "number" },
                            { "client", "product_id", "group_id", "starts_on", "ends_on" },
                            NULL,
                            NULL,
                            FALSE,
                            FALSE },
  [PS_CAUSE_CARE] = { "care_period", { "assignment_id", "starts_on" }, { "stops_on", "reason" }, NULL, NULL, TRUE, FALSE },
  [PS_CAUSE_ADVANCE] = { "advance",
                         { "provider_id", "month", "product_id", "municipality_id" },
                         { "amount_cents" },
                         NULL,
                         NULL,
                         TRUE,
                         FALSE },
  [PS_CAUSE_MEASUREMENT] = { "measurement",
                             { "provider_id", "peildatum_id", "product_id", "municipality_id" },
                             { "places_milli" },
                             NULL,
                             NULL,
                             TRUE,
                             FALSE },
  [PS_CAUSE_PEILDATUM] = { "peildatum", { "day" }, { "day" }, NULL, NULL, FALSE, TRUE },
  [PS_CAUSE_TARIFF] = { "tariff",
                        { "product_id", "provider_id", "valid_from" },
                        { "tariff_e4", "valid_to" },
                        NULL,
                        NULL,
                        TRUE,
                        TRUE },
  [PS_CAUSE_AGREEMENT_LINE] = { "agreement_line",
                                { "version_id", "group_id", "municipality_id" },
                                { "lump_sum", "ceiling_cents", "scheme_id" },
                                "agreement_version",
                                "version_id",
                                TRUE,
                                TRUE },
  /* Of these only what was removed of them is looked for by its key. */
  [PS_CAUSE_DECISION] = { "line_decision", { "line_id" }, { NULL }, NULL, NULL, FALSE, FALSE },
  [PS_CAUSE_SCHEME] = { "scheme_step", { "scheme_id" }, { NULL }, NULL, NULL, FALSE, FALSE },
};

static const PsCauseRows others[] = {
  { "product", { NULL }, { "group_id", "funding", "unit", "norm_months", "exempt" }, NULL, NULL, FALSE, FALSE },
  { "product_group", { NULL }, { "segment_id" }, NULL, NULL, FALSE, FALSE },
  { "agreement_version", { NULL }, { "exchange", "division_key", "measuring", "is_current" }, NULL, NULL, FALSE, FALSE },
};

const PsCauseRows *
ps_cause_rows_of_table (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i].table, table) == 0)
      return &others[i];
  g_assert_not_reached ();
}

const PsCauseRows *
ps_cause_rows (PsCauseKind kind)
{
  return kinds[kind].table != NULL ? &kinds[kind] : NULL;
}

void
ps_cause_append_key (GString *key, const char *text, gint64 number)
{
  if (key->len > 0)
    g_string_append_c (key, '\t');
  if (text != NULL)
    g_string_append (key, text);
  else if (number != PS_NO_NUMBER)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, number);
  else
    g_string_append_c (key, '-');
}

char *
ps_cause_key_of_record (const PsCauseRows *what, const PsRecord *record)
{
  const PsTableInfo *info = ps_record_get_info (record);
  GString *key = g_string_new (NULL);

  for (guint i = 0; what->keys[i] != NULL; i++)
    {
      guint field = (guint) (ps_fields_find (info, what->keys[i]) - info->fields);
      gboolean text = ps_record_is_text (record, field);

      ps_cause_append_key (key, text ? ps_record_text_at (record, field) : NULL,
                           text ? PS_NO_NUMBER : ps_record_number_at (record, field));
    }
  return g_string_free (key, FALSE);
}

/* The number that a statement with these one or two values finds; PS_NO_NUMBER: none. */
static gint64
ask (PsRows *rows, const char *sql, const char *text, gint64 number, gint64 other)
{
  PsStatement *select = ps_rows_statement (rows, sql, NULL);
  gint64 found = PS_NO_NUMBER;

  if (select == NULL)
    return PS_NO_NUMBER;
  if (text != NULL)
    ps_sql_bind_text (select, 1, text);
  else
    sqlite3_bind_int64 (select, 1, number);
  if (sqlite3_bind_parameter_count (select) > 1)
    sqlite3_bind_int64 (select, 2, other);
  if (sqlite3_step (select) == SQLITE_ROW)
    found = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return found;
}

static gint64
municipality_id (PsRows *rows, const PsCause *cause)
{
  return ask (rows, "SELECT id FROM municipality WHERE code = ?", cause->municipality != NULL ? cause->municipality : "", 0, 0);
}

static gint64
day_of (const char *iso)
{
  PsDate day;

  return iso != NULL && ps_date_parse (iso, &day) ? day : PS_NO_NUMBER;
}

/* The parts of a cause's key are in the order of its kind (ps-dossier-compare-*.c). */
static gint64
number_for (PsRows *rows, const PsStored *stored, const PsCause *cause, GStrv parts, const char *column)
{
  guint n = g_strv_length (parts);

  if (strcmp (column, "provider_id") == 0)
    return cause->kind == PS_CAUSE_TARIFF && n > 1 && strcmp (parts[1], "1") == 0 ? PS_NO_NUMBER : stored->provider_id;
  if (strcmp (column, "municipality_id") == 0)
    return municipality_id (rows, cause);
  if (strcmp (column, "product_id") == 0)
    return ask (rows, "SELECT id FROM product WHERE code = ?", parts[cause->kind == PS_CAUSE_MEASUREMENT], 0, 0);
  if (strcmp (column, "group_id") == 0)
    return ask (rows, "SELECT id FROM product_group WHERE code = ?", cause->group != NULL ? cause->group : "", 0, 0);
  if (strcmp (column, "assignment_id") == 0)
    return ask (rows, "SELECT id FROM assignment WHERE number = ? AND municipality_id = ?", parts[0], 0,
                municipality_id (rows, cause));
  if (strcmp (column, "peildatum_id") == 0)
    return ask (rows, "SELECT id FROM peildatum WHERE day = ?", NULL, day_of (parts[0]), 0);
  if (strcmp (column, "version_id") == 0)
    return ask (rows,
                "SELECT v.id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id"
                " WHERE v.is_current = 1 AND a.year = ? AND a.provider_id = ?",
                NULL, stored->year, stored->provider_id);
  return day_of (parts[n - 1]);
}

char *
ps_cause_key (PsRows *rows, const PsStored *stored, const PsCause *cause)
{
  const PsCauseRows *what = ps_cause_rows (cause->kind);
  g_auto (GStrv) parts = g_strsplit (cause->key, "\t", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; what->keys[i] != NULL && parts[0] != NULL; i++)
    {
      const char *column = what->keys[i];
      gboolean text = strcmp (column, "reference") == 0 || strcmp (column, "number") == 0;

      ps_cause_append_key (key, text ? parts[0] : NULL, text ? PS_NO_NUMBER : number_for (rows, stored, cause, parts, column));
    }
  return g_string_free (key, FALSE);
}

static void
bind_key (PsStatement *select, const PsCauseRows *what, GStrv values)
{
  for (guint i = 0; what->keys[i] != NULL && values[i] != NULL; i++)
    if (strcmp (what->keys[i], "reference") == 0 || strcmp (what->keys[i], "number") == 0)
      ps_sql_bind_text (select, (int) i + 1, values[i]);
    else if (strcmp (values[i], "-") != 0)
      sqlite3_bind_int64 (select, (int) i + 1, g_ascii_strtoll (values[i], NULL, 10));
    else
      sqlite3_bind_null (select, (int) i + 1);
}

gint64
ps_cause_find_row (PsRows *rows, const PsCauseRows *what, const char *key)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_auto (GStrv) values = g_strsplit (key, "\t", -1);
  PsStatement *select;
  gint64 id = 0;

  g_string_printf (sql, "SELECT id FROM %s WHERE", what->table);
  for (guint i = 0; what->keys[i] != NULL; i++)
    g_string_append_printf (sql, "%s %s IS ?", i > 0 ? " AND" : "", what->keys[i]);
  select = ps_rows_statement (rows, sql->str, NULL);
  if (select == NULL)
    return 0;
  bind_key (select, what, values);
  if (sqlite3_step (select) == SQLITE_ROW)
    id = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return id;
}
