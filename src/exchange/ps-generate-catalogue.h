/* ps-generate-catalogue.h: products, prices and municipalities that a made-up region works with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-date.h"
#include "core/ps-words.h"
#include "ps-generate-table.h"

G_BEGIN_DECLS

#define PS_GENERATE_MAX_PRICES 8

/* What one unit of a product costs, in time; ascending. Between two prices there may be days without one. */
typedef struct { PsDate from; PsDate to; gint64 tariff_e4; } PsGeneratePrice;

typedef struct
{
  const char     *code;
  guint           group;                 /* place in PsGenerateCatalogue.groups */
  PsFunding       funding;
  PsUnit          unit;
  int             norm_months;           /* 0: none */
  int             weight;                /* how often it is chosen within its group; 0: never */
  int             month_low;             /* whole units a month under pxq */
  int             month_high;
  guint           n_prices;
  PsGeneratePrice prices[PS_GENERATE_MAX_PRICES];
} PsGenerateProduct;

typedef struct { const char *code; const char *segment; } PsGenerateGroup;
typedef struct { const char *code; int weight; gboolean places; } PsGenerateMunicipality;   /* places: pays by places (pilot) */

/* The days that a made-up region covers. */
typedef struct
{
  int    first_year;
  int    n_years;
  PsDate declared_through;               /* the last day that was declared */
  PsDate known_through;                  /* the last day that starts and stops were reported of */
} PsGeneratePeriod;

typedef struct
{
  PsGeneratePeriod period;
  PsGenerateTable *municipality_table;   /* what the arrays below borrow their texts from */
  PsGenerateTable *product_table;
  PsGenerateTable *scheme_table;
  PsGenerateTable *price_table;
  GArray          *municipalities;       /* PsGenerateMunicipality, by code */
  GArray          *groups;               /* PsGenerateGroup, by code */
  GArray          *products;             /* PsGenerateProduct, by code */
} PsGenerateCatalogue;

PsGenerateCatalogue     *ps_generate_catalogue_new  (const PsGeneratePeriod *period);
void                     ps_generate_catalogue_free (PsGenerateCatalogue *catalogue);
gboolean                 ps_generate_catalogue_write (const PsGenerateCatalogue *catalogue, const char *folder, GError **error);

const PsGenerateProduct *ps_generate_catalogue_product (const PsGenerateCatalogue *catalogue, guint product);
const PsGenerateGroup   *ps_generate_catalogue_group   (const PsGenerateCatalogue *catalogue, guint group);
const PsGenerateMunicipality *ps_generate_catalogue_municipality (const PsGenerateCatalogue *catalogue, guint municipality);
guint                    ps_generate_catalogue_find_group (const PsGenerateCatalogue *catalogue, const char *code);
guint                    ps_generate_catalogue_find_municipality (const PsGenerateCatalogue *catalogue, const char *code);

/* The price on a day; PS_NO_NUMBER where there is none. */
gint64                   ps_generate_price_on       (const PsGeneratePrice *prices, guint n_prices, PsDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsGenerateCatalogue, ps_generate_catalogue_free)

G_END_DECLS
