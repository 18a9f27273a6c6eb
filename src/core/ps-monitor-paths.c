/* ps-monitor-paths.c: how long clients are in care of a product
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-duration.h"

static int
compare_things (const PsCareSpan *a, const PsCareSpan *b)
{
  if (a->client != b->client)
    return a->client < b->client ? -1 : 1;
  if (a->product != b->product)
    return a->product < b->product ? -1 : 1;
  return (a->group > b->group) - (a->group < b->group);
}

/* Whatever the order of the rows, the same. */
static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const PsCareSpan *x = a, *y = b;
  int order = compare_things (x, y);

  if (order == 0)
    order = (x->start > y->start) - (x->start < y->start);
  if (order == 0)
    order = (x->end > y->end) - (x->end < y->end);
  if (order == 0)
    order = (x->municipality > y->municipality) - (x->municipality < y->municipality);
  return order != 0 ? order : (x->assignment > y->assignment) - (x->assignment < y->assignment);
}

static gboolean
continues (const PsCarePath *path, const PsCareSpan *span)
{
  if (compare_things (&path->last, span) != 0)
    return FALSE;
  return path->last.end == PS_DATE_OPEN || span->start <= ps_date_add_months (path->last.end, 1);
}

/* The furthest end decides, and of two on that day the one for good. */
static void
extend (PsCarePath *path, const PsCareSpan *span)
{
  if (span->end > path->last.end || (span->end == path->last.end && path->last.reason == PS_REASON_PAUSED))
    path->last = *span;
}

/* By what is known on the day: an end that comes later is none yet, and neither is a temporary stop while the assignment runs. */
static PsDate
end_of (const PsCareSpan *last, PsDate known_through)
{
  if (last->end > known_through || (last->reason == PS_REASON_PAUSED && last->assignment_end > known_through))
    return PS_DATE_OPEN;
  return last->end;
}

/**
 * ps_care_paths_make: the care of a provider as paths of a client and product each, as it was known on a day.
 */
GArray *
ps_care_paths_make (const PsProduction *production, PsDate known_through)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));
  GArray *paths = g_array_new (FALSE, FALSE, sizeof (PsCarePath));

  ps_care_spans_collect_known (production, known_through, spans);
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const PsCareSpan *span = &g_array_index (spans, PsCareSpan, i);
      PsCarePath *path = paths->len > 0 ? &g_array_index (paths, PsCarePath, paths->len - 1) : NULL;
      PsCarePath next = { *span, span->start, PS_DATE_OPEN };

      if (path != NULL && continues (path, span))
        extend (path, span);
      else
        g_array_append_val (paths, next);
    }
  for (guint i = 0; i < paths->len; i++)
    {
      PsCarePath *path = &g_array_index (paths, PsCarePath, i);

      path->end = end_of (&path->last, known_through);
    }
  return paths;
}
