/* ps-bandwidths.c: where every provider stands at a peildatum or today (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-bandwidths-private.h"

/* A method's error is measured over the last three full years; the earliest of those needs the year before it. */
#define FULL_YEARS 3
#define MOST_YEARS 8

void
ps_bandwidths_free (PsBandwidthYear *year)
{
  if (year == NULL)
    return;
  g_free (year->label);
  g_ptr_array_unref (year->providers);
  if (!year->borrows_region)
    ps_region_free (year->region);
  g_free (year);
}

/* They are in the order of the providers. */
const PsProviderBandwidth *
ps_bandwidths_find (const PsBandwidthYear *year, guint provider)
{
  guint low = 0, high = year->providers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PsProviderBandwidth *it = g_ptr_array_index (year->providers, middle);

      if (it->now->provider == provider)
        return it;
      if (it->now->provider < provider)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * ps_bandwidths_needs_letter: whether a letter should be written now, at the peildatum of letters.
 * @told_before: (out) (optional): it asks for one, but letters of other peildata of the year told all of it
 */
gboolean
ps_bandwidths_needs_letter (const PsProviderBandwidth *provider, gboolean *told_before)
{
  gboolean asks = provider->now->letter != PS_LETTER_NONE;
  gboolean news = asks && ps_bandwidth_has_news (provider->now, provider->told);

  if (told_before != NULL)
    *told_before = asks && !news;
  return news && provider->letters && provider->letter_id == 0;
}

PsBandwidthYear *
ps_bandwidths_year_new (PsRegion *region)
{
  PsBandwidthYear *self = g_new0 (PsBandwidthYear, 1);

  self->region = region;
  self->before_day = PS_DATE_OPEN;
  self->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_provider_bandwidth_free);
  return self;
}

static const PsPeildatum *
find_peildatum (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->id == id)
      return ps_region_peildatum (region, i);
  return NULL;
}

/* The last of the same year before the day. */
static const PsPeildatum *
find_before (const PsRegion *region, int year, PsDate day)
{
  const PsPeildatum *found = NULL;

  for (guint i = 0; i < region->peildata->len; i++)
    {
      const PsPeildatum *it = ps_region_peildatum (region, i);

      if (it->date >= ps_date_year_start (year) && it->date < day)
        found = it;
    }
  return found;
}

/* To which day the data counts: as was said of the peildatum, else as far as the year was declared, in whole months not after the day: a
 * declaration counts from its first day on, so a month that is cut through would have all of it and half of its days. */
static gboolean
find_through (PsStore *store, int year, const PsPeildatum *peildatum, PsDate day, PsDate *through, GError **error)
{
  if (peildatum != NULL && peildatum->data_through != PS_DATE_OPEN)
    {
      *through = CLAMP (peildatum->data_through, ps_date_year_start (year) - 1, ps_date_year_end (year));
      return TRUE;
    }
  if (!ps_store_complete_through (store, year, through, error))
    return FALSE;
  if (*through > day)
    *through = ps_date_last_month_end (day);
  return TRUE;
}

static PsDate
day_in_year (PsDate day, int year)
{
  return CLAMP (day, ps_date_year_start (year), ps_date_year_end (year));
}

/* A letter, and a choice, belong to a peildatum: today they are those of the latest one. Who has its letter needs no other. A report's last
 * day stands in for today. */
static gboolean
take_day (PsBandwidthYear *self, const PsBandwidthQuery *query, const PsPeildatum *peildatum)
{
  PsDate today = query->as_of != 0 ? query->as_of : query->today;
  const PsPeildatum *latest;

  if (peildatum != NULL)
    {
      self->year = ps_date_year (peildatum->date);
      self->peildatum_id = self->letters_of = peildatum->id;
      self->day = query->as_of != 0 ? day_in_year (query->as_of, self->year) : peildatum->date;
      self->label = g_strdup (peildatum->label);
      return TRUE;
    }
  self->year = query->year;
  self->day = day_in_year (today, query->year);
  latest = find_before (self->region, query->year, MIN (today, ps_date_year_end (query->year)) + 1);
  self->letters_of = latest != NULL ? latest->id : 0;
  return query->peildatum_id == 0;
}

