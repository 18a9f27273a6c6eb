/* ps-settle-year.c: a year settled for one provider or for all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-loader.h"
#include "ps-provider-work.h"
#include "ps-settle-year.h"
#include "ps-sql.h"

typedef struct
{
  const PsRegion *region;
  PsSettleOptions options;
  guint first, end;           /* the providers to settle: places from first up to, not including, end */
  PsSettlement **settlements; /* by place - first; NULL: nothing to list */
  GCancellable *cancellable;
  PsProgressFunc progress;
  gpointer progress_data;
} Work;

/* Of one thread. */
typedef struct
{
  PsLoader *loader;
  PsProduction *production;
} Own;

static void
end_settling (gpointer data, gpointer user_data)
{
  Own *own = data;

  ps_loader_free (own->loader);
  ps_production_free (own->production);
  g_free (own);
}

static gpointer
begin_settling (PsStore *store, gpointer user_data, GError **error)
{
  const Work *work = user_data;
  PsLoader *loader = ps_loader_new (store, work->region, work->options.year, error);
  Own *own;

  if (loader == NULL)
    return NULL;
  own = g_new0 (Own, 1);
  own->loader = loader;
  own->production = ps_production_new (work->first);
  return own;
}

static gboolean
settle_one (gpointer data, guint place, gpointer user_data, GError **error)
{
  const Own *own = data;
  Work *work = user_data;
  g_autoptr (PsSettlement) settlement = NULL;

  if (!ps_loader_load (own->loader, place, own->production, error))
    return FALSE;
  settlement = ps_settle (work->region, own->production, &work->options, error);
  if (settlement == NULL)
    return FALSE;
  if (!ps_settlement_is_empty (settlement))
    work->settlements[place - work->first] = g_steal_pointer (&settlement);
  return TRUE;
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
  first_state = ps_store_trail_state (store);
  second_state = ps_store_trail_state (second);
  return first_state != NULL && g_strcmp0 (first_state, second_state) == 0 ? g_steal_pointer (&second) : NULL;
}

static gboolean
run_workers (PsStore *store, Work *work, GError **error)
{
  const PsProviderWork settling = { _("Settling"), begin_settling, settle_one, end_settling };

  return ps_provider_work_run (store, work->first, work->end, &settling, work, work->cancellable, work->progress,
                               work->progress_data, error);
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
  if (!ps_provider_work_choose (region, options->agb, &work->first, &work->end, error))
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
