/* peil-test.h: sheets of measurements for the tests of their grid
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-peildata.h"

G_BEGIN_DECLS

/* A region with so many providers, products (the even ones paid by the place) and municipalities; ids are places + 1, + 1001 and + 2001. */
PsRegion    *peil_test_region    (guint n_providers, guint n_products, guint n_municipalities);
/* An empty sheet over it, which it owns; rows are added in any order. */
PsPeilSheet *peil_test_sheet     (PsRegion *region);
PsPeilRow   *peil_test_add       (PsPeilSheet *sheet, guint provider, guint product, guint municipality);
/* All of them, with computed values. */
PsPeilSheet *peil_test_full      (guint n_providers, guint n_products, guint n_municipalities);

G_END_DECLS
