/* ps-monitor.h: the dashboards of the seeds: what is measured, for any part of the region (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Fed provider by provider, by any number of threads that are merged; finished into tiles, series and tables that the window, the report
 * and the command line all show. Every definition is said in words by ps_topic_definition(), the field's own.
 */
#pragma once

#include "ps-figure-table.h"
#include "ps-production.h"
#include "ps-series.h"
#include "ps-work-days.h"

G_BEGIN_DECLS

typedef enum
{
  PS_TOPIC_PLACES,                 /* realised places × price per product and month, total = year to date; agreed; a year ago */
  PS_TOPIC_CAPACITY,               /* realised against agreed places: fits within 1 %, deviates to 5 %, deviates strongly above */
  PS_TOPIC_CLIENTS,                /* unique clients; in care, inflow, outflow per month */
  PS_TOPIC_REFERRERS,              /* clients per referrer and month, and of the whole period */
  PS_TOPIC_DURATION,               /* average duration per product, of care that ended, against its norm and last year; how it is spread */
  PS_TOPIC_FOLLOW_UP,              /* what happened after an assignment ended */
  PS_TOPIC_UTILISATION,            /* declared ÷ assigned, per product, provider and kind */
  PS_TOPIC_SHARES,                 /* NGA, micro providers, extra work in cost; per segment */
  PS_TOPIC_PRODUCTION,             /* cost per municipality and product group */
  PS_TOPIC_MESSAGES,               /* message norms: 305, 307, start */
  PS_TOPIC_WAITING,                /* clients waiting per month, how long, against the Treeknorm */
  PS_N_TOPICS
} PsTopic;

#define PS_ALL_TOPICS ((1u << PS_N_TOPICS) - 1)

const char *ps_topic_title      (PsTopic topic);                   /* translated */
const char *ps_topic_code       (PsTopic topic);                   /* "follow-up": for files and the command line */
const char *ps_topic_definition (PsTopic topic);                   /* translated: how it is counted, some sentences */
gboolean    ps_topic_parse      (const char *code, PsTopic *topic);

typedef struct
{
  int           year;
  PsDate        from;              /* the period, of that year, both days included; months are whole or cut by them */
  PsDate        through;           /* the last day of which declarations are complete; before `from`: nothing is known */
  PsDate        known_through;     /* to which starts and stops are known (messages come sooner than declarations); never before `through` */
  guint         provider;          /* places; PS_NONE: all of them */
  guint         municipality;
  guint         segment;
  guint         group;
  guint         product;
  const GArray *holidays;          /* PsHoliday by day, of the year and the ones beside it; borrowed */
} PsMonitorQuery;

/* An assignment that ended, what came of the client (exclusive; the first that holds). Later care: of the same client, that begins after the end, or runs on beyond it. */
typedef enum
{
  PS_FOLLOW_EXTENSION,             /* the same product at the same provider again within 1 month, or running on (Verlenging) */
  PS_FOLLOW_OTHER_PROVIDER,        /* within 1 month at another provider, whatever product (Andere zorgverlener) */
  PS_FOLLOW_OTHER_PRODUCT,         /* within 1 month another product at the same provider (Ander product) */
  PS_FOLLOW_RECIDIVE,              /* care again, after 1 month but within 6 (Recidive) */
  PS_FOLLOW_LEFT,                  /* nothing within 6 months: left care (Uitstroom uit zorg) */
  PS_FOLLOW_NOT_YET,               /* nothing so far, and the 6 months are not over */
  PS_N_FOLLOWS
} PsFollow;
const char *ps_follow_label (PsFollow follow);                     /* translated */

/* Realised ÷ agreed places, exactly: at most 1 % off, at most 5 %, more. */
typedef enum { PS_CAPACITY_FITS, PS_CAPACITY_DEVIATES, PS_CAPACITY_STRONGLY, PS_N_CAPACITIES } PsCapacityClass;
PsCapacityClass ps_capacity_class (gint64 realised_milli, gint64 agreed_milli);
const char     *ps_capacity_label (PsCapacityClass class);

typedef struct
{
  PsTopic    topic;
  GPtrArray *tiles;                /* PsTile */
  GPtrArray *series;               /* PsSeriesSet: its charts, the main one first */
  GPtrArray *tables;               /* PsFigureTable: the main one first; every figure of a chart is in one */
} PsTopicFigures;

typedef struct _PsMonitor PsMonitor;

/* `topics`: a bit each (1u << PS_TOPIC_CLIENTS). `region` and the query's arrays are borrowed for its life. */
PsMonitor *ps_monitor_new    (const PsRegion *region, const PsMonitorQuery *query, guint topics);
void       ps_monitor_free   (PsMonitor *self);
/* Which years of lines it wants of a provider: the year's own and last year's; which of the two are needed at all is its own business. */
gboolean   ps_monitor_add    (PsMonitor *self, const PsProduction *production, const PsProduction *last_year, GError **error);
void       ps_monitor_merge  (PsMonitor *self, PsMonitor *other);  /* takes what `other` was fed; free it afterwards */
gboolean   ps_monitor_finish (PsMonitor *self, GError **error);    /* once; then the figures are there */
const PsTopicFigures *ps_monitor_get (const PsMonitor *self, PsTopic topic);    /* borrowed; NULL: was not asked for */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsMonitor, ps_monitor_free)

G_END_DECLS
