/* cli-monitor-text.h: the monitor's figures on a terminal
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-monitors.h"

G_BEGIN_DECLS

char *ps_cli_monitor_text (const PsMonitored *monitored);          /* owned by the caller */

G_END_DECLS
