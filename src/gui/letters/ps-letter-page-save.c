/* ps-letter-page-save.c: a draft's text: saved when that is asked, and asked about when the page is left
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-letter-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-apply.h"
#include "gui/ps-navigator.h"
#include "gui/ps-overtaken.h"

gboolean
_ps_letter_page_is_changed (PsLetterPage *self)
{
  return self->editor != NULL && _ps_letter_page_is_draft (self) && ps_letter_editor_is_changed (self->editor);
}

/* Writing, on a worker */

typedef struct
{
  PsShownLetter *shown;
  char *subject;
  char *body;
  gboolean on_present; /* on top of what somebody else made of it */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  ps_shown_letter_unref (writing->shown);
  g_free (writing->subject);
  g_free (writing->body);
  g_free (writing);
}

static gboolean
write_text (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Writing *writing = data;
  const PsLetter *before = ps_shown_letter_get (writing->shown);
  g_autoptr (PsLetter) present = NULL;

  if (writing->on_present && (present = ps_letters_find (store, before->id, error)) == NULL)
    return FALSE;
  return ps_letters_edit (store, actor, present != NULL ? present : before, writing->subject, writing->body, record, error);
}

static void write_it (PsLetterPage *self, gboolean on_present);

/* What was asked for by the window, as it leaves the page, is told that it ended. */
static void
tell_done (PsLetterPage *self, gboolean saved)
{
  PsUnsavedDone done = g_steal_pointer (&self->done);

  if (done != NULL)
    done (PS_UNSAVED (self), saved, self->done_data);
}

/* Somebody else was first */

static void
on_overtaken (PsOvertakenAnswer answer, gpointer user_data)
{
  g_autoptr (PsLetterPage) self = user_data;

  if (self->session == NULL)
    return;
  if (answer == PS_OVERTAKEN_MINE)
    {
      write_it (self, TRUE);
      return;
    }
  if (answer == PS_OVERTAKEN_THEIRS)
    ps_unsaved_discard (PS_UNSAVED (self));
  tell_done (self, FALSE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean saved = ps_session_write_finish (PS_SESSION (source), result, &record, &error);
  gboolean send_then = self->send_then;

  self->writing = FALSE;
  self->send_then = FALSE;
  if (self->session == NULL)
    return;
  if (saved)
    {
      ps_letter_editor_set_kept (self->editor, self->written_subject, self->written_body);
      _ps_letter_page_update_actions (self);
      ps_navigator_tell (GTK_WIDGET (self), _("Text saved"));
      tell_done (self, TRUE);
      if (send_then)
        _ps_letter_page_send (self);
    }
  else if (g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT))
    {
      _ps_letter_page_update_actions (self);
      ps_overtaken_ask (GTK_WIDGET (self),
                        _("Somebody else changed this letter since you began to type. Saving yours replaces "
                           "their text; both stay in the trail."),
                        on_overtaken, g_object_ref (self));
    }
  else
    {
      _ps_letter_page_update_actions (self);
      ps_tell_refused (GTK_WIDGET (self), self->session, error);
      tell_done (self, FALSE);
    }
}

static void
write_it (PsLetterPage *self, gboolean on_present)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->shown = ps_shown_letter_ref (self->shown);
  writing->subject = ps_letter_editor_get_subject (self->editor);
  writing->body = ps_letter_editor_get_body (self->editor);
  writing->on_present = on_present;
  g_free (self->written_subject);
  self->written_subject = g_strdup (writing->subject);
  g_free (self->written_body);
  self->written_body = g_strdup (writing->body);
  self->writing = TRUE;
  _ps_letter_page_update_actions (self);
  ps_session_write_async (self->session, write_text, writing, writing_free, on_written_cb, g_object_ref (self));
}

void
_ps_letter_page_save (PsLetterPage *self)
{
  if (self->writing || !_ps_letter_page_can_change (self) || !_ps_letter_page_is_changed (self))
    {
      tell_done (self, FALSE);
      return;
    }
  write_it (self, FALSE);
}

/* As the window asks it */

static gboolean
unsaved_has_unsaved (PsUnsaved *unsaved)
{
  PsLetterPage *self = PS_LETTER_PAGE (unsaved);

  return !ps_session_is_read_only (self->session) && _ps_letter_page_is_changed (self);
}

static char *
unsaved_describe (PsUnsaved *unsaved)
{
  return g_strdup_printf (_("the text of the letter to %s"), _ps_letter_page_get (PS_LETTER_PAGE (unsaved))->provider);
}

static gboolean
unsaved_can_save (PsUnsaved *unsaved)
{
  return !PS_LETTER_PAGE (unsaved)->writing;
}

static void
unsaved_save (PsUnsaved *unsaved, PsUnsavedDone done, gpointer user_data)
{
  PsLetterPage *self = PS_LETTER_PAGE (unsaved);

  self->done = done;
  self->done_data = user_data;
  _ps_letter_page_save (self);
}

static void
unsaved_discard (PsUnsaved *unsaved)
{
  PsLetterPage *self = PS_LETTER_PAGE (unsaved);
  const PsLetter *letter = _ps_letter_page_get (self);

  ps_letter_editor_set_text (self->editor, letter->subject, letter->body);
  _ps_letter_page_reload (self);
}

void
_ps_letter_page_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = unsaved_has_unsaved;
  iface->describe = unsaved_describe;
  iface->can_save = unsaved_can_save;
  iface->save = unsaved_save;
  iface->discard = unsaved_discard;
}
