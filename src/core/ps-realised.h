/* ps-realised.h: realised year to date, per month (domain.md §7), for the chart of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 ceiling_cents;            /* C of all scopes together */
  gint64 realised_cents[12];       /* year to date at the end of each month; PS_NO_NUMBER after `complete_through` */
} PsRealised;

gboolean ps_realised_by_month (const PsRegion *region, const PsProduction *production, int year,
                               PsDate complete_through, PsRealised *realised, GError **error);

G_END_DECLS
