/* ps-store-region.c: the agreements side of a region, from the file to memory
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-id-places.h"
#include "ps-sql.h"

typedef struct
{
  PsStore *store;
  PsRegion *region;
  PsIdPlaces municipalities;
  PsIdPlaces segments;
  PsIdPlaces groups;
  PsIdPlaces providers;
  PsIdPlaces products;
  PsIdPlaces schemes;
  PsIdPlaces agreements;
  gboolean bad_id;
} Loading;

static void
loading_clear (Loading *loading)
{
  ps_id_places_clear (&loading->municipalities);
  ps_id_places_clear (&loading->segments);
  ps_id_places_clear (&loading->groups);
  ps_id_places_clear (&loading->providers);
  ps_id_places_clear (&loading->products);
  ps_id_places_clear (&loading->schemes);
  ps_id_places_clear (&loading->agreements);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loading, loading_clear)

typedef void (*RowFunc) (Loading *loading, PsStatement *row);

static gboolean
for_each_row (Loading *loading, const char *sql, RowFunc func, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (loading->store, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (loading->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      func (loading, select);
    }
  return FALSE;
}

static gint64
remember (Loading *loading, PsIdPlaces *map, PsStatement *row, guint place)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  if (!ps_id_places_set (map, id, place))
    loading->bad_id = TRUE;
  return id;
}

/* The place of the thing whose id is in that column; PS_NONE where it is NULL. A reference that leads nowhere is a damaged file. */
static guint
place_of (Loading *loading, const PsIdPlaces *map, PsStatement *row, int column)
{
  guint place;

  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return PS_NONE;
  place = ps_id_places_get (map, sqlite3_column_int64 (row, column));
  if (place == PS_NONE)
    loading->bad_id = TRUE;
  return place;
}

static void
load_settings (Loading *loading, PsStatement *row)
{
  g_free (loading->region->name);
  loading->region->name = ps_sql_column_text (row, 0);
  loading->region->under_bp = sqlite3_column_int (row, 1);
  loading->region->over_bp = sqlite3_column_int (row, 2);
  loading->region->notice_bp = sqlite3_column_int (row, 3);
  loading->region->answer_days = sqlite3_column_int (row, 4);
}

static void
load_municipality (Loading *loading, PsStatement *row)
{
  PsMunicipality municipality = { remember (loading, &loading->municipalities, row, loading->region->municipalities->len),
                                  ps_sql_column_text (row, 1), ps_sql_column_text (row, 2) };

  g_array_append_val (loading->region->municipalities, municipality);
}

static void
load_segment (Loading *loading, PsStatement *row)
{
  PsSegment segment = { remember (loading, &loading->segments, row, loading->region->segments->len), ps_sql_column_text (row, 1),
                        ps_sql_column_text (row, 2) };

  g_array_append_val (loading->region->segments, segment);
}

static void
load_group (Loading *loading, PsStatement *row)
{
  PsProductGroup group = { remember (loading, &loading->groups, row, loading->region->groups->len), ps_sql_column_text (row, 1),
                           place_of (loading, &loading->segments, row, 2), ps_sql_column_text (row, 3) };

  g_array_append_val (loading->region->groups, group);
}

static void
load_provider (Loading *loading, PsStatement *row)
{
  PsProvider provider = { .id = remember (loading, &loading->providers, row, loading->region->providers->len) };

  provider.agb = ps_sql_column_text (row, 1);
  provider.name = ps_sql_column_text (row, 2);
  provider.kvk = ps_sql_column_text (row, 3);
  provider.email = ps_sql_column_text (row, 4);
  provider.place = ps_sql_column_text (row, 5);
  provider.kind = (PsProviderKind) sqlite3_column_int (row, 6);
  provider.contracted = sqlite3_column_int (row, 7) != 0;
  provider.ended_on = ps_sql_column_date (row, 8);
  provider.merged_into = PS_NONE;
  g_array_append_val (loading->region->providers, provider);
}

