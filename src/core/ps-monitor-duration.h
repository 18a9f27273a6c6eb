/* ps-monitor-duration.h: how long clients are in care of a product, for the topic of it; private to the monitor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-care-span.h"
#include "ps-monitor-tally.h"

G_BEGIN_DECLS

/* The care of one client with one provider and product, as one: what begins no later than a month after (domain.md §5), or comes back after a
 * temporary stop, continues it. */
typedef struct
{
  PsCareSpan last;                 /* the one that ends last: its product, group and municipality are the path's */
  PsDate     start;
  PsDate     end;                  /* PS_DATE_OPEN: still in care, or stopped for a while under an assignment that runs */
} PsCarePath;

/* GArray of PsCarePath, of all care that was known on a day. */
GArray *ps_care_paths_make (const PsProduction *production, PsDate known_through);

/* Classes of a quarter of a year; the last has no end. */
#define PS_DURATION_N_CLASSES 13
#define PS_DURATION_MONTHS_A_CLASS 3

enum
{
  PS_DURATION_ENDED,          /* paths */
  PS_DURATION_ENDED_DAYS,
  PS_DURATION_WITH_NORM,      /* of them */
  PS_DURATION_LONGER,         /* … longer than it */
  PS_DURATION_RUNNING,        /* paths on the last day of the period */
  PS_DURATION_RUNNING_DAYS,
  PS_DURATION_N_MEASURES
};

typedef struct
{
  PsTally *products;               /* by slot */
  PsTally *classes;
} PsDurations;

int      ps_durations_norm   (const PsRegion *region, guint product);      /* months; 0: none */
gboolean ps_durations_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
