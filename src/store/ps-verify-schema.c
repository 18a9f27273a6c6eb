/* ps-verify-schema.c: are the tables, and the rules that are in them, what this program makes?
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Triggers keep what is final from being changed: one that is gone, or another one, is told by its name.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-verify-private.h"

#include "ps-migrate.h"

/* What SQLite itself makes for its own use is left: not all that has a name like it. */
#define SELECT_SCHEMA                                                                                                            \
  "SELECT type || ' ' || name, tbl_name || ': ' || ifnull (sql, '') FROM sqlite_schema"                                          \
  " WHERE NOT (type = 'index' AND sql IS NULL AND name GLOB 'sqlite_autoindex_*')"                                               \
  " AND NOT (type = 'table' AND (name = 'sqlite_sequence' OR name GLOB 'sqlite_stat[1-4]'))"

/* The limits that nobody changed since the region was made: the trail does not know them, for every region has them. */
#define SELECT_LIMITS                                                                                                            \
  "SELECT 'yearly_limit ' || limit_key || ' ' || year, ifnull (amount_cents, '-') || ' ' || ifnull (day, '-') FROM "             \
  "yearly_limit l"                                                                                                               \
  " WHERE NOT EXISTS (SELECT 1 FROM audit_change WHERE table_name = 'yearly_limit' AND row_id = l.id)"

/* Two of one name say what neither does. Takes both over. */
static void
add_text (GHashTable *schema, char *name, char *text)
{
  const char *known = g_hash_table_lookup (schema, name);
  char *both = known != NULL ? g_strconcat (known, "\n", text, NULL) : NULL;

  if (both != NULL)
    g_free (text);
  g_hash_table_insert (schema, name, both != NULL ? both : text);
}

/* What there is, by name, and what it says. */
static gboolean
load_texts (PsStore *store, const char *sql, GHashTable *schema, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      add_text (schema, ps_sql_column_text (select, 0), ps_sql_column_text (select, 1));
    }
  return FALSE;
}

/* A database in memory that this program made: to be closed whether it could be made or not. */
static gboolean
make_own (PsStore *own, GError **error)
{
  g_autoptr (PsMigrations) migrations = ps_migrations_load ();

  if (sqlite3_open_v2 (":memory:", &own->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    return ps_migrate (own, migrations, 0, error);
  ps_sql_set_error (own->db, SQLITE_NOMEM, own->path, error);
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that the same file gives the same findings. */
static GPtrArray *
names_of (GHashTable *a, GHashTable *b)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_hash_table_iter_init (&iter, b);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (a, name))
      g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* A limit that somebody changed has its changes in the trail, where they are looked at. */
static gboolean
is_in_trail (PsChecking *checking, const char *name, gboolean *is, GError **error)
{
  PsStatement *select =
      ps_rows_statement (checking->rows,
                         "SELECT 1 FROM yearly_limit l WHERE 'yearly_limit ' || limit_key || ' ' || year = ?"
                         " AND EXISTS (SELECT 1 FROM audit_change WHERE table_name = 'yearly_limit' AND row_id = l.id)",
                         error);

  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, name);
  if (!ps_sql_step_row (checking->store, select, is, error))
    return FALSE;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
compare_texts (PsChecking *checking, PsStore *own, const char *sql, GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) names = NULL;

  if (!load_texts (checking->store, sql, present, error) || !load_texts (own, sql, wanted, error))
    return FALSE;
  names = names_of (present, wanted);
  for (guint i = 0; i < names->len; i++)
    {
      const char *is = g_hash_table_lookup (present, names->pdata[i]);
      const char *should_be = g_hash_table_lookup (wanted, names->pdata[i]);
      gboolean changed = FALSE;

      if (is == NULL && !is_in_trail (checking, names->pdata[i], &changed, error))
        return FALSE;
      if (is == NULL && !changed)
        ps_checking_found (checking, names->pdata[i], "is missing");
      else if (is != NULL && should_be == NULL)
        ps_checking_found (checking, names->pdata[i], "is not of this program");
      else if (is != NULL && strcmp (is, should_be) != 0)
        ps_checking_found (checking, names->pdata[i], "is not what this program makes");
    }
  return TRUE;
}

/* What a newer program made is not known here. */
gboolean
ps_verify_schema (PsChecking *checking, GError **error)
{
  PsStore own = { .path = (char *) ":memory:", .mode = PS_STORE_WRITE };
  gboolean ok = checking->store->newer
                || (make_own (&own, error) && compare_texts (checking, &own, SELECT_SCHEMA, error)
                    && compare_texts (checking, &own, SELECT_LIMITS, error));

  sqlite3_close (own.db);
  return ok;
}
