/* ps-peildata.c: the reference dates of a year (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-peil-private.h"

void
ps_peildatum_state_free (PsPeildatumState *state)
{
  if (state == NULL)
    return;
  g_free (state->label);
  g_free (state->closed_by);
  g_free (state);
}

gboolean
ps_peildata_begin_read (PsStore *store, gboolean *begun, GError **error)
{
  *begun = sqlite3_get_autocommit (store->db);
  return !*begun || ps_sql_exec (store, "BEGIN", error);
}

void
ps_peildata_end_read (PsStore *store, gboolean begun)
{
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
}

PsChange *
ps_peildata_change_new (const char *action, PsDate day)
{
  g_autofree char *iso = ps_date_to_iso (day);

  return ps_desk_change_new (action, "peildatum:%s", iso);
}

static PsPeildatumState *
read_state (PsStatement *row)
{
  PsPeildatumState *state = g_new0 (PsPeildatumState, 1);

  state->id = sqlite3_column_int64 (row, 0);
  state->day = sqlite3_column_int (row, 1);
  state->label = ps_sql_column_text (row, 2);
  state->data_through = ps_sql_column_date (row, 3);
  state->closed_by = ps_sql_column_text (row, 4);
  state->closed_at = sqlite3_column_int64 (row, 5);
  state->n_letters = (guint) sqlite3_column_int (row, 6);
  return state;
}

GPtrArray *
ps_peildata_load (PsStore *store, int year, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_peildatum_state_free);
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (store,
                           "SELECT id, day, label, data_through, closed_by, ifnull (closed_at, 0),"
                           " (SELECT count (*) FROM letter l WHERE l.peildatum_id = d.id AND l.state <> 5) FROM peildatum d"
                           " WHERE CASE WHEN ?3 <> 0 THEN id = ?3 ELSE day BETWEEN ?1 AND ?2 END ORDER BY day",
                           error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int (select, 1, ps_date_year_start (year));
  sqlite3_bind_int (select, 2, ps_date_year_end (year));
  sqlite3_bind_int64 (select, 3, id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&states);
      g_ptr_array_add (states, read_state (select));
    }
  return NULL;
}

PsPeildatumState *
ps_peildata_find (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) states = ps_peildata_load (store, 2000, id, error);

  if (states == NULL)
    return NULL;
  if (id != 0 && states->len == 1)
    return g_ptr_array_steal_index (states, 0);
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("This peildatum is not there any more: it was removed in the meantime. Nothing was changed; look at it again."));
  return NULL;
}

/* ---- how far each is */

static void
count_row (PsPeildatumState *state, const PsPeilSheet *sheet, const PsPeilRow *row)
{
  gboolean by_place = ps_region_product (sheet->region, row->product)->funding == PS_FUNDING_PLEK;
  PsFilled filled = ps_measured_filled (row->entered, by_place);

  state->n_rows++;
  state->n_filled += filled == PS_FILLED;
  state->n_partly += filled == PS_FILLED_PARTLY;
  for (int measure = 0; measure < PS_N_MEASURES; measure++)
    state->n_marked += ps_peil_row_deviation (sheet, row, (PsMeasure) measure, NULL) != PS_DEVIATION_NONE;
}

gboolean
ps_peildata_count (PsStore *store, const PsRegion *region, GPtrArray *states, GPtrArray *all, GCancellable *cancellable,
                   PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (GPtrArray) sheets = ps_peil_sheets_make (store, region, states, all, cancellable, progress, progress_data, error);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const PsPeilSheet *sheet = sheets->pdata[i];

      for (guint j = 0; j < sheet->rows->len; j++)
        count_row (states->pdata[i], sheet, &g_array_index (sheet->rows, PsPeilRow, j));
    }
  return sheets != NULL;
}

static gboolean
count_all (PsStore *store, GPtrArray *states, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
           GError **error)
{
  g_autoptr (PsRegion) region = ps_store_load_region (store, error);

  return region != NULL && ps_peildata_count (store, region, states, states, cancellable, progress, progress_data, error);
}

/**
 * ps_peildata_list:
 *
 * Returns: (transfer full): NULL with a PsStoreError, PS_CORE_ERROR_OVERFLOW or G_IO_ERROR_CANCELLED
 */
GPtrArray *
ps_peildata_list (PsStore *store, int year, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
                  GError **error)
{
  g_autoptr (GPtrArray) states = NULL;
  gboolean begun, ok;

  if (!ps_peildata_begin_read (store, &begun, error))
    return NULL;
  states = ps_peildata_load (store, year, 0, error);
  ok = states != NULL && (states->len == 0 || count_all (store, states, cancellable, progress, progress_data, error));
  ps_peildata_end_read (store, begun);
  return ok ? g_steal_pointer (&states) : NULL;
}

/* ---- changing them */

