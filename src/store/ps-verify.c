/* ps-verify.c: is the region file what it should be?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-audit.h"
#include "ps-blocks.h"
#include "ps-sql.h"
#include "ps-verify-private.h"
#include "ps-verify.h"
#include "ps-writer-table.h"

typedef struct
{
  PsStore *store;
  GPtrArray *findings;
  const char *check; /* what is being checked */
  PsChecking checking;
} Verifying;

static void
finding_free (gpointer data)
{
  PsFinding *finding = data;

  g_free (finding->check);
  g_free (finding->where);
  g_free (finding->what);
  g_free (finding);
}

static void
add_finding (Verifying *verifying, const char *where, const char *what)
{
  PsFinding *finding = g_new0 (PsFinding, 1);

  finding->check = g_strdup (verifying->check);
  finding->where = g_strdup (where);
  finding->what = g_strdup (what);
  g_ptr_array_add (verifying->findings, finding);
}

static void
on_block_found (const char *where, const char *what, gpointer user_data)
{
  add_finding (user_data, where, what);
}

void
ps_checking_found (PsChecking *checking, const char *where, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  checking->found (where, what, checking->user_data);
}

static void
on_record_found (gint64 record, const char *what, gpointer user_data)
{
  g_autofree char *where = g_strdup_printf ("record %" G_GINT64_FORMAT, record);

  add_finding (user_data, where, what);
}

/* SQLite's own words; "ok" is none. */
static gboolean
check_integrity (Verifying *verifying, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (verifying->store, "PRAGMA integrity_check", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (verifying->store, select, &row, error))
    {
      const char *text;

      if (!row)
        return TRUE;
      text = (const char *) sqlite3_column_text (select, 0);
      if (g_strcmp0 (text, "ok") != 0)
        add_finding (verifying, "database", text);
    }
  return FALSE;
}

static gboolean
check_references (Verifying *verifying, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (verifying->store, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (verifying->store, select, &row, error))
    {
      g_autofree char *where = NULL;
      g_autofree char *what = NULL;

      if (!row)
        return TRUE;
      where = g_strdup_printf ("%s %" G_GINT64_FORMAT, (const char *) sqlite3_column_text (select, 0),
                               (gint64) sqlite3_column_int64 (select, 1));
      what = g_strdup_printf ("refers to a row of %s that is not there", (const char *) sqlite3_column_text (select, 2));
      add_finding (verifying, where, what);
    }
  return FALSE;
}

/* Rules that the schema cannot state: each query gives where they do not hold. */
typedef struct
{
  const char *sql;
  const char *what;
} Rule;

static const Rule rules[] = {
  { "SELECT 'region' WHERE (SELECT count (*) FROM region) <> 1", "there is not exactly one region" },
  { "SELECT 'agreement ' || p.agb || ' ' || a.year FROM agreement a JOIN provider p ON p.id = a.provider_id"
    " LEFT JOIN agreement_version v ON v.agreement_id = a.id GROUP BY a.id"
    " HAVING count (v.id) = 0 OR total (v.is_current) <> (total (v.state > 1) > 0)",
    "does not have one current version" },
  { "SELECT 'agreement ' || p.agb || ' ' || a.year FROM agreement a JOIN provider p ON p.id = a.provider_id"
    " JOIN agreement_version v ON v.agreement_id = a.id AND v.state = 1 GROUP BY a.id"
    " HAVING count (*) > 1 OR total (v.is_current) > 0",
    "has more than one draft, or one that counts" },
  { "WITH RECURSIVE chain (start, at) AS (SELECT id, merged_into FROM provider WHERE merged_into IS NOT NULL UNION"
    " SELECT c.start, p.merged_into FROM chain c JOIN provider p ON p.id = c.at WHERE p.merged_into IS NOT NULL)"
    " SELECT 'provider ' || agb FROM chain JOIN provider ON id = start WHERE start = at",
    "goes on in itself" },
  { "WITH uses (provider_id, agb, since, until) AS (SELECT id, agb, -2147483648, ifnull (ended_on, 2147483647) FROM provider"
    " UNION ALL SELECT provider_id, agb, ifnull (valid_from, -2147483648), ifnull (valid_to, 2147483647) FROM provider_agb)"
    " SELECT DISTINCT 'AGB code ' || a.agb FROM uses a JOIN uses b ON b.agb = a.agb AND a.provider_id < b.provider_id"
    " AND a.since <= b.until AND b.since <= a.until",
    "is of two providers at the same time" },
  { "SELECT 'declaration_line ' || l.id FROM declaration_line l CROSS JOIN assignment a ON a.id = l.assignment_id"
    " WHERE a.provider_id <> l.provider_id",
    "is of another provider than its assignment" },
  { "SELECT 'line_decision ' || d.id FROM line_decision d JOIN declaration_line l ON l.id = d.line_id"
    " WHERE l.provider_id <> d.provider_id",
    "is of another provider than its line" },
  { "SELECT 'scheme ' || name FROM scheme s WHERE EXISTS (SELECT 1 FROM scheme_step WHERE scheme_id = s.id AND kind = 1)"
    " AND EXISTS (SELECT 1 FROM scheme_step WHERE scheme_id = s.id AND kind = 2)",
    "mixes bands and a cliff" },
  { "SELECT 'scheme ' || s.name FROM scheme s JOIN scheme_step t ON t.scheme_id = s.id AND t.kind IN (1, 2)"
    " GROUP BY s.id HAVING min (t.from_value) > 0",
    "has no step from 0" },
  /* domain.md §5: the exchange is 1 for the whole provider, 2 for a segment, 3 for a group, 4 for each line */
  { "SELECT DISTINCT 'agreement ' || p.agb || ' ' || a.year FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id"
    " JOIN provider p ON p.id = a.provider_id JOIN agreement_line l ON l.version_id = v.id"
    " JOIN product_group g ON g.id = l.group_id WHERE v.is_current = 1 AND v.exchange < 4 AND l.lump_sum = 0"
    " GROUP BY v.id, CASE v.exchange WHEN 1 THEN 0 WHEN 2 THEN g.segment_id ELSE l.group_id END"
    " HAVING count (DISTINCT ifnull (l.scheme_id, 0)) > 1",
    "has lines in one scope with different incentive schemes" },
  { "SELECT 'tariff ' || r.code || ' ' || ifnull (p.agb, '-') || ' from ' || date (b.valid_from * 86400, 'unixepoch')"
    " FROM (SELECT *, max (ifnull (valid_to, 2147483647)) OVER (PARTITION BY product_id, ifnull (provider_id, 0)"
    "       ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM tariff) b"
    " JOIN product r ON r.id = b.product_id LEFT JOIN provider p ON p.id = b.provider_id WHERE b.before >= b.valid_from",
    "overlaps another tariff" },
};

