/* ps-settlements-rows.c: which rows a kept settlement is
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Made of what the documents are read back as: so verify makes the same again, and sees any that is another (ps-verify-settlements.c).
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include "ps-json-row.h"

static PsRecord *
new_row (GPtrArray *rows, const char *table, gint64 settlement, guint place)
{
  PsRecord *row = ps_record_new (table);

  ps_record_set_number (row, "settlement_id", settlement);
  ps_record_set_number (row, "sequence", place + 1);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_scope (GPtrArray *rows, const PsDossier *frozen, gint64 settlement, guint place)
{
  const PsScope *scope = &g_array_index (frozen->settlement->scopes, PsScope, place);
  PsRecord *row = new_row (rows, "settlement_scope", settlement, place);

  ps_record_set_text (row, "name", scope->name);
  ps_record_set_number (row, "exchange", scope->exchange);
  if (scope->scheme != PS_NONE)
    ps_record_set_text (row, "scheme", ps_region_scheme (frozen->region, scope->scheme)->name);
  ps_record_set_number (row, "ceiling_cents", scope->ceiling_cents);
  ps_record_set_number (row, "net_cents", scope->net_cents);
  ps_record_set_number (row, "bands_deduction_cents", scope->bands_deduction_cents);
  ps_record_set_number (row, "deduction_cents", scope->deduction_cents);
}

static void
add_bands (GPtrArray *rows, const PsDossier *frozen, gint64 settlement, guint place)
{
  const PsScope *scope = &g_array_index (frozen->settlement->scopes, PsScope, place);

  for (guint i = 0; i < scope->bands->len; i++)
    {
      const PsBand *band = &g_array_index (scope->bands, PsBand, i);
      PsRecord *row = new_row (rows, "settlement_band", settlement, i);

      ps_record_set_number (row, "scope_id", -(gint64) place - 1);
      ps_record_set_number (row, "from_bp", band->from_bp);
      ps_record_set_number (row, "paid_bp", band->paid_bp);
      ps_record_set_number (row, "border_cents", band->border_cents);
      ps_record_set_number (row, "amount_cents", band->amount_cents);
      ps_record_set_number (row, "deduction_cents", band->deduction_cents);
    }
}

static void
set_line_figures (PsRecord *row, const PsSettlementLine *line)
{
  ps_record_set_number (row, "gross_cents", line->gross_cents);
  ps_record_set_number (row, "norm_deduction_cents", line->norm_deduction_cents);
  ps_record_set_number (row, "net_cents", line->net_cents);
  ps_record_set_number (row, "exempt_cents", line->exempt_cents);
  ps_record_set_number (row, "outside_cents", line->outside_cents);
  ps_record_set_number (row, "ceiling_cents", line->agreed ? line->ceiling_cents : PS_NO_NUMBER);
  ps_record_set_number (row, "band_deduction_cents", line->band_deduction_cents);
  ps_record_set_number (row, "payable_cents", line->payable_cents);
  ps_record_set_number (row, "paid_cents", line->paid_cents);
  ps_record_set_number (row, "balance_cents", line->balance_cents);
  ps_record_set_number (row, "carried_cents", line->carried_cents);
  ps_record_set_number (row, "disputed_cents", line->disputed_cents);
  ps_record_set_number (row, "produced_cents", line->produced_cents);
}

static void
add_line (GPtrArray *rows, const PsDossier *frozen, gint64 settlement, guint place)
{
  const PsSettlementLine *line = &g_array_index (frozen->settlement->lines, PsSettlementLine, place);
  PsRecord *row = new_row (rows, "settlement_line", settlement, place);

  ps_record_set_text (row, "group_code", ps_region_group (frozen->region, line->group)->code);
  ps_record_set_text (row, "municipality_code", ps_region_municipality (frozen->region, line->municipality)->code);
  if (line->scope != PS_NONE)
    ps_record_set_number (row, "scope_id", -(gint64) line->scope - 1);
  ps_record_set_number (row, "lump_sum", line->lump_sum ? 1 : 0);
  set_line_figures (row, line);
}

static void
append_code (GString *json, const char *name, const char *code)
{
  if (code == NULL)
    return;
  if (json->len > 1)
    g_string_append_c (json, ',');
  ps_json_append_text (json, name);
  g_string_append_c (json, ':');
  ps_json_append_text (json, code);
}

/* In codes, not in words: it reads the same in any language. */
static char *
signal_to_json (const PsRegion *region, const PsSignal *signal)
{
  GString *json = g_string_new ("{");
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, signal->count);

  append_code (json, "group", signal->group != PS_NONE ? ps_region_group (region, signal->group)->code : NULL);
  append_code (json, "municipality",
               signal->municipality != PS_NONE ? ps_region_municipality (region, signal->municipality)->code : NULL);
  append_code (json, "product", signal->product != PS_NONE ? ps_region_product (region, signal->product)->code : NULL);
  append_code (json, "count", count);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static void
add_signal (GPtrArray *rows, const PsDossier *frozen, gint64 settlement, guint place)
{
  const PsSignal *signal = &g_array_index (frozen->settlement->signals, PsSignal, place);
  PsRecord *row = new_row (rows, "settlement_signal", settlement, place);
  g_autofree char *what = signal_to_json (frozen->region, signal);

  ps_record_set_text (row, "kind", ps_signal_code (signal->kind));
  ps_record_set_text (row, "what", what);
}

GPtrArray *
ps_settlement_rows_make (const PsDossier *frozen, gint64 settlement)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);
  const PsSettlement *settled = frozen->settlement;

  for (guint i = 0; i < settled->scopes->len; i++)
    add_scope (rows, frozen, settlement, i);
  for (guint i = 0; i < settled->scopes->len; i++)
    add_bands (rows, frozen, settlement, i);
  for (guint i = 0; i < settled->lines->len; i++)
    add_line (rows, frozen, settlement, i);
  for (guint i = 0; i < settled->signals->len; i++)
    add_signal (rows, frozen, settlement, i);
  return rows;
}

void
ps_settlement_rows_fill (PsRecord *settlement, const PsDossier *frozen)
{
  const PsSettlement *settled = frozen->settlement;
  const PsSettlementLine *totals = &settled->totals;

  ps_record_set_number (settlement, "year", settled->year);
  ps_record_set_date (settlement, "through", settled->through);
  ps_record_set_number (settlement, "version_number",
                        frozen->facts.version_number != 0 ? frozen->facts.version_number : PS_NO_NUMBER);
  ps_record_set_number (settlement, "gross_cents", totals->gross_cents);
  ps_record_set_number (settlement, "payable_cents", totals->payable_cents);
  ps_record_set_number (settlement, "paid_cents", totals->paid_cents);
  ps_record_set_number (settlement, "carried_cents", totals->carried_cents);
  ps_record_set_number (settlement, "disputed_cents", totals->disputed_cents);
  ps_record_set_number (settlement, "balance_cents", totals->balance_cents);
  ps_record_set_number (settlement, "n_lines", frozen->production->lines->len);
  ps_record_set_number (settlement, "n_care", frozen->production->care->len);
  ps_record_set_text (settlement, "program_version", frozen->facts.program_version);
}
