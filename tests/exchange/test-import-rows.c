/* test-import-rows.c: rows that are refused for what the region says, rows that come again, and rows that change
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"

#define LINES "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag\n"
#define ASSIGNMENTS "toewijzingnummer;client;agb;gemeente;product;productgroep;ingangsdatum\n"
#define AGREEMENTS "agb;jaar;productgroep;gemeente;plafond;uitruil;regeling\n"

/* A reference to something unknown is a bad row (files-and-cli.md), in every column that has one. */
static void
test_unknown_references (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  check_one (check, "product;agb;geldig_van;tarief\nX;;01-01-2020;1\n45A04;99999999;01-01-2020;1\n",
             "f.csv, line 2, column product, “X”: this product is not in the region\n"
             "f.csv, line 3, column agb, “99999999”: this provider is not in the region\n");
  check_one (check,
             ASSIGNMENTS "90;C;99999999;0983;45A04;;01-01-2024\n90;C;41410001;9999;45A04;;01-01-2024\n"
                         "91;C;41410001;0983;X;;01-01-2024\n92;C;41410001;0983;;X;01-01-2024\n",
             "f.csv, line 2, column agb, “99999999”: this provider is not in the region\n"
             "f.csv, line 3, column gemeente, “9999”: this municipality is not in the region\n"
             "f.csv, line 4, column product, “X”: this product is not in the region\n"
             "f.csv, line 5, column productgroep, “X”: this product group is not in the region\n");
  check_one (check, "gemeente;toewijzingnummer;startdatum\n0983;99;01-01-2024\n9999;1;01-01-2024\n",
             "f.csv, line 2, column toewijzingnummer, “99”: this municipality has no such assignment\n"
             "f.csv, line 3, column gemeente, “9999”: this municipality is not in the region\n");
  check_one (check,
             LINES "D90;0983;99;45A04;01-01-2024;31-01-2024;1;90;90\nD91;0983;1;X;01-01-2024;31-01-2024;1;90;90\n"
                   "D92;0983;1;45A04;01-01-2024;31-01-2024;1;;90\n",
             "f.csv, line 2, column toewijzingnummer, “99”: this municipality has no such assignment\n"
             "f.csv, line 3, column product, “X”: this product is not in the region\n"
             "f.csv, line 4, column tarief: a line of this product needs a tariff\n");
  check_one (check, AGREEMENTS "41410001;2023;X;0983;1;regel;\n41410001;2023;AMB1;0983;1;regel;onbekend\n",
             "f.csv, line 2, column productgroep, “X”: this product group is not in the region\n"
             "f.csv, line 3, column regeling, “onbekend”: this incentive scheme is not in the region\n");
  check_one (check, "agb;product;gemeente;maand;bedrag\n99999999;45V01;0983;01-2024;1\n",
             "f.csv, line 2, column agb, “99999999”: this provider is not in the region\n");
}

static void
test_same_key_twice (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  check_one (check, "code;naam\n0984;Venray\n0984;Venraij\n",
             "f.csv, line 3, column code, “0984”: this is in the file twice, with different values\n");
  check_one (check,
             "gemeente;toewijzingnummer;startdatum;reden_beeindiging;stopdatum\n0983;1;01-01-2031;;\n"
             "0983;1;01-01-2031;31;01-02-2031\n",
             "f.csv, line 3, column startdatum, “01-01-2031”: this is in the file twice, with different values\n");
  check_one (check, "agb;product;gemeente;maand;bedrag\n41410001;45V01;0983;01-2030;1\n41410001;45V01;0983;01-2030;2\n",
             "f.csv, line 3, column maand, “01-2030”: this is in the file twice, with different values\n");
  /* with the same values it is one */
  check_stored (check, "code;naam\n0984;Venray\n0984;Venray\n", 1, 0, 1);
}

static void
test_overlapping_tariffs (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *path = NULL;
  g_autoptr (PsImportReport) report = NULL;

  check_fixture (check, "minimal");
  path = check_write (check, "f.csv", "product;geldig_van;geldig_tot;tarief\n45A04;01-06-2023;30-06-2023;1\n", -1);
  report = check_import (check, FALSE, "f.csv", NULL);
  g_assert_false (report->stored);
  g_assert_cmpuint (report->n_problems, ==, 1);
  g_assert_cmpuint (((PsImportProblem *) g_ptr_array_index (report->problems, 0))->line, ==, 2);
  g_assert_cmpuint (((PsImportFile *) g_ptr_array_index (report->files, 0))->refused, ==, 1);
}

