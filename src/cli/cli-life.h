/* cli-life.h: taking a step with settlements, and telling what came of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "cli-common.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* As the one who is logged in. Those that were passed over are told on standard error, and make the exit status 1; what was done stands. */
PsCliStatus ps_cli_life_take   (PsCli *cli, const PsLifeJob *job, PsCliFormat format);
PsCliStatus ps_cli_life_report (PsLifeStep step, const PsLifeReport *report, PsCliFormat format);

G_END_DECLS
