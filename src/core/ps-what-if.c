/* ps-what-if.c: the same year under another scheme, ceiling or scope: an agreement that is never stored
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-what-if.h"

#include "ps-agreement.h"
#include "ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ps_what_if_init (PsWhatIf *what_if)
{
  *what_if = (PsWhatIf){ .scheme = PS_WHAT_IF_SAME, .ceilings_bp = PS_FULL_BP };
}

static gboolean
has_ceilings (const PsWhatIf *what_if)
{
  return what_if->ceilings != NULL && what_if->ceilings->len > 0;
}

/**
 * ps_what_if_is_same: whether nothing is asked: the agreement as it is.
 */
gboolean
ps_what_if_is_same (const PsWhatIf *what_if)
{
  return what_if->exchange == 0 && what_if->key == 0 && what_if->measuring == 0 && what_if->scheme == PS_WHAT_IF_SAME
         && what_if->ceilings_bp == PS_FULL_BP && !has_ceilings (what_if);
}

static void
put_terms (PsAgreement *agreement, const PsWhatIf *what_if)
{
  if (what_if->exchange != 0)
    agreement->exchange = what_if->exchange;
  if (what_if->key != 0)
    agreement->key = what_if->key;
  if (what_if->measuring != 0)
    agreement->measuring = what_if->measuring;
}

static void
put_scheme (PsAgreement *agreement, guint scheme)
{
  if (scheme == PS_WHAT_IF_SAME)
    return;
  for (guint i = 0; i < agreement->lines->len; i++)
    g_array_index (agreement->lines, PsAgreementLine, i).scheme = scheme == PS_WHAT_IF_NO_SCHEME ? PS_NONE : scheme;
}

static void
scale_ceilings (PsAgreement *agreement, int share_bp, PsOverflow *overflow)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    {
      PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, i);

      line->ceiling_cents = ps_share_of (line->ceiling_cents, share_bp, overflow);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PsAgreementLine *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

/* The scheme that a line which is not agreed falls under: that of its group's lines, else of the first line: the scheme is the same
 * within a scope (domain.md §5). */
static guint
scheme_of_neighbours (const PsAgreement *agreement, guint group)
{
  guint found = PS_NONE;
  gboolean any = FALSE;

  for (guint i = 0; i < agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, i);

      if (line->lump_sum)
        continue;
      if (line->group == group)
        return line->scheme;
      if (!any)
        found = line->scheme;
      any = TRUE;
    }
  return found;
}

static void
put_ceiling (PsAgreement *agreement, const PsWhatIfCeiling *ceiling)
{
  const PsAgreementLine *known = ps_agreement_find_line (agreement, ceiling->group, ceiling->municipality);
  PsAgreementLine line = { 0, ceiling->group, ceiling->municipality, FALSE, ceiling->ceiling_cents, PS_NO_NUMBER, PS_NONE };

  if (known != NULL)
    {
      g_array_index (agreement->lines, PsAgreementLine, known - (const PsAgreementLine *) agreement->lines->data).ceiling_cents =
          ceiling->ceiling_cents;
      return;
    }
  line.scheme = scheme_of_neighbours (agreement, ceiling->group);
  g_array_append_val (agreement->lines, line);
  g_array_sort (agreement->lines, compare_lines);
}

static void
put_ceilings (PsAgreement *agreement, const PsWhatIf *what_if, PsOverflow *overflow)
{
  if (!has_ceilings (what_if))
    {
      scale_ceilings (agreement, what_if->ceilings_bp, overflow);
      return;
    }
  for (guint i = 0; i < what_if->ceilings->len; i++)
    put_ceiling (agreement, &g_array_index (what_if->ceilings, PsWhatIfCeiling, i));
}

static gboolean
has_negative_ceiling (const PsAgreement *agreement)
{
  for (guint i = 0; i < agreement->lines->len; i++)
    if (g_array_index (agreement->lines, PsAgreementLine, i).ceiling_cents < 0)
      return TRUE;
  return FALSE;
}

/**
 * ps_what_if_agreement: the agreement that a year is settled with instead of the real one. Ceilings that are named take the place of the
 * real ones, or are added; the others stay. Lump sums are lines as others.
 * @real: (nullable): NULL: there is none; the terms that are not said are then those of a new agreement
 * @provider: its place in the region
 *
 * Returns: (transfer full) (nullable): to free with ps_what_if_agreement_free(); NULL where a ceiling does not fit or is below 0.
 */
