/* ps-letter-life.c: what may happen to a letter, and what a person should do about it (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Courts have decided on dates: nothing is noted of a day that has not come, or that lies before what it follows.
 */
#include "ps-letter.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

/* Talk and decision follow within two weeks each. */
#define DAYS_TO_TALK 14
#define DAYS_TO_DECIDE 14

/* Of two days, either of which may not be there. */
static PsDate
latest (PsDate a, PsDate b)
{
  if (a == PS_DATE_OPEN)
    return b;
  return b == PS_DATE_OPEN ? a : MAX (a, b);
}

/* What stands in the way; NULL: nothing. Translated. `format` takes a day. */
static char *
refuse_before (PsDate day, PsDate first, const char *format)
{
  g_autofree char *text = NULL;

  if (first == PS_DATE_OPEN || day >= first)
    return NULL;
  text = ps_format_date (first);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, text);
#pragma GCC diagnostic pop
}

static char *
refuse_day (const PsLetterFacts *facts, PsDate day, PsDate today)
{
  g_autofree char *text = ps_format_date (day);
  char *why = NULL;

  if (day < PS_DATE_MIN || day > PS_DATE_MAX)
    return g_strdup (_("The day on which it happened is missing."));
  if (day > today)
    return g_strdup_printf (_("%s is still to come."), text);
  why = refuse_before (day, facts->sent_on, _("That is before the letter was sent, on %s."));
  if (why == NULL)
    why = refuse_before (day, facts->peildatum, _("That is before the reference date of the letter, %s."));
  /* Of one that was sent, that day counts. */
  if (why == NULL && facts->sent_on == PS_DATE_OPEN)
    why = refuse_before (day, facts->drafted_on, _("That is before the letter was drafted, on %s."));
  return why;
}

/* Of a draft */
static char *
refuse_of_draft (const PsLetterFacts *facts)
{
  switch (facts->state)
    {
    case PS_LETTER_DRAFT:
      return NULL;
    case PS_LETTER_WITHDRAWN:
      return g_strdup (_("The letter was withdrawn."));
    case PS_LETTER_SENT:
    case PS_LETTER_ANSWERED:
    case PS_LETTER_CLOSED:
    case PS_N_LETTER_STATES:
    default:
      return g_strdup (_("The letter was sent already: it stays as it is."));
    }
}

/* Of one that is on its way: sent, and not ended. */
static char *
refuse_of_sent (const PsLetterFacts *facts)
{
  switch (facts->state)
    {
    case PS_LETTER_SENT:
    case PS_LETTER_ANSWERED:
      return NULL;
    case PS_LETTER_CLOSED:
      return g_strdup (_("The letter is closed: only notes are added to it."));
    case PS_LETTER_WITHDRAWN:
      return g_strdup (_("The letter was withdrawn: only notes are added to it."));
    case PS_LETTER_DRAFT:
    case PS_N_LETTER_STATES:
    default:
      return g_strdup (_("The letter was not sent yet."));
    }
}

static char *
refuse_awaited (const PsLetterFacts *facts)
{
  if (facts->state != PS_LETTER_ANSWERED)
    return refuse_of_sent (facts);
  return g_strdup (_("The letter was answered already. If that was noted wrongly, correct it."));
}

static char *
refuse_talk (const PsLetterFacts *facts, PsDate day)
{
  char *why = refuse_of_sent (facts);
  g_autofree char *decided = NULL;

  if (why != NULL)
    return why;
  if (facts->talked_on != PS_DATE_OPEN)
    return g_strdup (_("A talk was noted already. If that was noted wrongly, correct it; of another talk make a note."));
  if (facts->decided_on == PS_DATE_OPEN || day <= facts->decided_on)
    return NULL;
  decided = ps_format_date (facts->decided_on);
  return g_strdup_printf (_("The decision was taken on %s: of a talk after it make a note."), decided);
}

static char *
refuse_decision (const PsLetterFacts *facts, PsDate day)
{
  char *why = refuse_of_sent (facts);

  if (why != NULL)
    return why;
  if (facts->decided_on != PS_DATE_OPEN)
    return g_strdup (_("A decision was noted already. If that was noted wrongly, correct it."));
  why = refuse_before (day, facts->talked_on, _("That is before the talk, on %s."));
  return why != NULL ? why : refuse_before (day, facts->answered_on, _("That is before the answer, of %s."));
}

