/* ps-alert.h: what needs attention, how urgent it is, since when, and what it is worth
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * In the window an alert is called a signal (signaal); in the code that word is taken by PsSignal, what a settlement found odd.
 * What an alert is worth is shown as it is, and weighed by its size: € 5.000 to be reclaimed weighs as much as € 5.000 to be paid out.
 * What has no amount may be of a number of things (letters, providers), which can grow as well.
 */
#pragma once

#include "ps-bandwidth.h"
#include "ps-contract.h"

G_BEGIN_DECLS

typedef enum
{
  PS_ALERT_OVER,                   /* the forecast, or what was realised of a whole year, is over the bandwidth */
  PS_ALERT_REACHED,                /* a ceiling is reached */
  PS_ALERT_LETTER_OVERDUE,         /* a letter is not answered in time, or what follows it is due */
  PS_ALERT_LETTER_DRAFT,           /* drafts that wait to be sent */
  PS_ALERT_SETTLEMENT,             /* proposed, waits for another person */
  PS_ALERT_STATEMENT,              /* the production statement is overdue */
  PS_ALERT_TARIFF,                 /* lines without a tariff */
  PS_ALERT_DISPUTED,               /* lines in dispute that nobody decided on */
  PS_ALERT_CONTRACT,               /* ends, an option must be decided on, or it ended and care goes on */
  PS_ALERT_PEILDATUM,              /* passed, and not closed */
  PS_ALERT_UNDER,                  /* … is under the bandwidth */
  PS_ALERT_NO_AGREEMENT,           /* a contracted provider produces without an agreement of the year */
  PS_N_ALERTS
} PsAlertKind;

typedef enum { PS_URGENT, PS_HIGH, PS_MEDIUM, PS_N_URGENCIES } PsUrgency;

/* What a click opens. */
typedef enum
{
  PS_TARGET_PROVIDER, PS_TARGET_FORECAST, PS_TARGET_LETTER, PS_TARGET_LETTERS, PS_TARGET_SETTLEMENT, PS_TARGET_PRODUCT, PS_TARGET_CONTRACT,
  PS_TARGET_PEILDATUM, PS_TARGET_STATEMENTS
} PsAlertTarget;

typedef struct
{
  PsAlertKind   kind;
  PsUrgency     urgency;
  char         *key;               /* stable over time and files: "over:2024:41410001:AMB1": what a snooze is of */
  char         *what;              /* translated: "Maasduin Jeugdhulp: 111,8 % of the ceiling, border 105 %" */
  PsDate        since;             /* PS_DATE_OPEN: not known */
  gint64        at_stake_cents;    /* PS_NO_NUMBER: cannot be said */
  gint64        n_things;          /* letters, providers; PS_NO_NUMBER: it is of no number of things */
  PsAlertTarget target;
  guint         provider;          /* place; PS_NONE: of nobody */
  int           year;              /* that it is about: what a click opens is of that year; 0: of none (a contract) */
  gint64        id;                /* of the letter, settlement, contract, product, peildatum; 0: none */
  char         *scope;             /* of a forecast; NULL: none */
  /* The last snooze of it; 0: never. It holds until its day, unless it has grown by more than a tenth, or became more urgent. */
  gint64        snooze_id;
  PsDate        snoozed_until;
  char         *snooze_reason;
  char         *snoozed_by;
  gint64        snoozed_at;        /* µs since 1970 */
  PsUrgency     snoozed_urgency;   /* as it was then, as the next one */
  gint64        snoozed_cents;
  gint64        snoozed_things;
  gboolean      snoozed;           /* it holds today */
  gboolean      realised;          /* of a bandwidth: the year is known to its end, and what it says is no forecast any more */
} PsAlert;

PsAlert    *ps_alert_new       (PsAlertKind kind, PsUrgency urgency, PsAlertTarget target);   /* of nobody, nothing known, never put aside */
void        ps_alert_free      (PsAlert *alert);
/* Translated: "Forecast over the bandwidth"; of a year that is known to its end "Realised over the bandwidth". */
const char *ps_alert_label     (const PsAlert *alert);
const char *ps_alert_kind_label (PsAlertKind kind);                /* translated, of all of a kind: "Over the bandwidth" */
const char *ps_alert_code      (PsAlertKind kind);                 /* "over" */
const char *ps_urgency_label   (PsUrgency urgency);                /* translated: "Urgent" */
const char *ps_urgency_code    (PsUrgency urgency);                /* "urgent" */
char       *ps_alert_key_text  (const char *key);                  /* in words: "Over the bandwidth, 2024, 41410001, AMB1" */
/* Most urgent first; then what is worth most; then the longest waiting; then by key. */
int         ps_alert_compare   (gconstpointer a, gconstpointer b); /* of const PsAlert *const * */

/* What a snooze was of, beside its key: whether it still holds. */
typedef struct { PsDate until; PsUrgency urgency; gint64 at_stake_cents; gint64 n_things; } PsSnooze;
gboolean    ps_snooze_holds    (const PsSnooze *snooze, const PsAlert *alert, PsDate today);

/* Which alert a scope gives: reached before over. FALSE: none, as where nothing was agreed and nothing realised. */
gboolean    ps_alert_of_scope  (const PsBandwidthScope *scope, PsAlertKind *kind);
/* The alerts of a provider's bandwidth: over, under, reached, a scope each (at most one a scope: reached before over). What is at stake: what
 * the scheme deducts or forecast − ceiling, whichever is more (under: ceiling − forecast). Urgent while the year runs, high when it is over:
 * nobody can steer it any more; under: medium. `since`: of each scope by name (GHashTable of char * → PsDate as GINT_TO_POINTER); may be
 * NULL, as where one is not in it: the last day that the data counts to, where nothing is known not known. Appends PsAlert. */
void        ps_alerts_of_bandwidth (const PsRegion *region, const PsBandwidth *bandwidth, GHashTable *since, GPtrArray *alerts);
/* The last day of the first month from which on the ceiling was reached. `months`: realised to the end of each of the twelve, PS_NO_NUMBER:
 * not complete. PS_DATE_OPEN: at the end of the last complete month it was not. */
PsDate      ps_alert_reached_since (const gint64 *months, int year, gint64 ceiling_cents);
/* … of a contract by itself: NULL or one. An option not decided on in time can still be used, or another contract made, until the contract ends:
 * that is urgent when it ends within three months, before that high. An option to be decided on within three months, or an end within the notice
 * period (without one: three months), is high; else medium. */
PsAlert    *ps_alert_of_contract   (const PsRegion *region, const PsContract *contract, PsDate today);
/* … of all contracts of one provider (PsContract): as above, but none of a contract that another one takes over from, on the next day at the
 * latest and up to the same end or a later one. Of a provider that is contracted and has not ended, whose last contract ended, on
 * `in_care_on` at the latest, when clients were in care: urgent. PS_DATE_MIN: none are. Appends PsAlert. */
void        ps_alerts_of_contracts (const PsRegion *region, GPtrArray *contracts, PsDate in_care_on, PsDate today, GPtrArray *alerts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsAlert, ps_alert_free)

G_END_DECLS
