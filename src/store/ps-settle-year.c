/* ps-settle-year.c: a year settled for one provider or for all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-loader.h"
#include "ps-settle-year.h"
#include "ps-sql.h"

/* Two threads, each with its own connection, take the next provider in turn; from so many providers on that pays. */
#define N_PROVIDERS_FOR_TWO 20

typedef struct
{
  const PsRegion *region;
  PsSettleOptions options;
  guint first, end;           /* the providers to settle: places from first up to, not including, end */
  gint next;                  /* atomic: the next provider, from 0 */
  PsSettlement **settlements; /* by place - first; NULL: nothing to list */
  GCancellable *cancellable;
  PsProgressFunc progress;
  gpointer progress_data;
} Work;

typedef struct
{
  Work *work;
  PsStore *store;
  gboolean reports; /* the caller's thread tells how far it is */
  GError *error;
} Worker;

static gboolean
settle_one (Worker *worker, PsLoader *loader, guint place, PsProduction *production)
{
  Work *work = worker->work;
  g_autoptr (PsSettlement) settlement = NULL;

  if (g_cancellable_set_error_if_cancelled (work->cancellable, &worker->error)
      || !ps_loader_load (loader, place, production, &worker->error))
    return FALSE;
  settlement = ps_settle (work->region, production, &work->options, &worker->error);
  if (settlement == NULL)
    return FALSE;
  if (!ps_settlement_is_empty (settlement))
    work->settlements[place - work->first] = g_steal_pointer (&settlement);
  return TRUE;
}

static void
report (Worker *worker, guint done)
{
  Work *work = worker->work;

  if (worker->reports && work->progress != NULL && done % 16 == 0)
    work->progress ((double) done / MAX (work->end - work->first, 1), _("Settling"), work->progress_data);
}

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  Work *work = worker->work;
  g_autoptr (PsProduction) production = ps_production_new (work->first);
  g_autoptr (PsLoader) loader = ps_loader_new (worker->store, work->region, work->options.year, &worker->error);

  while (loader != NULL)
    {
      guint n = g_atomic_int_add (&work->next, 1);

      if (work->first + n >= work->end)
        break;
      report (worker, n);
      if (!settle_one (worker, loader, work->first + n, production))
        {
          /* Nobody takes another one. */
          g_atomic_int_set (&work->next, G_MAXINT / 2);
          break;
        }
    }
  return NULL;
}

/* The last record of the trail: every change adds one, so two connections with the same one see the same region. */
static char *
state_of (PsStore *store)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT hash FROM audit_record ORDER BY id DESC LIMIT 1", NULL);
  gboolean row;

  if (select == NULL || !ps_sql_step_row (store, select, &row, NULL) || !row)
    return NULL;
  return ps_sql_column_text (select, 0);
}

/**
 * ps_settle_open_twin: a second connection for a second thread.
 *
 * Returns: (transfer full) (nullable): NULL where there is none that sees the same, or nothing to gain by it: the first does it all
 */
PsStore *
ps_settle_open_twin (PsStore *store)
{
  g_autoptr (PsStore) second = NULL;
  g_autofree char *first_state = NULL;
  g_autofree char *second_state = NULL;

  if (g_get_num_processors () < 2)
    return NULL;
  second = ps_store_open (ps_store_get_path (store), PS_STORE_READ, NULL);
  if (second == NULL || !ps_sql_exec (second, "BEGIN", NULL))
    return NULL;
  first_state = state_of (store);
  second_state = state_of (second);
  return first_state != NULL && g_strcmp0 (first_state, second_state) == 0 ? g_steal_pointer (&second) : NULL;
}