static char *
refuse_closing (const PsLetterFacts *facts, PsDate day)
{
  PsDate last = latest (latest (facts->answered_on, facts->talked_on), latest (facts->decided_on, facts->reminded_on));
  char *why = refuse_of_sent (facts);

  return why != NULL ? why : refuse_before (day, last, _("That is before what was noted last, on %s."));
}

static char *
refuse_withdrawing (const PsLetterFacts *facts, PsDate day)
{
  return facts->state == PS_LETTER_DRAFT ? NULL : refuse_closing (facts, day);
}

static char *
refuse_event (const PsLetterFacts *facts, PsLetterEventKind event, PsDate day)
{
  switch (event)
    {
    case PS_LETTER_EVENT_EDITED:
    case PS_LETTER_EVENT_SENT:
      return refuse_of_draft (facts);
    case PS_LETTER_EVENT_REMINDED:
    case PS_LETTER_EVENT_ANSWERED:
      return refuse_awaited (facts);
    case PS_LETTER_EVENT_TALKED:
      return refuse_talk (facts, day);
    case PS_LETTER_EVENT_DECIDED:
      return refuse_decision (facts, day);
    case PS_LETTER_EVENT_CLOSED:
      return refuse_closing (facts, day);
    case PS_LETTER_EVENT_WITHDRAWN:
      return refuse_withdrawing (facts, day);
    case PS_LETTER_EVENT_MEASURES:
    case PS_LETTER_EVENT_DUE_MOVED:
    case PS_LETTER_EVENT_CORRECTED:
      return refuse_of_sent (facts);
    case PS_LETTER_EVENT_DRAFTED:
    case PS_LETTER_EVENT_NOTE:
    case PS_N_LETTER_EVENTS:
    default:
      return NULL;
    }
}

/**
 * ps_letter_allows: whether this may happen to a letter on that day.
 * @day: on which it happened; not after today
 * @why: (out) (optional): why not, a translated sentence; NULL where it may
 */
gboolean
ps_letter_allows (const PsLetterFacts *facts, PsLetterEventKind event, PsDate day, PsDate today, char **why)
{
  g_autofree char *reason = refuse_event (facts, event, day);
  gboolean allowed;

  if (reason == NULL)
    reason = refuse_day (facts, day, today);
  allowed = reason == NULL;
  if (why != NULL)
    *why = g_steal_pointer (&reason);
  return allowed;
}

static char *
refuse_days (const PsLetterFacts *facts, PsDate today)
{
  const PsDate noted[] = { facts->answered_on, facts->talked_on, facts->decided_on };
  char *why = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (noted) && why == NULL; i++)
    if (noted[i] != PS_DATE_OPEN)
      why = refuse_day (facts, noted[i], today);
  if (why != NULL || facts->decided_on == PS_DATE_OPEN)
    return why;
  why = refuse_before (facts->decided_on, facts->talked_on, _("The decision would lie before the talk, on %s."));
  return why != NULL
             ? why
             : refuse_before (facts->decided_on, facts->answered_on, _("The decision would lie before the answer, of %s."));
}

/**
 * ps_letter_days_agree: whether the days that were noted follow on each other, as they must after a correction, too.
 * @why: (out) (optional): why not, a translated sentence; NULL where they do
 */
gboolean
ps_letter_days_agree (const PsLetterFacts *facts, PsDate today, char **why)
{
  g_autofree char *reason = refuse_days (facts, today);
  gboolean agree = reason == NULL;

  if (why != NULL)
    *why = g_steal_pointer (&reason);
  return agree;
}

/**
 * ps_letter_waits: what a person should do about it. A talk that was held without an answer makes the answer nothing to wait
 * for any more; a decision the talk.
 * @by: (out) (optional): the day by which; PS_DATE_OPEN: none is set
 */
