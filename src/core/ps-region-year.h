/* ps-region-year.h: a year month by month: what was realised, what was agreed, and what the forecast leaves for the months that come
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Of a region or of anything else with a ceiling. Whole cents; the parts of what is spread add up to it exactly.
 */
#pragma once

#include "ps-series.h"

G_BEGIN_DECLS

/* What is known of a year, as it adds up. PS_NO_NUMBER in any of it: not known. */
typedef struct
{
  int           year;
  gint64        agreed_cents;      /* the whole year's; 0: nothing, as the next two */
  gint64        lower_cents;       /* the bandwidth */
  gint64        upper_cents;
  gint64        forecast_cents;    /* of the whole year */
  const gint64 *month_cents;       /* 12: realised to the end of each month */
  const gint64 *last_month_cents;  /* 12: a year before; NULL: nothing of it */
} PsYearCourse;

/* The same, each month apart; PS_NO_NUMBER: not known, or nothing of the kind. */
typedef struct
{
  int    year;
  gint64 realised_cents[12];       /* of months that are complete */
  gint64 last_cents[12];
  gint64 agreed_cents[12];         /* a twelfth of the year's each */
  gint64 lower_cents[12];
  gint64 upper_cents[12];
  gint64 forecast_cents[12];       /* of the months after the last one that is complete */
} PsYearMonths;

/* The rest of the forecast (what is not realised by the end of the last complete month) goes to the months left: in the proportion that they
 * had last year, where each of them is known and none was negative; else evenly. FALSE: too large. */
gboolean     ps_year_months_make   (const PsYearCourse *course, PsYearMonths *months, GError **error);
/* Lines over the twelve months: realised, last year, agreed with its corridor, forecast; what there is nothing of is left out. */
PsSeriesSet *ps_year_months_series (const PsYearMonths *months);

G_END_DECLS
