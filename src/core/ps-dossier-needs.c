/* ps-dossier-needs.c: what of a region a dossier needs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-private.h"

static void
need_group (PsDossierNeeds *needs, guint group)
{
  needs->groups[group] = TRUE;
  needs->segments[ps_region_group (needs->region, group)->segment] = TRUE;
}

static void
need_product (PsDossierNeeds *needs, guint product)
{
  needs->products[product] = TRUE;
  need_group (needs, ps_region_product (needs->region, product)->group);
}

static void
need_agreement (PsDossierNeeds *needs)
{
  for (guint i = 0; needs->agreement != NULL && i < needs->agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (needs->agreement->lines, PsAgreementLine, i);

      need_group (needs, line->group);
      needs->municipalities[line->municipality] = TRUE;
      if (line->scheme != PS_NONE)
        needs->schemes[line->scheme] = TRUE;
    }
}

static void
need_assignments (PsDossierNeeds *needs, const GArray *assignments)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);

      needs->municipalities[assignment->municipality] = TRUE;
      need_group (needs, assignment->group);
      if (assignment->product != PS_NONE)
        need_product (needs, assignment->product);
    }
}

static void
need_production (PsDossierNeeds *needs, const PsProduction *production)
{
  need_assignments (needs, production->assignments);
  for (guint i = 0; i < production->lines->len; i++)
    need_product (needs, g_array_index (production->lines, PsLine, i).product);
  for (guint i = 0; i < production->advances->len; i++)
    {
      const PsAdvance *advance = &g_array_index (production->advances, PsAdvance, i);

      need_product (needs, advance->product);
      needs->municipalities[advance->municipality] = TRUE;
    }
  for (guint i = 0; i < production->measurements->len; i++)
    {
      const PsMeasurement *measurement = &g_array_index (production->measurements, PsMeasurement, i);

      need_product (needs, measurement->product);
      needs->municipalities[measurement->municipality] = TRUE;
    }
}

void
ps_dossier_needs_init (PsDossierNeeds *needs, const PsDossier *dossier)
{
  const PsRegion *region = dossier->region;

  needs->dossier = dossier;
  needs->region = region;
  needs->agreement = dossier->settlement->agreement;
  needs->segments = g_new0 (guint8, region->segments->len + 1);
  needs->groups = g_new0 (guint8, region->groups->len + 1);
  needs->municipalities = g_new0 (guint8, region->municipalities->len + 1);
  needs->products = g_new0 (guint8, region->products->len + 1);
  needs->schemes = g_new0 (guint8, region->schemes->len + 1);
  need_agreement (needs);
  need_production (needs, dossier->production);
}

void
ps_dossier_needs_clear (PsDossierNeeds *needs)
{
  g_free (needs->segments);
  g_free (needs->groups);
  g_free (needs->municipalities);
  g_free (needs->products);
  g_free (needs->schemes);
}
