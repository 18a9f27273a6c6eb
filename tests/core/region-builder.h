/* region-builder.h: a whole region in a few readable lines, for tests of the rules
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One thing a line, in any order; numbers as in the Netherlands, dates in any notation of the files, "-" for what is not given.
 * Providers, municipalities, segments, groups and clients exist as soon as they are named; without `by` it is provider P1.
 *
 *   product CODE SEGMENT/GROUP FUNDING UNIT [norm=MONTHS] [exempt=ja|buiten]
 *   tariff PRODUCT PRICE [FROM [TO]] [by=PROVIDER]             no `by`: the region's
 *   scheme NAME [bands=%:%,...] [whole=%:%,...] [norm=MONTHS:%,...]
 *   agreement YEAR EXCHANGE [key=KEY] [places=MEASURING] [by=PROVIDER]
 *   agreed YEAR GROUP MUNICIPALITY CEILING [scheme=NAME] [lump=ja] [places=PLACES] [by=PROVIDER]
 *   peildatum DATE
 *   assignment MUNICIPALITY/NUMBER CLIENT PRODUCT START [END] [volume=] [unit=] [per=dag|week|maand|totaal] [budget=] [referrer=]
 *              [by=PROVIDER]                                   aspecific: *GROUP for the product; a client is the same at all providers
 *   care MUNICIPALITY/NUMBER START [STOP [REASON]] [305=DATE] [307=DATE]
 *   line ID MUNICIPALITY/NUMBER PRODUCT FROM TO VOLUME TARIFF AMOUNT [unit=] [status=] [decided=accept|price|dispute]
 *                                                              AMOUNT "=": volume × tariff
 *   advance PRODUCT MUNICIPALITY MONTH AMOUNT [by=PROVIDER]
 *   measured PEILDATUM PRODUCT MUNICIPALITY PLACES [by=PROVIDER]
 */
#pragma once

#include "core/ps-settlement.h"

G_BEGIN_DECLS

typedef struct
{
  PsRegion  *region;
  GPtrArray *rows;            /* of GStrv */
  GPtrArray *clients;
} TestRegion;

TestRegion   *test_region_new        (const char *text);
void          test_region_free       (TestRegion *self);
PsProduction *test_region_production (TestRegion *self, const char *agb);
PsSettlement *test_region_settle     (TestRegion *self, const char *agb, const char *through);
PsSettlement *test_region_settle_to_sources (TestRegion *self, const char *agb, const char *through, GArray *sources);
PsDate        test_date              (const char *text);
gint64        test_number            (const char *text, int decimals);
gint64        test_cents             (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestRegion, test_region_free)

G_END_DECLS
