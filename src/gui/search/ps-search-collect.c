/* ps-search-collect.c: what of a region can be found
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-search"

#include "ps-search-collect.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-sections.h"
#include "store/ps-desk.h"
#include "store/ps-letters.h"
#include "store/ps-settlements.h"

typedef struct
{
  PsSettledRef *figures;
  int year;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  ps_settled_ref_free (source->figures);
  g_free (source);
}

const char *
ps_search_kind_title (PsFoundKind kind)
{
  switch (kind)
    {
    case PS_FOUND_PAGE:
      return _("Pages");
    case PS_FOUND_PROVIDER:
      return _("Providers");
    case PS_FOUND_AGREEMENT:
      return _("Performance agreements");
    case PS_FOUND_SETTLEMENT:
      return _("Settlements");
    case PS_FOUND_LETTER:
      return _("Letters");
    case PS_FOUND_PEILDATUM:
      return _("Peildata");
    case PS_FOUND_CONTRACT:
      return _("Contracts");
    case PS_FOUND_PRODUCT:
      return _("Products");
    case PS_FOUND_SCHEME:
      return _("Payment schemes");
    case PS_FOUND_GROUP:
      return _("Product groups");
    case PS_FOUND_SEGMENT:
      return _("Segments");
    case PS_FOUND_MUNICIPALITY:
      return _("Municipalities");
    case PS_N_FOUND:
    default:
      g_return_val_if_reached ("");
    }
}

static void
add_pages (PsSearchIndex *index)
{
  guint n_sections;
  const PsSection *sections = _ps_window_list_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    ps_search_index_add (index, PS_FOUND_PAGE, 0, sections[i].name, _ (sections[i].title), NULL, NULL);
}

/* What is there of it, with a point between; owned by the caller. */
static char *
join (const char *first, const char *second)
{
  if (first == NULL || first[0] == '\0')
    return g_strdup (second);
  return second == NULL || second[0] == '\0' ? g_strdup (first) : g_strdup_printf ("%s · %s", first, second);
}

static void
add_providers (PsSearchIndex *index, const PsRegion *region)
{
  for (guint i = 0; i < region->providers->len; i++)
    {
      const PsProvider *provider = ps_region_provider (region, i);
      g_autofree char *detail = join (provider->agb, provider->place);
      const char *keys[] = { provider->kvk, provider->place, NULL };

      /* Without a Chamber of Commerce number the place comes first: NULL would end the keys. */
      if (provider->kvk == NULL)
        keys[0] = provider->place;
      ps_search_index_add (index, PS_FOUND_PROVIDER, provider->id, provider->agb, provider->name, detail, keys);
    }
}

static void
add_agreements (PsSearchIndex *index, const PsRegion *region, int year)
{
  for (guint i = 0; i < region->agreements->len; i++)
    {
      const PsAgreement *agreement = &g_array_index (region->agreements, PsAgreement, i);
      const PsProvider *provider = ps_region_provider (region, agreement->provider);
      g_autofree char *detail = g_strdup_printf ("%s · %d", provider->agb, year);

      if (agreement->year == year)
        ps_search_index_add (index, PS_FOUND_AGREEMENT, agreement->id, provider->agb, provider->name, detail, NULL);
    }
}

static void
add_products (PsSearchIndex *index, const PsRegion *region)
{
  for (guint i = 0; i < region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (region, i);
      g_autofree char *detail = join (product->code, ps_region_group (region, product->group)->code);

      ps_search_index_add (index, PS_FOUND_PRODUCT, product->id, product->code, product->name, detail, NULL);
    }
}

/* A name where it has one, else its code. */
static void
add_coded (PsSearchIndex *index, PsFoundKind kind, gint64 id, const char *code, const char *name)
{
  gboolean named = name != NULL && name[0] != '\0';

  ps_search_index_add (index, kind, id, code, named ? name : code, named ? code : NULL, NULL);
}

static void
add_small (PsSearchIndex *index, const PsRegion *region)
{
  for (guint i = 0; i < region->schemes->len; i++)
    {
      const PsScheme *scheme = ps_region_scheme (region, i);

      ps_search_index_add (index, PS_FOUND_SCHEME, scheme->id, scheme->name, scheme->name, NULL, NULL);
    }
  for (guint i = 0; i < region->groups->len; i++)
    {
      const PsProductGroup *group = ps_region_group (region, i);

      add_coded (index, PS_FOUND_GROUP, group->id, group->code, group->name);
    }
  for (guint i = 0; i < region->segments->len; i++)
    {
      const PsSegment *segment = ps_region_segment (region, i);

      add_coded (index, PS_FOUND_SEGMENT, segment->id, segment->code, segment->name);
    }
  for (guint i = 0; i < region->municipalities->len; i++)
    {
      const PsMunicipality *municipality = ps_region_municipality (region, i);

      add_coded (index, PS_FOUND_MUNICIPALITY, municipality->id, municipality->code, municipality->name);
    }
}

