/* ps-settlements-private.h: what the files of kept settlements share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-settlements-list.c reads what there is, ps-settlements-documents.c the documents, ps-settlements-live.c makes dossiers of the region as
 * it is, ps-settlements-circumstances.c what else is on paper, ps-settlements-rows.c says which rows a dossier is,
 * ps-settlements-write.c writes them, ps-settlements-steps.c takes a step with one provider and ps-settlements-take.c with all that a job is for; ps-settlements-recompute.c compares, ps-settlements-paper.c
 * collects what is printed.
 */
#pragma once

#include "core/ps-circumstances.h"
#include "ps-record-private.h"
#include "ps-settlements.h"
#include "ps-trail.h"

G_BEGIN_DECLS

/* ---- the region as it is */

/* Loaded once, then asked for providers one after the other. */
typedef struct _PsLiveDossiers PsLiveDossiers;

PsLiveDossiers *ps_live_dossiers_new    (PsStore *store, int year, PsDate through, GError **error);
void            ps_live_dossiers_free   (PsLiveDossiers *live);
const PsRegion *ps_live_dossiers_region (const PsLiveDossiers *live);
/* Borrows the region of `live`. */
PsDossier      *ps_live_dossiers_make   (PsLiveDossiers *live, guint provider, GError **error);
/* Whether there is anything to settle. */
gboolean        ps_live_dossiers_is_listed (PsLiveDossiers *live, guint provider, gboolean *listed, GError **error);

/* ---- documents */

/* A dossier as it is kept: its documents, and what they are read back as. */
typedef struct
{
  char      *texts[PS_N_DOCUMENTS];
  char      *digests[PS_N_DOCUMENTS];
  PsDossier *dossier;
} PsFrozen;

/* Writes the documents, reads them back and settles again: it must come to the same. */
PsFrozen *ps_frozen_new  (const PsDossier *live, GError **error);
void      ps_frozen_free (PsFrozen *frozen);

/* The kept text of a document; or what is *wrong with it, untranslated: it is not what was kept. FALSE: the file could not be read. */
gboolean  ps_document_read (PsStore *store, PsRows *rows, gint64 settlement, PsDocumentKind kind, char **text, const char **wrong,
                            GError **error);
/* The same, with PS_STORE_ERROR_DAMAGED where it is not what was kept. Transfer full. */
char     *ps_document_load (PsStore *store, PsRows *rows, gint64 settlement, PsDocumentKind kind, GError **error);
/* That what would be kept could not be read back. */
void      ps_settlement_set_unprovable (const char *agb, const char *why, GError **error);
/* The dossier of its documents; PS_STORE_ERROR_DAMAGED where one is not what was kept. */
PsDossier *ps_documents_load (PsStore *store, PsRows *rows, gint64 settlement, GError **error);

/* ---- circumstances: what a statement prints beside the dossier */

/* Of a final one as they were then, of another as they are now. */
PsCircumstances *ps_circumstances_load   (PsStore *store, PsRows *rows, const PsStored *stored, GError **error);
/* As they are now, as the document that is kept; it is read back. Transfer full. */
char            *ps_circumstances_freeze (PsStore *store, PsRows *rows, const PsStored *stored, GError **error);
/* For verify: what is wrong with those of a final one, untranslated; NULL: nothing. FALSE: the file could not be read. */
gboolean         ps_circumstances_check  (PsStore *store, PsRows *rows, const PsStored *stored, char **wrong, GError **error);

/* ---- rows */

/* GPtrArray of PsRecord without ids, in the order in which they are written: scopes, bands, lines, signals, each numbered from 1. A scope is
 * referred to by its number below zero. */
GPtrArray *ps_settlement_rows_make (const PsDossier *frozen, gint64 settlement);
/* The figures of the settlement itself into its row. */
void       ps_settlement_rows_fill (PsRecord *settlement, const PsDossier *frozen);

/* ---- writing, within a write transaction */

typedef struct
{
  PsStore    *store;
  PsRows     *rows;
  const char *actor;
  gint64      now;               /* microseconds: the moment of the whole job */
  GHashTable *next_ids;          /* table → gint64 */
  gint64      record;            /* the last one that was added to the trail */
} PsSettlementWriter;

gboolean ps_settlement_writer_begin (PsSettlementWriter *writer, PsStore *store, const char *actor, GError **error);
gboolean ps_settlement_writer_commit (PsSettlementWriter *writer, GError **error);
void     ps_settlement_writer_clear (PsSettlementWriter *writer);     /* rolls back what was not committed */

/* Each is one record of the trail. `row`: whole, as it is to be; its id is set where it is 0. */
gboolean ps_settlement_write_draft  (PsSettlementWriter *writer, const char *agb, PsRecord *row, const PsFrozen *frozen, GError **error);
/* What is kept with a step: of one that makes it final all of it is there. */
typedef struct
{
  GPtrArray  *warnings;          /* PsLifeWarning with answers; NULL: none */
  const char *circumstances;     /* their document; NULL: none */
  const char *reason;
} PsStepWith;

gboolean ps_settlement_write_step   (PsSettlementWriter *writer, const char *action, const char *agb, const PsRecord *before,
                                     const PsRecord *after, const PsStepWith *with, GError **error);

/* ---- one provider */

/* What there is of a provider's year; borrowed of a list. */
typedef struct
{
  const PsStored *open;          /* draft or proposed; NULL: none */
  const PsStored *last;          /* the last final one; NULL: none */
  gint64          before_cents;  /* the amounts of all final ones */
} PsYearSoFar;

gboolean ps_year_so_far (GPtrArray *list, const char *agb, int year, PsYearSoFar *so_far, GError **error);

typedef struct
{
  PsSettlementWriter  writer;
  PsLiveDossiers     *live;      /* NULL: not asked for yet */
  GPtrArray          *list;      /* PsStored of the year */
  const PsLifeJob    *job;
  PsDate              through;
} PsTaking;

/* Takes the step, and says what came of it. FALSE: PS_STORE_ERROR_RULE and PS_STORE_ERROR_CONFLICT where it is refused: nothing was
 * written then. */
gboolean ps_settlement_take_step (PsTaking *taking, guint provider, PsLifeOutcome *outcome, GError **error);

/* PsLifeWarning that making it final asks to answer. */
GPtrArray *ps_settlement_find_warnings (PsStore *store, const PsStored *stored, const PsDossier *frozen, PsLiveDossiers *live, guint provider,
                                        GError **error);

/* ---- the rest */

/* Of the last record that touched the settlement. Transfer full. */
char    *ps_settlement_trail_hash (PsStore *store, PsRows *rows, gint64 settlement, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLiveDossiers, ps_live_dossiers_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsFrozen, ps_frozen_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsSettlementWriter, ps_settlement_writer_clear)

G_END_DECLS
