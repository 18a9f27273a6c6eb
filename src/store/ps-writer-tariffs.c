/* ps-writer-tariffs.c: tariffs, whose periods may not overlap
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A file may end one tariff and start the next in any order of its rows, so overlaps can only be seen when all of it is
 * there: the rows wait until the end of the file, or of all files with tariffs of the run. What is refused then is left out, and the rest looked at again, for it now
 * meets what was there before.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-writer-private.h"

typedef struct
{
  gint64 id; /* 0: new */
  gint64 product_id;
  gint64 provider_id; /* 0: the region's */
  PsDate from;
  PsDate to;
  gint64 tariff_e4;
  gboolean in_file;
  gboolean refused; /* of this file, and not to be stored */
  gboolean hidden;  /* of the region, and replaced by a row of this file */
  PsOrigin origin;
} Tariff;

static Tariff *
tariff_at (GArray *tariffs, guint i)
{
  return &g_array_index (tariffs, Tariff, i);
}

/* A hash of the key, for rows that are in the file twice. */
static guint
hash_tariff (gconstpointer data)
{
  const Tariff *tariff = data;

  return (guint) (tariff->product_id * 31 + tariff->provider_id) * 131 + (guint) tariff->from;
}

static gboolean
same_key (gconstpointer a, gconstpointer b)
{
  const Tariff *x = a, *y = b;

  return x->product_id == y->product_id && x->provider_id == y->provider_id && x->from == y->from;
}

static PsPut
put_resolved (PsWriter *writer, const Tariff *tariff)
{
  g_autofree char *from = NULL;
  Tariff *known;

  if (writer->tariffs == NULL)
    writer->tariffs = g_hash_table_new_full (hash_tariff, same_key, NULL, g_free);
  known = g_hash_table_lookup (writer->tariffs, tariff);
  if (known == NULL)
    {
      Tariff *kept = g_memdup2 (tariff, sizeof *tariff);

      g_hash_table_insert (writer->tariffs, kept, kept);
      return PS_PUT_LATER;
    }
  if (known->to == tariff->to && known->tariff_e4 == tariff->tariff_e4)
    return PS_PUT_UNCHANGED;
  if (known->origin.file != tariff->origin.file)
    {
      /* The later file has the last word: the earlier row changes nothing. */
      ps_writer_add_replaced (writer, known->origin.file);
      *known = *tariff;
      return PS_PUT_LATER;
    }
  from = ps_format_date (tariff->from);
  return ps_writer_refuse_twice (writer, &(PsRowKey){ tariff->origin, "geldig_van", from });
}

/* A tariff under a code is of the provider whose own that is, on any day: what was agreed with it, whoever it goes on in (a merger copies
 * its tariffs, so files with them change nothing). Only a code that is nobody's own is looked up by its days. */
static const PsCode *
need_owner (PsWriter *writer, const PsTariffRow *row)
{
  const PsCode *own = ps_writer_find_code (writer, PS_CODES_PROVIDER, row->agb);

  return own != NULL && own->id != 0 ? own : ps_writer_need_provider (writer, row->agb, row->from, row->origin);
}

PsPut
ps_writer_put_tariff (PsWriter *writer, const PsTariffRow *row, GError **error)
{
  const PsCode *product = ps_writer_need_code (writer, PS_CODES_PRODUCT, row->product, row->origin, "product");
  const PsCode *provider = NULL;
  Tariff tariff = { .from = row->from, .to = row->to, .tariff_e4 = row->tariff_e4, .in_file = TRUE, .origin = row->origin };

  if (row->agb != NULL)
    provider = need_owner (writer, row);
  if (product == NULL || (row->agb != NULL && provider == NULL))
    return PS_PUT_REFUSED;
  tariff.product_id = product->id;
  tariff.provider_id = provider != NULL ? provider->id : 0;
  return put_resolved (writer, &tariff);
}

/* All tariffs of the region, and those of the file after them. */
static gboolean
load_present (PsWriter *writer, GArray *tariffs, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select =
      ps_sql_prepare (writer->store, "SELECT id, product_id, provider_id, valid_from, valid_to, tariff_e4 FROM tariff", error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      Tariff tariff = { 0 };
      Tariff *coming;

      if (!row)
        return TRUE;
      tariff.id = sqlite3_column_int64 (select, 0);
      tariff.product_id = sqlite3_column_int64 (select, 1);
      tariff.provider_id = sqlite3_column_int64 (select, 2);
      tariff.from = sqlite3_column_int (select, 3);
      tariff.to = ps_sql_column_date (select, 4);
      tariff.tariff_e4 = sqlite3_column_int64 (select, 5);
      coming = g_hash_table_lookup (writer->tariffs, &tariff);
      if (coming != NULL)
        coming->id = tariff.id;
      tariff.hidden = coming != NULL;
      g_array_append_val (tariffs, tariff);
    }
  return FALSE;
}

static void
append_coming (PsWriter *writer, GArray *tariffs)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, writer->tariffs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_append_vals (tariffs, value, 1);
}

