/* ps-year-figures.h: where every provider's year stands, kept beside the rows, so that the overview of a nation needs no declaration line
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row of year_figure is what ps_bandwidths_compute() and ps_year_facts_make() say of a provider and year on a day; triggers of the file
 * itself take it away as soon as anything changes that it was made from (lines, care, decisions, measurements, agreements, tariffs,
 * schemes …), whoever changes it. It holds on every day on which the same is known (ps-year-figures-private.h, PsFigureBasis), so that a new
 * day alone is no reason to compute. What is missing, or holds no more, is computed when it is asked for, and kept. `verify` computes it all
 * again. All on a worker.
 */
#pragma once

#include "core/ps-bandwidth.h"
#include "core/ps-year-facts.h"
#include "ps-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint        provider;           /* place */
  PsBandwidth *bandwidth;          /* at `day`: without every forecast (PsBandwidthScope.forecast NULL); NULL: no scopes */
  gint64       realised_cents[12]; /* of its scopes, to the end of each month; PS_NO_NUMBER where not complete */
  gint64       last_realised_cents[12];   /* … of the year before, this year's scopes, all of it where that is complete; PS_NO_NUMBER: not known */
  PsYearFacts *facts;              /* never NULL */
  PsYearFacts *last;               /* the year before, to the same day */
} PsProviderYear;

typedef struct
{
  PsRegion  *region;
  int        year;
  PsDate     day;                  /* today, or the last day of a year that is over */
  PsDate     through;              /* to which the data is complete; before 1 January: nothing of this year is known */
  PsDate     waiting_on;           /* on which it is counted who waits: `day`, or the last of which starts and stops are known; before 1 January: nobody */
  GPtrArray *providers;            /* PsProviderYear by place: those of which there is anything this year or last */
  guint      n_computed;           /* of them; the others had been kept */
} PsYearFigures;

typedef struct
{
  int         year;
  PsDate      today;
  const char *agb;                 /* NULL: every provider */
  gboolean    keep;                /* keep what was computed, where the file can be written and nobody changed it meanwhile; quietly not else */
} PsYearFiguresQuery;

PsYearFigures *ps_year_figures_load (PsStore *store, const PsYearFiguresQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                                     gpointer progress_data, GError **error);
void           ps_year_figures_free (PsYearFigures *figures);
const PsProviderYear *ps_year_figures_find (const PsYearFigures *figures, guint provider);   /* NULL: none */

/* Computes and keeps the year that is shown first (the latest with declarations): after an import or an undo, after its commit. Never fails. */
void           ps_year_figures_refresh (PsStore *store, PsDate today, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data);

/* The region's year, all providers together. */
typedef struct
{
  gint64 agreed_cents;             /* ceilings of all scopes, as the next four */
  gint64 realised_cents;
  gint64 forecast_cents;
  gint64 lower_cents;
  gint64 upper_cents;
  gint64 month_cents[12];          /* realised, to the end of each month; PS_NO_NUMBER: not complete */
  gint64 last_month_cents[12];
  gint64 cost_cents, nga_cents, micro_cents, extra_cents;                      /* ps-year-facts.h */
  gint64 last_cost_cents, last_nga_cents, last_micro_cents, last_extra_cents;
  gint64 assigned_cents, declared_cents, last_assigned_cents, last_declared_cents;
  guint  n_agreed;                 /* providers with a scope */
  guint  n_clients, n_last_clients;                                            /* unique in the region */
  guint  n_waiting, n_waiting_over, n_last_waiting;
} PsRegionYear;

/* FALSE: too large. */
gboolean       ps_year_figures_sum  (const PsYearFigures *figures, PsRegionYear *sum, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsYearFigures, ps_year_figures_free)

G_END_DECLS
