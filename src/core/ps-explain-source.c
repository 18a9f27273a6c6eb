/* ps-explain-source.c: what one declaration line, trajectory, place or advance came to, in words (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-core"

#include "ps-explain.h"

#include "ps-dispute-words.h"
#include "ps-explain-private.h"
#include "ps-format.h"

#include <glib/gi18n-lib.h>

/**
 * ps_explain_say: adds a sentence, which it takes, to a text; NULL adds nothing.
 */
void
ps_explain_say (GString *text, char *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/**
 * ps_explain_take: the text, or NULL where nothing was said.
 */
char *
ps_explain_take (GString *text)
{
  gboolean empty = text->len == 0;
  char *said = g_string_free (text, empty);

  return empty ? NULL : said;
}

static const PsLine *
find_line (const PsDossier *dossier, const PsSource *source)
{
  guint place = ps_dossier_line_of (dossier, source);

  return place != PS_NONE ? &g_array_index (dossier->production->lines, PsLine, place) : NULL;
}

/* "11 months"; whole ones that have passed */
static char *
months_text (int months)
{
  g_autofree char *count = ps_format_count (months);

  if (months == 0)
    return g_strdup (_("less than a month"));
  return g_strdup_printf (ngettext ("%s month", "%s months", months), count);
}

static char *
days_text (gint64 days)
{
  g_autofree char *count = ps_format_count (days);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) days), count);
}

/* How long the client had been in care when the line's period began, against the product's norm. */
static char *
duration_sentence (PsDate path_from, int months, int norm)
{
  g_autofree char *since = ps_format_date (path_from), *lasted = months_text (months);
  g_autofree char *over = ps_format_count (months - norm), *of = ps_format_count (norm);

  if (norm == 0)
    return g_strdup_printf (_("In care since %s: %s, with a norm of 0 months."), since, lasted);
  if (months < norm)
    return g_strdup_printf (_("In care since %s: %s, within the norm of %s."), since, lasted, of);
  if (months == norm)
    return g_strdup_printf (_("In care since %s: %s, which is the norm."), since, lasted);
  return g_strdup_printf (_("In care since %s: %s, %s past the norm of %s."), since, lasted, over, of);
}

static char *
norm_share_sentence (const PsSource *source)
{
  g_autofree char *paid = ps_format_percent (source->share_bp), *rest = ps_format_percent (PS_FULL_BP - source->share_bp);
  g_autofree char *gross = ps_format_money (source->gross_cents), *deduction = ps_format_money (source->norm_deduction_cents);

  if (source->norm_deduction_cents == 0)
    return g_strdup (_("It is paid in full."));
  return g_strdup_printf (_("%s is paid: %s of %s = %s is deducted."), paid, rest, gross, deduction);
}

/* Norm-duration steps (domain.md §5): counted from the path's start; nothing to say where no step looked for one. */
static void
say_duration (GString *text, const PsDossier *dossier, const PsSource *source)
{
  int norm = ps_region_product (dossier->region, source->product)->norm_months;

  if (source->path_from == PS_DATE_OPEN)
    return;
  ps_explain_say (text,
                  duration_sentence (source->path_from,
                                     ps_date_months_elapsed (source->path_from, MAX (source->from, source->path_from)), norm));
  ps_explain_say (text, norm_share_sentence (source));
}

/* Minutes at the highest tariff follow the hour's formula (iJw IV081), below it their own (domain.md §4). */
static gboolean
is_by_the_hour (const PsDossier *dossier, const PsLine *line, const PsSource *source)
{
  return line->unit == PS_UNIT_MINUTE && ps_region_product (dossier->region, source->product)->unit == PS_UNIT_HOUR
         && source->tariff_e4 != PS_NO_NUMBER && source->found == PS_DISPUTE_NONE && source->gross_cents == line->amount_cents
         && source->gross_cents != ps_line_amount (line->volume_milli, line->tariff_e4, &(PsOverflow){ FALSE });
}

static char *
price_sentence (const PsDossier *dossier, const PsLine *line, const PsSource *source)
{
  g_autofree char *volume = ps_format_volume (line->volume_milli), *amount = ps_format_money (source->gross_cents);
  g_autofree char *tariff = ps_format_tariff (line->tariff_e4), *valid = ps_format_tariff (source->tariff_e4);

  if (line->tariff_e4 == PS_NO_NUMBER)
    return NULL;
  if (is_by_the_hour (dossier, line, source))
    return g_strdup_printf (_("%s minutes at %s an hour: %s × %s / 60 = %s."), volume, valid, valid, volume, amount);
  if (source->tariff_e4 != PS_NO_NUMBER && source->tariff_e4 > line->tariff_e4 && line->unit != PS_UNIT_MINUTE)
    return g_strdup_printf (_("%s × %s = %s (the valid tariff is %s)."), volume, tariff, amount, valid);
  return g_strdup_printf (_("%s × %s = %s."), volume, tariff, amount);
}

