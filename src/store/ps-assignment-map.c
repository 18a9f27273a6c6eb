/* ps-assignment-map.c: from municipality and assignment number to the assignment
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-assignment-map.h"

#include <glib/gi18n-lib.h>

#include "ps-key-set.h"
#include "ps-large-memory.h"

#define FIRST_CAPACITY 1024

/* After so many questions that only the database could answer, and an eighth of the table, all of it is read. */
#define MIN_QUESTIONS 500

/* Municipality and provider share 32 bits. */
#define MUNICIPALITY_BITS 12
#define PROVIDER_BITS 20

typedef struct
{
  guint64 number; /* see number_key() */
  guint32 id;     /* 0: free */
  guint32 places; /* municipality_id << PROVIDER_BITS | provider_id */
} Slot;

struct _PsAssignmentMap
{
  PsStore *store;
  PsStatement *select;
  Slot *slots;
  gsize capacity; /* a power of two */
  gsize n;
  gint64 n_stored; /* in the table when the map was made */
  gint64 n_asked;
  gboolean whole;
  GHashTable *texts; /* numbers that fit no key: the text itself → its sequence */
  GStringChunk *text_chunk;
};

/* A number's key tells it from every other: it is the number itself (most are), up to ten characters packed in six bits each, or
 * the sequence of a kept text. The top two bits say which. */
#define KEY_PACKED (G_GUINT64_CONSTANT (1) << 62)
#define KEY_TEXT (G_GUINT64_CONSTANT (2) << 62)
#define MAX_DIGITS 18
#define MAX_PACKED 10

static gboolean
key_of_digits (const char *number, guint64 *key)
{
  gsize length = strspn (number, "0123456789");

  if (number[length] != '\0' || length == 0 || length > MAX_DIGITS || (number[0] == '0' && length > 1))
    return FALSE;
  *key = g_ascii_strtoull (number, NULL, 10);
  return TRUE;
}

static guint
six_bits (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0' + 1;
  if (c >= 'A' && c <= 'Z')
    return c - 'A' + 11;
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 37;
  return c == '-' ? 63 : 0;
}

static gboolean
key_of_packed (const char *number, guint64 *key)
{
  int length = 0;

  *key = 0;
  for (; number[length] != '\0'; length++)
    {
      guint bits = six_bits (number[length]);

      if (bits == 0 || length == MAX_PACKED)
        return FALSE;
      *key = *key << 6 | bits;
    }
  *key |= KEY_PACKED;
  return TRUE;
}

static guint64
key_of_text (PsAssignmentMap *map, const char *number)
{
  gpointer sequence = g_hash_table_lookup (map->texts, number);

  if (sequence == NULL)
    {
      sequence = GSIZE_TO_POINTER (g_hash_table_size (map->texts) + 1);
      g_hash_table_insert (map->texts, g_string_chunk_insert (map->text_chunk, number), sequence);
    }
  return KEY_TEXT | GPOINTER_TO_SIZE (sequence);
}

static guint64
number_key (PsAssignmentMap *map, const char *number)
{
  guint64 key;

  if (key_of_digits (number, &key) || key_of_packed (number, &key))
    return key;
  return key_of_text (map, number);
}

static void
reset (PsAssignmentMap *map)
{
  ps_large_free (map->slots, map->capacity * sizeof (Slot));
  g_clear_pointer (&map->texts, g_hash_table_unref);
  g_clear_pointer (&map->text_chunk, g_string_chunk_free);
  map->capacity = FIRST_CAPACITY;
  map->slots = ps_large_alloc0 (map->capacity * sizeof (Slot));
  map->texts = g_hash_table_new (g_str_hash, g_str_equal);
  map->text_chunk = g_string_chunk_new (4096);
  map->n = 0;
  map->n_asked = 0;
}

gboolean
ps_assignment_map_forget (PsAssignmentMap *map, GError **error)
{
  reset (map);
  if (!ps_sql_get_int (map->store, "SELECT count (*) FROM assignment", &map->n_stored, error))
    return FALSE;
  map->whole = map->n_stored == 0;
  return TRUE;
}

PsAssignmentMap *
ps_assignment_map_new (PsStore *store, GError **error)
{
  PsAssignmentMap *map = g_new0 (PsAssignmentMap, 1);

  map->store = store;
  map->select = ps_sql_prepare (store, "SELECT id, provider_id FROM assignment WHERE municipality_id = ? AND number = ?", error);
  if (map->select != NULL && ps_assignment_map_forget (map, error))
    return map;
  ps_assignment_map_free (map);
  return NULL;
}

