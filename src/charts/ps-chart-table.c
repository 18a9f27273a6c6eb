/* ps-chart-table.c: the figures of a chart as a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart.h"
#include "core/ps-format.h"

#include <stdarg.h>
#include <string.h>

#define NOT_THERE "\342\200\223" /* as core/ps-format.c writes a number that was not given */
#define BYTE_ORDER_MARK "\357\273\277"

/**
 * ps_chart_table_new: an empty table; the headings, one a column, end with NULL.
 */
PsChartTable *
ps_chart_table_new (const char *first_heading, ...)
{
  PsChartTable *table = g_new0 (PsChartTable, 1);
  va_list headings;

  table->headings = g_ptr_array_new_with_free_func (g_free);
  table->texts = g_ptr_array_new_with_free_func (g_free);
  table->amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  table->kinds = g_array_new (FALSE, FALSE, sizeof (PsValueKind));
  va_start (headings, first_heading);
  for (const char *heading = first_heading; heading != NULL; heading = va_arg (headings, const char *))
    g_ptr_array_add (table->headings, g_strdup (heading));
  va_end (headings);
  table->n_columns = table->headings->len;
  return table;
}

void
ps_chart_table_free (PsChartTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->headings);
  g_ptr_array_unref (table->texts);
  g_array_unref (table->amounts);
  g_array_unref (table->kinds);
  g_free (table);
}

static void
add_cell (PsChartTable *table, char *text, PsValueKind kind, gint64 value)
{
  g_ptr_array_add (table->texts, text);
  g_array_append_val (table->amounts, value);
  g_array_append_val (table->kinds, kind);
}

/**
 * ps_chart_table_add_heading: one more column.
 */
void
ps_chart_table_add_heading (PsChartTable *table, const char *heading)
{
  g_assert (table->texts->len == 0);
  g_ptr_array_add (table->headings, g_strdup (heading));
  table->n_columns++;
}

void
ps_chart_table_add_text (PsChartTable *table, const char *text)
{
  add_cell (table, g_strdup (text), PS_VALUE_TEXT, PS_NO_NUMBER);
}

/**
 * ps_chart_table_add_amount: a cell with an amount; PS_NO_NUMBER gives "–".
 */
void
ps_chart_table_add_amount (PsChartTable *table, gint64 cents)
{
  add_cell (table, ps_format_money (cents), PS_VALUE_MONEY, cents);
}

/**
 * ps_chart_table_add_value: a cell with a figure of any kind; PS_NO_NUMBER gives "–".
 */
void
ps_chart_table_add_value (PsChartTable *table, PsValueKind kind, gint64 value)
{
  add_cell (table, ps_value_format (kind, value), kind, value);
}

/**
 * ps_chart_table_column_kind: what the figures of a column are.
 */
PsValueKind
ps_chart_table_column_kind (const PsChartTable *table, guint column)
{
  for (guint row = 0; row < ps_chart_table_n_rows (table); row++)
    if (ps_chart_table_amount (table, row, column) != PS_NO_NUMBER)
      return g_array_index (table->kinds, PsValueKind, row * table->n_columns + column);
  return PS_VALUE_TEXT;
}

guint
ps_chart_table_n_rows (const PsChartTable *table)
{
  return table->n_columns == 0 ? 0 : table->texts->len / table->n_columns;
}

const char *
ps_chart_table_text (const PsChartTable *table, guint row, guint column)
{
  g_assert (column < table->n_columns && row < ps_chart_table_n_rows (table));
  return g_ptr_array_index (table->texts, row * table->n_columns + column);
}

gint64
ps_chart_table_amount (const PsChartTable *table, guint row, guint column)
{
  g_assert (column < table->n_columns && row < ps_chart_table_n_rows (table));
  return g_array_index (table->amounts, gint64, row * table->n_columns + column);
}

/* A spreadsheet runs what starts with one of these; a quote before it makes it text. */
static void
append_text (GString *csv, const char *text)
{
  gboolean quoted = strpbrk (text, ";\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (csv, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

static int
decimals_of (PsValueKind kind)
{
  return kind == PS_VALUE_MONEY || kind == PS_VALUE_SHARE ? 2 : kind == PS_VALUE_PLACES ? 3 : 0;
}

/* Digits that a spreadsheet reads as a number wherever files of this kind are read: a decimal comma, nothing between thousands. A
 * share is in per cents. */
static void
append_value (GString *csv, PsValueKind kind, gint64 value)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value, unit = 1;
  int decimals = decimals_of (kind);

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  g_string_append_printf (csv, "%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size / unit);
  if (decimals > 0)
    g_string_append_printf (csv, ",%0*" G_GUINT64_FORMAT, decimals, size % unit);
}

static void
append_cell (GString *csv, const PsChartTable *table, guint row, guint column)
{
  const char *text = ps_chart_table_text (table, row, column);
  gint64 amount = ps_chart_table_amount (table, row, column);
  PsValueKind kind = g_array_index (table->kinds, PsValueKind, row * table->n_columns + column);

  if (column > 0)
    g_string_append_c (csv, ';');
  if (amount != PS_NO_NUMBER && kind != PS_VALUE_DATE)
    append_value (csv, kind, amount);
  else if (!g_str_equal (text, NOT_THERE))
    append_text (csv, text);
}

/**
 * ps_chart_table_to_csv: the table as a file for spreadsheets: semicolons, CRLF, a byte order mark, amounts in euros with a
 * decimal comma; text that a spreadsheet would run is made harmless.
 */
char *
ps_chart_table_to_csv (const PsChartTable *table)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint column = 0; column < table->n_columns; column++)
    {
      if (column > 0)
        g_string_append_c (csv, ';');
      append_text (csv, g_ptr_array_index (table->headings, column));
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < ps_chart_table_n_rows (table); row++)
    {
      for (guint column = 0; column < table->n_columns; column++)
        append_cell (csv, table, row, column);
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}
