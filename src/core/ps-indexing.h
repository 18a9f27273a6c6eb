/* ps-indexing.h: indexing tariffs by the OVA and PPC (domain.md §11)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-region.h"

G_BEGIN_DECLS

#define PS_NO_RATE G_MININT              /* a rate that was not given */

/* All in basis points. Without a definitive and an earlier rate there is no catch-up: the first year after a purchase. */
typedef struct
{
  int provisional_bp;                    /* of the new year */
  int definitive_bp;                     /* of the year before, as it became; PS_NO_RATE: none */
  int earlier_bp;                        /* of the year before, as it was provisionally; PS_NO_RATE: none */
} PsIndexRate;

typedef struct
{
  PsIndexRate wage;                      /* OVA */
  PsIndexRate price;                     /* PPC */
  int         wage_share_bp;             /* youth care: 9000 */
  int         decimals;                  /* 2 (a cent) or 4 (ten-thousandths) of the new tariffs */
} PsIndexing;

/* FALSE: one of the two rates is half given, or a number is beyond what an index can be; *why says it (translated, owned). */
gboolean ps_indexing_check   (const PsIndexing *indexing, char **why);
/* The index, rounded to basis points, half away from zero. */
int      ps_indexing_rate    (const PsIndexing *indexing, PsOverflow *overflow);
/* "0,9 × 5,24 % + 0,1 × 2,41 % = 4,957 %, rounded 4,96 %": translated, owned by the caller. */
char    *ps_indexing_explain (const PsIndexing *indexing);
gint64   ps_indexing_tariff  (gint64 tariff_e4, int index_bp, int decimals, PsOverflow *overflow);

typedef enum
{
  PS_INDEXED,                            /* ended on the day before, followed by the new one */
  PS_INDEX_ENDED,                        /* was ended on the day before already: not revived */
  PS_INDEX_LATER,                        /* starts on or after the new day: left as it is */
  PS_INDEX_PRODUCT_ENDED,                /* the last day of its product lies before the new day: left as it is */
} PsIndexOutcome;

typedef struct
{
  guint          tariff;                 /* its place in the region */
  PsIndexOutcome outcome;
  gint64         new_e4;                 /* PS_NO_NUMBER unless indexed */
  PsDate         new_to;                 /* what the old one ended on; PS_DATE_OPEN: open */
  gboolean       blocked;                /* overlaps that the region refuses: a later tariff of the same product and provider starts before
                                          * the old one's end; new_to is the day before it */
} PsIndexedTariff;

typedef gboolean (*PsIndexChooseFunc) (const PsRegion *region, const PsTariff *tariff, gpointer user_data);

/* What a round would do, for every tariff that is valid on the day before `starts_on` or starts later, and that `choose` takes
 * (NULL: all): GArray of PsIndexedTariff in the order of the region's tariffs. */
GArray  *ps_indexing_preview (const PsRegion *region, PsDate starts_on, int index_bp, int decimals, PsIndexChooseFunc choose,
                              gpointer user_data, PsOverflow *overflow);

G_END_DECLS
