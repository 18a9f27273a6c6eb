/* ps-product-facts.h: what the window says of a product: its tariff on a day, and what is missing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-region.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint    product;              /* its place */
  PsDate   day;                  /* of which all this is said */
  gint64   tariff_e4;            /* the region's; PS_NO_NUMBER: none */
  guint    n_own;                /* providers that have a tariff of their own then */
  gboolean ended;
  gboolean missing;              /* it needs a tariff, and nobody has one */
  PsDate   gap_from;             /* the latest days between two tariffs of the region; PS_DATE_OPEN: none */
  PsDate   gap_to;
  PsDate   last_day;             /* the region's last tariff ends then, the product goes on; PS_DATE_OPEN: it does not */
} PsProductFacts;

/* Today, where the year that is looked at is this year; else the last day of that year. */
PsDate      ps_product_day          (PsSession *session);
PsDate      ps_product_today        (void);

void        ps_product_facts_fill   (PsProductFacts *facts, const PsRegion *region, guint product, PsDate day);
char       *ps_product_missing_text (const PsProductFacts *facts);                        /* "" where nothing is missing; owned */
gboolean    ps_product_needs_tariff (const PsProduct *product);

/* Places, from the ids of the region file; PS_NONE: not there (any more). */
guint       ps_product_find         (const PsRegion *region, gint64 id);
guint       ps_product_find_group   (const PsRegion *region, gint64 id);
guint       ps_product_find_segment (const PsRegion *region, gint64 id);
guint       ps_product_find_provider (const PsRegion *region, gint64 id);
guint       ps_product_find_tariff  (const PsRegion *region, gint64 id);

/* The tariffs of a product for one provider (its place) or, PS_NONE, the region: a part of region->tariffs by first day. */
const PsTariff *ps_product_tariffs  (const PsRegion *region, guint product, guint provider, guint *n_tariffs);

/* In words; owned by the caller */
char       *ps_segment_text         (const PsSegment *segment);                           /* "4", or "4 Wonen" */
char       *ps_product_group_text   (const PsProductGroup *group);
char       *ps_product_facts_text   (const PsRegion *region, const PsProduct *product);   /* one line */

G_END_DECLS
