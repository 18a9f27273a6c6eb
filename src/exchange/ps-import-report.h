/* ps-import-report.h: the making of an import's report
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-import.h"

G_BEGIN_DECLS

PsImportReport *ps_import_report_new      (const char *const *paths);
void            ps_import_report_add      (PsImportReport *report, guint file, guint64 line, const char *column,
                                           const char *value, const char *reason);
/* Takes over what @mark holds. */
void            ps_import_report_add_mark (PsImportReport *report, PsImportMark *mark);
void            ps_import_report_forget   (PsImportReport *report, guint file);
void            ps_import_report_sort     (PsImportReport *report);

static inline PsImportFile *
ps_import_report_file (PsImportReport *report, guint file)
{
  return g_ptr_array_index (report->files, file);
}

G_END_DECLS
