/* ps-letter-pdf-folder.c: many letters into a folder, a file each: all of them, or none
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-letter-pdf.h"

#include <glib/gi18n-lib.h>

#include "ps-file-output.h"

typedef struct
{
  PsStore *store;
  const char *actor;
  PsDate day;
  const char *folder;
  GHashTable *names;  /* char *: of files of this batch */
  GPtrArray *outputs; /* PsFileOutput: written, and not in their place yet */
} Batch;

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->names, g_hash_table_unref);
  g_clear_pointer (&batch->outputs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static void
tell (PsProgressFunc progress, gpointer progress_data, gsize done, gsize all)
{
  if (progress != NULL)
    progress ((double) done / (double) all, _("Writing letters"), progress_data);
}

/* Two drafts may be called the same: the second one gets a number. */
static char *
path_of (Batch *batch, const PsLetter *letter)
{
  g_autofree char *name = ps_letter_file_name (letter);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);

  for (int i = 2; g_hash_table_contains (batch->names, file); i++)
    {
      g_free (file);
      file = g_strdup_printf ("%s (%d).pdf", name, i);
    }
  g_hash_table_add (batch->names, g_strdup (file));
  return g_build_filename (batch->folder, file, NULL);
}

/* Of a sent one the pages that were sent; of a draft those that would be. */
static GBytes *
pages_of (Batch *batch, const PsLetter *letter, GError **error)
{
  g_autoptr (PsLetterPaper) paper = NULL;

  if (letter->number != 0)
    return ps_letters_pdf (batch->store, letter->id, error);
  paper = ps_letters_paper (batch->store, letter->id, batch->actor, batch->day, NULL, NULL, error);
  return paper != NULL ? ps_letter_render_pdf (paper, NULL, error) : NULL;
}

static gboolean
put (Batch *batch, const char *path, GBytes *pages, GError **error)
{
  g_autoptr (PsFileOutput) output = ps_file_output_new (path, error);
  GOutputStream *stream;
  GError *cause = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (pages, &length);

  if (output == NULL)
    return FALSE;
  stream = ps_file_output_get_stream (output);
  /* Closed at once: a system allows only so many open files. */
  if (g_output_stream_write_all (stream, data, length, NULL, NULL, &cause) && g_output_stream_close (stream, NULL, &cause))
    {
      g_ptr_array_add (batch->outputs, g_steal_pointer (&output));
      return TRUE;
    }
  ps_file_output_explain (output, cause, error);
  return FALSE;
}

static gboolean
write_letter (Batch *batch, gint64 id, GError **error)
{
  g_autoptr (PsLetter) letter = ps_letters_find (batch->store, id, error);
  g_autoptr (GBytes) pages = letter != NULL ? pages_of (batch, letter, error) : NULL;
  g_autofree char *path = pages != NULL ? path_of (batch, letter) : NULL;

  if (path != NULL)
    return put (batch, path, pages, error);
  if (letter != NULL)
    /* Translators: a provider */
    g_prefix_error (error, _("The letter to %s: "), letter->provider);
  return FALSE;
}

static gboolean
publish (Batch *batch, GError **error)
{
  for (guint i = 0; i < batch->outputs->len; i++)
    if (!ps_file_output_publish (g_ptr_array_index (batch->outputs, i), error))
      return FALSE;
  return TRUE;
}

/**
 * ps_letters_write_folder: on a worker.
 * @actor, @day: who would send the drafts, and when
 * @folder: is there already; files of the same names in it are replaced
 *
 * Returns: FALSE with a PsStoreError, a PsLetterError (a draft with a field that is empty) or a GIOErrorEnum; then none was written
 */
gboolean
ps_letters_write_folder (PsStore *store, const gint64 *ids, gsize n_ids, const char *actor, PsDate day, const char *folder,
                         GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_auto (Batch) batch = { store,
                           actor,
                           day,
                           folder,
                           g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                           g_ptr_array_new_with_free_func ((GDestroyNotify) ps_file_output_free) };

  for (gsize i = 0; i < n_ids; i++)
    {
      tell (progress, progress_data, i, n_ids);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_letter (&batch, ids[i], error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && publish (&batch, error);
}
