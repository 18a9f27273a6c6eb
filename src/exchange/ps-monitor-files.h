/* ps-monitor-files.h: what the monitor measured, as JSON and as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-monitors.h"

G_BEGIN_DECLS

char *ps_monitored_to_json (const PsMonitored *monitored);         /* topics with their tiles and tables (docs/files-and-cli.md) */
char *ps_monitored_to_csv  (const PsMonitored *monitored);         /* a row a figure */

G_END_DECLS
