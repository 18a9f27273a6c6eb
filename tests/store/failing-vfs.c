/* failing-vfs.c: SQLite's way to the disk, that fails from the n-th write on
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "failing-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* in the memory after this */
} File;

static sqlite3_vfs *real_vfs;
static int n_left; /* writes until the first that fails; 0: none does */
static int fail_code;
static gboolean has_failed;

void
failing_vfs_fail (int nth, int code)
{
  n_left = nth;
  fail_code = code;
  has_failed = FALSE;
}

gboolean
failing_vfs_failed (void)
{
  return has_failed;
}

static gboolean
fails (void)
{
  if (n_left == 0 || --n_left > 0)
    return FALSE;
  n_left = 1;
  has_failed = TRUE;
  return TRUE;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

#define CALL(file, method, ...) real_of (file)->pMethods->method (real_of (file), ##__VA_ARGS__)

static int
on_close (sqlite3_file *f)
{
  return CALL (f, xClose);
}
static int
on_read (sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
  return CALL (f, xRead, to, n, at);
}
static int
on_write (sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
  return fails () ? fail_code : CALL (f, xWrite, from, n, at);
}
static int
on_truncate (sqlite3_file *f, sqlite3_int64 size)
{
  return fails () ? fail_code : CALL (f, xTruncate, size);
}
static int
on_sync (sqlite3_file *f, int flags)
{
  return fails () ? fail_code : CALL (f, xSync, flags);
}
static int
on_file_size (sqlite3_file *f, sqlite3_int64 *size)
{
  return CALL (f, xFileSize, size);
}
static int
on_lock (sqlite3_file *f, int lock)
{
  return CALL (f, xLock, lock);
}
static int
on_unlock (sqlite3_file *f, int lock)
{
  return CALL (f, xUnlock, lock);
}
static int
on_check_lock (sqlite3_file *f, int *reserved)
{
  return CALL (f, xCheckReservedLock, reserved);
}
static int
on_control (sqlite3_file *f, int op, void *arg)
{
  return CALL (f, xFileControl, op, arg);
}
static int
on_sector_size (sqlite3_file *f)
{
  return CALL (f, xSectorSize);
}
static int
on_characteristics (sqlite3_file *f)
{
  return CALL (f, xDeviceCharacteristics);
}
static int
on_shm_map (sqlite3_file *f, int i, int n, int extend, void volatile **p)
{
  return CALL (f, xShmMap, i, n, extend, p);
}
static int
on_shm_lock (sqlite3_file *f, int at, int n, int flags)
{
  return CALL (f, xShmLock, at, n, flags);
}
static void
on_shm_barrier (sqlite3_file *f)
{
  CALL (f, xShmBarrier);
}
static int
on_shm_unmap (sqlite3_file *f, int remove)
{
  return CALL (f, xShmUnmap, remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_file_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_lock,
  .xFileControl = on_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_characteristics,
  .xShmMap = on_shm_map,
  .xShmLock = on_shm_lock,
  .xShmBarrier = on_shm_barrier,
  .xShmUnmap = on_shm_unmap,
};

static int
on_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code;

  self->real = (sqlite3_file *) (gpointer) (self + 1);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

void
failing_vfs_register (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "failing";
  vfs.szOsFile = sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = on_open;
  sqlite3_vfs_register (&vfs, 1);
}
