/* test-sheet.c: tables as spreadsheets, read back from the file by another program
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/ps-sheet.h"

static char *
in_folder (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("peilstok-sheet-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in_folder (folder, name);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is in the book, a line for each thing. */
static char *
read_book (const char *path)
{
  const char *const command[] = { g_getenv ("PEILSTOK_PYTHON"), g_getenv ("PEILSTOK_READ_SHEET"), path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, &complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

static char *
write_and_read (PsSheet *sheet)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = in_folder (folder, "table.xlsx");
  g_autoptr (GError) error = NULL;
  char *text;

  g_ptr_array_add (sheets, sheet);
  ps_sheets_write (sheets, path, &error);
  g_assert_no_error (error);
  text = read_book (path);
  remove_folder (folder);
  return text;
}

static void
assert_has (const char *text, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line);
  g_autofree char *framed = g_strdup_printf ("\n%s", text);

  if (strstr (framed, whole) == NULL)
    g_error ("no line “%s” in:\n%s", line, text);
}

static void
assert_has_not (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("there is “%s” in:\n%s", part, text);
}

/* Every kind of cell, with the value that a spreadsheet counts with and the format that it shows. */
static void
test_kinds (void)
{
  PsSheet *sheet = ps_sheet_new ("Tarieven");
  g_autofree char *text = NULL;

  ps_sheet_add_column (sheet, "AGB", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, "Plafond", PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, "Aantal", PS_SHEET_COUNT, TRUE);
  ps_sheet_add_column (sheet, "Aandeel", PS_SHEET_PERCENT, FALSE);
  ps_sheet_add_column (sheet, "Vanaf", PS_SHEET_DATE, FALSE);
  ps_sheet_add_column (sheet, "Tarief", PS_SHEET_TARIFF, FALSE);
  ps_sheet_add_column (sheet, "Plekken", PS_SHEET_VOLUME, FALSE);
  ps_sheet_add_text (sheet, "01234567");
  ps_sheet_add_number (sheet, 123450);
  ps_sheet_add_number (sheet, 12);
  ps_sheet_add_number (sheet, 10250);
  ps_sheet_add_number (sheet, ps_date_from_ymd (2024, 7, 1));
  ps_sheet_add_number (sheet, 15905);
  ps_sheet_add_number (sheet, 12500);
  ps_sheet_add_text (sheet, "=1+1");
  ps_sheet_add_number (sheet, -7);
  ps_sheet_add_number (sheet, 0);
  ps_sheet_add_number (sheet, 0);
  ps_sheet_add_number (sheet, PS_DATE_OPEN);
  ps_sheet_add_number (sheet, PS_NO_NUMBER);
  ps_sheet_add_number (sheet, 3000);
  text = write_and_read (sheet);

  assert_has (text, "tab Tarieven");
  assert_has (text, "frozen frozen 1 None");
  assert_has (text, "filter A1:G3");
  assert_has (text, "A1|s|General|bold||AGB");
  assert_has (text, "A2|s|@|||01234567");
  assert_has (text, "B2|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|||1234.5");
  assert_has (text, "C2|n|#,##0|||12");
  assert_has (text, "D2|n|0.0# %|||1.025");
  assert_has (text, "E2|n|dd-mm-yyyy|||45474");
  assert_has (text, "F2|n|\"€ \"#,##0.00##;\"€ \"-#,##0.00##|||1.5905");
  assert_has (text, "G2|n|#,##0.0##|||12.5");
  assert_has (text, "A3|s|@|||=1+1");
  assert_has (text, "B3|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|||-0.07");
  assert_has (text, "D3|n|0.0# %|||0");
  assert_has (text, "G3|n|#,##0|||3");
  assert_has_not (text, "E3|");
  assert_has_not (text, "F3|");
  assert_has (text, "A4|s|@|bold||Total");
  assert_has (text, "B4|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|bold|ROUND(SUM(B2:B3),2)|1234.43");
  assert_has (text, "C4|n|#,##0|bold|SUM(C2:C3)|12");
}

