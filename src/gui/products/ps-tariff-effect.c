/* ps-tariff-effect.c: what a new or changed tariff would do to the others, in words, before it is saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The store decides (ps_desk_set_tariff()); this only says beforehand what it will do.
 */
#define G_LOG_DOMAIN "peilstok-products"

#include "ps-tariff-effect.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-product-facts.h"

typedef struct
{
  const PsRegion *region;
  guint product;
  guint provider;
  gint64 tariff_id;
  PsDate from;
  PsDate to;
  gint64 tariff_e4;
  PsDate today;
  const PsTariff *tariffs; /* of that product and provider, by first day */
  guint n_tariffs;
  GString *text;
} Trial;

static void
say (Trial *trial, char *sentence)
{
  if (trial->text->len > 0)
    g_string_append_c (trial->text, '\n');
  g_string_append (trial->text, sentence);
  g_free (sentence);
}

/* The one that is valid on a day, but for the one that is changed; NULL: none. */
static const PsTariff *
tariff_on (const Trial *trial, PsDate day)
{
  for (guint i = 0; i < trial->n_tariffs; i++)
    if (trial->tariffs[i].from <= day && trial->tariffs[i].to >= day && trial->tariffs[i].id != trial->tariff_id)
      return &trial->tariffs[i];
  return NULL;
}

static const PsTariff *
first_after (const Trial *trial, PsDate day)
{
  for (guint i = 0; i < trial->n_tariffs; i++)
    if (trial->tariffs[i].from > day && trial->tariffs[i].id != trial->tariff_id)
      return &trial->tariffs[i];
  return NULL;
}

static const PsTariff *
last_before (const Trial *trial, PsDate day)
{
  const PsTariff *found = NULL;

  for (guint i = 0; i < trial->n_tariffs; i++)
    if (trial->tariffs[i].from < day && trial->tariffs[i].id != trial->tariff_id)
      found = &trial->tariffs[i];
  return found;
}

/* Refusals */

static char *
refuse_same_day (const PsTariff *other)
{
  g_autofree char *tariff = ps_format_tariff (other->tariff_e4);
  g_autofree char *day = ps_format_date (other->from);

  /* Translators: a tariff and a date */
  return g_strdup_printf (_("There is a tariff of %s from %s already: change that one instead."), tariff, day);
}

static char *
refuse_later (const PsTariff *later)
{
  g_autofree char *tariff = ps_format_tariff (later->tariff_e4);
  g_autofree char *day = ps_format_date (later->from);
  g_autofree char *before = ps_format_date (later->from - 1);

  /* Translators: a tariff and two dates */
  return g_strdup_printf (_("The tariff of %s starts on %s: this one can last until %s."), tariff, day, before);
}

static char *
refuse_earlier (const PsTariff *other)
{
  g_autofree char *tariff = ps_format_tariff (other->tariff_e4);
  g_autofree char *from = ps_format_date (other->from);
  g_autofree char *to = ps_format_date (other->to);

  if (other->to == PS_DATE_OPEN)
    /* Translators: a tariff and a date */
    return g_strdup_printf (_("The tariff of %s is valid from %s on: end that one first."), tariff, from);
  /* Translators: a tariff and two dates */
  return g_strdup_printf (_("The tariff of %s is valid from %s to %s."), tariff, from, to);
}

static char *
refuse_ended (PsDate last_day)
{
  g_autofree char *day = ps_format_date (last_day);

  /* Translators: a date */
  return g_strdup_printf (_("The last day of the product is %s."), day);
}

/* A new one ends the one that is valid, a changed one does not: two on a day are never possible. */
static char *
find_refusal (const Trial *trial, gboolean *refused_to)
{
  const PsTariff *present = tariff_on (trial, trial->from);
  const PsTariff *later = first_after (trial, trial->from);
  PsDate last_day = ps_region_product (trial->region, trial->product)->ended_on;

  *refused_to = FALSE;
  if (trial->tariff_id == 0 && trial->from > last_day)
    return refuse_ended (last_day);
  if (present != NULL && present->from == trial->from)
    return refuse_same_day (present);
  if (present != NULL && trial->tariff_id != 0)
    return refuse_earlier (present);
  *refused_to = TRUE;
  if (trial->to != PS_DATE_OPEN && trial->to < trial->from)
    return g_strdup (_("The last day is before the first."));
  if (later != NULL && trial->to >= later->from && (trial->to != PS_DATE_OPEN || trial->tariff_id != 0))
    return refuse_later (later);
  return NULL;
}

/* Effects */

static char *
difference_text (gint64 before_e4, gint64 after_e4)
{
  PsOverflow overflow = { FALSE };
  g_autofree char *tariff = ps_format_tariff (before_e4);
  g_autofree char *share = NULL;
  gint64 change_bp;

  if (before_e4 <= 0)
    return NULL;
  change_bp = ps_round_div (((PsWide) after_e4 - before_e4) * PS_FULL_BP, before_e4, &overflow);
  if (overflow.overflowed)
    return NULL;
  share = ps_format_percent (ABS (change_bp));
  if (change_bp == 0)
    /* Translators: a tariff */
    return g_strdup_printf (_("As much as the %s of before."), tariff);
  /* Translators: a percentage and a tariff */
  return g_strdup_printf (
      change_bp > 0 ? _("That is %s more than the %s of before.") : _("That is %s less than the %s of before."), share, tariff);
}

