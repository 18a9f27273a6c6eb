/* ps-verify-figures.c: the kept figures of every provider's year against what they come to now
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Each is looked from the day that it was computed on. One that counts no more on that day (of data to another one, or before other years were
 * complete: ps-year-figures.h) is read by nobody, and nothing is said of it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-verify-private.h"
#include "ps-year-figures-private.h"

typedef struct
{
  PsChecking *checking;
  const PsRegion *region;
  PsBandwidthPlan plan;
  PsFigureBasis basis;
  GPtrArray *kept; /* GBytes, by place in the plan's providers */
} Figures;

static void
figures_clear (Figures *self)
{
  ps_bandwidth_plan_clear (&self->plan);
  g_ptr_array_unref (self->kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static guint
find_place (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->providers->len; i++)
    if (ps_region_provider (region, i)->id == id)
      return i;
  return PS_NONE;
}

static void
found_at (Figures *self, guint place, const char *what)
{
  g_autofree char *where =
      g_strdup_printf ("figures %s %d", place != PS_NONE ? ps_region_provider (self->region, place)->agb : "?", self->basis.year);

  ps_checking_found (self->checking, where, "%s", what);
}

static void
take_row (Figures *self, PsStatement *row)
{
  guint place = find_place (self->region, sqlite3_column_int64 (row, 0));
  g_autoptr (GBytes) data = g_bytes_new (sqlite3_column_blob (row, 1), (gsize) sqlite3_column_bytes (row, 1));
  PsFigureState state = ps_year_figures_state (&self->basis, g_bytes_get_data (data, NULL), g_bytes_get_size (data));

  if (place == PS_NONE || state == PS_FIGURE_DAMAGED)
    found_at (self, place, "the kept figures are no figures");
  else if (state == PS_FIGURE_COUNTS)
    {
      g_array_append_val (self->plan.providers, place);
      g_ptr_array_add (self->kept, g_steal_pointer (&data));
    }
}

static gboolean
read_rows (Figures *self, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  g_array_set_size (self->plan.providers, 0);
  select =
      ps_sql_prepare (self->checking->store,
                      "SELECT provider_id, data FROM year_figure WHERE year = ? AND day = ? AND through = ? ORDER BY 1", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, self->basis.year);
  sqlite3_bind_int (select, 2, self->basis.day);
  sqlite3_bind_int (select, 3, self->basis.through);
  while (ps_sql_step_row (self->checking->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      take_row (self, select);
    }
  return FALSE;
}

static void
compare (Figures *self, GPtrArray *fresh)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      const PsProviderYear *year = g_ptr_array_index (fresh, i);
      g_autoptr (GBytes) data = g_byte_array_free_to_bytes (ps_year_figures_encode (self->region, &self->basis, year));

      if (!g_bytes_equal (data, g_ptr_array_index (self->kept, i)))
        found_at (self, year->provider, "the kept figures of the year differ from what they come to");
    }
}

/* Of a year that was over they are looked from its last day, and from today what is known. */
static PsDate
looked_from (int year, PsDate day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  PsDate today = ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));

  return day < ps_date_year_end (year) ? day : MAX (day, today);
}

static gboolean
check_day (PsChecking *checking, PsRegion *region, int year, PsDate day, GError **error)
{
  g_auto (Figures) self = { checking, region, { .cancellable = checking->cancellable }, { 0 }, NULL };
  g_autoptr (PsBandwidthYear) look = ps_bandwidths_year_new (region);
  PsBandwidthQuery query = { .year = year, .today = looked_from (year, day), .no_before = TRUE };
  g_autoptr (GPtrArray) fresh = NULL;

  look->borrows_region = TRUE;
  self.kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (!ps_year_figures_plan (checking->store, look, &query, &self.plan, &self.basis, error))
    return FALSE;
  if (look->day != day)
    return TRUE;
  if (!read_rows (&self, error))
    return FALSE;
  fresh = ps_year_figures_compute (checking->store, &self.plan, error);
  if (fresh != NULL)
    compare (&self, fresh);
  return fresh != NULL;
}

typedef struct
{
  int year;
  PsDate day;
} Day;

static GArray *
list_days (PsStore *store, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (Day));
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store, "SELECT DISTINCT year, day FROM year_figure WHERE year BETWEEN 1900 AND 2199 ORDER BY 1, 2", error);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error))
    {
      Day day = { sqlite3_column_int (select, 0), sqlite3_column_int (select, 1) };

      if (!row)
        return g_steal_pointer (&days);
      g_array_append_val (days, day);
    }
  return NULL;
}

gboolean
ps_verify_figures (PsChecking *checking, GError **error)
{
  g_autoptr (GArray) days = list_days (checking->store, error);
  g_autoptr (PsRegion) region = days != NULL && days->len > 0 ? ps_store_load_region (checking->store, error) : NULL;

  if (days == NULL || (days->len > 0 && region == NULL))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const Day *day = &g_array_index (days, Day, i);

      if (!check_day (checking, region, day->year, day->day, error))
        return FALSE;
    }
  return TRUE;
}
