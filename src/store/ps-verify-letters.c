/* ps-verify-letters.c: is every letter what was sent, and did everything that is told of it happen as its records say?
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * That its row and its events are those of the trail is found with all others (ps-verify-rows.c); here its pages are held
 * against their digest, its row against its course, and its course against its records.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-letters-private.h"
#include "ps-verify-private.h"

/* What the course of a letter says. */
typedef struct
{
  PsLetterState state; /* 0: nothing */
  PsDate drafted_on, sent_on, reminded_on, ended_on;
  const char *drafted_by, *sent_by;
  guint n_answered, n_talked, n_decided;
} Told;

static void
tell (Told *told, const PsLetterEvent *event)
{
  switch (event->kind)
    {
    case PS_LETTER_EVENT_DRAFTED:
      told->state = PS_LETTER_DRAFT;
      told->drafted_on = event->day;
      told->drafted_by = event->by;
      break;
    case PS_LETTER_EVENT_SENT:
      told->state = PS_LETTER_SENT;
      told->sent_on = event->day;
      told->sent_by = event->by;
      break;
    case PS_LETTER_EVENT_REMINDED:
      told->reminded_on = event->day;
      break;
    case PS_LETTER_EVENT_ANSWERED:
      told->state = PS_LETTER_ANSWERED;
      told->n_answered++;
      break;
    case PS_LETTER_EVENT_TALKED:
      told->n_talked++;
      break;
    case PS_LETTER_EVENT_DECIDED:
      told->n_decided++;
      break;
    case PS_LETTER_EVENT_CLOSED:
    case PS_LETTER_EVENT_WITHDRAWN:
      told->state = event->kind == PS_LETTER_EVENT_CLOSED ? PS_LETTER_CLOSED : PS_LETTER_WITHDRAWN;
      told->ended_on = event->day;
      break;
    case PS_LETTER_EVENT_EDITED:
    case PS_LETTER_EVENT_MEASURES:
    case PS_LETTER_EVENT_DUE_MOVED:
    case PS_LETTER_EVENT_CORRECTED:
    case PS_LETTER_EVENT_NOTE:
    case PS_N_LETTER_EVENTS:
    default:
      break;
    }
}

static gboolean
is_running (const Told *told)
{
  return told->state == PS_LETTER_SENT || told->state == PS_LETTER_ANSWERED;
}

static gboolean
is_after_reminder (const Told *told, const PsLetterEvent *event)
{
  return told->reminded_on == PS_DATE_OPEN || event->day >= told->reminded_on;
}

/* Each of its steps follows on the one before it, and none lies in the future of the moment in which it was noted. */
static gboolean
follows (const Told *told, const PsLetterEvent *event, guint place)
{
  if (place == 0 || event->kind == PS_LETTER_EVENT_DRAFTED)
    return place == 0 && event->kind == PS_LETTER_EVENT_DRAFTED;
  switch (event->kind)
    {
    case PS_LETTER_EVENT_EDITED:
      return told->state == PS_LETTER_DRAFT;
    case PS_LETTER_EVENT_SENT:
      return told->state == PS_LETTER_DRAFT && event->day >= told->drafted_on;
    case PS_LETTER_EVENT_REMINDED:
    case PS_LETTER_EVENT_ANSWERED:
      return told->state == PS_LETTER_SENT;
    case PS_LETTER_EVENT_WITHDRAWN:
      return told->state == PS_LETTER_DRAFT || (is_running (told) && is_after_reminder (told, event));
    case PS_LETTER_EVENT_CLOSED:
      return is_running (told) && is_after_reminder (told, event);
    case PS_LETTER_EVENT_MEASURES:
    case PS_LETTER_EVENT_TALKED:
    case PS_LETTER_EVENT_DECIDED:
    case PS_LETTER_EVENT_DUE_MOVED:
    case PS_LETTER_EVENT_CORRECTED:
      return is_running (told);
    case PS_LETTER_EVENT_NOTE:
      return TRUE;
    case PS_LETTER_EVENT_DRAFTED:
    case PS_N_LETTER_EVENTS:
    default:
      return FALSE;
    }
}

static void
check_course (PsChecking *checking, const char *where, const PsLetter *letter, Told *told)
{
  for (guint i = 0; i < letter->events->len; i++)
    {
      const PsLetterEvent *event = g_ptr_array_index (letter->events, i);

      if (!follows (told, event, i))
        ps_checking_found (checking, where, "what happened to it does not follow on what happened before (%u of %u)", i + 1,
                           letter->events->len);
      if (i > 0 && event->at < ((PsLetterEvent *) g_ptr_array_index (letter->events, i - 1))->at)
        ps_checking_found (checking, where, "what happened to it was not noted in this order (%u of %u)", i + 1,
                           letter->events->len);
      tell (told, event);
    }
}

static void
check_same (PsChecking *checking, const char *where, const char *column, gboolean same)
{
  if (!same)
    ps_checking_found (checking, where, "%s is not what its course says", column);
}

