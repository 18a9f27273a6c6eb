/* test-settlements-frozen.c: the file itself refuses to change what is final; and what another program altered all the same is found
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gstdio.h>

#include "settled-test.h"
#include "store/ps-verify.h"

#define LINDE "41410001"

/* Every table of which rows belong to settlements, and which are settlement ?1's. */
static const struct
{
  const char *table;
  const char *of; /* settlement ?1's rows */
} parts[] = {
  { "settlement", "id = %d" },
  { "settlement_scope", "settlement_id = %d" },
  { "settlement_band", "settlement_id = %d" },
  { "settlement_line", "settlement_id = %d" },
  { "settlement_signal", "settlement_id = %d" },
  { "settlement_warning", "settlement_id = %d" },
  { "settlement_document", "settlement_id = %d" },
  { "settlement_document_data", "document_id IN (SELECT id FROM settlement_document WHERE settlement_id = %d)" },
};

/* Settlement 1 is final, 2 corrects it, 3 of another year is proposed, 4 of another provider a draft. */
static StoreTest *
new_region (void)
{
  StoreTest *test = settled_test_new ();

  store_test_assert_run (test, "line D3 0983/1 45A04 01-03-2024 31-03-2024 60000 900000 5400000", "a");
  store_test_assert_run (
      test, "assignment 0893/9 C9 41410001 45V01 01-03-2024 31-03-2024\n---\ncare 0893/9 01-03-2024 31-03-2024 31", "aa");
  g_assert_cmpint (settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL), ==, 1);
  store_test_assert_run (test, "line D4 0983/1 45A04 01-04-2024 30-04-2024 1000 900000 90000", "a");
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, "late");
  g_assert_cmpint (settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "known"), ==, 2);
  g_assert_cmpint (settled_test_bring (test, LINDE, 2025, PS_SETTLEMENT_PROPOSED), ==, 3);
  g_assert_cmpint (settled_test_bring (test, "41410002", 2025, PS_SETTLEMENT_DRAFT), ==, 4);
  store_test_assert_sound (test);
  return test;
}

static char *
rows_of (guint part, int settlement)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (parts[part].of, settlement);
#pragma GCC diagnostic pop
}

static const char *
key_of (guint part)
{
  return g_str_equal (parts[part].table, "settlement_document_data") ? "document_id" : "id";
}

static gint64
first_row (StoreTest *test, guint part, int settlement)
{
  g_autofree char *rows = rows_of (part, settlement);
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (min (%s), 0) FROM %s WHERE %s", key_of (part), parts[part].table, rows);

  return store_test_int (test, sql);
}

static GPtrArray *
columns_of (StoreTest *test, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_auto (GStrv) names = g_strsplit (store_test_text (test, sql), "\n", -1);
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (columns, g_strdup (names[i]));
  return columns;
}

/* Of what is final, each column of each row; of what is proposed all but the step. */
static void
test_refused_updates (void)
{
  g_autoptr (StoreTest) test = new_region ();

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      g_autoptr (GPtrArray) columns = columns_of (test, parts[part].table);

      for (guint i = 0; i < columns->len; i++)
        for (int settlement = 1; settlement <= 3; settlement++)
          {
            g_autofree char *rows = rows_of (part, settlement);
            const char *column = columns->pdata[i];

            if (settlement == 3 && first_row (test, part, 3) == 0)
              continue;
            g_assert_cmpint (first_row (test, part, settlement), >, 0);
            store_test_assert_kept (test, "UPDATE %s SET %s = %s WHERE %s", parts[part].table, column, column, rows);
            if (i > 0)
              store_test_assert_kept (test, "UPDATE OR REPLACE %s SET %s = NULL WHERE %s", parts[part].table, column, rows);
          }
    }
  store_test_assert_sound (test);
}

static void
test_refused_deletes (void)
{
  g_autoptr (StoreTest) test = new_region ();

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    for (int settlement = 1; settlement <= 3; settlement++)
      {
        g_autofree char *rows = rows_of (part, settlement);

        if (first_row (test, part, settlement) != 0)
          store_test_assert_kept (test, "DELETE FROM %s WHERE %s", parts[part].table, rows);
      }
  store_test_assert_kept (test, "DELETE FROM settlement WHERE id = 4");
  store_test_assert_sound (test);
}

