/* ps-cost.h: what care cost in a period, by product and municipality (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Cost is what was produced, less norm-duration deductions, with trajectories as they run (domain.md §7 "Realised", but with everything
 * that was produced: also outside ceilings, beside agreements, and lump sums): what the seeds call kosten.
 * Under a lump-sum line of the agreement the lump sum is the cost, of no product, for its days; what was produced beside it is not
 * (domain.md §4: it comes instead). So a year's cost to a day is gross − norm deduction of all lines of the accrual settlement to that day.
 * What was produced in a period is what was produced to its last day, less to the day before its first: places that are measured on peildata can so
 * come to less than nothing in a month.
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

typedef struct
{
  guint  product;                  /* place; PS_NONE: of no product (lump sum) */
  guint  group;
  guint  municipality;
  gint64 cents;
} PsCost;

/* GArray of PsCost by group, product, municipality, those of 0 left out: from the first to the last day, both of `year`. */
GArray *ps_cost_make (const PsRegion *region, const PsProduction *production, int year, PsDate from, PsDate through, GError **error);

/* The same to several days of a year at once: what a product cost in a municipality from 1 January to each of them. */
typedef struct
{
  guint   product;                 /* as of PsCost */
  guint   group;
  guint   municipality;
  gint64 *until_cents;             /* by day */
} PsCostUntil;

/* GArray of PsCostUntil by group, product, municipality, those of 0 on every day left out. `days` ascend; one before the year is 0. Months apart are
 * the differences: cheaper than asking ps_cost_make() for each of them. */
GArray *ps_cost_make_until (const PsRegion *region, const PsProduction *production, int year, const PsDate *days, guint n_days,
                            GError **error);

/* What a product is beside the usual care: by its name, as the field names them ("GGZ meerwerk", "maatwerk"). */
typedef enum { PS_WORK_USUAL, PS_WORK_EXTRA, PS_WORK_CUSTOM, PS_N_WORKS } PsWork;
PsWork      ps_product_work  (const PsProduct *product);           /* meerwerk, maatwerk */
const char *ps_work_label    (PsWork work);                        /* translated */

G_END_DECLS
