/* ps-monitor-messages.h: what is counted of message norms; private to their topic
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

G_BEGIN_DECLS

typedef enum
{
  PS_NORM_305,                     /* start message within 5 working days after the start */
  PS_NORM_307,                     /* stop message within 5 working days after the stop */
  PS_NORM_PLAN,                    /* care begun within 10 working days after the assignment's first day */
  PS_NORM_WEEK,                    /* care begun within 7 days after it */
  PS_N_NORMS
} PsNorm;

/* Of each norm */
enum
{
  PS_NORM_NUMBER,
  PS_NORM_LATE,
  PS_NORM_NO_DATE,                 /* when it was sent is not given: it counts as neither in time nor late */
  PS_NORM_N_COUNTED
};
#define PS_NORM_MEASURE(norm, what) ((guint) (norm) * PS_NORM_N_COUNTED + (what))

typedef struct
{
  const PsMonitor *monitor;
  PsMonthDays days[PS_N_WHENS];
  PsDate      first;               /* of the next two: the last working day that is in time for what happened on the day (5 and 10 of them) */
  guint       n_due;
  PsDate     *due_5;
  PsDate     *due_10;
  PsTally    *months;              /* and PS_WHOLE_PERIOD; the measures are PS_NORM_MEASURE() */
  PsTally    *providers;           /* of the whole period */
} PsMessageNorms;

gboolean ps_message_norms_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