/* A row with a known key and other values updates it; a declaration line is an error (files-and-cli.md). */
static void
test_updates (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  check_stored (check,
                "agb;naam;kvk;soort;gecontracteerd;email;plaats\n41410001;Jeugdhulp Peelrand;10000001;regulier;ja;"
                "zorg@peelrand.example;Venlo\n41410002;Praktijk Zoë;10000002;micro;ja;post@zoe.example;Venray\n"
                "41410009;Nieuw;;;;;\n",
                1, 1, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM provider WHERE name = 'Praktijk Zoë'"), ==, 1);
  /* a later file brings the stop of care that was open */
  check_stored (check,
                "gemeente;toewijzingnummer;startdatum;stopdatum;reden_beeindiging;verzonden_305\n"
                "0983;10;01-01-2024;30-11-2024;31;03-01-2024\n",
                0, 1, 0);
  check_stored (check,
                "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;status\n"
                "R1;0983;1;45A04;01-03-2024;31-03-2024;20;uur;90,00;1.800,00;toegekend\n",
                0, 0, 1);
  check_one (check,
             "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag\n"
             "R1;0983;1;45A04;01-03-2024;31-03-2024;20;uur;90,00;1.800,01\n",
             "f.csv, line 2, column referentienummer, “R1”: this provider has a declaration line with this reference already, "
             "with other "
             "values\n");
}

/* A file without rows changes nothing. */
static void
test_headers_alone (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *before = check_fingerprint (check);
  g_autofree char *after = NULL;

  check_stored (check, "code;naam\n", 0, 0, 0);
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused_files (void)
{
  g_autoptr (Check) check = check_new ();

  check_one (check, "", "f.csv: the file is empty\n");
  check_one (check, "\n\n", "f.csv: the file is empty\n");
  check_one (check, "agb;plaats\n41410001;Venlo\n", "f.csv, column naam: this column is missing in a file of providers\n");
  check_one (check, "a\"b;c\n",
             "f.csv, line 1: a quotation mark stands in the wrong place: a field with quotation marks in it is quoted, "
             "and they are doubled\n");
  check_one (
      check, "code;naam;bsn\n0983;Venlo;123456782\n",
      "f.csv, column bsn: citizen service numbers are not taken in: replace them by pseudonyms and leave this column out\n");
}

static void
check_clients (Check *check, const char *clients, gboolean refused)
{
  g_auto (GStrv) each = g_strsplit (clients, " ", -1);
  g_autoptr (GString) bytes = g_string_new (ASSIGNMENTS);

  for (guint i = 0; each[i] != NULL; i++)
    g_string_append_printf (bytes, "%u;%s;41410001;0983;45A04;;01-01-2024\n", 100 + i, each[i]);
  if (refused)
    check_one (check, bytes->str,
               "f.csv, column client: this column holds citizen service numbers: replace them by pseudonyms\n");
  else
    {
      g_autofree char *path = check_write (check, "f.csv", bytes->str, (gssize) bytes->len);
      g_autoptr (PsImportReport) report = check_import (check, FALSE, "f.csv", NULL);

      g_assert_true (report->stored);
    }
}

/* domain.md §10: three or more nine-digit values, and all of them pass the eleven test. */
static void
test_citizen_service_numbers (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  check_clients (check, "123456782 999900006 111222333", TRUE);
  check_clients (check, "123456782 C1 999900006 C2 111222333 12345", TRUE);
  check_clients (check, "123456782 000000000 999900006", TRUE);
  check_clients (check, "123456782 999900006 C3", FALSE);
  check_clients (check, "123456782 999900006 111222333 123456789", FALSE);
  check_one (check, ASSIGNMENTS "100;000000000;41410001;0983;45A04;;01-01-2024\n",
             "f.csv, line 2, column client, “000000000”: is not a client\n");
  /* nor in a column that would be passed over */
  check_one (check,
             "gemeente;toewijzingnummer;startdatum;client\n0983;1;01-01-2025;123456782\n0983;1;02-01-2025;999900006\n"
             "0983;1;03-01-2025;111222333\n",
             "f.csv, column client: this column holds citizen service numbers: replace them by pseudonyms\n");
}

/* Every bad row of every file is listed, by file as named and by line, with all that is wrong with it. */
static void
test_all_problems (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *a = check_write (check, "a.csv", "product;geldig_van;tarief\n45A04;01-01-2024;1\n;x;y\n", -1);
  g_autofree char *b = check_write (check, "b.csv", "code;naam\n983;Venlo\n0893;Bergen\n12;\n", -1);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "a.csv", "b.csv", NULL);
  g_autofree char *problems = check_problems (report);
  const PsImportFile *first = g_ptr_array_index (report->files, 0);
  const PsImportFile *second = g_ptr_array_index (report->files, 1);

  g_assert_false (report->stored);
  g_assert_cmpstr (
      problems, ==,
      "a.csv, line 2, column product, “45A04”: this product is not in the region\n"
      "a.csv, line 3, column product: must not be empty\n"
      "a.csv, line 3, column geldig_van, “x”: is not a date like 31-12-2024, 2024-12-31 or 20241231\n"
      "a.csv, line 3, column tarief, “y”: is not a number like 1.234,56 (a decimal comma, and points only between thousands)\n"
      "b.csv, line 2, column code, “983”: must have 4 digits: leading zeros were lost\n"
      "b.csv, line 4, column code, “12”: must have 4 digits: leading zeros were lost\n"
      "b.csv, line 4, column naam: must not be empty\n");
  g_assert_cmpuint (first->refused, ==, 2);
  g_assert_cmpuint (second->refused, ==, 2);
  g_assert_cmpuint (second->rows, ==, 3);
  g_assert_cmpuint (report->n_problems, ==, 7);
}

/* The first 1.000 in full, the rest counted. */
static void
test_very_many_problems (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GString) bytes = g_string_new ("code;naam\n");
  g_autofree char *path = NULL;
  g_autoptr (PsImportReport) report = NULL;

  for (guint i = 0; i < 12345; i++)
    g_string_append (bytes, "983;Venlo\n");
  path = check_write (check, "f.csv", bytes->str, (gssize) bytes->len);
  report = check_import (check, FALSE, "f.csv", NULL);
  g_assert_cmpuint (report->problems->len, ==, PS_IMPORT_MAX_PROBLEMS);
  g_assert_cmpuint (report->n_problems, ==, 12345);
  g_assert_cmpuint (((PsImportProblem *) g_ptr_array_index (report->problems, 999))->line, ==, 1001);
}

