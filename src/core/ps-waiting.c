/* ps-waiting.c: who waits for care, and how long (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-waiting.h"

/* The first day of care inside the assignment; PS_DATE_OPEN: none. */
static PsDate
first_care (const PsProduction *production, const PsAssignment *assignment)
{
  PsDate first = PS_DATE_OPEN;

  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care + i);
      PsDate start = MAX (care->start, assignment->start);

      if (start <= MIN (care->stop, assignment->end))
        first = MIN (first, start);
    }
  return first;
}

/**
 * ps_waiting_on: how many days an assignment waits on a day, 0 on its first; -1 where it does not: it does not run, or its care has
 * begun.
 */
int
ps_waiting_on (const PsProduction *production, const PsAssignment *assignment, PsDate day)
{
  if (day < assignment->start || day > assignment->end || first_care (production, assignment) <= day)
    return -1;
  return day - assignment->start;
}

/**
 * ps_waited: how many days an assignment waited for its first care; -1 where none began inside it.
 */
int
ps_waited (const PsProduction *production, const PsAssignment *assignment)
{
  PsDate first = first_care (production, assignment);

  return first == PS_DATE_OPEN ? -1 : first - assignment->start;
}
