/* cli-history-write.c: records of the trail as text, JSON or CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-history-write.h"

#include <glib/gi18n-lib.h>

#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-history-csv.h"

#define MOST_NAME 120 /* places on the screen for which row it is */

/* ---- text */

/* Empty is shown as a dash, so that something stands on both sides of the arrow; the lines of a longer text stay below its first. */
static void
append_value_text (GString *text, const char *value)
{
  gsize start = text->len;

  g_string_append (text, value != NULL ? value : "–");
  for (gsize i = start; i < text->len; i++)
    if (text->str[i] == '\n')
      g_string_insert (text, (gssize) i + 1, "        ");
}

static void
append_field_text (GString *text, const PsHistoryRow *row, const PsHistoryField *field)
{
  g_string_append_printf (text, "      %s: ", field->field);
  if (!row->added)
    append_value_text (text, field->before);
  if (!row->added && !row->removed)
    g_string_append (text, " → ");
  if (!row->removed)
    append_value_text (text, field->after);
  g_string_append_c (text, '\n');
}

static void
append_row_text (GString *text, const PsHistoryRow *row)
{
  g_autofree char *name = ps_cli_one_line (row->row, MOST_NAME);
  /* Translators: a table's name and which row of it: "Tariff 45L11, region, from 01-01-2025" */
  const char *format = row->added ? _("    %s %s, added:\n") : row->removed ? _("    %s %s, removed:\n") : _("    %s %s:\n");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, row->table, name);
#pragma GCC diagnostic pop
  for (guint i = 0; i < row->fields->len; i++)
    append_field_text (text, row, g_ptr_array_index (row->fields, i));
}

/* Of an import not all rows are shown: it may have brought millions. */
static void
append_rest_text (GString *text, gint64 n)
{
  g_autofree char *count = ps_format_count (n);

  if (n > 0)
    g_string_append_printf (text, ngettext ("    … and %s more row\n", "    … and %s more rows\n", (gulong) n), count);
}

static void
append_record_text (GString *text, const PsHistoryRecord *record, const GPtrArray *rows)
{
  g_autofree char *moment = ps_cli_moment (record->made_at);
  g_autofree char *undoes = g_strdup_printf ("%" G_GINT64_FORMAT, record->undoes);
  g_autofree char *undone_by = g_strdup_printf ("%" G_GINT64_FORMAT, record->undone_by);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "  %s  %s  %s\n", record->id, moment, record->actor, record->what);
  if (record->reason != NULL)
    g_string_append_printf (text, _("    Reason: %s\n"), record->reason);
  if (record->undoes != 0)
    g_string_append_printf (text, _("    Takes back record %s\n"), undoes);
  if (record->undone_by != 0)
    g_string_append_printf (text, _("    Taken back by record %s\n"), undone_by);
  for (guint i = 0; i < rows->len; i++)
    append_row_text (text, g_ptr_array_index (rows, i));
  append_rest_text (text, record->n_changed + record->n_added - rows->len);
}

/* ---- JSON */

static void
add_row_json (PsJsonText *json, const PsHistoryRow *row)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "table", row->table);
  ps_json_text_string (json, "row", row->row);
  ps_json_text_string (json, "state", ps_history_row_state (row));
  ps_json_text_begin (json, "fields", '[');
  for (guint i = 0; i < row->fields->len; i++)
    {
      const PsHistoryField *field = g_ptr_array_index (row->fields, i);

      ps_json_text_begin (json, NULL, '{');
      ps_json_text_string (json, "field", field->field);
      ps_json_text_optional (json, "before", field->before);
      ps_json_text_optional (json, "after", field->after);
      ps_json_text_end (json, '}');
    }
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

static void
add_record_json (PsJsonText *json, const PsHistoryRecord *record, const GPtrArray *rows)
{
  g_autofree char *moment = ps_history_moment (record->made_at);

  ps_json_text_begin (json, NULL, '{');
  ps_json_text_number (json, "record", record->id);
  ps_json_text_string (json, "at", moment);
  ps_json_text_string (json, "actor", record->actor);
  ps_json_text_string (json, "action", record->action);
  ps_json_text_string (json, "thing", record->thing);
  ps_json_text_string (json, "what", record->what);
  ps_json_text_optional (json, "reason", record->reason);
  ps_json_text_number (json, "n_changed", record->n_changed);
  ps_json_text_number (json, "n_added", record->n_added);
  ps_json_text_reference (json, "undoes", record->undoes);
  ps_json_text_reference (json, "undone_by", record->undone_by);
  ps_json_text_optional (json, "hash", record->hash);
  ps_json_text_begin (json, "rows", '[');
  for (guint i = 0; i < rows->len; i++)
    add_row_json (json, g_ptr_array_index (rows, i));
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

/* ---- all formats */

void
ps_cli_history_begin (PsCliHistory *history, PsCliFormat format, GString *text)
{
  *history = (PsCliHistory){ .format = format, .text = text, .json = { .text = text, .first = TRUE } };
  if (format == PS_CLI_CSV)
    ps_history_csv_append_header (text);
  if (format != PS_CLI_JSON)
    return;
  ps_json_text_begin (&history->json, NULL, '{');
  ps_json_text_begin (&history->json, "records", '[');
}

void
ps_cli_history_add (PsCliHistory *history, const PsHistoryRecord *record, const GPtrArray *rows)
{
  history->n++;
  if (history->format == PS_CLI_JSON)
    add_record_json (&history->json, record, rows);
  else if (history->format == PS_CLI_CSV)
    ps_history_csv_append (history->text, record, rows);
  else
    append_record_text (history->text, record, rows);
}

void
ps_cli_history_end (PsCliHistory *history)
{
  if (history->format == PS_CLI_TEXT && history->n == 0)
    g_string_append (history->text, _("Nothing was changed.\n"));
  if (history->format != PS_CLI_JSON)
    return;
  ps_json_text_end (&history->json, ']');
  ps_json_text_end (&history->json, '}');
  g_string_append_c (history->text, '\n');
}
