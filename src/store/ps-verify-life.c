/* ps-verify-life.c: is every step of every settlement in the trail, and every step in the trail one of a settlement?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-verify-private.h"

/* What the trail says of a settlement. */
typedef struct
{
  PsSettlementState state;
  char *made_by;
  char *proposed_by;
  char *final_by;
  char *withdrawn_by;
  char *reason; /* of its withdrawal */
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->made_by);
  g_free (told->proposed_by);
  g_free (told->final_by);
  g_free (told->withdrawn_by);
  g_free (told->reason);
  g_free (told);
}

/* Each action, the states that it comes after (0: none yet) and what it leads to. */
static const struct
{
  const char *action;
  PsSettlementState from[2];
  PsSettlementState to;
} steps[] = {
  { "store", { 0 }, PS_SETTLEMENT_DRAFT },
  { "correct", { 0 }, PS_SETTLEMENT_DRAFT },
  { "renew", { PS_SETTLEMENT_DRAFT, PS_SETTLEMENT_DRAFT }, PS_SETTLEMENT_DRAFT },
  { "propose", { PS_SETTLEMENT_DRAFT, PS_SETTLEMENT_DRAFT }, PS_SETTLEMENT_PROPOSED },
  { "final", { PS_SETTLEMENT_PROPOSED, PS_SETTLEMENT_PROPOSED }, PS_SETTLEMENT_FINAL },
  { "withdraw", { PS_SETTLEMENT_DRAFT, PS_SETTLEMENT_PROPOSED }, PS_SETTLEMENT_WITHDRAWN },
};

static char **
who_of (Told *told)
{
  switch (told->state)
    {
    case PS_SETTLEMENT_PROPOSED:
      return &told->proposed_by;
    case PS_SETTLEMENT_FINAL:
      return &told->final_by;
    case PS_SETTLEMENT_WITHDRAWN:
      return &told->withdrawn_by;
    case PS_SETTLEMENT_DRAFT:
    case PS_N_SETTLEMENT_STATES:
    default:
      return &told->made_by;
    }
}

/* Whether the action follows on what was told before; then that is told too. */
static gboolean
tell (Told *told, const char *action, const char *actor, const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      char **who;

      if (strcmp (steps[i].action, action) != 0)
        continue;
      if (told->state != steps[i].from[0] && told->state != steps[i].from[1])
        return FALSE;
      told->state = steps[i].to;
      who = who_of (told);
      g_free (*who);
      *who = g_strdup (actor);
      g_free (told->reason);
      told->reason = g_strdup (reason);
      return TRUE;
    }
  return FALSE;
}

/* The settlement that a record is about, from the rows that it altered; 0: none, or more than one. */
static gboolean
find_settlement (PsChecking *checking, gint64 record, gint64 *settlement, GError **error)
{
  PsStatement *select = ps_rows_statement (checking->rows,
                                           "SELECT min (row_id), count (*) FROM audit_change WHERE record_id = ?"
                                           " AND table_name = 'settlement'",
                                           error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  if (!ps_sql_step_row (checking->store, select, &row, error))
    return FALSE;
  *settlement = sqlite3_column_int64 (select, 1) == 1 ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  return TRUE;
}

/* The number that its thing names: "settlement:41410001:2024:12". */
static gint64
number_of (const char *thing)
{
  const char *last = strrchr (thing, ':');

  return last != NULL ? g_ascii_strtoll (last + 1, NULL, 10) : 0;
}

static gboolean
take_record (PsChecking *checking, PsStatement *select, GHashTable *all, GError **error)
{
  gint64 record = sqlite3_column_int64 (select, 0), settlement;
  g_autofree char *where = g_strdup_printf ("record %" G_GINT64_FORMAT, record);
  Told *told;

  if (!find_settlement (checking, record, &settlement, error))
    return FALSE;
  if (settlement == 0 || settlement != number_of ((const char *) sqlite3_column_text (select, 3)))
    {
      ps_checking_found (checking, where, "is not about the settlement that it names");
      return TRUE;
    }
  told = g_hash_table_lookup (all, &settlement);
  if (told == NULL)
    {
      told = g_new0 (Told, 1);
      g_hash_table_insert (all, g_memdup2 (&settlement, sizeof settlement), told);
    }
  if (!tell (told, (const char *) sqlite3_column_text (select, 1), (const char *) sqlite3_column_text (select, 2),
             (const char *) sqlite3_column_text (select, 4)))
    ps_checking_found (checking, where, "does not follow on the step before it");
  return TRUE;
}

static gboolean
read_records (PsChecking *checking, GHashTable *all, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (
      checking->store,
      "SELECT id, action, actor, thing, reason FROM audit_record WHERE thing >= 'settlement:' AND thing < 'settlement;'"
      " ORDER BY id",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (checking->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!take_record (checking, select, all, error))
        return FALSE;
    }
  return FALSE;
}

static void
check_word (PsChecking *checking, const char *where, const char *column, const char *is, const char *told)
{
  if (g_strcmp0 (is, told) != 0)
    ps_checking_found (checking, where, "%s is %s, and its records say %s", column, is != NULL ? is : "empty",
                       told != NULL ? told : "empty");
}

static void
check_told (PsChecking *checking, const PsStored *stored, const Told *told)
{
  g_autofree char *where = g_strdup_printf ("settlement %" G_GINT64_FORMAT, stored->id);
  gboolean withdrawn = told != NULL && told->state == PS_SETTLEMENT_WITHDRAWN;

  if (told == NULL || told->state == 0)
    {
      ps_checking_found (checking, where, "has no record in the trail");
      return;
    }
  if ((int) stored->state < PS_SETTLEMENT_DRAFT || stored->state >= PS_N_SETTLEMENT_STATES)
    ps_checking_found (checking, where, "is in no state that there is");
  else
    check_word (checking, where, "state", ps_settlement_state_code (stored->state), ps_settlement_state_code (told->state));
  check_word (checking, where, "made_by", stored->made_by, told->made_by);
  check_word (checking, where, "proposed_by", stored->proposed_by, told->proposed_by);
  check_word (checking, where, "final_by", stored->final_by, told->final_by);
  check_word (checking, where, "withdrawn_by", stored->withdrawn_by, told->withdrawn_by);
  check_word (checking, where, "withdrawn_reason", stored->withdrawn_reason, withdrawn ? told->reason : NULL);
  if (stored->state == PS_SETTLEMENT_FINAL && g_strcmp0 (stored->proposed_by, stored->final_by) == 0)
    ps_checking_found (checking, where, "was made final by the one who proposed it");
}

/* The amounts of the final ones before it; and the last of those is what it replaces. */
static void
check_before (PsChecking *checking, GPtrArray *list, guint place)
{
  const PsStored *stored = g_ptr_array_index (list, place);
  g_autofree char *where = g_strdup_printf ("settlement %" G_GINT64_FORMAT, stored->id);
  gint64 before = 0, last = 0;
  PsOverflow overflow = { FALSE };

  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *other = g_ptr_array_index (list, i);

      if (other->provider_id != stored->provider_id || other->year != stored->year || other->state != PS_SETTLEMENT_FINAL
          || other->id >= stored->id)
        continue;
      before = ps_add (before, other->amount_cents, &overflow);
      last = other->id;
    }
  if (overflow.overflowed || before != stored->settled_before_cents)
    ps_checking_found (checking, where, "what was settled before is not what the final ones before it say");
  if (ps_subtract (stored->balance_cents, before, &overflow) != stored->amount_cents || overflow.overflowed)
    ps_checking_found (checking, where, "its amount is not its balance without what was settled before");
  if (last != stored->replaces)
    ps_checking_found (checking, where, "does not correct the last final one before it");
}

