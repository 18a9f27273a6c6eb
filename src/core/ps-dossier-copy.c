/* ps-dossier-copy.c: copies of what a dossier owns
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-private.h"

static gpointer
copy_string (gconstpointer string, gpointer user_data)
{
  return g_strdup (string);
}

static GPtrArray *
copy_strings (GPtrArray *strings)
{
  GPtrArray *copy = g_ptr_array_copy (strings, copy_string, NULL);

  g_ptr_array_set_free_func (copy, g_free);
  return copy;
}

PsMessageKeys *
ps_message_keys_copy (const PsMessageKeys *keys)
{
  PsMessageKeys *copy = g_new0 (PsMessageKeys, 1);

  copy->references = copy_strings (keys->references);
  copy->declarations = copy_strings (keys->declarations);
  copy->assignments = copy_strings (keys->assignments);
  copy->clients = copy_strings (keys->clients);
  return copy;
}

static void
append_all (GArray *to, const GArray *from)
{
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

PsProduction *
ps_production_copy (const PsProduction *production)
{
  PsProduction *copy = ps_production_new (production->provider);

  append_all (copy->assignments, production->assignments);
  append_all (copy->care, production->care);
  append_all (copy->lines, production->lines);
  append_all (copy->advances, production->advances);
  append_all (copy->measurements, production->measurements);
  return copy;
}

/* Copies the elements, and then the strings at these offsets in each of them. */
static void
copy_named (GArray *to, const GArray *from, const gsize *offsets, guint n_offsets)
{
  gsize size = g_array_get_element_size (to);

  append_all (to, from);
  for (guint i = 0; i < to->len; i++)
    for (guint k = 0; k < n_offsets; k++)
      {
        char **string = &G_STRUCT_MEMBER (char *, to->data + i * size, offsets[k]);

        *string = g_strdup (*string);
      }
}

#define COPY_NAMED(array, ...)                                                                                                   \
  {                                                                                                                              \
    const gsize offsets[] = { __VA_ARGS__ };                                                                                     \
    copy_named (copy->array, region->array, offsets, G_N_ELEMENTS (offsets));                                                    \
  }

static void
copy_lists (PsRegion *copy)
{
  for (guint i = 0; i < copy->schemes->len; i++)
    {
      PsScheme *scheme = &g_array_index (copy->schemes, PsScheme, i);

      scheme->bands = g_array_copy (scheme->bands);
      scheme->norm_steps = g_array_copy (scheme->norm_steps);
    }
  for (guint i = 0; i < copy->agreements->len; i++)
    {
      PsAgreement *agreement = &g_array_index (copy->agreements, PsAgreement, i);

      agreement->lines = g_array_copy (agreement->lines);
    }
}

PsRegion *
ps_region_copy (const PsRegion *region)
{
  PsRegion *copy = ps_region_new ();

  g_free (copy->name);
  copy->name = g_strdup (region->name);
  copy->under_bp = region->under_bp;
  copy->over_bp = region->over_bp;
  COPY_NAMED (municipalities, offsetof (PsMunicipality, code), offsetof (PsMunicipality, name));
  COPY_NAMED (segments, offsetof (PsSegment, code), offsetof (PsSegment, name));
  COPY_NAMED (groups, offsetof (PsProductGroup, code), offsetof (PsProductGroup, name));
  COPY_NAMED (providers, offsetof (PsProvider, agb), offsetof (PsProvider, name), offsetof (PsProvider, kvk),
              offsetof (PsProvider, email), offsetof (PsProvider, place));
  COPY_NAMED (products, offsetof (PsProduct, code), offsetof (PsProduct, name));
  COPY_NAMED (schemes, offsetof (PsScheme, name));
  COPY_NAMED (peildata, offsetof (PsPeildatum, label));
  append_all (copy->tariffs, region->tariffs);
  append_all (copy->agreements, region->agreements);
  copy_lists (copy);
  ps_region_index (copy);
  return copy;
}
