/* ps-generate-traject.c: instalments of made-up trajects, and what trajects and places produce
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What is added up here only serves to agree on ceilings that look like real ones; the settlement computes for itself.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#define REASON_PAUSED 20
#define REASON_ACCORDING_TO_PLAN 31

typedef struct
{
  guint assignment;
  guint product;
  gint64 price_cents;
  int months;
  PsDate start;
  PsDate stop;           /* PS_DATE_OPEN: not ended */
  PsDate limit;          /* the assignment's end */
  gint64 produced_cents; /* once it has ended */
} Traject;

static gint64
rounded (PsWide numerator, PsWide denominator)
{
  PsOverflow overflow = { FALSE };
  gint64 result = ps_round_div (numerator, denominator, &overflow);

  g_assert (!overflow.overflowed);
  return result;
}

/* The end of a traject is the first stop that is not a pause (domain.md §4). FALSE: it never began. */
static gboolean
read_traject (PsGenerateMaker *maker, guint number, guint first_care, Traject *traject)
{
  const PsMadeAssignment *assignment = &g_array_index (maker->assignments, PsMadeAssignment, number);
  const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, assignment->product);
  const PsMadeCare *care = NULL;
  PsDate norm_end;

  if (first_care == maker->care->len)
    return FALSE;
  *traject = (Traject){ .assignment = number,
                        .product = assignment->product,
                        .months = product->norm_months,
                        .stop = PS_DATE_OPEN,
                        .limit = assignment->end };
  traject->start = g_array_index (maker->care, PsMadeCare, first_care).start;
  traject->price_cents = ps_generate_maker_price (maker, assignment->product, traject->start) / 100;
  for (guint i = first_care; i < maker->care->len && traject->stop == PS_DATE_OPEN; i++)
    {
      care = &g_array_index (maker->care, PsMadeCare, i);
      if (care->stop != PS_DATE_OPEN && care->reason != REASON_PAUSED)
        traject->stop = care->stop;
    }
  if (traject->stop != PS_DATE_OPEN)
    {
      norm_end = ps_date_add_months (traject->start, traject->months);
      traject->produced_cents = traject->price_cents;
      if (care->reason != REASON_ACCORDING_TO_PLAN && traject->stop < norm_end)
        traject->produced_cents =
            rounded ((PsWide) traject->price_cents * (traject->stop - traject->start + 1), norm_end - traject->start);
    }
  return TRUE;
}

/* Only what falls in the days that were declared. */
static void
add_instalment (PsGenerateMaker *maker, const Traject *traject, PsDate from, PsDate to, gint64 amount_cents)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  PsMadeLine line = { 0 };

  if (amount_cents <= 0 || from < ps_date_year_start (period->first_year) || from > period->declared_through)
    return;
  line.assignment = traject->assignment;
  line.product = traject->product;
  line.volume_milli = 1000;
  line.tariff_e4 = PS_NO_NUMBER;
  line.amount_cents = amount_cents;
  line.from = from;
  line.to = MAX (from, MIN (to, traject->limit));
  line.status = ps_random_chance (&maker->random, 8) ? PS_STATUS_REFUSED : PS_STATUS_GRANTED;
  if (from > period->declared_through - 31 && ps_random_chance (&maker->random, 500))
    line.status = PS_STATUS_SUBMITTED;
  g_array_append_val (maker->lines, line);
}

static void
declare_by_month (PsGenerateMaker *maker, const Traject *traject)
{
  gint64 instalment = traject->price_cents / traject->months;
  gint64 left = traject->price_cents;
  PsDate from = traject->start;

  for (int month = 1; month <= traject->months && from <= traject->stop; month++)
    {
      PsDate next = ps_date_add_months (traject->start, month);
      gint64 amount = month == traject->months ? left : instalment;

      add_instalment (maker, traject, from, MIN (next - 1, traject->stop), amount);
      left -= amount;
      from = next;
    }
  if (traject->produced_cents == traject->price_cents)
    add_instalment (maker, traject, traject->stop, traject->stop, left);
}

/* What began before the first year is declared as a whole when it ends: nothing of it is missing from the files then. */
static void
declare (PsGenerateMaker *maker, const Traject *traject)
{
  gboolean ended = traject->stop != PS_DATE_OPEN;
  gint64 half = traject->price_cents / 2;

  if (traject->start < ps_date_year_start (maker->catalogue->period.first_year))
    {
      if (ended)
        add_instalment (maker, traject, traject->stop, traject->stop, traject->produced_cents);
    }
  else if (ps_generate_profile_has (maker->profile, PS_GENERATE_INSTALMENTS))
    declare_by_month (maker, traject);
  else if (ps_generate_profile_has (maker->profile, PS_GENERATE_HALVES))
    {
      add_instalment (maker, traject, traject->start, traject->start, half);
      if (ended)
        add_instalment (maker, traject, traject->stop, traject->stop, traject->produced_cents - half);
    }
  else
    add_instalment (maker, traject, traject->start, traject->start, traject->price_cents);
}

/* The instalments of a traject, and what it produced. */
void
ps_generate_traject_lines (PsGenerateMaker *maker, guint assignment, guint first_care)
{
  Traject traject;

  if (!read_traject (maker, assignment, first_care, &traject))
    return;
  declare (maker, &traject);
  if (traject.stop != PS_DATE_OPEN)
    ps_generate_maker_produce (maker, assignment, traject.stop, traject.produced_cents);
}

/* What places produce, year by year at the tariff of the year's last day; nothing is declared for them. */
void
ps_generate_places (PsGenerateMaker *maker, guint number, guint first_care)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  PsMadeAssignment assignment = g_array_index (maker->assignments, PsMadeAssignment, number);

  for (guint i = first_care; i < maker->care->len; i++)
    {
      PsMadeCare care = g_array_index (maker->care, PsMadeCare, i);
      PsDate last = MIN (MIN (care.stop, assignment.end), period->known_through);

      for (int year = period->first_year; year < period->first_year + period->n_years; year++)
        {
          int days = MIN (last, ps_date_year_end (year)) - MAX (care.start, ps_date_year_start (year)) + 1;
          gint64 price = ps_generate_maker_price (maker, assignment.product, ps_date_year_end (year));

          if (days > 0)
            ps_generate_maker_produce (maker, number, ps_date_year_end (year),
                                       rounded ((PsWide) price * days, (PsWide) ps_date_days_in_year (year) * 100));
        }
    }
}
