/* ps-product-page.h: one product: what it is, and its tariffs in time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_PRODUCT_PAGE (ps_product_page_get_type ())
G_DECLARE_FINAL_TYPE (PsProductPage, ps_product_page, PS, PRODUCT_PAGE, AdwBin)

/* Actions: page.new (a tariff), product.edit, product.end, product.continue, product.delete, product.history.
 * product_id: of the region file. */
GtkWidget *ps_product_page_new (PsSession *session, gint64 product_id);

G_END_DECLS
