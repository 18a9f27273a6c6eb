/* ps-letters-follow.c: what a step does to the row of a letter, and what its event says (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Nothing that was noted is lost: what a correction or another day replaces is in the event.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"
#include "ps-letters-private.h"

static const char *
given (const char *text)
{
  return text != NULL && text[strspn (text, " \t\n")] != '\0' ? text : NULL;
}

/* A reason may be given as the text of the step. */
static const char *
reason_of (const PsLetterStep *step)
{
  return given (step->reason) != NULL ? step->reason : given (step->text);
}

/* What has to be said with a step; NULL: nothing has to. Translated. */
static const char *
find_missing (const PsLetterFacts *facts, const PsLetterStep *step)
{
  switch (step->event)
    {
    case PS_LETTER_EVENT_ANSWERED:
      return given (step->text) == NULL ? _("Note what was answered.") : NULL;
    case PS_LETTER_EVENT_MEASURES:
      return given (step->text) == NULL ? _("Note which measures were agreed.") : NULL;
    case PS_LETTER_EVENT_TALKED:
      return given (step->text) == NULL ? _("Note what was said.") : NULL;
    case PS_LETTER_EVENT_DECIDED:
      return given (step->text) == NULL ? _("Note what was decided.") : NULL;
    case PS_LETTER_EVENT_NOTE:
      return given (step->text) == NULL ? _("The note is empty.") : NULL;
    case PS_LETTER_EVENT_WITHDRAWN:
      return reason_of (step) == NULL ? _("Withdrawing it wants a reason.") : NULL;
    case PS_LETTER_EVENT_CLOSED:
      return reason_of (step) == NULL && facts->decided_on == PS_DATE_OPEN ? _("Nothing was decided: closing it wants a reason.")
                                                                           : NULL;
    case PS_LETTER_EVENT_DUE_MOVED:
      return given (step->reason) == NULL ? _("Another day wants a reason.") : NULL;
    case PS_LETTER_EVENT_CORRECTED:
      return given (step->reason) == NULL ? _("A correction wants a reason.") : NULL;
    case PS_LETTER_EVENT_DRAFTED:
    case PS_LETTER_EVENT_EDITED:
    case PS_LETTER_EVENT_SENT:
    case PS_LETTER_EVENT_REMINDED:
    case PS_N_LETTER_EVENTS:
    default:
      return NULL;
    }
}

/* The day that follows from `after`, where `was` is the one that followed from `before`. */
static gboolean
move_term (PsStore *store, PsLetterTerm term, const PsLetterFacts *before, const PsLetterFacts *after, PsDate was, PsDate *is,
           GError **error)
{
  PsDate followed;

  *is = was;
  return ps_letter_find_term (store, before, term, &followed, error)
         && (was != followed || ps_letter_find_term (store, after, term, is, error));
}

static gboolean
move_decision (PsStore *store, const PsLetterFacts *before, const PsLetterFacts *after, PsRecord *row, GError **error)
{
  PsDate decide_by;

  if (!move_term (store, ps_letter_decide_by, before, after, before->decide_by, &decide_by, error))
    return FALSE;
  ps_record_set_date (row, "decide_by", decide_by);
  return TRUE;
}

/* Days that follow from others go along, but where a person has set another one. */
static gboolean
move_along (PsStore *store, const PsLetterFacts *before, PsLetterFacts *after, PsRecord *row, GError **error)
{
  if (!move_term (store, ps_letter_talk_by, before, after, before->talk_by, &after->talk_by, error))
    return FALSE;
  ps_record_set_date (row, "talk_by", after->talk_by);
  return move_decision (store, before, after, row, error);
}

/* Steps that say what happened on a day */

static gboolean
follow_answer (PsStore *store, const PsLetterFacts *before, const PsLetterStep *step, PsRecord *row, GError **error)
{
  PsLetterFacts after = *before;

  after.answered_on = step->day;
  ps_record_set_number (row, "state", PS_LETTER_ANSWERED);
  ps_record_set_date (row, "answered_on", step->day);
  ps_record_set_text (row, "answer", step->text);
  return move_along (store, before, &after, row, error);
}

static gboolean
follow_talk (PsStore *store, const PsLetterFacts *before, const PsLetterStep *step, PsRecord *row, GError **error)
{
  PsLetterFacts after = *before;

  after.talked_on = step->day;
  ps_record_set_date (row, "talked_on", step->day);
  ps_record_set_text (row, "talk", step->text);
  return move_along (store, before, &after, row, error);
}

