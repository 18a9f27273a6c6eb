/* ps-id-places.h: from an id in the region file to a place in an array
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Ids are handed out one after the other, so an array by id is small. An id beyond what any region has is a damaged file.
 */
#pragma once

#include "core/ps-region.h"

G_BEGIN_DECLS

#define PS_ID_MAX (1 << 28)

typedef struct
{
  guint32 *places;      /* place + 1; 0: no such id */
  gsize    n;
} PsIdPlaces;

static inline gboolean
ps_id_places_set (PsIdPlaces *map, gint64 id, guint place)
{
  if (id < 0 || id > PS_ID_MAX)
    return FALSE;
  if ((gsize) id >= map->n)
    {
      gsize n = MAX ((gsize) id + 1, map->n * 2);

      map->places = g_renew (guint32, map->places, n);
      memset (map->places + map->n, 0, (n - map->n) * sizeof (guint32));
      map->n = n;
    }
  map->places[id] = place + 1;
  return TRUE;
}

static inline guint
ps_id_places_get (const PsIdPlaces *map, gint64 id)
{
  return id >= 0 && (gsize) id < map->n && map->places[id] != 0 ? map->places[id] - 1 : PS_NONE;
}

static inline void
ps_id_places_clear (PsIdPlaces *map)
{
  g_clear_pointer (&map->places, g_free);
  map->n = 0;
}

G_END_DECLS
