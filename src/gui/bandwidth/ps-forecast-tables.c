/* ps-forecast-tables.c: the methods of a scope's forecast, and how wrong each was in the years before
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-forecast-tables"

#include "ps-forecast-tables.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "ps-bandwidth-words.h"

static char *
count_methods (guint n_shown, guint n_rows)
{
  g_autofree char *n = ps_format_count (n_rows);

  return g_strdup_printf (ngettext ("%s method", "%s methods", n_rows), n);
}

static char *
count_comparisons (guint n_shown, guint n_rows)
{
  g_autofree char *n = ps_format_count (n_rows);

  return g_strdup_printf (ngettext ("%s comparison", "%s comparisons", n_rows), n);
}

/* Methods */

enum
{
  METHOD_NAME,
  METHOD_FORECAST,
  METHOD_SHARE,
  METHOD_ERROR,
  METHOD_USED,
  METHOD_HOW,
  N_METHOD
};

PsTable *
ps_methods_table_new (void)
{
  const PsColumn columns[N_METHOD] = {
    [METHOD_NAME] = { "method", _("Method"), PS_COLUMN_TEXT, 13, FALSE, TRUE },
    [METHOD_FORECAST] = { "forecast", _("Forecast"), PS_COLUMN_MONEY, 9, FALSE, TRUE },
    [METHOD_SHARE] = { "share", _("Of ceiling"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [METHOD_ERROR] = { "error", _("Mean error"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
    [METHOD_USED] = { "used", C_("method", "Used"), PS_COLUMN_TEXT, 16, FALSE, FALSE },
    [METHOD_HOW] = { "how", _("How, or why not"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 20 },
  };
  static const guint drops[] = { METHOD_SHARE };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_METHOD, _("Methods of the forecast")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_count (table, count_methods);
  ps_table_set_export_name (table, _("methods"));
  return table;
}

static const char *
used_text (const PsBandwidthScope *scope, PsForecastMethod method)
{
  gboolean chosen = scope->choice != NULL && scope->choice->method == method;
  gboolean proposed = scope->forecast != NULL && scope->forecast->proposed == method;

  if (chosen)
    return proposed ? _("chosen, proposed") : C_("method", "chosen");
  return proposed ? C_("method", "proposed") : "";
}

static PsTableRow *
make_method_row (const PsBandwidthScope *scope, PsForecastMethod method, gint64 cents, gint64 error_bp, const char *how)
{
  PsTableRow *row = ps_table_row_new (N_METHOD, method, NULL, NULL);

  ps_table_row_set_text (row, METHOD_NAME, ps_forecast_method_label (method));
  ps_table_row_set_number (row, METHOD_FORECAST, cents);
  ps_table_row_set_number (row, METHOD_SHARE, ps_band_share_bp (cents, scope->ceiling_cents));
  ps_table_row_set_number (row, METHOD_ERROR, error_bp);
  ps_table_row_set_text (row, METHOD_USED, used_text (scope, method));
  ps_table_row_set_text (row, METHOD_HOW, how);
  return row;
}

static PsTableRow *
make_try_row (const PsBandwidthScope *scope, const PsForecastTry *try)
{
  g_autofree char *how = ps_forecast_method_text (try->method);

  return make_method_row (scope, try->method, try->forecast_cents, try->error_bp, try->why_not != NULL ? try->why_not : how);
}

/* What was computed; the ceiling where nothing could be; and a person's own. */
GPtrArray *
ps_methods_table_rows (const PsBandwidthScope *scope)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  const PsForecastChoice *choice = scope->choice;

  for (guint i = 0; scope->forecast != NULL && i < scope->forecast->tries->len; i++)
    g_ptr_array_add (rows, make_try_row (scope, &g_array_index (scope->forecast->tries, PsForecastTry, i)));
  if (scope->forecast != NULL && scope->forecast->proposed == PS_FORECAST_CEILING)
    {
      g_autofree char *how = ps_forecast_method_text (PS_FORECAST_CEILING);

      g_ptr_array_add (rows, make_method_row (scope, PS_FORECAST_CEILING, scope->ceiling_cents, PS_NO_NUMBER, how));
    }
  if (choice != NULL && choice->method == PS_FORECAST_MANUAL)
    g_ptr_array_add (rows, make_method_row (scope, PS_FORECAST_MANUAL, choice->forecast_cents, PS_NO_NUMBER, choice->reason));
  return rows;
}

/* Errors */

enum
{
  ERROR_METHOD,
  ERROR_YEAR,
  ERROR_FORECAST,
  ERROR_TOTAL,
  ERROR_DIFFERENCE,
  ERROR_SHARE,
  N_ERROR
};

PsTable *
ps_errors_table_new (void)
{
  const PsColumn columns[N_ERROR] = {
    [ERROR_METHOD] = { "method", _("Method"), PS_COLUMN_TEXT, 0, FALSE, TRUE, 13 },
    [ERROR_YEAR] = { "year", _("Year"), PS_COLUMN_TEXT, 5, FALSE, FALSE },
    [ERROR_FORECAST] = { "forecast", _("Forecast then"), PS_COLUMN_MONEY, 9, FALSE, FALSE },
    [ERROR_TOTAL] = { "total", _("Became"), PS_COLUMN_MONEY, 9, FALSE, FALSE },
    [ERROR_DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 8, FALSE, FALSE },
    [ERROR_SHARE] = { "error", _("Error"), PS_COLUMN_PERCENT, 6, FALSE, FALSE },
  };
  PsTable *table = PS_TABLE (ps_table_new (columns, N_ERROR, _("Errors in the years before")));

  ps_table_set_natural (table, TRUE);
  ps_table_set_count (table, count_comparisons);
  ps_table_set_export_name (table, _("errors of forecasts"));
  ps_table_set_empty (table, _("No years to compare with"),
                      _("How wrong a method was is known when a full year before this one is in the region."));
  return table;
}

static PsTableRow *
make_error_row (const PsForecastTry *try, const PsForecastError *error, guint64 id)
{
  PsTableRow *row = ps_table_row_new (N_ERROR, id, NULL, NULL);
  g_autofree char *year = g_strdup_printf ("%d", error->year);
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (error->forecast_cents, error->total_cents, &overflow);

  ps_table_row_set_text (row, ERROR_METHOD, ps_forecast_method_label (try->method));
  ps_table_row_set_text (row, ERROR_YEAR, year);
  ps_table_row_set_number (row, ERROR_FORECAST, error->forecast_cents);
  ps_table_row_set_number (row, ERROR_TOTAL, error->total_cents);
  ps_table_row_set_number (row, ERROR_DIFFERENCE, overflow.overflowed ? PS_NO_NUMBER : difference);
  ps_table_row_set_number (row, ERROR_SHARE, error->error_bp);
  return row;
}

GPtrArray *
ps_errors_table_rows (const PsBandwidthScope *scope)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; scope->forecast != NULL && i < scope->forecast->tries->len; i++)
    {
      const PsForecastTry *try = &g_array_index (scope->forecast->tries, PsForecastTry, i);

      for (guint j = 0; try->errors != NULL && j < try->errors->len; j++)
        g_ptr_array_add (rows, make_error_row (try, &g_array_index (try->errors, PsForecastError, j), rows->len));
    }
  return rows;
}
