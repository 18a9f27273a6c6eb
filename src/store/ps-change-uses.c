/* ps-change-uses.c: what a row is used in, and what another row with the same key is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-change-private.h"

static gboolean
count_uses (PsApplying *applying, const char *table, const char *column, const char *label, gint64 id, GString *uses,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?", table, column);
  PsStatement *select = ps_rows_statement (applying->rows, sql, error);
  g_autofree char *count = NULL;
  gboolean row;
  gint64 n;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (applying->store, select, &row, error))
    return FALSE;
  n = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  if (n == 0)
    return TRUE;
  count = ps_format_count (n);
  g_string_append_printf (uses, "%s%s: %s", uses->len > 0 ? ", " : "", _ (label), count);
  return TRUE;
}

static gboolean
list_uses (PsApplying *applying, const char *parent, gint64 id, GString *uses, GError **error)
{
  const PsTableInfo *info;

  for (guint i = 0; (info = ps_fields_table (i)) != NULL; i++)
    for (guint j = 0; j < info->n_fields; j++)
      if (g_strcmp0 (info->fields[j].refers_to, parent) == 0
          && !count_uses (applying, info->table, info->fields[j].column, info->label, id, uses, error))
        return FALSE;
  return TRUE;
}

/* A deleted row must not be used any more; asked when all rows are written. */
gboolean
ps_change_check_unused (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const char *table = ps_row_change_table (row);
  g_autoptr (GString) uses = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (row->after != NULL || strcmp (table, "agreement_line") == 0)
    return TRUE;
  if (!list_uses (applying, table, ps_row_change_id (row), uses, error))
    return FALSE;
  if (uses->len == 0)
    return TRUE;
  title = ps_row_words_title (applying->words, row->before);
  if (strcmp (table, "provider") == 0 || strcmp (table, "product") == 0)
    /* Translators: which thing, where it is used: "Tariff: 3, Declaration line: 1.204" */
    ps_change_refuse (error, _("%s cannot be deleted, for it is used (%s). End it instead: give it a last day."), title,
                      uses->str);
  else
    ps_change_refuse (error, _("%s cannot be deleted, for it is used (%s)."), title, uses->str);
  return FALSE;
}

static gboolean
is_there (PsApplying *applying, const char *table, gint64 id, gboolean *there, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", table);
  PsStatement *select = ps_rows_statement (applying->rows, sql, error);

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (applying->store, select, there, error))
    return FALSE;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
