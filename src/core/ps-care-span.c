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

/* The day before the assignment's care comes back after a temporary stop; its stop where it does not. */
static PsDate
bridged_stop (const PsCare *care, guint n_care, guint place)
{
  PsDate back = PS_DATE_OPEN;

  if (care[place].reason != PS_REASON_PAUSED || care[place].stop == PS_DATE_OPEN)
    return care[place].stop;
  for (guint i = 0; i < n_care; i++)
    if (care[i].start > care[place].stop)
      back = MIN (back, care[i].start);
  return back == PS_DATE_OPEN ? care[place].stop : back - 1;
}

static void
collect_assignment (const PsProduction *production, const PsAssignment *assignment, GArray *spans)
{
  const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care);

  for (guint i = 0; i < assignment->n_care; i++)
    {
      PsCareSpan span = { .client = client_of (production, assignment),
                          .provider = production->provider,
                          .municipality = assignment->municipality,
                          .product = assignment->product,
                          .group = assignment->group,
                          .assignment = assignment->id,
                          .assignment_end = assignment->end,
                          .start = MAX (care[i].start, assignment->start),
                          .end = MIN (bridged_stop (care, assignment->n_care, i), assignment->end),
                          .reason = care[i].stop == PS_DATE_OPEN ? PS_REASON_NONE : care[i].reason,
                          .referrer = assignment->referrer };

      if (span.start <= span.end)
        g_array_append_val (spans, span);
    }
}

/**
 * ps_care_spans_collect: appends each care period of a provider as a span by itself, cut to its assignment.
 */
void
ps_care_spans_collect (const PsProduction *production, GArray *spans)
{
  for (guint i = 0; i < production->assignments->len; i++)
    collect_assignment (production, &g_array_index (production->assignments, PsAssignment, i), spans);
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
