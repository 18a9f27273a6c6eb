/* ps-import-job.h: an import on a worker thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-import.h"
#include "ps-progress-relay.h"

G_BEGIN_DECLS

typedef struct
{
  const char        *region;       /* the region file */
  const char *const *paths;
  PsDecimal          decimal;
  gboolean           skip;
  gboolean           seen;         /* marked measurements were shown: they are stored now */
} PsImportJob;

/* `job` is copied. Where measurements in it ask for a look, and were not seen, nothing is stored: the report is of a dry run. */
void            ps_import_job_async  (const PsImportJob *job, PsProgressRelay *progress, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
PsImportReport *ps_import_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
