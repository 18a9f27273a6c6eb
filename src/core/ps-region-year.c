/* ps-region-year.c: a year month by month
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-region-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-division.h"
#include "ps-settlement.h"

#define N_MONTHS 12

static void
forget (gint64 *months)
{
  for (guint i = 0; i < N_MONTHS; i++)
    months[i] = PS_NO_NUMBER;
}

/* Of two sums to the end of a month: what the month itself came to. */
static void
take_apart (const gint64 *sums, gint64 *months, PsOverflow *overflow)
{
  forget (months);
  for (guint i = 0; sums != NULL && i < N_MONTHS; i++)
    if (sums[i] != PS_NO_NUMBER && (i == 0 || sums[i - 1] != PS_NO_NUMBER))
      months[i] = i == 0 ? sums[0] : ps_subtract (sums[i], sums[i - 1], overflow);
}

/* Weights of 0 altogether: evenly. An amount below 0 is divided as the same above it. */
static void
divide (gint64 amount, const gint64 *weights, guint n, gint64 *parts)
{
  gint64 even[N_MONTHS] = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      even[i] = 1;
      any = any || (weights != NULL && weights[i] > 0);
    }
  ps_divide (ABS (amount), any ? weights : even, n, parts);
  for (guint i = 0; amount < 0 && i < n; i++)
    parts[i] = -parts[i];
}

static void
spread_year (gint64 amount, gint64 *months)
{
  forget (months);
  if (amount != PS_NO_NUMBER && amount != 0)
    divide (amount, NULL, N_MONTHS, months);
}

/* How many months from January on are complete. */
static guint
count_complete (const gint64 *sums)
{
  guint n = N_MONTHS;

  while (n > 0 && sums[n - 1] == PS_NO_NUMBER)
    n--;
  return n;
}

/* Last year's months are a measure only where there is one for each that is left. */
static gboolean
can_weigh (const gint64 *last, guint first)
{
  for (guint i = first; i < N_MONTHS; i++)
    if (last[i] == PS_NO_NUMBER || last[i] < 0)
      return FALSE;
  return TRUE;
}

static void
spread_rest (const PsYearCourse *course, PsYearMonths *months, PsOverflow *overflow)
{
  guint n = count_complete (course->month_cents);
  gint64 rest;

  forget (months->forecast_cents);
  if (course->forecast_cents == PS_NO_NUMBER || n == N_MONTHS)
    return;
  rest = ps_subtract (course->forecast_cents, n > 0 ? course->month_cents[n - 1] : 0, overflow);
  if (!overflow->overflowed && rest != PS_NO_NUMBER)
    divide (rest, can_weigh (months->last_cents, n) ? months->last_cents + n : NULL, N_MONTHS - n, months->forecast_cents + n);
}

/**
 * ps_year_months_make: each month apart.
 *
 * Returns: FALSE with PS_CORE_ERROR_OVERFLOW: too large
 */
gboolean
ps_year_months_make (const PsYearCourse *course, PsYearMonths *months, GError **error)
{
  PsOverflow overflow = { FALSE };

  months->year = course->year;
  take_apart (course->month_cents, months->realised_cents, &overflow);
  take_apart (course->last_month_cents, months->last_cents, &overflow);
  spread_year (course->agreed_cents, months->agreed_cents);
  spread_year (course->agreed_cents != 0 ? course->lower_cents : 0, months->lower_cents);
  spread_year (course->agreed_cents != 0 ? course->upper_cents : 0, months->upper_cents);
  spread_rest (course, months, &overflow);
  if (overflow.overflowed)
    g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, _("The months of %d are too large to be told apart"),
                 course->year);
  return !overflow.overflowed;
}

static void
add_series (PsSeriesSet *set, PsSeriesRole role, const char *label, const gint64 *months)
{
  gboolean any = FALSE;

  for (guint i = 0; i < N_MONTHS; i++)
    any = any || months[i] != PS_NO_NUMBER;
  if (any)
    memcpy (ps_series_set_add (set, role, label)->values, months, N_MONTHS * sizeof (gint64));
}

/**
 * ps_year_months_series:
 *
 * Returns: (transfer full): to be drawn, and to be read as a table
 */
PsSeriesSet *
ps_year_months_series (const PsYearMonths *months)
{
  PsSeriesSet *set = ps_series_set_new (PS_SHAPE_LINES, PS_VALUE_MONEY, _("Realised and agreed per month"), _("Month"));
  g_autofree char *last = g_strdup_printf ("%d", months->year - 1);

  set->file_name = g_strdup (_("realised per month"));
  ps_series_set_add_months (set, months->year);
  add_series (set, PS_ROLE_VALUE, _("realised"), months->realised_cents);
  add_series (set, PS_ROLE_FORECAST, _("forecast"), months->forecast_cents);
  add_series (set, PS_ROLE_AGREED, _("agreed"), months->agreed_cents);
  add_series (set, PS_ROLE_LOWER, _("bandwidth, from"), months->lower_cents);
  add_series (set, PS_ROLE_UPPER, _("bandwidth, up to"), months->upper_cents);
  add_series (set, PS_ROLE_LAST, last, months->last_cents);
  return set;
}
