/* ps-product-record.h: rows of the region in memory as records, for changes of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-region.h"
#include "store/ps-record.h"

G_BEGIN_DECLS

/* Places in the region. Owned by the caller. */
PsRecord *ps_product_record       (const PsRegion *region, guint product);
PsRecord *ps_product_group_record (const PsRegion *region, guint group);
PsRecord *ps_segment_record       (const PsRegion *region, guint segment);

G_END_DECLS
