/* ps-full-list-pdf.c: the providers that are full on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-full-list-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-file-output.h"
#include "ps-letter-pdf-private.h"
#include "ps-pdf.h"

#define SECONDS_OF_DAY G_GINT64_CONSTANT (86400)

static PsPdf *
begin (const PsBandwidthYear *year, const char *letterhead)
{
  g_autofree char *day = ps_format_date (year->day);
  g_autofree char *title = g_strdup_printf (_("Providers that are full on %s"), day);
  g_autofree char *dateline = ps_letter_pdf_dateline (letterhead, year->day);
  PsPdfLook look = { .title = title, .author = year->region->name, .header = title, .footer = year->region->name };
  PsPdf *pdf;

  look.made_at = year->day * SECONDS_OF_DAY;
  pdf = ps_pdf_new (&look);
  ps_pdf_letterhead (pdf, *letterhead != '\0' ? letterhead : year->region->name);
  ps_pdf_reference (pdf, dateline);
  ps_pdf_heading (pdf, 1, title);
  return pdf;
}

static void
write_introduction (PsPdf *pdf, const PsBandwidthYear *year, gboolean any)
{
  g_autofree char *number = g_strdup_printf ("%d", year->year), *through = ps_format_date (year->through);
  g_autofree char *words = NULL;

  if (!any)
    words = g_strdup_printf (_("No provider has reached its ceiling of %s, by the data through %s."), number, through);
  else
    words =
        g_strdup_printf (_("These providers have reached the ceiling that was agreed for %s, by the data through %s. Refer no "
                            "new clients to them for the care that is named here."),
                         number, through);
  ps_pdf_text (pdf, words);
}

static void
add_row (PsPdf *pdf, const PsFullScope *scope)
{
  g_autofree char *since = ps_format_date (scope->since);

  ps_pdf_table_row (
      pdf, (const char *const[]){ scope->provider->name, scope->provider->agb, scope->groups, scope->municipalities, since },
      FALSE);
}

static void
write_table (PsPdf *pdf, const GArray *scopes)
{
  const PsPdfColumn columns[] = { { _("Provider"), 1, PS_PDF_LEFT },
                                  { _("AGB code"), 0, PS_PDF_LEFT },
                                  { _("Product groups"), 1, PS_PDF_LEFT },
                                  { _("Municipalities"), 1, PS_PDF_LEFT },
                                  { _("Full since"), 0, PS_PDF_LEFT } };

  ps_pdf_table_begin (pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < scopes->len; i++)
    add_row (pdf, &g_array_index (scopes, PsFullScope, i));
  ps_pdf_table_end (pdf);
}

gboolean
ps_full_list_write_pdf (const PsBandwidthYear *year, const GArray *scopes, const char *letterhead, const char *path,
                        GError **error)
{
  g_autoptr (PsPdf) pdf = begin (year, letterhead);
  g_autoptr (GBytes) bytes = NULL;

  write_introduction (pdf, year, scopes->len > 0);
  if (scopes->len > 0)
    write_table (pdf, scopes);
  bytes = ps_pdf_finish (pdf, NULL, error);
  return bytes != NULL && ps_file_output_write_bytes (path, bytes, error);
}
