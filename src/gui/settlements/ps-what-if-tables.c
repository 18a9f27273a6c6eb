/* ps-what-if-tables.c: the year as it is beside the year as it might be: step by step, and line by line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-what-if"

#include "ps-what-if-tables.h"

#include <glib/gi18n-lib.h>

#include "core/ps-steps.h"

/* What is on one side only counts as nothing on the other. */
static gint64
difference (gint64 real, gint64 other)
{
  PsOverflow overflow = { FALSE };
  gint64 result = ps_subtract (other != PS_NO_NUMBER ? other : 0, real != PS_NO_NUMBER ? real : 0, &overflow);

  return overflow.overflowed ? PS_NO_NUMBER : result;
}

/* Steps */

static char *
count_steps (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u step", "%u steps", n_rows), n_rows);
}

PsTable *
ps_what_if_steps_new (void)
{
  const PsColumn columns[PS_N_IF_STEP_COLUMNS] = {
    [PS_IF_STEP] = { "step", _("Step"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 20 },
    [PS_IF_STEP_REAL] = { "real", C_("what if", "As it is"), PS_COLUMN_MONEY, 9, FALSE, FALSE },
    [PS_IF_STEP_OTHER] = { "other", C_("what if", "What if"), PS_COLUMN_MONEY, 9, FALSE, FALSE },
    [PS_IF_STEP_DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 9, FALSE, TRUE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, PS_N_IF_STEP_COLUMNS, _("Steps, as it is and what if")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_steps);
  ps_table_set_export_name (table, _("what if, steps"));
  return table;
}

static void
add_step (GPtrArray *rows, const char *label, gint64 real, gint64 other)
{
  PsTableRow *row = ps_table_row_new (PS_N_IF_STEP_COLUMNS, rows->len, NULL, NULL);

  ps_table_row_set_text (row, PS_IF_STEP, label);
  ps_table_row_set_number (row, PS_IF_STEP_REAL, real);
  ps_table_row_set_number (row, PS_IF_STEP_OTHER, other);
  ps_table_row_set_number (row, PS_IF_STEP_DIFFERENCE, difference (real, other));
  g_ptr_array_add (rows, row);
}

/* The first of that kind and label that was not taken yet; it is then. */
static const PsFigure *
take_same (GArray *figures, gboolean *taken, const PsFigure *figure)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const PsFigure *same = &g_array_index (figures, PsFigure, i);

      if (!taken[i] && same->kind == figure->kind && g_strcmp0 (same->label, figure->label) == 0)
        {
          taken[i] = TRUE;
          return same;
        }
    }
  return NULL;
}

/* Those of both in the order of the steps; a band that only one of them has stands by itself. */
static void
add_kind (GPtrArray *rows, PsFigureKind kind, GArray *real, GArray *other, gboolean *taken)
{
  for (guint i = 0; i < real->len; i++)
    {
      const PsFigure *figure = &g_array_index (real, PsFigure, i);
      const PsFigure *same = figure->kind == kind ? take_same (other, taken, figure) : NULL;

      if (figure->kind == kind)
        add_step (rows, figure->label, figure->amount_cents, same != NULL ? same->amount_cents : PS_NO_NUMBER);
    }
  for (guint i = 0; i < other->len; i++)
    {
      const PsFigure *figure = &g_array_index (other, PsFigure, i);

      if (figure->kind == kind && !taken[i])
        add_step (rows, figure->label, PS_NO_NUMBER, figure->amount_cents);
    }
}

GPtrArray *
ps_what_if_steps_rows (const PsWhatIfAnswer *answer)
{
  const PsRegion *region = ps_what_if_base_get_region (answer->base);
  g_autoptr (GArray) real = ps_settlement_figures (region, ps_what_if_base_get_settlement (answer->base));
  g_autoptr (GArray) other = ps_settlement_figures (region, answer->settlement);
  g_autofree gboolean *taken = g_new0 (gboolean, other->len + 1);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int kind = PS_FIGURE_GROSS; kind <= PS_FIGURE_BALANCE; kind++)
    add_kind (rows, (PsFigureKind) kind, real, other, taken);
  return rows;
}

/* Lines */

static char *
count_lines (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u line", "%u lines", n_rows), n_rows);
}

PsTable *
ps_what_if_lines_new (void)
{
  const PsColumn columns[PS_N_IF_COLUMNS] = {
    [PS_IF_GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, TRUE },
    [PS_IF_MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 12 },
    [PS_IF_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_IF_CEILING_OTHER] = { "ceiling-if", _("Ceiling, what if"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_IF_DEDUCTION] = { "deduction", _("Deductions"), PS_COLUMN_MONEY, 7, TRUE, FALSE },
    [PS_IF_DEDUCTION_OTHER] = { "deduction-if", _("Deductions, what if"), PS_COLUMN_MONEY, 7, TRUE, FALSE },
    [PS_IF_PAYABLE] = { "payable", _("Payable"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_IF_PAYABLE_OTHER] = { "payable-if", _("Payable, what if"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_IF_DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 7, TRUE, TRUE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, PS_N_IF_COLUMNS, _("Lines, as it is and what if")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_lines);
  ps_table_set_export_name (table, _("what if, lines"));
  return table;
}

static const PsSettlementLine *
find_line (const PsSettlement *settlement, const PsSettlementLine *line)
{
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *same = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (same->group == line->group && same->municipality == line->municipality)
        return same;
    }
  return NULL;
}

static void
set_side (PsTableRow *row, const PsSettlementLine *line, PsIfColumn ceiling, PsIfColumn deduction, PsIfColumn payable)
{
  PsOverflow overflow = { FALSE };

  if (line == NULL)
    return;
  ps_table_row_set_number (row, ceiling, line->agreed ? line->ceiling_cents : PS_NO_NUMBER);
  ps_table_row_set_number (row, deduction, ps_subtract (-line->norm_deduction_cents, line->band_deduction_cents, &overflow));
  ps_table_row_set_number (row, payable, line->payable_cents);
}

static void
add_line (GPtrArray *rows, const PsRegion *region, const PsSettlementLine *real, const PsSettlementLine *other)
{
  const PsSettlementLine *any = real != NULL ? real : other;
  PsTableRow *row = ps_table_row_new (PS_N_IF_COLUMNS, (guint64) any->group << 32 | any->municipality, NULL, NULL);

  ps_table_row_set_text (row, PS_IF_GROUP, ps_region_group (region, any->group)->code);
  ps_table_row_set_text (row, PS_IF_MUNICIPALITY, ps_region_municipality (region, any->municipality)->name);
  set_side (row, real, PS_IF_CEILING, PS_IF_DEDUCTION, PS_IF_PAYABLE);
  set_side (row, other, PS_IF_CEILING_OTHER, PS_IF_DEDUCTION_OTHER, PS_IF_PAYABLE_OTHER);
  ps_table_row_set_number (row, PS_IF_DIFFERENCE,
                           difference (real != NULL ? real->payable_cents : 0, other != NULL ? other->payable_cents : 0));
  g_ptr_array_add (rows, row);
}

GPtrArray *
ps_what_if_lines_rows (const PsWhatIfAnswer *answer)
{
  const PsRegion *region = ps_what_if_base_get_region (answer->base);
  const PsSettlement *real = ps_what_if_base_get_settlement (answer->base), *other = answer->settlement;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < real->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (real->lines, PsSettlementLine, i);

      add_line (rows, region, line, find_line (other, line));
    }
  for (guint i = 0; i < other->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (other->lines, PsSettlementLine, i);

      if (find_line (real, line) == NULL)
        add_line (rows, region, NULL, line);
    }
  return rows;
}
