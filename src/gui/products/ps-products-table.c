/* ps-products-table.c: the table of all products
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-products-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

enum
{
  CODE,
  NAME,
  SEGMENT,
  GROUP,
  FUNDING,
  UNIT,
  TARIFF,
  OWN,
  LOOK_AT,
  DURATION,
  VOLUME,
  EXEMPT,
  N_COLUMNS
};

static char *
count_products (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u product", "%u products", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u product", "%u of %u products", n_rows), n_shown, n_rows);
}

PsTable *
ps_products_table_new (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [CODE] = { "code", _("Code"), PS_COLUMN_TEXT, 9, FALSE, TRUE },
    [NAME] = { "name", _("Product"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 16 },
    [SEGMENT] = { "segment", _("Segment"), PS_COLUMN_TEXT, 7, FALSE, FALSE },
    [GROUP] = { "group", _("Group"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [FUNDING] = { "funding", _("Funding"), PS_COLUMN_TEXT, 9, FALSE, FALSE },
    [UNIT] = { "unit", _("Unit"), PS_COLUMN_TEXT, 10, FALSE, FALSE },
    [TARIFF] = { "tariff", _("Tariff"), PS_COLUMN_TARIFF, 9, FALSE, TRUE },
    [OWN] = { "own", _("Own"), PS_COLUMN_COUNT, 4, FALSE, FALSE },
    [LOOK_AT] = { "look-at", _("To look at"), PS_COLUMN_TEXT, 20, FALSE, FALSE },
    [DURATION] = { "norm-months", _("Norm months"), PS_COLUMN_COUNT, 6, FALSE, FALSE },
    [VOLUME] = { "norm-hours", _("Norm hours"), PS_COLUMN_VOLUME, 6, FALSE, FALSE },
    [EXEMPT] = { "exempt", _("Exempt"), PS_COLUMN_TEXT, 7, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Products")));

  ps_table_set_count (table, count_products);
  ps_table_set_export_name (table, _("products"));
  ps_table_set_empty (table, _("No Products Yet"), _("Add a first one, or import the region’s files."));
  return table;
}

/* In few words: the page of the product has them all. */
static char *
look_at_text (const PsProductFacts *facts)
{
  g_autofree char *gap = ps_format_date (facts->gap_from);
  g_autofree char *last = ps_format_date (facts->last_day);

  if (facts->ended)
    return g_strdup (_("ended"));
  if (facts->missing)
    return g_strdup (_("no tariff"));
  if (facts->gap_from != PS_DATE_OPEN)
    /* Translators: a date; between two tariffs there are days without one */
    return g_strdup_printf (_("gap from %s"), gap);
  if (facts->last_day != PS_DATE_OPEN)
    /* Translators: a date; after it there is no tariff */
    return g_strdup_printf (_("ends on %s"), last);
  return g_strdup ("");
}

static void
fill_row (PsTableRow *row, const PsRegion *region, const PsProduct *product, const PsProductsRow *data)
{
  g_autofree char *look_at = look_at_text (&data->facts);

  ps_table_row_set_text (row, CODE, product->code);
  ps_table_row_set_text (row, NAME, product->name);
  ps_table_row_set_text (row, SEGMENT, ps_region_segment (region, data->segment)->code);
  ps_table_row_set_text (row, GROUP, ps_region_group (region, data->group)->code);
  ps_table_row_set_text (row, FUNDING, ps_words_label (PS_WORDS_FUNDING, product->funding));
  ps_table_row_set_text (row, UNIT, product->unit == PS_UNIT_NONE ? "" : ps_words_label (PS_WORDS_UNIT, product->unit));
  ps_table_row_set_number (row, DURATION, product->norm_months < 0 ? PS_NO_NUMBER : product->norm_months);
  ps_table_row_set_number (row, VOLUME, product->norm_hours_milli);
  ps_table_row_set_text (row, EXEMPT, product->exempt == PS_EXEMPT_NO ? "" : ps_words_label (PS_WORDS_EXEMPT, product->exempt));
  ps_table_row_set_number (row, TARIFF, data->facts.tariff_e4);
  ps_table_row_set_number (row, OWN, data->facts.n_own > 0 ? data->facts.n_own : PS_NO_NUMBER);
  ps_table_row_set_text (row, LOOK_AT, look_at);
}

static gboolean
has_something (GPtrArray *rows, guint column)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = ps_table_row_get_text (g_ptr_array_index (rows, i), column);

      if ((text != NULL && text[0] != '\0') || ps_table_row_get_number (g_ptr_array_index (rows, i), column) != PS_NO_NUMBER)
        return TRUE;
    }
  return FALSE;
}

/* Columns that say nothing of any product leave their room to the others. */
void
ps_products_table_set_rows (PsTable *table, GPtrArray *rows)
{
  static const guint optional[] = { DURATION, VOLUME, EXEMPT, OWN, LOOK_AT };

  for (gsize i = 0; i < G_N_ELEMENTS (optional); i++)
    ps_table_set_column_visible (table, optional[i], has_something (rows, optional[i]));
  ps_table_set_rows (table, rows);
}

GPtrArray *
ps_products_table_rows (const PsRegion *region, PsDate day)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint place = 0; place < region->products->len; place++)
    {
      const PsProduct *product = ps_region_product (region, place);
      PsProductsRow *data = g_new0 (PsProductsRow, 1);
      PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) product->id, data, g_free);

      *data = (PsProductsRow){ .product = place, .group = product->group, .funding = product->funding };
      data->segment = ps_region_group (region, product->group)->segment;
      ps_product_facts_fill (&data->facts, region, place, day);
      fill_row (row, region, product, data);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
