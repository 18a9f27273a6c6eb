/* ps-bandwidth.h: where a provider stands against its bandwidth, scope by scope (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-forecast.h"
#include "ps-letter.h"

G_BEGIN_DECLS

/* The numbers are stored (peildatum_standing.position): never change one. */
typedef enum { PS_POSITION_UNDER = 1, PS_POSITION_IN, PS_POSITION_OVER } PsBandwidthPosition;

/* What a person chose for a scope on a peildatum, instead of what is proposed (table forecast_choice). */
typedef struct
{
  gint64           id;
  char            *scope;          /* PsScope.name */
  PsForecastMethod method;         /* not CEILING */
  gint64           forecast_cents; /* MANUAL; else PS_NO_NUMBER: as computed */
  char            *reason;         /* MANUAL: always; else may be NULL */
  char            *chosen_by;
  gint64           chosen_at;      /* µs since 1970 */
} PsForecastChoice;

void ps_forecast_choice_free (PsForecastChoice *choice);

typedef struct
{
  char               *name;            /* PsScope.name */
  char               *label;           /* translated, as ps_scope_label() */
  guint               scheme;          /* place; PS_NONE: none */
  gint64              ceiling_cents;
  gint64              realised_cents;  /* to data_through */
  gint64              forecast_cents;
  PsForecastMethod    method;          /* that forecast_cents is by */
  PsForecastChoice   *choice;          /* a person's; NULL: as proposed */
  PsForecast         *forecast;        /* every method; NULL in a standing that was read back */
  gint64              lower_cents;     /* ceiling × (1 − lower), ceiling × (1 + upper), rounded: to show; the rule compares exactly */
  gint64              upper_cents;
  gint64              notice_cents;    /* ceiling × notice share, rounded: to show */
  int                 notice_bp;       /* that share, for words */
  PsBandwidthPosition position;
  gboolean            notice;          /* realised ≥ ceiling × notice share, exactly */
  gboolean            reached;         /* realised ≥ ceiling: full, no more referrals */
  PsLetterKind        letter;          /* that it asks for; PS_LETTER_NONE: none (also with a ceiling of 0 and nothing realised) */
  gint64              deviation_cents; /* forecast − ceiling */
  gint64              at_stake_cents;  /* what the scheme would deduct if the year ends at the forecast; 0 without a scheme */
} PsBandwidthScope;

typedef struct
{
  guint               provider;        /* place */
  int                 year;
  PsDate              day;             /* the peildatum, or today */
  PsDate              through;         /* to which the data counts; before 1 January: nothing of this year is known */
  int                 under_bp;        /* of its agreement, else the region's */
  int                 over_bp;
  int                 notice_bp;
  GArray             *scopes;          /* PsBandwidthScope, in the order of the settlement's */
  guint               heaviest;        /* the scope that decides the letter, else the one furthest from its ceiling; PS_NONE: no scopes */
  PsLetterKind        letter;          /* the heaviest of all scopes: reached, over, notice, under */
  gint64              ceiling_cents;   /* sums over the scopes */
  gint64              realised_cents;
  gint64              forecast_cents;
  gint64              at_stake_cents;
} PsBandwidth;

/* `years`: as for ps_forecast_make(); the first is the year itself, of `agreement`. `choices`: PsForecastChoice of this provider; NULL: none.
 * Without scopes (only lump sums): none, and no letter. */
PsBandwidth *ps_bandwidth_make           (const PsRegion *region, const PsAgreement *agreement, GPtrArray *years,
                                          GPtrArray *choices, GError **error);
void         ps_bandwidth_free           (PsBandwidth *bandwidth);
const PsBandwidthScope *ps_bandwidth_find (const PsBandwidth *bandwidth, const char *scope);   /* NULL: none of that name */
const PsBandwidthScope *ps_bandwidth_get_heaviest (const PsBandwidth *bandwidth);              /* NULL: no scopes */
/* Whether the agreement has a scope of that name. FALSE with an error: its amounts are too large. */
gboolean     ps_bandwidth_has_scope      (const PsRegion *region, const PsAgreement *agreement, const char *scope, GError **error);

/* For one that is read back: without scopes, then its figures from the scopes that were appended. */
PsBandwidth *ps_bandwidth_new            (guint provider, int year);
void         ps_bandwidth_finish         (PsBandwidth *bandwidth, PsOverflow *overflow);

/* The rule of one scope, apart: fills position, notice, reached, letter, borders and deviation from ceiling, realised, forecast. */
gboolean     ps_bandwidth_judge          (PsBandwidthScope *scope, int under_bp, int over_bp, int notice_bp);   /* FALSE: too large */

/* What changed since the peildatum before: what crossed a threshold, in words for people. NULL: nothing did. `before` NULL: there is none. */
char        *ps_bandwidth_change_text    (const PsBandwidth *before, const PsBandwidth *now);

/* What a letter told of a scope, by its name: each is told once a year. */
typedef struct
{
  char    *scope;                      /* PsScope.name */
  PsDate   peildatum;                  /* of the letter */
  gboolean notice;
  gboolean reached;
} PsScopeTold;

GArray      *ps_scopes_told_new          (void);                            /* of PsScopeTold; free by g_array_unref() */
/* Whether a letter would tell anything that `told` (NULL: nothing) does not: a scope that is over or under, at every peildatum; a notice, or a
 * ceiling that is reached, once. Of a ceiling that is reached, that it is over its bandwidth is no news. */
gboolean     ps_bandwidth_has_news       (const PsBandwidth *bandwidth, const GArray *told);
const PsScopeTold *ps_bandwidth_find_told (const PsBandwidth *bandwidth, const GArray *told);      /* the last that told what holds now; NULL: none */

const char  *ps_position_label           (PsBandwidthPosition position);    /* translated: "over the bandwidth" */
const char  *ps_position_code            (PsBandwidthPosition position);    /* "over", "in", "under" */
char        *ps_bandwidth_state_text     (const PsBandwidthScope *scope);   /* "Over the bandwidth, 70 % spent": all that holds */
/* Who chose the forecast and why, and that it cannot be computed any more where it cannot. NULL: nobody chose, it is what is proposed. */
char        *ps_bandwidth_choice_text    (const PsBandwidthScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsForecastChoice, ps_forecast_choice_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsBandwidth, ps_bandwidth_free)

G_END_DECLS