/* Nothing is added to them, and nothing comes in their place. */
static void
test_refused_inserts (void)
{
  g_autoptr (StoreTest) test = new_region ();

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      const char *table = parts[part].table;
      g_autoptr (GPtrArray) columns = columns_of (test, table);
      g_autofree char *rows = rows_of (part, 1);
      GString *others = g_string_new (NULL);

      for (guint i = 1; i < columns->len; i++)
        g_string_append_printf (others, ", %s", (char *) columns->pdata[i]);
      store_test_assert_kept (test, "INSERT INTO %s SELECT 900%s FROM %s WHERE %s LIMIT 1", table, others->str, table, rows);
      store_test_assert_kept (test, "INSERT OR REPLACE INTO %s SELECT * FROM %s WHERE %s", table, table, rows);
      store_test_assert_kept (test, "INSERT OR IGNORE INTO %s SELECT 901%s FROM %s WHERE %s LIMIT 1", table, others->str, table,
                              rows);
      g_string_free (others, TRUE);
    }
  /* A row of a draft in the place of one that is final. */
  store_test_assert_kept (
      test, "INSERT OR REPLACE INTO settlement_line SELECT 1, 4, 9, group_code, municipality_code, NULL, lump_sum,"
            " gross_cents, norm_deduction_cents, net_cents, exempt_cents, outside_cents, ceiling_cents,"
            " band_deduction_cents, payable_cents, paid_cents, balance_cents, carried_cents, disputed_cents, produced_cents"
            " FROM settlement_line WHERE id = 1");
  store_test_assert_kept (
      test, "INSERT OR REPLACE INTO settlement_band SELECT 900, 4, scope_id, sequence, 0, 0, 0, 0, 0 FROM settlement_band"
            " WHERE settlement_id = 1 LIMIT 1");
  store_test_assert_kept (test, "UPDATE OR REPLACE settlement SET id = 1 WHERE id = 4");
  store_test_assert_kept (test, "UPDATE OR REPLACE settlement SET replaces = 1, reason = 'x' WHERE id = 4");
  store_test_assert_kept (test, "UPDATE OR REPLACE settlement SET provider_id = 1 WHERE id = 4");
  store_test_assert_sound (test);
}

/* The steps that the field does not know: by other programs neither. */
static void
test_refused_steps (void)
{
  static const char *const statements[] = {
    "UPDATE settlement SET state = 3, final_by = 'x', final_at = 1 WHERE id = 4",
    "UPDATE settlement SET state = 3, proposed_by = 'a', proposed_at = 1, final_by = 'x', final_at = 1 WHERE id = 4",
    "UPDATE settlement SET state = 3, final_by = 'proposer', final_at = 1 WHERE id = 3",
    "UPDATE settlement SET state = 3 WHERE id = 3",
    "UPDATE settlement SET state = 1, proposed_by = NULL, proposed_at = NULL WHERE id = 3",
    "UPDATE settlement SET state = 4, withdrawn_by = 'x', withdrawn_at = 1 WHERE id = 3",
    "UPDATE settlement SET state = 3, final_by = 'x', final_at = 1, settled_before_cents = 1, amount_cents = balance_cents - 1 "
    "WHERE id = 3",
    "UPDATE settlement SET state = 2, proposed_by = 'x', proposed_at = 1, through = through - 1 WHERE id = 4",
    "UPDATE settlement SET amount_cents = amount_cents + 1 WHERE id = 4",
    "UPDATE settlement SET balance_cents = balance_cents + 1, amount_cents = amount_cents + 1 WHERE id = 4",
    "INSERT INTO settlement_warning VALUES (900, 4, 1, 'changed', NULL, 1, 'x', 'y')",
    "INSERT INTO settlement_warning VALUES (900, 3, 1, 'changed', NULL, 1, 'x', '')",
  };
  g_autoptr (StoreTest) test = new_region ();

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    store_test_assert_kept (test, "%s", statements[i]);
  /* Without its documents nothing is proposed. */
  g_assert_true (ps_sql_exec (test->store,
                              "BEGIN; DELETE FROM settlement_document_data WHERE document_id IN"
                              " (SELECT id FROM settlement_document WHERE settlement_id = 4)",
                              NULL));
  store_test_assert_kept (test, "UPDATE settlement SET state = 2, proposed_by = 'x', proposed_at = 1 WHERE id = 4");
  ps_sql_exec (test->store, "ROLLBACK", NULL);
  store_test_assert_sound (test);
}

/* Tampering */

