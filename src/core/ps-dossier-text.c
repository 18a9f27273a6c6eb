/* ps-dossier-text.c: a dossier as three documents in plain text, and back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

/**
 * ps_dossier_write: one of the three documents of a dossier, live or frozen.
 *
 * Returns: (transfer full): UTF-8; the same content gives the same text
 */
char *
ps_dossier_write (const PsDossier *dossier, PsDocumentKind kind)
{
  PsTextWriter self;

  ps_text_begin (&self, kind);
  switch (kind)
    {
    case PS_DOCUMENT_INPUTS:
      ps_dossier_write_inputs (&self, dossier);
      break;
    case PS_DOCUMENT_PRODUCTION:
      ps_dossier_write_production (&self, dossier);
      break;
    case PS_DOCUMENT_RESULTS:
      ps_dossier_write_results (&self, dossier);
      break;
    case PS_N_DOCUMENTS:
    default:
      g_assert_not_reached ();
    }
  return ps_text_end (&self);
}

static gboolean
read_production (PsProduction *production, PsMessageKeys *keys, const PsRegion *region, PsDossierHead *head, const char *text,
                 GError **error)
{
  if (!ps_dossier_read_production (production, keys, region, head, text, error))
    return FALSE;
  ps_production_number_clients (production, keys);
  return TRUE;
}

/* Takes the region. */
static PsDossier *
read_into (PsRegion *own_region, PsDossierHead *head, const char *const texts[PS_N_DOCUMENTS], GError **error)
{
  g_autoptr (PsRegion) region = own_region;
  g_autoptr (PsProduction) production = ps_production_new (0);
  g_autoptr (PsMessageKeys) keys = ps_message_keys_new ();
  g_autoptr (PsDossier) dossier = NULL;

  if (!ps_dossier_read_inputs (region, head, texts[PS_DOCUMENT_INPUTS], error))
    return NULL;
  ps_region_index (region);
  if (!read_production (production, keys, region, head, texts[PS_DOCUMENT_PRODUCTION], error))
    return NULL;
  dossier = ps_dossier_assemble (region, region, g_steal_pointer (&production), g_steal_pointer (&keys), &head->facts);
  region = NULL;
  return ps_dossier_read_results (dossier, head, texts[PS_DOCUMENT_RESULTS], error) ? g_steal_pointer (&dossier) : NULL;
}

/**
 * ps_dossier_read: a frozen dossier from its documents. Its results are those that the document says; ids are places + 1.
 *
 * Returns: (transfer full): lives by itself; NULL with PS_DOSSIER_ERROR that names document and line
 */
PsDossier *
ps_dossier_read (const char *const texts[PS_N_DOCUMENTS], GError **error)
{
  PsDossierHead head = { .facts = { .agreed_on = PS_DATE_OPEN } };
  PsDossier *dossier = read_into (ps_region_new (), &head, texts, error);

  g_free (head.agb);
  return dossier;
}
