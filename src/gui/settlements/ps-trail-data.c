/* ps-trail-data.c: the whole trail of one settlement, read and proved beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-trail-data"

#include "ps-trail-data.h"

void
ps_trail_data_free (PsTrailData *data)
{
  if (data == NULL)
    return;
  ps_paper_free (data->paper);
  ps_stored_free (data->stored);
  g_clear_pointer (&data->list, g_ptr_array_unref);
  g_clear_pointer (&data->records, g_ptr_array_unref);
  g_clear_pointer (&data->around, g_ptr_array_unref);
  g_clear_error (&data->damage);
  g_clear_pointer (&data->again, ps_comparison_free);
  g_clear_pointer (&data->now, ps_comparison_free);
  g_free (data);
}

/* On the worker */

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const PsHistoryRecord *left = *(PsHistoryRecord *const *) a, *right = *(PsHistoryRecord *const *) b;

  return (left->id > right->id) - (left->id < right->id);
}

/* FALSE: it could not be read. */
static gboolean
add_records (PsStore *store, const char *thing, gint64 until, GPtrArray *records, GError **error)
{
  PsHistoryQuery query = { .thing = thing, .until = until };
  g_autoptr (GPtrArray) found = ps_history_load (store, &query, error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (records, g_steal_pointer (&found));
  g_ptr_array_sort (records, compare_records);
  return TRUE;
}

/* What was done with the settlement, and what had been done by then with what it rests on. */
static gboolean
read_records (PsStore *store, PsTrailData *data, GError **error)
{
  const PsStored *stored = data->stored;
  g_autofree char *settlement = g_strdup_printf ("settlement:%s:%d:%" G_GINT64_FORMAT, stored->agb, stored->year, stored->id);
  g_autofree char *statement = g_strdup_printf ("statement:%s:%d", stored->agb, stored->year);
  g_autofree char *lines = g_strdup_printf ("lines:%s", stored->agb);
  g_autofree char *agreement = g_strdup_printf ("agreement:%s:%d", stored->agb, stored->year);
  gint64 until = stored->state == PS_SETTLEMENT_FINAL ? stored->final_at + 1 : 0;

  data->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_record_free);
  data->around = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_record_free);
  return add_records (store, settlement, 0, data->records, error) && add_records (store, statement, until, data->around, error)
         && add_records (store, lines, until, data->around, error) && add_records (store, agreement, until, data->around, error);
}

/* A document that does not hold is a finding, not a page that cannot be shown. */
static gboolean
prove (PsStore *store, PsTrailData *data, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;

  data->paper = ps_settlements_paper (store, id, &problem);
  if (data->paper != NULL)
    ps_settlements_recompute (store, id, &data->again, &data->now, &problem);
  if (problem == NULL)
    return TRUE;
  if (g_error_matches (problem, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED) || problem->domain == PS_DOSSIER_ERROR)
    {
      data->damage = g_steal_pointer (&problem);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gpointer
work (PsStore *store, gpointer task_data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *) task_data;
  g_autoptr (PsTrailData) data = g_new0 (PsTrailData, 1);

  data->stored = ps_settlements_find (store, id, error);
  if (data->stored == NULL)
    return NULL;
  data->list = ps_settlements_list (store, data->stored->year, data->stored->agb, error);
  if (data->list == NULL || !read_records (store, data, error) || !prove (store, data, id, error))
    return NULL;
  return g_steal_pointer (&data);
}

/* On the main thread */

void
ps_trail_data_async (PsSession *session, gint64 id, GAsyncReadyCallback callback, gpointer user_data)
{
  ps_session_run_async (session, work, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) ps_trail_data_free, callback,
                        user_data);
}

PsTrailData *
ps_trail_data_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
