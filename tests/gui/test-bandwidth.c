/* test-bandwidth.c: where every provider stands, in the window: as the store computes it, filtered, switched, cancelled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "band-test.h"

#include <string.h>

#include "core/ps-format.h"
#include "exchange/ps-bandwidth-files.h"
#include "gui/bandwidth/ps-bandwidth-output.h"
#include "gui/bandwidth/ps-bandwidth-page.h"
#include "gui/bandwidth/ps-bandwidth-table.h"
#include "gui/bandwidth/ps-forecast-page.h"
#include "gui/ps-navigator.h"

static PsTable *
open_page (DeskFixture *fixture)
{
  desk_show (fixture, "bandwidth");
  return desk_table (fixture, "Bandwidth of providers");
}

static PsTable *
open_filled (DeskFixture *fixture, const PsBandwidthYear *expected)
{
  PsTable *table = open_page (fixture);

  band_wait_rows (table, expected->providers->len);
  return table;
}

static void
assert_row (PsTable *table, const PsBandwidthYear *year, const PsProviderBandwidth *provider)
{
  const PsBandwidth *now = provider->now;
  PsTableRow *row = desk_row (table, ps_region_provider (year->region, now->provider)->name);
  g_autofree char *state = ps_band_state_text (now);

  g_assert_nonnull (row);
  g_assert_cmpint (ps_table_row_get_number (row, PS_BANDWIDTH_CEILING), ==, now->ceiling_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_BANDWIDTH_REALISED), ==, now->realised_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_BANDWIDTH_FORECAST), ==, now->forecast_cents);
  g_assert_cmpint (ps_table_row_get_number (row, PS_BANDWIDTH_AT_STAKE), ==, now->at_stake_cents);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_BANDWIDTH_STATE), ==, state);
  g_assert_cmpstr (ps_table_row_get_text (row, PS_BANDWIDTH_LETTER), ==,
                   ps_bandwidths_needs_letter (provider, NULL) ? "Needed" : "–");
}

static void
assert_table (PsTable *table, const PsBandwidthYear *year)
{
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, year->providers->len);
  for (guint i = 0; i < year->providers->len; i++)
    assert_row (table, year, g_ptr_array_index (year->providers, i));
}

static void
assert_money (DeskFixture *fixture, gint64 cents)
{
  g_autofree char *money = ps_format_money (cents);

  g_assert_true (gui_has_text (desk_page (fixture), money));
}

/* Opened from the sidebar it is at the last peildatum whose data is there. */
static void
test_figures (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  PsTable *table = open_filled (fixture, year);
  gint64 forecast = 0, at_stake = 0;

  assert_table (table, year);
  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);

      forecast += provider->now->forecast_cents;
      at_stake += provider->now->at_stake_cents;
    }
  g_assert_cmpint (ps_table_get_total (table, PS_BANDWIDTH_FORECAST), ==, forecast);
  assert_money (fixture, forecast);
  assert_money (fixture, at_stake);
  desk_wait_text (fixture, "realised through 31-05-2025");
  gui_assert_names (desk_page (fixture));
}

static guint
count_needed (const PsBandwidthYear *year)
{
  guint n = 0;

  for (guint i = 0; i < year->providers->len; i++)
    n += ps_bandwidths_needs_letter (g_ptr_array_index (year->providers, i), NULL);
  return n;
}

static guint
count_full (const PsBandwidthYear *year)
{
  guint n = 0;

  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);
      gboolean full = FALSE;

      for (guint j = 0; j < provider->now->scopes->len; j++)
        full |= g_array_index (provider->now->scopes, PsBandwidthScope, j).reached;
      n += full;
    }
  return n;
}

static void
test_filters (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  PsTable *table = open_filled (fixture, year);

  g_assert_cmpuint (count_needed (year), >, 0);
  g_assert_cmpuint (count_needed (year), <, year->providers->len);
  band_choose (fixture, "Which providers", "Needs a letter");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, count_needed (year));
  band_choose (fixture, "Which providers", "Full");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, count_full (year));
  band_choose (fixture, "Which providers", "All providers");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, year->providers->len);
}

/* Another peildatum, today, and back: what was worked out already is there at once. */
static void
test_peildatum_switched (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) last = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  g_autoptr (PsBandwidthYear) first = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, 0));
  g_autoptr (PsBandwidthYear) today = band_compute (fixture, BAND_YEAR, 0);
  PsTable *table = open_filled (fixture, last);

  band_choose (fixture, "Peildatum", "22-02-2025");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
  band_wait_rows (table, first->providers->len);
  assert_table (table, first);
  band_choose (fixture, "Peildatum", "Today");
  band_wait_rows (table, today->providers->len);
  assert_table (table, today);
  desk_wait_text (fixture, "On 31-12-2025");
  band_choose (fixture, "Peildatum", "22-02-2025");
  assert_table (table, first);
}