PsAgreement *
ps_what_if_agreement (const PsAgreement *real, guint provider, int year, const PsWhatIf *what_if)
{
  g_autoptr (PsAgreement) agreement = real != NULL ? ps_agreement_copy (real) : ps_agreement_new (provider, year);
  PsOverflow overflow = { FALSE };

  put_terms (agreement, what_if);
  put_ceilings (agreement, what_if, &overflow);
  put_scheme (agreement, what_if->scheme);
  if (overflow.overflowed || has_negative_ceiling (agreement))
    return NULL;
  return g_steal_pointer (&agreement);
}

void
ps_what_if_agreement_free (PsAgreement *agreement)
{
  ps_agreement_free (agreement);
}

/**
 * ps_what_if_problem: why an agreement that was asked for cannot be settled with, in a translated sentence: lines that come to share
 * a scope have different schemes. NULL: nothing.
 */
char *
ps_what_if_problem (const PsRegion *region, const PsAgreement *agreement)
{
  g_autoptr (GPtrArray) problems = ps_agreement_check (region, agreement, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const PsAgreementProblem *problem = g_ptr_array_index (problems, i);

      if (problem->blocks && problem->group != PS_NONE)
        return g_strdup (problem->why);
    }
  return NULL;
}

static void
add_part (GPtrArray *parts, char *part)
{
  g_ptr_array_add (parts, part);
}

static void
add_ceilings_part (GPtrArray *parts, const PsWhatIf *what_if)
{
  g_autofree char *percent = ps_format_percent (what_if->ceilings_bp), *count = NULL;

  if (!has_ceilings (what_if))
    {
      if (what_if->ceilings_bp != PS_FULL_BP)
        add_part (parts, g_strdup_printf (C_("what if", "ceilings %s"), percent));
      return;
    }
  count = ps_format_count (what_if->ceilings->len);
  add_part (parts, g_strdup_printf (ngettext ("%s other ceiling", "%s other ceilings", what_if->ceilings->len), count));
}

static char *
exchange_part (PsExchange exchange)
{
  switch (exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return g_strdup (C_("what if", "exchange within the whole provider"));
    case PS_EXCHANGE_SEGMENT:
      return g_strdup (C_("what if", "exchange per segment"));
    case PS_EXCHANGE_GROUP:
      return g_strdup (C_("what if", "exchange per product group"));
    case PS_EXCHANGE_LINE:
    default:
      return g_strdup (C_("what if", "no exchange"));
    }
}

static void
add_terms_parts (GPtrArray *parts, const PsWhatIf *what_if)
{
  if (what_if->exchange != 0)
    add_part (parts, exchange_part (what_if->exchange));
  if (what_if->key != 0)
    add_part (parts,
              g_strdup_printf (C_("what if", "deductions divided by %s"), ps_words_label (PS_WORDS_DIVISION_KEY, what_if->key)));
  if (what_if->measuring != 0)
    add_part (parts, g_strdup_printf (C_("what if", "places measured %s"),
                                      ps_words_label (PS_WORDS_PLACE_MEASURING, what_if->measuring)));
}

static void
capitalise (GString *text)
{
  g_autofree char *first = g_utf8_substring (text->str, 0, MIN (1, g_utf8_strlen (text->str, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  g_string_erase (text, 0, strlen (first));
  g_string_prepend (text, capital);
}

/**
 * ps_what_if_sentence: what is asked, translated: "Scheme Cliff, ceilings 110 %, exchange per product group".
 */
char *
ps_what_if_sentence (const PsRegion *region, const PsWhatIf *what_if)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  if (what_if->scheme == PS_WHAT_IF_NO_SCHEME)
    add_part (parts, g_strdup (C_("what if", "no scheme")));
  else if (what_if->scheme != PS_WHAT_IF_SAME)
    add_part (parts, g_strdup_printf (C_("what if", "scheme %s"), ps_region_scheme (region, what_if->scheme)->name));
  add_ceilings_part (parts, what_if);
  add_terms_parts (parts, what_if);

  if (parts->len == 0)
    g_string_append (text, C_("what if", "as it is"));
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (parts, i));
  capitalise (text);
  return g_string_free (text, FALSE);
}
