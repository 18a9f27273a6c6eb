/* ps-peil-refusals.h: what was typed and not saved, with both values, until it is chosen what becomes of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-peil-book.h"

G_BEGIN_DECLS

#define PS_TYPE_PEIL_REFUSALS (ps_peil_refusals_get_type ())
G_DECLARE_FINAL_TYPE (PsPeilRefusals, ps_peil_refusals, PS, PEIL_REFUSALS, GtkWidget)

/* Signals, each with the edit (PsPeilEdit *): "keep" mine, "put-back" what is in the file. */
GtkWidget *ps_peil_refusals_new  (void);
void       ps_peil_refusals_show (PsPeilRefusals *self, PsPeilBook *book);             /* gone where there is none */

G_END_DECLS
