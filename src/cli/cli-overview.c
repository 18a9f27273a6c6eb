/* cli-overview.c: where the region's year stands, and every provider's, as the window's overview shows it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-common.h"
#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-json-text.h"
#include "store/ps-region-figures.h"

#define NOT_NAMED G_MININT
#define N_MONTHS 12

/* Of a year of which no month was declared its figures are not known, nor those of the year before to the same day. */
static gboolean
is_declared (const PsYearFigures *figures)
{
  return figures->through >= ps_date_year_start (figures->year);
}

static gint64
declared (const PsYearFigures *figures, gint64 figure)
{
  return is_declared (figures) ? figure : PS_NO_NUMBER;
}

/* Of a region without a scope there is nothing to say of them. */
static gint64
agreed (const PsRegionYear *sum, gint64 figure)
{
  return sum->n_agreed > 0 ? figure : PS_NO_NUMBER;
}

/* Starts of care are known sooner. */
static gboolean
is_waiting_known (const PsYearFigures *figures)
{
  return figures->waiting_on >= ps_date_year_start (figures->year);
}

static gint64
counted (const PsYearFigures *figures, guint n_waiting)
{
  return is_waiting_known (figures) ? (gint64) n_waiting : PS_NO_NUMBER;
}

/* ---- text */

static void
add_columns (PsCliTable *table, int year)
{
  g_autofree char *this_year = g_strdup_printf ("%d", year), *last_year = g_strdup_printf ("%d", year - 1);

  ps_cli_table_add_column (table, "", PS_CLI_LEFT);
  ps_cli_table_add_column (table, this_year, PS_CLI_RIGHT);
  ps_cli_table_add_column (table, last_year, PS_CLI_RIGHT);
}

/* Both are taken; NULL: not known. */
static void
add_row (PsCliTable *table, const char *label, char *figure, char *last)
{
  ps_cli_table_add_cell (table, label);
  ps_cli_table_take_cell (table, figure != NULL ? figure : g_strdup ("–"));
  ps_cli_table_take_cell (table, last != NULL ? last : g_strdup ("–"));
}

static void
add_agreed (PsCliTable *table, const PsYearFigures *figures, const PsRegionYear *sum)
{
  gint64 realised = declared (figures, sum->realised_cents);

  if (sum->n_agreed == 0)
    return;
  add_row (table, _("Agreed"), ps_format_money (sum->agreed_cents), NULL);
  add_row (table, _("Realised"), ps_format_money (realised), NULL);
  add_row (table, _("Realised of agreed"), ps_format_ratio (realised, sum->agreed_cents), NULL);
  add_row (table, _("Forecast of the year"), ps_format_money (sum->forecast_cents), NULL);
  add_row (table, _("Lower border of the bandwidth"), ps_format_money (sum->lower_cents), NULL);
  add_row (table, _("Upper border of the bandwidth"), ps_format_money (sum->upper_cents), NULL);
}

static void
add_facts (PsCliTable *table, const PsYearFigures *figures, const PsRegionYear *sum)
{
  gint64 cost = declared (figures, sum->cost_cents), last_cost = declared (figures, sum->last_cost_cents);
  g_autofree char *waiting = ps_region_figures_waiting_label (figures);

  add_row (table, _("Cost"), ps_format_money (cost), ps_format_money (last_cost));
  add_row (table, _("… of providers without a contract (NGA)"), ps_format_ratio (sum->nga_cents, cost),
           ps_format_ratio (sum->last_nga_cents, last_cost));
  add_row (table, _("… of micro providers"), ps_format_ratio (sum->micro_cents, cost),
           ps_format_ratio (sum->last_micro_cents, last_cost));
  add_row (table, _("… of extra work"), ps_format_ratio (sum->extra_cents, cost),
           ps_format_ratio (sum->last_extra_cents, last_cost));
  add_row (table, _("Utilisation"), ps_format_ratio (declared (figures, sum->declared_cents), sum->assigned_cents),
           ps_format_ratio (declared (figures, sum->last_declared_cents), sum->last_assigned_cents));
  add_row (table, _("Clients"), ps_format_count (declared (figures, sum->n_clients)),
           ps_format_count (declared (figures, sum->n_last_clients)));
  add_row (table, waiting, ps_format_count (counted (figures, sum->n_waiting)),
           ps_format_count (counted (figures, sum->n_last_waiting)));
  add_row (table, _("… longer than the Treeknorm"), ps_format_count (counted (figures, sum->n_waiting_over)), NULL);
}

