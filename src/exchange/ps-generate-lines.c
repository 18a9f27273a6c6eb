/* ps-generate-lines.c: made-up declaration lines (323) of care that is paid by volume, right ones and wrong ones
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

/* In a thousand lines */
#define WRONG 13
#define WRONG_IF_SLOPPY 60
#define REFUSED 8
#define CREDITED 7
#define DECLARED_TWICE 2

/* Less care in the holidays, in per cent of an ordinary month */
static const int season_pct[] = { 99, 96, 105, 100, 94, 99, 72, 63, 103, 102, 104, 86 };

static gint64
amount_of (gint64 volume_milli, gint64 tariff_e4)
{
  PsOverflow overflow = { FALSE };
  gint64 amount = ps_line_amount (volume_milli, tariff_e4, &overflow);

  g_assert (!overflow.overflowed);
  return amount;
}

static PsLineStatus
draw_status (PsGenerateMaker *maker, PsDate from)
{
  int age = maker->catalogue->period.declared_through - from;

  if ((age < 31 && ps_random_chance (&maker->random, 600)) || (age < 62 && ps_random_chance (&maker->random, 150)))
    return PS_STATUS_SUBMITTED;
  return ps_random_chance (&maker->random, REFUSED) ? PS_STATUS_REFUSED : PS_STATUS_GRANTED;
}

/* A volume in the product's own unit, for the days from `from` to `to` of one month. */
static gint64
draw_volume (PsGenerateMaker *maker, const PsGenerateProduct *product, PsDate from, PsDate to)
{
  int days = to - from + 1;
  int year, month, in_month;
  gint64 volume;

  if (product->month_low >= PS_GENERATE_EVERY_DAY)
    return (gint64) days * 1000;
  ps_date_to_ymd (from, &year, &month, NULL);
  in_month = ps_date_days_in_month (year, month);
  volume = (gint64) ps_random_between (&maker->random, product->month_low * 1000, product->month_high * 1000)
           * season_pct[month - 1] * days / (100 * in_month);
  switch ((int) product->unit)
    {
    case PS_UNIT_HOUR:
      return volume / 250 * 250; /* quarters of an hour */
    case PS_UNIT_MINUTE:
      return volume / 5000 * 5000;
    default:
      return volume / 1000 * 1000;
    }
}

/* iJw IV081 (domain.md §4): the hour tariff ÷ 60 to a cent, and the amount from the hour tariff itself. */
static void
declare_in_minutes (PsMadeLine *line)
{
  PsOverflow overflow = { FALSE };
  gint64 hour_e4 = line->tariff_e4;

  line->volume_milli = line->volume_milli / 1000 * 60000 + line->volume_milli % 1000 / 250 * 15000;
  line->unit = PS_UNIT_MINUTE;
  line->tariff_e4 = ps_round_div (hour_e4, 6000, &overflow) * 100;
  line->amount_cents = ps_round_div ((PsWide) hour_e4 * line->volume_milli, 6000000, &overflow);
  g_assert (!overflow.overflowed);
}

static guint
other_pxq_product (const PsGenerateMaker *maker, guint product)
{
  const PsGenerateCatalogue *catalogue = maker->catalogue;
  guint group = ps_generate_catalogue_product (catalogue, product)->group;
  guint other = product;

  do
    other = (other + 1) % catalogue->products->len;
  while (ps_generate_catalogue_product (catalogue, other)->group == group
         || ps_generate_catalogue_product (catalogue, other)->funding != PS_FUNDING_PXQ);
  return other;
}

/* Makes a line wrong in one of the ways of domain.md §4. */
static void
spoil (PsGenerateMaker *maker, PsMadeLine *line)
{
  static const int weights[] = { 20, 15, 30, 25, 10 };
  PsDate end = g_array_index (maker->assignments, PsMadeAssignment, line->assignment).end;

  switch (ps_random_weighted (&maker->random, weights, G_N_ELEMENTS (weights)))
    {
    case 0:
      line->product = other_pxq_product (maker, line->product);
      line->unit = PS_UNIT_NONE;
      break;
    case 1:
      line->unit = line->unit == PS_UNIT_DAYPART ? PS_UNIT_HOUR : PS_UNIT_DAYPART;
      break;
    case 2:
      line->tariff_e4 = (line->tariff_e4 * ps_random_between (&maker->random, 101, 108) / 10000 + 1) * 100;
      line->amount_cents = amount_of (line->volume_milli, line->tariff_e4);
      break;
    case 3:
      line->amount_cents += ps_random_between (&maker->random, 1, 9) * (ps_random_chance (&maker->random, 300) ? 100 : 1);
      break;
    default:
      if (end != PS_DATE_OPEN)
        line->to = MAX (end, line->to) + ps_random_between (&maker->random, 1, 20);
      else
        line->amount_cents += 1;
      break;
    }
}

