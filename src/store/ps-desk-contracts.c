/* ps-desk-contracts.c: contracts with their options, products and documents
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-desk-private.h"

typedef struct
{
  PsStore *store;
  GPtrArray *contracts;
  GHashTable *by_id; /* id → PsContract */
  PsIdPlaces providers;
  PsIdPlaces products;
} Loading;

static PsContract *
contract_of (Loading *loading, PsStatement *row)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  return g_hash_table_lookup (loading->by_id, &id);
}

static gboolean
load_contract (Loading *loading, PsStatement *row, GError **error)
{
  PsContract *contract = ps_contract_new ();

  g_ptr_array_add (loading->contracts, contract);
  contract->id = sqlite3_column_int64 (row, 0);
  g_free (contract->number);
  contract->number = ps_sql_column_text (row, 2);
  contract->start = sqlite3_column_int (row, 3);
  contract->end = ps_sql_column_date (row, 4);
  contract->notice_months = sqlite3_column_type (row, 5) == SQLITE_NULL ? -1 : sqlite3_column_int (row, 5);
  contract->notes = ps_sql_column_text (row, 6);
  g_hash_table_insert (loading->by_id, &contract->id, contract);
  return ps_desk_find_place (&loading->providers, sqlite3_column_int64 (row, 1), &contract->provider, error);
}

static gboolean
load_option (Loading *loading, PsStatement *row, GError **error)
{
  PsContractOption option = { .id = sqlite3_column_int64 (row, 1) };
  PsContract *contract = contract_of (loading, row);

  option.sequence = sqlite3_column_int (row, 2);
  option.months = sqlite3_column_int (row, 3);
  option.decide_by = ps_sql_column_date (row, 4);
  option.decision = (PsOptionDecision) sqlite3_column_int (row, 5);
  option.decided_on = ps_sql_column_date (row, 6);
  if (contract != NULL)
    g_array_append_val (contract->options, option);
  return TRUE;
}

static gboolean
load_product (Loading *loading, PsStatement *row, GError **error)
{
  PsContractProduct product = { .id = sqlite3_column_int64 (row, 1) };
  PsContract *contract = contract_of (loading, row);

  if (!ps_desk_find_place (&loading->products, sqlite3_column_int64 (row, 2), &product.product, error))
    return FALSE;
  product.from = ps_sql_column_date (row, 3);
  product.to = ps_sql_column_date (row, 4);
  if (contract != NULL)
    g_array_append_val (contract->products, product);
  return TRUE;
}

static gboolean
load_document (Loading *loading, PsStatement *row, GError **error)
{
  PsContract *contract = contract_of (loading, row);
  PsContractDocument *document;

  if (contract == NULL)
    return TRUE;
  document = g_new0 (PsContractDocument, 1);
  document->id = sqlite3_column_int64 (row, 1);
  document->label = ps_sql_column_text (row, 2);
  document->uri = ps_sql_column_text (row, 3);
  g_ptr_array_add (contract->documents, document);
  return TRUE;
}

/* ?1: of one provider; 0: all. */
static const struct
{
  const char *sql;
  gboolean (*load) (Loading *loading, PsStatement *row, GError **error);
} selects[] = {
  { "SELECT c.id, c.provider_id, c.number, c.starts_on, c.ends_on, c.notice_months, c.notes FROM contract c"
    " JOIN provider p ON p.id = c.provider_id WHERE ?1 IN (0, c.provider_id) ORDER BY p.agb, c.starts_on, c.number",
    load_contract },
  { "SELECT contract_id, id, sequence, months, decide_by, decision, decided_on FROM contract_option ORDER BY sequence",
    load_option },
  { "SELECT o.contract_id, o.id, o.product_id, o.valid_from, o.valid_to FROM contract_product o"
    " JOIN product p ON p.id = o.product_id ORDER BY p.code",
    load_product },
  { "SELECT contract_id, id, label, uri FROM contract_document ORDER BY id", load_document },
};

static gboolean
load_rows (Loading *loading, guint which, gint64 provider_id, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (loading->store, selects[which].sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (select) > 0)
    sqlite3_bind_int64 (select, 1, provider_id);
  while (ps_sql_step_row (loading->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!selects[which].load (loading, select, error))
        return FALSE;
    }
  return FALSE;
}

/* All of one moment. */
static gboolean
load_all (Loading *loading, gint64 provider_id, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (loading->store->db);
  gboolean ok = !begun || ps_sql_exec (loading->store, "BEGIN", error);

  for (guint i = 0; ok && i < G_N_ELEMENTS (selects); i++)
    ok = load_rows (loading, i, provider_id, error);
  if (begun && !sqlite3_get_autocommit (loading->store->db))
    sqlite3_exec (loading->store->db, "COMMIT", NULL, NULL, NULL);
  return ok;
}

