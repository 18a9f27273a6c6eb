/* ps-dossier-order.c: a dossier's rows in the one order that depends on what they say only
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The same content is the same text (ps-dossier-text.h), whatever the order in which it came into the region file. Places in a
 * region are in the order of codes already.
 */
#include "ps-dossier-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_uint (guint a, guint b)
{
  return (a > b) - (a < b);
}

static int
compare_dates (PsDate a, PsDate b)
{
  return (a > b) - (a < b);
}

int
ps_care_compare (gconstpointer a, gconstpointer b)
{
  const PsCare *x = a, *y = b;
  int order = compare_dates (x->start, y->start);

  if (order == 0)
    order = compare_dates (x->stop, y->stop);
  return order != 0 ? order : (int) x->reason - (int) y->reason;
}

int
ps_advance_compare (gconstpointer a, gconstpointer b)
{
  const PsAdvance *x = a, *y = b;
  int order = compare_uint (x->product, y->product);

  if (order == 0)
    order = compare_uint (x->municipality, y->municipality);
  return order != 0 ? order : compare_dates (x->month, y->month);
}

int
ps_measurement_compare (gconstpointer a, gconstpointer b)
{
  const PsMeasurement *x = a, *y = b;
  int order = compare_uint (x->peildatum, y->peildatum);

  if (order == 0)
    order = compare_uint (x->product, y->product);
  return order != 0 ? order : compare_uint (x->municipality, y->municipality);
}

/* A row by its key, and where it was. */
typedef struct
{
  guint municipality; /* of assignments */
  const char *word;
  guint place;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *x = a, *y = b;
  int order = compare_uint (x->municipality, y->municipality);

  return order != 0 ? order : strcmp (x->word, y->word);
}

/* The strings in another order. */
static void
permute_strings (GPtrArray *strings, const GArray *order)
{
  g_autofree gpointer *before = g_memdup2 (strings->pdata, strings->len * sizeof (gpointer));

  for (guint i = 0; i < order->len; i++)
    strings->pdata[i] = before[g_array_index (order, Keyed, i).place];
}

static GArray *
order_of_assignments (const PsProduction *production, const PsMessageKeys *keys)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (Keyed), production->assignments->len);

  for (guint i = 0; i < production->assignments->len; i++)
    {
      Keyed keyed = { g_array_index (production->assignments, PsAssignment, i).municipality,
                      g_ptr_array_index (keys->assignments, i), i };

      g_array_append_val (order, keyed);
    }
  g_array_sort (order, compare_keyed);
  return order;
}

/* Assignments with their care, which is put in order too. */
static void
move_assignments (PsProduction *production, const GArray *order)
{
  GArray *assignments = g_array_sized_new (FALSE, FALSE, sizeof (PsAssignment), order->len);
  GArray *all_care = g_array_sized_new (FALSE, FALSE, sizeof (PsCare), production->care->len);

  for (guint i = 0; i < order->len; i++)
    {
      PsAssignment moved = g_array_index (production->assignments, PsAssignment, g_array_index (order, Keyed, i).place);
      PsCare *care = (PsCare *) production->care->data + moved.first_care;

      if (moved.n_care > 1)
        qsort (care, moved.n_care, sizeof (PsCare), ps_care_compare);
      moved.first_care = all_care->len;
      if (moved.n_care > 0)
        g_array_append_vals (all_care, care, moved.n_care);
      g_array_append_val (assignments, moved);
    }
  g_array_unref (production->assignments);
  g_array_unref (production->care);
  production->assignments = assignments;
  production->care = all_care;
}

static void
order_assignments (PsProduction *production, PsMessageKeys *keys)
{
  g_autoptr (GArray) order = order_of_assignments (production, keys);
  g_autofree guint *places = g_new (guint, order->len + 1);

  move_assignments (production, order);
  permute_strings (keys->assignments, order);
  for (guint i = 0; i < order->len; i++)
    places[g_array_index (order, Keyed, i).place] = i;
  for (guint i = 0; i < production->lines->len; i++)
    {
      PsLine *line = &g_array_index (production->lines, PsLine, i);

      line->assignment = places[line->assignment];
    }
}

