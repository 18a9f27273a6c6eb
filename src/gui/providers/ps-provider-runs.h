/* ps-provider-runs.h: what of a provider still runs after a day: contracts, agreements, tariffs, assignments
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-provider-facts.h"

G_BEGIN_DECLS

typedef struct _PsProviderRuns PsProviderRuns;

void            ps_provider_runs_async  (PsSession *session, guint provider, PsProviderFacts *facts, GAsyncReadyCallback callback,
                                         gpointer user_data);
PsProviderRuns *ps_provider_runs_finish (PsSession *session, GAsyncResult *result, GError **error);
void            ps_provider_runs_free   (PsProviderRuns *runs);

/* "After 31-12-2025 these still run: 1 contract, 84 assignments. …": owned by the caller. */
char           *ps_provider_runs_text   (const PsProviderRuns *runs, PsDate last_day);

G_END_DECLS
