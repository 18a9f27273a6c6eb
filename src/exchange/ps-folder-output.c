/* ps-folder-output.c: a folder that appears when it is complete
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The files are made in a hidden folder beside the one that is to be, which takes its name when all of them are there and on the
 * disk: a folder with that name is whole.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-folder-output.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _PsFolderOutput
{
  char *parent;
  char *path; /* of the hidden folder; NULL: it is published */
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  int number = g_io_error_from_errno (code);

  if (number == G_IO_ERROR_PERMISSION_DENIED || number == G_IO_ERROR_READ_ONLY)
    g_set_error (error, G_IO_ERROR, number, _("No folder can be made in “%s”: you may not write there. Choose another one."),
                 name);
  else if (number == G_IO_ERROR_NOT_FOUND || number == G_IO_ERROR_NOT_DIRECTORY)
    g_set_error (error, G_IO_ERROR, number, _("There is no folder “%s”."), name);
  else
    g_set_error (error, G_IO_ERROR, number, _("No folder can be made in “%s”: %s."), name, g_strerror (code));
  return FALSE;
}

/**
 * ps_folder_output_new:
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum: a translated sentence
 */
PsFolderOutput *
ps_folder_output_new (const char *parent, GError **error)
{
  g_autofree char *name = g_strdup_printf (".peilstok.%08x.part", g_random_int ());
  g_autofree char *path = g_build_filename (parent, name, NULL);
  PsFolderOutput *output;

  if (g_mkdir (path, 0777) != 0)
    {
      fail (parent, errno, error);
      return NULL;
    }
  output = g_new0 (PsFolderOutput, 1);
  output->parent = g_strdup (parent);
  output->path = g_steal_pointer (&path);
  return output;
}

const char *
ps_folder_output_get_path (const PsFolderOutput *output)
{
  return output->path;
}

static gboolean
synchronise (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/**
 * ps_folder_output_publish: once; a folder with files in it is never replaced.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence
 */
gboolean
ps_folder_output_publish (PsFolderOutput *output, const char *path, GError **error)
{
  if (!synchronise (output->path) || g_rename (output->path, path) != 0)
    return fail (output->parent, errno, error);
  g_clear_pointer (&output->path, g_free);
  return TRUE;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

void
ps_folder_output_free (PsFolderOutput *output)
{
  if (output == NULL)
    return;
  if (output->path != NULL)
    remove_folder (output->path);
  g_free (output->path);
  g_free (output->parent);
  g_free (output);
}