static void
test_passed_over (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *path = check_write (check, "f.csv", "code;Kleur;naam;Provincie\n0983;rood;Venlo;Limburg\n", -1);
  g_autoptr (PsImportReport) report = check_import (check, FALSE, "f.csv", NULL);
  const PsImportFile *file = g_ptr_array_index (report->files, 0);

  g_assert_true (report->stored);
  g_assert_cmpstr (file->passed_over, ==, "Kleur, Provincie");
}

/* A long value is shown by its start. */
static void
test_long_values (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *value = g_strnfill (200, 'x');
  g_autofree char *bytes = g_strconcat ("code;naam\n", value, ";Venlo\n", NULL);
  g_autofree char *shown = g_strnfill (79, 'x');
  g_autofree char *expected = g_strconcat ("f.csv, line 2, column code, “", shown, "…”: must be exactly 4 digits\n", NULL);

  check_one (check, bytes, expected);
}

/* A value that would drive the terminal, or break the list of problems, is shown without that. */
static void
test_control_characters (void)
{
  g_autoptr (Check) check = check_new ();

  check_one (check, "code;naam\n\033[2J;Venlo\n\"09\n83\";Venlo\n",
             "f.csv, line 2, column code, “\357\277\275[2J”: must be exactly 4 digits\n"
             "f.csv, line 3, column code, “09 83”: must be exactly 4 digits\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-rows/unknown-references", test_unknown_references);
  g_test_add_func ("/import-rows/same-key-twice", test_same_key_twice);
  g_test_add_func ("/import-rows/overlapping-tariffs", test_overlapping_tariffs);
  g_test_add_func ("/import-rows/updates", test_updates);
  g_test_add_func ("/import-rows/headers-alone", test_headers_alone);
  g_test_add_func ("/import-rows/refused-files", test_refused_files);
  g_test_add_func ("/import-rows/citizen-service-numbers", test_citizen_service_numbers);
  g_test_add_func ("/import-rows/all-problems", test_all_problems);
  g_test_add_func ("/import-rows/very-many-problems", test_very_many_problems);
  g_test_add_func ("/import-rows/passed-over", test_passed_over);
  g_test_add_func ("/import-rows/long-values", test_long_values);
  g_test_add_func ("/import-rows/control-characters", test_control_characters);
  return g_test_run ();
}