/* Two tabs of the same name, of which the first is computed from the second. */
/* Below the rows and the total, with one empty between, in lines that fit; the filter is of the rows. */
static void
test_note (void)
{
  PsSheet *sheet = ps_sheet_new ("Tabel");
  g_autofree char *text = NULL;

  ps_sheet_add_column (sheet, "Bedrag", PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, "Toelichting", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_number (sheet, 1250);
  ps_sheet_add_text (sheet, "kort");
  ps_sheet_set_note (sheet, "Een woord en nog een woord, en zo door tot de regel vol is en het verder gaat op de volgende.");
  text = write_and_read (sheet);
  assert_has (text, "A2|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|||12.5");
  assert_has (text, "A5|s|@|||Een woord en nog een woord, en zo door tot de regel vol is en het verder");
  assert_has (text, "A6|s|@|||gaat op de volgende.");
  assert_has (text, "filter A1:B2");
}

static char *
write_formulas (gint64 cents)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  PsSheet *result = ps_sheet_new ("It's [1]"), *parts = ps_sheet_new ("It's [1]");
  g_autofree char *folder = make_folder ();
  g_autofree char *path = in_folder (folder, "table.xlsx");
  g_autofree char *total = NULL, *range = NULL, *none = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  ps_sheet_add_column (parts, "Part", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (parts, "Amount", PS_SHEET_MONEY, TRUE);
  none = ps_sheet_get_range (parts, 1);
  g_assert_cmpstr (none, ==, "$B$2:$B$2");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (ps_sheet_get_next_row (parts), ==, i + 2);
      ps_sheet_add_text (parts, "a");
      g_assert_cmpuint (ps_sheet_get_next_row (parts), ==, i + 2);
      ps_sheet_add_number (parts, cents);
    }
  range = ps_sheet_get_range (parts, 1);
  g_assert_cmpstr (range, ==, "$B$2:$B$3");
  total = ps_sheet_get_total (parts, 27);
  g_assert_cmpstr (total, ==, "$AB$4");
  ps_sheet_add_column (result, "Amount", PS_SHEET_MONEY, FALSE);
  ps_sheet_mark_total (result);
  ps_sheet_add_formula (result, 2 * cents, "=ROUND(SUM({%d}%s),2)", 1, range);
  ps_sheet_add_formula (result, 0, "=A2-{0}A2");
  g_ptr_array_add (sheets, result);
  g_ptr_array_add (sheets, parts);
  ps_sheets_write (sheets, path, &error);
  g_assert_no_error (error);
  text = read_book (path);
  remove_folder (folder);
  return text;
}

static void
test_formulas (void)
{
  g_autofree char *text = write_formulas (10);

  assert_has (text, "tab It s  1");
  assert_has (text, "tab It s  1 (2)");
  assert_has (text, "A2|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|bold|ROUND(SUM('It s  1 (2)'!$B$2:$B$3),2)|0.2");
  assert_has (text, "A3|n|\"€ \"#,##0.00;\"€ \"-#,##0.00||A2-'It s  1'!A2|0");
}

/* What no cell can hold is its text, and not a formula that would come to something else. */
static void
test_formulas_too_large (void)
{
  g_autofree char *text = write_formulas (G_GINT64_CONSTANT (900000000000000));

  assert_has (text, "A2|s|@|bold||€\302\240"
                    "18,000,000,000,000.00");
}

