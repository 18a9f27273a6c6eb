/* ps-sheet-layout.c: how a sheet looks: widths, the header in view, pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-book.h"

#define LEAST_WIDTH 8
#define MOST_WIDTH 60
#define HEIGHT_OF_LINE 14.0 /* points */
#define MOST_HEIGHT 409.0   /* that a row can have */
#define WIDTH_OF_ARROW 3    /* of the filter in the heading */

/* The longest line of a text, as far as a column can be wide. */
static int
width_of_text (const char *text)
{
  int longest = 0, width = 0;

  for (const char *c = text; *c != '\0' && longest < MOST_WIDTH; c = g_utf8_next_char (c))
    {
      width = *c == '\n' ? 0 : width + (g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1);
      longest = MAX (longest, width);
    }
  return longest;
}

gboolean
ps_sheet_is_long (const char *text)
{
  return width_of_text (text) >= MOST_WIDTH;
}

static int
width_of_column (const PsSheet *sheet, guint place)
{
  const PsSheetColumn *column = &g_array_index (sheet->columns, PsSheetColumn, place);
  int width = MAX (LEAST_WIDTH, width_of_text (column->heading) + WIDTH_OF_ARROW);
  gint64 largest = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ps_sheet_n_rows (sheet); i++)
    {
      const PsSheetCell *cell = ps_sheet_cell (sheet, i, place);

      if (cell->text != NULL)
        width = MAX (width, width_of_text (cell->text) + 1);
      else if (cell->number != PS_NO_NUMBER)
        largest = MAX (largest, cell->number < 0 ? -(cell->number + 1) : cell->number);
    }
  /* A total has a digit or two more than its largest part, and the decimals that a round number does not show. */
  if (column->total && largest < G_MAXINT64 / 100)
    largest *= 100;
  text = ps_sheet_text_of (column->kind, column->kind == PS_SHEET_DATE ? 0 : largest);
  return MIN (MOST_WIDTH, MAX (width, width_of_text (text) + 2));
}

/* How many lines a text takes in the widest column. Words are broken a little before its end. */
static int
lines_of (const char *text)
{
  const int width = MOST_WIDTH - 4;

  return (int) (g_utf8_strlen (text, -1) + width - 1) / width;
}

/* Not every program makes a row as high as its text when it opens a file. */
static void
set_heights (lxw_worksheet *tab, const PsSheet *sheet)
{
  for (guint row = 0; row < ps_sheet_n_rows (sheet); row++)
    {
      int n_lines = 1;

      for (guint i = 0; i < sheet->columns->len; i++)
        {
          const char *text = ps_sheet_cell (sheet, row, i)->text;

          if (text != NULL && ps_sheet_is_long (text))
            n_lines = MAX (n_lines, lines_of (text));
        }
      if (n_lines > 1 && !ps_sheet_is_total (sheet, row))
        worksheet_set_row (tab, row + 1, MIN (n_lines * HEIGHT_OF_LINE, MOST_HEIGHT), NULL);
    }
}

/* Header in view, filter, widths, and pages of A4 across with the header on each. */
lxw_error
ps_sheet_lay_out (lxw_worksheet *tab, const PsSheet *sheet)
{
  lxw_col_t last = (lxw_col_t) (sheet->columns->len - 1);
  guint n_rows = ps_sheet_n_rows (sheet);
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  for (guint i = 0; i < sheet->columns->len; i++)
    worksheet_set_column (tab, (lxw_col_t) i, (lxw_col_t) i, width_of_column (sheet, i), NULL);
  set_heights (tab, sheet);
  worksheet_freeze_panes (tab, 1, 0);
  worksheet_set_landscape (tab);
  worksheet_set_paper (tab, 9);
  worksheet_fit_to_pages (tab, 1, 0);
  worksheet_repeat_rows (tab, 0, 0);
  /* Codes are meant to be texts: no green corner that says so. */
  lxw_rowcol_to_range (range, 0, 0, n_rows + 1, last);
  worksheet_ignore_errors (tab, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  return worksheet_autofilter (tab, 0, 0, n_rows, last);
}
