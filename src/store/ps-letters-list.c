/* ps-letters-list.c: the letters that there are
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-letters-private.h"

#include <glib/gi18n-lib.h>

static void
event_free (gpointer data)
{
  PsLetterEvent *event = data;

  g_free (event->note);
  g_free (event->by);
  g_free (event);
}

/**
 * ps_letter_free: letter may be %NULL.
 */
void
ps_letter_free (PsLetter *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->agb);
  g_free (letter->provider);
  g_free (letter->peildatum_label);
  g_free (letter->number_text);
  g_free (letter->subject);
  g_free (letter->body);
  ps_letter_figures_free (letter->figures);
  g_free (letter->addressee);
  g_free (letter->pdf_digest);
  g_free (letter->drafted_by);
  g_free (letter->sent_by);
  g_free (letter->answer);
  g_free (letter->measures);
  g_free (letter->talk);
  g_free (letter->decision);
  g_free (letter->end_reason);
  g_clear_pointer (&letter->events, g_ptr_array_unref);
  g_free (letter);
}

/**
 * ps_letter_facts: what the rules of its course ask of it (ps-letter.h).
 */
void
ps_letter_facts (const PsLetter *letter, PsLetterFacts *facts)
{
  *facts = (PsLetterFacts){ .state = letter->state,
                            .peildatum = letter->peildatum,
                            .drafted_on = letter->drafted_on,
                            .sent_on = letter->sent_on,
                            .due_on = letter->due_on,
                            .reminded_on = letter->reminded_on,
                            .answered_on = letter->answered_on,
                            .talk_by = letter->talk_by,
                            .talked_on = letter->talked_on,
                            .decide_by = letter->decide_by,
                            .decided_on = letter->decided_on };
}

/* 0 where the file has nothing. */
static gint64
number_of (const PsRecord *row, const char *column)
{
  gint64 number = ps_record_get_number (row, column);

  return number != PS_NO_NUMBER ? number : 0;
}

static void
read_course (PsLetter *letter, const PsRecord *row)
{
  letter->sent_on = ps_record_get_date (row, "sent_on");
  letter->due_on = ps_record_get_date (row, "due_on");
  letter->reminded_on = ps_record_get_date (row, "reminded_on");
  letter->answered_on = ps_record_get_date (row, "answered_on");
  letter->talk_by = ps_record_get_date (row, "talk_by");
  letter->talked_on = ps_record_get_date (row, "talked_on");
  letter->decide_by = ps_record_get_date (row, "decide_by");
  letter->decided_on = ps_record_get_date (row, "decided_on");
  letter->ended_on = ps_record_get_date (row, "ended_on");
  letter->answer = g_strdup (ps_record_get_text (row, "answer"));
  letter->measures = g_strdup (ps_record_get_text (row, "measures"));
  letter->talk = g_strdup (ps_record_get_text (row, "talk"));
  letter->decision = g_strdup (ps_record_get_text (row, "decision"));
  letter->end_reason = g_strdup (ps_record_get_text (row, "end_reason"));
}

/* Of the scope that decides the kind, so that the two say the same; one without scopes is off by nothing. */
static gint64
deviation_of (const PsLetterFigures *figures)
{
  const PsLetterScope *scope;
  PsOverflow overflow = { FALSE };

  if (figures->heaviest >= figures->scopes->len)
    return 0;
  scope = &g_array_index (figures->scopes, PsLetterScope, figures->heaviest);
  return ps_subtract (scope->forecast_cents, scope->ceiling_cents, &overflow);
}

/* The list shows two of them; the whole is read with one letter. */
static gboolean
read_figures (PsLetter *letter, const PsRecord *row, GError **error)
{
  g_autoptr (GError) failure = NULL;

  letter->figures = ps_letter_figures_from_text (ps_record_get_text (row, "figures"), &failure);
  if (letter->figures == NULL)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED, _("Letter %s: %s Have the file verified."),
                   letter->number_text, failure->message);
      return FALSE;
    }
  letter->deviation_cents = deviation_of (letter->figures);
  letter->at_stake_cents = letter->figures->at_stake_cents;
  return TRUE;
}

