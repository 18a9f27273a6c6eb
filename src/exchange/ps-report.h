/* ps-report.h: the month's overview of the region or of one provider: PDF, and all of its tables as XLSX or CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Made in the first week of March it is about January (domain.md §7): everything in it is as of the last day of its month.
 */
#pragma once

#include "store/ps-monitors.h"
#include "store/ps-year-figures.h"

G_BEGIN_DECLS

typedef struct
{
  int         year;
  int         month;               /* 1 to 12 */
  const char *agb;                 /* NULL: the region */
  PsDate      made_on;             /* printed; never the clock */
} PsReportQuery;

typedef struct _PsReport PsReport;

/* Reads and computes everything, on a worker. REFUSED: no such provider, or nothing is declared to the end of that month (says to when it is). */
PsReport *ps_report_make   (PsStore *store, const PsReportQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                            gpointer progress_data, GError **error);
void      ps_report_free   (PsReport *report);
char     *ps_report_file_name (int year, int month, const char *agb);             /* as the next one, before it is made */
char     *ps_report_name   (const PsReport *report);               /* of a file, without its ending: "maandoverzicht-2024-01-41410001" (translated) */
GBytes   *ps_report_to_pdf (const PsReport *report, GError **error);
gboolean  ps_report_to_pdf_file (const PsReport *report, const char *path, GError **error);
gboolean  ps_report_to_sheet    (const PsReport *report, const char *path, GError **error);    /* XLSX, a sheet a table */
/* Both at once, or neither: each replaces what has its name when both are complete. */
gboolean  ps_report_to_both     (const PsReport *report, const char *pages_path, const char *sheet_path, GCancellable *cancellable,
                                 GError **error);
/* A CSV file a table, and the PDF, in a new folder. */
gboolean  ps_report_to_folder   (const PsReport *report, const char *folder, GError **error);
/* The tables by themselves: PsFigureTable, borrowed. */
const GPtrArray *ps_report_get_tables (const PsReport *report);

/* The month to propose: the last one that is complete (of the year; 0: none). */
gboolean  ps_report_last_month (PsStore *store, int year, int *month, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsReport, ps_report_free)

G_END_DECLS