/* Once all places are known. */
static void
load_merger (Loading *loading, PsStatement *row)
{
  guint from = place_of (loading, &loading->providers, row, 0);

  if (from != PS_NONE)
    g_array_index (loading->region->providers, PsProvider, from).merged_into = place_of (loading, &loading->providers, row, 1);
}

static void
load_product (Loading *loading, PsStatement *row)
{
  PsProduct product = { .id = remember (loading, &loading->products, row, loading->region->products->len) };

  product.code = ps_sql_column_text (row, 1);
  product.name = ps_sql_column_text (row, 2);
  product.group = place_of (loading, &loading->groups, row, 3);
  product.funding = (PsFunding) sqlite3_column_int (row, 4);
  product.unit = (PsUnit) sqlite3_column_int (row, 5);
  product.norm_months = sqlite3_column_type (row, 6) == SQLITE_NULL ? -1 : sqlite3_column_int (row, 6);
  product.norm_hours_milli = ps_sql_column_number (row, 7);
  product.exempt = (PsExempt) sqlite3_column_int (row, 8);
  product.ended_on = ps_sql_column_date (row, 9);
  g_array_append_val (loading->region->products, product);
}

static void
load_tariff (Loading *loading, PsStatement *row)
{
  PsTariff tariff = { .id = sqlite3_column_int64 (row, 0) };

  tariff.product = place_of (loading, &loading->products, row, 1);
  tariff.provider = place_of (loading, &loading->providers, row, 2);
  tariff.from = sqlite3_column_int (row, 3);
  tariff.to = ps_sql_column_date (row, 4);
  tariff.tariff_e4 = sqlite3_column_int64 (row, 5);
  g_array_append_val (loading->region->tariffs, tariff);
}

static void
load_scheme (Loading *loading, PsStatement *row)
{
  PsScheme scheme = { .id = remember (loading, &loading->schemes, row, loading->region->schemes->len) };

  scheme.name = ps_sql_column_text (row, 1);
  scheme.bands = g_array_new (FALSE, FALSE, sizeof (PsStep));
  scheme.norm_steps = g_array_new (FALSE, FALSE, sizeof (PsStep));
  g_array_append_val (loading->region->schemes, scheme);
}

static void
load_step (Loading *loading, PsStatement *row)
{
  guint place = place_of (loading, &loading->schemes, row, 0);
  int kind = sqlite3_column_int (row, 1);
  PsStep step = { sqlite3_column_int (row, 2), sqlite3_column_int (row, 3) };
  PsScheme *scheme;

  if (place == PS_NONE)
    return;
  scheme = &g_array_index (loading->region->schemes, PsScheme, place);
  if (kind == PS_STEP_WHOLE)
    scheme->whole = TRUE;
  g_array_append_val (kind == PS_STEP_NORM_DURATION ? scheme->norm_steps : scheme->bands, step);
}

/* Keyed by the id of its current version, which its lines refer to. */
static void
load_agreement (Loading *loading, PsStatement *row)
{
  PsAgreement agreement = { 0 };

  remember (loading, &loading->agreements, row, loading->region->agreements->len);
  agreement.id = sqlite3_column_int64 (row, 1);
  agreement.version_id = sqlite3_column_int64 (row, 0);
  agreement.provider = place_of (loading, &loading->providers, row, 2);
  agreement.year = sqlite3_column_int (row, 3);
  agreement.exchange = (PsExchange) sqlite3_column_int (row, 4);
  agreement.key = (PsDivisionKey) sqlite3_column_int (row, 5);
  agreement.measuring = (PsPlaceMeasuring) sqlite3_column_int (row, 6);
  agreement.under_bp = sqlite3_column_type (row, 7) == SQLITE_NULL ? -1 : sqlite3_column_int (row, 7);
  agreement.over_bp = sqlite3_column_type (row, 8) == SQLITE_NULL ? -1 : sqlite3_column_int (row, 8);
  agreement.lines = g_array_new (FALSE, FALSE, sizeof (PsAgreementLine));
  g_array_append_val (loading->region->agreements, agreement);
}

