/* test-report-files.c: the month's overview as spreadsheet, as folder, and as pages and spreadsheet at once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "exchange/ps-file-output.h"
#include "kept-check.h"
#include "letter-check.h"
#include "report-check.h"

/* ---- the spreadsheet, read back by another program */

/* Rows of cents of a column (its letter) of a tab: those above the total, and the total. */
static void
add_up (const char *tab, char column, gint64 *sum, gint64 *total)
{
  g_auto (GStrv) lines = g_strsplit (tab, "\n", -1);

  *sum = *total = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", -1);
      gint64 cents;

      if (g_strv_length (parts) != 6 || parts[0][0] != column || strcmp (parts[1], "n") != 0)
        continue;
      g_assert_nonnull (strstr (parts[2], "€"));
      cents = (gint64) (g_ascii_strtod (parts[5], NULL) * 100 + 0.5);
      *(*parts[3] != '\0' ? total : sum) += cents;
    }
}

static void
test_sheet (ReportDemo *demo, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = report_make (demo->store, 10, NULL);
  g_autofree char *path = report_in_folder (demo, "report.xlsx"), *book = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const PsFigureTable *production = report_find_table (report, "production-by-municipality");
  g_auto (GStrv) tabs = NULL;
  gint64 sum, total;
  guint n_found = 0;

  g_assert_true (ps_report_to_sheet (report, path, &error));
  g_assert_no_error (error);
  book = report_read_book (path);
  tabs = g_strsplit (book, "tab ", -1);
  /* What it is about and the figures that stand by themselves stand before the tables. */
  g_assert_cmpuint (g_strv_length (tabs) - 1, ==, ps_report_get_tables (report)->len + 2);
  g_assert_true (g_str_has_prefix (tabs[1], "About\n"));
  g_assert_true (g_str_has_prefix (tabs[2], "Key figures\n"));
  for (guint i = 1; tabs[i] != NULL; i++)
    {
      char *end = strchr (tabs[i], '\n');

      *end = '\0';
      g_assert_cmpint (g_utf8_strlen (tabs[i], -1), <=, 31);
      g_assert_true (g_hash_table_add (names, tabs[i]));
      g_assert_nonnull (strstr (end + 1, "frozen frozen 1"));
      if (g_str_equal (tabs[i], "Cost by municipality"))
        {
          add_up (end + 1, 'B', &sum, &total);
          g_assert_cmpint (sum, ==, report_cell (production, "Total", "cost"));
          g_assert_cmpint (total, ==, sum);
          n_found++;
        }
      if (g_str_equal (tabs[i], "Where providers stand against t"))
        {
          add_up (end + 1, 'B', &sum, &total);
          g_assert_cmpint (sum, ==, report_cell (report_find_table (report, "bandwidth"), "Total", "ceiling"));
          g_assert_cmpint (total, ==, sum);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, 2);
}

/* "B7|n|…||12.5" of every row and column of every table, as its number stands there; and the first sheets before them. */
static gint64
scale_of (PsValueKind kind)
{
  return kind == PS_VALUE_MONEY ? 100 : kind == PS_VALUE_SHARE ? 10000 : kind == PS_VALUE_PLACES ? 1000 : 1;
}

static GHashTable *
cells_of (const char *tab)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) lines = g_strsplit (tab, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 6);

      if (g_strv_length (parts) == 6)
        g_hash_table_insert (cells, g_strdup (parts[0]), g_strdup (parts[5]));
    }
  return cells;
}

static char *
reference_of (guint row, guint column)
{
  return column < 26 ? g_strdup_printf ("%c%u", 'A' + (int) column, row + 2)
                     : g_strdup_printf ("A%c%u", 'A' + (int) column - 26, row + 2);
}

static void
assert_cell (GHashTable *cells, const PsFigureTable *table, guint row, guint column)
{
  const PsFigureRow *it = table->rows->pdata[row];
  g_autofree char *reference = reference_of (row, column);
  const char *value = g_hash_table_lookup (cells, reference);
  g_autofree char *wanted = NULL;

  if (it->texts[column] != NULL)
    wanted = g_strdup (it->texts[column]);
  else if (it->numbers[column] != PS_NO_NUMBER)
    wanted = g_strdup_printf ("%.15g", (double) it->numbers[column]
                                           / (double) scale_of (((const PsFigureColumn *) table->columns->pdata[column])->kind));
  g_test_message ("%s %s", table->id, reference);
  g_assert_cmpstr (value != NULL ? value : "", ==, wanted != NULL ? wanted : "");
}

