/* test-report.c: the month's overview as pages, spreadsheet and folder: against figures by hand, and against what it is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include <glib/gstdio.h>

#include "core/ps-format.h"
#include "exchange/ps-generate.h"
#include "exchange/ps-report.h"
#include "kept-check.h"
#include "letter-check.h"
#include "pdf-read.h"

#define MADE_ON ps_date_from_ymd (2024, 12, 3)

static PsReport *
make (PsStore *store, int month, const char *agb)
{
  const PsReportQuery query = { 2024, month, agb, MADE_ON };
  g_autoptr (GError) error = NULL;
  PsReport *report = ps_report_make (store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static GBytes *
render (const PsReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ps_report_to_pdf (report, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
text_of (const PsReport *report)
{
  g_autoptr (GBytes) bytes = render (report);

  return pdf_text (bytes, "-layout");
}

/* Any blanks, also those at which no line is broken, as one. */
static char *
single_blanks (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("[ \\x{a0}\\x{202f}]+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

/* In one line of the pages. */
static void
assert_line (const char *text, const char *words)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\f", -1);
  g_autofree char *wanted = single_blanks (words);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = single_blanks (lines[i]);

      if (strstr (line, wanted) != NULL)
        return;
    }
  g_error ("no “%s” in:\n%s", wanted, text);
}

static const PsFigureTable *
find_table (const PsReport *report, const char *id)
{
  const GPtrArray *tables = ps_report_get_tables (report);

  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (((const PsFigureTable *) tables->pdata[i])->id, id))
      return tables->pdata[i];
  return NULL;
}

static gint64
cell (const PsFigureTable *table, const char *label, const char *column)
{
  PsFigureRow *row = ps_figure_table_find (table, 0, label);

  g_assert_nonnull (row);
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((const PsFigureColumn *) table->columns->pdata[i])->id, column))
      return row->numbers[i];
  g_error ("no column %s", column);
}

/* ---- by hand: kept_small() is € 1.500 and € 200 in March, four clients from 2 January, and no agreement */

static void
test_small (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const PsFigureTable *table;

  kept_small (check);
  report = make (check->store, 3, NULL);
  g_assert_null (find_table (report, "bandwidth"));
  g_assert_null (find_table (report, "deviations"));
  table = find_table (report, "production-by-municipality");
  g_assert_cmpint (cell (table, "Venlo", "cost"), ==, 120000);
  g_assert_cmpint (cell (table, "Venray", "cost"), ==, 50000);
  g_assert_cmpint (cell (table, "Total", "cost"), ==, 170000);
  g_assert_cmpint (cell (find_table (report, "clients-by-month"), "Jan", "inflow"), ==, 4);
  g_assert_cmpint (cell (find_table (report, "clients-by-month"), "Mar", "in-care"), ==, 4);

  bytes = render (report);
  pdf_assert_tidy (bytes);
  text = pdf_text (bytes, "-layout");
  pdf_assert_order (text, "Month overview March 2024", "Region", "All providers of the region", "01-01-2024 through 31-03-2024",
                    "31-03-2024", "complete through 31-03-2024", "03-12-2024", "The year at a glance",
                    "No provider has an agreement with a ceiling in 2024.", "Clients", "Utilisation", "Production", NULL);
  assert_line (text, "Venlo € 1,200.00");
  assert_line (text, "Total € 1,700.00");
  assert_line (text, "Unique clients 4");
  assert_line (text, "In this period there is nothing of: Places, Capacity");
}

/* Of one provider only its own: € 200 of 41410002. Without an agreement it has no chart of a ceiling. */
static void
test_provider_without_agreement (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsReport) report = NULL;
  g_autofree char *text = NULL, *name = NULL;

  kept_small (check);
  report = make (check->store, 3, "41410002");
  name = ps_report_name (report);
  g_assert_cmpstr (name, ==, "month-overview-2024-03-41410002");
  g_assert_cmpint (cell (find_table (report, "production-by-municipality"), "Total", "cost"), ==, 20000);
  text = text_of (report);
  pdf_assert_order (text, "Month overview March 2024", "=De Linde, AGB code 41410002",
                    "This provider has no agreement with a ceiling in 2024.", "Production", NULL);
  assert_line (text, "Unique clients 1");
  g_assert_null (strstr (text, "Realised against ceiling"));
  g_assert_null (strstr (text, "Maasduin"));
}

