/* ps-blocks-lines.c: line blocks from the rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-blocks.h"
#include "ps-key-set.h"
#include "ps-line-buffers.h"
#include "ps-sorted-values.h"

/* A product's lines are instalments when it is a traject (domain.md §6). */
#define SELECT_LINE                                                                                                              \
  "SELECT l.id, l.assignment_id, l.product_id, l.volume_milli, l.tariff_e4, l.amount_cents, l.period_from,"                      \
  " l.period_to, l.unit, l.status, l.provider_id, p.funding = 2"                                                                 \
  " FROM declaration_line l CROSS JOIN product p ON p.id = l.product_id"
#define SELECT_LINES SELECT_LINE " ORDER BY l.id"

/* So many lines at most are read one by one, and no more than half of all; else all are read one after the other. */
#define MAX_SINGLE (G_GINT64_CONSTANT (1) << 20)

static void
read_line (PsStatement *row, PsStoredLine *line)
{
  line->id = sqlite3_column_int64 (row, 0);
  line->assignment_id = sqlite3_column_int64 (row, 1);
  line->product_id = sqlite3_column_int64 (row, 2);
  line->volume_milli = sqlite3_column_int64 (row, 3);
  line->tariff_e4 = ps_sql_column_number (row, 4);
  line->amount_cents = sqlite3_column_int64 (row, 5);
  line->from = sqlite3_column_int (row, 6);
  line->to = sqlite3_column_int (row, 7);
  line->unit = sqlite3_column_int (row, 8);
  line->status = sqlite3_column_int (row, 9);
}

typedef struct
{
  PsStore *store;
  PsStatement *insert;
} Remaking;

static gboolean
insert_block (PsLineBlock *block, gpointer user_data, GError **error)
{
  Remaking *remaking = user_data;
  gboolean ok = ps_line_block_insert (remaking->store, remaking->insert, block, error);

  ps_line_block_free (block);
  return ok;
}

/* The lines of `providers` that `select` gives; NULL: of all. */
static gboolean
add_lines (PsStore *store, PsStatement *select, const PsBits *providers, PsLineBuffers *buffers, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (store, select, &row, error))
    {
      PsStoredLine line;
      gint64 provider_id;

      if (!row)
        return TRUE;
      provider_id = sqlite3_column_int64 (select, 10);
      if (providers != NULL && !ps_bits_has (providers, provider_id))
        continue;
      read_line (select, &line);
      if (!ps_line_buffers_add (buffers, provider_id, sqlite3_column_int (select, 11), &line, error))
        return FALSE;
    }
  return FALSE;
}

/* `ids`: of the lines to be read, in order; NULL: all of them. */
static gboolean
fill_buffers (PsStore *store, const PsBits *providers, const GArray *ids, PsLineBuffers *buffers, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, ids != NULL ? SELECT_LINE " WHERE l.id = ?" : SELECT_LINES, error);

  if (select == NULL)
    return FALSE;
  if (ids == NULL)
    return add_lines (store, select, providers, buffers, error) && ps_line_buffers_flush (buffers, error);
  for (guint i = 0; i < ids->len; i++)
    {
      if (i > 0 && g_array_index (ids, gint64, i) == g_array_index (ids, gint64, i - 1))
        continue;
      sqlite3_bind_int64 (select, 1, g_array_index (ids, gint64, i));
      if (!add_lines (store, select, providers, buffers, error))
        return FALSE;
      sqlite3_reset (select);
    }
  return ps_line_buffers_flush (buffers, error);
}

static gboolean
make_blocks (PsStore *store, const PsBits *providers, const GArray *ids, GError **error)
{
  g_autoptr (PsStatement) insert = NULL;
  Remaking remaking = { store, NULL };
  PsLineBuffers *buffers;
  gboolean ok;

  insert = remaking.insert = ps_line_block_prepare_insert (store, error);
  if (insert == NULL)
    return FALSE;
  buffers = ps_line_buffers_new (store, insert_block, &remaking, error);
  if (buffers == NULL)
    return FALSE;
  ok = fill_buffers (store, providers, ids, buffers, error);
  ps_line_buffers_free (buffers);
  return ok;
}

