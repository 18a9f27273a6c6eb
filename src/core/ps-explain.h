/* ps-explain.h: how a figure of a settlement came about, deeper than its steps (ps-steps.h): line by line, cent by cent
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier.h"
#include "ps-steps.h"

G_BEGIN_DECLS

/* How a scope's deduction D was divided over one of its lines (domain.md §5, by largest remainder). */
typedef struct
{
  guint  line;                     /* place in PsSettlement.lines */
  gint64 bears_cents;              /* w */
  gint64 over_cents;               /* o, by key overschrijding; else 0 */
  gint64 first_cents;              /* its part of min (D, sum of o) */
  gint64 rest_cents;               /* its part of the rest: by realisatie all of it */
  gint64 deduction_cents;          /* first + rest = the line's band deduction */
} PsDivided;

GArray *ps_explain_division       (const PsSettlement *settlement, guint scope);                    /* PsDivided, by line */

/* Sums per municipality (PsSettlementLine with only its municipality and figures), by municipality: together the totals. */
GArray *ps_explain_municipalities (const PsSettlement *settlement);

/* One client's days in a month in a product's places: day by day, each day once (domain.md §4). */
typedef struct { guint client; guint product; PsDate month; int days; } PsClientMonth;
/* Of the places of a product group × municipality, measured daily; by product, client, month. */
GArray *ps_explain_client_months  (const PsDossier *dossier, guint group, guint municipality);

/* A line (product group × municipality) step by step: PsFigure as of ps_settlement_figures(), with kinds GROSS, NORM_DURATION, BAND (its
 * part of the scope's deduction), PAYABLE, PAID, BALANCE, each with a sentence that says what it was made of: how many lines, trajectories
 * and places, what they add up to, which share of the scope's deduction, what was declared and what was paid ahead. */
GArray *ps_explain_line           (const PsDossier *dossier, guint line);

/* The steps of the whole settlement (ps_settlement_figures()) with richer sentences, from its sources: what the gross production is made of,
 * how many lines are past their norm duration and at which shares, what was paid. */
GArray *ps_explain_figures        (const PsDossier *dossier);

/* What one source came to, in a translated sentence: a line past its norm duration ("In care since 03-01-2024: 11 months, 2 past the norm
 * of 9. 50 % is paid: 50 % of € 412,50 = € 206,25 is deducted."), a trajectory ("Ended 14-05-2024, not according to plan, after 120 of
 * 274 days: € 4.000,00 × 120 / 274 = € 1.751,82"), places, a lump sum, an advance. NULL: its row says it all. */
char   *ps_explain_source         (const PsDossier *dossier, const PsSource *source);

G_END_DECLS
