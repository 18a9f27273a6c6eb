/* ps-peil-load.c: a peildatum read on a worker, and only where there is something new
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-load"

#include "ps-peil-load.h"

#include "store/ps-history.h"

/* Rows that were added */

static guint
find_id (const PsRegion *region, gint64 id, guint n, gint64 (*id_of) (const PsRegion *region, guint place))
{
  for (guint i = 0; i < n; i++)
    if (id_of (region, i) == id)
      return i;
  return PS_NONE;
}

static gint64
provider_id (const PsRegion *region, guint place)
{
  return ps_region_provider (region, place)->id;
}

static gint64
product_id (const PsRegion *region, guint place)
{
  return ps_region_product (region, place)->id;
}

static gint64
municipality_id (const PsRegion *region, guint place)
{
  return ps_region_municipality (region, place)->id;
}

/* By provider's name, product, municipality: as the sheet's rows are. */
static int
compare_rows (const PsRegion *region, const PsPeilRow *a, const PsPeilRow *b)
{
  int order = g_utf8_collate (ps_region_provider (region, a->provider)->name, ps_region_provider (region, b->provider)->name);

  if (order == 0)
    order = (a->provider > b->provider) - (a->provider < b->provider);
  if (order == 0)
    order = (a->product > b->product) - (a->product < b->product);
  if (order == 0)
    order = (a->municipality > b->municipality) - (a->municipality < b->municipality);
  return order;
}

static void
add_row (PsPeilSheet *sheet, const PsPeilRow *row)
{
  guint place = 0;

  while (place < sheet->rows->len)
    {
      int order = compare_rows (sheet->region, &g_array_index (sheet->rows, PsPeilRow, place), row);

      if (order == 0)
        return;
      if (order > 0)
        break;
      place++;
    }
  g_array_insert_val (sheet->rows, place, *row);
}

void
ps_peil_sheet_add_rows (PsPeilSheet *sheet, const GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const PsPeilKeys *key = &g_array_index (keys, PsPeilKeys, i);
      const PsRegion *region = sheet->region;
      PsPeilRow row = { .provider = find_id (region, key->provider_id, region->providers->len, provider_id),
                        .product = find_id (region, key->product_id, region->products->len, product_id),
                        .municipality = find_id (region, key->municipality_id, region->municipalities->len, municipality_id) };

      for (PsMeasure measure = 0; measure < PS_N_MEASURES; measure++)
        row.entered[measure] = row.computed[measure] = row.last[measure] = PS_NO_NUMBER;
      if (row.provider != PS_NONE && row.product != PS_NONE && row.municipality != PS_NONE)
        add_row (sheet, &row);
    }
}

/* Reading */

typedef struct
{
  gint64 peildatum_id;
  gint64 known;
  GArray *rows;
  PsProgressFunc progress;
  gpointer progress_data;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_array_unref (asked->rows);
  g_free (asked);
}

void
ps_peil_loaded_free (PsPeilLoaded *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_pointer (&loaded->sheet, ps_peil_sheet_free);
  g_free (loaded);
}

static gboolean
read_newest (PsStore *store, PsPeilLoaded *loaded, GError **error)
{
  const PsHistoryQuery query = { .limit = 1 };
  g_autoptr (GPtrArray) records = ps_history_load (store, &query, error);

  if (records == NULL)
    return FALSE;
  if (records->len > 0)
    {
      const PsHistoryRecord *record = g_ptr_array_index (records, 0);

      loaded->newest = record->id;
      loaded->undone = record->undoes != 0 && g_strcmp0 (record->actor, g_get_user_name ()) == 0;
    }
  return TRUE;
}

/* The newest record first: what is written in between is read twice rather than missed. */
static gpointer
load (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (PsPeilLoaded) loaded = g_new0 (PsPeilLoaded, 1);

  if (!read_newest (store, loaded, error))
    return NULL;
  if (asked->known != 0 && loaded->newest == asked->known)
    return g_steal_pointer (&loaded);
  loaded->sheet = ps_peil_sheet_load (store, asked->peildatum_id, cancellable, asked->progress, asked->progress_data, error);
  if (loaded->sheet == NULL)
    return NULL;
  ps_peil_sheet_add_rows (loaded->sheet, asked->rows);
  return g_steal_pointer (&loaded);
}

void
ps_peil_load_async (PsSession *session, gint64 peildatum_id, gint64 known, GArray *rows, PsProgressFunc progress,
                    gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ peildatum_id, known, rows, progress, progress_data };
  ps_session_run_async (session, load, asked, asked_free, (GDestroyNotify) ps_peil_loaded_free, callback, user_data);
}

PsPeilLoaded *
ps_peil_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
