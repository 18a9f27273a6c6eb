/* ps-blocks-care.c: care blocks from the rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-blocks.h"
#include "ps-care-block.h"

typedef struct
{
  PsStore *store;
  PsStatement *assignments;
  PsStatement *care;
  PsCareEncoder encoder;
  GArray *periods;     /* PsCare, of one assignment */
  GHashTable *clients; /* pseudonym → its number at this provider, from 1 */
  GStringChunk *pseudonyms;
  GByteArray *keys;  /* of those clients, PS_CARE_KEY_SIZE bytes each */
  PsDate last_start; /* of any care; PS_DATE_MIN: none */
} Maker;

static void
maker_clear (Maker *maker)
{
  sqlite3_finalize (maker->assignments);
  sqlite3_finalize (maker->care);
  ps_care_encoder_clear (&maker->encoder);
  g_array_unref (maker->periods);
  g_hash_table_unref (maker->clients);
  g_string_chunk_free (maker->pseudonyms);
  g_byte_array_unref (maker->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static gboolean
maker_init (Maker *maker, PsStore *store, GError **error)
{
  maker->store = store;
  maker->periods = g_array_new (FALSE, FALSE, sizeof (PsCare));
  maker->clients = g_hash_table_new (g_str_hash, g_str_equal);
  maker->pseudonyms = g_string_chunk_new (16384);
  maker->keys = g_byte_array_new ();
  maker->assignments = ps_sql_prepare (store,
                                       "SELECT id, municipality_id, client, product_id, group_id, starts_on, ends_on,"
                                       " volume_milli, budget_cents, unit, frequency, referrer"
                                       " FROM assignment WHERE provider_id = ? ORDER BY id",
                                       error);
  if (maker->assignments == NULL)
    return FALSE;
  maker->care = ps_sql_prepare (
      store,
      "SELECT starts_on, stops_on, reason, sent_305_on, sent_307_on FROM care_period WHERE assignment_id = ? ORDER BY starts_on",
      error);
  return maker->care != NULL;
}

static void
add_key (Maker *maker, guint64 key)
{
  guint32 part = GUINT32_TO_LE (ps_care_key_part (key));

  g_byte_array_append (maker->keys, (const guint8 *) &part, sizeof part);
}

static guint
client_number (Maker *maker, const char *pseudonym)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (maker->clients, pseudonym));

  if (number == 0)
    {
      add_key (maker, ps_client_key (pseudonym));
      number = g_hash_table_size (maker->clients) + 1;
      g_hash_table_insert (maker->clients, g_string_chunk_insert (maker->pseudonyms, pseudonym), GUINT_TO_POINTER (number));
    }
  return number;
}

static gboolean
read_periods (Maker *maker, gint64 assignment_id, GError **error)
{
  gboolean row;

  g_array_set_size (maker->periods, 0);
  sqlite3_bind_int64 (maker->care, 1, assignment_id);
  while (ps_sql_step_row (maker->store, maker->care, &row, error))
    {
      PsCare care;

      if (!row)
        return TRUE;
      care.start = sqlite3_column_int (maker->care, 0);
      care.stop = ps_sql_column_date (maker->care, 1);
      care.reason = sqlite3_column_int (maker->care, 2);
      care.sent_305 = ps_sql_column_date (maker->care, 3);
      care.sent_307 = ps_sql_column_date (maker->care, 4);
      g_array_append_val (maker->periods, care);
    }
  return FALSE;
}

static void
read_granted (PsStatement *row, PsStoredAssignment *assignment)
{
  assignment->volume_milli = ps_sql_column_number (row, 7);
  assignment->budget_cents = ps_sql_column_number (row, 8);
  assignment->unit = (guint8) sqlite3_column_int (row, 9);
  assignment->frequency = (guint8) sqlite3_column_int (row, 10);
  assignment->referrer = (guint8) sqlite3_column_int (row, 11);
}

static gboolean
encode_assignment (Maker *maker, GError **error)
{
  PsStatement *row = maker->assignments;
  PsStoredAssignment assignment = { .id = sqlite3_column_int64 (row, 0) };

  if (!read_periods (maker, assignment.id, error))
    return FALSE;
  assignment.municipality_id = sqlite3_column_int64 (row, 1);
  assignment.client = client_number (maker, (const char *) sqlite3_column_text (row, 2));
  assignment.client_key = ps_client_key ((const char *) sqlite3_column_text (row, 2));
  assignment.product_id = sqlite3_column_int64 (row, 3);
  assignment.group_id = sqlite3_column_int64 (row, 4);
  assignment.start = sqlite3_column_int (row, 5);
  assignment.end = ps_sql_column_date (row, 6);
  assignment.n_care = maker->periods->len;
  read_granted (row, &assignment);
  ps_care_encoder_add_assignment (&maker->encoder, &assignment);
  for (guint i = 0; i < maker->periods->len; i++)
    {
      const PsCare *care = &g_array_index (maker->periods, PsCare, i);

      ps_care_encoder_add_care (&maker->encoder, care);
      maker->last_start = MAX (maker->last_start, care->start);
    }
  return TRUE;
}

