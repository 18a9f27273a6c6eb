/* ps-merge-words.c: what a merge of two providers would move, in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-merge-words"

#include "ps-merge-words.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* `what` is in singular or plural already. */
static void
add_part (GString *parts, gint64 n, const char *what)
{
  g_autofree char *count = ps_format_count (n);

  if (n > 0)
    g_string_append_printf (parts, "%s%s %s", parts->len > 0 ? ", " : "", count, what);
}

static char *
list_moves (const PsMergeCounts *counts)
{
  GString *parts = g_string_new (NULL);

  add_part (parts, counts->assignments, ngettext ("assignment", "assignments", (gulong) counts->assignments));
  add_part (parts, counts->care, ngettext ("period of care", "periods of care", (gulong) counts->care));
  add_part (parts, counts->lines, ngettext ("declaration line", "declaration lines", (gulong) counts->lines));
  add_part (parts, counts->advances, ngettext ("advance", "advances", (gulong) counts->advances));
  add_part (parts, counts->measurements, ngettext ("measurement", "measurements", (gulong) counts->measurements));
  add_part (parts, counts->agreements, ngettext ("agreement", "agreements", (gulong) counts->agreements));
  return g_string_free (parts, FALSE);
}

/* Its own tariffs, which both have then; agreements of years of which the other has one. Each a sentence, if any. */
static void
add_others (GString *text, const PsMergeCounts *counts, const char *from, const char *into)
{
  g_autofree char *tariffs = ps_format_count (counts->tariffs);

  if (counts->tariffs > 0)
    g_string_append_c (text, ' ');
  if (counts->tariffs > 0)
    /* Translators: how many, a provider, another provider */
    g_string_append_printf (
        text,
        ngettext ("%s own tariff of %s is copied to %s.", "%s own tariffs of %s are copied to %s.", (gulong) counts->tariffs),
        tariffs, from, into);
  if (counts->staying_agreements > 0)
    g_string_append_c (text, ' ');
  if (counts->staying_agreements == 1)
    /* Translators: a year, a provider, the other provider */
    g_string_append_printf (text, _("The agreement of %d stays with %s, for %s has one of that year."), counts->staying_year,
                            from, into);
  else if (counts->staying_agreements > 1)
    /* Translators: a provider, a year, the other provider */
    g_string_append_printf (text, _("Agreements of %s from %d on stay with it, for %s has one of those years."), from,
                            counts->staying_year, into);
}

char *
ps_merge_preview_text (const PsMergeCounts *counts, const char *from, const char *agb, const char *into, PsDate day)
{
  g_autofree char *moves = list_moves (counts);
  g_autofree char *first = ps_format_date (day);
  g_autofree char *last = ps_format_date (day - 1);
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *what = NULL;

  add_others (others, counts, from, into);
  if (moves[0] != '\0')
    what = g_strdup_printf (_("To %s moves: %s."), into, moves);
  else if (others->len > 0)
    what = g_strdup (_("Nothing moves."));
  else
    what = g_strdup_printf (_("%s has nothing from that day on: nothing moves."), from);
  /* Translators: a provider and its last day; a sentence about what moves, and more of them; its AGB code, the other provider, and a
     day */
  return g_strdup_printf (
      _("%s ends on %s. %s%s AGB code %s counts as that of %s from %s on, in imports too. What is older stays as it "
         "is, and it can be undone as one."),
      from, last, what, others->str, agb, into, first);
}
