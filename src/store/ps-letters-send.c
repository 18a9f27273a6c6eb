/* ps-letters-send.c: letters sent: with a number, and everything that they say frozen
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One transaction for all: the numbers of a year have no gaps, and a half-sent batch does not exist. Writing begins with the
 * lock, so two who send at once never get the same number.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-letters-private.h"

typedef struct
{
  const PsLetterSendJob *job;
  PsLetterRender render;
  gpointer render_data;
  PsLetterWriter writer;
  PsLetterNow now;
  PsLetterReport *report;
  PsProgressFunc progress;
  gpointer progress_data;
} Sending;

static void
sending_clear (Sending *sending)
{
  ps_letter_now_clear (&sending->now);
  ps_letter_writer_clear (&sending->writer);
  g_clear_pointer (&sending->report, ps_letter_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

/* Of several, which one stands in the way. */
static void
name_letter (const Sending *sending, const PsLetter *letter, GError **error)
{
  if ((sending->job->n_ids > 1 || sending->job->last_events != NULL) && error != NULL && *error != NULL
      && ((*error)->domain == PS_STORE_ERROR || (*error)->domain == PS_LETTER_ERROR))
    /* Translators: a provider */
    g_prefix_error (error, _("The letter to %s: "), letter->provider);
}

/* It is sent for what stands now: not when nothing is wrong any more, or something else. */
static gboolean
check_kind (Sending *sending, const PsLetter *letter, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const PsBandwidthYear *year;
  const PsProviderBandwidth *found = ps_letter_now_find (&sending->now, letter, &year, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (found == NULL)
    return ps_letter_refuse (error,
                             _("%s has no performance agreement with a ceiling for that year any more: withdraw this letter."),
                             letter->provider);
  if (found->now->letter == PS_LETTER_NONE)
    return ps_letter_refuse (error, _("%s is within the bandwidth by now: withdraw this letter."), letter->provider);
  if (found->now->letter == letter->kind)
    return ps_letter_check_told (sending->writer.store, letter, found->now, error);
  /* Translators: a provider, a kind of letter ("Ceiling reached"), and the one that was drafted */
  return ps_letter_refuse (error,
                           _("%s asks for another letter by now (“%s” instead of “%s”): withdraw this one, and draft it anew."),
                           letter->provider, ps_letter_kind_label (found->now->letter), ps_letter_kind_label (letter->kind));
}

/* What was previewed is what is sent. */
static gboolean
check_shown (const Sending *sending, const PsLetterFigures *figures, GError **error)
{
  g_autoptr (PsLetterFigures) shown = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (sending->job->shown_figures == NULL)
    return TRUE;
  shown = ps_letter_figures_from_text (sending->job->shown_figures, error);
  if (shown == NULL)
    return FALSE;
  then = ps_letter_bare_figures (shown);
  now = ps_letter_bare_figures (figures);
  if (g_str_equal (then, now))
    return TRUE;
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("The figures are not those that were shown any more: the region was changed in the meantime. Nothing was sent; look at "
         "the letter again."));
  return FALSE;
}

/* The same of its words, made as they were then: under no number, for the same day. */
static gboolean
check_words (Sending *sending, gint64 id, GError **error)
{
  const PsLetterSendJob *job = sending->job;
  g_autoptr (PsLetterPaper) paper = NULL;
  g_autofree char *now = NULL;
  PsLetter *draft;

  if (job->shown_words == NULL)
    return TRUE;
  draft = ps_letter_load (sending->writer.store, sending->writer.rows, id, error);
  paper = draft != NULL ? ps_letter_now_paper (&sending->now, draft, sending->writer.actor, job->shown_on, error) : NULL;
  if (paper == NULL)
    return FALSE;
  now = ps_letter_paper_words (paper);
  if (g_str_equal (now, job->shown_words))
    return TRUE;
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("The text or the address of the letter to %s is not what was shown any more: it was changed in the meantime. Nothing "
         "was sent; look at the letter again."),
      paper->letter->provider);
  return FALSE;
}

