/* test-bandwidth-files.c: where providers stand and their letters as JSON and CSV, and the list of who is full
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/ps-bandwidth-files.h"
#include "kept-check.h"
#include "letter-check.h"
#include "pdf-read.h"
#include "store/ps-sql.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

static JsonObject *
object_at (JsonObject *object, const char *name, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, name), i);
}

static void
assert_cents (JsonObject *object, const char *name, gint64 cents)
{
  if (json_object_get_int_member (object, name) != cents)
    g_error ("%s is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, name, json_object_get_int_member (object, name), cents);
}

static void
assert_text (JsonObject *object, const char *name, const char *text)
{
  if (text == NULL)
    g_assert_true (json_object_get_null_member (object, name));
  else
    g_assert_cmpstr (json_object_get_string_member (object, name), ==, text);
}

/* ---- JSON; the figures are explained in letter-check.h */

static void
assert_head (JsonObject *root)
{
  g_assert_cmpint (json_object_get_int_member (root, "year"), ==, 2024);
  assert_text (root, "day", "2024-07-19");
  assert_text (root, "peildatum", "2024-07-19");
  assert_text (root, "label", "Derde peildatum");
  assert_text (root, "through", "2024-05-31");
  assert_text (root, "before", "2024-05-19");
  g_assert_false (json_object_get_boolean_member (root, "closed"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "providers")), ==, 3);
}

static void
assert_first_scope (JsonObject *scope)
{
  JsonArray *methods = json_object_get_array_member (scope, "methods");

  assert_text (scope, "scope", "AMB1");
  assert_cents (scope, "ceiling_cents", 700000);
  assert_cents (scope, "realised_cents", 652600);
  assert_cents (scope, "forecast_cents", 1571392);
  assert_cents (scope, "lower_cents", 665000);
  assert_cents (scope, "upper_cents", 735000);
  assert_cents (scope, "notice_cents", 490000);
  assert_cents (scope, "deviation_cents", 871392);
  assert_cents (scope, "at_stake_cents", 837092);
  assert_text (scope, "method", "linear");
  assert_text (scope, "proposed_method", "linear");
  assert_text (scope, "reason", NULL);
  assert_text (scope, "position", "over");
  assert_text (scope, "letter", "over");
  assert_text (scope, "scheme", "donut-staffel");
  g_assert_true (json_object_get_boolean_member (scope, "notice"));
  g_assert_false (json_object_get_boolean_member (scope, "reached"));
  g_assert_false (json_object_get_boolean_member (scope, "chosen"));
  g_assert_cmpuint (json_array_get_length (methods), ==, 4);
  assert_text (json_array_get_object_element (methods, 0), "method", "linear");
  assert_text (json_array_get_object_element (methods, 1), "method", "rolling");
  /* Nothing was realised by that day last year: what cannot be computed is null. */
  g_assert_true (json_object_get_null_member (json_array_get_object_element (methods, 2), "forecast_cents"));
  g_assert_true (json_object_get_null_member (json_array_get_object_element (methods, 0), "error_bp"));
}

static void
test_json (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsBandwidthYear) year = letter_year (check);
  g_autofree char *text = ps_bandwidth_to_json (year);
  g_autoptr (JsonNode) node = parse (text);
  JsonObject *root = json_node_get_object (node), *first = object_at (root, "providers", 0);

  assert_head (root);
  assert_text (first, "provider", "41410001");
  assert_text (first, "letter", "over");
  assert_text (first, "heaviest_scope", "AMB1");
  assert_cents (first, "ceiling_cents", 2200000);
  assert_cents (first, "realised_cents", 1152600);
  assert_cents (first, "forecast_cents", 2775339);
  assert_cents (first, "at_stake_cents", 837092);
  g_assert_true (json_object_get_boolean_member (first, "letter_needed"));
  g_assert_false (json_object_get_boolean_member (first, "letter_made"));
  assert_first_scope (object_at (first, "scopes", 0));
  assert_text (object_at (first, "scopes", 1), "position", "under");
  assert_text (object_at (object_at (root, "providers", 1), "scopes", 0), "scope", "");
  assert_text (object_at (root, "providers", 1), "letter", "reached");
  assert_cents (object_at (root, "providers", 1), "at_stake_cents", 14953);
  assert_cents (object_at (root, "providers", 2), "forecast_cents", 1250001);
  assert_text (object_at (object_at (root, "providers", 2), "scopes", 0), "scheme", NULL);
}

