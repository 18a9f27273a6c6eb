/* ps-year-facts.c: what the overview needs of one provider's year (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-year-facts.h"

#include "ps-care-span.h"
#include "ps-waiting.h"

/**
 * ps_year_facts_new: of a provider of whom nothing is known. Free with ps_year_facts_free().
 */
PsYearFacts *
ps_year_facts_new (void)
{
  PsYearFacts *facts = g_new0 (PsYearFacts, 1);

  for (int month = 0; month < 12; month++)
    facts->month_cents[month] = PS_NO_NUMBER;
  facts->clients = g_array_new (FALSE, FALSE, sizeof (guint64));
  return facts;
}

void
ps_year_facts_free (PsYearFacts *facts)
{
  if (facts == NULL)
    return;
  g_array_unref (facts->clients);
  g_free (facts);
}

/* The ends of the months that are complete, and the last day itself after them. Returns how many months. */
static guint
list_days (int year, PsDate through, PsDate *days)
{
  guint n = 0;

  for (int month = 1; month <= 12; month++)
    {
      PsDate end = ps_date_from_ymd (year, month, ps_date_days_in_month (year, month));

      if (end <= through)
        days[n++] = end;
    }
  days[n] = through;
  return n;
}

static gboolean
is_extra (const PsRegion *region, const PsCostUntil *row)
{
  return row->product != PS_NONE && ps_product_work (ps_region_product (region, row->product)) != PS_WORK_USUAL;
}

static void
add_cost (PsYearFacts *facts, const PsRegion *region, const PsCostUntil *row, guint n_months, PsOverflow *overflow)
{
  gint64 before = 0;

  for (guint month = 0; month < n_months; month++)
    {
      gint64 cents = ps_subtract (row->until_cents[month], before, overflow);

      facts->month_cents[month] = ps_add (facts->month_cents[month], cents, overflow);
      before = row->until_cents[month];
    }
  facts->cost_cents = ps_add (facts->cost_cents, row->until_cents[n_months], overflow);
  if (is_extra (region, row))
    facts->extra_cents = ps_add (facts->extra_cents, row->until_cents[n_months], overflow);
}

static gboolean
add_costs (PsYearFacts *facts, const PsRegion *region, const PsProduction *production, int year, PsDate through,
           PsOverflow *overflow, GError **error)
{
  PsDate days[13];
  guint n_months = list_days (year, through, days);
  g_autoptr (GArray) rows = ps_cost_make_until (region, production, year, days, n_months + 1, error);

  if (rows == NULL)
    return FALSE;
  for (guint month = 0; month < n_months; month++)
    facts->month_cents[month] = 0;
  for (guint i = 0; i < rows->len; i++)
    add_cost (facts, region, &g_array_index (rows, PsCostUntil, i), n_months, overflow);
  return TRUE;
}

static gboolean
add_utilisation (PsYearFacts *facts, const PsRegion *region, const PsProduction *production, int year, PsDate through,
                 PsOverflow *overflow, GError **error)
{
  g_autoptr (GArray) rows = ps_utilisation_make (region, production, year, ps_date_year_start (year), through, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PsUtilisation *row = &g_array_index (rows, PsUtilisation, i);

      facts->assigned_cents = ps_add (facts->assigned_cents, row->assigned_cents, overflow);
      facts->declared_cents = ps_add (facts->declared_cents, row->declared_cents, overflow);
    }
  return rows != NULL;
}

/* A client may have been in care more than once: the spans of one come together, and are counted once. */
static void
add_clients (PsYearFacts *facts, const PsProduction *production, int year, PsDate through)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));

  ps_care_spans_collect (production, spans);
  ps_care_spans_join (spans, PS_SAME_CLIENT);
  for (guint i = 0; i < spans->len; i++)
    {
      const PsCareSpan *span = &g_array_index (spans, PsCareSpan, i);
      guint n = facts->clients->len;

      if (span->start > through || span->end < ps_date_year_start (year))
        continue;
      if (n == 0 || g_array_index (facts->clients, guint64, n - 1) != span->client)
        g_array_append_val (facts->clients, span->client);
      facts->n_in_care += span->end >= through;
    }
}

static void
add_waiting (PsYearFacts *facts, const PsProduction *production, PsDate day)
{
  g_autoptr (GArray) waits = ps_waits_on (production, &day, 1);

  facts->n_waiting = waits->len;
  for (guint i = 0; i < waits->len; i++)
    facts->n_waiting_over += day - g_array_index (waits, PsWait, i).since > PS_TREE_NORM_DAYS;
}

/**
 * ps_year_facts_make: the facts of a provider's year.
 * @through: the last day of the year of which its declarations are complete; before 1 January: none of them
 * @day: on which it is counted who waits; before 1 January: nothing is known of that, and nobody does
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW where an amount does not fit.
 */
PsYearFacts *
ps_year_facts_make (const PsRegion *region, const PsProduction *production, int year, PsDate through, PsDate day, GError **error)
{
  g_autoptr (PsYearFacts) facts = ps_year_facts_new ();
  PsOverflow overflow = { FALSE };

  if (!add_costs (facts, region, production, year, through, &overflow, error)
      || !add_utilisation (facts, region, production, year, through, &overflow, error))
    return NULL;
  if (!ps_year_fits (&overflow, region, production->provider, year, error))
    return NULL;
  if (through >= ps_date_year_start (year))
    add_clients (facts, production, year, through);
  if (day >= ps_date_year_start (year))
    add_waiting (facts, production, day);
  return g_steal_pointer (&facts);
}
