/* ps-generate-measurements.c: peildata and what was measured on them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#include <string.h>

#define FORGOTTEN 12     /* in a thousand measurements of places */
#define FEWEST_CLIENTS 2 /* of other products: no measurement below it */

/* The peildata of a year, each with the last month of which all is known (domain.md §7). */
static const struct
{
  int month;
  int day;
  int months_complete;
  const char *label;
} reference_days[] = {
  { 2, 22, 0, "Eerste peildatum" },
  { 5, 19, 3, "Tweede peildatum" },
  { 7, 19, 5, "Derde peildatum" },
};

typedef struct
{
  int clients;
  gint64 realised_cents;
} Measured;

static PsDate
data_through (int year, guint place)
{
  return ps_date_add_months (ps_date_year_start (year), reference_days[place].months_complete) - 1;
}

static PsDate
reference_day (int year, guint place)
{
  return ps_date_from_ymd (year, reference_days[place].month, reference_days[place].day);
}

void
ps_generate_peildata (PsGenerateMaker *maker)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  PsGenerateFile *file = maker->files.peildata;

  for (int year = period->first_year; year < period->first_year + period->n_years; year++)
    for (guint i = 0; i < G_N_ELEMENTS (reference_days) && reference_day (year, i) <= period->known_through; i++)
      {
        ps_generate_file_date (file, reference_day (year, i));
        ps_generate_file_text (file, reference_days[i].label);
        ps_generate_file_date (file, data_through (year, i));
        ps_generate_file_end_row (file);
      }
}

static Measured *
cell (const PsGenerateMaker *maker, Measured *measured, guint product, guint municipality)
{
  return &measured[product * maker->catalogue->municipalities->len + municipality];
}

/* Who is in care on `day`, and what their places came to from 1 January to `complete`. */
static void
count_care (PsGenerateMaker *maker, PsDate day, PsDate complete, Measured *measured)
{
  PsDate year_start = ps_date_year_start (ps_date_year (day));

  for (guint i = 0; i < maker->care->len; i++)
    {
      const PsMadeCare *care = &g_array_index (maker->care, PsMadeCare, i);
      const PsMadeAssignment *assignment = &g_array_index (maker->assignments, PsMadeAssignment, care->assignment);
      PsDate last = MIN (care->stop, assignment->end);
      int days = MIN (last, complete) - MAX (care->start, year_start) + 1;
      Measured *at;

      if (assignment->product == PS_NONE)
        continue;
      at = cell (maker, measured, assignment->product, assignment->municipality);
      if (care->start <= day && day <= last)
        at->clients++;
      if (days > 0 && ps_generate_catalogue_product (maker->catalogue, assignment->product)->funding == PS_FUNDING_PLEK)
        at->realised_cents += ps_generate_maker_price (maker, assignment->product, year_start) * days
                              / (100 * ps_date_days_in_year (ps_date_year (day)));
    }
}

static void
count_lines (PsGenerateMaker *maker, PsDate day, PsDate complete, Measured *measured)
{
  PsDate year_start = ps_date_year_start (ps_date_year (day));

  for (guint i = 0; i < maker->lines->len; i++)
    {
      const PsMadeLine *line = &g_array_index (maker->lines, PsMadeLine, i);

      if (line->from >= year_start && line->from <= complete && line->status != PS_STATUS_REFUSED)
        cell (maker, measured, line->product, g_array_index (maker->assignments, PsMadeAssignment, line->assignment).municipality)
            ->realised_cents += line->amount_cents;
    }
}

static void
write_measurement (PsGenerateMaker *maker, PsDate day, guint product, guint municipality, const Measured *measured)
{
  const PsGenerateProduct *known = ps_generate_catalogue_product (maker->catalogue, product);
  PsGenerateFile *file = maker->files.measurements;
  int waiting = ps_random_between (&maker->random, 0, measured->clients / 4 + 2);
  int half_places = ps_random_chance (&maker->random, 150) ? ps_random_between (&maker->random, -1, 1) : 0;

  ps_generate_file_date (file, day);
  ps_generate_file_text (file, maker->profile->agb);
  ps_generate_file_text (file, known->code);
  ps_generate_file_text (file, ps_generate_catalogue_municipality (maker->catalogue, municipality)->code);
  ps_generate_file_number (file, measured->clients);
  if (known->funding == PS_FUNDING_PLEK)
    ps_generate_file_decimal (file, measured->clients * 1000 + half_places * 500, 3, 0);
  else
    ps_generate_file_empty (file, 1);
  if (known->funding == PS_FUNDING_TRAJECT || measured->realised_cents <= 0)
    ps_generate_file_empty (file, 1);
  else
    ps_generate_file_decimal (file, measured->realised_cents, 2, 2);
  ps_generate_file_number (file, waiting);
  if (waiting > 0)
    ps_generate_file_number (file, ps_random_between (&maker->random, 12, 130));
  else
    ps_generate_file_empty (file, 1);
  ps_generate_file_end_row (file);
}

static void
measure (PsGenerateMaker *maker, PsDate day, PsDate complete, Measured *measured)
{
  const PsGenerateCatalogue *catalogue = maker->catalogue;

  count_care (maker, day, complete, measured);
  if (maker->measures_all)
    count_lines (maker, day, complete, measured);
  for (guint product = 0; product < catalogue->products->len; product++)
    for (guint municipality = 0; municipality < catalogue->municipalities->len; municipality++)
      {
        const Measured *at = cell (maker, measured, product, municipality);
        gboolean places = ps_generate_catalogue_product (catalogue, product)->funding == PS_FUNDING_PLEK;

        if (places ? at->clients > 0 && !ps_random_chance (&maker->random, FORGOTTEN)
                   : maker->measures_all && at->clients >= FEWEST_CLIENTS)
          write_measurement (maker, day, product, municipality, at);
      }
}

/* What backoffice entered for the provider on each peildatum. */
void
ps_generate_measurements (PsGenerateMaker *maker)
{
  const PsGeneratePeriod *period = &maker->catalogue->period;
  gsize size = sizeof (Measured) * maker->catalogue->products->len * maker->catalogue->municipalities->len;
  g_autofree Measured *measured = g_malloc (size);

  for (int year = period->first_year; year < period->first_year + period->n_years; year++)
    for (guint i = 0; i < G_N_ELEMENTS (reference_days) && reference_day (year, i) <= period->known_through; i++)
      {
        memset (measured, 0, size);
        measure (maker, reference_day (year, i), data_through (year, i), measured);
      }
}
