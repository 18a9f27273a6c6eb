/* test-forecast-page.c: one provider's bandwidth in the window: every method, the choice of one, and what a provider's page says of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "band-test.h"

#include <string.h>

#include "core/ps-format.h"
#include "gui/bandwidth/ps-bandwidth-words.h"
#include "gui/bandwidth/ps-course-tables.h"
#include "gui/bandwidth/ps-forecast-page.h"
#include "gui/bandwidth/ps-forecast-page-private.h"
#include "gui/ps-chart-view.h"
#include "gui/letters/ps-letter-page-private.h"
#include "gui/peildata/ps-peil-entry-page.h"
#include "gui/ps-navigator.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/search/ps-search-dialog.h"
#include "letters-test.h"
#include "store/ps-record.h"

static void
open_page (DeskFixture *fixture, const char *agb, gint64 peildatum_id)
{
  band_push (fixture, ps_forecast_page_new (desk_session (fixture), agb, peildatum_id), PS_TYPE_FORECAST_PAGE);
  desk_wait_text (fixture, "What each method says");
}

/* The row is found by one of its first two columns. */
static gint64
number_of (PsTable *table, const char *row_text, const char *column_id)
{
  PsTableRow *row = desk_row (table, row_text);

  g_assert_nonnull (row);
  for (guint column = 0; ps_table_get_column_id (table, column) != NULL; column++)
    if (strcmp (ps_table_get_column_id (table, column), column_id) == 0)
      return ps_table_row_get_number (row, column);
  g_assert_not_reached ();
}

static const char *
text_of (PsTable *table, const char *row_text, const char *column_id)
{
  PsTableRow *row = desk_row (table, row_text);

  g_assert_nonnull (row);
  for (guint column = 0; ps_table_get_column_id (table, column) != NULL; column++)
    if (strcmp (ps_table_get_column_id (table, column), column_id) == 0)
      return ps_table_row_get_text (row, column);
  g_assert_not_reached ();
}

static const PsBandwidthScope *
first_scope (const PsBandwidthYear *year, const char *agb)
{
  return &g_array_index (band_of (year, agb)->now->scopes, PsBandwidthScope, 0);
}

static void
assert_says_money (DeskFixture *fixture, gint64 cents)
{
  g_autofree char *money = ps_format_money (cents);

  if (!gui_has_text (desk_page (fixture), money))
    g_error ("the page does not say %s", money);
}

/* Every method with its forecast and its error, each year behind it, and what is proposed. */
static void
test_figures (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 1);
  const PsBandwidthScope *scope = first_scope (year, agb);
  PsTable *methods, *errors;
  guint n_errors = 0;

  open_page (fixture, agb, peildatum);
  methods = desk_table (fixture, "Methods of the forecast");
  errors = desk_table (fixture, "Errors in the years before");
  for (guint i = 0; i < scope->forecast->tries->len; i++)
    {
      const PsForecastTry *try = &g_array_index (scope->forecast->tries, PsForecastTry, i);
      const char *label = ps_forecast_method_label (try->method);

      g_assert_cmpint (number_of (methods, label, "forecast"), ==, try->forecast_cents);
      g_assert_cmpint (number_of (methods, label, "error"), ==, try->error_bp);
      g_assert_cmpstr (text_of (methods, label, "used"), ==, try->method == scope->forecast->proposed ? "proposed" : "");
      if (try->why_not != NULL)
        g_assert_cmpstr (text_of (methods, label, "how"), ==, try->why_not);
      n_errors += try->errors->len;
    }
  g_assert_cmpuint (ps_table_get_n_shown (errors), ==, n_errors);
  assert_says_money (fixture, scope->ceiling_cents);
  assert_says_money (fixture, scope->lower_cents);
  assert_says_money (fixture, scope->realised_cents);
  assert_says_money (fixture, scope->forecast_cents);
  assert_says_money (fixture, scope->at_stake_cents);
  g_assert_true (gui_has_text (desk_page (fixture), scope->forecast->why));
  gui_assert_names (desk_page (fixture));
}

