/* ps-desk.h: what a contract manager does that is more than one row: each one change, applied (ps-change.h)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All of these run on a worker. The changes are refused as ps_change_apply() refuses: PS_STORE_ERROR_CONFLICT, PS_STORE_ERROR_RULE.
 */
#pragma once

#include "core/ps-agreement.h"
#include "core/ps-indexing.h"
#include "core/ps-scheme.h"
#include "ps-change.h"

G_BEGIN_DECLS

/* ---- providers (ps-desk-providers.c, ps-desk-merge.c) */

/* Where a provider is used, for a page that ends or deletes one. */
typedef struct { gint64 contracts, tariffs, agreements, assignments, lines, advances, measurements; } PsProviderUse;
gboolean   ps_desk_provider_use      (PsStore *store, gint64 provider_id, PsProviderUse *use, GError **error);

/* `from` goes on in `into` from `day`: its record ends the day before, its AGB code counts as `into`'s from then on (in imports too; but
 * for tariffs, which are always of the code's own provider), and what it has from that day on moves: assignments that start then or later
 * with their care and lines, advances, measurements, agreements of later years of which `into` has none. Its own tariffs that count then
 * or later are copied, where `into` has none of its own of that product at that time: it keeps them for care that runs on. Refused where
 * both have the same message, naming it, and where either has a settlement that is proposed or final of the day's year or later.
 * `preview` counts what would move (tariffs: be copied), and the later agreements that stay, with the first year of these. */
typedef struct
{
  gint64 assignments, care, lines, advances, measurements, tariffs, agreements;
  gint64 staying_agreements;
  int    staying_year;
} PsMergeCounts;
gboolean   ps_desk_merge_preview     (PsStore *store, gint64 from_id, gint64 into_id, PsDate day, PsMergeCounts *counts, GError **error);
gboolean   ps_desk_merge_providers   (PsStore *store, const char *actor, gint64 from_id, gint64 into_id, PsDate day, const char *reason,
                                      gint64 *record, GError **error);

typedef struct { gint64 id; char *agb; PsDate from, to; } PsProviderAgb;      /* other codes that it has or had */
void       ps_provider_agb_free      (PsProviderAgb *agb);
GPtrArray *ps_desk_provider_agbs     (PsStore *store, gint64 provider_id, GError **error);

/* ---- contracts (ps-desk-contracts.c) */

/* GPtrArray of PsContract by provider and start; of one provider (its place), or PS_NONE: all. */
GPtrArray *ps_desk_load_contracts    (PsStore *store, const PsRegion *region, guint provider, GError **error);
/* `before`: as it was shown; NULL: a new one. Options, products and documents with it: rows that are not there any more are deleted. */
gboolean   ps_desk_save_contract     (PsStore *store, const char *actor, const PsRegion *region, const PsContract *before,
                                      const PsContract *after, const char *reason, gint64 *record, GError **error);

/* ---- products (ps-desk-products.c) */

typedef struct { gint64 tariffs, contracts, assignments, lines, advances, measurements; } PsProductUse;
gboolean   ps_desk_product_use       (PsStore *store, gint64 product_id, PsProductUse *use, GError **error);

/* ---- tariffs (ps-desk-tariffs.c) */

/* A new tariff from its day on: the one that was valid then is ended the day before, and one that starts later limits it; both shown in
 * the change. provider_id 0: the region's. `region`: as it was shown; other tariffs of the two by now are a conflict. */
gboolean   ps_desk_set_tariff        (PsStore *store, const char *actor, const PsRegion *region, gint64 product_id, gint64 provider_id,
                                      PsDate from, PsDate to, gint64 tariff_e4, const char *reason, gint64 *record, GError **error);
/* One round: kept with its rates and `sources`, undone as one. `expected` is what was previewed of `region` and takes part
 * (PsIndexedTariff): where a tariff that is valid on the day before or later is another by now, or new, it is a conflict. */
gboolean   ps_desk_index_tariffs     (PsStore *store, const char *actor, const PsRegion *region, const PsIndexing *indexing, int year,
                                      PsDate starts_on, const GArray *expected, const char *sources, gint64 *record, GError **error);
/* Rounds so far, newest first: GPtrArray of PsRecord of index_round. */
GPtrArray *ps_desk_index_rounds      (PsStore *store, GError **error);

/* ---- performance agreements (ps-desk-agreements.c) */

/* An agreement of the year in the list: the version that counts and the draft beside it. */
typedef struct
{
  gint64         agreement_id;
  guint          provider;            /* place */
  guint          n_versions;
  int            current_number;      /* 0: only a draft */
  PsVersionState current_state;
  PsDate         agreed_on;
  int            draft_number;        /* 0: none */
  gint64         current_cents;       /* sum of its ceilings; PS_NO_NUMBER: none */
  gint64         draft_cents;
  guint          n_lines;             /* of the current one, else of the draft */
} PsAgreementSummary;
GPtrArray *ps_desk_list_agreements   (PsStore *store, const PsRegion *region, int year, GError **error);   /* by provider */
/* All versions of one, by number (PsAgreementVersion); empty: there is none. */
GPtrArray *ps_desk_load_versions     (PsStore *store, const PsRegion *region, guint provider, int year, GError **error);

/* Rows of a version as records, for changes of single cells. */
PsRecord  *ps_desk_line_record       (const PsRegion *region, gint64 version_id, const PsAgreementLine *line);
PsRecord  *ps_desk_version_record    (gint64 agreement_id, const PsAgreementVersion *version);

/* A first draft with these terms and lines; refused where the provider has an agreement of that year. */
gboolean   ps_desk_new_agreement     (PsStore *store, const char *actor, const PsRegion *region, const PsAgreement *terms,
                                      const char *reason, gint64 *record, GError **error);
/* For these three `shown` is the version that the page shows, whole, with places in `region`: terms or lines that are others by now are
 * a conflict. A draft beside the version that counts (`shown`), to be agreed as its amendment: */
gboolean   ps_desk_amend_agreement   (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *shown,
                                      const char *reason, gint64 *record, GError **error);
/* The draft counts from now on. Refused while ps_agreement_check() has something that blocks. */
gboolean   ps_desk_agree             (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *shown,
                                      PsDate agreed_on, gint64 *record, GError **error);
gboolean   ps_desk_discard_draft     (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *shown,
                                      gint64 *record, GError **error);
/* Every line of the draft: new ones, changed ones, those that are gone; one change. `before`: as it was shown. */
gboolean   ps_desk_save_draft        (PsStore *store, const char *actor, const PsRegion *region, const PsAgreementVersion *before,
                                      const PsAgreement *after, gint64 *record, GError **error);

/* ---- schemes (ps-desk-schemes.c) */

typedef struct { guint provider; int year; gboolean draft; guint n_lines; } PsSchemeUse;
GArray    *ps_desk_scheme_use        (PsStore *store, const PsRegion *region, gint64 scheme_id, GError **error);   /* by year, provider */
/* `before` NULL: a new one. Name and steps (and notes) in one change. */
gboolean   ps_desk_save_scheme       (PsStore *store, const char *actor, const PsScheme *before, const PsScheme *after,
                                      const char *notes_before, const char *notes_after, const char *reason, gint64 *record,
                                      GError **error);
gboolean   ps_desk_delete_scheme     (PsStore *store, const char *actor, const PsScheme *scheme, gint64 *record, GError **error);
char      *ps_desk_scheme_notes      (PsStore *store, gint64 scheme_id, GError **error);    /* NULL: none, or an error */

G_END_DECLS
