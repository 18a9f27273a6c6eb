/* ps-provider-load.h: what the charts of a provider's page show of a year, and what the file says beside them: read in one go
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All but its bandwidth (gui/bandwidth/ps-bandwidth-course.h), which is worked out at the same time.
 */
#pragma once

#include "charts/ps-chart-realised.h"
#include "gui/monitor/ps-monitor-data.h"
#include "gui/settlements/ps-history-years.h"
#include "ps-provider-facts.h"

G_BEGIN_DECLS

/* The topics whose charts are on the first tab. */
#define PS_PROVIDER_TOPICS \
  ((1u << PS_TOPIC_PLACES) | (1u << PS_TOPIC_CLIENTS) | (1u << PS_TOPIC_DURATION) | (1u << PS_TOPIC_PRODUCTION))

typedef struct
{
  int              year;
  PsRealisedChart *realised;       /* without forecast */
  PsMonitorShown  *monitor;
  PsHistoryYears  *years;
  PsSettlement    *last;           /* last year's, as it would be settled now; NULL: there was nothing */
  PsSettledRef    *figures;        /* whose agreements that one refers to */
  PsProviderFacts *facts;          /* NULL: it is not in the file any more */
} PsProviderLoad;

/* `provider`: its place in the session's figures. */
void            ps_provider_load_async  (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data);
PsProviderLoad *ps_provider_load_finish (PsSession *session, GAsyncResult *result, GError **error);
void            ps_provider_load_free   (PsProviderLoad *load);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsProviderLoad, ps_provider_load_free)

G_END_DECLS
