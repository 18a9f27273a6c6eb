/* ps-forecast.h: what a scope's year will come to, by each method, and how wrong each was before (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

/* The numbers are stored (forecast_choice.method): never change one. The first three are those that are proposed, ties in this order. */
typedef enum
{
  PS_FORECAST_CEILING = 0,         /* nothing could be computed: the ceiling, said so */
  PS_FORECAST_LINEAR = 1,
  PS_FORECAST_ROLLING = 2,
  PS_FORECAST_PREVIOUS_YEAR = 3,
  PS_FORECAST_MANUAL = 4,          /* a person's, with a reason */
  PS_FORECAST_IN_CARE = 5,         /* from the care in progress: shown beside the others and to be chosen, never proposed by itself */
  PS_N_FORECASTS
} PsForecastMethod;

const char *ps_forecast_method_label (PsForecastMethod method);   /* translated, short: "linear" */
const char *ps_forecast_method_code  (PsForecastMethod method);   /* "linear", "previous-year" …: for JSON and CSV */
char       *ps_forecast_method_text  (PsForecastMethod method);   /* translated: how it is computed, a sentence */

/* What one scope realised in one year (domain.md §7 "Realised": net − outside, trajects by accrual), in cents. */
typedef struct
{
  gint64 realised_cents;           /* to `through` */
  gint64 month_cents[12];          /* to the end of each month that is complete at `through`; else PS_NO_NUMBER */
  gint64 known_cents[12];          /* the same; of a year that is complete the months after `through` too, to show beside another year */
  gint64 total_cents;              /* of the whole year, where it is complete; else PS_NO_NUMBER */
  gint64 exempt_cents;             /* of realised_cents: what can bear no deduction; 0 or more */
  gint64 in_care_cents;            /* to `through` and from the care in progress on the day to 31-12; PS_NO_NUMBER: cannot be said */
} PsScopeYear;

/* … of all scopes of an agreement, in a year that may be an earlier one than the agreement's ("this year's lines"). */
typedef struct
{
  int          year;
  PsDate       day;                /* the peildatum, or the same day of that year */
  PsDate       through;            /* the data's last day that counts, or the same day of that year; before 1 January: no data of this year yet */
  gboolean     whole;              /* the year is over and complete */
  GPtrArray   *names;              /* of the scopes, as PsScope.name */
  PsScopeYear *scopes;             /* as many */
} PsYearRealised;

typedef struct
{
  const PsAgreement *agreement;    /* whose scopes */
  int      year;
  PsDate   day;
  PsDate   through;                /* clamped to the year; before it: nothing was realised */
  gboolean whole;
} PsYearRealisedOptions;

/* `production`: as loaded for that year. Care that stopped after `day` counts as running then (its stop was not known). */
PsYearRealised *ps_year_realised      (const PsRegion *region, const PsProduction *production, const PsYearRealisedOptions *options,
                                       GError **error);
void            ps_year_realised_free (PsYearRealised *realised);

/* The same day of another year: 29-02 becomes 28-02. */
PsDate          ps_same_day           (PsDate day, int year);

typedef struct { int year; gint64 forecast_cents; gint64 total_cents; gint64 error_bp; } PsForecastError;

/* One method: what it says, and what it would have said in the years before. */
typedef struct
{
  PsForecastMethod method;
  gint64           forecast_cents; /* PS_NO_NUMBER: cannot be computed */
  char            *why_not;        /* translated; NULL: it can */
  gint64           error_e12;      /* mean error in 10⁻¹²: what methods are compared by; PS_NO_NUMBER: no history */
  gint64           error_bp;       /* the same rounded, to show */
  GArray          *errors;         /* PsForecastError, latest year first; at most three */
} PsForecastTry;

typedef struct
{
  GArray          *tries;          /* PsForecastTry: linear, rolling, previous year, in care */
  PsForecastMethod proposed;
  gint64           proposed_cents;
  char            *why;            /* translated: why that one is proposed, a sentence */
} PsForecast;

/* `years`: PsYearRealised, the year itself first, then the ones before it, latest first, without gaps; of one agreement's scopes. */
PsForecast      *ps_forecast_make     (GPtrArray *years, guint scope, gint64 ceiling_cents);
void             ps_forecast_free     (PsForecast *forecast);
const PsForecastTry *ps_forecast_find (const PsForecast *forecast, PsForecastMethod method);   /* NULL: none of that method */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsYearRealised, ps_year_realised_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsForecast, ps_forecast_free)

G_END_DECLS
