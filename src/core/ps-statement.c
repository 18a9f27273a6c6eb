/* ps-statement.c: the production statement (productieverantwoording) that a provider owes for a year (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-statement.h"

#include "ps-format.h"
#include "ps-typed.h"

#include <glib/gi18n-lib.h>

/* The statement itself is there: an amount, and the day on which it came. */
static gboolean
is_received (const PsProductionStatement *statement)
{
  return statement != NULL && statement->received_on != PS_DATE_OPEN && statement->stated_cents != PS_NO_NUMBER;
}

static gboolean
is_explained (const PsProductionStatement *statement)
{
  return !ps_typed_only_blanks (statement->explanation);
}

/**
 * ps_statement_needs: by whom a statement must be certified: an auditor above the year's limit, the board up to and including it
 * (domain.md §6). The higher of the two amounts counts, so that nobody escapes the auditor by stating less than was produced.
 * @stated_cents: PS_NO_NUMBER: not known, as the next
 */
PsCertified
ps_statement_needs (const PsStatementLimits *limits, gint64 stated_cents, gint64 own_cents)
{
  /* PS_NO_NUMBER is lower than every amount. */
  return MAX (stated_cents, own_cents) > limits->auditor_cents ? PS_CERTIFIED_BY_AUDITOR : PS_CERTIFIED_BY_BOARD;
}

/**
 * ps_statement_state: how far a provider's statement is. It is in time on its due day itself; what is received is looked at whatever
 * the day.
 * @statement: (nullable): NULL: nothing entered
 * @own_cents: the gross production of our settlement of the whole year; PS_NO_NUMBER: not known, so not compared
 */
PsStatementState
ps_statement_state (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents, PsDate today)
{
  if (!is_received (statement))
    return today <= limits->due_on ? PS_STATEMENT_NOT_DUE : PS_STATEMENT_MISSING;
  if (statement->certified == PS_CERTIFIED_NOT)
    return PS_STATEMENT_NOT_CERTIFIED;
  if (statement->certified < ps_statement_needs (limits, statement->stated_cents, own_cents))
    return PS_STATEMENT_WRONG_CERTIFICATE;
  if (own_cents != PS_NO_NUMBER && statement->stated_cents != own_cents && !is_explained (statement))
    return PS_STATEMENT_UNEXPLAINED;
  return PS_STATEMENT_COMPLETE;
}

/**
 * ps_statement_difference: stated − own, in cents; PS_NO_NUMBER where nothing is stated, nothing is known to compare it with, or the
 * difference does not fit.
 */
