/* ps-peil-entered.c: what was entered for a peildatum, and why, into its sheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-peil-private.h"

static gboolean
find_row (PsSheetsMaking *self, PsSheetMaking *making, PsStatement *select, PsPeilRow **row, GError **error)
{
  guint provider, product, municipality;

  if (!ps_desk_find_place (&self->providers, sqlite3_column_int64 (select, 1), &provider, error)
      || !ps_desk_find_place (&self->products, sqlite3_column_int64 (select, 2), &product, error)
      || !ps_desk_find_place (&self->municipalities, sqlite3_column_int64 (select, 3), &municipality, error))
    return FALSE;
  *row = ps_sheet_making_row (making, provider, product, municipality);
  return TRUE;
}

static gboolean
is_empty_row (PsStatement *select)
{
  for (int i = 0; i < PS_N_MEASURES; i++)
    if (sqlite3_column_type (select, 4 + i) != SQLITE_NULL)
      return FALSE;
  return TRUE;
}

/* What was entered on a peildatum into its sheet; `last`: into the next one's. */
gboolean
ps_sheet_making_load_entered (PsSheetsMaking *self, PsSheetMaking *making, gint64 peildatum_id, gboolean last, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_desk_select (self->store,
                      "SELECT id, provider_id, product_id, municipality_id, clients, places_milli,"
                      " realised_cents, waiting, waiting_days FROM measurement WHERE peildatum_id = ?",
                      peildatum_id, error);
  gboolean more;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (self->store, select, &more, error))
    {
      PsPeilRow *row;

      if (!more)
        return TRUE;
      if (last && is_empty_row (select))
        continue;
      if (!find_row (self, making, select, &row, error))
        return FALSE;
      if (!last)
        row->measurement_id = sqlite3_column_int64 (select, 0);
      for (int i = 0; i < PS_N_MEASURES; i++)
        (last ? row->last : row->entered)[i] = ps_sql_column_number (select, 4 + i);
    }
  return FALSE;
}

static PsMeasure
measure_of (const char *column)
{
  int i = 0;

  while (i < PS_N_MEASURES && strcmp (ps_measure_column ((PsMeasure) i), column) != 0)
    i++;
  return (PsMeasure) i;
}

static void
clear_reason (gpointer data)
{
  PsMeasureReason *reason = data;

  g_free (reason->reason);
  g_free (reason->given_by);
}

static void
add_reason (PsPeilRow *row, PsStatement *select)
{
  PsMeasureReason reason = { .measure = measure_of ((const char *) sqlite3_column_text (select, 4)) };

  if (reason.measure == PS_N_MEASURES)
    return;
  reason.value = sqlite3_column_int64 (select, 5);
  reason.reason = ps_sql_column_text (select, 6);
  reason.given_by = ps_sql_column_text (select, 7);
  reason.given_at = sqlite3_column_int64 (select, 8);
  if (row->reasons == NULL)
    {
      row->reasons = g_array_new (FALSE, FALSE, sizeof (PsMeasureReason));
      g_array_set_clear_func (row->reasons, clear_reason);
    }
  g_array_append_val (row->reasons, reason);
}

gboolean
ps_sheet_making_load_reasons (PsSheetsMaking *self, PsSheetMaking *making, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean more;

  select = ps_desk_select (self->store,
                           "SELECT m.id, m.provider_id, m.product_id, m.municipality_id, r.field, r.value, r.reason, r.given_by,"
                           " r.given_at FROM measurement m JOIN measurement_reason r ON r.measurement_id = m.id"
                           " WHERE m.peildatum_id = ? ORDER BY r.id",
                           making->sheet->peildatum_id, error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (self->store, select, &more, error))
    {
      PsPeilRow *row;

      if (!more)
        return TRUE;
      if (!find_row (self, making, select, &row, error))
        return FALSE;
      add_reason (row, select);
    }
  return FALSE;
}
