/* ps-alerts-letters.c: alerts of letters that wait for something, and of settlements that wait for another person
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-alerts-private.h"
#include "ps-letters-private.h"

/* Drafts that have waited this long are forgotten ones. */
#define DRAFT_DAYS 7

/* ---- letters on their way */

static const char *
code_of_step (PsLetterWaits waits)
{
  switch (waits)
    {
    case PS_LETTER_WAITS_ANSWER:
      return "answer";
    case PS_LETTER_WAITS_TALK:
      return "talk";
    case PS_LETTER_WAITS_NOT:
    case PS_LETTER_WAITS_SENDING:
    case PS_LETTER_WAITS_DECISION:
    case PS_LETTER_WAITS_CLOSING:
    default:
      return "decision";
    }
}

static char *
overdue_text (const PsLetter *letter, PsLetterWaits waits, PsDate by)
{
  g_autofree char *day = ps_format_date (by);

  switch (waits)
    {
    case PS_LETTER_WAITS_ANSWER:
      /* Translators: a provider, the number of a letter, a date; as the next two */
      return g_strdup_printf (C_("signal", "%s: %s, the answer was due on %s"), letter->provider, letter->number_text, day);
    case PS_LETTER_WAITS_TALK:
      return g_strdup_printf (C_("signal", "%s: %s, the talk was due by %s"), letter->provider, letter->number_text, day);
    case PS_LETTER_WAITS_NOT:
    case PS_LETTER_WAITS_SENDING:
    case PS_LETTER_WAITS_DECISION:
    case PS_LETTER_WAITS_CLOSING:
    default:
      return g_strdup_printf (C_("signal", "%s: %s, the decision was due by %s"), letter->provider, letter->number_text, day);
    }
}

/* How far it was from its ceiling, whichever way. A notice is of no deviation. */
static gint64
letter_stake (const PsLetter *letter)
{
  if (letter->kind == PS_LETTER_NOTICE || letter->deviation_cents == 0)
    return PS_NO_NUMBER;
  return letter->deviation_cents < 0 ? -letter->deviation_cents : letter->deviation_cents;
}

static void
add_overdue (PsAlertsMaking *making, const PsLetter *letter, PsLetterWaits waits, PsDate by)
{
  PsAlert *alert = ps_alert_new (PS_ALERT_LETTER_OVERDUE, PS_URGENT, PS_TARGET_LETTER);

  alert->since = by + 1;
  alert->at_stake_cents = letter_stake (letter);
  alert->provider = ps_id_places_get (&making->providers, letter->provider_id);
  alert->year = letter->year;
  alert->id = letter->id;
  ps_alerts_take (
      making, alert,
      g_strdup_printf ("%s:%s:%s", ps_alert_code (PS_ALERT_LETTER_OVERDUE), letter->number_text, code_of_step (waits)),
      overdue_text (letter, waits, by));
}

/* Columns 1 to 6: what a letter that was sent waits for. */
static void
read_facts (PsStatement *row, PsLetterFacts *facts)
{
  *facts = (PsLetterFacts){ .state = (PsLetterState) sqlite3_column_int (row, 1),
                            .due_on = ps_sql_column_date (row, 2),
                            .talk_by = ps_sql_column_date (row, 3),
                            .talked_on = ps_sql_column_date (row, 4),
                            .decide_by = ps_sql_column_date (row, 5),
                            .decided_on = ps_sql_column_date (row, 6) };
}

/* With PsRows. */
static gboolean
add_if_overdue (PsAlertsMaking *making, PsStatement *row, gpointer rows, GError **error)
{
  g_autoptr (PsLetter) letter = NULL;
  PsLetterFacts facts;
  PsLetterWaits waits;
  PsDate by;

  read_facts (row, &facts);
  if (!ps_letter_is_overdue (&facts, making->today))
    return TRUE;
  letter = ps_letter_load (making->store, rows, sqlite3_column_int64 (row, 0), error);
  if (letter == NULL)
    return FALSE;
  waits = ps_letter_waits (&facts, &by);
  add_overdue (making, letter, waits, by);
  return TRUE;
}

/* ---- drafts: one alert for all of a peildatum */

