/* ps-migrate.c: from one version of the region file to the next
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Each version is one SQL resource that brings the file from the version before. They run in one transaction: a file is of a
 * version or of the next, never between. An existing file is backed up beside itself first. What no SQL can make follows in the same
 * transaction: the compact copies, where their form changed.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ps-blocks.h"
#include "ps-migrate.h"
#include "ps-store-open.h"
#include "ps-store-resources.h"

/* Reads the SQL of all versions from the program itself. */
PsMigrations *
ps_migrations_load (void)
{
  PsMigrations *migrations = g_new0 (PsMigrations, 1);
  GPtrArray *texts = g_ptr_array_new ();
  GResource *resource = ps_store_get_resource ();

  for (int version = 1; version <= PS_STORE_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/org/peilstok/Peilstok/sql/schema-%d.sql", version);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL);
      g_ptr_array_add (texts, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  migrations->n_versions = PS_STORE_VERSION;
  g_ptr_array_add (texts, NULL);
  migrations->sql = (const char *const *) g_ptr_array_free (texts, FALSE);
  return migrations;
}

void
ps_migrations_free (PsMigrations *migrations)
{
  g_strfreev ((char **) migrations->sql);
  g_free (migrations);
}

/* The version from which on care blocks say who the client is, what is granted, and when care was reported. */
#define CARE_FORM_VERSION 5

static gboolean
remake_copies (PsStore *store, const PsMigrations *migrations, int version, GError **error)
{
  if (version < 1 || version >= CARE_FORM_VERSION || migrations->n_versions < CARE_FORM_VERSION)
    return TRUE;
  return ps_blocks_remake_all_care (store, error);
}

static gboolean
run_versions (PsStore *store, const PsMigrations *migrations, int version, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", migrations->n_versions);

  for (int i = version; i < migrations->n_versions; i++)
    if (!ps_sql_exec (store, migrations->sql[i], error))
      return FALSE;
  return remake_copies (store, migrations, version, error) && ps_sql_exec (store, pragma, error)
         && ps_sql_exec (store, "COMMIT", error);
}

/* Brings the file from @version to the newest of @migrations, or leaves it as it was. */
gboolean
ps_migrate (PsStore *store, const PsMigrations *migrations, int version, GError **error)
{
  if (!ps_sql_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_versions (store, migrations, version, error))
    return TRUE;
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* region.peilstok → region.peilstok.v1.backup, or with a number where there is one already. */
static char *
backup_path (const char *path, int version)
{
  char *candidate = g_strdup_printf ("%s.v%d.backup", path, version);

  for (int i = 2; g_file_test (candidate, G_FILE_TEST_EXISTS); i++)
    {
      g_free (candidate);
      candidate = g_strdup_printf ("%s.v%d-%d.backup", path, version, i);
    }
  return candidate;
}

static int
copy_database (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_errcode (to);
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

/* Copies the file beside itself before it is migrated. Returns the copy's path (transfer full), NULL with an error. */
char *
ps_migrate_backup (PsStore *store, int version, GError **error)
{
  g_autofree char *path = backup_path (store->path, version);
  g_autofree char *name = ps_store_sqlite_name (path);
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 (name, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    code = copy_database (store->db, copy);
  if (code != SQLITE_OK)
    ps_sql_set_error (copy, code, path, error);
  sqlite3_close (copy);
  if (code == SQLITE_OK)
    return g_steal_pointer (&path);
  g_unlink (path);
  return NULL;
}
