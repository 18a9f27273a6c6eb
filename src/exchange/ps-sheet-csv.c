/* ps-sheet-csv.c: a sheet as CSV, for spreadsheets that people have set to Dutch
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "ps-csv-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define PIECE_SIZE (64 * 1024)

static void
append_number (GString *text, PsSheetKind kind, gint64 number)
{
  switch (kind)
    {
    case PS_SHEET_DATE:
      ps_csv_text_append_date (text, (PsDate) number, FALSE);
      break;
    case PS_SHEET_MONEY:
      ps_csv_text_append_number (text, number, 2, 2);
      break;
    case PS_SHEET_TARIFF:
      ps_csv_text_append_number (text, number, 4, 2);
      break;
    case PS_SHEET_VOLUME:
      ps_csv_text_append_number (text, number, 3, 0);
      break;
    case PS_SHEET_PERCENT:
      ps_csv_text_append_number (text, number, 2, 0);
      break;
    case PS_SHEET_TEXT:
    case PS_SHEET_COUNT:
    default:
      ps_csv_text_append_number (text, number, 0, 0);
      break;
    }
}

static void
end_cell (GString *text, const PsSheet *sheet, guint column)
{
  g_string_append (text, column + 1 < sheet->columns->len ? ";" : "\r\n");
}

static void
append_headings (GString *text, const PsSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      ps_csv_text_append (text, g_array_index (sheet->columns, PsSheetColumn, i).heading);
      end_cell (text, sheet, i);
    }
}

static void
append_row (GString *text, const PsSheet *sheet, guint row)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const PsSheetCell *cell = ps_sheet_cell (sheet, row, i);

      if (cell->text != NULL)
        ps_csv_text_append (text, cell->text);
      else if (cell->number != PS_NO_NUMBER)
        append_number (text, ps_sheet_kind_of (cell, &g_array_index (sheet->columns, PsSheetColumn, i)), cell->number);
      end_cell (text, sheet, i);
    }
}

/* Texts that stand among numbers count as nothing, as in a spreadsheet. FALSE: it is more than a number can hold. */
static gboolean
sum_column (const PsSheet *sheet, guint column, gint64 *sum)
{
  PsOverflow overflow = { FALSE };

  *sum = 0;
  for (guint i = 0; i < ps_sheet_n_rows (sheet); i++)
    {
      const PsSheetCell *cell = ps_sheet_cell (sheet, i, column);

      if (cell->text == NULL && cell->number != PS_NO_NUMBER)
        *sum = ps_add (*sum, cell->number, &overflow);
    }
  return !overflow.overflowed;
}

static void
append_totals (GString *text, const PsSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const PsSheetColumn *column = &g_array_index (sheet->columns, PsSheetColumn, i);
      gint64 sum;

      if (column->total && sum_column (sheet, i, &sum))
        append_number (text, column->kind, sum);
      else if (column->total || i == 0)
        ps_csv_text_append (text, column->total ? _("too large") : _("Total"));
      end_cell (text, sheet, i);
    }
}

static gboolean
flush (GString *text, gsize most, GOutputStream *output, GError **error)
{
  if (text->len <= most)
    return TRUE;
  if (!g_output_stream_write_all (output, text->str, text->len, NULL, NULL, error))
    return FALSE;
  g_string_truncate (text, 0);
  return TRUE;
}

/**
 * ps_sheet_write_csv: headings, rows, and where the sheet has totals and they are wanted these. Formulas as what they come to.
 *
 * Returns: FALSE with the stream's error. The stream is not closed.
 */
gboolean
ps_sheet_write_csv (const PsSheet *sheet, gboolean totals, GOutputStream *output, GError **error)
{
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);

  append_headings (text, sheet);
  for (guint i = 0; i < ps_sheet_n_rows (sheet); i++)
    {
      append_row (text, sheet, i);
      if (!flush (text, PIECE_SIZE, output, error))
        return FALSE;
    }
  if (totals && ps_sheet_has_total (sheet))
    append_totals (text, sheet);
  return flush (text, 0, output, error);
}
