/* ps-generate-client.c: a made-up client's way through care: assignments (301) and care periods (305/307)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#define MAX_PRODUCTS 64
#define MAX_FOLLOWING 3 /* assignments after the first */
#define REASON_PAUSED 20
#define REASON_ACCORDING_TO_PLAN 31

/* How often each product falls to a client of this municipality. Where places are paid, little else is left. */
static int
product_weight (const PsGenerateMaker *maker, guint product, guint municipality)
{
  const PsGenerateProduct *known = ps_generate_catalogue_product (maker->catalogue, product);
  gboolean pays_places = ps_generate_catalogue_municipality (maker->catalogue, municipality)->places;

  int weight = known->weight * (known->funding == PS_FUNDING_PXQ ? maker->volume_weight : 1);

  if (known->funding == PS_FUNDING_PLEK)
    return pays_places ? weight * 6 : 0;
  return pays_places ? weight * 2 : weight * 6;
}

static guint
draw_product (PsGenerateMaker *maker, guint municipality, guint only_group)
{
  const PsGenerateProfile *profile = maker->profile;
  guint n_products = maker->catalogue->products->len;
  int weights[MAX_PRODUCTS] = { 0 };
  gboolean any = FALSE;

  g_assert (n_products <= MAX_PRODUCTS);
  for (guint product = 0; product < n_products; product++)
    for (guint i = 0; i < profile->n_groups; i++)
      if (ps_generate_catalogue_product (maker->catalogue, product)->group == profile->groups[i]
          && (only_group == PS_NONE || only_group == profile->groups[i]))
        {
          weights[product] = product_weight (maker, product, municipality);
          any |= weights[product] > 0;
        }
  return any ? ps_random_weighted (&maker->random, weights, n_products) : PS_NONE;
}

static guint
draw_municipality (PsGenerateMaker *maker)
{
  const PsGenerateProfile *profile = maker->profile;
  int weights[PS_GENERATE_MAX_MUNICIPALITIES];

  for (guint i = 0; i < profile->n_municipalities; i++)
    weights[i] = ps_generate_catalogue_municipality (maker->catalogue, profile->municipalities[i])->weight;
  return profile->municipalities[ps_random_weighted (&maker->random, weights, profile->n_municipalities)];
}

/* Now and then somebody who was in care elsewhere; the same pseudonym then, and the same municipality. */
static guint32
draw_client (PsGenerateMaker *maker, guint municipality)
{
  guint8 home = (guint8) municipality;

  if (maker->clients->len > 0 && ps_random_chance (&maker->random, 60))
    {
      guint known = (guint) ps_random_between (&maker->random, 0, (int) maker->clients->len - 1);

      if (g_array_index (maker->clients, guint8, known) == home)
        return known;
    }
  g_array_append_val (maker->clients, home);
  return maker->clients->len - 1;
}

/* For how many months care of this product is granted at a time. */
static int
draw_months (PsGenerateMaker *maker, const PsGenerateProduct *product)
{
  static const int months[] = { 3, 6, 9, 12, 24 };
  static const int weights[] = { 3, 12, 13, 50, 22 };

  if (product->funding == PS_FUNDING_TRAJECT)
    return product->norm_months + 2;
  if (g_str_equal (ps_generate_catalogue_group (maker->catalogue, product->group)->code, "CRI"))
    return 2;
  if (product->funding == PS_FUNDING_PLEK || product->unit == PS_UNIT_ETMAAL)
    return 12;
  return months[ps_random_weighted (&maker->random, weights, G_N_ELEMENTS (weights))];
}

/* How many days the care really takes. */
static int
draw_days (PsGenerateMaker *maker, const PsGenerateProduct *product, const PsMadeAssignment *assignment)
{
  int norm = product->norm_months * 30;
  int share = ps_random_between (&maker->random, 0, 99);
  int granted;

  if (assignment->end == PS_DATE_OPEN)
    return ps_random_between (&maker->random, 200, 760);
  granted = assignment->end - assignment->start + 1;
  if (product->funding == PS_FUNDING_TRAJECT)
    {
      if (share < 62)
        return norm * ps_random_between (&maker->random, 80, 108) / 100;
      return norm * (share < 85 ? ps_random_between (&maker->random, 35, 80) : ps_random_between (&maker->random, 100, 116))
             / 100;
    }
  return share < 70 ? granted : granted * ps_random_between (&maker->random, 35, 100) / 100;
}

static int
draw_reason (PsGenerateMaker *maker, gboolean early)
{
  static const int reasons[] = { REASON_ACCORDING_TO_PLAN, 34, 32, 33, 38, 36, 35, 39, 2 };
  static const int usual[] = { 780, 80, 50, 30, 25, 15, 10, 9, 1 };
  static const int before_time[] = { 380, 240, 170, 80, 60, 30, 20, 18, 2 };

  return reasons[ps_random_weighted (&maker->random, early ? before_time : usual, G_N_ELEMENTS (reasons))];
}

/* What nobody has reported yet is not in the files: a later start is left out, a later stop still open. */
static void
add_care (PsGenerateMaker *maker, guint assignment, PsDate start, PsDate stop, int reason)
{
  PsDate known_through = maker->catalogue->period.known_through;
  PsMadeCare care = { assignment, start, stop, reason };

  if (start > known_through)
    return;
  if (stop > known_through)
    {
      care.stop = PS_DATE_OPEN;
      care.reason = 0;
    }
  g_array_append_val (maker->care, care);
}

