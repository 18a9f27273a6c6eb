/* ps-trail.h: one record of the trail in the making, with the rows that belong to it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Within one write transaction: begin, add rows as they are changed, end. The record's digest covers them (ps-audit.h).
 */
#pragma once

#include "ps-audit.h"
#include "ps-sql.h"

G_BEGIN_DECLS

typedef struct
{
  PsStore *store;
  gint64 record; /* the id that the record will have */
  gint64 n_changes;
  gint64 n_batches;
  GChecksum *digest;
  PsStatement *change;
  PsStatement *removed;
} PsTrail;

gboolean ps_trail_begin (PsTrail *trail, PsStore *store, GError **error);
void ps_trail_clear (PsTrail *trail);
gboolean ps_trail_add (PsTrail *trail, const char *table, gint64 row_id, const char *before, const char *after, GError **error);
/* A batch of rows that an undone import had added. All of them after the last ps_trail_add(). */
gboolean ps_trail_add_removed (PsTrail *trail, const char *table, gint64 n_rows, GBytes *data, GError **error);
/* `entry` without its counts and digest. */
gboolean ps_trail_end (PsTrail *trail, const PsAuditEntry *entry, GError **error);

/* The next id of a table's rows: above all that it has and all that it ever had, so that a row in the trail is never taken for
 * another (undo and history go by id). */
gboolean ps_trail_next_row_id (PsStore *store, const char *table, gint64 *id, GError **error);

G_END_DECLS