static void
say_ending (Trial *trial, const PsTariff *present)
{
  g_autofree char *tariff = ps_format_tariff (present->tariff_e4);
  g_autofree char *day = ps_format_date (trial->from - 1);

  /* Translators: a tariff and a date */
  say (trial, g_strdup_printf (_("Ends the present tariff of %s on %s."), tariff, day));
}

/* The region's own tariff holds where a provider has none (domain.md §4). */
static gint64
regions_tariff_on (const Trial *trial, PsDate day)
{
  guint n;
  const PsTariff *tariffs = ps_product_tariffs (trial->region, trial->product, PS_NONE, &n);

  for (guint i = 0; i < n; i++)
    if (tariffs[i].from <= day && tariffs[i].to >= day)
      return tariffs[i].tariff_e4;
  return PS_NO_NUMBER;
}

static void
say_instead (Trial *trial)
{
  gint64 regions = trial->provider != PS_NONE ? regions_tariff_on (trial, trial->from) : PS_NO_NUMBER;
  g_autofree char *tariff = ps_format_tariff (regions);

  if (regions != PS_NO_NUMBER)
    /* Translators: a tariff */
    say (trial, g_strdup_printf (_("Holds instead of the region’s tariff of %s."), tariff));
}

static void
say_gap_before (Trial *trial)
{
  const PsTariff *before = last_before (trial, trial->from);
  g_autofree char *from = NULL;
  g_autofree char *to = ps_format_date (trial->from - 1);

  if (before == NULL || before->to >= trial->from - 1)
    return;
  from = ps_format_date (before->to + 1);
  /* Translators: two dates */
  say (trial, g_strdup_printf (trial->provider == PS_NONE ? _("From %s to %s there is no tariff.")
                                                          : _("From %s to %s the region’s tariff holds."),
                               from, to));
}

/* Until the next one: with no end of its own it lasts until the day before that (ps_desk_set_tariff()). */
static void
say_next (Trial *trial, const PsTariff *later)
{
  g_autofree char *tariff = ps_format_tariff (later->tariff_e4);
  g_autofree char *last = ps_format_date (later->from - 1);
  g_autofree char *first = ps_format_date (trial->to == PS_DATE_OPEN ? trial->to : trial->to + 1);

  if (trial->to >= later->from - 1)
    /* Translators: a date and a tariff */
    say (trial, g_strdup_printf (_("Lasts until %s: after it comes the tariff of %s."), last, tariff));
  else
    /* Translators: two dates */
    say (trial, g_strdup_printf (trial->provider == PS_NONE ? _("From %s to %s there is no tariff.")
                                                            : _("From %s to %s the region’s tariff holds."),
                                 first, last));
}

static void
say_end (Trial *trial)
{
  const PsTariff *later = first_after (trial, trial->from);
  g_autofree char *next = NULL;

  if (later != NULL)
    say_next (trial, later);
  if (later != NULL || trial->to == PS_DATE_OPEN)
    return;
  next = ps_format_date (trial->to + 1);
  /* Translators: a date */
  say (trial, g_strdup_printf (trial->provider == PS_NONE ? _("From %s on there is no tariff.")
                                                          : _("From %s on the region’s tariff holds."),
                               next));
}

static void
say_when (Trial *trial)
{
  g_autofree char *day = ps_format_date (trial->from);

  if (trial->from > trial->today)
    /* Translators: a date */
    say (trial, g_strdup_printf (_("Starts in the future, on %s."), day));
  else if (trial->from < trial->today)
    /* Translators: a date */
    say (trial, g_strdup_printf (_("What was declared from %s on is held against it."), day));
}

static void
say_effects (Trial *trial)
{
  const PsTariff *present = tariff_on (trial, trial->from);
  const PsTariff *before = present != NULL ? present : last_before (trial, trial->from);

  if (present != NULL)
    say_ending (trial, present);
  else
    say_gap_before (trial);
  if (present == NULL)
    say_instead (trial);
  if (before != NULL && trial->tariff_e4 != PS_NO_NUMBER)
    {
      char *difference = difference_text (before->tariff_e4, trial->tariff_e4);

      if (difference != NULL)
        say (trial, difference);
    }
  say_end (trial);
  say_when (trial);
}

void
ps_tariff_effect_fill (PsTariffEffect *effect, const PsRegion *region, guint product, guint provider, gint64 tariff_id,
                       PsDate from, PsDate to, gint64 tariff_e4, PsDate today)
{
  Trial trial = { region, product, provider, tariff_id, from, to, tariff_e4, today, NULL, 0, g_string_new (NULL) };

  *effect = (PsTariffEffect){ NULL, FALSE, NULL };
  trial.tariffs = ps_product_tariffs (region, product, provider, &trial.n_tariffs);
  if (from != PS_DATE_OPEN)
    {
      effect->refused = find_refusal (&trial, &effect->refused_to);
      if (effect->refused == NULL)
        say_effects (&trial);
    }
  effect->effect = g_string_free (trial.text, FALSE);
}

void
ps_tariff_effect_clear (PsTariffEffect *effect)
{
  g_clear_pointer (&effect->refused, g_free);
  g_clear_pointer (&effect->effect, g_free);
}
