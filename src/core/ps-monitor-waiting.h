/* ps-monitor-waiting.h: what is counted of waiting; private to its topic
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

G_BEGIN_DECLS

/* At the end of a month or of the period: who waits, as ps-waiting.h has it; and the assignments whose care began in it. */
enum
{
  PS_WAITS_WAITING,
  PS_WAITS_OVER,                   /* … longer than the Treeknorm, as of those that began */
  PS_WAITS_BEGUN,
  PS_WAITS_DAYS,                   /* that those waited */
  PS_WAITS_BEGUN_OVER,
  PS_WAITS_N_COUNTED
};

#define PS_N_WAIT_CLASSES 5
extern const int ps_wait_classes[PS_N_WAIT_CLASSES];               /* the last day of each */

typedef struct
{
  const PsMonitor *monitor;
  PsMonthDays days[PS_N_WHENS];
  PsDate      ends[PS_N_WHENS * PS_N_MONTH_ROWS];  /* on which it is counted who waits: row n % PS_N_MONTH_ROWS, of now, then of last year;
                                    * a day on which nobody waits where the month is outside */
  PsTally    *months;              /* and PS_WHOLE_PERIOD */
  PsTally    *products;            /* by slot; of the whole period, as the next one */
  PsTally    *providers;
  PsTally    *classes;             /* care that began in the period, by days waited */
} PsWaits;

gboolean ps_waits_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