PsLetterWaits
ps_letter_waits (const PsLetterFacts *facts, PsDate *by)
{
  PsLetterWaits waits = PS_LETTER_WAITS_TALK;
  PsDate until = facts->talk_by;

  if (facts->state == PS_LETTER_CLOSED || facts->state == PS_LETTER_WITHDRAWN)
    waits = PS_LETTER_WAITS_NOT;
  else if (facts->state == PS_LETTER_DRAFT)
    waits = PS_LETTER_WAITS_SENDING;
  else if (facts->decided_on != PS_DATE_OPEN)
    waits = PS_LETTER_WAITS_CLOSING;
  else if (facts->talked_on != PS_DATE_OPEN)
    {
      waits = PS_LETTER_WAITS_DECISION;
      until = facts->decide_by;
    }
  else if (facts->state == PS_LETTER_SENT)
    {
      waits = PS_LETTER_WAITS_ANSWER;
      until = facts->due_on;
    }
  if (waits == PS_LETTER_WAITS_NOT || waits == PS_LETTER_WAITS_SENDING || waits == PS_LETTER_WAITS_CLOSING)
    until = PS_DATE_OPEN;
  if (by != NULL)
    *by = until;
  return waits;
}

/**
 * ps_letter_is_overdue: whether the day by which somebody had to do something has passed.
 */
gboolean
ps_letter_is_overdue (const PsLetterFacts *facts, PsDate today)
{
  PsDate by;

  return ps_letter_waits (facts, &by) != PS_LETTER_WAITS_NOT && by != PS_DATE_OPEN && by < today;
}

static char *
text_with_day (PsLetterWaits waits, PsDate by, gboolean overdue)
{
  g_autofree char *day = ps_format_date (by);

  switch (waits)
    {
    case PS_LETTER_WAITS_ANSWER:
      /* Translators: a date, as in the next ones */
      return overdue ? g_strdup_printf (_("Answer overdue since %s"), day) : g_strdup_printf (_("Answer by %s"), day);
    case PS_LETTER_WAITS_TALK:
      return overdue ? g_strdup_printf (_("Talk overdue since %s"), day) : g_strdup_printf (_("Talk by %s"), day);
    case PS_LETTER_WAITS_NOT:
    case PS_LETTER_WAITS_SENDING:
    case PS_LETTER_WAITS_DECISION:
    case PS_LETTER_WAITS_CLOSING:
    default:
      return overdue ? g_strdup_printf (_("Decision overdue since %s"), day) : g_strdup_printf (_("Decision by %s"), day);
    }
}

/**
 * ps_letter_waits_text: the same in words. Of one that ended the word for its state.
 */
char *
ps_letter_waits_text (const PsLetterFacts *facts, PsDate today)
{
  PsDate by;
  PsLetterWaits waits = ps_letter_waits (facts, &by);

  switch (waits)
    {
    case PS_LETTER_WAITS_NOT:
      return g_strdup (ps_letter_state_label (facts->state));
    case PS_LETTER_WAITS_SENDING:
      return g_strdup (_("To be sent"));
    case PS_LETTER_WAITS_CLOSING:
      return g_strdup (_("To be closed"));
    case PS_LETTER_WAITS_ANSWER:
    case PS_LETTER_WAITS_TALK:
    case PS_LETTER_WAITS_DECISION:
    default:
      return text_with_day (waits, by, ps_letter_is_overdue (facts, today));
    }
}

/**
 * ps_letter_talk_by: two weeks after the answer; until there is one, after the day by which it is due.
 */
PsDate
ps_letter_talk_by (const PsLetterFacts *facts)
{
  PsDate from = facts->answered_on != PS_DATE_OPEN ? facts->answered_on : facts->due_on;

  return from != PS_DATE_OPEN ? from + DAYS_TO_TALK : PS_DATE_OPEN;
}

/**
 * ps_letter_decide_by: two weeks after the talk; until there was one, after the day by which it is due (`talk_by` where that
 * is set).
 */
PsDate
ps_letter_decide_by (const PsLetterFacts *facts)
{
  PsDate from = facts->talked_on != PS_DATE_OPEN ? facts->talked_on : facts->talk_by;

  if (from == PS_DATE_OPEN)
    from = ps_letter_talk_by (facts);
  return from != PS_DATE_OPEN ? from + DAYS_TO_DECIDE : PS_DATE_OPEN;
}