/* What a contract manager decided: the rules found something, or nothing did and it is disputed all the same. */
static void
say_decided (GString *text, const PsDossier *dossier, const PsLine *line, const PsSource *source)
{
  g_autofree char *declared = ps_format_money (line->amount_cents), *counted = ps_format_money (source->gross_cents);
  PsSource as_found = *source;
  g_autofree char *found = NULL;

  as_found.dispute = source->found;
  found = ps_dossier_dispute_sentence (dossier, &as_found);
  if (found != NULL && *found != '\0')
    ps_explain_say (text, g_strdup_printf ("%s.", found));
  if (ps_region_product (dossier->region, source->product)->funding != PS_FUNDING_PXQ)
    ps_explain_say (text, g_strdup (_("It was accepted by decision.")));
  else if (line->decision == PS_DECISION_ACCEPT_AT_PRICE)
    ps_explain_say (
        text, g_strdup_printf (_("It was accepted at the right price: %s instead of the declared %s."), counted, declared));
  else
    ps_explain_say (text, g_strdup_printf (_("It was accepted as it was declared: %s."), declared));
}

static void
say_disputed (GString *text, const PsDossier *dossier, const PsSource *source)
{
  g_autofree char *why = ps_dossier_dispute_sentence (dossier, source);
  g_autofree char *paid = ps_format_money (source->paid_cents), *right = ps_format_money (source->price_cents);

  ps_explain_say (text, g_strdup_printf ("%s.", why));
  if (ps_region_product (dossier->region, source->product)->funding != PS_FUNDING_PXQ)
    return;
  if (source->paid_cents != 0)
    ps_explain_say (text, g_strdup_printf (_("It does not count as produced: the %s that was paid comes back."), paid));
  else
    ps_explain_say (text, g_strdup (_("It does not count as produced.")));
  if (source->price_cents != PS_NO_NUMBER && source->dispute != PS_DISPUTE_BY_DECISION)
    ps_explain_say (text, g_strdup_printf (_("At the right price it is worth %s."), right));
}

static void
say_instalment (GString *text, const PsDossier *dossier, const PsSource *source)
{
  g_autofree char *carried = ps_format_money (source->carried_cents);

  if (source->carried_cents != 0)
    ps_explain_say (text,
                    g_strdup_printf (_("The trajectory has not ended: %s is carried to the year in which it does."), carried));
  else if (source->paid_cents != 0 && ps_date_year (source->from) != dossier->settlement->year)
    ps_explain_say (text, g_strdup (_("Paid in an earlier year: it counts in the year in which the trajectory ended.")));
}

/* Nothing is produced by a line of a trajectory or of places: those have a price of their own. */
static void
say_payment_only (GString *text, const PsDossier *dossier, const PsSource *source)
{
  switch (ps_region_product (dossier->region, source->product)->funding)
    {
    case PS_FUNDING_TRAJECT:
      say_instalment (text, dossier, source);
      break;
    case PS_FUNDING_PLEK:
      ps_explain_say (text, g_strdup (_("Declared for places: it counts as paid only, places are counted themselves.")));
      break;
    case PS_FUNDING_TAAKGERICHT:
      ps_explain_say (text, g_strdup (_("Declared for a lump sum: it counts as paid only.")));
      break;
    case PS_FUNDING_PXQ:
    default:
      break;
    }
}

static void
say_line (GString *text, const PsDossier *dossier, const PsSource *source)
{
  const PsLine *line = find_line (dossier, source);
  gboolean is_pxq = ps_region_product (dossier->region, source->product)->funding == PS_FUNDING_PXQ;

  if (line == NULL)
    return;
  if (source->dispute != PS_DISPUTE_NONE)
    say_disputed (text, dossier, source);
  else if (source->found != PS_DISPUTE_NONE)
    say_decided (text, dossier, line, source);
  else if (is_pxq)
    ps_explain_say (text, price_sentence (dossier, line, source));
  if (!is_pxq)
    say_payment_only (text, dossier, source);
  else if (source->dispute == PS_DISPUTE_NONE)
    say_duration (text, dossier, source);
  if (line->status == PS_STATUS_SUBMITTED)
    ps_explain_say (text, g_strdup (_("The municipality has not answered it yet: it does not count as paid.")));
}

/* How a trajectory ended: "according to plan", or not, and why where that is known. */
static char *
ending_text (const PsSource *source)
{
  if (source->reason == PS_REASON_ACCORDING_TO_PLAN)
    return g_strdup (_("according to plan"));
  if (source->reason == PS_REASON_NONE)
    return g_strdup (_("not according to plan"));
  /* Translators: %s is a reason, as "early, by the client" */
  return g_strdup_printf (_("not according to plan: %s"), ps_words_label (PS_WORDS_END_REASON, source->reason));
}

