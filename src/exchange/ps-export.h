/* ps-export.h: the canonical CSV file of any kind, so that importing it elsewhere gives the same region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-kinds.h"
#include "store/ps-store.h"

G_BEGIN_DECLS

typedef struct
{
  PsCsvKind kind;
  int       year;          /* 0: all; else as ps-reader.h says */
  PsDate    day;           /* of measurements: those of one peildatum; 0: all */
} PsExportOptions;

/* `;`, CRLF, UTF-8 with BOM, decimal comma, dd-mm-jjjj; text that a spreadsheet would take for a formula made harmless. */
gboolean ps_export        (PsStore *store, const PsExportOptions *options, GOutputStream *output, GCancellable *cancellable,
                           guint64 *n_rows, GError **error);
/* To a file: replaced when it is complete, as it was where that fails. */
gboolean ps_export_file   (PsStore *store, const PsExportOptions *options, const char *path, GCancellable *cancellable,
                           guint64 *n_rows, GError **error);
/* A file of every kind in a folder, all of one moment: "tariffs.csv" … None takes its place before all are written. */
gboolean ps_export_all    (PsStore *store, int year, const char *folder, GCancellable *cancellable, guint64 *n_rows, GError **error);

G_END_DECLS
