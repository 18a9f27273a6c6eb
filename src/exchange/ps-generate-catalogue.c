/* ps-generate-catalogue.c: products, prices and municipalities that a made-up region works with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-catalogue.h"

#include "core/ps-number.h"

/* Indexation on 1 January of 2021 and later years, in basis points; what the youth care wages and prices came to, about. */
static const int yearly_index_bp[] = { 210, 245, 405, 582, 496, 410 };

static gint64
indexed (gint64 tariff_e4, int index_bp, PsUnit unit)
{
  gint64 keep = unit == PS_UNIT_MINUTE ? 1 : 100; /* by the minute four decimals are kept, else cents (domain.md §11) */
  PsOverflow overflow = { FALSE };
  gint64 tariff = ps_round_div ((PsWide) tariff_e4 * (PS_FULL_BP + index_bp), (PsWide) PS_FULL_BP * keep, &overflow) * keep;

  g_assert (!overflow.overflowed);
  return tariff;
}

static void
add_price (PsGenerateProduct *product, PsDate from, gint64 tariff_e4)
{
  g_assert (product->n_prices < PS_GENERATE_MAX_PRICES);
  product->prices[product->n_prices++] = (PsGeneratePrice){ from, PS_DATE_OPEN, tariff_e4 };
  if (product->n_prices > 1 && product->prices[product->n_prices - 2].to == PS_DATE_OPEN)
    product->prices[product->n_prices - 2].to = from - 1;
}

/* Prices change on 1 January; those of mental health care also on 1 July of the second year, and the new price of
 * day treatment of multiply disabled children was a fortnight late that year, so that it has days without a tariff. */
static void
set_prices (PsGenerateProduct *product, const PsGenerateGroup *group, const PsGeneratePeriod *period, gint64 base_e4)
{
  int second = period->first_year + 1;
  gint64 tariff = base_e4;

  add_price (product, ps_date_year_start (period->first_year - 1), tariff);
  for (int year = period->first_year; year < period->first_year + period->n_years; year++)
    {
      PsDate from = ps_date_year_start (year);

      g_assert (year >= 2021 && year - 2021 < (int) G_N_ELEMENTS (yearly_index_bp));
      tariff = indexed (tariff, yearly_index_bp[year - 2021], product->unit);
      if (year == second && g_str_equal (product->code, "41A16"))
        {
          product->prices[product->n_prices - 1].to = from - 1;
          from += 14;
        }
      add_price (product, from, tariff);
      if (year == second && g_str_equal (group->code, "GGZ"))
        {
          tariff = indexed (tariff, 125, product->unit);
          add_price (product, ps_date_from_ymd (year, 7, 1), tariff);
        }
    }
}

static guint
add_group (PsGenerateCatalogue *catalogue, const char *code, const char *segment)
{
  guint place;

  for (place = 0; place < catalogue->groups->len; place++)
    {
      int order = g_strcmp0 (code, g_array_index (catalogue->groups, PsGenerateGroup, place).code);

      if (order == 0)
        return place;
      if (order < 0)
        break;
    }
  g_array_insert_val (catalogue->groups, place, ((PsGenerateGroup){ code, segment }));
  return place;
}

static void
load_groups (PsGenerateCatalogue *catalogue)
{
  PsGenerateTable *table = catalogue->product_table;

  for (guint row = 0; row < table->rows->len; row++)
    add_group (catalogue, ps_generate_table_text (table, row, "productgroep"), ps_generate_table_text (table, row, "segment"));
}

static int
whole_or_zero (gint64 number)
{
  return number == PS_NO_NUMBER ? 0 : (int) number;
}

/* Both tables list the products in the same order. */
static void
load_product (PsGenerateCatalogue *catalogue, guint row)
{
  PsGenerateTable *table = catalogue->product_table;
  PsGenerateTable *prices = catalogue->price_table;
  PsGenerateProduct product = { 0 };

  product.code = ps_generate_table_text (table, row, "code");
  g_assert_cmpstr (product.code, ==, ps_generate_table_text (prices, row, "product"));
  product.group = ps_generate_catalogue_find_group (catalogue, ps_generate_table_text (table, row, "productgroep"));
  product.funding = (PsFunding) ps_generate_table_word (table, row, "bekostiging", PS_WORDS_FUNDING);
  product.unit = (PsUnit) ps_generate_table_word (table, row, "eenheid", PS_WORDS_UNIT);
  product.norm_months = whole_or_zero (ps_generate_table_number (table, row, "normduur_maanden", 0));
  product.weight = whole_or_zero (ps_generate_table_number (prices, row, "gewicht", 0));
  product.month_low = whole_or_zero (ps_generate_table_number (prices, row, "maandvolume_van", 0));
  product.month_high = whole_or_zero (ps_generate_table_number (prices, row, "maandvolume_tot", 0));
  set_prices (&product, ps_generate_catalogue_group (catalogue, product.group), &catalogue->period,
              ps_generate_table_number (prices, row, "tarief", 4));
  g_array_append_val (catalogue->products, product);
}

