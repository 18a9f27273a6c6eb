/* ps-monitors-feed.c: the monitor fed: every provider of the filter, and whoever else has its clients
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-bits.h"
#include "ps-care-block.h"
#include "ps-id-places.h"
#include "ps-key-set.h"
#include "ps-loader.h"
#include "ps-monitors-private.h"
#include "ps-provider-work.h"
#include "ps-sql.h"

typedef struct
{
  PsMonitored *monitored;
  guint topics;
  GArray *providers; /* guint: the places of those that are looked at */
  PsKeySet *clients; /* of the provider that was asked for; NULL: nobody else's care is wanted */
} Work;

/* Of one thread. `last_year` shares what is the same in both years. */
typedef struct
{
  PsLoader *loader;
  PsProduction *production;
  PsProduction *last_year;
  PsMonitor *monitor;
} Own;

/* ---- one provider */

static void
end_monitoring (gpointer data, gpointer user_data)
{
  Own *own = data;
  Work *work = user_data;

  if (work->monitored->monitor == NULL)
    work->monitored->monitor = g_steal_pointer (&own->monitor);
  else
    ps_monitor_merge (work->monitored->monitor, own->monitor);
  ps_monitor_free (own->monitor);
  ps_loader_free (own->loader);
  ps_production_free (own->production);
  ps_production_free (own->last_year);
  g_free (own);
}

static gpointer
begin_monitoring (PsStore *store, gpointer user_data, GError **error)
{
  const Work *work = user_data;
  const PsMonitored *monitored = work->monitored;
  PsLoader *loader = ps_loader_new (store, monitored->region, monitored->query.year, error);
  Own *own;

  if (loader == NULL)
    return NULL;
  own = g_new0 (Own, 1);
  own->loader = loader;
  own->production = ps_production_new (0);
  own->last_year = ps_production_new (0);
  own->monitor = ps_monitor_new (monitored->region, &monitored->query, work->topics);
  return own;
}

/* Only the care of the clients that are wanted. */
static void
keep_clients (GArray *assignments, const PsKeySet *clients)
{
  guint n = 0;

  for (guint i = 0; i < assignments->len; i++)
    {
      PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);

      if (ps_key_set_has (clients, assignment->client_key))
        g_array_index (assignments, PsAssignment, n++) = *assignment;
    }
  g_array_set_size (assignments, n);
}

/* What followed at another provider: its care of those clients, without any line. */
static gboolean
add_other (Own *own, guint place, const Work *work, GError **error)
{
  if (!ps_loader_load_years (own->loader, place, 0, -1, own->production, error))
    return FALSE;
  keep_clients (own->production->assignments, work->clients);
  return own->production->assignments->len == 0 || ps_monitor_add (own->monitor, own->production, own->production, error);
}

static void
share (GArray **array, GArray *with)
{
  g_array_unref (*array);
  *array = g_array_ref (with);
}

static void
copy (GArray *array, const GArray *from)
{
  g_array_set_size (array, 0);
  if (from->len > 0)
    g_array_append_vals (array, from->data, from->len);
}

/* The year before's; its assignments and care are the year's own. */
static gboolean
load_last_year (Own *own, int year, GError **error)
{
  const PsProduction *production = own->production;
  PsProduction *last_year = own->last_year;

  if (!ps_loader_set_year (own->loader, year, own->production, error))
    return FALSE;
  last_year->provider = production->provider;
  share (&last_year->assignments, production->assignments);
  share (&last_year->care, production->care);
  copy (last_year->lines, production->lines);
  copy (last_year->advances, production->advances);
  copy (last_year->measurements, production->measurements);
  return TRUE;
}

static gboolean
monitor_one (gpointer data, guint n, gpointer user_data, GError **error)
{
  Own *own = data;
  const Work *work = user_data;
  const PsMonitorQuery *query = &work->monitored->query;
  guint place = g_array_index (work->providers, guint, n);

  if (work->clients != NULL && place != query->provider)
    return add_other (own, place, work, error);
  return ps_loader_load_years (own->loader, place, query->year - 1, query->year, own->production, error)
         && load_last_year (own, query->year - 1, error) && ps_loader_set_year (own->loader, query->year, own->production, error)
         && ps_monitor_add (own->monitor, own->production, own->last_year, error);
}

/* ---- who is looked at */

/* The clients of a provider, and the first bits of what care blocks have of their keys. */
typedef struct
{
  PsKeySet *parts; /* of a key, + 1, for 0 cannot be kept */
  PsBits bits;     /* most of the others' clients are told by these alone */
} Wanted;

