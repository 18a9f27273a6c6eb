/* ps-monitor-shares.h: parts of cost, for the topic of it; private to the monitor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-cost.h"
#include "ps-monitor-cost.h"

G_BEGIN_DECLS

/* What is added up: all of it, and the parts that it falls apart in, three times over. */
enum
{
  PS_SHARES_ALL,
  PS_SHARES_CONTRACTED,
  PS_SHARES_NGA,
  PS_SHARES_KIND,                  /* + PsProviderKind − 1 */
  PS_SHARES_WORK = PS_SHARES_KIND + PS_KIND_SYSTEM,        /* + PsWork */
  PS_SHARES_N_SUMS = PS_SHARES_WORK + PS_N_WORKS
};

typedef struct
{
  const PsMonitor *monitor;
  PsWork          *works;          /* by product */
  PsTally         *months;         /* and the whole period */
  PsTally         *segments;
  PsTally         *products;       /* by slot */
} PsShares;

gboolean ps_shares_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