/* 1900 had no 29 February, though spreadsheets think so. */
static void
test_first_days (void)
{
  static const struct
  {
    int month, day;
    const char *cell;
  } days[] = { { 1, 1, "|1" }, { 2, 28, "|59" }, { 3, 1, "|61" } };
  PsSheet *sheet = ps_sheet_new ("Dagen");
  g_autofree char *text = NULL;

  ps_sheet_add_column (sheet, "Dag", PS_SHEET_DATE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    ps_sheet_add_number (sheet, ps_date_from_ymd (1900, days[i].month, days[i].day));
  text = write_and_read (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *line = g_strdup_printf ("A%u|n|dd-mm-yyyy||%s", i + 2, days[i].cell);

      assert_has (text, line);
    }
}

/* What a double cannot hold to the cent is a text, and so is a total that it is part of. */
static void
test_too_large (void)
{
  PsSheet *sheet = ps_sheet_new ("Groot");
  g_autofree char *text = NULL;

  ps_sheet_add_column (sheet, "Zeker", PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, "Te groot", PS_SHEET_MONEY, TRUE);
  ps_sheet_add_column (sheet, "Samen te groot", PS_SHEET_COUNT, TRUE);
  ps_sheet_add_column (sheet, "Veel te groot", PS_SHEET_COUNT, TRUE);
  for (int i = 0; i < 2; i++)
    {
      ps_sheet_add_number (sheet, G_GINT64_CONSTANT (499999999999999) - i);
      ps_sheet_add_number (sheet, i == 0 ? G_GINT64_CONSTANT (9007199254740993) : 1);
      ps_sheet_add_number (sheet, G_GINT64_CONSTANT (999999999999999));
      ps_sheet_add_number (sheet, G_MAXINT64);
    }
  text = write_and_read (sheet);
  assert_has (text, "A2|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|||4999999999999.99");
  assert_has (text, "A4|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|bold|ROUND(SUM(A2:A3),2)|9999999999999.97");
  assert_has (text, "B2|s|@|||€ 90,071,992,547,409.93");
  assert_has (text, "B3|n|\"€ \"#,##0.00;\"€ \"-#,##0.00|||0.01");
  assert_has (text, "B4|s|@|bold||€ 90,071,992,547,409.94");
  assert_has (text, "C3|n|#,##0|||999999999999999");
  assert_has (text, "C4|s|@|bold||1,999,999,999,999,998");
  assert_has (text, "D2|s|@|||9,223,372,036,854,775,807");
  assert_has (text, "D4|s|@|bold||too large");
}

/* Tabs: what XLSX does not allow in a name, too long, empty, twice the same but for case. */
static void
test_tabs (void)
{
  static const char *const titles[] = { "Regio: 2024/2025 [concept]",
                                        "",
                                        "tabel",
                                        "Table",
                                        "Afspraken per productgroep en gemeente",
                                        "Afspraken per productgroep en GEMEENTE",
                                        "History" };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = in_folder (folder, "tabs.xlsx");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      PsSheet *sheet = ps_sheet_new (titles[i]);

      ps_sheet_add_column (sheet, "Naam", PS_SHEET_TEXT, FALSE);
      g_ptr_array_add (sheets, sheet);
    }
  ps_sheets_write (sheets, path, &error);
  g_assert_no_error (error);
  text = read_book (path);
  assert_has (text, "tab Regio  2024 2025  concept");
  assert_has (text, "tab Table");
  assert_has (text, "tab tabel");
  assert_has (text, "tab Table (2)");
  assert_has (text, "tab Afspraken per productgroep en g");
  assert_has (text, "tab Afspraken per productgroep  (2)");
  assert_has (text, "tab History (2)");
  remove_folder (folder);
}

/* Nothing but a heading: no totals to add up. Texts of every kind, and widths by the longest, within bounds. */
static void
test_texts (void)
{
  PsSheet *sheet = ps_sheet_new ("Teksten");
  g_autofree char *nothing = NULL;
  g_autofree char *text = NULL;
  g_autofree char *much = g_strnfill (500, 'x');

  ps_sheet_add_column (sheet, "Bedrag", PS_SHEET_MONEY, TRUE);
  nothing = write_and_read (sheet);
  assert_has (nothing, "filter A1");
  assert_has_not (nothing, "SUM");

  sheet = ps_sheet_new ("Teksten");
  ps_sheet_add_column (sheet, "Naam", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, "Veel", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_column (sheet, "Bedrag", PS_SHEET_MONEY, FALSE);
  ps_sheet_add_text (sheet, "Zorg & Zo <één>\nregel \"twee\"");
  ps_sheet_add_text (sheet, much);
  ps_sheet_add_text (sheet, "niet afgesproken");
  ps_sheet_add_text (sheet, "http://voorbeeld.invalid");
  text = write_and_read (sheet);
  assert_has (text, "A2|s|@|||Zorg & Zo <één>\\nregel \"twee\"");
  assert_has (text, "C2|s|@|||niet afgesproken");
  assert_has (text, "A3|s|@|||http://voorbeeld.invalid");
  assert_has (text, "width 1 1 26");
  assert_has (text, "width 2 2 61");
}

static GPtrArray *
one_sheet (guint n_rows)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  PsSheet *sheet = ps_sheet_new ("Rijen");

  ps_sheet_add_column (sheet, "Nummer", PS_SHEET_COUNT, TRUE);
  for (guint i = 0; i < n_rows; i++)
    ps_sheet_add_number (sheet, i);
  g_ptr_array_add (sheets, sheet);
  return sheets;
}

