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
  static const char *const commands[] = { "init",      "import",    "settle",   "settlements", "propose",   "final",   "withdraw",
                                          "recompute", "statement", "payments", "dossier",     "bandwidth", "letters", "export",
                                          "history",   "undo",      "verify",   "generate",    "alerts",    "overview" };
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

static const char *const misuses[][10] = {
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
  { DB, "settle", "--year", "2024", "--reason", "x", NULL },
  { DB, "settle", "--year", "2024", "--store", "--format=csv", NULL },
  { DB, "settlements", NULL },
  { DB, "settlements", "--year", "24", NULL },
  { DB, "settlements", "--year", "2024", "extra", NULL },
  { DB, "settlements", "--year", "2024", "--format=xml", NULL },
  { "settlements", "--year", "2024", NULL },
  { DB, "propose", NULL },
  { DB, "propose", "12", NULL },
  { DB, "propose", "--year", "2024", "--format=csv", NULL },
  { DB, "final", NULL },
  { DB, "final", "first", NULL },
  { DB, "final", "1", "2", NULL },
  { DB, "final", "1", "--year", "2024", NULL },
  { DB, "final", "--year", "24", NULL },
  { DB, "withdraw", "1", NULL },
  { DB, "withdraw", "1", "--reason", "", NULL },
  { DB, "withdraw", "--reason", "x", NULL },
  { DB, "recompute", NULL },
  { DB, "recompute", "1", "2", NULL },
  { DB, "recompute", "1", "--format=csv", NULL },
  { DB, "statement", NULL },
  { DB, "statement", "1", NULL },
  { DB, "statement", "1", "--output", "a.txt", NULL },
  { DB, "statement", "1", "--output", "pdf", NULL },
  { DB, "statement", "1", "--output", "a.pdf", "--files=pdf", NULL },
  { DB, "statement", "--year", "2024", NULL },
  { DB, "statement", "--year", "2024", "--output", "a", "1", NULL },
  { DB, "statement", "--year", "2024", "--output", "a", "--files=doc", NULL },
  { DB, "payments", NULL },
  { DB, "payments", "--year", "2024", "--since", "gisteren", NULL },
  { DB, "payments", "--year", "2024", "--since", "2024-01-01", "--proposed", NULL },
  { DB, "payments", "--year", "2024", "--output", "a.pdf", NULL },
  { DB, "payments", "--year", "2024", "--output", "a.csv", "--format=json", NULL },
  { DB, "dossier", NULL },
  { DB, "dossier", "1", NULL },
  { DB, "bandwidth", "2024-07-19", NULL },
  { DB, "bandwidth", "--peildatum", "gisteren", NULL },
  { DB, "bandwidth", "--peildatum", "2024-07-19", "--year", "2024", NULL },
  { DB, "bandwidth", "--year", "24", NULL },
  { DB, "bandwidth", "--format=xlsx", NULL },
  { "bandwidth", NULL },
  { DB, "overview", "all", NULL },
  { DB, "overview", "--year", "24", NULL },
  { DB, "overview", "--format=csv", NULL },
  { "overview", NULL },
  { DB, "alerts", "over", NULL },
  { DB, "alerts", "--year", "24", NULL },
  { DB, "alerts", "--format=pdf", NULL },
  { "alerts", NULL },
  { DB, "letters", "BB-2024-0001", NULL },
  { DB, "letters", "--year", "24", NULL },
  { DB, "letters", "--due", "yes", NULL },
  { DB, "letters", "--format=pdf", NULL },
  { "letters", NULL },
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
  { "generate", "--lines", "10", "--providers", "-1", "/nowhere", NULL },
  { "generate", "--lines", "10", "--providers", "100001", "/nowhere", NULL },
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
