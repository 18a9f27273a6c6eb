/* ps-report-both.c: a month's overview as pages and as a spreadsheet at once: both of them, or neither
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include "ps-file-output.h"

static gboolean
write_pages (const PsReport *report, PsFileOutput *output, GError **error)
{
  g_autoptr (GBytes) bytes = ps_report_to_pdf (report, error);
  GError *cause = NULL;
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_output_stream_write_all (ps_file_output_get_stream (output), data, length, NULL, NULL, &cause))
    return TRUE;
  ps_file_output_explain (output, cause, error);
  return FALSE;
}

static gboolean
write_sheets (const PsReport *report, PsFileOutput *output, GError **error)
{
  g_autoptr (GPtrArray) sheets = ps_report_sheets (report);

  return ps_sheets_write_output (sheets, output, error);
}

/**
 * ps_report_to_both: the pages and the spreadsheet; each replaces what has its name when both are complete.
 * @cancellable: (nullable)
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence, or G_IO_ERROR_CANCELLED; what was there is there still, and nothing beside it
 */
gboolean
ps_report_to_both (const PsReport *report, const char *pages_path, const char *sheet_path, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (PsFileOutput) pages = ps_file_output_new (pages_path, error);
  g_autoptr (PsFileOutput) sheet = pages != NULL ? ps_file_output_new (sheet_path, error) : NULL;
  PsFileOutput *const both[] = { pages, sheet };

  return sheet != NULL && write_pages (report, pages, error) && write_sheets (report, sheet, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && ps_file_output_publish_all (both, G_N_ELEMENTS (both), error);
}
