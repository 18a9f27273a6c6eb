/* ps-sources-table.c: what figures are made of, row by row
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-sources-table"

#include "ps-sources-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-dispute-words.h"
#include "ps-source-words.h"

static char *
count_sources (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u source", "%u sources", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u source", "%u of %u sources", n_rows), n_shown, n_rows);
}

PsTable *
ps_sources_table_new (void)
{
  /* The amounts come before what they are of: they are what is looked for. What was declared is no total: only lines have it, where
   * production of trajectories and places has none, and the figures above the table are about the others. */
  const PsColumn columns[PS_N_SOURCES_COLUMNS] = {
    [PS_SOURCES_KIND] = { "kind", _("Source"), PS_COLUMN_TEXT, 14, FALSE, TRUE },
    [PS_SOURCES_PRODUCT] = { "product", _("Product"), PS_COLUMN_TEXT, 7, FALSE, FALSE },
    [PS_SOURCES_PLACE] = { "place", _("Line"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    [PS_SOURCES_REFERENCE] = { "reference", _("Reference"), PS_COLUMN_TEXT, 12, FALSE, FALSE },
    [PS_SOURCES_AMOUNT] = { "amount", _("Declared"), PS_COLUMN_MONEY, 6, FALSE, FALSE },
    [PS_SOURCES_PRODUCED] = { "produced", _("Produced"), PS_COLUMN_MONEY, 6, TRUE, TRUE },
    [PS_SOURCES_NORM] = { "norm", _("Norm duration"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SOURCES_PAID] = { "paid", _("Paid"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SOURCES_CARRIED] = { "carried", _("Carried"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SOURCES_DISPUTED_AMOUNT] = { "disputed", _("Disputed"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [PS_SOURCES_DECISION] = { "decision", _("Decided"), PS_COLUMN_TEXT, 15, FALSE, FALSE },
    [PS_SOURCES_FROM] = { "from", _("From"), PS_COLUMN_DATE, 8, FALSE, FALSE },
    [PS_SOURCES_TO] = { "to", _("To"), PS_COLUMN_DATE, 8, FALSE, FALSE },
    [PS_SOURCES_CLIENT] = { "client", _("Client"), PS_COLUMN_TEXT, 13, FALSE, FALSE },
    [PS_SOURCES_ASSIGNMENT] = { "assignment", _("Assignment"), PS_COLUMN_TEXT, 10, FALSE, FALSE },
    [PS_SOURCES_VOLUME] = { "volume", _("Volume"), PS_COLUMN_VOLUME, 5, FALSE, FALSE },
    [PS_SOURCES_TARIFF] = { "tariff", _("Tariff"), PS_COLUMN_TARIFF, 6, FALSE, FALSE },
    [PS_SOURCES_VALID_TARIFF] = { "valid-tariff", _("Valid tariff"), PS_COLUMN_TARIFF, 6, FALSE, FALSE },
    [PS_SOURCES_PATH] = { "path", _("In care since"), PS_COLUMN_DATE, 8, FALSE, FALSE },
    [PS_SOURCES_OVER] = { "over", _("Months past the norm"), PS_COLUMN_COUNT, 5, FALSE, FALSE },
    [PS_SOURCES_WHY] = { "why", _("Explanation"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 40 },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, PS_N_SOURCES_COLUMNS, _("Sources")));

  ps_table_set_count (table, count_sources);
  ps_table_set_empty (table, _("No Sources"), _("Nothing was declared, produced or paid here."));
  return table;
}

static void
set_texts (PsTableRow *row, const PsRegion *region, const PsSourceDetail *detail)
{
  const PsSource *source = &detail->source;
  g_autofree char *place = g_strdup_printf ("%s, %s", ps_region_group (region, source->group)->code,
                                            ps_region_municipality (region, source->municipality)->name);

  ps_table_row_set_text (row, PS_SOURCES_KIND, ps_source_kind_label (source->kind));
  if (source->product != PS_NONE)
    ps_table_row_set_text (row, PS_SOURCES_PRODUCT, ps_region_product (region, source->product)->code);
  ps_table_row_set_text (row, PS_SOURCES_PLACE, place);
  ps_table_row_set_text (row, PS_SOURCES_REFERENCE, detail->reference);
  ps_table_row_set_text (row, PS_SOURCES_CLIENT, detail->client);
  ps_table_row_set_text (row, PS_SOURCES_ASSIGNMENT, detail->assignment_number);
  ps_table_row_set_text (row, PS_SOURCES_DECISION, ps_source_decision_label (detail));
  ps_table_row_set_text (row, PS_SOURCES_WHY, detail->explanation);
}

/* A column that says nothing of a kind of source stays empty there: a zero would be read as a figure. */
static void
set_numbers (PsTableRow *row, const PsSourceDetail *detail)
{
  const PsSource *source = &detail->source;
  gboolean explains = source->kind == PS_SOURCE_CARE_DAYS || source->kind == PS_SOURCE_PEILDATUM;
  gboolean is_line = source->kind == PS_SOURCE_LINE;

  ps_table_row_set_number (row, PS_SOURCES_FROM, source->from);
  ps_table_row_set_number (row, PS_SOURCES_TO, source->to);
  ps_table_row_set_number (row, PS_SOURCES_VOLUME, detail->volume_milli);
  ps_table_row_set_number (row, PS_SOURCES_TARIFF, detail->declared_tariff_e4);
  ps_table_row_set_number (row, PS_SOURCES_VALID_TARIFF, source->tariff_e4);
  ps_table_row_set_number (row, PS_SOURCES_AMOUNT, detail->amount_cents);
  if (explains)
    return;
  /* Looked for where a scheme has steps on the duration (domain.md §5); past the norm where one applied. */
  if (is_line && source->path_from != PS_DATE_OPEN)
    ps_table_row_set_number (row, PS_SOURCES_PATH, source->path_from);
  if (is_line && source->norm_deduction_cents != 0)
    ps_table_row_set_number (row, PS_SOURCES_OVER, source->months_over);
  if (source->kind != PS_SOURCE_ADVANCE)
    ps_table_row_set_number (row, PS_SOURCES_PRODUCED, source->gross_cents);
  if (source->norm_deduction_cents != 0)
    ps_table_row_set_number (row, PS_SOURCES_NORM, -source->norm_deduction_cents);
  if (is_line || source->kind == PS_SOURCE_ADVANCE)
    ps_table_row_set_number (row, PS_SOURCES_PAID, source->paid_cents);
  if (source->carried_cents != 0)
    ps_table_row_set_number (row, PS_SOURCES_CARRIED, source->carried_cents);
  if (source->disputed_cents != 0)
    ps_table_row_set_number (row, PS_SOURCES_DISPUTED_AMOUNT, source->disputed_cents);
}

GPtrArray *
ps_sources_table_rows (const PsSettlementDetail *detail)
{
  const PsRegion *region = ps_settlement_detail_region (detail);
  GPtrArray *rows = g_ptr_array_new_full (detail->sources->len, g_object_unref);

  for (guint i = 0; i < detail->sources->len; i++)
    {
      const PsSourceDetail *source = g_ptr_array_index (detail->sources, i);
      PsTableRow *row = ps_table_row_new (PS_N_SOURCES_COLUMNS, i, NULL, NULL);

      set_texts (row, region, source);
      set_numbers (row, source);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
is_filled (GPtrArray *rows, guint column)
{
  for (guint i = 0; i < rows->len; i++)
    {
      PsTableRow *row = g_ptr_array_index (rows, i);
      const char *text = ps_table_row_get_text (row, column);

      if (ps_table_row_get_number (row, column) != PS_NO_NUMBER || (text != NULL && text[0] != '\0'))
        return TRUE;
    }
  return FALSE;
}

/* The columns whose amounts each choice is not about: they would stand before the one that it is about. */
static gboolean
is_beside (guint column, PsSourcesWhich which)
{
  gboolean produced = column == PS_SOURCES_PRODUCED || column == PS_SOURCES_NORM;

  switch (which)
    {
    case PS_SOURCES_WHICH_PAID:
      return produced;
    case PS_SOURCES_WHICH_DISPUTED:
      return produced || column == PS_SOURCES_CARRIED;
    case PS_SOURCES_WHICH_CARRIED:
      return produced || column == PS_SOURCES_PAID || column == PS_SOURCES_DISPUTED_AMOUNT;
    case PS_SOURCES_WHICH_ALL:
    case PS_SOURCES_WHICH_PRODUCED:
    case PS_SOURCES_WHICH_NORM:
    default:
      return FALSE;
    }
}

static gboolean
is_given (PsTableRow *row, PsSourcesColumn column)
{
  gint64 number = ps_table_row_get_number (row, column);

  return number != PS_NO_NUMBER && number != 0;
}

gboolean
ps_sources_table_is (PsTableRow *row, PsSourcesWhich which)
{
  switch (which)
    {
    case PS_SOURCES_WHICH_PRODUCED:
      return is_given (row, PS_SOURCES_PRODUCED);
    case PS_SOURCES_WHICH_PAID:
      return is_given (row, PS_SOURCES_PAID);
    case PS_SOURCES_WHICH_NORM:
      return is_given (row, PS_SOURCES_NORM);
    case PS_SOURCES_WHICH_DISPUTED:
      return is_given (row, PS_SOURCES_DISPUTED_AMOUNT);
    case PS_SOURCES_WHICH_CARRIED:
      return is_given (row, PS_SOURCES_CARRIED);
    case PS_SOURCES_WHICH_ALL:
    default:
      return TRUE;
    }
}

static void
show_columns (PsTable *table, GPtrArray *rows, PsSourcesWhich which, gboolean several)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (ps_sources_table_is (g_ptr_array_index (rows, i), which))
      g_ptr_array_add (shown, g_ptr_array_index (rows, i));
  for (guint i = 1; i < PS_N_SOURCES_COLUMNS; i++)
    if (i == PS_SOURCES_PLACE)
      ps_table_set_column_visible (table, i, several);
    else
      ps_table_set_column_visible (table, i, !is_beside (i, which) && (shown->len == 0 || is_filled (shown, i)));
}

void
ps_sources_table_show (PsTable *table, GPtrArray *rows, PsSourcesWhich which, gboolean several)
{
  show_columns (table, rows, which, several);
  ps_table_set_rows (table, rows);
}
