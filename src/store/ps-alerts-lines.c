/* ps-alerts-lines.c: what a settled year tells: lines without a tariff, lines in dispute, production without an agreement (domain.md §4, §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A line without a tariff is told with its product, which is where it is mended, and not again with the other lines in dispute of its
 * provider.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-alerts-private.h"

/* Lines in dispute for more than this are high. */
#define MUCH_CENTS (10000 * 100)

typedef struct
{
  guint n_lines;
  gint64 declared_cents;
  gint64 size_cents; /* debits and credits by their size */
  PsDate first;
  guint provider; /* place in the settled region; PS_NONE: several */
  guint most;     /* PsDispute with the most lines, and how many */
  guint n_most;
  gboolean too_large; /* the amount does not fit */
} Sum;

static void
sum_add (Sum *sum, guint provider, const PsDisputeSum *lines)
{
  PsOverflow overflow = { FALSE };

  sum->provider = sum->n_lines == 0 || sum->provider == provider ? provider : PS_NONE;
  sum->first = sum->n_lines == 0 ? lines->first : MIN (sum->first, lines->first);
  sum->n_lines += lines->n_lines;
  sum->declared_cents = ps_add (sum->declared_cents, lines->declared_cents, &overflow);
  sum->size_cents = ps_add (sum->size_cents, lines->size_cents, &overflow);
  sum->too_large = sum->too_large || overflow.overflowed;
}

/* By its size: credits that are in dispute must not hide debits that are. */
static gint64
sum_cents (const Sum *sum)
{
  return sum->too_large ? PS_NO_NUMBER : sum->size_cents;
}

/* Where there are credits among the lines, what they come to; takes the text. */
static char *
with_balance (char *text, const Sum *sum)
{
  g_autofree char *plain = text;
  g_autofree char *balance = NULL;

  if (sum->too_large || sum->declared_cents == sum->size_cents)
    return g_steal_pointer (&plain);
  balance = ps_format_money (sum->declared_cents);
  /* Translators: a sentence about declaration lines; an amount */
  return g_strdup_printf (C_("signal", "%s (on balance %s)"), plain, balance);
}

/* A provider of the settled region in that of the figures, which may have been read at another moment. */
static guint
place_of (const PsAlertsMaking *making, guint provider)
{
  return ps_id_places_get (&making->providers, ps_region_provider (making->settled->region, provider)->id);
}

static gboolean
is_settled (const PsAlertsMaking *making, const PsSettlement *settlement)
{
  return ps_alerts_is_settled (making, ps_region_provider (making->settled->region, settlement->provider)->id);
}

/* ---- lines without a tariff, product by product */

static char *
tariff_text (const PsAlertsMaking *making, const PsProduct *product, const Sum *sum)
{
  g_autofree char *count = ps_format_count (sum->n_lines);
  /* Translators: a number of declaration lines */
  g_autofree char *lines =
      g_strdup_printf (ngettext ("one line without a tariff", "%s lines without a tariff", sum->n_lines), count);
  g_autofree char *day = ps_format_date (sum->first);

  if (sum->provider != PS_NONE)
    /* Translators: the code and name of a product; a provider; "12 lines without a tariff"; a date */
    return g_strdup_printf (C_("signal", "%s %s, %s: %s, from %s"), product->code, product->name,
                            ps_region_provider (making->settled->region, sum->provider)->name, lines, day);
  /* Translators: the code and name of a product; "12 lines without a tariff"; a date */
  return g_strdup_printf (C_("signal", "%s %s: %s, from %s"), product->code, product->name, lines, day);
}

static void
add_tariff (PsAlertsMaking *making, guint place, const Sum *sum)
{
  const PsProduct *product = ps_region_product (making->settled->region, place);
  PsAlert *alert = ps_alert_new (PS_ALERT_TARIFF, PS_HIGH, PS_TARGET_PRODUCT);

  alert->since = sum->first;
  alert->at_stake_cents = sum_cents (sum);
  alert->provider = sum->provider != PS_NONE ? place_of (making, sum->provider) : PS_NONE;
  alert->year = making->figures->year;
  alert->id = product->id;
  ps_alerts_take (making, alert,
                  g_strdup_printf ("%s:%d:%s", ps_alert_code (PS_ALERT_TARIFF), making->figures->year, product->code),
                  with_balance (tariff_text (making, product, sum), sum));
}

static void
add_tariffs (PsAlertsMaking *making)
{
  const PsSettledYear *settled = making->settled;
  g_autofree Sum *sums = g_new0 (Sum, MAX (settled->region->products->len, 1));

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      for (guint j = 0; !is_settled (making, settlement) && settlement->undecided != NULL && j < settlement->undecided->len; j++)
        {
          const PsDisputeSum *lines = &g_array_index (settlement->undecided, PsDisputeSum, j);

          if (lines->dispute == PS_DISPUTE_TARIFF_MISSING)
            sum_add (&sums[lines->product], settlement->provider, lines);
        }
    }
  for (guint i = 0; i < settled->region->products->len; i++)
    if (sums[i].n_lines > 0)
      add_tariff (making, i, &sums[i]);
}

/* ---- other lines in dispute, provider by provider */

