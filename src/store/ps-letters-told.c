/* ps-letters-told.c: whether a letter that goes out still tells anything that another one did not tell since (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-bandwidths-private.h"
#include "ps-letters-private.h"

/* The event of its course by which it was drafted: events are numbered in the order in which they were recorded, by whatever clock. */
static gboolean
find_drafted (PsStore *store, const PsLetter *letter, gint64 *event, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT min (id) FROM letter_event WHERE letter_id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, letter->id);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *event = sqlite3_column_int64 (select, 0);
  return TRUE;
}

/* Where nothing was news already, it was drafted to tell it again. */
static gboolean
check_meant (PsStore *store, const PsLetter *letter, const PsBandwidth *now, const GArray *told, GError **error)
{
  const PsScopeTold *last = ps_bandwidth_find_told (now, told);
  g_autoptr (GArray) then = NULL;
  g_autofree char *day = NULL;
  gint64 drafted;

  if (!find_drafted (store, letter, &drafted, error))
    return FALSE;
  then = ps_bandwidths_read_told (store, letter->year, letter->provider_id, letter->peildatum_id, drafted, error);
  if (then == NULL)
    return FALSE;
  if (last == NULL || !ps_bandwidth_has_news (now, then))
    return TRUE;
  day = ps_format_date (last->peildatum);
  /* Translators: a provider, the day of a peildatum */
  return ps_letter_refuse (error,
                           _("%s is told the same by its letter of the peildatum %s, which was sent after this one was drafted: "
                              "withdraw this one."),
                           letter->provider, day);
}

gboolean
ps_letter_check_told (PsStore *store, const PsLetter *letter, const PsBandwidth *now, GError **error)
{
  g_autoptr (GArray) told =
      ps_bandwidths_read_told (store, letter->year, letter->provider_id, letter->peildatum_id, G_MAXINT64, error);

  return told != NULL && (ps_bandwidth_has_news (now, told) || check_meant (store, letter, now, told, error));
}