gboolean
ps_blocks_remake_lines (PsStore *store, GError **error)
{
  return ps_sql_exec (store, "DELETE FROM line_block", error) && make_blocks (store, NULL, NULL, error);
}

/* How many lines the blocks of those providers hold, and all of them. */
static gboolean
count_lines (PsStore *store, const PsBits *providers, gint64 *n, gint64 *n_all, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store, "SELECT provider_id, sum (n_lines) FROM line_block GROUP BY provider_id", error);
  gboolean row;

  *n = *n_all = 0;
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      *n_all += sqlite3_column_int64 (select, 1);
      if (ps_bits_has (providers, sqlite3_column_int64 (select, 0)))
        *n += sqlite3_column_int64 (select, 1);
    }
  return FALSE;
}

static void
add_id (const PsStoredLine *line, gpointer ids)
{
  g_array_append_val ((GArray *) ids, line->id);
}

/* *whole FALSE: a block is broken. */
static gboolean
add_ids_of (PsStore *store, PsStatement *select, GArray *ids, gboolean *whole, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!ps_line_block_read (sqlite3_column_blob (select, 1), (gsize) sqlite3_column_bytes (select, 1),
                               (guint) sqlite3_column_int (select, 0), add_id, ids))
        *whole = FALSE;
    }
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
find_ids (PsStore *store, const PsBits *providers, GArray *ids, gboolean *whole, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT n_lines, data FROM line_block WHERE provider_id = ?", error);

  *whole = TRUE;
  if (select == NULL)
    return FALSE;
  for (gint64 id = 0; id < (gint64) providers->n_bytes * 8; id++)
    {
      if (!ps_bits_has (providers, id))
        continue;
      sqlite3_bind_int64 (select, 1, id);
      if (!add_ids_of (store, select, ids, whole, error))
        return FALSE;
      sqlite3_reset (select);
    }
  g_array_sort (ids, compare_ids);
  return TRUE;
}

/* The ids of the lines to be read; *ids NULL: it is quicker to read all. */
static gboolean
choose_ids (PsStore *store, const PsBits *providers, const GArray *others, GArray **ids, GError **error)
{
  g_autoptr (GArray) found = NULL;
  gboolean whole;
  gint64 n, n_all;

  *ids = NULL;
  if (others == NULL)
    return TRUE;
  if (!count_lines (store, providers, &n, &n_all, error))
    return FALSE;
  n += others->len;
  if (n > MAX_SINGLE || n > n_all / 2)
    return TRUE;
  found = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n);
  if (others->len > 0)
    g_array_append_vals (found, others->data, others->len);
  if (!find_ids (store, providers, found, &whole, error))
    return FALSE;
  if (whole)
    *ids = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
remove_blocks (PsStore *store, const PsBits *providers, GError **error)
{
  g_autoptr (PsStatement) remove = ps_sql_prepare (store, "DELETE FROM line_block WHERE provider_id = ?", error);

  if (remove == NULL)
    return FALSE;
  for (gint64 id = 0; id < (gint64) providers->n_bytes * 8; id++)
    {
      if (!ps_bits_has (providers, id))
        continue;
      sqlite3_bind_int64 (remove, 1, id);
      if (!ps_sql_run (store, remove, error))
        return FALSE;
    }
  return TRUE;
}

/* There is no index to find a provider's lines by, for nothing else asks: their present blocks tell which they are. */
gboolean
ps_blocks_remake_lines_of (PsStore *store, const PsBits *providers, const GArray *others, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  return choose_ids (store, providers, others, &ids, error) && remove_blocks (store, providers, error)
         && make_blocks (store, providers, ids, error);
}

/* The lines of a provider, year and instalment or not, added up in a way that does not depend on their order. */
typedef struct
{
  gint64 key;
  guint64 rows_n, rows_sum;
  guint64 blocks_n, blocks_sum;
  PsDate rows_last, blocks_last;
} Sum;

static Sum *
sum_of (GHashTable *sums, gint64 provider_id, int year, gboolean instalment)
{
  gint64 key = provider_id << 13 | year << 1 | (instalment ? 1 : 0);
  Sum *sum = g_hash_table_lookup (sums, &key);

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      sum->key = key;
      sum->rows_last = sum->blocks_last = G_MININT32;
      g_hash_table_insert (sums, &sum->key, sum);
    }
  return sum;
}

