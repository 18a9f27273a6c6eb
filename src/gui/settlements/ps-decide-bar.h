/* ps-decide-bar.h: what can be decided of the declaration lines that are selected in a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-settlement-detail.h"

G_BEGIN_DECLS

#define PS_TYPE_DECIDE_BAR (ps_decide_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsDecideBar, ps_decide_bar, PS, DECIDE_BAR, GtkWidget)

/* To stand above `table`, whose rows have the places of their sources in detail->sources as ids. It says how much is selected, and its buttons (also
 * in the table's context menu) open ps_decide_dialog_present(). Hidden until something is shown that can be decided of. */
GtkWidget *ps_decide_bar_new  (PsSession *session, PsTable *table);
/* `detail` is borrowed until the next call; NULL, or a stored one: nothing can be decided. Before the table gets other rows, NULL; after it the detail
 * that they are of: the lines that were selected are selected again. */
void       ps_decide_bar_show (PsDecideBar *self, const PsSettlementDetail *detail);

G_END_DECLS
