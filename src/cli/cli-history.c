/* cli-history.c: who changed what, when, from what to what
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-history-write.h"

#define PAGE_SIZE 500 /* records in memory at a time */
#define PIECE_SIZE (64 * 1024)

typedef struct
{
  char *since;
  char *thing;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->since);
  g_free (words->thing);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* The first moment of a day, where the user is. */
static gint64
moment_of_day (PsDate day)
{
  int year, month, date;
  g_autoptr (GDateTime) start = NULL;

  ps_date_to_ymd (day, &year, &month, &date);
  start = g_date_time_new_local (year, month, date, 0, 0, 0);
  return g_date_time_to_unix (start) * G_USEC_PER_SEC;
}

static gboolean
read_since (const char *word, gint64 *since)
{
  g_autofree char *sentence = NULL;
  PsDate day;

  *since = 0;
  if (word == NULL)
    return TRUE;
  if (ps_date_parse (word, &day))
    {
      *since = moment_of_day (day);
      return TRUE;
    }
  sentence = g_strdup_printf (_("“%s” is not a day: write --since as YYYY-MM-DD."), word);
  ps_cli_misused (&ps_cli_history, sentence);
  return FALSE;
}

/* People get all of it at once, in the encoding of their locale; programs in pieces. */
static gboolean
flush (PsCliHistory *history, GOutputStream *output, gsize most, GError **error)
{
  if (history->format == PS_CLI_TEXT || history->text->len <= most)
    return TRUE;
  if (!g_output_stream_write_all (output, history->text->str, history->text->len, NULL, NULL, error))
    return FALSE;
  g_string_truncate (history->text, 0);
  return TRUE;
}

static gboolean
add_page (PsCli *cli, PsStore *store, const GPtrArray *page, PsCliHistory *history, GOutputStream *output, GError **error)
{
  for (guint i = 0; i < page->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (page, i);
      g_autoptr (GPtrArray) rows = ps_history_rows (store, record->id, 0, error);

      if (rows == NULL || g_cancellable_set_error_if_cancelled (cli->cancellable, error))
        return FALSE;
      ps_cli_history_add (history, record, rows);
      if (!flush (history, output, PIECE_SIZE, error))
        return FALSE;
    }
  return TRUE;
}

/* Newest first, a page at a time: what is added meanwhile is newer than all of it. */
static gboolean
add_all (PsCli *cli, PsStore *store, PsHistoryQuery *query, PsCliHistory *history, GOutputStream *output, GError **error)
{
  guint n = PAGE_SIZE;

  query->limit = PAGE_SIZE;
  while (n == PAGE_SIZE)
    {
      g_autoptr (GPtrArray) page = ps_history_load (store, query, error);

      if (page == NULL || !add_page (cli, store, page, history, output, error))
        return FALSE;
      n = page->len;
      if (n > 0)
        query->before = ((const PsHistoryRecord *) g_ptr_array_index (page, n - 1))->id;
    }
  return TRUE;
}

static PsCliStatus
print_history (PsCli *cli, PsStore *store, PsHistoryQuery *query, PsCliFormat format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autoptr (GError) error = NULL;
  PsCliHistory history;

  ps_cli_history_begin (&history, format, text);
  if (!add_all (cli, store, query, &history, output, &error))
    return error->domain == PS_STORE_ERROR || error->code == G_IO_ERROR_CANCELLED ? ps_cli_fail (error) : ps_cli_written (error);
  ps_cli_history_end (&history);
  if (format == PS_CLI_TEXT)
    return ps_cli_print (text->str);
  if (flush (&history, output, 0, &error))
    g_output_stream_close (output, NULL, &error);
  return ps_cli_written (error);
}

static PsCliStatus
run_history (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &words.since, N_("Only from this day on"), N_("YYYY-MM-DD") },
    { "thing", 0, 0, G_OPTION_ARG_STRING, &words.thing,
      N_("Only of this: provider:41410001, tariff:45L11, agreement:41410001:2024 …"), N_("THING") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual), json or csv"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (PsStore) store = NULL;
  PsHistoryQuery query = { 0 };
  PsCliFormat format;
  PsCliStatus status;

  if (!ps_cli_parse (cli, &ps_cli_history, entries, arguments) || !read_since (words.since, &query.since)
      || !ps_cli_parse_format (&ps_cli_history, words.format, TRUE, &format))
    return PS_CLI_USAGE;
  if ((*arguments)[1] != NULL)
    return ps_cli_misused (&ps_cli_history, _("It takes no other arguments."));
  query.thing = words.thing;
  store = ps_cli_open (cli, PS_STORE_READ, &status);
  if (store == NULL)
    return status;
  /* Programs get the same words and digits whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return print_history (cli, store, &query, format);
}

const PsCliCommand ps_cli_history = { "history", "",          N_("Show what was changed: who, when, from what to what"),
                                      TRUE,      run_history, NULL };
