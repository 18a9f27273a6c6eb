/* ps-product-tariffs.c: the tariffs of a product as a table and as a chart
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-product-tariffs.h"

#include <glib/gi18n-lib.h>

#include "ps-product-facts.h"

enum
{
  WHOSE,
  AGB,
  FROM,
  TO,
  TARIFF,
  CHANGE,
  STATE,
  N_COLUMNS
};

static char *
count_tariffs (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u row", "%u of %u rows", n_rows), n_shown, n_rows);
}

PsTable *
ps_product_tariffs_table_new (void)
{
  const PsColumn columns[N_COLUMNS] = {
    [WHOSE] = { "whose", _("Tariff of"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 18 },
    [AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [FROM] = { "from", _("From"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [TO] = { "to", _("Up to"), PS_COLUMN_DATE, 10, FALSE, FALSE },
    [TARIFF] = { "tariff", _("Tariff"), PS_COLUMN_TARIFF, 10, FALSE, TRUE },
    [CHANGE] = { "change", _("Change"), PS_COLUMN_PERCENT, 8, FALSE, FALSE },
    [STATE] = { "state", _("State"), PS_COLUMN_TEXT, 18, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Tariffs")));

  ps_table_set_count (table, count_tariffs);
  ps_table_set_export_name (table, _("tariffs"));
  ps_table_set_empty (table, _("No Tariffs Yet"),
                      _("Without a tariff nothing that is declared can be right: add a first one."));
  return table;
}

/* Providers that have a tariff, the region (PS_NONE) first, the others by name */

static int
compare_whose (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (first == PS_NONE || second == PS_NONE)
    return (first != PS_NONE) - (second != PS_NONE);
  return g_utf8_collate (ps_region_provider (user_data, first)->name, ps_region_provider (user_data, second)->name);
}

static GArray *
list_whose (const PsRegion *region, guint product)
{
  GArray *whose = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = region->tariff_starts[product]; i < region->tariff_starts[product + 1]; i++)
    {
      guint provider = ps_region_tariff (region, i)->provider;

      if (whose->len == 0 || g_array_index (whose, guint, whose->len - 1) != provider)
        g_array_append_val (whose, provider);
    }
  g_qsort_with_data (whose->data, (int) whose->len, sizeof (guint), compare_whose, (gpointer) region);
  return whose;
}

static const char *
name_of (const PsRegion *region, guint provider)
{
  return provider == PS_NONE ? C_("tariff of", "region") : ps_region_provider (region, provider)->name;
}

/* Rows */

static PsTableRow *
make_row (const PsRegion *region, guint provider, guint64 id, gint64 tariff_id, PsDate from, PsDate to)
{
  PsProductTariffsRow *data = g_new0 (PsProductTariffsRow, 1);
  PsTableRow *row = ps_table_row_new (N_COLUMNS, id, data, g_free);

  *data = (PsProductTariffsRow){ tariff_id, 0, from, to };
  ps_table_row_set_text (row, WHOSE, name_of (region, provider));
  if (provider != PS_NONE)
    {
      data->provider_id = ps_region_provider (region, provider)->id;
      ps_table_row_set_text (row, AGB, ps_region_provider (region, provider)->agb);
    }
  ps_table_row_set_number (row, FROM, from);
  if (to != PS_DATE_OPEN)
    ps_table_row_set_number (row, TO, to);
  return row;
}

static const char *
state_of (const PsTariff *tariff, PsDate today)
{
  if (tariff->from > today)
    return _("future");
  return tariff->to < today ? _("past") : _("valid");
}

static PsTableRow *
make_tariff (const PsRegion *region, const PsTariff *tariff, const PsTariff *before, PsDate today)
{
  PsTableRow *row = make_row (region, tariff->provider, (guint64) tariff->id, tariff->id, tariff->from, tariff->to);
  PsOverflow overflow = { FALSE };
  gint64 change_bp;

  ps_table_row_set_number (row, TARIFF, tariff->tariff_e4);
  ps_table_row_set_text (row, STATE, state_of (tariff, today));
  if (before == NULL || before->tariff_e4 <= 0)
    return row;
  change_bp = ps_round_div (((PsWide) tariff->tariff_e4 - before->tariff_e4) * PS_FULL_BP, before->tariff_e4, &overflow);
  if (!overflow.overflowed)
    ps_table_row_set_number (row, CHANGE, change_bp);
  return row;
}

/* The days after `before` that have no tariff of their own. */
static PsTableRow *
make_gap (const PsRegion *region, const PsTariff *before, const PsTariff *next)
{
  PsTableRow *row = make_row (region, before->provider, (guint64) -before->id, 0, before->to + 1, next->from - 1);
  int n_days = next->from - before->to - 1;
  g_autofree char *text = g_strdup_printf (ngettext ("gap of %d day", "gap of %d days", n_days), n_days);

  ps_table_row_set_text (row, TARIFF, before->provider == PS_NONE ? _("none") : _("the region’s"));
  ps_table_row_set_text (row, STATE, text);
  return row;
}

static void
add_rows (GPtrArray *rows, const PsRegion *region, guint product, guint provider, PsDate today)
{
  guint n;
  const PsTariff *tariffs = ps_product_tariffs (region, product, provider, &n);

  for (guint i = 0; i < n; i++)
    {
      const PsTariff *before = i > 0 ? &tariffs[i - 1] : NULL;

      if (before != NULL && before->to != PS_DATE_OPEN && tariffs[i].from > before->to + 1)
        g_ptr_array_add (rows, make_gap (region, before, &tariffs[i]));
      g_ptr_array_add (rows, make_tariff (region, &tariffs[i], before, today));
    }
}

GPtrArray *
ps_product_tariffs_rows (const PsRegion *region, guint product, PsDate today)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) whose = list_whose (region, product);

  for (guint i = 0; i < whose->len; i++)
    add_rows (rows, region, product, g_array_index (whose, guint, i), today);
  return rows;
}

/* Where no provider has a tariff of its own there are no codes to show. */
void
ps_product_tariffs_set_rows (PsTable *table, GPtrArray *rows)
{
  gboolean own = FALSE;

  for (guint i = 0; i < rows->len; i++)
    own = own || ps_table_row_get_text (g_ptr_array_index (rows, i), AGB) != NULL;
  ps_table_set_column_visible (table, AGB, own);
  ps_table_set_rows (table, rows);
}

/* The chart */

PsTariffsChart *
ps_product_tariffs_chart (const PsRegion *region, guint product, PsDate today)
{
  g_autofree char *title = g_strdup_printf (_("Tariffs of %s"), ps_region_product (region, product)->code);
  PsTariffsChart *chart = ps_tariffs_chart_new (title, today);
  g_autoptr (GArray) whose = list_whose (region, product);

  for (guint i = 0; i < whose->len; i++)
    {
      guint provider = g_array_index (whose, guint, i);
      guint n;
      const PsTariff *tariffs = ps_product_tariffs (region, product, provider, &n);
      PsTariffLine *line = ps_tariffs_chart_add_line (chart, name_of (region, provider), provider == PS_NONE);

      for (guint t = 0; t < n; t++)
        ps_tariff_line_add (line, tariffs[t].from, tariffs[t].to, tariffs[t].tariff_e4);
    }
  return chart;
}