static void
load_municipality (PsGenerateCatalogue *catalogue, guint row)
{
  PsGenerateTable *table = catalogue->municipality_table;
  PsGenerateMunicipality municipality;

  municipality.code = ps_generate_table_text (table, row, "code");
  municipality.weight = (int) ps_generate_table_number (table, row, "gewicht", 0);
  municipality.places = g_str_equal (municipality.code, "0983") || g_str_equal (municipality.code, "0893");
  g_array_append_val (catalogue->municipalities, municipality);
}

PsGenerateCatalogue *
ps_generate_catalogue_new (const PsGeneratePeriod *period)
{
  PsGenerateCatalogue *catalogue = g_new0 (PsGenerateCatalogue, 1);

  catalogue->period = *period;
  catalogue->municipality_table = ps_generate_table_load ("gemeenten.csv");
  catalogue->product_table = ps_generate_table_load ("producten.csv");
  catalogue->scheme_table = ps_generate_table_load ("regelingen.csv");
  catalogue->price_table = ps_generate_table_load ("tarieven-basis.csv");
  catalogue->municipalities = g_array_new (FALSE, FALSE, sizeof (PsGenerateMunicipality));
  catalogue->groups = g_array_new (FALSE, FALSE, sizeof (PsGenerateGroup));
  catalogue->products = g_array_new (FALSE, FALSE, sizeof (PsGenerateProduct));

  for (guint row = 0; row < catalogue->municipality_table->rows->len; row++)
    load_municipality (catalogue, row);
  load_groups (catalogue);
  for (guint row = 0; row < catalogue->product_table->rows->len; row++)
    load_product (catalogue, row);
  return catalogue;
}

void
ps_generate_catalogue_free (PsGenerateCatalogue *catalogue)
{
  g_array_unref (catalogue->municipalities);
  g_array_unref (catalogue->groups);
  g_array_unref (catalogue->products);
  ps_generate_table_free (catalogue->municipality_table);
  ps_generate_table_free (catalogue->product_table);
  ps_generate_table_free (catalogue->scheme_table);
  ps_generate_table_free (catalogue->price_table);
  g_free (catalogue);
}

/* Writes the files that hold no more than the tables do. */
gboolean
ps_generate_catalogue_write (const PsGenerateCatalogue *catalogue, const char *folder, GError **error)
{
  return ps_generate_table_write (catalogue->municipality_table, folder, "gemeenten.csv", "code;naam", error)
         && ps_generate_table_write (catalogue->product_table, folder, "producten.csv",
                                     "code;naam;segment;productgroep;bekostiging;eenheid;normduur_maanden;normvolume_uren;"
                                     "prikkelvrij",
                                     error)
         && ps_generate_table_write (catalogue->scheme_table, folder, "regelingen.csv", "regeling;soort;vanaf;betaald_pct",
                                     error);
}

const PsGenerateProduct *
ps_generate_catalogue_product (const PsGenerateCatalogue *catalogue, guint product)
{
  return &g_array_index (catalogue->products, PsGenerateProduct, product);
}

const PsGenerateGroup *
ps_generate_catalogue_group (const PsGenerateCatalogue *catalogue, guint group)
{
  return &g_array_index (catalogue->groups, PsGenerateGroup, group);
}

const PsGenerateMunicipality *
ps_generate_catalogue_municipality (const PsGenerateCatalogue *catalogue, guint municipality)
{
  return &g_array_index (catalogue->municipalities, PsGenerateMunicipality, municipality);
}

guint
ps_generate_catalogue_find_group (const PsGenerateCatalogue *catalogue, const char *code)
{
  for (guint i = 0; i < catalogue->groups->len; i++)
    if (g_str_equal (ps_generate_catalogue_group (catalogue, i)->code, code))
      return i;
  g_assert_not_reached ();
}

guint
ps_generate_catalogue_find_municipality (const PsGenerateCatalogue *catalogue, const char *code)
{
  for (guint i = 0; i < catalogue->municipalities->len; i++)
    if (g_str_equal (ps_generate_catalogue_municipality (catalogue, i)->code, code))
      return i;
  g_assert_not_reached ();
}

gint64
ps_generate_price_on (const PsGeneratePrice *prices, guint n_prices, PsDate day)
{
  for (guint i = 0; i < n_prices; i++)
    if (prices[i].from <= day && day <= prices[i].to)
      return prices[i].tariff_e4;
  return PS_NO_NUMBER;
}
