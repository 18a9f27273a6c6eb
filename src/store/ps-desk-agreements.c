/* ps-desk-agreements.c: performance agreements and their versions, read
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-desk-private.h"

static int
compare_summaries (gconstpointer a, gconstpointer b)
{
  guint x = (*(const PsAgreementSummary *const *) a)->provider, y = (*(const PsAgreementSummary *const *) b)->provider;

  return (x > y) - (x < y);
}

/* A row is a version with the sum and number of its lines. */
static void
take_version (PsAgreementSummary *summary, PsStatement *row)
{
  gint64 cents = sqlite3_column_int64 (row, 6);
  gboolean current = sqlite3_column_int (row, 4) != 0;
  gboolean draft = sqlite3_column_int (row, 3) == PS_VERSION_DRAFT;

  summary->n_versions++;
  if (current)
    {
      summary->current_number = sqlite3_column_int (row, 2);
      summary->current_state = (PsVersionState) sqlite3_column_int (row, 3);
      summary->agreed_on = ps_sql_column_date (row, 5);
      summary->current_cents = cents;
    }
  else if (draft)
    {
      summary->draft_number = sqlite3_column_int (row, 2);
      summary->draft_cents = cents;
    }
  if (current || (draft && summary->current_number == 0))
    summary->n_lines = (guint) sqlite3_column_int (row, 7);
}

static PsAgreementSummary *
need_summary (GPtrArray *summaries, gint64 agreement_id, guint provider)
{
  PsAgreementSummary *summary = summaries->len > 0 ? g_ptr_array_index (summaries, summaries->len - 1) : NULL;

  if (summary != NULL && summary->agreement_id == agreement_id)
    return summary;
  summary = g_new0 (PsAgreementSummary, 1);
  summary->agreement_id = agreement_id;
  summary->provider = provider;
  summary->agreed_on = PS_DATE_OPEN;
  summary->current_cents = summary->draft_cents = PS_NO_NUMBER;
  g_ptr_array_add (summaries, summary);
  return summary;
}

/* Versions that count come before drafts. */
static gboolean
load_summaries (PsStore *store, const PsIdPlaces *providers, int year, GPtrArray *summaries, GError **error)
{
  g_autoptr (PsStatement) select = ps_desk_select (
      store,
      "SELECT a.id, a.provider_id, v.number, v.state, v.is_current, v.agreed_on, ifnull (sum (l.ceiling_cents), 0),"
      " count (l.id) FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id"
      " LEFT JOIN agreement_line l ON l.version_id = v.id WHERE a.year = ? GROUP BY v.id"
      " ORDER BY a.id, v.is_current DESC, v.number",
      year, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      guint provider;

      if (!row)
        return TRUE;
      if (!ps_desk_find_place (providers, sqlite3_column_int64 (select, 1), &provider, error))
        return FALSE;
      take_version (need_summary (summaries, sqlite3_column_int64 (select, 0), provider), select);
    }
  return FALSE;
}

GPtrArray *
ps_desk_list_agreements (PsStore *store, const PsRegion *region, int year, GError **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  PsIdPlaces providers = { NULL, 0 };
  gboolean ok;

  ps_desk_map_places (&providers, region, PS_PLACES_OF_PROVIDERS);
  ok = load_summaries (store, &providers, year, summaries, error);
  ps_id_places_clear (&providers);
  if (!ok)
    return NULL;
  g_ptr_array_sort (summaries, compare_summaries);
  return g_steal_pointer (&summaries);
}