static void
test_every_cell (ReportDemo *demo, gconstpointer data)
{
  g_autoptr (PsReport) report = report_make (demo->store, 1, NULL);
  const GPtrArray *tables = ps_report_get_tables (report);
  g_autofree char *book = report_read_sheets (report, demo->folder);
  g_auto (GStrv) tabs = g_strsplit (book, "tab ", -1);

  for (guint i = 0; i < tables->len; i++)
    {
      const PsFigureTable *table = tables->pdata[i];
      g_autoptr (GHashTable) cells = cells_of (tabs[i + 3]);

      for (guint row = 0; row < table->rows->len; row++)
        for (guint column = 0; column < table->columns->len; column++)
          assert_cell (cells, table, row, column);
    }
}

/* What a row of a table has on paper: its figures one behind the other, as people write them. */
static void
test_pages_have_the_table (ReportDemo *demo, gconstpointer data)
{
  static const char *const front[] = { "ceiling", "realised", "forecast", "share" };
  g_autoptr (PsReport) report = report_make (demo->store, 1, NULL);
  const PsFigureTable *table = report_find_table (report, "bandwidth");
  g_autofree char *text = report_text (report);
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *single = report_single_blanks (text), *wanted = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (front); i++)
        for (guint column = 0; column < table->columns->len; column++)
          if (g_str_equal (((const PsFigureColumn *) table->columns->pdata[column])->id, front[i]))
            {
              g_autofree char *figure = ps_figure_table_cell (table, row, column);

              g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", figure);
            }
      wanted = report_single_blanks (line->str);
      n += strstr (single, wanted) != NULL;
    }
  /* The 25 largest, and the total of all of them. */
  g_assert_cmpuint (n, ==, 26);
}

/* ---- pages and spreadsheet at once */

static void
assert_content (const char *path, const char *wanted)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, wanted);
}

