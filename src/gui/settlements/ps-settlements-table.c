/* ps-settlements-table.c: the table of a year's settlements, and one settlement's lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlements-table"

#include "ps-settlements-table.h"

#include <glib/gi18n-lib.h>

#include "ps-state-mark.h"

/* All providers */

static char *
count_providers (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u provider", "%u providers", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u provider", "%u of %u providers", n_rows), n_shown, n_rows);
}

static void
draw_state (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  const PsSettlementsRow *about = ps_table_row_get_data (row);

  ps_state_mark_draw (cr, about->state, about->changed, ps_table_row_get_text (row, column), width, height, widget);
}

/* The least important first: what is settled, and with whom, stays. */
static void
set_drops (PsTable *table)
{
  static const guint drops[] = {
    PS_SETTLEMENTS_WHEN,      PS_SETTLEMENTS_BEFORE, PS_SETTLEMENTS_WHO,      PS_SETTLEMENTS_SIGNALS,
    PS_SETTLEMENTS_CARRIED,   PS_SETTLEMENTS_NORM,   PS_SETTLEMENTS_DISPUTED, PS_SETTLEMENTS_PAID,
    PS_SETTLEMENTS_STATEMENT, PS_SETTLEMENTS_BANDS,  PS_SETTLEMENTS_PAYABLE,
  };

  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
}

