/* ps-state-bar.h: how far a settlement is: draft, proposed, final, by whom and when, and what belongs to it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-settlement-stand.h"

G_BEGIN_DECLS

#define PS_TYPE_STATE_BAR (ps_state_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsStateBar, ps_state_bar, PS, STATE_BAR, GtkWidget)

/* Its buttons are actions of the page: settlement.statement, settlement.compare. */
GtkWidget *ps_state_bar_new  (void);

/* `shown`: the stored one on the page; NULL: the region as it is, through `through`, whose balance is `balance_cents`. */
void       ps_state_bar_show (PsStateBar *self, const PsSettlementStand *stand, const PsStored *shown, int year, PsDate through,
                              gint64 balance_cents);

G_END_DECLS
