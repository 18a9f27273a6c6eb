/* ps-agreement.h: versions of a performance agreement: making, checking and comparing them (domain.md §2, §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-contract.h"
#include "ps-settlement.h"

G_BEGIN_DECLS

/* The numbers are stored: never change one. */
typedef enum { PS_VERSION_DRAFT = 1, PS_VERSION_AGREED, PS_VERSION_AMENDED } PsVersionState;

/* `terms` has the version's lines, by their places in the region that it was made with. */
typedef struct
{
  gint64         id;              /* 0: not stored yet */
  int            number;
  PsVersionState state;
  gboolean       current;         /* the one that settlements use; never a draft */
  PsDate         agreed_on;       /* PS_DATE_OPEN: not known */
  char          *reason;          /* why it was amended; may be NULL */
  PsAgreement   *terms;
} PsAgreementVersion;

PsAgreement *ps_agreement_new          (guint provider, int year);      /* no lines; the whole provider, by realisation, daily */
PsAgreement *ps_agreement_copy         (const PsAgreement *agreement);
void         ps_agreement_free         (PsAgreement *agreement);        /* only one made by these functions */
void         ps_agreement_version_free (PsAgreementVersion *version);
const char  *ps_version_state_label    (PsVersionState state);          /* translated */

gint64       ps_agreement_total        (const PsAgreement *agreement, PsOverflow *overflow);   /* all ceilings */

/* A new year's from last year's: ceilings raised by `index_bp`, rounded to `round_to_cents` (1: a cent, 100: a euro, …). */
PsAgreement *ps_agreement_from_last    (const PsAgreement *last, int year, int index_bp, gint64 round_to_cents,
                                        PsOverflow *overflow);
/* … with the terms that it was settled with and a ceiling for all that was produced: gross, without what stands outside it. */
PsAgreement *ps_agreement_from_production (const PsRegion *region, const PsSettlement *settlement, int year, int index_bp,
                                           gint64 round_to_cents, PsOverflow *overflow);

typedef enum { PS_DIFFERENCE_TERM, PS_DIFFERENCE_ADDED, PS_DIFFERENCE_REMOVED, PS_DIFFERENCE_CHANGED } PsDifferenceKind;
typedef struct
{
  PsDifferenceKind kind;
  guint  group;                   /* of a line; PS_NONE: a term of the whole agreement */
  guint  municipality;
  char  *what;                    /* "Ceiling", "Scope of exchange" …: translated */
  char  *before;                  /* as shown; NULL: was not there */
  char  *after;
  gint64 change_cents;            /* of the ceiling; PS_NO_NUMBER: not about money */
} PsDifference;
void         ps_difference_free        (PsDifference *difference);
/* GPtrArray of PsDifference: terms first, then lines by group and municipality. */
GPtrArray   *ps_agreement_compare      (const PsRegion *region, const PsAgreement *before, const PsAgreement *after);

typedef struct { guint group; guint municipality; gboolean blocks; char *why; } PsAgreementProblem;   /* PS_NONE: of the whole */
void         ps_agreement_problem_free (PsAgreementProblem *problem);
/* GPtrArray of PsAgreementProblem. Blocking ones must be solved before it can be agreed: no lines, a ceiling below 0, different
 * schemes within a scope. The others warn: a group that no contract (of PsContract, of this provider; NULL: not looked at) has in
 * that year, a ceiling of 0, a scheme on a lump sum. */
GPtrArray   *ps_agreement_check        (const PsRegion *region, const PsAgreement *agreement, GPtrArray *contracts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsAgreement, ps_agreement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsAgreementVersion, ps_agreement_version_free)

G_END_DECLS
