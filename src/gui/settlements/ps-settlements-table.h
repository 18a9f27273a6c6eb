/* ps-settlements-table.h: the table of a year's settlements, and one settlement's lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-settlements-data.h"

G_BEGIN_DECLS

/* Columns of both: deductions are shown negative, as they work. */
typedef enum
{
  PS_SETTLEMENTS_PROVIDER, PS_SETTLEMENTS_STATE, PS_SETTLEMENTS_GROSS, PS_SETTLEMENTS_NORM, PS_SETTLEMENTS_BANDS,
  PS_SETTLEMENTS_PAYABLE, PS_SETTLEMENTS_PAID, PS_SETTLEMENTS_BALANCE, PS_SETTLEMENTS_BEFORE, PS_SETTLEMENTS_STORED,
  PS_SETTLEMENTS_SINCE, PS_SETTLEMENTS_WHO, PS_SETTLEMENTS_WHEN, PS_SETTLEMENTS_STATEMENT, PS_SETTLEMENTS_DISPUTED,
  PS_SETTLEMENTS_CARRIED, PS_SETTLEMENTS_SIGNALS, PS_SETTLEMENTS_AGB, PS_SETTLEMENTS_NUMBER, PS_N_SETTLEMENTS_COLUMNS
} PsSettlementsColumn;

/* What a row is about: its data. */
typedef struct
{
  char    *agb;
  int      state;                  /* as of PsProviderYear */
  gboolean changed;
  PsStatementState statement;
  guint    allowed;
} PsSettlementsRow;

PsTable   *ps_settlements_table_new  (void);
GPtrArray *ps_settlements_table_rows (const PsSettlementsData *data);   /* ids are the providers' AGB codes as numbers */
/* How far each is, or what it comes to: copies and exports have all. */
void       ps_settlements_table_show_figures (PsTable *table, gboolean figures);

typedef enum
{
  PS_LINES_GROUP, PS_LINES_MUNICIPALITY, PS_LINES_CEILING, PS_LINES_GROSS, PS_LINES_NORM, PS_LINES_BANDS, PS_LINES_PAYABLE,
  PS_LINES_PAID, PS_LINES_BALANCE, PS_LINES_PRODUCED, PS_LINES_DISPUTED, PS_LINES_CARRIED, PS_N_LINES_COLUMNS
} PsLinesColumn;

/* Produced, disputed and carried are left out where they say nothing. */
PsTable   *ps_lines_table_new  (const PsRegion *region, const PsSettlement *settlement);
char      *ps_lines_table_note (const PsSettlement *settlement);        /* what the marks mean; NULL: there are none */

G_END_DECLS
