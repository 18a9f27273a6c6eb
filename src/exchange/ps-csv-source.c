/* ps-csv-source.c: the bytes of a file, its digest, and proof that it stayed the same
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ps-import.h"

struct _PsCsvSource
{
  int fd; /* -1: bytes in memory */
  char *path;
  PsFileIdentity identity;
  GChecksum *digest; /* NULL: not wanted */
  guint64 n_read;
  const char *bytes; /* borrowed */
  gsize n_bytes;
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_FILE, _("The file “%s” cannot be read: %s."), name, g_strerror (code));
  return FALSE;
}

static gboolean
fail_changed (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_FILE,
               _("The file “%s” changed while it was being read. Import it again when nothing writes to it any more."), name);
  return FALSE;
}

static PsFileIdentity
identify (const struct stat *status)
{
  return (PsFileIdentity){
    TRUE, status->st_dev, status->st_ino, (guint64) status->st_size, status->st_mtim.tv_sec, status->st_mtim.tv_nsec
  };
}

static gboolean
is_same (const PsFileIdentity *a, const PsFileIdentity *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size && a->seconds == b->seconds
         && a->nanoseconds == b->nanoseconds;
}

/* Only an ordinary file can be read twice, and has a size that progress can be measured by. */
static gboolean
check_opened (PsCsvSource *source, PsFileIdentity *identity, GError **error)
{
  struct stat status;
  PsFileIdentity found;

  if (fstat (source->fd, &status) != 0)
    return fail (source->path, errno, error);
  if (!S_ISREG (status.st_mode))
    {
      g_autofree char *name = g_path_get_basename (source->path);

      g_set_error (error, PS_IMPORT_ERROR, PS_IMPORT_ERROR_FILE, _("“%s” is not an ordinary file."), name);
      return FALSE;
    }
  found = identify (&status);
  if (identity->known && !is_same (identity, &found))
    return fail_changed (source->path, error);
  *identity = found;
  source->identity = found;
  return TRUE;
}

/**
 * ps_csv_source_open_file: opens a file for reading from its start.
 * @identity: filled at the first opening of a file; a later one fails when the file is not the same any more
 * @with_digest: whether ps_csv_source_digest() will be asked for
 *
 * Returns: the source, or NULL with PS_IMPORT_ERROR_FILE
 */
PsCsvSource *
ps_csv_source_open_file (const char *path, PsFileIdentity *identity, gboolean with_digest, GError **error)
{
  g_autoptr (PsCsvSource) source = g_new0 (PsCsvSource, 1);

  source->path = g_strdup (path);
  source->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (source->fd < 0)
    {
      fail (path, errno, error);
      return NULL;
    }
  if (!check_opened (source, identity, error))
    return NULL;
  posix_fadvise (source->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  if (with_digest)
    source->digest = g_checksum_new (G_CHECKSUM_SHA256);
  return g_steal_pointer (&source);
}

/**
 * ps_csv_source_open_bytes: reads from memory that the caller keeps.
 */
PsCsvSource *
ps_csv_source_open_bytes (const void *bytes, gsize length)
{
  PsCsvSource *source = g_new0 (PsCsvSource, 1);

  source->fd = -1;
  source->bytes = bytes;
  source->n_bytes = length;
  return source;
}

/* At the end: as many bytes as it had, the same times, and still there under its name. */
static gboolean
check_unchanged (PsCsvSource *source, GError **error)
{
  struct stat status;
  PsFileIdentity found;

  if (fstat (source->fd, &status) != 0)
    return fail (source->path, errno, error);
  found = identify (&status);
  if (source->n_read != source->identity.size || !is_same (&source->identity, &found))
    return fail_changed (source->path, error);
  if (g_stat (source->path, &status) != 0)
    return fail (source->path, errno, error);
  found = identify (&status);
  return is_same (&source->identity, &found) || fail_changed (source->path, error);
}

static gboolean
read_bytes (PsCsvSource *source, void *buffer, gsize size, gsize *n_read)
{
  *n_read = MIN (size, source->n_bytes - source->n_read);
  if (*n_read > 0)
    memcpy (buffer, source->bytes + source->n_read, *n_read);
  source->n_read += *n_read;
  return TRUE;
}

/**
 * ps_csv_source_read: the next bytes; none at the end.
 *
 * Returns: FALSE with PS_IMPORT_ERROR_FILE when the file cannot be read, or did not stay as it was when it was opened
 */
gboolean
ps_csv_source_read (PsCsvSource *source, void *buffer, gsize size, gsize *n_read, GError **error)
{
  gssize n;

  if (source->fd < 0)
    return read_bytes (source, buffer, size, n_read);
  do
    n = read (source->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return fail (source->path, errno, error);

  *n_read = (gsize) n;
  source->n_read += (guint64) n;
  if (source->n_read > source->identity.size)
    return fail_changed (source->path, error);
  if (n == 0)
    return check_unchanged (source, error);
  if (source->digest != NULL)
    g_checksum_update (source->digest, buffer, n);
  return TRUE;
}

/**
 * ps_csv_source_digest: SHA-256 of what was read, in hexadecimal; owned by the source, which cannot be read on after it.
 */
const char *
ps_csv_source_digest (PsCsvSource *source)
{
  g_assert (source->digest != NULL);
  return g_checksum_get_string (source->digest);
}

void
ps_csv_source_close (PsCsvSource *source)
{
  if (source == NULL)
    return;
  if (source->fd >= 0 && source->path != NULL)
    close (source->fd);
  g_clear_pointer (&source->digest, g_checksum_free);
  g_free (source->path);
  g_free (source);
}
