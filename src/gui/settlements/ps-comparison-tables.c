/* ps-comparison-tables.c: what differs between two settlements of a provider's year, line by line, and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-comparison-tables"

#include "ps-comparison-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-steps.h"

static const char *
municipality_name (const PsRegion *region, const char *code)
{
  guint place = region != NULL && code != NULL ? ps_region_find_municipality (region, code) : PS_NONE;

  return place != PS_NONE ? ps_region_municipality (region, place)->name : code;
}

/* Amounts were added up by the settlement already: their difference fits, or is left out. */
static void
set_difference (PsTableRow *row, guint column, gint64 old_cents, gint64 new_cents)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (new_cents, old_cents, &overflow);

  ps_table_row_set_number (row, column, overflow.overflowed ? PS_NO_NUMBER : difference);
}

static char *
count_total (guint n_shown, guint n_rows)
{
  return g_strdup (_("Total"));
}

/* Lines */

enum
{
  LINE_GROUP,
  LINE_MUNICIPALITY,
  LINE_OLD_PAYABLE,
  LINE_NEW_PAYABLE,
  LINE_OLD_PAID,
  LINE_NEW_PAID,
  LINE_OLD_BALANCE,
  LINE_NEW_BALANCE,
  LINE_DIFFERENCE,
  N_LINE_COLUMNS
};

