/* ps-dossier.c: a settlement with everything that it was computed from (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-private.h"

PsMessageKeys *
ps_message_keys_new (void)
{
  PsMessageKeys *keys = g_new0 (PsMessageKeys, 1);

  keys->references = g_ptr_array_new_with_free_func (g_free);
  keys->declarations = g_ptr_array_new_with_free_func (g_free);
  keys->assignments = g_ptr_array_new_with_free_func (g_free);
  keys->clients = g_ptr_array_new_with_free_func (g_free);
  return keys;
}

void
ps_message_keys_free (PsMessageKeys *keys)
{
  if (keys == NULL)
    return;
  g_ptr_array_unref (keys->references);
  g_ptr_array_unref (keys->declarations);
  g_ptr_array_unref (keys->assignments);
  g_ptr_array_unref (keys->clients);
  g_free (keys);
}

void
ps_dossier_free (PsDossier *dossier)
{
  if (dossier == NULL)
    return;
  ps_settlement_free (dossier->settlement);
  g_clear_pointer (&dossier->line_places, g_hash_table_unref);
  g_clear_pointer (&dossier->assignment_places, g_hash_table_unref);
  g_array_unref (dossier->sources);
  ps_message_keys_free (dossier->keys);
  ps_production_free (dossier->production);
  ps_region_free (dossier->own_region);
  g_free (dossier->facts.program_version);
  g_free (dossier);
}

/* The keys point into the production, which does not change any more. */
void
ps_dossier_index (PsDossier *dossier)
{
  GArray *lines = dossier->production->lines, *assignments = dossier->production->assignments;

  dossier->line_places = g_hash_table_new (g_int64_hash, g_int64_equal);
  dossier->assignment_places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (dossier->line_places, &g_array_index (lines, PsLine, i).id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < assignments->len; i++)
    g_hash_table_insert (dossier->assignment_places, &g_array_index (assignments, PsAssignment, i).id, GUINT_TO_POINTER (i + 1));
}

PsDossier *
ps_dossier_assemble (const PsRegion *region, PsRegion *own_region, PsProduction *production, PsMessageKeys *keys,
                     const PsDossierFacts *facts)
{
  PsDossier *dossier = g_new0 (PsDossier, 1);

  g_assert (keys->references->len == production->lines->len && keys->declarations->len == production->lines->len);
  g_assert (keys->assignments->len == production->assignments->len);

  dossier->region = region;
  dossier->own_region = own_region;
  dossier->production = production;
  dossier->keys = keys;
  dossier->sources = g_array_new (FALSE, TRUE, sizeof (PsSource));
  dossier->facts.agreed_on = facts->agreed_on;
  dossier->facts.version_number = facts->version_number;
  dossier->facts.program_version = g_strdup (facts->program_version != NULL ? facts->program_version : "");
  ps_dossier_index (dossier);
  return dossier;
}

static gboolean
settle (PsDossier *dossier, int year, PsDate through, GError **error)
{
  PsSettleOptions options = { .year = year, .through = through, .warnings = TRUE, .sources = dossier->sources };

  dossier->settlement = ps_settle (dossier->region, dossier->production, &options, error);
  if (dossier->settlement == NULL)
    return FALSE;
  /* Without an agreement there is no version of one. */
  if (dossier->settlement->agreement == NULL)
    {
      dossier->facts.version_number = 0;
      dossier->facts.agreed_on = PS_DATE_OPEN;
    }
  ps_sources_put_in_order (dossier);
  return TRUE;
}

/**
 * ps_dossier_new: a provider's year up to a day, settled, with all that it was computed from.
 * @region: borrowed; must live as long
 * @production: (transfer full): its messages
 * @keys: (transfer full): the words of the same rows
 * @facts: what the region does not say; copied
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW
 */
PsDossier *
ps_dossier_new (const PsRegion *region, PsProduction *production, PsMessageKeys *keys, int year, PsDate through,
                const PsDossierFacts *facts, GError **error)
{
  g_autoptr (PsDossier) dossier = NULL;

  ps_production_trim (production, keys, region, year, through);
  ps_production_put_in_order (production, keys);
  dossier = ps_dossier_assemble (region, NULL, production, keys, facts);
  return settle (dossier, year, through, error) ? g_steal_pointer (&dossier) : NULL;
}

/**
 * ps_dossier_again: the same inputs settled by this program; what the dossier says they came to is not looked at.
 *
 * Returns: (transfer full): lives by itself where `dossier` does; NULL with PS_CORE_ERROR_OVERFLOW
 */
PsDossier *
ps_dossier_again (const PsDossier *dossier, GError **error)
{
  PsRegion *own_region = dossier->own_region != NULL ? ps_region_copy (dossier->own_region) : NULL;
  PsDossierFacts facts = dossier->facts;
  g_autofree char *program = g_strdup (PS_VERSION);
  g_autoptr (PsDossier) again = NULL;

  facts.program_version = program;
  again = ps_dossier_assemble (own_region != NULL ? own_region : dossier->region, own_region,
                               ps_production_copy (dossier->production), ps_message_keys_copy (dossier->keys), &facts);
  return settle (again, dossier->settlement->year, dossier->settlement->through, error) ? g_steal_pointer (&again) : NULL;
}

static guint
place_of (GHashTable *places, gint64 id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));

  return found > 0 ? found - 1 : PS_NONE;
}

/**
 * ps_dossier_line_of: the place in the production of the declaration line that a source is about; PS_NONE: of none.
 */
guint
ps_dossier_line_of (const PsDossier *dossier, const PsSource *source)
{
  return source->kind == PS_SOURCE_LINE ? place_of (dossier->line_places, source->id) : PS_NONE;
}

/**
 * ps_dossier_assignment_of: the place in the production of the assignment that a source is about, of a line that line's; PS_NONE:
 * of none.
 */
guint
ps_dossier_assignment_of (const PsDossier *dossier, const PsSource *source)
{
  guint line = ps_dossier_line_of (dossier, source);

  if (line != PS_NONE)
    return g_array_index (dossier->production->lines, PsLine, line).assignment;
  if (source->kind == PS_SOURCE_TRAJECT || source->kind == PS_SOURCE_CARE_DAYS)
    return place_of (dossier->assignment_places, source->id);
  return PS_NONE;
}

gboolean
ps_signal_is_of_line (PsSignalKind kind)
{
  return kind >= PS_SIGNAL_NO_PATH && kind < PS_N_SIGNALS;
}
