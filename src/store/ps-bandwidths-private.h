/* ps-bandwidths-private.h: where every provider stands, being computed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bandwidths.h"
#include "ps-sql.h"
#include "ps-year-figures.h"

G_BEGIN_DECLS

/* A day to look from: the peildatum or today, and the peildatum before. */
typedef struct
{
  gint64      peildatum_id;        /* whose choices count; 0: today, before any peildatum of the year */
  PsDate      day;
  PsDate      through;
  GHashTable *choices;             /* provider's id (gint64 *) → GPtrArray of PsForecastChoice */
} PsLook;

typedef struct
{
  int      year;
  gboolean whole;
  guint    n_peildata;             /* of it, up to the same day as is looked from (ps_year_figures_plan()) */
} PsLookYear;

typedef struct
{
  const PsRegion *region;
  int        year;
  PsLook     looks[2];
  guint      n_looks;              /* 0 or more that are computed: now, and before where it was not kept */
  GArray    *years;                /* PsLookYear: the year itself and those before it, latest first */
  GArray    *providers;            /* guint: places */
  PsProviderBandwidth **results;   /* by place in `providers`; NULL: no agreement, or no scope */
  PsProviderYear **figures;        /* … with the rest of ps-year-figures.h, of the first look; NULL: not wanted */
  PsDate     waiting_on;           /* … on which day it is counted who waits */
  GCancellable *cancellable;
  PsProgressFunc progress;
  gpointer   progress_data;
} PsBandwidthPlan;

/* ps-bandwidths.c: the day and the data's last one, the years, the providers and the first look. `self` has its region. */
gboolean     ps_bandwidths_plan_day    (PsStore *store, PsBandwidthYear *self, const PsBandwidthQuery *query, PsBandwidthPlan *plan,
                                        GError **error);
PsBandwidthYear *ps_bandwidths_year_new (PsRegion *region);
void         ps_bandwidth_plan_clear   (PsBandwidthPlan *plan);

/* ps-bandwidths-work.c: fills the results, on two threads where that pays. */
gboolean     ps_bandwidth_plan_run     (PsBandwidthPlan *plan, PsStore *store, GError **error);
void         ps_provider_bandwidth_free (PsProviderBandwidth *provider);

/* ps-bandwidths-rows.c */
GHashTable  *ps_bandwidths_read_choices (PsStore *store, gint64 peildatum_id, GError **error);
/* Provider's id → PsBandwidth, of those that were kept. provider_id 0: of all. */
GHashTable  *ps_bandwidths_read_kept   (PsStore *store, const PsRegion *region, gint64 peildatum_id, gint64 provider_id, GError **error);
gboolean     ps_bandwidths_read_closed (PsStore *store, gint64 peildatum_id, gboolean *closed, GError **error);

/* ps-bandwidths-told.c: the letters of the year, into what was computed. */
gboolean     ps_bandwidths_read_letters (PsStore *store, PsBandwidthYear *year, GError **error);
/* What a provider was told in the year at other peildata than this one, by letters that were sent before that event (G_MAXINT64: all):
 * GArray of PsScopeTold. */
GArray      *ps_bandwidths_read_told   (PsStore *store, int year, gint64 provider_id, gint64 peildatum_id, gint64 before_event,
                                        GError **error);

G_END_DECLS
