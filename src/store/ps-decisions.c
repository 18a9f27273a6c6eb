/* ps-decisions.c: accepting disputed lines, disputing accepted ones (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A decision is a row that is never changed: the last one of a line holds. So taking back is deciding again, and who decided what, when
 * and why stays to be read.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"
#include "ps-decisions-private.h"

/* Reading and writing rows */

gboolean
ps_decided_reader_init (PsDecidedReader *reader, PsStore *store, GError **error)
{
  *reader = (PsDecidedReader){ .store = store };
  reader->select =
      ps_sql_prepare (store,
                      "SELECT l.provider_id, p.agb, l.reference, l.product_id, l.period_from, l.period_to, l.volume_milli,"
                      " l.tariff_e4, l.amount_cents, l.unit, l.status,"
                      " ifnull ((SELECT decision FROM line_decision WHERE line_id = l.id ORDER BY id DESC LIMIT 1), 0)"
                      " FROM declaration_line l JOIN provider p ON p.id = l.provider_id WHERE l.id = ?",
                      error);
  return reader->select != NULL;
}

void
ps_decided_reader_clear (PsDecidedReader *reader)
{
  g_clear_pointer (&reader->select, sqlite3_finalize);
}

void
ps_decided_line_clear (PsDecidedLine *line)
{
  g_clear_pointer (&line->agb, g_free);
  g_clear_pointer (&line->reference, g_free);
}

static void
fill_line (PsStatement *row, PsDecidedLine *line)
{
  line->provider_id = sqlite3_column_int64 (row, 0);
  line->agb = ps_sql_column_text (row, 1);
  line->reference = ps_sql_column_text (row, 2);
  line->product_id = sqlite3_column_int64 (row, 3);
  line->line.from = ps_sql_column_date (row, 4);
  line->line.to = ps_sql_column_date (row, 5);
  line->line.volume_milli = sqlite3_column_int64 (row, 6);
  line->line.tariff_e4 = ps_sql_column_number (row, 7);
  line->line.amount_cents = sqlite3_column_int64 (row, 8);
  line->line.unit = (guint8) sqlite3_column_int (row, 9);
  line->line.status = (guint8) sqlite3_column_int (row, 10);
  line->holds = (PsDecision) sqlite3_column_int (row, 11);
}

gboolean
ps_decided_reader_read (PsDecidedReader *reader, gint64 line_id, PsDecidedLine *line, GError **error)
{
  gboolean row;

  *line = (PsDecidedLine){ .line = { .id = line_id, .assignment = PS_NONE, .product = PS_NONE } };
  sqlite3_reset (reader->select);
  sqlite3_bind_int64 (reader->select, 1, line_id);
  if (!ps_sql_step_row (reader->store, reader->select, &row, error))
    return FALSE;
  if (row)
    fill_line (reader->select, line);
  else
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("A declaration line is not there any more: it was removed in the meantime. Nothing was changed; look at the "
                    "lines again."));
  sqlite3_reset (reader->select);
  return row;
}

gboolean
ps_decided_rows_init (PsDecidedRows *rows, PsStore *store, const char *actor, GError **error)
{
  *rows = (PsDecidedRows){ .now = g_get_real_time (), .actor = actor };
  rows->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_row_change_free);
  return ps_trail_next_row_id (store, "line_decision", &rows->next_id, error);
}

void
ps_decided_rows_clear (PsDecidedRows *rows)
{
  g_clear_pointer (&rows->rows, g_ptr_array_unref);
}

void
ps_decided_rows_add (PsDecidedRows *rows, gint64 line_id, gint64 provider_id, PsDecision decision, const char *reason)
{
  g_autoptr (PsRecord) record = ps_record_new ("line_decision");

  ps_record_set_id (record, rows->next_id++);
  ps_record_set_number (record, "line_id", line_id);
  ps_record_set_number (record, "provider_id", provider_id);
  ps_record_set_number (record, "decision", (gint64) decision);
  ps_record_set_text (record, "reason", reason);
  ps_record_set_text (record, "decided_by", rows->actor);
  ps_record_set_number (record, "decided_at", rows->now);
  g_ptr_array_add (rows->rows, ps_row_change_new (NULL, record));
}

static gboolean
check_decide (const PsDecide *decide, GError **error)
{
  if (decide->n_lines == 0)
    ps_change_refuse (error, _("There are no lines to decide of."));
  else if (ps_typed_only_blanks (decide->reason))
    ps_change_refuse (error, _("A decision needs a reason."));
  else
    return TRUE;
  return FALSE;
}

/* Taking */

static const char *
action_of (PsDecision decision)
{
  switch (decision)
    {
    case PS_DECISION_ACCEPT:
    case PS_DECISION_ACCEPT_AT_PRICE:
      return "accept";
    case PS_DECISION_DISPUTE:
      return "dispute";
    case PS_DECISION_NONE:
    default:
      return "undecide";
    }
}

