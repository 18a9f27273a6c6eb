/* ps-import.c: canonical CSV files into a region: what the window and the command line both do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "store/ps-year-figures.h"

static void
free_late (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
run_init (PsImportRun *run, const PsImportOptions *options)
{
  run->options = options;
  run->report = ps_import_report_new (options->paths);
  run->report->dry_run = options->dry_run;
  run->n_sources = run->report->files->len;
  run->sources = g_new0 (PsImportSource, run->n_sources);
  run->reasons = g_string_new (NULL);
  for (guint i = 0; i < run->n_sources; i++)
    {
      PsImportSource *source = &run->sources[i];

      source->file = i;
      source->path = options->paths[i];
      source->late = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_late);
    }
}

static void
run_clear (PsImportRun *run)
{
  for (guint i = 0; i < run->n_sources; i++)
    {
      PsImportSource *source = &run->sources[i];

      ps_csv_header_clear (&source->header);
      g_strfreev (source->names);
      g_free (source->digest);
      ps_import_rejects_free (source->rejects);
      g_hash_table_unref (source->late);
    }
  g_free (run->sources);
  g_string_free (run->reasons, TRUE);
  if (run->writer != NULL)
    ps_writer_rollback (run->writer);
}

static guint64
declaration_bytes (const PsImportRun *run)
{
  guint64 sum = 0;

  for (guint i = 0; i < run->n_sources; i++)
    if (run->sources[i].header.kind == PS_CSV_DECLARATIONS)
      sum += run->sources[i].identity.size;
  return sum;
}

/* Kinds whose rows are checked against each other: what one file of the run lacks another may have, in any order. */
static gboolean
is_taken_together (int kind)
{
  return kind == PS_CSV_TARIFFS || kind == PS_CSV_SCHEMES || kind == PS_CSV_AGREEMENTS;
}

/* Files of one kind in the order in which they were named. */
static gboolean
take_kind (PsImportRun *run, int kind, GError **error)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  gboolean good = TRUE;

  for (guint i = 0; good && i < run->n_sources; i++)
    {
      PsImportSource *source = &run->sources[i];

      if (source->header.kind != kind)
        continue;
      if (run->options->skip && !run->options->dry_run)
        source->rejects = ps_import_rejects_new (source->path, (const char *const *) source->names);
      g_ptr_array_add (group, source);
      if (is_taken_together (kind))
        continue;
      good = ps_import_files (run, group, error);
      g_ptr_array_set_size (group, 0);
    }
  if (good && group->len > 0)
    good = ps_import_files (run, group, error);
  run->group = NULL;
  return good;
}

/* In the order that references need. */
static gboolean
take_files (PsImportRun *run, GError **error)
{
  for (int kind = 0; kind < PS_N_CSV_KINDS; kind++)
    if (!take_kind (run, kind, error))
      return FALSE;
  return TRUE;
}

static gboolean
commit (PsImportRun *run, GError **error)
{
  g_autofree char *summary = ps_import_summary (run);

  for (guint i = 0; i < run->n_sources; i++)
    if (run->sources[i].rejects != NULL && !ps_import_rejects_settle (run->sources[i].rejects, error))
      return FALSE;
  return ps_writer_commit (g_steal_pointer (&run->writer), summary, run->cancellable, ps_import_on_commit_progressed_cb, run,
                           error);
}

/* After the commit a failure cannot undo the import any more: it is told as a problem of the file. */
static void
publish_rejects (PsImportRun *run)
{
  for (guint i = 0; i < run->n_sources; i++)
    {
      PsImportFile *file = ps_import_report_file (run->report, i);
      g_autoptr (GError) error = NULL;

      if (run->sources[i].rejects != NULL && !ps_import_rejects_publish (run->sources[i].rejects, &file->rejects_path, &error))
        ps_import_report_add (run->report, i, 0, NULL, NULL, error->message);
    }
}

/* The column of the files that has the measure. */
static const char *
column_of (PsMeasure measure)
{
  static const char *const columns[PS_N_MEASURES] = {
    [PS_MEASURE_CLIENTS] = "clienten",
    [PS_MEASURE_PLACES] = "plekken",
    [PS_MEASURE_REALISED] = "gerealiseerd",
    [PS_MEASURE_WAITING] = "wachtenden",
    [PS_MEASURE_WAITING_DAYS] = "wachttijd_dagen",
  };

  return columns[measure];
}

/* A PsMarkedFunc. */
static void
on_marked (const PsMeasurementMark *found, gpointer data)
{
  PsImportRun *run = data;
  g_autofree char *day = ps_format_date (found->day);
  PsImportMark *mark = g_new0 (PsImportMark, 1);

  mark->file = found->origin.file;
  mark->line = found->origin.line;
  mark->column = g_strdup (column_of (found->measure));
  mark->row = g_strdup_printf ("%s, %s, %s, %s", day, found->agb, found->product, found->municipality);
  mark->value = ps_measure_format (found->measure, found->value);
  mark->text = g_strdup (found->text);
  ps_import_report_add_mark (run->report, mark);
}

static PsDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static gboolean
run_import (PsImportRun *run, PsStore *store, GError **error)
{
  if (!ps_import_recognise (run, error))
    return FALSE;
  if (run->report->n_problems > 0)
    return TRUE;

  run->writer = ps_writer_begin (store, run->options->actor, "import", ps_import_on_row_refused_cb, run, error);
  if (run->writer == NULL)
    return FALSE;
  ps_writer_set_marked (run->writer, on_marked, run);
  ps_writer_set_dry_run (run->writer, run->options->dry_run);
  ps_writer_expect (run->writer, declaration_bytes (run));
  if (!take_files (run, error))
    return FALSE;
  if (run->must_refuse || (run->report->n_problems > 0 && !run->options->skip))
    return TRUE;
  if (!commit (run, error))
    return FALSE;
  run->report->storable = TRUE;
  if (run->options->dry_run)
    return TRUE;
  run->report->stored = TRUE;
  publish_rejects (run);
  /* It is stored: cancelling stops only this, and nothing is lost. */
  ps_year_figures_refresh (store, today (), run->cancellable, ps_import_on_commit_progressed_cb, run);
  return TRUE;
}

/**
 * ps_import: imports canonical CSV files (files-and-cli.md), all of them or nothing; see PsImportOptions.skip for taking the good rows
 * only. Marks are told of what is stored, in a dry run of what would be. A file that is refused as a whole (by its header, or for its citizen service numbers) refuses the import in either mode.
 * @progress: called from this thread; may be NULL
 *
 * Blocks; call it on a thread that owns `store`.
 *
 * Returns: what became of the files; free with ps_import_report_free(). NULL with an error of PS_IMPORT_ERROR, PS_STORE_ERROR or
 * G_IO_ERROR_CANCELLED: the region is as it was.
 */
PsImportReport *
ps_import (PsStore *store, const PsImportOptions *options, GCancellable *cancellable, PsProgressFunc progress,
           gpointer progress_data, GError **error)
{
  PsImportRun run = { .cancellable = cancellable, .progress = progress, .progress_data = progress_data };
  gboolean good;

  g_assert (store != NULL && options->paths != NULL && options->actor != NULL);

  run_init (&run, options);
  good = run_import (&run, store, error);
  run_clear (&run);
  ps_import_report_sort (run.report);
  if (!good)
    g_clear_pointer (&run.report, ps_import_report_free);
  return run.report;
}
