/* ps-waiting.h: who waits for care, and how long (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Waiting on a day: the assignment runs, and none of its care has begun by then. How long: from its first day to its first care.
 * Held against the Treeknorm: treatment within ten weeks of the indication, which here is the assignment's first day.
 */
#pragma once

#include "ps-production.h"

G_BEGIN_DECLS

#define PS_TREE_NORM_DAYS 70

/* Days that the assignment waits on `day`; -1: it does not. */
int ps_waiting_on    (const PsProduction *production, const PsAssignment *assignment, PsDate day);
/* Days between its first day and its first care; -1: no care began. 0: at once, or care that had begun before. */
int ps_waited        (const PsProduction *production, const PsAssignment *assignment);

G_END_DECLS
