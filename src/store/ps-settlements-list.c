/* ps-settlements-list.c: the settlements that are kept, as lists show them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include <glib/gi18n-lib.h>

void
ps_stored_free (PsStored *stored)
{
  if (stored == NULL)
    return;
  g_free (stored->agb);
  g_free (stored->provider);
  for (guint i = 0; i < PS_N_DOCUMENTS; i++)
    g_free (stored->digests[i]);
  g_free (stored->circumstances);
  g_free (stored->program_version);
  g_free (stored->made_by);
  g_free (stored->proposed_by);
  g_free (stored->final_by);
  g_free (stored->withdrawn_by);
  g_free (stored->reason);
  g_free (stored->withdrawn_reason);
  g_clear_pointer (&stored->warnings, g_ptr_array_unref);
  g_free (stored);
}

static gpointer
copy_warning (gconstpointer source, gpointer user_data)
{
  PsLifeWarning *copy = g_memdup2 (source, sizeof (PsLifeWarning));

  copy->text = g_strdup (copy->text);
  copy->answer = g_strdup (copy->answer);
  return copy;
}

PsStored *
ps_stored_copy (const PsStored *stored)
{
  PsStored *copy = g_memdup2 (stored, sizeof *stored);

  copy->agb = g_strdup (stored->agb);
  copy->provider = g_strdup (stored->provider);
  for (guint i = 0; i < PS_N_DOCUMENTS; i++)
    copy->digests[i] = g_strdup (stored->digests[i]);
  copy->circumstances = g_strdup (stored->circumstances);
  copy->program_version = g_strdup (stored->program_version);
  copy->made_by = g_strdup (stored->made_by);
  copy->proposed_by = g_strdup (stored->proposed_by);
  copy->final_by = g_strdup (stored->final_by);
  copy->withdrawn_by = g_strdup (stored->withdrawn_by);
  copy->reason = g_strdup (stored->reason);
  copy->withdrawn_reason = g_strdup (stored->withdrawn_reason);
  copy->warnings = g_ptr_array_copy (stored->warnings, copy_warning, NULL);
  g_ptr_array_set_free_func (copy->warnings, (GDestroyNotify) ps_life_warning_free);
  return copy;
}

#define SELECT_STORED                                                                                                            \
  "SELECT s.id, s.provider_id, p.agb, p.name, s.year, s.through, s.state, ifnull (s.replaces, 0), ifnull (s.version_number, 0)," \
  " s.gross_cents, s.payable_cents, s.paid_cents, s.carried_cents, s.disputed_cents, s.balance_cents, s.settled_before_cents,"   \
  " s.amount_cents, s.n_lines, s.n_care, s.program_version, s.made_by, s.made_at, s.proposed_by, ifnull (s.proposed_at, 0),"     \
  " s.final_by, ifnull (s.final_at, 0), s.withdrawn_by, ifnull (s.withdrawn_at, 0), s.reason, s.withdrawn_reason,"               \
  " (SELECT digest FROM settlement_document WHERE settlement_id = s.id AND kind = 1),"                                           \
  " (SELECT digest FROM settlement_document WHERE settlement_id = s.id AND kind = 2),"                                           \
  " (SELECT digest FROM settlement_document WHERE settlement_id = s.id AND kind = 3),"                                           \
  " (SELECT digest FROM settlement_document WHERE settlement_id = s.id AND kind = 4)"                                            \
  " FROM settlement s JOIN provider p ON p.id = s.provider_id"

static void
read_figures (PsStored *stored, PsStatement *row, int column)
{
  stored->gross_cents = sqlite3_column_int64 (row, column);
  stored->payable_cents = sqlite3_column_int64 (row, column + 1);
  stored->paid_cents = sqlite3_column_int64 (row, column + 2);
  stored->carried_cents = sqlite3_column_int64 (row, column + 3);
  stored->disputed_cents = sqlite3_column_int64 (row, column + 4);
  stored->balance_cents = sqlite3_column_int64 (row, column + 5);
  stored->settled_before_cents = sqlite3_column_int64 (row, column + 6);
  stored->amount_cents = sqlite3_column_int64 (row, column + 7);
  stored->n_lines = sqlite3_column_int64 (row, column + 8);
  stored->n_care = sqlite3_column_int64 (row, column + 9);
  stored->program_version = ps_sql_column_text (row, column + 10);
}

/* Who took which step, when, and why. */
static void
read_steps (PsStored *stored, PsStatement *row, int column)
{
  stored->made_by = ps_sql_column_text (row, column);
  stored->made_at = sqlite3_column_int64 (row, column + 1);
  stored->proposed_by = ps_sql_column_text (row, column + 2);
  stored->proposed_at = sqlite3_column_int64 (row, column + 3);
  stored->final_by = ps_sql_column_text (row, column + 4);
  stored->final_at = sqlite3_column_int64 (row, column + 5);
  stored->withdrawn_by = ps_sql_column_text (row, column + 6);
  stored->withdrawn_at = sqlite3_column_int64 (row, column + 7);
  stored->reason = ps_sql_column_text (row, column + 8);
  stored->withdrawn_reason = ps_sql_column_text (row, column + 9);
}

