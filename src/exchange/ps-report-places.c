/* ps-report-places.c: whose places do not count yet on the last day of the month, and the sentences that say so
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Places that are measured on peildata are worth nothing before the first one of the year (domain.md §4): who reads January's overview
 * must not take that for care that was not given.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* The first peildatum of the year; PS_DATE_OPEN: there is none. */
static PsDate
first_peildatum (const PsRegion *region, int year)
{
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_date_year (ps_region_peildatum (region, i)->date) == year)
      return ps_region_peildatum (region, i)->date;
  return PS_DATE_OPEN;
}

static gboolean
has_places (const PsRegion *region, guint group)
{
  for (guint i = 0; i < region->products->len; i++)
    if (ps_region_product (region, i)->group == group && ps_region_product (region, i)->funding == PS_FUNDING_PLEK)
      return TRUE;
  return FALSE;
}

/* `scope`: PsScope.name */
static gboolean
lies_in (const PsRegion *region, const PsAgreement *agreement, const PsAgreementLine *line, const char *scope)
{
  const PsProductGroup *group = ps_region_group (region, line->group);
  g_autofree char *both = g_strdup_printf ("%s/%s", group->code, ps_region_municipality (region, line->municipality)->code);

  switch (agreement->exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return TRUE;
    case PS_EXCHANGE_SEGMENT:
      return g_str_equal (scope, ps_region_segment (region, group->segment)->code);
    case PS_EXCHANGE_GROUP:
      return g_str_equal (scope, group->code);
    case PS_EXCHANGE_LINE:
    default:
      return g_str_equal (scope, both);
    }
}

/**
 * ps_report_uncounted_cents: what is agreed with a provider on groups of which its places do not count yet, on the day that `figures` are of.
 * @scope: (nullable): PsScope.name; NULL: all of its scopes
 *
 * Returns: PS_NO_NUMBER: they count, or it has none
 */
gint64
ps_report_uncounted_cents (const PsYearFigures *figures, guint provider, const char *scope)
{
  const PsRegion *region = figures->region;
  const PsAgreement *agreement = ps_region_find_agreement (region, provider, figures->year);
  PsOverflow overflow = { FALSE };
  gint64 agreed_cents = PS_NO_NUMBER;

  if (agreement == NULL || agreement->measuring == PS_PLACES_DAILY || first_peildatum (region, figures->year) <= figures->day)
    return PS_NO_NUMBER;
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, i);

      /* A lump sum counts by its days, whatever was found on a peildatum. */
      if (!line->lump_sum && has_places (region, line->group) && (scope == NULL || lies_in (region, agreement, line, scope)))
        agreed_cents = ps_add (agreed_cents == PS_NO_NUMBER ? 0 : agreed_cents, line->ceiling_cents, &overflow);
    }
  /* Part of what ps_year_figures_load() and ps_year_figures_sum() added up already. */
  g_assert (!overflow.overflowed);
  return agreed_cents;
}

static guint
count_uncounted (const PsReport *report, gint64 *agreed_cents)
{
  PsOverflow overflow = { FALSE };
  guint n = 0;

  *agreed_cents = 0;
  for (guint i = 0; i < ps_report_region (report)->providers->len; i++)
    {
      gint64 cents = report->provider == PS_NONE || report->provider == i ? ps_report_uncounted_cents (report->figures, i, NULL)
                                                                          : PS_NO_NUMBER;

      if (cents == PS_NO_NUMBER)
        continue;
      *agreed_cents = ps_add (*agreed_cents, cents, &overflow);
      n++;
    }
  g_assert (!overflow.overflowed);
  return n;
}

/* From when they count. */
static char *
say_from_when (const PsReport *report)
{
  PsDate first = first_peildatum (ps_report_region (report), report->year);
  g_autofree char *day = ps_format_date (first);

  return first == PS_DATE_OPEN ? g_strdup_printf (_("No peildatum of %d is known yet."), report->year)
                               : g_strdup_printf (_("They count from the first peildatum of the year, %s."), day);
}

/**
 * ps_report_places_note: that places do not count yet, of how many providers, from when they do, and what is agreed with them.
 *
 * Returns: (transfer full) (nullable): NULL: all places count
 */
char *
ps_report_places_note (const PsReport *report)
{
  gint64 agreed_cents;
  guint n = count_uncounted (report, &agreed_cents);
  g_autofree char *count = ps_format_count (n), *as_of = ps_format_date (report->as_of);
  g_autofree char *when = say_from_when (report), *agreed = ps_format_money (agreed_cents), *what = NULL;

  if (n == 0)
    return NULL;
  if (report->provider != PS_NONE)
    /* Translators: a day */
    what = g_strdup_printf (
        _("Its places are measured on peildata, and count as 0 on %s: realised, in the forecast and in cost."), as_of);
  else
    /* Translators: how many, and a day */
    what =
        g_strdup_printf (ngettext ("The places of %s provider are measured on peildata, and count as 0 on %s: realised, in the "
                                   "forecast and in cost.",
                                   "The places of %s providers are measured on peildata, and count as 0 on %s: realised, in "
                                   "the forecast and in cost.",
                                   n),
                         count, as_of);
  /* Translators: two sentences, then an amount */
  return g_strdup_printf (_("%s %s Agreed for them: %s."), what, when, agreed);
}

/**
 * ps_report_has_cost: whether the figures of a topic are amounts in which places on peildata count.
 */
gboolean
ps_report_has_cost (PsTopic topic)
{
  return topic == PS_TOPIC_SHARES || topic == PS_TOPIC_PRODUCTION;
}
