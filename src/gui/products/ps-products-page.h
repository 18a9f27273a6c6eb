/* ps-products-page.h: all products of the region, their groups and segments
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_PRODUCTS_PAGE (ps_products_page_get_type ())
G_DECLARE_FINAL_TYPE (PsProductsPage, ps_products_page, PS, PRODUCTS_PAGE, AdwBin)

/* Actions: page.new, page.filter, products.index, products.new-segment, products.new-group. */
GtkWidget *ps_products_page_new (PsSession *session);

G_END_DECLS
