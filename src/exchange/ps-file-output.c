/* ps-file-output.c: a file that appears when it is complete, and not at all where that fails
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What is being written is a hidden file beside it; once all of it is on the disk it takes the other one's place. A device or a pipe
 * is nothing to replace: that is written to as it is.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-file-output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _PsFileOutput
{
  char *path;      /* where it comes to be; where a link points to, as the link is to stay */
  char *temporary; /* NULL: it is published, or nothing to replace */
  char *kept;      /* of several: what was there, until all of them are in place */
  gboolean placed; /* under its own name */
  mode_t mode;     /* of the file that is replaced; 0: there is none */
  GOutputStream *stream;
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  int number = g_io_error_from_errno (code);

  if (number == G_IO_ERROR_NO_SPACE)
    g_set_error (error, G_IO_ERROR, number, _("“%s” was not written: the disk is full. Make room and try again."), name);
  else if (number == G_IO_ERROR_PERMISSION_DENIED || number == G_IO_ERROR_READ_ONLY)
    g_set_error (error, G_IO_ERROR, number, _("“%s” was not written: you may not write there. Choose another folder."), name);
  else if (number == G_IO_ERROR_NOT_FOUND || number == G_IO_ERROR_NOT_DIRECTORY)
    g_set_error (error, G_IO_ERROR, number, _("“%s” was not written: there is no such folder."), name);
  else
    g_set_error (error, G_IO_ERROR, number, _("“%s” was not written: %s."), name, g_strerror (code));
  return FALSE;
}

/* Says of an error of GIO which file it is about. */
static gboolean
fail_with (const char *path, GError *cause, GError **error)
{
  g_autoptr (GError) owned = cause;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (owned->code == G_IO_ERROR_NO_SPACE)
    return fail (path, ENOSPC, error);
  if (owned->code == G_IO_ERROR_PERMISSION_DENIED)
    return fail (path, EACCES, error);
  if (owned->code == G_IO_ERROR_NOT_FOUND)
    return fail (path, ENOENT, error);
  g_set_error (error, owned->domain, owned->code, _("“%s” was not written: %s."), name, owned->message);
  return FALSE;
}

static char *
temporary_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.%08x.part", name, g_random_int ());

  return g_build_filename (folder, hidden, NULL);
}

/* Makes the file that is written to. */
static gboolean
open_stream (PsFileOutput *output, GError **error)
{
  g_autoptr (GFile) file = NULL;
  GError *cause = NULL;

  if (output->temporary == NULL)
    {
      file = g_file_new_for_path (output->path);
      output->stream = G_OUTPUT_STREAM (g_file_append_to (file, G_FILE_CREATE_NONE, NULL, &cause));
    }
  else
    {
      file = g_file_new_for_path (output->temporary);
      output->stream = G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_NONE, NULL, &cause));
    }
  if (output->stream != NULL)
    return TRUE;
  g_clear_pointer (&output->temporary, g_free);
  return fail_with (output->path, cause, error);
}

/* Whether something of that name can be replaced, or written to. */
static gboolean
check_present (PsFileOutput *output, const GStatBuf *present, GError **error)
{
  if (S_ISDIR (present->st_mode))
    return fail (output->path, EISDIR, error);
  if (g_access (output->path, W_OK) != 0)
    return fail (output->path, errno, error);
  output->mode = present->st_mode & 07777;
  return TRUE;
}

/**
 * ps_file_output_new: begins a file that is to stand at `path`. What is there now stays until ps_file_output_publish().
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum: a translated sentence
 */
PsFileOutput *
ps_file_output_new (const char *path, GError **error)
{
  g_autoptr (PsFileOutput) output = g_new0 (PsFileOutput, 1);
  char *target = realpath (path, NULL);
  GStatBuf present;
  gboolean exists = g_stat (path, &present) == 0;

  output->path = g_strdup (target != NULL ? target : path);
  free (target);
  if (exists && !check_present (output, &present, error))
    return NULL;
  if (!exists || S_ISREG (present.st_mode))
    output->temporary = temporary_path (output->path);
  return open_stream (output, error) ? g_steal_pointer (&output) : NULL;
}

const char *
ps_file_output_get_path (PsFileOutput *output)
{
  return output->temporary != NULL ? output->temporary : output->path;
}

/**
 * ps_file_output_get_stream: (transfer none): what writes to it
 */
GOutputStream *
ps_file_output_get_stream (PsFileOutput *output)
{
  return output->stream;
}

/**
 * ps_file_output_explain: an error of writing to its stream as a sentence that says which file it is about. Others stay as they are.
 * @cause: (transfer full)
 */
void
ps_file_output_explain (PsFileOutput *output, GError *cause, GError **error)
{
  if (cause->domain == G_IO_ERROR && cause->code != G_IO_ERROR_CANCELLED)
    fail_with (output->path, cause, error);
  else
    g_propagate_error (error, cause);
}