static PsStored *
read_stored (PsStatement *row)
{
  PsStored *stored = g_new0 (PsStored, 1);

  stored->id = sqlite3_column_int64 (row, 0);
  stored->provider_id = sqlite3_column_int64 (row, 1);
  stored->agb = ps_sql_column_text (row, 2);
  stored->provider = ps_sql_column_text (row, 3);
  stored->year = sqlite3_column_int (row, 4);
  stored->through = sqlite3_column_int (row, 5);
  stored->state = (PsSettlementState) sqlite3_column_int (row, 6);
  stored->replaces = sqlite3_column_int64 (row, 7);
  stored->version_number = sqlite3_column_int (row, 8);
  read_figures (stored, row, 9);
  read_steps (stored, row, 20);
  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    stored->digests[kind] = ps_sql_column_text (row, 29 + kind);
  stored->circumstances = ps_sql_column_text (row, 29 + PS_DOCUMENT_CIRCUMSTANCES);
  stored->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_life_warning_free);
  return stored;
}

static PsLifeWarningKind
kind_of_warning (const char *code)
{
  int kind = 0;

  while (kind < PS_N_WARNINGS - 1 && g_strcmp0 (ps_life_warning_code ((PsLifeWarningKind) kind), code) != 0)
    kind++;
  return (PsLifeWarningKind) kind;
}

static PsLifeWarning *
read_warning (PsStatement *row)
{
  PsLifeWarning *warning = g_new0 (PsLifeWarning, 1);

  warning->kind = kind_of_warning ((const char *) sqlite3_column_text (row, 0));
  warning->amount_cents = ps_sql_column_number (row, 1);
  warning->count = (guint) sqlite3_column_int64 (row, 2);
  warning->text = ps_sql_column_text (row, 3);
  warning->answer = ps_sql_column_text (row, 4);
  return warning;
}

static gboolean
load_warnings (PsStore *store, PsStatement *select, PsStored *stored, GError **error)
{
  gboolean row;

  sqlite3_reset (select);
  sqlite3_bind_int64 (select, 1, stored->id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (stored->warnings, read_warning (select));
    }
  return FALSE;
}

/* Answers are kept with what was made final. */
static gboolean
load_all_warnings (PsStore *store, GPtrArray *list, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store,
                      "SELECT kind, amount_cents, n_items, what, answer FROM settlement_warning WHERE settlement_id = ?"
                      " ORDER BY sequence",
                      error);

  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      PsStored *stored = g_ptr_array_index (list, i);

      if (stored->state == PS_SETTLEMENT_FINAL && !load_warnings (store, select, stored, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_list (PsStore *store, PsStatement *select, GPtrArray *list, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return load_all_warnings (store, list, error);
      g_ptr_array_add (list, read_stored (select));
    }
  return FALSE;
}

/**
 * ps_settlements_list:
 * @year: 0: of every year
 * @agb: (nullable): of one provider, by its code as it is now
 *
 * Returns: (transfer full): PsStored by provider, year, id, or %NULL with a PsStoreError
 */
GPtrArray *
ps_settlements_list (PsStore *store, int year, const char *agb, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_stored_free);
  g_autoptr (PsStatement) select = NULL;

  select = ps_sql_prepare (
      store, SELECT_STORED " WHERE ?1 IN (0, s.year) AND (?2 IS NULL OR p.agb = ?2) ORDER BY p.agb, s.year, s.id", error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int (select, 1, year);
  ps_sql_bind_text (select, 2, agb);
  return load_list (store, select, list, error) ? g_steal_pointer (&list) : NULL;
}

PsStored *
ps_settlements_find (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_stored_free);
  g_autoptr (PsStatement) select = ps_sql_prepare (store, SELECT_STORED " WHERE s.id = ?", error);
  g_autofree char *number = NULL;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, id);
  if (!load_list (store, select, list, error))
    return NULL;
  if (list->len > 0)
    return g_ptr_array_steal_index (list, 0);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no settlement with number %s in this region."),
               number);
  return NULL;
}

const PsStored *
ps_settlements_choose (GPtrArray *list, const char *agb, int year)
{
  const PsStored *chosen = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      if (stored->year != year || g_strcmp0 (stored->agb, agb) != 0 || stored->state == PS_SETTLEMENT_WITHDRAWN)
        continue;
      if (stored->state != PS_SETTLEMENT_FINAL)
        return stored;
      chosen = stored;
    }
  return chosen;
}

/* In the order of their ids, which is that in which they became final: one at a time is worked on. */
gboolean
ps_year_so_far (GPtrArray *list, const char *agb, int year, PsYearSoFar *so_far, GError **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 amount;

  *so_far = (PsYearSoFar){ NULL };
  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      if (stored->year != year || g_strcmp0 (stored->agb, agb) != 0 || stored->state == PS_SETTLEMENT_WITHDRAWN)
        continue;
      if (stored->state != PS_SETTLEMENT_FINAL)
        {
          so_far->open = stored;
          continue;
        }
      so_far->last = stored;
      g_array_append_val (amounts, stored->amount_cents);
    }
  if (ps_life_amount (0, (const gint64 *) (gconstpointer) amounts->data, amounts->len, &so_far->before_cents, &amount))
    return TRUE;
  g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, _("The amounts of the settlements of provider %s do not fit."),
               agb);
  return FALSE;
}
