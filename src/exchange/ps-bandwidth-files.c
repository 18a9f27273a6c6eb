/* ps-bandwidth-files.c: where providers stand, as JSON and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Field names and their order are a contract (docs/files-and-cli.md): add, never change. Both have whole cents and the same names, so that no
 * program has to guess what a point or a comma means.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-bandwidth-files.h"

#include "ps-csv-text.h"
#include "ps-json-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
add_cents (PsJsonText *json, const char *name, gint64 number)
{
  if (number != PS_NO_NUMBER)
    ps_json_text_number (json, name, number);
  else
    ps_json_text_null (json, name);
}

static void
add_day (PsJsonText *json, const char *name, PsDate day)
{
  g_autofree char *iso = day != PS_DATE_OPEN ? ps_date_to_iso (day) : NULL;

  ps_json_text_optional (json, name, iso);
}

/* null: no letter */
static const char *
letter_code (PsLetterKind kind)
{
  return kind != PS_LETTER_NONE ? ps_letter_kind_code (kind) : NULL;
}

static const char *
scheme_name (const PsRegion *region, const PsBandwidthScope *scope)
{
  return scope->scheme != PS_NONE ? ps_region_scheme (region, scope->scheme)->name : NULL;
}

static const char *
reason_of (const PsBandwidthScope *scope)
{
  const char *reason = scope->choice != NULL ? scope->choice->reason : NULL;

  return reason != NULL && *reason != '\0' ? reason : NULL;
}

/* ---- JSON */

static void
add_error (PsJsonText *json, const PsForecastError *error)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_number (json, "year", error->year);
  ps_json_text_number (json, "forecast_cents", error->forecast_cents);
  ps_json_text_number (json, "total_cents", error->total_cents);
  ps_json_text_number (json, "error_bp", error->error_bp);
  ps_json_text_end (json, '}');
}

static void
add_try (PsJsonText *json, const PsForecastTry *try)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "method", ps_forecast_method_code (try->method));
  add_cents (json, "forecast_cents", try->forecast_cents);
  add_cents (json, "error_bp", try->error_bp);
  ps_json_text_begin (json, "years", '[');
  for (guint i = 0; try->errors != NULL && i < try->errors->len; i++)
    add_error (json, &g_array_index (try->errors, PsForecastError, i));
  ps_json_text_end (json, ']');
  ps_json_text_end (json, '}');
}

static void
add_forecasts (PsJsonText *json, const PsForecast *forecast)
{
  ps_json_text_optional (json, "proposed_method", forecast != NULL ? ps_forecast_method_code (forecast->proposed) : NULL);
  add_cents (json, "proposed_cents", forecast != NULL ? forecast->proposed_cents : PS_NO_NUMBER);
  ps_json_text_begin (json, "methods", '[');
  for (guint i = 0; forecast != NULL && i < forecast->tries->len; i++)
    add_try (json, &g_array_index (forecast->tries, PsForecastTry, i));
  ps_json_text_end (json, ']');
}

/* What a scope was at the peildatum before. */
static void
add_before (PsJsonText *json, const PsBandwidthScope *before)
{
  if (before == NULL)
    {
      ps_json_text_null (json, "before");
      return;
    }
  ps_json_text_begin (json, "before", '{');
  ps_json_text_number (json, "realised_cents", before->realised_cents);
  ps_json_text_number (json, "forecast_cents", before->forecast_cents);
  ps_json_text_string (json, "position", ps_position_code (before->position));
  ps_json_text_boolean (json, "notice", before->notice);
  ps_json_text_boolean (json, "reached", before->reached);
  ps_json_text_end (json, '}');
}

static void
add_standing (PsJsonText *json, const PsBandwidthScope *scope)
{
  ps_json_text_number (json, "lower_cents", scope->lower_cents);
  ps_json_text_number (json, "upper_cents", scope->upper_cents);
  ps_json_text_number (json, "notice_cents", scope->notice_cents);
  ps_json_text_string (json, "position", ps_position_code (scope->position));
  ps_json_text_boolean (json, "notice", scope->notice);
  ps_json_text_boolean (json, "reached", scope->reached);
  ps_json_text_optional (json, "letter", letter_code (scope->letter));
  ps_json_text_number (json, "deviation_cents", scope->deviation_cents);
}

static void
add_scope (PsJsonText *json, const PsRegion *region, const PsBandwidthScope *scope, const PsBandwidthScope *before)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "scope", scope->name);
  ps_json_text_number (json, "ceiling_cents", scope->ceiling_cents);
  ps_json_text_number (json, "realised_cents", scope->realised_cents);
  ps_json_text_number (json, "forecast_cents", scope->forecast_cents);
  ps_json_text_string (json, "method", ps_forecast_method_code (scope->method));
  ps_json_text_boolean (json, "chosen", scope->choice != NULL);
  ps_json_text_optional (json, "reason", reason_of (scope));
  add_standing (json, scope);
  ps_json_text_optional (json, "scheme", scheme_name (region, scope));
  ps_json_text_number (json, "at_stake_cents", scope->at_stake_cents);
  add_forecasts (json, scope->forecast);
  add_before (json, before);
  ps_json_text_end (json, '}');
}

static void
add_scopes (PsJsonText *json, const PsRegion *region, const PsProviderBandwidth *provider)
{
  ps_json_text_begin (json, "scopes", '[');
  for (guint i = 0; i < provider->now->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (provider->now->scopes, PsBandwidthScope, i);

      add_scope (json, region, scope, provider->before != NULL ? ps_bandwidth_find (provider->before, scope->name) : NULL);
    }
  ps_json_text_end (json, ']');
}