static void
add_credit (PsGenerateMaker *maker, const PsMadeLine *line)
{
  PsMadeLine credit = *line;

  credit.volume_milli = -line->volume_milli;
  credit.amount_cents = -line->amount_cents;
  g_array_append_val (maker->lines, credit);
  if (credit.status != PS_STATUS_REFUSED)
    ps_generate_maker_produce (maker, credit.assignment, credit.from, credit.amount_cents);
}

static void
add_right_line (PsGenerateMaker *maker, const PsMadeLine *line)
{
  g_array_append_vals (maker->lines, line, 1);
  if (line->status != PS_STATUS_REFUSED)
    ps_generate_maker_produce (maker, line->assignment, line->from, line->amount_cents);
}

static void
add_line (PsGenerateMaker *maker, PsMadeLine *line)
{
  gboolean sloppy = ps_generate_profile_has (maker->profile, PS_GENERATE_SLOPPY);
  const PsMadeAssignment *assignment = &g_array_index (maker->assignments, PsMadeAssignment, line->assignment);
  PsMadeLine original = *line;

  if (ps_random_chance (&maker->random, sloppy ? WRONG_IF_SLOPPY : WRONG))
    {
      spoil (maker, line);
      g_array_append_vals (maker->lines, line, 1);
      return;
    }
  if (assignment->end != PS_DATE_OPEN && line->to > assignment->end)
    {
      g_array_append_vals (maker->lines, line, 1); /* care went on after its assignment: in dispute as it is */
      return;
    }
  add_right_line (maker, line);
  if (ps_random_chance (&maker->random, CREDITED))
    {
      add_credit (maker, &original);
      line->volume_milli += 1000;
      line->amount_cents = amount_of (line->volume_milli, line->tariff_e4);
      if (line->unit == PS_UNIT_NONE)
        add_right_line (maker, line);
    }
  else if (ps_random_chance (&maker->random, DECLARED_TWICE))
    add_right_line (maker, line);
}

/* The month from `from` to `to`. */
static void
add_month (PsGenerateMaker *maker, guint assignment, guint product, PsDate from, PsDate to)
{
  const PsGenerateProduct *known = ps_generate_catalogue_product (maker->catalogue, product);
  gint64 tariff = ps_generate_maker_price (maker, product, from);
  PsMadeLine line = { 0 };

  line.volume_milli = draw_volume (maker, known, from, to);
  if (line.volume_milli == 0)
    return;
  line.assignment = assignment;
  line.product = product;
  line.from = from;
  line.to = to;
  line.tariff_e4 = tariff != PS_NO_NUMBER ? tariff : known->prices[0].tariff_e4;
  line.amount_cents = amount_of (line.volume_milli, line.tariff_e4);
  line.status = draw_status (maker, from);
  if (tariff == PS_NO_NUMBER)
    {
      g_array_append_val (maker->lines, line);
      return;
    }
  if (known->unit == PS_UNIT_HOUR && ps_generate_profile_has (maker->profile, PS_GENERATE_MINUTES)
      && ps_random_chance (&maker->random, 700))
    declare_in_minutes (&line);
  add_line (maker, &line);
}

/* Another product of the same group that is paid by volume, or the same one where there is none. */
guint
ps_generate_sister (const PsGenerateMaker *maker, guint product)
{
  const PsGenerateCatalogue *catalogue = maker->catalogue;
  guint group = ps_generate_catalogue_product (catalogue, product)->group;
  guint other = product;

  do
    other = (other + 1) % catalogue->products->len;
  while (ps_generate_catalogue_product (catalogue, other)->group != group
         || ps_generate_catalogue_product (catalogue, other)->funding != PS_FUNDING_PXQ);
  return other;
}

/* On an aspecific assignment two products of the group are often declared side by side. */
static void
add_month_of_products (PsGenerateMaker *maker, guint assignment, guint product, PsDate from, PsDate to)
{
  gboolean aspecific = g_array_index (maker->assignments, PsMadeAssignment, assignment).product == PS_NONE;
  guint sister = aspecific ? ps_generate_sister (maker, product) : product;

  add_month (maker, assignment, product, from, to);
  if (sister != product && ps_random_chance (&maker->random, PS_GENERATE_SISTER_TOO))
    add_month (maker, assignment, sister, from, to);
}

/* A line or two a month for the care periods of `assignment` from `first_care` on, as far as was declared. */
void
ps_generate_care_lines (PsGenerateMaker *maker, guint assignment, guint product, guint first_care)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;

  for (guint i = first_care; i < maker->care->len; i++)
    {
      PsMadeCare care = g_array_index (maker->care, PsMadeCare, i);
      PsDate from = MAX (care.start, ps_date_year_start (period->first_year));
      PsDate last = MIN (care.stop, period->declared_through);

      if (care.stop == PS_DATE_OPEN)
        last = MIN (last, g_array_index (maker->assignments, PsMadeAssignment, assignment).end);
      while (from <= last)
        {
          int year, month;
          PsDate to;

          ps_date_to_ymd (from, &year, &month, NULL);
          to = ps_date_from_ymd (year, month, ps_date_days_in_month (year, month));
          add_month_of_products (maker, assignment, product, from, MIN (to, last));
          from = to + 1;
        }
    }
}
