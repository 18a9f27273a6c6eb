/* ps-sheet.h: a table as a spreadsheet: XLSX with typed cells
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-date.h"
#include "core/ps-number.h"
#include "ps-file-output.h"

G_BEGIN_DECLS

typedef enum { PS_SHEET_TEXT, PS_SHEET_MONEY, PS_SHEET_COUNT, PS_SHEET_PERCENT, PS_SHEET_DATE, PS_SHEET_TARIFF, PS_SHEET_VOLUME } PsSheetKind;

typedef struct _PsSheet PsSheet;

/* A sheet is filled on any thread and written on any other: plain data. Numbers are in the units of ps-number.h. */
PsSheet *ps_sheet_new        (const char *title);                                    /* of the tab; what XLSX does not allow in one is replaced */
void     ps_sheet_free       (PsSheet *sheet);
void     ps_sheet_add_column (PsSheet *sheet, const char *heading, PsSheetKind kind, gboolean total);   /* total: a SUM below it */
void     ps_sheet_add_text   (PsSheet *sheet, const char *text);                      /* the next cell; NULL: empty */
void     ps_sheet_add_number (PsSheet *sheet, gint64 number);                         /* PS_NO_NUMBER (PS_DATE_OPEN in a date column): empty */
/* The next cell, of another kind than its column: where different figures of one thing stand below each other. */
void     ps_sheet_add_number_of (PsSheet *sheet, PsSheetKind kind, gint64 number);

/* The next cell as a formula, as the file format writes them: English names, commas, "=" before it. `{2}` in it is the book's sheet at place 2
 * (from 0). `number`: what it comes to, so that programs that do not recalculate show the same. */
void     ps_sheet_add_formula (PsSheet *sheet, gint64 number, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* The row that the next cell is in is shown as a total is. */
void     ps_sheet_mark_total   (PsSheet *sheet);
/* Said below the rows of a book's sheet, apart from them; a CSV file has rows only. NULL: nothing. */
void     ps_sheet_set_note     (PsSheet *sheet, const char *note);
/* For formulas: the row that the next cell is in, as spreadsheets count (2 is the first below the headings); and of what is in the sheet by
 * now a column's cells ("$C$2:$C$9") and the cell of its total ("$C$10"). */
guint    ps_sheet_get_next_row (const PsSheet *sheet);
char    *ps_sheet_get_range    (const PsSheet *sheet, guint column);
char    *ps_sheet_get_total    (const PsSheet *sheet, guint column);

/* Several sheets in one book. All or nothing: the file is replaced when it is complete. */
gboolean ps_sheets_write     (GPtrArray *sheets, const char *path, GError **error);
/* … into a file that is put in its place with others: not published yet. */
gboolean ps_sheets_write_output (GPtrArray *sheets, PsFileOutput *output, GError **error);
/* One sheet as files-and-cli.md says what is written for spreadsheets: `;`, CRLF, UTF-8 with BOM, decimal comma, dd-mm-jjjj, harmless text. */
gboolean ps_sheet_write_csv  (const PsSheet *sheet, gboolean totals, GOutputStream *output, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSheet, ps_sheet_free)

G_END_DECLS
