/* report-check.c: month overviews for tests, and what stands in them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "report-check.h"

#include <string.h>

#include "exchange/ps-generate.h"
#include "kept-check.h"
#include "pdf-read.h"

PsReport *
report_make (PsStore *store, int month, const char *agb)
{
  const PsReportQuery query = { 2024, month, agb, MADE_ON };
  g_autoptr (GError) error = NULL;
  PsReport *report = ps_report_make (store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

GBytes *
report_render (const PsReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ps_report_to_pdf (report, &error);

  g_assert_no_error (error);
  return bytes;
}

char *
report_text (const PsReport *report)
{
  g_autoptr (GBytes) bytes = report_render (report);

  return pdf_text (bytes, "-layout");
}

/* Any blanks, also those at which no line is broken, as one. */
char *
report_single_blanks (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("[ \\x{a0}\\x{202f}]+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

/* In one line of the pages. */
void
report_assert_line (const char *text, const char *words)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\f", -1);
  g_autofree char *wanted = report_single_blanks (words);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = report_single_blanks (lines[i]);

      if (strstr (line, wanted) != NULL)
        return;
    }
  g_error ("no “%s” in:\n%s", wanted, text);
}

char *
report_read_book (const char *path)
{
  const char *const command[] = { g_getenv ("PEILSTOK_PYTHON"), g_getenv ("PEILSTOK_READ_SHEET"), path, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

const PsFigureTable *
report_find_table (const PsReport *report, const char *id)
{
  const GPtrArray *tables = ps_report_get_tables (report);

  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (((const PsFigureTable *) tables->pdata[i])->id, id))
      return tables->pdata[i];
  return NULL;
}

gint64
report_cell (const PsFigureTable *table, const char *label, const char *column)
{
  PsFigureRow *row = ps_figure_table_find (table, 0, label);

  g_assert_nonnull (row);
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((const PsFigureColumn *) table->columns->pdata[i])->id, column))
      return row->numbers[i];
  g_error ("no column %s", column);
}

/* The book as another program reads it. */
char *
report_read_sheets (const PsReport *report, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "report.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_report_to_sheet (report, path, &error));
  g_assert_no_error (error);
  return report_read_book (path);
}

void
report_demo_set_up (ReportDemo *demo, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  demo->folder = kept_folder ();
  path = g_build_filename (demo->folder, "demo.peilstok", NULL);
  demo->store = ps_store_create (path, "Noord-Limburg", &error);
  g_assert_no_error (error);
  g_assert_true (ps_generate_demo_into (demo->store, "tester", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

void
report_demo_tear_down (ReportDemo *demo, gconstpointer data)
{
  ps_store_close (demo->store);
  kept_remove (demo->folder);
}

char *
report_in_folder (const ReportDemo *demo, const char *name)
{
  return g_build_filename (demo->folder, name, NULL);
}