/* Of several, nobody has another one before him than the one that is sent. */
static gboolean
check_course (Sending *sending, const PsLetter *letter, gsize place, GError **error)
{
  g_autoptr (PsLetter) whole = NULL;
  const PsLetterEvent *last;

  if (sending->job->last_events == NULL || sending->job->last_events[place] == letter->last_event)
    return TRUE;
  whole = ps_letters_find (sending->writer.store, letter->id, error);
  if (whole == NULL)
    return FALSE;
  last = whole->events->len > 0 ? g_ptr_array_index (whole->events, whole->events->len - 1) : NULL;
  /* Translators: what happened to a letter ("Text edited"), and who noted it */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("it was changed since it was shown: “%s”, by %s. Nothing was sent; look at the letters again."),
               last != NULL ? ps_letter_event_label (last->kind) : "–", last != NULL ? last->by : "–");
  return FALSE;
}

static gboolean
find_number (Sending *sending, int year, int *number, GError **error)
{
  PsStatement *select =
      ps_rows_statement (sending->writer.rows, "SELECT ifnull (max (number), 0) + 1 FROM letter WHERE year = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int (select, 1, year);
  if (!ps_sql_step_row (sending->writer.store, select, &row, error))
    return FALSE;
  *number = sqlite3_column_int (select, 0);
  sqlite3_reset (select);
  return TRUE;
}

static GBytes *
render (Sending *sending, const PsLetterPaper *paper, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GBytes *pdf = sending->render (paper, sending->render_data, &failure);

  if (pdf != NULL && g_bytes_get_size (pdf) > 0)
    return pdf;
  g_clear_pointer (&pdf, g_bytes_unref);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_IO, _("The pages of the letter could not be made. Nothing was sent."));
  return NULL;
}

static gboolean
insert_pdf (Sending *sending, gint64 letter, GBytes *pdf, GError **error)
{
  PsStatement *insert = ps_rows_statement (sending->writer.rows, "INSERT INTO letter_pdf (letter_id, pdf) VALUES (?, ?)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (pdf, &size);

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, letter);
  sqlite3_bind_blob64 (insert, 2, data, size, SQLITE_STATIC);
  return ps_sql_run (sending->writer.store, insert, error);
}

static void
fill_row (Sending *sending, PsRecord *row, const PsLetterPaper *paper, const char *digest)
{
  const PsLetter *letter = paper->letter;
  g_autofree char *figures = NULL;

  ps_letter_figures_set_sender (paper->figures, paper->region, paper->letterhead, paper->signer);
  figures = ps_letter_figures_to_text (paper->figures);
  ps_record_set_number (row, "state", PS_LETTER_SENT);
  ps_record_set_number (row, "number", letter->number);
  ps_record_set_text (row, "subject", letter->subject);
  ps_record_set_text (row, "body", letter->body);
  ps_record_set_text (row, "figures", figures);
  ps_record_set_text (row, "addressee", paper->addressee);
  ps_record_set_text (row, "pdf_digest", digest);
  ps_record_set_text (row, "sent_by", sending->writer.actor);
  ps_record_set_number (row, "sent_at", sending->writer.now);
  ps_record_set_date (row, "sent_on", letter->sent_on);
  ps_record_set_number (row, "means", sending->job->means);
  ps_record_set_date (row, "due_on", letter->due_on);
  ps_record_set_date (row, "talk_by", letter->talk_by);
  ps_record_set_date (row, "decide_by", letter->decide_by);
}

static gboolean
write_sent (Sending *sending, const PsLetterPaper *paper, GBytes *pdf, GError **error)
{
  const PsLetter *letter = paper->letter;
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autoptr (PsRecord) before = ps_rows_read (sending->writer.rows, "letter", letter->id, error);
  g_autoptr (PsRecord) after = NULL;
  PsLetterHappening happening = { PS_LETTER_EVENT_SENT, letter->sent_on, ps_letter_means_label (sending->job->means), NULL };

  if (before == NULL)
    return FALSE;
  after = ps_record_copy (before);
  fill_row (sending, after, paper, digest);
  return ps_letter_write (&sending->writer, before, after, &happening, error) && insert_pdf (sending, letter->id, pdf, error);
}

/* The number goes into the text, and so is there before the pages are. Takes the letter. */
static PsLetterPaper *
make_paper (Sending *sending, PsLetter *own_letter, GError **error)
{
  PsLetter *letter = own_letter;
  PsLetterPaper *paper;

  if (!find_number (sending, letter->year, &letter->number, error))
    {
      ps_letter_free (letter);
      return NULL;
    }
  g_free (letter->number_text);
  letter->number_text = ps_letter_number_text (letter->year, letter->number);
  paper = ps_letter_now_paper (&sending->now, letter, sending->writer.actor, sending->job->sent_on, error);
  if (paper == NULL)
    return NULL;
  paper->draft = FALSE;
  letter->means = sending->job->means;
  g_free (letter->addressee);
  letter->addressee = g_strdup (paper->addressee);
  letter->sent_by = g_strdup (sending->writer.actor);
  letter->sent_at = sending->writer.now;
  return paper;
}

