/* ps-export.c: the canonical CSV file of any kind
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-export.h"

#include "ps-export-row.h"
#include "ps-file-output.h"
#include "store/ps-reader.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define PIECE_SIZE (64 * 1024)

typedef gboolean (*ReadKindFunc) (PsReader *reader, PsReadFunc func, gpointer user_data, GError **error);

static const ReadKindFunc readers[PS_N_CSV_KINDS] = {
  [PS_CSV_MUNICIPALITIES] = ps_reader_municipalities,
  [PS_CSV_PROVIDERS] = ps_reader_providers,
  [PS_CSV_PRODUCTS] = ps_reader_products,
  [PS_CSV_TARIFFS] = ps_reader_tariffs,
  [PS_CSV_SCHEMES] = ps_reader_schemes,
  [PS_CSV_AGREEMENTS] = ps_reader_agreements,
  [PS_CSV_ASSIGNMENTS] = ps_reader_assignments,
  [PS_CSV_CARE] = ps_reader_care,
  [PS_CSV_DECLARATIONS] = ps_reader_lines,
  [PS_CSV_ADVANCES] = ps_reader_advances,
  [PS_CSV_PEILDATA] = ps_reader_peildata,
  [PS_CSV_MEASUREMENTS] = ps_reader_measurements,
};

/* An export that goes on: rows pile up to a piece before they are written. */
typedef struct
{
  PsCsvKind kind;
  PsDate day; /* of measurements; 0: all */
  GOutputStream *output;
  GCancellable *cancellable;
  GString *piece;
  guint64 n_rows;
  GError *error;
} Export;

static gboolean
write_piece (Export *export)
{
  if (!g_output_stream_write_all (export->output, export->piece->str, export->piece->len, NULL, export->cancellable,
                                  &export->error))
    return FALSE;
  g_string_truncate (export->piece, 0);
  return TRUE;
}

static gboolean
on_row_read_cb (gconstpointer row, gpointer data)
{
  Export *export = data;

  if (export->day != 0 && export->kind == PS_CSV_MEASUREMENTS && ((const PsMeasurementRow *) row)->date != export->day)
    return TRUE;
  ps_export_append_row (export->piece, export->kind, row);
  export->n_rows++;
  return export->piece->len < PIECE_SIZE || write_piece (export);
}

static gboolean
export_kind (PsReader *reader, PsCsvKind kind, PsDate day, GOutputStream *output, GCancellable *cancellable, guint64 *n_rows,
             GError **error)
{
  g_autoptr (GString) piece = g_string_new (BYTE_ORDER_MARK);
  Export export = { .kind = kind, .day = day, .output = output, .cancellable = cancellable, .piece = piece };
  gboolean ok;

  ps_export_append_header (piece, kind);
  ok = readers[kind](reader, on_row_read_cb, &export, error) && write_piece (&export);
  if (export.error != NULL)
    g_propagate_error (error, export.error);
  if (ok && n_rows != NULL)
    *n_rows = export.n_rows;
  return ok;
}

/**
 * ps_export: writes all rows of a kind to a stream, which is not closed.
 * @store: nothing else is done with it meanwhile
 * @n_rows: (out) (optional): how many, without the header
 *
 * Returns: FALSE with a PsStoreError, or an error of the stream
 */
gboolean
ps_export (PsStore *store, const PsExportOptions *options, GOutputStream *output, GCancellable *cancellable, guint64 *n_rows,
           GError **error)
{
  g_autoptr (PsReader) reader = ps_reader_new (store, options->year, error);

  return reader != NULL && export_kind (reader, options->kind, options->day, output, cancellable, n_rows, error);
}

/* Begins a file and writes all of it, but does not put it in its place yet. NULL with an error. */
static PsFileOutput *
write_file (PsReader *reader, PsCsvKind kind, PsDate day, const char *path, GCancellable *cancellable, guint64 *n_rows,
            GError **error)
{
  g_autoptr (PsFileOutput) output = ps_file_output_new (path, error);
  GError *cause = NULL;

  if (output == NULL)
    return NULL;
  if (export_kind (reader, kind, day, ps_file_output_get_stream (output), cancellable, n_rows, &cause))
    return g_steal_pointer (&output);
  ps_file_output_explain (output, cause, error);
  return NULL;
}

/**
 * ps_export_file: writes all rows of a kind to a file, which is replaced when that is complete.
 *
 * Returns: FALSE with a PsStoreError or a GIOErrorEnum: a translated sentence
 */
gboolean
ps_export_file (PsStore *store, const PsExportOptions *options, const char *path, GCancellable *cancellable, guint64 *n_rows,
                GError **error)
{
  g_autoptr (PsReader) reader = ps_reader_new (store, options->year, error);
  g_autoptr (PsFileOutput) output = NULL;

  if (reader == NULL)
    return FALSE;
  output = write_file (reader, options->kind, options->day, path, cancellable, n_rows, error);
  return output != NULL && ps_file_output_publish (output, error);
}

static gboolean
publish_all (GPtrArray *outputs, GError **error)
{
  for (guint i = 0; i < outputs->len; i++)
    if (!ps_file_output_publish (g_ptr_array_index (outputs, i), error))
      return FALSE;
  return TRUE;
}

/**
 * ps_export_all: a file of each kind, all of one moment, named as the kind: "tariffs.csv".
 * @year: 0: all
 * @folder: is there already
 * @n_rows: (out) (optional): of all files together
 *
 * None is put in its place before all of them are written.
 *
 * Returns: FALSE with a PsStoreError or a GIOErrorEnum: a translated sentence
 */
gboolean
ps_export_all (PsStore *store, int year, const char *folder, GCancellable *cancellable, guint64 *n_rows, GError **error)
{
  g_autoptr (PsReader) reader = ps_reader_new (store, year, error);
  g_autoptr (GPtrArray) outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_file_output_free);
  guint64 n_all = 0;

  if (reader == NULL)
    return FALSE;
  for (int kind = 0; kind < PS_N_CSV_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (ps_csv_kind_word ((PsCsvKind) kind), ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      guint64 n = 0;
      PsFileOutput *output = write_file (reader, (PsCsvKind) kind, 0, path, cancellable, &n, error);

      if (output == NULL)
        return FALSE;
      g_ptr_array_add (outputs, output);
      n_all += n;
    }
  if (n_rows != NULL)
    *n_rows = n_all;
  return publish_all (outputs, error);
}
