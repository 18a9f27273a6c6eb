/* ps-generate.c: made-up regions: the demo, and one of any size
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate.h"

#include <glib/gi18n-lib.h>

#include "ps-generate-maker.h"

#define DEMO_SEED 20250719
#define LINES_A_PROVIDER 10000
#define FEWEST_PROVIDERS 20
#define VOLUME_WEIGHT 8 /* with it an assignment has about ten lines */

/* Clients come from this long before the first year on, so that it does not begin with empty hands. */
#define DAYS_BEFORE 364
#define DAYS_BEFORE_REGION 120

const char *const *
ps_generate_file_names (void)
{
  static const char *const names[] = { "gemeenten.csv",
                                       "aanbieders.csv",
                                       "producten.csv",
                                       "tarieven.csv",
                                       "regelingen.csv",
                                       "prestatieafspraken.csv",
                                       "toewijzingen.csv",
                                       "zorgperioden.csv",
                                       "declaraties.csv",
                                       "voorschotten.csv",
                                       "peildata.csv",
                                       "peilingen.csv",
                                       NULL };

  return names;
}

/* 2023 and 2024 whole; of 2025 what is known on the last peildatum. */
static PsGeneratePeriod
demo_period (void)
{
  return (PsGeneratePeriod){ .first_year = 2023,
                             .n_years = 3,
                             .declared_through = ps_date_from_ymd (2025, 5, 31),
                             .known_through = ps_date_from_ymd (2025, 7, 19) };
}

static PsGeneratePeriod
region_period (void)
{
  return (PsGeneratePeriod){ .first_year = 2021,
                             .n_years = 4,
                             .declared_through = ps_date_from_ymd (2024, 6, 30),
                             .known_through = ps_date_from_ymd (2024, 6, 30) };
}

/* How many clients come in a year, in per cent of the usual number. The year before the first stands for all before it. */
static int
pace (const PsGenerateProfile *profile, int years_on)
{
  if (ps_generate_profile_has (profile, PS_GENERATE_NO_PRODUCTION)
      || (ps_generate_profile_has (profile, PS_GENERATE_NEW) && years_on < 1)
      || (ps_generate_profile_has (profile, PS_GENERATE_STOPS) && years_on > 1))
    return 0;
  if (years_on < 0)
    return 200;
  if (ps_generate_profile_has (profile, PS_GENERATE_GROWS))
    return 88 + 14 * (years_on + 1);
  if (ps_generate_profile_has (profile, PS_GENERATE_SHRINKS))
    return 122 - 16 * (years_on + 1);
  return 100 + 2 * years_on;
}

static void
make_demo_provider (PsGenerateMaker *maker, const PsGenerateProfile *profile)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  int first_year = period->first_year;

  ps_generate_maker_begin (maker, profile);
  for (int year = first_year - 1; year < first_year + period->n_years; year++)
    {
      PsDate from = year < first_year ? ps_date_year_start (first_year) - DAYS_BEFORE : ps_date_year_start (year);
      PsDate to = MIN (ps_date_year_end (year), period->known_through);
      int n = (profile->clients_a_year * pace (profile, year - first_year) * (to - from + 1) + 18250) / 36500;

      for (int i = 0; i < n; i++)
        ps_generate_maker_add_client (maker, ps_random_between (&maker->random, from, to));
    }
  ps_generate_maker_finish (maker);
}

gboolean
ps_generate_demo (const char *folder, GError **error)
{
  PsGeneratePeriod period = demo_period ();
  g_autoptr (PsGenerateCatalogue) catalogue = ps_generate_catalogue_new (&period);
  g_autoptr (PsGenerateTable) providers = ps_generate_table_load ("aanbieders.csv");
  PsGenerateMaker *maker;

  if (!ps_generate_catalogue_write (catalogue, folder, error))
    return FALSE;
  maker = ps_generate_maker_new (catalogue, folder, DEMO_SEED, NULL, error);
  if (maker == NULL)
    return FALSE;

  maker->measures_all = TRUE;
  for (guint row = 0; row < providers->rows->len; row++)
    {
      g_autoptr (PsGenerateProfile) profile = ps_generate_profile_load (catalogue, providers, row);

      make_demo_provider (maker, profile);
    }
  return ps_generate_maker_close (maker, error);
}

/* Adds clients until the provider has about `n_lines` lines. Returns how many it has. */
static guint
make_region_provider (PsGenerateMaker *maker, guint number, guint64 n_lines)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  g_autoptr (PsGenerateProfile) profile = ps_generate_profile_random (maker->catalogue, &maker->random, number);
  PsDate from = ps_date_year_start (period->first_year) - DAYS_BEFORE_REGION;
  guint made;

  ps_generate_maker_begin (maker, profile);
  while (maker->lines->len < n_lines)
    ps_generate_maker_add_client (maker, ps_random_between (&maker->random, from, period->known_through));
  made = maker->lines->len;
  ps_generate_maker_finish (maker);
  return made;
}

static gboolean
make_region (PsGenerateMaker *maker, guint64 n_lines, guint n_providers, GCancellable *cancellable, PsProgressFunc progress,
             gpointer progress_data, GError **error)
{
  guint64 made = 0;

  for (guint i = 0; i < n_providers; i++)
    {
      guint64 wanted = n_lines * (i + 1) / n_providers;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      made += make_region_provider (maker, i, wanted > made ? wanted - made : 0);
      if (progress != NULL)
        progress ((double) (i + 1) / n_providers, _("Making up a region"), progress_data);
    }
  return TRUE;
}

gboolean
ps_generate_region (const char *folder, guint64 n_lines, guint n_providers, guint32 seed, GCancellable *cancellable,
                    PsProgressFunc progress, gpointer progress_data, GError **error)
{
  PsGeneratePeriod period = region_period ();
  g_autoptr (PsGenerateCatalogue) catalogue = ps_generate_catalogue_new (&period);
  PsGenerateMaker *maker;

  if (!ps_generate_catalogue_write (catalogue, folder, error))
    return FALSE;
  maker = ps_generate_maker_new (catalogue, folder, seed, cancellable, error);
  if (maker == NULL)
    return FALSE;

  maker->volume_weight = VOLUME_WEIGHT;
  if (n_providers == 0)
    n_providers = (guint) MAX (n_lines / LINES_A_PROVIDER, FEWEST_PROVIDERS);
  if (!make_region (maker, n_lines, n_providers, cancellable, progress, progress_data, error))
    {
      ps_generate_maker_close (maker, NULL);
      return FALSE;
    }
  return ps_generate_maker_close (maker, error);
}
