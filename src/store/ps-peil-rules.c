/* ps-peil-rules.c: what is closed is corrected with a reason, and stays what it showed (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-peil-private.h"
#include "ps-undo-private.h"

/* What is of a peildatum, and stays what it was when that was closed. */
static const char *const kept_tables[] = { "measurement", "measurement_reason", "forecast_choice", NULL };

/* A peildatum that is closed. */
typedef struct
{
  PsDate day;
  char *closed_by; /* NULL: it is open */
} Closed;

/* `sql` gives day and closed_by of the peildatum of the row ?1. */
static gboolean
look_up (PsApplying *applying, const char *sql, gint64 id, Closed *closed, GError **error)
{
  PsStatement *select = ps_rows_statement (applying->rows, sql, error);
  gboolean row;

  *closed = (Closed){ 0 };
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (applying->store, select, &row, error))
    return FALSE;
  if (row)
    {
      closed->day = sqlite3_column_int (select, 0);
      closed->closed_by = ps_sql_column_text (select, 1);
    }
  sqlite3_reset (select);
  return TRUE;
}

#define OF_PEILDATUM "SELECT day, closed_by FROM peildatum WHERE id = ?1"
#define OF_MEASUREMENT "SELECT d.day, d.closed_by FROM measurement m JOIN peildatum d ON d.id = m.peildatum_id WHERE m.id = ?1"

static gboolean
find_closed (PsApplying *applying, const PsRecord *record, Closed *closed, GError **error)
{
  gboolean is_reason = strcmp (ps_record_get_table (record), "measurement_reason") == 0;

  return look_up (applying, is_reason ? OF_MEASUREMENT : OF_PEILDATUM,
                  ps_record_get_number (record, is_reason ? "measurement_id" : "peildatum_id"), closed, error);
}

static gboolean
refuse_without_reason (const Closed *closed, GError **error)
{
  g_autofree char *day = ps_format_date (closed->day);

  /* Translators: a date, and who */
  ps_change_refuse (error, _("The peildatum of %s was closed by %s: a correction needs a reason."), day, closed->closed_by);
  return FALSE;
}

/* A person gives the reason with the change; a chosen forecast has one of its own. */
static gboolean
has_reason (const PsChange *change, const PsRowChange *row)
{
  const char *own;

  if (change->reason != NULL)
    return TRUE;
  if (row->after == NULL || strcmp (ps_record_get_table (row->after), "forecast_choice") != 0)
    return FALSE;
  own = ps_record_get_text (row->after, "reason");
  return own != NULL && own[strspn (own, " \t\r\n")] != '\0';
}

static gboolean
check_correction (PsApplying *applying, const PsChange *change, const PsRowChange *row, GError **error)
{
  const PsRecord *sides[] = { row->before, row->after };

  if (has_reason (change, row))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Closed closed = { 0 };
      gboolean ok;

      if (sides[i] == NULL)
        continue;
      if (!find_closed (applying, sides[i], &closed, error))
        return FALSE;
      ok = closed.closed_by == NULL || refuse_without_reason (&closed, error);
      g_free (closed.closed_by);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

gboolean
ps_peil_through_is_early (PsDate day, PsDate through)
{
  return through != PS_DATE_OPEN && through < ps_date_year_start (ps_date_year (day) - 1);
}

gboolean
ps_peil_through_is_late (PsDate day, PsDate through)
{
  return through != PS_DATE_OPEN && through > day;
}

/* The data cannot be complete to a day that is still to come. */
static gboolean
check_through (const PsRecord *after, GError **error)
{
  PsDate day = ps_record_get_date (after, "day");
  PsDate through = ps_record_get_date (after, "data_through");
  g_autofree char *shown = NULL;

  if (!ps_peil_through_is_late (day, through) && !ps_peil_through_is_early (day, through))
    return TRUE;
  shown = ps_format_date (through);
  if (through > day)
    /* Translators: a date */
    ps_change_refuse (error, _("The data cannot be complete through %s: that is after the peildatum itself."), shown);
  else
    /* Translators: a date */
    ps_change_refuse (error, _("The data is complete through %s: that is more than a year before the peildatum."), shown);
  return FALSE;
}

static gboolean
differs (const PsRowChange *row, const char *column)
{
  return ps_record_get_number (row->before, column) != ps_record_get_number (row->after, column);
}

/* A letter names the day; what was kept of it, and chosen for it, is of that day and of its year. */
static gboolean
check_moved (PsApplying *applying, const PsRowChange *row, GError **error)
{
  PsStatement *select;
  g_autofree char *day = NULL;
  gboolean used;

  if (!differs (row, "day"))
    return TRUE;
  select = ps_rows_statement (applying->rows,
                              "SELECT 1 WHERE EXISTS (SELECT 1 FROM letter WHERE peildatum_id = ?1) OR EXISTS"
                              " (SELECT 1 FROM peildatum_standing WHERE peildatum_id = ?1) OR EXISTS"
                              " (SELECT 1 FROM forecast_choice WHERE peildatum_id = ?1)",
                              error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, ps_row_change_id (row));
  if (!ps_sql_step_row (applying->store, select, &used, error))
    return FALSE;
  sqlite3_reset (select);
  if (!used)
    return TRUE;
  day = ps_format_date (ps_record_get_date (row->before, "day"));
  /* Translators: a date */
  ps_change_refuse (
      error, _("The peildatum of %s cannot be moved to another day: letters, forecasts or standings are of that day."), day);
  return FALSE;
}

static void
refuse_closed (PsDate day, const char *closed_by, GError **error)
{
  g_autofree char *shown = ps_format_date (day);

  /* Translators: a date, and who */
  ps_change_refuse (error, _("The peildatum of %s was closed by %s: open it again first, with a reason."), shown, closed_by);
}

/* `before` is closed, and stays so or goes. */
static gboolean
check_kept (const PsRowChange *row, GError **error)
{
  if (row->after != NULL && !differs (row, "day") && !differs (row, "data_through"))
    return TRUE;
  refuse_closed (ps_record_get_date (row->before, "day"), ps_record_get_text (row->before, "closed_by"), error);
  return FALSE;
}

static gboolean
check_peildatum (PsApplying *applying, const PsChange *change, const PsRowChange *row, GError **error)
{
  gboolean was_closed = row->before != NULL && ps_record_get_text (row->before, "closed_by") != NULL;
  gboolean is_closed = row->after != NULL && ps_record_get_text (row->after, "closed_by") != NULL;

  if (was_closed && !(row->after != NULL && !is_closed) && !check_kept (row, error))
    return FALSE;
  if (was_closed && change->reason == NULL)
    {
      Closed closed = { ps_record_get_date (row->before, "day"), (char *) ps_record_get_text (row->before, "closed_by") };

      return refuse_without_reason (&closed, error);
    }
  if (row->after == NULL)
    return TRUE;
  if (row->before != NULL && !check_moved (applying, row, error))
    return FALSE;
  return (row->before != NULL && !differs (row, "day") && !differs (row, "data_through")) || check_through (row->after, error);
}

gboolean
ps_peil_rules_check (PsApplying *applying, const PsChange *change, const PsRowChange *row, GError **error)
{
  const char *table = ps_row_change_table (row);

  if (strcmp (table, "peildatum") == 0)
    return check_peildatum (applying, change, row, error);
  return !g_strv_contains (kept_tables, table) || check_correction (applying, change, row, error);
}

/* ---- undoing */

gboolean
ps_peil_rules_is_closing (const char *action, const char *thing)
{
  return g_str_has_prefix (thing, "peildatum:") && (strcmp (action, "close") == 0 || strcmp (action, "reopen") == 0);
}

static gboolean
refuse_undo (PsDate day, const char *closed_by, GError **error)
{
  g_autofree char *text = ps_format_date (day);

  /* Translators: a date, and who */
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("The peildatum of %s was closed by %s, so what was entered for it is not undone: correct it, with a reason. Nothing "
         "was changed."),
      text, closed_by);
  return FALSE;
}

