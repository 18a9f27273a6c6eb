/* ps-region.c: the agreements side of a region in memory
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-region.h"

#include <string.h>

/* domain.md §7: the region's, where it has not chosen its own */
#define DEFAULT_BANDWIDTH_BP 500
#define DEFAULT_NOTICE_BP 7000
#define DEFAULT_ANSWER_DAYS 10

static void
clear_municipality (PsMunicipality *municipality)
{
  g_free (municipality->code);
  g_free (municipality->name);
}

static void
clear_segment (PsSegment *segment)
{
  g_free (segment->code);
  g_free (segment->name);
}

static void
clear_group (PsProductGroup *group)
{
  g_free (group->code);
  g_free (group->name);
}

static void
clear_provider (PsProvider *provider)
{
  g_free (provider->agb);
  g_free (provider->name);
  g_free (provider->kvk);
  g_free (provider->email);
  g_free (provider->place);
}

static void
clear_product (PsProduct *product)
{
  g_free (product->code);
  g_free (product->name);
}

static void
clear_scheme (PsScheme *scheme)
{
  g_free (scheme->name);
  g_clear_pointer (&scheme->bands, g_array_unref);
  g_clear_pointer (&scheme->norm_steps, g_array_unref);
}

static void
clear_agreement (PsAgreement *agreement)
{
  g_clear_pointer (&agreement->lines, g_array_unref);
}

static void
clear_peildatum (PsPeildatum *peildatum)
{
  g_free (peildatum->label);
}

