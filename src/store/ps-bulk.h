/* ps-bulk.h: a database set up for many rows at a time
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * When far more rows come than there are, indices that are kept up row by row cost ten times what making them afterwards does, and a
 * write-ahead log writes everything twice (docs/performance.md). So a bulk run goes through a rollback journal where nobody else has
 * the file open, leaves references to the writer, which has resolved them, and makes the indices of a table when it is full.
 */
#pragma once

#include "ps-sql.h"

G_BEGIN_DECLS

typedef struct _PsBulk PsBulk;

PsBulk  *ps_bulk_new           (PsStore *store);
void     ps_bulk_free          (PsBulk *bulk);

/* Both end the transaction that is open: bulk settings cannot change within one. begin() opens another. */
gboolean ps_bulk_begin         (PsBulk *bulk, GError **error);
void     ps_bulk_end           (PsBulk *bulk);
gboolean ps_bulk_is_on         (const PsBulk *bulk);

/* Drops the indices of a table, until they are made again. */
gboolean ps_bulk_drop_indices  (PsBulk *bulk, const char *table, GError **error);
gboolean ps_bulk_has_dropped   (const PsBulk *bulk, const char *table);
gboolean ps_bulk_make_indices  (PsBulk *bulk, const char *table, GError **error);
/* The tables whose indices are to be made, one after the other: NULL when there are none left. */
const char *ps_bulk_next_table (const PsBulk *bulk);
/* A file was taken back, and the indices that it dropped are there again. */
gboolean ps_bulk_revert        (PsBulk *bulk, GError **error);

/* Memory that the run takes beside SQLite's cache; the two together stay within a fixed budget. */
gboolean ps_bulk_set_used      (PsBulk *bulk, gsize bytes, GError **error);

G_END_DECLS