/* Care periods of an assignment. Returns the last day that somebody was in care. */
static PsDate
make_care (PsGenerateMaker *maker, guint number, const PsGenerateProduct *product)
{
  PsMadeAssignment assignment = g_array_index (maker->assignments, PsMadeAssignment, number);
  PsDate start = assignment.start + ps_random_between (&maker->random, 0, 14);
  PsDate stop = start + draw_days (maker, product, &assignment) - 1;
  gboolean early;

  if (assignment.end != PS_DATE_OPEN && stop > assignment.end)
    stop = assignment.end + (ps_random_chance (&maker->random, 30) ? ps_random_between (&maker->random, 1, 30) : 0);
  early = product->norm_months > 0 && stop - start < product->norm_months * 24;

  if (stop - start > 120 && ps_random_chance (&maker->random, 190))
    {
      PsDate pause = start + ps_random_between (&maker->random, 40, 80);

      add_care (maker, number, start, pause, REASON_PAUSED);
      start = pause + ps_random_between (&maker->random, 10, 60);
    }
  if (stop >= start)
    add_care (maker, number, start, stop, draw_reason (maker, early));
  if (product->funding == PS_FUNDING_TRAJECT && ps_random_chance (&maker->random, 5))
    add_care (maker, number, stop + 10, stop + 40, REASON_ACCORDING_TO_PLAN);
  return MAX (stop, start);
}

static guint
add_assignment (PsGenerateMaker *maker, guint32 client, guint municipality, guint product, PsDate start)
{
  const PsGenerateProduct *known = ps_generate_catalogue_product (maker->catalogue, product);
  PsMadeAssignment assignment = { 0 };

  assignment.number = maker->next_numbers[municipality]++;
  assignment.client = client;
  assignment.product = product;
  assignment.needed = product;
  assignment.group = known->group;
  assignment.municipality = municipality;
  assignment.start = start;
  assignment.end = ps_date_add_months (start, draw_months (maker, known)) - 1;
  if (known->funding != PS_FUNDING_TRAJECT && ps_random_chance (&maker->random, 60))
    assignment.end = PS_DATE_OPEN;
  if (known->funding == PS_FUNDING_PXQ && ps_random_chance (&maker->random, 180))
    assignment.product = PS_NONE;
  g_array_append_val (maker->assignments, assignment);
  return maker->assignments->len - 1;
}

/* Care that does not come about is called off after some weeks, as far as that is known; until then its client waits. By dice of its own,
 * so that nothing else changes with it. */
static void
call_off (PsGenerateMaker *maker, PsMadeAssignment *assignment)
{
  PsRandom random = ps_generate_maker_dice (maker, assignment);
  PsDate last = assignment->start + ps_random_between (&random, 30, 190);

  if (last <= maker->catalogue->period.known_through && last < assignment->end)
    assignment->end = last;
}

/* One assignment with its care and what was declared for it. Returns the last day in care, PS_DATE_OPEN when it never began. */
static PsDate
make_assignment (PsGenerateMaker *maker, guint32 client, guint municipality, guint product, PsDate start)
{
  const PsGenerateProduct *known = ps_generate_catalogue_product (maker->catalogue, product);
  guint number = add_assignment (maker, client, municipality, product, start);
  guint first_care = maker->care->len;
  PsDate last;

  if (ps_random_chance (&maker->random, 25))
    {
      call_off (maker, &g_array_index (maker->assignments, PsMadeAssignment, number));
      return PS_DATE_OPEN;
    }
  last = make_care (maker, number, known);
  if (known->funding == PS_FUNDING_TRAJECT)
    ps_generate_traject_lines (maker, number, first_care);
  else if (known->funding == PS_FUNDING_PLEK)
    ps_generate_places (maker, number, first_care);
  else
    ps_generate_care_lines (maker, number, product, first_care);
  return last;
}

/* After an assignment: extension, another product, or back after some months (domain.md §8). PS_NONE: left care. */
static guint
draw_next (PsGenerateMaker *maker, guint product, guint municipality, PsDate *start)
{
  int fate = ps_random_between (&maker->random, 0, 999);
  gboolean traject = ps_generate_catalogue_product (maker->catalogue, product)->funding == PS_FUNDING_TRAJECT;

  *start += ps_random_between (&maker->random, -6, 24);
  if (fate < (traject ? 90 : 270))
    return product;
  if (traject && fate < 270)
    return PS_NONE;
  if (fate < 350)
    return draw_product (maker, municipality, ps_generate_catalogue_product (maker->catalogue, product)->group);
  if (fate < 400)
    return draw_product (maker, municipality, PS_NONE);
  *start += ps_random_between (&maker->random, 40, 130);
  return fate < 440 ? product : PS_NONE;
}

void
ps_generate_maker_add_client (PsGenerateMaker *maker, PsDate arrival)
{
  guint municipality = draw_municipality (maker);
  guint product = draw_product (maker, municipality, PS_NONE);
  guint32 client;
  PsDate start = arrival;

  if (product == PS_NONE)
    return;
  client = draw_client (maker, municipality);
  for (int i = 0; i <= MAX_FOLLOWING && product != PS_NONE && start <= maker->catalogue->period.known_through + 14; i++)
    {
      PsDate last = make_assignment (maker, client, municipality, product, start);

      if (last == PS_DATE_OPEN)
        return;
      start = last + 1;
      product = draw_next (maker, product, municipality, &start);
    }
}
