/* ps-generate-maker.h: makes the messages of one provider after another
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One provider is in memory at a time: what is made of it is written to the files when it is done, so that a region of any size
 * takes no more memory than its largest provider.
 */
#pragma once

#include "core/ps-region.h"
#include "ps-generate-profile.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 number;
  guint32 client;
  guint   product;                       /* PS_NONE: aspecific, by group */
  guint   needed;                        /* the product that the care is mostly of */
  guint   group;
  guint   municipality;
  PsDate  start;
  PsDate  end;                           /* PS_DATE_OPEN: none */
} PsMadeAssignment;

/* What an assignment grants; PS_NO_NUMBER: it says nothing of it. Budgets are in whole euros. */
typedef struct { gint64 volume_milli; PsUnit unit; PsFrequency frequency; gint64 budget; } PsMadeGrant;

typedef struct { guint assignment; PsDate start; PsDate stop; int reason; } PsMadeCare;   /* stop open: still in care */

typedef struct
{
  gint64  volume_milli;
  gint64  tariff_e4;                     /* PS_NO_NUMBER: not given */
  gint64  amount_cents;
  guint   assignment;
  guint   product;
  PsDate  from;
  PsDate  to;
  PsUnit  unit;
  PsLineStatus status;
} PsMadeLine;

typedef struct
{
  PsGenerateFile *providers, *tariffs, *agreements, *assignments, *care, *declarations, *advances, *peildata, *measurements;
} PsGenerateFiles;

/* From this volume a month on it means: every day that the client was there, whatever the unit. */
#define PS_GENERATE_EVERY_DAY 28
/* In a thousand months of care on an aspecific assignment another product of its group is declared beside it. */
#define PS_GENERATE_SISTER_TOO 600

typedef struct
{
  const PsGenerateCatalogue *catalogue;
  PsRandom                   random;
  PsGenerateFiles            files;
  int                        volume_weight;    /* how many times as often care is paid by volume as the master data says */
  gboolean                   measures_all;     /* measurements of every product; else of places only */
  guint64                   *next_numbers;     /* of assignments, by municipality */
  GArray                    *clients;          /* guint8: the municipality where each client of the region lives */

  const PsGenerateProfile   *profile;          /* the provider at work, as everything below */
  PsGeneratePrice          (*own_prices)[PS_GENERATE_MAX_PRICES];   /* by product; tariff 0: none of its own */
  GArray                    *assignments;      /* PsMadeAssignment */
  GArray                    *care;             /* PsMadeCare, by assignment */
  GArray                    *lines;            /* PsMadeLine */
  gint64                    *produced;         /* cents by year, group, municipality: see ps_generate_maker_produced() */
} PsGenerateMaker;

/* A maker that writes into `folder`, or NULL with an error. */
PsGenerateMaker *ps_generate_maker_new    (const PsGenerateCatalogue *catalogue, const char *folder, guint64 seed,
                                           GCancellable *cancellable, GError **error);
gboolean         ps_generate_maker_close  (PsGenerateMaker *maker, GError **error);     /* frees it, also when it fails */

void             ps_generate_maker_begin  (PsGenerateMaker *maker, const PsGenerateProfile *profile);
void             ps_generate_maker_finish (PsGenerateMaker *maker);

/* A new client, referred on or about `arrival`, with all that follows. */
void             ps_generate_maker_add_client (PsGenerateMaker *maker, PsDate arrival);

/* What follows is shared by the maker's own files. */
gint64           ps_generate_maker_price    (const PsGenerateMaker *maker, guint product, PsDate day);
gint64          *ps_generate_maker_produced (const PsGenerateMaker *maker, int year, guint group, guint municipality);
void             ps_generate_maker_produce  (PsGenerateMaker *maker, guint assignment, PsDate day, gint64 amount_cents);
void             ps_generate_tariffs        (PsGenerateMaker *maker);
void             ps_generate_own_tariffs    (PsGenerateMaker *maker);
void             ps_generate_care_lines     (PsGenerateMaker *maker, guint assignment, guint product, guint first_care);
void             ps_generate_traject_lines  (PsGenerateMaker *maker, guint assignment, guint first_care);
void             ps_generate_places         (PsGenerateMaker *maker, guint assignment, guint first_care);
PsRandom         ps_generate_maker_dice     (const PsGenerateMaker *maker, const PsMadeAssignment *assignment);   /* its own */
guint            ps_generate_sister         (const PsGenerateMaker *maker, guint product);
void             ps_generate_grant          (PsGenerateMaker *maker, const PsMadeAssignment *assignment, PsMadeGrant *grant);
void             ps_generate_messages       (PsGenerateMaker *maker);
void             ps_generate_agreements     (PsGenerateMaker *maker);
void             ps_generate_peildata       (PsGenerateMaker *maker);
void             ps_generate_measurements   (PsGenerateMaker *maker);

G_END_DECLS
