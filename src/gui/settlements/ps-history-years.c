/* ps-history-years.c: a provider's settlements year by year: as stored, else as the region gives them now
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-history"

#include "ps-history-years.h"

#include <glib/gi18n-lib.h>

#include "ps-settlements-data.h"
#include "ps-state-mark.h"

typedef struct
{
  PsSettledRef *figures;
  char *agb;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  g_free (job->agb);
  g_free (job);
}

static void
year_free (gpointer data)
{
  PsHistoryYear *year = data;

  ps_stored_free (year->stored);
  g_free (year);
}

void
ps_history_years_free (PsHistoryYears *years)
{
  if (years == NULL)
    return;
  g_ptr_array_unref (years->years);
  g_free (years->provider);
  g_free (years);
}

/* On the worker */

static void
put_totals (PsHistoryYear *year, const PsSettlement *settlement)
{
  const PsSettlementLine *totals = &settlement->totals;

  year->ceiling_cents = settlement->agreement != NULL ? totals->ceiling_cents : PS_NO_NUMBER;
  year->gross_cents = totals->gross_cents;
  year->payable_cents = totals->payable_cents;
  year->paid_cents = totals->paid_cents;
  year->balance_cents = totals->balance_cents;
}

/* The figures that were frozen, not those that its inputs would come to now. */
static gboolean
read_stored (PsHistoryYear *year, PsStore *store, GError **error)
{
  g_autoptr (PsDossier) dossier = ps_settlements_load (store, year->stored->id, error);

  if (dossier == NULL)
    return FALSE;
  put_totals (year, dossier->settlement);
  return TRUE;
}

/* FALSE with an error; `found` FALSE: there is nothing of that year. */
static gboolean
compute (PsHistoryYear *year, const PsRegion *region, guint provider, PsStore *store, gboolean *found, GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (provider);
  g_autoptr (PsSettlement) settlement = NULL;
  PsSettleOptions options = { .year = year->year, .through = ps_date_year_end (year->year) };

  if (!ps_store_load_production (store, region, provider, year->year, production, error))
    return FALSE;
  settlement = ps_settle (region, production, &options, error);
  if (settlement == NULL)
    return FALSE;
  *found = !ps_settlement_is_empty (settlement);
  put_totals (year, settlement);
  return TRUE;
}

/* What its final ones settled: together never more than once (domain.md §6). */
static gboolean
sum_final (PsHistoryYear *year, GPtrArray *stored, GError **error)
{
  PsOverflow overflow = { FALSE };

  year->settled_cents = PS_NO_NUMBER;
  for (guint i = 0; i < stored->len; i++)
    {
      const PsStored *one = g_ptr_array_index (stored, i);

      if (one->year != year->year || one->state != PS_SETTLEMENT_FINAL)
        continue;
      year->settled_cents = ps_add (year->settled_cents != PS_NO_NUMBER ? year->settled_cents : 0, one->amount_cents, &overflow);
      year->n_corrections += one->replaces != 0;
    }
  if (overflow.overflowed)
    g_set_error_literal (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, _("The settlements of a year do not fit together."));
  return !overflow.overflowed;
}

typedef struct
{
  PsHistoryYears *years;
  const PsRegion *region;
  guint provider;
  const char *agb;
  GPtrArray *stored; /* PsStored */
} Reading;

static gboolean
add_year (Reading *reading, PsStore *store, int number, GError **error)
{
  g_autofree PsHistoryYear *year = g_new0 (PsHistoryYear, 1);
  const PsStored *stored = ps_settlements_choose (reading->stored, reading->agb, number);
  gboolean found = TRUE;

  year->year = number;
  if (!sum_final (year, reading->stored, error))
    return FALSE;
  if (stored == NULL)
    {
      if (!compute (year, reading->region, reading->provider, store, &found, error))
        return FALSE;
      if (found)
        g_ptr_array_add (reading->years->years, g_steal_pointer (&year));
      return TRUE;
    }
  year->stored = ps_stored_copy (stored);
  g_ptr_array_add (reading->years->years, year);
  return read_stored (g_steal_pointer (&year), store, error);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Of the region, and those that only settlements are left of. */
static GArray *
list_years (PsSettledRef *figures, GPtrArray *stored)
{
  const GArray *known = ps_settled_ref_get_years (figures);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_vals (years, known->data, known->len);
  for (guint i = 0; i < stored->len; i++)
    g_array_append_val (years, ((PsStored *) g_ptr_array_index (stored, i))->year);
  g_array_sort (years, compare_numbers);
  return years;
}

/**
 * ps_history_years_load: on a worker.
 * @figures: the session's, whose region is computed with: it need not be read again
 */
PsHistoryYears *
ps_history_years_load (PsStore *store, PsSettledRef *figures, const char *agb, GCancellable *cancellable, GError **error)
{
  const PsRegion *region = ps_settled_ref_get (figures)->region;
  g_autoptr (PsHistoryYears) years = g_new0 (PsHistoryYears, 1);
  g_autoptr (GPtrArray) stored = ps_settlements_list (store, 0, agb, error);
  g_autoptr (GArray) numbers = stored != NULL ? list_years (figures, stored) : NULL;
  Reading reading = { years, region, ps_region_find_provider (region, agb), agb, stored };

  years->years = g_ptr_array_new_with_free_func (year_free);
  if (numbers == NULL || reading.provider == PS_NONE)
    return numbers != NULL ? g_steal_pointer (&years) : NULL;
  years->provider = g_strdup (ps_region_provider (region, reading.provider)->name);
  for (guint i = 0; i < numbers->len; i++)
    {
      int number = g_array_index (numbers, int, i);

      if (i > 0 && number == g_array_index (numbers, int, i - 1))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_year (&reading, store, number, error))
        return NULL;
    }
  return g_steal_pointer (&years);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return ps_history_years_load (store, job->figures, job->agb, cancellable, error);
}