/* The provider's block, in maker->encoder. */
static gboolean
encode_provider (Maker *maker, gint64 provider_id, GError **error)
{
  gboolean row;

  ps_care_encoder_clear (&maker->encoder);
  ps_care_encoder_init (&maker->encoder);
  g_hash_table_remove_all (maker->clients);
  g_string_chunk_clear (maker->pseudonyms);
  g_byte_array_set_size (maker->keys, 0);
  maker->last_start = PS_DATE_MIN;
  sqlite3_bind_int64 (maker->assignments, 1, provider_id);
  while (ps_sql_step_row (maker->store, maker->assignments, &row, error))
    {
      if (!row)
        return TRUE;
      if (!encode_assignment (maker, error))
        break;
    }
  sqlite3_reset (maker->assignments);
  return FALSE;
}

static gboolean
store_block (Maker *maker, PsStatement *remove, PsStatement *insert, gint64 provider_id, GError **error)
{
  const PsCareEncoder *encoder = &maker->encoder;

  sqlite3_bind_int64 (remove, 1, provider_id);
  if (!ps_sql_run (maker->store, remove, error))
    return FALSE;
  if (encoder->n_assignments == 0)
    return TRUE;
  sqlite3_bind_int64 (insert, 1, provider_id);
  sqlite3_bind_int64 (insert, 2, encoder->n_assignments);
  sqlite3_bind_blob64 (insert, 3, encoder->data->data, encoder->data->len, SQLITE_STATIC);
  ps_sql_bind_date (insert, 4, maker->last_start);
  sqlite3_bind_blob64 (insert, 5, maker->keys->data, maker->keys->len, SQLITE_STATIC);
  return ps_sql_run (maker->store, insert, error);
}

gboolean
ps_blocks_remake_care (PsStore *store, const PsBits *providers, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  gint64 n = (gint64) providers->n_bytes * 8;
  g_auto (Maker) maker = { NULL };
  g_autoptr (PsStatement) remove = NULL;
  g_autoptr (PsStatement) insert = NULL;

  if (!maker_init (&maker, store, error)
      || (remove = ps_sql_prepare (store, "DELETE FROM care_block WHERE provider_id = ?", error)) == NULL
      || (insert = ps_sql_prepare (
              store, "INSERT INTO care_block (provider_id, n_assignments, data, last_start, clients) VALUES (?, ?, ?, ?, ?)",
              error))
             == NULL)
    return FALSE;
  for (gint64 id = 0; id < n; id++)
    {
      if (!ps_bits_has (providers, id))
        continue;
      if (!encode_provider (&maker, id, error) || !store_block (&maker, remove, insert, id, error))
        return FALSE;
      if (progress != NULL && id % 16 == 0)
        progress ((double) id / n, _("Keeping copies for settling"), progress_data);
    }
  return TRUE;
}

gboolean
ps_blocks_remake_all_care (PsStore *store, GError **error)
{
  PsBits providers = { NULL };
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT id FROM provider", error);
  gboolean row = select != NULL, ok = row;

  while (ok && row && (ok = ps_sql_step_row (store, select, &row, error)))
    if (row)
      ps_bits_add (&providers, sqlite3_column_int64 (select, 0));
  ok = ok && ps_blocks_remake_care (store, &providers, NULL, NULL, error);
  ps_bits_clear (&providers);
  return ok;
}

static gboolean
is_blob (PsStatement *row, int column, const GByteArray *made)
{
  gsize size = sqlite3_column_bytes (row, column);

  return made->len == size && (size == 0 || memcmp (made->data, sqlite3_column_blob (row, column), size) == 0);
}

static void
compare_block (Maker *maker, PsStatement *row, PsBlockFindingFunc found, gpointer user_data)
{
  const PsCareEncoder *encoder = &maker->encoder;
  g_autofree char *where = g_strdup_printf ("provider %s", (const char *) sqlite3_column_text (row, 1));

  if (encoder->n_assignments == (guint) sqlite3_column_int64 (row, 3) && is_blob (row, 2, encoder->data)
      && maker->last_start == sqlite3_column_int (row, 4) && is_blob (row, 5, maker->keys))
    return;
  found (where, "the kept copy of assignments and care differs from the rows", user_data);
}

gboolean
ps_blocks_check_care (PsStore *store, PsBlockFindingFunc found, gpointer user_data, GError **error)
{
  g_auto (Maker) maker = { NULL };
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  if (!maker_init (&maker, store, error))
    return FALSE;
  select = ps_sql_prepare (store,
                           "SELECT p.id, p.agb, b.data, ifnull (b.n_assignments, 0), ifnull (b.last_start, ?), b.clients"
                           " FROM provider p LEFT JOIN care_block b ON b.provider_id = p.id ORDER BY p.id",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, PS_DATE_MIN);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!encode_provider (&maker, sqlite3_column_int64 (select, 0), error))
        return FALSE;
      compare_block (&maker, select, found, user_data);
    }
  return FALSE;
}
