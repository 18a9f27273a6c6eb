/* ps-product-facts.c: what the window says of a product: its tariff on a day, and what is missing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-product-facts.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

PsDate
ps_product_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

PsDate
ps_product_day (PsSession *session)
{
  PsDate today = ps_product_today ();
  int year = ps_session_get_year (session);

  return year == ps_date_year (today) || year == 0 ? today : ps_date_year_end (year);
}

/* Finding */

#define FIND(array, Type, wanted)                                                                                                \
  for (guint place = 0; place < (array)->len; place++)                                                                           \
    if (g_array_index ((array), Type, place).id == (wanted))                                                                     \
      return place;                                                                                                              \
  return PS_NONE

guint
ps_product_find (const PsRegion *region, gint64 id)
{
  FIND (region->products, PsProduct, id);
}

guint
ps_product_find_group (const PsRegion *region, gint64 id)
{
  FIND (region->groups, PsProductGroup, id);
}

guint
ps_product_find_segment (const PsRegion *region, gint64 id)
{
  FIND (region->segments, PsSegment, id);
}

guint
ps_product_find_provider (const PsRegion *region, gint64 id)
{
  FIND (region->providers, PsProvider, id);
}

guint
ps_product_find_tariff (const PsRegion *region, gint64 id)
{
  FIND (region->tariffs, PsTariff, id);
}

const PsTariff *
ps_product_tariffs (const PsRegion *region, guint product, guint provider, guint *n_tariffs)
{
  const PsTariff *first = NULL;

  *n_tariffs = 0;
  for (guint i = region->tariff_starts[product]; i < region->tariff_starts[product + 1]; i++)
    {
      const PsTariff *tariff = ps_region_tariff (region, i);

      if (tariff->provider != provider)
        continue;
      first = first != NULL ? first : tariff;
      (*n_tariffs)++;
    }
  return first;
}

/* Facts */

/* Of lump sums nothing is produced by the unit (domain.md §4). */
gboolean
ps_product_needs_tariff (const PsProduct *product)
{
  return product->funding != PS_FUNDING_TAAKGERICHT;
}

static gboolean
is_valid_on (const PsTariff *tariff, PsDate day)
{
  return tariff->from <= day && tariff->to >= day;
}

static void
look_for_gaps (PsProductFacts *facts, const PsRegion *region)
{
  PsDate ended_on = ps_region_product (region, facts->product)->ended_on;
  guint n;
  const PsTariff *tariffs = ps_product_tariffs (region, facts->product, PS_NONE, &n);

  for (guint i = 1; i < n; i++)
    if (tariffs[i - 1].to != PS_DATE_OPEN && tariffs[i].from > tariffs[i - 1].to + 1)
      {
        facts->gap_from = tariffs[i - 1].to + 1;
        facts->gap_to = tariffs[i].from - 1;
      }
  if (n > 0 && tariffs[n - 1].to != PS_DATE_OPEN && tariffs[n - 1].to >= facts->day && tariffs[n - 1].to < ended_on)
    facts->last_day = tariffs[n - 1].to;
}

/**
 * ps_product_facts_fill:
 * @product: its place in @region
 */
void
ps_product_facts_fill (PsProductFacts *facts, const PsRegion *region, guint product, PsDate day)
{
  const PsProduct *about = ps_region_product (region, product);

  *facts = (PsProductFacts){ .product = product,
                             .day = day,
                             .tariff_e4 = PS_NO_NUMBER,
                             .ended = about->ended_on < day,
                             .gap_from = PS_DATE_OPEN,
                             .gap_to = PS_DATE_OPEN,
                             .last_day = PS_DATE_OPEN };
  for (guint i = region->tariff_starts[product]; i < region->tariff_starts[product + 1]; i++)
    {
      const PsTariff *tariff = ps_region_tariff (region, i);

      if (!is_valid_on (tariff, day))
        continue;
      if (tariff->provider == PS_NONE)
        facts->tariff_e4 = tariff->tariff_e4;
      else
        facts->n_own++;
    }
  facts->missing = ps_product_needs_tariff (about) && !facts->ended && facts->tariff_e4 == PS_NO_NUMBER && facts->n_own == 0;
  if (ps_product_needs_tariff (about))
    look_for_gaps (facts, region);
}

/* The heaviest of what is missing. */
char *
ps_product_missing_text (const PsProductFacts *facts)
{
  g_autofree char *day = ps_format_date (facts->day);
  g_autofree char *from = ps_format_date (facts->gap_from);
  g_autofree char *to = ps_format_date (facts->gap_to);
  g_autofree char *last = ps_format_date (facts->last_day);

  if (facts->missing)
    /* Translators: a date */
    return g_strdup_printf (_("no tariff on %s"), day);
  if (facts->gap_from != PS_DATE_OPEN)
    /* Translators: two dates */
    return g_strdup_printf (_("no tariff from %s to %s"), from, to);
  if (facts->last_day != PS_DATE_OPEN)
    /* Translators: a date */
    return g_strdup_printf (_("no tariff after %s"), last);
  return g_strdup ("");
}

/* Words */

static char *
code_and_name (const char *code, const char *name)
{
  return name != NULL && g_strcmp0 (code, name) != 0 ? g_strdup_printf ("%s %s", code, name) : g_strdup (code);
}

char *
ps_segment_text (const PsSegment *segment)
{
  return code_and_name (segment->code, segment->name);
}

char *
ps_product_group_text (const PsProductGroup *group)
{
  return code_and_name (group->code, group->name);
}

static void
add_fact (GString *facts, char *fact)
{
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
  g_free (fact);
}

static void
add_norms (GString *facts, const PsProduct *product)
{
  g_autofree char *hours = ps_format_volume (product->norm_hours_milli);

  if (product->norm_months >= 0)
    add_fact (facts, g_strdup_printf (ngettext ("norm duration %d month", "norm duration %d months", product->norm_months),
                                      product->norm_months));
  if (product->norm_hours_milli != PS_NO_NUMBER)
    add_fact (facts, g_strdup_printf (_("norm volume %s hours"), hours));
}

/* "Segment 4 · group AMB1 · P×Q · per hour · norm duration 6 months" */
char *
ps_product_facts_text (const PsRegion *region, const PsProduct *product)
{
  const PsProductGroup *group = ps_region_group (region, product->group);
  g_autofree char *segment = ps_segment_text (ps_region_segment (region, group->segment));
  g_autofree char *group_text = ps_product_group_text (group);
  g_autofree char *ended = ps_format_date (product->ended_on);
  GString *facts = g_string_new (NULL);

  add_fact (facts, g_strdup_printf (_("Segment %s"), segment));
  add_fact (facts, g_strdup_printf (_("group %s"), group_text));
  add_fact (facts, g_strdup (ps_words_label (PS_WORDS_FUNDING, product->funding)));
  if (product->unit != PS_UNIT_NONE)
    /* Translators: the unit that a tariff is of: "per hour" */
    add_fact (facts, g_strdup_printf (_("per %s"), ps_words_label (PS_WORDS_UNIT, product->unit)));
  add_norms (facts, product);
  if (product->exempt == PS_EXEMPT_YES)
    add_fact (facts, g_strdup (_("exempt from deductions")));
  if (product->exempt == PS_EXEMPT_OUTSIDE)
    add_fact (facts, g_strdup (_("exempt, outside the ceiling")));
  if (product->ended_on != PS_DATE_OPEN)
    add_fact (facts, g_strdup_printf (_("ends on %s"), ended));
  return g_string_free (facts, FALSE);
}
