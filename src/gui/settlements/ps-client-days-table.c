/* ps-client-days-table.c: the days that places were counted by: client by client, month by month
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-client-days-table"

#include "ps-client-days-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-explain.h"
#include "core/ps-format.h"

enum
{
  CLIENT,
  PRODUCT,
  FIRST_MONTH,
  TOTAL = FIRST_MONTH + 12,
  N_COLUMNS
};

static char *
count_clients (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u client", "%u clients", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u client", "%u of %u clients", n_rows), n_shown, n_rows);
}

PsTable *
ps_client_days_table_new (void)
{
  static const char *const ids[12] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };
  PsColumn columns[N_COLUMNS] = {
    [CLIENT] = { "client", _("Client"), PS_COLUMN_TEXT, 0, FALSE, TRUE },
    [PRODUCT] = { "product", _("Product"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [TOTAL] = { "total", _("Client-days"), PS_COLUMN_COUNT, 6, TRUE, TRUE },
  };
  PsTable *table;

  for (int i = 0; i < 12; i++)
    columns[FIRST_MONTH + i] = (PsColumn){ ids[i], ps_format_month (i + 1), PS_COLUMN_COUNT, 3, TRUE, FALSE };
  table = PS_TABLE (ps_table_new (columns, N_COLUMNS, _("Client-days per month")));
  ps_table_set_count (table, count_clients);
  ps_table_set_empty (table, _("No Client-Days"), _("Nobody was in care here."));
  return table;
}

static const char *
client_name (const PsSettlementDetail *detail, guint client)
{
  const GPtrArray *names = detail->dossier->keys->clients;

  return client < names->len ? g_ptr_array_index (names, client) : NULL;
}

static PsTableRow *
make_row (const PsSettlementDetail *detail, const PsClientMonth *months, guint n_months)
{
  PsTableRow *row = ps_table_row_new (N_COLUMNS, (guint64) months->product << 32 | months->client, NULL, NULL);
  const char *name = client_name (detail, months->client);
  gint64 total = 0;

  ps_table_row_set_text (row, CLIENT, name != NULL ? name : "–");
  ps_table_row_set_text (row, PRODUCT, ps_region_product (ps_settlement_detail_region (detail), months->product)->code);
  for (guint i = 0; i < n_months; i++)
    {
      int year, month, day;

      ps_date_to_ymd (months[i].month, &year, &month, &day);
      ps_table_row_set_number (row, FIRST_MONTH + (guint) month - 1, months[i].days);
      total += months[i].days;
    }
  ps_table_row_set_number (row, TOTAL, total);
  return row;
}

/* They come by product, client, month: a row for each of those two. */
GPtrArray *
ps_client_days_table_rows (const PsSettlementDetail *detail, const char *group, const char *municipality, gint64 *n_days)
{
  const PsRegion *region = ps_settlement_detail_region (detail);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) months = ps_explain_client_months (detail->dossier, ps_region_find_group (region, group),
                                                        ps_region_find_municipality (region, municipality));
  guint next;

  for (guint i = 0; i < months->len; i = next)
    {
      const PsClientMonth *first = &g_array_index (months, PsClientMonth, i);
      PsTableRow *row;

      for (next = i + 1; next < months->len; next++)
        if (first[next - i].client != first->client || first[next - i].product != first->product)
          break;
      row = make_row (detail, first, next - i);
      if (n_days != NULL)
        *n_days += ps_table_row_get_number (row, TOTAL);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
