/* ps-alert.c: what needs attention: the rules of bandwidths, contracts, order, and of putting aside
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-alert.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

/* A decision that must be taken, or an end without a notice period, is near from here on. */
#define NEAR_MONTHS 3
/* A snooze is of what was seen: it ends when more than a tenth has been added. */
#define GROWN_TENTHS 11

PsAlert *
ps_alert_new (PsAlertKind kind, PsUrgency urgency, PsAlertTarget target)
{
  PsAlert *alert = g_new0 (PsAlert, 1);

  alert->kind = kind;
  alert->urgency = urgency;
  alert->target = target;
  alert->since = PS_DATE_OPEN;
  alert->at_stake_cents = PS_NO_NUMBER;
  alert->n_things = PS_NO_NUMBER;
  alert->provider = PS_NONE;
  alert->snoozed_until = PS_DATE_OPEN;
  alert->snoozed_cents = PS_NO_NUMBER;
  alert->snoozed_things = PS_NO_NUMBER;
  return alert;
}

/**
 * ps_alert_free: alert may be %NULL.
 */
void
ps_alert_free (PsAlert *alert)
{
  if (alert == NULL)
    return;
  g_free (alert->key);
  g_free (alert->what);
  g_free (alert->scope);
  g_free (alert->snooze_reason);
  g_free (alert->snoozed_by);
  g_free (alert);
}

/* ---- order */

/* Of an amount its size, whichever way it goes; what cannot be said weighs less than nothing. */
static gint64
weight_of (gint64 cents)
{
  if (cents == PS_NO_NUMBER)
    return -1;
  return cents < 0 ? -cents : cents;
}

/**
 * ps_alert_compare: most urgent first; then what is worth most; then the longest waiting; then by key.
 * @a: const PsAlert *const *
 */
int
ps_alert_compare (gconstpointer a, gconstpointer b)
{
  const PsAlert *left = *(const PsAlert *const *) a, *right = *(const PsAlert *const *) b;
  gint64 left_weight = weight_of (left->at_stake_cents), right_weight = weight_of (right->at_stake_cents);

  if (left->urgency != right->urgency)
    return left->urgency < right->urgency ? -1 : 1;
  if (left_weight != right_weight)
    return left_weight > right_weight ? -1 : 1;
  if (left->since != right->since)
    return left->since < right->since ? -1 : 1;
  return strcmp (left->key, right->key);
}

/* By more than a tenth. What could not be said counts as nothing. */
static gboolean
has_grown (gint64 then, gint64 now)
{
  return (PsWide) MAX (weight_of (now), 0) * 10 > (PsWide) MAX (weight_of (then), 0) * GROWN_TENTHS;
}

/**
 * ps_snooze_holds: until its day, that day included, unless the alert became more urgent, or what it is worth or the number of things that
 * it is of grew by more than a tenth. What could not be said then counts as nothing.
 */
gboolean
ps_snooze_holds (const PsSnooze *snooze, const PsAlert *alert, PsDate today)
{
  return today <= snooze->until && alert->urgency >= snooze->urgency && !has_grown (snooze->at_stake_cents, alert->at_stake_cents)
         && !has_grown (snooze->n_things, alert->n_things);
}

/* ---- bandwidth */

/**
 * ps_alert_of_scope:
 * @kind: (out): over, reached or under
 *
 * Returns: %FALSE: the scope asks for no attention. A ceiling of zero on which nothing was realised is reached at once, and tells nothing.
 */
gboolean
ps_alert_of_scope (const PsBandwidthScope *scope, PsAlertKind *kind)
{
  if (scope->ceiling_cents == 0 && scope->realised_cents <= 0)
    return FALSE;
  if (scope->reached)
    *kind = PS_ALERT_REACHED;
  else if (scope->position == PS_POSITION_OVER)
    *kind = PS_ALERT_OVER;
  else if (scope->position == PS_POSITION_UNDER)
    *kind = PS_ALERT_UNDER;
  else
    return FALSE;
  return TRUE;
}

/* Sums that fitted the bandwidth fit here: a difference that does not is shown as not known. */
static gint64
difference (gint64 a, gint64 b)
{
  PsOverflow overflow = { FALSE };
  gint64 result = ps_subtract (a, b, &overflow);

  return overflow.overflowed ? PS_NO_NUMBER : result;
}

