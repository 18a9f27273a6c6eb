/* ps-generate-profile.c: what sort of provider a made-up one is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-profile.h"

static const struct
{
  const char *word;
  PsGenerateTrait trait;
} traits[] = {
  { "eigen-tarief", PS_GENERATE_OWN_TARIFF },
  { "minuten", PS_GENERATE_MINUTES },
  { "consultatie", PS_GENERATE_CONSULTATION },
  { "lumpsum-crisis", PS_GENERATE_LUMP_CRISIS },
  { "geen-afspraak", PS_GENERATE_NO_AGREEMENT },
  { "geen-productie", PS_GENERATE_NO_PRODUCTION },
  { "vergeten-gemeente", PS_GENERATE_FORGOTTEN },
  { "nulplafond", PS_GENERATE_ZERO_CEILING },
  { "slordig", PS_GENERATE_SLOPPY },
  { "stopt", PS_GENERATE_STOPS },
  { "nieuw", PS_GENERATE_NEW },
  { "groeit", PS_GENERATE_GROWS },
  { "krimpt", PS_GENERATE_SHRINKS },
  { "termijnen", PS_GENERATE_INSTALMENTS },
  { "half", PS_GENERATE_HALVES },
};

static guint
trait_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    if (g_str_equal (traits[i].word, word))
      return traits[i].trait;
  g_assert_not_reached ();
}

static void
load_groups (PsGenerateProfile *profile, const PsGenerateCatalogue *catalogue, const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);

  g_assert (g_strv_length (codes) <= PS_GENERATE_MAX_GROUPS);
  for (guint i = 0; codes[i] != NULL; i++)
    profile->groups[profile->n_groups++] = ps_generate_catalogue_find_group (catalogue, codes[i]);
}

static void
load_municipalities (PsGenerateProfile *profile, const PsGenerateCatalogue *catalogue, const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);

  if (g_str_equal (text, "alle"))
    for (guint i = 0; i < catalogue->municipalities->len; i++)
      profile->municipalities[profile->n_municipalities++] = i;
  else
    for (guint i = 0; codes[i] != NULL; i++)
      profile->municipalities[profile->n_municipalities++] = ps_generate_catalogue_find_municipality (catalogue, codes[i]);
}

static void
load_schemes (PsGenerateProfile *profile, const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  g_assert (g_strv_length (names) <= PS_GENERATE_MAX_SCHEMES);
  for (guint i = 0; names[i] != NULL; i++)
    profile->schemes[profile->n_schemes++] = g_strdup (names[i]);
}

/* A row of data/demo/aanbieders.csv. */
PsGenerateProfile *
ps_generate_profile_load (const PsGenerateCatalogue *catalogue, const PsGenerateTable *table, guint row)
{
  PsGenerateProfile *profile = g_new0 (PsGenerateProfile, 1);
  g_auto (GStrv) words = g_strsplit (ps_generate_table_text (table, row, "bijzonderheden"), " ", -1);

  profile->agb = g_strdup (ps_generate_table_text (table, row, "agb"));
  profile->name = g_strdup (ps_generate_table_text (table, row, "naam"));
  profile->kvk = g_strdup (ps_generate_table_text (table, row, "kvk"));
  profile->email = g_strdup (ps_generate_table_text (table, row, "email"));
  profile->place = g_strdup (ps_generate_table_text (table, row, "plaats"));
  profile->kind = (PsProviderKind) ps_generate_table_word (table, row, "soort", PS_WORDS_PROVIDER_KIND);
  profile->contracted = ps_generate_table_word (table, row, "gecontracteerd", PS_WORDS_YES_NO) == 1;
  load_groups (profile, catalogue, ps_generate_table_text (table, row, "productgroepen"));
  load_municipalities (profile, catalogue, ps_generate_table_text (table, row, "gemeenten"));
  load_schemes (profile, ps_generate_table_text (table, row, "regelingen"));
  profile->clients_a_year = (int) ps_generate_table_number (table, row, "clienten_per_jaar", 0);
  profile->exchange = (PsExchange) ps_generate_table_word (table, row, "uitruil", PS_WORDS_EXCHANGE);
  profile->key = (PsDivisionKey) ps_generate_table_word (table, row, "verdeelsleutel", PS_WORDS_DIVISION_KEY);
  profile->measuring = ps_generate_table_word (table, row, "plekmeting", PS_WORDS_PLACE_MEASURING);
  profile->ceiling_pct = (int) ps_generate_table_number (table, row, "plafond_pct", 0);
  profile->bandwidth_pct = (int) ps_generate_table_number (table, row, "bandbreedte_pct", 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      profile->traits |= trait_of (words[i]);
  return profile;
}

static void
name_provider (PsGenerateProfile *profile, PsRandom *random, guint number)
{
  static const char *const kinds[] = { "Jeugdhulp", "Stichting", "Praktijk", "Zorghuis", "Ambulant Team", "Buro", "Gezinshuis" };
  static const char *const stems[] = { "Linde", "Wilgen",    "Maas",    "Peel",  "Heide",  "Vlier",  "Berken", "Kastanje",
                                       "Beek",  "Sleedoorn", "Kwartel", "Hazel", "Zwaluw", "Bosuil", "Varen",  "Meidoorn" };
  static const char *const ends[] = { "hof", "dal", "erf", "huis", "rand", "oever", "veld", "ven", "wende", "rode" };
  static const char *const places[] = { "Venlo", "Venray", "Horst", "Panningen", "Reuver", "Gennep", "Well", "Tegelen" };
  const char *kind = kinds[ps_random_between (random, 0, G_N_ELEMENTS (kinds) - 1)];
  const char *stem = stems[ps_random_between (random, 0, G_N_ELEMENTS (stems) - 1)];
  const char *end = ends[ps_random_between (random, 0, G_N_ELEMENTS (ends) - 1)];
  g_autofree char *mailbox = g_ascii_strdown (stem, -1);

  profile->agb = g_strdup_printf ("41%06u", 500000 + number);
  profile->name = g_strdup_printf ("%s %s%s %u", kind, stem, end, number);
  profile->kvk = g_strdup_printf ("%08u", 90500000 + number);
  profile->email = g_strdup_printf ("contact@%s%s-%u.example", mailbox, end, number);
  profile->place = g_strdup (places[ps_random_between (random, 0, G_N_ELEMENTS (places) - 1)]);
}

static void
draw_distinct (PsRandom *random, guint *drawn, guint n, guint n_all)
{
  for (guint i = 0; i < n; i++)
    {
      guint j;

      drawn[i] = (guint) ps_random_between (random, 0, (int) n_all - 1);
      for (j = 0; j < i && drawn[j] != drawn[i]; j++)
        ;
      if (j < i)
        i--;
    }
}

/* Somewhere to go for clients of every municipality: one group at least that does not work with places, nor by lump sum only. */
static void
draw_work (PsGenerateProfile *profile, const PsGenerateCatalogue *catalogue, PsRandom *random)
{
  static const char *const everywhere[] = { "AMB1", "AMB2", "AMBD", "GGZ" };
  static const char *const besides[] = { "AMBV", "CRI", "DAGB", "DAGD", "DAGV", "DYS", "GGZV", "VERB" };
  guint picked[4];
  guint n = (guint) ps_random_between (random, 1, 2);

  draw_distinct (random, picked, n, G_N_ELEMENTS (everywhere));
  for (guint i = 0; i < n; i++)
    profile->groups[profile->n_groups++] = ps_generate_catalogue_find_group (catalogue, everywhere[picked[i]]);
  n = (guint) ps_random_between (random, 0, 3);
  draw_distinct (random, picked, n, G_N_ELEMENTS (besides));
  for (guint i = 0; i < n; i++)
    profile->groups[profile->n_groups++] = ps_generate_catalogue_find_group (catalogue, besides[picked[i]]);

  profile->n_municipalities = (guint) ps_random_between (random, 2, (int) catalogue->municipalities->len);
  draw_distinct (random, profile->municipalities, profile->n_municipalities, catalogue->municipalities->len);
}

static void
draw_agreement (PsGenerateProfile *profile, PsRandom *random)
{
  static const char *const schemes[] = { "donut", "donut-staffel", "hard plafond", "klif", "normduur", "staffel" };
  static const int exchange_weights[] = { 0, 35, 20, 30, 15 };

  profile->exchange = (PsExchange) ps_random_weighted (random, exchange_weights, G_N_ELEMENTS (exchange_weights));
  profile->key = ps_random_chance (random, 400) ? PS_KEY_OVERRUN : PS_KEY_REALISATION;
  profile->measuring =
      ps_random_chance (random, 700) ? PS_PLACES_DAILY : ps_random_between (random, PS_PLACES_ON_PEILDATA, PS_PLACES_MEASURED);
  profile->n_schemes = (guint) ps_random_between (random, 0, 2);
  for (guint i = 0; i < profile->n_schemes; i++)
    profile->schemes[i] = g_strdup (schemes[ps_random_between (random, 0, G_N_ELEMENTS (schemes) - 1)]);
  profile->ceiling_pct = ps_random_between (random, 85, 112);
  profile->bandwidth_pct = ps_random_chance (random, 100) ? -1 : 5;
}

/* Provider `number` of a region of any size, counted from 0. */
PsGenerateProfile *
ps_generate_profile_random (const PsGenerateCatalogue *catalogue, PsRandom *random, guint number)
{
  static const PsGenerateTrait declaring[] = { 0, PS_GENERATE_INSTALMENTS, PS_GENERATE_INSTALMENTS, PS_GENERATE_HALVES };
  PsGenerateProfile *profile = g_new0 (PsGenerateProfile, 1);

  name_provider (profile, random, number);
  profile->kind = ps_random_chance (random, 300)   ? PS_KIND_MICRO
                  : ps_random_chance (random, 100) ? PS_KIND_SYSTEM
                                                   : PS_KIND_REGULAR;
  profile->contracted = !ps_random_chance (random, 40);
  draw_work (profile, catalogue, random);
  draw_agreement (profile, random);
  profile->traits = declaring[ps_random_between (random, 0, G_N_ELEMENTS (declaring) - 1)];
  if (ps_random_chance (random, 150))
    profile->traits |= PS_GENERATE_MINUTES;
  if (ps_random_chance (random, 200))
    profile->traits |= PS_GENERATE_OWN_TARIFF;
  if (ps_random_chance (random, 100))
    profile->traits |= PS_GENERATE_FORGOTTEN;
  if (ps_random_chance (random, 50))
    profile->traits |= PS_GENERATE_CONSULTATION;
  return profile;
}

void
ps_generate_profile_free (PsGenerateProfile *profile)
{
  g_free (profile->agb);
  g_free (profile->name);
  g_free (profile->kvk);
  g_free (profile->email);
  g_free (profile->place);
  for (guint i = 0; i < profile->n_schemes; i++)
    g_free (profile->schemes[i]);
  g_free (profile);
}

gboolean
ps_generate_profile_has (const PsGenerateProfile *profile, PsGenerateTrait trait)
{
  return (profile->traits & (guint) trait) != 0;
}
