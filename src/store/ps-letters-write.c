/* ps-letters-write.c: a letter's row with what happened to it and its record of the trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-letters-private.h"

gboolean
ps_letter_writer_begin (PsLetterWriter *writer, PsStore *store, const char *actor, GError **error)
{
  *writer = (PsLetterWriter){ .store = store, .actor = actor, .now = g_get_real_time () };
  writer->rows = ps_rows_new (store);
  return ps_sql_exec (store, "BEGIN IMMEDIATE", error);
}

gboolean
ps_letter_writer_commit (PsLetterWriter *writer, GError **error)
{
  return ps_sql_exec (writer->store, "COMMIT", error);
}

void
ps_letter_writer_clear (PsLetterWriter *writer)
{
  g_clear_pointer (&writer->rows, ps_rows_free);
  if (writer->store != NULL && !sqlite3_get_autocommit (writer->store->db))
    sqlite3_exec (writer->store->db, "ROLLBACK", NULL, NULL, NULL);
  writer->store = NULL;
}

gboolean
ps_letter_refuse (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("%s Nothing was changed."), sentence);
  return FALSE;
}

gboolean
ps_letter_check_allowed (const PsLetter *letter, PsLetterEventKind event, PsDate day, PsDate today, GError **error)
{
  g_autofree char *why = NULL;
  PsLetterFacts facts;

  ps_letter_facts (letter, &facts);
  return ps_letter_allows (&facts, event, day, today, &why) || ps_letter_refuse (error, "%s", why);
}

gboolean
ps_letter_check_texts (const char *subject, const char *body, GError **error)
{
  g_autoptr (GPtrArray) of_subject = ps_letter_subject_check (subject, NULL);
  g_autoptr (GPtrArray) of_body = ps_letter_text_check (body, NULL);
  const PsLetterFault *fault;
  g_autofree char *line = NULL;

  if (of_subject->len > 0)
    {
      fault = g_ptr_array_index (of_subject, 0);
      /* Translators: what is wrong with it: a sentence */
      return ps_letter_refuse (error, _("Subject: %s"), fault->text);
    }
  if (of_body->len == 0)
    return TRUE;
  fault = g_ptr_array_index (of_body, 0);
  line = g_strdup_printf ("%u", fault->line);
  return ps_letter_refuse (error, _("Line %s of the text: %s"), line, fault->text);
}

char *
ps_letter_thing (const PsRecord *row)
{
  gint64 number = ps_record_get_number (row, "number");
  g_autofree char *text = NULL;

  if (number == PS_NO_NUMBER)
    return g_strdup_printf ("letter:draft:%" G_GINT64_FORMAT, ps_record_get_id (row));
  text = ps_letter_number_text ((int) ps_record_get_number (row, "year"), (int) number);
  return g_strconcat ("letter:", text, NULL);
}

static gboolean
insert_row (PsLetterWriter *writer, PsTrail *trail, PsRecord *row, GError **error)
{
  const char *table = ps_record_get_table (row);
  g_autofree char *after = NULL;
  gint64 id;

  if (!ps_trail_next_row_id (writer->store, table, &id, error))
    return FALSE;
  ps_record_set_id (row, id);
  after = ps_record_to_json (row);
  return ps_rows_insert (writer->rows, row, error) && ps_trail_add (trail, table, id, NULL, after, error);
}

static gboolean
update_row (PsLetterWriter *writer, PsTrail *trail, const PsRecord *before, const PsRecord *after, GError **error)
{
  g_autofree char *was = ps_record_to_json (before);
  g_autofree char *is = ps_record_to_json (after);

  if (ps_record_equal (before, after))
    return TRUE;
  return ps_rows_update (writer->rows, after, error)
         && ps_trail_add (trail, ps_record_get_table (after), ps_record_get_id (after), was, is, error);
}

