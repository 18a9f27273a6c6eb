/* ps-bandwidth-data.h: where providers stand, worked out beside the window: asked for, cancelled, handed over
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-progress-relay.h"
#include "gui/ps-session.h"
#include "store/ps-letters.h"

G_BEGIN_DECLS

/* Plain, made on a worker, immutable afterwards; shared by a page and what it writes to files. */
typedef struct
{
  PsBandwidthYear *year;
  PsSettledRef    *figures;        /* whose region `year` borrows; NULL: it has its own */
  GPtrArray       *letters;        /* PsLetter: those of the year, and of the provider that was asked for */
} PsBandwidthShown;

PsBandwidthShown *ps_bandwidth_shown_ref    (PsBandwidthShown *shown);
void              ps_bandwidth_shown_unref  (PsBandwidthShown *shown);
const PsLetter   *ps_bandwidth_shown_letter (const PsBandwidthShown *shown, gint64 id);    /* NULL: none */

typedef struct
{
  int              year;
  gint64           peildatum_id;   /* 0: today */
  const char      *agb;            /* NULL: every provider */
  gboolean         no_before;
  GCancellable    *cancellable;    /* of the one who asks; the session's ends it too. NULL: only that */
  PsProgressRelay *relay;          /* NULL: nobody wants to know how far it is */
} PsBandwidthAsk;

void              ps_bandwidth_data_async   (PsSession *session, const PsBandwidthAsk *ask, GAsyncReadyCallback callback,
                                             gpointer user_data);
PsBandwidthShown *ps_bandwidth_data_finish  (PsSession *session, GAsyncResult *result, GError **error);

/* The same on a worker. */
PsBandwidthShown *ps_bandwidth_data_load    (PsStore *store, const PsBandwidthQuery *query, GCancellable *cancellable,
                                             PsProgressFunc progress, gpointer progress_data, GError **error);

/* Something longer, with the user's cancellable beside the session's: run on a worker. */
gulong            ps_bandwidth_cancel_with  (GCancellable *session, GCancellable *own);

/* The peildatum to begin with: the year's last one that lies behind us and whose data is there; 0: none, so today. */
gint64            ps_bandwidth_default_peildatum (PsSession *session);
char             *ps_bandwidth_peildatum_text (const PsPeildatum *peildatum);    /* "19-07-2024 · third"; owned by the caller */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsBandwidthShown, ps_bandwidth_shown_unref)

G_END_DECLS
