/* ps-sheet.c: a table that is to become a spreadsheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-private.h"

static void
clear_column (gpointer data)
{
  g_free (((PsSheetColumn *) data)->heading);
}

static void
clear_cell (gpointer data)
{
  g_free (((PsSheetCell *) data)->text);
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
  return sheet;
}

void
ps_sheet_free (PsSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->title);
  g_array_unref (sheet->columns);
  g_array_unref (sheet->cells);
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
  PsSheetCell cell = { NULL, PS_NO_NUMBER };

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
  PsSheetCell cell = { NULL, number };
  const PsSheetColumn *column;

  g_assert (sheet->columns->len > 0);
  column = &g_array_index (sheet->columns, PsSheetColumn, sheet->cells->len % sheet->columns->len);
  if (column->kind == PS_SHEET_DATE && number == PS_DATE_OPEN)
    cell.number = PS_NO_NUMBER;
  g_array_append_val (sheet->cells, cell);
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
  static const PsSheetCell empty = { NULL, PS_NO_NUMBER };
  guint place = row * sheet->columns->len + column;

  return place < sheet->cells->len ? &g_array_index (sheet->cells, PsSheetCell, place) : &empty;
}
