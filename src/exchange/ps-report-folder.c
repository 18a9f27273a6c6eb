/* ps-report-folder.c: a month's overview as a folder: its pages, and a CSV file for each of its tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <glib/gi18n-lib.h>

#include "ps-file-output.h"
#include "ps-folder-output.h"

static gboolean
put_sheet (gconstpointer sheet, GOutputStream *stream, GError **error)
{
  return ps_sheet_write_csv (sheet, FALSE, stream, error);
}

static gboolean
write_sheet (const char *folder, const char *name, const PsSheet *sheet, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return ps_file_output_write (path, put_sheet, sheet, error);
}

/* Named by its id, which is the same in every language and of no other table. */
static gboolean
write_table (const char *folder, const PsFigureTable *table, GError **error)
{
  g_autoptr (PsSheet) sheet = ps_report_table_sheet (table);
  g_autofree char *name = g_strconcat (table->id, ".csv", NULL);

  return write_sheet (folder, name, sheet, error);
}

static gboolean
write_tables (const PsReport *report, const char *folder, GError **error)
{
  g_autoptr (PsSheet) tiles = ps_report_tile_sheet (report);

  if (!write_sheet (folder, "key-figures.csv", tiles, error))
    return FALSE;
  for (guint i = 0; i < report->tables->len; i++)
    if (!write_table (folder, report->tables->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_pages (const PsReport *report, const char *folder, GError **error)
{
  g_autofree char *base = ps_report_name (report), *name = g_strconcat (base, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return ps_report_to_pdf_file (report, path, error);
}

/**
 * ps_report_to_folder: the pages and a CSV file for each table.
 * @folder: is made; the one that it is in must be there already
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence (EXISTS: there is something of that name); nothing is left behind then
 */
gboolean
ps_report_to_folder (const PsReport *report, const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder), *name = g_filename_display_name (folder);
  g_autoptr (PsFolderOutput) output = NULL;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is something called “%s” already. Choose another name."),
                   name);
      return FALSE;
    }
  output = ps_folder_output_new (parent, error);
  return output != NULL && write_pages (report, ps_folder_output_get_path (output), error)
         && write_tables (report, ps_folder_output_get_path (output), error) && ps_folder_output_publish (output, folder, error);
}