/* A merger changes whose a measurement is, and no value. */
static gboolean
has_values (const PsRecord *record)
{
  return record != NULL && ps_record_is_whole (record);
}

/* The peildatum itself: what it was to what day when it was closed, and what it is called. */
static gboolean
check_undo_peildatum (PsUndoing *undoing, const PsRecord *record, GError **error)
{
  Closed closed = { 0 };

  if (!look_up (&undoing->applying, OF_PEILDATUM, ps_record_get_id (record), &closed, error))
    return FALSE;
  if (closed.closed_by == NULL)
    return TRUE;
  refuse_closed (closed.day, closed.closed_by, error);
  g_free (closed.closed_by);
  return ps_undoing_blame_others (error);
}

gboolean
ps_peil_rules_check_undo (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  const char *table = ps_record_get_table (was != NULL ? was : then);
  const PsRecord *sides[] = { was, then };

  if (strcmp (table, "peildatum") == 0)
    return check_undo_peildatum (undoing, was != NULL ? was : then, error);
  if (!g_strv_contains (kept_tables, table))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Closed closed = { 0 };
      gboolean ok;

      if (!has_values (sides[i]))
        continue;
      if (!find_closed (&undoing->applying, sides[i], &closed, error))
        return FALSE;
      ok = closed.closed_by == NULL || refuse_undo (closed.day, closed.closed_by, error);
      g_free (closed.closed_by);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

#define CLOSED_MEASUREMENT                                                                                                       \
  "SELECT d.day, d.closed_by FROM measurement m JOIN peildatum d ON d.id = m.peildatum_id"                                       \
  " WHERE m.id BETWEEN ?1 AND ?2 AND d.closed_by IS NOT NULL LIMIT 1"
#define CLOSED_PEILDATUM "SELECT day, closed_by FROM peildatum WHERE id BETWEEN ?1 AND ?2 AND closed_by IS NOT NULL LIMIT 1"

/* The rows that an import added: before they go, or after they came back. */
static gboolean
check_range (PsUndoing *undoing, const PsUndoRange *range, const char *sql, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (undoing->applying.store, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, range->first);
  sqlite3_bind_int64 (select, 2, range->last);
  if (!ps_sql_step_row (undoing->applying.store, select, &row, error))
    return FALSE;
  return !row || refuse_undo (sqlite3_column_int (select, 0), (const char *) sqlite3_column_text (select, 1), error);
}

gboolean
ps_peil_rules_check_ranges (PsUndoing *undoing, GError **error)
{
  for (guint i = 0; i < undoing->ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (undoing->ranges, PsUndoRange, i);

      if ((strcmp (range->table, "measurement") == 0 && !check_range (undoing, range, CLOSED_MEASUREMENT, error))
          || (strcmp (range->table, "peildatum") == 0 && !check_range (undoing, range, CLOSED_PEILDATUM, error)))
        return FALSE;
    }
  return TRUE;
}