static gboolean
check_line (const PsDecidedRules *rules, const PsDecidedLine *line, GError **error)
{
  g_autofree char *why = NULL;

  if (line->provider_id != ps_region_provider (rules->region, rules->provider)->id)
    why = g_strdup (_("The lines are of more than one provider: decide of them one provider at a time."));
  else
    why = ps_decided_rules_refuse (rules, line);
  if (why == NULL)
    return TRUE;
  ps_change_refuse (error, "%s", why);
  return FALSE;
}

/* A decision that holds already is passed over. */
static gboolean
collect_rows (const PsDecidedRules *rules, PsDecidedReader *reader, PsDecidedRows *rows, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < rules->decide->n_lines; i++)
    {
      g_auto (PsDecidedLine) line = { 0 };

      if (!g_hash_table_add (seen, (gpointer) &rules->decide->line_ids[i]))
        continue;
      if (!ps_decided_reader_read (reader, rules->decide->line_ids[i], &line, error) || !check_line (rules, &line, error))
        return FALSE;
      if (line.holds != rules->decide->decision)
        ps_decided_rows_add (rows, line.line.id, line.provider_id, rules->decide->decision, rules->decide->reason);
    }
  return TRUE;
}

static gboolean
end_record (PsApplying *applying, const char *actor, const PsDecide *decide, const char *agb, GError **error)
{
  g_autofree char *thing = g_strdup_printf ("lines:%s", agb);
  PsAuditEntry entry = { .actor = actor, .action = action_of (decide->decision), .thing = thing, .reason = decide->reason };

  return ps_applying_end (applying, &entry, error);
}

static gboolean
take (PsApplying *applying, const char *actor, const PsDecide *decide, GError **error)
{
  g_auto (PsDecidedReader) reader = { NULL };
  g_auto (PsDecidedLine) first = { 0 };
  g_auto (PsDecidedRows) rows = { NULL };
  g_auto (PsDecidedRules) rules = { NULL };
  g_autoptr (PsRegion) region = NULL;

  if (!ps_decided_reader_init (&reader, applying->store, error)
      || !ps_decided_reader_read (&reader, decide->line_ids[0], &first, error)
      || !ps_decided_rows_init (&rows, applying->store, actor, error))
    return FALSE;
  region = ps_store_load_region (applying->store, error);
  if (region == NULL)
    return FALSE;
  ps_decided_rules_init (&rules, region, ps_region_find_provider (region, first.agb), decide);
  if (!collect_rows (&rules, &reader, &rows, error) || !ps_applying_write (applying, rows.rows, error))
    return FALSE;
  return applying->trail.n_changes == 0 || end_record (applying, actor, decide, first.agb, error);
}

/**
 * ps_decisions_take:
 * @store: opened to write
 * @decide: the same of each line, with a reason; of lines of which it holds already nothing is written
 * @record: (out) (optional): 0: it held of all of them, and nothing was written
 *
 * Returns: %FALSE with PS_STORE_ERROR_RULE in words, PS_STORE_ERROR_CONFLICT where a line is gone, or another PsStoreError
 */
gboolean
ps_decisions_take (PsStore *store, const char *actor, const PsDecide *decide, gint64 *record, GError **error)
{
  g_auto (PsApplying) applying = { NULL };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, FALSE);
  if (record != NULL)
    *record = 0;
  if (!check_decide (decide, error) || !ps_applying_begin (&applying, store, error) || !take (&applying, actor, decide, error))
    return FALSE;
  if (record != NULL && applying.trail.n_changes > 0)
    *record = applying.trail.record;
  return TRUE;
}

/* What was decided */

void
ps_decided_free (PsDecided *decided)
{
  g_free (decided->reason);
  g_free (decided->by);
  g_free (decided);
}

static PsDecided *
read_decided (PsStatement *row)
{
  PsDecided *decided = g_new0 (PsDecided, 1);

  decided->decision = (PsDecision) sqlite3_column_int (row, 0);
  decided->reason = ps_sql_column_text (row, 1);
  decided->by = ps_sql_column_text (row, 2);
  decided->at = sqlite3_column_int64 (row, 3);
  return decided;
}

/**
 * ps_decisions_of:
 *
 * Returns: (transfer full): PsDecided, first to last; their moments in microseconds since 1970
 */
GPtrArray *
ps_decisions_of (PsStore *store, gint64 line_id, GError **error)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_decided_free);
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (
      store, "SELECT decision, reason, decided_by, decided_at FROM line_decision WHERE line_id = ? ORDER BY id", error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, line_id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&decisions);
      g_ptr_array_add (decisions, read_decided (select));
    }
  return NULL;
}

const char *
ps_decision_label (PsDecision decision)
{
  switch (decision)
    {
    case PS_DECISION_ACCEPT:
      return C_("decision on a line", "accepted in full");
    case PS_DECISION_ACCEPT_AT_PRICE:
      return C_("decision on a line", "accepted at the right price");
    case PS_DECISION_DISPUTE:
      return C_("decision on a line", "disputed");
    case PS_DECISION_NONE:
    default:
      return C_("decision on a line", "decision taken back");
    }
}
