/* ps-import-file.c: the rows of a file, or of several that belong together, into the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

#include "ps-import-pipe.h"

static void
free_problem (gpointer data)
{
  PsImportProblem *problem = data;

  g_free (problem->column);
  g_free (problem->value);
  g_free (problem->reason);
  g_free (problem);
}

/* Kept for the next reading of the file, in which the row is not written at all. */
static void
keep_late_problem (PsImportSource *source, guint64 line, const char *column, const char *value, const char *reason)
{
  PsImportProblem *problem = g_new0 (PsImportProblem, 1);
  GPtrArray *problems = g_hash_table_lookup (source->late, &line);

  *problem = (PsImportProblem){ source->file, line, g_strdup (column), g_strdup (value), g_strdup (reason) };
  if (problems == NULL)
    {
      problems = g_ptr_array_new_with_free_func (free_problem);
      g_hash_table_insert (source->late, g_memdup2 (&line, sizeof line), problems);
    }
  g_ptr_array_add (problems, problem);
  source->n_late++;
}

/* A problem of the row that is being written: into the report, and into the rejects file's reason. */
static void
report_row (PsImportRun *run, const char *column, const char *value, const char *reason)
{
  ps_import_report_add (run->report, run->origin.file, run->origin.line, column, value, reason);
  if (!run->options->skip)
    return;
  g_string_append_printf (run->reasons, "%s%s%s%s", run->reasons->len > 0 ? "; " : "", column != NULL ? column : "",
                          column != NULL ? ": " : "", reason);
}

/* Whether the file can be read again: it is one of those that are being read. */
static gboolean
is_in_group (const PsImportRun *run, guint file)
{
  for (guint i = 0; run->group != NULL && i < run->group->len; i++)
    if (((const PsImportSource *) g_ptr_array_index (run->group, i))->file == file)
      return TRUE;
  return FALSE;
}

/**
 * ps_import_on_row_refused_cb: a PsRefuseFunc: of the row that is being written, or of an earlier one that turns out wrong late.
 */
void
ps_import_on_row_refused_cb (PsOrigin origin, const char *column, const char *value, const char *reason, gpointer data)
{
  PsImportRun *run = data;
  PsImportSource *source = &run->sources[origin.file];

  if (run->putting && origin.file == run->origin.file && origin.line == run->origin.line)
    {
      PsCsvKind kind = (PsCsvKind) source->header.kind;
      const char *in_file = ps_csv_value_in_file (kind, source->header.places, run->csv, run->place, column);

      report_row (run, column, in_file != NULL ? in_file : value, reason);
    }
  else if (run->options->skip && is_in_group (run, origin.file))
    keep_late_problem (source, origin.line, column, value, reason);
  else
    {
      ps_import_report_add (run->report, origin.file, origin.line, column, value, reason);
      run->must_refuse = TRUE;
    }
}

static gboolean
reject_row (PsImportRun *run, PsImportSource *source, const PsCsvBatch *csv, guint place, GError **error)
{
  const char *fields[PS_CSV_MAX_COLUMNS];
  gboolean written;

  ps_import_report_file (run->report, source->file)->refused++;
  if (source->rejects == NULL)
    return TRUE;
  for (guint i = 0; i < csv->n_columns; i++)
    fields[i] = ps_csv_batch_field (csv, place, i);
  written = ps_import_rejects_add (source->rejects, fields, csv->n_columns, run->reasons->str, error);
  g_string_truncate (run->reasons, 0);
  return written;
}

static gboolean
put_row (PsImportRun *run, PsImportSource *source, const PsImportBatch *batch, guint place, GError **error)
{
  PsImportFile *file = ps_import_report_file (run->report, source->file);
  PsPut put;

  run->putting = TRUE;
  put = ps_import_put_row (run->writer, (PsCsvKind) source->header.kind, &batch->rows[place], error);
  run->putting = FALSE;
  switch (put)
    {
    case PS_PUT_ADDED:
      file->added++;
      return TRUE;
    case PS_PUT_UNCHANGED:
      file->unchanged++;
      return TRUE;
    case PS_PUT_UPDATED:
      file->updated++;
      return TRUE;
    case PS_PUT_LATER:
      return TRUE;
    case PS_PUT_REFUSED:
      return reject_row (run, source, batch->csv, place, error);
    case PS_PUT_FAILED:
    default:
      return FALSE;
    }
}

/* One row: its own problems, those that an earlier reading found late, or into the region. `problem` goes on through the batch's. */
static gboolean
take_row (PsImportRun *run, PsImportSource *source, const PsImportBatch *batch, guint place, guint *problem, GError **error)
{
  const GArray *problems = batch->problems.array;
  GPtrArray *late;
  gboolean bad = FALSE;

  run->origin = batch->rows[place].origin;
  run->csv = batch->csv;
  run->place = place;
  for (; *problem < problems->len && g_array_index (problems, PsCsvProblem, *problem).row == place; (*problem)++)
    {
      const PsCsvProblem *found = &g_array_index (problems, PsCsvProblem, *problem);

      report_row (run, found->column, found->value, found->reason);
      bad = TRUE;
    }
  if (bad)
    return reject_row (run, source, batch->csv, place, error);

  late = source->n_late > 0 ? g_hash_table_lookup (source->late, &run->origin.line) : NULL;
  if (late == NULL)
    return put_row (run, source, batch, place, error);
  for (guint i = 0; i < late->len; i++)
    {
      const PsImportProblem *found = g_ptr_array_index (late, i);

      report_row (run, found->column, found->value, found->reason);
    }
  return reject_row (run, source, batch->csv, place, error);
}

