/* test-undo-order.c: what an undo must not take back, for what was done since: agreed, settled, merged, imported
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "store/ps-desk.h"
#include "undo-test.h"

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

/* An agreement of 2025 with a draft of one line, in one change. */
static gint64
add_draft (StoreTest *test)
{
  g_autoptr (PsRecord) no_agreement = ps_record_new ("agreement");
  g_autoptr (PsRecord) no_version = ps_record_new ("agreement_version");
  g_autoptr (PsRecord) no_line = ps_record_new ("agreement_line");
  g_autoptr (PsRecord) agreement = change_test_with (no_agreement, "provider_id=1 year=2025");
  g_autoptr (PsRecord) version =
      change_test_with (no_version, "number=1 state=1 is_current=0 exchange=1 division_key=1 measuring=1");
  g_autoptr (PsRecord) line = change_test_with (no_line, "group_id=1 municipality_id=1 lump_sum=0 ceiling_cents=500000");
  g_autoptr (PsChange) change = ps_change_new ("create", "agreement:test");
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_record_set_number (version, "agreement_id", ps_change_insert (change, agreement));
  ps_record_set_number (line, "version_id", ps_change_insert (change, version));
  ps_change_insert (change, line);
  ps_change_apply (test->store, change, "tester", &record, &error);
  g_assert_no_error (error);
  return record;
}

static gint64
agree (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  gint64 record = change_test_update (test, "agreement_version", "1", "state=2 is_current=1 agreed_on=15-12-2024", &error);

  g_assert_no_error (error);
  return record;
}

/* What was agreed is not changed by taking back what was drafted before. */
static void
test_agreed_since (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 drafted = add_draft (test);
  gint64 line = change_test_update (test, "agreement_line", "1", "ceiling_cents=700000", &error);
  gint64 added =
      change_test_insert (test, "agreement_line", "version_id=1 group_id=2 municipality_id=1 lump_sum=0 ceiling_cents=1", &error);
  gint64 terms = change_test_update (test, "agreement_version", "1", "under_bp=300", &error);
  gint64 removed = change_test_delete (test, "agreement_line", "group_id = 2", &error);
  gint64 agreed;

  g_assert_no_error (error);
  agreed = agree (test);
  undo_test_assert_refused (test, line, PS_STORE_ERROR_CONFLICT, "agreement 41410001, 2025|was agreed since, by tester on");
  undo_test_assert_refused (test, removed, PS_STORE_ERROR_CONFLICT, "was agreed since, by tester on");
  undo_test_assert_refused (test, terms, PS_STORE_ERROR_CONFLICT, "changed since");
  undo_test_assert_refused (test, drafted, PS_STORE_ERROR_CONFLICT, "since");
  undo_test_apply (test, agreed);
  removed = undo_test_apply (test, removed);
  undo_test_apply (test, removed);
  undo_test_apply (test, terms);
  undo_test_assert_refused (test, added, PS_STORE_ERROR_CONFLICT, "removed since");
  line = undo_test_apply (test, line);
  agree (test);
  /* Nor by redoing. */
  undo_test_assert_refused (test, line, PS_STORE_ERROR_CONFLICT, "was agreed since");
}

/* Agreeing is not redone over a draft that was changed in between. */
static void
test_agreed_again (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 agreed, line;

  add_draft (test);
  agreed = undo_test_apply (test, agree (test));
  agreed = undo_test_apply (test, undo_test_apply (test, agreed));
  line = change_test_update (test, "agreement_line", "1", "ceiling_cents=700000", &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, agreed, PS_STORE_ERROR_CONFLICT, "Lines of|41410001, 2025|changed since");
  undo_test_apply (test, line);
  agree (test);
}

/* A version that a settlement was made by stays agreed, unless the settlement is a draft or was withdrawn. */
static void
test_settled_since (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 agreed;

  add_draft (test);
  agreed = agree (test);
  settled_test_bring (test, "41410001", 2025, PS_SETTLEMENT_WITHDRAWN);
  settled_test_bring (test, "41410001", 2025, PS_SETTLEMENT_DRAFT);
  agreed = undo_test_apply (test, undo_test_apply (test, agreed));
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, "41410001", 2025, NULL);
  undo_test_assert_refused (test, agreed, PS_STORE_ERROR_CONFLICT, "41410001, 2025|settlement|stays agreed");
  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, "41410001", 2025, "known");
  undo_test_assert_refused (test, agreed, PS_STORE_ERROR_CONFLICT, "41410001, 2025|settlement|stays agreed");
}

