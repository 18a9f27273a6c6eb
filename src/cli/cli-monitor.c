/* cli-monitor.c: what is measured of the region or a part of it (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-common.h"
#include "cli-monitor-text.h"
#include "exchange/ps-monitor-files.h"

#define NOT_NAMED G_MININT

typedef struct
{
  int year; /* NOT_NAMED, as the next two */
  int first_month;
  int last_month;
  char **topics;
  char *agb;
  char *municipality;
  char *segment;
  char *group;
  char *product;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_strfreev (words->topics);
  g_free (words->agb);
  g_free (words->municipality);
  g_free (words->segment);
  g_free (words->group);
  g_free (words->product);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
is_month (int month)
{
  return month == NOT_NAMED || (month >= 1 && month <= 12);
}

/* FALSE: wrong usage, and said so. */
static gboolean
read_months (const Words *words, PsMonitorsQuery *query)
{
  if (!is_month (words->first_month) || !is_month (words->last_month))
    {
      ps_cli_misused (&ps_cli_monitor, _("A month is a number from 1 to 12."));
      return FALSE;
    }
  query->first_month = words->first_month != NOT_NAMED ? words->first_month : 0;
  query->last_month = words->last_month != NOT_NAMED ? words->last_month : 0;
  if (query->last_month == 0 || query->last_month >= query->first_month)
    return TRUE;
  ps_cli_misused (&ps_cli_monitor, _("The last month is before the first."));
  return FALSE;
}

/* All of them where none is named. */
static gboolean
read_topics (const Words *words, PsMonitorsQuery *query)
{
  query->topics = words->topics == NULL ? PS_ALL_TOPICS : 0;
  for (guint i = 0; words->topics != NULL && words->topics[i] != NULL; i++)
    {
      PsTopic topic;

      if (!ps_topic_parse (words->topics[i], &topic))
        {
          g_autofree char *sentence = g_strdup_printf (_("There is no topic “%s”."), words->topics[i]);

          ps_cli_misused (&ps_cli_monitor, sentence);
          return FALSE;
        }
      query->topics |= 1u << topic;
    }
  return TRUE;
}

static gboolean
read_words (const Words *words, PsMonitorsQuery *query)
{
  query->year = words->year;
  query->agb = words->agb;
  query->municipality = words->municipality;
  query->segment = words->segment;
  query->group = words->group;
  query->product = words->product;
  return (query->year == NOT_NAMED || ps_cli_parse_year (&ps_cli_monitor, query->year)) && read_months (words, query)
         && read_topics (words, query);
}

static PsCliStatus
print (const PsMonitored *monitored, PsCliFormat format)
{
  g_autofree char *answer = format == PS_CLI_TEXT   ? ps_cli_monitor_text (monitored)
                            : format == PS_CLI_JSON ? ps_monitored_to_json (monitored)
                                                    : ps_monitored_to_csv (monitored);

  return ps_cli_print_answer (answer, format);
}

static PsCliStatus
show (PsCli *cli, PsMonitorsQuery *query, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsMonitored) monitored = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  if (query->year != NOT_NAMED || ps_cli_latest_year (store, &query->year, &error))
    monitored = ps_monitors_compute (store, query, cli->cancellable, ps_cli_progress, NULL, &error);
  if (monitored == NULL)
    return ps_cli_fail (error);
  ps_cli_progress_end ();
  return print (monitored, format);
}

static PsCliStatus
run_monitor (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { .year = NOT_NAMED, .first_month = NOT_NAMED, .last_month = NOT_NAMED };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Which year, instead of the latest with declarations"), N_("YYYY") },
    { "from-month", 0, 0, G_OPTION_ARG_INT, &words.first_month, N_("From this month on, instead of January"), N_("MONTH") },
    { "to-month", 0, 0, G_OPTION_ARG_INT, &words.last_month, N_("To this month, instead of the last complete one"),
      N_("MONTH") },
    { "topic", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.topics, N_("Only this topic; may be repeated"), N_("TOPIC") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &words.agb, N_("Only the provider with this AGB code"), N_("AGB") },
    { "municipality", 0, 0, G_OPTION_ARG_STRING, &words.municipality, N_("Only the municipality with this code"), N_("CODE") },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &words.segment, N_("Only this segment"), N_("CODE") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &words.group, N_("Only this product group"), N_("CODE") },
    { "product", 0, 0, G_OPTION_ARG_STRING, &words.product, N_("Only this product"), N_("CODE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual), json or csv"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  PsMonitorsQuery query = { 0 };
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_monitor, entries, arguments) || !read_words (&words, &query)
      || !ps_cli_parse_format (&ps_cli_monitor, words.format, TRUE, &format)
      || !ps_cli_expect_no_more (&ps_cli_monitor, *arguments + 1))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, &query, format);
}

static char *
explain (void)
{
  GString *text = g_string_new (_("Topics:"));

  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    g_string_append_printf (text, "\n  %-12s %s", ps_topic_code (topic), ps_topic_title (topic));
  return g_string_free (text, FALSE);
}

const PsCliCommand ps_cli_monitor = {
  "monitor", "", N_("Show what is measured: places, clients, durations, cost, waiting …"), TRUE, run_monitor, explain
};
