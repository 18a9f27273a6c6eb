/* ps-dossier-files.c: the whole trail of one settlement in a folder, for an auditor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-dossier-files-private.h"

#include <string.h>

#include "ps-file-output.h"
#include "ps-folder-output.h"
#include "ps-statement-book.h"
#include "ps-statement-pdf.h"

/* A folder while it is being filled. */
typedef struct
{
  PsStore *store;
  PsPaper *paper;
  GCancellable *cancellable;
  PsFolderOutput *output; /* NULL: it was never made */
  GPtrArray *names;       /* char *: the files in it, in the order in which they were written */
} Folder;

static void
folder_clear (Folder *folder)
{
  g_clear_pointer (&folder->output, ps_folder_output_free);
  g_ptr_array_unref (folder->names);
  g_clear_pointer (&folder->paper, ps_paper_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

/* ---- files */

/* Where the next file is written; NULL where the work is cancelled. */
static char *
next_file (Folder *folder, const char *name, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (folder->cancellable, error))
    return NULL;
  g_ptr_array_add (folder->names, g_strdup (name));
  return g_build_filename (ps_folder_output_get_path (folder->output), name, NULL);
}

typedef gboolean (*WriteToPath) (const PsPaper *paper, const char *path, GError **error);

static gboolean
write_to_path (Folder *folder, const char *name, WriteToPath write, GError **error)
{
  g_autofree char *path = next_file (folder, name, error);

  return path != NULL && write (folder->paper, path, error);
}

static gboolean
put_text (gconstpointer text, GOutputStream *stream, GError **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error);
}

static gboolean
write_text (Folder *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *path = next_file (folder, name, error);

  return path != NULL && ps_file_output_write (path, put_text, text, error);
}

static gboolean
write_to_stream (Folder *folder, const char *name, PsFileOutputFunc func, GError **error)
{
  g_autofree char *path = next_file (folder, name, error);

  return path != NULL && ps_file_output_write (path, func, folder->paper, error);
}

static gboolean
write_trail (Folder *folder, GError **error)
{
  g_autoptr (GString) text = ps_dossier_trail_csv (folder->store, folder->paper, error);

  return text != NULL && write_text (folder, "trail.csv", text->str, error);
}

static gboolean
write_comparison (Folder *folder, GError **error)
{
  g_autoptr (PsComparison) again = NULL;
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GString) text = NULL;

  if (!ps_settlements_recompute (folder->store, folder->paper->stored->id, &again, &now, error))
    return FALSE;
  text = ps_dossier_comparison_csv (again, now);
  return write_text (folder, "comparison.csv", text->str, error);
}

static gboolean
write_document (Folder *folder, PsDocumentKind kind, GError **error)
{
  g_autofree char *text = ps_settlements_document (folder->store, folder->paper->stored->id, kind, error);
  g_autofree char *name = g_strconcat (ps_document_name (kind), ".txt", NULL);

  return text != NULL && write_text (folder, name, text, error);
}

static gboolean
write_documents (Folder *folder, GError **error)
{
  for (PsDocumentKind kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    if (!write_document (folder, kind, error))
      return FALSE;
  return folder->paper->stored->circumstances == NULL || write_document (folder, PS_DOCUMENT_CIRCUMSTANCES, error);
}

static gboolean
write_readme (Folder *folder, GError **error)
{
  g_autofree char *text = ps_dossier_readme (folder->paper);

  return write_text (folder, "README.txt", text, error);
}

/* The SHA-256 of a file as it stands there; NULL with an error. */
static char *
digest_of (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

static gboolean
write_digests (Folder *folder, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < folder->names->len; i++)
    {
      const char *name = g_ptr_array_index (folder->names, i);
      g_autofree char *path = g_build_filename (ps_folder_output_get_path (folder->output), name, NULL);
      g_autofree char *digest = digest_of (path, error);

      if (digest == NULL)
        return FALSE;
      g_string_append_printf (text, "%s  %s\n", digest, name);
    }
  return write_text (folder, "SHA256SUMS", text->str, error);
}

static gboolean
write_files (Folder *folder, GError **error)
{
  return write_to_path (folder, "statement.pdf", ps_statement_write_pdf, error)
         && write_to_path (folder, "lines.xlsx", ps_statement_write_xlsx, error)
         && write_to_stream (folder, "lines.csv", (PsFileOutputFunc) ps_statement_write_csv, error)
         && write_to_stream (folder, "sources.csv", (PsFileOutputFunc) ps_statement_write_sources, error)
         && write_trail (folder, error) && write_comparison (folder, error) && write_documents (folder, error)
         && write_readme (folder, error) && write_digests (folder, error);
}

/* ---- its place */

/* A name that nothing has yet: a second dossier of the same settlement stands beside the first. */
static char *
free_path (const char *parent, const char *name)
{
  char *path = g_build_filename (parent, name, NULL);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s (%d)", name, i);

      g_free (path);
      path = g_build_filename (parent, other, NULL);
    }
  return path;
}

static gboolean
publish (Folder *folder, const char *parent, char **made, GError **error)
{
  g_autofree char *name = ps_statement_file_name (folder->paper->stored);
  g_autofree char *path = free_path (parent, name);

  if (g_cancellable_set_error_if_cancelled (folder->cancellable, error))
    return FALSE;
  if (!ps_folder_output_publish (folder->output, path, error))
    return FALSE;
  if (made != NULL)
    *made = g_steal_pointer (&path);
  return TRUE;
}

/**
 * ps_dossier_write_files: everything about a settlement in a new folder. On a worker; nothing else is done with the store meanwhile.
 * @folder: where the new one is made: is there already
 * @made: (out) (optional) (transfer full): its path
 *
 * Returns: FALSE with a PsStoreError or a GIOErrorEnum: a translated sentence; nothing is left behind then
 */
gboolean
ps_dossier_write_files (PsStore *store, gint64 id, const char *folder, GCancellable *cancellable, char **made, GError **error)
{
  g_auto (Folder) work = { store, NULL, cancellable, NULL, g_ptr_array_new_with_free_func (g_free) };

  work.paper = ps_settlements_paper (store, id, error);
  work.output = work.paper != NULL ? ps_folder_output_new (folder, error) : NULL;
  return work.output != NULL && write_files (&work, error) && publish (&work, folder, made, error);
}