/* The row is the sum of its course. */
static void
check_row (PsChecking *checking, const char *where, const PsLetter *letter, const Told *told)
{
  check_same (checking, where, "state", letter->state == told->state);
  check_same (checking, where, "sent_on", letter->sent_on == told->sent_on);
  check_same (checking, where, "reminded_on", letter->reminded_on == told->reminded_on);
  check_same (checking, where, "ended_on", letter->ended_on == told->ended_on);
  check_same (checking, where, "drafted_by", g_strcmp0 (letter->drafted_by, told->drafted_by) == 0);
  check_same (checking, where, "sent_by", g_strcmp0 (letter->sent_by, told->sent_by) == 0);
  check_same (checking, where, "answered_on", (letter->answered_on != PS_DATE_OPEN) == (told->n_answered == 1));
  check_same (checking, where, "talked_on", (letter->talked_on != PS_DATE_OPEN) == (told->n_talked == 1));
  check_same (checking, where, "decided_on", (letter->decided_on != PS_DATE_OPEN) == (told->n_decided == 1));
}

static void
check_figures (PsChecking *checking, const char *where, const PsLetter *letter)
{
  if (letter->figures->year != letter->year || letter->figures->peildatum != letter->peildatum)
    ps_checking_found (checking, where, "its figures are of another year or reference date");
  if (letter->number != 0 && letter->figures->sender == NULL)
    ps_checking_found (checking, where, "who sent it is not with its figures");
}

/* Damaged pages are what it finds; that the file cannot be read is an error. */
static gboolean
check_pages (PsChecking *checking, const char *where, const PsLetter *letter, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (letter->number == 0)
    return TRUE;
  pdf = ps_letters_pdf (checking->store, letter->id, &failure);
  if (pdf != NULL)
    return TRUE;
  if (g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED))
    {
      ps_checking_found (checking, where, "its pages are not those that were sent");
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
check_letter (PsChecking *checking, gint64 id, GError **error)
{
  g_autofree char *where = g_strdup_printf ("letter %" G_GINT64_FORMAT, id);
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsLetter) letter = ps_letters_find (checking->store, id, &failure);
  Told told = { .sent_on = PS_DATE_OPEN, .reminded_on = PS_DATE_OPEN, .ended_on = PS_DATE_OPEN };

  if (letter == NULL)
    {
      if (!g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED)
          && !g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      ps_checking_found (checking, where, "cannot be read: %s", failure->message);
      return TRUE;
    }
  check_course (checking, where, letter, &told);
  check_row (checking, where, letter, &told);
  check_figures (checking, where, letter);
  return check_pages (checking, where, letter, error);
}

/* The name that a letter has in the trail, once it was sent and before. */
#define THING_SENT "printf ('letter:BB-%d-%04d', l.year, l.number)"
#define THING_DRAFT "printf ('letter:draft:%d', l.id)"

/* Each query gives where it does not hold. */
static const struct
{
  const char *sql;
  const char *what;
} rules[] = {
  { "SELECT 'letter ' || l.id FROM letter l WHERE NOT EXISTS (SELECT 1 FROM audit_change WHERE table_name = 'letter'"
    " AND row_id = l.id) ORDER BY l.id",
    "is not in the trail: it was added outside the program" },
  { "SELECT 'letter_event ' || e.id FROM letter_event e WHERE NOT EXISTS (SELECT 1 FROM audit_change"
    " WHERE table_name = 'letter_event' AND row_id = e.id) ORDER BY e.id",
    "is not in the trail: it was added outside the program" },
  { "SELECT 'letter ' || d.letter_id FROM letter_pdf d LEFT JOIN letter l ON l.id = d.letter_id WHERE l.number IS NULL"
    " ORDER BY d.letter_id",
    "has pages, but was not sent" },
  /* They are given one after the other, and none is taken back. */
  { "SELECT 'letters of ' || year FROM letter WHERE number IS NOT NULL GROUP BY year"
    " HAVING min (number) <> 1 OR max (number) <> count (DISTINCT number) OR count (*) <> count (DISTINCT number) ORDER BY year",
    "their numbers are not 1, 2, 3 …" },
  { "SELECT 'letter ' || l.id FROM letter l JOIN peildatum d ON d.id = l.peildatum_id"
    " WHERE CAST (strftime ('%Y', d.day * 86400, 'unixepoch') AS INTEGER) <> l.year ORDER BY l.id",
    "is of another year than its reference date" },
  /* A record for each event, with it in it, by the one and at the moment that the event says. */
  { "SELECT 'letter_event ' || e.id FROM letter_event e JOIN letter l ON l.id = e.letter_id"
    " JOIN audit_change c ON c.table_name = 'letter_event' AND c.row_id = e.id JOIN audit_record a ON a.id = c.record_id"
    " WHERE a.actor <> e.recorded_by OR a.thing NOT IN (" THING_DRAFT ", ifnull (" THING_SENT ", ''))"
    " OR abs (a.made_at - e.recorded_at) > 3600000000 ORDER BY e.id",
    "is not what its record says" },
  { "SELECT 'record ' || a.id FROM audit_record a WHERE a.thing >= 'letter:' AND a.thing < 'letter;'"
    " AND (SELECT count (*) FROM audit_change c WHERE c.record_id = a.id AND c.table_name = 'letter_event') <> 1 ORDER BY a.id",
    "is not about one step of a letter" },
  { "SELECT 'record ' || a.id FROM audit_record a JOIN audit_change c ON c.record_id = a.id AND c.table_name = 'letter'"
    " WHERE a.thing < 'letter:' OR a.thing >= 'letter;' ORDER BY a.id",
    "changed a letter, but is not about one" },
};

gboolean
ps_verify_letters (PsChecking *checking, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!ps_checking_rule (checking, rules[i].sql, rules[i].what, error))
      return FALSE;
  return ps_checking_each (checking, "SELECT id FROM letter ORDER BY id", check_letter, error);
}
