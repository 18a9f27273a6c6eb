/* ps-amount-card.h: an amount tried on a scheme: band by band what goes in, what is paid and what is deducted
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-scheme.h"

G_BEGIN_DECLS

#define PS_TYPE_AMOUNT_CARD (ps_amount_card_get_type ())
G_DECLARE_FINAL_TYPE (PsAmountCard, ps_amount_card, PS, AMOUNT_CARD, GtkWidget)

/* Signal: "changed" when another ceiling or production was typed. */
GtkWidget *ps_amount_card_new            (void);
void       ps_amount_card_set_scheme     (PsAmountCard *self, const PsScheme *scheme);     /* copies it */
void       ps_amount_card_set_amounts    (PsAmountCard *self, gint64 ceiling_cents, gint64 produced_cents);
gint64     ps_amount_card_get_ceiling    (PsAmountCard *self);      /* PS_NO_NUMBER: none that is right */
gint64     ps_amount_card_get_production (PsAmountCard *self);
GtkWidget *ps_amount_card_get_entry      (PsAmountCard *self, gboolean production);    /* for tests */

G_END_DECLS