/* On the main thread */

void
ps_history_years_load_async (PsSession *session, const char *agb, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->agb = g_strdup (agb);
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_history_years_free, callback, user_data);
}

PsHistoryYears *
ps_history_years_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Showing */

static char *
count_years (guint n_shown, guint n_rows)
{
  return g_strdup_printf (ngettext ("%u year", "%u years", n_rows), n_rows);
}

static int
state_of (const PsHistoryYear *year)
{
  return year->stored != NULL ? (int) year->stored->state : PS_NOT_STORED;
}

static void
draw_state (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data)
{
  int state = (int) ps_table_row_get_number (row, column);

  ps_state_mark_draw (cr, state, FALSE, ps_table_row_get_text (row, column), width, height, widget);
}

PsTable *
ps_history_years_table (void)
{
  const PsColumn columns[PS_N_YEARS_COLUMNS] = {
    [PS_YEARS_YEAR] = { "year", _("Year"), PS_COLUMN_TEXT, 6, FALSE, TRUE },
    [PS_YEARS_STATE] = { "state", _("State"), PS_COLUMN_DRAWING, ps_state_mark_width (FALSE), FALSE, FALSE },
    [PS_YEARS_CEILING] = { "ceiling", _("Ceiling"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_YEARS_GROSS] = { "gross", _("Gross"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_YEARS_PAYABLE] = { "payable", _("Payable"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_YEARS_PAID] = { "paid", _("Paid"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_YEARS_BALANCE] = { "balance", _("Balance"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_YEARS_SETTLED] = { "settled", _("Settled"), PS_COLUMN_MONEY, 8, TRUE, TRUE },
    [PS_YEARS_CORRECTIONS] = { "corrections", _("Corrections"), PS_COLUMN_COUNT, 3, TRUE, FALSE },
    [PS_YEARS_WHO] = { "who", _("Last step"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 8 },
    [PS_YEARS_WHEN] = { "when", _("On"), PS_COLUMN_DATE, 9, FALSE, FALSE },
  };
  static const guint drops[] = { PS_YEARS_CORRECTIONS, PS_YEARS_PAID, PS_YEARS_CEILING, PS_YEARS_WHEN, PS_YEARS_WHO };
  PsTable *table = PS_TABLE (ps_table_new (columns, PS_N_YEARS_COLUMNS, _("Settlements over the years")));

  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_years);
  ps_table_set_draw (table, draw_state, NULL);
  ps_table_set_sort (table, "year", TRUE);
  ps_table_set_empty (table, _("No Settlements"), _("Nothing was agreed, produced or paid for this provider in any year."));
  return table;
}

static void
set_stored (PsTableRow *row, const PsStored *stored)
{
  PsDate day = ps_stored_last_day (stored);

  ps_table_row_set_text (row, PS_YEARS_WHO, ps_stored_last_actor (stored));
  ps_table_row_set_number (row, PS_YEARS_WHEN, day != PS_DATE_OPEN ? day : PS_NO_NUMBER);
}

static PsTableRow *
make_row (const PsHistoryYear *year)
{
  PsTableRow *row = ps_table_row_new (PS_N_YEARS_COLUMNS, (guint64) year->year, NULL, NULL);
  g_autofree char *number = g_strdup_printf ("%d", year->year);
  g_autofree char *state = ps_state_mark_text (state_of (year), FALSE);

  ps_table_row_set_text (row, PS_YEARS_YEAR, number);
  ps_table_row_set_number (row, PS_YEARS_STATE, state_of (year));
  ps_table_row_set_text (row, PS_YEARS_STATE, state);
  ps_table_row_set_number (row, PS_YEARS_CEILING, year->ceiling_cents);
  ps_table_row_set_number (row, PS_YEARS_GROSS, year->gross_cents);
  ps_table_row_set_number (row, PS_YEARS_PAYABLE, year->payable_cents);
  ps_table_row_set_number (row, PS_YEARS_PAID, year->paid_cents);
  ps_table_row_set_number (row, PS_YEARS_BALANCE, year->balance_cents);
  ps_table_row_set_number (row, PS_YEARS_SETTLED, year->settled_cents);
  ps_table_row_set_number (row, PS_YEARS_CORRECTIONS, year->n_corrections);
  if (year->stored != NULL)
    set_stored (row, year->stored);
  return row;
}

GPtrArray *
ps_history_years_rows (const PsHistoryYears *years)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < years->years->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (years->years, i)));
  return rows;
}

PsYearsChart *
ps_history_years_chart (const PsHistoryYears *years)
{
  PsYearsChart *chart = ps_years_chart_new ();

  for (guint i = 0; i < years->years->len; i++)
    {
      const PsHistoryYear *year = g_ptr_array_index (years->years, i);
      PsYearBar bar = { .year = year->year,
                        .ceiling_cents = year->ceiling_cents,
                        .gross_cents = year->gross_cents,
                        .payable_cents = year->payable_cents,
                        .balance_cents = year->balance_cents,
                        .final = state_of (year) == PS_SETTLEMENT_FINAL };

      g_array_append_val (chart->years, bar);
    }
  return chart;
}
