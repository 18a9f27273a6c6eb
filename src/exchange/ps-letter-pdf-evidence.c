/* ps-letter-pdf-evidence.c: the whole course of one letter on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-letter-pdf-evidence.h"

#include <glib/gi18n-lib.h>

#include "ps-file-output.h"
#include "ps-letter-pdf-private.h"
#include "store/ps-history.h"
#include "store/ps-letters-evidence.h"

static void
evidence_clear (PsLetterEvidence *self)
{
  g_clear_pointer (&self->pdf, ps_pdf_free);
  g_clear_pointer (&self->letter, ps_letter_free);
  g_clear_pointer (&self->paper, ps_letter_paper_free);
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsLetterEvidence, evidence_clear)

/* ---- reading */

static gboolean
load_standings (PsLetterEvidence *self, PsStore *store, GError **error)
{
  g_autoptr (PsRegion) region = ps_store_load_region (store, error);
  guint provider = region != NULL ? ps_region_find_provider (region, self->letter->agb) : PS_NONE;

  self->standings = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_bandwidth_free);
  for (guint i = 0; provider != PS_NONE && i < region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i);
      g_autoptr (GError) failed = NULL;
      PsBandwidth *standing = NULL;

      if (ps_date_year (peildatum->date) != self->letter->year)
        continue;
      standing = ps_bandwidths_kept (store, region, peildatum->id, provider, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      if (standing != NULL)
        g_ptr_array_add (self->standings, standing);
    }
  return region != NULL;
}

/* The pages must be those that were sent: their digest is checked as they are read. */
static gboolean
load_sent (PsLetterEvidence *self, PsStore *store, GError **error)
{
  const PsLetter *letter = self->letter;
  g_autoptr (GBytes) pages = NULL;

  if (letter->number == 0)
    return TRUE;
  pages = ps_letters_pdf (store, letter->id, error);
  if (pages != NULL)
    self->paper = ps_letters_paper (store, letter->id, letter->sent_by, letter->sent_on, NULL, NULL, error);
  return self->paper != NULL;
}

static gboolean
load (PsLetterEvidence *self, PsStore *store, gint64 id, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->made_at = g_date_time_to_unix (now) * G_USEC_PER_SEC;
  self->today = ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  self->letter = ps_letters_find (store, id, error);
  if (self->letter == NULL || !load_sent (self, store, error) || !load_standings (self, store, error))
    return FALSE;
  self->provider = self->paper != NULL ? ps_letter_pdf_provider (self->paper) : g_strdup (self->letter->provider);
  self->records = ps_letters_records (store, id, error);
  return self->records != NULL;
}

/* ---- writing */

static void
begin (PsLetterEvidence *self)
{
  const PsLetter *letter = self->letter;
  g_autofree char *title = g_strdup_printf (_("Evidence of letter %s"), letter->number_text);
  g_autofree char *header = g_strdup_printf ("%s · %s", title, self->provider);
  PsPdfLook look = { .title = title, .header = header, .footer = letter->number_text };

  look.author = self->paper != NULL ? self->paper->region : "";
  look.made_at = self->made_at / G_USEC_PER_SEC;
  self->pdf = ps_pdf_new (&look);
}

static void
write_parts (PsLetterEvidence *self)
{
  ps_letter_evidence_opening (self);
  ps_letter_evidence_figures (self);
  ps_letter_evidence_terms (self);
  ps_letter_evidence_course (self);
  ps_letter_evidence_outcome (self);
  ps_letter_evidence_standings (self);
  ps_letter_evidence_proof (self);
  ps_letter_evidence_text (self);
}

/**
 * ps_letter_render_evidence: on a worker.
 * @n_pages: (out) (optional)
 *
 * Returns: (transfer full): NULL with a PsStoreError (also where the pages are not those that were sent) or a GIOErrorEnum
 */
GBytes *
ps_letter_render_evidence (PsStore *store, gint64 id, guint *n_pages, GError **error)
{
  g_auto (PsLetterEvidence) self = { 0 };

  if (!load (&self, store, id, error))
    return NULL;
  begin (&self);
  write_parts (&self);
  return ps_pdf_finish (self.pdf, n_pages, error);
}

/**
 * ps_letter_write_evidence: as a file, which is replaced when it is complete. On a worker.
 *
 * Returns: FALSE with an error as of ps_letter_render_evidence(); what was there is there still
 */
gboolean
ps_letter_write_evidence (PsStore *store, gint64 id, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ps_letter_render_evidence (store, id, NULL, error);

  return bytes != NULL && ps_file_output_write_bytes (path, bytes, error);
}
