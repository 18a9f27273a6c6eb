/* ps-alerts-statements.c: production statements that are overdue (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-alerts-private.h"
#include "ps-statements.h"

/* Providers of whom nothing is wanted any more: the statement was received, or the year is settled for good. By id. */
#define NOT_WANTED                                                                                                               \
  "SELECT provider_id FROM production_statement WHERE year = ?1 AND received_on IS NOT NULL"                                     \
  " UNION SELECT provider_id FROM settlement WHERE year = ?1 AND through >= ?2 AND state = 3"

/* Who owes one: of the year of the figures those with anything to settle, as the page of statements lists them. */
static GHashTable *
owing_now (PsAlertsMaking *making)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < making->settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (making->settled->settlements, i);
      gint64 id = ps_region_provider (making->settled->region, settlement->provider)->id;

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

/* Of a year before, which was not settled here: those who declared in it or had an agreement. */
#define OWED_BEFORE "SELECT provider_id FROM agreement WHERE year = ?1 UNION SELECT provider_id FROM line_block WHERE year = ?1"

static guint
count_wanted (GHashTable *owing, GHashTable *not_wanted)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, owing);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += !g_hash_table_contains (not_wanted, id);
  return n;
}

static char *
statement_text (int year, PsDate due_on, guint n)
{
  g_autofree char *day = ps_format_date (due_on);
  g_autofree char *providers = g_strdup_printf (ngettext ("one provider", "%u providers", n), n);

  /* Translators: a year; "12 providers"; a date */
  return g_strdup_printf (C_("signal", "%d: not received from %s, due on %s"), year, providers, day);
}

static void
add_statements (PsAlertsMaking *making, int year, PsDate due_on, guint n)
{
  PsAlert *alert = ps_alert_new (PS_ALERT_STATEMENT, PS_MEDIUM, PS_TARGET_STATEMENTS);

  alert->since = due_on + 1;
  alert->n_things = n;
  alert->year = year;
  ps_alerts_take (making, alert, g_strdup_printf ("%s:%d", ps_alert_code (PS_ALERT_STATEMENT), year),
                  statement_text (year, due_on, n));
}

static gboolean
add_year (PsAlertsMaking *making, int year, GError **error)
{
  g_autoptr (GHashTable) owing = NULL;
  g_autoptr (GHashTable) not_wanted = NULL;
  PsStatementLimits limits;
  guint n;

  if (!ps_statements_limits (making->store, year, &limits, error))
    return FALSE;
  if (ps_statement_state (NULL, &limits, PS_NO_NUMBER, making->today) != PS_STATEMENT_MISSING)
    return TRUE;
  owing = year == making->figures->year ? owing_now (making) : ps_alerts_read_ids (making, OWED_BEFORE, year, error);
  not_wanted = owing != NULL ? ps_alerts_read_ids (making, NOT_WANTED, year, error) : NULL;
  if (not_wanted == NULL)
    return FALSE;
  n = count_wanted (owing, not_wanted);
  if (n > 0)
    add_statements (making, year, limits.due_on, n);
  return TRUE;
}

/* The first year of which anything is known. */
#define FIRST_YEAR                                                                                                               \
  "SELECT min (ifnull ((SELECT min (year) FROM agreement), 9999), ifnull ((SELECT min (year) FROM line_block), 9999))"

/* Of the year, and of all before it: what is owed stays owed until it is received, or settled without. */
gboolean
ps_alerts_add_statements (PsAlertsMaking *making, GError **error)
{
  gint64 first;

  if (!ps_sql_get_int (making->store, FIRST_YEAR, &first, error))
    return FALSE;
  for (int year = (int) MIN (first, making->figures->year); year <= making->figures->year; year++)
    if (!add_year (making, year, error))
      return FALSE;
  return TRUE;
}
