/* test-writer-messages.c: assignments, care, declaration lines, advances, peildata, measurements
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"

#define assert_refusal(test, i, start) g_assert_true (g_str_has_prefix (store_test_refusal (test, i), start))

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

static void
test_assignments (void)
{
  g_autoptr (StoreTest) test = new_region ();

  /* The number is unique within a municipality only; leading zeros and letters are other numbers. */
  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 31-12-2024\n"
                         "assignment 0893/1 C2 41410001 *AMB1 01-01-2024 -\n"
                         "assignment 0983/01 C3 41410001 45A04 01-01-2024 -\n"
                         "assignment 0983/A1 C3 41410001 45A04 01-01-2024 -\n"
                         "assignment 0983/a1 C3 41410001 45A04 01-01-2024 -\n"
                         "assignment 0983/dd9e-11aa-77bb-00ff-zz C3 41410001 45A04 01-01-2024 -",
                         "aaaaaa");
  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 31-12-2024\n"
                         "assignment 0893/1 C2 41410001 *AMB1 01-01-2024 -\n"
                         "assignment 0983/dd9e-11aa-77bb-00ff-zz C3 41410001 45A04 01-01-2024 -",
                         "===");
  store_test_assert_run (test, "assignment 0983/1 C1 41410001 45A04 01-01-2024 30-06-2025", "u");
  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 30-06-2025\n"
                         "assignment 0983/1 C9 41410001 45A04 01-01-2024 30-06-2025",
                         "=R");
  store_test_assert_run (test,
                         "assignment 9999/1 C1 41410001 45A04 01-01-2024 -\n"
                         "assignment 0983/2 C1 49999999 45A04 01-01-2024 -\n"
                         "assignment 0983/2 C1 41410001 XX 01-01-2024 -\n"
                         "assignment 0983/2 C1 41410001 *XX 01-01-2024 -",
                         "RRRR");
  assert_refusal (test, 0, "1 gemeente 9999: ");
  assert_refusal (test, 1, "2 agb 49999999: ");
  assert_refusal (test, 2, "3 product XX: ");
  assert_refusal (test, 3, "4 productgroep XX: ");
  store_test_assert_sound (test);
}

/* The lines of an assignment are its provider's: it cannot go to another any more. */
static void
test_provider_of_lines (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (
      test,
      "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C1 41410001 45A04 01-01-2024 -\n---\n"
      "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000",
      "aaa");
  store_test_assert_run (test, "assignment 0983/2 C1 41410002 45A04 01-01-2024 -", "u");
  store_test_assert_run (test, "assignment 0983/1 C1 41410002 45A04 01-01-2024 -", "R");
  assert_refusal (test, 0, "1 agb 41410002: ");
  store_test_assert_sound (test);
}

static void
test_care (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *row;

  store_test_assert_run (test, "assignment 0983/1 C1 41410001 45A04 01-01-2024 -", "a");
  store_test_assert_run (test, "care 0983/1 05-01-2024 - - 09-01-2024", "a");
  /* The 307 brings the stop, and does not know when the 305 was sent. */
  store_test_assert_run (test, "care 0983/1 05-01-2024 31-03-2024 31", "u");
  row = store_test_text (test, "SELECT date (starts_on * 86400, 'unixepoch'), date (stops_on * 86400, 'unixepoch'), reason,"
                               " date (sent_305_on * 86400, 'unixepoch') FROM care_period");
  g_assert_cmpstr (row, ==, "2024-01-05|2024-03-31|31|2024-01-09");
  store_test_assert_run (test, "care 0983/1 05-01-2024 31-03-2024 31\ncare 0983/1 01-05-2024 - -", "=a");
  store_test_assert_run (test, "care 0983/1 01-06-2024 - -\ncare 0983/1 01-06-2024 30-06-2024 31", "aR");
  assert_refusal (test, 0, "2 startdatum 1: ");
  store_test_assert_run (test, "care 0983/7 01-06-2024 - -\ncare 9999/1 01-06-2024 - -", "RR");
  assert_refusal (test, 0, "1 toewijzingnummer 7: ");
  assert_refusal (test, 1, "2 gemeente 9999: ");
  store_test_assert_run (test, "care 0983/1 01-07-2024 01-06-2024 31", "R");
  store_test_assert_sound (test);
}