/* Its figures are asked for, and then those of another year: only the last come. */
static void
test_year_switched (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR - 1, 0);
  PsTable *table = open_page (fixture);
  PsSession *session = ps_window_get_session (fixture->window);

  band_choose (fixture, "Peildatum", "22-02-2025");
  ps_session_set_year (session, BAND_YEAR - 1);
  desk_wait_text (fixture, "Bandwidth 2024");
  band_choose (fixture, "Peildatum", "Today");
  band_wait_rows (table, year->providers->len);
  assert_table (table, year);
}

/* Nothing of what was cancelled is shown, and it can be had after all. */
static void
test_cancelled (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) last = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  g_autoptr (PsBandwidthYear) first = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, 0));
  PsTable *table = open_filled (fixture, last);
  gint64 end;

  band_choose (fixture, "Peildatum", "22-02-2025");
  desk_do (fixture, "bandwidth.cancel");
  g_assert_true (gui_has_text (desk_page (fixture), "Cancelled"));
  for (end = g_get_monotonic_time () + G_TIME_SPAN_SECOND; g_get_monotonic_time () < end; g_usleep (1000))
    gui_settle_down ();
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
  g_assert_false (desk_is_on (fixture, "bandwidth.draft"));
  desk_do (fixture, "bandwidth.compute");
  band_wait_rows (table, first->providers->len);
  assert_table (table, first);
}

/* What somebody else changes comes by itself; the peildatum that was chosen stays chosen. */
static void
test_followed (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) first = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, 0));
  PsTable *table;

  table = open_page (fixture);
  band_choose (fixture, "Peildatum", "22-02-2025");
  band_wait_rows (table, first->providers->len);
  g_assert_false (gui_has_text (desk_page (fixture), "closed"));
  band_close (fixture, band_peildatum (fixture, 0));
  desk_wait_text (fixture, "Peildatum 22-02-2025 · closed");
  assert_table (table, first);
}

static void
test_read_only (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  PsTable *table = open_filled (fixture, year);

  g_assert_true (ps_session_is_read_only (ps_window_get_session (fixture->window)));
  assert_table (table, year);
  g_assert_false (desk_is_on (fixture, "bandwidth.draft"));
  g_assert_true (desk_is_on (fixture, "bandwidth.scopes"));
}

static gboolean
file_is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_files (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  g_autofree char *path = g_build_filename (fixture->folder, "scopes.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *expected = ps_bandwidth_to_csv (year);
  g_autofree char *text = NULL;
  g_autoptr (PsBandwidthShown) shared = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  PsBandwidthQuery query = { BAND_YEAR, year->peildatum_id, year->day, NULL, FALSE };

  shared = ps_bandwidth_data_load (store, &query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  open_filled (fixture, year);
  ps_bandwidth_output_to (desk_page (fixture), ps_window_get_session (fixture->window), shared, file, FALSE);
  gui_wait_until (file_is_there, path);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_row_opens (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, band_peildatum (fixture, -1));
  PsTable *table = open_filled (fixture, year);
  const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, 0);
  const char *name = ps_region_provider (year->region, provider->now->provider)->name;

  desk_open_row (table, name);
  desk_wait_text (fixture, name);
  desk_wait_text (fixture, "Peildatum 19-07-2025");
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/bandwidth/figures", DeskFixture, NULL, band_set_up, test_figures, desk_tear_down);
  g_test_add ("/bandwidth/filters", DeskFixture, NULL, band_set_up, test_filters, desk_tear_down);
  g_test_add ("/bandwidth/peildatum-switched", DeskFixture, NULL, band_set_up, test_peildatum_switched, desk_tear_down);
  g_test_add ("/bandwidth/year-switched", DeskFixture, NULL, band_set_up, test_year_switched, desk_tear_down);
  g_test_add ("/bandwidth/cancelled", DeskFixture, NULL, band_set_up, test_cancelled, desk_tear_down);
  g_test_add ("/bandwidth/followed", DeskFixture, NULL, band_set_up, test_followed, desk_tear_down);
  g_test_add ("/bandwidth/read-only", DeskFixture, "read-only", band_set_up, test_read_only, desk_tear_down);
  g_test_add ("/bandwidth/files", DeskFixture, NULL, band_set_up, test_files, desk_tear_down);
  g_test_add ("/bandwidth/row-opens", DeskFixture, NULL, band_set_up, test_row_opens, desk_tear_down);
  return g_test_run ();
}