static void
follow_end (const PsLetterStep *step, PsRecord *row)
{
  ps_record_set_number (row, "state", step->event == PS_LETTER_EVENT_CLOSED ? PS_LETTER_CLOSED : PS_LETTER_WITHDRAWN);
  ps_record_set_date (row, "ended_on", step->day);
  ps_record_set_text (row, "end_reason", reason_of (step));
}

/* Another day for the answer, the talk or the decision */

static const struct
{
  PsLetterWaits which;
  const char *column;
  const char *label;
} terms[] = {
  { PS_LETTER_WAITS_ANSWER, "due_on", N_("Answer") },
  { PS_LETTER_WAITS_TALK, "talk_by", N_("Talk") },
  { PS_LETTER_WAITS_DECISION, "decide_by", N_("Decision") },
};

static gboolean
is_past (const PsLetterFacts *facts, PsLetterWaits which)
{
  switch (which)
    {
    case PS_LETTER_WAITS_ANSWER:
      return facts->answered_on != PS_DATE_OPEN;
    case PS_LETTER_WAITS_TALK:
      return facts->talked_on != PS_DATE_OPEN;
    case PS_LETTER_WAITS_NOT:
    case PS_LETTER_WAITS_SENDING:
    case PS_LETTER_WAITS_DECISION:
    case PS_LETTER_WAITS_CLOSING:
    default:
      return facts->decided_on != PS_DATE_OPEN;
    }
}

static char *
describe_move (const char *label, PsDate from, PsDate to, const char *reason)
{
  g_autofree char *was = ps_format_date (from);
  g_autofree char *is = ps_format_date (to);

  /* Translators: what a day or a text is of ("Answer"), what it was, what it is, and the reason */
  return g_strdup_printf (_("%s: was %s, is %s. Reason: %s"), label, was, is, reason);
}

static gboolean
check_move (const PsLetterFacts *facts, const PsLetterStep *step, PsDate from, GError **error)
{
  if (step->to < PS_DATE_MIN || step->to > PS_DATE_MAX)
    return ps_letter_refuse (error, _("The new day is missing."));
  if (is_past (facts, step->which))
    return ps_letter_refuse (error, _("It was done already: there is no day to move any more."));
  if (step->to < step->day)
    return ps_letter_refuse (error, _("The new day lies before the day on which it was moved."));
  return step->to != from || ps_letter_refuse (error, _("That is the day by which it is due already."));
}

static gboolean
follow_move (PsStore *store, const PsLetterFacts *before, const PsLetterStep *step, PsRecord *row, char **note, GError **error)
{
  PsLetterFacts after = *before;

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      PsDate from = ps_record_get_date (row, terms[i].column);

      if (terms[i].which != step->which)
        continue;
      if (!check_move (before, step, from, error))
        return FALSE;
      if (step->which == PS_LETTER_WAITS_ANSWER)
        after.due_on = step->to;
      else if (step->which == PS_LETTER_WAITS_TALK)
        after.talk_by = step->to;
      ps_record_set_date (row, terms[i].column, step->to);
      *note = describe_move (_ (terms[i].label), from, step->to, step->reason);
      if (step->which == PS_LETTER_WAITS_ANSWER)
        return move_along (store, before, &after, row, error);
      return step->which != PS_LETTER_WAITS_TALK || move_decision (store, before, &after, row, error);
    }
  return ps_letter_refuse (error, _("It does not say which day is moved."));
}

/* What was noted wrongly */

static const struct
{
  const char *column;
  const char *label;
} corrected[] = {
  { "answered_on", N_("Answered on") }, { "answer", N_("Answer") }, { "measures", N_("Measures agreed") },
  { "talked_on", N_("Talk held on") },  { "talk", N_("Talk") },     { "decided_on", N_("Decided on") },
  { "decision", N_("Decision") },
};

static gboolean
is_day (const char *column)
{
  return g_str_has_suffix (column, "_on");
}

static char *
describe_correction (const char *label, const PsRecord *was, const PsRecord *is, const char *column, const char *reason)
{
  if (is_day (column))
    return describe_move (label, ps_record_get_date (was, column), ps_record_get_date (is, column), reason);
  /* Translators: what a text is of ("Answer"), what it was, what it is, and the reason */
  return g_strdup_printf (_("%s: was “%s”, is “%s”. Reason: %s"), label, ps_record_get_text (was, column),
                          ps_record_get_text (is, column), reason);
}