static PsAgreementVersion *
version_of (PsStatement *row, guint provider, int year)
{
  PsAgreementVersion *version = g_new0 (PsAgreementVersion, 1);
  PsAgreement *terms = ps_agreement_new (provider, year);

  version->id = sqlite3_column_int64 (row, 0);
  version->number = sqlite3_column_int (row, 2);
  version->state = (PsVersionState) sqlite3_column_int (row, 3);
  version->current = sqlite3_column_int (row, 4) != 0;
  version->agreed_on = ps_sql_column_date (row, 5);
  version->reason = ps_sql_column_text (row, 6);
  version->terms = terms;
  terms->id = sqlite3_column_int64 (row, 1);
  terms->version_id = version->id;
  terms->exchange = (PsExchange) sqlite3_column_int (row, 7);
  terms->key = (PsDivisionKey) sqlite3_column_int (row, 8);
  terms->measuring = (PsPlaceMeasuring) sqlite3_column_int (row, 9);
  terms->under_bp = sqlite3_column_type (row, 10) == SQLITE_NULL ? -1 : sqlite3_column_int (row, 10);
  terms->over_bp = sqlite3_column_type (row, 11) == SQLITE_NULL ? -1 : sqlite3_column_int (row, 11);
  return version;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PsAgreementLine *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

typedef struct
{
  PsIdPlaces groups;
  PsIdPlaces municipalities;
  PsIdPlaces schemes;
} LinePlaces;

static gboolean
take_line (const LinePlaces *places, GArray *lines, PsStatement *row, GError **error)
{
  PsAgreementLine line = { .id = sqlite3_column_int64 (row, 0), .scheme = PS_NONE };

  if (!ps_desk_find_place (&places->groups, sqlite3_column_int64 (row, 1), &line.group, error)
      || !ps_desk_find_place (&places->municipalities, sqlite3_column_int64 (row, 2), &line.municipality, error)
      || (sqlite3_column_type (row, 6) != SQLITE_NULL
          && !ps_desk_find_place (&places->schemes, sqlite3_column_int64 (row, 6), &line.scheme, error)))
    return FALSE;
  line.lump_sum = sqlite3_column_int (row, 3) != 0;
  line.ceiling_cents = sqlite3_column_int64 (row, 4);
  line.places_milli = ps_sql_column_number (row, 5);
  g_array_append_val (lines, line);
  return TRUE;
}

static gboolean
load_lines (PsStore *store, const LinePlaces *places, PsAgreementVersion *version, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_desk_select (store,
                      "SELECT id, group_id, municipality_id, lump_sum, ceiling_cents, places_milli, scheme_id FROM agreement_line"
                      " WHERE version_id = ?",
                      version->id, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        {
          g_array_sort (version->terms->lines, compare_lines);
          return TRUE;
        }
      if (!take_line (places, version->terms->lines, select, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
load_versions (PsStore *store, const PsRegion *region, guint provider, int year, GPtrArray *versions, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_desk_select (store,
                           "SELECT v.id, a.id, v.number, v.state, v.is_current, v.agreed_on, v.reason, v.exchange,"
                           " v.division_key, v.measuring, v.under_bp, v.over_bp FROM agreement_version v"
                           " JOIN agreement a ON a.id = v.agreement_id WHERE a.provider_id = ? AND a.year = ? ORDER BY v.number",
                           ps_region_provider (region, provider)->id, error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 2, year);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (versions, version_of (select, provider, year));
    }
  return FALSE;
}

static gboolean
load_all_lines (PsStore *store, const PsRegion *region, GPtrArray *versions, GError **error)
{
  LinePlaces places = { { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
  gboolean ok = TRUE;

  ps_desk_map_places (&places.groups, region, PS_PLACES_OF_GROUPS);
  ps_desk_map_places (&places.municipalities, region, PS_PLACES_OF_MUNICIPALITIES);
  ps_desk_map_places (&places.schemes, region, PS_PLACES_OF_SCHEMES);
  for (guint i = 0; ok && i < versions->len; i++)
    ok = load_lines (store, &places, g_ptr_array_index (versions, i), error);
  ps_id_places_clear (&places.groups);
  ps_id_places_clear (&places.municipalities);
  ps_id_places_clear (&places.schemes);
  return ok;
}

GPtrArray *
ps_desk_load_versions (PsStore *store, const PsRegion *region, guint provider, int year, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_agreement_version_free);
  gboolean begun = sqlite3_get_autocommit (store->db);
  gboolean ok = !begun || ps_sql_exec (store, "BEGIN", error);

  ok = ok && load_versions (store, region, provider, year, versions, error) && load_all_lines (store, region, versions, error);
  if (begun && !sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return ok ? g_steal_pointer (&versions) : NULL;
}

PsRecord *
ps_desk_line_record (const PsRegion *region, gint64 version_id, const PsAgreementLine *line)
{
  PsRecord *record = ps_record_new_for ("agreement_line", line->id);

  ps_record_set_number (record, "version_id", version_id);
  ps_record_set_number (record, "group_id", ps_region_group (region, line->group)->id);
  ps_record_set_number (record, "municipality_id", ps_region_municipality (region, line->municipality)->id);
  ps_record_set_number (record, "lump_sum", line->lump_sum != 0);
  ps_record_set_number (record, "ceiling_cents", line->ceiling_cents);
  ps_record_set_number (record, "places_milli", line->places_milli);
  ps_record_set_number (record, "scheme_id",
                        line->scheme == PS_NONE ? PS_NO_NUMBER : ps_region_scheme (region, line->scheme)->id);
  return record;
}

PsRecord *
ps_desk_version_record (gint64 agreement_id, const PsAgreementVersion *version)
{
  PsRecord *record = ps_record_new_for ("agreement_version", version->id);
  const PsAgreement *terms = version->terms;

  ps_record_set_number (record, "agreement_id", agreement_id);
  ps_record_set_number (record, "number", version->number);
  ps_record_set_number (record, "state", version->state);
  ps_record_set_number (record, "is_current", version->current != 0);
  ps_record_set_date (record, "agreed_on", version->agreed_on);
  ps_record_set_text (record, "reason", version->reason);
  ps_record_set_number (record, "exchange", terms->exchange);
  ps_record_set_number (record, "division_key", terms->key);
  ps_record_set_number (record, "measuring", terms->measuring);
  ps_record_set_number (record, "under_bp", terms->under_bp < 0 ? PS_NO_NUMBER : terms->under_bp);
  ps_record_set_number (record, "over_bp", terms->over_bp < 0 ? PS_NO_NUMBER : terms->over_bp);
  return record;
}