static void
write_heading (GString *text, const PsYearFigures *figures)
{
  g_autofree char *year = g_strdup_printf ("%d", figures->year);
  g_autofree char *through = ps_format_date (figures->through);

  if (*figures->region->name != '\0')
    g_string_append_printf (text, "%s\n", figures->region->name);
  if (!is_declared (figures))
    /* Translators: a year */
    g_string_append_printf (text, _("Of %s no declarations are complete yet"), year);
  else
    /* Translators: a year, a day */
    g_string_append_printf (text, _("%s, with declarations through %s"), year, through);
  g_string_append (text, "\n\n");
}

static PsCliStatus
print_text (const PsYearFigures *figures, const PsRegionYear *sum)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PsCliTable) table = ps_cli_table_new ();

  write_heading (text, figures);
  add_columns (table, figures->year);
  add_agreed (table, figures, sum);
  add_facts (table, figures, sum);
  ps_cli_table_write (table, text, 0);
  return ps_cli_print (text->str);
}

/* ---- JSON: names and their order are a contract (docs/files-and-cli.md) */

typedef struct
{
  const char *name;
  gint64 number; /* PS_NO_NUMBER: not known */
} Figure;

static void
add_figures (PsJsonText *json, const Figure *figures, guint n)
{
  for (guint i = 0; i < n; i++)
    if (figures[i].number != PS_NO_NUMBER)
      ps_json_text_number (json, figures[i].name, figures[i].number);
    else
      ps_json_text_null (json, figures[i].name);
}

static void
add_months (PsJsonText *json, const char *name, const gint64 *cents, gboolean known)
{
  ps_json_text_begin (json, name, '[');
  for (int month = 0; month < N_MONTHS; month++)
    add_figures (json, &(Figure){ NULL, known ? cents[month] : PS_NO_NUMBER }, 1);
  ps_json_text_end (json, ']');
}

static void
add_region (PsJsonText *json, const PsYearFigures *figures, const PsRegionYear *sum)
{
  const Figure region[] = {
    { "agreed_cents", agreed (sum, sum->agreed_cents) },
    { "realised_cents", agreed (sum, declared (figures, sum->realised_cents)) },
    { "forecast_cents", agreed (sum, sum->forecast_cents) },
    { "lower_cents", agreed (sum, sum->lower_cents) },
    { "upper_cents", agreed (sum, sum->upper_cents) },
    { "cost_cents", declared (figures, sum->cost_cents) },
    { "nga_cents", declared (figures, sum->nga_cents) },
    { "micro_cents", declared (figures, sum->micro_cents) },
    { "extra_cents", declared (figures, sum->extra_cents) },
    { "last_cost_cents", declared (figures, sum->last_cost_cents) },
    { "last_nga_cents", declared (figures, sum->last_nga_cents) },
    { "last_micro_cents", declared (figures, sum->last_micro_cents) },
    { "last_extra_cents", declared (figures, sum->last_extra_cents) },
    { "assigned_cents", declared (figures, sum->assigned_cents) },
    { "declared_cents", declared (figures, sum->declared_cents) },
    { "last_assigned_cents", declared (figures, sum->last_assigned_cents) },
    { "last_declared_cents", declared (figures, sum->last_declared_cents) },
    { "agreed_providers", sum->n_agreed },
    { "clients", declared (figures, sum->n_clients) },
    { "last_clients", declared (figures, sum->n_last_clients) },
    { "waiting", counted (figures, sum->n_waiting) },
    { "waiting_over", counted (figures, sum->n_waiting_over) },
    { "last_waiting", counted (figures, sum->n_last_waiting) },
  };

  ps_json_text_begin (json, "region", '{');
  add_figures (json, region, G_N_ELEMENTS (region));
  add_months (json, "month_cents", sum->month_cents, sum->n_agreed > 0);
  add_months (json, "last_month_cents", sum->last_month_cents, sum->n_agreed > 0);
  ps_json_text_end (json, '}');
}