/* Each scope has a row; opening one shows how it is forecast. */
static void
test_scopes (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 2);
  const GArray *scopes = band_of (year, agb)->now->scopes;
  PsTable *table;

  open_page (fixture, agb, peildatum);
  table = desk_table (fixture, "Bandwidth by scope");
  for (guint i = 0; i < scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (scopes, PsBandwidthScope, i);

      g_assert_cmpint (number_of (table, scope->label, "forecast"), ==, scope->forecast_cents);
      g_assert_cmpint (number_of (table, scope->label, "realised"), ==, scope->realised_cents);
      desk_open_row (table, scope->label);
      g_assert_cmpint (
          number_of (desk_table (fixture, "Methods of the forecast"), ps_forecast_method_label (PS_FORECAST_LINEAR), "forecast"),
          ==, ps_forecast_find (scope->forecast, PS_FORECAST_LINEAR)->forecast_cents);
      assert_says_money (fixture, scope->upper_cents);
    }
}

static PsForecastMethod
other_than_proposed (const PsBandwidthScope *scope)
{
  return scope->forecast->proposed == PS_FORECAST_LINEAR ? PS_FORECAST_PREVIOUS_YEAR : PS_FORECAST_LINEAR;
}

/* Another method is chosen, holds in the store, is taken back, and chosen again by undo. */
static void
test_choose (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 1);
  const PsBandwidthScope *scope = first_scope (year, agb);
  PsForecastMethod other = other_than_proposed (scope);
  PsFormDialog *dialog;

  open_page (fixture, agb, peildatum);
  g_assert_false (desk_is_on (fixture, "forecast.propose"));
  dialog = desk_open (fixture, "forecast.choose", "i", (gint32) PS_FORECAST_CEILING);
  g_assert_cmpint (ps_form_get_number (ps_form_dialog_get_form (dialog), "method"), ==, scope->forecast->proposed);
  desk_choose (dialog, "method", other);
  desk_save (dialog);
  desk_wait_text (fixture, "chosen by");
  g_assert_cmpstr (text_of (desk_table (fixture, "Methods of the forecast"), ps_forecast_method_label (other), "used"), ==,
                   "chosen");
  {
    g_autoptr (PsBandwidthYear) now = band_compute (fixture, BAND_YEAR, peildatum);

    g_assert_cmpint (first_scope (now, agb)->method, ==, other);
    g_assert_cmpint (first_scope (now, agb)->forecast_cents, ==, ps_forecast_find (scope->forecast, other)->forecast_cents);
    assert_says_money (fixture, first_scope (now, agb)->forecast_cents);
  }
  desk_do (fixture, "forecast.propose");
  desk_wait_no_text (fixture, "chosen by");
  {
    g_autoptr (PsBandwidthYear) now = band_compute (fixture, BAND_YEAR, peildatum);

    g_assert_null (first_scope (now, agb)->choice);
    g_assert_cmpint (first_scope (now, agb)->forecast_cents, ==, scope->forecast_cents);
  }
  desk_undo (fixture);
  desk_wait_text (fixture, "chosen by");
}

/* A forecast of one's own wants an amount and a reason. */
static void
test_manual (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 1);
  PsFormDialog *dialog;
  PsForm *form;

  open_page (fixture, agb, peildatum);
  dialog = desk_open (fixture, "forecast.choose", "i", (gint32) PS_FORECAST_MANUAL);
  form = ps_form_dialog_get_form (dialog);
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "forecast_cents", "123.456,78");
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "reason", "Nieuwe locatie per augustus");
  g_assert_true (ps_form_is_valid (form));
  desk_type (dialog, "forecast_cents", "-1");
  g_assert_false (ps_form_is_valid (form));
  desk_type (dialog, "forecast_cents", "123.456,78");
  desk_save (dialog);
  desk_wait_text (fixture, "Nieuwe locatie per augustus");
  assert_says_money (fixture, 12345678);
  {
    g_autoptr (PsBandwidthYear) now = band_compute (fixture, BAND_YEAR, peildatum);
    const PsBandwidthScope *scope = first_scope (now, agb);

    g_assert_cmpint (scope->method, ==, PS_FORECAST_MANUAL);
    g_assert_cmpint (scope->forecast_cents, ==, 12345678);
    g_assert_cmpstr (scope->choice->reason, ==, "Nieuwe locatie per augustus");
  }
}

