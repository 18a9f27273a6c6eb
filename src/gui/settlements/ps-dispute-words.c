/* ps-dispute-words.c: why a line is in dispute, and what a source is, in words with its own figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-dispute-words"

#include "ps-dispute-words.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

static char *
describe_assigned (const PsRegion *region, const PsSourceDetail *detail)
{
  if (detail->assigned_product != PS_NONE)
    return g_strdup_printf (_("product %s"), ps_region_product (region, detail->assigned_product)->code);
  if (detail->assigned_group != PS_NONE)
    return g_strdup_printf (_("product group %s"), ps_region_group (region, detail->assigned_group)->code);
  return g_strdup (_("something else"));
}

static char *
say_product (const PsRegion *region, const PsSourceDetail *detail)
{
  g_autofree char *assigned = describe_assigned (region, detail);
  const char *declared = detail->source.product != PS_NONE ? ps_region_product (region, detail->source.product)->code : "–";

  return g_strdup_printf (_("Declared %s, but %s was assigned"), declared, assigned);
}

static char *
say_unit (const PsRegion *region, const PsSourceDetail *detail)
{
  const PsProduct *product;

  if (detail->source.product == PS_NONE)
    return g_strdup (ps_dispute_label (detail->source.dispute));
  product = ps_region_product (region, detail->source.product);
  return g_strdup_printf (_("Declared in %s, but the unit of %s is %s"), ps_words_label (PS_WORDS_UNIT, (int) detail->unit),
                          product->code, ps_words_label (PS_WORDS_UNIT, (int) product->unit));
}

static char *
say_tariff (const PsSourceDetail *detail)
{
  g_autofree char *declared = ps_format_tariff (detail->declared_tariff_e4);
  g_autofree char *valid = ps_format_tariff (detail->source.tariff_e4);

  if (detail->source.tariff_e4 == PS_NO_NUMBER || detail->declared_tariff_e4 == PS_NO_NUMBER)
    return g_strdup (ps_dispute_label (detail->source.dispute));
  return g_strdup_printf (_("Tariff %s is higher than the valid %s"), declared, valid);
}

static char *
say_no_tariff (const PsRegion *region, const PsSourceDetail *detail)
{
  g_autofree char *day = ps_format_date (detail->source.from);

  if (detail->source.product == PS_NONE)
    return g_strdup (ps_dispute_label (detail->source.dispute));
  return g_strdup_printf (_("%s has no tariff on %s"), ps_region_product (region, detail->source.product)->code, day);
}

static char *
say_amount (const PsSourceDetail *detail)
{
  g_autofree char *volume = ps_format_volume (detail->volume_milli);
  g_autofree char *tariff = ps_format_tariff (detail->declared_tariff_e4);

  return g_strdup_printf (_("The amount is not %s × %s"), volume, tariff);
}

static char *
say_assignment (const PsSourceDetail *detail)
{
  g_autofree char *from = ps_format_date (detail->assigned_from);
  g_autofree char *to = ps_format_date (detail->assigned_to);

  if (detail->source.from < detail->assigned_from)
    return g_strdup_printf (_("Starts before the assignment does (%s)"), from);
  if (detail->source.from > detail->assigned_to)
    return g_strdup_printf (_("Starts after the end of the assignment (%s)"), to);
  return g_strdup_printf (_("Ends after the end of the assignment (%s)"), to);
}

/**
 * ps_dispute_sentence:
 *
 * Returns: (transfer full): why the line is in dispute (domain.md §4), with the tariffs, dates or units that it is about; "" where
 *   it is not
 */
char *
ps_dispute_sentence (const PsRegion *region, const PsSourceDetail *detail)
{
  switch (detail->source.dispute)
    {
    case PS_DISPUTE_PRODUCT_MISMATCH:
      return say_product (region, detail);
    case PS_DISPUTE_UNIT_MISMATCH:
      return say_unit (region, detail);
    case PS_DISPUTE_TARIFF_MISSING:
      return say_no_tariff (region, detail);
    case PS_DISPUTE_TARIFF_EXCEEDED:
      return say_tariff (detail);
    case PS_DISPUTE_AMOUNT_MISMATCH:
      return say_amount (detail);
    case PS_DISPUTE_OUTSIDE_ASSIGNMENT:
      return say_assignment (detail);
    case PS_DISPUTE_NONE:
    case PS_DISPUTE_BY_DECISION:
    case PS_N_DISPUTES:
    default:
      return g_strdup (ps_dispute_label (detail->source.dispute));
    }
}