/* ---- by hand: the bandwidths of letter-check.h, as of the last day of May */

static void
test_bandwidth (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsReport) region = make (check->store, 5, NULL);
  g_autoptr (PsReport) provider = make (check->store, 5, "41410001");
  const PsFigureTable *scopes = find_table (provider, "bandwidth"), *all = find_table (region, "bandwidth");
  const PsFigureRow *first = scopes->rows->pdata[0];
  g_autofree char *text = text_of (provider);

  g_assert_cmpint (first->numbers[1], ==, 700000);
  g_assert_cmpint (first->numbers[2], ==, 652600);
  g_assert_cmpint (first->numbers[3], ==, 1571392);
  g_assert_cmpint (first->numbers[4], ==, 22448);
  g_assert_cmpint (first->numbers[5], ==, 871392);
  g_assert_cmpint (first->numbers[6], ==, 665000);
  g_assert_cmpint (first->numbers[7], ==, 735000);
  g_assert_cmpstr (first->texts[8], ==, "linear");
  g_assert_cmpint (cell (all, "Jeugdhulp Peelrand", "ceiling"), ==, 2200000);
  g_assert_cmpint (cell (all, "Jeugdhulp Peelrand", "realised"), ==, 1152600);
  g_assert_cmpint (cell (all, "Total", "ceiling"), ==, 3800000);
  g_assert_true (ps_figure_table_find (all, 0, "Total")->is_total);
  assert_line (text, "€ 7,000.00 € 6,526.00 € 15,713.92 224.5 % linear Over the bandwidth");
  pdf_assert_order (text, "Realised against ceiling", "Where it stands against its ceiling", NULL);
}

/* ---- the demo region: against what the report is made of */

typedef struct
{
  char *folder;
  PsStore *store;
} Demo;

