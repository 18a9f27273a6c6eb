/* ps-statements-table.c: production statements of a year, provider by provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-statements-table"

#include "ps-statements-table.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "store/ps-statements.h"

/* Reading */

void
ps_statements_year_free (PsStatementsYear *year)
{
  if (year == NULL)
    return;
  g_clear_pointer (&year->statements, g_ptr_array_unref);
  ps_settled_ref_free (year->figures);
  g_free (year);
}

static gpointer
read_year (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PsStatementsYear) year = g_new0 (PsStatementsYear, 1);
  PsSettledRef **figures = data;
  const PsSettledYear *settled;

  year->figures = g_steal_pointer (figures);
  settled = ps_settled_ref_get (year->figures);
  year->statements = ps_statements_list (store, settled->region, settled->year, error);
  if (year->statements == NULL || !ps_statements_limits (store, settled->year, &year->limits, error))
    return NULL;
  return g_steal_pointer (&year);
}

static void
figures_free (gpointer data)
{
  PsSettledRef **figures = data;

  g_clear_pointer (figures, ps_settled_ref_free);
  g_free (figures);
}

/* Only while the session has figures. */
void
ps_statements_year_load_async (PsSession *session, GAsyncReadyCallback callback, gpointer user_data)
{
  PsSettledRef **figures = g_new0 (PsSettledRef *, 1);

  *figures = ps_session_ref_settled (session);
  g_assert (*figures != NULL);
  ps_session_run_async (session, read_year, figures, figures_free, (GDestroyNotify) ps_statements_year_free, callback, user_data);
}

PsStatementsYear *
ps_statements_year_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Showing */