static gboolean
send_letter (Sending *sending, PsLetter *own_letter, gsize place, GError **error)
{
  g_autoptr (PsLetter) letter = own_letter;
  const gint64 id = letter->id;
  g_autoptr (PsLetterPaper) paper = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (!check_course (sending, letter, place, error)
      || !ps_letter_check_allowed (letter, PS_LETTER_EVENT_SENT, sending->job->sent_on, sending->job->today, error)
      || !check_kind (sending, letter, error))
    return FALSE;
  paper = make_paper (sending, g_steal_pointer (&letter), error);
  if (paper == NULL || !check_shown (sending, paper->figures, error) || !check_words (sending, id, error))
    return FALSE;
  pdf = render (sending, paper, error);
  if (pdf == NULL || !write_sent (sending, paper, pdf, error))
    return FALSE;
  g_ptr_array_add (sending->report->done, ps_letter_outcome_new (paper->letter->id, paper->letter->agb, paper->letter->provider,
                                                                 paper->letter->year, paper->letter->number));
  return TRUE;
}

static gboolean
send_one (Sending *sending, gsize place, GError **error)
{
  PsLetter *letter = ps_letter_load (sending->writer.store, sending->writer.rows, sending->job->ids[place], error);
  g_autoptr (PsLetter) named = g_new0 (PsLetter, 1);
  g_autoptr (GError) failure = NULL;

  if (letter == NULL)
    return FALSE;
  named->provider = g_strdup (letter->provider);
  if (send_letter (sending, letter, place, &failure))
    return TRUE;
  name_letter (sending, named, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The figures of all come first, and take about this share of the time. */
#define COMPUTING 0.4

static void
on_progress_cb (double fraction, const char *what, gpointer user_data)
{
  Sending *sending = user_data;

  if (sending->progress != NULL)
    sending->progress (fraction < 0 ? fraction : COMPUTING * fraction, what, sending->progress_data);
}

static gboolean
send_all (Sending *sending, GError **error)
{
  const PsLetterSendJob *job = sending->job;

  for (gsize i = 0; i < job->n_ids; i++)
    {
      if (g_cancellable_set_error_if_cancelled (sending->now.cancellable, error))
        return FALSE;
      if (sending->progress != NULL && i > 0)
        sending->progress (COMPUTING + (1 - COMPUTING) * (double) i / (double) job->n_ids, _("Sending letters"),
                           sending->progress_data);
      if (!send_one (sending, i, error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (sending->now.cancellable, error);
}

/**
 * ps_letters_send:
 * @store: opened to write
 * @actor: who sends them: the login name
 * @render: makes the pages of one, within the transaction
 *
 * Returns: (transfer full): the letters in the order of their numbers, or %NULL with PS_STORE_ERROR_RULE (sent already,
 *   nothing to send any more), PS_LETTER_ERROR (a field is unknown or empty), PS_STORE_ERROR_CONFLICT (not what
 *   was shown), G_IO_ERROR_CANCELLED, what @render failed with, or another PsStoreError: nothing was changed then
 */
PsLetterReport *
ps_letters_send (PsStore *store, const char *actor, const PsLetterSendJob *job, PsLetterRender renderer, gpointer render_data,
                 GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_auto (Sending) sending = {
    .job = job, .render = renderer, .render_data = render_data, .progress = progress, .progress_data = progress_data
  };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE && job->n_ids > 0, NULL);
  g_return_val_if_fail ((job->shown_figures == NULL && job->shown_words == NULL) || job->n_ids == 1, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !ps_letter_writer_begin (&sending.writer, store, actor, error))
    return NULL;
  sending.report = ps_letter_report_new ();
  ps_letter_now_init (&sending.now, store, sending.writer.rows, job->today);
  sending.now.many = job->n_ids > 1;
  sending.now.cancellable = cancellable;
  sending.now.progress = on_progress_cb;
  sending.now.progress_data = &sending;
  if (!send_all (&sending, error) || !ps_letter_writer_commit (&sending.writer, error))
    return NULL;
  sending.report->record = sending.writer.record;
  return g_steal_pointer (&sending.report);
}
