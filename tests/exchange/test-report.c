/* test-report.c: the month's overview: against figures by hand, and against what it is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "core/ps-format.h"
#include "kept-check.h"
#include "letter-check.h"
#include "pdf-read.h"
#include "report-check.h"

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
  report = report_make (check->store, 3, NULL);
  g_assert_null (report_find_table (report, "bandwidth"));
  g_assert_null (report_find_table (report, "deviations"));
  table = report_find_table (report, "production-by-municipality");
  g_assert_cmpint (report_cell (table, "Venlo", "cost"), ==, 120000);
  g_assert_cmpint (report_cell (table, "Venray", "cost"), ==, 50000);
  g_assert_cmpint (report_cell (table, "Total", "cost"), ==, 170000);
  g_assert_cmpint (report_cell (report_find_table (report, "clients-by-month"), "Jan", "inflow"), ==, 4);
  g_assert_cmpint (report_cell (report_find_table (report, "clients-by-month"), "Mar", "in-care"), ==, 4);

  bytes = report_render (report);
  pdf_assert_tidy (bytes);
  text = pdf_text (bytes, "-layout");
  pdf_assert_order (text, "Month overview March 2024", "Region", "All providers of the region", "01-01-2024 through 31-03-2024",
                    "31-03-2024", "complete through 31-03-2024", "03-12-2024", "The year at a glance",
                    "No provider has an agreement with a ceiling in 2024.", "Clients", "Utilisation", "Production", NULL);
  report_assert_line (text, "Venlo € 1,200.00");
  report_assert_line (text, "Total € 1,700.00");
  report_assert_line (text, "Unique clients 4");
  report_assert_line (text, "In this period there is nothing of: Places, Capacity");
}

/* Of one provider only its own: € 200 of 41410002. Without an agreement it has no chart of a ceiling. */
static void
test_provider_without_agreement (void)
{
  g_autoptr (Check) check = check_new ();
  g_autoptr (PsReport) report = NULL;
  g_autofree char *text = NULL, *name = NULL;

  kept_small (check);
  report = report_make (check->store, 3, "41410002");
  name = ps_report_name (report);
  g_assert_cmpstr (name, ==, "month-overview-2024-03-41410002");
  g_assert_cmpint (report_cell (report_find_table (report, "production-by-municipality"), "Total", "cost"), ==, 20000);
  text = report_text (report);
  pdf_assert_order (text, "Month overview March 2024", "=De Linde, AGB code 41410002",
                    "This provider has no agreement with a ceiling in 2024.", "Production", NULL);
  report_assert_line (text, "Unique clients 1");
  g_assert_null (strstr (text, "Realised against ceiling"));
  g_assert_null (strstr (text, "Maasduin"));
}

/* ---- by hand: the bandwidths of letter-check.h, as of the last day of May */

static void
test_bandwidth (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsReport) region = report_make (check->store, 5, NULL);
  g_autoptr (PsReport) provider = report_make (check->store, 5, "41410001");
  const PsFigureTable *scopes = report_find_table (provider, "bandwidth"), *all = report_find_table (region, "bandwidth");
  const PsFigureRow *first = scopes->rows->pdata[0];
  g_autofree char *text = report_text (provider);

  g_assert_cmpint (first->numbers[1], ==, 700000);
  g_assert_cmpint (first->numbers[2], ==, 652600);
  g_assert_cmpint (first->numbers[3], ==, 1571392);
  g_assert_cmpint (first->numbers[4], ==, 22448);
  g_assert_cmpint (first->numbers[5], ==, 871392);
  g_assert_cmpint (first->numbers[6], ==, 665000);
  g_assert_cmpint (first->numbers[7], ==, 735000);
  g_assert_cmpstr (first->texts[8], ==, "linear");
  g_assert_cmpint (report_cell (all, "Jeugdhulp Peelrand", "ceiling"), ==, 2200000);
  g_assert_cmpint (report_cell (all, "Jeugdhulp Peelrand", "realised"), ==, 1152600);
  g_assert_cmpint (report_cell (all, "Total", "ceiling"), ==, 3800000);
  g_assert_true (ps_figure_table_find (all, 0, "Total")->is_total);
  report_assert_line (text, "€ 7,000.00 € 6,526.00 € 15,713.92 224.5 % linear Over the bandwidth");
  pdf_assert_order (text, "Realised against ceiling", "Where it stands against its ceiling", NULL);
}

/* ---- by hand: places on peildata, before and after the first one of the year, which is on 22-02 */

