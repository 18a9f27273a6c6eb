/* ps-dossier-write-inputs.c: a dossier as documents: what it was computed with, of the region only what is needed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-text-private.h"

static void
write_region (PsTextWriter *self, const PsDossierNeeds *needs)
{
  ps_text_section (self, PS_RECORD_REGION);
  ps_text_record (self, PS_RECORD_REGION);
  ps_text_string (self, needs->region->name);
  ps_text_number (self, needs->region->under_bp);
  ps_text_number (self, needs->region->over_bp);
  ps_text_record_end (self);
}

static void
write_segments (PsTextWriter *self, const PsDossierNeeds *needs)
{
  ps_text_section (self, PS_RECORD_SEGMENT);
  for (guint i = 0; i < needs->region->segments->len; i++)
    if (needs->segments[i])
      {
        ps_text_record (self, PS_RECORD_SEGMENT);
        ps_text_string (self, ps_region_segment (needs->region, i)->code);
        ps_text_string (self, ps_region_segment (needs->region, i)->name);
        ps_text_record_end (self);
      }
}

static void
write_groups (PsTextWriter *self, const PsDossierNeeds *needs)
{
  ps_text_section (self, PS_RECORD_GROUP);
  for (guint i = 0; i < needs->region->groups->len; i++)
    {
      const PsProductGroup *group = ps_region_group (needs->region, i);

      if (!needs->groups[i])
        continue;
      ps_text_record (self, PS_RECORD_GROUP);
      ps_text_string (self, group->code);
      ps_text_string (self, ps_region_segment (needs->region, group->segment)->code);
      ps_text_string (self, group->name);
      ps_text_record_end (self);
    }
}

static void
write_municipalities (PsTextWriter *self, const PsDossierNeeds *needs)
{
  ps_text_section (self, PS_RECORD_MUNICIPALITY);
  for (guint i = 0; i < needs->region->municipalities->len; i++)
    if (needs->municipalities[i])
      {
        ps_text_record (self, PS_RECORD_MUNICIPALITY);
        ps_text_string (self, ps_region_municipality (needs->region, i)->code);
        ps_text_string (self, ps_region_municipality (needs->region, i)->name);
        ps_text_record_end (self);
      }
}

static void
write_provider (PsTextWriter *self, const PsDossierNeeds *needs)
{
  const PsProvider *provider = ps_region_provider (needs->region, needs->dossier->settlement->provider);

  ps_text_section (self, PS_RECORD_PROVIDER);
  ps_text_record (self, PS_RECORD_PROVIDER);
  ps_text_string (self, provider->agb);
  ps_text_string (self, provider->name);
  ps_text_string (self, provider->kvk);
  ps_text_string (self, provider->place);
  ps_text_word (self, PS_WORDS_PROVIDER_KIND, provider->kind);
  ps_text_word (self, PS_WORDS_YES_NO, provider->contracted);
  ps_text_date (self, provider->ended_on);
  ps_text_record_end (self);
}

static void
write_products (PsTextWriter *self, const PsDossierNeeds *needs)
{
  ps_text_section (self, PS_RECORD_PRODUCT);
  for (guint i = 0; i < needs->region->products->len; i++)
    {
      const PsProduct *product = ps_region_product (needs->region, i);

      if (!needs->products[i])
        continue;
      ps_text_record (self, PS_RECORD_PRODUCT);
      ps_text_string (self, product->code);
      ps_text_string (self, product->name);
      ps_text_string (self, ps_region_group (needs->region, product->group)->code);
      ps_text_word (self, PS_WORDS_FUNDING, product->funding);
      ps_text_word (self, PS_WORDS_UNIT, product->unit);
      ps_text_number (self, product->norm_months < 0 ? PS_NO_NUMBER : product->norm_months);
      ps_text_word (self, PS_WORDS_EXEMPT, product->exempt);
      ps_text_record_end (self);
    }
}

/* The region's and the provider's own of those products, from the first one on; one that begins after `through` holds on no day
 * that is * looked at. */
static void
write_tariffs (PsTextWriter *self, const PsDossierNeeds *needs)
{
  const PsSettlement *settlement = needs->dossier->settlement;

  ps_text_section (self, PS_RECORD_TARIFF);
  for (guint i = 0; i < needs->region->tariffs->len; i++)
    {
      const PsTariff *tariff = ps_region_tariff (needs->region, i);

      if (!needs->products[tariff->product] || tariff->from > settlement->through
          || (tariff->provider != PS_NONE && tariff->provider != settlement->provider))
        continue;
      ps_text_record (self, PS_RECORD_TARIFF);
      ps_text_string (self, ps_region_product (needs->region, tariff->product)->code);
      ps_text_string (self, tariff->provider != PS_NONE ? ps_region_provider (needs->region, tariff->provider)->agb : NULL);
      ps_text_date (self, tariff->from);
      ps_text_date (self, tariff->to);
      ps_text_number (self, tariff->tariff_e4);
      ps_text_record_end (self);
    }
}

