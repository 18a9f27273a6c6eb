/* ps-csv-problem.c: what is wrong with the rows of a batch
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-problem.h"

void
ps_csv_problems_init (PsCsvProblems *problems)
{
  problems->array = g_array_new (FALSE, FALSE, sizeof (PsCsvProblem));
  problems->texts = g_string_chunk_new (4096);
}

/**
 * ps_csv_problems_reset: none; for the next batch.
 */
void
ps_csv_problems_reset (PsCsvProblems *problems)
{
  if (problems->array->len == 0)
    return;
  g_array_set_size (problems->array, 0);
  g_string_chunk_clear (problems->texts);
}

void
ps_csv_problems_clear (PsCsvProblems *problems)
{
  g_clear_pointer (&problems->array, g_array_unref);
  g_clear_pointer (&problems->texts, g_string_chunk_free);
}

/**
 * ps_csv_problems_add: the reason, translated, as a format. Rows come in their order.
 */
void
ps_csv_problems_add (PsCsvProblems *problems, guint row, const char *column, const char *value, const char *format, ...)
{
  g_autofree char *reason = NULL;
  PsCsvProblem problem = { row, column, value };
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem.reason = g_string_chunk_insert_const (problems->texts, reason);
  g_array_append_val (problems->array, problem);
}
