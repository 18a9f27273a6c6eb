/* ps-sheet-book.h: what the files that write a book share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <xlsxwriter.h>

#include "ps-sheet-private.h"

G_BEGIN_DECLS

/* A format for the cells of a kind; volumes without decimals, which would end in a bare comma, have that of counts. */
typedef enum
{
  PS_SHEET_FORMAT_TEXT,
  PS_SHEET_FORMAT_MONEY,
  PS_SHEET_FORMAT_COUNT,
  PS_SHEET_FORMAT_PERCENT,
  PS_SHEET_FORMAT_DATE,
  PS_SHEET_FORMAT_TARIFF,
  PS_SHEET_FORMAT_VOLUME,
  PS_N_SHEET_FORMATS
} PsSheetFormat;

typedef struct
{
  lxw_workbook *book;
  GPtrArray    *tabs;                          /* lxw_worksheet, by place of their sheets */
  lxw_format   *cells[PS_N_SHEET_FORMATS];
  lxw_format   *totals[PS_N_SHEET_FORMATS];
  lxw_format   *long_text;                     /* of a cell: wider than a column can be, on more lines than one */
  lxw_format   *after_number;                  /* of a text that stands right of a number: it does not touch it, as the next two */
  lxw_format   *after_number_total;
  lxw_format   *after_number_heading;
  lxw_format   *text_heading;
  lxw_format   *number_heading;
} PsSheetBook;

void          ps_sheet_make_formats (PsSheetBook *book);
PsSheetFormat ps_sheet_format_of    (PsSheetKind kind, gint64 number);
double        ps_sheet_value_of     (PsSheetKind kind, gint64 number);       /* as the cell has it */
char         *ps_sheet_text_of      (PsSheetKind kind, gint64 number);       /* as people write it, in their locale */
gboolean      ps_sheet_is_exact     (gint64 number);                         /* whether a cell can have it as a number */

gboolean      ps_sheet_is_long      (const char *text);                      /* as wide as the widest column, or wider */
lxw_error     ps_sheet_lay_out      (lxw_worksheet *tab, const PsSheet *sheet);

G_END_DECLS
