/* ps-explain-sums.c: the sources of a settlement, or of one of its lines, counted by kind and told in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-core"

#include "ps-explain-sums.h"

#include "ps-explain-private.h"
#include "ps-format.h"

#include <glib/gi18n-lib.h>

/* The settlement's own sums fitted, and these are parts of them. */
static void
count (PsCounted *counted, gint64 cents)
{
  PsOverflow overflow = { FALSE };

  counted->n++;
  counted->cents = ps_add (counted->cents, cents, &overflow);
}

static PsNormShare *
find_share (GArray *shares, int share_bp)
{
  PsNormShare share = { .share_bp = share_bp };

  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, PsNormShare, i).share_bp == share_bp)
      return &g_array_index (shares, PsNormShare, i);
  g_array_append_val (shares, share);
  return &g_array_index (shares, PsNormShare, shares->len - 1);
}

static void
count_norm (PsExplainSums *sums, const PsSource *source)
{
  PsOverflow overflow = { FALSE };
  PsNormShare *share;

  if (source->norm_deduction_cents == 0)
    return;
  share = find_share (sums->norm_shares, source->share_bp);
  share->n++;
  share->gross_cents = ps_add (share->gross_cents, source->gross_cents, &overflow);
  share->deduction_cents = ps_add (share->deduction_cents, source->norm_deduction_cents, &overflow);
  count (&sums->norm_lines, source->norm_deduction_cents);
}

static void
count_line (PsExplainSums *sums, const PsDossier *dossier, const PsSource *source)
{
  if (source->gross_cents != 0)
    count (&sums->lines, source->gross_cents);
  if (source->dispute != PS_DISPUTE_NONE && source->disputed_cents != 0)
    count (&sums->disputed, source->disputed_cents);
  if (source->carried_cents != 0)
    count (&sums->carried, source->carried_cents);
  if (source->paid_cents != 0)
    count (&sums->paid_lines, source->paid_cents);
  if (source->paid_cents != 0 && source->dispute != PS_DISPUTE_NONE
      && ps_region_product (dossier->region, source->product)->funding == PS_FUNDING_PXQ)
    count (&sums->paid_disputed, source->paid_cents);
  count_norm (sums, source);
}

static void
count_source (PsExplainSums *sums, const PsDossier *dossier, const PsSource *source)
{
  switch (source->kind)
    {
    case PS_SOURCE_LINE:
      count_line (sums, dossier, source);
      break;
    case PS_SOURCE_TRAJECT:
      count (&sums->trajectories, source->gross_cents);
      break;
    case PS_SOURCE_PLACES:
      count (&sums->places, source->gross_cents);
      break;
    case PS_SOURCE_ADVANCE:
      count (&sums->advances, source->paid_cents);
      break;
    case PS_SOURCE_LUMP_SUM:
      count (&sums->lump_sums, source->gross_cents);
      break;
    case PS_SOURCE_CARE_DAYS:
    case PS_SOURCE_PEILDATUM:
    default:
      break;
    }
}

/* What lies under a lump sum is paid and disputed as any other, but its production is not in the gross (domain.md §4). */
static PsSource
without_production (const PsSource *source)
{
  PsSource shown = *source;

  shown.gross_cents = shown.norm_deduction_cents = 0;
  return shown;
}

static gboolean
is_under_lump_sum (const PsSettlement *settlement, const PsSource *source)
{
  const PsSettlementLine *line = ps_explain_find_line (settlement, source->group, source->municipality);

  return line != NULL && line->lump_sum && source->kind != PS_SOURCE_LUMP_SUM;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  return ((const PsNormShare *) b)->share_bp - ((const PsNormShare *) a)->share_bp;
}

