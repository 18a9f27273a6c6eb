/* ps-bandwidths-told.c: the letters of a year, and what those that were sent told of each scope (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-letter-text.h"
#include "ps-bandwidths-private.h"

enum
{
  LETTER_PROVIDER,
  LETTER_ID,
  LETTER_KIND,
  LETTER_PEILDATUM,
  LETTER_DAY,
  LETTER_NUMBER,
  LETTER_FIGURES,
  LETTER_SENT_EVENT,
};

/* By the day of their peildatum; none that was withdrawn (state 5). provider_id 0: of all. */
static PsStatement *
select_letters (PsStore *store, int year, gint64 provider_id, GError **error)
{
  PsStatement *select =
      ps_sql_prepare (store,
                      "SELECT l.provider_id, l.id, l.kind, l.peildatum_id, d.day, l.number, l.figures,"
                      " (SELECT min (e.id) FROM letter_event e WHERE e.letter_id = l.id AND e.kind = 3) FROM letter l"
                      " JOIN peildatum d ON d.id = l.peildatum_id WHERE l.state <> 5 AND d.day BETWEEN ?1 AND ?2"
                      " AND (?3 = 0 OR l.provider_id = ?3) ORDER BY d.day, l.id",
                      error);

  if (select != NULL)
    {
      sqlite3_bind_int (select, 1, ps_date_year_start (year));
      sqlite3_bind_int (select, 2, ps_date_year_end (year));
      sqlite3_bind_int64 (select, 3, provider_id);
    }
  return select;
}

/* What one that was sent told, to the end of `told`. */
static gboolean
add_told (PsStatement *row, GArray *told, GError **error)
{
  g_autofree char *text = ps_sql_column_text (row, LETTER_FIGURES);
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsLetterFigures) figures = ps_letter_figures_from_text (text, &failure);
  g_autofree char *number = NULL;

  if (figures != NULL)
    {
      ps_letter_figures_add_told (figures, told);
      return TRUE;
    }
  number = ps_letter_number_text (ps_date_year (sqlite3_column_int (row, LETTER_DAY)), sqlite3_column_int (row, LETTER_NUMBER));
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED, _("Letter %s: %s Have the file verified."), number,
               failure->message);
  return FALSE;
}

/* The last one that told what holds now is the one that is referred to. */
static gboolean
take_told (PsProviderBandwidth *provider, PsStatement *row, GError **error)
{
  const PsScopeTold *last;
  guint n_before;

  if (provider->told == NULL)
    provider->told = ps_scopes_told_new ();
  n_before = provider->told->len;
  if (!add_told (row, provider->told, error))
    return FALSE;
  last = ps_bandwidth_find_told (provider->now, provider->told);
  if (last != NULL && last >= &g_array_index (provider->told, PsScopeTold, n_before))
    provider->told_number = sqlite3_column_int (row, LETTER_NUMBER);
  return TRUE;
}

static gboolean
take_letter (PsBandwidthYear *year, PsProviderBandwidth *provider, PsStatement *row, GError **error)
{
  if (year->letters_of != 0 && sqlite3_column_int64 (row, LETTER_PEILDATUM) == year->letters_of)
    provider->letter_id = sqlite3_column_int64 (row, LETTER_ID);
  else if (sqlite3_column_type (row, LETTER_NUMBER) != SQLITE_NULL)
    {
      if (sqlite3_column_int (row, LETTER_DAY) <= year->day)
        {
          provider->earlier_letter_id = sqlite3_column_int64 (row, LETTER_ID);
          provider->earlier_kind = (PsLetterKind) sqlite3_column_int (row, LETTER_KIND);
        }
      return take_told (provider, row, error);
    }
  return TRUE;
}

static PsProviderBandwidth *
find_by_id (PsBandwidthYear *year, gint64 provider_id)
{
  for (guint i = 0; i < year->providers->len; i++)
    {
      PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);

      if (ps_region_provider (year->region, provider->now->provider)->id == provider_id)
        return provider;
    }
  return NULL;
}

gboolean
ps_bandwidths_read_letters (PsStore *store, PsBandwidthYear *year, GError **error)
{
  g_autoptr (PsStatement) select = select_letters (store, year->year, 0, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      PsProviderBandwidth *provider;

      if (!row)
        return TRUE;
      provider = find_by_id (year, sqlite3_column_int64 (select, LETTER_PROVIDER));
      if (provider != NULL && !take_letter (year, provider, select, error))
        return FALSE;
    }
  return FALSE;
}

/* Of another peildatum, and sent before that event. */
static gboolean
counts (PsStatement *row, gint64 peildatum_id, gint64 before_event)
{
  return sqlite3_column_type (row, LETTER_NUMBER) != SQLITE_NULL && sqlite3_column_int64 (row, LETTER_PEILDATUM) != peildatum_id
         && sqlite3_column_int64 (row, LETTER_SENT_EVENT) < before_event;
}

GArray *
ps_bandwidths_read_told (PsStore *store, int year, gint64 provider_id, gint64 peildatum_id, gint64 before_event, GError **error)
{
  g_autoptr (GArray) told = ps_scopes_told_new ();
  g_autoptr (PsStatement) select = select_letters (store, year, provider_id, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&told);
      if (counts (select, peildatum_id, before_event) && !add_told (select, told, error))
        return NULL;
    }
  return NULL;
}
