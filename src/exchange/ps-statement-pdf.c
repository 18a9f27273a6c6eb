/* ps-statement-pdf.c: a settlement's statement on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-statement-pdf-private.h"

#include "core/ps-explain.h"
#include "core/ps-format.h"
#include "ps-file-name.h"
#include "ps-file-output.h"

#include <glib/gi18n-lib.h>

/**
 * ps_statement_pdf_made_at: the moment of the last step, in microseconds.
 */
gint64
ps_statement_pdf_made_at (const PsStored *stored)
{
  if (stored->state == PS_SETTLEMENT_WITHDRAWN)
    return stored->withdrawn_at;
  if (stored->state == PS_SETTLEMENT_FINAL)
    return stored->final_at;
  return stored->state == PS_SETTLEMENT_PROPOSED ? stored->proposed_at : stored->made_at;
}

static GDateTime *
local_time (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

static char *
format_time (gint64 microseconds, const char *format)
{
  g_autoptr (GDateTime) local = local_time (microseconds);

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("–");
}

char *
ps_statement_pdf_day (gint64 microseconds)
{
  return format_time (microseconds, "%d-%m-%Y");
}

char *
ps_statement_pdf_moment (gint64 microseconds)
{
  return format_time (microseconds, "%d-%m-%Y %H:%M");
}

char *
ps_statement_pdf_number (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

gboolean
ps_statement_pdf_is_correction (const PsStatementPdf *self)
{
  return self->paper->replaced != NULL && self->paper->difference != NULL;
}

static PsDate
date_of (gint64 microseconds)
{
  g_autoptr (GDateTime) local = local_time (microseconds);

  return local != NULL ? ps_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                           g_date_time_get_day_of_month (local))
                       : 0;
}

/* "Settlement 2024 · number 12 · Proposed · Maasduin Jeugdhulp": a long name is cut, and nothing else. */
static char *
make_header (const PsStored *stored)
{
  g_autofree char *year = g_strdup_printf ("%d", stored->year);
  g_autofree char *number = ps_statement_pdf_number (stored->id);
  /* Translators: at the top of each page: the year, the settlement's number, its state, the provider */
  return g_strdup_printf (_("Settlement %s · number %s · %s · %s"), year, number, ps_settlement_state_label (stored->state),
                          stored->provider);
}

static PsPdf *
begin (const PsPaper *paper)
{
  const PsStored *stored = paper->stored;
  g_autofree char *year = g_strdup_printf ("%d", stored->year);
  g_autofree char *title = g_strdup_printf (_("Settlement %s, %s"), year, stored->provider);
  g_autofree char *header = make_header (stored);
  PsPdfLook look = { .title = title, .author = paper->region, .header = header, .footer = paper->region };

  look.mark = stored->state != PS_SETTLEMENT_FINAL ? ps_settlement_state_label (stored->state) : NULL;
  look.made_at = ps_statement_pdf_made_at (stored) / G_USEC_PER_SEC;
  return ps_pdf_new (&look);
}

/* What a provider wants to know first stands first; what proves it, last. */
static void
write_parts (PsStatementPdf *self)
{
  ps_statement_pdf_opening (self);
  ps_statement_pdf_outcome (self);
  ps_statement_pdf_correction (self);
  ps_statement_pdf_steps (self);
  ps_statement_pdf_lines (self);
  ps_statement_pdf_scopes (self);
  ps_statement_pdf_norm_duration (self);
  ps_statement_pdf_municipalities (self);
  ps_statement_pdf_paid (self);
  ps_statement_pdf_before (self);
  ps_statement_pdf_disputed (self);
  ps_statement_pdf_carried (self);
  ps_statement_pdf_statement (self);
  ps_statement_pdf_warnings (self);
  ps_statement_pdf_remarks (self);
  ps_statement_pdf_record (self);
}

/* As a document's bytes, or as its pages. */
static gpointer
render (const PsPaper *paper, gboolean pages, guint *n_pages, GError **error)
{
  const PsSettlement *settlement = paper->dossier->settlement;
  gint64 ceiling = settlement->agreement != NULL ? settlement->totals.ceiling_cents : PS_NO_NUMBER;
  g_autoptr (PsPdf) pdf = begin (paper);
  g_autoptr (GArray) figures = ps_explain_figures (paper->dossier);
  g_autoptr (PsWaterfallChart) waterfall = ps_waterfall_from_figures (figures, ceiling);
  PsStatementPdf self = { .pdf = pdf, .paper = paper, .stored = paper->stored, .dossier = paper->dossier };

  self.region = paper->dossier->region;
  self.settlement = settlement;
  self.date = date_of (ps_statement_pdf_made_at (paper->stored));
  self.figures = figures;
  self.waterfall = waterfall;
  write_parts (&self);
  return pages ? (gpointer) ps_pdf_finish_pages (pdf, error) : (gpointer) ps_pdf_finish (pdf, n_pages, error);
}

/**
 * ps_statement_render_pdf: the bytes of the statement; the same ones for the same settlement, language and time zone.
 * @n_pages: (out) (optional)
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum when memory was short
 */
GBytes *
ps_statement_render_pdf (const PsPaper *paper, guint *n_pages, GError **error)
{
  return render (paper, FALSE, n_pages, error);
}

/**
 * ps_statement_render_pages: the same pages for a printer, as of ps_pdf_finish_pages().
 */
GPtrArray *
ps_statement_render_pages (const PsPaper *paper, GError **error)
{
  return render (paper, TRUE, NULL, error);
}

/**
 * ps_statement_write_pdf: the statement as a file, which is replaced when it is complete.
 *
 * Returns: FALSE with a GIOErrorEnum, a translated sentence; what was there is there still
 */
gboolean
ps_statement_write_pdf (const PsPaper *paper, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ps_statement_render_pdf (paper, NULL, error);

  return bytes != NULL && ps_file_output_write_bytes (path, bytes, error);
}

/**
 * ps_statement_file_name: "Settlement 2024 Maasduin Jeugdhulp 41410001 no 12", translated.
 *
 * Returns: (transfer full): in UTF-8; its number makes it the only one of that name in a region
 */
char *
ps_statement_file_name (const PsStored *stored)
{
  g_autofree char *name = ps_file_name_safe (stored->provider);
  g_autofree char *agb = ps_file_name_safe (stored->agb);
  g_autofree char *number = ps_statement_pdf_number (stored->id);
  g_autofree char *year = g_strdup_printf ("%d", stored->year);

  /* Translators: a file's name: the year, the provider, its AGB code, the settlement's number. No / or : or such. */
  return g_strdup_printf (_("Settlement %s %s %s no %s"), year, name, agb, number);
}
