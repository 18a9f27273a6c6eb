/* ps-disputed-table.c: the lines in dispute, and the instalments that are carried
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-disputed-table"

#include "ps-disputed-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-source-words.h"

enum
{
  PRODUCT,
  GROUP,
  MUNICIPALITY,
  PERIOD,
  REFERENCE,
  WHY,
  PAID,
  AMOUNT,
  PRICE,
  N_COLUMNS
};

static char *
count_disputed (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u line", "%u lines", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u line", "%u of %u lines", n_rows), n_shown, n_rows);
}

static PsTable *
make_table (const char *name, const char *why, const char *amount)
{
  const PsColumn columns[N_COLUMNS] = {
    [PRODUCT] = { "product", _("Product"), PS_COLUMN_TEXT, 8, FALSE, TRUE },
    [GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 6, FALSE, FALSE },
    [MUNICIPALITY] = { "municipality", _("Municipality"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    [PERIOD] = { "from", _("From"), PS_COLUMN_DATE, 8, FALSE, FALSE },
    [REFERENCE] = { "reference", _("Reference"), PS_COLUMN_TEXT, 12, FALSE, FALSE },
    [WHY] = { "why", why, PS_COLUMN_TEXT, 0, FALSE, FALSE },
    [PAID] = { "paid", _("Paid"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
    [AMOUNT] = { "amount", amount, PS_COLUMN_MONEY, 6, TRUE, TRUE },
    [PRICE] = { "price", _("Right price"), PS_COLUMN_MONEY, 6, TRUE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, name));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_disputed);
  return table;
}

PsTable *
ps_disputed_table_new (void)
{
  return make_table (_("Disputed lines"), _("Why"), _("Disputed"));
}

PsTable *
ps_carried_table_new (void)
{
  PsTable *table = make_table (_("Carried instalments"), _("Client and assignment"), _("Carried"));

  /* What is carried counts as paid in the year in which its trajectory ends. */
  ps_table_set_column_visible (table, PAID, FALSE);
  ps_table_set_column_visible (table, PRICE, FALSE);
  return table;
}

static PsTableRow *
make_row (const PsRegion *region, const PsSourceDetail *detail, guint place, const char *why, gint64 amount_cents)
{
  const PsSource *source = &detail->source;
  PsTableRow *row = ps_table_row_new (N_COLUMNS, place, NULL, NULL);

  if (source->product != PS_NONE)
    ps_table_row_set_text (row, PRODUCT, ps_region_product (region, source->product)->code);
  ps_table_row_set_text (row, GROUP, ps_region_group (region, source->group)->code);
  ps_table_row_set_text (row, MUNICIPALITY, ps_region_municipality (region, source->municipality)->name);
  ps_table_row_set_number (row, PERIOD, source->from);
  ps_table_row_set_text (row, REFERENCE, detail->reference);
  ps_table_row_set_text (row, WHY, why);
  ps_table_row_set_number (row, PAID, source->paid_cents);
  ps_table_row_set_number (row, AMOUNT, amount_cents);
  ps_table_row_set_number (row, PRICE, source->kind == PS_SOURCE_LINE ? source->price_cents : PS_NO_NUMBER);
  return row;
}

static gboolean
is_disputed (const PsSourceDetail *detail)
{
  return detail->source.kind == PS_SOURCE_LINE && detail->source.disputed_cents != 0;
}

GPtrArray *
ps_disputed_table_rows (const PsSettlementDetail *detail)
{
  const PsRegion *region = ps_settlement_detail_region (detail);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < detail->sources->len; i++)
    {
      const PsSourceDetail *source = g_ptr_array_index (detail->sources, i);
      g_autofree char *why = NULL;

      if (!is_disputed (source))
        continue;
      why = ps_source_dispute_sentence (region, source);
      g_ptr_array_add (rows, make_row (region, source, i, why, source->source.disputed_cents));
    }
  return rows;
}

char *
ps_disputed_table_remark (const PsSettlementDetail *detail)
{
  gint64 disputed = 0, paid = 0;
  guint n = 0;
  g_autofree char *all = NULL;
  g_autofree char *of_it = NULL;

  for (guint i = 0; i < detail->sources->len; i++)
    {
      const PsSourceDetail *source = g_ptr_array_index (detail->sources, i);

      if (!is_disputed (source))
        continue;
      n++;
      disputed += source->source.disputed_cents;
      paid += source->source.paid_cents;
    }
  all = ps_format_money (disputed);
  of_it = ps_format_money (paid);
  return g_strdup_printf (ngettext ("%u line, %s: not produced; %s of it was paid and is part of the balance",
                                    "%u lines, %s: not produced; %s of it was paid and is part of the balance", n),
                          n, all, of_it);
}

GPtrArray *
ps_carried_table_rows (const PsSettlementDetail *detail)
{
  const PsRegion *region = ps_settlement_detail_region (detail);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < detail->sources->len; i++)
    {
      const PsSourceDetail *source = g_ptr_array_index (detail->sources, i);
      g_autofree char *whose = NULL;

      if (source->source.carried_cents == 0)
        continue;
      whose = g_strdup_printf (_("%s, assignment %s"), source->client != NULL ? source->client : "–",
                               source->assignment_number != NULL ? source->assignment_number : "–");
      g_ptr_array_add (rows, make_row (region, source, i, whose, source->source.carried_cents));
    }
  return rows;
}
