/* ps-product-form.h: a new product, or a change of one, in a dialog; ending and deleting one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

/* product_id: of the region file; 0: a new one. */
void ps_product_form_open (GtkWidget *from, PsSession *session, gint64 product_id);

/* ps-product-end.c: its last day; one that has ended goes on; one that nothing was done with is deleted, with its tariffs. */
void ps_product_end       (GtkWidget *from, PsSession *session, gint64 product_id);
void ps_product_continue  (GtkWidget *from, PsSession *session, gint64 product_id);
void ps_product_delete    (GtkWidget *from, PsSession *session, gint64 product_id);

G_END_DECLS
