/* ps-product-checks.h: products to choose from, by group or one by one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-region.h"

G_BEGIN_DECLS

#define PS_TYPE_PRODUCT_CHECKS (ps_product_checks_get_type ())
G_DECLARE_FINAL_TYPE (PsProductChecks, ps_product_checks, PS, PRODUCT_CHECKS, GtkWidget)

/* Signal: "changed". A check button for each group, and one for each of its products below it; a filter above them. */
GtkWidget *ps_product_checks_new     (const PsRegion *region);
void       ps_product_checks_set     (PsProductChecks *self, guint product, gboolean chosen);     /* its place */
gboolean   ps_product_checks_get     (PsProductChecks *self, guint product);
guint      ps_product_checks_count   (PsProductChecks *self);
void       ps_product_checks_set_group (PsProductChecks *self, guint group, gboolean chosen);     /* all of its products */

G_END_DECLS
