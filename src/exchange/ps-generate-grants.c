/* ps-generate-grants.c: how much care made-up assignments grant
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Whoever grants care goes by what clients of that product usually take, and somewhat above it: of what was granted some three quarters is
 * declared (domain.md §8), of small providers more. Dice of its own: whatever is granted, the rest of a made-up region stays as it is.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#define DAYS_A_MONTH 31
#define MINUTES_STEP 5

/* Starts for every assignment with a number of its own, which nothing else of the region depends on. */
PsRandom
ps_generate_maker_dice (const PsGenerateMaker *maker, const PsMadeAssignment *assignment)
{
  guint64 provider = g_ascii_strtoull (maker->profile->agb, NULL, 10);

  return (PsRandom){ provider << 32 ^ assignment->number << 8 ^ assignment->municipality };
}

/* How much is granted of every hundred that clients usually take: some providers ask for less than they use. */
static int
draw_share (const PsGenerateMaker *maker, const PsMadeAssignment *assignment)
{
  PsRandom own = { g_ascii_strtoull (maker->profile->agb, NULL, 10) };
  PsRandom random = ps_generate_maker_dice (maker, assignment);
  gboolean micro = maker->profile->kind == PS_KIND_MICRO;
  int usual = micro ? ps_random_between (&own, 78, 98) : ps_random_between (&own, 92, 118);

  return usual * ps_random_between (&random, 75, 125) / 100;
}

/* Units a month that a client usually takes, in thousandths. */
static gint64
usual_milli (const PsGenerateProduct *product)
{
  if (product->month_low >= PS_GENERATE_EVERY_DAY)
    return DAYS_A_MONTH * 1000;
  return (gint64) (product->month_low + product->month_high) * 500;
}

/* Crisis help is granted for all of its days together, where it is known how many; without an end nobody says how much of it. */
static void
grant_crisis (const PsGenerateProduct *product, const PsMadeAssignment *assignment, int share_pct, PsMadeGrant *grant)
{
  gint64 days = assignment->end - assignment->start + 1;

  if (assignment->end == PS_DATE_OPEN)
    return;
  grant->volume_milli = MAX (1, (usual_milli (product) * days * 12 / 365 * share_pct / 100 + 500) / 1000) * 1000;
  grant->unit = product->unit;
  grant->frequency = PS_FREQUENCY_TOTAL;
}

/* Stay is granted by whole months where a client is there every day; the rest in whole units, minutes by fives. */
static gint64
granted_milli (const PsGenerateProduct *product, int share_pct)
{
  gint64 step = product->unit == PS_UNIT_MINUTE ? MINUTES_STEP * 1000 : 1000;

  if (product->unit == PS_UNIT_ETMAAL && product->month_low >= PS_GENERATE_EVERY_DAY)
    return usual_milli (product);
  return MAX (1, (usual_milli (product) * share_pct / 100 + step / 2) / step) * step;
}

static gint64
usual_cents_a_month (const PsGenerateMaker *maker, guint place, PsDate day)
{
  const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, place);
  gint64 tariff_e4 = ps_generate_maker_price (maker, place, day);

  return usual_milli (product) * (tariff_e4 != PS_NO_NUMBER ? tariff_e4 : product->prices[0].tariff_e4) / 100000;
}

/* Budgets are round, the larger the rounder. */
static gint64
round_budget (gint64 euros)
{
  gint64 step = euros < 2000 ? 50 : euros < 10000 ? 250 : euros < 25000 ? 1000 : 2500;

  return MAX (1, (euros + step / 2) / step) * step;
}

/* Of all that is declared on it, products of the group side by side. Of an open end: for a year. */
static gint64
granted_budget (const PsGenerateMaker *maker, const PsMadeAssignment *assignment, int share_pct)
{
  guint sister = ps_generate_sister (maker, assignment->needed);
  gint64 days = assignment->end != PS_DATE_OPEN ? assignment->end - assignment->start + 1 : 365;
  gint64 cents = usual_cents_a_month (maker, assignment->needed, assignment->start);

  if (sister != assignment->needed)
    cents += usual_cents_a_month (maker, sister, assignment->start) * PS_GENERATE_SISTER_TOO / 1000;
  return round_budget (cents * 12 * days / 365 * share_pct / 10000);
}

/* What stands in the columns volume, unit, frequency and budget. */
void
ps_generate_grant (PsGenerateMaker *maker, const PsMadeAssignment *assignment, PsMadeGrant *grant)
{
  const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, assignment->needed);
  int share_pct = draw_share (maker, assignment);

  *grant = (PsMadeGrant){ .volume_milli = PS_NO_NUMBER, .budget = PS_NO_NUMBER };
  if (assignment->product == PS_NONE)
    {
      ps_random_next (&maker->random); /* as ever: what follows it in the files stays as it is */
      grant->budget = granted_budget (maker, assignment, share_pct);
    }
  else if (product->funding == PS_FUNDING_TRAJECT)
    {
      grant->volume_milli = product->prices[0].tariff_e4 / 10;
      grant->unit = PS_UNIT_EURO;
      grant->frequency = PS_FREQUENCY_TOTAL;
    }
  else if (g_str_equal (ps_generate_catalogue_group (maker->catalogue, product->group)->code, "CRI"))
    grant_crisis (product, assignment, share_pct, grant);
  else if (product->funding == PS_FUNDING_PXQ)
    {
      grant->volume_milli = granted_milli (product, share_pct);
      grant->unit = product->unit;
      grant->frequency = PS_FREQUENCY_MONTH;
    }
}
