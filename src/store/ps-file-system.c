/* ps-file-system.c: what kind of place a region file lies in
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <gio/gio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "ps-file-system.h"

/* The magic numbers of statfs(2) of file systems that other machines write to as well. FUSE is among them, for sshfs and
 * cloud drives come that way; a local FUSE only loses some speed by it. */
static const guint32 network_magics[] = {
  0x6969,     /* NFS */
  0x517B,     /* SMB */
  0xFF534D42, /* CIFS */
  0xFE534D42, /* SMB2 */
  0x65735546, /* FUSE */
  0x01021997, /* 9P */
  0x5346414F, /* AFS */
  0x00C36400, /* Ceph */
};

/* WAL needs memory that all users of the file share, which no network drive gives (architecture.md). */
gboolean
ps_file_system_is_network (const char *path)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if ((guint32) info.f_type == network_magics[i])
      return TRUE;
  return FALSE;
}

gboolean
ps_file_system_may_write (const char *path)
{
  return access (path, W_OK) == 0;
}

gboolean
ps_file_system_folder_may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (folder, W_OK) == 0;
}
