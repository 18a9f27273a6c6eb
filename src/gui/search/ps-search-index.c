/* ps-search-index.c: everything of a region that has a name or a number, to be found by a part of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * An item has keys: its title, its code, and more. A word of what is typed fits a key at its beginning (best), at the beginning of one
 * of its words, or inside. An item is found when every word fits one of its keys; it is as good as its words together, and of two that
 * are equally good the one whose title was meant comes first.
 */
#define G_LOG_DOMAIN "peilstok-search"

#include "ps-search-index.h"

#include <string.h>

#include "gui/ps-fold.h"

/* How well a word fits: higher is better. */
enum
{
  FITS_NOT = 0,
  FITS_INSIDE = 1,
  FITS_WORD = 4,
  FITS_START = 8,
  FITS_WHOLE = 12,
  OF_TITLE = 1, /* added where the key is the title or the code */
};

typedef struct
{
  PsSearchItem item;
  GPtrArray *keys; /* char *, folded; the first two are of the title and the code */
  char *order;     /* folded title */
} Entry;

struct _PsSearchIndex
{
  GPtrArray *entries;
};

typedef struct
{
  const Entry *entry;
  int score;
} Hit;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->keys);
  g_free (entry->order);
  g_free (entry->item.code);
  g_free (entry->item.title);
  g_free (entry->item.detail);
  g_free (entry);
}

PsSearchIndex *
ps_search_index_new (void)
{
  PsSearchIndex *index = g_new0 (PsSearchIndex, 1);

  index->entries = g_ptr_array_new_with_free_func (entry_free);
  return index;
}

void
ps_search_index_free (PsSearchIndex *index)
{
  if (index == NULL)
    return;
  g_ptr_array_unref (index->entries);
  g_free (index);
}

void
ps_search_index_add (PsSearchIndex *index, PsFoundKind kind, gint64 id, const char *code, const char *title, const char *detail,
                     const char *const *keys)
{
  Entry *entry = g_new0 (Entry, 1);

  g_return_if_fail (title != NULL);

  entry->item = (PsSearchItem){ kind, id, g_strdup (code), g_strdup (title), g_strdup (detail) };
  entry->order = ps_fold (title);
  entry->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (entry->keys, ps_fold (title));
  g_ptr_array_add (entry->keys, ps_fold (code != NULL ? code : ""));
  for (; keys != NULL && *keys != NULL; keys++)
    g_ptr_array_add (entry->keys, ps_fold (*keys));
  g_ptr_array_add (index->entries, entry);
}

guint
ps_search_index_size (const PsSearchIndex *index)
{
  return index->entries->len;
}

/* Matching */

/* Whether a word begins at `at`: after anything that is not a letter or a digit. */
static gboolean
begins_word (const char *key, const char *at)
{
  gunichar before;

  if (at == key)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before);
}

static int
fit (const char *key, const char *word)
{
  gsize length = strlen (word);
  int best = FITS_NOT;

  if (strncmp (key, word, length) == 0)
    return key[length] == '\0' ? FITS_WHOLE : FITS_START;
  for (const char *at = strstr (key, word); at != NULL && best < FITS_WORD; at = strstr (at + 1, word))
    best = begins_word (key, at) ? FITS_WORD : FITS_INSIDE;
  return best;
}

static int
fit_word (const Entry *entry, const char *word)
{
  int best = FITS_NOT;

  for (guint i = 0; i < entry->keys->len; i++)
    {
      int fits = fit (g_ptr_array_index (entry->keys, i), word);

      if (fits != FITS_NOT && i < 2)
        fits += OF_TITLE;
      best = MAX (best, fits);
    }
  return best;
}

/* FITS_NOT: a word fits nowhere. */
static int
fit_all (const Entry *entry, char **words)
{
  int sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int fits = words[i][0] != '\0' ? fit_word (entry, words[i]) : FITS_INSIDE;

      if (fits == FITS_NOT)
        return FITS_NOT;
      sum += fits;
    }
  return sum;
}

/* Order */

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return strcmp (first->entry->order, second->entry->order);
}

typedef struct
{
  GArray *hits; /* Hit */
  int best;
  PsFoundKind kind;
} Group;

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *first = a, *second = b;

  if (first->best != second->best)
    return first->best > second->best ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

static void
collect (const PsSearchIndex *index, char **words, Group *groups)
{
  for (guint i = 0; i < index->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (index->entries, i);
      Hit hit = { entry, fit_all (entry, words) };
      Group *group = &groups[entry->item.kind];

      if (hit.score == FITS_NOT)
        continue;
      g_array_append_val (group->hits, hit);
      group->best = MAX (group->best, hit.score);
    }
}

static void
take_best (Group *group, guint most, GPtrArray *found)
{
  g_array_sort (group->hits, compare_hits);
  for (guint i = 0; i < group->hits->len && i < most; i++)
    g_ptr_array_add (found, (gpointer) &g_array_index (group->hits, Hit, i).entry->item);
}

GPtrArray *
ps_search_index_find (const PsSearchIndex *index, const char *text, guint most)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = g_strstrip (ps_fold (text));
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  Group groups[PS_N_FOUND];

  if (folded[0] == '\0')
    return found;
  for (guint i = 0; i < PS_N_FOUND; i++)
    groups[i] = (Group){ g_array_new (FALSE, FALSE, sizeof (Hit)), 0, (PsFoundKind) i };
  collect (index, words, groups);
  qsort (groups, PS_N_FOUND, sizeof *groups, compare_groups);
  for (guint i = 0; i < PS_N_FOUND; i++)
    {
      take_best (&groups[i], most, found);
      g_array_unref (groups[i].hits);
    }
  return found;
}
