/* ps-waiting.h: who waits for care, and how long (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Waiting on a day: a client of the provider has an assignment that runs, under which no care has begun by then, and is not in care by
 * another one for the same product in the same municipality. A client waits once for a product in a municipality, however many assignments,
 * since the first of those under which nothing began. An aspecific assignment is for any product of its group: one to the same group is the
 * same. Peildata, Monitor and overview all count these.
 * How long an assignment waited: from its first day to its first care.
 * Care counts inside its assignment, and an open period ends with it (domain.md §4).
 * Held against the Treeknorm: treatment within ten weeks of the indication, which here is the assignment's first day.
 */
#pragma once

#include "ps-production.h"

G_BEGIN_DECLS

#define PS_TREE_NORM_DAYS 70

/* A client who waits for a product in a municipality on a day. */
typedef struct
{
  guint  client;                   /* PsAssignment.client */
  guint  product;                  /* PS_NONE: aspecific */
  guint  group;
  guint  municipality;
  guint  day;                      /* place among the days asked for */
  PsDate since;                    /* first day of the first assignment under which nothing began: it waits day - since */
} PsWait;

/* Who waits on each of the days, whatever their order: PsWait, by client, product, group, municipality and day. Free with g_array_unref(). */
GArray  *ps_waits_on         (const PsProduction *production, const PsDate *days, guint n_days);
gboolean ps_is_in_care_on    (const PsProduction *production, const PsAssignment *assignment, PsDate day);
/* Days between its first day and its first care; -1: no care began. 0: at once, or care that had begun before. */
int      ps_waited           (const PsProduction *production, const PsAssignment *assignment);

G_END_DECLS