/* As another program would: no triggers, no references, no checks. */
static void
unlock (StoreTest *test)
{
  g_auto (GStrv) triggers =
      g_strsplit (store_test_text (test, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"), "\n", -1);
  g_autoptr (GError) error = NULL;

  ps_sql_exec (test->store, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &error);
  for (guint i = 0; triggers[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s", triggers[i]);

      ps_sql_exec (test->store, sql, &error);
    }
  g_assert_no_error (error);
}

/* What verify says beside the triggers that are gone; each as "check: where: what". */
static GPtrArray *
find (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_has_prefix (finding->where, "trigger "))
        g_ptr_array_add (found, g_strdup_printf ("%s: %s: %s", finding->check, finding->where, finding->what));
    }
  return found;
}

static gboolean
says (GPtrArray *found, const char *where)
{
  for (guint i = 0; i < found->len; i++)
    if (strstr (found->pdata[i], where) != NULL)
      return TRUE;
  return FALSE;
}

/* One alteration, which is taken back: verify must find it, and say where. */
static void
assert_found (StoreTest *test, const char *sql, const char *where)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  ps_sql_exec (test->store, "BEGIN", &error);
  ps_sql_exec (test->store, sql, &error);
  if (error != NULL)
    g_error ("%s: %s", sql, error->message);
  g_assert_cmpint (sqlite3_changes (test->store->db), >, 0);
  found = find (test);
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (char *) found->pdata[i]);
  if (!says (found, where))
    g_error ("%s: found %u, but not “%s”", sql, found->len, where);
  ps_sql_exec (test->store, "ROLLBACK", &error);
  g_assert_no_error (error);
}

/* Every column of every table, of a final, a proposed and a draft one. */
static void
test_columns (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  for (guint part = 0; part + 1 < G_N_ELEMENTS (parts); part++)
    {
      g_autoptr (GPtrArray) columns = columns_of (test, parts[part].table);

      for (int settlement = 1; settlement <= 4; settlement += settlement == 1 ? 2 : 1)
        for (guint i = 0; i < columns->len; i++)
          {
            gint64 row = first_row (test, part, settlement);
            const char *column = columns->pdata[i];
            g_autofree char *where = g_strdup_printf ("%s %d", parts[part].table, (int) row);
            g_autofree char *sql = g_strdup_printf (
                "UPDATE %s SET %s = CASE (SELECT type FROM pragma_table_info ('%s') WHERE name = '%s') WHEN 'INTEGER'"
                " THEN ifnull (%s, 0) + 1000 ELSE ifnull (%s, '') || 'x' END WHERE id = %d",
                parts[part].table, column, parts[part].table, column, column, column, (int) row);

            if (row != 0)
              assert_found (test, sql, where);
          }
    }
}

/* The bytes of a document: of its head, in its middle, at its end. */
static void
test_bytes (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  /* All four of settlement 1, and one of the others. */
  for (int document = 1; document <= 9; document += document == 5 ? 4 : 1)
    {
      g_autofree char *length_sql =
          g_strdup_printf ("SELECT length (data) FROM settlement_document_data WHERE document_id = %d", document);
      g_autofree char *of_sql = g_strdup_printf ("SELECT settlement_id FROM settlement_document WHERE id = %d", document);
      g_autofree char *where = g_strdup_printf ("settlement %d: its document", (int) store_test_int (test, of_sql));
      int length = (int) store_test_int (test, length_sql);
      int places[] = { 1, 2, 5, 10, 11, length / 2, length - 8, length - 1, length };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autofree char *sql = g_strdup_printf (
              "UPDATE settlement_document_data SET data = CAST (substr (data, 1, %d - 1) || CASE substr (data, %d, 1) WHEN x'41'"
              " THEN x'42' ELSE x'41' END || substr (data, %d + 1) AS BLOB) WHERE document_id = %d",
              places[i], places[i], places[i], document);

          assert_found (test, sql, where);
        }
    }
  assert_found (test, "UPDATE settlement_document_data SET data = CAST (data || x'00' AS BLOB)", "settlement 1: its document");
  assert_found (test, "UPDATE settlement_document_data SET data = x''", "settlement 2: its document");
}

/* The documents of one in the place of another's, with their digests. */
static void
test_swapped (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  assert_found (
      test,
      "UPDATE settlement_document_data AS d SET data = (SELECT b.data FROM settlement_document o JOIN settlement_document s"
      " ON s.settlement_id = 2 AND s.kind = o.kind JOIN settlement_document_data b ON b.document_id = s.id"
      " WHERE o.id = d.document_id) WHERE document_id IN (SELECT id FROM settlement_document WHERE settlement_id = 1);"
      "UPDATE settlement_document SET digest = s.digest, data_digest = s.data_digest, n_bytes = s.n_bytes"
      " FROM settlement_document s WHERE s.settlement_id = 2 AND s.kind = settlement_document.kind"
      " AND settlement_document.settlement_id = 1",
      "settlement 1: balance_cents is");
}