refuse_reference (PsApplying *applying, const PsRowChange *row, guint field, GError **error)
{
  const PsFieldInfo *info = &ps_record_get_info (row->after)->fields[field];
  gint64 id = ps_record_number_at (row->after, field);
  g_autofree char *title = ps_row_words_title (applying->words, row->after);
  g_autofree char *by = ps_row_words_by_whom (applying->words, info->refers_to, id, 0);

  /* Translators: which thing; a field of it and its value; ", by anna on 22-11-2026 04:12" or nothing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s: %s “%s” is not there any more: it was removed in the meantime%s. Nothing was changed; look at it again."),
               title, _ (info->label), ps_row_words_reference (applying->words, info->refers_to, id), by);
  return FALSE;
}

gboolean
ps_change_check_references (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsTableInfo *info = row->after != NULL ? ps_record_get_info (row->after) : NULL;
  gboolean there;

  for (guint i = 0; info != NULL && i < info->n_fields; i++)
    {
      if (info->fields[i].is != PS_FIELD_IS_REFERENCE || ps_record_is_null_at (row->after, i)
          || (row->before != NULL && ps_record_number_at (row->before, i) == ps_record_number_at (row->after, i)))
        continue;
      if (!is_there (applying, info->fields[i].refers_to, ps_record_number_at (row->after, i), &there, error))
        return FALSE;
      if (!there)
        return refuse_reference (applying, row, i, error);
    }
  return TRUE;
}

/* What no two rows of a table have in common. */
static const struct
{
  const char *table;
  const char *columns[4];
} keys[] = {
  { "provider", { "agb" } },
  { "municipality", { "code" } },
  { "segment", { "code" } },
  { "product_group", { "code" } },
  { "product", { "code" } },
  { "provider_agb", { "agb", "provider_id", "valid_from" } },
  { "contract", { "provider_id", "number" } },
  { "contract_option", { "contract_id", "sequence" } },
  { "contract_product", { "contract_id", "product_id" } },
  { "tariff", { "product_id", "provider_id", "valid_from" } },
  { "scheme", { "name" } },
  { "scheme_step", { "scheme_id", "kind", "from_value" } },
  { "agreement", { "provider_id", "year" } },
  { "agreement_version", { "agreement_id", "number" } },
  { "agreement_line", { "version_id", "group_id", "municipality_id" } },
  { "assignment", { "municipality_id", "number" } },
  { "care_period", { "assignment_id", "starts_on" } },
  { "declaration_line", { "reference", "provider_id" } },
  { "advance", { "provider_id", "month", "product_id", "municipality_id" } },
  { "peildatum", { "day" } },
  { "measurement", { "provider_id", "peildatum_id", "product_id", "municipality_id" } },
  { "measurement_reason", { "measurement_id", "field" } },
  { "peildatum_standing", { "peildatum_id", "provider_id", "scope" } },
  { "forecast_choice", { "peildatum_id", "provider_id", "scope" } },
  { "holiday", { "day" } },
  { "letter_template", { "kind", "name" } },
  { "yearly_limit", { "limit_key", "year" } },
  { "production_statement", { "provider_id", "year" } },
  { "alert_snooze", { "alert_key" } },
};

static void
bind_key (PsStatement *select, const PsRecord *record, const char *const *columns)
{
  const PsTableInfo *info = ps_record_get_info (record);

  for (int i = 0; i < 4 && columns[i] != NULL; i++)
    {
      guint field = (guint) (ps_fields_find (info, columns[i]) - info->fields);

      if (ps_record_is_text (record, field))
        ps_sql_bind_text (select, i + 2, ps_record_text_at (record, field));
      else
        ps_sql_bind_number (select, i + 2, ps_record_number_at (record, field));
    }
}

/* Another row with the same key; NULL: none. */
static PsRecord *
find_same_key (PsApplying *applying, const PsRecord *record, const char *const *columns)
{
  const char *table = ps_record_get_table (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  PsRecord *found = NULL;
  PsStatement *select;
  gboolean row;

  g_string_printf (sql, "SELECT id FROM %s WHERE id <> ?1", table);
  for (int i = 0; i < 4 && columns[i] != NULL; i++)
    g_string_append_printf (sql, " AND %s IS ?%d", columns[i], i + 2);
  select = ps_rows_statement (applying->rows, sql->str, NULL);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, ps_record_get_id (record));
  bind_key (select, record, columns);
  if (ps_sql_step_row (applying->store, select, &row, NULL) && row)
    found = ps_rows_read (applying->rows, table, sqlite3_column_int64 (select, 0), NULL);
  sqlite3_reset (select);
  return found;
}

/* The field that SQLite names in what it says of a CHECK, such as "CHECK constraint failed: kind IN (1, 2, 3)"; its own words, which
 * tell nothing to who reads them, are left out. */
static const PsFieldInfo *
find_named_field (const PsTableInfo *info, const char *text)
{
  const char *constraint = strstr (text, "constraint failed: ");
  g_auto (GStrv) words = NULL;

  if (constraint == NULL)
    return NULL;
  words = g_strsplit_set (constraint + strlen ("constraint failed: "), " ().,;<>='", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && ps_fields_find (info, words[i]) != NULL)
      return ps_fields_find (info, words[i]);
  return NULL;
}

static void
explain_value (PsApplying *applying, const PsRecord *record, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (record);
  const PsFieldInfo *field = find_named_field (info, (*error)->message);
  g_autofree char *title = ps_row_words_title (applying->words, record);
  g_autofree char *value = field != NULL ? ps_row_words_value (applying->words, record, (guint) (field - info->fields)) : NULL;

  g_clear_error (error);
  if (field == NULL)
    /* Translators: which thing */
    ps_change_refuse (error, _("%s cannot be kept so: its values do not go together."), title);
  else if (value == NULL)
    /* Translators: which thing, which field of it */
    ps_change_refuse (error, _("%s: this %s is not possible."), title, _ (field->label));
  else
    ps_change_refuse (error, _("%s: %s cannot be %s."), title, _ (field->label), value);
}

/* Puts a rule of the schema that refused @record, which *@error says in SQLite's words, in those of the field. */
void
ps_change_explain (PsApplying *applying, const PsRecord *record, GError **error)
{
  const char *table = ps_record_get_table (record);
  g_autofree char *title = NULL;

  if (error == NULL || !g_error_matches (*error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (PsRecord) other = NULL;

      if (strcmp (keys[i].table, table) == 0)
        other = find_same_key (applying, record, keys[i].columns);
      if (other == NULL)
        continue;
      g_clear_error (error);
      title = ps_row_words_title (applying->words, other);
      ps_change_refuse (error, _("%s is there already."), title);
      return;
    }
  explain_value (applying, record, error);
}
