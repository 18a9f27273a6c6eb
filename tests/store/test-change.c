/* test-change.c: a change of the region: whole, in the trail, and refused with a sentence where it must be
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"

#define assert_done(record)                                                                                                      \
  G_STMT_START                                                                                                                   \
  {                                                                                                                              \
    gint64 record_ = (record);                                                                                                   \
    g_assert_no_error (error);                                                                                                   \
    g_assert_cmpint (record_, >, 0);                                                                                             \
  }                                                                                                                              \
  G_STMT_END

/* Values in and out, as texts, numbers and days, and as JSON. */
static void
test_record (void)
{
  g_autoptr (PsRecord) record = ps_record_new ("provider");
  g_autoptr (PsRecord) copy = NULL;
  g_autoptr (PsRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  g_assert_null (ps_record_get_text (record, "kvk"));
  g_assert_cmpint (ps_record_get_number (record, "kind"), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_record_get_date (record, "ended_on"), ==, PS_DATE_OPEN);
  ps_record_set_text (record, "name", "“Linde” \"zorg\"\n\\ é\x01");
  ps_record_set_text (record, "kvk", "");
  ps_record_set_text (record, "agb", "");
  ps_record_set_date (record, "ended_on", ps_date_from_ymd (2025, 12, 31));
  ps_record_set_number (record, "kind", -5);
  g_assert_null (ps_record_get_text (record, "kvk"));
  g_assert_cmpstr (ps_record_get_text (record, "agb"), ==, "");
  json = ps_record_to_json (record);
  read = ps_record_from_json ("provider", 0, json, &error);
  g_assert_no_error (error);
  g_assert_true (ps_record_equal (record, read));
  copy = ps_record_copy (record);
  ps_record_set_number (copy, "kind", 1);
  g_assert_false (ps_record_equal (record, copy));
  g_assert_true (ps_record_has_column (record, "agb"));
  g_assert_false (ps_record_has_column (record, "id"));
}

static void
test_broken_json (void)
{
  static const char *const texts[] = { "",
                                       "{",
                                       "[]",
                                       "{\"agb\"}",
                                       "{\"agb\":1}",
                                       "{\"nothing\":1}",
                                       "{\"agb\":\"x}",
                                       "{\"kind\":1.5}",
                                       "{\"agb\":\"\\q\"}",
                                       "{\"agb\":\"\\u12\"}",
                                       "{\"kind\":\"1\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ps_record_from_json ("provider", 1, texts[i], &error));
      g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED);
    }
}