static PsLetter *
read_letter (const PsRecord *row, GError **error)
{
  g_autoptr (PsLetter) letter = g_new0 (PsLetter, 1);

  letter->id = ps_record_get_id (row);
  letter->provider_id = ps_record_get_number (row, "provider_id");
  letter->peildatum_id = ps_record_get_number (row, "peildatum_id");
  letter->kind = (PsLetterKind) ps_record_get_number (row, "kind");
  letter->state = (PsLetterState) ps_record_get_number (row, "state");
  letter->year = (int) ps_record_get_number (row, "year");
  letter->number = (int) number_of (row, "number");
  letter->number_text = ps_letter_number_text (letter->year, letter->number);
  letter->template_id = number_of (row, "template_id");
  letter->subject = g_strdup (ps_record_get_text (row, "subject"));
  letter->body = g_strdup (ps_record_get_text (row, "body"));
  letter->addressee = g_strdup (ps_record_get_text (row, "addressee"));
  letter->pdf_digest = g_strdup (ps_record_get_text (row, "pdf_digest"));
  letter->drafted_by = g_strdup (ps_record_get_text (row, "drafted_by"));
  letter->drafted_at = ps_record_get_number (row, "drafted_at");
  letter->sent_by = g_strdup (ps_record_get_text (row, "sent_by"));
  letter->sent_at = number_of (row, "sent_at");
  letter->means = (PsLetterMeans) number_of (row, "means");
  read_course (letter, row);
  return read_figures (letter, row, error) ? g_steal_pointer (&letter) : NULL;
}

void
ps_letter_set_absent (gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no letter with number %s in this region."), number);
}

/* With what a row only refers to: columns 1 to 6 of `select`. */
static PsLetter *
load_selected (PsRows *rows, PsStatement *select, GError **error)
{
  gint64 id = sqlite3_column_int64 (select, 0);
  g_autoptr (PsRecord) row = ps_rows_read (rows, "letter", id, error);
  PsLetter *letter = row != NULL ? read_letter (row, error) : NULL;

  if (letter == NULL)
    return NULL;
  letter->agb = ps_sql_column_text (select, 1);
  letter->provider = ps_sql_column_text (select, 2);
  letter->peildatum = ps_sql_column_date (select, 3);
  letter->peildatum_label = ps_sql_column_text (select, 4);
  letter->drafted_on = ps_sql_column_date (select, 5);
  letter->last_event = sqlite3_column_int64 (select, 6);
  return letter;
}

#define SELECT_NAMES                                                                                                             \
  "SELECT l.id, p.agb, p.name, d.day, d.label, (SELECT e.day FROM letter_event e WHERE e.letter_id = l.id ORDER BY e.id LIMIT "  \
  "1),"                                                                                                                          \
  " (SELECT max (e.id) FROM letter_event e WHERE e.letter_id = l.id) FROM letter l JOIN provider p ON p.id = l.provider_id"      \
  " JOIN peildatum d ON d.id = l.peildatum_id"

PsLetter *
ps_letter_load (PsStore *store, PsRows *rows, gint64 id, GError **error)
{
  PsStatement *select = ps_rows_statement (rows, SELECT_NAMES " WHERE l.id = ?", error);
  PsLetter *letter = NULL;
  gboolean row;

  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (store, select, &row, error))
    return NULL;
  if (row)
    letter = load_selected (rows, select, error);
  else
    ps_letter_set_absent (id, error);
  sqlite3_reset (select);
  return letter;
}

static PsLetterEvent *
read_event (PsStatement *row)
{
  PsLetterEvent *event = g_new0 (PsLetterEvent, 1);

  event->kind = (PsLetterEventKind) sqlite3_column_int (row, 0);
  event->day = ps_sql_column_date (row, 1);
  event->note = ps_sql_column_text (row, 2);
  event->by = ps_sql_column_text (row, 3);
  event->at = sqlite3_column_int64 (row, 4);
  return event;
}

