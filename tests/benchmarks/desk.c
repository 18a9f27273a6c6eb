/* desk.c: how long the work of a contract desk takes below the window, on a region of its size
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: desk load REGION | export REGION FOLDER | change REGION N | history REGION | undo REGION
 *
 * Prints a line a figure: its name, a tab, seconds. `change` makes N changes, each a record of the trail; `undo` takes back the import
 * that the region was made by, and brings it back again. Both change the file.
 */
#include <stdlib.h>
#include <string.h>

#include "figures.h"
#include "exchange/ps-export.h"
#include "store/ps-change.h"
#include "store/ps-history.h"
#include "store/ps-undo.h"

#define ACTOR "benchmark"
#define N_TIMES 5

static PsStore *
open_region (const char *path, PsStoreMode mode)
{
  GError *error = NULL;
  PsStore *store = ps_store_open (path, mode, &error);

  figures_check (store != NULL, error);
  return store;
}

static gint64
median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, figures_compare);
  return times[n / 2];
}

static void
time_load (const char *path)
{
  gint64 times[N_TIMES];
  GError *error = NULL;

  for (int i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PsStore) store = open_region (path, PS_STORE_READ);
      g_autoptr (PsRegion) region = ps_store_load_region (store, &error);

      figures_check (region != NULL, error);
      times[i] = g_get_monotonic_time () - start;
    }
  figures_print ("load all but the messages", median (times, N_TIMES));
}

static void
time_export (const char *path, const char *folder)
{
  g_autoptr (PsStore) store = open_region (path, PS_STORE_READ);
  GError *error = NULL;

  for (int kind = 0; kind < PS_N_CSV_KINDS; kind++)
    {
      PsExportOptions options = { (PsCsvKind) kind, 0 };
      g_autofree char *name = g_strdup_printf ("%s.csv", ps_csv_kind_word ((PsCsvKind) kind));
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *label = NULL;
      gint64 start = g_get_monotonic_time ();
      guint64 n_rows;

      figures_check (ps_export_file (store, &options, file, NULL, &n_rows, &error), error);
      label = g_strdup_printf ("export %s, %" G_GUINT64_FORMAT " rows", ps_csv_kind_word ((PsCsvKind) kind), n_rows);
      figures_print (label, g_get_monotonic_time () - start);
    }
}

/* Another place for a provider, with the record that says so. */
static void
change_provider (PsStore *store, gint64 id, int n)
{
  GError *error = NULL;
  g_autoptr (PsRecord) before = ps_store_load_record (store, "provider", id, &error);
  g_autoptr (PsRecord) after = NULL;
  g_autoptr (PsChange) change = NULL;
  g_autofree char *place = g_strdup_printf ("Plaats %d", n);
  g_autofree char *thing = NULL;

  figures_check (before != NULL, error);
  after = ps_record_copy (before);
  ps_record_set_text (after, "place", place);
  thing = g_strdup_printf ("provider:%s", ps_record_get_text (before, "agb"));
  change = ps_change_new ("edit", thing);
  ps_change_update (change, before, after);
  figures_check (ps_change_apply (store, change, ACTOR, NULL, &error), error);
}

static void
time_changes (const char *path, guint n)
{
  g_autoptr (PsStore) store = open_region (path, PS_STORE_WRITE);
  g_autofree gint64 *times = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      gint64 start = g_get_monotonic_time ();

      change_provider (store, 1 + i % 500, (int) i);
      times[i] = g_get_monotonic_time () - start;
    }
  figures_print ("apply one change", median (times, n));
  figures_print ("apply one change, the slowest but for one in a hundred", times[n - 1 - n / 100]);
}

static gint64
time_page (PsStore *store, const PsHistoryQuery *query, gint64 *last)
{
  gint64 times[N_TIMES];
  GError *error = NULL;

  for (int i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) page = ps_history_load (store, query, &error);

      figures_check (page != NULL, error);
      times[i] = g_get_monotonic_time () - start;
      if (last != NULL && page->len > 0)
        *last = ((PsHistoryRecord *) g_ptr_array_index (page, 0))->id;
    }
  return median (times, N_TIMES);
}

static void
time_history (const char *path)
{
  g_autoptr (PsStore) store = open_region (path, PS_STORE_READ);
  PsHistoryQuery newest = { .limit = 200 };
  PsHistoryQuery old = { .limit = 200 };
  PsHistoryQuery thing = { .limit = 200, .thing = "provider:41000037" };
  PsHistoryQuery text = { .limit = 200, .text = "nowhere to be found" };
  gint64 last = 0;

  figures_print ("history, the newest 200 records", time_page (store, &newest, &last));
  old.before = last / 2;
  figures_print ("history, 200 records in the middle", time_page (store, &old, NULL));
  figures_print ("history, 200 records of one thing", time_page (store, &thing, NULL));
  figures_print ("history, a text that no record has", time_page (store, &text, NULL));
}

/* The first import: the record after the making of the region. */
static gint64
find_import (PsStore *store)
{
  PsHistoryQuery query = { 0 };
  GError *error = NULL;
  g_autoptr (GPtrArray) records = ps_history_load (store, &query, &error);

  figures_check (records != NULL, error);
  for (guint i = 0; i < records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->action, "import"))
        return record->id;
    }
  figures_check (FALSE, NULL);
  return 0;
}

static void
time_undo (const char *path)
{
  g_autoptr (PsStore) store = open_region (path, PS_STORE_WRITE);
  GError *error = NULL;
  gint64 record = find_import (store);
  gint64 start = g_get_monotonic_time ();

  figures_check (ps_undo_apply (store, record, ACTOR, NULL, NULL, NULL, &record, &error), error);
  figures_print ("undo the import of the region", g_get_monotonic_time () - start);
  start = g_get_monotonic_time ();
  figures_check (ps_undo_apply (store, record, ACTOR, NULL, NULL, NULL, &record, &error), error);
  figures_print ("redo it", g_get_monotonic_time () - start);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "load") == 0)
    time_load (argv[2]);
  else if (argc == 4 && strcmp (argv[1], "export") == 0)
    time_export (argv[2], argv[3]);
  else if (argc == 4 && strcmp (argv[1], "change") == 0)
    time_changes (argv[2], (guint) MAX (1, g_ascii_strtoull (argv[3], NULL, 10)));
  else if (argc == 3 && strcmp (argv[1], "history") == 0)
    time_history (argv[2]);
  else if (argc == 3 && strcmp (argv[1], "undo") == 0)
    time_undo (argv[2]);
  else
    {
      g_printerr ("usage: desk load REGION | export REGION FOLDER | change REGION N | history REGION | undo REGION\n");
      return 2;
    }
  return 0;
}
