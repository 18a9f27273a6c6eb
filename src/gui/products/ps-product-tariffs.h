/* ps-product-tariffs.h: the tariffs of a product as a table and as a chart
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-tariffs.h"
#include "core/ps-region.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* A row's id is the tariff's in the region file, and its data is this; a row of days without a tariff (tariff_id 0) has an id of
 * its own. */
typedef struct
{
  gint64 tariff_id;
  gint64 provider_id;            /* 0: the region's */
  PsDate from;
  PsDate to;
} PsProductTariffsRow;

PsTable        *ps_product_tariffs_table_new (void);
/* The region's first, then those of the providers by name, each from old to new. */
GPtrArray      *ps_product_tariffs_rows      (const PsRegion *region, guint product, PsDate today);
void            ps_product_tariffs_set_rows  (PsTable *table, GPtrArray *rows);
PsTariffsChart *ps_product_tariffs_chart     (const PsRegion *region, guint product, PsDate today);

G_END_DECLS
