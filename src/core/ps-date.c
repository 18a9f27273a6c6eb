/* ps-date.c: calendar days
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-date.h"

#include <string.h>

/* Days before the first of each month in a year that is not a leap year. */
static const int days_before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Leap days from year 1 up to and including `year`. */
static int
leap_days_through (int year)
{
  return year / 4 - year / 100 + year / 400;
}

/**
 * ps_date_days_in_month: how many days `month` (1 to 12) of `year` has.
 */
int
ps_date_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_assert (month >= 1 && month <= 12);
  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * ps_date_is_valid_ymd: whether this is a day of the calendar between 1900 and 2199.
 */
gboolean
ps_date_is_valid_ymd (int year, int month, int day)
{
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= ps_date_days_in_month (year, month);
}

/**
 * ps_date_from_ymd: the day with this year, month (1 to 12) and day of the month, which must exist.
 */
PsDate
ps_date_from_ymd (int year, int month, int day)
{
  int before = (year - 1) * 365 + leap_days_through (year - 1);

  g_assert (month >= 1 && month <= 12 && day >= 1 && day <= 31);
  before += days_before_month[month - 1] + (month > 2 && is_leap_year (year));
  return before + day - 1 - 719162; /* 719162 days lie between 0001-01-01 and 1970-01-01 */
}

/**
 * ps_date_year: the year that `date`, a real day, lies in.
 */
int
ps_date_year (PsDate date)
{
  int year;

  ps_date_to_ymd (date, &year, NULL, NULL);
  return year;
}

/**
 * ps_date_to_ymd: takes a real day apart; each of the results may be NULL.
 */
void
ps_date_to_ymd (PsDate date, int *year, int *month, int *day)
{
  int y, m, rest;

  g_assert (date != PS_DATE_OPEN);

  /* The guess is at most a year off, for a year has 365 or 366 days. */
  y = 1970 + (int) (((gint64) date * 400) / 146097);
  while (ps_date_year_start (y) > date)
    y--;
  while (ps_date_year_start (y + 1) <= date)
    y++;

  rest = date - ps_date_year_start (y);
  for (m = 1; rest >= ps_date_days_in_month (y, m); m++)
    rest -= ps_date_days_in_month (y, m);

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = rest + 1;
}

/**
 * ps_date_days_in_year: 365 or 366.
 */
int
ps_date_days_in_year (int year)
{
  return is_leap_year (year) ? 366 : 365;
}

/**
 * ps_date_year_start: 1 January.
 */
PsDate
ps_date_year_start (int year)
{
  return ps_date_from_ymd (year, 1, 1);
}

/**
 * ps_date_year_end: 31 December.
 */
PsDate
ps_date_year_end (int year)
{
  return ps_date_from_ymd (year, 12, 31);
}

/**
 * ps_date_add_months: `months` later (or earlier, when negative), on the same day of the month or, where that month is shorter,
 * on its last day (domain.md §3: 31-01 + 1 month = 28-02 or 29-02). An open date stays open.
 */
PsDate
ps_date_add_months (PsDate date, int months)
{
  int year, month, day, total;

  if (date == PS_DATE_OPEN)
    return date;

  ps_date_to_ymd (date, &year, &month, &day);
  total = year * 12 + month - 1 + months;
  year = total / 12;
  month = total % 12 + 1;
  return ps_date_from_ymd (year, month, MIN (day, ps_date_days_in_month (year, month)));
}

/**
 * ps_date_last_month_end: the last day of a month that is not after `date`: the day itself, or the end of the month before.
 */
PsDate
ps_date_last_month_end (PsDate date)
{
  int year, month, day;

  ps_date_to_ymd (date, &year, &month, &day);
  return day == ps_date_days_in_month (year, month) ? date : date - day;
}

/**
 * ps_date_months_elapsed: the largest n with add_months (from, n) ≤ to (domain.md §3); `to` must not be before `from`.
 */
int
ps_date_months_elapsed (PsDate from, PsDate to)
{
  int from_year, from_month, to_year, to_month, months;

  g_assert (from <= to && to != PS_DATE_OPEN);

  ps_date_to_ymd (from, &from_year, &from_month, NULL);
  ps_date_to_ymd (to, &to_year, &to_month, NULL);
  months = (to_year - from_year) * 12 + to_month - from_month;
  return ps_date_add_months (from, months) <= to ? months : months - 1;
}

/* Reads exactly `n` digits. */
static gboolean
read_digits (const char **text, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + (**text - '0');
    }
  return TRUE;
}

static gboolean
finish_date (const char *rest, int year, int month, int day, PsDate *date)
{
  if (*rest != '\0' || !ps_date_is_valid_ymd (year, month, day))
    return FALSE;
  *date = ps_date_from_ymd (year, month, day);
  return TRUE;
}

/**
 * ps_date_parse: reads dd-mm-jjjj, jjjj-mm-dd or jjjjmmdd (files-and-cli.md), nothing else.
 *
 * Returns: whether `text` is such a date, between 1900 and 2199; `date` is set only then.
 */
gboolean
ps_date_parse (const char *text, PsDate *date)
{
  int year, month, day;

  switch (strlen (text))
    {
    case 8:
      return read_digits (&text, 4, &year) && read_digits (&text, 2, &month) && read_digits (&text, 2, &day)
             && finish_date (text, year, month, day, date);
    case 10:
      if (text[4] == '-')
        return read_digits (&text, 4, &year) && *text++ == '-' && read_digits (&text, 2, &month) && *text++ == '-'
               && read_digits (&text, 2, &day) && finish_date (text, year, month, day, date);
      return read_digits (&text, 2, &day) && *text++ == '-' && read_digits (&text, 2, &month) && *text++ == '-'
             && read_digits (&text, 4, &year) && finish_date (text, year, month, day, date);
    default:
      return FALSE;
    }
}

/**
 * ps_date_parse_month: reads a month as mm-jjjj (files-and-cli.md); `first_day` becomes its first day.
 */
gboolean
ps_date_parse_month (const char *text, PsDate *first_day)
{
  int year, month;

  if (strlen (text) != 7)
    return FALSE;
  return read_digits (&text, 2, &month) && *text++ == '-' && read_digits (&text, 4, &year)
         && finish_date (text, year, month, 1, first_day);
}

/**
 * ps_date_to_iso: jjjj-mm-dd, for other programs; "" for an open date.
 */
char *
ps_date_to_iso (PsDate date)
{
  int year, month, day;

  if (date == PS_DATE_OPEN)
    return g_strdup ("");
  ps_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * ps_date_year_before: what a day is held against a year before: the same day, but the last day of a month stays one, so that February is
 * held against a whole February (domain.md §8). PS_DATE_OPEN stays open.
 */
PsDate
ps_date_year_before (PsDate date)
{
  int year, month, day;

  if (date == PS_DATE_OPEN)
    return date;
  ps_date_to_ymd (date, &year, &month, &day);
  if (day == ps_date_days_in_month (year, month))
    return ps_date_from_ymd (year - 1, month, ps_date_days_in_month (year - 1, month));
  return ps_date_from_ymd (year - 1, month, day);
}
