/* ps-settlements-paper.c: what a statement of a kept settlement prints
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

void
ps_paper_free (PsPaper *paper)
{
  if (paper == NULL)
    return;
  ps_stored_free (paper->stored);
  ps_dossier_free (paper->dossier);
  ps_stored_free (paper->replaced);
  ps_comparison_free (paper->difference);
  g_clear_pointer (&paper->earlier, g_ptr_array_unref);
  ps_statement_free (paper->statement);
  g_free (paper->region);
  g_free (paper->letterhead);
  g_free (paper->address);
  g_free (paper->kvk);
  g_free (paper->trail_hash);
  g_free (paper);
}

char *
ps_settlement_trail_hash (PsStore *store, PsRows *rows, gint64 settlement, GError **error)
{
  PsStatement *select = ps_rows_statement (rows,
                                           "SELECT hash FROM audit_record WHERE id = (SELECT max (record_id) FROM audit_change"
                                           " WHERE table_name = 'settlement' AND row_id = ?)",
                                           error);
  char *hash;
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, settlement);
  if (!ps_sql_step_row (store, select, &row, error))
    return NULL;
  hash = row ? ps_sql_column_text (select, 0) : NULL;
  sqlite3_reset (select);
  if (hash == NULL)
    ps_sql_set_error (NULL, SQLITE_CORRUPT, store->path, error);
  return hash;
}

/* The final ones before it. */
static gboolean
load_earlier (PsStore *store, PsPaper *paper, GError **error)
{
  g_autoptr (GPtrArray) list = ps_settlements_list (store, paper->stored->year, paper->stored->agb, error);

  if (list == NULL)
    return FALSE;
  paper->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_stored_free);
  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      if (stored->state == PS_SETTLEMENT_FINAL && stored->id < paper->stored->id)
        g_ptr_array_add (paper->earlier, ps_stored_copy (stored));
      if (stored->id == paper->stored->replaces)
        paper->replaced = ps_stored_copy (stored);
    }
  return TRUE;
}

static gboolean
load_difference (PsStore *store, PsPaper *paper, PsRows *rows, GError **error)
{
  g_autoptr (PsDossier) before = NULL;

  if (paper->replaced == NULL)
    return TRUE;
  before = ps_documents_load (store, rows, paper->replaced->id, error);
  if (before == NULL)
    return FALSE;
  paper->difference = ps_dossier_compare (before, paper->dossier);
  return TRUE;
}

/* Takes what is of now out of what was read of the list, and puts what is on paper in its place. */
static gboolean
load_circumstances (PsStore *store, PsPaper *paper, PsRows *rows, GError **error)
{
  g_autoptr (PsCircumstances) circumstances = ps_circumstances_load (store, rows, paper->stored, error);

  if (circumstances == NULL)
    return FALSE;
  g_free (paper->stored->provider);
  g_free (paper->stored->agb);
  paper->stored->provider = g_steal_pointer (&circumstances->provider);
  paper->stored->agb = g_steal_pointer (&circumstances->agb);
  paper->kvk = g_steal_pointer (&circumstances->kvk);
  paper->address = g_steal_pointer (&circumstances->address);
  paper->region = g_steal_pointer (&circumstances->region);
  paper->letterhead = g_steal_pointer (&circumstances->letterhead);
  paper->statement = g_steal_pointer (&circumstances->statement);
  paper->limits = circumstances->limits;
  return TRUE;
}

static PsPaper *
load (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (PsPaper) paper = g_new0 (PsPaper, 1);
  g_autoptr (PsRows) rows = ps_rows_new (store);

  paper->stored = ps_settlements_find (store, id, error);
  if (paper->stored == NULL)
    return NULL;
  paper->dossier = ps_documents_load (store, rows, id, error);
  if (paper->dossier == NULL || !load_earlier (store, paper, error) || !load_difference (store, paper, rows, error)
      || !load_circumstances (store, paper, rows, error))
    return NULL;
  paper->trail_hash = ps_settlement_trail_hash (store, rows, id, error);
  return paper->trail_hash != NULL ? g_steal_pointer (&paper) : NULL;
}

/**
 * ps_settlements_paper:
 *
 * Returns: (transfer full): all that a statement prints, or %NULL with an error as of ps_settlements_load()
 */
PsPaper *
ps_settlements_paper (PsStore *store, gint64 id, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsPaper *paper;

  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  paper = load (store, id, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return paper;
}