static char *
explain_line (const PsSourceDetail *detail)
{
  const PsSource *source = &detail->source;
  g_autofree char *share = ps_format_percent (source->share_bp);

  if (detail->status == PS_STATUS_REFUSED)
    return g_strdup (_("Refused by the municipality: counts as nothing"));
  if (source->norm_deduction_cents != 0)
    return g_strdup_printf (ngettext ("%d month past the norm duration: %s is paid",
                                      "%d months past the norm duration: %s is paid", (gulong) source->months_over),
                            source->months_over, share);
  if (source->carried_cents != 0)
    return g_strdup (_("Instalment of a trajectory that has not ended: carried to a later year"));
  return g_strdup ("");
}

static char *
explain_traject (const PsSourceDetail *detail)
{
  const PsSource *source = &detail->source;

  if (source->share_bp == PS_FULL_BP)
    return g_strdup_printf (_("Ended according to plan after %d days: paid in full"), (int) source->quantity);
  return g_strdup_printf (_("Ended early: %d of %d days of the norm duration"), (int) source->quantity, source->norm_days);
}

static char *
explain_days (const PsSourceDetail *detail)
{
  g_autofree char *days = ps_format_count (detail->source.quantity);
  g_autofree char *tariff = ps_format_tariff (detail->source.tariff_e4);

  if (detail->source.tariff_e4 == PS_NO_NUMBER)
    return g_strdup_printf (_("%s days in care without a tariff: worth nothing"), days);
  return g_strdup_printf (_("%s days in care at %s a year"), days, tariff);
}

static char *
explain_peildatum (const PsSourceDetail *detail)
{
  g_autofree char *places = ps_format_volume (detail->source.quantity);
  g_autofree char *tariff = ps_format_tariff (detail->source.tariff_e4);

  if (detail->source.tariff_e4 == PS_NO_NUMBER)
    return g_strdup_printf (_("%s places without a tariff: worth nothing"), places);
  return g_strdup_printf (_("%s places at %s a year"), places, tariff);
}

/**
 * ps_source_explanation:
 *
 * Returns: (transfer full): what a source is, or why it counts as it does; "" where its figures say it all
 */
char *
ps_source_explanation (const PsRegion *region, const PsSourceDetail *detail)
{
  if (detail->source.dispute != PS_DISPUTE_NONE)
    return ps_dispute_sentence (region, detail);

  switch (detail->source.kind)
    {
    case PS_SOURCE_LINE:
      return explain_line (detail);
    case PS_SOURCE_TRAJECT:
      return explain_traject (detail);
    case PS_SOURCE_CARE_DAYS:
      return explain_days (detail);
    case PS_SOURCE_PEILDATUM:
      return explain_peildatum (detail);
    case PS_SOURCE_PLACES:
      return g_strdup (_("Places realised, rounded once; the rows below it explain it"));
    case PS_SOURCE_LUMP_SUM:
      return g_strdup (_("The agreed amount, by the days of the year that have passed"));
    case PS_SOURCE_ADVANCE:
    default:
      return g_strdup ("");
    }
}

const char *
ps_source_kind_label (PsSourceKind kind)
{
  switch (kind)
    {
    case PS_SOURCE_LINE:
      return _("Declaration line");
    case PS_SOURCE_TRAJECT:
      return _("Trajectory");
    case PS_SOURCE_PLACES:
      return _("Places");
    case PS_SOURCE_CARE_DAYS:
      return _("Care days");
    case PS_SOURCE_PEILDATUM:
      return _("Peildatum");
    case PS_SOURCE_ADVANCE:
      return _("Advance");
    case PS_SOURCE_LUMP_SUM:
      return _("Lump sum");
    default:
      return "";
    }
}

/* "01-03-2024 – 31-03-2024"; owned by the caller. */
char *
ps_period_text (PsDate from, PsDate to)
{
  g_autofree char *first = ps_format_date (from);
  g_autofree char *last = ps_format_date (to);

  return from == to ? g_steal_pointer (&first) : g_strdup_printf ("%s – %s", first, last);
}
