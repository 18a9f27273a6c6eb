/* ps-bandwidths-rows.c: choices of people and standings that were kept, as the bandwidth needs them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-bandwidths-private.h"

/* By a provider's id. */
static GHashTable *
by_provider (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static PsForecastChoice *
read_choice (PsStatement *row)
{
  PsForecastChoice *choice = g_new0 (PsForecastChoice, 1);

  choice->id = sqlite3_column_int64 (row, 1);
  choice->scope = ps_sql_column_text (row, 2);
  choice->method = (PsForecastMethod) sqlite3_column_int (row, 3);
  choice->forecast_cents = ps_sql_column_number (row, 4);
  choice->reason = ps_sql_column_text (row, 5);
  choice->chosen_by = ps_sql_column_text (row, 6);
  choice->chosen_at = sqlite3_column_int64 (row, 7);
  return choice;
}

static void
keep_choice (GHashTable *choices, PsStatement *row)
{
  gint64 provider = sqlite3_column_int64 (row, 0);
  GPtrArray *of_provider = g_hash_table_lookup (choices, &provider);

  if (of_provider == NULL)
    {
      of_provider = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_forecast_choice_free);
      g_hash_table_insert (choices, g_memdup2 (&provider, sizeof provider), of_provider);
    }
  g_ptr_array_add (of_provider, read_choice (row));
}

/**
 * ps_bandwidths_read_choices: what people chose on a peildatum. Of none (0) nobody did.
 */
GHashTable *
ps_bandwidths_read_choices (PsStore *store, gint64 peildatum_id, GError **error)
{
  g_autoptr (GHashTable) choices = by_provider ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (PsStatement) select = ps_sql_prepare (store,
                                                   "SELECT provider_id, id, scope, method, forecast_cents, reason, chosen_by,"
                                                   " chosen_at FROM forecast_choice WHERE peildatum_id = ?",
                                                   error);
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, peildatum_id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&choices);
      keep_choice (choices, select);
    }
  return NULL;
}

/* Standings */

enum
{
  KEPT_PROVIDER,
  KEPT_SCOPE,
  KEPT_LABEL,
  KEPT_THROUGH,
  KEPT_CEILING,
  KEPT_REALISED,
  KEPT_FORECAST,
  KEPT_METHOD,
  KEPT_REASON,
  KEPT_UNDER,
  KEPT_OVER,
  KEPT_NOTICE_BP,
  KEPT_POSITION,
  KEPT_NOTICE,
  KEPT_REACHED,
  KEPT_AT_STAKE,
  KEPT_DAY,
};

/* The reason that was given for the forecast; who gave it is in the trail. */
static PsForecastChoice *
kept_choice (const PsBandwidthScope *scope, PsStatement *row)
{
  PsForecastChoice *choice;

  if (sqlite3_column_type (row, KEPT_REASON) == SQLITE_NULL)
    return NULL;
  choice = g_new0 (PsForecastChoice, 1);
  choice->scope = g_strdup (scope->name);
  choice->method = scope->method;
  choice->forecast_cents = scope->method == PS_FORECAST_MANUAL ? scope->forecast_cents : PS_NO_NUMBER;
  choice->reason = ps_sql_column_text (row, KEPT_REASON);
  return choice;
}

/* Borders and the letter follow from what was kept; what held stays what was said to hold. */
static void
read_kept_scope (PsBandwidth *bandwidth, PsStatement *row, PsOverflow *overflow)
{
  PsBandwidthScope scope = { .name = ps_sql_column_text (row, KEPT_SCOPE),
                             .label = ps_sql_column_text (row, KEPT_LABEL),
                             .scheme = PS_NONE,
                             .ceiling_cents = sqlite3_column_int64 (row, KEPT_CEILING),
                             .realised_cents = sqlite3_column_int64 (row, KEPT_REALISED),
                             .forecast_cents = sqlite3_column_int64 (row, KEPT_FORECAST),
                             .method = (PsForecastMethod) sqlite3_column_int (row, KEPT_METHOD),
                             .at_stake_cents = sqlite3_column_int64 (row, KEPT_AT_STAKE) };

  scope.choice = kept_choice (&scope, row);
  if (!ps_bandwidth_judge (&scope, bandwidth->under_bp, bandwidth->over_bp, bandwidth->notice_bp))
    overflow->overflowed = TRUE;
  scope.position = (PsBandwidthPosition) sqlite3_column_int (row, KEPT_POSITION);
  scope.notice = sqlite3_column_int (row, KEPT_NOTICE) != 0;
  scope.reached = sqlite3_column_int (row, KEPT_REACHED) != 0;
  g_array_append_val (bandwidth->scopes, scope);
}

