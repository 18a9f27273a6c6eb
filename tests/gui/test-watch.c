/* test-watch.c: what somebody else changes is seen; figures that somebody keeps beside the rows are no change
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "gui-test.h"

#include <glib/gstdio.h>

#include "exchange/ps-import.h"
#include "gui/ps-watch.h"
#include "store/ps-year-figures.h"

typedef struct
{
  char *folder;
  char *path;
  PsWatch *watch;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLoadedYear) loaded = NULL;

  fixture->folder = gui_make_folder ();
  fixture->path = gui_make_region (fixture->folder);
  loaded = ps_year_loader_load (fixture->path, 2024, NULL, &error);
  g_assert_no_error (error);
  fixture->watch = ps_watch_new (loaded);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ps_watch_unref (fixture->watch);
  g_free (fixture->path);
  gui_remove_folder (fixture->folder);
}

static PsStore *
open_other (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PsStore *store = ps_store_open (fixture->path, PS_STORE_WRITE, &error);

  g_assert_no_error (error);
  return store;
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = gui_write_file (fixture->folder, "nieuw.csv", "agb;naam\n94000009;Nieuwe Zorg\n");
  const char *const paths[] = { csv, NULL };
  PsImportOptions options = { .paths = paths, .kind = -1, .decimal = PS_DECIMAL_COMMA, .actor = "other" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) other = open_other (fixture);
  g_autoptr (PsImportReport) report = NULL;

  g_assert_cmpint (ps_watch_look (fixture->watch), ==, PS_WATCH_SAME);
  report = ps_import (other, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ps_watch_look (fixture->watch), ==, PS_WATCH_CHANGED);
  g_assert_cmpint (ps_watch_look (fixture->watch), ==, PS_WATCH_SAME);
}

static void
test_kept_figures (Fixture *fixture, gconstpointer data)
{
  PsYearFiguresQuery query = { .year = 2024, .today = ps_date_from_ymd (2024, 8, 20), .keep = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) other = open_other (fixture);
  g_autoptr (PsYearFigures) figures = ps_year_figures_load (other, &query, NULL, NULL, NULL, &error);
  g_autoptr (PsYearFigures) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (figures->n_computed, >, 0);
  again = ps_year_figures_load (other, &query, NULL, NULL, NULL, &error);
  g_assert_cmpuint (again->n_computed, ==, 0);
  g_assert_cmpint (ps_watch_look (fixture->watch), ==, PS_WATCH_SAME);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (ps_watch_look (fixture->watch), ==, PS_WATCH_GONE);
}

int
main (int argc, char **argv)
{
  gui_test_init (&argc, &argv);
  g_test_add ("/watch/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/watch/kept-figures", Fixture, NULL, set_up, test_kept_figures, tear_down);
  g_test_add ("/watch/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