static gint64
scope_stake (const PsBandwidthScope *scope, PsAlertKind kind)
{
  gint64 stake = scope->deviation_cents;

  if (kind == PS_ALERT_UNDER)
    return difference (scope->ceiling_cents, scope->forecast_cents);
  /* What is reached already is past its ceiling by at least what was realised beyond it. */
  if (kind == PS_ALERT_REACHED)
    stake = MAX (stake, difference (scope->realised_cents, scope->ceiling_cents));
  /* The scheme may deduct less than what is over it; a snooze is of the larger of both, which grows with either. */
  return MAX (stake, scope->at_stake_cents);
}

/* "Maasduin Jeugdhulp", and which scope where there are several. */
static char *
scope_subject (const PsRegion *region, const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  const char *name = ps_region_provider (region, bandwidth->provider)->name;

  if (bandwidth->scopes->len < 2)
    return g_strdup (name);
  /* Translators: a provider and a scope of its agreement: "Maasduin Jeugdhulp, AMB1" */
  return g_strdup_printf (C_("signal", "%s, %s"), name, scope->label);
}

/* Of a year that is known to its end the forecast is what was realised, unless somebody chose another one. */
static gboolean
is_realised (const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  return bandwidth->through >= ps_date_year_end (bandwidth->year) && scope->forecast_cents == scope->realised_cents;
}

static char *
scope_text (const PsRegion *region, const PsBandwidth *bandwidth, const PsBandwidthScope *scope, PsAlertKind kind)
{
  g_autofree char *subject = scope_subject (region, bandwidth, scope);
  int border_bp = kind == PS_ALERT_UNDER ? PS_FULL_BP - bandwidth->under_bp : PS_FULL_BP + bandwidth->over_bp;

  if (kind == PS_ALERT_REACHED)
    {
      g_autofree char *realised = ps_format_money (scope->realised_cents);
      g_autofree char *ceiling = ps_format_money (scope->ceiling_cents);

      /* Translators: a provider, and two amounts: "Praktijk Lindehof: realised € 48.560,00 of € 48.000,00" */
      return g_strdup_printf (C_("signal", "%s: realised %s of %s"), subject, realised, ceiling);
    }
  else
    {
      g_autofree char *share = ps_format_ratio (scope->forecast_cents, scope->ceiling_cents);
      g_autofree char *border = ps_format_percent (border_bp);

      if (is_realised (bandwidth, scope))
        /* Translators: a provider, and two percentages: "Maasduin Jeugdhulp: realised 111,8 % of the ceiling, border 105 %" */
        return g_strdup_printf (C_("signal", "%s: realised %s of the ceiling, border %s"), subject, share, border);
      /* Translators: a provider, and two percentages: "Maasduin Jeugdhulp: 111,8 % of the ceiling, border 105 %" */
      return g_strdup_printf (C_("signal", "%s: %s of the ceiling, border %s"), subject, share, border);
    }
}

static PsDate
since_of (const PsBandwidth *bandwidth, const PsBandwidthScope *scope, GHashTable *since)
{
  gpointer day;

  if (since != NULL && g_hash_table_lookup_extended (since, scope->name, NULL, &day))
    return (PsDate) GPOINTER_TO_INT (day);
  /* What is known of it is as old as its data, whatever day it is looked at. */
  return bandwidth->through >= ps_date_year_start (bandwidth->year) ? bandwidth->through : PS_DATE_OPEN;
}

/* A year that is over cannot be steered any more: it is settled. */
static PsUrgency
scope_urgency (const PsBandwidth *bandwidth, PsAlertKind kind)
{
  if (kind == PS_ALERT_UNDER)
    return PS_MEDIUM;
  return bandwidth->day < ps_date_year_end (bandwidth->year) ? PS_URGENT : PS_HIGH;
}

static PsAlert *
make_scope_alert (const PsRegion *region, const PsBandwidth *bandwidth, const PsBandwidthScope *scope, PsAlertKind kind,
                  GHashTable *since)
{
  PsAlert *alert = ps_alert_new (kind, scope_urgency (bandwidth, kind), PS_TARGET_FORECAST);

  alert->key = g_strdup_printf ("%s:%d:%s:%s", ps_alert_code (kind), bandwidth->year,
                                ps_region_provider (region, bandwidth->provider)->agb, scope->name);
  alert->what = scope_text (region, bandwidth, scope, kind);
  alert->since = since_of (bandwidth, scope, since);
  alert->at_stake_cents = scope_stake (scope, kind);
  alert->provider = bandwidth->provider;
  alert->year = bandwidth->year;
  alert->scope = g_strdup (scope->name);
  alert->realised = is_realised (bandwidth, scope);
  return alert;
}

