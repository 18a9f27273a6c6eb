/* ps-date.h: calendar days
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day, counted from 1970-01-01 (day 0). Days are what the domain counts in
 * (domain.md §3: "Days are calendar days, both ends included"), so a day is a plain number
 * and the number of days from a to b, both included, is b - a + 1. */
typedef gint32 PsDate;

/* "No end": later than every real day, so that open ends compare as they should. */
#define PS_DATE_OPEN G_MAXINT32

/* The days that are accepted anywhere: 1900-01-01 up to 2199-12-31. */
#define PS_DATE_MIN (-25567)
#define PS_DATE_MAX (84005)

PsDate   ps_date_from_ymd        (int year, int month, int day);
gboolean ps_date_is_valid_ymd    (int year, int month, int day);
void     ps_date_to_ymd          (PsDate date, int *year, int *month, int *day);
int      ps_date_year            (PsDate date);
int      ps_date_days_in_year    (int year);
int      ps_date_days_in_month   (int year, int month);
PsDate   ps_date_year_start      (int year);
PsDate   ps_date_year_end        (int year);
PsDate   ps_date_add_months      (PsDate date, int months);
PsDate   ps_date_last_month_end  (PsDate date);
PsDate   ps_date_year_before     (PsDate date);
int      ps_date_months_elapsed  (PsDate from, PsDate to);

gboolean ps_date_parse           (const char *text, PsDate *date);
gboolean ps_date_parse_month     (const char *text, PsDate *first_day);
char    *ps_date_to_iso          (PsDate date);

G_END_DECLS
