/* ps-measured-marks.c: which entered values are out of line, and how that is said (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A mark asks somebody to look; it refuses nothing. Small numbers differ easily: one client against two is no mark.
 */
#include "ps-measured.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-format.h"

/* From so many digits on two that changed places are told even where the value differs little: that is no chance. */
#define TELLING_DIGITS 3
/* The mean wait of fewer than so many is that of one or two of them. */
#define MEAN_OF 3
#define LONGEST 24

/* How far a value may lie from another: both at least so far, and at least so large a share of it. Below and above. */
typedef struct
{
  gint64 least;
  int share_bp;
} Room;

/* Against what the messages say. More people may wait than have an assignment, and a mean of days moves by one who waits long. */
static const Room below_computed[PS_N_MEASURES] = {
  [PS_MEASURE_CLIENTS] = { 3, 1500 }, [PS_MEASURE_PLACES] = { 1500, 1500 },     [PS_MEASURE_REALISED] = { 100000, 1000 },
  [PS_MEASURE_WAITING] = { 3, 2500 }, [PS_MEASURE_WAITING_DAYS] = { 30, 5000 },
};
static const Room above_computed[PS_N_MEASURES] = {
  [PS_MEASURE_CLIENTS] = { 3, 1500 },   [PS_MEASURE_PLACES] = { 1500, 1500 },      [PS_MEASURE_REALISED] = { 100000, 1000 },
  [PS_MEASURE_WAITING] = { 10, 20000 }, [PS_MEASURE_WAITING_DAYS] = { 90, 20000 },
};
/* Against the peildatum before: months lie between. */
static const Room around_last[PS_N_MEASURES] = {
  [PS_MEASURE_CLIENTS] = { 5, 3000 },   [PS_MEASURE_PLACES] = { 3000, 3000 },      [PS_MEASURE_REALISED] = { 0, 0 },
  [PS_MEASURE_WAITING] = { 10, 10000 }, [PS_MEASURE_WAITING_DAYS] = { 90, 20000 },
};

static gint64
difference (gint64 a, gint64 b)
{
  PsWide wide = (PsWide) a - b;

  if (wide < 0)
    wide = -wide;
  return wide > G_MAXINT64 ? G_MAXINT64 : (gint64) wide;
}

static gboolean
is_far (gint64 value, gint64 reference, const Room *room)
{
  gint64 apart = difference (value, reference);

  return apart >= room->least && (PsWide) apart * PS_FULL_BP > (PsWide) room->share_bp * difference (reference, 0);
}

/* Slips of the fingers */

/* The digits of two values as they are typed: of places and euros without zeros after the comma that neither needs. */
static void
write_digits (gint64 value, gint64 reference, gint64 unit, char typed[LONGEST], char meant[LONGEST])
{
  while (unit > 1 && value % 10 == 0 && reference % 10 == 0)
    {
      value /= 10;
      reference /= 10;
      unit /= 10;
    }
  g_snprintf (typed, LONGEST, "%" G_GINT64_FORMAT, difference (value, 0));
  g_snprintf (meant, LONGEST, "%" G_GINT64_FORMAT, difference (reference, 0));
}

/* Two neighbours that changed places; their place is told. */
static gboolean
is_swapped (const char *typed, const char *meant, gsize *at)
{
  gsize n = strlen (typed);
  gsize i = 0;

  if (n != strlen (meant) || n < 2)
    return FALSE;
  while (i < n && typed[i] == meant[i])
    i++;
  if (i + 1 >= n || typed[i] != meant[i + 1] || typed[i + 1] != meant[i] || strcmp (typed + i + 2, meant + i + 2) != 0)
    return FALSE;
  *at = i;
  return TRUE;
}

/* Whether `longer` is `shorter` with one digit more. */
static gboolean
has_one_more (const char *longer, const char *shorter)
{
  gsize i = 0;

  if (strlen (longer) != strlen (shorter) + 1 || strlen (shorter) < 2)
    return FALSE;
  while (shorter[i] != '\0' && longer[i] == shorter[i])
    i++;
  return strcmp (longer + i + 1, shorter + i) == 0;
}

/* The same digits, with the comma elsewhere: ten, a hundred or a thousand times as much, or as little. */
static gboolean
is_shifted (gint64 value, gint64 reference)
{
  PsWide large = MAX (difference (value, 0), difference (reference, 0));
  PsWide small = MIN (difference (value, 0), difference (reference, 0));

  for (int factor = 10; small > 0 && factor <= 1000; factor *= 10)
    if (large == small * factor)
      return TRUE;
  return FALSE;
}

