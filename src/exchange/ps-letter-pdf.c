/* ps-letter-pdf.c: a bandwidth letter on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-letter-pdf-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-file-name.h"

#define SECONDS_OF_DAY G_GINT64_CONSTANT (86400)

char *
ps_letter_pdf_moment (gint64 microseconds)
{
  g_autoptr (GDateTime) local = microseconds != 0 ? g_date_time_new_from_unix_local (microseconds / G_USEC_PER_SEC) : NULL;

  return local != NULL ? g_date_time_format (local, "%d-%m-%Y %H:%M") : g_strdup ("–");
}

/* "Venlo" of "Postbus 12, 5900 AA Venlo"; NULL: no postcode. */
static char *
place_of (const char *letterhead)
{
  g_autoptr (GRegex) postcode = g_regex_new ("\\b[1-9][0-9]{3} ?[A-Z]{2}\\s+([^,;|·\\n]+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  char *place;

  if (letterhead == NULL || !g_utf8_validate (letterhead, -1, NULL) || !g_regex_match (postcode, letterhead, 0, &match))
    return NULL;
  place = g_match_info_fetch (match, 1);
  return g_strstrip (place);
}

char *
ps_letter_pdf_dateline (const char *letterhead, PsDate day)
{
  g_autofree char *place = place_of (letterhead);
  g_autofree char *date = ps_format_date (day);

  if (place == NULL || *place == '\0')
    return g_steal_pointer (&date);
  /* Translators: at the top of a letter: place, date */
  return g_strdup_printf (_("%s, %s"), place, date);
}

static void
add_opening (PsPdf *pdf, const PsLetterPaper *paper)
{
  const char *letterhead = paper->letterhead;
  g_autofree char *dateline = ps_letter_pdf_dateline (letterhead, paper->letter->sent_on);
  /* Translators: of a letter: its number */
  g_autofree char *number = g_strdup_printf (_("Reference %s"), paper->letter->number_text);
  g_autofree char *reference = g_strdup_printf ("%s\n%s", dateline, number);
  /* Translators: of a letter */
  g_autofree char *subject = g_strdup_printf (_("Subject: %s"), paper->letter->subject);

  ps_pdf_letterhead (pdf, letterhead != NULL && *letterhead != '\0' ? letterhead : paper->region);
  ps_pdf_reference (pdf, reference);
  ps_pdf_address (pdf, paper->addressee);
  ps_pdf_subject (pdf, subject);
}

/* The day that the letter bears is known before it is sent and after: the same paper is the same bytes. */
static gint64
made_at (const PsLetter *letter)
{
  return letter->sent_on != PS_DATE_OPEN ? letter->sent_on * SECONDS_OF_DAY : letter->drafted_at / G_USEC_PER_SEC;
}

char *
ps_letter_pdf_provider (const PsLetterPaper *paper)
{
  g_auto (GStrv) lines = g_strsplit (paper->addressee != NULL ? paper->addressee : "", "\n", 2);

  return g_strdup (lines[0] != NULL ? lines[0] : "");
}

static PsPdf *
begin (const PsLetterPaper *paper)
{
  const PsLetter *letter = paper->letter;
  g_autofree char *provider = ps_letter_pdf_provider (paper);
  g_autofree char *title = g_strdup_printf ("%s: %s", letter->number_text, letter->subject);
  g_autofree char *date = ps_format_date (letter->sent_on);
  g_autofree char *header = g_strdup_printf ("%s · %s · %s", paper->region, provider, date);
  PsPdfLook look = { .title = title, .author = paper->region, .header = header, .footer = letter->number_text };

  look.mark = paper->draft ? ps_letter_state_label (PS_LETTER_DRAFT) : NULL;
  look.made_at = made_at (letter);
  return ps_pdf_new (&look);
}

static PsPdf *
compose (const PsLetterPaper *paper, gboolean tight)
{
  PsPdf *pdf = begin (paper);

  if (tight)
    ps_pdf_tighten (pdf);
  add_opening (pdf, paper);
  ps_letter_pdf_body (pdf, paper);
  return pdf;
}

static GBytes *
render (const PsLetterPaper *paper, gboolean tight, guint *n_pages, GError **error)
{
  g_autoptr (PsPdf) pdf = compose (paper, tight);

  return ps_pdf_finish (pdf, n_pages, error);
}

/**
 * ps_letter_render_pdf: the bytes of the letter; the same ones for the same paper and language. A PsLetterRender. With less air between its
 * paragraphs where that saves a page: nobody likes a page with a signature alone.
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum when memory was short
 */
GBytes *
ps_letter_render_pdf (const PsLetterPaper *paper, gpointer unused, GError **error)
{
  guint n_roomy = 0, n_tight = 0;
  g_autoptr (GBytes) roomy = render (paper, FALSE, &n_roomy, error);
  g_autoptr (GBytes) tight = roomy != NULL && n_roomy > 1 ? render (paper, TRUE, &n_tight, error) : NULL;

  if (roomy == NULL || (n_roomy > 1 && tight == NULL))
    return NULL;
  return n_tight > 0 && n_tight < n_roomy ? g_steal_pointer (&tight) : g_steal_pointer (&roomy);
}

static GPtrArray *
render_pages (const PsLetterPaper *paper, gboolean tight, GError **error)
{
  g_autoptr (PsPdf) pdf = compose (paper, tight);

  return ps_pdf_finish_pages (pdf, error);
}

/**
 * ps_letter_render_pages: the same pages for the screen or a printer, as of ps_pdf_finish_pages().
 */
GPtrArray *
ps_letter_render_pages (const PsLetterPaper *paper, GError **error)
{
  g_autoptr (GPtrArray) roomy = render_pages (paper, FALSE, error);
  g_autoptr (GPtrArray) tight = roomy != NULL && roomy->len > 1 ? render_pages (paper, TRUE, error) : NULL;

  if (roomy == NULL || (roomy->len > 1 && tight == NULL))
    return NULL;
  return tight != NULL && tight->len < roomy->len ? g_steal_pointer (&tight) : g_steal_pointer (&roomy);
}

/**
 * ps_letter_file_name: "BB-2026-0007 Maasduin Jeugdhulp"; what has no number is called after its peildatum and the provider's AGB code.
 *
 * Returns: (transfer full): in UTF-8, without a suffix
 */
char *
ps_letter_file_name (const PsLetter *letter)
{
  g_autofree char *number = ps_file_name_safe (letter->number_text);
  g_autofree char *name = ps_file_name_safe (letter->provider);
  g_autofree char *agb = ps_file_name_safe (letter->agb);
  g_autofree char *day = letter->peildatum != PS_DATE_OPEN ? ps_date_to_iso (letter->peildatum) : g_strdup ("");

  if (letter->number != 0)
    return g_strdup_printf ("%s %s", number, name);
  return g_strdup_printf ("%s %s %s %s", number, day, name, agb);
}
