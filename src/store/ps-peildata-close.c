/* ps-peildata-close.c: closing a peildatum, with where everybody stood then, and opening it again (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-bandwidths.h"
#include "ps-peil-private.h"

/* Computing takes a while, in which others may write: then it is done again. */
#define MOST_TRIES 3

typedef struct
{
  gint64 peildatum_id;
  gint64 seen;    /* the last record of the trail when it was computed */
  gboolean stale; /* there is a later one */
} Closing;

static gboolean
find_last_record (PsStore *store, gint64 *record, GError **error)
{
  return ps_sql_get_int (store, "SELECT ifnull (max (id), 0) FROM audit_record", record, error);
}

/* What was measured is in the record of the closing, so that verifying can hold it against what is there. */
static gboolean
keep_digest (PsApplying *applying, gint64 peildatum_id, GError **error)
{
  g_autofree char *digest = ps_peil_digest (applying->store, peildatum_id, PS_PEIL_NOW, error);

  if (digest != NULL)
    applying->after_state = g_strdup_printf ("{\"" PS_PEIL_MEASURED "\":\"%s\"}", digest);
  return digest != NULL;
}

/* Within the change's transaction, in which nobody else writes. */
static gboolean
check_seen (PsApplying *applying, gpointer user_data, GError **error)
{
  Closing *closing = user_data;
  gint64 last;

  if (!find_last_record (applying->store, &last, error))
    return FALSE;
  closing->stale = last != closing->seen;
  if (!closing->stale)
    return keep_digest (applying, closing->peildatum_id, error);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("The region was changed while the standings were computed. Nothing was changed; close the peildatum again."));
  return FALSE;
}

/* ---- where everybody stands */

static PsRecord *
make_standing (const PsBandwidthYear *year, const PsBandwidth *bandwidth, const PsBandwidthScope *scope)
{
  PsRecord *record = ps_record_new ("peildatum_standing");

  ps_record_set_number (record, "peildatum_id", year->peildatum_id);
  ps_record_set_number (record, "provider_id", ps_region_provider (year->region, bandwidth->provider)->id);
  ps_record_set_text (record, "scope", scope->name);
  ps_record_set_text (record, "label", scope->label);
  ps_record_set_date (record, "through", bandwidth->through);
  ps_record_set_number (record, "ceiling_cents", scope->ceiling_cents);
  ps_record_set_number (record, "realised_cents", scope->realised_cents);
  ps_record_set_number (record, "forecast_cents", scope->forecast_cents);
  ps_record_set_number (record, "method", (gint64) scope->method);
  ps_record_set_text (record, "reason", scope->choice != NULL ? scope->choice->reason : NULL);
  ps_record_set_number (record, "under_bp", bandwidth->under_bp);
  ps_record_set_number (record, "over_bp", bandwidth->over_bp);
  ps_record_set_number (record, "notice_bp", bandwidth->notice_bp);
  ps_record_set_number (record, "position", (gint64) scope->position);
  ps_record_set_number (record, "notice", scope->notice);
  ps_record_set_number (record, "reached", scope->reached);
  ps_record_set_number (record, "at_stake_cents", scope->at_stake_cents);
  return record;
}

static char *
key_of (const PsRecord *standing)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", ps_record_get_number (standing, "provider_id"),
                          ps_record_get_text (standing, "scope"));
}

static GPtrArray *
make_standings (const PsBandwidthYear *year)
{
  GPtrArray *standings = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);

  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsBandwidth *bandwidth = ((const PsProviderBandwidth *) year->providers->pdata[i])->now;

      for (guint j = 0; j < bandwidth->scopes->len; j++)
        g_ptr_array_add (standings, make_standing (year, bandwidth, &g_array_index (bandwidth->scopes, PsBandwidthScope, j)));
    }
  return standings;
}

/* The row of the same provider and scope from an earlier closing becomes what it is now. */
static void
add_standing (PsChange *change, GHashTable *earlier, const PsRecord *standing)
{
  g_autofree char *key = key_of (standing);
  const PsRecord *known = g_hash_table_lookup (earlier, key);
  g_autoptr (PsRecord) after = NULL;
  guint n_fields = ps_record_get_info (standing)->n_fields;

  if (known == NULL)
    {
      ps_change_insert (change, standing);
      return;
    }
  after = ps_record_copy (known);
  for (guint field = 0; field < n_fields; field++)
    ps_record_copy_field (after, standing, field);
  ps_change_update (change, known, after);
  g_hash_table_remove (earlier, key);
}

static gboolean
add_standings (PsStore *store, PsChange *change, const PsBandwidthYear *year, GError **error)
{
  g_autoptr (GPtrArray) kept = ps_store_load_records (store, "peildatum_standing", "peildatum_id", year->peildatum_id, error);
  g_autoptr (GHashTable) earlier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) standings = NULL;

  if (kept == NULL)
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    g_hash_table_insert (earlier, key_of (kept->pdata[i]), kept->pdata[i]);
  standings = make_standings (year);
  for (guint i = 0; i < standings->len; i++)
    add_standing (change, earlier, standings->pdata[i]);
  /* Those that have no such scope any more, in their order. */
  for (guint i = 0; i < kept->len; i++)
    {
      g_autofree char *key = key_of (kept->pdata[i]);

      if (g_hash_table_contains (earlier, key))
        ps_change_delete (change, kept->pdata[i]);
    }
  return TRUE;
}

