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
typedef struct
{
  char       *text;      /* NULL: the number, PS_NO_NUMBER being an empty cell */
  char       *formula;
  gint64      number;
  gboolean    has_kind;  /* of its own; else the column's */
  PsSheetKind kind;
} PsSheetCell;

struct _PsSheet
{
  char   *title;
  char   *note;          /* NULL: none */
  GArray *columns;       /* PsSheetColumn */
  GArray *cells;         /* PsSheetCell, row after row */
  GHashTable *totals;    /* rows (GUINT_TO_POINTER) that are shown as totals */
};

guint              ps_sheet_n_rows (const PsSheet *sheet);
gboolean           ps_sheet_is_total (const PsSheet *sheet, guint row);
const PsSheetCell *ps_sheet_cell   (const PsSheet *sheet, guint row, guint column);
PsSheetKind        ps_sheet_kind_of (const PsSheetCell *cell, const PsSheetColumn *column);   /* of its number */
gboolean           ps_sheet_has_total (const PsSheet *sheet);       /* whether there is a row of totals */

/* Whether every part of the book at `path` was written to its end. */
gboolean           ps_sheet_check  (const char *path, GError **error);

G_END_DECLS
