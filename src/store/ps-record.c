/* ps-record.c: a row of the region file as its columns' values
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-json-row.h"
#include "ps-record-private.h"

typedef struct
{
  char *text;
  gint64 number; /* PS_NO_NUMBER: not given */
  gboolean known;
} Value;

struct _PsRecord
{
  const PsTableInfo *info;
  gint64 id;
  Value values[];
};

PsRecord *
ps_record_new_unknown (const char *table, gint64 id)
{
  const PsTableInfo *info = ps_fields_of (table);
  PsRecord *record;

  g_assert (info != NULL);
  record = g_malloc0 (sizeof *record + info->n_fields * sizeof (Value));
  record->info = info;
  record->id = id;
  for (guint i = 0; i < info->n_fields; i++)
    record->values[i].number = PS_NO_NUMBER;
  return record;
}

PsRecord *
ps_record_new_for (const char *table, gint64 id)
{
  PsRecord *record = ps_record_new_unknown (table, id);

  for (guint i = 0; i < record->info->n_fields; i++)
    record->values[i].known = TRUE;
  return record;
}

PsRecord *
ps_record_new (const char *table)
{
  return ps_record_new_for (table, 0);
}

PsRecord *
ps_record_copy (const PsRecord *record)
{
  PsRecord *copy = ps_record_new_unknown (record->info->table, record->id);

  for (guint i = 0; i < record->info->n_fields; i++)
    ps_record_copy_field (copy, record, i);
  return copy;
}

void
ps_record_free (PsRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->info->n_fields; i++)
    g_free (record->values[i].text);
  g_free (record);
}

const char *
ps_record_get_table (const PsRecord *record)
{
  return record->info->table;
}

const PsTableInfo *
ps_record_get_info (const PsRecord *record)
{
  return record->info;
}

gint64
ps_record_get_id (const PsRecord *record)
{
  return record->id;
}

void
ps_record_set_id (PsRecord *record, gint64 id)
{
  record->id = id;
}

gboolean
ps_record_knows (const PsRecord *record, guint field)
{
  return record->values[field].known;
}

gboolean
ps_record_is_whole (const PsRecord *record)
{
  for (guint i = 0; i < record->info->n_fields; i++)
    if (!record->values[i].known)
      return FALSE;
  return TRUE;
}

gboolean
ps_record_is_text (const PsRecord *record, guint field)
{
  return record->info->fields[field].is == PS_FIELD_IS_TEXT;
}

const char *
ps_record_text_at (const PsRecord *record, guint field)
{
  return record->values[field].text;
}

gint64
ps_record_number_at (const PsRecord *record, guint field)
{
  return record->values[field].number;
}

gboolean
ps_record_is_null_at (const PsRecord *record, guint field)
{
  const Value *value = &record->values[field];

  return ps_record_is_text (record, field) ? value->text == NULL : value->number == PS_NO_NUMBER;
}

void
ps_record_set_number_at (PsRecord *record, guint field, gint64 number)
{
  record->values[field].number = number;
  record->values[field].known = TRUE;
}

void
ps_record_copy_field (PsRecord *to, const PsRecord *from, guint field)
{
  Value *value = &to->values[field];

  g_free (value->text);
  *value = from->values[field];
  value->text = g_strdup (value->text);
}

void
ps_record_forget_field (PsRecord *record, guint field)
{
  Value *value = &record->values[field];

  g_clear_pointer (&value->text, g_free);
  value->number = PS_NO_NUMBER;
  value->known = FALSE;
}

guint
ps_record_first_difference (const PsRecord *a, const PsRecord *b)
{
  guint n = a->info->n_fields;

  g_assert (a->info == b->info);
  for (guint i = 0; i < n; i++)
    if (a->values[i].known && b->values[i].known
        && (a->values[i].number != b->values[i].number || g_strcmp0 (a->values[i].text, b->values[i].text) != 0))
      return i;
  return n;
}

/* Whether both are the same row with the same values. */
gboolean
ps_record_equal (const PsRecord *a, const PsRecord *b)
{
  return a->info == b->info && a->id == b->id && ps_record_first_difference (a, b) == a->info->n_fields;
}

static guint
field_at (const PsRecord *record, const char *column)
{
  const PsFieldInfo *field = ps_fields_find (record->info, column);

  if (field == NULL)
    g_error ("%s has no column %s", record->info->table, column);
  return (guint) (field - record->info->fields);
}

