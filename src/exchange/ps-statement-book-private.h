/* ps-statement-book-private.h: the sheets that a statement's book is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-sheet.h"
#include "ps-statement-book.h"

G_BEGIN_DECLS

/* The tabs in their order: formulas name them by it. */
typedef enum
{
  PS_STATEMENT_TAB_STEPS,
  PS_STATEMENT_TAB_LINES,
  PS_STATEMENT_TAB_BANDS,
  PS_STATEMENT_TAB_MUNICIPALITIES,
  PS_STATEMENT_TAB_SOURCES,
  PS_N_STATEMENT_TABS
} PsStatementTab;

typedef enum
{
  PS_LINES_GROUP,
  PS_LINES_CODE,
  PS_LINES_MUNICIPALITY,
  PS_LINES_SCOPE,
  PS_LINES_CEILING,
  PS_LINES_GROSS,
  PS_LINES_NORM,
  PS_LINES_NET,
  PS_LINES_EXEMPT,
  PS_LINES_OUTSIDE,
  PS_LINES_BAND,
  PS_LINES_PAYABLE,
  PS_LINES_PAID,
  PS_LINES_BALANCE,
  PS_LINES_DISPUTED,
  PS_LINES_CARRIED,
  PS_LINES_BESIDE,
  PS_N_LINES_COLUMNS
} PsLinesColumn;

typedef enum
{
  PS_BANDS_SCOPE,
  PS_BANDS_SCHEME,
  PS_BANDS_BAND,
  PS_BANDS_FROM,
  PS_BANDS_PAID,
  PS_BANDS_BORDER,
  PS_BANDS_CEILING,
  PS_BANDS_NET,
  PS_BANDS_AMOUNT,
  PS_BANDS_DEDUCTION,
  PS_N_BANDS_COLUMNS
} PsBandsColumn;

/* The amounts of the sources; before them stands what they are, after them why. */
typedef enum
{
  PS_SOURCES_DECLARED = 16,
  PS_SOURCES_GROSS,
  PS_SOURCES_NORM,
  PS_SOURCES_EXEMPT,
  PS_SOURCES_OUTSIDE,
  PS_SOURCES_PAID,
  PS_SOURCES_DISPUTED,
  PS_SOURCES_CARRIED,
  PS_SOURCES_BESIDE
} PsSourcesColumn;

/* A book in the making. Tabs are filled from the last to the first, as each refers to later ones. */
typedef struct
{
  const PsPaper      *paper;
  const PsRegion     *region;
  const PsSettlement *settlement;
  gboolean            formulas;        /* FALSE: an amount is more than a cell can hold, and all are written as they are */
  PsSheet            *tabs[PS_N_STATEMENT_TABS];
} PsStatementBook;

GPtrArray *ps_statement_sheets             (const PsPaper *paper);     /* PsSheet: the whole book */
PsSheet *ps_statement_sheet_lines          (const PsPaper *paper, gboolean formulas);
PsSheet *ps_statement_sheet_sources        (const PsPaper *paper);
PsSheet *ps_statement_sheet_bands          (const PsStatementBook *book);
PsSheet *ps_statement_sheet_municipalities (const PsStatementBook *book);
PsSheet *ps_statement_sheet_steps          (const PsStatementBook *book);

/* What a scope is called in the sheets: its name, or the whole provider's. */
const char *ps_statement_scope_name        (const PsScope *scope);
/* A column of the lines, for a formula on another tab: "{1}$F$2:$F$9", "{1}$F$10". */
char    *ps_statement_lines_range          (const PsStatementBook *book, PsLinesColumn column);
char    *ps_statement_lines_total          (const PsStatementBook *book, PsLinesColumn column);

G_END_DECLS