static PsBandwidth *
kept_of (GHashTable *kept, const PsRegion *region, guint provider, PsStatement *row)
{
  gint64 id = ps_region_provider (region, provider)->id;
  PsBandwidth *bandwidth = g_hash_table_lookup (kept, &id);

  if (bandwidth != NULL)
    return bandwidth;
  bandwidth = ps_bandwidth_new (provider, ps_date_year (sqlite3_column_int (row, KEPT_DAY)));
  bandwidth->day = sqlite3_column_int (row, KEPT_DAY);
  bandwidth->through = sqlite3_column_int (row, KEPT_THROUGH);
  bandwidth->under_bp = sqlite3_column_int (row, KEPT_UNDER);
  bandwidth->over_bp = sqlite3_column_int (row, KEPT_OVER);
  bandwidth->notice_bp = sqlite3_column_int (row, KEPT_NOTICE_BP);
  g_hash_table_insert (kept, g_memdup2 (&id, sizeof id), bandwidth);
  return bandwidth;
}

static guint
place_of_provider (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      return i;
  return PS_NONE;
}

static void
finish_kept (GHashTable *kept, PsOverflow *overflow)
{
  GHashTableIter iter;
  gpointer bandwidth;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, NULL, &bandwidth))
    ps_bandwidth_finish (bandwidth, overflow);
}

static PsStatement *
prepare_kept (PsStore *store, gint64 peildatum_id, gint64 provider_id, GError **error)
{
  PsStatement *select =
      ps_sql_prepare (store,
                      "SELECT s.provider_id, s.scope, s.label, s.through, s.ceiling_cents, s.realised_cents, s.forecast_cents,"
                      " s.method, s.reason, s.under_bp, s.over_bp, s.notice_bp, s.position, s.notice, s.reached,"
                      " s.at_stake_cents, d.day FROM peildatum_standing s JOIN peildatum d ON d.id = s.peildatum_id"
                      " WHERE s.peildatum_id = ?1 AND (?2 = 0 OR s.provider_id = ?2) ORDER BY s.provider_id, s.id",
                      error);

  if (select != NULL)
    {
      sqlite3_bind_int64 (select, 1, peildatum_id);
      sqlite3_bind_int64 (select, 2, provider_id);
    }
  return select;
}

GHashTable *
ps_bandwidths_read_kept (PsStore *store, const PsRegion *region, gint64 peildatum_id, gint64 provider_id, GError **error)
{
  g_autoptr (GHashTable) kept = by_provider ((GDestroyNotify) ps_bandwidth_free);
  g_autoptr (PsStatement) select = prepare_kept (store, peildatum_id, provider_id, error);
  PsOverflow overflow = { FALSE };
  gboolean row = TRUE;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error) && row)
    {
      guint provider = place_of_provider (region, sqlite3_column_int64 (select, KEPT_PROVIDER));

      if (provider != PS_NONE)
        read_kept_scope (kept_of (kept, region, provider, select), select, &overflow);
    }
  if (row)
    return NULL;
  finish_kept (kept, &overflow);
  if (!overflow.overflowed)
    return g_steal_pointer (&kept);
  ps_sql_set_error (NULL, SQLITE_CORRUPT, store->path, error);
  return NULL;
}

/**
 * ps_bandwidths_kept:
 *
 * Returns: (transfer full) (nullable): where a provider stood when the peildatum was closed
 */
PsBandwidth *
ps_bandwidths_kept (PsStore *store, const PsRegion *region, gint64 peildatum_id, guint provider, GError **error)
{
  gint64 id = ps_region_provider (region, provider)->id;
  g_autoptr (GHashTable) kept = NULL;
  g_autofree gpointer key = NULL;
  gpointer bandwidth = NULL;
  gboolean closed;

  if (!ps_bandwidths_read_closed (store, peildatum_id, &closed, error) || !closed)
    return NULL;
  kept = ps_bandwidths_read_kept (store, region, peildatum_id, id, error);
  if (kept != NULL)
    g_hash_table_steal_extended (kept, &id, &key, &bandwidth);
  return bandwidth;
}

gboolean
ps_bandwidths_read_closed (PsStore *store, gint64 peildatum_id, gboolean *closed, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT closed_at IS NOT NULL FROM peildatum WHERE id = ?", error);
  gboolean row;

  *closed = FALSE;
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, peildatum_id);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *closed = row && sqlite3_column_int (select, 0) != 0;
  return TRUE;
}