static void
test_lines (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (
      test, "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C1 41410002 45A04 01-01-2024 -", "aa");
  store_test_assert_run (test,
                         "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
                         "line D2 0983/1 45A04 01-02-2024 29-02-2024 -1000 900000 -9000 ingediend N1\n"
                         "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000",
                         "aa=");
  /* The key is provider and reference. */
  store_test_assert_run (test, "line D1 0983/2 45A04 01-01-2024 31-01-2024 1000 900000 9000", "a");
  store_test_assert_run (test, "line D2 0983/1 45A04 01-02-2024 29-02-2024 -1000 900000 -9000 ingediend N1", "=");
  store_test_assert_run (test, "line D2 0983/1 45A04 01-02-2024 29-02-2024 -1000 900000 -9000 toegekend N1", "R");
  assert_refusal (test, 0, "1 referentienummer D2: ");
  store_test_assert_run (test, "line D2 0983/1 45A04 01-02-2024 29-02-2024 -1000 900000 -9000 ingediend", "R");
  store_test_assert_run (test,
                         "line D3 0983/1 45A04 01-02-2024 29-02-2024 1 - 1\n"
                         "line D3 0983/1 XX 01-02-2024 29-02-2024 1 1 1\n"
                         "line D3 0983/9 45A04 01-02-2024 29-02-2024 1 1 1\n"
                         "line D3 0983/1 45A04 02-02-2024 01-02-2024 1 1 1",
                         "RRRR");
  assert_refusal (test, 0, "1 tarief -: ");
  assert_refusal (test, 1, "2 product XX: ");
  assert_refusal (test, 2, "3 toewijzingnummer 9: ");
  assert_refusal (test, 3, "4 periode_tot -: ");
  /* Only pxq needs a tariff. */
  store_test_assert_run (test, "line D3 0983/1 45L11 01-02-2024 29-02-2024 1 - 1", "a");
  store_test_assert_sound (test);
}

static void
test_advances (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test, "advance 41410001 45V01 0983 01-2024 125000\nadvance 41410001 45V01 0983 02-2024 125000", "aa");
  store_test_assert_run (test, "advance 41410001 45V01 0983 01-2024 125000\nadvance 41410001 45V01 0983 02-2024 130000", "=u");
  store_test_assert_run (test,
                         "advance 49999999 45V01 0983 01-2024 1\nadvance 41410001 XX 0983 01-2024 1\n"
                         "advance 41410001 45V01 9999 01-2024 1",
                         "RRR");
  assert_refusal (test, 0, "1 agb 49999999: ");
  assert_refusal (test, 1, "2 product XX: ");
  assert_refusal (test, 2, "3 gemeente 9999: ");
}

static void
test_measurements (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "peildatum 22-02-2024 eerste 31-12-2023\npeildatum 19-05-2024\n---\n"
                         "measurement 22-02-2024 41410001 45V01 0983 1 400\n"
                         "measurement 19-05-2024 41410001 45V01 0983 - 1000",
                         "aaaa");
  store_test_assert_run (test,
                         "peildatum 22-02-2024 eerste 31-12-2023\npeildatum 19-05-2024 tweede\n---\n"
                         "measurement 22-02-2024 41410001 45V01 0983 1 400\n"
                         "measurement 19-05-2024 41410001 45V01 0983 3 1000",
                         "=u=u");
  store_test_assert_run (test, "measurement 20-05-2024 41410001 45V01 0983 1 1", "R");
  assert_refusal (test, 0, "1 peildatum 2024-05-20: ");
}

