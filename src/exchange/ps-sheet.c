/* ps-sheet.c: a table that is to become a spreadsheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-private.h"

#define FIRST_ROW 2 /* below the headings, as spreadsheets count */

static void
clear_column (gpointer data)
{
  g_free (((PsSheetColumn *) data)->heading);
}

static void
clear_cell (gpointer data)
{
  PsSheetCell *cell = data;

  g_free (cell->text);
  g_free (cell->formula);
}

/**
 * ps_sheet_new: an empty sheet; columns first, then cells.
 *
 * Returns: (transfer full)
 */
PsSheet *
ps_sheet_new (const char *title)
{
  PsSheet *sheet = g_new0 (PsSheet, 1);

  sheet->title = g_utf8_make_valid (title, -1);
  sheet->columns = g_array_new (FALSE, FALSE, sizeof (PsSheetColumn));
  g_array_set_clear_func (sheet->columns, clear_column);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (PsSheetCell));
  g_array_set_clear_func (sheet->cells, clear_cell);
  sheet->totals = g_hash_table_new (NULL, NULL);
  return sheet;
}

void
ps_sheet_free (PsSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->title);
  g_free (sheet->note);
  g_array_unref (sheet->columns);
  g_array_unref (sheet->cells);
  g_hash_table_unref (sheet->totals);
  g_free (sheet);
}

/**
 * ps_sheet_add_column: one more column on the right.
 * @heading: translated
 * @total: a row below the others has its SUM; texts and dates have none
 */
void
ps_sheet_add_column (PsSheet *sheet, const char *heading, PsSheetKind kind, gboolean total)
{
  PsSheetColumn column = { g_utf8_make_valid (heading, -1), kind, total && kind != PS_SHEET_TEXT && kind != PS_SHEET_DATE };

  g_assert (sheet->cells->len == 0);
  g_array_append_val (sheet->columns, column);
}

/**
 * ps_sheet_add_text: the next cell, from left to right and from above. In a column of numbers it is a text that stands among them.
 * @text: (nullable): copied; never taken for a number or a formula
 */
void
ps_sheet_add_text (PsSheet *sheet, const char *text)
{
  PsSheetCell cell = { .number = PS_NO_NUMBER };

  g_assert (sheet->columns->len > 0);
  if (text != NULL && *text != '\0')
    cell.text = g_utf8_make_valid (text, -1);
  g_array_append_val (sheet->cells, cell);
}

/**
 * ps_sheet_add_number: the next cell, in the unit of the column's kind: cents, ten-thousandths of a euro, thousandths, basis points,
 * days. PS_NO_NUMBER, and in a column of dates PS_DATE_OPEN, is an empty cell.
 */
void
ps_sheet_add_number (PsSheet *sheet, gint64 number)
{
  PsSheetCell cell = { .number = number };
  const PsSheetColumn *column;

  g_assert (sheet->columns->len > 0);
  column = &g_array_index (sheet->columns, PsSheetColumn, sheet->cells->len % sheet->columns->len);
  if (column->kind == PS_SHEET_DATE && number == PS_DATE_OPEN)
    cell.number = PS_NO_NUMBER;
  g_array_append_val (sheet->cells, cell);
}

void
ps_sheet_add_number_of (PsSheet *sheet, PsSheetKind kind, gint64 number)
{
  PsSheetCell cell = { .number = number, .has_kind = TRUE, .kind = kind };

  g_assert (sheet->columns->len > 0 && kind != PS_SHEET_TEXT);
  if (kind == PS_SHEET_DATE && number == PS_DATE_OPEN)
    cell.number = PS_NO_NUMBER;
  g_array_append_val (sheet->cells, cell);
}

PsSheetKind
ps_sheet_kind_of (const PsSheetCell *cell, const PsSheetColumn *column)
{
  return cell->has_kind ? cell->kind : column->kind;
}

/**
 * ps_sheet_add_formula: the next cell, computed by the spreadsheet from others. See the header for how formulas are written. Round what
 * is a sum or a difference of amounts: spreadsheets count in doubles.
 * @number: its value, in the unit of the column's kind; a number that no cell can hold is written as its text instead
 */
void
ps_sheet_add_formula (PsSheet *sheet, gint64 number, const char *format, ...)
{
  PsSheetCell cell = { .number = number };
  va_list words;

  g_assert (sheet->columns->len > 0 && number != PS_NO_NUMBER);
  va_start (words, format);
  cell.formula = g_strdup_vprintf (format, words);
  va_end (words);
  g_assert (cell.formula[0] == '=');
  g_array_append_val (sheet->cells, cell);
}

void
ps_sheet_mark_total (PsSheet *sheet)
{
  g_hash_table_add (sheet->totals, GUINT_TO_POINTER (sheet->cells->len / sheet->columns->len));
}

void
ps_sheet_set_note (PsSheet *sheet, const char *note)
{
  g_free (sheet->note);
  sheet->note = note != NULL ? g_utf8_make_valid (note, -1) : NULL;
}

gboolean
ps_sheet_is_total (const PsSheet *sheet, guint row)
{
  return g_hash_table_contains (sheet->totals, GUINT_TO_POINTER (row));
}

guint
ps_sheet_get_next_row (const PsSheet *sheet)
{
  return sheet->cells->len / sheet->columns->len + FIRST_ROW;
}

/* "A" to "Z", "AA" … */
static char *
column_letters (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));
  return g_string_free (letters, FALSE);
}

/**
 * ps_sheet_get_range: the cells of a column, without its heading and its total. Of a sheet without rows it is the empty one below the heading.
 *
 * Returns: (transfer full)
 */
char *
ps_sheet_get_range (const PsSheet *sheet, guint column)
{
  g_autofree char *letters = column_letters (column);

  return g_strdup_printf ("$%s$%u:$%s$%u", letters, FIRST_ROW, letters, MAX (ps_sheet_n_rows (sheet), 1) + FIRST_ROW - 1);
}

/**
 * ps_sheet_get_total: the cell with a column's total. Of a sheet without rows it is an empty one.
 *
 * Returns: (transfer full)
 */
char *
ps_sheet_get_total (const PsSheet *sheet, guint column)
{
  g_autofree char *letters = column_letters (column);

  return g_strdup_printf ("$%s$%u", letters, ps_sheet_n_rows (sheet) + FIRST_ROW);
}

gboolean
ps_sheet_has_total (const PsSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_array_index (sheet->columns, PsSheetColumn, i).total)
      return ps_sheet_n_rows (sheet) > 0;
  return FALSE;
}

/* A last row that is not full counts: its other cells are empty. */
guint
ps_sheet_n_rows (const PsSheet *sheet)
{
  return sheet->columns->len == 0 ? 0 : (sheet->cells->len + sheet->columns->len - 1) / sheet->columns->len;
}

const PsSheetCell *
ps_sheet_cell (const PsSheet *sheet, guint row, guint column)
{
  static const PsSheetCell empty = { NULL, NULL, PS_NO_NUMBER };
  guint place = row * sheet->columns->len + column;

  return place < sheet->cells->len ? &g_array_index (sheet->cells, PsSheetCell, place) : &empty;
}