static void
test_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    for (int settlement = 1; settlement <= 4; settlement++)
      {
        gint64 row = first_row (test, part, settlement);
        g_autofree char *gone = g_strdup_printf ("DELETE FROM %s WHERE %s = %d", parts[part].table, key_of (part), (int) row);
        g_autofree char *where = g_strdup_printf ("settlement%s", part == 0 ? " " : "");
        g_autoptr (GPtrArray) columns = columns_of (test, parts[part].table);
        g_autoptr (GString) added = g_string_new (NULL);

        if (row == 0)
          continue;
        assert_found (test, gone, where);
        g_string_printf (added, "INSERT INTO %s SELECT %s + 900", parts[part].table, key_of (part));
        for (guint i = 1; i < columns->len; i++)
          g_string_append_printf (added, ", %s%s", (char *) columns->pdata[i],
                                  g_str_equal (columns->pdata[i], "sequence") || g_str_equal (columns->pdata[i], "kind") ? " || 7"
                                                                                                                         : "");
        g_string_append_printf (added, " FROM %s WHERE %s = %d", parts[part].table, key_of (part), (int) row);
        if (part > 0 || settlement < 2)
          assert_found (test, added->str, part == G_N_ELEMENTS (parts) - 1 ? "settlement_document_data" : "is not in the trail");
      }
}

/* The trail's end cut off, and its mark with it: the settlement itself tells. */
static void
test_trail_cut (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 final = store_test_int (test, "SELECT id FROM audit_record WHERE action = 'final' ORDER BY id DESC LIMIT 1");
  g_autofree char *cut = g_strdup_printf ("DELETE FROM audit_change WHERE record_id >= %d; DELETE FROM import_range WHERE run_id "
                                          ">= %d; DELETE FROM import_run WHERE id >= %d;"
                                          "DELETE FROM audit_record WHERE id >= %d",
                                          (int) final, (int) final, (int) final, (int) final);
  g_autofree char *and_head =
      g_strdup_printf ("UPDATE audit_head SET record_id = %d, hash = (SELECT hash FROM audit_record WHERE id = %d);"
                       "%s",
                       (int) final - 1, (int) final - 1, cut);

  unlock (test);
  assert_found (test, cut, "was taken away from the end of the trail");
  assert_found (test, and_head, "settlement 2: state is final, and its records say proposed");
  assert_found (test, and_head, "settlement 3: has no record in the trail");
}

/* A record of a step that is told otherwise, with a chain that was made right again, is beyond a file by itself: what is on paper has the hash
 * of the last step. But a settlement that does not follow its records is found. */
static void
test_steps (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  assert_found (test, "UPDATE audit_record SET action = 'renew' WHERE thing = 'settlement:41410001:2024:1' AND action = 'final'",
                "settlement 1: state is final, and its records say proposed");
  assert_found (test,
                "UPDATE audit_record SET actor = 'intruder' WHERE thing = 'settlement:41410001:2024:1' AND action = 'final'",
                "settlement 1: final_by is controller, and its records say intruder");
  assert_found (test, "UPDATE audit_record SET thing = 'settlement:41410001:2024:9' WHERE thing = 'settlement:41410001:2024:1'",
                "is not about the settlement that it names");
}

