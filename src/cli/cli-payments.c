/* cli-payments.c: what each provider gets or gives back, municipality by municipality
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-table.h"
#include "cli-common.h"
#include "core/ps-format.h"
#include "exchange/ps-file-output.h"
#include "exchange/ps-json-text.h"
#include "exchange/ps-payments.h"

typedef struct
{
  int year;
  gboolean proposed;
  char *since;
  char *path;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->since);
  g_free (words->path);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* What does not fit is not shown rather than wrong. */
static gint64
total_of (GPtrArray *payments)
{
  PsOverflow overflow = { FALSE };
  gint64 total = 0;

  for (guint i = 0; i < payments->len; i++)
    total = ps_add (total, ((const PsPayment *) g_ptr_array_index (payments, i))->amount_cents, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : total;
}

/* ---- text */

static void
add_columns (PsCliTable *table)
{
  ps_cli_table_add_column (table, _("AGB"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Provider"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Municipality"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Number"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Made final"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("By"), PS_CLI_LEFT);
  ps_cli_table_add_column (table, _("Balance"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Settled before"), PS_CLI_RIGHT);
  ps_cli_table_add_column (table, _("Amount"), PS_CLI_RIGHT);
}

static void
add_payment (PsCliTable *table, const PsPayment *payment)
{
  ps_cli_table_add_cell (table, payment->agb);
  ps_cli_table_add_cell (table, payment->provider);
  ps_cli_table_take_cell (table, g_strdup_printf ("%s %s", payment->code, payment->municipality));
  ps_cli_table_take_cell (table, ps_cli_number (payment->number));
  ps_cli_table_take_cell (table, payment->final_on != PS_DATE_OPEN ? ps_format_date (payment->final_on) : g_strdup (""));
  ps_cli_table_add_cell (table, payment->final_by != NULL ? payment->final_by : "");
  ps_cli_table_take_cell (table, ps_format_amount (payment->balance_cents));
  ps_cli_table_take_cell (table, ps_format_amount (payment->before_cents));
  ps_cli_table_take_cell (table, ps_format_amount (payment->amount_cents));
}

static PsCliStatus
print_text (GPtrArray *payments)
{
  g_autoptr (PsCliTable) table = ps_cli_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (payments->len == 0)
    return ps_cli_print (_("There is nothing to pay or to reclaim.\n"));
  add_columns (table);
  for (guint i = 0; i < payments->len; i++)
    add_payment (table, g_ptr_array_index (payments, i));
  ps_cli_table_add_rule (table);
  ps_cli_table_add_cell (table, _("Total"));
  for (guint i = 0; i < 7; i++)
    ps_cli_table_add_cell (table, "");
  ps_cli_table_take_cell (table, ps_format_amount (total_of (payments)));
  ps_cli_table_write (table, text, 0);
  return ps_cli_print (text->str);
}

/* ---- data */

static void
add_final_json (PsJsonText *json, const PsPayment *payment)
{
  g_autofree char *final_on = payment->final_on != PS_DATE_OPEN ? ps_date_to_iso (payment->final_on) : NULL;

  if (final_on != NULL)
    ps_json_text_string (json, "final_on", final_on);
  else
    ps_json_text_null (json, "final_on");
  if (payment->final_by != NULL)
    ps_json_text_string (json, "final_by", payment->final_by);
  else
    ps_json_text_null (json, "final_by");
}

static void
add_payment_json (PsJsonText *json, const PsPayment *payment)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_number (json, "number", payment->number);
  ps_json_text_string (json, "state", ps_settlement_state_code (payment->state));
  add_final_json (json, payment);
  ps_json_text_string (json, "provider", payment->agb);
  ps_json_text_string (json, "provider_name", payment->provider);
  ps_json_text_string (json, "municipality", payment->code);
  ps_json_text_string (json, "municipality_name", payment->municipality);
  ps_json_text_number (json, "payable_cents", payment->payable_cents);
  ps_json_text_number (json, "paid_cents", payment->paid_cents);
  ps_json_text_number (json, "balance_cents", payment->balance_cents);
  ps_json_text_number (json, "before_cents", payment->before_cents);
  ps_json_text_number (json, "amount_cents", payment->amount_cents);
  ps_json_text_end (json, '}');
}

static PsCliStatus
print_json (GPtrArray *payments, const Words *words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };
  gint64 total = total_of (payments);

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", words->year);
  ps_json_text_string (&json, "state", ps_settlement_state_code (words->proposed ? PS_SETTLEMENT_PROPOSED : PS_SETTLEMENT_FINAL));
  ps_json_text_begin (&json, "payments", '[');
  for (guint i = 0; i < payments->len; i++)
    add_payment_json (&json, g_ptr_array_index (payments, i));
  ps_json_text_end (&json, ']');
  if (total != PS_NO_NUMBER)
    ps_json_text_number (&json, "amount_cents", total);
  else
    ps_json_text_null (&json, "amount_cents");
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return ps_cli_print_data (text);
}

static PsCliStatus
print_csv (GPtrArray *payments)
{
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autoptr (GError) error = NULL;

  if (ps_payments_write_csv (payments, output, &error))
    g_output_stream_close (output, NULL, &error);
  return ps_cli_written (error);
}

/* ---- files */

static gboolean
is_sheet (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx");
}

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

static PsCliStatus
write_file (GPtrArray *payments, const Words *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *count = ps_format_count (payments->len);
  g_autofree char *text = NULL;
  gboolean written = is_sheet (words->path)
                         ? ps_payments_write_xlsx (payments, words->year, words->path, &error)
                         : ps_file_output_write (words->path, (PsFileOutputFunc) ps_payments_write_csv, payments, &error);

  if (!written)
    return ps_cli_fail (error);
  text = g_strdup_printf (ngettext ("Wrote %s payment to “%s”.\n", "Wrote %s payments to “%s”.\n", payments->len), count,
                          words->path);
  return ps_cli_print (text);
}

/* ---- the command */

static PsCliStatus
show (PsCli *cli, const Words *words, PsDate since, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  payments = ps_payments_list (store, words->year, words->proposed, since, &error);
  if (payments == NULL)
    return ps_cli_fail (error);
  if (words->path != NULL)
    return write_file (payments, words);
  if (format == PS_CLI_TEXT)
    return print_text (payments);
  return format == PS_CLI_JSON ? print_json (payments, words) : print_csv (payments);
}

/* The sentence of what is wrong with it; NULL: nothing. */
static char *
read_since (const Words *words, PsDate *since)
{
  *since = PS_DATE_MIN;
  if (words->since == NULL)
    return NULL;
  if (!ps_date_parse (words->since, since))
    return g_strdup_printf (_("“%s” is not a day: write --since as YYYY-MM-DD."), words->since);
  if (words->proposed)
    return g_strdup (_("What is proposed is not final since any day: leave --since out."));
  return NULL;
}

static PsCliStatus
run_payments (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Which year"), N_("YYYY") },
    { "proposed", 0, 0, G_OPTION_ARG_NONE, &words.proposed, N_("Of what is proposed, instead of what is final"), NULL },
    { "since", 0, 0, G_OPTION_ARG_STRING, &words.since, N_("Only of what was made final on this day or later"),
      N_("YYYY-MM-DD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual), json or csv"), N_("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.path, N_("Write to this file, by its ending: .xlsx or .csv"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *wrong = NULL;
  PsCliFormat format;
  PsDate since;

  if (!ps_cli_parse (cli, &ps_cli_payments, entries, arguments) || !ps_cli_parse_year (&ps_cli_payments, words.year)
      || !ps_cli_parse_format (&ps_cli_payments, words.format, TRUE, &format)
      || !ps_cli_expect_no_more (&ps_cli_payments, *arguments + 1))
    return PS_CLI_USAGE;
  wrong = read_since (&words, &since);
  if (wrong != NULL)
    return ps_cli_misused (&ps_cli_payments, wrong);
  if (words.path != NULL && words.format != NULL)
    return ps_cli_misused (&ps_cli_payments, _("A file's ending says its format: leave --format out."));
  if (words.path != NULL && !is_sheet (words.path) && !is_csv (words.path))
    return ps_cli_misused (&ps_cli_payments, _("Say with --output to which file: its name ends with .xlsx or .csv."));
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, &words, since, format);
}

const PsCliCommand ps_cli_payments = {
  "payments", "", N_("List what is paid out and reclaimed, by provider and municipality"), TRUE, run_payments, NULL
};