static void
add_letter (PsJsonText *json, const PsProviderBandwidth *provider)
{
  const PsBandwidthScope *heaviest = ps_bandwidth_get_heaviest (provider->now);
  gboolean told_before = FALSE, needed = ps_bandwidths_needs_letter (provider, &told_before);

  ps_json_text_optional (json, "letter", letter_code (provider->now->letter));
  ps_json_text_optional (json, "heaviest_scope", heaviest != NULL ? heaviest->name : NULL);
  ps_json_text_boolean (json, "letter_needed", needed);
  ps_json_text_boolean (json, "letter_made", provider->letter_id != 0);
  ps_json_text_optional (json, "earlier_letter", provider->earlier_letter_id != 0 ? letter_code (provider->earlier_kind) : NULL);
}

static void
add_provider (PsJsonText *json, const PsRegion *region, const PsProviderBandwidth *provider)
{
  const PsBandwidth *now = provider->now;
  const PsProvider *who = ps_region_provider (region, now->provider);

  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "provider", who->agb);
  ps_json_text_string (json, "provider_name", who->name);
  ps_json_text_number (json, "under_bp", now->under_bp);
  ps_json_text_number (json, "over_bp", now->over_bp);
  ps_json_text_number (json, "notice_bp", now->notice_bp);
  add_letter (json, provider);
  ps_json_text_number (json, "ceiling_cents", now->ceiling_cents);
  ps_json_text_number (json, "realised_cents", now->realised_cents);
  ps_json_text_number (json, "forecast_cents", now->forecast_cents);
  ps_json_text_number (json, "at_stake_cents", now->at_stake_cents);
  add_scopes (json, region, provider);
  ps_json_text_end (json, '}');
}

/**
 * ps_bandwidth_to_json: as docs/files-and-cli.md says; what nobody knows (no data of the year yet, no history) is null.
 *
 * Returns: (transfer full)
 */
char *
ps_bandwidth_to_json (const PsBandwidthYear *year)
{
  GString *text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };
  gboolean has_data = year->through >= ps_date_year_start (year->year);

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", year->year);
  add_day (&json, "day", year->day);
  add_day (&json, "peildatum", year->peildatum_id != 0 ? year->day : PS_DATE_OPEN);
  ps_json_text_optional (&json, "label", year->peildatum_id != 0 ? year->label : NULL);
  ps_json_text_boolean (&json, "closed", year->closed);
  add_day (&json, "through", has_data ? year->through : PS_DATE_OPEN);
  add_day (&json, "before", year->before_day);
  ps_json_text_begin (&json, "providers", '[');
  for (guint i = 0; i < year->providers->len; i++)
    add_provider (&json, year->region, g_ptr_array_index (year->providers, i));
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* ---- CSV */

static const char header[] = BYTE_ORDER_MARK
    "year;day;through;provider;provider_name;scope;ceiling_cents;realised_cents;forecast_cents;method;reason;lower_cents;"
    "upper_cents;notice_cents;position;notice;reached;letter;deviation_cents;scheme;at_stake_cents;letter_needed;letter_made\r\n";

static void
append_text (GString *text, const char *value)
{
  if (value != NULL)
    ps_csv_text_append (text, value);
  g_string_append_c (text, ';');
}

static void
append_number (GString *text, gint64 number)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT ";", number);
}

static const char *
yes_or_no (gboolean yes)
{
  return yes ? "ja" : "nee";
}

static void
append_days (GString *text, const PsBandwidthYear *year)
{
  g_autofree char *day = ps_date_to_iso (year->day);
  g_autofree char *through = year->through >= ps_date_year_start (year->year) ? ps_date_to_iso (year->through) : g_strdup ("");

  g_string_append_printf (text, "%d;%s;%s;", year->year, day, through);
}

static void
append_standing (GString *text, const PsBandwidthScope *scope)
{
  append_number (text, scope->lower_cents);
  append_number (text, scope->upper_cents);
  append_number (text, scope->notice_cents);
  append_text (text, ps_position_code (scope->position));
  append_text (text, yes_or_no (scope->notice));
  append_text (text, yes_or_no (scope->reached));
  append_text (text, letter_code (scope->letter));
  append_number (text, scope->deviation_cents);
}

static void
append_scope (GString *text, const PsBandwidthYear *year, const PsProviderBandwidth *provider, const PsBandwidthScope *scope)
{
  const PsProvider *who = ps_region_provider (year->region, provider->now->provider);

  append_days (text, year);
  append_text (text, who->agb);
  append_text (text, who->name);
  append_text (text, scope->name);
  append_number (text, scope->ceiling_cents);
  append_number (text, scope->realised_cents);
  append_number (text, scope->forecast_cents);
  append_text (text, ps_forecast_method_code (scope->method));
  append_text (text, reason_of (scope));
  append_standing (text, scope);
  append_text (text, scheme_name (year->region, scope));
  append_number (text, scope->at_stake_cents);
  append_text (text, yes_or_no (ps_bandwidths_needs_letter (provider, NULL)));
  g_string_append_printf (text, "%s\r\n", yes_or_no (provider->letter_id != 0));
}

/**
 * ps_bandwidth_to_csv: a row a scope; `;`, CRLF, UTF-8 with a byte order mark; no totals, which a spreadsheet would add up again.
 *
 * Returns: (transfer full)
 */
char *
ps_bandwidth_to_csv (const PsBandwidthYear *year)
{
  GString *text = g_string_new (header);

  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);

      for (guint j = 0; j < provider->now->scopes->len; j++)
        append_scope (text, year, provider, &g_array_index (provider->now->scopes, PsBandwidthScope, j));
    }
  return g_string_free (text, FALSE);
}
