/* ps-care-span.h: clients in care: from when to when, whatever periods and assignments that is made of (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A span is the care of one client, under a filter, without a day between: periods that overlap or follow each other are one. Care counts
 * inside its assignment; an open period ends with it. A temporary stop (reason 20) is bridged where care of that assignment comes back: nobody left,
 * and the client counts as in care meanwhile. So: in care in a month = a day of a span in it; inflow = spans that begin in it; outflow = spans
 * that end in it, by what is known.
 */
#pragma once

#include "ps-production.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 client;                  /* PsAssignment.client_key: the same in all of the region; not known: one of its provider's only */
  guint   provider;
  guint   municipality;
  guint   product;                 /* PS_NONE: aspecific */
  guint   group;
  gint64  assignment;              /* its id */
  PsDate  assignment_end;          /* PS_DATE_OPEN: none */
  PsDate  start;
  PsDate  end;                     /* PS_DATE_OPEN: still in care, and no end is known */
  guint8  reason;                  /* of its stop (JZ588); PS_REASON_NONE: none, or not given */
  guint8  referrer;
} PsCareSpan;

/* Appends the care periods of a production to `spans` (GArray of PsCareSpan), each by itself, those of an assignment together; what is outside a filter the caller leaves out before joining. */
void ps_care_spans_collect (const PsProduction *production, GArray *spans);
/* The same as it was known on a day: what began, came back or stopped after it did not yet. For a year beside the one before it, of which more is known. */
void ps_care_spans_collect_known (const PsProduction *production, PsDate known_through, GArray *spans);
/* Joins what belongs to the same client: sorts, and leaves a span each; provider, municipality, product, assignment, referrer and reason of
 * a joined one are those of its last period (its referrer of its first). `same`: what must be the same for two to be joined beside the client. */
typedef enum { PS_SAME_CLIENT = 0, PS_SAME_PROVIDER = 1 << 0, PS_SAME_PRODUCT = 1 << 1, PS_SAME_GROUP = 1 << 2 } PsSpanSame;
void ps_care_spans_join    (GArray *spans, PsSpanSame same);

G_END_DECLS
