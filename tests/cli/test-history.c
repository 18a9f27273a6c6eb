/* test-history.c: what was changed, and taking it back, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

typedef CliRegion Fixture;

/* Imports the one provider that there is under this name. */
static void
import_name (Fixture *fixture, const char *name)
{
  g_autofree char *text = g_strdup_printf ("agb;naam\n41410001;\"%s\"\n", name);
  g_autofree char *path = cli_write (fixture->folder, "aanbieders.csv", text);

  g_free (cli_expect (0, "--db", fixture->database, "import", path, NULL));
}

/* The records of `history`, newest first; the parser keeps them. */
static JsonArray *
load_records (Fixture *fixture, JsonParser *parser, const char *option, const char *value)
{
  g_autofree char *text = cli_expect (0, "--db", fixture->database, "history", "--format=json", option, value, NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "records");
}

static gint64
newest_record (Fixture *fixture)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *records = load_records (fixture, parser, NULL, NULL);

  return json_object_get_int_member (json_array_get_object_element (records, 0), "record");
}

static JsonObject *
field_of (JsonObject *record, guint row, const char *after)
{
  JsonArray *rows = json_object_get_array_member (record, "rows");
  JsonArray *fields = json_object_get_array_member (json_array_get_object_element (rows, row), "fields");

  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);

      if (g_strcmp0 (json_object_get_string_member (field, "after"), after) == 0)
        return field;
    }
  g_error ("no field became “%s”", after);
}

/* An import that changed a name: from what to what, in each format. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  JsonArray *records;
  JsonObject *newest;

  import_name (fixture, "Oud; huis");
  import_name (fixture, "Nieuw huis");
  records = load_records (fixture, parser, NULL, NULL);
  g_assert_cmpuint (json_array_get_length (records), >=, 2);
  newest = json_array_get_object_element (records, 0);
  g_assert_cmpstr (json_object_get_string_member (newest, "action"), ==, "import");
  g_assert_cmpstr (json_object_get_string_member (newest, "actor"), ==, g_get_user_name ());
  g_assert_true (g_str_has_suffix (json_object_get_string_member (newest, "at"), "Z"));
  g_assert_cmpuint (strlen (json_object_get_string_member (newest, "hash")), ==, 64);
  g_assert_cmpstr (json_object_get_string_member (field_of (newest, 0, "Nieuw huis"), "before"), ==, "Oud; huis");

  text = cli_expect (0, "--db", fixture->database, "history", NULL);
  g_assert_nonnull (strstr (text, ": Oud; huis → Nieuw huis\n"));
  csv = cli_expect (0, "--db", fixture->database, "history", "--format=csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBFrecord;at;actor;action;thing;what;reason;undoes;undone_by;table;row;state;"
                                        "field;before;after\r\n"));
  g_assert_nonnull (strstr (csv, ";changed;"));
  g_assert_nonnull (strstr (csv, ";\"Oud; huis\";Nieuw huis\r\n"));
}

/* Of one thing, and from a day on. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *nothing = NULL;

  import_name (fixture, "Oud huis");
  import_name (fixture, "Nieuw huis");
  g_assert_cmpuint (json_array_get_length (load_records (fixture, parser, "--thing", "provider:41410001")), >=, 1);
  g_assert_cmpuint (json_array_get_length (load_records (fixture, parser, "--thing", "provider:99999999")), ==, 0);
  g_assert_cmpuint (json_array_get_length (load_records (fixture, parser, "--since", "2020-01-01")), >=, 2);
  g_assert_cmpuint (json_array_get_length (load_records (fixture, parser, "--since", "31-12-2199")), ==, 0);
  nothing = cli_expect (0, "--db", fixture->database, "history", "--since", "2199-12-31", NULL);
  g_assert_cmpstr (nothing, ==, "Nothing was changed.\n");
}

static char *
export_providers (Fixture *fixture)
{
  return cli_expect (0, "--db", fixture->database, "export", "providers", NULL);
}

/* Undone, told of in the history, and redone by undoing that. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  gint64 record;

  import_name (fixture, "Oud huis");
  before = export_providers (fixture);
  import_name (fixture, "Nieuw huis");
  after = export_providers (fixture);
  record = newest_record (fixture);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, record);
  text = cli_expect (0, "--db", fixture->database, "undo", number, NULL);
  g_assert_true (g_str_has_prefix (text, "Undone: "));
  undone = export_providers (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (
      json_object_get_int_member (json_array_get_object_element (load_records (fixture, parser, NULL, NULL), 0), "undoes"), ==,
      record);
  g_free (number);
  g_free (undone);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, newest_record (fixture));
  again = cli_expect (0, "--db", fixture->database, "undo", number, NULL);
  g_assert_true (g_str_has_prefix (again, "Redone: "));
  undone = export_providers (fixture);
  g_assert_cmpstr (undone, ==, after);
  g_free (cli_expect (0, "--db", fixture->database, "verify", NULL));
}

static void
assert_refused (Fixture *fixture, gint64 record)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record);
  g_autofree char *before = export_providers (fixture);
  g_autoptr (CliRun) run = cli_run ("--db", fixture->database, "undo", number, NULL);
  g_autofree char *after = export_providers (fixture);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->output, ==, "");
  g_assert_true (g_str_has_prefix (run->errors, "peilstok-cli: "));
  g_assert_cmpstr (before, ==, after);
}

/* What was changed since, what was undone already, what is not there, and the making of the region. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = NULL;
  gint64 record;

  import_name (fixture, "Oud huis");
  import_name (fixture, "Nieuw huis");
  record = newest_record (fixture);
  import_name (fixture, "Nieuwer huis");
  assert_refused (fixture, record);
  assert_refused (fixture, 999999);
  assert_refused (fixture, 1);
  record = newest_record (fixture);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, record);
  g_free (cli_expect (0, "--db", fixture->database, "undo", number, NULL));
  assert_refused (fixture, record);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/history/shown", Fixture, NULL, cli_region_set_up, test_shown, cli_region_tear_down);
  g_test_add ("/cli/history/chosen", Fixture, NULL, cli_region_set_up, test_chosen, cli_region_tear_down);
  g_test_add ("/cli/undo/undone", Fixture, NULL, cli_region_set_up, test_undone, cli_region_tear_down);
  g_test_add ("/cli/undo/refused", Fixture, NULL, cli_region_set_up, test_refused, cli_region_tear_down);
  return g_test_run ();
}
