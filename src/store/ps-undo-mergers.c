/* ps-undo-mergers.c: mergers and imports that were undone or redone out of their order
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What is imported under the code of a provider that goes on in another is the other's. A merger's record knows only the rows that it
 * moved itself: where an import came between, its undo would leave those rows behind, and the same file would bring them once more.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-undo-private.h"

typedef struct
{
  gint64 record;
  gint64 from_id, into_id;
  PsDate day; /* the first of the other */
} Merger;

/* Rows of a range that are a provider's from a day on: ?1 and ?2 the range, ?3 the provider, ?4 the day, ?5 the first year that begins
 * on or after it. Places of care and lines are their assignment's; tariffs are of the provider under whose code they came. */
static const struct
{
  const char *table;
  const char *sql;
} owned[] = {
  { "assignment", "SELECT id FROM assignment WHERE id BETWEEN ?1 AND ?2 AND provider_id = ?3 AND starts_on >= ?4 LIMIT 1" },
  { "advance", "SELECT id FROM advance WHERE id BETWEEN ?1 AND ?2 AND provider_id = ?3 AND month >= ?4 LIMIT 1" },
  { "measurement", "SELECT id FROM measurement WHERE id BETWEEN ?1 AND ?2 AND provider_id = ?3"
                   " AND peildatum_id IN (SELECT id FROM peildatum WHERE day >= ?4) LIMIT 1" },
  { "agreement", "SELECT id FROM agreement WHERE id BETWEEN ?1 AND ?2 AND provider_id = ?3 AND year >= ?5 LIMIT 1" },
};

/* Lines that would come back to a provider while their assignment has gone over. */
#define LEFT_LINES                                                                                                               \
  "SELECT l.id FROM declaration_line l CROSS JOIN assignment a ON a.id = l.assignment_id WHERE l.id BETWEEN ?1 AND ?2"           \
  " AND l.provider_id = ?3 AND a.provider_id <> l.provider_id LIMIT 1"

static const char *
owned_sql (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    if (strcmp (owned[i].table, table) == 0)
      return owned[i].sql;
  return NULL;
}

/* The first row of the range that `sql` finds; 0: none. */
static gboolean
find_row (PsUndoing *undoing, const char *sql, const PsUndoRange *range, gint64 provider_id, PsDate day, gint64 *id,
          GError **error)
{
  PsStatement *select = ps_rows_statement (undoing->applying.rows, sql, error);
  int year = ps_date_year (day);
  gboolean row;

  *id = 0;
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, range->first);
  sqlite3_bind_int64 (select, 2, range->last);
  sqlite3_bind_int64 (select, 3, provider_id);
  sqlite3_bind_int (select, 4, day);
  sqlite3_bind_int (select, 5, ps_date_year_start (year) == day ? year : year + 1);
  if (!ps_sql_step_row (undoing->applying.store, select, &row, error))
    return FALSE;
  *id = row ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
take_merger (PsStatement *row, Merger *merger, GError **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autoptr (PsRecord) provider = ps_record_from_json ("provider", id, (const char *) sqlite3_column_text (row, 1), error);

  if (provider == NULL)
    return FALSE;
  if (ps_record_get_number (provider, "merged_into") == PS_NO_NUMBER)
    return TRUE;
  merger->from_id = id;
  merger->into_id = ps_record_get_number (provider, "merged_into");
  merger->day = ps_record_get_date (provider, "ended_on") + 1;
  return TRUE;
}

/* The provider that ended by a merger, and how; from_id 0: none did. */
static gboolean
load_merger (PsUndoing *undoing, gint64 record, Merger *merger, GError **error)
{
  PsStatement *select = ps_rows_statement (undoing->applying.rows,
                                           "SELECT row_id, after_state FROM audit_change WHERE record_id = ?"
                                           " AND +table_name = 'provider' AND after_state IS NOT NULL",
                                           error);
  gboolean row;

  *merger = (Merger){ .record = record };
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!take_merger (select, merger, error))
        return FALSE;
    }
  return FALSE;
}

