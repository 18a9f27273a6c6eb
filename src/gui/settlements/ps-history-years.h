/* ps-history-years.h: a provider's settlements year by year: as stored, else as the region gives them now
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-years.h"
#include "gui/ps-session.h"
#include "gui/ps-table.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

typedef struct
{
  int       year;
  PsStored *stored;                /* what counts of what is stored; NULL: nothing, and computed now */
  gint64    ceiling_cents;         /* PS_NO_NUMBER: nothing agreed */
  gint64    gross_cents, payable_cents, paid_cents, balance_cents;
  gint64    settled_cents;         /* the sum of the final ones; PS_NO_NUMBER: none is final */
  guint     n_corrections;
} PsHistoryYear;

typedef struct
{
  char      *provider;             /* its name */
  GPtrArray *years;                /* PsHistoryYear, ascending */
} PsHistoryYears;

/* On a worker; `callback` gets the session as its source. */
void            ps_history_years_load_async  (PsSession *session, const char *agb, GAsyncReadyCallback callback, gpointer user_data);
PsHistoryYears *ps_history_years_load_finish (PsSession *session, GAsyncResult *result, GError **error);
/* The same on a worker; the figures are only used while it runs. */
PsHistoryYears *ps_history_years_load        (PsStore *store, PsSettledRef *figures, const char *agb, GCancellable *cancellable,
                                              GError **error);
void            ps_history_years_free        (PsHistoryYears *years);

typedef enum
{
  PS_YEARS_YEAR, PS_YEARS_STATE, PS_YEARS_CEILING, PS_YEARS_GROSS, PS_YEARS_PAYABLE, PS_YEARS_PAID, PS_YEARS_BALANCE, PS_YEARS_SETTLED,
  PS_YEARS_CORRECTIONS, PS_YEARS_WHO, PS_YEARS_WHEN, PS_N_YEARS_COLUMNS
} PsYearsColumn;

PsTable        *ps_history_years_table (void);
GPtrArray      *ps_history_years_rows  (const PsHistoryYears *years);       /* ids are the years */
PsYearsChart   *ps_history_years_chart (const PsHistoryYears *years);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsHistoryYears, ps_history_years_free)

G_END_DECLS