static gboolean
run_workers (PsStore *store, Work *work, GError **error)
{
  g_autoptr (PsStore) second_store = work->end - work->first >= N_PROVIDERS_FOR_TWO ? ps_settle_open_twin (store) : NULL;
  Worker first = { work, store, TRUE, NULL };
  Worker second = { work, second_store, FALSE, NULL };
  GThread *thread = second_store != NULL ? g_thread_new ("settle", run_worker, &second) : NULL;

  run_worker (&first);
  if (thread != NULL)
    g_thread_join (thread);
  if (first.error != NULL)
    g_clear_error (&second.error);
  else
    first.error = g_steal_pointer (&second.error);
  if (first.error == NULL)
    return TRUE;
  g_propagate_error (error, first.error);
  return FALSE;
}

static gboolean
choose_providers (PsStore *store, const PsRegion *region, const char *agb, Work *work, GError **error)
{
  guint place;

  work->end = region->providers->len;
  if (agb == NULL)
    return TRUE;
  place = ps_region_find_provider (region, agb);
  if (place == PS_NONE)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no provider with AGB code “%s” in this region."),
                   agb);
      return FALSE;
    }
  work->first = place;
  work->end = place + 1;
  return TRUE;
}

void
ps_settled_year_free (PsSettledYear *settled)
{
  if (settled == NULL)
    return;
  g_ptr_array_unref (settled->settlements);
  ps_region_free (settled->region);
  g_free (settled);
}

/* They are in the order of the providers. */
const PsSettlement *
ps_settled_year_find (const PsSettledYear *settled, guint provider)
{
  guint low = 0, high = settled != NULL ? settled->settlements->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, middle);

      if (settlement->provider == provider)
        return settlement;
      if (settlement->provider < provider)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static PsSettledYear *
settled_year_new (PsRegion *region, int year, PsDate through)
{
  PsSettledYear *settled = g_new0 (PsSettledYear, 1);

  settled->region = region;
  settled->year = year;
  settled->through = through;
  settled->settlements = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_settlement_free);
  return settled;
}

static void
collect (PsSettledYear *settled, Work *work, gboolean keep)
{
  for (guint i = 0; i < work->end - work->first; i++)
    if (work->settlements[i] != NULL && keep)
      g_ptr_array_add (settled->settlements, work->settlements[i]);
    else
      g_clear_pointer (&work->settlements[i], ps_settlement_free);
  g_free (work->settlements);
}

static PsSettledYear *
settle_year (PsStore *store, const PsSettleYearOptions *options, Work *work, GError **error)
{
  g_autoptr (PsSettledYear) settled = NULL;
  PsRegion *region = ps_store_load_region (store, error);
  gboolean ok;

  if (region == NULL)
    return NULL;
  settled = settled_year_new (region, options->year, work->options.through);
  work->region = region;
  if (!choose_providers (store, region, options->agb, work, error))
    return NULL;
  work->settlements = g_new0 (PsSettlement *, MAX (work->end - work->first, 1));
  ok = run_workers (store, work, error);
  collect (settled, work, ok);
  return ok ? g_steal_pointer (&settled) : NULL;
}

/**
 * ps_settle_year:
 * @options: the year, up to which day of it, and of whom
 *
 * Computes, and stores nothing. Progress is told from the calling thread.
 *
 * Returns: (transfer full): the settlements by AGB code, or NULL with an error: a PsStoreError (REFUSED for an unknown
 *   provider), PS_CORE_ERROR_OVERFLOW, or G_IO_ERROR_CANCELLED
 */
PsSettledYear *
ps_settle_year (PsStore *store, const PsSettleYearOptions *options, GCancellable *cancellable, PsProgressFunc progress,
                gpointer progress_data, GError **error)
{
  PsDate through = options->through == PS_DATE_OPEN ? ps_date_year_end (options->year) : options->through;
  Work work = {
    .options = { .year = options->year, .through = through, .accrue = options->accrue, .warnings = options->warnings },
    .cancellable = cancellable,
    .progress = progress,
    .progress_data = progress_data
  };
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsSettledYear *settled;

  /* One transaction, so that the region and all messages are of the same moment. */
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  settled = settle_year (store, options, &work, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return settled;
}