/* A name that survives a power cut must not be that of a file that does not. */
static gboolean
synchronise (PsFileOutput *output, GError **error)
{
  int fd = g_open (output->temporary, O_RDWR | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int code = errno;

  if (fd >= 0)
    close (fd);
  return ok || fail (output->path, code, error);
}

/* All of it is on the disk, as it is to be: what is left is its name. */
static gboolean
complete (PsFileOutput *output, GError **error)
{
  GError *cause = NULL;

  if (!g_output_stream_close (output->stream, NULL, &cause))
    return fail_with (output->path, cause, error);
  if (output->temporary == NULL)
    return TRUE;
  if (!synchronise (output, error))
    return FALSE;
  if (output->mode != 0 && g_chmod (output->temporary, output->mode) != 0)
    return fail (output->path, errno, error);
  return TRUE;
}

static gboolean
put_in_place (PsFileOutput *output, GError **error)
{
  if (output->temporary == NULL)
    return TRUE;
  if (g_rename (output->temporary, output->path) != 0)
    return fail (output->path, errno, error);
  g_clear_pointer (&output->temporary, g_free);
  output->placed = TRUE;
  return TRUE;
}

/**
 * ps_file_output_publish: puts what was written in its place. FALSE with an error: what was there is there still.
 */
gboolean
ps_file_output_publish (PsFileOutput *output, GError **error)
{
  return complete (output, error) && put_in_place (output, error);
}

/* ---- several that belong together */

/* A second name for what is replaced, by which it can be put back. Where a disk knows no second names it is moved. */
static gboolean
keep_old (PsFileOutput *output, GError **error)
{
  g_autofree char *kept = NULL;
  GStatBuf present;

  if (output->temporary == NULL)
    return TRUE;
  /* As it is now: since the file was begun one of that name may have come, or gone. */
  if (g_lstat (output->path, &present) != 0)
    return errno == ENOENT || fail (output->path, errno, error);
  if (S_ISDIR (present.st_mode))
    return fail (output->path, EISDIR, error);
  kept = temporary_path (output->path);
  if (link (output->path, kept) != 0 && g_rename (output->path, kept) != 0)
    return fail (output->path, errno, error);
  output->kept = g_steal_pointer (&kept);
  return TRUE;
}

static void
drop_old (PsFileOutput *output)
{
  if (output->kept != NULL)
    g_unlink (output->kept);
  g_clear_pointer (&output->kept, g_free);
}

/* As it was: one that was in place already goes, what it replaced comes back. */
static void
put_back (PsFileOutput *output)
{
  if (output->kept == NULL)
    {
      if (output->placed)
        g_unlink (output->path);
      return;
    }
  if (g_rename (output->kept, output->path) == 0)
    /* Where both were names of one file still, renaming did nothing. */
    drop_old (output);
  else
    g_warning ("“%s” could not be put back; it is “%s”: %s", output->path, output->kept, g_strerror (errno));
}

/**
 * ps_file_output_publish_all: puts files that belong together in their places when all of them are complete. FALSE with an error: nothing
 * of them is there, and what was there is there still.
 */
gboolean
ps_file_output_publish_all (PsFileOutput *const *outputs, guint n, GError **error)
{
  guint n_put = 0;

  for (guint i = 0; i < n; i++)
    if (!complete (outputs[i], error))
      return FALSE;
  while (n_put < n && keep_old (outputs[n_put], error) && put_in_place (outputs[n_put], error))
    n_put++;
  for (guint i = 0; n_put < n && i <= n_put; i++)
    put_back (outputs[i]);
  for (guint i = 0; n_put == n && i < n; i++)
    drop_old (outputs[i]);
  return n_put == n;
}

void
ps_file_output_free (PsFileOutput *output)
{
  if (output == NULL)
    return;
  g_clear_object (&output->stream);
  if (output->temporary != NULL)
    g_unlink (output->temporary);
  g_free (output->temporary);
  g_free (output->kept);
  g_free (output->path);
  g_free (output);
}

/**
 * ps_file_output_write: a file that is written from its beginning to its end by `func`, and replaced when it is complete.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence, or another error of `func`
 */
gboolean
ps_file_output_write (const char *path, PsFileOutputFunc func, gconstpointer data, GError **error)
{
  g_autoptr (PsFileOutput) output = ps_file_output_new (path, error);
  GError *cause = NULL;

  if (output == NULL)
    return FALSE;
  if (func (data, output->stream, &cause))
    return ps_file_output_publish (output, error);
  ps_file_output_explain (output, cause, error);
  return FALSE;
}

static gboolean
put_bytes (gconstpointer bytes, GOutputStream *stream, GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data ((GBytes *) bytes, &length);

  return g_output_stream_write_all (stream, data, length, NULL, NULL, error);
}

gboolean
ps_file_output_write_bytes (const char *path, GBytes *bytes, GError **error)
{
  return ps_file_output_write (path, put_bytes, bytes, error);
}