static gboolean
fill_day (PsStore *store, PsBandwidthYear *self, const PsBandwidthQuery *query, GError **error)
{
  const PsPeildatum *peildatum = query->peildatum_id != 0 ? find_peildatum (self->region, query->peildatum_id) : NULL;

  if (!take_day (self, query, peildatum))
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no such peildatum in this region."));
      return FALSE;
    }
  if (!find_through (store, self->year, peildatum, self->day, &self->through, error))
    return FALSE;
  if (query->as_of != 0 && self->through > self->day)
    self->through = ps_date_last_month_end (self->day);
  return peildatum == NULL || ps_bandwidths_read_closed (store, peildatum->id, &self->closed, error);
}

static gboolean
find_first_year (PsStore *store, int year, int *first, GError **error)
{
  g_autoptr (GArray) known = ps_store_list_years (store, error);

  if (known == NULL)
    return FALSE;
  *first = known->len > 0 ? g_array_index (known, int, 0) : year;
  return TRUE;
}

/* The year and those before it, as far back as methods are tested on, or as the region goes. */
static gboolean
choose_years (PsStore *store, PsBandwidthPlan *plan, int first, GError **error)
{
  int full = 0;

  if (first == 0 && !find_first_year (store, plan->year, &first, error))
    return FALSE;
  plan->years = g_array_new (FALSE, FALSE, sizeof (PsLookYear));
  for (int i = 0; i == 0 || (i < MOST_YEARS && plan->year - i >= first); i++)
    {
      PsLookYear year = { plan->year - i, FALSE };
      gboolean earliest = full == FULL_YEARS;
      PsDate complete;

      if (!ps_store_complete_through (store, year.year, &complete, error))
        return FALSE;
      year.whole = complete == ps_date_year_end (year.year);
      full += i > 0 && year.whole;
      g_array_append_val (plan->years, year);
      if (earliest)
        break;
    }
  return TRUE;
}

static gboolean
choose_providers (const PsRegion *region, const char *agb, PsBandwidthPlan *plan, GError **error)
{
  guint place;

  plan->providers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (place = 0; agb == NULL && place < region->providers->len; place++)
    g_array_append_val (plan->providers, place);
  if (agb == NULL)
    return TRUE;
  place = ps_region_find_provider (region, agb);
  if (place == PS_NONE)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no provider with AGB code “%s” in this region."),
                   agb);
      return FALSE;
    }
  g_array_append_val (plan->providers, place);
  return TRUE;
}

static gboolean
add_look (PsStore *store, PsBandwidthPlan *plan, gint64 peildatum_id, PsDate day, PsDate through, GError **error)
{
  PsLook *look = &plan->looks[plan->n_looks];

  *look = (PsLook){ peildatum_id, day, through, ps_bandwidths_read_choices (store, peildatum_id, error) };
  plan->n_looks += look->choices != NULL;
  return look->choices != NULL;
}

/* The peildatum before: as it was kept, else to be computed with what is known now. */
static gboolean
plan_before (PsStore *store, PsBandwidthYear *self, PsBandwidthPlan *plan, GHashTable **kept, GError **error)
{
  const PsPeildatum *before = find_before (self->region, self->year, self->day);
  gboolean closed;
  PsDate through;

  if (before == NULL)
    return TRUE;
  self->before_day = before->date;
  if (!ps_bandwidths_read_closed (store, before->id, &closed, error))
    return FALSE;
  if (closed)
    {
      *kept = ps_bandwidths_read_kept (store, self->region, before->id, 0, error);
      return *kept != NULL;
    }
  return find_through (store, self->year, before, before->date, &through, error)
         && add_look (store, plan, before->id, before->date, through, error);
}

static void
collect (PsBandwidthYear *self, PsBandwidthPlan *plan, gboolean keep)
{
  for (guint i = 0; i < plan->providers->len; i++)
    if (plan->results[i] != NULL && keep)
      g_ptr_array_add (self->providers, plan->results[i]);
    else
      ps_provider_bandwidth_free (plan->results[i]);
  g_free (plan->results);
}

