/* ps-table-text.c: a table's cells as text: on the screen, on the clipboard, in a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <string.h>

#include "core/ps-format.h"
#include "ps-table-private.h"

#define NO_BREAK_SPACE "\302\240"

gboolean
ps_column_is_number (const PsColumn *column)
{
  return column->kind != PS_COLUMN_TEXT && column->kind != PS_COLUMN_DRAWING;
}

/* Below each other, "74,0 %" and "74,8 %": a decimal that one of them has, all have. */
static char *
format_percent (gint64 share_bp, int decimals)
{
  g_autofree char *number = ps_format_decimal (share_bp, 2, decimals);

  return g_strdup_printf ("%s" NO_BREAK_SPACE "%%", number);
}

/* One decimal, as shares have; two where a percentage of the column is no less exact than that. */
void
ps_table_find_decimals (PsTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->decimals[i] = 1;
      for (guint k = 0; self->columns[i].kind == PS_COLUMN_PERCENT && k < self->rows->len; k++)
        {
          gint64 share_bp = ps_table_row_get_number (g_ptr_array_index (self->rows, k), i);

          if (share_bp != PS_NO_NUMBER && share_bp % 10 != 0)
            self->decimals[i] = 2;
        }
    }
}

/* A number as people read it, by the locale; "" where it is empty. Owned by the caller. */
char *
ps_table_format (PsTable *self, guint column, gint64 number)
{
  if (number == PS_NO_NUMBER)
    return g_strdup ("");

  switch (self->columns[column].kind)
    {
    case PS_COLUMN_MONEY:
      return ps_format_money (number);
    case PS_COLUMN_COUNT:
      return ps_format_count (number);
    case PS_COLUMN_PERCENT:
      return format_percent (number, self->decimals[column]);
    case PS_COLUMN_DATE:
      return ps_format_date ((PsDate) number);
    case PS_COLUMN_TARIFF:
      return ps_format_tariff (number);
    case PS_COLUMN_VOLUME:
      return ps_format_volume (number);
    case PS_COLUMN_TEXT:
    case PS_COLUMN_DRAWING:
    default:
      return g_strdup ("");
    }
}

/* What a cell says. Owned by the caller, never NULL. */
char *
ps_table_cell_text (PsTable *self, PsTableRow *row, guint place)
{
  const char *text = ps_table_row_get_text (row, place);

  if (text != NULL)
    return g_strdup (text);
  return ps_table_format (self, place, ps_table_row_get_number (row, place));
}

/* A number with a decimal comma and no thousands separators, trailing zeros only up to `least` decimals:
 * what a spreadsheet of these users reads as a number, whatever the locale of this program. */
static void
append_decimal (GString *text, gint64 number, int decimals, int least)
{
  guint64 size = number < 0 ? -(guint64) number : (guint64) number;
  guint64 unit = 1;

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  for (; decimals > least && size % 10 == 0; decimals--, unit /= 10)
    size /= 10;
  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT, number < 0 ? "-" : "", size / unit);
  if (decimals > 0)
    g_string_append_printf (text, ",%0*" G_GUINT64_FORMAT, decimals, size % unit);
}

static void
append_date (GString *text, PsDate date)
{
  int year, month, day;

  if (date == PS_DATE_OPEN)
    return;
  ps_date_to_ymd (date, &year, &month, &day);
  g_string_append_printf (text, "%02d-%02d-%04d", day, month, year);
}

static void
append_number (GString *text, PsColumnKind kind, gint64 number)
{
  if (number == PS_NO_NUMBER)
    return;

  switch (kind)
    {
    case PS_COLUMN_MONEY:
      append_decimal (text, number, 2, 2);
      break;
    case PS_COLUMN_PERCENT:
      append_decimal (text, number, 2, 0);
      break;
    case PS_COLUMN_TARIFF:
      append_decimal (text, number, 4, 2);
      break;
    case PS_COLUMN_VOLUME:
      append_decimal (text, number, 3, 0);
      break;
    case PS_COLUMN_DATE:
      append_date (text, (PsDate) number);
      break;
    case PS_COLUMN_COUNT:
    case PS_COLUMN_TEXT:
    case PS_COLUMN_DRAWING:
    default:
      append_decimal (text, number, 0, 0);
      break;
    }
}

/* Text that a spreadsheet would take for a formula is made harmless with an apostrophe. */
static void
append_text (GString *line, const char *text, char separator)
{
  gboolean formula = strchr ("=+-@\t\r", text[0]) != NULL && text[0] != '\0';
  gboolean quoted = separator != '\t' && strpbrk (text, ";,\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (separator == '\t' && strchr ("\t\r\n", *c) != NULL)
        g_string_append_c (line, ' ');
      else
        g_string_append_c (line, *c);
      if (quoted && *c == '"')
        g_string_append_c (line, '"');
    }
  if (quoted)
    g_string_append_c (line, '"');
}

static void
append_cell (GString *line, const PsColumn *column, PsTableRow *row, guint place, char separator)
{
  const char *text = ps_table_row_get_text (row, place);
  gint64 number = ps_table_row_get_number (row, place);

  if (column->kind == PS_COLUMN_TEXT || (number == PS_NO_NUMBER && text != NULL))
    append_text (line, text != NULL ? text : "", separator);
  else
    append_number (line, ps_table_row_kind (row, column->kind), number);
}

/* Titles and rows, lines ending in CRLF. Only reads the rows: may run on another thread. */
GString *
ps_table_write (const PsColumn *columns, guint n_columns, GPtrArray *rows, char separator)
{
  GString *text = g_string_sized_new ((gsize) 16 * n_columns * (rows->len + 1));

  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      append_text (text, columns[i].title, separator);
    }
  g_string_append (text, "\r\n");
  for (guint r = 0; r < rows->len; r++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          if (i > 0)
            g_string_append_c (text, separator);
          append_cell (text, &columns[i], g_ptr_array_index (rows, r), i, separator);
        }
      g_string_append (text, "\r\n");
    }
  return text;
}

/* The rows that a copy takes: those selected, or all that are shown when none is. */
GPtrArray *
ps_table_copied (PsTable *self)
{
  GPtrArray *shown = ps_table_model_get_rows (self->model);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  GPtrArray *rows;
  guint position;

  if (gtk_bitset_is_empty (selected))
    return g_ptr_array_ref (shown);

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (position < shown->len)
      g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (shown, position)));
  return rows;
}

/**
 * ps_table_to_csv:
 *
 * Returns: (transfer full): what is shown, as the program writes it for spreadsheets: `;`, CRLF, UTF-8 with BOM, decimal commas,
 *   and text that looks like a formula made harmless
 */
char *
ps_table_to_csv (PsTable *self)
{
  GString *text;

  g_return_val_if_fail (PS_IS_TABLE (self), NULL);

  text = ps_table_write (self->columns, self->n_columns, ps_table_model_get_rows (self->model), ';');
  g_string_prepend (text, "\xEF\xBB\xBF");
  return g_string_free (text, FALSE);
}

/**
 * ps_table_to_text:
 *
 * Returns: (transfer full): titles and rows separated by tabs: the rows selected, or all that are shown
 */
char *
ps_table_to_text (PsTable *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (PS_IS_TABLE (self), NULL);

  rows = ps_table_copied (self);
  return g_string_free (ps_table_write (self->columns, self->n_columns, rows, '\t'), FALSE);
}
