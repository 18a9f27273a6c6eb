/* ps-payments-write.c: the payment list as CSV for programs, and as a spreadsheet for people
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-payments-private.h"

#include <glib/gi18n-lib.h>

#include "ps-csv-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char header[] = BYTE_ORDER_MARK
    "number;state;final_on;final_by;provider;provider_name;municipality;municipality_name;payable_cents;paid_cents;"
    "balance_cents;before_cents;amount_cents\r\n";

static void
append_text (GString *text, const char *value)
{
  ps_csv_text_append (text, value);
  g_string_append_c (text, ';');
}

static void
append_payment (GString *text, const PsPayment *payment)
{
  const gint64 amounts[] = { payment->payable_cents, payment->paid_cents, payment->balance_cents, payment->before_cents };

  g_autofree char *final_on = payment->final_on != PS_DATE_OPEN ? ps_date_to_iso (payment->final_on) : g_strdup ("");

  g_string_append_printf (text, "%" G_GINT64_FORMAT ";%s;%s;", payment->number, ps_settlement_state_code (payment->state),
                          final_on);
  append_text (text, payment->final_by != NULL ? payment->final_by : "");
  append_text (text, payment->agb);
  append_text (text, payment->provider);
  append_text (text, payment->code);
  append_text (text, payment->municipality);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ";", amounts[i]);
  g_string_append_printf (text, "%" G_GINT64_FORMAT "\r\n", payment->amount_cents);
}

/**
 * ps_payments_write_csv: for the program that pays: `;`, CRLF, UTF-8 with a byte order mark, the same names and whole cents whoever asks;
 * no totals, which would be paid too. The stream is not closed.
 *
 * Returns: FALSE with the stream's error
 */
gboolean
ps_payments_write_csv (GPtrArray *payments, GOutputStream *output, GError **error)
{
  g_autoptr (GString) text = g_string_new (header);

  for (guint i = 0; i < payments->len; i++)
    append_payment (text, g_ptr_array_index (payments, i));
  return g_output_stream_write_all (output, text->str, text->len, NULL, NULL, error);
}

/* ---- the book: every payment, and what they come to for each provider and each municipality */

enum
{
  TAB_PAYMENTS,
  TAB_PROVIDERS,
  TAB_MUNICIPALITIES
};

enum
{
  AT_AGB,
  AT_PROVIDER,
  AT_CODE,
  AT_MUNICIPALITY,
  AT_NUMBER,
  AT_STATE,
  AT_FINAL_ON,
  AT_FINAL_BY,
  AT_PAYABLE,
  AT_PAID,
  AT_BALANCE,
  AT_BEFORE,
  AT_AMOUNT
};

/* Balances of a settlement and of its correction do not add up to anything: only amounts do. */
static void
add_amount_columns (PsSheet *sheet)
{
  ps_sheet_add_column (sheet, _("Payable"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Paid"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Balance"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Settled before"), PS_SHEET_MONEY, FALSE);
  ps_sheet_add_column (sheet, _("Amount"), PS_SHEET_MONEY, TRUE);
}

/* The title of a tab says the year. */
static PsSheet *
new_payments_sheet (int year)
{
  g_autofree char *title = g_strdup_printf (_("Payments %d"), year);
  PsSheet *sheet = ps_sheet_new (title);

  ps_sheet_add_column (sheet, _("AGB"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Provider"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Code"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Municipality"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Number"), PS_SHEET_COUNT, FALSE);
  ps_sheet_add_column (sheet, _("State"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Made final"), PS_SHEET_DATE, FALSE);
  ps_sheet_add_column (sheet, _("By"), PS_SHEET_TEXT, FALSE);
  add_amount_columns (sheet);
  return sheet;
}

static void
add_payment (PsSheet *sheet, const PsPayment *payment)
{
  guint row = ps_sheet_get_next_row (sheet);

  ps_sheet_add_text (sheet, payment->agb);
  ps_sheet_add_text (sheet, payment->provider);
  ps_sheet_add_text (sheet, payment->code);
  ps_sheet_add_text (sheet, payment->municipality);
  ps_sheet_add_number (sheet, payment->number);
  ps_sheet_add_text (sheet, ps_settlement_state_label (payment->state));
  ps_sheet_add_number (sheet, payment->final_on);
  ps_sheet_add_text (sheet, payment->final_by);
  ps_sheet_add_number (sheet, payment->payable_cents);
  ps_sheet_add_number (sheet, payment->paid_cents);
  ps_sheet_add_formula (sheet, payment->balance_cents, "=ROUND(%c%u-%c%u,2)", 'A' + AT_PAYABLE, row, 'A' + AT_PAID, row);
  ps_sheet_add_number (sheet, payment->before_cents);
  ps_sheet_add_formula (sheet, payment->amount_cents, "=ROUND(%c%u-%c%u,2)", 'A' + AT_BALANCE, row, 'A' + AT_BEFORE, row);
}

/* What the payments of a provider, or of a municipality, come to. */
typedef struct
{
  const char *code;
  const char *name;
  gint64 amount_cents;
} Summary;

/* A sum that does not fit is left out of the tab, with all others: no total is better than a wrong one. */
static gboolean
add_up (Summary *summary, const PsPayment *payment)
{
  PsOverflow overflow = { FALSE };

  summary->amount_cents = ps_add (summary->amount_cents, payment->amount_cents, &overflow);
  return !overflow.overflowed;
}

static Summary *
find_summary (GArray *summaries, GHashTable *places, const char *code, const char *name)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (places, code, NULL, &place))
    {
      Summary summary = { .code = code, .name = name };

      place = GUINT_TO_POINTER (summaries->len);
      g_array_append_val (summaries, summary);
      g_hash_table_insert (places, (gpointer) code, place);
    }
  return &g_array_index (summaries, Summary, GPOINTER_TO_UINT (place));
}

static int
compare_summaries (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Summary *) a)->code, ((const Summary *) b)->code);
}

