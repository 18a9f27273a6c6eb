/* ps-alerts.c: everything in a region that needs attention, most urgent first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-alerts-private.h"
#include "ps-desk-private.h"
#include "ps-peil-private.h"

/* Providers whose whole year is settled for good. */
#define SETTLED "SELECT provider_id FROM settlement WHERE year = ?1 AND through >= ?2 AND state = 3"

const PsRegion *
ps_alerts_region (const PsAlertsMaking *making)
{
  return making->figures->region;
}

const char *
ps_alerts_provider_name (const PsAlertsMaking *making, guint provider)
{
  return provider != PS_NONE ? ps_region_provider (making->figures->region, provider)->name : "–";
}

void
ps_alerts_take (PsAlertsMaking *making, PsAlert *alert, char *key, char *what)
{
  alert->key = key;
  alert->what = what;
  g_ptr_array_add (making->alerts, alert);
}

PsDate
ps_alerts_day_of (gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return PS_DATE_OPEN;
  return ps_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

gboolean
ps_alerts_each_row (PsAlertsMaking *making, const char *sql, PsAlertsAddRow add, gpointer user_data, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (making->store, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, making->figures->year);
  while (ps_sql_step_row (making->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!add (making, select, user_data, error))
        return FALSE;
    }
  return FALSE;
}

GHashTable *
ps_alerts_read_ids (const PsAlertsMaking *making, const char *sql, int year, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PsStatement) select = ps_sql_prepare (making->store, sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int (select, 1, year);
  sqlite3_bind_int (select, 2, ps_date_year_end (year));
  while (ps_sql_step_row (making->store, select, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&ids);
      id = sqlite3_column_int64 (select, 0);
      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return NULL;
}

gboolean
ps_alerts_is_settled (const PsAlertsMaking *making, gint64 provider_id)
{
  return g_hash_table_contains (making->settled_ids, &provider_id);
}

/* ---- bandwidths: since when a scope stands where it does, from what closing a peildatum kept */

typedef struct
{
  const PsProviderYear **years; /* by place of provider; NULL: none, or nothing asks for attention any more */
  GHashTable **since;           /* the same: scope → day; made with the first */
  GHashTable **otherwise;       /* the same: the last day on which something else was said */
  guint n;
} Standings;

static void
standings_init (Standings *standings, const PsAlertsMaking *making)
{
  const PsYearFigures *figures = making->figures;

  standings->n = figures->region->providers->len;
  standings->years = g_new0 (const PsProviderYear *, MAX (standings->n, 1));
  standings->since = g_new0 (GHashTable *, MAX (standings->n, 1));
  standings->otherwise = g_new0 (GHashTable *, MAX (standings->n, 1));
  for (guint i = 0; i < figures->providers->len; i++)
    {
      const PsProviderYear *provider = g_ptr_array_index (figures->providers, i);

      if (provider->bandwidth != NULL
          && !ps_alerts_is_settled (making, ps_region_provider (figures->region, provider->provider)->id))
        standings->years[provider->provider] = provider;
    }
}

static void
standings_clear (Standings *standings)
{
  for (guint i = 0; i < standings->n; i++)
    {
      g_clear_pointer (&standings->since[i], g_hash_table_unref);
      g_clear_pointer (&standings->otherwise[i], g_hash_table_unref);
    }
  g_clear_pointer (&standings->since, g_free);
  g_clear_pointer (&standings->otherwise, g_free);
  g_clear_pointer (&standings->years, g_free);
}

static gboolean
said_so (PsStatement *row, PsAlertKind kind)
{
  if (kind == PS_ALERT_REACHED)
    return sqlite3_column_int (row, 4) != 0;
  return sqlite3_column_int (row, 3) == (kind == PS_ALERT_OVER ? PS_POSITION_OVER : PS_POSITION_UNDER);
}

static void
keep_day (GHashTable **days, const char *scope, PsDate day)
{
  if (*days == NULL)
    *days = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (*days, (char *) scope, GINT_TO_POINTER (day));
}

/* Since the first peildatum from which on every one said what holds now. */
static void
take_standing (Standings *standings, guint provider, PsStatement *row)
{
  const PsProviderYear *year = standings->years[provider];
  const char *name = (const char *) sqlite3_column_text (row, 2);
  const PsBandwidthScope *scope = year != NULL ? ps_bandwidth_find (year->bandwidth, name) : NULL;
  GHashTable **since = &standings->since[provider];
  PsDate day = sqlite3_column_int (row, 0);
  PsAlertKind kind;

  if (scope == NULL || !ps_alert_of_scope (scope, &kind))
    return;
  if (!said_so (row, kind))
    {
      if (*since != NULL)
        g_hash_table_remove (*since, scope->name);
      keep_day (&standings->otherwise[provider], scope->name, day);
    }
  else if (*since == NULL || !g_hash_table_contains (*since, scope->name))
    keep_day (since, scope->name, day);
}

/* Where no peildatum said so: the month in which its ceiling was reached, where there is one scope, whose months are known; else how far
 * the data counts. Not before a peildatum said something else. */
static PsDate
since_without_standing (const PsProviderYear *year, const PsBandwidthScope *scope, PsDate otherwise)
{
  const PsBandwidth *bandwidth = year->bandwidth;
  PsDate day = PS_DATE_OPEN;

  if (scope->reached && bandwidth->scopes->len == 1)
    day = ps_alert_reached_since (year->realised_cents, bandwidth->year, scope->ceiling_cents);
  if (day == PS_DATE_OPEN && bandwidth->through >= ps_date_year_start (bandwidth->year))
    day = bandwidth->through;
  if (day == PS_DATE_OPEN || otherwise == PS_DATE_OPEN)
    return day;
  return MAX (day, otherwise + 1);
}

static void
fill_since (Standings *standings, guint provider)
{
  const PsProviderYear *year = standings->years[provider];
  GHashTable **since = &standings->since[provider], *otherwise = standings->otherwise[provider];

  for (guint i = 0; i < year->bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (year->bandwidth->scopes, PsBandwidthScope, i);
      gpointer day = GINT_TO_POINTER (PS_DATE_OPEN);

      if (*since != NULL && g_hash_table_contains (*since, scope->name))
        continue;
      if (otherwise != NULL && g_hash_table_contains (otherwise, scope->name))
        day = g_hash_table_lookup (otherwise, scope->name);
      keep_day (since, scope->name, since_without_standing (year, scope, (PsDate) GPOINTER_TO_INT (day)));
    }
}

static gboolean
read_standings (PsAlertsMaking *making, Standings *standings, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (making->store,
                      "SELECT d.day, s.provider_id, s.scope, s.position, s.reached FROM peildatum d JOIN peildatum_standing s"
                      " ON s.peildatum_id = d.id WHERE d.day BETWEEN ?1 AND ?2 ORDER BY d.day",
                      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, ps_date_year_start (making->figures->year));
  sqlite3_bind_int (select, 2, making->figures->day);
  while (ps_sql_step_row (making->store, select, &row, error))
    {
      guint provider;

      if (!row)
        return TRUE;
      provider = ps_id_places_get (&making->providers, sqlite3_column_int64 (select, 1));
      if (provider != PS_NONE)
        take_standing (standings, provider, select);
    }
  return FALSE;
}

static gboolean
add_bandwidths (PsAlertsMaking *making, GError **error)
{
  Standings standings;
  gboolean ok;

  standings_init (&standings, making);
  ok = read_standings (making, &standings, error);
  for (guint i = 0; ok && i < standings.n; i++)
    if (standings.years[i] != NULL)
      {
        fill_since (&standings, i);
        ps_alerts_of_bandwidth (making->figures->region, standings.years[i]->bandwidth, standings.since[i], making->alerts);
      }
  standings_clear (&standings);
  return ok;
}

/* ---- contracts */

/* The day on which clients were in care, as far as the figures tell: those of this year speak of now; those of last year, which are asked for
 * while little is known of this one, of the last day of their data; older ones tell nothing. PS_DATE_MIN: none were. */
static PsDate
in_care_on (const PsAlertsMaking *making, guint provider)
{
  const PsProviderYear *year = ps_year_figures_find (making->figures, provider);

  if (year == NULL || year->facts->n_in_care == 0 || making->figures->year < ps_date_year (making->today) - 1)
    return PS_DATE_MIN;
  return making->figures->year == ps_date_year (making->today) ? making->today : making->figures->through;
}

static gboolean
add_contracts (PsAlertsMaking *making, GError **error)
{
  const PsRegion *region = making->figures->region;
  g_autoptr (GPtrArray) contracts = ps_desk_load_contracts (making->store, region, PS_NONE, error);
  g_autofree GPtrArray **of_provider = g_new0 (GPtrArray *, MAX (region->providers->len, 1));

  for (guint i = 0; contracts != NULL && i < contracts->len; i++)
    {
      PsContract *contract = g_ptr_array_index (contracts, i);

      if (of_provider[contract->provider] == NULL)
        of_provider[contract->provider] = g_ptr_array_new ();
      g_ptr_array_add (of_provider[contract->provider], contract);
    }
  for (guint i = 0; i < region->providers->len; i++)
    if (of_provider[i] != NULL)
      {
        ps_alerts_of_contracts (region, of_provider[i], in_care_on (making, i), making->today, making->alerts);
        g_ptr_array_unref (of_provider[i]);
      }
  return contracts != NULL;
}

/* ---- all together */

static int
compare_shown (gconstpointer a, gconstpointer b)
{
  const PsAlert *left = *(const PsAlert *const *) a, *right = *(const PsAlert *const *) b;

  return left->snoozed != right->snoozed ? (left->snoozed ? 1 : -1) : ps_alert_compare (a, b);
}

static gboolean
add_all (PsAlertsMaking *making, GError **error)
{
  gboolean (*const parts[]) (PsAlertsMaking *, GError **) = {
    add_bandwidths,      ps_alerts_add_letters, ps_alerts_add_settlements, ps_alerts_add_statements,
    ps_alerts_add_lines, add_contracts,         ps_alerts_add_peildata,    ps_alerts_read_snoozes,
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_cancellable_set_error_if_cancelled (making->cancellable, error) || !parts[i](making, error))
      return FALSE;
  return TRUE;
}

/* Of one moment. */
static gboolean
add_at_once (PsAlertsMaking *making, GError **error)
{
  gboolean begun, ok;

  if (!ps_peildata_begin_read (making->store, &begun, error))
    return FALSE;
  making->settled_ids = ps_alerts_read_ids (making, SETTLED, making->figures->year, error);
  ok = making->settled_ids != NULL && add_all (making, error);
  g_clear_pointer (&making->settled_ids, g_hash_table_unref);
  ps_peildata_end_read (making->store, begun);
  return ok;
}

/**
 * ps_alerts_load: what needs attention of the figures' year, and what still does of the years before it: letters, settlements,
 * production statements and peildata are not over when their year is. What is settled for good is.
 * @settled: (nullable): the same year of the same region file; %NULL: settled here
 *
 * Returns: (transfer full) (element-type PsAlert): most urgent first, then those that were put aside
 */
GPtrArray *
ps_alerts_load (PsStore *store, const PsYearFigures *figures, const PsSettledYear *settled, PsDate today,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_alert_free);
  g_autoptr (PsSettledYear) own = NULL;
  PsAlertsMaking making = { store, figures, settled, today, { NULL, 0 }, NULL, alerts, cancellable };
  gboolean ok;

  if (settled == NULL)
    {
      const PsSettleYearOptions options = { .year = figures->year, .through = PS_DATE_OPEN };

      own = ps_settle_year (store, &options, cancellable, NULL, NULL, error);
      if (own == NULL)
        return NULL;
      making.settled = own;
    }
  g_assert (making.settled->year == figures->year);
  ps_desk_map_places (&making.providers, figures->region, PS_PLACES_OF_PROVIDERS);
  ok = add_at_once (&making, error);
  ps_id_places_clear (&making.providers);
  if (!ok)
    return NULL;
  g_ptr_array_sort (alerts, compare_shown);
  return g_steal_pointer (&alerts);
}
