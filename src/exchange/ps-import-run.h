/* ps-import-run.h: an import while it runs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-convert.h"
#include "ps-csv-header.h"
#include "ps-csv-reader.h"
#include "ps-import-rejects.h"
#include "ps-import-report.h"

G_BEGIN_DECLS

/* A file that was named: what is known of it once its header was read. */
typedef struct
{
  guint          file;             /* its place in PsImportReport.files */
  const char    *path;
  PsFileIdentity identity;
  PsCsvEncoding  encoding;
  PsCsvHeader    header;
  GStrv          names;            /* the header as it stands */
  char          *digest;           /* once it was read whole */
  PsImportRejects *rejects;        /* NULL: not in skip mode */
  GHashTable    *late;             /* line → GPtrArray of PsImportProblem: refused at the end of an earlier reading */
  guint64        n_late;           /* problems in it */
} PsImportSource;

typedef struct
{
  const PsImportOptions *options;
  PsImportReport        *report;
  PsImportSource        *sources;
  guint                  n_sources;
  PsWriter              *writer;
  GCancellable          *cancellable;

  PsProgressFunc         progress; /* may be NULL */
  gpointer               progress_data;
  guint64                n_bytes, n_bytes_done;   /* of all files; of those that are finished */
  gint64                 last_progress;           /* monotonic time */
  double                 fraction;

  GPtrArray             *group;    /* PsImportSource: the files that are being read together */

  /* The row that is being written */
  PsOrigin               origin;
  const PsCsvBatch      *csv;      /* where it stands as it was read, at `place` */
  guint                  place;
  gboolean               putting;
  gboolean               must_refuse; /* a row that is bad and can no longer be left out */
  GString               *reasons;  /* why it is refused, for the rejects file */
} PsImportRun;

/* ps-import-recognise.c */
gboolean     ps_import_recognise    (PsImportRun *run, GError **error);
PsCsvReader *ps_import_open_reader  (PsImportSource *source, gboolean with_digest, GError **error);
/* ps-import-file.c */
gboolean     ps_import_files        (PsImportRun *run, GPtrArray *sources, GError **error);
void         ps_import_on_row_refused_cb (PsOrigin origin, const char *column, const char *value, const char *reason, gpointer data);
/* ps-import-put.c */
void         ps_import_tell_absent  (PsWriter *writer, const PsImportSource *source);
PsPut        ps_import_put_row      (PsWriter *writer, PsCsvKind kind, const PsAnyRow *row, GError **error);
/* ps-import-summary.c */
char        *ps_import_summary      (const PsImportRun *run);
/* ps-import-progress.c */
void         ps_import_show_progress (PsImportRun *run, const PsImportSource *source, guint64 position);
void         ps_import_on_commit_progressed_cb (double fraction, const char *what, gpointer data);

G_END_DECLS