static char *
count_providers (guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    return g_strdup_printf (ngettext ("%u provider", "%u providers", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u of %u provider", "%u of %u providers", n_rows), n_shown, n_rows);
}

PsTable *
ps_statements_table_new (void)
{
  const PsColumn columns[PS_N_STATEMENTS_COLUMNS] = {
    [PS_STATEMENTS_AGB] = { "agb", _("AGB"), PS_COLUMN_TEXT, 8, FALSE, FALSE },
    [PS_STATEMENTS_PROVIDER] = { "provider", _("Provider"), PS_COLUMN_TEXT, 27, FALSE, TRUE },
    [PS_STATEMENTS_STATE] = { "state", _("State"), PS_COLUMN_TEXT, 24, FALSE, FALSE },
    [PS_STATEMENTS_STATED] = { "stated", _("Stated"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_STATEMENTS_OWN] = { "own", _("Own total"), PS_COLUMN_MONEY, 8, TRUE, FALSE },
    [PS_STATEMENTS_DIFFERENCE] = { "difference", _("Difference"), PS_COLUMN_MONEY, 7, TRUE, TRUE },
    [PS_STATEMENTS_RECEIVED] = { "received", _("Received"), PS_COLUMN_DATE, 8, FALSE, FALSE },
    [PS_STATEMENTS_CERTIFIED] = { "certified", _("Certified by"), PS_COLUMN_TEXT, 14, FALSE, FALSE },
    [PS_STATEMENTS_CERTIFIED_ON] = { "certified-on", _("Certified"), PS_COLUMN_DATE, 8, FALSE, FALSE },
    [PS_STATEMENTS_EXPLANATION] = { "explanation", _("Explanation"), PS_COLUMN_TEXT, 0, FALSE, FALSE, 16 },
  };
  static const guint drops[] = { PS_STATEMENTS_CERTIFIED_ON, PS_STATEMENTS_EXPLANATION, PS_STATEMENTS_RECEIVED,
                                 PS_STATEMENTS_CERTIFIED, PS_STATEMENTS_OWN };
  PsTable *table = PS_TABLE (ps_table_new (columns, PS_N_STATEMENTS_COLUMNS, _("Production statements")));

  ps_table_set_drops (table, drops, G_N_ELEMENTS (drops));
  ps_table_set_count (table, count_providers);
  ps_table_set_empty (table, _("No Production"), _("No provider produced anything in this year."));
  return table;
}

static const PsProductionStatement *
find_statement (const PsStatementsYear *year, guint provider)
{
  for (guint i = 0; i < year->statements->len; i++)
    {
      const PsProductionStatement *statement = g_ptr_array_index (year->statements, i);

      if (statement->provider == provider)
        return statement;
    }
  return NULL;
}

static void
set_statement (PsTableRow *row, const PsProductionStatement *statement)
{
  ps_table_row_set_number (row, PS_STATEMENTS_STATED, statement->stated_cents);
  if (statement->received_on != PS_DATE_OPEN)
    ps_table_row_set_number (row, PS_STATEMENTS_RECEIVED, statement->received_on);
  if (statement->certified != PS_CERTIFIED_NOT)
    ps_table_row_set_text (row, PS_STATEMENTS_CERTIFIED, ps_certified_label (statement->certified));
  if (statement->certified_on != PS_DATE_OPEN)
    ps_table_row_set_number (row, PS_STATEMENTS_CERTIFIED_ON, statement->certified_on);
  ps_table_row_set_text (row, PS_STATEMENTS_EXPLANATION, statement->explanation);
}

static PsTableRow *
make_row (const PsStatementsYear *year, guint place, const PsProductionStatement *statement, const PsSettlement *settlement,
          PsDate today)
{
  const PsProvider *provider = ps_region_provider (ps_settled_ref_get (year->figures)->region, place);
  gint64 own = settlement != NULL ? settlement->totals.gross_cents : 0;
  PsStatementState state = ps_statement_state (statement, &year->limits, own, today);
  PsTableRow *row = ps_table_row_new (PS_N_STATEMENTS_COLUMNS, place, GUINT_TO_POINTER (state), NULL);

  ps_table_row_set_text (row, PS_STATEMENTS_AGB, provider->agb);
  ps_table_row_set_text (row, PS_STATEMENTS_PROVIDER, provider->name);
  ps_table_row_set_text (row, PS_STATEMENTS_STATE, ps_statement_state_label (state));
  ps_table_row_set_number (row, PS_STATEMENTS_OWN, own);
  ps_table_row_set_number (row, PS_STATEMENTS_DIFFERENCE, ps_statement_difference (statement, own));
  if (statement != NULL)
    set_statement (row, statement);
  return row;
}

GPtrArray *
ps_statements_table_rows (const PsStatementsYear *year, PsDate today)
{
  const PsSettledYear *settled = ps_settled_ref_get (year->figures);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < settled->region->providers->len; i++)
    {
      const PsProductionStatement *statement = find_statement (year, i);
      const PsSettlement *settlement = ps_settled_year_find (settled, i);

      if (statement != NULL || settlement != NULL)
        g_ptr_array_add (rows, make_row (year, i, statement, settlement, today));
    }
  return rows;
}

PsStatementState
ps_statements_table_state (PsTableRow *row)
{
  return (PsStatementState) GPOINTER_TO_UINT (ps_table_row_get_data (row));
}

static guint
count_state (GPtrArray *rows, PsStatementState state)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ps_statements_table_state (g_ptr_array_index (rows, i)) == state;
  return n;
}

char *
ps_statements_table_remark (const PsStatementsYear *year, GPtrArray *rows)
{
  g_autofree char *complete = ps_format_count (count_state (rows, PS_STATEMENT_COMPLETE));
  g_autofree char *missing = ps_format_count (count_state (rows, PS_STATEMENT_MISSING));
  g_autofree char *all = ps_format_count (rows->len);
  g_autofree char *due = ps_format_date (year->limits.due_on);
  g_autofree char *certified_due = ps_format_date (year->limits.certified_due_on);
  g_autofree char *limit = ps_format_money (year->limits.auditor_cents);

  /* Translators: how many of how many; how many; two dates and an amount */
  return g_strdup_printf (_("%s of %s complete, %s missing · due on %s, certified by %s · by an auditor above %s"), complete,
                          all, missing, due, certified_due, limit);
}
