/* ps-settlements-data.h: what the year gives now beside what is stored of it, provider by provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* Where a provider's year is: the states of what is stored, and "nothing is". */
#define PS_NOT_STORED 0

/* One provider. */
typedef struct
{
  char               *agb;
  char               *name;
  const PsSettlement *now;         /* as the region gives it; NULL: nothing any more */
  const PsStored     *stored;      /* what counts of what is stored; NULL: nothing */
  int                 state;       /* PsSettlementState, or PS_NOT_STORED */
  gint64              since_cents; /* its balance now − as it was stored; PS_NO_NUMBER: not to be compared */
  gboolean            changed;     /* any of its figures is another one now */
  gint64              amount_cents;/* what is to be settled: as stored, else the balance now */
  PsStatementState    statement;
  guint               allowed;     /* 1 << PsLifeStep: what the user may do with it among others */
} PsProviderYear;

typedef struct
{
  PsSettledRef  *figures;          /* keeps the region */
  PsSettledYear *interim;          /* through another day than 31-12; NULL: the session's figures */
  int            year;
  PsDate         through;
  GPtrArray     *stored;           /* PsStored, all of the year */
  GPtrArray     *providers;        /* PsProviderYear by AGB code */
} PsSettlementsData;

/* How a year stands, of all its providers. */
typedef struct
{
  guint  n[PS_N_SETTLEMENT_STATES];   /* by state; [PS_NOT_STORED]: those without */
  guint  n_changed;
  gint64 to_pay_cents;
  gint64 to_reclaim_cents;         /* not negative */
} PsYearStanding;

/* On a worker; `callback` gets the session as its source. */
void               ps_settlements_data_load_async  (PsSession *session, PsDate through, GAsyncReadyCallback callback, gpointer user_data);
PsSettlementsData *ps_settlements_data_load_finish (PsSession *session, GAsyncResult *result, GError **error);
void               ps_settlements_data_free        (PsSettlementsData *data);
const PsSettledYear *ps_settlements_data_settled   (const PsSettlementsData *data);
void               ps_settlements_data_sum         (const PsSettlementsData *data, PsYearStanding *standing);

/* Who took its last step, and on which day here. */
const char        *ps_stored_last_actor            (const PsStored *stored);
PsDate             ps_stored_last_day              (const PsStored *stored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSettlementsData, ps_settlements_data_free)

G_END_DECLS
