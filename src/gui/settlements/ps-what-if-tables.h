/* ps-what-if-tables.h: the year as it is beside the year as it might be: step by step, and line by line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-what-if-data.h"

G_BEGIN_DECLS

typedef enum { PS_IF_STEP, PS_IF_STEP_REAL, PS_IF_STEP_OTHER, PS_IF_STEP_DIFFERENCE, PS_N_IF_STEP_COLUMNS } PsIfStepColumn;

PsTable   *ps_what_if_steps_new  (void);
GPtrArray *ps_what_if_steps_rows (const PsWhatIfAnswer *answer);     /* ids: their order */

typedef enum
{
  PS_IF_GROUP, PS_IF_MUNICIPALITY, PS_IF_CEILING, PS_IF_CEILING_OTHER, PS_IF_DEDUCTION, PS_IF_DEDUCTION_OTHER, PS_IF_PAYABLE,
  PS_IF_PAYABLE_OTHER, PS_IF_DIFFERENCE, PS_N_IF_COLUMNS
} PsIfColumn;

PsTable   *ps_what_if_lines_new  (void);
GPtrArray *ps_what_if_lines_rows (const PsWhatIfAnswer *answer);

G_END_DECLS
