/* test-demo.c: every situation of the domain is somewhere in the demo region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-run.h"

#include <string.h>

#include "exchange/ps-generate.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = cli_folder_new ();
  ps_generate_demo (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cli_folder_free (fixture->folder);
}

/* How often each value stands in a column of a file; no cell of the demo is quoted. */
static GHashTable *
count_values (Fixture *fixture, const char *name, const char *column)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) titles = NULL;
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint place = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text + strlen ("\xef\xbb\xbf"), "\r\n", -1);
  titles = g_strsplit (lines[0], ";", -1);
  while (!g_str_equal (titles[place], column))
    g_assert_nonnull (titles[++place]);
  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, cells[place])) + 1;

      g_hash_table_insert (counts, g_strdup (cells[place]), GUINT_TO_POINTER (n));
    }
  return counts;
}

static void
expect_values (Fixture *fixture, const char *name, const char *column, const char *const *values)
{
  g_autoptr (GHashTable) counts = count_values (fixture, name, column);

  for (guint i = 0; values[i] != NULL; i++)
    if (!g_hash_table_contains (counts, values[i]))
      g_error ("%s: no row has “%s” as its %s", name, values[i], column);
}

#define EXPECT(name, column, ...) expect_values (fixture, name, column, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_master_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) providers = count_values (fixture, "aanbieders.csv", "agb");

  EXPECT ("gemeenten.csv", "code", "0889", "0893", "0907", "1507", "1894", "0983", "0984");
  EXPECT ("aanbieders.csv", "soort", "regulier", "micro", "systeem");
  EXPECT ("aanbieders.csv", "gecontracteerd", "ja", "nee");
  EXPECT ("producten.csv", "bekostiging", "pxq", "traject", "plek", "taakgericht");
  EXPECT ("producten.csv", "eenheid", "uur", "minuut", "dagdeel", "etmaal", "traject", "plekjaar");
  EXPECT ("producten.csv", "prikkelvrij", "ja", "nee", "buiten");
  EXPECT ("regelingen.csv", "soort", "budget", "geheel", "normduur");
  EXPECT ("tarieven.csv", "agb", "", "41420116", "41420132");
  EXPECT ("tarieven.csv", "geldig_van", "01-01-2023", "01-01-2024", "01-07-2024", "15-01-2024", "01-01-2025");
  g_assert_cmpuint (g_hash_table_size (providers), ==, 40);
}

static void
test_agreements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) agreed = count_values (fixture, "prestatieafspraken.csv", "agb");

  EXPECT ("prestatieafspraken.csv", "jaar", "2023", "2024", "2025");
  EXPECT ("prestatieafspraken.csv", "bekostiging", "", "taakgericht");
  EXPECT ("prestatieafspraken.csv", "uitruil", "aanbieder", "segment", "productgroep", "regel");
  EXPECT ("prestatieafspraken.csv", "verdeelsleutel", "realisatie", "overschrijding");
  EXPECT ("prestatieafspraken.csv", "plekmeting", "", "dagelijks", "peildata", "peiling");
  EXPECT ("prestatieafspraken.csv", "regeling", "", "donut", "donut-staffel", "hard plafond", "klif", "normduur", "staffel");
  EXPECT ("prestatieafspraken.csv", "plafond", "0,00");
  EXPECT ("voorschotten.csv", "product", "90T01", "46C01", "45V01", "41V01", "54V01");
  g_assert_false (g_hash_table_contains (agreed, "41420133"));
  g_assert_true (g_hash_table_contains (agreed, "41420137"));
}

static void
test_messages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) numbers = count_values (fixture, "toewijzingen.csv", "toewijzingnummer");

  EXPECT ("toewijzingen.csv", "product", "", "45L11", "45V01", "54A10");
  EXPECT ("toewijzingen.csv", "productgroep", "", "AMB1", "GGZ");
  EXPECT ("toewijzingen.csv", "einddatum", "");
  EXPECT ("toewijzingen.csv", "verwijzer", "gemeente", "GI", "huisarts", "onbekend", "medisch specialist");
  EXPECT ("zorgperioden.csv", "reden_beeindiging", "", "20", "31", "32", "33", "34", "38");
  EXPECT ("zorgperioden.csv", "stopdatum", "");
  EXPECT ("declaraties.csv", "status", "toegekend", "ingediend", "afgewezen");
  EXPECT ("declaraties.csv", "eenheid", "", "minuut", "dagdeel");
  EXPECT ("declaraties.csv", "product", "45A04", "46C02", "45A07", "54L51", "45L11");
  EXPECT ("declaraties.csv", "volume", "-31", "1");
  EXPECT ("declaraties.csv", "tarief", "");
  /* Numbers are unique within a municipality only. */
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (numbers, "100001")), ==, 7);
}

static void
test_measurements (Fixture *fixture, gconstpointer data)
{
  EXPECT ("peildata.csv", "peildatum", "22-02-2023", "19-05-2024", "19-07-2025");
  EXPECT ("peildata.csv", "gegevens_tot", "31-12-2022", "31-03-2024", "31-05-2025");
  EXPECT ("peilingen.csv", "product", "45V01", "41V01", "41V02", "54V01");
  EXPECT ("peilingen.csv", "wachtenden", "0", "1", "2", "3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli/demo/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("master-data", test_master_data);
  ADD ("agreements", test_agreements);
  ADD ("messages", test_messages);
  ADD ("measurements", test_measurements);
#undef ADD
  return g_test_run ();
}
