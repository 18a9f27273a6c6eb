/* ps-alert-files.h: what needs attention, as JSON and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-alerts.h"

G_BEGIN_DECLS

/* `alerts`: PsAlert, places of their providers those of the figures' region. Field names and their order are a contract (docs/files-and-cli.md). */
char *ps_alerts_to_json (const PsYearFigures *figures, GPtrArray *alerts);
char *ps_alerts_to_csv  (const PsYearFigures *figures, GPtrArray *alerts);

G_END_DECLS
