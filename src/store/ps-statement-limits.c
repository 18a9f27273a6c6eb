/* ps-statement-limits.c: when production statements of a year are due, and above which turnover an auditor must certify (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-desk-private.h"
#include "ps-statements.h"

/* A turnover that nobody has: a slip of the keyboard. */
#define MOST_CENTS G_GINT64_CONSTANT (1000000000000)

typedef enum
{
  LIMIT_AUDITOR,
  LIMIT_DUE,
  LIMIT_CERTIFIED_DUE,
  N_LIMITS
} Limit;

static const char *const limit_keys[N_LIMITS] = {
  [LIMIT_AUDITOR] = "auditor_turnover",
  [LIMIT_DUE] = "statement_due",
  [LIMIT_CERTIFIED_DUE] = "certified_due",
};

/* The same day of the year after `year`; 29 February is cut to the 28th. */
static PsDate
day_after_year (PsDate day, int year)
{
  int of_year, month, of_month;

  ps_date_to_ymd (day, &of_year, &month, &of_month);
  return ps_date_from_ymd (year + 1, month, MIN (of_month, ps_date_days_in_month (year + 1, month)));
}

static void
set_limit (PsStatementLimits *limits, Limit limit, const PsRecord *row)
{
  if (limit == LIMIT_AUDITOR)
    limits->auditor_cents = ps_record_get_number (row, "amount_cents");
  else if (limit == LIMIT_DUE)
    limits->due_on = day_after_year (ps_record_get_date (row, "day"), limits->year);
  else
    limits->certified_due_on = day_after_year (ps_record_get_date (row, "day"), limits->year);
}

/* The row of a limit that holds for the year: its own, else the last before it; before the first one that. */
static PsRecord *
find_limit (PsStore *store, Limit limit, int year, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  g_autoptr (GError) failure = NULL;
  PsRecord *record = NULL;
  gboolean row;

  select = ps_sql_prepare (
      store, "SELECT id FROM yearly_limit WHERE limit_key = ?1 ORDER BY year <= ?2 DESC, abs (year - ?2) LIMIT 1", error);
  if (select == NULL)
    return NULL;
  ps_sql_bind_text (select, 1, limit_keys[limit]);
  sqlite3_bind_int (select, 2, year);
  if (!ps_sql_step_row (store, select, &row, error))
    return NULL;
  if (row)
    record = ps_store_load_record (store, "yearly_limit", sqlite3_column_int64 (select, 0), &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED,
                 _("The limits for production statements are missing from this region."));
  return record;
}

/**
 * ps_statements_limits:
 * @limits: (out caller-allocates): of @year; a limit without a row of the year has that of the last year before it that has one, with days
 *   on the same day of the year after @year
 */
gboolean
ps_statements_limits (PsStore *store, int year, PsStatementLimits *limits, GError **error)
{
  *limits = (PsStatementLimits){ .year = year };
  for (int i = 0; i < N_LIMITS; i++)
    {
      g_autoptr (PsRecord) row = find_limit (store, (Limit) i, year, error);

      if (row == NULL)
        return FALSE;
      set_limit (limits, (Limit) i, row);
    }
  return TRUE;
}

static gboolean
check_due (PsDate day, int year, GError **error)
{
  g_autofree char *text = ps_format_date (day);

  if (day != PS_DATE_OPEN && ps_date_year (day) == year + 1)
    return TRUE;
  /* Translators: a date, a year */
  ps_change_refuse (error, _("The statement is due in the year after: %s is not in %d."), text, year + 1);
  return FALSE;
}

static gboolean
check_limits (const PsStatementLimits *limits, GError **error)
{
  if (limits->auditor_cents < 0 || limits->auditor_cents > MOST_CENTS)
    {
      g_autofree char *amount = ps_format_money (limits->auditor_cents);

      ps_change_refuse (error, _("The limit cannot be %s."), amount);
      return FALSE;
    }
  return check_due (limits->due_on, limits->year, error) && check_due (limits->certified_due_on, limits->year, error);
}

static gboolean
limit_differs (Limit limit, const PsStatementLimits *a, const PsStatementLimits *b)
{
  switch (limit)
    {
    case LIMIT_AUDITOR:
      return a->auditor_cents != b->auditor_cents;
    case LIMIT_DUE:
      return a->due_on != b->due_on;
    case LIMIT_CERTIFIED_DUE:
    case N_LIMITS:
    default:
      return a->certified_due_on != b->certified_due_on;
    }
}

static void
fill_limit (PsRecord *record, Limit limit, const PsStatementLimits *limits)
{
  if (limit == LIMIT_AUDITOR)
    ps_record_set_number (record, "amount_cents", limits->auditor_cents);
  else
    ps_record_set_date (record, "day", limit == LIMIT_DUE ? limits->due_on : limits->certified_due_on);
}

/* The year gets a row of its own where it has none; years after it without one follow. */
static gboolean
change_limit (PsStore *store, PsChange *change, Limit limit, const PsStatementLimits *after, GError **error)
{
  g_autoptr (PsRecord) row = find_limit (store, limit, after->year, error);
  g_autoptr (PsRecord) wanted = NULL;

  if (row == NULL)
    return FALSE;
  if (ps_record_get_number (row, "year") == after->year)
    {
      wanted = ps_record_copy (row);
      fill_limit (wanted, limit, after);
      ps_change_update (change, row, wanted);
      return TRUE;
    }
  wanted = ps_record_new ("yearly_limit");
  ps_record_set_number (wanted, "year", after->year);
  ps_record_set_text (wanted, "limit_key", limit_keys[limit]);
  fill_limit (wanted, limit, after);
  ps_change_insert (change, wanted);
  return TRUE;
}

static gboolean
check_shown_limits (PsStore *store, const PsStatementLimits *before, GError **error)
{
  PsStatementLimits now;

  if (!ps_statements_limits (store, before->year, &now, error))
    return FALSE;
  for (int i = 0; i < N_LIMITS; i++)
    if (limit_differs ((Limit) i, before, &now))
      {
        g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                     _("The dates and limits of %d were changed in the meantime. Nothing was changed; look at them again."),
                     before->year);
        return FALSE;
      }
  return TRUE;
}

/**
 * ps_statements_save_limits:
 * @before: as they were shown
 * @after: of the same year
 * @record: (out) (optional): 0: nothing differed
 *
 * Returns: %FALSE with PS_STORE_ERROR_CONFLICT where they are others by now, or PS_STORE_ERROR_RULE
 */
gboolean
ps_statements_save_limits (PsStore *store, const char *actor, const PsStatementLimits *before, const PsStatementLimits *after,
                           const char *reason, gint64 *record, GError **error)
{
  g_autoptr (PsChange) change = ps_desk_change_new ("edit", "limits:%d", after->year);

  g_return_val_if_fail (before->year == after->year, FALSE);
  if (!check_limits (after, error) || !check_shown_limits (store, before, error))
    return FALSE;
  for (int i = 0; i < N_LIMITS; i++)
    if (limit_differs ((Limit) i, before, after) && !change_limit (store, change, (Limit) i, after, error))
      return FALSE;
  return ps_desk_apply (store, g_steal_pointer (&change), actor, reason, record, error);
}
