/* ps-monitor-private.h: what the topics of the monitor share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor.h"

G_BEGIN_DECLS

/* One of the two periods that are held beside each other: the query's, and the same days a year before (the last day of a month stays one;
 * what was known by then too: PsMonitor.now.known_through is what is known now). */
typedef struct
{
  int    year;
  PsDate from;
  PsDate through;
  PsDate known_through;
} PsPeriod;

/* What a topic does; its state is its own. All of one monitor's are called in the same order. */
typedef struct
{
  gpointer (*begin)  (const PsMonitor *monitor);
  /* `production`: this year's, `last_year`: the year before's; the same assignments and care, other lines, advances and measurements. */
  gboolean (*add)    (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year, GError **error);
  void     (*merge)  (gpointer state, gpointer other);             /* takes what the other was fed */
  gboolean (*finish) (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);
  void     (*free)   (gpointer state);
} PsTopicKind;

extern const PsTopicKind ps_topic_places, ps_topic_capacity, ps_topic_clients, ps_topic_referrers, ps_topic_duration, ps_topic_follow_up,
    ps_topic_utilisation, ps_topic_shares, ps_topic_production, ps_topic_messages, ps_topic_waiting;

/* What the provider that is being added cost: made once for all topics that ask (ps-monitor-cost.h). */
typedef struct _PsMonitorCosts PsMonitorCosts;

struct _PsMonitor
{
  const PsRegion *region;
  PsMonitorQuery  query;
  PsPeriod        now;
  PsPeriod        last;
  guint           topics;
  gpointer        states[PS_N_TOPICS];
  PsTopicFigures *figures[PS_N_TOPICS];    /* NULL until it is finished */
  PsMonitorCosts *costs;
};

/* Whether a product group × municipality is inside the filter; `product` PS_NONE: aspecific, inside unless a product is asked for. */
gboolean ps_monitor_covers       (const PsMonitor *self, guint provider, guint municipality, guint group, guint product);
gboolean ps_monitor_has_provider (const PsMonitor *self, guint provider);
/* "45L11 Ambulante hulp"; aspecific: the group's. Owned by the caller. */
char    *ps_monitor_product_label (const PsRegion *region, guint product, guint group);
char    *ps_monitor_group_label   (const PsRegion *region, guint group);
char    *ps_monitor_code_and_name (const char *code, const char *name);    /* the name is left out where it says no more; may be NULL */
/* First and last day of a month of the period, cut by it; FALSE: the month is outside. month: 0 to 11. */
gboolean ps_period_month         (const PsPeriod *period, int month, PsDate *from, PsDate *through);
gboolean ps_period_is_empty      (const PsPeriod *period);         /* nothing is known of it */

G_END_DECLS
