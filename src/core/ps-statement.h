/* ps-statement.h: the production statement (productieverantwoording) that a provider owes for a year (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

/* What the stated amount is certified by. */
typedef enum
{
  PS_CERTIFIED_NOT = 0,
  PS_CERTIFIED_BY_BOARD,
  PS_CERTIFIED_BY_AUDITOR
} PsCertified;

typedef struct
{
  gint64 id;      /* 0: nothing was entered yet */
  guint provider; /* place */
  int year;
  gint64 stated_cents; /* PS_NO_NUMBER: not stated */
  PsDate received_on;  /* PS_DATE_OPEN: not received */
  PsCertified certified;
  PsDate certified_on; /* the day on which that statement was received */
  char *explanation;   /* of the difference with our own total; may be NULL */
} PsProductionStatement;

/* Dates and limits of a year: data (table yearly_limit). */
typedef struct
{
  int year;
  gint64 auditor_cents;    /* turnover above which an auditor must certify; up to it the board does */
  PsDate due_on;           /* of the statement: 1 March after the year */
  PsDate certified_due_on; /* 1 April */
} PsStatementLimits;

typedef enum
{
  PS_STATEMENT_NOT_DUE, /* nothing yet, and its day has not come */
  PS_STATEMENT_MISSING,
  PS_STATEMENT_NOT_CERTIFIED,     /* an auditor's or the board's statement is missing */
  PS_STATEMENT_WRONG_CERTIFICATE, /* the board's, where an auditor's is needed */
  PS_STATEMENT_UNEXPLAINED,       /* another amount than ours, without an explanation */
  PS_STATEMENT_COMPLETE,
} PsStatementState;

PsCertified ps_statement_needs (const PsStatementLimits *limits, gint64 stated_cents, gint64 own_cents);
/* `own_cents`: the gross production of our settlement of the whole year. `statement` NULL: nothing entered. */
PsStatementState
ps_statement_state (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents, PsDate today);
/* stated − own; PS_NO_NUMBER where nothing is stated. */
gint64 ps_statement_difference (const PsProductionStatement *statement, gint64 own_cents);
const char *ps_statement_state_label (PsStatementState state);
char *
ps_statement_sentence (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents, PsDate today);
const char *ps_certified_label (PsCertified certified);
PsProductionStatement *ps_statement_copy (const PsProductionStatement *statement);
void ps_statement_free (PsProductionStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsProductionStatement, ps_statement_free)

G_END_DECLS