static gboolean
take_batch (PsImportRun *run, PsImportSource *source, PsImportBatch *batch, GError **error)
{
  guint problem = 0;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (batch->outcome == PS_CSV_FAILED)
    {
      g_propagate_error (error, g_steal_pointer (&batch->error));
      return FALSE;
    }
  if (batch->outcome == PS_CSV_OTHER_ENCODING)
    return TRUE;
  for (guint i = 0; i < batch->csv->n_rows; i++)
    if (!take_row (run, source, batch, i, &problem, error))
      return FALSE;
  ps_import_report_file (run->report, source->file)->rows += batch->csv->n_rows;
  ps_import_show_progress (run, source, batch->position);
  return TRUE;
}

/* All rows once. `outcome` may become PS_CSV_OTHER_ENCODING. */
static gboolean
take_rows (PsImportRun *run, PsImportSource *source, PsCsvFill *outcome, GError **error)
{
  g_autoptr (PsImportPipe) pipe = NULL;
  PsCsvReader *reader = ps_import_open_reader (source, TRUE, error);
  PsCsvConverter converter;
  gboolean good = TRUE;

  if (reader == NULL)
    return FALSE;
  ps_csv_converter_init (&converter, (PsCsvKind) source->header.kind, run->options->decimal, source->file, source->header.places);
  pipe = ps_import_pipe_start (reader, &converter);
  *outcome = PS_CSV_MORE;
  while (good && *outcome == PS_CSV_MORE)
    {
      PsImportBatch *batch = ps_import_pipe_take (pipe);

      *outcome = batch->outcome;
      good = take_batch (run, source, batch, error);
      ps_import_pipe_give_back (pipe, batch);
    }
  if (good && *outcome == PS_CSV_END)
    {
      g_free (source->digest);
      source->digest = ps_import_pipe_digest (pipe);
    }
  return good;
}

static void
count_end (PsImportRun *run, PsImportSource *source)
{
  PsImportFile *file = ps_import_report_file (run->report, source->file);
  PsWriterCounts later;
  guint64 refused;

  ps_writer_get_end (run->writer, source->file, &later, &refused);
  file->added += later.added;
  file->updated += later.updated;
  file->unchanged += later.unchanged;
  file->refused += refused;
}

static gboolean
end_files (PsImportRun *run, GPtrArray *sources, GError **error)
{
  PsWriterCounts later;
  guint64 refused;

  if (!ps_writer_end_file (run->writer, &later, &refused, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    count_end (run, g_ptr_array_index (sources, i));
  return TRUE;
}

static gboolean
start_again (PsImportRun *run, GPtrArray *sources, GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      PsImportSource *source = g_ptr_array_index (sources, i);

      ps_import_report_forget (run->report, source->file);
      if (source->rejects != NULL)
        ps_import_rejects_restart (source->rejects);
    }
  return ps_writer_revert_file (run->writer, error);
}

static guint64
count_late (GPtrArray *sources)
{
  guint64 n = 0;

  for (guint i = 0; i < sources->len; i++)
    n += ((const PsImportSource *) g_ptr_array_index (sources, i))->n_late;
  return n;
}

/* The rows of all of them once; `whole` becomes FALSE when one turns out not to be UTF-8. */
static gboolean
take_all (PsImportRun *run, GPtrArray *sources, gboolean *whole, GError **error)
{
  PsImportSource *first = g_ptr_array_index (sources, 0);

  *whole = TRUE;
  if (!ps_writer_begin_file (run->writer, first->file, error))
    return FALSE;
  for (guint i = 0; *whole && i < sources->len; i++)
    {
      PsImportSource *source = g_ptr_array_index (sources, i);
      PsCsvFill outcome = PS_CSV_MORE;

      run->origin = (PsOrigin){ source->file, 0 };
      ps_import_tell_absent (run->writer, source);
      if (!take_rows (run, source, &outcome, error))
        return FALSE;
      if (outcome == PS_CSV_OTHER_ENCODING)
        {
          source->encoding = PS_CSV_WINDOWS_1252;
          *whole = FALSE;
        }
    }
  return !*whole || end_files (run, sources, error);
}

/**
 * ps_import_files: the rows of files that were recognised, all of one kind and more than one only where the writer looks at all of
 * them together. They are read again from the start when one turns out not to be UTF-8, and, in skip mode, without the rows that the
 * writer refused only when it saw everything; until none is refused any more.
 *
 * Returns: FALSE when a file, a rejects file or the region cannot be used, or the import was cancelled
 */
gboolean
ps_import_files (PsImportRun *run, GPtrArray *sources, GError **error)
{
  guint64 n_late;
  gboolean whole;

  run->group = sources;
  for (;;)
    {
      n_late = count_late (sources);
      if (!take_all (run, sources, &whole, error))
        return FALSE;
      if (whole && count_late (sources) == n_late)
        break;
      if (!start_again (run, sources, error))
        return FALSE;
    }
  for (guint i = 0; i < sources->len; i++)
    run->n_bytes_done += ((const PsImportSource *) g_ptr_array_index (sources, i))->identity.size;
  return TRUE;
}