static void
add_contract (PsSearchIndex *index, const PsRegion *region, const PsContract *contract)
{
  const PsProvider *provider = ps_region_provider (region, contract->provider);
  g_autofree char *start = ps_format_date (contract->start);
  g_autofree char *detail = g_strdup_printf (_("%s · from %s"), provider->name, start);
  const char *keys[] = { provider->name, NULL };

  ps_search_index_add (index, PS_FOUND_CONTRACT, contract->id, provider->agb, contract->number, detail, keys);
}

static gboolean
add_contracts (PsSearchIndex *index, PsStore *store, const PsRegion *region, GError **error)
{
  g_autoptr (GPtrArray) contracts = ps_desk_load_contracts (store, region, PS_NONE, error);

  if (contracts == NULL)
    return FALSE;
  for (guint i = 0; i < contracts->len; i++)
    add_contract (index, region, g_ptr_array_index (contracts, i));
  return TRUE;
}

/* By its number, its year, and whom it is of. */
static void
add_settlement (PsSearchIndex *index, const PsStored *stored)
{
  g_autofree char *code = g_strdup_printf ("%d:%s", stored->year, stored->agb);
  g_autofree char *title = g_strdup_printf (_("%s, settlement %d"), stored->provider, stored->year);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, stored->id);
  /* Translators: the number of a settlement, and its state */
  g_autofree char *detail = g_strdup_printf (_("no. %s · %s"), number, ps_settlement_state_label (stored->state));
  const char *keys[] = { number, stored->agb, NULL };

  ps_search_index_add (index, PS_FOUND_SETTLEMENT, stored->id, code, title, detail, keys);
}

static gboolean
add_settlements (PsSearchIndex *index, PsStore *store, GError **error)
{
  g_autoptr (GPtrArray) settlements = ps_settlements_list (store, 0, NULL, error);

  for (guint i = 0; settlements != NULL && i < settlements->len; i++)
    add_settlement (index, g_ptr_array_index (settlements, i));
  return settlements != NULL;
}

/* By its number ("BB-2024-0007"), its kind, its provider; a draft has no number yet. */
static void
add_letter (PsSearchIndex *index, const PsLetter *letter)
{
  gboolean draft = letter->number == 0;
  g_autofree char *code = g_strdup_printf ("%d:%s", letter->year, draft ? letter->agb : letter->number_text);
  g_autofree char *day = ps_format_date (letter->peildatum);
  /* Translators: a letter that has no number yet, to this provider */
  g_autofree char *title = draft ? g_strdup_printf (_("Draft letter to %s"), letter->provider) : g_strdup (letter->number_text);
  g_autofree char *about =
      g_strdup_printf ("%s · %s · %s", ps_letter_kind_label (letter->kind), day, ps_letter_state_label (letter->state));
  g_autofree char *detail = draft ? g_strdup (about) : g_strdup_printf ("%s · %s", letter->provider, about);
  const char *keys[] = { letter->provider, letter->agb, ps_letter_kind_label (letter->kind), NULL };

  ps_search_index_add (index, PS_FOUND_LETTER, letter->id, code, title, detail, keys);
}

static gboolean
add_letters (PsSearchIndex *index, PsStore *store, GError **error)
{
  PsLetterQuery query = { 0 };
  g_autoptr (GPtrArray) letters = ps_letters_list (store, &query, error);

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    add_letter (index, g_ptr_array_index (letters, i));
  return letters != NULL;
}

/* By its day as people write it and as files do, and by its label. */
static void
add_peildata (PsSearchIndex *index, const PsRegion *region)
{
  for (guint i = 0; i < region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i);
      g_autofree char *iso = ps_date_to_iso (peildatum->date);
      g_autofree char *code = g_strdup_printf ("%d:%s", ps_date_year (peildatum->date), iso);
      g_autofree char *day = ps_format_date (peildatum->date);
      g_autofree char *title = g_strdup_printf (_("Peildatum %s"), day);
      const char *keys[] = { iso, day, peildatum->label, NULL };

      ps_search_index_add (index, PS_FOUND_PEILDATUM, peildatum->id, code, title, peildatum->label, keys);
    }
}

static gpointer
collect (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Source *source = data;
  const PsRegion *region = ps_settled_ref_get (source->figures)->region;
  g_autoptr (PsSearchIndex) index = ps_search_index_new ();

  add_pages (index);
  add_providers (index, region);
  add_agreements (index, region, source->year);
  add_products (index, region);
  add_small (index, region);
  add_peildata (index, region);
  if (!add_contracts (index, store, region, error) || !add_settlements (index, store, error)
      || !add_letters (index, store, error))
    return NULL;
  return g_steal_pointer (&index);
}

void
ps_search_collect_async (PsSession *session, GAsyncReadyCallback callback, gpointer user_data)
{
  Source *source = g_new0 (Source, 1);

  g_return_if_fail (ps_session_get_settled (session) != NULL);

  source->figures = ps_session_ref_settled (session);
  source->year = ps_session_get_year (session);
  ps_session_run_async (session, collect, source, source_free, (GDestroyNotify) ps_search_index_free, callback, user_data);
}

PsSearchIndex *
ps_search_collect_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
