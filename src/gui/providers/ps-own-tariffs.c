/* ps-own-tariffs.c: a provider's own tariffs beside those of the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-own-tariffs"

#include "ps-own-tariffs.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-tariff.h"

enum
{
  PRODUCT,
  NAME,
  FROM,
  TO,
  TARIFF,
  REGION_TARIFF,
  DIFFERENCE,
  SHARE,
  UNIT,
  N_COLUMNS
};

PsTable *
ps_own_tariffs_new (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [PRODUCT] = { "product", _("Product"), PS_COLUMN_TEXT, 8, FALSE, TRUE },
    [NAME] = { "name", _("Name"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 14 },
    [FROM] = { "from", _("From"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [TO] = { "to", _("To"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [TARIFF] = { "tariff", _("Tariff"), PS_COLUMN_TARIFF, 9, FALSE, TRUE },
    [REGION_TARIFF] = { "region", _("Region’s"), PS_COLUMN_TARIFF, 9, FALSE, FALSE },
    [DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_TARIFF, 9, FALSE, FALSE },
    [SHARE] = { "share", _("In %"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [UNIT] = { "unit", _("Unit"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Own tariffs")));

  ps_table_set_export_name (table, _("own-tariffs"));
  ps_table_set_empty (table, _("No tariffs of its own"),
                      _("The region’s tariffs hold for this provider. Choose Add Tariff where it has another price."));
  return table;
}

/* The region's on the first day of the provider's own: what it is instead of. */
static gint64
region_tariff_on (const PsRegion *region, guint product, PsDate day)
{
  PsPriceList list;

  ps_price_list_init (&list, region, product, PS_NONE);
  return ps_price_list_on (&list, day, NULL);
}

static void
set_difference (PsTableRow *row, gint64 own, gint64 region)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (own, region, &overflow);

  ps_table_row_set_number (row, REGION_TARIFF, region);
  if (overflow.overflowed)
    return;
  ps_table_row_set_number (row, DIFFERENCE, difference);
  if (region != 0)
    {
      gint64 share_bp = ps_round_div ((PsWide) difference * PS_FULL_BP, region, &overflow);

      ps_table_row_set_number (row, SHARE, overflow.overflowed ? PS_NO_NUMBER : share_bp);
    }
}

static PsTableRow *
make_row (const PsRegion *region, const PsTariff *tariff)
{
  const PsProduct *product = ps_region_product (region, tariff->product);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) tariff->id, NULL, NULL);
  gint64 general = region_tariff_on (region, tariff->product, tariff->from);

  ps_table_row_set_text (row, PRODUCT, product->code);
  ps_table_row_set_text (row, NAME, product->name);
  ps_table_row_set_text (row, UNIT, ps_words_label (PS_WORDS_UNIT, product->unit));
  ps_table_row_set_number (row, FROM, tariff->from);
  ps_table_row_set_number (row, TO, tariff->to != PS_DATE_OPEN ? tariff->to : PS_NO_NUMBER);
  ps_table_row_set_number (row, TARIFF, tariff->tariff_e4);
  if (general != PS_NO_NUMBER)
    set_difference (row, tariff->tariff_e4, general);
  return row;
}

GPtrArray *
ps_own_tariffs_rows (const PsRegion *region, guint provider)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < region->tariffs->len; i++)
    if (ps_region_tariff (region, i)->provider == provider)
      g_ptr_array_add (rows, make_row (region, ps_region_tariff (region, i)));
  return rows;
}
