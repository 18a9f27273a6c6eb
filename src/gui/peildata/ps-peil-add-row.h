/* ps-peil-add-row.h: choosing a provider, product and municipality of which a peildatum has no row yet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-peil-book.h"

G_BEGIN_DECLS

typedef void (*PsPeilRowChosen) (const PsPeilKeys *keys, gpointer user_data);

/* A dialog over the window of `from`; `chosen` is not called where `from` is gone. One that is there already is chosen as well. */
GtkWidget *ps_peil_add_row_present (GtkWidget *from, const PsPeilSheet *sheet, PsPeilRowChosen chosen, gpointer user_data);
/* As if chosen and confirmed, for tests: places in the sheet's region. */
void       ps_peil_add_row_choose  (GtkWidget *dialog, guint provider, guint product, guint municipality);

G_END_DECLS
