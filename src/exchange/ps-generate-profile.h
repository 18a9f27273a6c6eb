/* ps-generate-profile.h: what sort of provider a made-up one is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-generate-catalogue.h"
#include "ps-generate-random.h"

G_BEGIN_DECLS

#define PS_GENERATE_MAX_GROUPS 8
#define PS_GENERATE_MAX_MUNICIPALITIES 16
#define PS_GENERATE_MAX_SCHEMES 4

/* The words are those of the column `bijzonderheden` in data/demo/aanbieders.csv. */
typedef enum
{
  PS_GENERATE_OWN_TARIFF    = 1 << 0,    /* eigen-tarief: tariffs of its own for its pxq products */
  PS_GENERATE_MINUTES       = 1 << 1,    /* minuten: declares minutes where the tariff is an hour's (iJw IV081) */
  PS_GENERATE_CONSULTATION  = 1 << 2,    /* consultatie: a lump sum for advice, paid by advances */
  PS_GENERATE_LUMP_CRISIS   = 1 << 3,    /* lumpsum-crisis: crisis help as a lump sum, production beside it */
  PS_GENERATE_NO_AGREEMENT  = 1 << 4,    /* geen-afspraak */
  PS_GENERATE_NO_PRODUCTION = 1 << 5,    /* geen-productie: an agreement and nobody in care */
  PS_GENERATE_FORGOTTEN     = 1 << 6,    /* vergeten-gemeente: the smallest line is not in its agreements */
  PS_GENERATE_ZERO_CEILING  = 1 << 7,    /* nulplafond: the smallest line has a ceiling of zero */
  PS_GENERATE_SLOPPY        = 1 << 8,    /* slordig: many declaration lines in dispute */
  PS_GENERATE_STOPS         = 1 << 9,    /* stopt: no new clients from the third year on */
  PS_GENERATE_NEW           = 1 << 10,   /* nieuw: starts in the second year */
  PS_GENERATE_GROWS         = 1 << 11,   /* groeit */
  PS_GENERATE_SHRINKS       = 1 << 12,   /* krimpt */
  PS_GENERATE_INSTALMENTS   = 1 << 13,   /* termijnen: declares trajects by the month */
  PS_GENERATE_HALVES        = 1 << 14,   /* half: half at the start, half at the end; else all at the start */
} PsGenerateTrait;

typedef struct
{
  char            *agb;
  char            *name;
  char            *kvk;
  char            *email;
  char            *place;
  PsProviderKind   kind;
  gboolean         contracted;
  guint            n_groups;
  guint            groups[PS_GENERATE_MAX_GROUPS];
  guint            n_municipalities;
  guint            municipalities[PS_GENERATE_MAX_MUNICIPALITIES];
  int              clients_a_year;
  PsExchange       exchange;
  guint            n_schemes;
  char            *schemes[PS_GENERATE_MAX_SCHEMES];   /* one a scope, in turn */
  PsDivisionKey    key;
  int              measuring;            /* PsPlaceMeasuring; 0: not given */
  int              ceiling_pct;
  int              bandwidth_pct;        /* -1: not given */
  guint            traits;               /* PsGenerateTrait */
} PsGenerateProfile;

PsGenerateProfile *ps_generate_profile_load   (const PsGenerateCatalogue *catalogue, const PsGenerateTable *table, guint row);
PsGenerateProfile *ps_generate_profile_random (const PsGenerateCatalogue *catalogue, PsRandom *random, guint number);
void               ps_generate_profile_free   (PsGenerateProfile *profile);
gboolean           ps_generate_profile_has    (const PsGenerateProfile *profile, PsGenerateTrait trait);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsGenerateProfile, ps_generate_profile_free)

G_END_DECLS
