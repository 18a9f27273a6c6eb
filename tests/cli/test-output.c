/* test-output.c: what is printed: whole, on one line a row, and said when it cannot be written
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <glib/gstdio.h>
#include <string.h>

typedef CliRegion Fixture;

/* A report of far more than a buffer is whole. */
static void
test_large_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("code;naam\n");
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *report;

  for (int i = 0; i < 1500; i++)
    g_string_append (text, "x;y\n");
  path = cli_write (fixture->folder, "gemeenten.csv", text->str);
  output = cli_expect (1, "--db", fixture->database, "import", path, "--format=json", NULL);
  g_assert_cmpuint (strlen (output), >, 100000);
  root = cli_parse_json (output);
  report = json_node_get_object (root);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "problems")), ==, 1000);
  g_assert_cmpint (json_object_get_int_member (report, "problem_count"), ==, 1500);
}

/* Where in its line the total of the summary ends. */
static glong
column_of_balance (const char *text, const char *start)
{
  const char *line = strstr (text, start);
  const char *end;

  g_assert_nonnull (line);
  end = strchr (line, '\n');
  g_assert_nonnull (end);
  return g_utf8_strlen (line, end - line);
}

/* A line break or an essay in a name does not break the table of providers. */
static void
test_odd_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *essay = g_strnfill (400, 'x');
  g_autofree char *providers = g_strdup_printf ("agb;naam\n41410001;\"Zorg\nop twee regels\"\n41410002;%s\n", essay);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  path = cli_write (fixture->folder, "namen.csv", providers);
  g_free (cli_expect (0, "--db", fixture->database, "import", path, NULL));
  text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", NULL);
  g_assert_nonnull (strstr (text, "\n41410001  Zorg op twee regels  "));
  g_assert_nonnull (strstr (text, "\nZorg op twee regels\n"));
  g_assert_nonnull (strstr (text, "xxx…  "));
  g_assert_nonnull (strstr (text, essay));
  g_assert_cmpint (column_of_balance (text, "41410001  "), ==, column_of_balance (text, "41410002  "));
  g_assert_cmpint (column_of_balance (text, "41410001  "), <, 170);
}

/* Runs a line of the shell in which $CLI and $DB stand for the program and the region. Returns what it says on standard error. */
static char *
run_shell (Fixture *fixture, const char *line, int status)
{
  const char *const arguments[] = { "sh", "-c", line, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *errors = NULL;

  g_subprocess_launcher_setenv (launcher, "CLI", g_getenv ("PEILSTOK_CLI"), TRUE);
  g_subprocess_launcher_setenv (launcher, "DB", fixture->database, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  return errors;
}

/* Half an answer is never taken for a whole one. */
static void
test_full_output (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "\"$CLI\" --db \"$DB\" settle --year 2024 >/dev/full",
    "\"$CLI\" --db \"$DB\" settle --year 2024 --format=json >/dev/full",
    "\"$CLI\" --db \"$DB\" settle --year 2024 --format=csv >/dev/full",
    "\"$CLI\" --db \"$DB\" verify --format=json >/dev/full",
    "\"$CLI\" --db \"$DB\" verify >&-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *errors = run_shell (fixture, lines[i], 1);

      g_assert_true (g_str_has_prefix (errors, "peilstok-cli: Not everything could be written to standard output: "));
    }
}

/* A limit on the size of files is told as a full disk is, and does not end the program in the middle. */
static void
test_file_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("agb;naam\n");
  g_autofree char *path = NULL;
  g_autofree char *errors = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "%08d;A provider with a name that takes some room in the file\n", i);
  path = cli_write (fixture->folder, "aanbieders.csv", text->str);
  errors = run_shell (fixture, "ulimit -f 600; exec \"$CLI\" --db \"$DB\" import \"${DB%/*}/aanbieders.csv\" >/dev/null", 3);
  g_assert_true (g_str_has_prefix (errors, "peilstok-cli: "));
  g_free (cli_expect (0, "--db", fixture->database, "verify", NULL));
  g_free (cli_expect (0, "--db", fixture->database, "import", path, NULL));
}

/* Half a region is not left behind: it would look whole, and be in the way of the next. */
static void
test_generate_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "made", NULL);
  g_autofree char *errors =
      run_shell (fixture, "ulimit -f 600; exec \"$CLI\" generate --lines 20000 \"${DB%/*}/made\" >/dev/null", 1);

  g_assert_true (g_str_has_prefix (errors, "peilstok-cli: "));
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* it is empty */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli/output/" name, Fixture, NULL, cli_region_set_up, function, cli_region_tear_down)
  ADD ("large-report", test_large_report);
  ADD ("odd-names", test_odd_names);
  ADD ("full-output", test_full_output);
  ADD ("file-limit", test_file_limit);
  ADD ("generate-limit", test_generate_limit);
#undef ADD
  return g_test_run ();
}