static void
load_agreement_line (Loading *loading, PsStatement *row)
{
  guint agreement = place_of (loading, &loading->agreements, row, 1);
  PsAgreementLine line = { .id = sqlite3_column_int64 (row, 0) };

  line.group = place_of (loading, &loading->groups, row, 2);
  line.municipality = place_of (loading, &loading->municipalities, row, 3);
  line.lump_sum = sqlite3_column_int (row, 4) != 0;
  line.ceiling_cents = sqlite3_column_int64 (row, 5);
  line.places_milli = ps_sql_column_number (row, 6);
  line.scheme = place_of (loading, &loading->schemes, row, 7);
  if (agreement != PS_NONE)
    g_array_append_val (g_array_index (loading->region->agreements, PsAgreement, agreement).lines, line);
}

static void
load_peildatum (Loading *loading, PsStatement *row)
{
  PsPeildatum peildatum = { sqlite3_column_int64 (row, 0), sqlite3_column_int (row, 1), ps_sql_column_text (row, 2),
                            ps_sql_column_date (row, 3) };

  g_array_append_val (loading->region->peildata, peildatum);
}

/* In the order that references need; things with a code by that code, as PsRegion wants them. */
static const struct
{
  const char *sql;
  RowFunc func;
} tables[] = {
  { "SELECT name, under_bp, over_bp, notice_bp, answer_days FROM region", load_settings },
  { "SELECT id, code, name FROM municipality ORDER BY code", load_municipality },
  { "SELECT id, code, name FROM segment ORDER BY code", load_segment },
  { "SELECT id, code, segment_id, name FROM product_group ORDER BY code", load_group },
  { "SELECT id, agb, name, kvk, email, place, kind, contracted, ended_on FROM provider ORDER BY agb", load_provider },
  { "SELECT id, merged_into FROM provider WHERE merged_into IS NOT NULL", load_merger },
  { "SELECT id, code, name, group_id, funding, unit, norm_months, norm_hours_milli, exempt, ended_on FROM product ORDER BY code",
    load_product },
  { "SELECT id, product_id, provider_id, valid_from, valid_to, tariff_e4 FROM tariff", load_tariff },
  { "SELECT id, name FROM scheme ORDER BY name", load_scheme },
  { "SELECT scheme_id, kind, from_value, paid_bp FROM scheme_step", load_step },
  { "SELECT v.id, a.id, a.provider_id, a.year, v.exchange, v.division_key, v.measuring, v.under_bp, v.over_bp"
    " FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id AND v.is_current = 1",
    load_agreement },
  { "SELECT l.id, l.version_id, l.group_id, l.municipality_id, l.lump_sum, l.ceiling_cents, l.places_milli, l.scheme_id"
    " FROM agreement_line l JOIN agreement_version v ON v.id = l.version_id WHERE v.is_current = 1",
    load_agreement_line },
  { "SELECT id, day, label, data_through FROM peildatum ORDER BY day", load_peildatum },
};

static gboolean
load_tables (Loading *loading, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!for_each_row (loading, tables[i].sql, tables[i].func, error))
      return FALSE;
  if (!loading->bad_id)
    return TRUE;
  ps_sql_set_error (NULL, SQLITE_CORRUPT, loading->store->path, error);
  return FALSE;
}

/**
 * ps_store_load_region:
 *
 * Everything but the message data, as it is at one moment.
 *
 * Returns: (transfer full): the region, or NULL with an error
 */
PsRegion *
ps_store_load_region (PsStore *store, GError **error)
{
  g_auto (Loading) loading = { .store = store };
  g_autoptr (PsRegion) region = ps_region_new ();
  gboolean begun = sqlite3_get_autocommit (store->db);
  gboolean ok;

  loading.region = region;
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  ok = load_tables (&loading, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  if (!ok)
    return NULL;
  ps_region_index (region);
  return g_steal_pointer (&region);
}
