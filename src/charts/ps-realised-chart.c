/* ps-realised-chart.c: the figures behind the chart of realised against ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-realised.h"

/**
 * ps_realised_chart_new: a chart of a year of which nothing is known yet.
 */
PsRealisedChart *
ps_realised_chart_new (int year)
{
  PsRealisedChart *chart = g_new0 (PsRealisedChart, 1);

  chart->year = year;
  for (int month = 0; month < 12; month++)
    chart->realised_cents[month] = chart->last_year_cents[month] = PS_NO_NUMBER;
  chart->ceiling_cents = PS_NO_NUMBER;
  chart->forecast_cents = PS_NO_NUMBER;
  chart->under_bp = -1;
  chart->over_bp = -1;
  chart->marks = g_array_new (FALSE, FALSE, sizeof (PsPeilMark));
  return chart;
}

void
ps_realised_chart_free (PsRealisedChart *chart)
{
  if (chart == NULL)
    return;
  g_array_unref (chart->marks);
  g_free (chart->forecast_note);
  g_free (chart);
}

/**
 * ps_realised_chart_set: takes the figures of this year (and its ceiling) and of last year; either may be NULL.
 */
void
ps_realised_chart_set (PsRealisedChart *chart, const PsRealised *realised, const PsRealised *last_year)
{
  for (int month = 0; month < 12; month++)
    {
      chart->realised_cents[month] = realised != NULL ? realised->realised_cents[month] : PS_NO_NUMBER;
      chart->last_year_cents[month] = last_year != NULL ? last_year->realised_cents[month] : PS_NO_NUMBER;
    }
  chart->ceiling_cents = realised != NULL ? realised->ceiling_cents : PS_NO_NUMBER;
}

/**
 * ps_realised_chart_add_mark: a peildatum; `realised_cents` is what was known then, PS_NO_NUMBER when that was not kept.
 */
void
ps_realised_chart_add_mark (PsRealisedChart *chart, PsDate peildatum, PsDate data_through, gint64 realised_cents)
{
  PsPeilMark mark = { peildatum, data_through, realised_cents };

  g_array_append_val (chart->marks, mark);
}

/**
 * ps_realised_chart_last_month: the last month (0 to 11) of which the realised amount is known; -1: none.
 */
int
ps_realised_chart_last_month (const PsRealisedChart *chart)
{
  for (int month = 11; month >= 0; month--)
    if (chart->realised_cents[month] != PS_NO_NUMBER)
      return month;
  return -1;
}

/* Between two months' ends as the line between their points runs. */
static gint64
realised_on (const PsRealisedChart *chart, PsDate date)
{
  int year, month, day;
  gint64 before, after;
  PsOverflow overflow = { FALSE };

  ps_date_to_ymd (date, &year, &month, &day);
  before = month == 1 ? 0 : chart->realised_cents[month - 2];
  after = chart->realised_cents[month - 1];
  if (after == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  if (day == ps_date_days_in_month (year, month))
    return after;
  if (before == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  return before + ps_round_div (((PsWide) after - before) * day, ps_date_days_in_month (year, month), &overflow);
}

/**
 * ps_realised_chart_mark_value: the amount at which a peildatum is drawn; PS_NO_NUMBER: it is not drawn.
 */
gint64
ps_realised_chart_mark_value (const PsRealisedChart *chart, const PsPeilMark *mark)
{
  if (mark->data_through == PS_DATE_OPEN || ps_date_year (mark->data_through) != chart->year)
    return PS_NO_NUMBER;
  if (mark->realised_cents != PS_NO_NUMBER)
    return mark->realised_cents;
  return realised_on (chart, mark->data_through);
}

static gint64
share_on (gint64 ceiling_cents, int share_bp, int days, int days_in_year)
{
  PsOverflow overflow = { FALSE };
  gint64 cents = ps_round_div ((PsWide) ceiling_cents * share_bp * days, (PsWide) PS_FULL_BP * days_in_year, &overflow);

  return overflow.overflowed ? G_MAXINT64 : cents;
}

/**
 * ps_realised_chart_band: where the bandwidth (domain.md §7) lies at the end of a day of the chart's year, its part of the year
 * by days.
 *
 * Returns: FALSE when there is no ceiling or no bandwidth
 */
gboolean
ps_realised_chart_band (const PsRealisedChart *chart, PsDate date, gint64 *from_cents, gint64 *to_cents)
{
  int days = date - ps_date_year_start (chart->year) + 1;
  int days_in_year = ps_date_days_in_year (chart->year);

  if (chart->ceiling_cents == PS_NO_NUMBER || chart->under_bp < 0 || chart->over_bp < 0)
    return FALSE;
  *from_cents = share_on (chart->ceiling_cents, PS_FULL_BP - chart->under_bp, days, days_in_year);
  *to_cents = share_on (chart->ceiling_cents, PS_FULL_BP + chart->over_bp, days, days_in_year);
  return TRUE;
}
