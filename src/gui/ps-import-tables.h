/* ps-import-tables.h: the report of an import as tables and a sentence
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-import.h"
#include "ps-table.h"

G_BEGIN_DECLS

PsTable   *ps_import_files_table_new    (void);
GPtrArray *ps_import_files_rows         (const PsImportReport *report);
PsTable   *ps_import_problems_table_new (void);
GPtrArray *ps_import_problems_rows      (const PsImportReport *report);
char      *ps_import_report_heading     (const PsImportReport *report);
char      *ps_import_report_sentence    (const PsImportReport *report);

/* Measurements that ask for a look; waiting: before they were stored. */
PsTable   *ps_import_marks_table_new    (void);
GPtrArray *ps_import_marks_rows         (const PsImportReport *report);
gboolean   ps_import_report_is_waiting  (const PsImportReport *report);

G_END_DECLS