/* As by hand: the data is complete neither through a day after the peildatum, nor through one long before it. */
static void
test_peildata (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "peildatum 22-02-2024 eerste 31-12-2023\npeildatum 19-05-2024 tweede 19-05-2024\n"
                         "peildatum 05-01-2024 vroeg 01-01-2023",
                         "aaa");
  store_test_assert_run (test, "peildatum 19-07-2024 derde 20-07-2024\npeildatum 20-07-2024 vierde 31-12-2022", "RR");
  assert_refusal (test, 0, "1 gegevens_tot 2024-07-20: the data cannot be complete through a day after the peildatum itself");
  assert_refusal (test, 1, "2 gegevens_tot 2022-12-31: this is more than a year before the peildatum");
  store_test_assert_run (test, "peildatum 22-02-2024 eerste 29-02-2024", "R");
  store_test_assert_run (test, "peildatum 22-02-2024 eerste -", "u");
}

/* What was put comes back as the rules want it. */
static void
test_production (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (PsProduction) production = ps_production_new (0);
  const PsAssignment *assignment;
  const PsLine *line;

  store_test_assert_run (
      test,
      "peildatum 22-02-2024\npeildatum 22-02-2025\n---\n"
      "assignment 0983/7 C1 41410002 45L11 01-03-2023 -\nassignment 0893/7 C2 41410002 *AMB1 01-01-2024 31-12-2024\n"
      "assignment 0893/8 C1 41410002 45A04 01-01-2024 -\n---\n"
      "care 0893/7 01-04-2024 - -\ncare 0893/7 01-01-2024 31-01-2024 20\n---\n"
      "line D1 0893/7 45A04 01-02-2024 29-02-2024 1500 900000 13500 ingediend\n"
      "line D2 0893/7 45A04 01-02-2023 28-02-2023 1 1 1\n"
      "line D3 0983/7 45L11 01-04-2023 30-04-2023 1 - 5000\n"
      "line D4 0983/7 45L11 01-04-2025 30-04-2025 1 - 5000\n---\n"
      "advance 41410002 45V01 0983 01-2024 1\nadvance 41410002 45V01 0983 01-2025 1\n---\n"
      "measurement 22-02-2024 41410002 45V01 0983 2 -\nmeasurement 22-02-2025 41410002 45V01 0983 2 -",
      "aaaaaaaaaaaaaaa");
  region = ps_store_load_region (test->store, &error);
  g_assert_no_error (error);
  ps_store_load_production (test->store, region, ps_region_find_provider (region, "41410002"), 2024, production, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (production->assignments->len, ==, 3);
  assignment = &g_array_index (production->assignments, PsAssignment, 1);
  g_assert_cmpuint (assignment->municipality, ==, ps_region_find_municipality (region, "0893"));
  g_assert_cmpuint (assignment->product, ==, PS_NONE);
  g_assert_cmpuint (assignment->group, ==, ps_region_find_group (region, "AMB1"));
  g_assert_cmpuint (assignment->n_care, ==, 2);
  g_assert_cmpint (g_array_index (production->care, PsCare, assignment->first_care).reason, ==, 20);
  g_assert_cmpint (g_array_index (production->care, PsCare, assignment->first_care + 1).stop, ==, PS_DATE_OPEN);
  g_assert_cmpuint (g_array_index (production->assignments, PsAssignment, 0).client, ==,
                    g_array_index (production->assignments, PsAssignment, 2).client);
  g_assert_cmpuint (g_array_index (production->assignments, PsAssignment, 0).client, !=, assignment->client);
  /* Of 2023 only the instalment of the traject, of 2025 nothing. */
  g_assert_cmpuint (production->lines->len, ==, 2);
  g_assert_cmpint (g_array_index (production->lines, PsLine, 0).tariff_e4, ==, PS_NO_NUMBER);
  line = &g_array_index (production->lines, PsLine, 1);
  g_assert_cmpint (line->volume_milli, ==, 1500);
  g_assert_cmpint (line->amount_cents, ==, 13500);
  g_assert_cmpint (line->status, ==, PS_STATUS_SUBMITTED);
  g_assert_cmpuint (line->assignment, ==, 1);
  g_assert_cmpint (line->decision, ==, PS_DECISION_NONE);
  g_assert_cmpuint (production->advances->len, ==, 1);
  g_assert_cmpuint (production->measurements->len, ==, 1);
  g_assert_cmpint (g_array_index (production->measurements, PsMeasurement, 0).places_milli, ==, PS_NO_NUMBER);
}

/* The latest decision on a line holds. */
static void
test_decisions (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (PsProduction) production = ps_production_new (0);

  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n---\n"
                         "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
                         "line D2 0983/1 45A04 01-01-2023 31-01-2023 1000 900000 9000\n"
                         "line D3 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000",
                         "aaaa");
  ps_sql_exec (
      test->store,
      "INSERT INTO line_decision (line_id, provider_id, decision, reason, decided_by, decided_at) VALUES"
      " (1, 1, 3, 'wrong', 'a', 1), (3, 1, 3, 'wrong', 'a', 2), (1, 1, 2, 'at the price', 'b', 3), (2, 1, 1, 'right', 'b', 4)",
      &error);
  g_assert_no_error (error);
  region = ps_store_load_region (test->store, &error);
  g_assert_no_error (error);
  ps_store_load_production (test->store, region, 0, 2024, production, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (production->lines->len, ==, 2);
  g_assert_cmpint (g_array_index (production->lines, PsLine, 0).decision, ==, PS_DECISION_ACCEPT_AT_PRICE);
  g_assert_cmpint (g_array_index (production->lines, PsLine, 1).decision, ==, PS_DECISION_DISPUTE);
}

static void
test_details (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) assignments = NULL;
  g_autoptr (GArray) years = NULL;
  const gint64 ids[] = { 2, 1 };
  const gint64 gone[] = { 77 };
  PsDate day;

  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n---\n"
                         "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000 - N1\n"
                         "line D2 0983/1 45A04 15-12-2024 15-01-2025 1000 900000 9000\n---\n"
                         "advance 41410001 45V01 0983 01-2022 1\n---\nagreement 41410001 2026 AMB1 0983 1 regel",
                         "aaaal[1,0,0,0]");
  lines = ps_store_line_details (test->store, ids, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((PsLineDetail *) lines->pdata[0])->reference, ==, "D2");
  g_assert_cmpstr (((PsLineDetail *) lines->pdata[1])->declaration_number, ==, "N1");
  g_assert_cmpstr (((PsLineDetail *) lines->pdata[1])->client, ==, "C1");
  assignments = ps_store_assignment_details (test->store, ids + 1, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((PsAssignmentDetail *) assignments->pdata[0])->end, ==, PS_DATE_OPEN);
  g_assert_null (ps_store_line_details (test->store, gone, 1, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  years = ps_store_list_years (test->store, &error);
  g_assert_cmpuint (years->len, ==, 3);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2022);
  g_assert_cmpint (g_array_index (years, int, 2), ==, 2026);
  g_assert_true (ps_store_complete_through (test->store, 2024, &day, &error));
  g_assert_cmpint (day, ==, ps_date_from_ymd (2024, 12, 31));
  g_assert_true (ps_store_complete_through (test->store, 2026, &day, &error));
  g_assert_cmpint (day, ==, ps_date_from_ymd (2025, 12, 31));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/messages/assignments", test_assignments);
  g_test_add_func ("/writer/messages/provider-of-lines", test_provider_of_lines);
  g_test_add_func ("/writer/messages/care", test_care);
  g_test_add_func ("/writer/messages/lines", test_lines);
  g_test_add_func ("/writer/messages/advances", test_advances);
  g_test_add_func ("/writer/messages/measurements", test_measurements);
  g_test_add_func ("/writer/messages/peildata", test_peildata);
  g_test_add_func ("/writer/messages/production", test_production);
  g_test_add_func ("/writer/messages/decisions", test_decisions);
  g_test_add_func ("/writer/messages/details", test_details);
  return g_test_run ();
}
