/* ps-history-csv.c: records of the trail as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-history-csv.h"

#include "ps-csv-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char header[] =
    BYTE_ORDER_MARK "record;at;actor;action;thing;what;reason;undoes;undone_by;table;row;state;field;before;after\r\n";

/**
 * ps_history_moment: a moment as programs read it, in UTC.
 */
char *
ps_history_moment (gint64 moment)
{
  g_autoptr (GDateTime) second = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) exact = g_date_time_add (second, moment % G_USEC_PER_SEC);

  return g_date_time_format (exact, "%Y-%m-%dT%H:%M:%S.%fZ");
}

const char *
ps_history_row_state (const PsHistoryRow *row)
{
  if (row->added)
    return "added";
  return row->removed ? "removed" : "changed";
}

void
ps_history_csv_append_header (GString *text)
{
  g_string_append (text, header);
}

static void
append_cell (GString *text, const char *value, const char *after)
{
  if (value != NULL)
    ps_csv_text_append (text, value);
  g_string_append (text, after);
}

static void
append_record_cells (GString *text, const PsHistoryRecord *record)
{
  g_autofree char *moment = ps_history_moment (record->made_at);

  g_string_append_printf (text, "%" G_GINT64_FORMAT ";%s;", record->id, moment);
  append_cell (text, record->actor, ";");
  append_cell (text, record->action, ";");
  append_cell (text, record->thing, ";");
  append_cell (text, record->what, ";");
  append_cell (text, record->reason, ";");
  if (record->undoes != 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, record->undoes);
  g_string_append_c (text, ';');
  if (record->undone_by != 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, record->undone_by);
  g_string_append_c (text, ';');
}

static void
append_row_csv (GString *text, const PsHistoryRecord *record, const PsHistoryRow *row)
{
  for (guint i = 0; i < row->fields->len; i++)
    {
      const PsHistoryField *field = g_ptr_array_index (row->fields, i);

      append_record_cells (text, record);
      append_cell (text, row->table, ";");
      append_cell (text, row->row, ";");
      append_cell (text, ps_history_row_state (row), ";");
      append_cell (text, field->field, ";");
      append_cell (text, field->before, ";");
      append_cell (text, field->after, "\r\n");
    }
}

/**
 * ps_history_csv_append: a line for each field of each row.
 */
void
ps_history_csv_append (GString *text, const PsHistoryRecord *record, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    append_row_csv (text, record, g_ptr_array_index (rows, i));
  if (rows->len == 0)
    {
      append_record_cells (text, record);
      g_string_append (text, ";;;;;\r\n");
    }
}
