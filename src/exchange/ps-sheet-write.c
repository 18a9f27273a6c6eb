/* ps-sheet-write.c: sheets as an XLSX book
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Codes are texts, so that leading zeros stay; a text that starts with "=" is a text in XLSX, and nothing has to be put before it.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-sheet-book.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ps-file-output.h"

#define MOST_TITLE 31     /* characters of a tab's name */
#define MOST_TEXT 32767   /* characters in a cell */
#define NOTE_WIDTH 72     /* characters of a line below the rows */
#define MOST_ROWS 1048576 /* the header and the totals among them */

/* The library says which step failed; the reason is still in errno. */
static gboolean
fail (lxw_error code, GError **error)
{
  if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s",
                 _("The spreadsheet was not written: the disk is full. Make room and try again."));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The spreadsheet cannot be made: %s"), lxw_strerror (code));
  return FALSE;
}

/* Spreadsheet programs keep the name "History", in their user's language, for a tab of their own. */
static gboolean
is_free (PsSheetBook *book, const char *name)
{
  return workbook_validate_sheet_name (book->book, name) == LXW_NO_ERROR && g_ascii_strcasecmp (name, "History") != 0
         && g_ascii_strcasecmp (name, "Geschiedenis") != 0;
}

/* A name that a tab may have, and that no tab of the book has yet: 31 characters, without what formulas need to tell names apart. */
static char *
tab_name (PsSheetBook *book, const char *title)
{
  g_autofree char *clean = g_strstrip (g_strdelimit (g_strdup (title), "[]:*?/\\'", ' '));
  const char *base = *clean != '\0' ? clean : _("Table");
  g_autofree char *name = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1), MOST_TITLE));

  for (int i = 2; !is_free (book, name); i++)
    {
      g_autofree char *number = g_strdup_printf (" (%d)", i);
      g_autofree char *start = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1), MOST_TITLE - (glong) strlen (number)));

      g_free (name);
      name = g_strconcat (start, number, NULL);
    }
  return g_steal_pointer (&name);
}

static lxw_error
write_text (lxw_worksheet *tab, guint row, guint column, const char *text, lxw_format *format)
{
  return worksheet_write_string (tab, row, (lxw_col_t) column, text, format);
}

/* The formula with the tabs' names: {2} is 'Lines'! A name has no apostrophe in it (tab_name()). */
static char *
formula_with_tabs (PsSheetBook *book, const char *formula)
{
  GString *text = g_string_new (NULL);

  for (const char *c = formula; *c != '\0'; c++)
    if (*c == '{')
      {
        guint place = (guint) g_ascii_strtoull (c + 1, (char **) &c, 10);

        g_assert (*c == '}' && place < book->tabs->len);
        g_string_append_printf (text, "'%s'!", ((lxw_worksheet *) g_ptr_array_index (book->tabs, place))->name);
      }
    else
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}

static lxw_error
write_formula (PsSheetBook *book, lxw_worksheet *tab, guint row, guint column, PsSheetKind kind, const PsSheetCell *cell,
               lxw_format *const *formats)
{
  g_autofree char *formula = formula_with_tabs (book, cell->formula);

  return worksheet_write_formula_num (tab, row, (lxw_col_t) column, formula, formats[ps_sheet_format_of (kind, cell->number)],
                                      ps_sheet_value_of (kind, cell->number));
}

static gboolean
is_after_number (const PsSheet *sheet, guint column)
{
  return column > 0 && g_array_index (sheet->columns, PsSheetColumn, column).kind == PS_SHEET_TEXT
         && g_array_index (sheet->columns, PsSheetColumn, column - 1).kind != PS_SHEET_TEXT;
}

static lxw_format *
text_format (PsSheetBook *book, const PsSheet *sheet, guint column, const char *text, lxw_format *const *formats)
{
  gboolean is_total = formats == book->totals;

  if (!is_total && ps_sheet_is_long (text))
    return book->long_text;
  if (is_after_number (sheet, column))
    return is_total ? book->after_number_total : book->after_number;
  return formats[PS_SHEET_FORMAT_TEXT];
}

/* @formats: of cells, or of totals */
static lxw_error
write_cell (PsSheetBook *book, lxw_worksheet *tab, guint row, guint column, const PsSheet *sheet, const PsSheetCell *cell,
            lxw_format *const *formats)
{
  PsSheetKind kind = ps_sheet_kind_of (cell, &g_array_index (sheet->columns, PsSheetColumn, column));
  g_autofree char *text = NULL;

  if (cell->text != NULL)
    return write_text (tab, row, column, cell->text, text_format (book, sheet, column, cell->text, formats));
  if (cell->number == PS_NO_NUMBER)
    return LXW_NO_ERROR;
  if (cell->formula != NULL && ps_sheet_is_exact (cell->number))
    return write_formula (book, tab, row, column, kind, cell, formats);
  if (ps_sheet_is_exact (cell->number))
    return worksheet_write_number (tab, row, (lxw_col_t) column, ps_sheet_value_of (kind, cell->number),
                                   formats[ps_sheet_format_of (kind, cell->number)]);
  text = ps_sheet_text_of (kind, cell->number);
  return write_text (tab, row, column, text, formats[PS_SHEET_FORMAT_TEXT]);
}