static gboolean
add_draft (PsAlertsMaking *making, PsStatement *row, gpointer user_data, GError **error)
{
  PsDate peildatum = sqlite3_column_int (row, 1), since = ps_sql_column_date (row, 3);
  int n = sqlite3_column_int (row, 2);
  PsAlert *alert = ps_alert_new (PS_ALERT_LETTER_DRAFT, PS_MEDIUM, PS_TARGET_LETTERS);
  g_autofree char *day = ps_format_date (peildatum);
  g_autofree char *iso = ps_date_to_iso (peildatum);

  if (since != PS_DATE_OPEN && making->today - since > DRAFT_DAYS)
    alert->urgency = PS_HIGH;
  alert->since = since;
  alert->n_things = n;
  alert->year = ps_date_year (peildatum);
  alert->id = sqlite3_column_int64 (row, 0);
  ps_alerts_take (
      making, alert, g_strdup_printf ("%s:%s", ps_alert_code (PS_ALERT_LETTER_DRAFT), iso),
      /* Translators: the day of a peildatum, a number of letters */
      g_strdup_printf (ngettext ("Peildatum %s: one letter to send", "Peildatum %s: %d letters to send", (gulong) n), day, n));
  return TRUE;
}

#define SELECT_SENT                                                                                                              \
  "SELECT id, state, due_on, talk_by, talked_on, decide_by, decided_on FROM letter WHERE state IN (2, 3) AND year <= ?1"

#define SELECT_DRAFTS                                                                                                            \
  "SELECT d.id, d.day, count (*), min ((SELECT min (e.day) FROM letter_event e WHERE e.letter_id = l.id))"                       \
  " FROM letter l JOIN peildatum d ON d.id = l.peildatum_id WHERE l.state = 1 AND l.year <= ?1 GROUP BY d.id ORDER BY d.day"

gboolean
ps_alerts_add_letters (PsAlertsMaking *making, GError **error)
{
  PsRows *rows = ps_rows_new (making->store);
  gboolean ok = ps_alerts_each_row (making, SELECT_SENT, add_if_overdue, rows, error)
                && ps_alerts_each_row (making, SELECT_DRAFTS, add_draft, NULL, error);

  ps_rows_free (rows);
  return ok;
}

/* ---- settlements */

static char *
settlement_text (const char *provider, int year, const char *proposed_by, gint64 amount_cents)
{
  /* Translators: a provider, a year, a person; as the next two */
  if (amount_cents > 0)
    return g_strdup_printf (C_("signal", "%s %d: proposed by %s, to be paid out"), provider, year, proposed_by);
  if (amount_cents < 0)
    return g_strdup_printf (C_("signal", "%s %d: proposed by %s, to be reclaimed"), provider, year, proposed_by);
  return g_strdup_printf (C_("signal", "%s %d: proposed by %s, nothing to settle"), provider, year, proposed_by);
}

static gboolean
add_settlement (PsAlertsMaking *making, PsStatement *row, gpointer user_data, GError **error)
{
  guint provider = ps_id_places_get (&making->providers, sqlite3_column_int64 (row, 1));
  gint64 amount = sqlite3_column_int64 (row, 3);
  g_autofree char *proposed_by = ps_sql_column_text (row, 4);
  int year = sqlite3_column_int (row, 2);
  PsAlert *alert;

  if (provider == PS_NONE)
    return TRUE;
  alert = ps_alert_new (PS_ALERT_SETTLEMENT, PS_HIGH, PS_TARGET_SETTLEMENT);
  alert->since = ps_alerts_day_of (sqlite3_column_int64 (row, 5));
  alert->at_stake_cents = amount < 0 ? -amount : amount;
  alert->provider = provider;
  alert->year = year;
  alert->id = sqlite3_column_int64 (row, 0);
  /* As the trail names it: what is proposed anew is another one. */
  ps_alerts_take (making, alert,
                  g_strdup_printf ("%s:%s:%d:%" G_GINT64_FORMAT, ps_alert_code (PS_ALERT_SETTLEMENT),
                                   ps_region_provider (making->figures->region, provider)->agb, year, alert->id),
                  settlement_text (ps_alerts_provider_name (making, provider), year, proposed_by, amount));
  return TRUE;
}

gboolean
ps_alerts_add_settlements (PsAlertsMaking *making, GError **error)
{
  const char *sql =
      "SELECT id, provider_id, year, amount_cents, proposed_by, proposed_at FROM settlement WHERE year <= ?1 AND state = 2";

  return ps_alerts_each_row (making, sql, add_settlement, NULL, error);
}
