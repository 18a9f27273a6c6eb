/* ps-csv-problem.h: what is wrong with the rows of a batch
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint       row;                 /* in the batch */
  const char *column;              /* borrowed; NULL: the row as a whole */
  const char *value;               /* borrowed from the batch; NULL: there is none to show */
  const char *reason;              /* translated; borrowed from the list */
} PsCsvProblem;

typedef struct
{
  GArray       *array;             /* PsCsvProblem by row */
  GStringChunk *texts;
} PsCsvProblems;

void ps_csv_problems_init  (PsCsvProblems *problems);
void ps_csv_problems_reset (PsCsvProblems *problems);
void ps_csv_problems_clear (PsCsvProblems *problems);
void ps_csv_problems_add   (PsCsvProblems *problems, guint row, const char *column, const char *value, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

G_END_DECLS
