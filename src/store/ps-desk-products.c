/* ps-desk-products.c: where a product is used
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-desk-private.h"
#include "ps-line-block.h"

typedef struct
{
  gint64 product_id;
  gint64 n;
} Counting;

static void
count_line (const PsStoredLine *line, gpointer user_data)
{
  Counting *counting = user_data;

  counting->n += line->product_id == counting->product_id;
}

/* From the blocks, which are a good deal less to read than the lines: there is no index to find a product's by. */
static gboolean
count_lines (PsStore *store, gint64 product_id, gint64 *count, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  Counting counting = { product_id, 0 };
  gboolean row;

  select = ps_desk_select (
      store, "SELECT n_lines, data FROM line_block WHERE instalment = (SELECT funding = 2 FROM product WHERE id = ?)", product_id,
      error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      *count = counting.n;
      if (!row)
        return TRUE;
      if (ps_line_block_read (sqlite3_column_blob (select, 1), sqlite3_column_bytes (select, 1), sqlite3_column_int (select, 0),
                              count_line, &counting))
        continue;
      ps_sql_set_error (NULL, SQLITE_CORRUPT, store->path, error);
      return FALSE;
    }
  return FALSE;
}

gboolean
ps_desk_product_use (PsStore *store, gint64 product_id, PsProductUse *use, GError **error)
{
  *use = (PsProductUse){ 0 };
  return ps_desk_count (store, "SELECT count (*) FROM tariff WHERE product_id = ?", product_id, &use->tariffs, error)
         && ps_desk_count (store, "SELECT count (*) FROM contract_product WHERE product_id = ?", product_id, &use->contracts,
                           error)
         && ps_desk_count (store, "SELECT count (*) FROM assignment WHERE product_id = ?", product_id, &use->assignments, error)
         && count_lines (store, product_id, &use->lines, error)
         && ps_desk_count (store, "SELECT count (*) FROM advance WHERE product_id = ?", product_id, &use->advances, error)
         && ps_desk_count (store, "SELECT count (*) FROM measurement WHERE product_id = ?", product_id, &use->measurements,
                           error);
}