static void
take_kept (PsBandwidthYear *self, GHashTable *kept)
{
  for (guint i = 0; kept != NULL && i < self->providers->len; i++)
    {
      PsProviderBandwidth *provider = g_ptr_array_index (self->providers, i);
      const gint64 *id = &ps_region_provider (self->region, provider->now->provider)->id;
      gpointer key, bandwidth;

      if (!g_hash_table_steal_extended (kept, id, &key, &bandwidth))
        continue;
      g_free (key);
      provider->before = bandwidth;
      provider->before_kept = TRUE;
    }
}

static void
take_letters (PsBandwidthYear *self)
{
  self->letters_all = TRUE;
  for (guint i = 0; i < self->providers->len; i++)
    {
      PsProviderBandwidth *provider = g_ptr_array_index (self->providers, i);

      provider->letters = self->letters_of != 0;
      if (ps_bandwidths_needs_letter (provider, NULL))
        self->letters_all = FALSE;
    }
}

gboolean
ps_bandwidths_plan_day (PsStore *store, PsBandwidthYear *self, const PsBandwidthQuery *query, PsBandwidthPlan *plan,
                        GError **error)
{
  if (!fill_day (store, self, query, error))
    return FALSE;
  plan->region = self->region;
  plan->year = self->year;
  return choose_providers (self->region, query->agb, plan, error) && choose_years (store, plan, query->first_year, error)
         && add_look (store, plan, self->letters_of, self->day, self->through, error);
}

static gboolean
run (PsStore *store, PsBandwidthYear *self, const PsBandwidthQuery *query, PsBandwidthPlan *plan, GError **error)
{
  g_autoptr (GHashTable) kept = NULL;
  gboolean ok;

  if (!ps_bandwidths_plan_day (store, self, query, plan, error)
      || (!query->no_before && !plan_before (store, self, plan, &kept, error)))
    return FALSE;
  plan->results = g_new0 (PsProviderBandwidth *, MAX (plan->providers->len, 1));
  ok = ps_bandwidth_plan_run (plan, store, error);
  collect (self, plan, ok);
  take_kept (self, kept);
  if (!ok || !ps_bandwidths_read_letters (store, self, error))
    return FALSE;
  take_letters (self);
  return TRUE;
}

void
ps_bandwidth_plan_clear (PsBandwidthPlan *plan)
{
  for (guint i = 0; i < plan->n_looks; i++)
    g_hash_table_unref (plan->looks[i].choices);
  plan->n_looks = 0;
  g_clear_pointer (&plan->years, g_array_unref);
  g_clear_pointer (&plan->providers, g_array_unref);
}

static PsBandwidthYear *
compute (PsStore *store, const PsBandwidthQuery *query, PsBandwidthPlan *plan, GError **error)
{
  g_autoptr (PsBandwidthYear) self = NULL;
  PsRegion *region = query->region != NULL ? (PsRegion *) query->region : ps_store_load_region (store, error);
  gboolean ok;

  if (region == NULL)
    return NULL;
  self = ps_bandwidths_year_new (region);
  self->borrows_region = query->region != NULL;
  ok = run (store, self, query, plan, error);
  ps_bandwidth_plan_clear (plan);
  return ok ? g_steal_pointer (&self) : NULL;
}

/**
 * ps_bandwidths_compute:
 * @query: at which peildatum, or of which year today, and of whom
 *
 * Computes, and stores nothing. Progress is told from the calling thread.
 *
 * Returns: (transfer full): NULL with an error: a PsStoreError (REFUSED for an unknown peildatum or provider),
 *   PS_CORE_ERROR_OVERFLOW, or G_IO_ERROR_CANCELLED
 */
PsBandwidthYear *
ps_bandwidths_compute (PsStore *store, const PsBandwidthQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                       gpointer progress_data, GError **error)
{
  PsBandwidthPlan plan = { .cancellable = cancellable, .progress = progress, .progress_data = progress_data };
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsBandwidthYear *year;

  /* One transaction, so that the region, all messages and letters are of the same moment. */
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  year = compute (store, query, &plan, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return year;
}
