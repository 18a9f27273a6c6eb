/* ps-import-rejects.c: the rows that were not taken, for a spreadsheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * FILE.rejected.csv appears only when the good rows are in the region: until then it is a temporary file beside it.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-rejects.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ps-csv-header.h"
#include "ps-csv-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _PsImportRejects
{
  char *path;      /* FILE.rejected.csv */
  char *temporary; /* NULL: nothing was rejected yet */
  FILE *stream;
  GStrv names;
  GString *line;
};

/**
 * ps_import_rejects_new: for the file `path` with these columns; makes nothing yet.
 */
PsImportRejects *
ps_import_rejects_new (const char *path, const char *const *names)
{
  PsImportRejects *rejects = g_new0 (PsImportRejects, 1);

  rejects->path = g_strconcat (path, ".rejected.csv", NULL);
  rejects->names = g_strdupv ((GStrv) names);
  rejects->line = g_string_new (NULL);
  return rejects;
}

static gboolean
fail (const PsImportRejects *rejects, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (rejects->path);

  g_set_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_OUTPUT, _("The rejected rows cannot be written to “%s”: %s."), name,
               g_strerror (code));
  return FALSE;
}

/* A rejects file that was mended and imported has such a column already. */
static gboolean
is_reason_column (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  return strcmp (lower, PS_CSV_REASON_COLUMN) == 0;
}

static gboolean
write_line (PsImportRejects *rejects, const char *const *fields, guint n_fields, const char *reason, GError **error)
{
  GString *line = rejects->line;
  guint n = g_strv_length (rejects->names);

  for (guint i = 0; i < n; i++)
    {
      if (is_reason_column (rejects->names[i]))
        continue;
      ps_csv_text_append (line, i < n_fields ? ps_csv_text_restored (fields[i]) : "");
      g_string_append_c (line, ';');
    }
  ps_csv_text_append (line, reason);
  g_string_append (line, "\r\n");
  if (fwrite (line->str, 1, line->len, rejects->stream) != line->len)
    return fail (rejects, errno, error);
  g_string_truncate (line, 0);
  return TRUE;
}

static gboolean
open_temporary (PsImportRejects *rejects, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (rejects->path);
  g_autofree char *name = g_path_get_basename (rejects->path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail (rejects, errno, error);
  rejects->temporary = g_steal_pointer (&temporary);
  rejects->stream = fdopen (fd, "w");
  if (rejects->stream == NULL)
    {
      int code = errno;

      close (fd);
      return fail (rejects, code, error);
    }
  g_string_assign (rejects->line, BYTE_ORDER_MARK);
  return write_line (rejects, (const char *const *) rejects->names, g_strv_length (rejects->names), PS_CSV_REASON_COLUMN, error);
}

/**
 * ps_import_rejects_add: one row as it stood in the file, and why it was rejected (translated).
 */
gboolean
ps_import_rejects_add (PsImportRejects *rejects, const char *const *fields, guint n_fields, const char *reason, GError **error)
{
  if (rejects->stream == NULL && !open_temporary (rejects, error))
    return FALSE;
  return write_line (rejects, fields, n_fields, reason, error);
}

/**
 * ps_import_rejects_restart: nothing was rejected after all: the file is read again.
 */
void
ps_import_rejects_restart (PsImportRejects *rejects)
{
  g_clear_pointer (&rejects->stream, fclose);
  if (rejects->temporary != NULL)
    g_unlink (rejects->temporary);
  g_clear_pointer (&rejects->temporary, g_free);
}

/**
 * ps_import_rejects_settle: all rows are safely on the disk, though not under the file's name yet, which they can get. Does nothing
 * without rows.
 */
gboolean
ps_import_rejects_settle (PsImportRejects *rejects, GError **error)
{
  if (rejects->stream == NULL)
    return TRUE;
  if (g_file_test (rejects->path, G_FILE_TEST_IS_DIR))
    return fail (rejects, EISDIR, error);
  if (fflush (rejects->stream) != 0 || fsync (fileno (rejects->stream)) != 0)
    return fail (rejects, errno, error);
  return TRUE;
}

/**
 * ps_import_rejects_publish: gives the file its name.
 * @path: its path, owned by the caller; NULL: nothing was rejected
 */
gboolean
ps_import_rejects_publish (PsImportRejects *rejects, char **path, GError **error)
{
  *path = NULL;
  if (rejects->stream == NULL)
    return TRUE;
  g_clear_pointer (&rejects->stream, fclose);
  if (g_rename (rejects->temporary, rejects->path) != 0)
    return fail (rejects, errno, error);
  g_clear_pointer (&rejects->temporary, g_free);
  *path = g_strdup (rejects->path);
  return TRUE;
}

/**
 * ps_import_rejects_free: also takes away what was not published.
 */
void
ps_import_rejects_free (PsImportRejects *rejects)
{
  if (rejects == NULL)
    return;
  ps_import_rejects_restart (rejects);
  g_strfreev (rejects->names);
  g_string_free (rejects->line, TRUE);
  g_free (rejects->path);
  g_free (rejects);
}