/* Who made a record, and when. */
static gboolean
load_maker (PsUndoing *undoing, gint64 record, char **actor, char **moment, GError **error)
{
  PsStatement *select = ps_rows_statement (undoing->applying.rows, "SELECT actor, made_at FROM audit_record WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  if (!ps_sql_step_row (undoing->applying.store, select, &row, error))
    return FALSE;
  *actor = row ? ps_sql_column_text (select, 0) : g_strdup ("");
  *moment = ps_row_words_moment (row ? sqlite3_column_int64 (select, 1) : 0);
  sqlite3_reset (select);
  return TRUE;
}

static char *
title_of (PsUndoing *undoing, const char *table, gint64 id)
{
  g_autoptr (PsRecord) record = ps_rows_read (undoing->applying.rows, table, id, NULL);

  return record != NULL ? ps_row_words_title (undoing->applying.words, record) : g_strdup ("");
}

static gboolean
refuse_imported (PsUndoing *undoing, const PsUndoRange *range, gint64 run, gint64 id, gint64 provider_id, GError **error)
{
  g_autofree char *title = title_of (undoing, range->table, id);
  g_autofree char *actor = NULL;
  g_autofree char *moment = NULL;

  if (!load_maker (undoing, run, &actor, &moment, error))
    return FALSE;
  /* Translators: which thing, who, a date and time, which provider */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s was imported since, by %s on %s, and would stay with provider %s. Undo that import first. Nothing was "
                  "changed."),
               title, actor, moment, ps_row_words_reference (undoing->applying.words, "provider", provider_id));
  return FALSE;
}

/* What an import or its redo brought after a record: ranges of rows, of which those of one that was undone are empty. */
#define RANGES_SINCE                                                                                                             \
  "WITH RECURSIVE chain (run, id) AS (SELECT id, record_id FROM import_run UNION ALL SELECT c.run, a.id FROM chain c"            \
  " JOIN audit_record a ON a.undoes = c.id) SELECT g.run_id, g.table_name, g.first_row, g.last_row FROM import_range g"          \
  " WHERE g.run_id IN (SELECT run FROM chain GROUP BY run HAVING max (id) > ?) ORDER BY g.id"

static gboolean
check_range (PsUndoing *undoing, PsStatement *select, const Merger *merger, GError **error)
{
  gint64 provider_id = undoing->record.redone ? merger->into_id : merger->from_id;
  PsUndoRange range = { .first = sqlite3_column_int64 (select, 2), .last = sqlite3_column_int64 (select, 3) };
  const char *sql;
  gint64 id;

  g_strlcpy (range.table, (const char *) sqlite3_column_text (select, 1), sizeof range.table);
  sql = owned_sql (range.table);
  if (sql == NULL)
    return TRUE;
  if (!find_row (undoing, sql, &range, provider_id, merger->day, &id, error))
    return FALSE;
  return id == 0 || refuse_imported (undoing, &range, sqlite3_column_int64 (select, 0), id, provider_id, error);
}

/* Undone, what was imported for the other since would stay with it; redone, what was imported for the one that ends. */
static gboolean
check_imports_since (PsUndoing *undoing, const Merger *merger, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (undoing->applying.store, RANGES_SINCE, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, undoing->record.id);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_range (undoing, select, merger, error))
        return FALSE;
    }
  return FALSE;
}

/* What was proposed or settled for good stands on what would move, as when they were merged (ps-desk-merge.c). */
static gboolean
check_settled (PsUndoing *undoing, gint64 provider_id, PsDate day, GError **error)
{
  PsLastSettled settled;
  const char *agb;

  if (!ps_settled_find_from (undoing->applying.store, provider_id, ps_date_year (day), &settled, error))
    return FALSE;
  if (settled.year == 0)
    return TRUE;
  agb = ps_row_words_reference (undoing->applying.words, "provider", provider_id);
  if (settled.is_final)
    /* Translators: an AGB code and a year */
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("The settlement of provider %s for %d is final, and stands on who delivered what. Nothing was changed."), agb,
                 settled.year);
  else
    /* Translators: an AGB code and a year */
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("The settlement of provider %s for %d is proposed: withdraw it first. Nothing was changed."), agb,
                 settled.year);
  return FALSE;
}