static gboolean
insert_event (PsLetterWriter *writer, PsTrail *trail, gint64 letter, const PsLetterHappening *happening, GError **error)
{
  g_autoptr (PsRecord) row = ps_record_new ("letter_event");

  ps_record_set_number (row, "letter_id", letter);
  ps_record_set_number (row, "kind", happening->kind);
  ps_record_set_date (row, "day", happening->day);
  ps_record_set_text (row, "note", happening->note);
  ps_record_set_text (row, "recorded_by", writer->actor);
  ps_record_set_number (row, "recorded_at", writer->now);
  return insert_row (writer, trail, row, error);
}

static gboolean
write_rows (PsLetterWriter *writer, PsTrail *trail, const PsRecord *before, PsRecord *after, const PsLetterHappening *happening,
            GError **error)
{
  if (before == NULL ? !insert_row (writer, trail, after, error) : !update_row (writer, trail, before, after, error))
    return FALSE;
  return insert_event (writer, trail, ps_record_get_id (after), happening, error);
}

static gboolean
end_record (PsLetterWriter *writer, PsTrail *trail, const PsRecord *row, const PsLetterHappening *happening, GError **error)
{
  g_autofree char *thing = ps_letter_thing (row);
  PsAuditEntry entry = {
    .actor = writer->actor, .action = ps_letter_event_code (happening->kind), .thing = thing, .reason = happening->reason
  };

  if (!ps_trail_end (trail, &entry, error))
    return FALSE;
  writer->record = trail->record;
  return TRUE;
}

gboolean
ps_letter_write (PsLetterWriter *writer, const PsRecord *before, PsRecord *after, const PsLetterHappening *happening,
                 GError **error)
{
  PsTrail trail;
  gboolean ok = ps_trail_begin (&trail, writer->store, error) && write_rows (writer, &trail, before, after, happening, error)
                && end_record (writer, &trail, after, happening, error);

  ps_trail_clear (&trail);
  return ok;
}

/* Whether it is what was shown: notes may have been added. */
static gboolean
is_as_shown (const PsLetter *shown, const PsLetter *present)
{
  const PsDate then[] = { shown->sent_on,   shown->due_on,    shown->reminded_on, shown->answered_on, shown->talk_by,
                          shown->talked_on, shown->decide_by, shown->decided_on,  shown->ended_on };
  const PsDate now[] = { present->sent_on,   present->due_on,    present->reminded_on, present->answered_on, present->talk_by,
                         present->talked_on, present->decide_by, present->decided_on,  present->ended_on };

  for (guint i = 0; i < G_N_ELEMENTS (then); i++)
    if (then[i] != now[i])
      return FALSE;
  return shown->state == present->state && shown->number == present->number && shown->kind == present->kind
         && g_strcmp0 (shown->subject, present->subject) == 0 && g_strcmp0 (shown->body, present->body) == 0
         && g_strcmp0 (shown->answer, present->answer) == 0 && g_strcmp0 (shown->measures, present->measures) == 0
         && g_strcmp0 (shown->talk, present->talk) == 0 && g_strcmp0 (shown->decision, present->decision) == 0;
}

/* Names the last step that somebody took. */
static void
set_conflict (PsLetterWriter *writer, gint64 id, GError **error)
{
  g_autoptr (PsLetter) letter = ps_letters_find (writer->store, id, NULL);
  const PsLetterEvent *last = letter != NULL && letter->events->len > 0 ? letter->events->pdata[letter->events->len - 1] : NULL;

  if (last == NULL)
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("The letter was changed in the meantime. Nothing was changed; look at it again."));
  else
    /* Translators: what happened to it ("Answered"), and who noted it */
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("The letter was changed in the meantime: “%s”, by %s. Nothing was changed; look at it again."),
                 ps_letter_event_label (last->kind), last->by);
}

PsRecord *
ps_letter_read_shown (PsLetterWriter *writer, const PsLetter *shown, GError **error)
{
  g_autoptr (PsLetter) present = ps_letter_load (writer->store, writer->rows, shown->id, error);

  if (present == NULL)
    return NULL;
  if (is_as_shown (shown, present))
    return ps_rows_read (writer->rows, "letter", shown->id, error);
  set_conflict (writer, shown->id, error);
  return NULL;
}
