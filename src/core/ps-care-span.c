/* ps-care-span.c: clients in care: from when to when (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-care-span.h"

/* Where no pseudonym is known a client is one of its provider's only. */
static guint64
client_of (const PsProduction *production, const PsAssignment *assignment)
{
  if (assignment->client_key != 0)
    return assignment->client_key;
  return ((guint64) production->provider + 1) << 32 | assignment->client;
}

/* A stop after the day is not known on it. */
static PsDate
known_stop (const PsCare *care, PsDate known_through)
{
  return care->stop <= known_through ? care->stop : PS_DATE_OPEN;
}

/* The day before the assignment's care comes back after a temporary stop, as far as that is known; its stop where it does not. */
static PsDate
bridged_stop (const PsCare *care, guint n_care, guint place, PsDate known_through)
{
  PsDate back = PS_DATE_OPEN, stop = known_stop (&care[place], known_through);

  if (care[place].reason != PS_REASON_PAUSED || stop == PS_DATE_OPEN)
    return stop;
  for (guint i = 0; i < n_care; i++)
    if (care[i].start > stop && care[i].start <= known_through)
      back = MIN (back, care[i].start);
  return back == PS_DATE_OPEN ? stop : back - 1;
}

static void
collect_assignment (const PsProduction *production, const PsAssignment *assignment, PsDate known_through, GArray *spans)
{
  const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care);

  for (guint i = 0; i < assignment->n_care; i++)
    {
      gboolean runs = known_stop (&care[i], known_through) == PS_DATE_OPEN;
      PsCareSpan span = { .client = client_of (production, assignment),
                          .provider = production->provider,
                          .municipality = assignment->municipality,
                          .product = assignment->product,
                          .group = assignment->group,
                          .assignment = assignment->id,
                          .assignment_end = assignment->end,
                          .start = MAX (care[i].start, assignment->start),
                          .end = MIN (bridged_stop (care, assignment->n_care, i, known_through), assignment->end),
                          .reason = runs ? PS_REASON_NONE : care[i].reason,
                          .referrer = assignment->referrer };

      /* Care is reported before its assignment, too: it begins with that. */
      if (span.start <= known_through && span.start <= span.end)
        g_array_append_val (spans, span);
    }
}

/**
 * ps_care_spans_collect: appends each care period of a provider as a span by itself, cut to its assignment.
 */
void
ps_care_spans_collect (const PsProduction *production, GArray *spans)
{
  ps_care_spans_collect_known (production, PS_DATE_OPEN, spans);
}

/**
 * ps_care_spans_collect_known: as ps_care_spans_collect(), as it was known on a day: care that begins later is not there, so a
 * temporary stop is bridged by no return after it; what stops later runs.
 * @known_through: PS_DATE_OPEN: all that is known now
 */
void
ps_care_spans_collect_known (const PsProduction *production, PsDate known_through, GArray *spans)
{
  for (guint i = 0; i < production->assignments->len; i++)
    collect_assignment (production, &g_array_index (production->assignments, PsAssignment, i), known_through, spans);
}

#define COMPARE(field)                                                                                                           \
  if (x->field != y->field)                                                                                                      \
  return x->field < y->field ? -1 : 1

static int
compare_same (const PsCareSpan *x, const PsCareSpan *y, PsSpanSame same)
{
  COMPARE (client);
  if (same & PS_SAME_PROVIDER)
    COMPARE (provider);
  if (same & PS_SAME_PRODUCT)
    COMPARE (product);
  if (same & (PS_SAME_PRODUCT | PS_SAME_GROUP))
    COMPARE (group);
  return 0;
}

/* Whatever the order in which they were collected, the result is the same. */
static int
compare_spans (gconstpointer a, gconstpointer b, gpointer same)
{
  const PsCareSpan *x = a, *y = b;
  int order = compare_same (x, y, GPOINTER_TO_UINT (same));

  if (order != 0)
    return order;
  COMPARE (start);
  COMPARE (end);
  COMPARE (provider);
  COMPARE (municipality);
  COMPARE (product);
  COMPARE (group);
  COMPARE (assignment);
  COMPARE (reason);
  return 0;
}

/* The one that ends last says what the span is; how the client came is what its first says. */
static void
join (PsCareSpan *span, const PsCareSpan *next)
{
  PsCareSpan joined = next->end >= span->end ? *next : *span;

  joined.start = span->start;
  joined.referrer = span->referrer;
  *span = joined;
}

/**
 * ps_care_spans_join: joins the spans of a client that overlap or follow each other without a day between, in place; sorted by client
 * and what must be the same, then by start.
 */
void
ps_care_spans_join (GArray *spans, PsSpanSame same)
{
  guint n = 0;

  g_array_sort_with_data (spans, compare_spans, GUINT_TO_POINTER (same));
  for (guint i = 0; i < spans->len; i++)
    {
      const PsCareSpan *next = &g_array_index (spans, PsCareSpan, i);
      PsCareSpan *last = n > 0 ? &g_array_index (spans, PsCareSpan, n - 1) : NULL;

      if (last != NULL && compare_same (last, next, same) == 0 && next->start - 1 <= last->end)
        join (last, next);
      else
        g_array_index (spans, PsCareSpan, n++) = *next;
    }
  g_array_set_size (spans, n);
}