/* An import changes the version that counts, and its undo changes it back. */
static void
test_agreed_by_import (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before;

  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 500000 productgroep donut", "l[1,0,0,0]");
  before = change_test_content (test);
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[0,1,0,0]");
  undo_test_apply (test, undo_test_last_record (test));
  g_assert_cmpstr (change_test_content (test), ==, before);
}

/* A scheme that only looks at how long clients are in care. */
static void
add_scheme (StoreTest *test)
{
  g_autoptr (PsRecord) no_scheme = ps_record_new ("scheme");
  g_autoptr (PsRecord) no_step = ps_record_new ("scheme_step");
  g_autoptr (PsRecord) scheme = change_test_with (no_scheme, "name=vrij");
  g_autoptr (PsRecord) step = change_test_with (no_step, "kind=3 from_value=2 paid_bp=5000");
  g_autoptr (PsChange) change = ps_change_new ("create", "scheme:vrij");
  g_autoptr (GError) error = NULL;

  ps_record_set_number (step, "scheme_id", ps_change_insert (change, scheme));
  ps_change_insert (change, step);
  ps_change_apply (test->store, change, "tester", NULL, &error);
  g_assert_no_error (error);
}

/* The rules of the region are held against what an import takes away as well. */
static void
test_import_leaves_scheme (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 import, step;

  add_scheme (test);
  store_test_assert_run (test, "scheme vrij budget 0 10000\nscheme vrij budget 10000 0", "ll[2,0,0,0]");
  import = undo_test_last_record (test);
  step = change_test_insert (test, "scheme_step", "scheme_id=2 kind=1 from_value=12000 paid_bp=5000", &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, import, PS_STORE_ERROR_CONFLICT, "vrij|from 0");
  undo_test_apply (test, step);
  undo_test_apply (test, import);
}

static gint64
discard_draft (StoreTest *test)
{
  g_autoptr (PsRecord) version = change_test_read (test, "agreement_version", "state = 1");
  g_autoptr (PsRecord) line = change_test_read (test, "agreement_line", "version_id = 1");
  g_autoptr (PsChange) change = ps_change_new ("delete", "agreement:test");
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_change_delete (change, line);
  ps_change_delete (change, version);
  ps_change_apply (test->store, change, "tester", &record, &error);
  g_assert_no_error (error);
  return record;
}

/* An agreement has a version, or is not there. */
static void
test_import_leaves_agreement (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 import, discarded;

  add_draft (test);
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[1,0,0,0]");
  import = undo_test_last_record (test);
  discarded = discard_draft (test);
  undo_test_assert_refused (test, import, PS_STORE_ERROR_CONFLICT, "41410001, 2025|one version");
  undo_test_apply (test, discarded);
  undo_test_apply (test, import);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_version"), ==, 1);
}

/* With the agreement that the import itself had added nothing is left over. */
static void
test_import_takes_agreement (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[1,0,0,0]");
  undo_test_apply (test, undo_test_last_record (test));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement"), ==, 0);
}

static gint64
merge (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  PsDate day;

  g_assert_true (ps_date_parse ("01-07-2024", &day));
  ps_desk_merge_providers (test->store, "tester", 1, 2, day, NULL, &record, &error);
  g_assert_no_error (error);
  return record;
}