/* NULL: a sum does not fit. */
static GArray *
summarise (GPtrArray *payments, gboolean by_provider)
{
  g_autoptr (GArray) summaries = g_array_new (FALSE, FALSE, sizeof (Summary));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < payments->len; i++)
    {
      const PsPayment *payment = g_ptr_array_index (payments, i);
      Summary *summary = find_summary (summaries, places, by_provider ? payment->agb : payment->code,
                                       by_provider ? payment->provider : payment->municipality);

      if (!add_up (summary, payment))
        return NULL;
    }
  g_array_sort (summaries, compare_summaries);
  return g_steal_pointer (&summaries);
}

/* Codes are digits: SUMIF takes them as they are. */
static void
add_summary (PsSheet *sheet, const Summary *summary, const PsSheet *payments, guint key)
{
  g_autofree char *keys = ps_sheet_get_range (payments, key);
  g_autofree char *amounts = ps_sheet_get_range (payments, AT_AMOUNT);
  guint row = ps_sheet_get_next_row (sheet);

  ps_sheet_add_text (sheet, summary->code);
  ps_sheet_add_text (sheet, summary->name);
  ps_sheet_add_formula (sheet, summary->amount_cents, "=ROUND(SUMIF({%d}%s,$A%u,{%d}%s),2)", TAB_PAYMENTS, keys, row,
                        TAB_PAYMENTS, amounts);
}

static PsSheet *
new_summary_sheet (GPtrArray *payments, const PsSheet *sheet_of_payments, gboolean by_provider)
{
  g_autoptr (GArray) summaries = summarise (payments, by_provider);
  PsSheet *sheet = ps_sheet_new (by_provider ? _("Per provider") : _("Per municipality"));

  ps_sheet_add_column (sheet, by_provider ? _("AGB") : _("Code"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, by_provider ? _("Provider") : _("Municipality"), PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, _("Amount"), PS_SHEET_MONEY, TRUE);
  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    add_summary (sheet, &g_array_index (summaries, Summary, i), sheet_of_payments, by_provider ? AT_AGB : AT_CODE);
  return sheet;
}

GPtrArray *
ps_payments_sheets (GPtrArray *payments, int year)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  PsSheet *sheet = new_payments_sheet (year);

  for (guint i = 0; i < payments->len; i++)
    add_payment (sheet, g_ptr_array_index (payments, i));
  g_ptr_array_add (sheets, sheet);
  g_ptr_array_add (sheets, new_summary_sheet (payments, sheet, TRUE));
  g_ptr_array_add (sheets, new_summary_sheet (payments, sheet, FALSE));
  return sheets;
}

/**
 * ps_payments_write_xlsx: a book of the payments, and of what they come to per provider and per municipality.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence
 */
gboolean
ps_payments_write_xlsx (GPtrArray *payments, int year, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = ps_payments_sheets (payments, year);

  return ps_sheets_write (sheets, path, error);
}