#define BITS_MASK 0xfffff

static gboolean
is_wanted (const Wanted *wanted, guint32 part)
{
  return ps_bits_has (&wanted->bits, part & BITS_MASK) && ps_key_set_has (wanted->parts, (guint64) part + 1);
}

static gboolean
has_wanted (const Wanted *wanted, const guint8 *clients, gsize size)
{
  for (gsize at = 0; at + PS_CARE_KEY_SIZE <= size; at += PS_CARE_KEY_SIZE)
    {
      guint32 part;

      memcpy (&part, clients + at, sizeof part);
      if (is_wanted (wanted, GUINT32_FROM_LE (part)))
        return TRUE;
    }
  return FALSE;
}

/* Every provider that may have one of those clients: the provider itself, too. */
static gboolean
find_providers (PsStore *store, Work *work, const Wanted *wanted, GError **error)
{
  const PsRegion *region = work->monitored->region;
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT provider_id, clients FROM care_block", error);
  PsIdPlaces places = { NULL };
  gboolean row = select != NULL, ok = row;

  for (guint i = 0; i < region->providers->len; i++)
    ps_id_places_set (&places, ps_region_provider (region, i)->id, i);
  while (ok && row && (ok = ps_sql_step_row (store, select, &row, error)))
    {
      guint place = row ? ps_id_places_get (&places, sqlite3_column_int64 (select, 0)) : PS_NONE;

      if (place != PS_NONE && place != work->monitored->query.provider
          && has_wanted (wanted, sqlite3_column_blob (select, 1), sqlite3_column_bytes (select, 1)))
        g_array_append_val (work->providers, place);
    }
  ps_id_places_clear (&places);
  return ok;
}

static gboolean
load_clients (PsStore *store, Work *work, Wanted *wanted, GError **error)
{
  const PsMonitored *monitored = work->monitored;
  g_autoptr (PsLoader) loader = ps_loader_new (store, monitored->region, monitored->query.year, error);
  g_autoptr (PsProduction) production = ps_production_new (monitored->query.provider);

  if (loader == NULL || !ps_loader_load_years (loader, monitored->query.provider, 0, -1, production, error))
    return FALSE;
  for (guint i = 0; i < production->assignments->len; i++)
    {
      guint64 key = g_array_index (production->assignments, PsAssignment, i).client_key;

      ps_key_set_add (work->clients, key);
      ps_key_set_add (wanted->parts, (guint64) ps_care_key_part (key) + 1);
      ps_bits_add (&wanted->bits, ps_care_key_part (key) & BITS_MASK);
    }
  return TRUE;
}

/* Who else has clients of the provider, where it is asked what followed after its care. */
static gboolean
add_others (PsStore *store, Work *work, GError **error)
{
  Wanted wanted = { ps_key_set_new (), { NULL, 0 } };
  gboolean ok;

  work->clients = ps_key_set_new ();
  ok = load_clients (store, work, &wanted, error) && find_providers (store, work, &wanted, error);
  ps_key_set_free (wanted.parts);
  ps_bits_clear (&wanted.bits);
  return ok;
}

static gboolean
choose_providers (PsStore *store, Work *work, GError **error)
{
  const PsMonitorQuery *query = &work->monitored->query;

  if (query->provider == PS_NONE)
    {
      for (guint place = 0; place < work->monitored->region->providers->len; place++)
        g_array_append_val (work->providers, place);
      return TRUE;
    }
  g_array_append_val (work->providers, query->provider);
  return (work->topics & (1u << PS_TOPIC_FOLLOW_UP)) == 0 || add_others (store, work, error);
}

static gboolean
run (PsStore *store, Work *work, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  const PsProviderWork monitoring = { _("Computing the figures"), begin_monitoring, monitor_one, end_monitoring };

  return ps_provider_work_run (store, 0, work->providers->len, &monitoring, work, cancellable, progress, progress_data, error)
         && ps_monitor_finish (work->monitored->monitor, error);
}

gboolean
ps_monitored_feed (PsMonitored *self, guint topics, PsStore *store, GCancellable *cancellable, PsProgressFunc progress,
                   gpointer progress_data, GError **error)
{
  Work work = { self, topics, g_array_new (FALSE, FALSE, sizeof (guint)), NULL };
  gboolean ok = choose_providers (store, &work, error) && run (store, &work, cancellable, progress, progress_data, error);

  g_array_unref (work.providers);
  g_clear_pointer (&work.clients, ps_key_set_free);
  return ok;
}