gint64
ps_statement_difference (const PsProductionStatement *statement, gint64 own_cents)
{
  PsOverflow overflow = { FALSE };
  gint64 difference;

  if (statement == NULL || statement->stated_cents == PS_NO_NUMBER || own_cents == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  difference = ps_subtract (statement->stated_cents, own_cents, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : difference;
}

/**
 * ps_statement_state_label: translated, short.
 */
const char *
ps_statement_state_label (PsStatementState state)
{
  switch (state)
    {
    case PS_STATEMENT_NOT_DUE:
      return C_("production statement", "Not due yet");
    case PS_STATEMENT_MISSING:
      return C_("production statement", "Missing");
    case PS_STATEMENT_NOT_CERTIFIED:
      return C_("production statement", "Not certified");
    case PS_STATEMENT_WRONG_CERTIFICATE:
      return C_("production statement", "Auditor needed");
    case PS_STATEMENT_UNEXPLAINED:
      return C_("production statement", "Difference not explained");
    case PS_STATEMENT_COMPLETE:
    default:
      return C_("production statement", "Complete");
    }
}

/**
 * ps_certified_label: translated.
 */
const char *
ps_certified_label (PsCertified certified)
{
  switch (certified)
    {
    case PS_CERTIFIED_BY_BOARD:
      return C_("certified by", "Board's statement");
    case PS_CERTIFIED_BY_AUDITOR:
      return C_("certified by", "Auditor's statement");
    case PS_CERTIFIED_NOT:
    default:
      return C_("certified by", "None");
    }
}

static char *
absent_sentence (const PsStatementLimits *limits, PsStatementState state)
{
  g_autofree char *due = ps_format_date (limits->due_on);

  if (state == PS_STATEMENT_NOT_DUE)
    return g_strdup_printf (_("The production statement of %d has not come yet: it is due on %s."), limits->year, due);
  return g_strdup_printf (_("The production statement of %d is missing: it was due on %s."), limits->year, due);
}

/* Which certificate is waited for, and until when. */
static char *
uncertified_sentence (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents, PsDate today)
{
  g_autofree char *stated = ps_format_money (statement->stated_cents), *received = ps_format_date (statement->received_on);
  g_autofree char *due = ps_format_date (limits->certified_due_on);
  gboolean late = today > limits->certified_due_on;

  if (ps_statement_needs (limits, statement->stated_cents, own_cents) == PS_CERTIFIED_BY_AUDITOR)
    return g_strdup_printf (late ? _("%s was stated on %s. The auditor's statement is missing: it was due on %s.")
                                 : _("%s was stated on %s. The auditor's statement has not come yet: it is due on %s."),
                            stated, received, due);
  return g_strdup_printf (late ? _("%s was stated on %s. The board's statement is missing: it was due on %s.")
                               : _("%s was stated on %s. The board's statement has not come yet: it is due on %s."),
                          stated, received, due);
}

/* The board's, where the higher of stated and own is above the limit. */
static char *
wrong_certificate_sentence (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents)
{
  g_autofree char *limit = ps_format_money (limits->auditor_cents), *stated = ps_format_money (statement->stated_cents);
  g_autofree char *own = ps_format_money (own_cents);

  if (statement->stated_cents > limits->auditor_cents)
    return g_strdup_printf (_("The board certified the statement of %s, but above %s an auditor must."), stated, limit);
  return g_strdup_printf (_("The board certified the statement of %s, but our own total is %s, and above %s an auditor must."),
                          stated, own, limit);
}

/* "€ 1.504,32" without its sign; a difference that does not fit has no figure. */
static char *
format_distance (gint64 difference_cents)
{
  return ps_format_money (difference_cents < 0 && difference_cents != PS_NO_NUMBER ? -difference_cents : difference_cents);
}

static char *
difference_sentence (const PsProductionStatement *statement, gint64 own_cents, gboolean explained)
{
  g_autofree char *stated = ps_format_money (statement->stated_cents), *own = ps_format_money (own_cents);
  g_autofree char *distance = format_distance (ps_statement_difference (statement, own_cents));

  if (statement->stated_cents > own_cents)
    return g_strdup_printf (explained ? _("%s was stated, %s more than our own total of %s, which is explained.")
                                      : _("%s was stated, %s more than our own total of %s, which is not explained."),
                            stated, distance, own);
  return g_strdup_printf (explained ? _("%s was stated, %s less than our own total of %s, which is explained.")
                                    : _("%s was stated, %s less than our own total of %s, which is not explained."),
                          stated, distance, own);
}

static char *
complete_sentence (const PsProductionStatement *statement, gint64 own_cents)
{
  g_autofree char *stated = ps_format_money (statement->stated_cents);

  if (own_cents == PS_NO_NUMBER)
    return g_strdup_printf (_("%s was stated and certified."), stated);
  if (statement->stated_cents == own_cents)
    return g_strdup_printf (_("%s was stated and certified, the same as our own total."), stated);
  return difference_sentence (statement, own_cents, TRUE);
}

/* The statement itself after its day (domain.md §6: 1 March): NULL where it came in time. */
static char *
late_sentence (const PsProductionStatement *statement, const PsStatementLimits *limits)
{
  g_autofree char *received = NULL, *days = NULL;
  int n;

  if (!is_received (statement) || statement->received_on <= limits->due_on)
    return NULL;
  n = statement->received_on - limits->due_on;
  received = ps_format_date (statement->received_on);
  days = ps_format_count (n);
  /* Translators: a date, and a count of days */
  return g_strdup_printf (ngettext ("It was received on %s, %s day after it was due.",
                                    "It was received on %s, %s days after it was due.", (gulong) n),
                          received, days);
}

static char *
state_sentence (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents, PsDate today)
{
  PsStatementState state = ps_statement_state (statement, limits, own_cents, today);

  switch (state)
    {
    case PS_STATEMENT_NOT_CERTIFIED:
      return uncertified_sentence (statement, limits, own_cents, today);
    case PS_STATEMENT_WRONG_CERTIFICATE:
      return wrong_certificate_sentence (statement, limits, own_cents);
    case PS_STATEMENT_UNEXPLAINED:
      return difference_sentence (statement, own_cents, FALSE);
    case PS_STATEMENT_COMPLETE:
      return complete_sentence (statement, own_cents);
    case PS_STATEMENT_NOT_DUE:
    case PS_STATEMENT_MISSING:
    default:
      return absent_sentence (limits, state);
    }
}

/**
 * ps_statement_sentence: where the statement stands, in translated sentences with its figures; also that it came too late.
 */
char *
ps_statement_sentence (const PsProductionStatement *statement, const PsStatementLimits *limits, gint64 own_cents, PsDate today)
{
  g_autofree char *sentence = state_sentence (statement, limits, own_cents, today);
  g_autofree char *late = late_sentence (statement, limits);

  return late != NULL ? g_strdup_printf ("%s %s", sentence, late) : g_steal_pointer (&sentence);
}

/**
 * ps_statement_copy: (nullable): a statement of one's own; NULL of NULL.
 */
PsProductionStatement *
ps_statement_copy (const PsProductionStatement *statement)
{
  PsProductionStatement *copy = g_memdup2 (statement, sizeof *statement);

  if (copy != NULL)
    copy->explanation = g_strdup (statement->explanation);
  return copy;
}

void
ps_statement_free (PsProductionStatement *statement)
{
  if (statement == NULL)
    return;
  g_free (statement->explanation);
  g_free (statement);
}
