/* ps-monitor-follow.h: what followed after an assignment ended, for the topic of it; private to the monitor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-care-span.h"
#include "ps-monitor-tally.h"

G_BEGIN_DECLS

/* An assignment of which the care ended for good in one of the periods. */
typedef struct
{
  guint64  client;                 /* PsCareSpan.client */
  guint    provider;
  guint    product;
  guint    group;
  PsDate   start;                  /* first day of its care */
  PsDate   end;
  PsFollow follow;                 /* the first that holds of what was found so far */
} PsEndedCare;

/* Care of a client that may be what followed. */
typedef struct
{
  guint64 client;
  guint   provider;
  guint   product;
  guint   group;
  PsDate  start;
  PsDate  end;
} PsLaterCare;

typedef struct
{
  GArray *ended[PS_N_WHENS];       /* PsEndedCare: inside the filter */
  GArray *later[PS_N_WHENS];       /* PsLaterCare: of all of the region, as known at that point of each year */
} PsFollowUp;

/* Of one assignment's spans as known on a day, all together: when its care ended for good; PS_DATE_OPEN: not yet. */
PsDate   ps_ended_care_end     (const PsCareSpan *spans, guint n, PsDate known_through);
/* What later care makes of an assignment that ended; PS_N_FOLLOWS: nothing. */
PsFollow ps_ended_care_follow  (const PsEndedCare *ended, const PsLaterCare *later, PsDate known_through);
/* Says of all of them what followed; sorts them. */
void     ps_follow_up_classify (GArray *ended, const GArray *later, PsDate known_through);
gboolean ps_follow_up_finish   (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