static void
say_trajectory (GString *text, const PsSource *source)
{
  g_autofree char *end = ps_format_date (source->to), *how = ending_text (source), *days = days_text (source->quantity);
  g_autofree char *number = ps_format_count (source->quantity), *norm = ps_format_count (source->norm_days);
  g_autofree char *price = ps_format_tariff (source->tariff_e4), *gross = ps_format_money (source->gross_cents);

  if (source->to == PS_DATE_OPEN)
    ps_explain_say (text, g_strdup_printf (_("Runs for %s of the norm of %s: %s."), days, norm, gross));
  else if (source->reason == PS_REASON_ACCORDING_TO_PLAN)
    ps_explain_say (text,
                    g_strdup_printf (_("Ended on %s according to plan, after %s: the full price of %s."), end, days, gross));
  else if (source->quantity >= source->norm_days)
    ps_explain_say (text,
                    g_strdup_printf (_("Ended on %s (%s), after %s: no less than the norm of %s, so the full price of %s."), end,
                                     how, days, norm, gross));
  else
    ps_explain_say (text, g_strdup_printf (_("Ended on %s (%s), after %s of the norm of %s: %s × %s / %s = %s."), end, how, days,
                                           norm, price, number, norm, gross));
}

static void
say_care_days (GString *text, const PsDossier *dossier, const PsSource *source)
{
  g_autofree char *days = days_text (source->quantity), *tariff = ps_format_tariff (source->tariff_e4);
  g_autofree char *number = ps_format_count (source->quantity);
  g_autofree char *year = ps_format_count (ps_date_days_in_year (dossier->settlement->year));

  if (source->tariff_e4 == PS_NO_NUMBER)
    ps_explain_say (text, g_strdup_printf (_("%s in care without a tariff: worth nothing."), days));
  else
    ps_explain_say (text, g_strdup_printf (_("%s in care: %s × %s / %s, rounded with the others of the product."), days, tariff,
                                           number, year));
}

static void
say_peildatum (GString *text, const PsSource *source)
{
  g_autofree char *places = ps_format_volume (source->quantity), *tariff = ps_format_tariff (source->tariff_e4);

  if (source->tariff_e4 == PS_NO_NUMBER)
    ps_explain_say (text, g_strdup_printf (_("Places on this day: %s, without a tariff: worth nothing."), places));
  else
    ps_explain_say (text, g_strdup_printf (_("Places on this day: %s, at %s a year."), places, tariff));
}

static void
say_lump_sum (GString *text, const PsDossier *dossier, const PsSource *source)
{
  const PsSettlementLine *line = ps_explain_find_line (dossier->settlement, source->group, source->municipality);
  g_autofree char *ceiling = ps_format_money (line != NULL ? line->ceiling_cents : PS_NO_NUMBER);
  g_autofree char *days = ps_format_count (source->to - source->from + 1);
  g_autofree char *year = ps_format_count (ps_date_days_in_year (dossier->settlement->year));
  g_autofree char *gross = ps_format_money (source->gross_cents);

  ps_explain_say (text, g_strdup_printf (_("The ceiling by days: %s × %s / %s = %s."), ceiling, days, year, gross));
}

static void
say_advance (GString *text, const PsSource *source)
{
  g_autofree char *from = ps_format_date (source->from), *to = ps_format_date (source->to);
  g_autofree char *paid = ps_format_money (source->paid_cents);

  ps_explain_say (text, g_strdup_printf (_("Paid ahead for %s to %s: %s."), from, to, paid));
}

/* What is shown of a line that a lump sum is paid instead of. */
static gboolean
is_replaced (const PsDossier *dossier, const PsSource *source)
{
  const PsSettlementLine *line = ps_explain_find_line (dossier->settlement, source->group, source->municipality);

  return line != NULL && line->lump_sum && source->gross_cents != 0 && source->kind != PS_SOURCE_LUMP_SUM;
}

/**
 * ps_explain_source: what one source came to and why, in translated sentences with their figures; NULL where its row says it all.
 */
char *
ps_explain_source (const PsDossier *dossier, const PsSource *source)
{
  GString *text = g_string_new (NULL);

  switch (source->kind)
    {
    case PS_SOURCE_LINE:
      say_line (text, dossier, source);
      break;
    case PS_SOURCE_TRAJECT:
      say_trajectory (text, source);
      break;
    case PS_SOURCE_PLACES:
      ps_explain_say_places (text, dossier, source);
      break;
    case PS_SOURCE_CARE_DAYS:
      say_care_days (text, dossier, source);
      break;
    case PS_SOURCE_PEILDATUM:
      say_peildatum (text, source);
      break;
    case PS_SOURCE_ADVANCE:
      say_advance (text, source);
      break;
    case PS_SOURCE_LUMP_SUM:
    default:
      say_lump_sum (text, dossier, source);
      break;
    }
  if (is_replaced (dossier, source))
    ps_explain_say (text, g_strdup (_("A lump sum was agreed: that is paid instead.")));
  return ps_explain_take (text);
}
