/* ps-sheet-private.h: what a sheet is made of, for the two files that fill and write it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-sheet.h"

G_BEGIN_DECLS

/* From here on a spreadsheet, which counts in doubles and shows 15 digits, would change a number: that is written as a text. */
#define PS_SHEET_MOST G_GINT64_CONSTANT (1000000000000000)

typedef struct { char *heading; PsSheetKind kind; gboolean total; } PsSheetColumn;
typedef struct { char *text; gint64 number; } PsSheetCell;        /* text NULL: the number, PS_NO_NUMBER being an empty cell */

struct _PsSheet
{
  char   *title;
  GArray *columns;       /* PsSheetColumn */
  GArray *cells;         /* PsSheetCell, row after row */
};

guint              ps_sheet_n_rows (const PsSheet *sheet);
const PsSheetCell *ps_sheet_cell   (const PsSheet *sheet, guint row, guint column);

/* Whether every part of the book at `path` was written to its end. */
gboolean           ps_sheet_check  (const char *path, GError **error);

G_END_DECLS
