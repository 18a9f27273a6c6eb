/* ps-dossier-compare-words.c: a comparison of two dossiers in a sentence
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-dossier-compare.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

/**
 * ps_cause_label: what a cause is about, translated: "declaration line".
 */
const char *
ps_cause_label (PsCauseKind kind)
{
  switch (kind)
    {
    case PS_CAUSE_LINE:
      return C_("cause", "Declaration line");
    case PS_CAUSE_DECISION:
      return C_("cause", "Decision on a line");
    case PS_CAUSE_ASSIGNMENT:
      return C_("cause", "Assignment");
    case PS_CAUSE_CARE:
      return C_("cause", "Care period");
    case PS_CAUSE_ADVANCE:
      return C_("cause", "Advance");
    case PS_CAUSE_MEASUREMENT:
      return C_("cause", "Measurement");
    case PS_CAUSE_PEILDATUM:
      return C_("cause", "Peildatum");
    case PS_CAUSE_TARIFF:
      return C_("cause", "Tariff");
    case PS_CAUSE_PRODUCT:
      return C_("cause", "Product");
    case PS_CAUSE_AGREEMENT:
      return C_("cause", "Agreement");
    case PS_CAUSE_AGREEMENT_LINE:
      return C_("cause", "Agreement line");
    case PS_CAUSE_SCHEME:
      return C_("cause", "Incentive scheme");
    case PS_CAUSE_PROGRAM:
      return C_("cause", "Program");
    case PS_N_CAUSES:
    default:
      g_assert_not_reached ();
    }
}

/* "2 late declaration lines": formats with one %s, by number. */
static const char *
added_format (PsCauseKind kind, gulong n)
{
  switch (kind)
    {
    case PS_CAUSE_LINE:
      return ngettext ("%s late declaration line", "%s late declaration lines", n);
    case PS_CAUSE_ASSIGNMENT:
      return ngettext ("%s new assignment", "%s new assignments", n);
    case PS_CAUSE_CARE:
      return ngettext ("%s new care period", "%s new care periods", n);
    case PS_CAUSE_ADVANCE:
      return ngettext ("%s new advance", "%s new advances", n);
    case PS_CAUSE_MEASUREMENT:
      return ngettext ("%s new measurement", "%s new measurements", n);
    case PS_CAUSE_PEILDATUM:
      return ngettext ("%s new peildatum", "%s new peildata", n);
    case PS_CAUSE_TARIFF:
      return ngettext ("%s new tariff", "%s new tariffs", n);
    case PS_CAUSE_AGREEMENT:
      return ngettext ("%s new agreement", "%s new agreements", n);
    case PS_CAUSE_AGREEMENT_LINE:
      return ngettext ("%s new agreement line", "%s new agreement lines", n);
    case PS_CAUSE_DECISION:
    case PS_CAUSE_PRODUCT:
    case PS_CAUSE_SCHEME:
    case PS_CAUSE_PROGRAM:
    case PS_N_CAUSES:
    default:
      g_assert_not_reached (); /* these only change */
    }
}

static const char *
removed_format (PsCauseKind kind, gulong n)
{
  switch (kind)
    {
    case PS_CAUSE_LINE:
      return ngettext ("%s declaration line that is gone", "%s declaration lines that are gone", n);
    case PS_CAUSE_ASSIGNMENT:
      return ngettext ("%s assignment that is gone", "%s assignments that are gone", n);
    case PS_CAUSE_CARE:
      return ngettext ("%s care period that is gone", "%s care periods that are gone", n);
    case PS_CAUSE_ADVANCE:
      return ngettext ("%s advance that is gone", "%s advances that are gone", n);
    case PS_CAUSE_MEASUREMENT:
      return ngettext ("%s measurement that is gone", "%s measurements that are gone", n);
    case PS_CAUSE_PEILDATUM:
      return ngettext ("%s peildatum that is gone", "%s peildata that are gone", n);
    case PS_CAUSE_TARIFF:
      return ngettext ("%s tariff that is gone", "%s tariffs that are gone", n);
    case PS_CAUSE_AGREEMENT:
      return ngettext ("%s agreement that is gone", "%s agreements that are gone", n);
    case PS_CAUSE_AGREEMENT_LINE:
      return ngettext ("%s agreement line that is gone", "%s agreement lines that are gone", n);
    case PS_CAUSE_DECISION:
    case PS_CAUSE_PRODUCT:
    case PS_CAUSE_SCHEME:
    case PS_CAUSE_PROGRAM:
    case PS_N_CAUSES:
    default:
      g_assert_not_reached (); /* these only change */
    }
}