/* Each trigger that is gone is named. */
static void
test_triggers (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_auto (GStrv) triggers = g_strsplit (
      store_test_text (test, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'settlement%'"), "\n", -1);

  g_assert_cmpuint (g_strv_length (triggers), >, 20);
  for (guint i = 0; triggers[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("BEGIN; DROP TRIGGER %s", triggers[i]);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *where = g_strdup_printf ("trigger %s", triggers[i]);

      g_assert_true (ps_sql_exec (test->store, sql, NULL));
      findings = ps_verify (test->store, NULL, NULL, NULL, NULL);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpstr (((PsFinding *) findings->pdata[0])->check, ==, "schema");
      g_assert_cmpstr (((PsFinding *) findings->pdata[0])->where, ==, where);
      g_assert_true (ps_sql_exec (test->store, "ROLLBACK", NULL));
    }
  store_test_assert_sound (test);
}

/* Bytes of the file itself */

#define PAGE 4096

static guint
number_at (const guint8 *at, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | at[i];
  return number;
}

static const guint8 *
skip_varint (const guint8 *at, guint64 *value)
{
  *value = 0;
  for (int i = 0; i < 9; i++)
    {
      *value = *value << 7 | (at[i] & 0x7f);
      if (at[i] < 0x80)
        return at + i + 1;
    }
  return at + 9;
}

/* The bytes of a cell that lie in its page: its length, its key and what it holds; but for the one that says of which type the id is, which
 * SQLite does not read: the id is the key. */
static void
add_cell (GArray *places, const guint8 *file, const guint8 *cell)
{
  guint64 length, key;
  const guint8 *start = skip_varint (skip_varint (cell, &length), &key);
  /* What does not fit lies on pages of its own: as the format of SQLite says. */
  guint64 least = (PAGE - 12) * 32 / 255 - 23, local = length;

  if (length > PAGE - 35)
    {
      local = least + (length - least) % (PAGE - 4);
      local = local > PAGE - 35 ? least : local;
    }
  for (const guint8 *at = cell; at < start + local; at++)
    {
      gsize place = (gsize) (at - file);

      if (at != start + 1)
        g_array_append_val (places, place);
    }
}

static void
add_page (GArray *places, const guint8 *file, guint page)
{
  const guint8 *at = file + (gsize) (page - 1) * PAGE;
  gboolean leaf = at[0] == 13;
  guint n = number_at (at + 3, 2);

  g_assert_true (leaf || at[0] == 5);
  for (guint i = 0; i < n; i++)
    {
      const guint8 *cell = at + number_at (at + (leaf ? 8 : 12) + 2 * i, 2);

      if (leaf)
        add_cell (places, file, cell);
      else
        add_page (places, file, number_at (cell, 4));
    }
  if (!leaf)
    add_page (places, file, number_at (at + 8, 4));
}

/* Whether opening or verifying tells that something is wrong. */
static gboolean
is_found (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, &error);
  g_autoptr (GPtrArray) findings = store != NULL ? ps_verify (store, NULL, NULL, NULL, &error) : NULL;

  return findings == NULL || findings->len > 0;
}

#define N_FLIPS 25

/* One bit of any byte of any row of a final settlement, or of the trail, flipped in the file. */
static void
test_flipped_bits (void)
{
  static const char *const tables[] = {
    "settlement",        "settlement_scope",   "settlement_band",     "settlement_line",
    "settlement_signal", "settlement_warning", "settlement_document", "settlement_document_data",
    "audit_record",      "audit_change",       "audit_head"
  };
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autofree char *copy = g_strconcat (test->path, ".flipped", NULL);
  g_autofree char *contents = NULL;
  gint64 roots[G_N_ELEMENTS (tables)];
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", tables[i]);

      roots[i] = store_test_int (test, sql);
    }
  g_assert_cmpint (store_test_int (test, "PRAGMA page_size"), ==, PAGE);
  g_clear_pointer (&test->store, ps_store_close);
  g_assert_true (g_file_get_contents (test->path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));

      add_page (places, (const guint8 *) contents, (guint) roots[i]);
      for (guint n = 0; n < N_FLIPS; n++)
        {
          gsize place = g_array_index (places, gsize, (guint) g_rand_int_range (random, 0, (gint32) places->len));
          int bit = g_rand_int_range (random, 0, 8);

          contents[place] ^= (char) (1 << bit);
          g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
          if (!is_found (copy))
            g_error ("%s: bit %d of byte %d was not missed", tables[i], bit, (int) place);
          contents[place] ^= (char) (1 << bit);
        }
    }
  g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
  g_assert_false (is_found (copy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settlements-frozen/refused-updates", test_refused_updates);
  g_test_add_func ("/store/settlements-frozen/refused-deletes", test_refused_deletes);
  g_test_add_func ("/store/settlements-frozen/refused-inserts", test_refused_inserts);
  g_test_add_func ("/store/settlements-frozen/refused-steps", test_refused_steps);
  g_test_add_func ("/store/settlements-frozen/columns", test_columns);
  g_test_add_func ("/store/settlements-frozen/bytes", test_bytes);
  g_test_add_func ("/store/settlements-frozen/swapped", test_swapped);
  g_test_add_func ("/store/settlements-frozen/rows", test_rows);
  g_test_add_func ("/store/settlements-frozen/trail-cut", test_trail_cut);
  g_test_add_func ("/store/settlements-frozen/steps", test_steps);
  g_test_add_func ("/store/settlements-frozen/triggers", test_triggers);
  g_test_add_func ("/store/settlements-frozen/flipped-bits", test_flipped_bits);
  return g_test_run ();
}
