/* ps-indexing-preview.h: what a round of indexing would do, tariff by tariff, worked out on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-indexing.h"
#include "gui/ps-session.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

typedef enum { PS_WHOSE_ALL, PS_WHOSE_REGION, PS_WHOSE_PROVIDERS } PsIndexingWhose;

/* Which tariffs take part; ids of the region file, 0: any. */
typedef struct
{
  gint64          segment_id;
  gint64          group_id;
  gint64          product_id;
  PsIndexingWhose whose;
} PsIndexingScope;

typedef struct
{
  PsSettledRef *figures;         /* the region that the places are of */
  PsIndexing    indexing;
  int           index_bp;
  PsDate        starts_on;
  GArray       *tariffs;         /* PsIndexedTariff: all that the scope takes */
  GPtrArray    *rows;            /* PsTableRow, one for each; their id is the place in `tariffs` */
  guint         n_ended;
  guint         n_later;
  guint         n_product_ended;
  guint         n_indexed;       /* with those that are left out by hand */
  gboolean      overflowed;      /* a tariff became larger than can be kept */
} PsIndexingPreview;

/* finish gives NULL with an error. `indexing` is right (ps_indexing_check()). `left_out`: ids of tariffs (gint64), taken. */
void               ps_indexing_preview_async  (PsSession *session, const PsIndexing *indexing, PsDate starts_on,
                                               const PsIndexingScope *scope, GHashTable *left_out, GAsyncReadyCallback callback,
                                               gpointer user_data);
PsIndexingPreview *ps_indexing_preview_finish (PsSession *session, GAsyncResult *result, GError **error);
void               ps_indexing_preview_free   (PsIndexingPreview *preview);

/* The table, and the row of one tariff as it is when left out or not. */
PsTable    *ps_indexing_table_new  (void);
PsTableRow *ps_indexing_table_row  (const PsRegion *region, const PsIndexedTariff *indexed, guint64 id, PsDate starts_on,
                                    gboolean left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsIndexingPreview, ps_indexing_preview_free)

G_END_DECLS