static lxw_error
write_headings (PsSheetBook *book, lxw_worksheet *tab, const PsSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const PsSheetColumn *column = &g_array_index (sheet->columns, PsSheetColumn, i);
      lxw_format *format = is_after_number (sheet, i)      ? book->after_number_heading
                           : column->kind == PS_SHEET_TEXT ? book->text_heading
                                                           : book->number_heading;
      lxw_error code = write_text (tab, 0, i, column->heading, format);

      if (code != LXW_NO_ERROR)
        return code;
    }
  return LXW_NO_ERROR;
}

/* A spreadsheet adds up what it has: a column that holds a number as text, or that comes to more than it can hold, is added up here. */
static gboolean
sum_column (const PsSheet *sheet, guint column, PsWide *sum)
{
  gboolean exact = TRUE;

  *sum = 0;
  for (guint i = 0; i < ps_sheet_n_rows (sheet); i++)
    {
      const PsSheetCell *cell = ps_sheet_cell (sheet, i, column);

      if (cell->text != NULL || cell->number == PS_NO_NUMBER)
        continue;
      *sum += cell->number;
      exact &= ps_sheet_is_exact (cell->number);
    }
  return exact && *sum > -PS_SHEET_MOST && *sum < PS_SHEET_MOST;
}

static lxw_error
write_sum (PsSheetBook *book, lxw_worksheet *tab, const PsSheet *sheet, guint column)
{
  PsSheetKind kind = g_array_index (sheet->columns, PsSheetColumn, column).kind;
  guint n_rows = ps_sheet_n_rows (sheet);
  g_autofree char *formula = NULL;
  g_autofree char *text = NULL;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  PsWide sum;

  if (sum_column (sheet, column, &sum))
    {
      lxw_rowcol_to_range (range, 1, (lxw_col_t) column, n_rows, (lxw_col_t) column);
      /* Cents are no doubles: a total of nothing would be a tiny amount, and shown with a minus. */
      formula = g_strdup_printf (kind == PS_SHEET_MONEY ? "=ROUND(SUM(%s),2)" : "=SUM(%s)", range);
      return worksheet_write_formula_num (tab, n_rows + 1, (lxw_col_t) column, formula,
                                          book->totals[ps_sheet_format_of (kind, (gint64) sum)],
                                          ps_sheet_value_of (kind, (gint64) sum));
    }
  if (sum >= -G_MAXINT64 && sum <= G_MAXINT64)
    text = ps_sheet_text_of (kind, (gint64) sum);
  return write_text (tab, n_rows + 1, column, text != NULL ? text : _("too large"), book->totals[PS_SHEET_FORMAT_TEXT]);
}

static lxw_error
write_totals (PsSheetBook *book, lxw_worksheet *tab, const PsSheet *sheet)
{
  lxw_error code = LXW_NO_ERROR;

  for (guint i = 0; i < sheet->columns->len && code == LXW_NO_ERROR; i++)
    {
      if (g_array_index (sheet->columns, PsSheetColumn, i).total)
        code = write_sum (book, tab, sheet, i);
      else
        code = write_text (tab, ps_sheet_n_rows (sheet) + 1, i, i == 0 ? _("Total") : "", book->totals[PS_SHEET_FORMAT_TEXT]);
    }
  return code;
}

/* Lines of a width that every sheet has room for: a cell whose words go on over the empty ones beside it. */
static GPtrArray *
break_note (const char *note)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (note, " ", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (line->len > 0 && g_utf8_strlen (line->str, -1) + g_utf8_strlen (words[i], -1) >= NOTE_WIDTH)
        {
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_truncate (line, 0);
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
    }
  g_ptr_array_add (lines, g_string_free (line, FALSE));
  return lines;
}

/* Below the rows with an empty one between, so that the filter, and whoever sorts, leave it where it is. */
static lxw_error
write_note (PsSheetBook *book, lxw_worksheet *tab, const PsSheet *sheet)
{
  guint row = ps_sheet_n_rows (sheet) + (ps_sheet_has_total (sheet) ? 3 : 2);
  g_autoptr (GPtrArray) lines = break_note (sheet->note);
  lxw_error code = LXW_NO_ERROR;

  for (guint i = 0; i < lines->len && code == LXW_NO_ERROR; i++)
    code = write_text (tab, row + i, 0, lines->pdata[i], book->cells[PS_SHEET_FORMAT_TEXT]);
  return code;
}