void
ps_explain_sums_init (PsExplainSums *sums, const PsDossier *dossier, guint group, guint municipality)
{
  *sums = (PsExplainSums){ .norm_shares = g_array_new (FALSE, FALSE, sizeof (PsNormShare)) };

  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);
      PsSource shown;

      if (group != PS_NONE && (source->group != group || source->municipality != municipality))
        continue;
      if (!is_under_lump_sum (dossier->settlement, source))
        {
          count_source (sums, dossier, source);
          continue;
        }
      shown = without_production (source);
      if (shown.kind == PS_SOURCE_LINE || shown.kind == PS_SOURCE_ADVANCE)
        count_source (sums, dossier, &shown);
    }
  g_array_sort (sums->norm_shares, compare_shares);
}

void
ps_explain_sums_clear (PsExplainSums *sums)
{
  g_clear_pointer (&sums->norm_shares, g_array_unref);
}

/* `format`: an ngettext() with the count and the amount; nothing is said where there are none. */
#define say_counted(text, counted, format)                                                                                       \
  G_STMT_START                                                                                                                   \
  {                                                                                                                              \
    g_autofree char *number = ps_format_count ((counted)->n), *amount = ps_format_money ((counted)->cents);                      \
                                                                                                                                 \
    if ((counted)->n > 0)                                                                                                        \
      ps_explain_say (text, g_strdup_printf (format, number, amount));                                                           \
  }                                                                                                                              \
  G_STMT_END

/* What the gross production is made of. */
void
ps_explain_say_gross (GString *text, const PsExplainSums *sums)
{
  say_counted (text, &sums->lines, ngettext ("%s declaration line: %s.", "%s declaration lines: %s.", sums->lines.n));
  say_counted (text, &sums->trajectories, ngettext ("%s trajectory: %s.", "%s trajectories: %s.", sums->trajectories.n));
  say_counted (text, &sums->places, ngettext ("Places of %s product: %s.", "Places of %s products: %s.", sums->places.n));
  say_counted (text, &sums->lump_sums, ngettext ("%s lump sum: %s.", "%s lump sums: %s.", sums->lump_sums.n));
  if (text->len == 0)
    ps_explain_say (text, g_strdup (_("Nothing was produced.")));
  say_counted (text, &sums->disputed,
               ngettext ("Not counted: %s line in dispute, %s.", "Not counted: %s lines in dispute, %s.", sums->disputed.n));
}

static void
say_share (GString *text, const PsNormShare *share)
{
  g_autofree char *number = ps_format_count (share->n), *paid = ps_format_percent (share->share_bp);
  g_autofree char *gross = ps_format_money (share->gross_cents), *deduction = ps_format_money (share->deduction_cents);

  ps_explain_say (text,
                  g_strdup_printf (ngettext ("%s line of %s past its norm duration is paid at %s: %s is deducted.",
                                             "%s lines of %s together past their norm duration are paid at %s, each rounded "
                                             "to the cent: %s is deducted.",
                                             share->n),
                                   number, gross, paid, deduction));
}

/* How many lines lasted past their norm duration, share by share. */
void
ps_explain_say_norm (GString *text, const PsExplainSums *sums)
{
  for (guint i = 0; i < sums->norm_shares->len; i++)
    say_share (text, &g_array_index (sums->norm_shares, PsNormShare, i));
}

/* What was paid, also on lines in dispute, and what waits for a trajectory to end. */
void
ps_explain_say_paid (GString *text, const PsExplainSums *sums)
{
  say_counted (text, &sums->paid_lines,
               ngettext ("%s declaration line was paid: %s.", "%s declaration lines were paid: %s.", sums->paid_lines.n));
  say_counted (text, &sums->advances, ngettext ("%s advance: %s.", "%s advances: %s.", sums->advances.n));
  if (text->len == 0)
    ps_explain_say (text, g_strdup (_("Nothing was paid.")));
  say_counted (text, &sums->paid_disputed,
               ngettext ("%s of the lines is in dispute, and comes back: %s.",
                         "%s of the lines are in dispute, and come back: %s.", sums->paid_disputed.n));
  say_counted (text, &sums->carried,
               ngettext ("%s instalment of a trajectory that has not ended is carried, and not in the balance: %s.",
                         "%s instalments of trajectories that have not ended are carried, and not in the balance: %s.",
                         sums->carried.n));
}