static GArray *
new_array (gsize element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

/**
 * ps_region_new: an empty region. Its maker appends to the arrays, in their orders, and calls ps_region_index() at the end.
 */
PsRegion *
ps_region_new (void)
{
  PsRegion *region = g_new0 (PsRegion, 1);

  region->name = g_strdup ("");
  region->under_bp = DEFAULT_BANDWIDTH_BP;
  region->over_bp = DEFAULT_BANDWIDTH_BP;
  region->notice_bp = DEFAULT_NOTICE_BP;
  region->answer_days = DEFAULT_ANSWER_DAYS;
  region->municipalities = new_array (sizeof (PsMunicipality), (GDestroyNotify) clear_municipality);
  region->segments = new_array (sizeof (PsSegment), (GDestroyNotify) clear_segment);
  region->groups = new_array (sizeof (PsProductGroup), (GDestroyNotify) clear_group);
  region->providers = new_array (sizeof (PsProvider), (GDestroyNotify) clear_provider);
  region->products = new_array (sizeof (PsProduct), (GDestroyNotify) clear_product);
  region->tariffs = new_array (sizeof (PsTariff), NULL);
  region->schemes = new_array (sizeof (PsScheme), (GDestroyNotify) clear_scheme);
  region->agreements = new_array (sizeof (PsAgreement), (GDestroyNotify) clear_agreement);
  region->peildata = new_array (sizeof (PsPeildatum), (GDestroyNotify) clear_peildatum);
  return region;
}

void
ps_region_free (PsRegion *region)
{
  if (region == NULL)
    return;
  g_free (region->name);
  g_array_unref (region->municipalities);
  g_array_unref (region->segments);
  g_array_unref (region->groups);
  g_array_unref (region->providers);
  g_array_unref (region->products);
  g_array_unref (region->tariffs);
  g_array_unref (region->schemes);
  g_array_unref (region->agreements);
  g_array_unref (region->peildata);
  g_free (region->tariff_starts);
  g_free (region);
}

static int
compare_uint (guint a, guint b)
{
  return (a > b) - (a < b);
}

static int
compare_tariffs (gconstpointer a, gconstpointer b)
{
  const PsTariff *x = a, *y = b;
  int order = compare_uint (x->product, y->product);

  if (order == 0)
    order = compare_uint (x->provider, y->provider);
  return order != 0 ? order : (x->from > y->from) - (x->from < y->from);
}

static int
compare_agreements (gconstpointer a, gconstpointer b)
{
  const PsAgreement *x = a, *y = b;
  int order = compare_uint (x->provider, y->provider);

  return order != 0 ? order : x->year - y->year;
}

static int
compare_agreement_lines (gconstpointer a, gconstpointer b)
{
  const PsAgreementLine *x = a, *y = b;
  int order = compare_uint (x->group, y->group);

  return order != 0 ? order : compare_uint (x->municipality, y->municipality);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return ((const PsStep *) a)->from - ((const PsStep *) b)->from;
}

/* tariff_starts[p] .. tariff_starts[p + 1] are the tariffs of product p. */
static void
index_tariffs (PsRegion *region)
{
  guint n = region->products->len;
  guint next = 0;

  g_array_sort (region->tariffs, compare_tariffs);
  g_free (region->tariff_starts);
  region->tariff_starts = g_new0 (guint, n + 1);
  for (guint product = 0; product <= n; product++)
    {
      while (next < region->tariffs->len && ps_region_tariff (region, next)->product < product)
        next++;
      region->tariff_starts[product] = next;
    }
}

/**
 * ps_region_index: puts tariffs, steps, agreements and their lines in order and makes what finds them fast. To be called once
 * after the arrays have been filled; things with a code must have been appended by code already, for others refer to their places.
 */
void
ps_region_index (PsRegion *region)
{
  index_tariffs (region);
  g_array_sort (region->agreements, compare_agreements);
  for (guint i = 0; i < region->agreements->len; i++)
    g_array_sort (g_array_index (region->agreements, PsAgreement, i).lines, compare_agreement_lines);
  for (guint i = 0; i < region->schemes->len; i++)
    {
      PsScheme *scheme = &g_array_index (region->schemes, PsScheme, i);

      g_array_sort (scheme->bands, compare_steps);
      g_array_sort (scheme->norm_steps, compare_steps);
    }
}

/* One thing by its place in the region's arrays; the place must exist. Borrowed from the region. */
#define DEFINE_GETTER(Type, name, array)                                                                                         \
  const Type *ps_region_##name (const PsRegion *region, guint place)                                                             \
  {                                                                                                                              \
    g_assert (place < region->array->len);                                                                                       \
    return &g_array_index (region->array, Type, place);                                                                          \
  }

DEFINE_GETTER (PsMunicipality, municipality, municipalities)
DEFINE_GETTER (PsSegment, segment, segments)
DEFINE_GETTER (PsProductGroup, group, groups)
DEFINE_GETTER (PsProvider, provider, providers)
DEFINE_GETTER (PsProduct, product, products)
DEFINE_GETTER (PsTariff, tariff, tariffs)
DEFINE_GETTER (PsScheme, scheme, schemes)
DEFINE_GETTER (PsPeildatum, peildatum, peildata)

/* Every thing with a code has it as the first text after its id, so one search serves all. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (PsMunicipality, code) == G_STRUCT_OFFSET (PsProvider, agb));
G_STATIC_ASSERT (G_STRUCT_OFFSET (PsMunicipality, code) == G_STRUCT_OFFSET (PsProduct, code));
G_STATIC_ASSERT (G_STRUCT_OFFSET (PsMunicipality, code) == G_STRUCT_OFFSET (PsProductGroup, code));

static guint
find_by_code (const GArray *array, const char *code)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *element = array->data + (gsize) middle * g_array_get_element_size ((GArray *) array);
      const char *candidate = G_STRUCT_MEMBER (char *, element, G_STRUCT_OFFSET (PsMunicipality, code));
      int order = strcmp (candidate, code);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return PS_NONE;
}

/**
 * ps_region_find_provider: the place of the provider with this AGB code, or PS_NONE.
 */
guint
ps_region_find_provider (const PsRegion *region, const char *agb)
{
  return find_by_code (region->providers, agb);
}

/**
 * ps_region_find_product: the place of the product with this code, or PS_NONE.
 */
guint
ps_region_find_product (const PsRegion *region, const char *code)
{
  return find_by_code (region->products, code);
}

/**
 * ps_region_find_municipality: the place of the municipality with this CBS code, or PS_NONE.
 */
guint
ps_region_find_municipality (const PsRegion *region, const char *code)
{
  return find_by_code (region->municipalities, code);
}

/**
 * ps_region_find_group: the place of the product group with this code, or PS_NONE.
 */
guint
ps_region_find_group (const PsRegion *region, const char *code)
{
  return find_by_code (region->groups, code);
}

/**
 * ps_region_find_agreement: what was agreed with a provider for a year, or NULL. Borrowed from the region.
 */
const PsAgreement *
ps_region_find_agreement (const PsRegion *region, guint provider, int year)
{
  PsAgreement key = { .provider = provider, .year = year };
  guint place;

  if (!g_array_binary_search (region->agreements, &key, compare_agreements, &place))
    return NULL;
  return &g_array_index (region->agreements, PsAgreement, place);
}

/**
 * ps_agreement_find_line: the agreement's line of a product group and municipality, or NULL. Borrowed from the agreement.
 */
const PsAgreementLine *
ps_agreement_find_line (const PsAgreement *agreement, guint group, guint municipality)
{
  PsAgreementLine key = { .group = group, .municipality = municipality };
  guint place;

  if (!g_array_binary_search (agreement->lines, &key, compare_agreement_lines, &place))
    return NULL;
  return &g_array_index (agreement->lines, PsAgreementLine, place);
}
