/* ps-letter.h: bandwidth letters: what may follow what, and what is due when (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-date.h"

G_BEGIN_DECLS

/* The numbers of all of these are stored: never change one, only add. */
typedef enum
{
  PS_LETTER_NONE = 0,
  PS_LETTER_NOTICE = 1,            /* the notice share of the ceiling (70 %) is spent */
  PS_LETTER_OVER = 2,
  PS_LETTER_UNDER = 3,
  PS_LETTER_REACHED = 4,
  PS_N_LETTER_KINDS
} PsLetterKind;

typedef enum
{
  PS_LETTER_DRAFT = 1,
  PS_LETTER_SENT,
  PS_LETTER_ANSWERED,
  PS_LETTER_CLOSED,
  PS_LETTER_WITHDRAWN,
  PS_N_LETTER_STATES
} PsLetterState;

typedef enum { PS_LETTER_BY_POST = 1, PS_LETTER_BY_REGISTERED_POST, PS_LETTER_BY_EMAIL, PS_LETTER_BY_PORTAL, PS_N_LETTER_MEANS } PsLetterMeans;

/* What happens to a letter; each is an event of its course that is kept for good. */
typedef enum
{
  PS_LETTER_EVENT_DRAFTED = 1,
  PS_LETTER_EVENT_EDITED,          /* its text, of a draft */
  PS_LETTER_EVENT_SENT,
  PS_LETTER_EVENT_REMINDED,
  PS_LETTER_EVENT_ANSWERED,
  PS_LETTER_EVENT_MEASURES,        /* measures agreed */
  PS_LETTER_EVENT_TALKED,
  PS_LETTER_EVENT_DECIDED,
  PS_LETTER_EVENT_CLOSED,
  PS_LETTER_EVENT_WITHDRAWN,
  PS_LETTER_EVENT_DUE_MOVED,       /* another day for the answer, the talk or the decision, with a reason */
  PS_LETTER_EVENT_CORRECTED,       /* what was noted of it before was wrong: says what, with a reason */
  PS_LETTER_EVENT_NOTE,
  PS_N_LETTER_EVENTS
} PsLetterEventKind;

const char *ps_letter_kind_label  (PsLetterKind kind);             /* translated: "Ceiling reached" */
const char *ps_letter_kind_code   (PsLetterKind kind);             /* "reached": JSON, CSV */
const char *ps_letter_state_label (PsLetterState state);
const char *ps_letter_state_code  (PsLetterState state);
const char *ps_letter_means_label (PsLetterMeans means);
const char *ps_letter_means_code  (PsLetterMeans means);
const char *ps_letter_event_label (PsLetterEventKind kind);
const char *ps_letter_event_code  (PsLetterEventKind kind);
gboolean    ps_letter_kind_parse  (const char *code, PsLetterKind *kind);
int         ps_letter_weight      (PsLetterKind kind);             /* reached 4, over 3, notice 2, under 1, none 0 */
char       *ps_letter_number_text (int year, int number);          /* "BB-2026-0007"; number 0: translated "draft" */

/* What the next step is asked of. PS_DATE_OPEN: not. */
typedef struct
{
  PsLetterState state;
  PsDate peildatum;
  PsDate drafted_on;
  PsDate sent_on;
  PsDate due_on;
  PsDate reminded_on;
  PsDate answered_on;
  PsDate talk_by;
  PsDate talked_on;
  PsDate decide_by;
  PsDate decided_on;
} PsLetterFacts;

/* Whether this may happen to it on that day. Else FALSE and *why (optional): a translated sentence. Not before what it follows (the
 * peildatum, its drafting, its sending; the end not before what was noted last), not after today; a closed or withdrawn one only takes notes. */
gboolean    ps_letter_allows      (const PsLetterFacts *facts, PsLetterEventKind event, PsDate day, PsDate today, char **why);

/* Whether the days that were noted follow on each other: sent, answered, talked, decided. Else FALSE and *why (optional): a translated sentence. */
gboolean    ps_letter_days_agree  (const PsLetterFacts *facts, PsDate today, char **why);

/* What a person should do about it: the first that is still open. */
typedef enum { PS_LETTER_WAITS_NOT, PS_LETTER_WAITS_SENDING, PS_LETTER_WAITS_ANSWER, PS_LETTER_WAITS_TALK, PS_LETTER_WAITS_DECISION, PS_LETTER_WAITS_CLOSING } PsLetterWaits;
PsLetterWaits ps_letter_waits     (const PsLetterFacts *facts, PsDate *by);         /* by: PS_DATE_OPEN where no day is set */
gboolean    ps_letter_is_overdue  (const PsLetterFacts *facts, PsDate today);
char       *ps_letter_waits_text  (const PsLetterFacts *facts, PsDate today);       /* "Answer overdue since 19-06-2024", "Answer by 05-08-2024", … */

/* Days that follow from others, before they are moved on to a working day (ps_work_day_from()): the talk within two weeks after the answer (until there is one: after the day by which it is due), the decision
 * within two weeks after the talk (until there was one: after the day by which it is due). */
PsDate      ps_letter_talk_by     (const PsLetterFacts *facts);
PsDate      ps_letter_decide_by   (const PsLetterFacts *facts);

G_END_DECLS
