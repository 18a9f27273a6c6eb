/* ps-decisions-undo.c: taking back decisions on declaration lines, and taking back the taking back
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Decisions are never deleted (ps-decisions.c): what held before them is decided again.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-decisions-private.h"

gboolean
ps_decisions_are (const char *thing)
{
  return g_str_has_prefix (thing, "lines:");
}

/* The rows that the record added, with the decision that held before each, and whether another was taken of the line since. */
#define SELECT_ADDED                                                                                                             \
  "SELECT d.id, d.line_id, d.provider_id, d.reason,"                                                                             \
  " ifnull ((SELECT e.decision FROM line_decision e WHERE e.line_id = d.line_id AND e.id < d.id ORDER BY e.id DESC LIMIT 1), "   \
  "0),"                                                                                                                          \
  " EXISTS (SELECT 1 FROM line_decision s WHERE s.line_id = d.line_id AND s.id > d.id)"                                          \
  " FROM audit_change c JOIN line_decision d ON d.id = c.row_id"                                                                 \
  " WHERE c.record_id = ? AND c.table_name = 'line_decision' ORDER BY d.id"

static gboolean
refuse_decided_since (PsApplying *applying, gint64 line_id, GError **error)
{
  g_autofree char *line = g_strdup (ps_row_words_reference (applying->words, "declaration_line", line_id));

  /* Translators: a declaration line */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("Line %s was decided of again since. Undo that first. Nothing was changed."), line);
  return FALSE;
}

/* "Undone: …" of one that was undone is the reason itself again. */
static char *
reason_of (const char *reason)
{
  g_autofree char *undone = g_strdup_printf (_("Undone: %s"), "");

  return *undone != '\0' && g_str_has_prefix (reason, undone) ? g_strdup (reason + strlen (undone))
                                                              : g_strconcat (undone, reason, NULL);
}

static gboolean
add_row (PsApplying *applying, PsStatement *row, PsDecidedRows *rows, GError **error)
{
  gint64 line_id = sqlite3_column_int64 (row, 1);
  g_autofree char *reason = reason_of ((const char *) sqlite3_column_text (row, 3));

  if (sqlite3_column_int (row, 5) != 0)
    return refuse_decided_since (applying, line_id, error);
  ps_decided_rows_add (rows, line_id, sqlite3_column_int64 (row, 2), (PsDecision) sqlite3_column_int (row, 4), reason);
  return TRUE;
}

gboolean
ps_decisions_undo (PsApplying *applying, gint64 record, const char *actor, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (applying->store, SELECT_ADDED, error);
  g_auto (PsDecidedRows) rows = { NULL };
  gboolean row;

  if (select == NULL || !ps_decided_rows_init (&rows, applying->store, actor, error))
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  while (ps_sql_step_row (applying->store, select, &row, error))
    {
      if (!row)
        return ps_applying_write (applying, rows.rows, error);
      if (!add_row (applying, select, &rows, error))
        return FALSE;
    }
  return FALSE;
}
