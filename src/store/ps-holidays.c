/* ps-holidays.c: the public holidays of a year: the region's own, else those of the law (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"
#include "ps-letters-private.h"

static void
clear_holiday (gpointer data)
{
  PsHoliday *holiday = data;

  g_free (holiday->name);
}

static gboolean
read_holidays (PsStore *store, PsStatement *select, GArray *holidays, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (store, select, &row, error))
    {
      PsHoliday holiday = { 0 };

      if (!row)
        return TRUE;
      holiday.id = sqlite3_column_int64 (select, 0);
      holiday.day = ps_sql_column_date (select, 1);
      holiday.name = ps_sql_column_text (select, 2);
      g_array_append_val (holidays, holiday);
    }
  return FALSE;
}

static GArray *
load_own (PsStore *store, int year, GError **error)
{
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (PsHoliday));
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store, "SELECT id, day, name FROM holiday WHERE day BETWEEN ? AND ? ORDER BY day", error);

  g_array_set_clear_func (holidays, clear_holiday);
  if (select == NULL)
    return NULL;
  ps_sql_bind_date (select, 1, ps_date_year_start (year));
  ps_sql_bind_date (select, 2, ps_date_year_end (year));
  return read_holidays (store, select, holidays, error) ? g_steal_pointer (&holidays) : NULL;
}

/**
 * ps_holidays_load:
 * @own: (out) (optional): the region keeps them itself
 *
 * Returns: (transfer full): GArray of PsHoliday by day: the region's own where it keeps any of that year, else those of the law
 */
GArray *
ps_holidays_load (PsStore *store, int year, gboolean *own, GError **error)
{
  GArray *holidays = load_own (store, year, error);

  if (own != NULL)
    *own = holidays != NULL && holidays->len > 0;
  if (holidays == NULL || holidays->len > 0)
    return holidays;
  g_array_unref (holidays);
  return ps_holidays_of_year (year);
}

/**
 * ps_holidays_load_days: those of some years after each other, by day, for counting: without names.
 *
 * Returns: (transfer full): GArray of PsHoliday
 */
GArray *
ps_holidays_load_days (PsStore *store, int first_year, int n_years, GError **error)
{
  GArray *holidays = g_array_new (FALSE, FALSE, sizeof (PsHoliday));

  for (int year = first_year; year < first_year + n_years; year++)
    {
      g_autoptr (GArray) of_year = ps_holidays_load (store, year, NULL, error);

      if (of_year == NULL)
        {
          g_array_unref (holidays);
          return NULL;
        }
      for (guint i = 0; i < of_year->len; i++)
        {
          PsHoliday holiday = { 0, g_array_index (of_year, PsHoliday, i).day, NULL };

          g_array_append_val (holidays, holiday);
        }
    }
  return holidays;
}

static gboolean
check_holiday (const GArray *holidays, guint place, int year, GError **error)
{
  const PsHoliday *holiday = &g_array_index (holidays, PsHoliday, place);
  g_autofree char *day = ps_format_date (holiday->day);
  g_autofree char *of_year = g_strdup_printf ("%d", year);

  if (holiday->day < ps_date_year_start (year) || holiday->day > ps_date_year_end (year))
    return ps_letter_refuse (error, _("%s is not a day of %s."), day, of_year);
  if (holiday->name == NULL || holiday->name[strspn (holiday->name, " \t\n")] == '\0')
    return ps_letter_refuse (error, _("The holiday on %s has no name."), day);
  for (guint i = 0; i < place; i++)
    if (g_array_index (holidays, PsHoliday, i).day == holiday->day)
      return ps_letter_refuse (error, _("%s is there twice."), day);
  return TRUE;
}

static PsRecord *
make_row (const PsHoliday *holiday, gint64 id)
{
  PsRecord *row = id != 0 ? ps_record_new_for ("holiday", id) : ps_record_new ("holiday");

  ps_record_set_date (row, "day", holiday->day);
  ps_record_set_text (row, "name", holiday->name);
  return row;
}

/* The row of the same id; NULL: none. Those of the law have no row. */
static const PsHoliday *
find_holiday (const GArray *holidays, gint64 id)
{
  for (guint i = 0; holidays != NULL && id != 0 && i < holidays->len; i++)
    if (g_array_index (holidays, PsHoliday, i).id == id)
      return &g_array_index (holidays, PsHoliday, i);
  return NULL;
}

static void
remove_gone (PsChange *change, const GArray *before, const GArray *after)
{
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const PsHoliday *holiday = &g_array_index (before, PsHoliday, i);
      g_autoptr (PsRecord) row = NULL;

      if (holiday->id == 0 || find_holiday (after, holiday->id) != NULL)
        continue;
      row = make_row (holiday, holiday->id);
      ps_change_delete (change, row);
    }
}

static void
keep_others (PsChange *change, const GArray *before, const GArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      const PsHoliday *holiday = &g_array_index (after, PsHoliday, i);
      const PsHoliday *shown = find_holiday (before, holiday->id);
      g_autoptr (PsRecord) was = shown != NULL ? make_row (shown, shown->id) : NULL;
      g_autoptr (PsRecord) is = make_row (holiday, shown != NULL ? shown->id : 0);

      if (was != NULL)
        ps_change_update (change, was, is);
      else
        ps_change_insert (change, is);
    }
}

/* What was shown is all that there was. */
static gboolean
check_shown (PsStore *store, int year, const GArray *before, GError **error)
{
  g_autoptr (GArray) present = load_own (store, year, error);
  g_autofree char *of_year = g_strdup_printf ("%d", year);
  guint n_shown = 0;

  if (present == NULL)
    return FALSE;
  for (guint i = 0; before != NULL && i < before->len; i++)
    n_shown += g_array_index (before, PsHoliday, i).id != 0;
  for (guint i = 0; i < present->len; i++)
    if (find_holiday (before, g_array_index (present, PsHoliday, i).id) == NULL)
      n_shown = G_MAXUINT;
  if (n_shown == present->len)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("The holidays of %s were changed in the meantime. Nothing was changed; look at them again."), of_year);
  return FALSE;
}

/**
 * ps_holidays_save: all of a year at once. None any more: those of the law hold again.
 * @before: (nullable): as shown, with ids; those of the law have none
 * @after: with the ids of those that stay
 * @record: (out) (optional): 0: nothing differed
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE where a day is of another year, is there twice, or has no name;
 * PS_STORE_ERROR_CONFLICT where they are not what was shown any more
 */
gboolean
ps_holidays_save (PsStore *store, const char *actor, int year, const GArray *before, const GArray *after, gint64 *record,
                  GError **error)
{
  g_autofree char *thing = g_strdup_printf ("holidays:%d", year);
  g_autoptr (PsChange) change = ps_change_new ("edit", thing);

  if (record != NULL)
    *record = 0;
  for (guint i = 0; i < after->len; i++)
    if (!check_holiday (after, i, year, error))
      return FALSE;
  if (!check_shown (store, year, before, error))
    return FALSE;
  remove_gone (change, before, after);
  keep_others (change, before, after);
  return ps_change_apply (store, change, actor, record, error);
}
