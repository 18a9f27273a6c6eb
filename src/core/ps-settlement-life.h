/* ps-settlement-life.h: from draft to final: what may follow what, by whom, and what must be answered before (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier-compare.h"
#include "ps-statement.h"

G_BEGIN_DECLS

typedef enum
{
  PS_SETTLEMENT_DRAFT = 1,
  PS_SETTLEMENT_PROPOSED,
  PS_SETTLEMENT_FINAL,
  PS_SETTLEMENT_WITHDRAWN,
  PS_N_SETTLEMENT_STATES
} PsSettlementState;

const char *ps_settlement_state_label (PsSettlementState state); /* translated */
const char *ps_settlement_state_code (PsSettlementState state);  /* "draft" …: for JSON and CSV */

typedef enum
{
  PS_STEP_STORE,
  PS_STEP_PROPOSE,
  PS_STEP_MAKE_FINAL,
  PS_STEP_WITHDRAW
} PsLifeStep;

/* What the next step is asked of. */
typedef struct
{
  PsSettlementState state; /* 0: not stored yet */
  PsDate through;
  int year;
  const char *proposed_by; /* NULL: nobody */
} PsLifeFacts;

/* Whether `actor` may take the step. Else FALSE and *why (optional): a translated sentence. Four eyes: who makes it final is not the
 * one who proposed it; only a whole year becomes proposed or final; a final one stays. */
gboolean ps_life_allows (const PsLifeFacts *facts, PsLifeStep step, const char *actor, char **why);

/* The amount = its balance − the amounts of all earlier final ones of that provider and year. FALSE: it does not fit. */
gboolean
ps_life_amount (gint64 balance_cents, const gint64 *earlier_amounts, gsize n_earlier, gint64 *before_cents, gint64 *amount_cents);

typedef enum
{
  PS_WARNING_STATEMENT,    /* the production statement is missing or not complete */
  PS_WARNING_DISPUTED,     /* lines are in dispute: they were paid, and come back */
  PS_WARNING_NOT_AGREED,   /* production that no agreement covers, or beside the lines of an agreement by line */
  PS_WARNING_NOT_MEASURED, /* places for which nothing was entered or that have no tariff; trajectories without a tariff */
  PS_WARNING_CHANGED,      /* the region has changed since it was proposed, and would give other figures now */
  PS_N_WARNINGS
} PsLifeWarningKind;

/* Must be answered, with a reason, before it is final. */
typedef struct
{
  PsLifeWarningKind kind;
  gint64 amount_cents; /* what it is about; PS_NO_NUMBER: no amount */
  guint count;
  char *text;   /* translated: a sentence with its figures */
  char *answer; /* NULL: not answered */
} PsLifeWarning;

void ps_life_warning_free (PsLifeWarning *warning);
const char *ps_life_warning_code (PsLifeWarningKind kind);
/* GPtrArray of PsLifeWarning, in the order above. `change`: of `dossier` with the region as it is; NULL: not looked at. */
GPtrArray *ps_life_warnings (const PsDossier *dossier, const PsProductionStatement *statement, const PsStatementLimits *limits,
                             const PsComparison *change, PsDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLifeWarning, ps_life_warning_free)

G_END_DECLS