static const char *
state_of (const PsReport *report, const char *label)
{
  const PsFigureTable *table = report_find_table (report, "bandwidth");

  return ps_figure_table_find (table, 0, label)->texts[table->columns->len - 1];
}

/* Breaks of lines are blanks. */
static void
assert_says (const char *text, const char *words)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\n\f", ' '), *single = report_single_blanks (flat);

  if (strstr (single, words) == NULL)
    g_error ("no “%s” in:\n%s", words, text);
}

static char *
name_of (Check *check, const char *agb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (check->store, &error);

  g_assert_no_error (error);
  return g_strdup (ps_region_provider (region, ps_region_find_provider (region, agb))->name);
}

/* Of letter-check.h only 41410004 is measured on peildata: its € 15.000 are realised as nothing in January. */
static void
test_places_not_counted (void)
{
  static const char note[] =
      "The places of 1 provider are measured on peildata, and count as 0 on 31-01-2024: realised, in the "
      "forecast and in cost. They count from the first peildatum of the year, 22-02-2024. Agreed for them: "
      "€ 15,000.00.";
  static const char its_note[] =
      "Its places are measured on peildata, and count as 0 on 31-01-2024: realised, in the forecast and "
      "in cost. They count from the first peildatum of the year, 22-02-2024. Agreed for them: € 15,000.00.";
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsReport) region = report_make (check->store, 1, NULL), provider = report_make (check->store, 1, "41410004");
  g_autofree char *measured = name_of (check, "41410004");
  g_autofree char *text = report_text (region), *its_text = report_text (provider), *folder = kept_folder ();
  g_autofree char *book = report_read_sheets (region, folder), *its_book = report_read_sheets (provider, folder);

  g_assert_cmpint (report_cell (report_find_table (region, "bandwidth"), measured, "realised"), ==, 0);
  g_assert_true (g_str_has_suffix (state_of (region, measured), "; places do not count yet"));
  g_assert_null (strstr (state_of (region, "Jeugdhulp Peelrand"), "places do not count"));
  assert_says (report_find_table (region, "bandwidth")->note, note);
  assert_says (text, note);
  assert_says (its_text, its_note);
  assert_says (its_text, "places do not count yet");
  assert_says (book, note);
  assert_says (its_book, its_note);
  kept_remove (g_steal_pointer (&folder));
}

static void
test_places_counted (void)
{
  g_autoptr (Check) check = letter_check_new ();
  g_autoptr (PsReport) after = report_make (check->store, 2, NULL), daily = report_make (check->store, 1, "41410001");
  g_autofree char *text = report_text (after), *its_text = report_text (daily), *folder = kept_folder ();
  g_autofree char *book = report_read_sheets (after, folder), *its_book = report_read_sheets (daily, folder);
  const char *const all[] = { text, its_text, book, its_book };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_null (strstr (all[i], "count as 0"));
      g_assert_null (strstr (all[i], "places do not count yet"));
    }
  kept_remove (g_steal_pointer (&folder));
}

/* ---- the demo region: against what the report is made of */

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
test_same_as_monitor (ReportDemo *demo, gconstpointer data)
{
  const PsMonitorsQuery query = { .year = 2024, .last_month = 1, .topics = PS_ALL_TOPICS };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = report_make (demo->store, 1, NULL);
  g_autoptr (PsMonitored) monitored = ps_monitors_compute (demo->store, &query, NULL, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const GPtrArray *tables = ps_monitor_get (monitored->monitor, topic)->tables;

      for (guint i = 0; i < tables->len; i++, n++)
        assert_same_table (report_find_table (report, ((const PsFigureTable *) tables->pdata[i])->id), tables->pdata[i]);
    }
  g_assert_cmpuint (ps_report_get_tables (report)->len, ==, n + 3);
}