static void
order_lines (PsProduction *production, PsMessageKeys *keys)
{
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (Keyed), production->lines->len);
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (PsLine), production->lines->len);

  for (guint i = 0; i < production->lines->len; i++)
    {
      Keyed keyed = { 0, g_ptr_array_index (keys->references, i), i };

      g_array_append_val (order, keyed);
    }
  g_array_sort (order, compare_keyed);
  for (guint i = 0; i < order->len; i++)
    g_array_append_vals (lines, &g_array_index (production->lines, PsLine, g_array_index (order, Keyed, i).place), 1);
  g_array_unref (production->lines);
  production->lines = lines;
  permute_strings (keys->references, order);
  permute_strings (keys->declarations, order);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The pseudonyms of the assignments' clients, each once, by pseudonym. */
static GPtrArray *
collect_clients (const PsProduction *production, const PsMessageKeys *keys)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *clients = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < production->assignments->len; i++)
    {
      guint client = g_array_index (production->assignments, PsAssignment, i).client;

      if (g_hash_table_add (known, g_ptr_array_index (keys->clients, client)))
        g_ptr_array_add (clients, g_strdup (g_ptr_array_index (keys->clients, client)));
    }
  g_ptr_array_sort (clients, compare_words);
  return clients;
}

/**
 * ps_production_number_clients: numbers the clients by pseudonym, for signals are found client by client; those without an
 * assignment are left out.
 */
void
ps_production_number_clients (PsProduction *production, PsMessageKeys *keys)
{
  GPtrArray *clients = collect_clients (production, keys);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < clients->len; i++)
    g_hash_table_insert (numbers, clients->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < production->assignments->len; i++)
    {
      PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      assignment->client =
          GPOINTER_TO_UINT (g_hash_table_lookup (numbers, g_ptr_array_index (keys->clients, assignment->client)));
    }
  g_ptr_array_unref (keys->clients);
  keys->clients = clients;
}

/**
 * ps_production_put_in_order: assignments by municipality and number, their care by start, lines by reference, advances and
 * measurements by key; clients numbered by pseudonym.
 */
void
ps_production_put_in_order (PsProduction *production, PsMessageKeys *keys)
{
  ps_production_number_clients (production, keys);
  order_assignments (production, keys);
  order_lines (production, keys);
  g_array_sort (production->advances, ps_advance_compare);
  g_array_sort (production->measurements, ps_measurement_compare);
}

/* Sources: by kind, place, and what they are about. */

typedef struct
{
  PsSource source;
  guint thing; /* place of its line or assignment */
} PlacedSource;

/**
 * ps_source_compare: the order of sources; things are the places of their lines or assignments, or of all of them their ids.
 */
int
ps_source_compare (const PsSource *x, gint64 x_thing, const PsSource *y, gint64 y_thing)
{
  const gint64 keys[][2] = { { x->kind, y->kind },
                             { x->group, y->group },
                             { x->municipality, y->municipality },
                             { x->product, y->product },
                             { x_thing, y_thing } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return compare_dates (x->from, y->from);
}

static guint
thing_of (const PsDossier *dossier, const PsSource *source)
{
  return source->kind == PS_SOURCE_LINE ? ps_dossier_line_of (dossier, source) : ps_dossier_assignment_of (dossier, source);
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const PlacedSource *x = a, *y = b;

  return ps_source_compare (&x->source, x->thing, &y->source, y->thing);
}

void
ps_sources_put_in_order (PsDossier *dossier)
{
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (PlacedSource), dossier->sources->len);

  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);
      PlacedSource it = { *source, thing_of (dossier, source) };

      g_array_append_val (placed, it);
    }
  g_array_sort (placed, compare_placed);
  for (guint i = 0; i < placed->len; i++)
    g_array_index (dossier->sources, PsSource, i) = g_array_index (placed, PlacedSource, i).source;
}