PsTable *
ps_comparison_lines_new (void)
{
  const PsColumn columns[N_LINE_COLUMNS] = {
    [LINE_GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, TRUE, 0 },
    [LINE_MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 14 },
    [LINE_OLD_PAYABLE] = { "old-payable", _("Payable then"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [LINE_NEW_PAYABLE] = { "new-payable", _("Payable now"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [LINE_OLD_PAID] = { "old-paid", _("Paid then"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [LINE_NEW_PAID] = { "new-paid", _("Paid now"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [LINE_OLD_BALANCE] = { "old-balance", _("Balance then"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [LINE_NEW_BALANCE] = { "new-balance", _("Balance now"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [LINE_DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 6, TRUE, TRUE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_LINE_COLUMNS, _("Lines compared")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_total);
  ps_table_set_empty (table, _("No Line Differs"), _("Each line has the same figures to the cent."));
  return table;
}

static PsTableRow *
make_line (const PsLineDifference *line, const PsRegion *region, guint place)
{
  PsTableRow *row = ps_table_row_new (N_LINE_COLUMNS, place, NULL, NULL);

  ps_table_row_set_text (row, LINE_GROUP, line->group);
  ps_table_row_set_text (row, LINE_MUNICIPALITY, municipality_name (region, line->municipality));
  if (line->had)
    {
      ps_table_row_set_number (row, LINE_OLD_PAYABLE, line->old_line.payable_cents);
      ps_table_row_set_number (row, LINE_OLD_PAID, line->old_line.paid_cents);
      ps_table_row_set_number (row, LINE_OLD_BALANCE, line->old_line.balance_cents);
    }
  if (line->has)
    {
      ps_table_row_set_number (row, LINE_NEW_PAYABLE, line->new_line.payable_cents);
      ps_table_row_set_number (row, LINE_NEW_PAID, line->new_line.paid_cents);
      ps_table_row_set_number (row, LINE_NEW_BALANCE, line->new_line.balance_cents);
    }
  set_difference (row, LINE_DIFFERENCE, line->old_line.balance_cents, line->new_line.balance_cents);
  return row;
}

/* Owned by the caller. Those that differ come first. */
GPtrArray *
ps_comparison_lines_rows (const PsComparison *comparison, const PsRegion *region, gboolean only_different)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint same = 0; same < (only_different ? 1u : 2u); same++)
    for (guint i = 0; i < comparison->lines->len; i++)
      {
        const PsLineDifference *line = g_ptr_array_index (comparison->lines, i);

        if (ps_line_difference_is_same (line) == (same == 1))
          g_ptr_array_add (rows, make_line (line, region, i));
      }
  return rows;
}

/* Scopes */

enum
{
  SCOPE_NAME,
  SCOPE_OLD_CEILING,
  SCOPE_NEW_CEILING,
  SCOPE_OLD_NET,
  SCOPE_NEW_NET,
  SCOPE_OLD_DEDUCTION,
  SCOPE_NEW_DEDUCTION,
  N_SCOPE_COLUMNS
};

PsTable *
ps_comparison_scopes_new (void)
{
  const PsColumn columns[N_SCOPE_COLUMNS] = {
    [SCOPE_NAME] = { "scope", _("Scope"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 0 },
    [SCOPE_OLD_CEILING] = { "old-ceiling", _("Ceiling then"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [SCOPE_NEW_CEILING] = { "new-ceiling", _("Ceiling now"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [SCOPE_OLD_NET] = { "old-net", _("Production then"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [SCOPE_NEW_NET] = { "new-net", _("Production now"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [SCOPE_OLD_DEDUCTION] = { "old-deduction", _("Deduction then"), PS_COLUMN_MONEY, 6, FALSE, FALSE, 0 },
    [SCOPE_NEW_DEDUCTION] = { "new-deduction", _("Deduction now"), PS_COLUMN_MONEY, 6, FALSE, TRUE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_SCOPE_COLUMNS, _("Scopes compared")));

  ps_table_set_natural (table, TRUE);
  return table;
}

/* As people call it: the whole provider's is empty, and one of a line is group/municipality. */
static char *
scope_label (const PsScopeDifference *difference, const PsRegion *region)
{
  PsScope scope = { .name = difference->name,
                    .exchange = strchr (difference->name, '/') != NULL ? PS_EXCHANGE_LINE
                                : difference->name[0] == '\0'          ? PS_EXCHANGE_PROVIDER
                                                                       : PS_EXCHANGE_GROUP };

  return region != NULL ? ps_scope_label (region, &scope) : g_strdup (difference->name);
}

GPtrArray *
ps_comparison_scopes_rows (const PsComparison *comparison, const PsRegion *region)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < comparison->scopes->len; i++)
    {
      const PsScopeDifference *scope = g_ptr_array_index (comparison->scopes, i);
      PsTableRow *row = ps_table_row_new (N_SCOPE_COLUMNS, i, NULL, NULL);
      g_autofree char *label = scope_label (scope, region);

      ps_table_row_set_text (row, SCOPE_NAME, label);
      if (scope->had)
        {
          ps_table_row_set_number (row, SCOPE_OLD_CEILING, scope->old_ceiling_cents);
          ps_table_row_set_number (row, SCOPE_OLD_NET, scope->old_net_cents);
          ps_table_row_set_number (row, SCOPE_OLD_DEDUCTION, -scope->old_deduction_cents);
        }
      if (scope->has)
        {
          ps_table_row_set_number (row, SCOPE_NEW_CEILING, scope->new_ceiling_cents);
          ps_table_row_set_number (row, SCOPE_NEW_NET, scope->new_net_cents);
          ps_table_row_set_number (row, SCOPE_NEW_DEDUCTION, -scope->new_deduction_cents);
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Causes */

enum
{
  CAUSE_WHAT,
  CAUSE_KIND,
  CAUSE_HOW,
  CAUSE_GROUP,
  CAUSE_MUNICIPALITY,
  CAUSE_PRODUCED,
  CAUSE_PAID,
  CAUSE_BY,
  N_CAUSE_COLUMNS
};

PsTable *
ps_comparison_causes_new (void)
{
  const PsColumn columns[N_CAUSE_COLUMNS] = {
    [CAUSE_WHAT] = { "what", _("What"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 28 },
    [CAUSE_KIND] = { "kind", _("Kind"), PS_COLUMN_TEXT, 16, FALSE, FALSE, 0 },
    [CAUSE_HOW] = { "how", _("What became of it"), PS_COLUMN_TEXT, 34, FALSE, FALSE, 0 },
    [CAUSE_GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, FALSE, 0 },
    [CAUSE_MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 14, FALSE, FALSE, 0 },
    [CAUSE_PRODUCED] = { "produced", _("Produced"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [CAUSE_PAID] = { "paid", _("Paid"), PS_COLUMN_MONEY, 6, TRUE, FALSE, 0 },
    [CAUSE_BY] = { "by", _("By whom and when"), PS_COLUMN_TEXT, 26, FALSE, FALSE, 0 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_CAUSE_COLUMNS, _("Causes")));

  /* What it is says its kind too; copies and exports keep the column. */
  ps_table_set_column_visible (table, CAUSE_KIND, FALSE);
  ps_table_set_natural (table, TRUE);
  return table;
}

/* "by anna on 22-11-2026 04:12": what stands before it goes on from a sentence. */
static const char *
without_comma (const char *by)
{
  return by != NULL && g_str_has_prefix (by, ", ") ? by + 2 : by;
}

GPtrArray *
ps_comparison_causes_rows (const PsComparison *comparison, const PsRegion *region)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < comparison->causes->len; i++)
    {
      const PsCause *cause = g_ptr_array_index (comparison->causes, i);
      PsTableRow *row = ps_table_row_new (N_CAUSE_COLUMNS, i, NULL, NULL);

      ps_table_row_set_text (row, CAUSE_KIND, ps_cause_label (cause->kind));
      ps_table_row_set_text (row, CAUSE_WHAT, cause->what);
      ps_table_row_set_text (row, CAUSE_HOW, cause->how);
      ps_table_row_set_text (row, CAUSE_GROUP, cause->group);
      ps_table_row_set_text (row, CAUSE_MUNICIPALITY, municipality_name (region, cause->municipality));
      if (cause->old_produced_cents != PS_NO_NUMBER && cause->new_produced_cents != PS_NO_NUMBER)
        set_difference (row, CAUSE_PRODUCED, cause->old_produced_cents, cause->new_produced_cents);
      if (cause->old_paid_cents != PS_NO_NUMBER && cause->new_paid_cents != PS_NO_NUMBER)
        set_difference (row, CAUSE_PAID, cause->old_paid_cents, cause->new_paid_cents);
      ps_table_row_set_text (row, CAUSE_BY, without_comma (cause->by));
      g_ptr_array_add (rows, row);
    }
  return rows;
}
