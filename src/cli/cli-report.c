/* cli-report.c: the month's overview of the region or of one provider, as files
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-common.h"
#include "exchange/ps-report.h"

#define NOT_NAMED G_MININT

typedef gboolean (*WriteReport) (const PsReport *report, const char *path, GError **error);

static WriteReport
writer_of (const char *path)
{
  const char *ending = strrchr (path, '.');

  if (ending != NULL && g_ascii_strcasecmp (ending, ".pdf") == 0)
    return ps_report_to_pdf_file;
  if (ending != NULL && g_ascii_strcasecmp (ending, ".xlsx") == 0)
    return ps_report_to_sheet;
  return ps_report_to_folder;
}

static PsCliStatus
write_report (PsCli *cli, const PsReportQuery *query, const char *path)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsReport) report = NULL;
  g_autofree char *shown = g_filename_display_name (path), *text = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  report = ps_report_make (store, query, cli->cancellable, ps_cli_progress, NULL, &error);
  ps_cli_progress_end ();
  if (report == NULL || !writer_of (path) (report, path, &error))
    return ps_cli_fail (error);
  text = g_strdup_printf (_("Wrote the overview to “%s”.\n"), shown);
  return ps_cli_print (text);
}

static PsCliStatus
run_report (PsCli *cli, GStrv *arguments)
{
  PsReportQuery query = { .year = NOT_NAMED, .month = NOT_NAMED, .made_on = ps_cli_today () };
  g_autofree char *agb = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &query.year, N_("Of which year, instead of this one"), N_("YYYY") },
    { "month", 0, 0, G_OPTION_ARG_INT, &query.month, N_("Of which month: 1 to 12"), N_("MONTH") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &agb, N_("Only of the provider with this AGB code"), N_("AGB") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &path,
      N_("Write to this file, by its ending: .pdf, .xlsx; else a new folder with the PDF and every table as CSV"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!ps_cli_parse (cli, &ps_cli_report, entries, arguments))
    return PS_CLI_USAGE;
  if (query.year == NOT_NAMED)
    query.year = ps_date_year (query.made_on);
  query.agb = agb;
  if (!ps_cli_parse_year (&ps_cli_report, query.year) || !ps_cli_expect_no_more (&ps_cli_report, *arguments + 1))
    return PS_CLI_USAGE;
  if (query.month < 1 || query.month > 12)
    return ps_cli_misused (&ps_cli_report, _("Say with --month of which month: a number from 1 to 12."));
  if (path == NULL)
    return ps_cli_misused (&ps_cli_report, _("Say with --output to which file, .pdf or .xlsx, or to which new folder."));
  return write_report (cli, &query, path);
}

const PsCliCommand ps_cli_report = {
  "report", "", N_("Write the month’s overview of the region or a provider: PDF, spreadsheet, CSV"), TRUE, run_report, NULL
};