/**
 * ps_alerts_of_bandwidth: see the header.
 * @since: (nullable): by name of scope
 * @alerts: (element-type PsAlert): appended to
 */
void
ps_alerts_of_bandwidth (const PsRegion *region, const PsBandwidth *bandwidth, GHashTable *since, GPtrArray *alerts)
{
  for (guint i = 0; i < bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (bandwidth->scopes, PsBandwidthScope, i);
      PsAlertKind kind;

      if (ps_alert_of_scope (scope, &kind))
        g_ptr_array_add (alerts, make_scope_alert (region, bandwidth, scope, kind, since));
    }
}

/**
 * ps_alert_reached_since: see the header. Credits may have brought it below its ceiling again: what counts is from when on it stayed reached.
 */
PsDate
ps_alert_reached_since (const gint64 *months, int year, gint64 ceiling_cents)
{
  PsDate since = PS_DATE_OPEN;

  for (int month = 1; month <= 12 && months[month - 1] != PS_NO_NUMBER; month++)
    {
      if (months[month - 1] < ceiling_cents)
        since = PS_DATE_OPEN;
      else if (since == PS_DATE_OPEN)
        since = ps_date_from_ymd (year, month, ps_date_days_in_month (year, month));
    }
  return since;
}

/* ---- contracts */

static gboolean
is_near (PsDate day, PsDate today)
{
  return today >= ps_date_add_months (day, -NEAR_MONTHS);
}

static PsUrgency
contract_urgency (const PsContract *contract, PsContractStanding standing, PsDate when, PsDate today)
{
  if (standing == PS_CONTRACT_ENDED)
    return PS_URGENT;
  /* While the contract runs it can still be extended together, or followed by another one. */
  if (standing == PS_CONTRACT_DECIDE_LATE)
    return is_near (ps_contract_end_now (contract), today) ? PS_URGENT : PS_HIGH;
  if (standing == PS_CONTRACT_ENDS && contract->notice_months >= 0)
    return PS_HIGH;
  return is_near (when, today) ? PS_HIGH : PS_MEDIUM;
}

/* The day that counts first, the number last: at its end a line may be cut off. */
static char *
contract_text (const PsRegion *region, const PsContract *contract, PsContractStanding standing, PsDate when)
{
  const char *name = ps_region_provider (region, contract->provider)->name;
  g_autofree char *day = ps_format_date (when), *end = ps_format_date (ps_contract_end_now (contract));

  switch (standing)
    {
    case PS_CONTRACT_DECIDE_LATE:
      /* Translators: a provider, the last day of its contract, the day by which its option had to be decided on, its number */
      return g_strdup_printf (C_("signal", "%s: ends %s, option undecided since %s (%s)"), name, end, day, contract->number);
    case PS_CONTRACT_DECIDE:
      /* Translators: a provider, the day by which an option of its contract is to be decided on, its last day, its number */
      return g_strdup_printf (C_("signal", "%s: option to decide on by %s, else ends %s (%s)"), name, day, end,
                              contract->number);
    case PS_CONTRACT_ENDED:
      /* Translators: a provider, the last day of its contract, its number; as the next one */
      return g_strdup_printf (C_("signal", "%s: ended on %s, and care goes on (%s)"), name, day, contract->number);
    case PS_CONTRACT_ENDS:
    case PS_CONTRACT_FUTURE:
    case PS_CONTRACT_RUNS:
    default:
      return g_strdup_printf (C_("signal", "%s: ends %s (%s)"), name, day, contract->number);
    }
}

/* The first day on which the contract stood as it does today: ps_contract_standing() decides, a few days around the month are tried. */
static PsDate
contract_since (const PsContract *contract, PsContractStanding standing, PsDate when, PsDate today)
{
  int ahead = standing == PS_CONTRACT_ENDS && contract->notice_months >= 0 ? contract->notice_months : 12;
  PsDate day = MAX (contract->start, ps_date_add_months (when, -ahead) - 3), other;

  if (standing == PS_CONTRACT_DECIDE_LATE || standing == PS_CONTRACT_ENDED)
    return MAX (contract->start, when + 1);
  while (day < today && ps_contract_standing (contract, day, &other) != standing)
    day++;
  return day;
}

