/* ps-settlements.h: settlements that are kept: stored, proposed, made final, withdrawn, and read back years later (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All on a worker. Each step of each settlement is a record of the trail ("settlement:41410001:2024:12"), with its rows; several
 * settlements in one call are one transaction: all, or none. What is stored is checked before it is: it is read back from its
 * documents and settled again, and must give the same.
 */
#pragma once

#include "core/ps-dossier-text.h"
#include "core/ps-settlement-life.h"
#include "ps-store.h"

G_BEGIN_DECLS

/* A settlement as lists show it. */
typedef struct
{
  gint64 id;
  gint64 provider_id;
  char *agb;
  char *provider; /* name, as it is now */
  int year;
  PsDate through;
  PsSettlementState state;
  gint64 replaces;    /* the final one that it corrects; 0: none */
  int version_number; /* of the agreement; 0: none */
  gint64 gross_cents, payable_cents, paid_cents, carried_cents, disputed_cents, balance_cents;
  gint64 settled_before_cents; /* of a draft or proposed one: as the final ones are now */
  gint64 amount_cents;         /* balance − settled before: positive is paid out */
  gint64 n_lines, n_care;
  char *digests[PS_N_DOCUMENTS]; /* SHA-256 of the documents' text, in hexadecimal; [0] unused */
  char *circumstances;           /* of a final one the same of that document; else NULL */
  char *program_version;
  char *made_by; /* login names; moments in microseconds since 1970, 0: not */
  gint64 made_at;
  char *proposed_by;
  gint64 proposed_at;
  char *final_by;
  gint64 final_at;
  char *withdrawn_by;
  gint64 withdrawn_at;
  char *reason; /* why it is made: of a correction always */
  char *withdrawn_reason;
  GPtrArray *warnings; /* PsLifeWarning with their answers, of a final one; else empty */
} PsStored;

void ps_stored_free (PsStored *stored);
PsStored *ps_stored_copy (const PsStored *stored);

/* By provider, year, id. year 0: every year; agb NULL: every provider. */
GPtrArray *ps_settlements_list (PsStore *store, int year, const char *agb, GError **error);
PsStored *ps_settlements_find (PsStore *store, gint64 id, GError **error); /* PS_STORE_ERROR_REFUSED: there is none */
/* Which one of a provider's year counts for a page: the open one (draft or proposed), else the last final one; NULL: none. Borrowed. */
const PsStored *ps_settlements_choose (GPtrArray *list, const char *agb, int year);

/* The frozen one, from its documents, their digests checked (PS_STORE_ERROR_DAMAGED where they do not hold). */
PsDossier *ps_settlements_load (PsStore *store, gint64 id, GError **error);
char *ps_settlements_document (PsStore *store, gint64 id, PsDocumentKind kind, GError **error);
/* The region as it is. through PS_DATE_OPEN: 31-12. */
PsDossier *ps_settlements_live (PsStore *store, const char *agb, int year, PsDate through, GError **error);

/* Recompute and compare. `again`: the frozen inputs settled by this program against the frozen figures; `now`: the frozen one against
 * the region as it is, each cause with who did it. Both optional, transfer full. */
gboolean ps_settlements_recompute (PsStore *store, gint64 id, PsComparison **again, PsComparison **now, GError **error);
/* What a correction replaces against it. */
PsComparison *ps_settlements_compare (PsStore *store, gint64 before, gint64 after, GError **error);

/* What a statement of one prints: of a final one all of it as it was then, so that it is the same paper whenever it is printed; of another
 * names, limits and production statement are those of now. */
typedef struct
{
  PsStored *stored;                 /* with that name and AGB code */
  PsDossier *dossier;
  PsStored *replaced;               /* NULL: it replaces none */
  PsComparison *difference;         /* with that one; NULL: it replaces none */
  GPtrArray *earlier;               /* PsStored: the final ones before it, that settled_before is the sum of */
  PsProductionStatement *statement; /* NULL: none */
  PsStatementLimits limits;
  char *region;     /* name */
  char *letterhead; /* several lines; "" where there is none */
  char *address;    /* of the provider, as the next one; may be NULL */
  char *kvk;
  char *trail_hash; /* of the record of its last step: what is on paper proves the file later */
} PsPaper;

PsPaper *ps_settlements_paper (PsStore *store, gint64 id, GError **error);
void ps_paper_free (PsPaper *paper);

/* ---- writing */

typedef struct
{
  PsLifeStep step;
  int year;
  PsDate through; /* STORE: PS_DATE_OPEN: 31-12 */
  const char *const
      *agbs; /* NULL-terminated; NULL: every provider with something to settle (STORE, PROPOSE), or to take the step with */
  const char *reason; /* STORE, PROPOSE of a correction; WITHDRAW: wanted */
  const char *answer; /* MAKE_FINAL: to every warning that `answers` has not */
  GPtrArray *answers; /* MAKE_FINAL of one: PsLifeWarning with their answers; may be NULL */
  gint64 settlement;  /* of one: the open one that was shown; another one by now is PS_STORE_ERROR_CONFLICT. 0: any */
  gint64 shown_cents; /* of one: the balance that was shown; another one by now is PS_STORE_ERROR_CONFLICT. PS_NO_NUMBER: any */
} PsLifeJob;

typedef struct
{
  char *agb;
  char *provider;
  gint64 id;
  gint64 amount_cents;
  char *why;
} PsLifeOutcome; /* why: translated; NULL: done */

typedef struct
{
  GPtrArray *done;        /* PsLifeOutcome by provider */
  GPtrArray *passed_over; /* of a job for several: those that the step does not allow, or whose warnings are not answered */
  gint64 record;          /* the last record of the trail; 0: nothing was written */
} PsLifeReport;

/* STORE: computes, and keeps it as the open draft, or renews that; where a final one exists it is a correction of the last one, and wants a
 * reason. A draft that is the same to the digest is left as it is. PROPOSE: the same with today's figures, and proposes it. MAKE_FINAL: what was
 * proposed, by another than who proposed it, its warnings answered. WITHDRAW: a draft or a proposed one, with a reason.
 * For one (agbs of one) whatever is refused is the error (PS_STORE_ERROR_RULE in words); for several it is passed over and told. Cancelled:
 * nothing was written. */
PsLifeReport *ps_settlements_take (PsStore *store, const char *actor, const PsLifeJob *job, GCancellable *cancellable,
                                   PsProgressFunc progress, gpointer progress_data, GError **error);
void ps_life_report_free (PsLifeReport *report);
/* The warnings that making it final would ask to answer (PsLifeWarning). */
GPtrArray *ps_settlements_warnings (PsStore *store, gint64 id, GError **error);
/* The same of several (PsStored, of one year, to its end): GPtrArray of those, in their order. The region is read once. */
GPtrArray *ps_settlements_warnings_many (PsStore *store, GPtrArray *stored, GCancellable *cancellable, PsProgressFunc progress,
                                         gpointer progress_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsStored, ps_stored_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPaper, ps_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLifeReport, ps_life_report_free)

G_END_DECLS
