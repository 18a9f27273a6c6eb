/* cli-life.c: proposing settlements, making them final, withdrawing them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Who does it is who is logged in (domain.md §6: who makes one final is not who proposed it).
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-life.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

typedef struct
{
  int year;
  char *agb;
  char *reason;
  char *answer;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->agb);
  g_free (words->reason);
  g_free (words->answer);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

#define FORMAT_ENTRY(word)                                                                                                       \
  {                                                                                                                              \
    "format", 0, 0, G_OPTION_ARG_STRING, word, N_("text (the usual) or json"), N_("FORMAT")                                    \
  }

static gboolean
read_format (const PsCliCommand *command, const Words *words, PsCliFormat *format)
{
  if (!ps_cli_parse_format (command, words->format, FALSE, format))
    return FALSE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (*format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return TRUE;
}

/* ---- those of a year */

static PsCliStatus
take_year (PsCli *cli, PsLifeStep step, const Words *words, PsCliFormat format)
{
  const char *const agbs[] = { words->agb, NULL };
  PsLifeJob job = { .step = step,
                    .year = words->year,
                    .through = PS_DATE_OPEN,
                    .agbs = words->agb != NULL ? agbs : NULL,
                    .reason = words->reason,
                    .answer = words->answer,
                    .shown_cents = PS_NO_NUMBER };

  return ps_cli_life_take (cli, &job, format);
}

/* ---- one, by its number */

static PsCliStatus
refuse (const char *sentence)
{
  ps_cli_complain (sentence);
  return PS_CLI_REFUSED;
}

/* The step is asked of the settlement with that number, and not of another one that its provider may have by now. */
static PsCliStatus
take_stored (PsCli *cli, PsLifeStep step, const PsStored *stored, const Words *words, PsCliFormat format)
{
  const char *const agbs[] = { stored->agb, NULL };
  PsLifeFacts facts = { stored->state, stored->through, stored->year, stored->proposed_by };
  PsLifeJob job = { .step = step,
                    .year = stored->year,
                    .through = stored->through,
                    .agbs = agbs,
                    .reason = words->reason,
                    .answer = words->answer,
                    .settlement = stored->id,
                    .shown_cents = stored->balance_cents };
  g_autofree char *why = NULL;

  return ps_life_allows (&facts, step, g_get_user_name (), &why) ? ps_cli_life_take (cli, &job, format) : refuse (why);
}

static PsCliStatus
take_one (PsCli *cli, PsLifeStep step, gint64 id, const Words *words, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStored) stored = NULL;
  PsStore *store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  stored = ps_settlements_find (store, id, &error);
  ps_store_close (store);
  return stored != NULL ? take_stored (cli, step, stored, words, format) : ps_cli_fail (error);
}

/* ---- propose */

static PsCliStatus
run_propose (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = { { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Which year"), N_("YYYY") },
                                   { "provider", 0, 0, G_OPTION_ARG_STRING, &words.agb,
                                     N_("Only the provider with this AGB code"), N_("AGB") },
                                   { "reason", 0, 0, G_OPTION_ARG_STRING, &words.reason,
                                     N_("Why it is settled again, of one that is final already"), N_("TEXT") },
                                   FORMAT_ENTRY (&words.format),
                                   G_OPTION_ENTRY_NULL };
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_propose, entries, arguments) || !ps_cli_parse_year (&ps_cli_propose, words.year)
      || !ps_cli_expect_no_more (&ps_cli_propose, *arguments + 1) || !read_format (&ps_cli_propose, &words, &format))
    return PS_CLI_USAGE;
  return take_year (cli, PS_STEP_PROPOSE, &words, format);
}

/* ---- final */

static PsCliStatus
run_final (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("All that are proposed of this year, instead of one"), N_("YYYY") },
    { "answer", 0, 0, G_OPTION_ARG_STRING, &words.answer, N_("The answer to what has to be answered before"), N_("TEXT") },
    FORMAT_ENTRY (&words.format),
    G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;
  gint64 id;

  if (!ps_cli_parse (cli, &ps_cli_final, entries, arguments) || !read_format (&ps_cli_final, &words, &format))
    return PS_CLI_USAGE;
  if ((*arguments)[1] == NULL && words.year != 0)
    return ps_cli_parse_year (&ps_cli_final, words.year) ? take_year (cli, PS_STEP_MAKE_FINAL, &words, format) : PS_CLI_USAGE;
  if (words.year != 0)
    return ps_cli_misused (&ps_cli_final, _("Name one settlement, or a year with --year, and not both."));
  if (!ps_cli_parse_id (&ps_cli_final, (*arguments)[1], &id) || !ps_cli_expect_no_more (&ps_cli_final, *arguments + 2))
    return PS_CLI_USAGE;
  return take_one (cli, PS_STEP_MAKE_FINAL, id, &words, format);
}

/* ---- withdraw */

static PsCliStatus
run_withdraw (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &words.reason, N_("Why"), N_("TEXT") },
                                   FORMAT_ENTRY (&words.format),
                                   G_OPTION_ENTRY_NULL };
  PsCliFormat format;
  gint64 id;

  if (!ps_cli_parse (cli, &ps_cli_withdraw, entries, arguments) || !read_format (&ps_cli_withdraw, &words, &format)
      || !ps_cli_parse_id (&ps_cli_withdraw, (*arguments)[1], &id) || !ps_cli_expect_no_more (&ps_cli_withdraw, *arguments + 2))
    return PS_CLI_USAGE;
  if (words.reason == NULL || *words.reason == '\0')
    return ps_cli_misused (&ps_cli_withdraw, _("Say with --reason why."));
  return take_one (cli, PS_STEP_WITHDRAW, id, &words, format);
}

const PsCliCommand ps_cli_propose = {
  "propose", "", N_("Settle a year with today's figures, and propose it to be made final"), TRUE, run_propose, NULL
};
const PsCliCommand ps_cli_final = { "final", N_("[SETTLEMENT]"), N_("Make final what somebody else proposed"),
                                    TRUE,    run_final,           NULL };
const PsCliCommand ps_cli_withdraw = { "withdraw", N_("SETTLEMENT"), N_("Withdraw a draft or a proposal"),
                                       TRUE,       run_withdraw,      NULL };