static gboolean
load_events (PsStore *store, PsLetter *letter, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (
      store, "SELECT kind, day, note, recorded_by, recorded_at FROM letter_event WHERE letter_id = ? ORDER BY id", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  letter->events = g_ptr_array_new_with_free_func (event_free);
  sqlite3_bind_int64 (select, 1, letter->id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (letter->events, read_event (select));
    }
  return FALSE;
}

/**
 * ps_letters_find:
 *
 * Returns: (transfer full): the whole letter with its course, or %NULL with PS_STORE_ERROR_REFUSED where there is none
 */
PsLetter *
ps_letters_find (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsLetter) letter = ps_letter_load (store, rows, id, error);

  return letter != NULL && load_events (store, letter, error) ? g_steal_pointer (&letter) : NULL;
}

static gboolean
load_list (PsStore *store, PsStatement *select, GPtrArray *letters, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  gboolean row;

  while (ps_sql_step_row (store, select, &row, error))
    {
      PsLetter *letter;

      if (!row)
        return TRUE;
      letter = load_selected (rows, select, error);
      if (letter == NULL)
        return FALSE;
      g_clear_pointer (&letter->figures, ps_letter_figures_free);
      g_ptr_array_add (letters, letter);
    }
  return FALSE;
}

/**
 * ps_letters_list:
 *
 * Returns: (transfer full): GPtrArray of PsLetter without figures and course: drafts first, then by number, latest first;
 * drafts that were withdrawn come last
 */
GPtrArray *
ps_letters_list (PsStore *store, const PsLetterQuery *query, GError **error)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_letter_free);
  g_autoptr (PsStatement) select = NULL;

  select = ps_sql_prepare (store,
                           SELECT_NAMES " WHERE ?1 IN (0, l.year) AND (?2 IS NULL OR p.agb = ?2) AND ?3 IN (0, l.peildatum_id)"
                                        " ORDER BY l.state = 1 DESC, l.number IS NULL, l.year DESC, l.number DESC, l.id DESC",
                           error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int (select, 1, query->year);
  ps_sql_bind_text (select, 2, query->agb);
  sqlite3_bind_int64 (select, 3, query->peildatum_id);
  return load_list (store, select, letters, error) ? g_steal_pointer (&letters) : NULL;
}

static GBytes *
check_pdf (const PsLetter *letter, GBytes *pdf, GError **error)
{
  g_autofree char *digest = pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;

  if (digest != NULL && g_strcmp0 (digest, letter->pdf_digest) == 0)
    return g_bytes_ref (pdf);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED,
               _("The pages of letter %s are not those that were sent. Have the file verified."), letter->number_text);
  return NULL;
}

static gboolean
read_pdf (PsStore *store, gint64 id, GBytes **pdf, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT pdf FROM letter_pdf WHERE letter_id = ?", error);
  gboolean row;

  *pdf = NULL;
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  if (row)
    *pdf = g_bytes_new (sqlite3_column_blob (select, 0), (gsize) sqlite3_column_bytes (select, 0));
  return TRUE;
}

/**
 * ps_letters_pdf:
 *
 * Returns: (transfer full): the pages as they were sent; %NULL with PS_STORE_ERROR_DAMAGED where they are not those that were
 * sent, or PS_STORE_ERROR_RULE of a letter that was not sent
 */
GBytes *
ps_letters_pdf (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsLetter) letter = ps_letter_load (store, rows, id, error);
  g_autoptr (GBytes) pdf = NULL;

  if (letter == NULL)
    return NULL;
  if (letter->number == 0)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("The letter was not sent: no pages of it are kept."));
      return NULL;
    }
  return read_pdf (store, id, &pdf, error) ? check_pdf (letter, pdf, error) : NULL;
}
