/* ps-explain-places.c: what the places of a product came to, in words (domain.md §4, plek)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-core"

#include "ps-explain-private.h"
#include "ps-format.h"

#include <glib/gi18n-lib.h>

/* More tariffs than this in a year are not spelled out, but taken together. */
#define MOST_TARIFFS 3

/* The days (or places, in thousandths) at one tariff; PS_NO_NUMBER: without. */
typedef struct
{
  gint64 tariff_e4;
  gint64 quantity;
} AtTariff;

/* What is shown under the places of one product × municipality. */
typedef struct
{
  GArray *tariffs; /* AtTariff in the order in which they are met */
  gint64 quantity;
  guint n;      /* stays or peildata */
  PsWide worth; /* tariff × quantity */
} Under;

static void
add_at_tariff (Under *under, gint64 tariff_e4, gint64 quantity)
{
  AtTariff new_tariff = { tariff_e4, quantity };

  under->n++;
  under->quantity += quantity;
  if (tariff_e4 != PS_NO_NUMBER)
    under->worth += (PsWide) tariff_e4 * quantity;
  for (guint i = 0; i < under->tariffs->len; i++)
    {
      AtTariff *known = &g_array_index (under->tariffs, AtTariff, i);

      if (known->tariff_e4 == tariff_e4)
        {
          known->quantity += quantity;
          return;
        }
    }
  g_array_append_val (under->tariffs, new_tariff);
}

static int
compare_tariffs (gconstpointer a, gconstpointer b)
{
  const AtTariff *x = a, *y = b;

  return (x->tariff_e4 > y->tariff_e4) - (x->tariff_e4 < y->tariff_e4);
}

static Under
collect_under (const PsDossier *dossier, const PsSource *places, PsSourceKind kind)
{
  Under under = { g_array_new (FALSE, FALSE, sizeof (AtTariff)), 0, 0, 0 };

  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);

      if (source->kind == kind && source->product == places->product && source->municipality == places->municipality)
        add_at_tariff (&under, source->tariff_e4, source->quantity);
    }
  g_array_sort (under.tariffs, compare_tariffs);
  return under;
}

/* "2 × € 7.320,00 + 3 × € 10.980,00" */
static char *
sum_text (const Under *under, char *(*format_quantity) (gint64))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < under->tariffs->len; i++)
    {
      const AtTariff *at = &g_array_index (under->tariffs, AtTariff, i);
      g_autofree char *quantity = format_quantity (at->quantity), *tariff = ps_format_tariff (at->tariff_e4);

      if (at->tariff_e4 != PS_NO_NUMBER)
        g_string_append_printf (text, "%s%s × %s", text->len > 0 ? " + " : "", quantity, tariff);
    }
  return g_string_free (text, FALSE);
}

/* The sum of tariffs × quantities as one amount, exact; "–" where it does not fit. `decimals`: of tariff and quantity together. */
static char *
worth_text (PsWide worth, int decimals)
{
  g_autofree char *number =
      ps_format_decimal (worth > G_MAXINT64 || worth <= G_MININT64 ? PS_NO_NUMBER : (gint64) worth, decimals, 2);

  return g_strdup_printf ("€\302\240%s", number);
}

static char *
terms_text (const Under *under, char *(*format_quantity) (gint64), int decimals)
{
  g_autofree char *sum = NULL;
  guint n = 0;

  for (guint i = 0; i < under->tariffs->len; i++)
    n += g_array_index (under->tariffs, AtTariff, i).tariff_e4 != PS_NO_NUMBER;
  if (n == 0 || n > MOST_TARIFFS)
    return worth_text (under->worth, decimals);
  sum = sum_text (under, format_quantity);
  return n == 1 ? g_steal_pointer (&sum) : g_strdup_printf ("(%s)", sum);
}

static void
say_daily (GString *text, const PsDossier *dossier, const PsSource *places)
{
  Under under = collect_under (dossier, places, PS_SOURCE_CARE_DAYS);
  g_autofree char *terms = terms_text (&under, ps_format_count, 4), *days = ps_format_count (under.quantity);
  g_autofree char *year = ps_format_count (ps_date_days_in_year (dossier->settlement->year));
  g_autofree char *gross = ps_format_money (places->gross_cents);

  ps_explain_say (
      text, g_strdup_printf (ngettext ("%s client-day, at the tariff of its day: %s / %s = %s.",
                                       "%s client-days, at the tariff of their day: %s / %s = %s.", (gulong) under.quantity),
                             days, terms, year, gross));
  g_array_unref (under.tariffs);
}

static void
say_on_peildata (GString *text, const PsDossier *dossier, const PsSource *places)
{
  Under under = collect_under (dossier, places, PS_SOURCE_PEILDATUM);
  g_autofree char *terms = terms_text (&under, ps_format_volume, 7), *peildata = ps_format_count (under.n);
  g_autofree char *days = ps_format_count (places->to - places->from + 1);
  g_autofree char *year = ps_format_count (ps_date_days_in_year (dossier->settlement->year));
  g_autofree char *gross = ps_format_money (places->gross_cents);

  if (under.n == 0)
    ps_explain_say (text, g_strdup (_("There was no peildatum yet: the places count as nothing.")));
  else
    ps_explain_say (text,
                    g_strdup_printf (ngettext ("Places on %s peildatum: %s / %s × %s / %s days = %s.",
                                               "The mean of the places on %s peildata: %s / %s × %s / %s days = %s.", under.n),
                                     peildata, terms, peildata, days, year, gross));
  g_array_unref (under.tariffs);
}

/**
 * ps_explain_say_places: how the places of a product × municipality were counted and what they are worth, with the sum.
 */
void
ps_explain_say_places (GString *text, const PsDossier *dossier, const PsSource *source)
{
  const PsAgreement *agreement = dossier->settlement->agreement;

  if (agreement == NULL || agreement->measuring == PS_PLACES_DAILY)
    say_daily (text, dossier, source);
  else
    say_on_peildata (text, dossier, source);
}