gboolean
ps_record_has_column (const PsRecord *record, const char *column)
{
  return ps_fields_find (record->info, column) != NULL;
}

const char *
ps_record_get_text (const PsRecord *record, const char *column)
{
  guint field = field_at (record, column);

  g_assert (ps_record_is_text (record, field));
  return record->values[field].text;
}

gint64
ps_record_get_number (const PsRecord *record, const char *column)
{
  guint field = field_at (record, column);

  g_assert (!ps_record_is_text (record, field));
  return record->values[field].number;
}

PsDate
ps_record_get_date (const PsRecord *record, const char *column)
{
  gint64 number = ps_record_get_number (record, column);

  return number == PS_NO_NUMBER ? PS_DATE_OPEN : (PsDate) number;
}

void
ps_record_set_text (PsRecord *record, const char *column, const char *text)
{
  guint field = field_at (record, column);
  Value *value = &record->values[field];
  gboolean empty = text == NULL || *text == '\0';
  char *kept = NULL;

  g_assert (ps_record_is_text (record, field));
  if (!empty)
    kept = g_strdup (text);
  else if (record->info->fields[field].need != PS_FIELD_MAY_BE_EMPTY)
    kept = g_strdup ("");
  g_free (value->text);
  value->text = kept;
  value->known = TRUE;
}

void
ps_record_set_number (PsRecord *record, const char *column, gint64 number)
{
  guint field = field_at (record, column);

  g_assert (!ps_record_is_text (record, field));
  ps_record_set_number_at (record, field, number);
}

void
ps_record_set_date (PsRecord *record, const char *column, PsDate date)
{
  ps_record_set_number (record, column, date == PS_DATE_OPEN ? PS_NO_NUMBER : date);
}

char *
ps_record_to_json (const PsRecord *record)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < record->info->n_fields; i++)
    {
      if (!record->values[i].known)
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      ps_json_append_text (json, record->info->fields[i].column);
      g_string_append_c (json, ':');
      if (ps_record_is_text (record, i))
        ps_json_append_text (json, record->values[i].text);
      else
        ps_json_append_number (json, record->values[i].number);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
read_value (PsRecord *record, guint field, const char **at, GString *text)
{
  Value *value = &record->values[field];

  value->known = TRUE;
  if (ps_json_take_null (at))
    return TRUE;
  if (!ps_record_is_text (record, field))
    return ps_json_take_number (at, &value->number);
  if (!ps_json_take_text (at, text))
    return FALSE;
  g_free (value->text);
  value->text = g_strndup (text->str, text->len);
  return TRUE;
}

static gboolean
read_members (PsRecord *record, const char *at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!ps_json_take (&at, '{'))
    return FALSE;
  if (ps_json_take (&at, '}'))
    return TRUE;
  do
    {
      const PsFieldInfo *field;

      if (!ps_json_take_text (&at, text) || !ps_json_take (&at, ':'))
        return FALSE;
      field = ps_fields_find (record->info, text->str);
      if (field == NULL || !read_value (record, (guint) (field - record->info->fields), &at, text))
        return FALSE;
    }
  while (ps_json_take (&at, ','));
  return ps_json_take (&at, '}');
}

/**
 * ps_record_from_json:
 * @json: as ps_record_to_json() writes it; columns that it leaves out count as not known, and not as empty
 *
 * Returns: (transfer full): the row, or NULL with PS_STORE_ERROR_DAMAGED
 */
PsRecord *
ps_record_from_json (const char *table, gint64 id, const char *json, GError **error)
{
  g_autoptr (PsRecord) record = NULL;

  if (ps_fields_of (table) != NULL)
    record = ps_record_new_unknown (table, id);
  if (record != NULL && read_members (record, json))
    return g_steal_pointer (&record);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED,
               _("The trail of changes has a row of “%s” that cannot be read. Have the file verified."), table);
  return NULL;
}

PsRecord *
ps_record_from_row (const PsTableInfo *info, gint64 id, PsStatement *statement, int first)
{
  PsRecord *record = ps_record_new_for (info->table, id);

  for (guint i = 0; i < info->n_fields; i++)
    if (ps_record_is_text (record, i))
      record->values[i].text = ps_sql_column_text (statement, first + (int) i);
    else
      record->values[i].number = ps_sql_column_number (statement, first + (int) i);
  return record;
}