static PsRecord *
make_record (const PsPeildatumState *state, gboolean is_new)
{
  PsRecord *record = is_new ? ps_record_new ("peildatum") : ps_record_new_for ("peildatum", state->id);

  ps_record_set_date (record, "day", state->day);
  ps_record_set_text (record, "label", state->label != NULL ? state->label : "");
  ps_record_set_date (record, "data_through", state->data_through);
  ps_record_set_text (record, "closed_by", is_new ? NULL : state->closed_by);
  ps_record_set_number (record, "closed_at", is_new || state->closed_by == NULL ? PS_NO_NUMBER : state->closed_at);
  return record;
}

gboolean
ps_peildata_save (PsStore *store, const char *actor, const PsPeildatumState *before, const PsPeildatumState *after,
                  const char *reason, gint64 *record, GError **error)
{
  g_autoptr (PsChange) change = ps_peildata_change_new (before == NULL ? "create" : "edit", after->day);
  g_autoptr (PsRecord) shown = before != NULL ? make_record (before, FALSE) : NULL;
  g_autoptr (PsRecord) wanted = NULL;

  ps_change_set_reason (change, reason);
  if (before == NULL)
    {
      wanted = make_record (after, TRUE);
      ps_change_insert (change, wanted);
      return ps_change_apply (store, change, actor, record, error);
    }
  /* Closing is another thing than editing. */
  wanted = ps_record_copy (shown);
  ps_record_set_date (wanted, "day", after->day);
  ps_record_set_text (wanted, "label", after->label != NULL ? after->label : "");
  ps_record_set_date (wanted, "data_through", after->data_through);
  ps_change_update (change, shown, wanted);
  return ps_change_apply (store, change, actor, record, error);
}

/* The same day a year later; the end of a month stays the end of that month. 29 February becomes 28 February. */
static PsDate
end_a_year_later (PsDate day)
{
  int year, month, day_of_month;

  if (day == PS_DATE_OPEN)
    return PS_DATE_OPEN;
  ps_date_to_ymd (day, &year, &month, &day_of_month);
  if (day_of_month != ps_date_days_in_month (year, month))
    return ps_date_add_months (day, 12);
  return ps_date_from_ymd (year + 1, month, ps_date_days_in_month (year + 1, month));
}

static gboolean
has_day (GPtrArray *states, PsDate day)
{
  for (guint i = 0; i < states->len; i++)
    if (((const PsPeildatumState *) states->pdata[i])->day == day)
      return TRUE;
  return FALSE;
}

static PsPeildatumState *
copy_a_year_later (const PsPeildatumState *from)
{
  PsPeildatumState *copy = g_new0 (PsPeildatumState, 1);

  copy->day = ps_date_add_months (from->day, 12);
  copy->label = g_strdup (from->label);
  copy->data_through = end_a_year_later (from->data_through);
  /* 28 February with all of that month is the 28th of a leap year, too, which is not all of it. */
  if (ps_peil_through_is_late (copy->day, copy->data_through))
    copy->data_through = copy->day;
  return copy;
}

gboolean
ps_peildata_copy_year (PsStore *store, const char *actor, int year, guint *n_copied, gint64 *record, GError **error)
{
  g_autoptr (GPtrArray) from = ps_peildata_load (store, year - 1, 0, error);
  g_autoptr (GPtrArray) there = from != NULL ? ps_peildata_load (store, year, 0, error) : NULL;
  g_autoptr (PsChange) change = NULL;
  guint n = 0;

  if (n_copied != NULL)
    *n_copied = 0;
  if (there == NULL)
    return FALSE;
  change = ps_desk_change_new ("copy", "peildata:%d", year);
  for (guint i = 0; i < from->len; i++)
    {
      PsPeildatumState *copy = copy_a_year_later (from->pdata[i]);
      g_autoptr (PsRecord) row = make_record (copy, TRUE);

      if (!has_day (there, copy->day))
        {
          ps_change_insert (change, row);
          n++;
        }
      g_ptr_array_add (there, copy);
    }
  if (!ps_change_apply (store, change, actor, record, error))
    return FALSE;
  if (n_copied != NULL)
    *n_copied = n;
  return TRUE;
}

static gboolean
is_empty (const PsRecord *measurement)
{
  for (int i = 0; i < PS_N_MEASURES; i++)
    if (ps_record_get_number (measurement, ps_measure_column ((PsMeasure) i)) != PS_NO_NUMBER)
      return FALSE;
  return TRUE;
}

/* Rows of which every cell was cleared say nothing, and go with it. */
gboolean
ps_peildata_delete (PsStore *store, const char *actor, gint64 peildatum_id, gint64 *record, GError **error)
{
  g_autoptr (PsRecord) shown = ps_desk_read (store, "peildatum", peildatum_id, error);
  g_autoptr (GPtrArray) measurements = NULL;
  g_autoptr (PsChange) change = NULL;

  if (shown == NULL || (measurements = ps_store_load_records (store, "measurement", "peildatum_id", peildatum_id, error)) == NULL)
    return FALSE;
  change = ps_peildata_change_new ("delete", ps_record_get_date (shown, "day"));
  for (guint i = 0; i < measurements->len; i++)
    if (is_empty (measurements->pdata[i]))
      ps_change_delete (change, measurements->pdata[i]);
  ps_change_delete (change, shown);
  return ps_change_apply (store, change, actor, record, error);
}
