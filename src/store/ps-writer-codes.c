/* ps-writer-codes.c: what the codes in files stand for
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-writer-private.h"

/* A provider goes by its AGB code, and by those that it had or took over, on the days that it did (ps_writer_need_provider). */
static const char *const selects[PS_N_CODES] = {
  [PS_CODES_MUNICIPALITY] = "SELECT code, id, 0, 0, 0 FROM municipality",
  [PS_CODES_SEGMENT] = "SELECT code, id, 0, 0, 0 FROM segment",
  [PS_CODES_GROUP] = "SELECT code, id, 0, segment_id, 0 FROM product_group",
  [PS_CODES_PROVIDER] = "SELECT agb, 0, 0, 0, 0 FROM provider_agb UNION ALL SELECT agb, id, 0, 0, 0 FROM provider",
  [PS_CODES_PRODUCT] = "SELECT code, id, group_id, 0, funding FROM product",
  [PS_CODES_SCHEME] = "SELECT name, id, 0, 0, 0 FROM scheme",
};

void
ps_writer_add_code (PsWriter *writer, PsCodeKind kind, const char *code, const PsCode *value)
{
  PsCodes *codes = &writer->codes[kind];

  codes->last = NULL;
  g_hash_table_replace (codes->by_code, g_strdup (code), g_memdup2 (value, sizeof *value));
}

static gboolean
load_kind (PsWriter *writer, PsCodeKind kind, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (writer->store, selects[kind], error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  writer->codes[kind].last = NULL;
  g_clear_pointer (&writer->codes[kind].by_code, g_hash_table_unref);
  writer->codes[kind].by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      PsCode code = { 0 };

      if (!row)
        return TRUE;
      code.id = sqlite3_column_int64 (select, 1);
      code.group_id = sqlite3_column_int64 (select, 2);
      code.segment_id = sqlite3_column_int64 (select, 3);
      code.funding = (PsFunding) sqlite3_column_int (select, 4);
      ps_writer_add_code (writer, kind, (const char *) sqlite3_column_text (select, 0), &code);
    }
  return FALSE;
}

static void
add_dated (PsWriter *writer, const char *agb, const PsDatedAgb *dated)
{
  GArray *list;

  if (writer->dated_agbs == NULL)
    writer->dated_agbs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  list = g_hash_table_lookup (writer->dated_agbs, agb);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (PsDatedAgb));
      g_hash_table_insert (writer->dated_agbs, g_strdup (agb), list);
    }
  g_array_append_vals (list, dated, 1);
}

static gboolean
load_dated (PsWriter *writer, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  g_clear_pointer (&writer->dated_agbs, g_hash_table_unref);
  select = ps_sql_prepare (writer->store,
                           "SELECT agb, provider_id, valid_from, valid_to FROM provider_agb ORDER BY agb, valid_from, id", error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      PsDatedAgb dated = { { 0 }, PS_DATE_MIN, PS_DATE_OPEN };

      if (!row)
        return TRUE;
      dated.provider.id = sqlite3_column_int64 (select, 1);
      if (sqlite3_column_type (select, 2) != SQLITE_NULL)
        dated.from = sqlite3_column_int (select, 2);
      dated.to = ps_sql_column_date (select, 3);
      add_dated (writer, (const char *) sqlite3_column_text (select, 0), &dated);
    }
  return FALSE;
}

/* All codes as the region has them now; called again when a file is taken back. */
gboolean
ps_writer_load_codes (PsWriter *writer, GError **error)
{
  if (!load_dated (writer, error))
    return FALSE;
  for (int kind = 0; kind < PS_N_CODES; kind++)
    if (!load_kind (writer, kind, error))
      return FALSE;
  return TRUE;
}

void
ps_writer_clear_codes (PsWriter *writer)
{
  for (int kind = 0; kind < PS_N_CODES; kind++)
    g_clear_pointer (&writer->codes[kind].by_code, g_hash_table_unref);
  g_clear_pointer (&writer->dated_agbs, g_hash_table_unref);
}

/* NULL: there is none. Valid until a code of the kind is added. */
const PsCode *
ps_writer_find_code (PsWriter *writer, PsCodeKind kind, const char *code)
{
  PsCodes *codes = &writer->codes[kind];
  gpointer key, value;

  if (codes->last != NULL && strcmp (codes->last, code) == 0)
    return codes->last_code;
  if (!g_hash_table_lookup_extended (codes->by_code, code, &key, &value))
    return NULL;
  codes->last = key;
  codes->last_code = value;
  return value;
}

const char *
ps_writer_own_agb (PsWriter *writer, gint64 provider_id)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, writer->codes[PS_CODES_PROVIDER].by_code);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((const PsCode *) value)->id == provider_id)
      return key;
  g_assert_not_reached ();
}

static const char *
unknown_reason (PsCodeKind kind)
{
  switch (kind)
    {
    case PS_CODES_MUNICIPALITY:
      return _("this municipality is not in the region");
    case PS_CODES_GROUP:
      return _("this product group is not in the region");
    case PS_CODES_PROVIDER:
      return _("this provider is not in the region");
    case PS_CODES_PRODUCT:
      return _("this product is not in the region");
    case PS_CODES_SCHEME:
      return _("this incentive scheme is not in the region");
    case PS_CODES_SEGMENT:
    case PS_N_CODES:
    default:
      g_assert_not_reached ();
    }
}

/* As ps_writer_find_code(), and refuses the row when there is none. */
const PsCode *
ps_writer_need_code (PsWriter *writer, PsCodeKind kind, const char *code, PsOrigin origin, const char *column)
{
  const PsCode *found = ps_writer_find_code (writer, kind, code);

  if (found == NULL)
    ps_writer_refuse (writer, origin, column, code, unknown_reason (kind));
  return found;
}

/* The dated ones say who had it on that day. On other days it is of the provider whose own it is; one that only one provider ever had beside its
 * own can be nobody else's. */
static const PsCode *
find_dated (PsWriter *writer, const char *agb, PsDate day, const PsCode *own)
{
  const GArray *list = writer->dated_agbs != NULL ? g_hash_table_lookup (writer->dated_agbs, agb) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PsDatedAgb *dated = &g_array_index (list, PsDatedAgb, i);

      if (dated->from <= day && day <= dated->to)
        return &dated->provider;
    }
  if (own->id != 0)
    return own;
  return list->len == 1 ? &g_array_index (list, PsDatedAgb, 0).provider : NULL;
}

const PsCode *
ps_writer_need_provider (PsWriter *writer, const char *agb, PsDate day, PsOrigin origin)
{
  const PsCode *own = ps_writer_need_code (writer, PS_CODES_PROVIDER, agb, origin, "agb");
  const PsCode *found;

  if (own == NULL || writer->dated_agbs == NULL)
    return own;
  found = find_dated (writer, agb, day, own);
  if (found == NULL)
    ps_writer_refuse (writer, origin, "agb", agb, _("no provider of the region had this AGB code on that day"));
  return found;
}
