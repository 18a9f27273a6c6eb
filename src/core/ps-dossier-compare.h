/* ps-dossier-compare.h: which figures of two dossiers of a provider's year differ, and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "Recompute and compare" (domain.md §6): a frozen one with the region as it is, a correction with what it replaces.
 */
#pragma once

#include "ps-dossier.h"

G_BEGIN_DECLS

typedef enum
{
  PS_CAUSE_LINE, PS_CAUSE_DECISION, PS_CAUSE_ASSIGNMENT, PS_CAUSE_CARE, PS_CAUSE_ADVANCE, PS_CAUSE_MEASUREMENT, PS_CAUSE_PEILDATUM,
  PS_CAUSE_TARIFF, PS_CAUSE_PRODUCT, PS_CAUSE_AGREEMENT, PS_CAUSE_AGREEMENT_LINE, PS_CAUSE_SCHEME,
  PS_CAUSE_PROGRAM,                /* the same inputs, other figures: another version of the program */
  PS_N_CAUSES
} PsCauseKind;

typedef enum { PS_CAUSE_ADDED, PS_CAUSE_REMOVED, PS_CAUSE_CHANGED } PsCauseChange;

/* Something that the two were computed from, and that is not the same. */
typedef struct
{
  PsCauseKind   kind;
  PsCauseChange change;
  char         *group;             /* codes; NULL: of no line in particular, as the next */
  char         *municipality;
  char         *what;              /* translated: "Declaration line R-20417, 01-11-2024 to 30-11-2024" */
  char         *how;               /* translated: "late: € 412,50 added", "stop: 30-06-2024, was 31-03-2024" */
  gint64        old_produced_cents, new_produced_cents;   /* net of the norm deduction; PS_NO_NUMBER: not of a source of its own */
  gint64        old_paid_cents, new_paid_cents;
  char         *key;               /* what tells it apart among those of its kind, there and in that line; "\t" between parts, days as ISO */
  const char   *table;             /* its row in the region as it is (of the second dossier), for the trail; NULL: gone, frozen, or care, */
  gint64        id;                /*   which the store finds by its key */
  const char   *column;            /* the one column of its row that it is about; NULL: any that figures come from */
  char         *by;                /* ", by anna on 22-11-2026 04:12"; NULL until the store filled it in */
} PsCause;

typedef struct
{
  char            *group;          /* codes */
  char            *municipality;
  gboolean         had, has;       /* listed in the first, in the second */
  PsSettlementLine old_line, new_line;   /* places of their own regions; zero where not listed */
} PsLineDifference;

typedef struct
{
  char      *name;                 /* of the scope */
  gboolean   had, has;
  gint64     old_ceiling_cents, new_ceiling_cents, old_net_cents, new_net_cents, old_deduction_cents, new_deduction_cents;
} PsScopeDifference;

typedef struct
{
  gboolean         same_figures;   /* every figure of every line, scope, band and the totals */
  gboolean         same_inputs;    /* no causes */
  PsSettlementLine old_totals, new_totals;
  GPtrArray       *lines;          /* PsLineDifference by group, municipality: every line of either, changed or not */
  GPtrArray       *scopes;         /* PsScopeDifference: those that differ */
  GPtrArray       *causes;         /* PsCause: by group, municipality, kind, key */
} PsComparison;

PsComparison *ps_dossier_compare   (const PsDossier *before, const PsDossier *now);
void          ps_comparison_free   (PsComparison *comparison);
gboolean      ps_line_difference_is_same (const PsLineDifference *difference);
/* "Identical to the cent." or "3 of 12 lines differ: the balance is € 412,50 higher. Why: 2 late declaration lines, 1 changed tariff." */
char         *ps_comparison_sentence (const PsComparison *comparison);
const char   *ps_cause_label       (PsCauseKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsComparison, ps_comparison_free)

G_END_DECLS