static void
add_scopes (PsJsonText *json, const PsYearFigures *figures, const PsBandwidth *bandwidth)
{
  const Figure scopes[] = {
    { "ceiling_cents", bandwidth != NULL ? bandwidth->ceiling_cents : PS_NO_NUMBER },
    { "realised_cents", bandwidth != NULL ? declared (figures, bandwidth->realised_cents) : PS_NO_NUMBER },
    { "forecast_cents", bandwidth != NULL ? bandwidth->forecast_cents : PS_NO_NUMBER },
  };

  add_figures (json, scopes, G_N_ELEMENTS (scopes));
}

static void
add_provider (PsJsonText *json, const PsYearFigures *figures, const PsProviderYear *year)
{
  const PsYearFacts *facts = year->facts;
  gboolean has_scopes = year->bandwidth != NULL;
  const Figure costs[] = {
    { "cost_cents", declared (figures, facts->cost_cents) },
    { "last_cost_cents", declared (figures, year->last->cost_cents) },
    { "extra_cents", declared (figures, facts->extra_cents) },
  };
  const Figure others[] = {
    { "assigned_cents", declared (figures, facts->assigned_cents) },
    { "declared_cents", declared (figures, facts->declared_cents) },
    { "clients", declared (figures, facts->clients->len) },
    { "last_clients", declared (figures, year->last->clients->len) },
    { "in_care", declared (figures, facts->n_in_care) },
    { "waiting", counted (figures, facts->n_waiting) },
    { "waiting_over", counted (figures, facts->n_waiting_over) },
  };

  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "provider", ps_region_provider (figures->region, year->provider)->agb);
  add_scopes (json, figures, year->bandwidth);
  add_months (json, "month_cents", year->realised_cents, has_scopes);
  add_months (json, "last_month_cents", year->last_realised_cents, has_scopes);
  add_figures (json, costs, G_N_ELEMENTS (costs));
  add_months (json, "cost_month_cents", facts->month_cents, is_declared (figures));
  add_figures (json, others, G_N_ELEMENTS (others));
  ps_json_text_end (json, '}');
}

static PsCliStatus
print_json (const PsYearFigures *figures, const PsRegionYear *sum)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = ps_date_to_iso (figures->day), *through = NULL, *waiting_on = NULL;
  PsJsonText json = { .text = text, .first = TRUE };

  if (is_declared (figures))
    through = ps_date_to_iso (figures->through);
  if (is_waiting_known (figures))
    waiting_on = ps_date_to_iso (figures->waiting_on);
  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", figures->year);
  ps_json_text_string (&json, "day", day);
  ps_json_text_optional (&json, "through", through);
  ps_json_text_optional (&json, "waiting_on", waiting_on);
  add_region (&json, figures, sum);
  ps_json_text_begin (&json, "providers", '[');
  for (guint i = 0; i < figures->providers->len; i++)
    add_provider (&json, figures, g_ptr_array_index (figures->providers, i));
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return ps_cli_print_data (text);
}

/* ---- */

/* Reading writes nothing: what is computed here is not kept. */
static PsCliStatus
show (PsCli *cli, int year, PsCliFormat format)
{
  PsYearFiguresQuery query = { .year = year, .today = ps_cli_today (), .keep = FALSE };
  PsRegionYear sum;
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsYearFigures) figures = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  if (query.year != NOT_NAMED || ps_cli_latest_year (store, &query.year, &error))
    figures = ps_year_figures_load (store, &query, cli->cancellable, ps_cli_progress, NULL, &error);
  ps_cli_progress_end ();
  if (figures == NULL || !ps_year_figures_sum (figures, &sum, &error))
    return ps_cli_fail (error);
  return format == PS_CLI_JSON ? print_json (figures, &sum) : print_text (figures, &sum);
}

static PsCliStatus
run_overview (PsCli *cli, GStrv *arguments)
{
  int year = NOT_NAMED;
  g_autofree char *format_word = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("Which year, instead of the latest with declarations"), N_("YYYY") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("text (the usual) or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_overview, entries, arguments)
      || (year != NOT_NAMED && !ps_cli_parse_year (&ps_cli_overview, year))
      || !ps_cli_parse_format (&ps_cli_overview, format_word, FALSE, &format)
      || !ps_cli_expect_no_more (&ps_cli_overview, *arguments + 1))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, year, format);
}

const PsCliCommand ps_cli_overview = {
  "overview", "", N_("Show where the year of the region stands, and every provider's"), TRUE, run_overview, NULL
};
