/* ps-sheet.h: a table as a spreadsheet: XLSX with typed cells
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-date.h"
#include "core/ps-number.h"

G_BEGIN_DECLS

typedef enum { PS_SHEET_TEXT, PS_SHEET_MONEY, PS_SHEET_COUNT, PS_SHEET_PERCENT, PS_SHEET_DATE, PS_SHEET_TARIFF, PS_SHEET_VOLUME } PsSheetKind;

typedef struct _PsSheet PsSheet;

/* A sheet is filled on any thread and written on any other: plain data. Numbers are in the units of ps-number.h. */
PsSheet *ps_sheet_new        (const char *title);                                    /* of the tab; what XLSX does not allow in one is replaced */
void     ps_sheet_free       (PsSheet *sheet);
void     ps_sheet_add_column (PsSheet *sheet, const char *heading, PsSheetKind kind, gboolean total);   /* total: a SUM below it */
void     ps_sheet_add_text   (PsSheet *sheet, const char *text);                      /* the next cell; NULL: empty */
void     ps_sheet_add_number (PsSheet *sheet, gint64 number);                         /* PS_NO_NUMBER (PS_DATE_OPEN in a date column): empty */

/* Several sheets in one book. All or nothing: the file is replaced when it is complete. */
gboolean ps_sheets_write     (GPtrArray *sheets, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSheet, ps_sheet_free)

G_END_DECLS