static void
put (const char *path, const char *content)
{
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
assert_not_both (const PsReport *report, const char *pages, const char *sheet, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ps_report_to_both (report, pages, sheet, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

/* What is replaced is replaced by both; of what cannot be, neither is: the older ones stay, and nothing is beside them. */
static void
test_both (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsReport) report = report_make (check->store, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = kept_folder ();
  g_autofree char *pages = g_build_filename (folder, "a.pdf", NULL), *sheet = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere/a.xlsx", NULL), *content = NULL;
  g_autoptr (GPtrArray) names = NULL;

  assert_not_both (report, pages, nowhere, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (pages, G_FILE_TEST_EXISTS));
  put (pages, "old");
  g_assert_cmpint (g_mkdir (sheet, 0700), ==, 0);
  assert_not_both (report, pages, sheet, G_IO_ERROR_IS_DIRECTORY);
  assert_content (pages, "old");
  g_assert_cmpint (g_rmdir (sheet), ==, 0);
  put (sheet, "old too");

  g_assert_true (ps_report_to_both (report, pages, sheet, NULL, &error));
  g_assert_no_error (error);
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_true (g_file_get_contents (pages, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (sheet, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "PK"));
  kept_remove (g_steal_pointer (&folder));
}

/* A disk without room, in a program of its own because the limit cannot be taken back: wherever in the writing it strikes. The first
 * one strikes in the larger of the two only. */
static void
test_both_full (void)
{
  g_autofree char *folder = NULL, *pages = NULL, *sheet = NULL;
  g_autoptr (Check) check = NULL;
  g_autoptr (PsReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf of_pages, of_sheet;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  check = letter_check_new ();
  report = report_make (check->store, 1, NULL);
  folder = kept_folder ();
  pages = g_build_filename (folder, "a.pdf", NULL);
  sheet = g_build_filename (folder, "a.xlsx", NULL);
  g_assert_true (ps_report_to_both (report, pages, sheet, NULL, &error));
  g_assert_cmpint (g_stat (pages, &of_pages), ==, 0);
  g_assert_cmpint (g_stat (sheet, &of_sheet), ==, 0);
  put (pages, "old");
  put (sheet, "old too");
  signal (SIGXFSZ, SIG_IGN);
  for (rlim_t most = (rlim_t) MAX (of_pages.st_size, of_sheet.st_size) - 1; most >= 1024; most /= 2)
    {
      struct rlimit limit = { most, most };
      g_autoptr (GPtrArray) names = NULL;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (ps_report_to_both (report, pages, sheet, NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      assert_content (pages, "old");
      assert_content (sheet, "old too");
      names = kept_names (folder);
      g_assert_cmpuint (names->len, ==, 2);
    }
  kept_remove (g_steal_pointer (&folder));
}

static void
test_both_cancelled (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsReport) report = report_make (check->store, 1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = kept_folder ();
  g_autofree char *pages = g_build_filename (folder, "a.pdf", NULL), *sheet = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) names = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ps_report_to_both (report, pages, sheet, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 0);
  kept_remove (g_steal_pointer (&folder));
}

/* The last of them has no place any more when the first was put in its: that one goes back. */
static void
test_all_or_none (void)
{
  g_autofree char *folder = kept_folder ();
  g_autofree char *first = g_build_filename (folder, "first", NULL), *second = g_build_filename (folder, "second", NULL);
  g_autofree char *third = g_build_filename (folder, "third", NULL), *gone = g_build_filename (folder, "gone", NULL);
  g_autoptr (GError) error = NULL;
  PsFileOutput *outputs[4];
  g_autoptr (GPtrArray) names = NULL;

  put (first, "old");
  put (gone, "old");
  outputs[0] = ps_file_output_new (first, &error);
  outputs[1] = ps_file_output_new (second, &error);
  outputs[2] = ps_file_output_new (gone, &error);
  outputs[3] = ps_file_output_new (third, &error);
  g_assert_no_error (error);
  /* Somebody else makes one and removes one meanwhile: theirs is kept, too. */
  put (second, "theirs");
  g_assert_cmpint (g_unlink (gone), ==, 0);
  g_assert_cmpint (g_mkdir (third, 0700), ==, 0);
  g_assert_false (ps_file_output_publish_all (outputs, G_N_ELEMENTS (outputs), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    ps_file_output_free (outputs[i]);
  assert_content (first, "old");
  assert_content (second, "theirs");
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (third), ==, 0);
  names = kept_names (folder);
  g_assert_cmpuint (names->len, ==, 2);
  kept_remove (g_steal_pointer (&folder));
}

/* ---- the folder */

static void
test_folder (ReportDemo *demo, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = report_make (demo->store, 1, NULL);
  g_autofree char *path = report_in_folder (demo, "january"), *nowhere = report_in_folder (demo, "nowhere/january"), *file = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_assert_true (ps_report_to_folder (report, path, &error));
  g_assert_no_error (error);
  names = kept_names (path);
  g_assert_cmpuint (names->len, ==, ps_report_get_tables (report)->len + 2);
  file = kept_read (path, "production-by-municipality.csv");
  g_assert_nonnull (strstr (file, "\r\nVenlo;"));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *it = g_build_filename (path, names->pdata[i], NULL);

      g_assert_cmpint (g_unlink (it), ==, 0);
    }
  /* What is there is never written over. */
  g_assert_false (ps_report_to_folder (report, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_false (ps_report_to_folder (report, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-files/both", test_both);
  g_test_add_func ("/report-files/both-full", test_both_full);
  g_test_add_func ("/report-files/both-cancelled", test_both_cancelled);
  g_test_add_func ("/report-files/all-or-none", test_all_or_none);
  g_test_add ("/report-files/sheet", ReportDemo, NULL, report_demo_set_up, test_sheet, report_demo_tear_down);
  g_test_add ("/report-files/every-cell", ReportDemo, NULL, report_demo_set_up, test_every_cell, report_demo_tear_down);
  g_test_add ("/report-files/pages-have-the-table", ReportDemo, NULL, report_demo_set_up, test_pages_have_the_table,
              report_demo_tear_down);
  g_test_add ("/report-files/folder", ReportDemo, NULL, report_demo_set_up, test_folder, report_demo_tear_down);
  return g_test_run ();
}