static void
choose_elsewhere (DeskFixture *fixture, gint64 peildatum, const char *agb, const char *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  gint64 record = 0;

  g_assert_no_error (error);
  ps_bandwidths_choose (store, "iemand anders", peildatum, band_provider (fixture, agb), scope, NULL, PS_FORECAST_MANUAL, 100000,
                        "Van een ander", &record, &error);
  g_assert_no_error (error);
}

/* Somebody else chose meanwhile: the dialog stays, and nothing of theirs is lost. */
static void
test_conflict (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 1);
  g_autoptr (PsBandwidthYear) now = NULL;
  const PsBandwidthScope *scope = first_scope (year, agb);
  PsFormDialog *dialog;

  open_page (fixture, agb, peildatum);
  dialog = desk_open (fixture, "forecast.choose", "i", (gint32) other_than_proposed (scope));
  choose_elsewhere (fixture, peildatum, agb, scope->name);
  desk_save_refused (dialog, "iemand anders");
  desk_close (dialog);
  now = band_compute (fixture, BAND_YEAR, peildatum);
  g_assert_cmpstr (first_scope (now, agb)->choice->chosen_by, ==, "iemand anders");
}

/* A choice belongs to a peildatum: today there is none to be made, and the page says so. */
static void
test_today (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, 0);
  g_autofree char *agb = band_find (year, 1);

  open_page (fixture, agb, 0);
  g_assert_true (gui_has_text (desk_page (fixture), "A choice belongs to a peildatum"));
  gtk_widget_activate_action (desk_page (fixture), "forecast.choose", "i", (gint32) PS_FORECAST_MANUAL);
  g_assert_false (desk_has_dialog ());
  band_choose (fixture, "Peildatum", "19-07-2025");
  desk_wait_text (fixture, "Peildatum 19-07-2025");
  desk_wait_no_text (fixture, "A choice belongs to a peildatum");
  desk_close (desk_open (fixture, "forecast.choose", "i", (gint32) PS_FORECAST_MANUAL));
}

/* Today a choice of the latest peildatum counts, and says whose it is; it is taken back there. */
static void
test_today_chosen (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 1);

  choose_elsewhere (fixture, peildatum, agb, first_scope (year, agb)->name);
  open_page (fixture, agb, 0);
  g_assert_true (gui_has_text (desk_page (fixture), "chosen by iemand anders on"));
  g_assert_true (gui_has_text (desk_page (fixture), "A choice belongs to a peildatum"));
  gtk_widget_activate_action (desk_page (fixture), "forecast.propose", NULL);
  g_assert_false (desk_has_dialog ());
}

static void
test_read_only (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = band_find (year, 1);

  g_assert_true (ps_session_is_read_only (desk_session (fixture)));
  open_page (fixture, agb, peildatum);
  assert_says_money (fixture, first_scope (year, agb)->forecast_cents);
  gtk_widget_activate_action (desk_page (fixture), "forecast.choose", "i", (gint32) PS_FORECAST_MANUAL);
  g_assert_false (desk_has_dialog ());
  g_assert_false (desk_is_on (fixture, "forecast.draft"));
}

