/* ps-settlement-csv.c: settlements as CSV, for spreadsheets
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row for each product group × municipality, with the names that the JSON has; amounts in whole cents, so that no program has
 * to guess what a point or a comma means.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-settlement-json.h"

#include "ps-csv-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char header[] = BYTE_ORDER_MARK
    "year;through;provider;provider_name;product_group;municipality;scope;gross_cents;norm_deduction_cents;net_cents;exempt_"
    "cents;"
    "outside_cents;ceiling_cents;band_deduction_cents;payable_cents;paid_cents;balance_cents;carried_cents;disputed_cents;"
    "lump_sum;produced_cents\r\n";

static void
append_text (GString *text, const char *value)
{
  ps_csv_text_append (text, value);
  g_string_append_c (text, ';');
}

static void
append_amounts (GString *text, const PsSettlementLine *line)
{
  const gint64 before[] = { line->gross_cents, line->norm_deduction_cents, line->net_cents, line->exempt_cents,
                            line->outside_cents };
  const gint64 after[] = { line->band_deduction_cents, line->payable_cents, line->paid_cents,
                           line->balance_cents,        line->carried_cents, line->disputed_cents };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ";", before[i]);
  if (line->agreed)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, line->ceiling_cents);
  g_string_append_c (text, ';');
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ";", after[i]);
  g_string_append_printf (text, "%s;%" G_GINT64_FORMAT "\r\n", line->lump_sum ? "ja" : "nee", line->produced_cents);
}

static void
append_line (GString *text, const PsSettledYear *settled, const PsSettlement *settlement, const PsSettlementLine *line)
{
  const PsProvider *provider = ps_region_provider (settled->region, settlement->provider);
  g_autofree char *through = ps_date_to_iso (settled->through);

  g_string_append_printf (text, "%d;%s;", settled->year, through);
  append_text (text, provider->agb);
  append_text (text, provider->name);
  append_text (text, ps_region_group (settled->region, line->group)->code);
  append_text (text, ps_region_municipality (settled->region, line->municipality)->code);
  append_text (text, line->scope != PS_NONE ? g_array_index (settlement->scopes, PsScope, line->scope).name : "");
  append_amounts (text, line);
}

/**
 * ps_settled_year_write_csv: `;`, CRLF, UTF-8 with a byte order mark; no totals, which a spreadsheet would add up again.
 *
 * Returns: FALSE with the stream's error. The stream is not closed.
 */
gboolean
ps_settled_year_write_csv (const PsSettledYear *settled, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) text = g_string_new (header);

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      for (guint j = 0; j < settlement->lines->len; j++)
        append_line (text, settled, settlement, &g_array_index (settlement->lines, PsSettlementLine, j));
      if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error))
        return FALSE;
      g_string_truncate (text, 0);
    }
  return text->len == 0 || g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error);
}