/* What most of them are in dispute for, as part of a sentence. */
static const char *
reason_phrase (PsDispute dispute)
{
  switch (dispute)
    {
    case PS_DISPUTE_PRODUCT_MISMATCH:
      return C_("lines in dispute", "another product than was assigned");
    case PS_DISPUTE_UNIT_MISMATCH:
      return C_("lines in dispute", "another unit than the product's");
    case PS_DISPUTE_TARIFF_EXCEEDED:
      return C_("lines in dispute", "a tariff above the valid one");
    case PS_DISPUTE_AMOUNT_MISMATCH:
      return C_("lines in dispute", "an amount that is not volume × tariff");
    case PS_DISPUTE_OUTSIDE_ASSIGNMENT:
      return C_("lines in dispute", "a period outside the assignment");
    case PS_DISPUTE_TARIFF_MISSING:
    case PS_DISPUTE_BY_DECISION:
    case PS_DISPUTE_NONE:
    case PS_N_DISPUTES:
    default:
      return ps_dispute_label (dispute);
    }
}

static gboolean
sum_disputed (const PsSettlement *settlement, Sum *sum)
{
  guint counts[PS_N_DISPUTES] = { 0 };

  *sum = (Sum){ 0 };
  for (guint i = 0; settlement->undecided != NULL && i < settlement->undecided->len; i++)
    {
      const PsDisputeSum *lines = &g_array_index (settlement->undecided, PsDisputeSum, i);

      if (lines->dispute == PS_DISPUTE_TARIFF_MISSING)
        continue;
      sum_add (sum, settlement->provider, lines);
      counts[lines->dispute] += lines->n_lines;
    }
  for (guint i = 0; i < PS_N_DISPUTES; i++)
    if (counts[i] > sum->n_most)
      {
        sum->most = i;
        sum->n_most = counts[i];
      }
  return sum->n_lines > 0;
}

static char *
disputed_text (const char *provider, const Sum *sum)
{
  const char *reason = reason_phrase ((PsDispute) sum->most);
  g_autofree char *count = ps_format_count (sum->n_lines);
  /* Translators: a number of declaration lines in dispute */
  g_autofree char *lines = g_strdup_printf (ngettext ("one line", "%s lines", sum->n_lines), count);

  if (sum->n_most == sum->n_lines)
    /* Translators: a provider; "37 lines"; "a tariff above the valid one" */
    return g_strdup_printf (C_("signal", "%s: %s, %s"), provider, lines, reason);
  /* Translators: a provider; "37 lines"; "a tariff above the valid one" */
  return g_strdup_printf (C_("signal", "%s: %s, mostly %s"), provider, lines, reason);
}

static void
add_disputed (PsAlertsMaking *making, const PsSettlement *settlement)
{
  const PsProvider *provider = ps_region_provider (making->settled->region, settlement->provider);
  PsAlert *alert;
  Sum sum;

  if (!sum_disputed (settlement, &sum))
    return;
  alert = ps_alert_new (PS_ALERT_DISPUTED, PS_MEDIUM, PS_TARGET_SETTLEMENT);
  if (sum.too_large || sum.size_cents > MUCH_CENTS)
    alert->urgency = PS_HIGH;
  alert->since = sum.first;
  alert->at_stake_cents = sum_cents (&sum);
  alert->provider = place_of (making, settlement->provider);
  alert->year = making->figures->year;
  ps_alerts_take (making, alert,
                  g_strdup_printf ("%s:%d:%s", ps_alert_code (PS_ALERT_DISPUTED), making->figures->year, provider->agb),
                  with_balance (disputed_text (provider->name, &sum), &sum));
}

/* ---- production of a contracted provider that no agreement of the year covers */

/* What was produced so far: a settlement of a year that runs counts what is agreed or planned of the rest of it, too. */
static gint64
produced_cents (const PsAlertsMaking *making, guint provider)
{
  const PsProviderYear *year = provider != PS_NONE ? ps_year_figures_find (making->figures, provider) : NULL;

  return year != NULL ? year->facts->cost_cents : 0;
}

static void
add_without_agreement (PsAlertsMaking *making, const PsSettlement *settlement)
{
  const PsProvider *provider = ps_region_provider (making->settled->region, settlement->provider);
  guint place = place_of (making, settlement->provider);
  gint64 cents = produced_cents (making, place);
  g_autofree char *produced = ps_format_money (cents);
  g_autofree char *through = ps_format_date (making->figures->through);
  PsAlert *alert;

  if (!provider->contracted || settlement->agreement != NULL || cents <= 0)
    return;
  alert = ps_alert_new (PS_ALERT_NO_AGREEMENT, PS_HIGH, PS_TARGET_PROVIDER);
  alert->since = ps_date_year_start (making->figures->year);
  alert->at_stake_cents = cents;
  alert->provider = place;
  alert->year = making->figures->year;
  ps_alerts_take (
      making, alert, g_strdup_printf ("%s:%d:%s", ps_alert_code (PS_ALERT_NO_AGREEMENT), making->figures->year, provider->agb),
      /* Translators: a provider, an amount, a date */
      g_strdup_printf (C_("signal", "%s: produced %s through %s, nothing agreed"), provider->name, produced, through));
}

gboolean
ps_alerts_add_lines (PsAlertsMaking *making, GError **error)
{
  add_tariffs (making);
  for (guint i = 0; i < making->settled->settlements->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (making->cancellable, error))
        return FALSE;
      if (is_settled (making, making->settled->settlements->pdata[i]))
        continue;
      add_disputed (making, making->settled->settlements->pdata[i]);
      add_without_agreement (making, making->settled->settlements->pdata[i]);
    }
  return TRUE;
}
