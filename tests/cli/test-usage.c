/* test-usage.c: wrong usage, help and version
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-run.h"

#include <string.h>

#define DB "--db", "/nowhere/region.peilstok"

static void
test_help (void)
{
  static const char *const commands[] = { "init", "import", "settle", "export", "history", "undo", "verify", "generate" };
  g_autofree char *help = cli_expect (0, "--help", NULL);
  g_autofree char *same = cli_expect (0, "help", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *of_command = cli_expect (0, "help", commands[i], NULL);
      g_autofree char *option = cli_expect (0, commands[i], "--help", NULL);

      g_assert_nonnull (strstr (help, commands[i]));
      g_assert_nonnull (strstr (same, commands[i]));
      g_assert_nonnull (strstr (of_command, commands[i]));
      g_assert_cmpstr (of_command, ==, option);
    }
}

/* The words that `import` and `export` take for a kind can be looked up. */
static void
test_kinds (void)
{
  static const char *const kinds[] = { "municipalities", "providers", "products",     "tariffs",  "schemes",  "agreements",
                                       "assignments",    "care",      "declarations", "advances", "peildata", "measurements" };
  g_autofree char *import_help = cli_expect (0, "help", "import", NULL);
  g_autofree char *export_help = cli_expect (0, "help", "export", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", kinds[i]);

      g_assert_nonnull (strstr (import_help, line));
      g_assert_nonnull (strstr (export_help, line));
    }
}

static void
test_version (void)
{
  g_autofree char *version = cli_expect (0, "--version", NULL);

  g_assert_cmpstr (version, ==, "peilstok-cli " PS_VERSION "\n");
}

/* Exit status 2, nothing on standard output, a sentence on standard error. */
static void
test_misused (gconstpointer data)
{
  const char *const *arguments = data;
  g_autoptr (CliRun) run = cli_run_strv (arguments);

  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->output, ==, "");
  g_assert_true (g_str_has_prefix (run->errors, "peilstok-cli: "));
}

static const char *const misuses[][8] = {
  { NULL },
  { "fly", NULL },
  { "help", "fly", NULL },
  { "--unheard-of", NULL },
  { DB, NULL },
  { DB, "fly", NULL },
  { "settle", "--year", "2024", NULL },
  { DB, "settle", NULL },
  { DB, "settle", "--year", "24", NULL },
  { DB, "settle", "--year", "twenty", NULL },
  { DB, "settle", "--year", "2024", "--through", "2023-12-31", NULL },
  { DB, "settle", "--year", "2024", "--through", "2024-02-30", NULL },
  { DB, "settle", "--year", "2024", "--format=xml", NULL },
  { DB, "settle", "--year", "2024", "extra", NULL },
  { DB, "settle", "--unheard-of", NULL },
  { DB, "import", NULL },
  { DB, "import", "declarations", NULL },
  { DB, "import", "a.csv", "--on-error=ignore", NULL },
  { DB, "import", "a.csv", "--decimal=semicolon", NULL },
  { DB, "import", "a.csv", "--format=csv", NULL },
  { DB, "export", NULL },
  { DB, "export", "tarieven", NULL },
  { DB, "export", "tariffs", "care", NULL },
  { DB, "export", "all", NULL },
  { DB, "export", "tariffs", "--year", "24", NULL },
  { DB, "export", "tariffs", "--year", "-2024", NULL },
  { "export", "tariffs", NULL },
  { DB, "history", "extra", NULL },
  { DB, "history", "--since", "yesterday", NULL },
  { DB, "history", "--format=xml", NULL },
  { "history", NULL },
  { DB, "undo", NULL },
  { DB, "undo", "1", "2", NULL },
  { DB, "undo", "first", NULL },
  { DB, "undo", "0", NULL },
  { DB, "undo", "1x", NULL },
  { DB, "verify", "extra", NULL },
  { DB, "init", "extra", NULL },
  { "generate", "/nowhere", NULL },
  { "generate", "--lines", "0", "/nowhere", NULL },
  { "generate", "--lines", "-5", "/nowhere", NULL },
  { "generate", "--lines", "many", "/nowhere", NULL },
  { "generate", "--lines", "10", "--seed", "-1", "/nowhere", NULL },
  { "generate", "--lines", "10", NULL },
  { "generate", "--lines", "10", "/nowhere", "/elsewhere", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/kinds", test_kinds);
  for (guint i = 0; i < G_N_ELEMENTS (misuses); i++)
    {
      g_autofree char *words = g_strjoinv (" ", (char **) misuses[i]);
      g_autofree char *path = NULL;

      g_strdelimit (words, "/", '_');
      path = g_strdup_printf ("/cli/misused/%02u %s", i, words);
      g_test_add_data_func (path, misuses[i], test_misused);
    }
  return g_test_run ();
}
