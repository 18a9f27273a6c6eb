/* cli-alerts.c: what needs attention, most urgent first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-common.h"
#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-alert-files.h"

#define NOT_NAMED G_MININT
/* What a signal is about is the last column, and a sentence. */
#define WIDEST 240

typedef struct
{
  int year; /* NOT_NAMED: the latest */
  gboolean all;
  char *format;
} Words;

/* ---- text */

static void
add_columns (PsCliTable *table)
{
  ps_cli_table_add_column (table, _("Urgency"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Signal"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Since"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("At stake"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("What it is about"), PS_CLI_LEFT);
}

/* What it is about, and of one that was put aside until when, by whom and why. */
static char *
what_of (const PsAlert *alert)
{
  g_autofree char *until = ps_format_date (alert->snoozed_until);

  if (!alert->snoozed)
    return g_strdup (alert->what);
  /* Translators: what a signal is about; a date, a person, a reason */
  return g_strdup_printf (_("%s (put aside until %s by %s: %s)"), alert->what, until, alert->snoozed_by, alert->snooze_reason);
}

static void
add_alert (PsCliTable *table, const PsAlert *alert)
{
  ps_cli_table_add_cell (table, ps_urgency_label (alert->urgency));
  ps_cli_table_add_cell (table, ps_alert_label (alert));
  ps_cli_table_take_cell (table, ps_format_date (alert->since));
  ps_cli_table_take_cell (table, ps_format_amount (alert->at_stake_cents));
  ps_cli_table_take_cell (table, what_of (alert));
}

static char *
aside_text (guint n)
{
  return g_strdup_printf (
      ngettext ("One signal is put aside: --all shows it too.\n", "%u signals are put aside: --all shows them too.\n", n), n);
}

static PsCliStatus
print_text (GPtrArray *alerts, guint n_aside)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *aside = n_aside > 0 ? aside_text (n_aside) : NULL;

  if (alerts->len == 0)
    g_string_append (text, _("Nothing needs attention.\n"));
  ps_cli_table_set_widest (table, WIDEST);
  add_columns (table);
  for (guint i = 0; i < alerts->len; i++)
    add_alert (table, g_ptr_array_index (alerts, i));
  if (alerts->len > 0)
    ps_cli_table_write (table, text, 0);
  if (aside != NULL)
    g_string_append_printf (text, "%s%s", alerts->len > 0 ? "\n" : "", aside);
  return ps_cli_print (text->str);
}

/* ---- */

/* Those that were put aside are last. */
static guint
leave_out_aside (GPtrArray *alerts)
{
  guint n = alerts->len;

  while (n > 0 && ((const PsAlert *) g_ptr_array_index (alerts, n - 1))->snoozed)
    n--;
  n = alerts->len - n;
  g_ptr_array_set_size (alerts, (int) (alerts->len - n));
  return n;
}

static PsCliStatus
print (const PsYearFigures *figures, GPtrArray *alerts, const Words *words, PsCliFormat format)
{
  guint n_aside = words->all ? 0 : leave_out_aside (alerts);
  g_autoptr (GString) data = NULL;
  g_autofree char *text = NULL;

  if (format == PS_CLI_TEXT)
    return print_text (alerts, n_aside);
  text = format == PS_CLI_JSON ? ps_alerts_to_json (figures, alerts) : ps_alerts_to_csv (figures, alerts);
  data = g_string_new (text);
  return ps_cli_print_data (data);
}

static PsCliStatus
show (PsCli *cli, const Words *words, PsCliFormat format)
{
  PsYearFiguresQuery query = { .year = words->year, .today = ps_cli_today () };
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsYearFigures) figures = NULL;
  g_autoptr (GPtrArray) alerts = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  if (query.year != NOT_NAMED || ps_cli_latest_year (store, &query.year, &error))
    figures = ps_year_figures_load (store, &query, cli->cancellable, ps_cli_progress, NULL, &error);
  if (figures != NULL)
    alerts = ps_alerts_load (store, figures, NULL, query.today, cli->cancellable, &error);
  ps_cli_progress_end ();
  return alerts != NULL ? print (figures, alerts, words, format) : ps_cli_fail (error);
}

static PsCliStatus
run_alerts (PsCli *cli, GStrv *arguments)
{
  Words words = { .year = NOT_NAMED };
  g_autofree char *format_word = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Which year, instead of the latest with declarations"), N_("YYYY") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &words.all, N_("Those that were put aside too"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("text (the usual), json or csv"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_alerts, entries, arguments)
      || (words.year != NOT_NAMED && !ps_cli_parse_year (&ps_cli_alerts, words.year))
      || !ps_cli_parse_format (&ps_cli_alerts, format_word, TRUE, &format)
      || !ps_cli_expect_no_more (&ps_cli_alerts, *arguments + 1))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, &words, format);
}

const PsCliCommand ps_cli_alerts = { "alerts", "",         N_("List the signals: what needs attention, most urgent first"),
                                     TRUE,     run_alerts, NULL };