/* What was kept when a peildatum was closed is told apart from what is computed now; a choice at a closed one wants a reason. */
static void
test_closed (DeskFixture *fixture, gconstpointer data)
{
  gint64 last = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, last);
  g_autofree char *agb = band_find (year, 1);
  PsFormDialog *dialog;
  PsTable *course;

  band_close (fixture, last);
  open_page (fixture, agb, last);
  desk_wait_text (fixture, "closed");
  course = desk_table (fixture, "Course over the peildata");
  for (guint i = 0; i < ps_table_get_n_shown (course); i++)
    {
      PsTableRow *row = ps_table_get_shown (course, i);

      g_assert_cmpstr (ps_table_row_get_text (row, 7), ==, (gint64) ps_table_row_get_id (row) == last ? "kept" : "now");
    }
  dialog = desk_open (fixture, "forecast.choose", "i", (gint32) other_than_proposed (first_scope (year, agb)));
  g_assert_false (ps_form_is_valid (ps_form_dialog_get_form (dialog)));
  desk_type (dialog, "reason", "Bij nader inzien");
  desk_save (dialog);
  desk_wait_text (fixture, "Bij nader inzien");
}

/* The page follows the year, and begins there with what it would begin with. */
static void
test_year_switched (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, 0);
  g_autofree char *agb = band_find (year, 1);

  open_page (fixture, agb, band_peildatum (fixture, 0));
  ps_session_set_year (desk_session (fixture), BAND_YEAR - 1);
  desk_wait_text (fixture, "bandwidth 2024");
  desk_wait_text (fixture, "-2024");
  desk_wait_text (fixture, "What each method says");
}

/* A provider's page: the forecast per scope, the pill by it, its peildata with what was measured, and the way to the forecast. */
static void
test_provider (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, 0);
  g_autofree char *agb = band_find (year, 1);
  const PsBandwidthScope *scope = first_scope (year, agb);
  guint place = ps_region_find_provider (ps_session_get_settled (desk_session (fixture))->region, agb);
  PsTable *scopes;

  band_push (fixture, ps_provider_page_new (desk_session (fixture), place), PS_TYPE_PROVIDER_PAGE);
  scopes = desk_table (fixture, "Bandwidth by scope");
  band_wait_rows (scopes, 1);
  g_assert_cmpint (number_of (scopes, scope->label, "forecast"), ==, scope->forecast_cents);
  g_assert_cmpint (number_of (scopes, scope->label, "realised"), ==, scope->realised_cents);
  gui_show_tab (desk_page (fixture), "peildata");
  band_wait_rows (desk_table (fixture, "Course over the peildata"), 3);
  if (scope->position != PS_POSITION_IN)
    {
      g_autofree char *money = ps_format_money (ABS (scope->deviation_cents));
      g_autofree char *pill = g_strdup_printf (
          scope->position == PS_POSITION_OVER ? "forecast %s above the ceiling" : "forecast %s below the ceiling", money);

      desk_wait_text (fixture, pill);
    }
  gui_assert_names (desk_page (fixture));
  desk_open_row (scopes, scope->label);
  desk_wait_page (fixture, PS_TYPE_FORECAST_PAGE);
  desk_wait_text (fixture, "On 31-12-2025");
}

/* What the chart of a course says is what the figures beside it say; what was kept stays as it was known. */

static void
on_course_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(PsBandwidthCourse **) user_data = ps_bandwidth_course_finish (PS_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer course)
{
  return *(PsBandwidthCourse **) course != NULL;
}

static PsBandwidthCourse *
load_course (DeskFixture *fixture, const char *agb, gint64 peildatum, gboolean only_kept)
{
  const PsCourseAsk ask = { BAND_YEAR, peildatum, agb, only_kept, NULL };
  PsBandwidthCourse *course = NULL;

  ps_bandwidth_course_async (desk_session (fixture), &ask, on_course_cb, &course);
  gui_wait_until (is_set, &course);
  return course;
}