/* List by provider and year: those of one year lie together. */
static void
check_all_before (PsChecking *checking, GPtrArray *list)
{
  guint first = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i), *start = g_ptr_array_index (list, first);
      g_autoptr (GPtrArray) together = g_ptr_array_new ();

      if (start->provider_id != stored->provider_id || start->year != stored->year)
        first = i;
      for (guint j = first; j <= i; j++)
        g_ptr_array_add (together, g_ptr_array_index (list, j));
      check_before (checking, together, i - first);
    }
}

/* A record of a settlement that is not there any more. */
static void
check_gone (PsChecking *checking, GHashTable *all, GPtrArray *list)
{
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < list->len; i++)
    g_hash_table_remove (all, &((PsStored *) g_ptr_array_index (list, i))->id);
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *where = g_strdup_printf ("settlement %" G_GINT64_FORMAT, *(gint64 *) id);

      ps_checking_found (checking, where, "has records in the trail, but is not there");
    }
}

/* What no import and no migration brings is in the trail from its first day on. */
static gboolean
check_added (PsChecking *checking, GError **error)
{
  static const char *const tables[] = { "settlement",          "settlement_scope",  "settlement_band",
                                        "settlement_line",     "settlement_signal", "settlement_warning",
                                        "settlement_document", "line_decision",     "production_statement" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s ' || id FROM %s t WHERE NOT EXISTS (SELECT 1 FROM audit_change"
                                              " WHERE table_name = '%s' AND row_id = t.id) ORDER BY id",
                                              tables[i], tables[i], tables[i]);

      if (!ps_checking_rule (checking, sql, "is not in the trail: it was added outside the program", error))
        return FALSE;
    }
  return TRUE;
}

/* What the statement of a final one prints beside its dossier. */
static gboolean
check_circumstances (PsChecking *checking, const PsStored *stored, GError **error)
{
  g_autofree char *where = g_strdup_printf ("settlement %" G_GINT64_FORMAT, stored->id);
  g_autofree char *wrong = NULL;

  if (!ps_circumstances_check (checking->store, checking->rows, stored, &wrong, error))
    return FALSE;
  if (wrong != NULL)
    ps_checking_found (checking, where, "its document “%s” %s", ps_document_name (PS_DOCUMENT_CIRCUMSTANCES), wrong);
  return TRUE;
}

gboolean
ps_verify_life (PsChecking *checking, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, told_free);
  g_autoptr (GPtrArray) list = ps_settlements_list (checking->store, 0, NULL, error);

  if (list == NULL || !read_records (checking, all, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      check_told (checking, stored, g_hash_table_lookup (all, &stored->id));
      if (!check_circumstances (checking, stored, error))
        return FALSE;
    }
  check_all_before (checking, list);
  check_gone (checking, all, list);
  return check_added (checking, error);
}
