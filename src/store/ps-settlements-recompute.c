/* ps-settlements-recompute.c: a kept settlement settled again, held against the region as it is, or against another one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-who.h"

/* The record with which its figures were kept: what came after it may be a cause. */
static gboolean
find_kept (PsStore *store, gint64 id, gint64 *record, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT ifnull (max (c.record_id), 0) FROM settlement_document d CROSS JOIN audit_change c"
      " ON c.table_name = 'settlement_document' AND c.row_id = d.id WHERE d.kind < %d AND d.settlement_id = %" G_GINT64_FORMAT,
      PS_N_DOCUMENTS, id);

  return ps_sql_get_int (store, sql, record, error);
}

static gboolean
name_causes (PsStore *store, const PsStored *stored, PsComparison *comparison, GError **error)
{
  gint64 since;

  return find_kept (store, stored->id, &since, error) && ps_settlements_name_causes (store, stored, since, comparison, error);
}

/* The dossier borrows its region: so the comparison knows it for the region as it is, of which rows have numbers. */
static PsComparison *
compare_with_now (PsStore *store, const PsStored *stored, const PsDossier *frozen, GError **error)
{
  g_autoptr (PsLiveDossiers) live = ps_live_dossiers_new (store, stored->year, stored->through, error);
  g_autoptr (PsDossier) dossier = NULL;
  g_autoptr (PsComparison) now = NULL;
  guint provider;

  if (live == NULL)
    return NULL;
  provider = ps_region_find_provider (ps_live_dossiers_region (live), stored->agb);
  g_assert (provider != PS_NONE); /* the settlement refers to it */
  dossier = ps_live_dossiers_make (live, provider, error);
  if (dossier == NULL)
    return NULL;
  now = ps_dossier_compare (frozen, dossier);
  return name_causes (store, stored, now, error) ? g_steal_pointer (&now) : NULL;
}

static gboolean
recompute (PsStore *store, gint64 id, PsComparison **again, PsComparison **now, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsStored) stored = ps_settlements_find (store, id, error);
  g_autoptr (PsDossier) frozen = stored != NULL ? ps_documents_load (store, rows, id, error) : NULL;

  if (frozen == NULL)
    return FALSE;
  if (again != NULL)
    {
      g_autoptr (PsDossier) settled = ps_dossier_again (frozen, error);

      if (settled == NULL)
        return FALSE;
      *again = ps_dossier_compare (frozen, settled);
    }
  if (now != NULL)
    *now = compare_with_now (store, stored, frozen, error);
  return now == NULL || *now != NULL;
}

/* A comparison that somebody asked for is made, or nothing is. */
gboolean
ps_settlements_recompute (PsStore *store, gint64 id, PsComparison **again, PsComparison **now, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  gboolean ok;

  if (again != NULL)
    *again = NULL;
  if (now != NULL)
    *now = NULL;
  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return FALSE;
  ok = recompute (store, id, again, now, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  if (!ok && again != NULL)
    g_clear_pointer (again, ps_comparison_free);
  return ok;
}

PsComparison *
ps_settlements_compare (PsStore *store, gint64 before, gint64 after, GError **error)
{
  g_autoptr (PsDossier) first = ps_settlements_load (store, before, error);
  g_autoptr (PsDossier) second = first != NULL ? ps_settlements_load (store, after, error) : NULL;

  return second != NULL ? ps_dossier_compare (first, second) : NULL;
}

static GPtrArray *
find_warnings_of (PsStore *store, PsRows *rows, const PsStored *stored, PsLiveDossiers *live, GError **error)
{
  g_autoptr (PsDossier) frozen = ps_documents_load (store, rows, stored->id, error);
  guint provider;

  if (frozen == NULL)
    return NULL;
  provider = ps_region_find_provider (ps_live_dossiers_region (live), stored->agb);
  g_assert (provider != PS_NONE); /* the settlement refers to it */
  return ps_settlement_find_warnings (store, stored, frozen, live, provider, error);
}

static GPtrArray *
find_warnings (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsStored) stored = ps_settlements_find (store, id, error);
  g_autoptr (PsLiveDossiers) live = stored != NULL ? ps_live_dossiers_new (store, stored->year, stored->through, error) : NULL;

  return live != NULL ? find_warnings_of (store, rows, stored, live, error) : NULL;
}

GPtrArray *
ps_settlements_warnings (PsStore *store, gint64 id, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  GPtrArray *warnings;

  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  warnings = find_warnings (store, id, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return warnings;
}

static GPtrArray *
find_many (PsStore *store, GPtrArray *stored, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
           GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const PsStored *first = stored->len > 0 ? g_ptr_array_index (stored, 0) : NULL;
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsLiveDossiers) live = first != NULL ? ps_live_dossiers_new (store, first->year, first->through, error) : NULL;

  if (first != NULL && live == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    {
      GPtrArray *warnings;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (progress != NULL)
        progress ((double) i / stored->len, "", progress_data);
      warnings = find_warnings_of (store, rows, g_ptr_array_index (stored, i), live, error);
      if (warnings == NULL)
        return NULL;
      g_ptr_array_add (found, warnings);
    }
  return g_steal_pointer (&found);
}

GPtrArray *
ps_settlements_warnings_many (PsStore *store, GPtrArray *stored, GCancellable *cancellable, PsProgressFunc progress,
                              gpointer progress_data, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  GPtrArray *found;

  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  found = find_many (store, stored, cancellable, progress, progress_data, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return found;
}