void
ps_assignment_map_free (PsAssignmentMap *map)
{
  if (map == NULL)
    return;
  sqlite3_finalize (map->select);
  ps_large_free (map->slots, map->capacity * sizeof (Slot));
  g_clear_pointer (&map->texts, g_hash_table_unref);
  g_clear_pointer (&map->text_chunk, g_string_chunk_free);
  g_free (map);
}

/* The slot of that key, or the free one where it belongs. */
static Slot *
slot_of (const PsAssignmentMap *map, guint64 number, guint32 municipality)
{
  gsize at = ps_hash_mix (number ^ (guint64) municipality << 50) & (map->capacity - 1);

  while (map->slots[at].id != 0 && (map->slots[at].number != number || map->slots[at].places >> PROVIDER_BITS != municipality))
    at = (at + 1) & (map->capacity - 1);
  return &map->slots[at];
}

static void
grow (PsAssignmentMap *map)
{
  Slot *old = map->slots;
  gsize n = map->capacity;

  map->capacity *= 2;
  map->slots = ps_large_alloc0 (map->capacity * sizeof (Slot));
  for (gsize i = 0; i < n; i++)
    if (old[i].id != 0)
      *slot_of (map, old[i].number, old[i].places >> PROVIDER_BITS) = old[i];
  ps_large_free (old, n * sizeof (Slot));
}

gboolean
ps_assignment_map_set (PsAssignmentMap *map, gint64 municipality_id, const char *number, const PsAssignmentRef *ref,
                       GError **error)
{
  Slot *slot;

  if (municipality_id >> MUNICIPALITY_BITS != 0 || ref->provider_id >> PROVIDER_BITS != 0 || ref->id > G_MAXUINT32)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
                   _("This is more than a region file holds: %d municipalities and %d providers."), 1 << MUNICIPALITY_BITS,
                   1 << PROVIDER_BITS);
      return FALSE;
    }
  slot = slot_of (map, number_key (map, number), municipality_id);
  if (slot->id == 0)
    map->n++;
  slot->number = number_key (map, number);
  slot->id = ref->id;
  slot->places = (guint32) municipality_id << PROVIDER_BITS | (guint32) ref->provider_id;
  if (map->n * 4 > map->capacity * 3)
    grow (map);
  return TRUE;
}

gboolean
ps_assignment_map_load (PsAssignmentMap *map, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  if (map->whole)
    return TRUE;
  select = ps_sql_prepare (map->store, "SELECT id, provider_id, municipality_id, number FROM assignment", error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (map->store, select, &row, error))
    {
      PsAssignmentRef ref;

      if (!row)
        {
          map->whole = TRUE;
          return TRUE;
        }
      ref.id = sqlite3_column_int64 (select, 0);
      ref.provider_id = sqlite3_column_int64 (select, 1);
      if (!ps_assignment_map_set (map, sqlite3_column_int64 (select, 2), (const char *) sqlite3_column_text (select, 3), &ref,
                                  error))
        return FALSE;
    }
  return FALSE;
}

/* Asks the database, and remembers the answer. */
static gboolean
ask (PsAssignmentMap *map, gint64 municipality_id, const char *number, PsAssignmentRef *ref, GError **error)
{
  gboolean row;

  map->n_asked++;
  sqlite3_bind_int64 (map->select, 1, municipality_id);
  ps_sql_bind_text (map->select, 2, number);
  if (!ps_sql_step_row (map->store, map->select, &row, error))
    return FALSE;
  if (row)
    {
      ref->id = sqlite3_column_int64 (map->select, 0);
      ref->provider_id = sqlite3_column_int64 (map->select, 1);
      sqlite3_reset (map->select);
      return ps_assignment_map_set (map, municipality_id, number, ref, error);
    }
  return TRUE;
}

gboolean
ps_assignment_map_find (PsAssignmentMap *map, gint64 municipality_id, const char *number, PsAssignmentRef *ref, GError **error)
{
  const Slot *slot = slot_of (map, number_key (map, number), municipality_id);

  ref->id = slot->id;
  ref->provider_id = slot->places & ((1 << PROVIDER_BITS) - 1);
  if (slot->id != 0 || map->whole)
    return TRUE;
  if (map->n_asked < MIN_QUESTIONS || map->n_asked * 8 < map->n_stored)
    return ask (map, municipality_id, number, ref, error);
  return ps_assignment_map_load (map, error) && ps_assignment_map_find (map, municipality_id, number, ref, error);
}

gboolean
ps_assignment_map_is_whole (const PsAssignmentMap *map)
{
  return map->whole;
}

gsize
ps_assignment_map_size (const PsAssignmentMap *map)
{
  return map->capacity * sizeof (Slot);
}