/* Looked from the month's last day: ps_year_figures_load() of that day, and the sums of it. */
static void
test_same_as_year_figures (ReportDemo *demo, gconstpointer data)
{
  const PsYearFiguresQuery query = { 2024, ps_date_from_ymd (2024, 10, 31), NULL, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = report_make (demo->store, 10, NULL);
  g_autoptr (PsYearFigures) figures = ps_year_figures_load (demo->store, &query, NULL, NULL, NULL, &error);
  const PsFigureTable *bandwidth = report_find_table (report, "bandwidth");
  g_autofree char *text = report_text (report), *realised = NULL, *line = NULL;
  PsRegionYear sum;

  g_assert_no_error (error);
  g_assert_true (ps_year_figures_sum (figures, &sum, &error));
  g_assert_cmpuint (bandwidth->rows->len, ==, sum.n_agreed + 1);
  g_assert_cmpint (report_cell (bandwidth, "Total", "ceiling"), ==, sum.agreed_cents);
  g_assert_cmpint (report_cell (bandwidth, "Total", "realised"), ==, sum.realised_cents);
  g_assert_cmpint (report_cell (bandwidth, "Total", "realised"), ==, sum.month_cents[9]);
  g_assert_cmpint (report_cell (bandwidth, "Total", "forecast"), ==, sum.forecast_cents);
  g_assert_cmpint (report_cell (bandwidth, "Total", "lower"), ==, sum.lower_cents);
  g_assert_cmpint (sum.month_cents[10], ==, PS_NO_NUMBER);
  realised = ps_format_money (sum.realised_cents);
  line = g_strdup_printf ("Realised through 31-10-2024 %s", realised);
  report_assert_line (text, line);
}

/* The largest stand first, and are of the table of all. */
static void
test_deviations (ReportDemo *demo, gconstpointer data)
{
  g_autoptr (PsReport) report = report_make (demo->store, 10, NULL);
  const PsFigureTable *deviations = report_find_table (report, "deviations"), *all = report_find_table (report, "bandwidth");
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
test_pages (ReportDemo *demo, gconstpointer data)
{
  g_autoptr (PsReport) report = report_make (demo->store, 12, NULL), again = report_make (demo->store, 12, NULL);
  g_autoptr (GBytes) bytes = report_render (report), same = report_render (again);
  g_autofree char *info = pdf_info (bytes, NULL), *text = pdf_text (bytes, "-layout");

  g_assert_true (g_bytes_equal (bytes, same));
  pdf_assert_tidy (bytes);
  g_assert_nonnull (strstr (info, "A4"));
  g_assert_nonnull (strstr (info, "Month overview December 2024 · Noord-Limburg"));
  g_assert_nonnull (strstr (info, "Author:          Noord-Limburg"));
  /* At the foot of each page, and what is at the top of the ones after the first. */
  report_assert_line (text, "Noord-Limburg · as of 31-12-2024 page 2 of");
  report_assert_line (text, "Month overview December 2024 · Noord-Limburg");
  pdf_assert_order (text, "Month overview December 2024", "The year at a glance", "Realised and agreed per month",
                    "Largest deviations", "Where providers stand against their ceiling",
                    "The largest by “Ceiling”, and 12 more in the spreadsheet.", "Places", "Places by product", "Capacity",
                    "Clients", "Referrers", "Duration", "After the end", "Utilisation", "Shares in cost", "Production",
                    "Message norms", "Waiting", NULL);
  g_assert_null (strstr (text, "there is nothing of"));
}

/* A provider with trajects, one paid by the place, one without an agreement: none of it outside its page. */
static void
test_provider_pages (ReportDemo *demo, gconstpointer data)
{
  static const char *const agbs[] = { "41420101", "41420111", "41420131", "41420135" };

  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    {
      g_autoptr (PsReport) report = report_make (demo->store, 6, agbs[i]);
      g_autoptr (GBytes) bytes = report_render (report);
      g_autofree char *text = pdf_text (bytes, NULL);

      pdf_assert_tidy (bytes);
      g_assert_nonnull (strstr (text, agbs[i]));
      g_assert_null (strstr (text, "Largest deviations"));
    }
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
  report = report_make (check->store, 1, "41410009");
  text = report_text (report);
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
test_cancelled (ReportDemo *demo, gconstpointer data)
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
  g_test_add_func ("/report/places-not-counted", test_places_not_counted);
  g_test_add_func ("/report/places-counted", test_places_counted);
  g_test_add_func ("/report/refused", test_refused);
  g_test_add_func ("/report/nothing", test_nothing);
  g_test_add ("/report/same-as-monitor", ReportDemo, NULL, report_demo_set_up, test_same_as_monitor, report_demo_tear_down);
  g_test_add ("/report/same-as-year-figures", ReportDemo, NULL, report_demo_set_up, test_same_as_year_figures,
              report_demo_tear_down);
  g_test_add ("/report/deviations", ReportDemo, NULL, report_demo_set_up, test_deviations, report_demo_tear_down);
  g_test_add ("/report/pages", ReportDemo, NULL, report_demo_set_up, test_pages, report_demo_tear_down);
  g_test_add ("/report/provider-pages", ReportDemo, NULL, report_demo_set_up, test_provider_pages, report_demo_tear_down);
  g_test_add ("/report/cancelled", ReportDemo, NULL, report_demo_set_up, test_cancelled, report_demo_tear_down);
  return g_test_run ();
}
