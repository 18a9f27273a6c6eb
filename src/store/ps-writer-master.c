/* ps-writer-master.c: municipalities, providers, products
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-writer-private.h"

static void
bind_municipality (PsStatement *statement, gconstpointer data)
{
  const PsMunicipalityRow *row = data;

  ps_sql_bind_text (statement, 2, row->code);
  ps_sql_bind_text (statement, 3, row->name);
}

/* Puts a thing that goes by a code, and remembers the code of a new one. */
static PsPut
put_coded (PsWriter *writer, PsTableKind table, PsCodeKind kind, PsCode *code, PsBindFunc bind, gconstpointer row,
           const PsRowKey *key, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, kind, key->value);
  PsPut put;

  code->id = known != NULL ? known->id : 0;
  put = ps_writer_put_row (writer, table, &code->id, bind, row, key, error);
  if (put == PS_PUT_ADDED || put == PS_PUT_UPDATED)
    ps_writer_add_code (writer, kind, key->value, code);
  return put;
}

PsPut
ps_writer_put_municipality (PsWriter *writer, const PsMunicipalityRow *row, GError **error)
{
  PsRowKey key = { row->origin, "code", row->code };
  PsCode code = { 0 };

  return put_coded (writer, PS_TABLE_MUNICIPALITY, PS_CODES_MUNICIPALITY, &code, bind_municipality, row, &key, error);
}

static void
bind_provider (PsStatement *statement, gconstpointer data)
{
  const PsProviderRow *row = data;

  ps_sql_bind_text (statement, 2, row->agb);
  ps_sql_bind_text (statement, 3, row->name);
  ps_sql_bind_text (statement, 4, row->kvk);
  ps_sql_bind_text (statement, 5, row->email);
  ps_sql_bind_text (statement, 6, row->place);
  sqlite3_bind_int (statement, 7, row->kind == 0 ? PS_KIND_REGULAR : row->kind);
  sqlite3_bind_int (statement, 8, row->contracted != 0);
}

/* The row of `sql` with this id, to be reset: what is there where a file has no column for it. NULL: an error. */
static PsStatement *
select_present (PsWriter *writer, const char *sql, gint64 id, GError **error)
{
  PsStatement *select = ps_sql_prepare (writer->store, sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, id);
  if (ps_sql_step_row (writer->store, select, &row, error))
    return select;
  sqlite3_finalize (select);
  return NULL;
}

static gboolean
keep_provider (PsWriter *writer, PsProviderRow *row, gint64 id, GError **error)
{
  guint absent = ps_writer_get_absent (writer, row->origin.file);
  g_autoptr (PsStatement) present = NULL;

  if ((absent & (PS_ABSENT_KIND | PS_ABSENT_CONTRACTED)) == 0)
    return TRUE;
  present = select_present (writer, "SELECT kind, contracted FROM provider WHERE id = ?", id, error);
  if (present == NULL)
    return FALSE;
  if ((absent & PS_ABSENT_KIND) != 0)
    row->kind = sqlite3_column_int (present, 0);
  if ((absent & PS_ABSENT_CONTRACTED) != 0)
    row->contracted = sqlite3_column_int (present, 1);
  return TRUE;
}

PsPut
ps_writer_put_provider (PsWriter *writer, const PsProviderRow *row, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, PS_CODES_PROVIDER, row->agb);
  PsRowKey key = { row->origin, "agb", row->agb };
  PsProviderRow whole = *row;
  PsCode code = { 0 };

  if (known != NULL && known->id == 0)
    return ps_writer_refuse (writer, row->origin, "agb", row->agb,
                             _("this AGB code belongs to a provider that has another one as well: its row is under that one"));
  if (known != NULL && !keep_provider (writer, &whole, known->id, error))
    return PS_PUT_FAILED;
  return put_coded (writer, PS_TABLE_PROVIDER, PS_CODES_PROVIDER, &code, bind_provider, &whole, &key, error);
}

static void
bind_segment (PsStatement *statement, gconstpointer code)
{
  ps_sql_bind_text (statement, 2, code);
}

typedef struct
{
  const char *code;
  gint64 segment_id;
} GroupRow;

static void
bind_group (PsStatement *statement, gconstpointer data)
{
  const GroupRow *row = data;

  ps_sql_bind_text (statement, 2, row->code);
  sqlite3_bind_int64 (statement, 3, row->segment_id);
}

static PsPut
need_segment (PsWriter *writer, const PsProductRow *row, gint64 *id, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, PS_CODES_SEGMENT, row->segment);
  PsRowKey key = { row->origin, "segment", row->segment };
  PsCode code = { 0 };
  PsPut put;

  if (known != NULL)
    {
      *id = known->id;
      return PS_PUT_UNCHANGED;
    }
  put = put_coded (writer, PS_TABLE_SEGMENT, PS_CODES_SEGMENT, &code, bind_segment, row->segment, &key, error);
  *id = code.id;
  return put;
}

/* Whether the group has any product but the one of this row, which would stay behind in the old segment. */
static gboolean
has_other_products (PsWriter *writer, gint64 group_id, const char *product)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, writer->codes[PS_CODES_PRODUCT].by_code);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((const PsCode *) value)->group_id == group_id && strcmp (key, product) != 0)
      return TRUE;
  return FALSE;
}

