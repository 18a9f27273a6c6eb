/* ps-alerts-card.h: the signals as they are looked at: opened, put aside, brought back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "ps-alerts-table.h"

G_BEGIN_DECLS

#define PS_TYPE_ALERTS_CARD (ps_alerts_card_get_type ())
G_DECLARE_FINAL_TYPE (PsAlertsCard, ps_alerts_card, PS, ALERTS_CARD, AdwBin)

/* `most`: a mix of them in about so many rows, in a card as high as those are, with the way to all of them; 0: all, with the height that there
 * is. Actions, of the only row that is selected: signal.open, signal.aside (Delete), signal.wake; and signal.all. A row that stands for several
 * opens the page of all, narrowed to their kind, and cannot be put aside. */
GtkWidget     *ps_alerts_card_new       (PsSession *session, guint most);
void           ps_alerts_card_set       (PsAlertsCard *self, PsOverviewData *data);     /* NULL: nothing is known */
void           ps_alerts_card_set_which (PsAlertsCard *self, PsWhichAlerts which);      /* at first those that are open */
void           ps_alerts_card_set_none  (PsAlertsCard *self, const char *none, const char *why);   /* while there is no data */
PsTable       *ps_alerts_card_get_table (PsAlertsCard *self);

G_END_DECLS
