/* ps-trail-data.h: the whole trail of one settlement, read and proved beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "gui/ps-table.h"
#include "store/ps-history.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

typedef struct
{
  PsPaper      *paper;             /* NULL: its documents do not hold; `stored` is there then */
  PsStored     *stored;
  GPtrArray    *list;              /* PsStored of the provider's year, by id */
  GPtrArray    *records;           /* PsHistoryRecord of the settlement, first to last */
  GPtrArray    *around;            /* … of its production statement, decisions on the provider's lines, and agreement of the year; first to last */
  GError       *damage;            /* why the documents do not hold; NULL: they do */
  PsComparison *again;             /* NULL: not to be computed, as the next one */
  PsComparison *now;
} PsTrailData;

void         ps_trail_data_async  (PsSession *session, gint64 id, GAsyncReadyCallback callback, gpointer user_data);
PsTrailData *ps_trail_data_finish (PsSession *session, GAsyncResult *result, GError **error);
void         ps_trail_data_free   (PsTrailData *data);

/* Tables of it. */
PsTable     *ps_trail_records_new  (const char *name);
GPtrArray   *ps_trail_records_rows (GPtrArray *records);
PsTable     *ps_trail_warnings_new (void);
GPtrArray   *ps_trail_warnings_rows (const PsStored *stored);
PsTable     *ps_trail_others_new   (void);
GPtrArray   *ps_trail_others_rows  (GPtrArray *list);            /* a row's id is the settlement's */
/* The facts and digests as a card. */
GtkWidget   *ps_trail_facts_new    (const PsTrailData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsTrailData, ps_trail_data_free)

G_END_DECLS