/* Whether an agreement that exchanges within segments would get two schemes in one of them (domain.md §5). */
static gboolean
would_mix_schemes (PsWriter *writer, gint64 group_id, gint64 segment_id, gboolean *mixes, GError **error)
{
  g_autoptr (PsStatement) select = NULL;

  select = ps_sql_prepare (writer->store,
                           "SELECT 1 FROM agreement_version v JOIN agreement_line l ON l.version_id = v.id"
                           " JOIN product_group g ON g.id = l.group_id"
                           " WHERE v.is_current = 1 AND v.exchange = ?3 AND l.lump_sum = 0 AND (g.id = ?1 OR g.segment_id = ?2)"
                           " GROUP BY v.id HAVING count (DISTINCT ifnull (l.scheme_id, 0)) > 1 AND max (g.id = ?1) = 1",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, group_id);
  sqlite3_bind_int64 (select, 2, segment_id);
  sqlite3_bind_int (select, 3, PS_EXCHANGE_SEGMENT);
  return ps_sql_step_row (writer->store, select, mixes, error);
}

/* Whether a group may go to another segment with the product of this row. */
static PsPut
may_move (PsWriter *writer, const PsProductRow *row, gint64 group_id, gint64 segment_id, GError **error)
{
  gboolean mixes;

  if (has_other_products (writer, group_id, row->code))
    return ps_writer_refuse (writer, row->origin, "segment", row->segment, _("this product group belongs to another segment"));
  if (!would_mix_schemes (writer, group_id, segment_id, &mixes, error))
    return PS_PUT_FAILED;
  if (mixes)
    return ps_writer_refuse (writer, row->origin, "segment", row->segment,
                             _("lines of an agreement in the region, which would then exchange money, have different incentive "
                                "schemes"));
  return PS_PUT_UNCHANGED;
}

/* A group belongs to one segment (domain.md §2). */
static PsPut
need_group (PsWriter *writer, const PsProductRow *row, gint64 *id, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, PS_CODES_GROUP, row->group);
  PsRowKey key = { row->origin, "productgroep", row->group };
  GroupRow group = { .code = row->group };
  PsCode code = { 0 };
  PsPut put = need_segment (writer, row, &group.segment_id, error);

  if (put == PS_PUT_REFUSED || put == PS_PUT_FAILED)
    return put;
  if (known != NULL && known->segment_id == group.segment_id)
    {
      *id = known->id;
      return PS_PUT_UNCHANGED;
    }
  if (known != NULL)
    put = may_move (writer, row, known->id, group.segment_id, error);
  if (put == PS_PUT_REFUSED || put == PS_PUT_FAILED)
    return put;
  code.segment_id = group.segment_id;
  put = put_coded (writer, PS_TABLE_GROUP, PS_CODES_GROUP, &code, bind_group, &group, &key, error);
  *id = code.id;
  return put;
}

typedef struct
{
  const PsProductRow *row;
  gint64 group_id;
} ResolvedProduct;

static void
bind_product (PsStatement *statement, gconstpointer data)
{
  const ResolvedProduct *product = data;
  const PsProductRow *row = product->row;

  ps_sql_bind_text (statement, 2, row->code);
  ps_sql_bind_text (statement, 3, row->name);
  sqlite3_bind_int64 (statement, 4, product->group_id);
  sqlite3_bind_int (statement, 5, row->funding);
  sqlite3_bind_int (statement, 6, row->unit);
  ps_sql_bind_positive (statement, 7, row->norm_months);
  ps_sql_bind_number (statement, 8, row->norm_hours_milli);
  sqlite3_bind_int (statement, 9, row->exempt);
}

#define ABSENT_OF_PRODUCT (PS_ABSENT_UNIT | PS_ABSENT_NORM_MONTHS | PS_ABSENT_NORM_HOURS | PS_ABSENT_EXEMPT)

static gboolean
keep_product (PsWriter *writer, PsProductRow *row, gint64 id, GError **error)
{
  guint absent = ps_writer_get_absent (writer, row->origin.file);
  g_autoptr (PsStatement) present = NULL;

  if ((absent & ABSENT_OF_PRODUCT) == 0)
    return TRUE;
  present = select_present (writer, "SELECT unit, ifnull (norm_months, -1), norm_hours_milli, exempt FROM product WHERE id = ?",
                            id, error);
  if (present == NULL)
    return FALSE;
  if ((absent & PS_ABSENT_UNIT) != 0)
    row->unit = (PsUnit) sqlite3_column_int (present, 0);
  if ((absent & PS_ABSENT_NORM_MONTHS) != 0)
    row->norm_months = sqlite3_column_int (present, 1);
  if ((absent & PS_ABSENT_NORM_HOURS) != 0)
    row->norm_hours_milli = ps_sql_column_number (present, 2);
  if ((absent & PS_ABSENT_EXEMPT) != 0)
    row->exempt = (PsExempt) sqlite3_column_int (present, 3);
  return TRUE;
}

PsPut
ps_writer_put_product (PsWriter *writer, const PsProductRow *row, GError **error)
{
  const PsCode *known = ps_writer_find_code (writer, PS_CODES_PRODUCT, row->code);
  PsFunding funding = known != NULL ? known->funding : row->funding;
  PsRowKey key = { row->origin, "code", row->code };
  PsProductRow whole = *row;
  ResolvedProduct product = { &whole, 0 };
  PsCode code = { .funding = row->funding };
  PsPut put = need_group (writer, row, &product.group_id, error);

  if (put == PS_PUT_REFUSED || put == PS_PUT_FAILED)
    return put;
  if (known != NULL && !keep_product (writer, &whole, known->id, error))
    return PS_PUT_FAILED;
  code.group_id = product.group_id;
  put = put_coded (writer, PS_TABLE_PRODUCT, PS_CODES_PRODUCT, &code, bind_product, &product, &key, error);
  if (put == PS_PUT_UPDATED && (funding == PS_FUNDING_TRAJECT) != (row->funding == PS_FUNDING_TRAJECT))
    writer->remake_lines = TRUE;
  return put;
}
