/* ps-import-recognise.c: what each file is, and whether it may be read at all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-run.h"

#include <glib/gi18n-lib.h>

#include "ps-csv-convert.h"

#define FEWEST_BSN 3 /* domain.md §10 */

/**
 * ps_import_open_reader: a reader past the header of a file that was recognised; or, the first time, of any file.
 *
 * Returns: NULL with PS_IMPORT_ERROR_FILE. A file without any row has no header.
 */
PsCsvReader *
ps_import_open_reader (PsImportSource *source, gboolean with_digest, GError **error)
{
  for (;;)
    {
      PsCsvSource *bytes = ps_csv_source_open_file (source->path, &source->identity, with_digest, error);
      g_autoptr (PsCsvReader) reader = bytes != NULL ? ps_csv_reader_new (bytes, source->encoding) : NULL;
      PsCsvFill outcome = reader != NULL ? ps_csv_reader_read_header (reader, error) : PS_CSV_FAILED;

      if (outcome == PS_CSV_FAILED)
        return NULL;
      if (outcome != PS_CSV_OTHER_ENCODING)
        return g_steal_pointer (&reader);
      source->encoding = PS_CSV_WINDOWS_1252;
    }
}

static void
report_problems (PsImportRun *run, const PsImportSource *source, const PsCsvProblems *problems)
{
  for (guint i = 0; i < problems->array->len; i++)
    {
      const PsCsvProblem *problem = &g_array_index (problems->array, PsCsvProblem, i);

      ps_import_report_add (run->report, source->file, 0, problem->column, problem->value, problem->reason);
    }
}

typedef struct
{
  guint n_nine_digits, n_bsn;
} BsnCount;

static void
count_bsn (const PsCsvBatch *batch, guint place, BsnCount *count)
{
  for (guint i = 0; i < batch->n_rows; i++)
    {
      const char *client = ps_csv_batch_field (batch, i, place);

      if (batch->rows[i].fault != PS_CSV_FAULT_NONE || !ps_csv_is_nine_digits (client))
        continue;
      count->n_nine_digits++;
      count->n_bsn += ps_csv_is_bsn (client);
    }
}

/* Reads to the end; PS_CSV_MORE: enough to know that it holds none. */
static PsCsvFill
look_for_bsn (PsImportRun *run, PsCsvReader *reader, guint place, BsnCount *count, GError **error)
{
  g_autoptr (PsCsvBatch) batch = ps_csv_batch_new (ps_csv_reader_n_columns (reader), PS_CSV_BATCH_ROWS);
  PsCsvFill outcome = PS_CSV_MORE;

  *count = (BsnCount){ 0 };
  while (outcome == PS_CSV_MORE && count->n_bsn == count->n_nine_digits)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return PS_CSV_FAILED;
      outcome = ps_csv_reader_fill (reader, batch, error);
      count_bsn (batch, place, count);
    }
  return outcome;
}

/* Before anything of the file is written anywhere: citizen service numbers must not even be in a journal (domain.md §10). */
static gboolean
check_clients (PsImportRun *run, PsImportSource *source, PsCsvReader *reader, GError **error)
{
  g_autoptr (PsCsvReader) again = NULL;
  BsnCount count;
  PsCsvFill outcome = look_for_bsn (run, reader, (guint) source->header.client, &count, error);

  if (outcome == PS_CSV_OTHER_ENCODING)
    {
      source->encoding = PS_CSV_WINDOWS_1252;
      again = ps_import_open_reader (source, FALSE, error);
      if (again == NULL)
        return FALSE;
      outcome = look_for_bsn (run, again, (guint) source->header.client, &count, error);
    }
  if (outcome == PS_CSV_FAILED)
    return FALSE;
  if (count.n_bsn >= FEWEST_BSN && count.n_bsn == count.n_nine_digits)
    ps_import_report_add (run->report, source->file, 0, "client", NULL,
                          _("this column holds citizen service numbers: replace them by pseudonyms"));
  return TRUE;
}

static gboolean
recognise_header (PsImportRun *run, PsImportSource *source, PsCsvReader *reader)
{
  const PsCsvRow *row = ps_csv_reader_header_row (reader);
  PsImportFile *file = ps_import_report_file (run->report, source->file);
  PsCsvProblems problems;
  gboolean good;

  if (ps_csv_reader_header (reader) == NULL)
    {
      ps_import_report_add (run->report, source->file, 0, NULL, NULL, _("the file is empty"));
      return FALSE;
    }
  if (row->fault != PS_CSV_FAULT_NONE)
    {
      ps_import_report_add (run->report, source->file, row->line, NULL, NULL, ps_csv_fault_reason ((PsCsvFault) row->fault));
      return FALSE;
    }
  source->names = g_strdupv ((GStrv) ps_csv_reader_header (reader));
  ps_csv_problems_init (&problems);
  good = ps_csv_header_read (&source->header, (const char *const *) source->names, run->options->kind, &problems);
  report_problems (run, source, &problems);
  ps_csv_problems_clear (&problems);
  file->kind = source->header.kind;
  file->passed_over = g_strdup (source->header.passed_over);
  return good;
}

static gboolean
recognise_file (PsImportRun *run, PsImportSource *source, GError **error)
{
  g_autoptr (PsCsvReader) reader = ps_import_open_reader (source, FALSE, error);

  if (reader == NULL)
    return FALSE;
  if (!recognise_header (run, source, reader))
    return TRUE;
  return source->header.client < 0 || check_clients (run, source, reader, error);
}

/**
 * ps_import_recognise: reads the header of every file. What is wrong with a file as a whole is in the report.
 */
gboolean
ps_import_recognise (PsImportRun *run, GError **error)
{
  for (guint i = 0; i < run->n_sources; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error) || !recognise_file (run, &run->sources[i], error))
        return FALSE;
      run->n_bytes += run->sources[i].identity.size;
    }
  return TRUE;
}
