/* ps-dossier-compare-master.c: which products and tariffs two dossiers do not have in common
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Only what both needed is held against each other (see ps-dossier-compare-agreements.c).
 */
#include "ps-dossier-compare-private.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Products */

static char *
months_text (int months)
{
  return months < 0 ? g_strdup ("–") : ps_format_count (months);
}

static const char *
group_code (const PsCompared *of, const PsProduct *product)
{
  return ps_region_group (of->dossier->region, product->group)->code;
}

static void
compare_product (PsComparing *self, const PsProduct *before, const PsProduct *now)
{
  GString *how = g_string_new (NULL);

  ps_changes_add (how, C_("product", "group"), g_strdup (group_code (&self->before, before)),
                  g_strdup (group_code (&self->now, now)));
  ps_changes_add_word (how, C_("product", "funding"), PS_WORDS_FUNDING, before->funding, now->funding);
  ps_changes_add_word (how, C_("product", "unit"), PS_WORDS_UNIT, before->unit, now->unit);
  ps_changes_add (how, C_("product", "norm duration in months"), months_text (before->norm_months),
                  months_text (now->norm_months));
  ps_changes_add_word (how, C_("product", "exempt from deductions"), PS_WORDS_EXEMPT, before->exempt, now->exempt);
  ps_comparing_set_row (self,
                        ps_comparing_changed (self, PS_CAUSE_PRODUCT, group_code (&self->now, now), NULL, g_strdup (now->code),
                                              g_strdup_printf (_("Product %s"), now->code), how),
                        "product", now->id);
}

/* A group in another segment is in another scope of exchange. */
static void
compare_group (PsComparing *self, const PsProductGroup *before, const PsProductGroup *now)
{
  GString *how = g_string_new (NULL);

  ps_changes_add (how, C_("product group", "segment"),
                  g_strdup (ps_region_segment (self->before.dossier->region, before->segment)->code),
                  g_strdup (ps_region_segment (self->now.dossier->region, now->segment)->code));
  ps_comparing_set_row (self,
                        ps_comparing_changed (self, PS_CAUSE_PRODUCT, now->code, NULL, g_strdup (""),
                                              g_strdup_printf (_("Product group %s"), now->code), how),
                        "product_group", now->id);
}

/* The place now of a product that both needed, else PS_NONE. */
static guint
product_now (const PsComparing *self, guint before)
{
  guint now;

  if (!self->before.needs.products[before])
    return PS_NONE;
  now = ps_region_find_product (self->now.dossier->region, ps_region_product (self->before.dossier->region, before)->code);
  return now != PS_NONE && self->now.needs.products[now] ? now : PS_NONE;
}

static void
match_products (PsComparing *self)
{
  const PsRegion *before = self->before.dossier->region, *now = self->now.dossier->region;

  for (guint i = 0; i < before->products->len; i++)
    {
      guint place = product_now (self, i);

      if (place != PS_NONE)
        compare_product (self, ps_region_product (before, i), ps_region_product (now, place));
    }
  for (guint i = 0; i < before->groups->len; i++)
    {
      guint place = ps_region_find_group (now, ps_region_group (before, i)->code);

      if (self->before.needs.groups[i] && place != PS_NONE && self->now.needs.groups[place])
        compare_group (self, ps_region_group (before, i), ps_region_group (now, place));
    }
}

/* Tariffs */

/* "Tariff 45L11 from 01-01-2024", of the region or of the provider itself */
static char *
tariff_what (const PsCompared *of, const PsTariff *tariff)
{
  g_autofree char *from = ps_format_date (tariff->from);
  const char *product = ps_region_product (of->dossier->region, tariff->product)->code;

  if (tariff->provider == PS_NONE)
    return g_strdup_printf (_("Tariff %s of the region from %s"), product, from);
  return g_strdup_printf (_("Tariff %s of the provider from %s"), product, from);
}

