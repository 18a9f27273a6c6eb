/* ps-path.c: care paths, for the norm duration (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-path.h"

/* A care period with the start of the path that it belongs to. Sorted by client, group, start. */
typedef struct
{
  guint client;
  guint group;
  PsDate start;
  PsDate end;
  PsDate path_start;
} PathPeriod;

struct _PsPaths
{
  GArray *periods;
};

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const PathPeriod *x = a, *y = b;

  if (x->client != y->client)
    return x->client < y->client ? -1 : 1;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* Periods are taken as they are, an open one to its assignment's end. */
static void
collect_periods (GArray *periods, const PsProduction *production)
{
  for (guint i = 0; i < production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      for (guint j = 0; j < assignment->n_care; j++)
        {
          const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care + j);
          PathPeriod period = { assignment->client, assignment->group, care->start,
                                care->stop != PS_DATE_OPEN ? care->stop : assignment->end, 0 };

          if (period.start <= period.end)
            g_array_append_val (periods, period);
        }
    }
}

/* A period belongs to the path before it when it starts no later than a month after the furthest end of that path so far. */
static void
link_paths (GArray *periods)
{
  PsDate path_start = 0, furthest_end = 0;

  for (guint i = 0; i < periods->len; i++)
    {
      PathPeriod *period = &g_array_index (periods, PathPeriod, i);
      const PathPeriod *before = i > 0 ? period - 1 : NULL;

      if (before == NULL || before->client != period->client || before->group != period->group
          || period->start > ps_date_add_months (furthest_end, 1))
        {
          path_start = period->start;
          furthest_end = period->end;
        }
      else
        furthest_end = MAX (furthest_end, period->end);
      period->path_start = path_start;
    }
}

/**
 * ps_paths_new: links the care periods of each client and product group, of whatever product and municipality, into paths.
 */
PsPaths *
ps_paths_new (const PsProduction *production)
{
  PsPaths *paths = g_new0 (PsPaths, 1);

  paths->periods = g_array_sized_new (FALSE, FALSE, sizeof (PathPeriod), production->care->len);
  collect_periods (paths->periods, production);
  g_array_sort (paths->periods, compare_periods);
  link_paths (paths->periods);
  return paths;
}

/* The place of the first period of this client and group. */
static guint
find_first (const GArray *periods, guint client, guint group)
{
  PathPeriod key = { .client = client, .group = group, .start = G_MININT32 };
  guint low = 0, high = periods->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_periods (&g_array_index (periods, PathPeriod, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ps_paths_find_start: the start of the first path of `client` in `group` that has a day of care in common with `from` to `to`.
 *
 * Returns: FALSE when there is no such path.
 */
gboolean
ps_paths_find_start (const PsPaths *paths, guint client, guint group, PsDate from, PsDate to, PsDate *start)
{
  for (guint i = find_first (paths->periods, client, group); i < paths->periods->len; i++)
    {
      const PathPeriod *period = &g_array_index (paths->periods, PathPeriod, i);

      if (period->client != client || period->group != group || period->start > to)
        return FALSE;
      if (period->end >= from)
        {
          *start = period->path_start;
          return TRUE;
        }
    }
  return FALSE;
}

void
ps_paths_free (PsPaths *paths)
{
  if (paths == NULL)
    return;
  g_array_unref (paths->periods);
  g_free (paths);
}
