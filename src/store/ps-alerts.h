/* ps-alerts.h: everything in a region that needs attention, and what somebody put aside for a while
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All on a worker.
 */
#pragma once

#include "core/ps-alert.h"
#include "ps-change.h"
#include "ps-settle-year.h"
#include "ps-year-figures.h"

G_BEGIN_DECLS

/* GPtrArray of PsAlert, most urgent first, snoozed ones at the end. `settled`: the year's figures of the same region file (for tariffs,
 * disputes, agreements); NULL: they are settled here. */
GPtrArray *ps_alerts_load (PsStore *store, const PsYearFigures *figures, const PsSettledYear *settled, PsDate today, GCancellable *cancellable,
                           GError **error);

/* Puts an alert aside until a day (after today, at most a year on) with a reason; audited (thing "alert:KEY"), undoable. */
gboolean   ps_alerts_snooze (PsStore *store, const char *actor, const PsAlert *alert, PsDate until, const char *reason, PsDate today,
                             gint64 *record, GError **error);
/* Brings it back now. */
gboolean   ps_alerts_wake   (PsStore *store, const char *actor, const PsAlert *alert, PsDate today, gint64 *record, GError **error);

G_END_DECLS
