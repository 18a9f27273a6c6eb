/* ps-contract-words.c: a contract's term, options and standing in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-contract-words"

#include "ps-contract-words.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-shown-contract.h"

/* Shape, word and colour each say it: never colour alone. */
static const struct
{
  const char *icon;
  const char *css_class;
} standings[] = {
  [PS_CONTRACT_FUTURE] = { "go-next-symbolic", "standing-none" },
  [PS_CONTRACT_RUNS] = { "object-select-symbolic", "standing-within" },
  [PS_CONTRACT_DECIDE] = { "dialog-question-symbolic", "standing-off" },
  [PS_CONTRACT_DECIDE_LATE] = { "dialog-warning-symbolic", "standing-off" },
  [PS_CONTRACT_ENDS] = { "go-last-symbolic", "standing-off" },
  [PS_CONTRACT_ENDED] = { "list-remove-symbolic", "standing-none" },
};

const char *
ps_contract_standing_icon (PsContractStanding standing)
{
  return standings[standing].icon;
}

const char *
ps_contract_standing_css_class (PsContractStanding standing)
{
  return standings[standing].css_class;
}

PsDate
ps_contract_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

char *
ps_contract_term_text (const PsContract *contract)
{
  PsDate end = ps_contract_end_now (contract);
  g_autofree char *first = ps_format_date (contract->start);
  g_autofree char *last = ps_format_date (end);

  if (end == PS_DATE_OPEN)
    return g_strdup_printf (_("from %s, without an end"), first);
  return g_strdup_printf (_("%s to %s"), first, last);
}

char *
ps_contract_options_text (const PsContract *contract)
{
  guint used = 0, n = contract->options->len;

  for (guint i = 0; i < n; i++)
    used += g_array_index (contract->options, PsContractOption, i).decision == PS_OPTION_USED;
  return n == 0 ? g_strdup ("–") : g_strdup_printf (_("%u of %u used"), used, n);
}

char *
ps_contract_notice_text (const PsContract *contract)
{
  int months = contract->notice_months;

  return months < 0 ? g_strdup ("–") : g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
}

char *
ps_contract_standing_text (const PsContract *contract, PsDate today)
{
  PsDate when = PS_DATE_OPEN;
  PsContractStanding standing = ps_contract_standing (contract, today, &when);
  g_autofree char *day = ps_format_date (when);

  if (when == PS_DATE_OPEN)
    return g_strdup (ps_contract_standing_label (standing));
  switch (standing)
    {
    case PS_CONTRACT_FUTURE:
      return g_strdup_printf (_("Begins on %s"), day);
    case PS_CONTRACT_DECIDE:
      return g_strdup_printf (_("Decide on an option by %s"), day);
    case PS_CONTRACT_DECIDE_LATE:
      return g_strdup_printf (_("Should have been decided by %s"), day);
    case PS_CONTRACT_ENDS:
      return g_strdup_printf (_("Ends on %s"), day);
    case PS_CONTRACT_ENDED:
      return g_strdup_printf (_("Ended on %s"), day);
    case PS_CONTRACT_RUNS:
    default:
      return g_strdup_printf (
          when == ps_contract_end_now (contract) ? _("Runs until %s") : _("Runs, an option to decide on by %s"), day);
    }
}

static const char *
decision_word (PsOptionDecision decision)
{
  return decision == PS_OPTION_USED ? _("used") : decision == PS_OPTION_NOT_USED ? _("not used") : _("not decided yet");
}

char *
ps_option_text (const PsContractOption *option)
{
  g_autofree char *months = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) option->months), option->months);
  g_autofree char *day = ps_format_date (option->decided_on);

  if (option->decision == PS_OPTION_OPEN || option->decided_on == PS_DATE_OPEN)
    return g_strdup_printf (_("%s, %s"), months, decision_word (option->decision));
  return g_strdup_printf (_("%s, %s, decided on %s"), months, decision_word (option->decision), day);
}

/* The contract as it is when option `place` comes up: those before it that are open were used. */
static PsContract *
until_option (const PsContract *contract, guint place, PsOptionDecision decision)
{
  PsContract *until = ps_contract_copy (contract);

  g_array_set_size (until->options, place + 1);
  for (guint i = 0; i <= place; i++)
    {
      PsContractOption *option = &g_array_index (until->options, PsContractOption, i);

      if (i == place)
        option->decision = decision;
      else if (option->decision == PS_OPTION_OPEN)
        option->decision = PS_OPTION_USED;
    }
  return until;
}

PsDate
ps_option_end (const PsContract *contract, guint place)
{
  g_autoptr (PsContract) until = until_option (contract, place, PS_OPTION_USED);

  return ps_contract_end_now (until);
}

PsDate
ps_option_decide_by (const PsContract *contract, guint place)
{
  g_autoptr (PsContract) until = until_option (contract, place, PS_OPTION_OPEN);

  return ps_contract_decide_by (until, &g_array_index (until->options, PsContractOption, place));
}
