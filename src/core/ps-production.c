/* ps-production.c: what the messages say of one provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-production.h"

/**
 * ps_production_new: nothing yet, of the provider at that place of the region. Free with ps_production_free().
 */
PsProduction *
ps_production_new (guint provider)
{
  PsProduction *production = g_new0 (PsProduction, 1);

  production->provider = provider;
  production->assignments = g_array_new (FALSE, FALSE, sizeof (PsAssignment));
  production->care = g_array_new (FALSE, FALSE, sizeof (PsCare));
  production->lines = g_array_new (FALSE, FALSE, sizeof (PsLine));
  production->advances = g_array_new (FALSE, FALSE, sizeof (PsAdvance));
  production->measurements = g_array_new (FALSE, FALSE, sizeof (PsMeasurement));
  return production;
}

/**
 * ps_production_clear: empty again and of another provider, its memory kept for the next one.
 */
void
ps_production_clear (PsProduction *production, guint provider)
{
  production->provider = provider;
  g_array_set_size (production->assignments, 0);
  g_array_set_size (production->care, 0);
  g_array_set_size (production->lines, 0);
  g_array_set_size (production->advances, 0);
  g_array_set_size (production->measurements, 0);
}

void
ps_production_free (PsProduction *production)
{
  if (production == NULL)
    return;
  g_array_unref (production->assignments);
  g_array_unref (production->care);
  g_array_unref (production->lines);
  g_array_unref (production->advances);
  g_array_unref (production->measurements);
  g_free (production);
}
