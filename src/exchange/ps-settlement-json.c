/* ps-settlement-json.c: settlements as JSON, for other programs
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Field names and their order are a contract (files-and-cli.md): add, never change. Provider by provider, so that a nation's
 * settlements never stand in memory twice.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-settlement-json.h"

#include "ps-json-text.h"

static void
add_band (PsJsonText *json, const PsBand *band)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_number (json, "from_bp", band->from_bp);
  ps_json_text_number (json, "paid_bp", band->paid_bp);
  ps_json_text_number (json, "amount_cents", band->amount_cents);
  ps_json_text_number (json, "deduction_cents", band->deduction_cents);
  ps_json_text_number (json, "border_cents", band->border_cents);
  ps_json_text_end (json, '}');
}

static void
add_scope (PsJsonText *json, const PsRegion *region, const PsScope *scope)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "scope", scope->name);
  ps_json_text_number (json, "ceiling_cents", scope->ceiling_cents);
  ps_json_text_number (json, "net_cents", scope->net_cents);
  ps_json_text_number (json, "deduction_cents", scope->deduction_cents);
  ps_json_text_begin (json, "bands", '[');
  for (guint i = 0; i < scope->bands->len; i++)
    add_band (json, &g_array_index (scope->bands, PsBand, i));
  ps_json_text_end (json, ']');
  ps_json_text_number (json, "bands_deduction_cents", scope->bands_deduction_cents);
  if (scope->scheme != PS_NONE)
    ps_json_text_string (json, "scheme", ps_region_scheme (region, scope->scheme)->name);
  else
    ps_json_text_null (json, "scheme");
  ps_json_text_end (json, '}');
}

/* The columns that a line and the totals share. */
static void
add_columns (PsJsonText *json, const PsSettlementLine *line, gboolean agreed)
{
  ps_json_text_number (json, "gross_cents", line->gross_cents);
  ps_json_text_number (json, "norm_deduction_cents", line->norm_deduction_cents);
  ps_json_text_number (json, "net_cents", line->net_cents);
  ps_json_text_number (json, "exempt_cents", line->exempt_cents);
  ps_json_text_number (json, "outside_cents", line->outside_cents);
  if (agreed)
    ps_json_text_number (json, "ceiling_cents", line->ceiling_cents);
  else
    ps_json_text_null (json, "ceiling_cents");
  ps_json_text_number (json, "band_deduction_cents", line->band_deduction_cents);
  ps_json_text_number (json, "payable_cents", line->payable_cents);
  ps_json_text_number (json, "paid_cents", line->paid_cents);
  ps_json_text_number (json, "balance_cents", line->balance_cents);
  ps_json_text_number (json, "carried_cents", line->carried_cents);
  ps_json_text_number (json, "disputed_cents", line->disputed_cents);
}

static void
add_line (PsJsonText *json, const PsRegion *region, const PsSettlementLine *line)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "product_group", ps_region_group (region, line->group)->code);
  ps_json_text_string (json, "municipality", ps_region_municipality (region, line->municipality)->code);
  add_columns (json, line, line->agreed);
  if (line->lump_sum)
    {
      ps_json_text_boolean (json, "lump_sum", TRUE);
      ps_json_text_number (json, "produced_cents", line->produced_cents);
    }
  ps_json_text_end (json, '}');
}

static void
add_signal (PsJsonText *json, const PsRegion *region, const PsSignal *found)
{
  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "signal", ps_signal_code (found->kind));
  if (found->group != PS_NONE)
    ps_json_text_string (json, "product_group", ps_region_group (region, found->group)->code);
  if (found->municipality != PS_NONE)
    ps_json_text_string (json, "municipality", ps_region_municipality (region, found->municipality)->code);
  if (found->product != PS_NONE)
    ps_json_text_string (json, "product", ps_region_product (region, found->product)->code);
  ps_json_text_number (json, "count", found->count);
  ps_json_text_end (json, '}');
}

/* By kind and place, of which there is one each: they were found in the order of the messages, which is not the region's. */
static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const PsSignal *x = a, *y = b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->municipality != y->municipality)
    return x->municipality < y->municipality ? -1 : 1;
  return x->product < y->product ? -1 : x->product > y->product;
}

static void
add_signals (PsJsonText *json, const PsRegion *region, const GArray *signals)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) signals);

  g_array_sort (sorted, compare_signals);
  ps_json_text_begin (json, "signals", '[');
  for (guint i = 0; i < sorted->len; i++)
    add_signal (json, region, &g_array_index (sorted, PsSignal, i));
  ps_json_text_end (json, ']');
}

static void
add_settlement (PsJsonText *json, const PsRegion *region, const PsSettlement *settlement)
{
  const PsProvider *provider = ps_region_provider (region, settlement->provider);

  ps_json_text_begin (json, NULL, '{');
  ps_json_text_string (json, "provider", provider->agb);
  ps_json_text_begin (json, "scopes", '[');
  for (guint i = 0; i < settlement->scopes->len; i++)
    add_scope (json, region, &g_array_index (settlement->scopes, PsScope, i));
  ps_json_text_end (json, ']');
  ps_json_text_begin (json, "lines", '[');
  for (guint i = 0; i < settlement->lines->len; i++)
    add_line (json, region, &g_array_index (settlement->lines, PsSettlementLine, i));
  ps_json_text_end (json, ']');
  ps_json_text_begin (json, "totals", '{');
  add_columns (json, &settlement->totals, TRUE);
  ps_json_text_end (json, '}');
  ps_json_text_string (json, "provider_name", provider->name);
  add_signals (json, region, settlement->signals);
  ps_json_text_end (json, '}');
}

static gboolean
flush (GOutputStream *stream, GString *text, GError **error)
{
  gboolean written = g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error);

  g_string_truncate (text, 0);
  return written;
}

/**
 * ps_settled_year_write_json: as files-and-cli.md shows it; amounts in cents.
 *
 * Returns: FALSE with the stream's error. The stream is not closed.
 */
gboolean
ps_settled_year_write_json (const PsSettledYear *settled, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *through = ps_date_to_iso (settled->through);
  PsJsonText json = { .text = text, .first = TRUE };

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "year", settled->year);
  ps_json_text_string (&json, "through", through);
  ps_json_text_begin (&json, "settlements", '[');
  for (guint i = 0; i < settled->settlements->len; i++)
    {
      add_settlement (&json, settled->region, g_ptr_array_index (settled->settlements, i));
      if (!flush (stream, text, error))
        return FALSE;
    }
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_string_append_c (text, '\n');
  return flush (stream, text, error);
}
