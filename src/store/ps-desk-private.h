/* ps-desk-private.h: what the files of the desk share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-change-private.h"
#include "ps-desk.h"
#include "ps-id-places.h"

G_BEGIN_DECLS

/* Applies the change, and frees it. */
gboolean ps_desk_apply (PsStore *store, PsChange *change, const char *actor, const char *reason, gint64 *record, GError **error);
/* A change of a thing that is named by a format. */
PsChange *ps_desk_change_new (const char *action, const char *thing, ...) G_GNUC_PRINTF (2, 3);
void ps_desk_change_parts (PsChange *change, GPtrArray *before, GPtrArray *after); /* PsRecord */
/* Reads a row that must be there; else PS_STORE_ERROR_CONFLICT. */
PsRecord *ps_desk_read (PsStore *store, const char *table, gint64 id, GError **error);
/* A statement with one number bound as ?1. */
PsStatement *ps_desk_select (PsStore *store, const char *sql, gint64 number, GError **error);
gboolean ps_desk_count (PsStore *store, const char *sql, gint64 number, gint64 *count, GError **error);

typedef enum
{
  PS_PLACES_OF_PROVIDERS,
  PS_PLACES_OF_PRODUCTS,
  PS_PLACES_OF_GROUPS,
  PS_PLACES_OF_MUNICIPALITIES,
  PS_PLACES_OF_SCHEMES
} PsPlacesOf;
void ps_desk_map_places (PsIdPlaces *places, const PsRegion *region, PsPlacesOf of);
/* FALSE with an error where something is not in the region that was given: it was changed since. */
gboolean ps_desk_find_place (const PsIdPlaces *places, gint64 id, guint *place, GError **error);

G_END_DECLS