static PsCause *
add_tariff_cause (PsComparing *self, const PsTariff *before, const PsTariff *now, char *how)
{
  const PsCompared *of = now != NULL ? &self->now : &self->before;
  const PsTariff *tariff = now != NULL ? now : before;
  const PsProduct *product = ps_region_product (of->dossier->region, tariff->product);
  g_autofree char *iso = ps_date_to_iso (tariff->from);
  PsCause *cause;

  cause = ps_comparing_cause (self, PS_CAUSE_TARIFF,
                              before == NULL ? PS_CAUSE_ADDED
                              : now == NULL  ? PS_CAUSE_REMOVED
                                             : PS_CAUSE_CHANGED,
                              group_code (of, product), NULL,
                              g_strdup_printf ("%s\t%d\t%s", product->code, tariff->provider == PS_NONE, iso),
                              tariff_what (of, tariff), how);
  if (now != NULL)
    ps_comparing_set_row (self, cause, "tariff", now->id);
  return cause;
}

static void
come_or_go (PsComparing *self, const PsTariff *before, const PsTariff *now)
{
  g_autofree char *price = ps_format_tariff (now != NULL ? now->tariff_e4 : before->tariff_e4);

  add_tariff_cause (self, before, now,
                    now != NULL ? g_strdup_printf (_("%s added"), price) : g_strdup_printf (_("%s no longer there"), price));
}

/* From the day after the year on it does not matter when it ends. */
static void
change_tariff (PsComparing *self, const PsTariff *before, const PsTariff *now)
{
  GString *how = g_string_new (NULL);

  if (before->tariff_e4 != now->tariff_e4)
    ps_changes_add (how, C_("tariff", "price"), ps_format_tariff (before->tariff_e4), ps_format_tariff (now->tariff_e4));
  if (MIN (before->to, self->through) != MIN (now->to, self->through))
    ps_changes_add_date (how, C_("tariff", "until"), before->to, now->to);
  if (how->len > 0)
    add_tariff_cause (self, before, now, g_strdup (how->str));
  g_string_free (how, TRUE);
}

/* The next tariff of a product from `place` on that can matter: the provider's own or the region's, not from after the year. */
static const PsTariff *
next_tariff (const PsComparing *self, const PsCompared *of, guint product, guint *place)
{
  const PsRegion *region = of->dossier->region;

  for (; *place < region->tariff_starts[product + 1]; (*place)++)
    {
      const PsTariff *tariff = ps_region_tariff (region, *place);

      if (tariff->from <= self->through && (tariff->provider == PS_NONE || tariff->provider == of->dossier->settlement->provider))
        return tariff;
    }
  return NULL;
}

/* Own ones first, by first day: the order in which both have them. */
static int
compare_tariffs (const PsTariff *before, const PsTariff *now)
{
  if (before == NULL || now == NULL)
    return (before == NULL) - (now == NULL);
  if ((before->provider == PS_NONE) != (now->provider == PS_NONE))
    return before->provider == PS_NONE ? 1 : -1;
  return (before->from > now->from) - (before->from < now->from);
}

static void
match_tariffs_of (PsComparing *self, guint product_before, guint product_is)
{
  guint i = self->before.dossier->region->tariff_starts[product_before];
  guint k = self->now.dossier->region->tariff_starts[product_is];

  for (;;)
    {
      const PsTariff *before = next_tariff (self, &self->before, product_before, &i);
      const PsTariff *now = next_tariff (self, &self->now, product_is, &k);
      int order = compare_tariffs (before, now);

      if (before == NULL && now == NULL)
        return;
      if (order == 0)
        change_tariff (self, before, now);
      else
        come_or_go (self, order < 0 ? before : NULL, order > 0 ? now : NULL);
      i += order <= 0;
      k += order >= 0;
    }
}

static void
match_tariffs (PsComparing *self)
{
  for (guint i = 0; i < self->before.dossier->region->products->len; i++)
    {
      guint place = product_now (self, i);

      if (place != PS_NONE)
        match_tariffs_of (self, i, place);
    }
}

void
ps_compare_master (PsComparing *self)
{
  match_products (self);
  match_tariffs (self);
}
