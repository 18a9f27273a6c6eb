/* ps-generate-agreements.c: performance agreements and advances of a made-up provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Ceilings lie near what was produced, as they do in real life; a year that is not complete yet gets last year's and a little more.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#define HUNDRED_EURO 10000 /* ceilings are whole hundreds */
#define SMALLEST_CEILING (5 * HUNDRED_EURO)
#define GROWTH_PCT 104

typedef struct
{
  guint group;
  guint municipality;
  gboolean lump_sum;
  gint64 ceiling_cents;
} Line;

static gint64
per_cent (gint64 amount_cents, gint64 pct, gint64 whole)
{
  PsOverflow overflow = { FALSE };
  gint64 result = ps_round_div ((PsWide) amount_cents * pct, (PsWide) whole * HUNDRED_EURO, &overflow) * HUNDRED_EURO;

  g_assert (!overflow.overflowed);
  return result;
}

/* What a whole year comes to. */
static gint64
expected (const PsGenerateMaker *maker, int year, guint group, guint municipality)
{
  PsDate complete = maker->catalogue->period.declared_through;
  gint64 produced = *ps_generate_maker_produced (maker, year, group, municipality);
  const gint64 *before = ps_generate_maker_produced (maker, year - 1, group, municipality);

  if (ps_date_year_end (year) <= complete)
    return produced;
  if (before != NULL && *before > 0)
    return per_cent (*before, GROWTH_PCT, 100);
  return per_cent (produced, ps_date_days_in_year (year), complete - ps_date_year_start (year) + 1);
}

static void
add_lump_sums (PsGenerateMaker *maker, GArray *lines)
{
  const PsGenerateProfile *profile = maker->profile;
  guint consultation = ps_generate_catalogue_find_group (maker->catalogue, "CON");

  if (!ps_generate_profile_has (profile, PS_GENERATE_CONSULTATION))
    return;
  for (guint i = 0; i < MIN (profile->n_municipalities, 2); i++)
    {
      Line line = { consultation, profile->municipalities[i], TRUE,
                    ps_random_between (&maker->random, 12, 60) * 6 * HUNDRED_EURO };

      g_array_append_val (lines, line);
    }
}

static void
add_line (PsGenerateMaker *maker, GArray *lines, int year, guint group, guint municipality)
{
  const PsGenerateProfile *profile = maker->profile;
  Line line = { group, municipality, FALSE, 0 };

  if (ps_generate_profile_has (profile, PS_GENERATE_NO_PRODUCTION))
    line.ceiling_cents = 420 * HUNDRED_EURO;
  else
    line.ceiling_cents = per_cent (expected (maker, year, group, municipality),
                                   (gint64) profile->ceiling_pct * ps_random_between (&maker->random, 95, 105), 10000);
  line.lump_sum = ps_generate_profile_has (profile, PS_GENERATE_LUMP_CRISIS)
                  && g_str_equal (ps_generate_catalogue_group (maker->catalogue, group)->code, "CRI");
  if (line.ceiling_cents >= SMALLEST_CEILING)
    g_array_append_val (lines, line);
}

static guint
smallest (const GArray *lines)
{
  guint found = PS_NONE;

  for (guint i = 0; i < lines->len; i++)
    if (!g_array_index (lines, Line, i).lump_sum
        && (found == PS_NONE || g_array_index (lines, Line, i).ceiling_cents < g_array_index (lines, Line, found).ceiling_cents))
      found = i;
  return found;
}

static gboolean
works_in (const PsGenerateProfile *profile, guint group)
{
  for (guint i = 0; i < profile->n_groups; i++)
    if (profile->groups[i] == group)
      return TRUE;
  return FALSE;
}

static GArray *
make_lines (PsGenerateMaker *maker, int year)
{
  const PsGenerateCatalogue *catalogue = maker->catalogue;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint small;

  for (guint group = 0; group < catalogue->groups->len; group++)
    for (guint municipality = 0; works_in (maker->profile, group) && municipality < catalogue->municipalities->len;
         municipality++)
      if (*ps_generate_maker_produced (maker, year, group, municipality) > 0
          || (ps_generate_profile_has (maker->profile, PS_GENERATE_NO_PRODUCTION)
              && municipality == maker->profile->municipalities[0]))
        add_line (maker, lines, year, group, municipality);
  add_lump_sums (maker, lines);

  small = lines->len > 1 ? smallest (lines) : PS_NONE;
  if (small != PS_NONE && ps_generate_profile_has (maker->profile, PS_GENERATE_FORGOTTEN))
    g_array_remove_index (lines, small);
  else if (small != PS_NONE && ps_generate_profile_has (maker->profile, PS_GENERATE_ZERO_CEILING))
    g_array_index (lines, Line, small).ceiling_cents = 0;
  return lines;
}

