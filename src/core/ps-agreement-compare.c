/* ps-agreement-compare.c: what differs between two versions of a performance agreement
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-agreement.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const PsRegion *region;
  GPtrArray *differences;
} Comparison;

void
ps_difference_free (PsDifference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->what);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/* Takes the texts. */
static PsDifference *
add_difference (Comparison *self, PsDifferenceKind kind, const char *what, char *before, char *after)
{
  PsDifference *difference = g_new0 (PsDifference, 1);

  difference->kind = kind;
  difference->group = difference->municipality = PS_NONE;
  difference->what = g_strdup (what);
  difference->before = before;
  difference->after = after;
  difference->change_cents = PS_NO_NUMBER;
  g_ptr_array_add (self->differences, difference);
  return difference;
}

static void
compare_words (Comparison *self, const char *what, PsWords list, int before, int after)
{
  if (before != after)
    add_difference (self, PS_DIFFERENCE_TERM, what, g_strdup (ps_words_label (list, before)),
                    g_strdup (ps_words_label (list, after)));
}

static char *
bandwidth_text (int given_bp, int region_bp)
{
  g_autofree char *percent = ps_format_percent (given_bp >= 0 ? given_bp : region_bp);

  if (given_bp >= 0)
    return g_steal_pointer (&percent);
  /* Translators: a bandwidth that was not agreed; %s is a percentage */
  return g_strdup_printf (_("%s, the region's"), percent);
}

static void
compare_bandwidth (Comparison *self, const char *what, int before_bp, int after_bp, int region_bp)
{
  if (before_bp != after_bp)
    add_difference (self, PS_DIFFERENCE_TERM, what, bandwidth_text (before_bp, region_bp), bandwidth_text (after_bp, region_bp));
}

static void
compare_terms (Comparison *self, const PsAgreement *before, const PsAgreement *after)
{
  compare_words (self, _("Scope of exchange"), PS_WORDS_EXCHANGE, before->exchange, after->exchange);
  compare_words (self, _("Division of deductions"), PS_WORDS_DIVISION_KEY, before->key, after->key);
  compare_words (self, _("Measuring of places"), PS_WORDS_PLACE_MEASURING, before->measuring, after->measuring);
  compare_bandwidth (self, _("Bandwidth below"), before->under_bp, after->under_bp, self->region->under_bp);
  compare_bandwidth (self, _("Bandwidth above"), before->over_bp, after->over_bp, self->region->over_bp);
}

static const char *
scheme_name (const Comparison *self, guint scheme)
{
  return scheme == PS_NONE ? C_("incentive scheme", "none") : ps_region_scheme (self->region, scheme)->name;
}

static const char *
line_kind (gboolean lump_sum)
{
  return lump_sum ? C_("agreement line", "lump sum") : C_("agreement line", "by production");
}

/* A whole line: "€ 12.000,00, places: 2, scheme: donut" */
static char *
line_text (const Comparison *self, const PsAgreementLine *line)
{
  g_autofree char *ceiling = ps_format_money (line->ceiling_cents), *places = ps_format_volume (line->places_milli);
  GString *text = g_string_new (ceiling);

  if (line->lump_sum)
    g_string_append_printf (text, ", %s", line_kind (TRUE));
  if (line->places_milli != PS_NO_NUMBER)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("places: %s"), places);
    }
  if (line->scheme != PS_NONE)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("scheme: %s"), scheme_name (self, line->scheme));
    }
  return g_string_free (text, FALSE);
}

static void
put_in_place (PsDifference *difference, const PsAgreementLine *line, gint64 change_cents)
{
  difference->group = line->group;
  difference->municipality = line->municipality;
  difference->change_cents = change_cents;
}

/* Lines come and go as a whole. */
static void
add_line (Comparison *self, const PsAgreementLine *line)
{
  put_in_place (add_difference (self, PS_DIFFERENCE_ADDED, _("Line"), NULL, line_text (self, line)), line, line->ceiling_cents);
}

static void
remove_line (Comparison *self, const PsAgreementLine *line)
{
  put_in_place (add_difference (self, PS_DIFFERENCE_REMOVED, _("Line"), line_text (self, line), NULL), line,
                -line->ceiling_cents);
}

static void
change_line (Comparison *self, const PsAgreementLine *before, const PsAgreementLine *after)
{
  PsOverflow overflow = { FALSE };

  if (before->lump_sum != after->lump_sum)
    put_in_place (add_difference (self, PS_DIFFERENCE_CHANGED, _("Paid"), g_strdup (line_kind (before->lump_sum)),
                                  g_strdup (line_kind (after->lump_sum))),
                  after, PS_NO_NUMBER);
  if (before->ceiling_cents != after->ceiling_cents)
    put_in_place (add_difference (self, PS_DIFFERENCE_CHANGED, _("Ceiling"), ps_format_money (before->ceiling_cents),
                                  ps_format_money (after->ceiling_cents)),
                  after, ps_subtract (after->ceiling_cents, before->ceiling_cents, &overflow));
  if (before->places_milli != after->places_milli)
    put_in_place (add_difference (self, PS_DIFFERENCE_CHANGED, _("Places"), ps_format_volume (before->places_milli),
                                  ps_format_volume (after->places_milli)),
                  after, PS_NO_NUMBER);
  if (before->scheme != after->scheme)
    put_in_place (add_difference (self, PS_DIFFERENCE_CHANGED, _("Incentive scheme"),
                                  g_strdup (scheme_name (self, before->scheme)), g_strdup (scheme_name (self, after->scheme))),
                  after, PS_NO_NUMBER);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const PsAgreementLine *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

/* A version that is being edited may have its lines in the order in which they were typed. */
static GArray *
sorted_lines (const PsAgreement *agreement)
{
  GArray *lines = g_array_copy (agreement->lines);

  g_array_sort (lines, compare_keys);
  return lines;
}

static void
compare_lines (Comparison *self, const GArray *before, const GArray *after)
{
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      const PsAgreementLine *old = i < before->len ? &g_array_index (before, PsAgreementLine, i) : NULL;
      const PsAgreementLine *new = j < after->len ? &g_array_index (after, PsAgreementLine, j) : NULL;
      int order = old == NULL ? 1 : new == NULL ? -1 : compare_keys (old, new);

      if (order < 0)
        remove_line (self, old);
      else if (order > 0)
        add_line (self, new);
      else
        change_line (self, old, new);
      i += order <= 0;
      j += order >= 0;
    }
}

/**
 * ps_agreement_compare: what differs between two versions, or two years; provider, year and ids are not compared.
 *
 * Returns: (transfer full): PsDifference: terms first, then lines by group and municipality, each changed column of its own
 */
GPtrArray *
ps_agreement_compare (const PsRegion *region, const PsAgreement *before, const PsAgreement *after)
{
  Comparison self = { region, g_ptr_array_new_with_free_func ((GDestroyNotify) ps_difference_free) };
  g_autoptr (GArray) old_lines = sorted_lines (before), new_lines = sorted_lines (after);

  compare_terms (&self, before, after);
  compare_lines (&self, old_lines, new_lines);
  return self.differences;
}
