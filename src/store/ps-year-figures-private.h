/* ps-year-figures-private.h: the kept rows of a provider's year: made, written, read
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bandwidths-private.h"
#include "ps-year-figures.h"

G_BEGIN_DECLS

PsProviderYear *ps_provider_year_new  (guint provider);
void            ps_provider_year_free (PsProviderYear *year);
gboolean        ps_provider_year_is_empty (const PsProviderYear *year);

/* ps-year-figures-work.c: of a plan that looks from one day: what of a row comes from the provider's production of the year
 * (`years_back` 0) or of the one before (1). */
gboolean        ps_provider_year_add_facts (PsProviderYear *self, const PsBandwidthPlan *plan, int years_back, const PsProduction *production,
                                            GError **error);
/* What its scopes realised, month by month. `realised` NULL: nothing is known of that year. */
gboolean        ps_provider_year_add_months (PsProviderYear *self, const PsRegion *region, int years_back, const PsYearRealised *realised,
                                             GError **error);

/* Everything that a row depends on beside what its triggers see: to which day the data is complete, which years there are and which of them are
 * complete (by what all providers declared), to which day starts are known (by what all reported), whose choices hold, and how many of each
 * year's peildata have been. A row of another basis counts no more. The day itself is none of it, so that a row is as good on the next one,
 * but for a provider that a person chose the forecast of care in progress for: who is in care is another number every day. */
typedef struct
{
  int        year;
  PsDate     day;                  /* looked from */
  PsDate     through;
  PsDate     waiting_on;           /* the day, or the one to which starts and stops are known where that is earlier */
  gint64     letters_of;
  GArray    *years;                /* PsLookYear, as PsBandwidthPlan.years; borrowed */
} PsFigureBasis;

/* ps-year-figures-block.c */
GByteArray     *ps_year_figures_encode (const PsRegion *region, const PsFigureBasis *basis, const PsProviderYear *year);
typedef enum { PS_FIGURE_COUNTS, PS_FIGURE_STALE, PS_FIGURE_DAMAGED } PsFigureState;   /* stale: of another basis, or of another form */
/* By what it begins with. */
PsFigureState   ps_year_figures_state  (const PsFigureBasis *basis, const guint8 *data, gsize size);
/* NULL: of another basis, of another form, or damaged. */
PsProviderYear *ps_year_figures_decode (const PsRegion *region, const PsFigureBasis *basis, guint provider, const guint8 *data, gsize size);

/* ps-year-figures.c: prepares a plan for these figures, and says what rows it makes. `look` has its region, the basis borrows the plan's years. */
gboolean        ps_year_figures_plan   (PsStore *store, PsBandwidthYear *look, const PsBandwidthQuery *query, PsBandwidthPlan *plan,
                                        PsFigureBasis *basis, GError **error);

/* ps-year-figures-keep.c: what a row's figures were read from, to see that it is still so when they are kept. */
typedef struct
{
  gint64 data_version;
  char  *trail;                    /* the last record's hash; NULL: there is none, and nothing is kept */
} PsFigureMoment;

void ps_figure_moment_take  (PsFigureMoment *moment, PsStore *store);
void ps_figure_moment_clear (PsFigureMoment *moment);
/* Keeps those rows (GPtrArray of PsProviderYear), or quietly does not. The store is in no transaction. */
void ps_year_figures_keep   (PsStore *store, const PsRegion *region, const PsFigureBasis *basis, const PsFigureMoment *moment, GPtrArray *rows);

/* ps-year-figures.c: computes some providers of a year, nothing kept: GPtrArray of PsProviderYear by place in `providers` (guint). The plan
 * must have been prepared by ps_year_figures_plan(). */
GPtrArray *ps_year_figures_compute (PsStore *store, PsBandwidthPlan *plan, GError **error);

G_END_DECLS
