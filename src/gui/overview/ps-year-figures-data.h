/* ps-year-figures-data.h: the year's figures of all providers, worked out beside the window, and shared by the pages that show them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-progress-relay.h"
#include "gui/ps-session.h"
#include "store/ps-alerts.h"

G_BEGIN_DECLS

/* Plain, made on a worker, immutable afterwards. */
typedef struct
{
  PsYearFigures *figures;
  PsRegionYear   region;           /* its sum */
  GPtrArray     *alerts;           /* PsAlert; empty where they were not asked for */
  PsDate         today;
} PsOverviewData;

PsOverviewData *ps_overview_data_ref   (PsOverviewData *data);
void            ps_overview_data_unref (PsOverviewData *data);

/* Kept per session until the region or the year changes: asked for again by another page it is there at once. `relay` may be NULL. */
void            ps_overview_data_async  (PsSession *session, gboolean alerts, GCancellable *cancellable, PsProgressRelay *relay,
                                         GAsyncReadyCallback callback, gpointer user_data);
PsOverviewData *ps_overview_data_finish (PsSession *session, GAsyncResult *result, GError **error);
/* Ends the work that is under way, whoever waits for it: they hear G_IO_ERROR_CANCELLED. What is there stays. */
void            ps_overview_data_cancel (PsSession *session);
/* What is there already, of the session's year as it is now, with its alerts where those are wanted; NULL: nothing. Borrowed. */
PsOverviewData *ps_overview_data_peek   (PsSession *session, gboolean alerts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsOverviewData, ps_overview_data_unref)

G_END_DECLS
