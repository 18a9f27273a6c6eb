/* cli-settle.c: a year's settlements, computed, and stored when asked to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-life.h"
#include "cli-settle-text.h"
#include "exchange/ps-settlement-json.h"

typedef struct
{
  int year;
  char *agb;
  char *through;
  char *format;
  char *reason;
  gboolean store;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->agb);
  g_free (words->through);
  g_free (words->format);
  g_free (words->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* The days that are accepted anywhere decide which years are (core/ps-date.h). */
static gboolean
read_options (const Words *words, PsSettleYearOptions *options)
{
  g_autofree char *sentence = NULL;

  *options = (PsSettleYearOptions){ words->year, PS_DATE_OPEN, words->agb };
  if (!ps_date_is_valid_ymd (words->year, 1, 1))
    sentence = g_strdup (_("Say with --year which year to settle, in four digits."));
  else if (words->through != NULL && !ps_date_parse (words->through, &options->through))
    sentence = g_strdup_printf (_("“%s” is not a day: write --through as YYYY-MM-DD."), words->through);
  else if (words->through != NULL && ps_date_year (options->through) != words->year)
    sentence =
        g_strdup_printf (_("%s is not in %d: --through is a day of the year that is settled."), words->through, words->year);
  else if (words->reason != NULL && !words->store)
    sentence = g_strdup (_("--reason belongs to --store."));
  if (sentence != NULL)
    ps_cli_misused (&ps_cli_settle, sentence);
  return sentence == NULL;
}

static PsCliStatus
print_data (const PsSettledYear *settled, PsCliFormat format)
{
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autoptr (GError) error = NULL;
  gboolean written;

  written = format == PS_CLI_JSON ? ps_settled_year_write_json (settled, output, &error)
                                  : ps_settled_year_write_csv (settled, output, &error);
  if (written)
    g_output_stream_close (output, NULL, &error);
  return ps_cli_written (error);
}

static PsCliStatus
settle (PsCli *cli, const PsSettleYearOptions *options, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  settled = ps_settle_year (store, options, cli->cancellable, ps_cli_progress, NULL, &error);
  if (settled == NULL)
    return ps_cli_fail (error);
  ps_cli_progress_end ();
  if (format != PS_CLI_TEXT)
    return print_data (settled, format);
  {
    g_autofree char *text = ps_cli_settle_text (settled);

    return ps_cli_print (text);
  }
}

/* Kept as drafts, and told which. */
static PsCliStatus
store_drafts (PsCli *cli, const PsSettleYearOptions *options, const char *reason, PsCliFormat format)
{
  const char *const agbs[] = { options->agb, NULL };
  PsLifeJob job = { .step = PS_STEP_STORE,
                    .year = options->year,
                    .through = options->through,
                    .agbs = options->agb != NULL ? agbs : NULL,
                    .reason = reason,
                    .shown_cents = PS_NO_NUMBER };

  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return ps_cli_life_take (cli, &job, format);
}

static PsCliStatus
run_settle (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Which year"), N_("YYYY") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &words.agb, N_("Only the provider with this AGB code"), N_("AGB") },
    { "through", 0, 0, G_OPTION_ARG_STRING, &words.through, N_("Up to and including this day (the last of the year)"),
      N_("YYYY-MM-DD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual), json or csv"), N_("FORMAT") },
    { "store", 0, 0, G_OPTION_ARG_NONE, &words.store, N_("Keep them as drafts, and print which (text or json)"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &words.reason,
      N_("With --store: why it is settled again, of one that is final already"), N_("TEXT") },
    G_OPTION_ENTRY_NULL
  };
  PsSettleYearOptions options;
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_settle, entries, arguments) || !read_options (&words, &options)
      || !ps_cli_parse_format (&ps_cli_settle, words.format, !words.store, &format))
    return PS_CLI_USAGE;
  if ((*arguments)[1] != NULL)
    return ps_cli_misused (&ps_cli_settle, _("It takes no other arguments."));
  if (words.store)
    return store_drafts (cli, &options, words.reason, format);
  options.warnings = format == PS_CLI_TEXT;
  return settle (cli, &options, format);
}

const PsCliCommand ps_cli_settle = { "settle", "",         N_("Settle a year: compute and print; store nothing unless told to"),
                                     TRUE,     run_settle, NULL };