static guint64
hash_of_line (const PsStoredLine *line)
{
  guint64 hash = ps_hash_mix ((guint64) line->id);

  hash = ps_hash_mix (hash + (guint64) line->assignment_id);
  hash = ps_hash_mix (hash + (guint64) line->product_id);
  hash = ps_hash_mix (hash + (guint64) line->volume_milli);
  hash = ps_hash_mix (hash + (guint64) line->tariff_e4);
  hash = ps_hash_mix (hash + (guint64) line->amount_cents);
  hash = ps_hash_mix (hash + ((guint64) (guint32) line->from << 32 | (guint32) line->to));
  return ps_hash_mix (hash + ((guint64) line->unit << 8 | line->status));
}

static gboolean
sum_rows (PsStore *store, GHashTable *sums, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, SELECT_LINES, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      PsStoredLine line;
      Sum *sum;

      if (!row)
        return TRUE;
      read_line (select, &line);
      sum = sum_of (sums, sqlite3_column_int64 (select, 10), ps_date_year (line.from), sqlite3_column_int (select, 11));
      sum->rows_n++;
      sum->rows_sum += hash_of_line (&line);
      sum->rows_last = MAX (sum->rows_last, line.to);
    }
  return FALSE;
}

static void
sum_block_line (const PsStoredLine *line, gpointer user_data)
{
  Sum *sum = user_data;

  sum->blocks_n++;
  sum->blocks_sum += hash_of_line (line);
}

static gboolean
sum_blocks (PsStore *store, GHashTable *sums, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (store, "SELECT provider_id, year, instalment, n_lines, data, last_day FROM line_block", error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      Sum *sum;

      if (!row)
        return TRUE;
      sum = sum_of (sums, sqlite3_column_int64 (select, 0), sqlite3_column_int (select, 1), sqlite3_column_int (select, 2));
      sum->blocks_last = MAX (sum->blocks_last, sqlite3_column_int (select, 5));
      if (!ps_line_block_read (sqlite3_column_blob (select, 4), sqlite3_column_bytes (select, 4), sqlite3_column_int (select, 3),
                               sum_block_line, sum))
        sum->blocks_sum++; /* broken: it must not add up by chance */
    }
  return FALSE;
}

static char *
describe (PsStore *store, gint64 key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT agb FROM provider WHERE id = %" G_GINT64_FORMAT, key >> 13);
  g_autoptr (PsStatement) select = ps_sql_prepare (store, sql, NULL);
  gboolean row = FALSE;

  if (select != NULL && !ps_sql_step_row (store, select, &row, NULL))
    row = FALSE;
  return g_strdup_printf ("provider %s, year %d%s", row ? (const char *) sqlite3_column_text (select, 0) : "?",
                          (int) (key >> 1 & 0xfff), (key & 1) != 0 ? ", instalments" : "");
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  gint64 x = (*(Sum *const *) a)->key, y = (*(Sum *const *) b)->key;

  return (x > y) - (x < y);
}

static void
report_sums (PsStore *store, GHashTable *sums, PsBlockFindingFunc found, gpointer user_data)
{
  g_autoptr (GPtrArray) list = ps_sorted_values (sums, compare_sums);

  for (guint i = 0; i < list->len; i++)
    {
      const Sum *sum = g_ptr_array_index (list, i);
      g_autofree char *where = NULL;
      g_autofree char *what = NULL;

      if (sum->rows_n == sum->blocks_n && sum->rows_sum == sum->blocks_sum && sum->rows_last == sum->blocks_last)
        continue;
      where = describe (store, sum->key);
      what = g_strdup_printf ("the kept copy of %" G_GUINT64_FORMAT " lines differs from the %" G_GUINT64_FORMAT " rows",
                              sum->blocks_n, sum->rows_n);
      found (where, what, user_data);
    }
}

gboolean
ps_blocks_check_lines (PsStore *store, PsBlockFindingFunc found, gpointer user_data, GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  if (!sum_rows (store, sums, error) || !sum_blocks (store, sums, error))
    return FALSE;
  report_sums (store, sums, found, user_data);
  return TRUE;
}
