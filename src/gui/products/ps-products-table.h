/* ps-products-table.h: the table of all products
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-product-facts.h"

G_BEGIN_DECLS

/* A row's id is the product's in the region file; its data is this. */
typedef struct
{
  guint          product;        /* place */
  guint          group;
  guint          segment;
  PsFunding      funding;
  PsProductFacts facts;
} PsProductsRow;

PsTable   *ps_products_table_new  (void);
GPtrArray *ps_products_table_rows (const PsRegion *region, PsDate day);
void       ps_products_table_set_rows (PsTable *table, GPtrArray *rows);

G_END_DECLS
