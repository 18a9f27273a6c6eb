/* band-test.c: a window with the demo region, and where its providers stand as the store says
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "band-test.h"

#include <sqlite3.h>
#include <string.h>

#include "exchange/ps-generate.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/ps-navigator.h"

static gboolean
has_page (gpointer window)
{
  return ps_window_get_page (window) != NULL;
}

static void
make_demo (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_create (path, "Demo", &error);

  g_assert_no_error (error);
  ps_generate_demo_into (store, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Made once: what each test gets is a copy. */
static const char *
get_demo (gsize *length)
{
  static char *demo;
  static gsize demo_length;

  if (demo == NULL)
    {
      char *folder = gui_make_folder ();
      g_autofree char *path = g_build_filename (folder, "demo.peilstok", NULL);
      g_autoptr (GError) error = NULL;

      make_demo (path);
      g_file_get_contents (path, &demo, &demo_length, &error);
      g_assert_no_error (error);
      gui_remove_folder (folder);
    }
  *length = demo_length;
  return demo;
}

/* Of a newer program: nothing is written to it. */
static void
make_newer (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

void
band_set_up (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *demo = get_demo (&length);

  fixture->folder = gui_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "demo.peilstok", NULL);
  g_file_set_contents (fixture->path, demo, (gssize) length, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (data, "read-only") == 0)
    make_newer (fixture->path);
  fixture->window = PS_WINDOW (ps_window_new (NULL));
  ps_window_open_region (fixture->window, fixture->path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_until (has_page, fixture->window);
  g_assert_cmpint (ps_session_get_year (ps_window_get_session (fixture->window)), ==, BAND_YEAR);
}

gint64
band_peildatum (DeskFixture *fixture, int place)
{
  const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->window))->region;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_date_year (ps_region_peildatum (region, i)->date) == BAND_YEAR)
      g_array_append_val (ids, ps_region_peildatum (region, i)->id);
  g_assert_cmpuint (ids->len, >, 1);
  return g_array_index (ids, gint64, place >= 0 ? (guint) place : ids->len - 1);
}

PsBandwidthYear *
band_compute (DeskFixture *fixture, int year, gint64 peildatum_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_READ, &error);
  PsBandwidthQuery query = { year, peildatum_id, ps_contract_today (), NULL, FALSE };
  PsBandwidthYear *found;

  g_assert_no_error (error);
  found = ps_bandwidths_compute (store, &query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return found;
}

gint64
band_provider (DeskFixture *fixture, const char *agb)
{
  const PsRegion *region = ps_session_get_settled (ps_window_get_session (fixture->window))->region;
  guint place = ps_region_find_provider (region, agb);

  g_assert_cmpuint (place, !=, PS_NONE);
  return ps_region_provider (region, place)->id;
}

/* Several methods can be computed for each scope, so that there is something to choose. */
static gboolean
has_choice (const PsBandwidth *now)
{
  for (guint i = 0; i < now->scopes->len; i++)
    {
      const PsForecast *forecast = g_array_index (now->scopes, PsBandwidthScope, i).forecast;
      const PsForecastTry *linear = ps_forecast_find (forecast, PS_FORECAST_LINEAR);
      const PsForecastTry *previous = ps_forecast_find (forecast, PS_FORECAST_PREVIOUS_YEAR);

      if (linear->why_not != NULL || previous->why_not != NULL || linear->forecast_cents == previous->forecast_cents)
        return FALSE;
    }
  return TRUE;
}

char *
band_find (const PsBandwidthYear *year, guint n_scopes)
{
  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsProviderBandwidth *provider = g_ptr_array_index (year->providers, i);

      if (provider->now->scopes->len == n_scopes && has_choice (provider->now))
        return g_strdup (ps_region_provider (year->region, provider->now->provider)->agb);
    }
  g_assert_not_reached ();
}

const PsProviderBandwidth *
band_of (const PsBandwidthYear *year, const char *agb)
{
  const PsProviderBandwidth *found = ps_bandwidths_find (year, ps_region_find_provider (year->region, agb));

  g_assert_nonnull (found);
  return found;
}

void
band_push (DeskFixture *fixture, GtkWidget *page, GType type)
{
  ps_navigator_push (desk_page (fixture), page, "page");
  desk_wait_page (fixture, type);
}

void
band_choose (DeskFixture *fixture, const char *name, const char *item)
{
  GtkWidget *found = gui_find_named (desk_page (fixture), GTK_TYPE_DROP_DOWN, name);
  GListModel *model;

  g_assert_nonnull (found);
  model = gtk_drop_down_get_model (GTK_DROP_DOWN (found));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) string = g_list_model_get_item (model, i);

      if (strstr (gtk_string_object_get_string (string), item) != NULL)
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (found), i);
          return;
        }
    }
  g_error ("there is no “%s” to choose", item);
}

typedef struct
{
  PsTable *table;
  guint n;
} Wait;

static gboolean
has_rows (gpointer user_data)
{
  const Wait *wait = user_data;

  return ps_table_get_n_shown (wait->table) == wait->n;
}

void
band_wait_rows (PsTable *table, guint n)
{
  Wait wait = { table, n };

  gui_wait_until (has_rows, &wait);
}

void
band_close (DeskFixture *fixture, gint64 peildatum_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);
  gint64 record = 0;

  g_assert_no_error (error);
  ps_peildata_close (store, "iemand anders", peildatum_id, NULL, NULL, NULL, &record, &error);
  g_assert_no_error (error);
  ps_session_reload (ps_window_get_session (fixture->window));
}
