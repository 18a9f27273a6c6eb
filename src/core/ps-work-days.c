/* ps-work-days.c: working days and the public holidays of the Algemene termijnenwet (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-work-days.h"

#include <glib/gi18n-lib.h>

static void
clear_holiday (gpointer data)
{
  PsHoliday *holiday = data;

  g_free (holiday->name);
}

/* Easter of the Gregorian calendar, by the computus of Meeus, Jones and Butcher. */
static PsDate
easter_of (int year)
{
  int golden = year % 19, century = year / 100, in_century = year % 100;
  int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
  int late = (golden + 11 * epact + 22 * weekday) / 451;
  int day = epact + weekday - 7 * late + 114;

  return ps_date_from_ymd (year, day / 31, day % 31 + 1);
}

/* Monday 0 … Sunday 6: 1 January 1970 was a Thursday. */
static int
weekday_of (PsDate day)
{
  return ((day + 3) % 7 + 7) % 7;
}

/* 27 April, and the day before where that is a Sunday. */
static PsDate
kings_day_of (int year)
{
  PsDate day = ps_date_from_ymd (year, 4, 27);

  return weekday_of (day) == 6 ? day - 1 : day;
}

/* Two may fall on one day (Ascension Day on 5 May, as in 2016): that is one holiday with both names. */
static void
add_holiday (GArray *holidays, PsDate day, const char *name)
{
  guint place = 0;
  PsHoliday added = { 0, day, NULL };

  while (place < holidays->len && g_array_index (holidays, PsHoliday, place).day < day)
    place++;
  if (place < holidays->len && g_array_index (holidays, PsHoliday, place).day == day)
    {
      PsHoliday *there = &g_array_index (holidays, PsHoliday, place);
      g_autofree char *first = there->name;

      there->name = g_strdup_printf ("%s, %s", first, name);
      return;
    }
  added.name = g_strdup (name);
  g_array_insert_val (holidays, place, added);
}

/**
 * ps_holidays_of_year: those that the Algemene termijnenwet names (its article 3), for the years since there is a King's Day
 * again.
 *
 * Returns: (transfer full): GArray of PsHoliday by day, each with id 0 and a translated name
 */
GArray *
ps_holidays_of_year (int year)
{
  GArray *holidays = g_array_new (FALSE, FALSE, sizeof (PsHoliday));
  PsDate easter = easter_of (year);

  g_array_set_clear_func (holidays, clear_holiday);
  add_holiday (holidays, ps_date_from_ymd (year, 1, 1), _("New Year’s Day"));
  add_holiday (holidays, easter - 2, _("Good Friday"));
  add_holiday (holidays, easter + 1, _("Easter Monday"));
  add_holiday (holidays, kings_day_of (year), _("King’s Day"));
  add_holiday (holidays, ps_date_from_ymd (year, 5, 5), _("Liberation Day"));
  add_holiday (holidays, easter + 39, _("Ascension Day"));
  add_holiday (holidays, easter + 50, _("Whit Monday"));
  add_holiday (holidays, ps_date_from_ymd (year, 12, 25), _("Christmas Day"));
  add_holiday (holidays, ps_date_from_ymd (year, 12, 26), _("Second day of Christmas"));
  return holidays;
}

/**
 * ps_is_work_day: Monday to Friday, but the holidays.
 * @holidays: (nullable): GArray of PsHoliday, in any order
 */
gboolean
ps_is_work_day (PsDate day, const GArray *holidays)
{
  if (weekday_of (day) > 4)
    return FALSE;
  for (guint i = 0; holidays != NULL && i < holidays->len; i++)
    if (g_array_index (holidays, PsHoliday, i).day == day)
      return FALSE;
  return TRUE;
}

/**
 * ps_work_days_after: the day that is `n` working days after another one, which does not count itself (domain.md §7).
 * @n: 0 or more; 0: the day itself
 * @holidays: (nullable): of every year that may be crossed
 */
PsDate
ps_work_days_after (PsDate day, int n, const GArray *holidays)
{
  g_assert (n >= 0);
  while (n > 0)
    if (ps_is_work_day (++day, holidays))
      n--;
  return day;
}

/**
 * ps_work_day_from: the first working day that is not before another day: a term that would end in a weekend or on a holiday
 * ends there (Algemene termijnenwet, article 1).
 * @holidays: (nullable): of the year of the day, and of the next one
 */
PsDate
ps_work_day_from (PsDate day, const GArray *holidays)
{
  while (!ps_is_work_day (day, holidays))
    day++;
  return day;
}