/* The first product of the group that is chosen most is what its places and advances are counted in. */
static guint
main_product (const PsGenerateMaker *maker, guint group)
{
  guint found = PS_NONE;

  for (guint i = 0; i < maker->catalogue->products->len; i++)
    {
      const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, i);

      if (product->group == group
          && (found == PS_NONE || product->weight > ps_generate_catalogue_product (maker->catalogue, found)->weight))
        found = i;
    }
  return found;
}

/* Which scope a line falls in: the schemes go round over the scopes, for within one it must be the same. */
static guint
scope_of (const PsGenerateMaker *maker, const Line *line, guint place)
{
  const char *segment = ps_generate_catalogue_group (maker->catalogue, line->group)->segment;

  switch (maker->profile->exchange)
    {
    case PS_EXCHANGE_SEGMENT:
      return (guint) g_ascii_strtoull (segment, NULL, 10);
    case PS_EXCHANGE_GROUP:
      return line->group;
    case PS_EXCHANGE_LINE:
      return place;
    case PS_EXCHANGE_PROVIDER:
    default:
      return 0;
    }
}

/* Thousandths, in tenths of a place: what the ceiling buys at the price of a place, that of its products as often as they are chosen. */
static gint64
agreed_places (const PsGenerateMaker *maker, int year, const Line *line)
{
  gint64 price_e4 = 0, weight = 0;

  for (guint i = 0; i < maker->catalogue->products->len; i++)
    {
      const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, i);

      if (product->group != line->group)
        continue;
      price_e4 += ps_generate_maker_price (maker, i, ps_date_year_end (year)) * product->weight;
      weight += product->weight;
    }
  return price_e4 > 0 ? line->ceiling_cents * 1000 * weight / price_e4 * 100 : 0;
}

static void
write_line (PsGenerateMaker *maker, int year, const Line *line, guint place)
{
  const PsGenerateProfile *profile = maker->profile;
  const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, main_product (maker, line->group));
  PsGenerateFile *file = maker->files.agreements;

  ps_generate_file_text (file, profile->agb);
  ps_generate_file_number (file, year);
  ps_generate_file_text (file, ps_generate_catalogue_group (maker->catalogue, line->group)->code);
  ps_generate_file_text (file, ps_generate_catalogue_municipality (maker->catalogue, line->municipality)->code);
  ps_generate_file_text (file, line->lump_sum ? ps_words_csv (PS_WORDS_FUNDING, PS_FUNDING_TAAKGERICHT) : "");
  ps_generate_file_decimal (file, line->ceiling_cents, 2, 2);
  if (product->funding == PS_FUNDING_PLEK)
    ps_generate_file_decimal (file, agreed_places (maker, year, line), 3, 0);
  else
    ps_generate_file_empty (file, 1);
  ps_generate_file_text (file, ps_words_csv (PS_WORDS_EXCHANGE, (int) profile->exchange));
  ps_generate_file_text (file, line->lump_sum || profile->n_schemes == 0
                                   ? ""
                                   : profile->schemes[scope_of (maker, line, place) % profile->n_schemes]);
  ps_generate_file_text (file, ps_words_csv (PS_WORDS_DIVISION_KEY, (int) profile->key));
  for (int side = 0; side < 2; side++)
    if (profile->bandwidth_pct >= 0)
      ps_generate_file_number (file, profile->bandwidth_pct);
    else
      ps_generate_file_empty (file, 1);
  ps_generate_file_text (file, profile->measuring != 0 ? ps_words_csv (PS_WORDS_PLACE_MEASURING, profile->measuring) : "");
  ps_generate_file_end_row (file);
}

/* Places and lump sums are paid ahead, a twelfth of the ceiling a month in whole euros. */
static void
write_advances (PsGenerateMaker *maker, int year, const Line *line)
{
  const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, main_product (maker, line->group));
  PsGenerateFile *file = maker->files.advances;

  if ((!line->lump_sum && product->funding != PS_FUNDING_PLEK) || line->ceiling_cents == 0)
    return;
  for (int month = 1; month <= 12; month++)
    {
      PsDate first_day = ps_date_from_ymd (year, month, 1);

      if (first_day > maker->catalogue->period.known_through)
        break;
      ps_generate_file_text (file, maker->profile->agb);
      ps_generate_file_text (file, product->code);
      ps_generate_file_text (file, ps_generate_catalogue_municipality (maker->catalogue, line->municipality)->code);
      ps_generate_file_month (file, first_day);
      ps_generate_file_decimal (file, line->ceiling_cents / 1200 * 100, 2, 2);
      ps_generate_file_end_row (file);
    }
}

void
ps_generate_agreements (PsGenerateMaker *maker)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;

  if (!maker->profile->contracted || ps_generate_profile_has (maker->profile, PS_GENERATE_NO_AGREEMENT))
    return;
  for (int year = period->first_year; year < period->first_year + period->n_years; year++)
    {
      g_autoptr (GArray) lines = make_lines (maker, year);

      for (guint i = 0; i < lines->len; i++)
        {
          write_line (maker, year, &g_array_index (lines, Line, i), i);
          write_advances (maker, year, &g_array_index (lines, Line, i));
        }
    }
}
