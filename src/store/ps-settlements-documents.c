/* ps-settlements-documents.c: the documents of a kept settlement: written, read back, and proved by their digests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include <glib/gi18n-lib.h>

#include "ps-gzip.h"

void
ps_frozen_free (PsFrozen *frozen)
{
  if (frozen == NULL)
    return;
  for (int kind = 0; kind < PS_N_DOCUMENTS; kind++)
    {
      g_free (frozen->texts[kind]);
      g_free (frozen->digests[kind]);
    }
  ps_dossier_free (frozen->dossier);
  g_free (frozen);
}

void
ps_settlement_set_unprovable (const char *agb, const char *why, GError **error)
{
  /* Translators: an AGB code, and what went wrong in English */
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
      _("The settlement of provider %s cannot be kept, for what was kept would not come to the same figures again (%s). "
         "Nothing was changed; please report this."),
      agb, why);
}

static gboolean
set_unprovable (const PsDossier *live, const char *why, GError **error)
{
  ps_settlement_set_unprovable (ps_region_provider (live->region, live->production->provider)->agb, why, error);
  return FALSE;
}

/* What would be read years later must prove the same figures. */
static gboolean
check_again (const PsDossier *live, PsFrozen *frozen, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsDossier) again = NULL;
  g_autofree char *results = NULL;

  frozen->dossier = ps_dossier_read ((const char *const *) frozen->texts, &failure);
  if (frozen->dossier == NULL)
    return set_unprovable (live, failure->message, error);
  again = ps_dossier_again (frozen->dossier, &failure);
  if (again == NULL)
    return set_unprovable (live, failure->message, error);
  results = ps_dossier_write (again, PS_DOCUMENT_RESULTS);
  return strcmp (results, frozen->texts[PS_DOCUMENT_RESULTS]) == 0 || set_unprovable (live, "results", error);
}

PsFrozen *
ps_frozen_new (const PsDossier *live, GError **error)
{
  g_autoptr (PsFrozen) frozen = g_new0 (PsFrozen, 1);

  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    {
      frozen->texts[kind] = ps_dossier_write (live, (PsDocumentKind) kind);
      frozen->digests[kind] = g_compute_checksum_for_string (G_CHECKSUM_SHA256, frozen->texts[kind], -1);
    }
  return check_again (live, frozen, error) ? g_steal_pointer (&frozen) : NULL;
}

/* The bytes are those that were kept, and so is the text that they give. What is wrong, untranslated; NULL: nothing. */
static const char *
read_document (PsStatement *row, char **text)
{
  const guint8 *data = sqlite3_column_blob (row, 0);
  gsize n_bytes = (gsize) sqlite3_column_bytes (row, 0), size = 0;
  g_autofree char *data_digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, n_bytes);
  g_autofree char *unpacked = NULL;
  g_autofree char *digest = NULL;

  if (g_strcmp0 (data_digest, (const char *) sqlite3_column_text (row, 1)) != 0)
    return "was altered";
  unpacked = ps_gzip_decompress (data, n_bytes, &size);
  if (unpacked == NULL)
    return "cannot be unpacked";
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) unpacked, size);
  if (g_strcmp0 (digest, (const char *) sqlite3_column_text (row, 2)) != 0)
    return "does not have its digest";
  if ((gint64) size != sqlite3_column_int64 (row, 3) || strlen (unpacked) != size)
    return "does not have its length";
  *text = g_steal_pointer (&unpacked);
  return NULL;
}

gboolean
ps_document_read (PsStore *store, PsRows *rows, gint64 settlement, PsDocumentKind kind, char **text, const char **wrong,
                  GError **error)
{
  PsStatement *select = ps_rows_statement (rows,
                                           "SELECT b.data, d.data_digest, d.digest, d.n_bytes FROM settlement_document d"
                                           " JOIN settlement_document_data b ON b.document_id = d.id"
                                           " WHERE d.settlement_id = ? AND d.kind = ?",
                                           error);
  gboolean row;

  *text = NULL;
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, settlement);
  sqlite3_bind_int (select, 2, kind);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *wrong = row ? read_document (select, text) : "is missing";
  sqlite3_reset (select);
  return TRUE;
}

char *
ps_document_load (PsStore *store, PsRows *rows, gint64 settlement, PsDocumentKind kind, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, settlement);
  const char *wrong;
  char *text;

  if (!ps_document_read (store, rows, settlement, kind, &text, &wrong, error))
    return NULL;
  if (wrong != NULL)
    /* Translators: a number, a document's name, and what is wrong with it in English */
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED,
                 _("Settlement %s is not what was kept: its document “%s” %s. Have the file verified."), number,
                 ps_document_name (kind), wrong);
  return text;
}

PsDossier *
ps_documents_load (PsStore *store, PsRows *rows, gint64 settlement, GError **error)
{
  char *texts[PS_N_DOCUMENTS] = { NULL };
  PsDossier *dossier = NULL;
  gboolean ok = TRUE;

  for (int kind = PS_DOCUMENT_INPUTS; ok && kind < PS_N_DOCUMENTS; kind++)
    ok = (texts[kind] = ps_document_load (store, rows, settlement, (PsDocumentKind) kind, error)) != NULL;
  if (ok)
    dossier = ps_dossier_read ((const char *const *) texts, error);
  for (int kind = 0; kind < PS_N_DOCUMENTS; kind++)
    g_free (texts[kind]);
  return dossier;
}

/**
 * ps_settlements_load:
 *
 * Returns: (transfer full): the settlement as it was kept, or %NULL with PS_STORE_ERROR_DAMAGED, PS_STORE_ERROR_REFUSED where there is none,
 *   PS_DOSSIER_ERROR_NEWER where a newer program kept it, or another PsStoreError
 */
PsDossier *
ps_settlements_load (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsStored) stored = ps_settlements_find (store, id, error);

  return stored != NULL ? ps_documents_load (store, rows, id, error) : NULL;
}

/* The text of one of its documents, proved by its digest. Transfer full. */
char *
ps_settlements_document (PsStore *store, gint64 id, PsDocumentKind kind, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsStored) stored = ps_settlements_find (store, id, error);

  g_return_val_if_fail (kind >= PS_DOCUMENT_INPUTS && kind <= PS_DOCUMENT_CIRCUMSTANCES, NULL);
  return stored != NULL ? ps_document_load (store, rows, id, kind, error) : NULL;
}
