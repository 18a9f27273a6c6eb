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
 * ps_is_in_care_on: whether the day is one of the assignment, in one of its care periods.
 */
gboolean
ps_is_in_care_on (const PsProduction *production, const PsAssignment *assignment, PsDate day)
{
  if (day < assignment->start || day > assignment->end)
    return FALSE;
  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care + i);

      if (care->start <= day && care->stop >= day)
        return TRUE;
    }
  return FALSE;
}

#define COMPARE(field)                                                                                                           \
  if (x->field != y->field)                                                                                                      \
  return x->field < y->field ? -1 : 1

/* Client first: that tells most of them apart. */
static int
compare_whats (const PsWait *x, const PsWait *y)
{
  COMPARE (client);
  COMPARE (product);
  COMPARE (group);
  COMPARE (municipality);
  return 0;
}

/* Of one on a day the longest wait comes first. */
static int
compare_waits (gconstpointer a, gconstpointer b)
{
  const PsWait *x = a, *y = b;
  int order = compare_whats (x, y);

  if (order != 0)
    return order;
  COMPARE (day);
  COMPARE (since);
  return 0;
}

static PsWait
wait_of (const PsAssignment *assignment)
{
  return (PsWait){ .client = assignment->client,
                   .product = assignment->product,
                   .group = assignment->group,
                   .municipality = assignment->municipality,
                   .since = assignment->start };
}

/* Each assignment by itself, on each of the days. */
static GArray *
collect_waits (const PsProduction *production, const PsDate *days, guint n_days)
{
  GArray *waits = g_array_new (FALSE, FALSE, sizeof (PsWait));

  for (guint i = 0; i < production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);
      PsDate first = first_care (production, assignment);

      if (first == assignment->start)
        continue;
      for (guint day = 0; day < n_days; day++)
        if (days[day] >= assignment->start && days[day] <= assignment->end && days[day] < first)
          {
            PsWait wait = wait_of (assignment);

            wait.day = day;
            g_array_append_val (waits, wait);
          }
    }
  return waits;
}

/* A client once, since its first assignment. */
static void
leave_one_each (GArray *waits)
{
  guint n = 0;

  g_array_sort (waits, compare_waits);
  for (guint i = 0; i < waits->len; i++)
    {
      const PsWait *wait = &g_array_index (waits, PsWait, i);
      const PsWait *last = n > 0 ? &g_array_index (waits, PsWait, n - 1) : NULL;

      if (last == NULL || last->day != wait->day || compare_whats (last, wait) != 0)
        g_array_index (waits, PsWait, n++) = *wait;
    }
  g_array_set_size (waits, n);
}

/* The place of the first wait for the same; the number of them where nobody waits for that. */
static guint
find_first (const GArray *waits, const PsWait *wanted)
{
  guint from = 0, to = waits->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (compare_whats (&g_array_index (waits, PsWait, middle), wanted) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* The waits for what an assignment is for, on days in its care, wait no more. */
static void
mark_in_care (const PsProduction *production, const PsAssignment *assignment, const PsDate *days, GArray *waits)
{
  PsWait same = wait_of (assignment);

  for (guint i = find_first (waits, &same); i < waits->len; i++)
    {
      PsWait *wait = &g_array_index (waits, PsWait, i);

      if (compare_whats (wait, &same) != 0)
        return;
      if (ps_is_in_care_on (production, assignment, days[wait->day]))
        wait->since = PS_DATE_OPEN;
    }
}

/* Who is in care does not wait for a next assignment. Most clients wait for nothing: only of those who do it is looked up. */
static void
leave_out_in_care (const PsProduction *production, const PsDate *days, GArray *waits)
{
  g_autoptr (GHashTable) clients = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < waits->len; i++)
    g_hash_table_add (clients, GUINT_TO_POINTER (g_array_index (waits, PsWait, i).client));
  for (guint i = 0; i < production->assignments->len && waits->len > 0; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      if (assignment->n_care > 0 && g_hash_table_contains (clients, GUINT_TO_POINTER (assignment->client)))
        mark_in_care (production, assignment, days, waits);
    }
  for (guint i = 0; i < waits->len; i++)
    if (g_array_index (waits, PsWait, i).since != PS_DATE_OPEN)
      g_array_index (waits, PsWait, n++) = g_array_index (waits, PsWait, i);
  g_array_set_size (waits, n);
}

/**
 * ps_waits_on: who waits at the provider on each of some days.
 * @days: in any order, the same one more than once too
 *
 * Returns: (transfer full): PsWait, by client, product, group, municipality and day
 */
GArray *
ps_waits_on (const PsProduction *production, const PsDate *days, guint n_days)
{
  GArray *waits = collect_waits (production, days, n_days);

  leave_one_each (waits);
  leave_out_in_care (production, days, waits);
  return waits;
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
