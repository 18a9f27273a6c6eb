/* ps-letter-look.c: a letter as it would print, made on a worker: its pages, or what stands in the way
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-look"

#include "ps-letter-look.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-letter-pdf.h"
#include "gui/history/ps-history-read.h"
#include "store/ps-record.h"

#define NEUTRAL "." /* a text without fields: everything but the text is as it would be */

typedef struct
{
  gint64 id;         /* 0: of no letter, but of a template */
  PsLetterKind kind; /* of a template, as the next two */
  gint64 peildatum_id;
  char *agb;
  PsDate day;
  char *subject;
  char *body;
  gboolean values;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->agb);
  g_free (job->subject);
  g_free (job->body);
  g_free (job);
}

static void
field_value_free (gpointer data)
{
  g_free (((PsLetterFieldValue *) data)->value);
  g_free (data);
}

void
ps_letter_look_free (PsLetterLook *look)
{
  if (look == NULL)
    return;
  g_clear_pointer (&look->paper, ps_letter_paper_free);
  g_clear_pointer (&look->pages, g_ptr_array_unref);
  g_clear_pointer (&look->subject_faults, g_ptr_array_unref);
  g_clear_pointer (&look->body_faults, g_ptr_array_unref);
  g_clear_pointer (&look->values, g_ptr_array_unref);
  g_free (look->text);
  g_free (look->problem);
  g_free (look);
}

PsDate
ps_letter_today (void)
{
  return ps_history_day (g_get_real_time ());
}

/* Where its text is not right: what its fields would be filled from, to say all that is wrong at once */

/* Borrowed from both. */
static PsLetterValues
collect_values (const PsLetterPaper *paper, const PsRecord *provider)
{
  const PsLetter *letter = paper->letter;

  return (PsLetterValues){
    .figures = paper->figures,
    .kind = letter->kind,
    .provider = letter->provider,
    .agb = letter->agb,
    .contact = provider != NULL ? ps_record_get_text (provider, "contact") : NULL,
    .address = provider != NULL ? ps_record_get_text (provider, "address") : NULL,
    .region = paper->region,
    .signer = paper->signer,
    .number = letter->number_text,
    .date = letter->sent_on,
    .due_on = letter->due_on,
    .talk_by = letter->talk_by,
    .decide_by = letter->decide_by,
  };
}

static GPtrArray *
list_values (const PsLetterValues *values)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (field_value_free);
  guint n_fields;
  const PsLetterField *fields = ps_letter_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      PsLetterFieldValue *value = g_new0 (PsLetterFieldValue, 1);
      g_autofree char *text = g_strdup_printf ("{%s}", fields[i].name);
      g_autofree char *filled = ps_letter_text_fill (text, values, NULL);
      gboolean is_table = g_strcmp0 (filled, PS_LETTER_TABLE_MARK) == 0;

      value->name = fields[i].name;
      value->meaning = fields[i].meaning;
      /* A table has no words here. */
      value->value = !is_table ? g_steal_pointer (&filled) : NULL;
      g_ptr_array_add (list, value);
    }
  return list;
}

/* `subject`, `body`: NULL: its own. */
static PsLetterPaper *
make_paper (PsStore *store, const Job *job, const char *subject, const char *body, GError **error)
{
  const PsLetterSample sample = { job->kind, job->peildatum_id, job->agb, subject, body };

  if (job->id == 0)
    return ps_letters_sample (store, &sample, g_get_user_name (), job->day, error);
  return ps_letters_paper (store, job->id, g_get_user_name (), job->day, subject, body, error);
}

static gboolean
explain (PsLetterLook *look, PsStore *store, const Job *job, GError **error)
{
  g_autoptr (PsLetterPaper) neutral = make_paper (store, job, NEUTRAL, NEUTRAL, error);
  g_autoptr (PsRecord) provider = NULL;
  g_autoptr (PsLetter) own = NULL;
  PsLetterValues values;

  if (neutral == NULL || (job->id != 0 && (own = ps_letters_find (store, job->id, error)) == NULL))
    return FALSE;
  provider = ps_store_load_record (store, "provider", neutral->letter->provider_id, NULL);
  values = collect_values (neutral, provider);
  if (job->values)
    look->values = list_values (&values);
  if (look->problem != NULL)
    {
      g_ptr_array_unref (look->subject_faults);
      look->subject_faults = ps_letter_subject_check (job->subject != NULL ? job->subject : own->subject, &values);
      g_ptr_array_unref (look->body_faults);
      look->body_faults = ps_letter_text_check (job->body != NULL ? job->body : own->body, &values);
    }
  return TRUE;
}

/* Everything that keeps it from being printed, a line each. */
static void
collect_problems (PsLetterLook *look)
{
  GPtrArray *const lists[] = { look->subject_faults, look->body_faults };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              ((const PsLetterFault *) g_ptr_array_index (lists[list], i))->text);
  if (text->len == 0)
    return;
  g_free (look->problem);
  look->problem = g_string_free (g_steal_pointer (&text), FALSE);
}

/* The pages */

static char *
describe (const PsLetterPaper *paper)
{
  g_autofree char *body = ps_letter_text_readable (paper->letter->body);

  return g_strdup_printf ("%s\n\n%s\n\n%s", paper->addressee, paper->letter->subject, body);
}

static gboolean
is_about_the_letter (const GError *error)
{
  return error->domain == PS_LETTER_ERROR || g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE);
}

static gboolean
render (PsLetterLook *look, PsStore *store, const Job *job, GError **error)
{
  g_autoptr (GError) why = NULL;

  look->paper = make_paper (store, job, job->subject, job->body, &why);
  if (look->paper != NULL)
    look->pages = ps_letter_render_pages (look->paper, &why);
  if (look->pages != NULL)
    {
      look->text = describe (look->paper);
      return TRUE;
    }
  g_clear_pointer (&look->paper, ps_letter_paper_free);
  if (!is_about_the_letter (why))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  look->problem = g_strdup (why->message);
  return TRUE;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (PsLetterLook) look = g_new0 (PsLetterLook, 1);
  g_autoptr (GError) why = NULL;

  look->subject_faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_letter_fault_free);
  look->body_faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_letter_fault_free);
  if (!render (look, store, job, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if ((look->problem != NULL || job->values) && !explain (look, store, job, &why) && !is_about_the_letter (why))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  collect_problems (look);
  return g_steal_pointer (&look);
}

void
ps_letter_look_async (PsSession *session, gint64 id, PsDate day, const char *subject, const char *body, gboolean values,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PS_IS_SESSION (session));

  job->id = id;
  job->day = day;
  job->subject = g_strdup (subject);
  job->body = g_strdup (body);
  job->values = values;
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_letter_look_free, callback, user_data);
}

void
ps_letter_look_sample_async (PsSession *session, const PsLetterSample *sample, PsDate day, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PS_IS_SESSION (session));

  job->kind = sample->kind;
  job->peildatum_id = sample->peildatum_id;
  job->agb = g_strdup (sample->agb);
  job->day = day;
  job->subject = g_strdup (sample->subject);
  job->body = g_strdup (sample->body);
  job->values = TRUE;
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_letter_look_free, callback, user_data);
}

PsLetterLook *
ps_letter_look_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
