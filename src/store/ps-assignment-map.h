/* ps-assignment-map.h: from municipality and assignment number to the assignment
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Every declaration line and care period names its assignment so (domain.md §2: the number is unique per municipality only).
 * Asking the database each time is too slow for millions of them; the map keeps 16 bytes for each. It fills itself as it is
 * asked, and takes in the whole table when that is cheaper.
 */
#pragma once

#include "ps-sql.h"

G_BEGIN_DECLS

typedef struct _PsAssignmentMap PsAssignmentMap;

typedef struct
{
  gint64 id;
  gint64 provider_id;
} PsAssignmentRef;

PsAssignmentMap *ps_assignment_map_new     (PsStore *store, GError **error);
void             ps_assignment_map_free    (PsAssignmentMap *map);

/* @ref->id is 0 where there is none. */
gboolean         ps_assignment_map_find    (PsAssignmentMap *map, gint64 municipality_id, const char *number,
                                            PsAssignmentRef *ref, GError **error);
/* Adds one, or changes its provider. */
gboolean         ps_assignment_map_set     (PsAssignmentMap *map, gint64 municipality_id, const char *number,
                                            const PsAssignmentRef *ref, GError **error);
/* From here on the database is not asked any more. */
gboolean         ps_assignment_map_load    (PsAssignmentMap *map, GError **error);
gboolean         ps_assignment_map_is_whole (const PsAssignmentMap *map);
/* As it was when nothing had been asked: what was added may be gone. */
gboolean         ps_assignment_map_forget  (PsAssignmentMap *map, GError **error);
gsize            ps_assignment_map_size    (const PsAssignmentMap *map);

G_END_DECLS