/* The smallest thing of a measure that has a comma before its decimals: nobody types a count with one. */
static gint64
unit_of (PsMeasure measure)
{
  return measure == PS_MEASURE_PLACES ? 1000 : measure == PS_MEASURE_REALISED ? 100 : 1;
}

/* Whole euros are compared with whole euros. */
static gint64
as_typed (PsMeasure measure, gint64 value, gint64 reference)
{
  PsOverflow overflow = { FALSE };

  if (measure != PS_MEASURE_REALISED || value % 100 != 0)
    return reference;
  return ps_round_div (reference, 100, &overflow) * 100;
}

static char *
ask_of_length (PsMeasure measure, gint64 value, gint64 reference, const char *typed, const char *meant)
{
  if (is_shifted (value, reference))
    return g_strdup (unit_of (measure) > 1                               ? _("Is the comma in the right place?")
                     : difference (value, 0) > difference (reference, 0) ? _("Is there a zero too many?")
                                                                         : _("Is a zero missing?"));
  if (has_one_more (typed, meant))
    return g_strdup (_("Is there a digit too many?"));
  return has_one_more (meant, typed) ? g_strdup (_("Is a digit missing?")) : NULL;
}

/* What may have gone wrong in typing; NULL: it does not look like that. `far`: the value is out of line anyway. */
static char *
ask_of_slip (PsMeasure measure, gint64 value, gint64 known, gboolean far, gboolean computed)
{
  gint64 reference = as_typed (measure, value, known);
  char typed[LONGEST], meant[LONGEST];
  gsize at;

  if (value == 0 || reference == 0 || value == reference || (value < 0) != (reference < 0))
    return NULL;
  write_digits (value, reference, unit_of (measure), typed, meant);
  if (is_swapped (typed, meant, &at) && (far || (computed && strlen (typed) >= TELLING_DIGITS)))
    /* Translators: two digits */
    return g_strdup_printf (_("Are %c and %c swapped?"), typed[at], typed[at + 1]);
  return far ? ask_of_length (measure, value, reference, typed, meant) : NULL;
}

/* Sentences */

static char *
computed_text (const PsCellFacts *facts)
{
  g_autofree char *computed = ps_measure_format (facts->measure, facts->computed);

  /* Translators: a value that follows from the message data */
  return g_strdup_printf (_("Computed is %s"), computed);
}

static char *
last_text (const PsCellFacts *facts)
{
  g_autofree char *last = ps_measure_format (facts->measure, facts->last);

  /* Translators: what was entered then */
  return g_strdup_printf (_("%s at the last peildatum"), last);
}

/* 31 %, or "12 times" from ten times on; NULL: of nothing there is no share. */
static char *
share_text (gint64 value, gint64 reference)
{
  PsOverflow overflow = { FALSE };
  gint64 percent;

  if (reference == 0)
    return NULL;
  percent = ps_round_div ((PsWide) difference (value, reference) * 100, difference (reference, 0), &overflow);
  return overflow.overflowed || percent >= 1000 ? NULL : ps_format_percent (percent * 100);
}

static char *
away_from_computed (const PsCellFacts *facts)
{
  g_autofree char *share = share_text (facts->value, facts->computed);
  g_autofree char *computed = ps_measure_format (facts->measure, facts->computed);

  if (share == NULL)
    return facts->value > facts->computed ? g_strdup_printf (_("far above the computed %s"), computed)
                                          : g_strdup_printf (_("far below the computed %s"), computed);
  return facts->value > facts->computed
             /* Translators: a percentage, and a value that follows from the message data */
             ? g_strdup_printf (_("%s above the computed %s"), share, computed)
             /* Translators: a percentage, and a value that follows from the message data */
             : g_strdup_printf (_("%s below the computed %s"), share, computed);
}

