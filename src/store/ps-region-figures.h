/* ps-region-figures.h: a region's year as it is shown: figures that stand by themselves, and its months as lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-figure-table.h"
#include "core/ps-region-year.h"
#include "ps-settle-year.h"
#include "ps-year-figures.h"

G_BEGIN_DECLS

/* What the declarations and advances of the year came to, from the settled year (domain.md §6). PS_NO_NUMBER: not known. */
typedef struct
{
  gint64 paid_cents;
  gint64 payable_cents;
} PsRegionPaid;

void         ps_region_paid_sum       (const PsSettledYear *settled, PsRegionPaid *paid);

/* GPtrArray of PsTile: agreed, realised, forecast, paid, share of NGA, utilisation, clients, waiting; each with last year's to the same day,
 * where that is known. "Realised" is what scopes realised (domain.md §7); shares are of cost (core/ps-cost.h). */
GPtrArray   *ps_region_figures_tiles  (const PsYearFigures *figures, const PsRegionYear *year, const PsRegionPaid *paid);
/* The year's months: realised, agreed with its corridor, forecast, last year. NULL: too large. */
PsSeriesSet *ps_region_figures_months (const PsYearFigures *figures, const PsRegionYear *year, GError **error);
/* "Waiting", or "Waiting on 13-06-2025" where that is another day than `through`. */
char        *ps_region_figures_waiting_label (const PsYearFigures *figures);

G_END_DECLS