static gint64
sum_clients (DeskFixture *fixture, gint64 peildatum, gint64 provider)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  g_autoptr (GPtrArray) records = ps_store_load_records (store, "measurement", "peildatum_id", peildatum, &error);
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    if (ps_record_get_number (g_ptr_array_index (records, i), "provider_id") == provider)
      sum += MAX (ps_record_get_number (g_ptr_array_index (records, i), "clients"), 0);
  return sum;
}

static void
test_course (DeskFixture *fixture, gconstpointer data)
{
  gint64 middle = band_peildatum (fixture, 1), last = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, last);
  g_autoptr (PsBandwidthYear) then = band_compute (fixture, BAND_YEAR, middle);
  g_autofree char *agb = band_find (year, 2);
  g_autoptr (PsBandwidthCourse) course = NULL, kept = NULL;
  g_autoptr (PsRealisedChart) plain = ps_realised_chart_new (BAND_YEAR);
  g_autoptr (PsRealisedChart) chart = NULL;
  const PsCoursePoint *point;

  band_close (fixture, middle);
  course = load_course (fixture, agb, last, FALSE);
  kept = load_course (fixture, agb, last, TRUE);
  g_assert_cmpuint (course->points->len, ==, 3);
  point = g_ptr_array_index (course->points, 1);
  g_assert_true (point->kept);
  g_assert_cmpint (point->standing->realised_cents, ==, band_of (then, agb)->now->realised_cents);
  g_assert_cmpint (point->measured[PS_MEASURE_CLIENTS], ==, sum_clients (fixture, middle, band_provider (fixture, agb)));
  g_assert_nonnull (((const PsCoursePoint *) g_ptr_array_index (course->points, 0))->standing);
  g_assert_null (((const PsCoursePoint *) g_ptr_array_index (kept->points, 0))->standing);
  g_assert_nonnull (((const PsCoursePoint *) g_ptr_array_index (kept->points, 1))->standing);

  ps_realised_chart_add_mark (plain, point->day, point->data_through, PS_NO_NUMBER);
  chart = ps_bandwidth_course_chart (course, plain);
  g_assert_cmpint (chart->forecast_cents, ==, band_of (year, agb)->now->forecast_cents);
  g_assert_cmpint (chart->realised_cents[4], ==, band_of (year, agb)->now->realised_cents);
  g_assert_cmpint (chart->realised_cents[5], ==, PS_NO_NUMBER);
  g_assert_cmpint (g_array_index (chart->marks, PsPeilMark, 0).realised_cents, ==, point->standing->realised_cents);
}

/* Letters, wherever a provider's bandwidth is: their number, that none is needed any more, and the way to them. */

static PsLetter *
make_letters (DeskFixture *fixture, gint64 peildatum, const char *agb)
{
  gint64 id;

  g_assert_cmpuint (letters_draft (fixture->path, peildatum), >, 1);
  id = letters_find (fixture->path, agb);
  letters_send (fixture->path, id, letters_today ());
  ps_session_reload (desk_session (fixture));
  return letters_get (fixture->path, id);
}

static char *
find_needing (const PsBandwidthYear *year)
{
  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);

      if (ps_bandwidths_needs_letter (provider, NULL))
        return g_strdup (ps_region_provider (year->region, provider->now->provider)->agb);
    }
  g_assert_not_reached ();
}

typedef struct
{
  PsTable *table;
  const char *provider;
  const char *letter;
} Awaited;

static gboolean
has_letter (gpointer user_data)
{
  const Awaited *awaited = user_data;

  return desk_row (awaited->table, awaited->provider) != NULL
         && g_strcmp0 (text_of (awaited->table, awaited->provider, "letter"), awaited->letter) == 0;
}