/* Added, changed and deleted: each with its record, its row in the trail, and its states. */
static void
test_trail (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 record;

  record = change_test_insert (test, "municipality", "code=0994 name=Valkenburg", &error);
  assert_done (record);
  g_assert_cmpint (store_test_int (test, "SELECT max (id) FROM audit_record"), ==, record);
  g_assert_cmpstr (store_test_text (test, "SELECT actor, action, n_changes FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
                   "tester|create|1");
  g_assert_cmpstr (store_test_text (test, "SELECT row_id, before_state, after_state FROM audit_change"), ==,
                   "3|-|{\"code\":\"0994\",\"name\":\"Valkenburg\"}");
  assert_done (change_test_update (test, "municipality", "code = '0994'", "name=Valkenburg_aan_de_Geul", &error));
  assert_done (change_test_delete (test, "municipality", "code = '0994'", &error));
  g_assert_cmpstr (store_test_text (test, "SELECT before_state, after_state FROM audit_change ORDER BY id DESC LIMIT 1"), ==,
                   "{\"code\":\"0994\",\"name\":\"Valkenburg aan de Geul\"}|-");
  /* An id is never used again: history and undo go by it. */
  assert_done (change_test_insert (test, "municipality", "code=0995 name=Gulpen", &error));
  g_assert_cmpint (store_test_int (test, "SELECT id FROM municipality WHERE code = '0995'"), ==, 4);
  store_test_assert_sound (test);
}

/* What a new row leaves out it gets from the file, and the trail knows what. */
static void
test_defaults (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;

  assert_done (change_test_insert (test, "provider", "agb=41410009 name=Es", &error));
  g_assert_cmpstr (store_test_text (test, "SELECT kind, contracted FROM provider WHERE agb = '41410009'"), ==, "1|1");
  g_assert_nonnull (strstr (store_test_text (test, "SELECT after_state FROM audit_change"), "\"kind\":1"));
}

static void
test_nothing (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 n = store_test_int (test, "SELECT count (*) FROM audit_record");

  g_assert_cmpint (change_test_update (test, "provider", "agb = '41410001'", "name=Linde", &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_record"), ==, n);
}

/* Rows that refer to other new rows, in any order; two rows that swap their keys. */
static void
test_together (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsChange) change = ps_change_new ("create", "product:50A01");
  g_autoptr (PsRecord) segment = ps_record_new ("segment");
  g_autoptr (PsRecord) group = ps_record_new ("product_group");
  g_autoptr (PsRecord) first = change_test_read (test, "municipality", "code = '0983'");
  g_autoptr (PsRecord) second = change_test_read (test, "municipality", "code = '0893'");
  g_autoptr (PsRecord) first_after = change_test_with (first, "code=0893");
  g_autoptr (PsRecord) second_after = change_test_with (second, "code=0983");
  g_autoptr (GError) error = NULL;
  gint64 segment_id, group_id;

  ps_record_set_text (segment, "code", "5");
  ps_record_set_text (group, "code", "NEW");
  ps_change_update (change, first, first_after);
  segment_id = ps_change_insert (change, segment);
  ps_record_set_number (group, "segment_id", segment_id);
  group_id = ps_change_insert (change, group);
  ps_change_update (change, second, second_after);
  g_assert_cmpint (segment_id, <, 0);
  g_assert_true (ps_change_apply (test->store, change, "tester", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ps_change_get_id (change, group_id), >, 0);
  g_assert_cmpstr (store_test_text (test, "SELECT s.code FROM product_group g JOIN segment s ON s.id = g.segment_id"
                                          " WHERE g.code = 'NEW'"),
                   ==, "5");
  g_assert_cmpstr (store_test_text (test, "SELECT name FROM municipality WHERE code = '0983'"), ==, "Bergen");
  store_test_assert_sound (test);
}

/* Two people with the same row open: the second is told what it was and what it is. */
static void
test_conflict (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRecord) shown = change_test_read (test, "tariff", "tariff_e4 = 900000");
  g_autoptr (PsRecord) mine = change_test_with (shown, "tariff_e4=910000");
  g_autoptr (PsChange) change = ps_change_new ("edit", "tariff:45A04");
  g_autoptr (PsStore) other = NULL;
  g_autoptr (PsChange) others = ps_change_new ("edit", "tariff:45A04");
  g_autoptr (PsRecord) theirs = change_test_with (shown, "tariff_e4=955000");
  g_autoptr (GError) error = NULL;

  other = ps_store_open (test->path, PS_STORE_WRITE, &error);
  g_assert_no_error (error);
  ps_change_update (others, shown, theirs);
  ps_change_update (change, shown, mine);
  g_assert_true (ps_change_apply (other, others, "anna", NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ps_change_apply (test->store, change, "tester", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT,
                              "Tariff 45A04, region, from 01-01-2023|Tariff|90|95.50|by anna on");
  g_assert_cmpint (store_test_int (test, "SELECT tariff_e4 FROM tariff WHERE product_id = 1"), ==, 955000);
  store_test_assert_sound (test);
}

static void
test_gone (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRecord) shown = change_test_read (test, "tariff", "tariff_e4 = 900000");
  g_autoptr (PsRecord) mine = change_test_with (shown, "tariff_e4=910000");
  g_autoptr (PsChange) change = ps_change_new ("edit", "tariff:45A04");
  g_autoptr (GError) error = NULL;

  ps_change_update (change, shown, mine);
  assert_done (change_test_delete (test, "tariff", "tariff_e4 = 900000", &error));
  g_assert_false (ps_change_apply (test->store, change, "tester", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Tariff 45A04|not there any more|by tester on");
}

/* Another one is first with two columns of a tariff; what was shown is changed in `values`, rebased and applied. */
static void
apply_rebased (StoreTest *test, const char *values, gint64 *record, GError **error)
{
  g_autoptr (PsRecord) shown = change_test_read (test, "tariff", "tariff_e4 = 900000");
  g_autoptr (PsRecord) mine = change_test_with (shown, values);
  g_autoptr (PsChange) change = ps_change_new ("edit", "tariff:45A04");
  g_autoptr (PsChange) rebased = NULL;

  g_assert_cmpint (change_test_update (test, "tariff", "tariff_e4 = 900000", "tariff_e4=955000 valid_from=01-02-2023", error), >,
                   0);
  ps_change_set_reason (change, "afgesproken");
  ps_change_update (change, shown, mine);
  g_assert_false (ps_change_apply (test->store, change, "tester", NULL, error));
  change_test_assert_refused (error, PS_STORE_ERROR_CONFLICT, "Tariff 45A04|by tester on");
  rebased = ps_change_rebase (test->store, change, error);
  g_assert_no_error (*error);
  g_assert_nonnull (rebased);
  g_assert_true (ps_change_apply (test->store, rebased, "tester", record, error));
}

/* What was refused can be done on the row as it is now: mine where both changed it, theirs in the columns that I left. */
static void
test_rebase (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsDate theirs = ps_date_from_ymd (2023, 2, 1);
  gint64 record = 0;
  const char *changed;

  apply_rebased (test, "tariff_e4=910000", &record, &error);
  assert_done (record);
  g_assert_cmpint (store_test_int (test, "SELECT tariff_e4 FROM tariff WHERE product_id = 1"), ==, 910000);
  g_assert_cmpint (store_test_int (test, "SELECT valid_from FROM tariff WHERE product_id = 1"), ==, theirs);
  g_assert_cmpstr (store_test_text (test, "SELECT thing, reason FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
                   "tariff:45A04|afgesproken");
  changed = store_test_text (test, "SELECT before_state, after_state FROM audit_change ORDER BY id DESC LIMIT 1");
  g_assert_nonnull (strstr (changed, "\"tariff_e4\":955000"));
  g_assert_nonnull (strstr (strchr (changed, '|'), "\"tariff_e4\":910000"));
  store_test_assert_sound (test);
}

/* Both wanted the same: there is nothing left to do. */
static void
test_rebase_same (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 record = -1;

  apply_rebased (test, "tariff_e4=955000", &record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record, ==, 0);
}

/* New rows that others refer to stay, and a row that goes, goes as it is now. */
static void
test_rebase_rows (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRecord) segment = ps_record_new ("segment");
  g_autoptr (PsRecord) group = ps_record_new ("product_group");
  g_autoptr (PsRecord) unused = NULL;
  g_autoptr (PsChange) change = ps_change_new ("edit", "segment:5");
  g_autoptr (PsChange) rebased = NULL;
  g_autoptr (GError) error = NULL;

  assert_done (change_test_insert (test, "municipality", "code=0994 name=Valkenburg", &error));
  unused = change_test_read (test, "municipality", "code = '0994'");
  ps_record_set_text (segment, "code", "5");
  ps_record_set_text (group, "code", "NEW");
  ps_record_set_number (group, "segment_id", ps_change_insert (change, segment));
  ps_change_insert (change, group);
  ps_change_delete (change, unused);
  assert_done (change_test_update (test, "municipality", "code = '0994'", "name=Valkenburg_aan_de_Geul", &error));
  rebased = ps_change_rebase (test->store, change, &error);
  g_assert_no_error (error);
  g_assert_true (ps_change_apply (test->store, rebased, "tester", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT s.code FROM product_group g JOIN segment s ON s.id = g.segment_id"
                                          " WHERE g.code = 'NEW'"),
                   ==, "5");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM municipality WHERE code = '0994'"), ==, 0);
  g_assert_nonnull (strstr (store_test_text (test, "SELECT before_state FROM audit_change WHERE after_state IS NULL"), "Geul"));
  store_test_assert_sound (test);
}

/* A row that is gone cannot be changed; nor does what was only expected to be as it was shown count for less. */
static void
test_rebase_gone (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRecord) shown = change_test_read (test, "tariff", "tariff_e4 = 900000");
  g_autoptr (PsRecord) mine = change_test_with (shown, "tariff_e4=910000");
  g_autoptr (PsRecord) expected = change_test_read (test, "provider", "agb = '41410001'");
  g_autoptr (PsChange) change = ps_change_new ("edit", "tariff:45A04");
  g_autoptr (PsChange) rebased = NULL;
  g_autoptr (GError) error = NULL;

  ps_change_update (change, shown, mine);
  ps_change_expect (change, expected);
  assert_done (change_test_update (test, "provider", "agb = '41410001'", "name=Lindeboom", &error));
  rebased = ps_change_rebase (test->store, change, &error);
  g_assert_no_error (error);
  g_assert_false (ps_change_apply (test->store, rebased, "tester", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Lindeboom");
  assert_done (change_test_delete (test, "tariff", "tariff_e4 = 900000", &error));
  g_assert_null (ps_change_rebase (test->store, change, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Tariff 45A04|not there any more|by tester on");
}

typedef struct
{
  const char *name;
  char kind; /* i insert, u update, d delete */
  const char *table;
  const char *where;
  const char *values;
  const char *words;
} Refusal;

static const Refusal refusals[] = {
  { "agb-twice", 'i', "provider", NULL, "agb=41410002 name=Es", "Provider 41410002 Beuk|already" },
  { "agb-short", 'i', "provider", NULL, "agb=4141 name=Es", "AGB|4141" },
  { "agb-of-other", 'i', "provider_agb", NULL, "provider_id=1 agb=41410002", "41410001 Linde|41410002 Beuk|same AGB" },
  { "kvk", 'u', "provider", "agb = '41410001'", "kvk=12", "KvK|12" },
  { "name", 'u', "provider", "agb = '41410001'", "name=-", "41410001|Name|missing" },
  { "kind", 'u', "provider", "agb = '41410001'", "kind=-", "41410001|Kind|missing" },
  { "cbs", 'i', "municipality", NULL, "code=12 name=Weert", "12" },
  { "merged-in-itself", 'u', "provider", "agb = '41410001'", "merged_into=1", "" },
  { "product-code", 'i', "product", NULL, "code=45A04 name=x group_id=1 funding=1 unit=2", "Product 45A04|already" },
  { "traject-norm", 'i', "product", NULL, "code=45X01 name=x group_id=1 funding=2 unit=2", "45X01|norm duration" },
  { "pxq-unit", 'i', "product", NULL, "code=45X01 name=x group_id=1 funding=1 unit=0", "45X01|unit" },
  { "tariff-overlap", 'i', "tariff", NULL, "product_id=1 valid_from=01-01-2024 tariff_e4=950000",
    "Tariff 45A04, region, from 01-01-2024|overlaps|01-01-2023|90" },
  { "tariff-twice", 'i', "tariff", NULL, "product_id=1 valid_from=01-01-2023 tariff_e4=950000", "45A04|already" },
  { "tariff-backwards", 'i', "tariff", NULL, "product_id=1 valid_from=01-01-2022 valid_to=31-12-2021 tariff_e4=1",
    "31-12-2021|before it starts" },
  { "tariff-negative", 'i', "tariff", NULL, "product_id=1 valid_from=01-01-2022 valid_to=31-12-2022 tariff_e4=-1",
    "Tariff|cannot be" },
  { "tariff-too-high", 'i', "tariff", NULL, "product_id=1 valid_from=01-01-2022 valid_to=31-12-2022 tariff_e4=1000000000001",
    "Tariff|cannot be" },
  { "step-too-far", 'u', "scheme_step", "from_value > 0", "from_value=1000001", "cannot be" },
  { "code-too-long", 'i', "product", NULL,
    "code=x123456789012345678901234567890123456789012345678901234567890123456789 name=x group_id=1 funding=1 unit=2",
    "64 characters" },
  { "scheme-twice", 'i', "scheme", NULL, "name=donut", "donut|already" },
  { "scheme-mix", 'i', "scheme_step", NULL, "scheme_id=1 kind=2 from_value=500 paid_bp=0", "donut|mix" },
  { "scheme-zero", 'd', "scheme_step", "from_value = 0", NULL, "donut|from 0" },
  { "scheme-share", 'u', "scheme_step", "from_value = 0", "paid_bp=10001", "Paid" },
  { "used-product", 'd', "product", "code = '45A04'", NULL, "Product 45A04|Tariff: 1|Declaration line: 1|last day" },
  { "used-provider", 'd', "provider", "agb = '41410001'", NULL, "Provider 41410001 Linde|Assignment: 1|last day" },
  { "used-group", 'd', "product_group", "code = 'AMB1'", NULL, "AMB1|Product: 2" },
  { "used-scheme", 'd', "scheme", "name = 'donut'", NULL, "donut|Line of an agreement: 1" },
  { "agreed-line", 'u', "agreement_line", "1", "ceiling_cents=1", "41410001, 2024|amendment" },
  { "agreed-line-added", 'i', "agreement_line", NULL, "version_id=1 group_id=2 municipality_id=1 lump_sum=0 ceiling_cents=1",
    "amendment" },
  { "agreed-line-deleted", 'd', "agreement_line", "1", NULL, "amendment" },
  { "agreed-terms", 'u', "agreement_version", "1", "exchange=4", "amendment" },
  { "agreed-deleted", 'd', "agreement_version", "1", NULL, "amendment" },
  { "no-version-counts", 'u', "agreement_version", "1", "is_current=0", "41410001, 2024|one version that counts" },
  { "agreed-at-once", 'i', "agreement_version", NULL,
    "agreement_id=1 number=2 state=2 is_current=0 exchange=1 division_key=1 measuring=1", "draft" },
  { "agreed-counts-again", 'u', "agreement_version", "agreement_id = 2 AND number = 1", "is_current=1",
    "41410002, 2024, version 1|not count again" },
  { "agreed-other-year", 'u', "agreement", "year = 2024", "year=2023", "41410001, 2024|its year" },
  { "agreed-other-provider", 'u', "agreement", "provider_id = 1", "provider_id=3", "41410001, 2024|its provider" },
  { "draft-moved", 'u', "agreement_version", "agreement_id = 3", "agreement_id=1 number=5", "41410001, 2026|of its agreement" },
  { "draft-numbered", 'u', "agreement_version", "agreement_id = 3", "number=5", "41410001, 2026|keeps its number" },
  { "agreed-no-day", 'u', "agreement_version", "agreement_id = 3", "state=2 is_current=1", "41410001, 2026|day" },
  { "agreed-no-lines", 'u', "agreement_version", "agreement_id = 3", "state=2 is_current=1 agreed_on=01-12-2025",
    "41410001, 2026|no lines" },
  { "first-amended", 'u', "agreement_version", "agreement_id = 3", "state=3 is_current=1 agreed_on=01-12-2025 reason=x",
    "41410001, 2026|first" },
  { "agreed-not-counting", 'u', "agreement_version", "agreement_id = 3", "state=2 agreed_on=01-12-2025",
    "41410001, 2026|counts" },
  { "amended-no-reason", 'u', "agreement_version", "agreement_id = 4 AND number = 2", "state=3 is_current=1 agreed_on=01-12-2024",
    "41410002, 2025|reason" },
  { "amended-blank-reason", 'u', "agreement_version", "agreement_id = 4 AND number = 2",
    "state=3 is_current=1 agreed_on=01-12-2024 reason=\t\302\240", "41410002, 2025|reason" },
  { "amended-as-first", 'u', "agreement_version", "agreement_id = 4 AND number = 2",
    "state=2 is_current=1 agreed_on=01-12-2024 reason=x", "41410002, 2025|amends" },
  { "region-deleted", 'd', "region", "1", NULL, "region itself" },
  { "scheme-no-step", 'i', "scheme", NULL, "name=niets", "niets|at least one step" },
  { "scheme-step-of-one", 'd', "scheme_step", "scheme_id = 2", NULL, "one|at least one step" },
  { "check-word", 'u', "provider", "agb = '41410001'", "kind=99", "Provider 41410001 Linde|Kind" },
  { "ended-provider-agreement", 'i', "agreement", NULL, "provider_id=4 year=2026",
    "Provider 41410004|31-12-2025|41410004, 2026" },
  { "ended-provider-contract", 'i', "contract", NULL, "provider_id=4 number=2026-01 starts_on=01-01-2026",
    "Provider 41410004|31-12-2025|Contract" },
  { "ended-provider-contract-later", 'u', "contract", "provider_id = 4", "starts_on=01-02-2026", "41410004|31-12-2025" },
  { "ended-product-tariff", 'i', "tariff", NULL, "product_id=2 valid_from=01-01-2040 tariff_e4=1",
    "Product 45L11|31-12-2039|45L11" },
  { "contract-product-early", 'u', "contract_product", "1", "valid_from=31-12-2023", "Contracted product|01-01-2024|31-12-2027" },
  { "contract-product-late", 'u', "contract_product", "1", "valid_to=01-01-2028", "Contracted product|01-01-2024|31-12-2027" },
  { "contract-shortened", 'u', "contract", "number = '2024-01'", "ends_on=31-12-2024", "|31-12-2026" },
  { "option-before-earlier", 'u', "contract_option", "sequence = 2", "decision=1 decided_on=01-01-2025",
    "option 2|option 1|decided on" },
  { "agreement-twice", 'i', "agreement", NULL, "provider_id=1 year=2024", "41410001, 2024|already" },
};

/* What has ended, drafts and amendments, a contract with options, a scheme of one step. Also what an earlier one amended. */
static void
make_more (StoreTest *test)
{
  g_autoptr (GError) error = NULL;

  ps_sql_exec (
      test->store,
      "INSERT INTO provider (id, agb, name, ended_on) VALUES (4, '41410004', 'Es', unixepoch ('2025-12-31') / 86400);"
      "UPDATE product SET ended_on = unixepoch ('2039-12-31') / 86400 WHERE id = 2;"
      "INSERT INTO agreement (id, provider_id, year) VALUES (2, 2, 2024), (3, 1, 2026), (4, 2, 2025);"
      "INSERT INTO agreement_version (id, agreement_id, number, state, is_current, agreed_on, reason, exchange,"
      " division_key, measuring) VALUES (2, 2, 1, 2, 0, 19000, NULL, 1, 1, 1), (3, 2, 2, 3, 1, 19000, 'x', 1, 1, 1),"
      " (4, 3, 1, 1, 0, NULL, NULL, 1, 1, 1), (5, 4, 1, 2, 1, 19000, NULL, 1, 1, 1), (6, 4, 2, 1, 0, NULL, NULL, 1, 1, 1);"
      "INSERT INTO agreement_line (version_id, group_id, municipality_id, lump_sum, ceiling_cents)"
      " SELECT column1, 1, 1, 0, 100 FROM (VALUES (2), (3), (5), (6));"
      "INSERT INTO scheme (id, name) VALUES (2, 'one');"
      "INSERT INTO scheme_step (scheme_id, kind, from_value, paid_bp) VALUES (2, 3, 1, 5000);"
      "INSERT INTO contract (id, provider_id, number, starts_on, ends_on) VALUES"
      " (1, 1, '2024-01', unixepoch ('2024-01-01') / 86400, unixepoch ('2025-12-31') / 86400),"
      " (2, 4, '2025-01', unixepoch ('2025-01-01') / 86400, NULL);"
      "INSERT INTO contract_option (contract_id, sequence, months) VALUES (1, 1, 12), (1, 2, 12);"
      "INSERT INTO contract_product (contract_id, product_id, valid_to) VALUES"
      " (1, 1, unixepoch ('2027-06-30') / 86400)",
      &error);
  g_assert_no_error (error);
}

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  const char *content;
  gint64 record;

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 500000 productgroep donut\n---\n"
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n---\n"
                         "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000",
                         "l[1,0,0,0]aa");
  make_more (test);
  content = change_test_content (test);
  if (refusal->kind == 'i')
    record = change_test_insert (test, refusal->table, refusal->values, &error);
  else if (refusal->kind == 'u')
    record = change_test_update (test, refusal->table, refusal->where, refusal->values, &error);
  else
    record = change_test_delete (test, refusal->table, refusal->where, &error);
  g_assert_cmpint (record, ==, 0);
  if (*refusal->words != '\0')
    change_test_assert_refused (&error, PS_STORE_ERROR_RULE, refusal->words);
  g_assert_cmpstr (change_test_content (test), ==, content);
  store_test_assert_sound (test);
}

/* What was removed since it was shown cannot be referred to: said in words, with its name. */
static void
test_reference_gone (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autofree char *tariff = NULL;
  g_autoptr (GError) error = NULL;

  assert_done (change_test_insert (test, "product", "code=45X01 name=x group_id=1 funding=1 unit=2", &error));
  tariff = g_strdup_printf ("product_id=%d valid_from=01-01-2024 tariff_e4=1",
                            (int) store_test_int (test, "SELECT max (id) FROM product"));
  assert_done (change_test_delete (test, "product", "code = '45X01'", &error));
  change_test_insert (test, "tariff", tariff, &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT,
                              "Tariff 45X01, region, from 01-01-2024|Product “45X01”|by tester on");
  change_test_insert (test, "contract", "provider_id=77 number=1 starts_on=01-01-2024", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Contract|Provider|not there any more");
  store_test_assert_sound (test);
}

/* A thing is not deleted together with parts that who deletes it did not see. */
static void
test_unseen_part (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRecord) contract = NULL;
  g_autoptr (PsRecord) option = NULL;
  g_autoptr (PsChange) change = ps_change_new ("delete", "contract:41410001:2024-01");
  g_autoptr (PsChange) again = ps_change_new ("delete", "contract:41410001:2024-01");
  g_autoptr (PsRecord) document = NULL;
  g_autoptr (GError) error = NULL;

  assert_done (change_test_insert (test, "contract", "provider_id=1 number=2024-01 starts_on=01-01-2024", &error));
  assert_done (change_test_insert (test, "contract_option", "contract_id=1 sequence=1 months=12", &error));
  contract = change_test_read (test, "contract", "1");
  option = change_test_read (test, "contract_option", "1");
  ps_change_delete (change, contract);
  ps_change_delete (change, option);
  assert_done (change_test_insert (test, "contract_document", "contract_id=1 label=Brief uri=https://example.org/a.pdf", &error));
  g_assert_false (ps_change_apply (test->store, change, "tester", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Brief|added|by tester on");
  document = change_test_read (test, "contract_document", "1");
  ps_change_delete (again, contract);
  ps_change_delete (again, option);
  ps_change_delete (again, document);
  g_assert_true (ps_change_apply (test->store, again, "tester", NULL, &error));
  g_assert_no_error (error);
  store_test_assert_sound (test);
}

/* What is part of a thing goes with it, and is in the trail. */
static void
test_parts (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsChange) change = ps_change_new ("delete", "contract:41410001:2024-01");
  static const char *const tables[] = { "contract", "contract_option", "contract_product" };
  g_autoptr (GError) error = NULL;

  assert_done (
      change_test_insert (test, "contract", "provider_id=1 number=2024-01 starts_on=01-01-2024 ends_on=31-12-2025", &error));
  assert_done (change_test_insert (test, "contract_option", "contract_id=1 sequence=1 months=12", &error));
  assert_done (change_test_insert (test, "contract_product", "contract_id=1 product_id=1", &error));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (PsRecord) row = change_test_read (test, tables[i], "1");

      ps_change_delete (change, row);
    }
  g_assert_true (ps_change_apply (test->store, change, "tester", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM contract_option"), ==, 0);
  g_assert_cmpint (store_test_int (test, "SELECT n_changes FROM audit_record ORDER BY id DESC LIMIT 1"), ==, 3);
  store_test_assert_sound (test);
}

/* A product that becomes a traject has its lines in other blocks. */
static void
test_funding (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;

  store_test_assert_run (
      test,
      "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C2 41410002 45A04 01-01-2024 -\n---\n"
      "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
      "line D2 0983/2 45A04 01-01-2024 31-01-2024 1000 900000 9000",
      "aaaa");
  assert_done (change_test_update (test, "product", "code = '45A04'", "funding=2", &error));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_block WHERE instalment = 1"), ==, 2);
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/change/record", test_record);
  g_test_add_func ("/store/change/broken-json", test_broken_json);
  g_test_add_func ("/store/change/trail", test_trail);
  g_test_add_func ("/store/change/defaults", test_defaults);
  g_test_add_func ("/store/change/nothing", test_nothing);
  g_test_add_func ("/store/change/together", test_together);
  g_test_add_func ("/store/change/conflict", test_conflict);
  g_test_add_func ("/store/change/gone", test_gone);
  g_test_add_func ("/store/change/rebase", test_rebase);
  g_test_add_func ("/store/change/rebase-same", test_rebase_same);
  g_test_add_func ("/store/change/rebase-rows", test_rebase_rows);
  g_test_add_func ("/store/change/rebase-gone", test_rebase_gone);
  g_test_add_func ("/store/change/reference-gone", test_reference_gone);
  g_test_add_func ("/store/change/unseen-part", test_unseen_part);
  g_test_add_func ("/store/change/parts", test_parts);
  g_test_add_func ("/store/change/funding", test_funding);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/change/refused/%s", refusals[i].name);

      g_test_add_data_func (name, &refusals[i], test_refusal);
    }
  return g_test_run ();
}
