/* ps-region.h: the agreements side of a region in memory
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What a settlement is computed with: products, tariffs, schemes, agreements, peildata (domain.md §2). Things refer to each
 * other by their place in these arrays; the arrays of things with a code are sorted by that code (bytewise), so that the order
 * of places is the order in which lines, scopes and providers are listed.
 */
#pragma once

#include "ps-date.h"
#include "ps-number.h"
#include "ps-words.h"

G_BEGIN_DECLS

#define PS_NONE G_MAXUINT    /* no such thing */

typedef struct { gint64 id; char *code; char *name; } PsMunicipality;
typedef struct { gint64 id; char *code; char *name; } PsSegment;                       /* name: may be NULL, as the next one's */
typedef struct { gint64 id; char *code; guint segment; char *name; } PsProductGroup;

typedef struct
{
  gint64         id;
  char          *agb;
  char          *name;
  char          *kvk;            /* may be NULL, as the next two */
  char          *email;
  char          *place;
  PsProviderKind kind;
  gboolean       contracted;     /* FALSE: NGA */
  PsDate         ended_on;       /* its last day; PS_DATE_OPEN: none */
  guint          merged_into;    /* place; PS_NONE: goes on by itself */
} PsProvider;

typedef struct
{
  gint64    id;
  char     *code;
  char     *name;
  guint     group;
  PsFunding funding;
  PsUnit    unit;
  int       norm_months;         /* -1: none */
  gint64    norm_hours_milli;    /* PS_NO_NUMBER: none */
  PsExempt  exempt;
  PsDate    ended_on;            /* its last day; PS_DATE_OPEN: none */
} PsProduct;

/* Sorted by product, provider (PS_NONE, the region's, last), from. */
typedef struct
{
  gint64 id;
  guint  product;
  guint  provider;               /* PS_NONE: the region's */
  PsDate from;
  PsDate to;                     /* PS_DATE_OPEN: no end */
  gint64 tariff_e4;
} PsTariff;

typedef struct { int from; int paid_bp; } PsStep;    /* from: bp of the ceiling, or months past the norm */

typedef struct
{
  gint64   id;
  char    *name;
  gboolean whole;                /* kind `geheel`: a cliff */
  GArray  *bands;                /* of PsStep by from; may be empty */
  GArray  *norm_steps;           /* of PsStep by from; may be empty */
} PsScheme;

typedef struct
{
  gint64   id;
  guint    group;
  guint    municipality;
  gboolean lump_sum;             /* taakgericht */
  gint64   ceiling_cents;
  gint64   places_milli;         /* PS_NO_NUMBER: none */
  guint    scheme;               /* PS_NONE: none */
} PsAgreementLine;

typedef struct
{
  gint64           id;
  gint64           version_id;
  guint            provider;
  int              year;
  PsExchange       exchange;
  PsDivisionKey    key;
  PsPlaceMeasuring measuring;
  int              under_bp;     /* bandwidth; -1: not given, the region's holds */
  int              over_bp;
  GArray          *lines;        /* of PsAgreementLine by group, municipality */
} PsAgreement;

typedef struct
{
  gint64 id;
  PsDate date;
  char  *label;
  PsDate data_through;           /* PS_DATE_OPEN: not given */
} PsPeildatum;

typedef struct
{
  char      *name;               /* of the region; may be empty */
  int        under_bp;           /* the region's own bandwidth (domain.md §7: 5 % by default) */
  int        over_bp;
  int        notice_bp;          /* share of a ceiling at which a notice is sent (70 % by default) */
  int        answer_days;        /* working days to answer a letter */
  GArray    *municipalities;     /* PsMunicipality by code */
  GArray    *segments;           /* PsSegment by code */
  GArray    *groups;             /* PsProductGroup by code */
  GArray    *providers;          /* PsProvider by agb */
  GArray    *products;           /* PsProduct by code */
  GArray    *tariffs;            /* PsTariff, see there */
  GArray    *schemes;            /* PsScheme by name */
  GArray    *agreements;         /* PsAgreement by provider, year */
  GArray    *peildata;           /* PsPeildatum by date */
  guint     *tariff_starts;      /* made by ps_region_index() */
} PsRegion;

PsRegion          *ps_region_new               (void);
void               ps_region_free              (PsRegion *region);
void               ps_region_index             (PsRegion *region);

const PsMunicipality *ps_region_municipality   (const PsRegion *region, guint place);
const PsSegment      *ps_region_segment        (const PsRegion *region, guint place);
const PsProductGroup *ps_region_group          (const PsRegion *region, guint place);
const PsProvider     *ps_region_provider       (const PsRegion *region, guint place);
const PsProduct      *ps_region_product        (const PsRegion *region, guint place);
const PsTariff       *ps_region_tariff         (const PsRegion *region, guint place);
const PsScheme       *ps_region_scheme         (const PsRegion *region, guint place);
const PsPeildatum    *ps_region_peildatum      (const PsRegion *region, guint place);

guint              ps_region_find_provider     (const PsRegion *region, const char *agb);
guint              ps_region_find_product      (const PsRegion *region, const char *code);
guint              ps_region_find_municipality (const PsRegion *region, const char *code);
guint              ps_region_find_group        (const PsRegion *region, const char *code);
const PsAgreement *ps_region_find_agreement    (const PsRegion *region, guint provider, int year);
const PsAgreementLine *ps_agreement_find_line  (const PsAgreement *agreement, guint group, guint municipality);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsRegion, ps_region_free)

G_END_DECLS
