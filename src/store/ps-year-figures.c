/* ps-year-figures.c: where every provider's year stands: as it was kept, and what was not computed and kept
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-year-figures-private.h"

typedef struct
{
  PsStore *store;
  const PsYearFiguresQuery *query;
  PsBandwidthPlan plan;
  PsFigureBasis basis;
  PsFigureMoment moment;
  PsProviderYear **rows; /* by place; NULL: not asked for, or not there yet */
  GPtrArray *computed;   /* PsProviderYear of the rows, borrowed */
  PsYearFigures *figures;
} Loading;

void
ps_year_figures_free (PsYearFigures *figures)
{
  if (figures == NULL)
    return;
  g_ptr_array_unref (figures->providers);
  ps_region_free (figures->region);
  g_free (figures);
}

/**
 * ps_year_figures_find: those of a provider (its place), borrowed; %NULL: there is nothing of it.
 */
const PsProviderYear *
ps_year_figures_find (const PsYearFigures *figures, guint provider)
{
  guint low = 0, high = figures->providers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PsProviderYear *it = g_ptr_array_index (figures->providers, middle);

      if (it->provider == provider)
        return it;
      if (it->provider < provider)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* What was kept */

static GHashTable *
places_of (const PsRegion *region)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < region->providers->len; i++)
    g_hash_table_insert (places, (gpointer) &ps_region_provider (region, i)->id, GUINT_TO_POINTER (i));
  return places;
}

static void
read_row (Loading *self, GHashTable *places, PsStatement *row)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  gpointer found;
  guint place;

  if (!g_hash_table_lookup_extended (places, &id, NULL, &found))
    return;
  place = GPOINTER_TO_UINT (found);
  self->rows[place] = ps_year_figures_decode (self->plan.region, &self->basis, place, sqlite3_column_blob (row, 1),
                                              (gsize) sqlite3_column_bytes (row, 1));
}

/* Rows of data that reaches another day count no more. On which day one was computed is not asked: what it rests on stands in it. */
static gboolean
read_rows (Loading *self, GError **error)
{
  g_autoptr (GHashTable) places = places_of (self->plan.region);
  g_autoptr (PsStatement) select =
      ps_sql_prepare (self->store,
                      self->query->agb == NULL
                          ? "SELECT provider_id, data FROM year_figure WHERE year = ?1 AND through = ?2"
                          : "SELECT provider_id, data FROM year_figure WHERE year = ?1 AND through = ?2 AND provider_id = ?3",
                      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, self->basis.year);
  sqlite3_bind_int (select, 2, self->basis.through);
  if (self->query->agb != NULL)
    sqlite3_bind_int64 (select, 3, ps_region_provider (self->plan.region, g_array_index (self->plan.providers, guint, 0))->id);
  while (ps_sql_step_row (self->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      read_row (self, places, select);
    }
  return FALSE;
}

/* What was not */

/**
 * ps_year_figures_compute: the providers of the plan, in its order; nothing of them is kept.
 */
GPtrArray *
ps_year_figures_compute (PsStore *store, PsBandwidthPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_provider_year_free);
  guint n = plan->providers->len;
  g_autofree PsProviderBandwidth **results = g_new0 (PsProviderBandwidth *, MAX (n, 1));
  g_autofree PsProviderYear **figures = g_new0 (PsProviderYear *, MAX (n, 1));
  gboolean ok;

  plan->results = results;
  plan->figures = figures;
  ok = n == 0 || ps_bandwidth_plan_run (plan, store, error);
  for (guint i = 0; i < n; i++)
    {
      if (results[i] != NULL && figures[i] != NULL)
        figures[i]->bandwidth = g_steal_pointer (&results[i]->now);
      ps_provider_bandwidth_free (results[i]);
      g_ptr_array_add (rows, figures[i]);
    }
  plan->results = NULL;
  plan->figures = NULL;
  return ok ? g_steal_pointer (&rows) : NULL;
}

/* As a row that was kept would be read: how a forecast was made is not in it. */
static void
forget_forecasts (const PsProviderYear *year)
{
  for (guint i = 0; year->bandwidth != NULL && i < year->bandwidth->scopes->len; i++)
    g_clear_pointer (&g_array_index (year->bandwidth->scopes, PsBandwidthScope, i).forecast, ps_forecast_free);
}

static gboolean
compute_rows (Loading *self, GError **error)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *wanted = self->plan.providers;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < wanted->len; i++)
    if (self->rows[g_array_index (wanted, guint, i)] == NULL)
      g_array_append_val (missing, g_array_index (wanted, guint, i));
  self->plan.providers = missing;
  rows = ps_year_figures_compute (self->store, &self->plan, error);
  self->plan.providers = wanted;
  if (rows == NULL)
    return FALSE;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      PsProviderYear *year = g_ptr_array_index (rows, i);

      forget_forecasts (year);
      self->rows[year->provider] = year;
    }
  self->computed = g_steal_pointer (&rows);
  return TRUE;
}

/* Together */

/* Places that are counted on peildata count up to the day (domain.md §7), in the years before up to the same day: which ones those are is all that
 * a realised amount has of it. */
