/* ps-alerts-peildata.c: reference dates that have passed, and are not closed (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * How many rows a date asks for only the messages tell, which takes seconds in a large region. So the rule is the same in all: one that is
 * not closed asks for it, and what was filled is said beside it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-alerts-private.h"

/* Of the year and of those before it; a year whose agreements are all settled for good needs no peildatum any more. With the rows that are
 * filled as ps_measured_filled() says: clients, and places where the product is paid by them. */
#define SELECT_OPEN                                                                                                              \
  "SELECT d.id, d.day, (SELECT count (*) FROM measurement m JOIN product p ON p.id = m.product_id WHERE m.peildatum_id = d.id"   \
  " AND m.clients IS NOT NULL AND (p.funding <> ?1 OR m.places_milli IS NOT NULL)) FROM peildatum d"                             \
  " WHERE d.day < ?2 AND d.day <= ?3 AND d.closed_by IS NULL ORDER BY d.day"

#define SELECT_DONE                                                                                                              \
  "SELECT count (*) > 0 AND min (EXISTS (SELECT 1 FROM settlement s WHERE s.provider_id = a.provider_id AND s.year = a.year"     \
  " AND s.state = 3 AND s.through >= ?2)) FROM agreement a WHERE a.year = ?1"

static void
add_peildatum (PsAlertsMaking *making, gint64 id, PsDate day, gint64 n_filled)
{
  PsAlert *alert = ps_alert_new (PS_ALERT_PEILDATUM, PS_MEDIUM, PS_TARGET_PEILDATUM);
  g_autofree char *iso = ps_date_to_iso (day);
  g_autofree char *date = ps_format_date (day);
  g_autofree char *filled = ps_format_count (n_filled);

  alert->since = day;
  alert->year = ps_date_year (day);
  alert->id = id;
  ps_alerts_take (making, alert, g_strdup_printf ("%s:%s", ps_alert_code (PS_ALERT_PEILDATUM), iso),
                  n_filled == 0 ? g_strdup_printf (C_("signal", "%s: nothing entered, not closed"), date)
                                /* Translators: the day of a peildatum, a number of rows */
                                : g_strdup_printf (C_("signal", "%s: not closed, rows filled: %s"), date, filled));
}

static gboolean
is_year_done (PsAlertsMaking *making, int year, gboolean *done, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (making->store, SELECT_DONE, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, year);
  sqlite3_bind_int (select, 2, ps_date_year_end (year));
  if (!ps_sql_step_row (making->store, select, &row, error))
    return FALSE;
  *done = sqlite3_column_int (select, 0) != 0;
  return TRUE;
}

gboolean
ps_alerts_add_peildata (PsAlertsMaking *making, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (making->store, SELECT_OPEN, error);
  int year = G_MININT;
  gboolean row, done = FALSE;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, PS_FUNDING_PLEK);
  sqlite3_bind_int (select, 2, making->today);
  sqlite3_bind_int (select, 3, ps_date_year_end (making->figures->year));
  while (ps_sql_step_row (making->store, select, &row, error))
    {
      PsDate day;

      if (!row)
        return TRUE;
      day = sqlite3_column_int (select, 1);
      if (ps_date_year (day) != year && !is_year_done (making, ps_date_year (day), &done, error))
        return FALSE;
      year = ps_date_year (day);
      if (!done)
        add_peildatum (making, sqlite3_column_int64 (select, 0), day, sqlite3_column_int64 (select, 2));
    }
  return FALSE;
}