static PsAlert *
make_contract_alert (const PsRegion *region, const PsContract *contract, PsContractStanding standing, PsDate when, PsDate today)
{
  PsAlert *alert = ps_alert_new (PS_ALERT_CONTRACT, contract_urgency (contract, standing, when, today), PS_TARGET_CONTRACT);
  g_autofree char *day = ps_date_to_iso (when);

  /* With the day, so that the next option is another alert. */
  alert->key = g_strdup_printf ("%s:%s:%s:%s", ps_alert_code (PS_ALERT_CONTRACT),
                                ps_region_provider (region, contract->provider)->agb, contract->number, day);
  alert->what = contract_text (region, contract, standing, when);
  alert->since = contract_since (contract, standing, when, today);
  alert->provider = contract->provider;
  alert->id = contract->id;
  return alert;
}

/**
 * ps_alert_of_contract: see the header. The contract of a provider that has ended asks for nothing.
 *
 * Returns: (transfer full) (nullable)
 */
PsAlert *
ps_alert_of_contract (const PsRegion *region, const PsContract *contract, PsDate today)
{
  PsDate when;
  PsContractStanding standing = ps_contract_standing (contract, today, &when);

  if ((standing != PS_CONTRACT_DECIDE && standing != PS_CONTRACT_DECIDE_LATE && standing != PS_CONTRACT_ENDS)
      || ps_region_provider (region, contract->provider)->ended_on < today)
    return NULL;
  return make_contract_alert (region, contract, standing, when, today);
}

/* Whether `other` is there when the contract ends, and goes on at least as long. Of two that end together the later one is told of. */
static gboolean
takes_over (const PsContract *contract, const PsContract *other)
{
  PsDate end = ps_contract_end_now (contract), other_end = ps_contract_end_now (other);

  if (other == contract || end == PS_DATE_OPEN || other->start > end + 1)
    return FALSE;
  if (other_end != end)
    return other_end > end;
  return other->start != contract->start ? other->start > contract->start : other->id > contract->id;
}

static gboolean
is_taken_over (GPtrArray *contracts, const PsContract *contract)
{
  for (guint i = 0; i < contracts->len; i++)
    if (takes_over (contract, contracts->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The one that ended last; NULL: one runs today, or none has ended. */
static const PsContract *
find_last_ended (GPtrArray *contracts, PsDate today)
{
  const PsContract *last = NULL;

  for (guint i = 0; i < contracts->len; i++)
    {
      const PsContract *contract = g_ptr_array_index (contracts, i);
      PsDate when;
      PsContractStanding standing = ps_contract_standing (contract, today, &when);

      if (standing != PS_CONTRACT_ENDED && standing != PS_CONTRACT_FUTURE)
        return NULL;
      if (standing == PS_CONTRACT_ENDED && (last == NULL || ps_contract_end_now (last) < when))
        last = contract;
    }
  return last;
}

static void
add_ended (const PsRegion *region, GPtrArray *contracts, PsDate in_care_on, PsDate today, GPtrArray *alerts)
{
  const PsContract *last = find_last_ended (contracts, today);
  const PsProvider *provider = last != NULL ? ps_region_provider (region, last->provider) : NULL;

  if (provider != NULL && provider->contracted && provider->ended_on >= today && ps_contract_end_now (last) <= in_care_on)
    g_ptr_array_add (alerts, make_contract_alert (region, last, PS_CONTRACT_ENDED, ps_contract_end_now (last), today));
}

/**
 * ps_alerts_of_contracts: see the header.
 * @contracts: (element-type PsContract): all of one provider
 * @alerts: (element-type PsAlert): appended to
 */
void
ps_alerts_of_contracts (const PsRegion *region, GPtrArray *contracts, PsDate in_care_on, PsDate today, GPtrArray *alerts)
{
  for (guint i = 0; i < contracts->len; i++)
    {
      const PsContract *contract = g_ptr_array_index (contracts, i);
      PsAlert *alert = is_taken_over (contracts, contract) ? NULL : ps_alert_of_contract (region, contract, today);

      if (alert != NULL)
        g_ptr_array_add (alerts, alert);
    }
  add_ended (region, contracts, in_care_on, today, alerts);
}
