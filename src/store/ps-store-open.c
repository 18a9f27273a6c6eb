/* ps-store-open.c: making and opening region files
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ps-audit.h"
#include "ps-file-system.h"
#include "ps-migrate.h"
#include "ps-sql.h"
#include "ps-store-open.h"

static void
set_error (GError **error, PsStoreError code, const char *path, const char *sentence)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (sentence, shown);
#pragma GCC diagnostic pop
  g_set_error_literal (error, PS_STORE_ERROR, code, text);
}

/* SQLite counts every byte that it allocates under one lock, for statistics that nobody asks for here. */
static void
configure_sqlite (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

static PsStore *
store_new (const char *path, PsStoreMode mode)
{
  PsStore *store = g_new0 (PsStore, 1);

  configure_sqlite ();
  store->path = g_strdup (path);
  store->mode = mode;
  return store;
}

void
ps_store_close (PsStore *store)
{
  if (store == NULL)
    return;
  if (sqlite3_close (store->db) != SQLITE_OK)
    g_critical ("%s: closed with statements that are still in use", store->path);
  g_free (store->path);
  g_free (store);
}

static void
disconnect (PsStore *store)
{
  sqlite3_close (store->db);
  store->db = NULL;
}

/* What SQLite takes for the path that it is, and nothing else: ":memory:" and "file:…" mean something special to it, and may be the
 * name of a file. Neither starts with a slash or with "./". */
char *
ps_store_sqlite_name (const char *path)
{
  return g_path_is_absolute (path) ? g_strdup (path) : g_strconcat ("./", path, NULL);
}

/* `uri`: NULL for the store's path as it is. */
static int
connect (PsStore *store, const char *uri, int flags)
{
  g_autofree char *path = ps_store_sqlite_name (store->path);
  const char *name = uri != NULL ? uri : path;
  int code = sqlite3_open_v2 (name, &store->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_busy_timeout (store->db, PS_STORE_BUSY_MS);
      sqlite3_db_config (store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
      sqlite3_db_config (store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
      sqlite3_db_config (store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sqlite3_db_config (store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    }
  return code;
}

/* Whether the file can be read at all; the first thing that is asked of a new connection. */
static int
try_reading (PsStore *store)
{
  return sqlite3_exec (store->db, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL);
}

/* Whether something that is not in the file itself has to be read with it. */
static gboolean
has_pending_changes (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf info;

  return (g_stat (wal, &info) == 0 && info.st_size > 0) || (g_stat (journal, &info) == 0 && info.st_size > 0);
}

/* A WAL file in a folder that may only be read cannot make its index there: then it is read as a file that nobody changes, which
 * is right as long as nothing waits in a -wal file. */
static int
connect_immutable (PsStore *store)
{
  g_autofree char *name = ps_store_sqlite_name (store->path);
  g_autofree char *escaped = g_uri_escape_string (name, "/", FALSE);
  /* Two slashes: what follows would else be a host where the path has two of them itself. */
  g_autofree char *uri = g_strdup_printf ("file:%s%s?immutable=1", *name == '/' ? "//" : "", escaped);
  int code;

  disconnect (store);
  code = connect (store, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  return code == SQLITE_OK ? try_reading (store) : code;
}

/* Somebody was stopped while writing, and a journal is left: what was not finished must be undone first, which only a writer can. */
static int
undo_unfinished (PsStore *store)
{
  int code;

  disconnect (store);
  code = connect (store, NULL, SQLITE_OPEN_READWRITE);
  if (code == SQLITE_OK)
    code = try_reading (store);
  disconnect (store);
  if (code == SQLITE_OK)
    code = connect (store, NULL, SQLITE_OPEN_READONLY);
  return code == SQLITE_OK ? try_reading (store) : code;
}

static gboolean
connect_read (PsStore *store, GError **error)
{
  int code = connect (store, NULL, SQLITE_OPEN_READONLY);

  if (code == SQLITE_OK)
    code = try_reading (store);
  if (code == SQLITE_READONLY_ROLLBACK && ps_file_system_may_write (store->path))
    code = undo_unfinished (store);
  if (((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY) && !ps_file_system_folder_may_write (store->path)
      && !has_pending_changes (store->path))
    code = connect_immutable (store);
  if (code == SQLITE_OK)
    return TRUE;
  ps_sql_set_error (store->db, code, store->path, error);
  return FALSE;
}

static gboolean
connect_write (PsStore *store, GError **error)
{
  int code = connect (store, NULL, SQLITE_OPEN_READWRITE);

  if (code == SQLITE_OK)
    code = try_reading (store);
  if (code == SQLITE_OK && sqlite3_db_readonly (store->db, "main") == 1)
    code = SQLITE_READONLY;
  if (code == SQLITE_OK)
    return TRUE;
  ps_sql_set_error (store->db, code, store->path, error);
  return FALSE;
}

static gboolean
may_be_opened (const char *path, PsStoreMode mode, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    set_error (error, PS_STORE_ERROR_ABSENT, path, _("There is no region file “%s”. Choose another file, or create it first."));
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    set_error (error, PS_STORE_ERROR_FOREIGN, path, _("“%s” is a folder, not a region file."));
  else if (mode == PS_STORE_WRITE && (!ps_file_system_may_write (path) || !ps_file_system_folder_may_write (path)))
    ps_sql_set_error (NULL, SQLITE_READONLY, path, error);
  else
    return TRUE;
  return FALSE;
}

/* Is it ours, and of which version? */
static gboolean
identify (PsStore *store, int *version, GError **error)
{
  gint64 application, number;

  if (!ps_sql_get_int (store, "PRAGMA application_id", &application, error)
      || !ps_sql_get_int (store, "PRAGMA user_version", &number, error))
    return FALSE;
  *version = number;
  if (application != PS_STORE_APPLICATION_ID)
    set_error (error, PS_STORE_ERROR_FOREIGN, store->path, _("“%s” is not a region file of Peilstok. Choose another file."));
  else if (number < 1)
    set_error (error, PS_STORE_ERROR_DAMAGED, store->path,
               _("The region file “%s” was never finished. Put back a backup of it, or create it anew."));
  else
    return TRUE;
  return FALSE;
}

/* WAL, or on a network drive a rollback journal. Where somebody else has the file open the mode stays as it is. */
void
ps_store_set_standing_journal (PsStore *store)
{
  gboolean network = ps_file_system_is_network (store->path);

  sqlite3_busy_timeout (store->db, 0);
  sqlite3_exec (store->db, network ? "PRAGMA journal_mode = TRUNCATE" : "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
  sqlite3_busy_timeout (store->db, PS_STORE_BUSY_MS);
  store->wal = !network;
  if (network)
    g_message ("%s lies on a network drive: written with a rollback journal instead of a write-ahead log", store->path);
}

static gboolean
configure_write (PsStore *store, GError **error)
{
  ps_store_set_standing_journal (store);
  return ps_sql_exec (
      store, "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = FILE",
      error);
}

/* An older file is backed up, then brought to this version; the connection may write. */
static gboolean
upgrade (PsStore *store, int version, GError **error)
{
  g_autoptr (PsMigrations) migrations = ps_migrations_load ();
  g_autofree char *backup = ps_migrate_backup (store, version, error);

  if (backup == NULL)
    return FALSE;
  g_message ("%s was made by an older version: kept as %s, and brought up to date", store->path, backup);
  return ps_migrate (store, migrations, version, error);
}

/* Opening to read brings an older file up to date as well, for its tables are not those that are asked for. */
static gboolean
upgrade_for_reading (PsStore *store, int version, GError **error)
{
  g_autoptr (PsStore) writer = store_new (store->path, PS_STORE_WRITE);

  return may_be_opened (store->path, PS_STORE_WRITE, error) && connect_write (writer, error) && configure_write (writer, error)
         && upgrade (writer, version, error);
}

static gboolean
open_read (PsStore *store, GError **error)
{
  int version;

  if (!connect_read (store, error) || !identify (store, &version, error))
    return FALSE;
  if (version < PS_STORE_VERSION)
    {
      disconnect (store);
      if (!upgrade_for_reading (store, version, error) || !connect_read (store, error))
        return FALSE;
    }
  store->newer = version > PS_STORE_VERSION;
  return ps_sql_exec (store, "PRAGMA query_only = ON; PRAGMA cache_size = -8000", error);
}

static gboolean
open_write (PsStore *store, GError **error)
{
  int version;

  if (!connect_write (store, error) || !identify (store, &version, error))
    return FALSE;
  if (version > PS_STORE_VERSION)
    {
      set_error (error, PS_STORE_ERROR_NEWER, store->path,
                 _("The region file “%s” was made by a newer version of Peilstok, and can only be read. Update Peilstok to "
                    "change it."));
      return FALSE;
    }
  if (!configure_write (store, error))
    return FALSE;
  return version == PS_STORE_VERSION || upgrade (store, version, error);
}

/**
 * ps_store_open:
 * @path: the region file
 * @mode: whether it is going to be changed
 *
 * An older file is backed up beside itself and brought up to date; a newer one can be read as far as it is understood.
 *
 * Returns: (transfer full): a connection for one thread at a time, or NULL with a PsStoreError
 */
PsStore *
ps_store_open (const char *path, PsStoreMode mode, GError **error)
{
  g_autoptr (PsStore) store = store_new (path, mode);

  if (!may_be_opened (path, mode, error))
    return NULL;
  if (mode == PS_STORE_READ ? !open_read (store, error) : !open_write (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* Makes the empty file, and only that: nothing that is there already is ever opened. */
static gboolean
claim_path (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0660);
  int reason = errno;

  if (fd >= 0)
    return g_close (fd, error);
  if (reason == EEXIST)
    set_error (error, PS_STORE_ERROR_EXISTS, path, _("“%s” is there already, and was left as it is. Choose another name."));
  else if (reason == ENOENT || reason == ENOTDIR)
    set_error (error, PS_STORE_ERROR_ABSENT, path, _("“%s” cannot be created: its folder does not exist."));
  else if (reason == EACCES || reason == EPERM || reason == EROFS)
    set_error (error, PS_STORE_ERROR_READ_ONLY, path,
               _("“%s” cannot be created: its folder may only be read. Choose another folder."));
  else if (reason == ENOSPC || reason == EDQUOT)
    set_error (error, PS_STORE_ERROR_FULL, path, _("“%s” cannot be created: the disk is full."));
  else
    set_error (error, PS_STORE_ERROR_IO, path, _("“%s” cannot be created."));
  return FALSE;
}

static gboolean
insert_region (PsStore *store, const char *region_name, GError **error)
{
  g_autoptr (PsStatement) insert = ps_sql_prepare (store, "INSERT INTO region (id, name) VALUES (1, ?)", error);
  PsAuditEntry entry = { .actor = g_get_user_name (), .action = "create", .thing = "region" };

  if (insert == NULL)
    return FALSE;
  ps_sql_bind_text (insert, 1, region_name != NULL ? region_name : "");
  return ps_sql_run (store, insert, error) && ps_audit_append (store, &entry, NULL, error);
}

static gboolean
fill_new (PsStore *store, const char *region_name, GError **error)
{
  g_autoptr (PsMigrations) migrations = ps_migrations_load ();
  g_autofree char *pragmas =
      g_strdup_printf ("PRAGMA journal_mode = MEMORY; PRAGMA application_id = %d", PS_STORE_APPLICATION_ID);

  if (!connect_write (store, error) || !ps_sql_exec (store, pragmas, error) || !ps_migrate (store, migrations, 0, error)
      || !ps_sql_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!insert_region (store, region_name, error) || !ps_sql_exec (store, "COMMIT", error))
    return FALSE;
  return configure_write (store, error);
}

static void
remove_half_made (PsStore *store)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  disconnect (store);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (store->path, endings[i], NULL);

      g_unlink (path);
    }
}

/**
 * ps_store_create:
 * @path: where; nothing may be there yet
 * @region_name: (nullable): the region's name
 *
 * Returns: (transfer full): the new region file, open to write, or NULL with a PsStoreError and nothing left behind
 */
PsStore *
ps_store_create (const char *path, const char *region_name, GError **error)
{
  g_autoptr (PsStore) store = NULL;

  if (!claim_path (path, error))
    return NULL;
  store = store_new (path, PS_STORE_WRITE);
  if (fill_new (store, region_name, error))
    return g_steal_pointer (&store);
  remove_half_made (store);
  return NULL;
}

const char *
ps_store_get_path (PsStore *store)
{
  return store->path;
}

gboolean
ps_store_is_newer (PsStore *store)
{
  return store->newer;
}

char *
ps_store_trail_state (PsStore *store)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT hash FROM audit_record ORDER BY id DESC LIMIT 1", NULL);
  gboolean row;

  if (select == NULL || !ps_sql_step_row (store, select, &row, NULL) || !row)
    return NULL;
  return ps_sql_column_text (select, 0);
}

/* What others changed is SQLite's data version; what this connection changed is in its own count. */
gint64
ps_store_data_version (PsStore *store)
{
  gint64 version = 0;

  if (!ps_sql_get_int (store, "PRAGMA data_version", &version, NULL))
    return -1;
  return (version << 40) + sqlite3_total_changes64 (store->db);
}
