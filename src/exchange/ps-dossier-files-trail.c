/* ps-dossier-files-trail.c: who did what to a settlement and to what it came from
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-dossier-files-private.h"

#include <string.h>

#include "ps-history-csv.h"

#define DECISIONS "lines:"

/* Of what, by the names of the trail. */
static GStrv
things_of (const PsStored *stored)
{
  GStrvBuilder *things = g_strv_builder_new ();
  g_autofree char *settlement = g_strdup_printf ("settlement:%s:%d:%" G_GINT64_FORMAT, stored->agb, stored->year, stored->id);
  g_autofree char *statement = g_strdup_printf ("statement:%s:%d", stored->agb, stored->year);
  g_autofree char *agreement = g_strdup_printf ("agreement:%s:%d", stored->agb, stored->year);
  g_autofree char *lines = g_strconcat (DECISIONS, stored->agb, NULL);
  GStrv names;

  g_strv_builder_add_many (things, settlement, statement, agreement, lines, NULL);
  names = g_strv_builder_end (things);
  g_strv_builder_unref (things);
  return names;
}

/* By id: a record that is about two of them is told once. */
static gboolean
add_records (PsStore *store, const char *thing, GHashTable *known, GPtrArray *records, GError **error)
{
  PsHistoryQuery query = { .thing = thing };
  g_autoptr (GPtrArray) found = ps_history_load (store, &query, error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      PsHistoryRecord *record = g_ptr_array_index (found, i);

      if (g_hash_table_add (known, &record->id))
        g_ptr_array_add (records, record);
      else
        ps_history_record_free (record);
    }
  return TRUE;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  gint64 first = (*(const PsHistoryRecord *const *) a)->id, second = (*(const PsHistoryRecord *const *) b)->id;

  return (first > second) - (first < second);
}

static GPtrArray *
load_records (PsStore *store, const PsStored *stored, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_record_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto (GStrv) things = things_of (stored);

  for (guint i = 0; things[i] != NULL; i++)
    if (!add_records (store, things[i], known, records, error))
      return NULL;
  g_ptr_array_sort (records, compare_records);
  return g_steal_pointer (&records);
}

/* ---- decisions are taken of a provider's lines of any year */

static GHashTable *
references_of (const PsDossier *dossier)
{
  GHashTable *references = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dossier->keys->references->len; i++)
    g_hash_table_add (references, g_ptr_array_index (dossier->keys->references, i));
  return references;
}

/* A decision's row is called after its line: "41410001, R-20417". */
static gboolean
is_of_other_line (const PsHistoryRow *row, GHashTable *references)
{
  const char *reference = strstr (row->row, ", ");

  return reference != NULL && !g_hash_table_contains (references, reference + 2);
}

/* Takes out the rows of lines that the settlement does not know. FALSE: none is left. */
static gboolean
keep_own_lines (GPtrArray *rows, GHashTable *references)
{
  for (guint i = rows->len; i > 0; i--)
    if (is_of_other_line (g_ptr_array_index (rows, i - 1), references))
      g_ptr_array_remove_index (rows, i - 1);
  return rows->len > 0;
}

/* ---- an import is about everybody; a dossier of one provider is not */

static gboolean
is_about (const PsHistoryRecord *record, const PsStored *stored)
{
  g_auto (GStrv) things = things_of (stored);

  for (guint i = 0; things[i] != NULL; i++)
    if (g_str_has_prefix (record->thing, things[i]) && strchr (":", record->thing[strlen (things[i])]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of other records the rows of this provider's year: an agreement's and its lines' are called "41410001, 2024, …". */
static void
keep_own_year (GPtrArray *rows, const PsStored *stored)
{
  g_autofree char *name = g_strdup_printf ("%s, %d", stored->agb, stored->year);

  for (guint i = rows->len; i > 0; i--)
    {
      const PsHistoryRow *row = g_ptr_array_index (rows, i - 1);

      if (!g_str_has_prefix (row->row, name) || strchr (",", row->row[strlen (name)]) == NULL)
        g_ptr_array_remove_index (rows, i - 1);
    }
}

/* FALSE: nothing in it is about the settlement. */
static gboolean
keep_own (const PsHistoryRecord *record, const PsStored *stored, GPtrArray *rows, GHashTable *references)
{
  if (g_str_has_prefix (record->thing, DECISIONS))
    return keep_own_lines (rows, references);
  if (!is_about (record, stored))
    keep_own_year (rows, stored);
  return TRUE;
}

GString *
ps_dossier_trail_csv (PsStore *store, const PsPaper *paper, GError **error)
{
  g_autoptr (GPtrArray) records = load_records (store, paper->stored, error);
  g_autoptr (GHashTable) references = references_of (paper->dossier);
  GString *text;

  if (records == NULL)
    return NULL;
  text = g_string_new (NULL);
  ps_history_csv_append_header (text);
  for (guint i = 0; i < records->len; i++)
    {
      const PsHistoryRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) rows = ps_history_rows (store, record->id, 0, error);

      if (rows == NULL)
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      if (keep_own (record, paper->stored, rows, references))
        ps_history_csv_append (text, record, rows);
    }
  return text;
}