static gboolean
check_both (PsUndoing *undoing, const Merger *merger, GError **error)
{
  return check_settled (undoing, merger->from_id, merger->day, error)
         && check_settled (undoing, merger->into_id, merger->day, error) && check_imports_since (undoing, merger, error);
}

/* Before the rows of a merger are taken back, or moved again. */
gboolean
ps_undo_check_merger (PsUndoing *undoing, GError **error)
{
  PsUndoRecord base;
  gboolean is_merger;
  Merger merger;

  if (!ps_undo_record_load (undoing->applying.store, undoing->record.base, &base, error))
    return FALSE;
  is_merger = strcmp (base.action, "merge") == 0;
  ps_undo_record_clear (&base);
  if (!is_merger)
    return TRUE;
  return load_merger (undoing, undoing->record.base, &merger, error)
         && (merger.from_id == 0 || check_both (undoing, &merger, error));
}

static gboolean
refuse_merged (PsUndoing *undoing, const PsUndoRange *range, gint64 id, const Merger *merger, GError **error)
{
  g_autofree char *title = title_of (undoing, range->table, id);
  g_autofree char *from = g_strdup (ps_row_words_reference (undoing->applying.words, "provider", merger->from_id));
  g_autofree char *actor = NULL;
  g_autofree char *moment = NULL;

  if (!load_maker (undoing, merger->record, &actor, &moment, error))
    return FALSE;
  /* Translators: which thing, two providers, who, a date and time */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s would come back to provider %s, which goes on in %s since, by %s on %s. Undo that first. Nothing was "
                  "changed."),
               title, from, ps_row_words_reference (undoing->applying.words, "provider", merger->into_id), actor, moment);
  return FALSE;
}

static gboolean
check_restored (PsUndoing *undoing, gint64 record, GError **error)
{
  Merger merger;

  if (!load_merger (undoing, record, &merger, error))
    return FALSE;
  for (guint i = 0; merger.from_id != 0 && i < undoing->ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (undoing->ranges, PsUndoRange, i);
      const char *sql = strcmp (range->table, "declaration_line") == 0 ? LEFT_LINES : owned_sql (range->table);
      gint64 id = 0;

      if (sql != NULL && !find_row (undoing, sql, range, merger.from_id, merger.day, &id, error))
        return FALSE;
      if (id != 0)
        return refuse_merged (undoing, range, id, &merger, error);
    }
  return TRUE;
}

/* Mergers that were made, or redone, after a record. */
#define MERGERS_SINCE                                                                                                            \
  "WITH RECURSIVE chain (merger, id) AS (SELECT id, id FROM audit_record WHERE action = 'merge' UNION ALL"                       \
  " SELECT c.merger, a.id FROM chain c JOIN audit_record a ON a.undoes = c.id)"                                                  \
  " SELECT merger FROM chain GROUP BY merger HAVING max (id) > ? ORDER BY merger"

/* After the rows of an import came back: none of them is one that a merger since would have given to another. */
gboolean
ps_undo_check_mergers_since (PsUndoing *undoing, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (undoing->applying.store, MERGERS_SINCE, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, undoing->record.id);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      gint64 undoer;

      if (!row)
        return TRUE;
      if (!ps_undo_find_undoer (undoing->applying.store, sqlite3_column_int64 (select, 0), &undoer, error))
        return FALSE;
      if (undoer == 0 && !check_restored (undoing, sqlite3_column_int64 (select, 0), error))
        return FALSE;
    }
  return FALSE;
}