/* ---- closing */

static PsDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* Once, and when it is there. */
static gboolean
check_closable (const PsRecord *peildatum, PsDate today, GError **error)
{
  const char *closed_by = ps_record_get_text (peildatum, "closed_by");
  g_autofree char *day = ps_format_date (ps_record_get_date (peildatum, "day"));

  if (closed_by != NULL)
    /* Translators: a date, and who */
    ps_change_refuse (error, _("The peildatum of %s was closed already, by %s."), day, closed_by);
  else if (ps_record_get_date (peildatum, "day") > today)
    /* Translators: a date */
    ps_change_refuse (error, _("The peildatum of %s is still to come: it is closed when it has been."), day);
  else
    return TRUE;
  return FALSE;
}

/* What is read here is of one moment, that of closing->seen. */
static PsChange *
make_closing (PsStore *store, const char *actor, gint64 peildatum_id, Closing *closing, GCancellable *cancellable,
              PsProgressFunc progress, gpointer progress_data, GError **error)
{
  PsBandwidthQuery query = { .peildatum_id = peildatum_id, .today = find_today (), .no_before = TRUE };
  g_autoptr (PsRecord) before = ps_desk_read (store, "peildatum", peildatum_id, error);
  g_autoptr (PsRecord) after = NULL;
  g_autoptr (PsBandwidthYear) year = NULL;
  g_autoptr (PsChange) change = NULL;

  closing->peildatum_id = peildatum_id;
  if (before == NULL || !find_last_record (store, &closing->seen, error) || !check_closable (before, query.today, error))
    return NULL;
  query.year = ps_date_year (ps_record_get_date (before, "day"));
  year = ps_bandwidths_compute (store, &query, cancellable, progress, progress_data, error);
  if (year == NULL)
    return NULL;
  after = ps_record_copy (before);
  ps_record_set_text (after, "closed_by", actor);
  ps_record_set_number (after, "closed_at", g_get_real_time ());
  change = ps_peildata_change_new ("close", ps_record_get_date (before, "day"));
  ps_change_update (change, before, after);
  return add_standings (store, change, year, error) ? g_steal_pointer (&change) : NULL;
}

/**
 * ps_peildata_close:
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE where it is closed already, PS_STORE_ERROR_CONFLICT, another PsStoreError,
 *   PS_CORE_ERROR_OVERFLOW or G_IO_ERROR_CANCELLED
 */
gboolean
ps_peildata_close (PsStore *store, const char *actor, gint64 peildatum_id, GCancellable *cancellable, PsProgressFunc progress,
                   gpointer progress_data, gint64 *record, GError **error)
{
  for (int i = 1;; i++)
    {
      g_autoptr (PsChange) change = NULL;
      g_autoptr (GError) failure = NULL;
      Closing closing = { 0 };
      gboolean begun;

      if (!ps_peildata_begin_read (store, &begun, error))
        return FALSE;
      change = make_closing (store, actor, peildatum_id, &closing, cancellable, progress, progress_data, error);
      ps_peildata_end_read (store, begun);
      if (change == NULL)
        return FALSE;
      if (ps_change_apply_more (store, change, actor, check_seen, &closing, record, &failure))
        return TRUE;
      if (i < MOST_TRIES && (closing.stale || g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT)))
        continue;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
}

gboolean
ps_peildata_reopen (PsStore *store, const char *actor, gint64 peildatum_id, const char *reason, gint64 *record, GError **error)
{
  g_autoptr (PsRecord) before = ps_desk_read (store, "peildatum", peildatum_id, error);
  g_autoptr (PsRecord) after = NULL;
  g_autoptr (PsChange) change = NULL;
  g_autofree char *day = NULL;

  if (before == NULL)
    return FALSE;
  day = ps_format_date (ps_record_get_date (before, "day"));
  if (ps_record_get_text (before, "closed_by") == NULL)
    {
      /* Translators: a date */
      ps_change_refuse (error, _("The peildatum of %s is open."), day);
      return FALSE;
    }
  change = ps_peildata_change_new ("reopen", ps_record_get_date (before, "day"));
  ps_change_set_reason (change, reason);
  if (change->reason == NULL)
    {
      /* Translators: a date */
      ps_change_refuse (error, _("To open the peildatum of %s again needs a reason."), day);
      return FALSE;
    }
  after = ps_record_copy (before);
  ps_record_set_text (after, "closed_by", NULL);
  ps_record_set_number (after, "closed_at", PS_NO_NUMBER);
  ps_change_update (change, before, after);
  return ps_change_apply (store, change, actor, record, error);
}
