/* ps-alerts-private.h: what the files about alerts share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-alerts.c puts them together: bandwidths and contracts, what was put aside, their order; ps-alerts-letters.c has letters and
 * settlements, ps-alerts-statements.c production statements, ps-alerts-lines.c what a settled year tells, ps-alerts-peildata.c
 * reference dates; ps-alerts-snooze.c puts aside.
 */
#pragma once

#include "ps-alerts.h"
#include "ps-id-places.h"
#include "ps-sql.h"

G_BEGIN_DECLS

typedef struct
{
  PsStore             *store;
  const PsYearFigures *figures;
  const PsSettledYear *settled;
  PsDate               today;
  PsIdPlaces           providers;      /* id → place in the figures' region */
  GHashTable          *settled_ids;    /* gint64: providers whose whole year is settled for good */
  GPtrArray           *alerts;         /* PsAlert */
  GCancellable        *cancellable;
} PsAlertsMaking;

const PsRegion *ps_alerts_region        (const PsAlertsMaking *making);
/* Borrowed; a provider that is not in the region any more has no name. */
const char     *ps_alerts_provider_name (const PsAlertsMaking *making, guint provider);
/* Whether the figures' year of that provider is settled for good: nothing of it asks for attention any more. */
gboolean        ps_alerts_is_settled    (const PsAlertsMaking *making, gint64 provider_id);
/* One row of what an alert is made of, or may be. */
typedef gboolean (*PsAlertsAddRow) (PsAlertsMaking *making, PsStatement *row, gpointer user_data, GError **error);
/* `add` with each row that `sql` finds for the figures' year, ?1; it ends where that fails. */
gboolean        ps_alerts_each_row      (PsAlertsMaking *making, const char *sql, PsAlertsAddRow add, gpointer user_data, GError **error);
/* Ids (gint64) that `sql` finds for a year, ?1, with its last day, ?2; NULL: an error. */
GHashTable     *ps_alerts_read_ids      (const PsAlertsMaking *making, const char *sql, int year, GError **error);
/* Adds it, with its texts (both transfer full). */
void            ps_alerts_take          (PsAlertsMaking *making, PsAlert *alert, char *key, char *what);
/* The day of a moment (µs since 1970), here. */
PsDate          ps_alerts_day_of        (gint64 moment);

gboolean        ps_alerts_add_letters     (PsAlertsMaking *making, GError **error);
gboolean        ps_alerts_add_settlements (PsAlertsMaking *making, GError **error);
gboolean        ps_alerts_add_statements  (PsAlertsMaking *making, GError **error);
gboolean        ps_alerts_add_lines       (PsAlertsMaking *making, GError **error);
gboolean        ps_alerts_add_peildata    (PsAlertsMaking *making, GError **error);

/* ps-alerts-snooze.c: what was put aside, into the alerts. */
gboolean        ps_alerts_read_snoozes    (PsAlertsMaking *making, GError **error);

G_END_DECLS