/* Before any data of the year: no day is made up. */
static void
test_json_without_data (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsBandwidthYear) year = letter_year (check);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  year->through = ps_date_from_ymd (2023, 12, 31);
  year->before_day = PS_DATE_OPEN;
  text = ps_bandwidth_to_json (year);
  node = parse (text);
  assert_text (json_node_get_object (node), "through", NULL);
  assert_text (json_node_get_object (node), "before", NULL);
}

static void
test_csv (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsBandwidthYear) year = letter_year (check);
  g_autofree char *text = ps_bandwidth_to_csv (year);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_true (g_str_has_prefix (lines[0], "\xEF\xBB\xBFyear;day;through;provider;provider_name;scope;ceiling_cents;"));
  g_assert_cmpstr (
      lines[1], ==,
      "2024;2024-07-19;2024-05-31;41410001;Jeugdhulp Peelrand;AMB1;700000;652600;1571392;linear;;665000;735000;490000;"
      "over;ja;nee;over;871392;donut-staffel;837092;ja;nee");
  g_assert_cmpstr (
      lines[3], ==,
      "2024;2024-07-19;2024-05-31;41410002;\"Praktijk \"\"Zoë\"\"; Venray\";;100000;124197;299053;linear;;95000;105000;"
      "70000;over;ja;ja;reached;199053;klif;14953;ja;nee");
  g_assert_cmpstr (lines[5], ==, "");
}

/* ---- the register */

static void
test_letters (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (GPtrArray) letters = letter_draft_all (check);
  gint64 id = ((const PsLetter *) g_ptr_array_index (letters, 0))->id;
  PsLetterQuery query = { .agb = "41410001" };
  g_autoptr (GPtrArray) sent = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *drafts = ps_letters_to_json (letters), *text = NULL, *csv = NULL;
  g_autoptr (JsonNode) draft_node = parse (drafts), node = NULL;
  JsonObject *draft = object_at (json_node_get_object (draft_node), "letters", 0), *letter;

  assert_text (draft, "letter", NULL);
  assert_text (draft, "state", "draft");
  assert_text (draft, "waits_for", "sending");
  assert_text (draft, "sent_on", NULL);
  assert_text (draft, "means", NULL);
  letter_send (check, id);
  letter_step (check, id, PS_LETTER_EVENT_ANSWERED, ps_date_from_ymd (2024, 8, 12), "=More; than \"agreed\"");
  sent = ps_letters_list (check->store, &query, &error);
  g_assert_no_error (error);
  text = ps_letters_to_json (sent);
  node = parse (text);
  letter = object_at (json_node_get_object (node), "letters", 0);
  assert_text (letter, "letter", "BB-2024-0001");
  assert_text (letter, "provider", "41410001");
  assert_text (letter, "kind", "over");
  assert_text (letter, "state", "answered");
  assert_text (letter, "means", "registered");
  assert_text (letter, "sent_on", "2024-07-26");
  assert_text (letter, "due_on", "2024-08-09");
  assert_text (letter, "answered_on", "2024-08-12");
  assert_text (letter, "answer", "=More; than \"agreed\"");
  assert_text (letter, "waits_for", "talk");
  assert_text (letter, "waits_by", "2024-08-26");
  /* of the scope that makes it this kind */
  assert_cents (letter, "deviation_cents", 871392);
  assert_cents (letter, "at_stake_cents", 837092);
  csv = ps_letters_to_csv (sent);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBFletter;year;provider;"));
  g_assert_nonnull (
      strstr (csv, "\r\nBB-2024-0001;2024;41410001;Jeugdhulp Peelrand;2024-07-19;Derde peildatum;over;answered;871392;837092;"));
  /* No spreadsheet takes it for a formula. */
  g_assert_nonnull (strstr (csv, ";\"'=More; than \"\"agreed\"\"\";"));
}