static void
count_peildata (PsBandwidthPlan *plan, PsDate day)
{
  for (guint i = 0; i < plan->years->len; i++)
    {
      PsLookYear *year = &g_array_index (plan->years, PsLookYear, i);

      year->n_peildata = 0;
      for (guint j = 0; j < plan->region->peildata->len; j++)
        {
          PsDate date = ps_region_peildatum (plan->region, j)->date;

          year->n_peildata += date >= ps_date_year_start (year->year) && date <= ps_same_day (day, year->year);
        }
    }
}

gboolean
ps_year_figures_plan (PsStore *store, PsBandwidthYear *look, const PsBandwidthQuery *query, PsBandwidthPlan *plan,
                      PsFigureBasis *basis, GError **error)
{
  PsDate known;

  if (!ps_bandwidths_plan_day (store, look, query, plan, error)
      || !ps_store_known_through (store, query->today, look->through, &known, error))
    return FALSE;
  count_peildata (plan, look->day);
  plan->waiting_on = MIN (look->day, known);
  *basis = (PsFigureBasis){ look->year, look->day, look->through, plan->waiting_on, look->letters_of, plan->years };
  return TRUE;
}

static gboolean
find_basis (Loading *self, PsBandwidthYear *year, GError **error)
{
  PsBandwidthQuery query = { .year = self->query->year, .today = self->query->today, .agb = self->query->agb, .no_before = TRUE };

  return ps_year_figures_plan (self->store, year, &query, &self->plan, &self->basis, error);
}

static gboolean
fill (Loading *self, PsRegion *region, GError **error)
{
  g_autoptr (PsBandwidthYear) year = ps_bandwidths_year_new (region);
  gboolean ok = find_basis (self, year, error);

  self->figures->region = g_steal_pointer (&year->region);
  self->figures->year = self->basis.year;
  self->figures->day = self->basis.day;
  self->figures->through = self->basis.through;
  self->figures->waiting_on = self->basis.waiting_on;
  return ok && read_rows (self, error) && compute_rows (self, error);
}

static gboolean
load (Loading *self, GError **error)
{
  PsRegion *region;

  ps_figure_moment_take (&self->moment, self->store);
  region = ps_store_load_region (self->store, error);
  if (region == NULL)
    return FALSE;
  self->rows = g_new0 (PsProviderYear *, MAX (region->providers->len, 1));
  return fill (self, region, error);
}

/* One transaction to read it all in; what was computed is kept after it. */
static gboolean
load_and_keep (Loading *self, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (self->store->db);
  gboolean ok;

  if (begun && !ps_sql_exec (self->store, "BEGIN", error))
    return FALSE;
  ok = load (self, error);
  if (begun)
    sqlite3_exec (self->store->db, "COMMIT", NULL, NULL, NULL);
  if (ok && begun && self->query->keep)
    ps_year_figures_keep (self->store, self->figures->region, &self->basis, &self->moment, self->computed);
  return ok;
}

/* What there is nothing of is left out: it is kept all the same, so as not to be computed again. */
static void
hand_over (Loading *self, gboolean ok)
{
  const PsRegion *region = self->figures->region;

  self->figures->n_computed = self->computed != NULL ? self->computed->len : 0;
  for (guint place = 0; self->rows != NULL && place < region->providers->len; place++)
    if (self->rows[place] != NULL && ok && !ps_provider_year_is_empty (self->rows[place]))
      g_ptr_array_add (self->figures->providers, self->rows[place]);
    else
      ps_provider_year_free (self->rows[place]);
  g_clear_pointer (&self->computed, g_ptr_array_unref);
  g_free (self->rows);
}

/**
 * ps_year_figures_load:
 * @query: of which year, looked from which day, and of whom
 *
 * What was kept is read; the rest is computed, on two threads where that pays, and kept where that is asked for and can be. Progress is told
 * from the calling thread.
 *
 * Returns: (transfer full): NULL with an error: a PsStoreError (REFUSED for an unknown provider), PS_CORE_ERROR_OVERFLOW, or
 *   G_IO_ERROR_CANCELLED
 */
PsYearFigures *
ps_year_figures_load (PsStore *store, const PsYearFiguresQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                      gpointer progress_data, GError **error)
{
  g_autoptr (PsYearFigures) figures = g_new0 (PsYearFigures, 1);
  Loading self = { .store = store, .query = query, .figures = figures };
  gboolean ok;

  figures->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_provider_year_free);
  self.plan.cancellable = cancellable;
  self.plan.progress = progress;
  self.plan.progress_data = progress_data;
  ok = load_and_keep (&self, error);
  if (figures->region != NULL)
    hand_over (&self, ok);
  ps_bandwidth_plan_clear (&self.plan);
  ps_figure_moment_clear (&self.moment);
  return ok ? g_steal_pointer (&figures) : NULL;
}

/**
 * ps_year_figures_refresh: after a change of many rows, so that the first look at it is quick: the latest year with declarations, which is
 * the one that is shown first.
 *
 * What goes wrong is nobody's loss: it is computed when it is asked for. Cancelled, it stops.
 */
void
ps_year_figures_refresh (PsStore *store, PsDate today, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsYearFigures) figures = NULL;
  PsYearFiguresQuery query = { .today = today, .keep = TRUE };

  if (ps_store_latest_year (store, &query.year, &error) && query.year != 0)
    figures = ps_year_figures_load (store, &query, cancellable, progress, progress_data, &error);
  if (error != NULL)
    g_debug ("the year's figures were not made: %s", error->message);
}
