/* ps-year-facts.h: what the overview needs of one provider's year: sums that can be added, and clients that can be united (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Kept beside the rows of a region file (store/ps-year-figures.h), so that the overview of a nation needs no declaration line.
 */
#pragma once

#include "ps-cost.h"
#include "ps-utilisation.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  cost_cents;              /* ps-cost.h, 1 January to `through`; as the next two */
  gint64  extra_cents;             /* of it: meerwerk and maatwerk */
  gint64  month_cents[12];         /* cost of each month that is complete at `through`; else PS_NO_NUMBER */
  gint64  assigned_cents;          /* ps-utilisation.h */
  gint64  declared_cents;
  guint   n_waiting;               /* on `day`: clients, each once per product and municipality (ps-waiting.h) */
  guint   n_waiting_over;          /* … longer than the Treeknorm */
  guint   n_in_care;               /* clients in care on `through` */
  GArray *clients;                 /* guint64, ascending: the keys of those with a care day from 1 January to `through` */
} PsYearFacts;

PsYearFacts *ps_year_facts_make (const PsRegion *region, const PsProduction *production, int year, PsDate through, PsDate day, GError **error);
PsYearFacts *ps_year_facts_new  (void);                            /* nothing at all */
void         ps_year_facts_free (PsYearFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsYearFacts, ps_year_facts_free)

G_END_DECLS
