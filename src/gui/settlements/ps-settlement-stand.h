/* ps-settlement-stand.h: where the settlement of a provider's year stands: what is stored of it, its statement, what changed since
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *list;                  /* PsStored of the provider's year, by id */
  const PsStored *counts;           /* of them: the open one, else the last final one; NULL: none */
  const PsStored *last_final;       /* NULL: none */
  PsProductionStatement *statement; /* NULL: none */
  PsStatementLimits limits;
  gint64 own_cents;        /* what the statement is held against: the gross production of the whole year as the region is */
  gboolean has_now;        /* the next two are there: something counts, and the region still gives a settlement */
  PsSettlementLine now;    /* totals of the region as it is, through the day of `counts` */
  gint64 now_amount_cents; /* of those, beside what was settled before */
} PsSettlementStand;

/* Of the session's year. */
void ps_settlement_stand_async (PsSession *session, const char *agb, GAsyncReadyCallback callback, gpointer user_data);
PsSettlementStand *ps_settlement_stand_finish (PsSession *session, GAsyncResult *result, GError **error);
void ps_settlement_stand_free (PsSettlementStand *stand);

const PsStored *ps_settlement_stand_find (const PsSettlementStand *stand, gint64 id); /* NULL: not of it */
/* "Since then: € 412,50 more." against what counts; NULL: the figures are the same, or there is nothing to compare. Owned by the caller. */
char *ps_settlement_stand_since (const PsSettlementStand *stand);
/* Whether the next step may be taken with it, by who is logged in. `why` (optional): a translated sentence. */
gboolean ps_settlement_stand_allows (const PsSettlementStand *stand, PsLifeStep step, int year, PsDate through, char **why);

/* "by anna, 22-11-2026 04:12": owned by the caller. */
char *ps_stored_moment (const char *by, gint64 at);
/* "Final, 22-11-2026": what a list of stored ones calls it; owned by the caller. */
char *ps_stored_name (const PsStored *stored);
gint64 ps_stored_last_moment (const PsStored *stored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSettlementStand, ps_settlement_stand_free)

G_END_DECLS