/* What an import added is found by import_run and import_range: they say what its record says, if that says it (files of version 1 do
 * not have it there). */
#define RANGES_OF_RECORD                                                                                                         \
  "(SELECT ifnull (group_concat (x, ';'), '') FROM (SELECT json_extract (value, '$[0]') || ' ' || json_extract (value, '$[1]')"  \
  " || ' ' || json_extract (value, '$[2]') AS x FROM json_each (a.after_state, '$.ranges') ORDER BY x))"
#define RANGES_OF_RUN                                                                                                            \
  "(SELECT ifnull (group_concat (x, ';'), '') FROM (SELECT table_name || ' ' || first_row || ' ' || last_row AS x"               \
  " FROM import_range WHERE run_id = a.id ORDER BY x))"
static const Rule import_rules[] = {
  { "SELECT 'record ' || a.id FROM audit_record a WHERE CASE WHEN json_valid (a.after_state)"
    " THEN json_type (a.after_state, '$.ranges') = 'array' AND " RANGES_OF_RECORD " <> " RANGES_OF_RUN " END ORDER BY a.id",
    "the rows that this import added are not those that the file names" },
  { "SELECT 'record ' || a.id FROM audit_record a LEFT JOIN import_run r ON r.id = a.id AND r.record_id = a.id"
    " WHERE CASE WHEN json_valid (a.after_state) THEN json_type (a.after_state, '$.ranges') = 'array' AND (r.id IS NULL"
    " OR r.actor <> a.actor OR json (r.summary) <> json_extract (a.after_state, '$.import')) END ORDER BY a.id",
    "what is kept of this import is not what its record says" },
  { "SELECT 'record ' || r.record_id FROM import_run r LEFT JOIN audit_record a ON a.id = r.record_id"
    " WHERE r.id <> r.record_id OR a.id IS NULL OR a.undoes IS NOT NULL OR a.actor <> r.actor OR a.action <> 'import'"
    " ORDER BY r.record_id",
    "is not an import" },
  /* both are written in one transaction, one after the other */
  { "SELECT 'record ' || r.record_id FROM import_run r JOIN audit_record a ON a.id = r.record_id"
    " WHERE abs (r.finished_at - a.made_at) > 60000000 ORDER BY r.record_id",
    "was not made when this import finished" },
};