static const char *
changed_format (PsCauseKind kind, gulong n)
{
  switch (kind)
    {
    case PS_CAUSE_LINE:
      return ngettext ("%s changed declaration line", "%s changed declaration lines", n);
    case PS_CAUSE_DECISION:
      return ngettext ("%s decision on a declaration line", "%s decisions on declaration lines", n);
    case PS_CAUSE_ASSIGNMENT:
      return ngettext ("%s changed assignment", "%s changed assignments", n);
    case PS_CAUSE_CARE:
      return ngettext ("%s corrected care period", "%s corrected care periods", n);
    case PS_CAUSE_ADVANCE:
      return ngettext ("%s changed advance", "%s changed advances", n);
    case PS_CAUSE_MEASUREMENT:
      return ngettext ("%s changed measurement", "%s changed measurements", n);
    case PS_CAUSE_PEILDATUM:
      return ngettext ("%s changed peildatum", "%s changed peildata", n);
    case PS_CAUSE_TARIFF:
      return ngettext ("%s changed tariff", "%s changed tariffs", n);
    case PS_CAUSE_PRODUCT:
      return ngettext ("%s changed product", "%s changed products", n);
    case PS_CAUSE_AGREEMENT:
      return ngettext ("%s changed agreement", "%s changed agreements", n);
    case PS_CAUSE_AGREEMENT_LINE:
      return ngettext ("%s changed agreement line", "%s changed agreement lines", n);
    case PS_CAUSE_SCHEME:
      return ngettext ("%s changed incentive scheme", "%s changed incentive schemes", n);
    case PS_CAUSE_PROGRAM:
      return ngettext ("%s other version of the program", "%s other versions of the program", n);
    case PS_N_CAUSES:
    default:
      g_assert_not_reached ();
    }
}

static char *
count_causes (PsCauseKind kind, PsCauseChange change, guint n)
{
  g_autofree char *count = ps_format_count (n);
  const char *format = change == PS_CAUSE_ADDED     ? added_format (kind, n)
                       : change == PS_CAUSE_REMOVED ? removed_format (kind, n)
                                                    : changed_format (kind, n);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strconcat (parts[0], parts[1] != NULL ? count : "", parts[1], NULL);
}

/* "2 late declaration lines, 1 changed tariff" */
static char *
list_causes (const GPtrArray *causes)
{
  guint counts[PS_N_CAUSES][PS_CAUSE_CHANGED + 1] = { { 0 } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const PsCause *cause = g_ptr_array_index (causes, i);

      counts[cause->kind][cause->change]++;
    }
  for (int kind = 0; kind < PS_N_CAUSES; kind++)
    for (int change = 0; change <= PS_CAUSE_CHANGED; change++)
      if (counts[kind][change] > 0)
        {
          g_autofree char *counted = count_causes (kind, change, counts[kind][change]);

          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", counted);
        }
  return g_string_free (text, FALSE);
}

/* "the balance is € 412,50 higher" */
static char *
balance_text (const PsComparison *comparison)
{
  PsOverflow overflow = { FALSE };
  gint64 more = ps_subtract (comparison->new_totals.balance_cents, comparison->old_totals.balance_cents, &overflow);
  g_autofree char *amount = ps_format_money (more < 0 ? -more : more);

  if (overflow.overflowed)
    return g_strdup (_("the balance is another"));
  if (more == 0)
    return g_strdup (_("the balance is the same"));
  return more > 0 ? g_strdup_printf (_("the balance is %s higher"), amount)
                  : g_strdup_printf (_("the balance is %s lower"), amount);
}

/* "3 of 12 lines differ: the balance is € 412,50 higher." */
static char *
figures_text (const PsComparison *comparison)
{
  g_autofree char *balance = balance_text (comparison);
  g_autofree char *count = NULL, *all = NULL;
  guint n = 0;

  for (guint i = 0; i < comparison->lines->len; i++)
    n += !ps_line_difference_is_same (g_ptr_array_index (comparison->lines, i));
  if (n == 0)
    /* Translators: scopes of exchange and payment bands differ, but no line; %s: "the balance is the same" */
    return g_strdup_printf (_("The bands differ, but no line: %s."), balance);
  count = ps_format_count (n);
  all = ps_format_count (comparison->lines->len);
  /* Translators: how many lines differ, of how many; what the balance does */
  return g_strdup_printf (ngettext ("%s of %s lines differs: %s.", "%s of %s lines differ: %s.", n), count, all, balance);
}

/**
 * ps_comparison_sentence: what the comparison says, translated: "Identical to the cent.", or which lines differ, what that does
 * to the balance, and why.
 */
char *
ps_comparison_sentence (const PsComparison *comparison)
{
  g_autofree char *causes = list_causes (comparison->causes);
  g_autofree char *figures = NULL;

  if (comparison->same_figures && comparison->causes->len == 0)
    return g_strdup (_("Identical to the cent."));
  if (comparison->same_figures)
    return g_strdup_printf (_("Identical to the cent, though computed from something else: %s."), causes);
  figures = figures_text (comparison);
  if (comparison->causes->len == 0)
    return g_strdup_printf (_("%s All that it is computed from is the same: the figures themselves are others."), figures);
  /* Translators: which lines differ; what the causes are */
  return g_strdup_printf (_("%s Why: %s."), figures, causes);
}