/* One row of each kind that goes over at a merger. */
static const struct
{
  const char *name;
  const char *rows;
  const char *words;
} moving[] = {
  { "assignment", "assignment 0983/2 C2 41410001 45A04 01-08-2024 -", "Assignment 0983, 2" },
  { "advance", "advance 41410001 45A04 0983 08-2024 20000", "Advance" },
  { "measurement", "peildatum 01-08-2024\n---\nmeasurement 01-08-2024 41410001 45A04 0983 3 -", "Measurement" },
  { "agreement", "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "41410002, 2025" },
};

/* What was imported for the other since would stay there, and come once more with the same file. */
static void
test_merger_and_import (gconstpointer data)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *rows = moving[GPOINTER_TO_SIZE (data)].rows;
  g_autofree char *words = g_strdup_printf ("%s|imported since, by tester on|41410002", moving[GPOINTER_TO_SIZE (data)].words);
  gint64 merged = merge (test), import;

  store_test_run (test, rows);
  import = undo_test_last_record (test);
  g_assert_cmpint (import, >, merged);
  undo_test_assert_refused (test, merged, PS_STORE_ERROR_CONFLICT, words);
  import = undo_test_apply (test, import);
  undo_test_apply (test, merged);
  /* Redone with the merger undone it is the first provider's: the merger cannot be redone over it. */
  undo_test_apply (test, undo_test_last_record (test));
  undo_test_apply (test, import);
  g_assert_cmpint (undo_test_last_record (test), >, import);
}

/* The merger undone, the file is the first provider's; redone, it would stay behind. */
static void
test_merger_redone (gconstpointer data)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *rows = moving[GPOINTER_TO_SIZE (data)].rows;
  gint64 unmerged = undo_test_apply (test, merge (test)), import;

  store_test_run (test, rows);
  import = undo_test_last_record (test);
  undo_test_assert_refused (test, unmerged, PS_STORE_ERROR_CONFLICT, "imported since, by tester on|41410001");
  import = undo_test_apply (test, import);
  undo_test_apply (test, unmerged);
  /* And the import cannot come back under the merger. */
  undo_test_assert_refused (test, import, PS_STORE_ERROR_CONFLICT, "come back to provider 41410001|41410002|by tester on");
}

/* What is before the day of the merger stays where it is, and is in nobody's way. */
static void
test_merger_and_earlier_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 merged = merge (test);

  store_test_assert_run (test,
                         "assignment 0983/2 C2 41410001 45A04 01-05-2024 -\n---\nadvance 41410001 45A04 0983 05-2024 20000\n---\n"
                         "line D2 0983/2 45A04 01-08-2024 31-08-2024 1000 900000 9000\n---\n"
                         "assignment 0983/3 C3 41410003 45A04 01-08-2024 -",
                         "aaaa");
  merged = undo_test_apply (test, merged);
  undo_test_apply (test, merged);
}

/* Lines of an assignment that went over come back with it, or not at all. */
static void
test_merger_and_lines (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 undone, merged;

  store_test_assert_run (test, "assignment 0983/2 C2 41410001 45A04 01-08-2024 -", "a");
  store_test_assert_run (test, "line D2 0983/2 45A04 01-08-2024 31-08-2024 1000 900000 9000", "a");
  undone = undo_test_apply (test, undo_test_last_record (test));
  merged = merge (test);
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "D2|come back to provider 41410001");
  merged = undo_test_apply (test, merged);
  undone = undo_test_apply (test, undone);
  g_assert_cmpint (store_test_int (test, "SELECT provider_id FROM declaration_line"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo-order/agreed-since", test_agreed_since);
  g_test_add_func ("/store/undo-order/agreed-again", test_agreed_again);
  g_test_add_func ("/store/undo-order/settled-since", test_settled_since);
  g_test_add_func ("/store/undo-order/agreed-by-import", test_agreed_by_import);
  g_test_add_func ("/store/undo-order/import-leaves-scheme", test_import_leaves_scheme);
  g_test_add_func ("/store/undo-order/import-leaves-agreement", test_import_leaves_agreement);
  g_test_add_func ("/store/undo-order/import-takes-agreement", test_import_takes_agreement);
  for (gsize i = 0; i < G_N_ELEMENTS (moving); i++)
    {
      g_autofree char *undone = g_strconcat ("/store/undo-order/merger-and-import/", moving[i].name, NULL);
      g_autofree char *redone = g_strconcat ("/store/undo-order/merger-redone/", moving[i].name, NULL);

      g_test_add_data_func (undone, GSIZE_TO_POINTER (i), test_merger_and_import);
      g_test_add_data_func (redone, GSIZE_TO_POINTER (i), test_merger_redone);
    }
  g_test_add_func ("/store/undo-order/merger-and-earlier-rows", test_merger_and_earlier_rows);
  g_test_add_func ("/store/undo-order/merger-and-lines", test_merger_and_lines);
  return g_test_run ();
}
