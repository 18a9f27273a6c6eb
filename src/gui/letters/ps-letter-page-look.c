/* ps-letter-page-look.c: a letter's pages, made beside the window as its text is typed
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * typed ─▶ (nobody types for a moment) ─▶ worker makes pages ─▶ shown, unless something else is typed by then: made again
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-letter-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "gui/ps-spinner.h"

#define TYPING_MS 250

static void start (PsLetterPage *self);

static void
show_look (PsLetterPage *self, PsLetterLook *look)
{
  ps_letter_look_free (self->look);
  self->look = look;
  if (self->editor != NULL)
    {
      ps_letter_editor_set_faults (self->editor, look->subject_faults, look->body_faults);
      if (look->values != NULL)
        ps_letter_editor_set_values (self->editor, look->values);
      self->values_known |= look->values != NULL;
    }
  if (look->pages != NULL)
    ps_letter_preview_set_pages (self->preview, look->pages, look->text);
  else
    ps_letter_preview_set_problem (self->preview, look->problem);
  _ps_letter_page_update_actions (self);
}

static void
on_look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterLook) look = ps_letter_look_finish (PS_SESSION (source), result, &error);

  self->looking = FALSE;
  if (self->session == NULL)
    return;
  ps_spinner_show (self->spinner, self->looking);
  if (self->look_outdated)
    {
      start (self);
      return;
    }
  if (look != NULL)
    show_look (self, g_steal_pointer (&look));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (PS_SESSION (source)));

      g_clear_pointer (&self->look, ps_letter_look_free);
      ps_letter_preview_set_problem (self->preview, text);
      _ps_letter_page_update_actions (self);
    }
}

/* One at a time: what is asked meanwhile is made after it, once. */
static void
start (PsLetterPage *self)
{
  const PsLetter *letter = _ps_letter_page_get (self);
  gboolean is_draft = letter != NULL && letter->state == PS_LETTER_DRAFT;
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if (letter == NULL)
    return;
  self->look_outdated = self->looking;
  if (self->looking)
    return;
  if (is_draft && self->editor != NULL)
    {
      subject = ps_letter_editor_get_subject (self->editor);
      body = ps_letter_editor_get_body (self->editor);
    }
  self->looking = TRUE;
  ps_spinner_show (self->spinner, self->looking);
  ps_letter_look_async (self->session, self->id, letter->number != 0 ? letter->sent_on : ps_letter_today (), subject, body,
                        is_draft && !self->values_known, on_look_cb, g_object_ref (self));
}

static gboolean
on_typing_paused_cb (gpointer user_data)
{
  PsLetterPage *self = PS_LETTER_PAGE (user_data);

  self->look_wait = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

void
_ps_letter_page_look (PsLetterPage *self, gboolean at_once)
{
  g_clear_handle_id (&self->look_wait, g_source_remove);
  if (at_once)
    start (self);
  else
    self->look_wait = g_timeout_add (TYPING_MS, on_typing_paused_cb, self);
}

void
_ps_letter_page_on_typed_cb (PsLetterPage *self)
{
  self->look_outdated = self->looking;
  _ps_letter_page_look (self, FALSE);
  _ps_letter_page_update_actions (self);
}