/* ---- who is full */

static char *
write_list (Check *check, const char *name)
{
  g_autoptr (PsBandwidthYear) year = letter_year (check);
  g_autofree char *path = g_build_filename (check->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  ps_full_list_write (check->store, year, path, &error);
  g_assert_no_error (error);
  return check_read (check, name);
}

static void
test_full_csv (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsBandwidthYear) year = letter_year (check);
  g_autofree char *text = NULL;

  g_assert_cmpuint (ps_full_list_count (year), ==, 1);
  text = write_list (check, "full.csv");
  /* € 1.241,97 was declared for February: on 19-05-2024 with the data through March it was full already. */
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBF"
                   "AGB;Provider;Scope;Product groups;Municipalities;Full since;State of;Data through\r\n"
                   "41410002;\"Praktijk \"\"Zoë\"\"; Venray\";Whole provider;AMB1;Venlo;19-05-2024;19-07-2024;31-05-2024\r\n");
}

static void
know_more (Check *check)
{
  g_autoptr (GError) error = NULL;

  /* As if the first peildatum had known of February. */
  ps_sql_exec (check->store, "UPDATE peildatum SET data_through = 19782 WHERE data_through = 19722", &error);
  g_assert_no_error (error);
}

/* What was kept when a peildatum was closed says since when; one that was closed before counts. */
static void
test_full_since (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autofree char *text = NULL;

  know_more (check);
  letter_close (check, "2024-02-22");
  letter_close (check, "2024-05-19");
  text = write_list (check, "full.csv");
  g_assert_nonnull (strstr (text, ";Venlo;22-02-2024;19-07-2024;31-05-2024\r\n"));
}

static void
test_full_pdf (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autofree char *path = g_build_filename (check->folder, "full.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL, *bytes = NULL;
  gsize length;

  ps_sql_exec (check->store, "UPDATE region SET letterhead = 'Region of rivers' || char (10) || '5900 AA Venlo'", &error);
  g_assert_no_error (error);
  g_free (write_list (check, "full.pdf"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  pdf = g_bytes_new_take (g_steal_pointer (&bytes), length);
  pdf_assert_tidy (pdf);
  text = pdf_text (pdf, "-layout");
  pdf_assert_order (text, "Region of rivers", "Venlo, 19-07-2024", "Providers that are full on 19-07-2024", "31-05-2024",
                    "Praktijk \"Zoë\"", "41410002", "AMB1", "Venlo", "19-05-2024", NULL);
}

static void
test_full_nobody (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  kept_import (check,
               "agb;jaar;productgroep;gemeente;plafond;uitruil;regeling\n41410002;2024;AMB1;0983;9.000,00;aanbieder;klif\n");
  text = write_list (check, "full.csv");
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_free (write_list (check, "full.pdf"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bandwidth-files/json", test_json);
  g_test_add_func ("/bandwidth-files/json-without-data", test_json_without_data);
  g_test_add_func ("/bandwidth-files/csv", test_csv);
  g_test_add_func ("/bandwidth-files/letters", test_letters);
  g_test_add_func ("/bandwidth-files/full-csv", test_full_csv);
  g_test_add_func ("/bandwidth-files/full-since", test_full_since);
  g_test_add_func ("/bandwidth-files/full-pdf", test_full_pdf);
  g_test_add_func ("/bandwidth-files/full-nobody", test_full_nobody);
  return g_test_run ();
}
