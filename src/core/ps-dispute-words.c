/* ps-dispute-words.c: why a declaration line is in dispute, in words with its own figures (domain.md §4), and what a source is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-core"

#include "ps-dispute-words.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

static char *
describe_assigned (const PsRegion *region, const PsDisputed *disputed)
{
  if (disputed->assigned_product != PS_NONE)
    return g_strdup_printf (_("product %s"), ps_region_product (region, disputed->assigned_product)->code);
  if (disputed->assigned_group != PS_NONE)
    return g_strdup_printf (_("product group %s"), ps_region_group (region, disputed->assigned_group)->code);
  return g_strdup (_("something else"));
}

static char *
say_product (const PsRegion *region, const PsDisputed *disputed)
{
  g_autofree char *assigned = describe_assigned (region, disputed);
  const char *declared = disputed->product != PS_NONE ? ps_region_product (region, disputed->product)->code : "–";

  return g_strdup_printf (_("Declared %s, but %s was assigned"), declared, assigned);
}

static char *
say_unit (const PsRegion *region, const PsDisputed *disputed)
{
  const PsProduct *product;

  if (disputed->product == PS_NONE)
    return g_strdup (ps_dispute_label (disputed->dispute));
  product = ps_region_product (region, disputed->product);
  return g_strdup_printf (_("Declared in %s, but the unit of %s is %s"), ps_words_label (PS_WORDS_UNIT, (int) disputed->unit),
                          product->code, ps_words_label (PS_WORDS_UNIT, (int) product->unit));
}

static char *
say_tariff (const PsDisputed *disputed)
{
  g_autofree char *declared = ps_format_tariff (disputed->declared_tariff_e4);
  g_autofree char *valid = ps_format_tariff (disputed->valid_tariff_e4);

  if (disputed->valid_tariff_e4 == PS_NO_NUMBER || disputed->declared_tariff_e4 == PS_NO_NUMBER)
    return g_strdup (ps_dispute_label (disputed->dispute));
  return g_strdup_printf (_("Tariff %s is higher than the valid %s"), declared, valid);
}

static char *
say_no_tariff (const PsRegion *region, const PsDisputed *disputed)
{
  g_autofree char *day = ps_format_date (disputed->from);

  if (disputed->product == PS_NONE)
    return g_strdup (ps_dispute_label (disputed->dispute));
  return g_strdup_printf (_("%s has no tariff on %s"), ps_region_product (region, disputed->product)->code, day);
}

static char *
say_amount (const PsDisputed *disputed)
{
  g_autofree char *volume = ps_format_volume (disputed->volume_milli);
  g_autofree char *tariff = ps_format_tariff (disputed->declared_tariff_e4);

  return g_strdup_printf (_("The amount is not %s × %s"), volume, tariff);
}

static char *
say_assignment (const PsDisputed *disputed)
{
  g_autofree char *from = ps_format_date (disputed->assigned_from);
  g_autofree char *to = ps_format_date (disputed->assigned_to);

  if (disputed->from < disputed->assigned_from)
    return g_strdup_printf (_("Starts before the assignment does (%s)"), from);
  if (disputed->from > disputed->assigned_to)
    return g_strdup_printf (_("Starts after the end of the assignment (%s)"), to);
  return g_strdup_printf (_("Ends after the end of the assignment (%s)"), to);
}

/**
 * ps_disputed_sentence:
 *
 * Returns: (transfer full): why the line is in dispute, with the tariffs, dates or units that it is about; "" where it is not
 */
char *
ps_disputed_sentence (const PsRegion *region, const PsDisputed *disputed)
{
  switch (disputed->dispute)
    {
    case PS_DISPUTE_PRODUCT_MISMATCH:
      return say_product (region, disputed);
    case PS_DISPUTE_UNIT_MISMATCH:
      return say_unit (region, disputed);
    case PS_DISPUTE_TARIFF_MISSING:
      return say_no_tariff (region, disputed);
    case PS_DISPUTE_TARIFF_EXCEEDED:
      return say_tariff (disputed);
    case PS_DISPUTE_AMOUNT_MISMATCH:
      return say_amount (disputed);
    case PS_DISPUTE_OUTSIDE_ASSIGNMENT:
      return say_assignment (disputed);
    case PS_DISPUTE_NONE:
    case PS_DISPUTE_BY_DECISION:
    case PS_N_DISPUTES:
    default:
      return g_strdup (ps_dispute_label (disputed->dispute));
    }
}

/**
 * ps_dossier_dispute_sentence: the same of a source of a dossier; a source that is no declaration line is not in dispute.
 */
char *
ps_dossier_dispute_sentence (const PsDossier *dossier, const PsSource *source)
{
  guint place = ps_dossier_line_of (dossier, source);
  PsDisputed disputed = { .dispute = source->dispute };
  const PsAssignment *assignment;
  const PsLine *line;

  if (place == PS_NONE)
    return g_strdup (ps_dispute_label (PS_DISPUTE_NONE));
  line = &g_array_index (dossier->production->lines, PsLine, place);
  assignment = &g_array_index (dossier->production->assignments, PsAssignment, line->assignment);
  disputed.product = source->product;
  disputed.from = line->from;
  disputed.unit = line->unit;
  disputed.volume_milli = line->volume_milli;
  disputed.declared_tariff_e4 = line->tariff_e4;
  disputed.valid_tariff_e4 = source->tariff_e4;
  disputed.assigned_product = assignment->product;
  disputed.assigned_group = assignment->group;
  disputed.assigned_from = assignment->start;
  disputed.assigned_to = assignment->end;
  return ps_disputed_sentence (dossier->region, &disputed);
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