/* The days of the whole course must still follow on each other. */
static gboolean
check_corrected_days (PsStore *store, const PsLetterFacts *before, const PsLetterStep *step, PsRecord *row, GError **error)
{
  PsLetterFacts after = *before;
  g_autofree char *why = NULL;

  after.answered_on = ps_record_get_date (row, "answered_on");
  after.talked_on = ps_record_get_date (row, "talked_on");
  after.decided_on = ps_record_get_date (row, "decided_on");
  if (!ps_letter_days_agree (&after, step->today, &why))
    return ps_letter_refuse (error, "%s", why);
  return move_along (store, before, &after, row, error);
}

static gboolean
follow_correction (PsStore *store, const PsLetterFacts *before, const PsLetterStep *step, PsRecord *row, char **note,
                   GError **error)
{
  g_autoptr (PsRecord) was = ps_record_copy (row);

  for (guint i = 0; i < G_N_ELEMENTS (corrected); i++)
    {
      const char *column = corrected[i].column;

      if (g_strcmp0 (column, step->field) != 0)
        continue;
      if (is_day (column) ? ps_record_get_date (row, column) == PS_DATE_OPEN : ps_record_get_text (row, column) == NULL)
        return ps_letter_refuse (error, _("There is nothing to correct: it was not noted yet."));
      if (is_day (column) && (step->day < PS_DATE_MIN || step->day > PS_DATE_MAX))
        return ps_letter_refuse (error, _("The new day is missing."));
      if (is_day (column))
        ps_record_set_date (row, column, step->day);
      else if (given (step->text) == NULL)
        return ps_letter_refuse (error, _("Note what it should have been."));
      else
        ps_record_set_text (row, column, step->text);
      if (ps_record_equal (was, row))
        return ps_letter_refuse (error, _("That is what was noted already."));
      *note = describe_correction (_ (corrected[i].label), was, row, column, step->reason);
      return !is_day (column) || check_corrected_days (store, before, step, row, error);
    }
  return ps_letter_refuse (error, _("It does not say what is corrected."));
}

static gboolean
follow (PsStore *store, const PsLetterFacts *facts, const PsLetterStep *step, PsRecord *row, char **note, GError **error)
{
  switch (step->event)
    {
    case PS_LETTER_EVENT_REMINDED:
      ps_record_set_date (row, "reminded_on", step->day);
      return TRUE;
    case PS_LETTER_EVENT_ANSWERED:
      return follow_answer (store, facts, step, row, error);
    case PS_LETTER_EVENT_MEASURES:
      ps_record_set_text (row, "measures", step->text);
      return TRUE;
    case PS_LETTER_EVENT_TALKED:
      return follow_talk (store, facts, step, row, error);
    case PS_LETTER_EVENT_DECIDED:
      ps_record_set_date (row, "decided_on", step->day);
      ps_record_set_text (row, "decision", step->text);
      return TRUE;
    case PS_LETTER_EVENT_CLOSED:
    case PS_LETTER_EVENT_WITHDRAWN:
      follow_end (step, row);
      return TRUE;
    case PS_LETTER_EVENT_DUE_MOVED:
      return follow_move (store, facts, step, row, note, error);
    case PS_LETTER_EVENT_CORRECTED:
      return follow_correction (store, facts, step, row, note, error);
    case PS_LETTER_EVENT_DRAFTED:
    case PS_LETTER_EVENT_EDITED:
    case PS_LETTER_EVENT_SENT:
    case PS_LETTER_EVENT_NOTE:
    case PS_N_LETTER_EVENTS:
    default:
      return TRUE;
    }
}

gboolean
ps_letter_follow (PsStore *store, const PsLetter *letter, const PsLetterStep *step, PsRecord *row, PsLetterHappening *happening,
                  char **note, GError **error)
{
  PsLetterFacts facts;
  const char *missing;

  ps_letter_facts (letter, &facts);
  missing = find_missing (&facts, step);
  if (missing != NULL)
    return ps_letter_refuse (error, "%s", missing);
  if (!follow (store, &facts, step, row, note, error))
    return FALSE;
  if (*note == NULL)
    *note = g_strdup (given (step->text) != NULL ? step->text : given (step->reason));
  happening->note = *note;
  happening->reason = reason_of (step);
  return TRUE;
}
