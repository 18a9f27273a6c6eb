/* ps-settlement-detail.h: a provider's settlement with what its figures are made of, read and computed beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* A source of a figure with what the messages say of it. */
typedef struct
{
  PsSource  source;
  char     *reference;             /* of a declaration line; NULL: not a line */
  char     *declaration_number;    /* may be NULL */
  char     *assignment_number;     /* NULL: not of an assignment, as the client */
  char     *client;
  gint64    volume_milli;          /* lines; PS_NO_NUMBER otherwise, as the next two */
  gint64    declared_tariff_e4;
  gint64    amount_cents;
  PsUnit    unit;
  PsLineStatus status;             /* lines; 0 otherwise */
  PsDecision decision;             /* lines: the last one; PS_DECISION_NONE otherwise */
  char     *explanation;           /* how it came to its figures; NULL: its row says it all, or it was not wanted */
  guint     assigned_product;      /* PS_NONE: aspecific, or not of an assignment */
  guint     assigned_group;
  PsDate    assigned_from;         /* meaningful where there is an assignment number */
  PsDate    assigned_to;
} PsSourceDetail;

/* Live (the region as it is), or a stored one as it is frozen. Places are those of the dossier's region: find them by their codes. */
typedef struct
{
  PsSettledRef *figures;           /* keeps the region of a live one */
  PsDossier    *dossier;           /* of a live one with the keys of `sources` only; the others are NULL */
  PsStored     *stored;            /* NULL: live */
  const PsSettlement *settlement;  /* the dossier's */
  GPtrArray    *sources;           /* PsSourceDetail: those asked for, by kind, product, day */
} PsSettlementDetail;

typedef enum
{
  PS_SOURCES_DISPUTED,             /* lines in dispute, and instalments that are carried */
  PS_SOURCES_ALL,
} PsSourcesWanted;

/* By codes, for places are others in another region. */
typedef struct
{
  const char     *agb;
  PsDate          through;         /* live: a day of the session's year */
  gint64          stored_id;       /* 0: live */
  PsSourcesWanted wanted;
  const char     *group;           /* NULL: of every product group, and so on */
  const char     *municipality;
} PsSettlementQuestion;

/* Only while the session has figures; what the question points to is copied. G_IO_ERROR_NOT_FOUND: the provider, group or municipality is not there. */
void                ps_settlement_detail_load_async  (PsSession *session, const PsSettlementQuestion *question,
                                                      GAsyncReadyCallback callback, gpointer user_data);
PsSettlementDetail *ps_settlement_detail_load_finish (PsSession *session, GAsyncResult *result, GError **error);
void                ps_settlement_detail_free        (PsSettlementDetail *detail);

const PsRegion     *ps_settlement_detail_region      (const PsSettlementDetail *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSettlementDetail, ps_settlement_detail_free)

G_END_DECLS