static void
test_letters (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = find_needing (year);
  guint place = ps_region_find_provider (year->region, agb);
  const char *name = ps_region_provider (year->region, place)->name;
  g_autoptr (PsLetter) letter = NULL;
  PsTable *table;

  desk_show (fixture, "bandwidth");
  table = desk_table (fixture, "Bandwidth of providers");
  band_wait_rows (table, year->providers->len);
  g_assert_cmpstr (text_of (table, name, "letter"), ==, "Needed");
  letter = make_letters (fixture, peildatum, agb);
  gui_wait_until (has_letter, &(Awaited){ table, name, letter->number_text });
  band_choose (fixture, "Which providers", "Needs a letter");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 0);
  g_assert_false (desk_is_on (fixture, "bandwidth.draft"));

  open_page (fixture, agb, peildatum);
  table = desk_table (fixture, "Letters of the year");
  g_assert_cmpuint (ps_table_get_n_shown (table), ==, 1);
  g_assert_cmpstr (text_of (desk_table (fixture, "Course over the peildata"), "Derde peildatum", "letter"), ==,
                   letter->number_text);
  desk_open_row (table, letter->number_text);
  desk_wait_page (fixture, PS_TYPE_LETTER_PAGE);

  band_push (fixture, ps_provider_page_new (desk_session (fixture), place), PS_TYPE_PROVIDER_PAGE);
  gui_show_tab (desk_page (fixture), "peildata");
  table = desk_table (fixture, "Letters of the year");
  band_wait_rows (table, 1);
  desk_open_row (table, letter->number_text);
  desk_wait_page (fixture, PS_TYPE_LETTER_PAGE);
}

/* Ctrl+K */

static gboolean
is_ready (gpointer dialog)
{
  return ps_search_dialog_is_ready (dialog);
}

static void
search_and_open (DeskFixture *fixture, const char *typed)
{
  g_autoptr (GList) windows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_SEARCH_DIALOG (list->data))
      {
        gui_wait_until (is_ready, list->data);
        ps_search_dialog_type (list->data, typed);
        g_assert_cmpuint (ps_search_dialog_count (list->data), >, 0);
        ps_search_dialog_choose (list->data, 0);
        return;
      }
  g_assert_not_reached ();
}

/* By number and by day, from whatever year the window is in. */
static void
test_found (DeskFixture *fixture, gconstpointer data)
{
  gint64 peildatum = band_peildatum (fixture, -1);
  g_autoptr (PsBandwidthYear) year = band_compute (fixture, BAND_YEAR, peildatum);
  g_autofree char *agb = find_needing (year);
  g_autoptr (PsLetter) letter = make_letters (fixture, peildatum, agb);
  PsSession *session = desk_session (fixture);

  ps_session_set_year (session, BAND_YEAR - 1);
  search_and_open (fixture, "bb-2025-0001");
  desk_wait_page (fixture, PS_TYPE_LETTER_PAGE);
  g_assert_cmpint (ps_session_get_year (session), ==, BAND_YEAR);
  desk_wait_text (fixture, "BB-2025-0001");
  search_and_open (fixture, "19-07-2024");
  desk_wait_page (fixture, PS_TYPE_PEIL_ENTRY_PAGE);
  g_assert_cmpint (ps_session_get_year (session), ==, BAND_YEAR - 1);
}

#define ADD(name, function) g_test_add ("/forecast-page/" name, DeskFixture, NULL, band_set_up, function, desk_tear_down)

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  ADD ("figures", test_figures);
  ADD ("scopes", test_scopes);
  ADD ("choose", test_choose);
  ADD ("manual", test_manual);
  ADD ("conflict", test_conflict);
  ADD ("today", test_today);
  ADD ("today-chosen", test_today_chosen);
  ADD ("closed", test_closed);
  ADD ("year-switched", test_year_switched);
  ADD ("provider", test_provider);
  ADD ("course", test_course);
  ADD ("letters", test_letters);
  ADD ("found", test_found);
  g_test_add ("/forecast-page/read-only", DeskFixture, "read-only", band_set_up, test_read_only, desk_tear_down);
  return g_test_run ();
}