/* A file that is there keeps its rights, a link stays a link, and nothing is left beside it. */
static void
test_replace (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = in_folder (folder, "oud.xlsx");
  g_autofree char *link = in_folder (folder, "link.xlsx");
  g_autoptr (GPtrArray) sheets = one_sheet (3);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;
  int n = 0;

  g_assert_true (g_file_set_contents (path, "oud", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("oud.xlsx", link), ==, 0);
  ps_sheets_write (sheets, link, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  text = read_book (path);
  assert_has (text, "A5|n|#,##0|bold|SUM(A2:A4)|3");
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpint (n, ==, 2);
  remove_folder (folder);
}

static void
assert_fails (GPtrArray *sheets, const char *path, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ps_sheets_write (sheets, path, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_unwritable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *missing = in_folder (folder, "nergens/tabel.xlsx");
  g_autoptr (GPtrArray) sheets = one_sheet (3);

  assert_fails (sheets, missing, G_IO_ERROR_NOT_FOUND);
  assert_fails (sheets, folder, G_IO_ERROR_IS_DIRECTORY);
  remove_folder (folder);
}

/* A disk without room, in a program of its own because the limit cannot be taken back: wherever in the writing it strikes, the file
 * that was there stays, and nothing else. */
static void
test_full (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  folder = make_folder ();
  path = in_folder (folder, "tabel.xlsx");
  sheets = one_sheet (20000);
  g_assert_true (g_file_set_contents (path, "oud", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  for (rlim_t most = 512 * 1024; most >= 1024; most /= 2)
    {
      struct rlimit limit = { most, most };
      g_autofree char *content = NULL;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      assert_fails (sheets, path, G_IO_ERROR_NO_SPACE);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "oud");
    }
  remove_folder (folder);
}

/* What no spreadsheet can hold is said, and nothing is left. */
static void
test_limits (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = in_folder (folder, "tabel.xlsx");
  g_autofree char *much = g_strnfill (32768, 'x');
  g_autoptr (GPtrArray) rows = one_sheet (1048575);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  PsSheet *sheet = ps_sheet_new ("Lang");

  assert_fails (rows, path, G_IO_ERROR_NOT_SUPPORTED);
  ps_sheet_add_column (sheet, "Tekst", PS_SHEET_TEXT, FALSE);
  ps_sheet_add_text (sheet, much);
  g_ptr_array_add (sheets, sheet);
  assert_fails (sheets, path, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/formulas", test_formulas);
  g_test_add_func ("/sheet/formulas-too-large", test_formulas_too_large);
  g_test_add_func ("/sheet/kinds", test_kinds);
  g_test_add_func ("/sheet/first-days", test_first_days);
  g_test_add_func ("/sheet/too-large", test_too_large);
  g_test_add_func ("/sheet/tabs", test_tabs);
  g_test_add_func ("/sheet/texts", test_texts);
  g_test_add_func ("/sheet/replace", test_replace);
  g_test_add_func ("/sheet/unwritable", test_unwritable);
  g_test_add_func ("/sheet/note", test_note);
  g_test_add_func ("/sheet/full", test_full);
  g_test_add_func ("/sheet/limits", test_limits);
  return g_test_run ();
}
