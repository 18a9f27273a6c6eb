/* ps-traject.h: one fixed price per assignment (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-production.h"
#include "ps-tariff.h"

G_BEGIN_DECLS

/* Where the traject of an assignment stands at the end of a day */
typedef struct
{
  gboolean is_traject;      /* a specific assignment of a traject product */
  gboolean started;         /* there is a care period */
  gboolean ended;
  gboolean to_plan;         /* reason 31: paid in full */
  int      reason;          /* of the stop that ended it; of several on that day 31, else the lowest that was given */
  PsDate   first_start;
  PsDate   end;
  int      norm_days;
  gint64   tariff_e4;       /* PS_NO_NUMBER: none on the first start */
} PsTraject;

PsTraject ps_traject_of       (const PsRegion *region, const PsProduction *production, const PsAssignment *assignment,
                               const PsPriceList *prices, PsDate through);
gint64    ps_traject_price    (const PsTraject *traject, PsOverflow *overflow);
gint64    ps_traject_accrued  (const PsTraject *traject, PsDate day, PsOverflow *overflow);

G_END_DECLS