static lxw_error
write_rows (PsSheetBook *book, lxw_worksheet *tab, const PsSheet *sheet)
{
  guint n_columns = sheet->columns->len;
  lxw_error code = write_headings (book, tab, sheet);

  for (guint i = 0; i < n_columns * ps_sheet_n_rows (sheet) && code == LXW_NO_ERROR; i++)
    code = write_cell (book, tab, i / n_columns + 1, i % n_columns, sheet, ps_sheet_cell (sheet, i / n_columns, i % n_columns),
                       ps_sheet_is_total (sheet, i / n_columns) ? book->totals : book->cells);
  return code == LXW_NO_ERROR && ps_sheet_has_total (sheet) ? write_totals (book, tab, sheet) : code;
}

/* What the format has no room for is said before anything is written. */
static gboolean
check_size (const PsSheet *sheet, GError **error)
{
  g_assert (sheet->columns->len > 0);
  if (ps_sheet_n_rows (sheet) + 2 > MOST_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” has more than a million rows, which no spreadsheet can hold. Export it as CSV."), sheet->title);
      return FALSE;
    }
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const char *text = g_array_index (sheet->cells, PsSheetCell, i).text;

      if (text == NULL || strlen (text) <= MOST_TEXT || g_utf8_strlen (text, -1) <= MOST_TEXT)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” has a text of more than %d characters, which no spreadsheet can hold. Export it as CSV."),
                   sheet->title, MOST_TEXT);
      return FALSE;
    }
  return TRUE;
}

/* All tabs have their names before the first formula is written, which may be about any of them. */
static gboolean
add_tab (PsSheetBook *book, const PsSheet *sheet, GError **error)
{
  g_autofree char *name = NULL;
  lxw_worksheet *tab;

  if (!check_size (sheet, error))
    return FALSE;
  name = tab_name (book, sheet->title);
  tab = workbook_add_worksheet (book->book, name);
  if (tab == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  g_ptr_array_add (book->tabs, tab);
  return TRUE;
}

static gboolean
fill_tab (PsSheetBook *book, lxw_worksheet *tab, const PsSheet *sheet, GError **error)
{
  lxw_error code = write_rows (book, tab, sheet);

  if (code == LXW_NO_ERROR && sheet->note != NULL)
    code = write_note (book, tab, sheet);
  if (code == LXW_NO_ERROR)
    code = ps_sheet_lay_out (tab, sheet);
  return code == LXW_NO_ERROR || fail (code, error);
}

static gboolean
add_sheets (PsSheetBook *book, GPtrArray *sheets, GError **error)
{
  for (guint i = 0; i < sheets->len; i++)
    if (!add_tab (book, g_ptr_array_index (sheets, i), error))
      return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    if (!fill_tab (book, g_ptr_array_index (book->tabs, i), g_ptr_array_index (sheets, i), error))
      return FALSE;
  return TRUE;
}

/* Closing writes the file. */
static gboolean
write_book (GPtrArray *sheets, const char *path, GError **error)
{
  g_autoptr (GPtrArray) tabs = g_ptr_array_new ();
  PsSheetBook book = { .book = workbook_new (path), .tabs = tabs };
  lxw_error code;

  if (book.book == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  errno = 0;
  ps_sheet_make_formats (&book);
  if (!add_sheets (&book, sheets, error))
    {
      lxw_workbook_free (book.book);
      return FALSE;
    }
  errno = 0;
  code = workbook_close (book.book);
  return code == LXW_NO_ERROR ? ps_sheet_check (path, error) : fail (code, error);
}

/**
 * ps_sheets_write: a book with these tabs, in this order.
 * @sheets: (element-type PsSheet): at least one, each with a column
 *
 * Header in bold that stays in view, a filter, widths, and where a column has a total its SUM with the value that it comes to.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence; what stood at `path` stands there still
 */
gboolean
ps_sheets_write (GPtrArray *sheets, const char *path, GError **error)
{
  g_autoptr (PsFileOutput) output = ps_file_output_new (path, error);

  return output != NULL && ps_sheets_write_output (sheets, output, error) && ps_file_output_publish (output, error);
}

gboolean
ps_sheets_write_output (GPtrArray *sheets, PsFileOutput *output, GError **error)
{
  g_assert (sheets->len > 0);

  return write_book (sheets, ps_file_output_get_path (output), error);
}
