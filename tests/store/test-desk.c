/* test-desk.c: what a contract manager does: providers, contracts, agreements, schemes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-desk.h"
#include "store/ps-undo.h"

static void
test_uses (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsProviderUse provider;
  PsProductUse product;

  store_test_assert_run (test, change_test_messages, "ll[2,0,0,0]l[1,0,0,0]aaaaaaaaaaaa");
  g_assert_true (ps_desk_provider_use (test->store, 1, &provider, &error));
  g_assert_cmpint (provider.assignments, ==, 2);
  g_assert_cmpint (provider.lines, ==, 2);
  g_assert_cmpint (provider.agreements, ==, 2);
  g_assert_cmpint (provider.tariffs, ==, 1);
  g_assert_cmpint (provider.contracts, ==, 0);
  g_assert_true (ps_desk_product_use (test->store, 1, &product, &error));
  g_assert_cmpint (product.lines, ==, 1);
  g_assert_cmpint (product.tariffs, ==, 2);
  g_assert_cmpint (product.advances, ==, 2);
}

static PsContract *
new_contract (void)
{
  PsContract *contract = ps_contract_new ();
  PsContractOption option = { 0, 1, 12, PS_DATE_OPEN, PS_OPTION_OPEN, PS_DATE_OPEN };
  PsContractProduct product = { 0, 0, PS_DATE_OPEN, PS_DATE_OPEN };
  PsContractDocument *document = g_new0 (PsContractDocument, 1);

  contract->provider = 0;
  g_free (contract->number);
  contract->number = g_strdup ("2024-01");
  contract->start = change_test_day ("01-01-2024");
  contract->end = change_test_day ("31-12-2025");
  contract->notice_months = 6;
  g_array_append_val (contract->options, option);
  option.sequence = 2;
  g_array_append_val (contract->options, option);
  g_array_append_val (contract->products, product);
  document->label = g_strdup ("Overeenkomst");
  document->uri = g_strdup ("https://example.org/contract.pdf");
  g_ptr_array_add (contract->documents, document);
  return contract;
}

static void
test_contracts (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsContract) contract = new_contract ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  const char *before = change_test_content (test);
  PsContract *first, *after;
  gint64 record;

  g_assert_true (ps_desk_save_contract (test->store, "tester", region, NULL, contract, NULL, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  shown = ps_desk_load_contracts (test->store, region, 0, &error);
  changed = ps_desk_load_contracts (test->store, region, PS_NONE, &error);
  g_assert_cmpuint (shown->len, ==, 1);
  first = g_ptr_array_index (shown, 0);
  after = g_ptr_array_index (changed, 0);
  g_assert_cmpstr (first->number, ==, "2024-01");
  g_assert_cmpuint (first->options->len, ==, 2);
  g_assert_cmpint (g_array_index (first->options, PsContractOption, 1).months, ==, 12);
  g_assert_cmpuint (first->documents->len, ==, 1);
  /* The second option is used, and the two swap their places. */
  before = change_test_content (test);
  g_array_index (after->options, PsContractOption, 0).sequence = 2;
  g_array_index (after->options, PsContractOption, 1).sequence = 1;
  g_array_index (after->options, PsContractOption, 1).decision = PS_OPTION_USED;
  g_array_set_size (after->products, 0);
  after->notice_months = -1;
  g_assert_true (ps_desk_save_contract (test->store, "tester", region, first, after, NULL, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  loaded = ps_desk_load_contracts (test->store, region, 0, &error);
  g_assert_cmpint (((PsContract *) loaded->pdata[0])->notice_months, ==, -1);
  g_assert_cmpuint (((PsContract *) loaded->pdata[0])->products->len, ==, 0);
  g_assert_cmpint (g_array_index (((PsContract *) loaded->pdata[0])->options, PsContractOption, 0).decision, ==, PS_OPTION_USED);
  /* What was shown first is not what there is. */
  g_assert_false (ps_desk_save_contract (test->store, "tester", region, first, after, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "2024-01|by tester on");
}

static PsAgreement *
new_terms (int year)
{
  PsAgreement *terms = ps_agreement_new (0, year);
  PsAgreementLine line = { 0, 0, 0, FALSE, 500000, PS_NO_NUMBER, 0 };

  terms->exchange = PS_EXCHANGE_GROUP;
  g_array_append_val (terms->lines, line);
  line.municipality = 1;
  line.ceiling_cents = 300000;
  g_array_append_val (terms->lines, line);
  return terms;
}

static PsAgreementVersion *
load_version (StoreTest *test, const PsRegion *region, guint number, GPtrArray **versions)
{
  g_autoptr (GError) error = NULL;

  *versions = ps_desk_load_versions (test->store, region, 0, 2025, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*versions)->len, >=, number);
  return g_ptr_array_index (*versions, number - 1);
}

/* Drafted, changed, agreed, amended, agreed again; each step undone and redone. */
static void
test_agreement (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsRegion) later = NULL;
  g_autoptr (PsAgreement) terms = new_terms (2025);
  g_autoptr (PsAgreement) changed = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) agreed = NULL;
  g_autoptr (GPtrArray) amended = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const PsAgreementSummary *summary;
  PsAgreementVersion *version;
  const char *before = change_test_content (test);
  gint64 record;

  g_assert_true (ps_desk_new_agreement (test->store, "tester", region, terms, NULL, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  /* A draft does not count. */
  later = change_test_load_region (test);
  g_assert_null (ps_region_find_agreement (later, 0, 2025));
  g_assert_false (ps_desk_new_agreement (test->store, "tester", region, terms, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "41410001, 2025|already");
  version = load_version (test, region, 1, &versions);
  changed = ps_agreement_copy (version->terms);
  changed->exchange = PS_EXCHANGE_PROVIDER;
  g_array_index (changed->lines, PsAgreementLine, 0).ceiling_cents = 550000;
  g_array_remove_index (changed->lines, 1);
  before = change_test_content (test);
  g_assert_true (ps_desk_save_draft (test->store, "tester", region, version, changed, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  g_assert_false (ps_desk_save_draft (test->store, "tester", region, version, changed, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "41410001, 2025");
  /* What was shown is not what there is: neither agreed nor thrown away. */
  g_assert_false (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "41410001, 2025|by tester on");
  g_assert_false (ps_desk_discard_draft (test->store, "tester", region, version, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "41410001, 2025|by tester on");
  version = load_version (test, region, 1, &saved);
  before = change_test_content (test);
  g_assert_true (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  g_assert_false (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "not a draft");
  version = load_version (test, region, 1, &agreed);
  before = change_test_content (test);
  g_assert_true (ps_desk_amend_agreement (test->store, "tester", region, version, "more clients", &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  g_assert_false (ps_desk_amend_agreement (test->store, "tester", region, version, "more", &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "draft");
  list = ps_desk_list_agreements (test->store, region, 2025, &error);
  summary = g_ptr_array_index (list, 0);
  g_assert_cmpint (summary->current_number, ==, 1);
  g_assert_cmpint (summary->draft_number, ==, 2);
  g_assert_cmpint (summary->current_cents, ==, 550000);
  version = load_version (test, region, 2, &amended);
  g_assert_cmpstr (version->reason, ==, "more clients");
  before = change_test_content (test);
  g_assert_true (ps_desk_agree (test->store, "tester", region, version, change_test_day ("01-03-2025"), &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT number, state, is_current FROM agreement_version ORDER BY number"), ==,
                   "1|2|0\n2|3|1");
  change_test_assert_undoes (test, record, before);
  /* A file changes the version that counts, and leaves it the amendment that it is. */
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0893 700000 aanbieder donut", "l[0,1,0,0]");
  g_assert_cmpstr (store_test_text (test, "SELECT number, state, is_current FROM agreement_version ORDER BY number"), ==,
                   "1|2|0\n2|3|1");
}

static void
test_agreement_draft (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsAgreement) terms = new_terms (2025);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  const char *empty = change_test_content (test), *before;
  PsAgreementVersion *version;
  gint64 record;

  /* Two schemes in a scope: it can be drafted, and not be agreed. */
  g_array_index (terms->lines, PsAgreementLine, 1).scheme = PS_NONE;
  g_assert_true (ps_desk_new_agreement (test->store, "tester", region, terms, NULL, &record, &error));
  version = load_version (test, region, 1, &versions);
  g_assert_false (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "");
  before = change_test_content (test);
  g_assert_true (ps_desk_discard_draft (test->store, "tester", region, version, &record, &error));
  g_assert_cmpstr (change_test_content (test), ==, empty);
  change_test_assert_undoes (test, record, before);
}

/* Another window gives a line after this one read the draft: its terms are the same, its lines are not. */
static void
test_agreement_unseen (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsAgreement) terms = new_terms (2025);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  const char *before;
  PsAgreementVersion *version;

  g_assert_true (ps_desk_new_agreement (test->store, "tester", region, terms, NULL, NULL, &error));
  version = load_version (test, region, 1, &versions);
  change_test_insert (test, "agreement_line",
                      "version_id=1 group_id=2 municipality_id=1 lump_sum=0 ceiling_cents=999 scheme_id=1", &error);
  g_assert_no_error (error);
  before = change_test_content (test);
  g_assert_false (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Line of an agreement|added|by tester on");
  g_assert_false (ps_desk_discard_draft (test->store, "tester", region, version, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Line of an agreement|added|by tester on");
  g_assert_cmpstr (change_test_content (test), ==, before);
  version = load_version (test, region, 1, &later);
  /* A line that was just given has no id where it is shown. */
  g_array_index (version->terms->lines, PsAgreementLine, 0).id = 0;
  g_array_index (version->terms->lines, PsAgreementLine, 0).ceiling_cents++;
  g_assert_false (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Ceiling|5,000.01|5,000");
  g_array_index (version->terms->lines, PsAgreementLine, 0).ceiling_cents--;
  g_assert_true (ps_desk_agree (test->store, "tester", region, version, change_test_day ("15-12-2024"), NULL, &error));
  g_assert_no_error (error);
}

/* An amendment starts from the version that was shown. */
static void
test_amend_unseen (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  PsAgreementVersion *version;

  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 500000 productgroep donut", "l[1,0,0,0]");
  version = load_version (test, region, 1, &versions);
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[0,1,0,0]");
  g_assert_false (ps_desk_amend_agreement (test->store, "tester", region, version, "more", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "41410001, 2025|Ceiling|5,000|7,000");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_version"), ==, 1);
}

/* A file of agreements where there is only a draft: its rows count, beside the draft. While that stands a file changes nothing more, for
 * agreeing it would take that back. */
static void
test_agreement_import (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsAgreement) terms = new_terms (2025);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_desk_new_agreement (test->store, "tester", region, terms, NULL, NULL, &error));
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[1,0,0,0]");
  g_assert_cmpstr (store_test_text (test, "SELECT number, state, is_current FROM agreement_version ORDER BY number"), ==,
                   "1|1|0\n2|2|1");
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[0,0,1,0]");
  store_test_assert_run (test,
                         "agreement 41410001 2025 AMB1 0983 800000 productgroep donut\n"
                         "agreement 41410001 2025 AMB1 0893 100000 productgroep donut",
                         "ll[0,0,0,2]");
  g_assert_nonnull (strstr (store_test_refusal (test, 0), "agree or discard it first"));
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 aanbieder donut", "l[0,0,0,1]");
  g_assert_nonnull (strstr (store_test_refusal (test, 0), "agree or discard it first"));
  g_assert_true (ps_desk_discard_draft (test->store, "tester", region, load_version (test, region, 1, &versions), NULL, &error));
  g_assert_no_error (error);
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 800000 productgroep donut", "l[0,1,0,0]");
  g_assert_cmpstr (store_test_text (test, "SELECT number, state, is_current FROM agreement_version ORDER BY number"), ==,
                   "2|2|1");
  store_test_assert_sound (test);
}

static void
test_scheme (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsScheme) scheme = ps_scheme_new_preset (PS_PRESET_DONUT_HOLE);
  g_autoptr (PsScheme) changed = NULL;
  g_autoptr (GArray) uses = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;
  const char *before = change_test_content (test);
  const PsScheme *donut = ps_region_scheme (region, 0);
  gint64 record;

  g_free (scheme->name);
  scheme->name = g_strdup ("Donut: 3 %");
  g_assert_true (ps_desk_save_scheme (test->store, "tester", NULL, scheme, NULL, "as agreed", NULL, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  notes = ps_desk_scheme_notes (test->store, 2, &error);
  g_assert_cmpstr (notes, ==, "as agreed");
  changed = ps_scheme_copy (donut);
  g_array_index (changed->bands, PsStep, 1).from = 10500;
  g_array_index (changed->bands, PsStep, 0).paid_bp = 9900;
  before = change_test_content (test);
  g_assert_true (ps_desk_save_scheme (test->store, "tester", donut, changed, NULL, NULL, NULL, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  g_assert_false (ps_desk_save_scheme (test->store, "tester", donut, changed, NULL, NULL, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "donut");
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[1,0,0,0]");
  uses = ps_desk_scheme_use (test->store, region, donut->id, &error);
  g_assert_cmpuint (uses->len, ==, 1);
  g_assert_cmpint (g_array_index (uses, PsSchemeUse, 0).year, ==, 2025);
  changed->id = donut->id;
  g_assert_false (ps_desk_delete_scheme (test->store, "tester", changed, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "donut|Line of an agreement: 1");
  scheme->id = 2;
  before = change_test_content (test);
  g_assert_true (ps_desk_delete_scheme (test->store, "tester", scheme, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/desk/uses", test_uses);
  g_test_add_func ("/store/desk/contracts", test_contracts);
  g_test_add_func ("/store/desk/agreement", test_agreement);
  g_test_add_func ("/store/desk/agreement-draft", test_agreement_draft);
  g_test_add_func ("/store/desk/agreement-unseen", test_agreement_unseen);
  g_test_add_func ("/store/desk/amend-unseen", test_amend_unseen);
  g_test_add_func ("/store/desk/agreement-import", test_agreement_import);
  g_test_add_func ("/store/desk/scheme", test_scheme);
  return g_test_run ();
}