static char *
away_from_last (const PsCellFacts *facts)
{
  g_autofree char *share = share_text (facts->value, facts->last);
  g_autofree char *last = ps_measure_format (facts->measure, facts->last);

  if (facts->measure == PS_MEASURE_REALISED)
    /* Translators: an amount */
    return g_strdup_printf (_("less than the %s at the last peildatum, in the same year"), last);
  if (share == NULL)
    return facts->value > facts->last ? g_strdup_printf (_("far above the %s at the last peildatum"), last)
                                      : g_strdup_printf (_("far below the %s at the last peildatum"), last);
  return facts->value > facts->last
             /* Translators: a percentage, and a value */
             ? g_strdup_printf (_("%s above the %s at the last peildatum"), share, last)
             /* Translators: a percentage, and a value */
             : g_strdup_printf (_("%s below the %s at the last peildatum"), share, last);
}

/* Takes both over; either may be NULL. */
static void
put_text (char **text, char *first, char *second)
{
  if (text != NULL)
    /* Translators: two parts of what is told of a value: "31 % above the computed 13,04; 12,90 at the last peildatum" */
    *text = second != NULL ? g_strdup_printf (C_("two remarks", "%s; %s"), first, second) : g_strdup (first);
  g_free (first);
  g_free (second);
}

/* What is out of line */

static const char *
impossible (const PsCellFacts *facts)
{
  if (facts->value < 0 && (facts->measure != PS_MEASURE_REALISED || facts->computed == PS_NO_NUMBER || facts->computed >= 0))
    return _("This is below zero.");
  if (facts->measure == PS_MEASURE_PLACES && !facts->by_place && facts->value > 0)
    return _("This product is not paid by the place.");
  if (facts->measure == PS_MEASURE_WAITING_DAYS && facts->value > 0 && (facts->waiting == PS_NO_NUMBER || facts->waiting == 0))
    return _("Nobody is waiting, so there are no waiting days.");
  return NULL;
}

/* Against what the messages say. */
static PsDeviationKind
look_at_computed (const PsCellFacts *facts, char **text)
{
  const Room *room = &(facts->value < facts->computed ? below_computed : above_computed)[facts->measure];
  gboolean few = facts->measure == PS_MEASURE_WAITING_DAYS && facts->waiting < MEAN_OF;
  gboolean far = !few && is_far (facts->value, facts->computed, room);
  char *question = ask_of_slip (facts->measure, facts->value, facts->computed, far, TRUE);

  if (question != NULL)
    {
      g_autofree char *computed = computed_text (facts);

      put_text (text, g_strdup_printf (C_("question and remark", "%s %s"), question, computed),
                facts->last != PS_NO_NUMBER ? last_text (facts) : NULL);
      g_free (question);
      return PS_DEVIATION_DIGITS;
    }
  if (!far)
    return PS_DEVIATION_NONE;
  put_text (text, away_from_computed (facts), facts->last != PS_NO_NUMBER ? last_text (facts) : NULL);
  return PS_DEVIATION_COMPUTED;
}

/* What was realised in a year grows; it is held against the last peildatum for nothing else. */
static PsDeviationKind
look_at_last (const PsCellFacts *facts, char **text)
{
  gboolean few = facts->measure == PS_MEASURE_WAITING_DAYS && facts->waiting < MEAN_OF;
  gboolean far = facts->measure == PS_MEASURE_REALISED ? facts->value < facts->last
                                                       : !few && is_far (facts->value, facts->last, &around_last[facts->measure]);
  g_autofree char *question = ask_of_slip (facts->measure, facts->value, facts->last, far, FALSE);

  if (!far)
    return PS_DEVIATION_NONE;
  if (question == NULL)
    {
      put_text (text, away_from_last (facts), NULL);
      return PS_DEVIATION_LAST;
    }
  if (text != NULL)
    {
      g_autofree char *last = last_text (facts);

      *text = g_strdup_printf (C_("question and remark", "%s %s"), question, last);
    }
  return PS_DEVIATION_DIGITS;
}

PsDeviationKind
ps_deviation_find (const PsCellFacts *facts, char **text)
{
  const char *why;

  g_return_val_if_fail ((guint) facts->measure < PS_N_MEASURES, PS_DEVIATION_NONE);
  if (text != NULL)
    *text = NULL;
  if (facts->value == PS_NO_NUMBER)
    return PS_DEVIATION_NONE;
  why = impossible (facts);
  if (why != NULL)
    {
      if (text != NULL)
        *text = g_strdup (why);
      return PS_DEVIATION_IMPOSSIBLE;
    }
  if (facts->computed != PS_NO_NUMBER)
    return look_at_computed (facts, text);
  return facts->last != PS_NO_NUMBER ? look_at_last (facts, text) : PS_DEVIATION_NONE;
}
