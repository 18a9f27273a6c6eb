/* ps-explain-tables.c: how deductions were divided over the lines, and what each municipality gets
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-explain-card"

#include "ps-explain-card.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"
#include "core/ps-steps.h"

static char *
count_total (guint n_shown, guint n_rows)
{
  return g_strdup (_("Total"));
}

static PsTable *
finish_table (PsTable *table, GPtrArray *rows)
{
  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_total);
  ps_table_set_rows (table, rows);
  return table;
}

/* The division (domain.md §5) */

enum
{
  DIVISION_GROUP,
  DIVISION_MUNICIPALITY,
  DIVISION_SCOPE,
  DIVISION_BEARS,
  DIVISION_OVER,
  DIVISION_FIRST,
  DIVISION_REST,
  DIVISION_DEDUCTION,
  N_DIVISION_COLUMNS
};

static void
add_divided (GPtrArray *rows, const PsRegion *region, const PsSettlement *settlement, const PsScope *scope,
             const PsDivided *divided)
{
  const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, divided->line);
  PsTableRow *row = ps_table_row_new (N_DIVISION_COLUMNS, divided->line, NULL, NULL);
  g_autofree char *label = ps_scope_label (region, scope);

  ps_table_row_set_text (row, DIVISION_GROUP, ps_region_group (region, line->group)->code);
  ps_table_row_set_text (row, DIVISION_MUNICIPALITY, ps_region_municipality (region, line->municipality)->name);
  ps_table_row_set_text (row, DIVISION_SCOPE, label);
  ps_table_row_set_number (row, DIVISION_BEARS, divided->bears_cents);
  ps_table_row_set_number (row, DIVISION_OVER, divided->over_cents);
  ps_table_row_set_number (row, DIVISION_FIRST, -divided->first_cents);
  ps_table_row_set_number (row, DIVISION_REST, -divided->rest_cents);
  ps_table_row_set_number (row, DIVISION_DEDUCTION, -divided->deduction_cents);
  g_ptr_array_add (rows, row);
}

static GPtrArray *
division_rows (const PsRegion *region, const PsSettlement *settlement)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);
      g_autoptr (GArray) divided = scope->deduction_cents != 0 ? ps_explain_division (settlement, i) : NULL;

      for (guint j = 0; divided != NULL && j < divided->len; j++)
        add_divided (rows, region, settlement, scope, &g_array_index (divided, PsDivided, j));
    }
  return rows;
}

/**
 * ps_explain_division_table_new:
 *
 * Returns: (transfer floating) (nullable): NULL where nothing was deducted
 */
PsTable *
ps_explain_division_table_new (const PsRegion *region, const PsSettlement *settlement)
{
  const PsColumn columns[N_DIVISION_COLUMNS] = {
    [DIVISION_GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, TRUE, 0 },
    [DIVISION_MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 0 },
    [DIVISION_SCOPE] = { "scope", _("Scope"), PS_COLUMN_TEXT, 14, FALSE, FALSE, 0 },
    [DIVISION_BEARS] = { "bears", _("Can bear"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [DIVISION_OVER] = { "over", _("Over its ceiling"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [DIVISION_FIRST] = { "first", _("By what is over"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [DIVISION_REST] = { "rest", _("The rest"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [DIVISION_DEDUCTION] = { "deduction", _("Deduction"), PS_COLUMN_MONEY, 6, TRUE, TRUE, 0 },
  };
  g_autoptr (GPtrArray) rows = division_rows (region, settlement);
  gboolean overrun = settlement->agreement != NULL && settlement->agreement->key == PS_KEY_OVERRUN;
  PsTable *table;

  if (rows->len == 0)
    return NULL;
  table = PS_TABLE (ps_table_new (columns, N_DIVISION_COLUMNS, _("Division of the deduction")));
  ps_table_set_column_visible (table, DIVISION_SCOPE, settlement->scopes->len > 1);
  ps_table_set_column_visible (table, DIVISION_OVER, overrun);
  ps_table_set_column_visible (table, DIVISION_FIRST, overrun);
  ps_table_set_column_visible (table, DIVISION_REST, overrun);
  return finish_table (table, rows);
}

/* Municipalities */

enum
{
  MUNICIPALITY,
  GROSS,
  NORM,
  BANDS,
  PAYABLE,
  PAID,
  BALANCE,
  N_MUNICIPALITY_COLUMNS
};

PsTable *
ps_explain_municipalities_table_new (const PsRegion *region, const PsSettlement *settlement)
{
  const PsColumn columns[N_MUNICIPALITY_COLUMNS] = {
    [MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
    [GROSS] = { "gross", _("Gross"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [NORM] = { "norm", _("Norm duration"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [BANDS] = { "bands", _("Bands"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [PAYABLE] = { "payable", _("Payable"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [PAID] = { "paid", _("Paid"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [BALANCE] = { "balance", _("Balance"), PS_COLUMN_MONEY, 6, TRUE, TRUE, 0 },
  };
  g_autoptr (GArray) sums = ps_explain_municipalities (settlement);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sums->len; i++)
    {
      const PsSettlementLine *sum = &g_array_index (sums, PsSettlementLine, i);
      PsTableRow *row = ps_table_row_new (N_MUNICIPALITY_COLUMNS, i, NULL, NULL);

      ps_table_row_set_text (row, MUNICIPALITY, ps_region_municipality (region, sum->municipality)->name);
      ps_table_row_set_number (row, GROSS, sum->gross_cents);
      ps_table_row_set_number (row, NORM, -sum->norm_deduction_cents);
      ps_table_row_set_number (row, BANDS, -sum->band_deduction_cents);
      ps_table_row_set_number (row, PAYABLE, sum->payable_cents);
      ps_table_row_set_number (row, PAID, sum->paid_cents);
      ps_table_row_set_number (row, BALANCE, sum->balance_cents);
      g_ptr_array_add (rows, row);
    }
  return finish_table (PS_TABLE (ps_table_new (columns, N_MUNICIPALITY_COLUMNS, _("Per municipality"))), rows);
}
