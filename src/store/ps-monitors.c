/* ps-monitors.c: the monitor's topics computed from a region file (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-letters.h"
#include "ps-monitors-private.h"
#include "ps-sql.h"

void
ps_monitored_free (PsMonitored *monitored)
{
  if (monitored == NULL)
    return;
  ps_monitor_free (monitored->monitor);
  g_clear_pointer (&monitored->holidays, g_array_unref);
  if (!monitored->borrows_region)
    ps_region_free (monitored->region);
  g_free (monitored);
}

/* ---- what was asked for */

/* `sentence` is taken. */
static gboolean
refuse (char *sentence, GError **error)
{
  g_autofree char *message = sentence;

  g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, message);
  return FALSE;
}

static guint
find_segment (const PsRegion *region, const char *code)
{
  for (guint i = 0; i < region->segments->len; i++)
    if (g_str_equal (ps_region_segment (region, i)->code, code))
      return i;
  return PS_NONE;
}

/* Codes to places. */
static gboolean
take_filter (PsMonitored *self, const PsMonitorsQuery *query, GError **error)
{
  const PsRegion *region = self->region;
  PsMonitorQuery *filter = &self->query;

  filter->provider = query->agb != NULL ? ps_region_find_provider (region, query->agb) : PS_NONE;
  filter->municipality = query->municipality != NULL ? ps_region_find_municipality (region, query->municipality) : PS_NONE;
  filter->segment = query->segment != NULL ? find_segment (region, query->segment) : PS_NONE;
  filter->group = query->group != NULL ? ps_region_find_group (region, query->group) : PS_NONE;
  filter->product = query->product != NULL ? ps_region_find_product (region, query->product) : PS_NONE;
  if (query->agb != NULL && filter->provider == PS_NONE)
    return refuse (g_strdup_printf (_("There is no provider with AGB code “%s” in this region."), query->agb), error);
  if (query->municipality != NULL && filter->municipality == PS_NONE)
    return refuse (g_strdup_printf (_("There is no municipality with code “%s” in this region."), query->municipality), error);
  if (query->segment != NULL && filter->segment == PS_NONE)
    return refuse (g_strdup_printf (_("There is no segment with code “%s” in this region."), query->segment), error);
  if (query->group != NULL && filter->group == PS_NONE)
    return refuse (g_strdup_printf (_("There is no product group with code “%s” in this region."), query->group), error);
  if (query->product != NULL && filter->product == PS_NONE)
    return refuse (g_strdup_printf (_("There is no product with code “%s” in this region."), query->product), error);
  return TRUE;
}

static PsDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* Whole months that are complete, and were over today. */
static gboolean
take_period (PsStore *store, PsMonitored *self, const PsMonitorsQuery *query, GError **error)
{
  PsMonitorQuery *period = &self->query;
  PsDate today = find_today (), start = ps_date_year_start (query->year);
  int last = query->last_month == 0 ? 12 : query->last_month;

  period->year = query->year;
  period->from = ps_date_from_ymd (query->year, query->first_month == 0 ? 1 : query->first_month, 1);
  if (!ps_store_complete_through (store, query->year, &period->through, error))
    return FALSE;
  if (period->through > today)
    period->through = MAX (ps_date_last_month_end (today), start - 1);
  period->through = MIN (period->through, ps_date_from_ymd (query->year, last, ps_date_days_in_month (query->year, last)));
  return ps_store_known_through (store, today, period->through, &period->known_through, error);
}

/* Of the year and of those beside it and last year: a term can begin in one and end in another. */
static gboolean
load_holidays (PsStore *store, PsMonitored *self, GError **error)
{
  self->holidays = ps_holidays_load_days (store, self->query.year - 2, 4, error);
  self->query.holidays = self->holidays;
  return self->holidays != NULL;
}

static PsMonitored *
compute (PsStore *store, const PsMonitorsQuery *query, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
         GError **error)
{
  g_autoptr (PsMonitored) self = g_new0 (PsMonitored, 1);
  gboolean ok;

  self->borrows_region = query->region != NULL;
  self->region = query->region != NULL ? (PsRegion *) query->region : ps_store_load_region (store, error);
  if (self->region == NULL)
    return NULL;
  ok = take_filter (self, query, error) && take_period (store, self, query, error) && load_holidays (store, self, error)
       && ps_monitored_feed (self, query->topics & PS_ALL_TOPICS, store, cancellable, progress, progress_data, error);
  return ok ? g_steal_pointer (&self) : NULL;
}

/**
 * ps_monitors_compute:
 * @query: of which year and months, for what part of the region, and what
 *
 * Computes, and stores nothing. Progress is told from the calling thread.
 *
 * Returns: (transfer full): NULL with an error: a PsStoreError (REFUSED for an unknown code), PS_CORE_ERROR_OVERFLOW, or
 *   G_IO_ERROR_CANCELLED
 */
PsMonitored *
ps_monitors_compute (PsStore *store, const PsMonitorsQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                     gpointer progress_data, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsMonitored *monitored;

  /* One transaction, so that the region and all messages are of the same moment. */
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  monitored = compute (store, query, cancellable, progress, progress_data, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return monitored;
}