/* Of the same start the region's row comes before the file's, which hides it. */
static int
compare_tariffs (gconstpointer a, gconstpointer b)
{
  const Tariff *x = a, *y = b;

  if (x->product_id != y->product_id)
    return x->product_id < y->product_id ? -1 : 1;
  if (x->provider_id != y->provider_id)
    return x->provider_id < y->provider_id ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->in_file - y->in_file;
}

static gboolean
is_present (const Tariff *tariff)
{
  return !tariff->refused && !tariff->hidden;
}

static void
refuse_overlap (PsWriter *writer, GArray *tariffs, guint place, const Tariff *other)
{
  Tariff *tariff = tariff_at (tariffs, place);
  g_autofree char *from = ps_format_date (tariff->from);
  g_autofree char *other_from = ps_format_date (other->from);
  g_autofree char *reason = g_strdup_printf (_("overlaps the tariff from %s of the same product and provider"), other_from);

  ps_writer_refuse (writer, tariff->origin, "geldig_van", from, reason);
  tariff->refused = TRUE;
  if (tariff->id != 0 && place > 0 && tariff_at (tariffs, place - 1)->id == tariff->id)
    tariff_at (tariffs, place - 1)->hidden = FALSE;
}

/* Of two that overlap the file's is refused; of two of the file the one that stands later in it. */
static void
refuse_one (PsWriter *writer, GArray *tariffs, guint first, guint second)
{
  const Tariff *a = tariff_at (tariffs, first), *b = tariff_at (tariffs, second);

  if (b->in_file && (!a->in_file || ps_origin_compare (b->origin, a->origin) > 0))
    refuse_overlap (writer, tariffs, second, a);
  else
    refuse_overlap (writer, tariffs, first, b);
}

static gboolean
same_tariff (const Tariff *a, const Tariff *b)
{
  return a->product_id == b->product_id && a->provider_id == b->provider_id;
}

/* Finds the first two that overlap, at least one of them of the file; FALSE where there are none. Nothing that was in the region
 * before overlaps, so the neighbours that count are each present tariff and the one that reaches furthest before it. */
static gboolean
refuse_first_overlap (PsWriter *writer, GArray *tariffs)
{
  guint furthest = PS_NONE;

  for (guint i = 0; i < tariffs->len; i++)
    {
      const Tariff *tariff = tariff_at (tariffs, i);
      const Tariff *before = furthest == PS_NONE ? NULL : tariff_at (tariffs, furthest);

      if (!is_present (tariff))
        continue;
      if (before != NULL && same_tariff (before, tariff) && before->to >= tariff->from && (before->in_file || tariff->in_file))
        {
          refuse_one (writer, tariffs, furthest, i);
          return TRUE;
        }
      if (before == NULL || !same_tariff (before, tariff) || tariff->to > before->to)
        furthest = i;
    }
  return FALSE;
}

static void
bind_tariff (PsStatement *statement, gconstpointer data)
{
  const Tariff *tariff = data;

  sqlite3_bind_int64 (statement, 2, tariff->product_id);
  if (tariff->provider_id == 0)
    sqlite3_bind_null (statement, 3);
  else
    sqlite3_bind_int64 (statement, 3, tariff->provider_id);
  sqlite3_bind_int (statement, 4, tariff->from);
  ps_sql_bind_date (statement, 5, tariff->to);
  sqlite3_bind_int64 (statement, 6, tariff->tariff_e4);
}

static int
compare_origins (gconstpointer a, gconstpointer b)
{
  return ps_origin_compare (((const Tariff *) a)->origin, ((const Tariff *) b)->origin);
}

static gboolean
store_coming (PsWriter *writer, GArray *tariffs, GError **error)
{
  g_array_sort (tariffs, compare_origins);
  for (guint i = 0; i < tariffs->len; i++)
    {
      Tariff *tariff = tariff_at (tariffs, i);
      g_autofree char *from = ps_format_date (tariff->from);
      PsRowKey key = { tariff->origin, "geldig_van", from };
      PsPut put;

      if (!tariff->in_file || tariff->refused)
        continue;
      put = ps_writer_put_row (writer, PS_TABLE_TARIFF, &tariff->id, bind_tariff, tariff, &key, error);
      if (put == PS_PUT_FAILED)
        return FALSE;
      ps_writer_count (&ps_writer_end_of (writer, tariff->origin.file)->later, put);
    }
  return TRUE;
}

gboolean
ps_writer_end_tariffs (PsWriter *writer, GError **error)
{
  g_autoptr (GArray) tariffs = NULL;

  if (writer->tariffs == NULL)
    return TRUE;
  tariffs = g_array_new (FALSE, FALSE, sizeof (Tariff));
  if (!load_present (writer, tariffs, error))
    return FALSE;
  append_coming (writer, tariffs);
  g_clear_pointer (&writer->tariffs, g_hash_table_unref);
  g_array_sort (tariffs, compare_tariffs);
  while (refuse_first_overlap (writer, tariffs))
    ;
  return store_coming (writer, tariffs, error);
}
