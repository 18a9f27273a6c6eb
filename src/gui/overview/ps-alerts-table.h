/* ps-alerts-table.h: what needs attention, a row each: how urgent, what, since when, what it is worth
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-year-figures-data.h"

G_BEGIN_DECLS

enum
{
  PS_ALERTS_URGENCY,
  PS_ALERTS_KIND,
  PS_ALERTS_WHAT,
  PS_ALERTS_SINCE,
  PS_ALERTS_AT_STAKE,
  PS_ALERTS_ASIDE,                 /* "until 31-08-2024: in talks" */
  PS_N_ALERTS_COLUMNS
};

/* Which of them are listed. */
typedef enum { PS_WHICH_ALERTS_OPEN, PS_WHICH_ALERTS_ALL, PS_WHICH_ALERTS_ASIDE } PsWhichAlerts;

typedef struct
{
  char       *key;                 /* PsAlert.key; NULL: it stands for several, of one urgency and kind */
  gboolean    snoozed;
  PsAlertKind kind;
} PsAlertsRow;

PsTable       *ps_alerts_table_new   (gboolean footer);                     /* that says how many there are */
GPtrArray     *ps_alerts_table_rows  (const PsOverviewData *data, PsWhichAlerts which);
/* A mix of those that are open, of about so many rows (ps_alerts_mix()); `n_shown`: that have a row of their own. */
GPtrArray     *ps_alerts_table_mix   (const PsOverviewData *data, guint most, guint *n_shown);
gboolean       ps_alerts_is_listed   (const PsAlert *alert, PsWhichAlerts which);
const PsAlert *ps_alerts_table_find  (const PsOverviewData *data, const char *key);  /* NULL: not there (any more) */
guint          ps_alerts_count       (const PsOverviewData *data, gboolean snoozed);

G_END_DECLS
