/* ps-contract-products.h: the products of a contract: in a table, chosen in a dialog, each with days of its own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "gui/ps-table.h"
#include "ps-shown-contract.h"

G_BEGIN_DECLS

/* A row's id is the place of the product in the contract's list. */
PsTable      *ps_contract_products_table_new  (void);
GPtrArray    *ps_contract_products_table_rows (const PsContract *contract, const PsRegion *region);

/* Which products, by group or one by one. */
PsFormDialog *ps_contract_products_choose     (GtkWidget *from, PsSession *session, PsShownContract *shown);
/* The days of one: its place in the contract's list. */
PsFormDialog *ps_contract_product_edit        (GtkWidget *from, PsSession *session, PsShownContract *shown, guint place);

G_END_DECLS