static void
set_up (Demo *demo, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  demo->folder = kept_folder ();
  path = g_build_filename (demo->folder, "demo.peilstok", NULL);
  demo->store = ps_store_create (path, "Noord-Limburg", &error);
  g_assert_no_error (error);
  g_assert_true (ps_generate_demo_into (demo->store, "tester", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Demo *demo, gconstpointer data)
{
  ps_store_close (demo->store);
  kept_remove (demo->folder);
}

static char *
in_folder (const Demo *demo, const char *name)
{
  return g_build_filename (demo->folder, name, NULL);
}

static void
assert_same_table (const PsFigureTable *table, const PsFigureTable *wanted)
{
  g_assert_cmpuint (table->rows->len, ==, wanted->rows->len);
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->columns->len; j++)
      {
        g_autofree char *is = ps_figure_table_cell (table, i, j), *should_be = ps_figure_table_cell (wanted, i, j);

        g_assert_cmpstr (is, ==, should_be);
      }
}

/* What `monitor` and the window say of January to the month. */
static void
test_same_as_monitor (Demo *demo, gconstpointer data)
{
  const PsMonitorsQuery query = { .year = 2024, .last_month = 1, .topics = PS_ALL_TOPICS };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = make (demo->store, 1, NULL);
  g_autoptr (PsMonitored) monitored = ps_monitors_compute (demo->store, &query, NULL, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const GPtrArray *tables = ps_monitor_get (monitored->monitor, topic)->tables;

      for (guint i = 0; i < tables->len; i++, n++)
        assert_same_table (find_table (report, ((const PsFigureTable *) tables->pdata[i])->id), tables->pdata[i]);
    }
  g_assert_cmpuint (ps_report_get_tables (report)->len, ==, n + 3);
}

/* Looked from the month's last day: ps_year_figures_load() of that day, and the sums of it. */
static void
test_same_as_year_figures (Demo *demo, gconstpointer data)
{
  const PsYearFiguresQuery query = { 2024, ps_date_from_ymd (2024, 10, 31), NULL, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = make (demo->store, 10, NULL);
  g_autoptr (PsYearFigures) figures = ps_year_figures_load (demo->store, &query, NULL, NULL, NULL, &error);
  const PsFigureTable *bandwidth = find_table (report, "bandwidth");
  g_autofree char *text = text_of (report), *realised = NULL, *line = NULL;
  PsRegionYear sum;

  g_assert_no_error (error);
  g_assert_true (ps_year_figures_sum (figures, &sum, &error));
  g_assert_cmpuint (bandwidth->rows->len, ==, sum.n_agreed + 1);
  g_assert_cmpint (cell (bandwidth, "Total", "ceiling"), ==, sum.agreed_cents);
  g_assert_cmpint (cell (bandwidth, "Total", "realised"), ==, sum.realised_cents);
  g_assert_cmpint (cell (bandwidth, "Total", "realised"), ==, sum.month_cents[9]);
  g_assert_cmpint (cell (bandwidth, "Total", "forecast"), ==, sum.forecast_cents);
  g_assert_cmpint (cell (bandwidth, "Total", "lower"), ==, sum.lower_cents);
  g_assert_cmpint (sum.month_cents[10], ==, PS_NO_NUMBER);
  realised = ps_format_money (sum.realised_cents);
  line = g_strdup_printf ("Realised through 31-10-2024 %s", realised);
  assert_line (text, line);
}

/* The largest stand first, and are of the table of all. */
static void
test_deviations (Demo *demo, gconstpointer data)
{
  g_autoptr (PsReport) report = make (demo->store, 10, NULL);
  const PsFigureTable *deviations = find_table (report, "deviations"), *all = find_table (report, "bandwidth");
  gint64 least = G_MAXINT64;
  guint n_larger = 0;

  g_assert_cmpuint (deviations->rows->len, ==, 5);
  for (guint i = 0; i < deviations->rows->len; i++)
    {
      const PsFigureRow *row = deviations->rows->pdata[i];

      g_assert_cmpint (ABS (row->numbers[5]), <=, least);
      g_assert_cmpint (row->numbers[5], ==, row->numbers[3] - row->numbers[1]);
      least = ABS (row->numbers[5]);
    }
  for (guint i = 0; i < all->rows->len; i++)
    {
      const PsFigureRow *row = all->rows->pdata[i];

      n_larger += !row->is_total && ABS (row->numbers[5]) > least;
    }
  g_assert_cmpuint (n_larger, ==, 4);
}

static void
test_pages (Demo *demo, gconstpointer data)
{
  g_autoptr (PsReport) report = make (demo->store, 12, NULL), again = make (demo->store, 12, NULL);
  g_autoptr (GBytes) bytes = render (report), same = render (again);
  g_autofree char *info = pdf_info (bytes, NULL), *text = pdf_text (bytes, "-layout");

  g_assert_true (g_bytes_equal (bytes, same));
  pdf_assert_tidy (bytes);
  g_assert_nonnull (strstr (info, "A4"));
  g_assert_nonnull (strstr (info, "Month overview December 2024 · Noord-Limburg"));
  g_assert_nonnull (strstr (info, "Author:          Noord-Limburg"));
  pdf_assert_order (text, "Month overview December 2024", "The year at a glance", "Realised and agreed per month",
                    "Largest deviations", "Where providers stand against their ceiling",
                    "The largest by “Ceiling”, and 12 more in the spreadsheet.", "Places", "Places by product", "Capacity",
                    "Clients", "Referrers", "Duration", "After the end", "Utilisation", "Shares in cost", "Production",
                    "Message norms", "Waiting", NULL);
  g_assert_null (strstr (text, "there is nothing of"));
}

/* A provider with trajects, one paid by the place, one without an agreement: none of it outside its page. */
static void
test_provider_pages (Demo *demo, gconstpointer data)
{
  static const char *const agbs[] = { "41420101", "41420111", "41420131", "41420135" };

  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    {
      g_autoptr (PsReport) report = make (demo->store, 6, agbs[i]);
      g_autoptr (GBytes) bytes = render (report);
      g_autofree char *text = pdf_text (bytes, NULL);

      pdf_assert_tidy (bytes);
      g_assert_nonnull (strstr (text, agbs[i]));
      g_assert_null (strstr (text, "Largest deviations"));
    }
}

/* ---- the spreadsheet, read back by another program */

static char *
read_book (const char *path)
{
  const char *const command[] = { g_getenv ("PEILSTOK_PYTHON"), g_getenv ("PEILSTOK_READ_SHEET"), path, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

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
test_sheet (Demo *demo, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = make (demo->store, 10, NULL);
  g_autofree char *path = in_folder (demo, "report.xlsx"), *book = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const PsFigureTable *production = find_table (report, "production-by-municipality");
  g_auto (GStrv) tabs = NULL;
  gint64 sum, total;
  guint n_found = 0;

  g_assert_true (ps_report_to_sheet (report, path, &error));
  g_assert_no_error (error);
  book = read_book (path);
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
          g_assert_cmpint (sum, ==, cell (production, "Total", "cost"));
          g_assert_cmpint (total, ==, sum);
          n_found++;
        }
      if (g_str_equal (tabs[i], "Where providers stand against t"))
        {
          add_up (end + 1, 'B', &sum, &total);
          g_assert_cmpint (sum, ==, cell (find_table (report, "bandwidth"), "Total", "ceiling"));
          g_assert_cmpint (total, ==, sum);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, 2);
}

/* ---- the folder */

static void
test_folder (Demo *demo, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = make (demo->store, 1, NULL);
  g_autofree char *path = in_folder (demo, "january"), *nowhere = in_folder (demo, "nowhere/january"), *file = NULL;
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

/* ---- what is refused */

static void
assert_refused (PsStore *store, int month, const char *agb, const char *sentence)
{
  const PsReportQuery query = { 2024, month, agb, MADE_ON };
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_report_make (store, &query, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refused (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (GError) error = NULL;
  int month;

  assert_refused (check->store, 3, NULL,
                  "There is no overview of March 2024 yet: of no month of that year the declarations are complete.");
  g_assert_true (ps_report_last_month (check->store, 2024, &month, &error));
  g_assert_cmpint (month, ==, 0);
  kept_small (check);
  assert_refused (check->store, 4, NULL,
                  "There is no overview of April 2024 yet: the declarations are complete through 31-03-2024.");
  assert_refused (check->store, 3, "99999999", "There is no provider with AGB code “99999999” in this region.");
  g_assert_true (ps_report_last_month (check->store, 2024, &month, &error));
  g_assert_cmpint (month, ==, 3);
}

/* A month in which nothing happened yet: every topic is named, none has a chapter. */
static void
test_nothing (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsReport) report = NULL;
  g_autofree char *text = NULL, *name = NULL;

  kept_small (check);
  kept_import (check, "agb;naam\n41410009;Nieuw in de Regio\n");
  report = make (check->store, 1, "41410009");
  text = text_of (report);
  pdf_assert_order (text, "Nieuw in de Regio, AGB code 41410009",
                    "In this period there is nothing of:", "Places, Capacity, Clients", "Waiting.", NULL);
  g_assert_null (strstr (text, "page 3 of"));
}

static void
cancel_at (double fraction, const char *what, gpointer cancellable)
{
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (Demo *demo, gconstpointer data)
{
  const PsReportQuery query = { 2024, 10, NULL, MADE_ON };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_report_make (demo->store, &query, cancellable, cancel_at, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/small", test_small);
  g_test_add_func ("/report/provider-without-agreement", test_provider_without_agreement);
  g_test_add_func ("/report/bandwidth", test_bandwidth);
  g_test_add_func ("/report/refused", test_refused);
  g_test_add_func ("/report/nothing", test_nothing);
  g_test_add ("/report/same-as-monitor", Demo, NULL, set_up, test_same_as_monitor, tear_down);
  g_test_add ("/report/same-as-year-figures", Demo, NULL, set_up, test_same_as_year_figures, tear_down);
  g_test_add ("/report/deviations", Demo, NULL, set_up, test_deviations, tear_down);
  g_test_add ("/report/pages", Demo, NULL, set_up, test_pages, tear_down);
  g_test_add ("/report/provider-pages", Demo, NULL, set_up, test_provider_pages, tear_down);
  g_test_add ("/report/sheet", Demo, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/report/folder", Demo, NULL, set_up, test_folder, tear_down);
  g_test_add ("/report/cancelled", Demo, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