PsTable *
ps_settlements_table_new (void)
{
  const PsColumn columns[PS_N_SETTLEMENTS_COLUMNS] = {
    [PS_SETTLEMENTS_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 24 },
    [PS_SETTLEMENTS_STATE] = { "state", _("State"), PS_COLUMN_DRAWING, ps_state_mark_width (TRUE), FALSE, FALSE },
    [PS_SETTLEMENTS_GROSS] = { "gross", _("Gross"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_SETTLEMENTS_NORM] = { "norm", _("Norm duration"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SETTLEMENTS_BANDS] = { "bands", _("Bands"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SETTLEMENTS_PAYABLE] = { "payable", _("Payable"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_SETTLEMENTS_PAID] = { "paid", _("Paid"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_SETTLEMENTS_BALANCE] = { "balance", _("Balance now"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_SETTLEMENTS_BEFORE] = { "before", _("Before"), PS_COLUMN_MONEY, 5, TRUE, FALSE },
    [PS_SETTLEMENTS_STORED] = { "stored", _("Stored"), PS_COLUMN_MONEY, 6, TRUE, TRUE },
    [PS_SETTLEMENTS_SINCE] = { "since", _("Since then"), PS_COLUMN_MONEY, 5, TRUE, FALSE },
    [PS_SETTLEMENTS_WHO] = { "who", _("Last step"), PS_COLUMN_TEXT, 10, FALSE, FALSE },
    [PS_SETTLEMENTS_WHEN] = { "when", _("On"), PS_COLUMN_DATE, 9, FALSE, FALSE },
    [PS_SETTLEMENTS_STATEMENT] = { "statement", _("Statement"), PS_COLUMN_TEXT, 24, FALSE, FALSE },
    [PS_SETTLEMENTS_DISPUTED] = { "disputed", _("Disputed"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SETTLEMENTS_CARRIED] = { "carried", _("Carried"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SETTLEMENTS_SIGNALS] = { "signals", _("Signals"), PS_COLUMN_COUNT, 3, TRUE, FALSE },
    [PS_SETTLEMENTS_AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [PS_SETTLEMENTS_NUMBER] = { "number", _("Number"), PS_COLUMN_COUNT, 4, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Settlements")));

  ps_table_set_count (table, count_providers);
  ps_table_set_draw (table, draw_state, NULL);
  set_drops (table);
  ps_table_set_empty (
      table, _("No Settlements"),
      _("Nothing was produced, agreed or paid in this year. Import declarations or agreements, or choose another year."));
  ps_table_set_sort (table, "provider", FALSE);
  ps_settlements_table_show_figures (table, FALSE);
  return table;
}

void
ps_settlements_table_show_figures (PsTable *table, gboolean figures)
{
  static const PsSettlementsColumn of_figures[] = { PS_SETTLEMENTS_GROSS,   PS_SETTLEMENTS_NORM, PS_SETTLEMENTS_BANDS,
                                                    PS_SETTLEMENTS_PAYABLE, PS_SETTLEMENTS_PAID, PS_SETTLEMENTS_DISPUTED,
                                                    PS_SETTLEMENTS_CARRIED };
  static const PsSettlementsColumn of_steps[] = { PS_SETTLEMENTS_BEFORE, PS_SETTLEMENTS_STORED, PS_SETTLEMENTS_SINCE,
                                                  PS_SETTLEMENTS_WHO,    PS_SETTLEMENTS_WHEN,   PS_SETTLEMENTS_STATEMENT };

  for (guint i = 0; i < G_N_ELEMENTS (of_figures); i++)
    ps_table_set_column_visible (table, of_figures[i], figures);
  for (guint i = 0; i < G_N_ELEMENTS (of_steps); i++)
    ps_table_set_column_visible (table, of_steps[i], !figures);
  ps_table_set_column_visible (table, PS_SETTLEMENTS_AGB, FALSE);
  ps_table_set_column_visible (table, PS_SETTLEMENTS_NUMBER, FALSE);
}

static void
row_free (gpointer data)
{
  PsSettlementsRow *row = data;

  g_free (row->agb);
  g_free (row);
}

/* What the region gives now. */
static void
set_figures (PsTableRow *row, const PsSettlement *settlement)
{
  const PsSettlementLine *totals = &settlement->totals;

  ps_table_row_set_number (row, PS_SETTLEMENTS_GROSS, totals->gross_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_NORM, -totals->norm_deduction_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_BANDS, -totals->band_deduction_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_PAYABLE, totals->payable_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_PAID, totals->paid_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_BALANCE, totals->balance_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_DISPUTED, totals->disputed_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_CARRIED, totals->carried_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_SIGNALS, settlement->signals->len);
}

static void
set_stored (PsTableRow *row, const PsProviderYear *provider)
{
  const PsStored *stored = provider->stored;
  PsDate day = ps_stored_last_day (stored);

  ps_table_row_set_number (row, PS_SETTLEMENTS_BEFORE, stored->settled_before_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_STORED, stored->amount_cents);
  ps_table_row_set_number (row, PS_SETTLEMENTS_SINCE, provider->since_cents);
  ps_table_row_set_text (row, PS_SETTLEMENTS_WHO, ps_stored_last_actor (stored));
  ps_table_row_set_number (row, PS_SETTLEMENTS_WHEN, day != PS_DATE_OPEN ? day : PS_NO_NUMBER);
  ps_table_row_set_number (row, PS_SETTLEMENTS_NUMBER, stored->id);
}

static PsTableRow *
make_provider_row (const PsProviderYear *provider)
{
  PsSettlementsRow *about = g_new0 (PsSettlementsRow, 1);
  PsTableRow *row = ps_table_row_new (PS_N_SETTLEMENTS_COLUMNS, g_ascii_strtoull (provider->agb, NULL, 10), about, row_free);
  g_autofree char *state = ps_state_mark_text (provider->state, provider->changed);

  about->agb = g_strdup (provider->agb);
  about->state = provider->state;
  about->changed = provider->changed;
  about->statement = provider->statement;
  about->allowed = provider->allowed;
  ps_table_row_set_text (row, PS_SETTLEMENTS_PROVIDER, provider->name);
  ps_table_row_set_text (row, PS_SETTLEMENTS_AGB, provider->agb);
  ps_table_row_set_number (row, PS_SETTLEMENTS_STATE, provider->state * 2 + (provider->changed ? 1 : 0));
  ps_table_row_set_text (row, PS_SETTLEMENTS_STATE, state);
  ps_table_row_set_text (row, PS_SETTLEMENTS_STATEMENT, ps_statement_state_label (provider->statement));
  if (provider->now != NULL)
    set_figures (row, provider->now);
  if (provider->stored != NULL)
    set_stored (row, provider);
  return row;
}

/* Owned by the caller. */
GPtrArray *
ps_settlements_table_rows (const PsSettlementsData *data)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < data->providers->len; i++)
    g_ptr_array_add (rows, make_provider_row (g_ptr_array_index (data->providers, i)));
  return rows;
}

/* One settlement's lines */

static const struct
{
  const char *id;
  const char *title;
  PsColumnKind kind;
  int width;
} lines_columns[PS_N_LINES_COLUMNS] = {
  [PS_LINES_GROUP] = { "group", N_("Group"), PS_COLUMN_TEXT, 8 },
  [PS_LINES_MUNICIPALITY] = { "municipality", N_("Municipality"), PS_COLUMN_TEXT, 0 },
  [PS_LINES_CEILING] = { "ceiling", N_("Ceiling"), PS_COLUMN_MONEY, 8 },
  [PS_LINES_GROSS] = { "gross", N_("Gross"), PS_COLUMN_MONEY, 8 },
  [PS_LINES_NORM] = { "norm", N_("Norm duration"), PS_COLUMN_MONEY, 6 },
  [PS_LINES_BANDS] = { "bands", N_("Bands"), PS_COLUMN_MONEY, 6 },
  [PS_LINES_PAYABLE] = { "payable", N_("Payable"), PS_COLUMN_MONEY, 8 },
  [PS_LINES_PAID] = { "paid", N_("Paid"), PS_COLUMN_MONEY, 8 },
  [PS_LINES_BALANCE] = { "balance", N_("Balance"), PS_COLUMN_MONEY, 8 },
  [PS_LINES_PRODUCED] = { "produced", N_("Produced beside"), PS_COLUMN_MONEY, 6 },
  [PS_LINES_DISPUTED] = { "disputed", N_("Disputed"), PS_COLUMN_MONEY, 6 },
  [PS_LINES_CARRIED] = { "carried", N_("Carried"), PS_COLUMN_MONEY, 6 },
};

static gint64
line_number (const PsSettlementLine *line, PsLinesColumn column)
{
  switch (column)
    {
    case PS_LINES_CEILING:
      return line->agreed ? line->ceiling_cents : PS_NO_NUMBER;
    case PS_LINES_GROSS:
      return line->gross_cents;
    case PS_LINES_NORM:
      return -line->norm_deduction_cents;
    case PS_LINES_BANDS:
      return -line->band_deduction_cents;
    case PS_LINES_PAYABLE:
      return line->payable_cents;
    case PS_LINES_PAID:
      return line->paid_cents;
    case PS_LINES_BALANCE:
      return line->balance_cents;
    case PS_LINES_PRODUCED:
      return line->lump_sum ? line->produced_cents : PS_NO_NUMBER;
    case PS_LINES_DISPUTED:
      return line->disputed_cents;
    case PS_LINES_CARRIED:
      return line->carried_cents;
    case PS_LINES_GROUP:
    case PS_LINES_MUNICIPALITY:
    case PS_N_LINES_COLUMNS:
    default:
      return PS_NO_NUMBER;
    }
}

static gboolean
has_column (const PsSettlement *settlement, PsLinesColumn column)
{
  if (column < PS_LINES_PRODUCED)
    return TRUE;
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      gint64 number = line_number (&g_array_index (settlement->lines, PsSettlementLine, i), column);

      if (column == PS_LINES_PRODUCED ? number != PS_NO_NUMBER : number != 0)
        return TRUE;
    }
  return FALSE;
}

/* "CRIS *" produced something exempt, "JGT †" is a lump sum. */
static char *
mark_group (const PsRegion *region, const PsSettlementLine *line)
{
  return g_strdup_printf ("%s%s%s", ps_region_group (region, line->group)->code, line->exempt_cents != 0 ? " *" : "",
                          line->lump_sum ? " †" : "");
}

static PsTableRow *
make_line_row (const PsRegion *region, const PsSettlement *settlement, guint place, const PsLinesColumn *shown, guint n_shown)
{
  const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, place);
  g_autofree char *group = mark_group (region, line);
  PsTableRow *row = ps_table_row_new (n_shown, place, NULL, NULL);

  for (guint i = 0; i < n_shown; i++)
    if (shown[i] == PS_LINES_GROUP)
      ps_table_row_set_text (row, i, group);
    else if (shown[i] == PS_LINES_MUNICIPALITY)
      ps_table_row_set_text (row, i, ps_region_municipality (region, line->municipality)->name);
    else
      ps_table_row_set_number (row, i, line_number (line, shown[i]));
  return row;
}

static char *
count_lines (guint n_shown, guint n_rows)
{
  return g_strdup (_("Total"));
}

/* What is carried or in dispute has a table of its own below it. */
static void
set_lines_drops (PsTable *table, const PsLinesColumn *shown, guint n_shown)
{
  static const PsLinesColumn order[] = { PS_LINES_CARRIED, PS_LINES_DISPUTED, PS_LINES_PRODUCED, PS_LINES_NORM,
                                         PS_LINES_CEILING };
  guint drops[G_N_ELEMENTS (order)];
  guint n_drops = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < n_shown; j++)
      if (shown[j] == order[i])
        drops[n_drops++] = j;
  ps_table_set_drops (table, drops, n_drops);
}

/**
 * ps_lines_table_new:
 *
 * Returns: (transfer floating): the lines per product group and municipality; a row's id is the place of its line
 */
PsTable *
ps_lines_table_new (const PsRegion *region, const PsSettlement *settlement)
{
  PsColumn columns[PS_N_LINES_COLUMNS] = { 0 };
  PsLinesColumn shown[PS_N_LINES_COLUMNS];
  guint n_shown = 0;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  PsTable *table;

  for (guint i = 0; i < PS_N_LINES_COLUMNS; i++)
    if (has_column (settlement, (PsLinesColumn) i))
      {
        columns[n_shown] = (PsColumn){ lines_columns[i].id,
                                       _ (lines_columns[i].title),
                                       lines_columns[i].kind,
                                       lines_columns[i].width,
                                       lines_columns[i].kind == PS_COLUMN_MONEY,
                                       i == PS_LINES_GROUP || i == PS_LINES_BALANCE,
                                       20 };
        shown[n_shown++] = (PsLinesColumn) i;
      }
  for (guint i = 0; i < settlement->lines->len; i++)
    g_ptr_array_add (rows, make_line_row (region, settlement, i, shown, n_shown));
  table = PS_TABLE (ps_table_new (columns, n_shown, _("Lines per product group and municipality")));
  ps_table_set_natural (table, TRUE);
  set_lines_drops (table, shown, n_shown);
  ps_table_set_count (table, count_lines);
  ps_table_set_empty (table, _("No Lines"), _("Nothing was agreed, produced or paid."));
  ps_table_set_rows (table, rows);
  return table;
}

/* Owned by the caller. */
char *
ps_lines_table_note (const PsSettlement *settlement)
{
  gboolean exempt = FALSE, lump_sum = FALSE, not_agreed = FALSE;
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      exempt |= line->exempt_cents != 0;
      lump_sum |= line->lump_sum;
      not_agreed |= !line->agreed;
    }
  if (exempt)
    g_string_append (note, _("* exempt products in it bear no deduction. "));
  if (lump_sum)
    g_string_append (note, _("† a lump sum: paid by the days of the year, whatever is produced beside it. "));
  if (not_agreed)
    g_string_append (note, _("No ceiling: the line is not in the agreement. "));
  if (note->len == 0)
    return NULL;
  g_string_truncate (note, note->len - 1);
  return g_string_free (g_steal_pointer (&note), FALSE);
}