GPtrArray *
ps_desk_load_contracts (PsStore *store, const PsRegion *region, guint provider, GError **error)
{
  g_autoptr (GPtrArray) contracts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_contract_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Loading loading = { store, contracts, by_id, { NULL, 0 }, { NULL, 0 } };
  gboolean ok;

  ps_desk_map_places (&loading.providers, region, PS_PLACES_OF_PROVIDERS);
  ps_desk_map_places (&loading.products, region, PS_PLACES_OF_PRODUCTS);
  ok = load_all (&loading, provider == PS_NONE ? 0 : ps_region_provider (region, provider)->id, error);
  ps_id_places_clear (&loading.providers);
  ps_id_places_clear (&loading.products);
  return ok ? g_steal_pointer (&contracts) : NULL;
}

static PsRecord *
contract_record (const PsRegion *region, const PsContract *contract)
{
  PsRecord *record = ps_record_new_for ("contract", contract->id);

  ps_record_set_number (record, "provider_id", ps_region_provider (region, contract->provider)->id);
  ps_record_set_text (record, "number", contract->number);
  ps_record_set_date (record, "starts_on", contract->start);
  ps_record_set_date (record, "ends_on", contract->end);
  ps_record_set_number (record, "notice_months", contract->notice_months < 0 ? PS_NO_NUMBER : contract->notice_months);
  ps_record_set_text (record, "notes", contract->notes);
  return record;
}

static PsRecord *
option_record (const PsContractOption *option, gint64 contract_id)
{
  PsRecord *record = ps_record_new_for ("contract_option", option->id);

  ps_record_set_number (record, "contract_id", contract_id);
  ps_record_set_number (record, "sequence", option->sequence);
  ps_record_set_number (record, "months", option->months);
  ps_record_set_date (record, "decide_by", option->decide_by);
  ps_record_set_number (record, "decision", option->decision);
  ps_record_set_date (record, "decided_on", option->decided_on);
  return record;
}

static PsRecord *
product_record (const PsRegion *region, const PsContractProduct *product, gint64 contract_id)
{
  PsRecord *record = ps_record_new_for ("contract_product", product->id);

  ps_record_set_number (record, "contract_id", contract_id);
  ps_record_set_number (record, "product_id", ps_region_product (region, product->product)->id);
  ps_record_set_date (record, "valid_from", product->from);
  ps_record_set_date (record, "valid_to", product->to);
  return record;
}

static PsRecord *
document_record (const PsContractDocument *document, gint64 contract_id)
{
  PsRecord *record = ps_record_new_for ("contract_document", document->id);

  ps_record_set_number (record, "contract_id", contract_id);
  ps_record_set_text (record, "label", document->label);
  ps_record_set_text (record, "uri", document->uri);
  return record;
}

/* The rows of a contract's parts, as it was shown or as it is to be. */
static GPtrArray *
part_records (const PsRegion *region, const PsContract *contract, gint64 contract_id)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);

  for (guint i = 0; contract != NULL && i < contract->options->len; i++)
    g_ptr_array_add (records, option_record (&g_array_index (contract->options, PsContractOption, i), contract_id));
  for (guint i = 0; contract != NULL && i < contract->products->len; i++)
    g_ptr_array_add (records, product_record (region, &g_array_index (contract->products, PsContractProduct, i), contract_id));
  for (guint i = 0; contract != NULL && i < contract->documents->len; i++)
    g_ptr_array_add (records, document_record (g_ptr_array_index (contract->documents, i), contract_id));
  return records;
}

gboolean
ps_desk_save_contract (PsStore *store, const char *actor, const PsRegion *region, const PsContract *before,
                       const PsContract *after, const char *reason, gint64 *record, GError **error)
{
  PsChange *change = ps_desk_change_new (before != NULL ? "edit" : "create", "contract:%s:%s",
                                         ps_region_provider (region, after->provider)->agb, after->number);
  g_autoptr (PsRecord) new_row = contract_record (region, after);
  g_autoptr (GPtrArray) old_parts = NULL;
  g_autoptr (GPtrArray) new_parts = NULL;
  gint64 id;

  if (before != NULL)
    {
      g_autoptr (PsRecord) old_row = contract_record (region, before);

      id = before->id;
      ps_record_set_id (new_row, id);
      ps_change_update (change, old_row, new_row);
    }
  else
    id = ps_change_insert (change, new_row);
  old_parts = part_records (region, before, id);
  new_parts = part_records (region, after, id);
  ps_desk_change_parts (change, old_parts, new_parts);
  return ps_desk_apply (store, change, actor, reason, record, error);
}
