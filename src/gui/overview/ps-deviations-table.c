/* ps-deviations-table.c: the providers whose forecast is furthest from their ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-deviations-table"

#include "ps-deviations-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-value.h"
#include "gui/bandwidth/ps-bandwidth-words.h"

/* The drawing */

static void
draw_corridor (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  PsChartStyle style = ps_band_chart_style ();

  ps_corridor_draw (cr, ps_table_row_get_data (row), width, height, &style);
}

PsTable *
ps_deviations_table_new (void)
{
  static const guint drops[] = { PS_DEVIATIONS_CORRIDOR };
  const PsColumn columns[PS_N_DEVIATIONS_COLUMNS] = {
    [PS_DEVIATIONS_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 15 },
    [PS_DEVIATIONS_CORRIDOR] = { "corridor", _("Bandwidth"), PS_COLUMN_DRAWING, 9, FALSE, FALSE },
    [PS_DEVIATIONS_SHARE] = { "share", _("Forecast"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [PS_DEVIATIONS_DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 9, FALSE, TRUE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, G_N_ELEMENTS (columns), _("Largest deviations")));

  ps_table_set_draw (table, draw_corridor, NULL);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_natural (table, TRUE);
  ps_table_set_footer (table, FALSE);
  ps_table_set_export_name (table, _("largest deviations"));
  ps_table_set_empty (table, _("No forecasts yet"), _("No provider has an agreement with a ceiling in this year."));
  return table;
}

/* Which ones */

static gint64
difference_of (const PsProviderYear *provider)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (provider->bandwidth->forecast_cents, provider->bandwidth->ceiling_cents, &overflow);

  return overflow.overflowed ? PS_NO_NUMBER : difference;
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const PsProviderYear *x = *(const PsProviderYear *const *) a, *y = *(const PsProviderYear *const *) b;
  gint64 left = ABS (difference_of (x)), right = ABS (difference_of (y));

  if (left != right)
    return left > right ? -1 : 1;
  return (x->provider > y->provider) - (x->provider < y->provider);
}

static GPtrArray *
collect (const PsYearFigures *figures)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < figures->providers->len; i++)
    {
      PsProviderYear *provider = g_ptr_array_index (figures->providers, i);
      gint64 difference = provider->bandwidth != NULL ? difference_of (provider) : PS_NO_NUMBER;

      if (difference != PS_NO_NUMBER && difference != 0)
        g_ptr_array_add (found, provider);
    }
  g_ptr_array_sort (found, compare_differences);
  return found;
}

/* Rows */

static PsTableRow *
make_row (const PsYearFigures *figures, const PsProviderYear *year)
{
  const PsProvider *provider = ps_region_provider (figures->region, year->provider);
  const PsBandwidth *bandwidth = year->bandwidth;
  PsCorridor *corridor = g_new0 (PsCorridor, 1);
  PsTableRow *row = ps_table_row_new (PS_N_DEVIATIONS_COLUMNS, (guint64) provider->id, corridor, g_free);
  gint64 difference = difference_of (year);
  g_autofree char *said = NULL, *text = ps_value_format_signed (PS_VALUE_MONEY, difference);

  ps_band_corridor (corridor, bandwidth, NULL);
  corridor->ceiling_cents = bandwidth->ceiling_cents;
  corridor->amount_cents = bandwidth->forecast_cents;
  said = ps_corridor_describe (corridor);
  ps_table_row_set_text (row, PS_DEVIATIONS_PROVIDER, provider->name);
  ps_table_row_set_text (row, PS_DEVIATIONS_CORRIDOR, said);
  ps_table_row_set_number (row, PS_DEVIATIONS_CORRIDOR, ps_band_share_bp (bandwidth->forecast_cents, bandwidth->ceiling_cents));
  ps_table_row_set_number (row, PS_DEVIATIONS_SHARE, ps_band_share_bp (bandwidth->forecast_cents, bandwidth->ceiling_cents));
  ps_table_row_set_number (row, PS_DEVIATIONS_DIFFERENCE, difference);
  ps_table_row_set_text (row, PS_DEVIATIONS_DIFFERENCE, text);
  return row;
}

GPtrArray *
ps_deviations_table_rows (const PsYearFigures *figures, guint most)
{
  g_autoptr (GPtrArray) found = collect (figures);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (found->len, most); i++)
    g_ptr_array_add (rows, make_row (figures, g_ptr_array_index (found, i)));
  return rows;
}
