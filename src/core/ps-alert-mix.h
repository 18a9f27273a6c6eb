/* ps-alert-mix.h: a short list of alerts that shows a mix of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-alert.h"

G_BEGIN_DECLS

/* A line of the list: one alert, or the rest of those of one urgency and kind. */
typedef struct
{
  const PsAlert *alert;            /* itself; of more the first of them, whose urgency and kind all have */
  guint          n;                /* that it stands for; 1: itself */
  gboolean       after;            /* others of its urgency and kind stand above it: "and 5 more", not "5 signals" */
  gboolean       alike;            /* all of them are called as the first is (ps_alert_label()) */
  gint64         at_stake_cents;   /* together, as far as it is known; PS_NO_NUMBER: of none of them, or too large */
} PsAlertLine;

/* GArray of PsAlertLine, of about `most` lines: `alerts` (PsAlert, in the order of ps_alert_compare()) that are not put aside, the
 * most urgent first, and of one urgency by kind, first the kind of the one that comes first. Of one urgency and kind at most three
 * stand by themselves, the others in a line together; one that would be alone in it stands by itself. Where there are more than fit,
 * each of the first `most` kinds has its line before any has more: so it may be a quarter longer than `most`. Lines point into `alerts`. */
GArray *ps_alerts_mix (GPtrArray *alerts, guint most);

G_END_DECLS