/* Only of tables that files are read into has an import any rows. */
static gboolean
check_ranges (Verifying *verifying, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 'record ' || run_id FROM import_range WHERE table_name NOT IN (''");

  for (int i = 0; i < PS_N_TABLES; i++)
    g_string_append_printf (sql, ", '%s'", ps_table_name (i));
  g_string_append (sql, ") ORDER BY run_id");
  return ps_checking_rule (&verifying->checking, sql->str, "is said to have added rows that no import adds", error);
}

gboolean
ps_checking_each (PsChecking *checking, const char *sql, PsCheckFunc check, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (checking->store, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (checking->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (checking->cancellable, error)
          || !check (checking, sqlite3_column_int64 (select, 0), error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ps_checking_rule (PsChecking *checking, const char *sql, const char *what, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (checking->store, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (checking->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      ps_checking_found (checking, (const char *) sqlite3_column_text (select, 0), "%s", what);
    }
  return FALSE;
}

static gboolean
check_rule (Verifying *verifying, const Rule *rule, GError **error)
{
  return ps_checking_rule (&verifying->checking, rule->sql, rule->what, error);
}

static gboolean
check_rules (Verifying *verifying, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (verifying, &rules[i], error))
      return FALSE;
  return TRUE;
}

/* Rows that only people add: each has its beginning in the trail. */
static gboolean
check_untold (Verifying *verifying, GError **error)
{
  static const char *const tables[] = { "measurement_reason", "peildatum_standing", "forecast_choice", "holiday",
                                        "letter_template",    "alert_snooze" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s ' || id FROM %s t WHERE NOT EXISTS (SELECT 1 FROM audit_change"
                                              " WHERE table_name = '%s' AND row_id = t.id) ORDER BY id",
                                              tables[i], tables[i], tables[i]);

      if (!ps_checking_rule (&verifying->checking, sql, "was added outside the program", error))
        return FALSE;
    }
  /* An import adds peildata, and closes none. */
  return ps_checking_rule (&verifying->checking,
                           "SELECT 'peildatum ' || id FROM peildatum d WHERE closed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
                           " audit_change WHERE table_name = 'peildatum' AND row_id = d.id) ORDER BY id",
                           "was closed outside the program", error);
}

static gboolean
check_trail (Verifying *verifying, GError **error)
{
  if (!ps_audit_check (verifying->store, on_record_found, verifying, error) || !check_untold (verifying, error)
      || !ps_verify_measurements (&verifying->checking, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (import_rules); i++)
    if (!check_rule (verifying, &import_rules[i], error))
      return FALSE;
  return check_ranges (verifying, error) && ps_verify_rows (verifying->store, on_block_found, verifying, error);
}

static gboolean
check_blocks (Verifying *verifying, GError **error)
{
  return ps_blocks_check_care (verifying->store, on_block_found, verifying, error)
         && ps_blocks_check_lines (verifying->store, on_block_found, verifying, error);
}

static gboolean
check_figures (Verifying *verifying, GError **error)
{
  return ps_verify_figures (&verifying->checking, error);
}

static gboolean
check_schema (Verifying *verifying, GError **error)
{
  return ps_verify_schema (&verifying->checking, error);
}

static gboolean
check_settlements (Verifying *verifying, GError **error)
{
  return ps_verify_settlements (&verifying->checking, error);
}

static gboolean
check_letters (Verifying *verifying, GError **error)
{
  return ps_verify_letters (&verifying->checking, error);
}

static const struct
{
  const char *name;
  gboolean (*run) (Verifying *verifying, GError **error);
} checks[] = {
  { "integrity", check_integrity },   { "schema", check_schema },
  { "references", check_references }, { "rules", check_rules },
  { "audit", check_trail },           { "blocks", check_blocks },
  { "figures", check_figures },       { "settlements", check_settlements },
  { "letters", check_letters },
};

/* A damaged page stops a check: that it could not be read is what it found. */
static gboolean
run_check (Verifying *verifying, gsize i, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  verifying->check = checks[i].name;
  if (checks[i].run (verifying, &failure))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED))
    {
      add_finding (verifying, "database", failure->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
on_database_worked_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
run_checks (Verifying *verifying, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (progress != NULL)
        progress ((double) i / G_N_ELEMENTS (checks), _("Verifying"), progress_data);
      if (!run_check (verifying, i, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ps_verify (PsStore *store, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (PsRows) rows = ps_rows_new (store);
  Verifying verifying = { store, findings, NULL, { store, rows, on_block_found, NULL, cancellable, NULL } };
  gboolean begun = sqlite3_get_autocommit (store->db);
  gboolean ok;

  verifying.checking.user_data = &verifying;
  verifying.checking.check = &verifying.check;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || (begun && !ps_sql_exec (store, "BEGIN", error)))
    return NULL;
  if (cancellable != NULL)
    sqlite3_progress_handler (store->db, 100000, on_database_worked_cb, cancellable);
  /* References lead all over the file. */
  sqlite3_exec (store->db, "PRAGMA cache_size = -64000", NULL, NULL, NULL);
  ok = run_checks (&verifying, cancellable, progress, progress_data, error);
  sqlite3_exec (store->db, "PRAGMA cache_size = -8000", NULL, NULL, NULL);
  sqlite3_progress_handler (store->db, 0, NULL, NULL);
  g_clear_pointer (&rows, ps_rows_free);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return ok ? g_steal_pointer (&findings) : NULL;
}