static void
write_steps (PsTextWriter *self, const PsScheme *scheme, const GArray *steps, PsStepKind kind)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const PsStep *step = &g_array_index (steps, PsStep, i);

      ps_text_record (self, PS_RECORD_STEP);
      ps_text_string (self, scheme->name);
      ps_text_word (self, PS_WORDS_STEP_KIND, kind);
      ps_text_number (self, step->from);
      ps_text_number (self, step->paid_bp);
      ps_text_record_end (self);
    }
}

static void
write_schemes (PsTextWriter *self, const PsDossierNeeds *needs)
{
  const GArray *schemes = needs->region->schemes;

  ps_text_section (self, PS_RECORD_SCHEME);
  for (guint i = 0; i < schemes->len; i++)
    if (needs->schemes[i])
      {
        ps_text_record (self, PS_RECORD_SCHEME);
        ps_text_string (self, ps_region_scheme (needs->region, i)->name);
        ps_text_record_end (self);
      }
  ps_text_section (self, PS_RECORD_STEP);
  for (guint i = 0; i < schemes->len; i++)
    if (needs->schemes[i])
      {
        const PsScheme *scheme = ps_region_scheme (needs->region, i);

        write_steps (self, scheme, scheme->bands, scheme->whole ? PS_STEP_WHOLE : PS_STEP_BUDGET);
        write_steps (self, scheme, scheme->norm_steps, PS_STEP_NORM_DURATION);
      }
}

static void
write_terms (PsTextWriter *self, const PsDossierNeeds *needs)
{
  const PsAgreement *agreement = needs->agreement;

  ps_text_section (self, PS_RECORD_AGREEMENT);
  if (agreement == NULL)
    return;
  ps_text_record (self, PS_RECORD_AGREEMENT);
  ps_text_number (self, needs->dossier->facts.version_number);
  ps_text_date (self, needs->dossier->facts.agreed_on);
  ps_text_word (self, PS_WORDS_EXCHANGE, agreement->exchange);
  ps_text_word (self, PS_WORDS_DIVISION_KEY, agreement->key);
  ps_text_word (self, PS_WORDS_PLACE_MEASURING, agreement->measuring);
  ps_text_number (self, agreement->under_bp < 0 ? PS_NO_NUMBER : agreement->under_bp);
  ps_text_number (self, agreement->over_bp < 0 ? PS_NO_NUMBER : agreement->over_bp);
  ps_text_record_end (self);
}

static void
write_agreed (PsTextWriter *self, const PsDossierNeeds *needs)
{
  ps_text_section (self, PS_RECORD_AGREED);
  for (guint i = 0; needs->agreement != NULL && i < needs->agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (needs->agreement->lines, PsAgreementLine, i);

      ps_text_record (self, PS_RECORD_AGREED);
      ps_text_string (self, ps_region_group (needs->region, line->group)->code);
      ps_text_string (self, ps_region_municipality (needs->region, line->municipality)->code);
      ps_text_word (self, PS_WORDS_YES_NO, line->lump_sum);
      ps_text_number (self, line->ceiling_cents);
      ps_text_number (self, line->places_milli);
      ps_text_string (self, line->scheme != PS_NONE ? ps_region_scheme (needs->region, line->scheme)->name : NULL);
      ps_text_record_end (self);
    }
}

/* Those of the year up to `through`. */
static void
write_peildata (PsTextWriter *self, const PsDossierNeeds *needs)
{
  const PsSettlement *settlement = needs->dossier->settlement;

  ps_text_section (self, PS_RECORD_PEILDATUM);
  for (guint i = 0; i < needs->region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (needs->region, i);

      if (peildatum->date < ps_date_year_start (settlement->year) || peildatum->date > settlement->through)
        continue;
      ps_text_record (self, PS_RECORD_PEILDATUM);
      ps_text_date (self, peildatum->date);
      ps_text_string (self, peildatum->label);
      ps_text_date (self, peildatum->data_through);
      ps_text_record_end (self);
    }
}

void
ps_dossier_write_inputs (PsTextWriter *self, const PsDossier *dossier)
{
  PsDossierNeeds needs;

  ps_dossier_needs_init (&needs, dossier);
  ps_dossier_write_head (self, PS_RECORD_INPUTS_OF, dossier);
  write_region (self, &needs);
  write_segments (self, &needs);
  write_groups (self, &needs);
  write_municipalities (self, &needs);
  write_provider (self, &needs);
  write_products (self, &needs);
  write_tariffs (self, &needs);
  write_schemes (self, &needs);
  write_terms (self, &needs);
  write_agreed (self, &needs);
  write_peildata (self, &needs);
  ps_dossier_needs_clear (&needs);
}
