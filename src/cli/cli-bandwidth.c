/* cli-bandwidth.c: where every provider stands, at a peildatum or today
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-bandwidth-text.h"
#include "cli-common.h"
#include "exchange/ps-bandwidth-files.h"

#define NOT_NAMED G_MININT

typedef struct
{
  char *peildatum;
  int year; /* NOT_NAMED */
  char *agb;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->peildatum);
  g_free (words->agb);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* FALSE: wrong usage, and said so. `day`: PS_DATE_OPEN where none was named. */
static gboolean
read_words (const Words *words, PsDate *day)
{
  g_autofree char *sentence = NULL;

  *day = PS_DATE_OPEN;
  if (words->year != NOT_NAMED && !ps_date_is_valid_ymd (words->year, 1, 1))
    sentence = g_strdup (_("Say with --year which year, in four digits."));
  else if (words->peildatum != NULL && words->year != NOT_NAMED)
    sentence = g_strdup (_("A peildatum says which year: leave --year out."));
  else if (words->peildatum != NULL && !ps_date_parse (words->peildatum, day))
    sentence = g_strdup_printf (_("“%s” is not a day: write --peildatum as YYYY-MM-DD."), words->peildatum);
  if (sentence != NULL)
    ps_cli_misused (&ps_cli_bandwidth, sentence);
  return sentence == NULL;
}

/* ---- which peildatum */

/* As they are typed; of all years. */
static char *
list_days (const PsRegion *region)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < region->peildata->len; i++)
    g_ptr_array_add (days, ps_date_to_iso (ps_region_peildatum (region, i)->date));
  g_ptr_array_add (days, NULL);
  return g_strjoinv (", ", (char **) days->pdata);
}

static void
complain_about (const PsRegion *region, PsDate day)
{
  g_autofree char *iso = ps_date_to_iso (day), *days = list_days (region), *sentence = NULL;

  if (*days != '\0')
    /* Translators: a day; the days that there are */
    sentence = g_strdup_printf (_("There is no peildatum %s. There are: %s."), iso, days);
  else
    sentence = g_strdup_printf (_("There is no peildatum %s: the region has none yet."), iso);
  ps_cli_complain (sentence);
}

static gboolean
find_peildatum (PsStore *store, PsDate day, gint64 *id, PsCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;

  *id = 0;
  if (day == PS_DATE_OPEN)
    return TRUE;
  region = ps_store_load_region (store, &error);
  if (region == NULL)
    {
      *status = ps_cli_fail (error);
      return FALSE;
    }
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->date == day)
      *id = ps_region_peildatum (region, i)->id;
  if (*id != 0)
    return TRUE;
  complain_about (region, day);
  *status = PS_CLI_REFUSED;
  return FALSE;
}

/* ---- */

static PsCliStatus
print (const PsBandwidthYear *year, PsCliFormat format)
{
  g_autofree char *answer = format == PS_CLI_TEXT   ? ps_cli_bandwidth_text (year)
                            : format == PS_CLI_JSON ? ps_bandwidth_to_json (year)
                                                    : ps_bandwidth_to_csv (year);

  return ps_cli_print_answer (answer, format);
}

static PsCliStatus
show (PsCli *cli, const Words *words, PsDate day, PsCliFormat format)
{
  PsBandwidthQuery query = { .today = ps_cli_today (), .agb = words->agb, .no_before = format != PS_CLI_JSON };
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthYear) year = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL || !find_peildatum (store, day, &query.peildatum_id, &status))
    return status;
  query.year = day != PS_DATE_OPEN ? ps_date_year (day) : words->year;
  if (query.year != NOT_NAMED || ps_cli_latest_year (store, &query.year, &error))
    year = ps_bandwidths_compute (store, &query, cli->cancellable, ps_cli_progress, NULL, &error);
  if (year == NULL)
    return ps_cli_fail (error);
  ps_cli_progress_end ();
  return print (year, format);
}

static PsCliStatus
run_bandwidth (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { .year = NOT_NAMED };
  const GOptionEntry entries[] = {
    { "peildatum", 0, 0, G_OPTION_ARG_STRING, &words.peildatum, N_("At this peildatum, instead of today"), N_("YYYY-MM-DD") },
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Which year, instead of the latest with declarations"), N_("YYYY") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &words.agb, N_("Only the provider with this AGB code"), N_("AGB") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual), json or csv"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;
  PsDate day;

  if (!ps_cli_parse (cli, &ps_cli_bandwidth, entries, arguments) || !read_words (&words, &day)
      || !ps_cli_parse_format (&ps_cli_bandwidth, words.format, TRUE, &format)
      || !ps_cli_expect_no_more (&ps_cli_bandwidth, *arguments + 1))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, &words, day, format);
}

const PsCliCommand ps_cli_bandwidth = { "bandwidth",   "",  N_("Show where every provider stands against its bandwidth"), TRUE,
                                        run_bandwidth, NULL };
