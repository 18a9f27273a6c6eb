/* ps-compare-data.h: what is known of some providers' year, to be held beside each other
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-figure-table.h"
#include "core/ps-series.h"
#include "gui/monitor/ps-monitor-data.h"
#include "gui/overview/ps-year-figures-data.h"
#include "ps-provider-figures.h"

G_BEGIN_DECLS

typedef struct
{
  char                 *agb;
  char                 *name;
  PsProviderFigures     figures;   /* of the session's figures, and the forecast */
  char                 *standing;  /* where it stands, in words */
  const PsProviderYear *year;      /* of the overview's figures; NULL: nothing this year or last */
  PsMonitorShown       *shown;     /* NULL: not counted yet */
} PsCompared;

typedef struct
{
  int             year;
  PsSettledRef   *settled;         /* that the figures are of */
  PsOverviewData *overview;
  GPtrArray      *providers;       /* PsCompared, in the order in which they were asked for */
} PsCompareData;

/* Places in the region of the session's figures. The money is there at once. */
PsCompareData  *ps_compare_data_new    (PsSession *session, PsOverviewData *overview, const GArray *places);
void            ps_compare_data_free   (PsCompareData *data);

/* The care: counted for all of them in one go. GPtrArray of PsMonitorShown, in the order of the codes (NULL-terminated). */
void            ps_compare_count_async  (PsSession *session, const char *const *agbs, GCancellable *cancellable, PsProgressRelay *relay,
                                         GAsyncReadyCallback callback, gpointer user_data);
GPtrArray      *ps_compare_count_finish (PsSession *session, GAsyncResult *result, GError **error);
void            ps_compare_data_take    (PsCompareData *data, GPtrArray *counted);

/* One figure of all of them. */
typedef struct
{
  char       *id;
  char       *label;
  PsValueKind kind;
  gint64      values[4];           /* PS_COMPARE_MOST; PS_NO_NUMBER: not known */
} PsComparedFigure;

GPtrArray      *ps_compare_data_figures     (const PsCompareData *data);            /* PsComparedFigure, without those that nobody has */

/* Charts, a series a provider, all on the same scale. NULL: nobody has any of it. */
PsSeriesSet    *ps_compare_data_realised    (const PsCompareData *data);            /* to the end of each month, as a share of the ceiling */
PsSeriesSet    *ps_compare_data_clients     (const PsCompareData *data);            /* in care, per month */
PsSeriesSet    *ps_compare_data_places      (const PsCompareData *data);            /* per month */
PsSeriesSet    *ps_compare_data_durations   (const PsCompareData *data);            /* on average, of the products that at least two of them have */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCompareData, ps_compare_data_free)

G_END_DECLS
