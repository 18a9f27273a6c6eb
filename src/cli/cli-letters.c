/* cli-letters.c: the register of bandwidth letters, and what they wait for
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-common.h"
#include "cli-table.h"
#include "core/ps-format.h"
#include "exchange/ps-bandwidth-files.h"

#define NOT_NAMED G_MININT

typedef struct
{
  int year; /* NOT_NAMED: every one */
  char *agb;
  gboolean due;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->agb);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* ---- what is due */

static PsLetterWaits
waits_of (const PsLetter *letter, PsDate *by)
{
  PsLetterFacts facts;

  *by = PS_DATE_OPEN;
  ps_letter_facts (letter, &facts);
  return ps_letter_waits (&facts, by);
}

static gboolean
is_overdue (const PsLetter *letter, PsDate today)
{
  PsLetterFacts facts;

  ps_letter_facts (letter, &facts);
  return ps_letter_is_overdue (&facts, today);
}

/* Overdue ones first; then by the day, those without one last. */
static int
compare_due (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PsLetter *x = *(const PsLetter *const *) a, *y = *(const PsLetter *const *) b;
  PsDate today = *(const PsDate *) user_data, x_by, y_by;
  int order = is_overdue (y, today) - is_overdue (x, today);

  waits_of (x, &x_by);
  waits_of (y, &y_by);
  return order != 0 ? order : (x_by > y_by) - (x_by < y_by);
}

static void
keep_due (GPtrArray *letters, PsDate today)
{
  for (guint i = letters->len; i > 0; i--)
    {
      PsDate by;

      if (waits_of (g_ptr_array_index (letters, i - 1), &by) == PS_LETTER_WAITS_NOT)
        g_ptr_array_remove_index (letters, i - 1);
    }
  g_ptr_array_sort_with_data (letters, compare_due, &today);
}

/* ---- text */

static void
add_columns (PsCliTable *table)
{
  ps_cli_table_add_column (table, _("Number"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("AGB"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Provider"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Peildatum"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Kind"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("State"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Sent"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Above or below the ceiling"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Waits for"), PS_CLI_LEFT);
}

static void
add_letter (PsCliTable *table, const PsLetter *letter, PsDate today)
{
  PsLetterFacts facts;

  ps_letter_facts (letter, &facts);
  ps_cli_table_add_cell (table, letter->number_text);
  ps_cli_table_add_cell (table, letter->agb);
  ps_cli_table_add_cell (table, letter->provider);
  ps_cli_table_take_cell (table, ps_format_date (letter->peildatum));
  ps_cli_table_add_cell (table, ps_letter_kind_label (letter->kind));
  ps_cli_table_add_cell (table, ps_letter_state_label (letter->state));
  ps_cli_table_take_cell (table, ps_format_date (letter->sent_on));
  ps_cli_table_take_cell (table, ps_format_amount (letter->deviation_cents));
  ps_cli_table_take_cell (table, ps_letter_waits_text (&facts, today));
}

static PsCliStatus
print_text (GPtrArray *letters, const Words *words, PsDate today)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (letters->len == 0)
    return ps_cli_print (words->due ? _("No letter waits for anything.\n") : _("There is no letter.\n"));
  add_columns (table);
  for (guint i = 0; i < letters->len; i++)
    add_letter (table, g_ptr_array_index (letters, i), today);
  ps_cli_table_write (table, text, 0);
  return ps_cli_print (text->str);
}

/* ---- */

static PsCliStatus
print (GPtrArray *letters, const Words *words, PsCliFormat format, PsDate today)
{
  g_autofree char *answer = NULL;

  if (words->due)
    keep_due (letters, today);
  if (format == PS_CLI_TEXT)
    return print_text (letters, words, today);
  answer = format == PS_CLI_JSON ? ps_letters_to_json (letters) : ps_letters_to_csv (letters);
  return ps_cli_print_answer (answer, format);
}

/* One that does not exist is not one without letters. */
static gboolean
check_provider (PsStore *store, const char *agb, GError **error)
{
  g_autoptr (PsRegion) region = agb != NULL ? ps_store_load_region (store, error) : NULL;

  if (agb == NULL)
    return TRUE;
  if (region == NULL)
    return FALSE;
  if (ps_region_find_provider (region, agb) != PS_NONE)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no provider with AGB code “%s” in this region."), agb);
  return FALSE;
}

static PsCliStatus
show (PsCli *cli, const Words *words, PsCliFormat format)
{
  PsLetterQuery query = { .year = words->year != NOT_NAMED ? words->year : 0, .agb = words->agb };
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  if (!check_provider (store, words->agb, &error))
    return ps_cli_fail (error);
  letters = ps_letters_list (store, &query, &error);
  return letters != NULL ? print (letters, words, format, ps_cli_today ()) : ps_cli_fail (error);
}

static PsCliStatus
run_letters (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { .year = NOT_NAMED };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Only about this year"), N_("YYYY") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &words.agb, N_("Only to the provider with this AGB code"), N_("AGB") },
    { "due", 0, 0, G_OPTION_ARG_NONE, &words.due, N_("Only what waits for something, what is overdue first"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual), json or csv"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_letters, entries, arguments)
      || (words.year != NOT_NAMED && !ps_cli_parse_year (&ps_cli_letters, words.year))
      || !ps_cli_parse_format (&ps_cli_letters, words.format, TRUE, &format)
      || !ps_cli_expect_no_more (&ps_cli_letters, *arguments + 1))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, &words, format);
}

const PsCliCommand ps_cli_letters = { "letters", "",          N_("List the bandwidth letters, and what they wait for"),
                                      TRUE,      run_letters, NULL };
