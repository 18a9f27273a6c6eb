/* ps-work-days.h: working days and the public holidays of the Algemene termijnenwet (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-date.h"

G_BEGIN_DECLS

typedef struct { gint64 id; PsDate day; char *name; } PsHoliday;   /* id 0: not kept in the file */

/* GArray of PsHoliday by day: those that the law names, for a year of which the region keeps none of its own. */
GArray  *ps_holidays_of_year (int year);
/* n ≥ 0 working days after `day`, which does not count itself: Monday to Friday, but the holidays (GArray of PsHoliday by day). */
PsDate   ps_work_days_after  (PsDate day, int n, const GArray *holidays);
/* The day itself where it is a working day, else the next one: as the Algemene termijnenwet extends terms. */
PsDate   ps_work_day_from    (PsDate day, const GArray *holidays);
gboolean ps_is_work_day      (PsDate day, const GArray *holidays);

G_END_DECLS
