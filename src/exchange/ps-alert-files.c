/* ps-alert-files.c: what needs attention, as JSON and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Field names and their order are a contract (docs/files-and-cli.md): add, never change.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-alert-files.h"

#include "ps-csv-text.h"
#include "ps-history-csv.h"
#include "ps-json-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* NULL: of nobody */
static const PsProvider *
provider_of (const PsYearFigures *figures, const PsAlert *alert)
{
  return alert->provider != PS_NONE ? ps_region_provider (figures->region, alert->provider) : NULL;
}

/* NULL: not known */
static char *
day_text (PsDate day)
{
  return day != PS_DATE_OPEN ? ps_date_to_iso (day) : NULL;
}

/* ---- JSON */

static void
add_snooze (PsJsonText *json, const PsAlert *alert)
{
  g_autofree char *until = NULL;
  g_autofree char *at = NULL;

  if (alert->snooze_id == 0)
    {
      ps_json_text_null (json, "snooze");
      return;
    }
  until = day_text (alert->snoozed_until);
  at = ps_history_moment (alert->snoozed_at);
  ps_json_text_begin (json, "snooze", '{');
  ps_json_text_string (json, "until", until);
  ps_json_text_string (json, "reason", alert->snooze_reason);
  ps_json_text_string (json, "by", alert->snoozed_by);
  ps_json_text_string (json, "at", at);
  ps_json_text_end (json, '}');
}

static void
add_alert (PsJsonText *json, const PsYearFigures *figures, const PsAlert *alert)
{
  const PsProvider *provider = provider_of (figures, alert);
  g_autofree char *since = day_text (alert->since);

  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "key", alert->key);
  ps_json_text_string (json, "kind", ps_alert_code (alert->kind));
  ps_json_text_string (json, "urgency", ps_urgency_code (alert->urgency));
  ps_json_text_string (json, "what", alert->what);
  ps_json_text_optional (json, "since", since);
  if (alert->at_stake_cents != PS_NO_NUMBER)
    ps_json_text_number (json, "at_stake_cents", alert->at_stake_cents);
  else
    ps_json_text_null (json, "at_stake_cents");
  ps_json_text_reference (json, "year", alert->year);
  ps_json_text_optional (json, "provider", provider != NULL ? provider->agb : NULL);
  ps_json_text_optional (json, "provider_name", provider != NULL ? provider->name : NULL);
  ps_json_text_optional (json, "scope", alert->scope);
  ps_json_text_boolean (json, "snoozed", alert->snoozed);
  add_snooze (json, alert);
  ps_json_text_end (json, '}');
}

/**
 * ps_alerts_to_json: as docs/files-and-cli.md says; what is not known is null.
 *
 * Returns: (transfer full)
 */
char *
ps_alerts_to_json (const PsYearFigures *figures, GPtrArray *alerts)
{
  GString *text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };
  g_autofree char *day = ps_date_to_iso (figures->day);

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", figures->year);
  ps_json_text_string (&json, "day", day);
  ps_json_text_begin (&json, "signals", '[');
  for (guint i = 0; i < alerts->len; i++)
    add_alert (&json, figures, g_ptr_array_index (alerts, i));
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* ---- CSV */

static const char header[] =
    BYTE_ORDER_MARK "key;kind;urgency;what;since;at_stake_cents;year;provider;provider_name;scope;snoozed;snoozed_until;"
                    "snooze_reason;snoozed_by\r\n";

static void
append_text (GString *text, const char *value)
{
  if (value != NULL)
    ps_csv_text_append (text, value);
  g_string_append_c (text, ';');
}

static void
append_amount (GString *text, gint64 cents)
{
  if (cents != PS_NO_NUMBER)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, cents);
  g_string_append_c (text, ';');
}

static void
append_about (GString *text, const PsYearFigures *figures, const PsAlert *alert)
{
  const PsProvider *provider = provider_of (figures, alert);

  if (alert->year != 0)
    g_string_append_printf (text, "%d", alert->year);
  g_string_append_c (text, ';');
  append_text (text, provider != NULL ? provider->agb : NULL);
  append_text (text, provider != NULL ? provider->name : NULL);
  append_text (text, alert->scope);
}

static void
append_alert (GString *text, const PsYearFigures *figures, const PsAlert *alert)
{
  g_autofree char *since = day_text (alert->since);
  g_autofree char *until = alert->snooze_id != 0 ? day_text (alert->snoozed_until) : NULL;

  append_text (text, alert->key);
  append_text (text, ps_alert_code (alert->kind));
  append_text (text, ps_urgency_code (alert->urgency));
  append_text (text, alert->what);
  append_text (text, since);
  append_amount (text, alert->at_stake_cents);
  append_about (text, figures, alert);
  append_text (text, alert->snoozed ? "ja" : "nee");
  append_text (text, until);
  append_text (text, alert->snooze_reason);
  if (alert->snoozed_by != NULL)
    ps_csv_text_append (text, alert->snoozed_by);
  g_string_append (text, "\r\n");
}

/**
 * ps_alerts_to_csv: a row a signal; `;`, CRLF, UTF-8 with a byte order mark.
 *
 * Returns: (transfer full)
 */
char *
ps_alerts_to_csv (const PsYearFigures *figures, GPtrArray *alerts)
{
  GString *text = g_string_new (header);

  for (guint i = 0; i < alerts->len; i++)
    append_alert (text, figures, g_ptr_array_index (alerts, i));
  return g_string_free (text, FALSE);
}
