/* ps-sources-sums.c: do the sources add up to the figures that they explain?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-sources-sums"

#include "ps-sources-sums.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

typedef struct
{
  gint64 gross, norm, paid, carried, disputed, produced;
} Sums;

/* The lines that the sources were asked of. A lump sum's gross is the agreed amount; what was produced is beside it. */
static void
add_lines (const PsSettlementDetail *detail, guint group, guint municipality, Sums *sums, PsOverflow *overflow)
{
  const GArray *lines = detail->settlement->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (lines, PsSettlementLine, i);

      if ((group != PS_NONE && line->group != group) || (municipality != PS_NONE && line->municipality != municipality))
        continue;
      sums->gross = ps_add (sums->gross, line->gross_cents, overflow);
      sums->norm = ps_add (sums->norm, line->norm_deduction_cents, overflow);
      sums->paid = ps_add (sums->paid, line->paid_cents, overflow);
      sums->carried = ps_add (sums->carried, line->carried_cents, overflow);
      sums->disputed = ps_add (sums->disputed, line->disputed_cents, overflow);
      sums->produced = ps_add (sums->produced, line->lump_sum ? line->produced_cents : 0, overflow);
    }
}

static gboolean
is_lump_sum (const PsSettlementDetail *detail, const PsSource *source)
{
  const GArray *lines = detail->settlement->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (lines, PsSettlementLine, i);

      if (line->group == source->group && line->municipality == source->municipality)
        return line->lump_sum;
    }
  return FALSE;
}

static void
add_sources (const PsSettlementDetail *detail, Sums *sums, PsOverflow *overflow)
{
  for (guint i = 0; i < detail->sources->len; i++)
    {
      const PsSource *source = &((const PsSourceDetail *) g_ptr_array_index (detail->sources, i))->source;
      gboolean beside = source->kind != PS_SOURCE_LUMP_SUM && is_lump_sum (detail, source);
      gint64 *gross = beside ? &sums->produced : &sums->gross;

      *gross = ps_add (*gross, source->gross_cents, overflow);
      sums->norm = ps_add (sums->norm, source->norm_deduction_cents, overflow);
      sums->paid = ps_add (sums->paid, source->paid_cents, overflow);
      sums->carried = ps_add (sums->carried, source->carried_cents, overflow);
      sums->disputed = ps_add (sums->disputed, source->disputed_cents, overflow);
    }
}

static gboolean
sums_are_equal (const Sums *a, const Sums *b)
{
  return a->gross == b->gross && a->norm == b->norm && a->paid == b->paid && a->carried == b->carried
         && a->disputed == b->disputed && a->produced == b->produced;
}

static void
append_sum (GString *text, const char *format, gint64 cents, gboolean always)
{
  g_autofree char *amount = ps_format_money (cents);
  g_autoptr (GString) part = g_string_new (format);

  if (cents == 0 && !always)
    return;
  g_string_replace (part, "%s", amount, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part->str);
}

static char *
describe (const Sums *sums)
{
  GString *text = g_string_new (NULL);

  append_sum (text, _("gross %s"), sums->gross, TRUE);
  append_sum (text, _("norm duration %s"), -sums->norm, FALSE);
  append_sum (text, _("paid %s"), sums->paid, TRUE);
  append_sum (text, _("carried %s"), sums->carried, FALSE);
  append_sum (text, _("disputed %s"), sums->disputed, FALSE);
  append_sum (text, _("produced beside a lump sum %s"), sums->produced, FALSE);
  return g_string_free (text, FALSE);
}

/**
 * ps_sources_sums_text:
 * @equal: (out): whether the sources add up, to the cent, to the figures of the settlement
 *
 * Returns: (transfer full): the sums, and that they are the line's; or both, where they are not
 */
char *
ps_sources_sums_text (const PsSettlementDetail *detail, const char *group, const char *municipality, gboolean *equal)
{
  const PsRegion *region = ps_settlement_detail_region (detail);
  Sums lines = { 0 }, sources = { 0 };
  PsOverflow overflow = { FALSE };
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  add_lines (detail, group != NULL ? ps_region_find_group (region, group) : PS_NONE,
             municipality != NULL ? ps_region_find_municipality (region, municipality) : PS_NONE, &lines, &overflow);
  add_sources (detail, &sources, &overflow);
  *equal = !overflow.overflowed && sums_are_equal (&lines, &sources);
  wanted = describe (&lines);
  found = describe (&sources);
  if (*equal)
    return g_strdup_printf (_("These sources add up to the settlement's figures, to the cent: %s."), wanted);
  return g_strdup_printf (_("The sources do not add up to the settlement: they come to %s; the settlement says %s."), found,
                          wanted);
}
