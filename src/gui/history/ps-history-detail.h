/* ps-history-detail.h: one change: every field from what to what, and taking it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_HISTORY_DETAIL (ps_history_detail_get_type ())
G_DECLARE_FINAL_TYPE (PsHistoryDetail, ps_history_detail, PS, HISTORY_DETAIL, GtkWidget)

GtkWidget *ps_history_detail_new  (PsSession *session);

/* Copied; NULL: nothing is chosen. */
void       ps_history_detail_show (PsHistoryDetail *self, const PsHistoryRecord *record);
gint64     ps_history_detail_get  (PsHistoryDetail *self);      /* the record; 0: none */
void       ps_history_detail_undo (PsHistoryDetail *self);      /* as if it was asked and confirmed, for tests */

G_END_DECLS
