/* ps-scheme-page-save.c: saving a scheme, with a warning where it is in use; a copy; deleting one that is not used
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-scheme-page"

#include "ps-scheme-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "ps-scheme-effect.h"
#include "store/ps-desk.h"

/* Writing, on a worker */

typedef struct
{
  PsScheme *before; /* NULL: a new one, or one that is deleted */
  PsScheme *after;
  char *notes_before;
  char *notes_after;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  ps_scheme_free (writing->before);
  ps_scheme_free (writing->after);
  g_free (writing->notes_before);
  g_free (writing->notes_after);
  g_free (writing);
}

static const char *
or_null (const char *notes)
{
  return notes != NULL && notes[0] != '\0' ? notes : NULL;
}

static gboolean
write_scheme (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Writing *writing = data;

  return ps_desk_save_scheme (store, actor, writing->before, writing->after, or_null (writing->notes_before),
                              or_null (writing->notes_after), NULL, record, error);
}

static gboolean
delete_scheme (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Writing *writing = data;

  return ps_desk_delete_scheme (store, actor, writing->after, record, error);
}

static PsScheme *
scheme_to_save (PsSchemePage *self)
{
  PsScheme *scheme = ps_scheme_copy (self->draft);

  g_free (scheme->name);
  scheme->name = g_strdup (ps_value_entry_get_text (self->name_entry));
  scheme->id = self->id;
  return scheme;
}

/* What was asked for by the window, as it leaves the page, is told that it ended. */
static void
tell_done (PsSchemePage *self, gboolean saved)
{
  PsUnsavedDone done = g_steal_pointer (&self->done);

  if (done != NULL)
    done (PS_UNSAVED (self), saved, self->done_data);
}

static void
show_dialog (PsSchemePage *self, GtkWidget *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_refusal (PsSchemePage *self, const GError *error)
{
  g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));
  GtkWidget *dialog = adw_message_dialog_new (NULL, _("Not Saved"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  show_dialog (self, dialog);
}

static guint
find_by_name (PsSchemePage *self, const char *name)
{
  const PsSettledYear *settled = ps_session_get_settled (self->session);

  for (guint i = 0; settled != NULL && i < settled->region->schemes->len; i++)
    if (g_strcmp0 (ps_region_scheme (settled->region, i)->name, name) == 0)
      return i;
  return PS_NONE;
}

/* As it is in the file now. */
static void
show_saved (PsSchemePage *self, gint64 record)
{
  guint place = find_by_name (self, ps_value_entry_get_text (self->name_entry));
  g_autofree char *notes = _ps_scheme_page_get_notes (self);
  g_autofree char *done = g_strdup_printf (_("Scheme “%s” saved"), ps_value_entry_get_text (self->name_entry));

  self->base_is_news = FALSE;
  self->place = place;
  if (place != PS_NONE)
    {
      const PsScheme *saved = ps_region_scheme (ps_session_get_settled (self->session)->region, place);

      self->id = saved->id;
      _ps_scheme_page_begin (self, saved, notes);
      ps_scheme_used_ask (self->used, saved->id, saved->name);
    }
  if (record != 0)
    ps_navigator_tell_undoable (GTK_WIDGET (self), done, record);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsSchemePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean saved = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  if (self->session == NULL)
    return;
  self->writing = FALSE;
  if (saved)
    show_saved (self, record);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (self, error);
  _ps_scheme_page_refresh (self);
  tell_done (self, saved);
}

static void
write_it (PsSchemePage *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->after = scheme_to_save (self);
  if (self->id != 0)
    {
      writing->before = ps_scheme_copy (self->base);
      writing->notes_before = g_strdup (self->base_notes);
    }
  writing->notes_after = _ps_scheme_page_get_notes (self);
  self->writing = TRUE;
  _ps_scheme_page_refresh (self);
  ps_session_write_async (self->session, write_scheme, writing, writing_free, on_written_cb, g_object_ref (self));
}

/* Copies */

/* "Donuthole 3 % (copy)", or with a number where there is such a one already. */
static char *
copy_name (PsSchemePage *self)
{
  const char *name = self->base->name != NULL ? self->base->name : ps_value_entry_get_text (self->name_entry);
  char *copy = g_strdup_printf (_("%s (copy)"), name);

  for (guint i = 2; find_by_name (self, copy) != PS_NONE; i++)
    {
      g_free (copy);
      copy = g_strdup_printf (_("%s (copy %u)"), name, i);
    }
  return copy;
}

/* From now on the page is about another scheme, that begins with the steps that stand here. */
void
_ps_scheme_page_make_copy (PsSchemePage *self)
{
  g_autoptr (PsScheme) copy = ps_scheme_copy (self->draft);
  g_autofree char *notes = _ps_scheme_page_get_notes (self);
  char *name = copy_name (self);

  g_free (copy->name);
  copy->name = name;
  copy->id = 0;
  self->id = 0;
  self->place = PS_NONE;
  self->base_is_news = TRUE;
  _ps_scheme_page_begin (self, copy, notes);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

/* The warning */

static char *
difference_text (PsSchemePage *self)
{
  int year = ps_session_get_year (self->session);
  gint64 saved, changed;
  g_autofree char *before = NULL, *after = NULL, *difference = NULL;

  ps_scheme_effect_sum (self->effects, &saved, &changed);
  before = ps_format_money (saved);
  after = ps_format_money (changed);
  difference = ps_format_money (ABS (changed - saved));
  if (saved == changed)
    /* Translators: a year and an amount */
    return g_strdup_printf (_("Of %d %s is deducted, and that stays the same."), year, before);
  if (changed > saved)
    /* Translators: a year and three amounts */
    return g_strdup_printf (_("Of %d %s would be deducted in place of %s: %s more."), year, after, before, difference);
  /* Translators: a year and three amounts */
  return g_strdup_printf (_("Of %d %s would be deducted in place of %s: %s less."), year, after, before, difference);
}

static void
on_warning_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (PsSchemePage) self = user_data;

  if (self->session == NULL)
    return;
  if (g_str_equal (response, "change"))
    write_it (self);
  else if (g_str_equal (response, "copy"))
    {
      _ps_scheme_page_make_copy (self);
      write_it (self);
    }
  else
    tell_done (self, FALSE);
}

static void
warn (PsSchemePage *self)
{
  g_autofree char *per_year = ps_scheme_used_per_year (self->used);
  g_autofree char *difference = difference_text (self);
  g_autofree char *body =
      /* Translators: agreements per year ("38 of 2024, 35 of 2023"), and a sentence about amounts */
      g_strdup_printf (_("It is used in agreements: %s. Their settlements change with it, those of earlier years too. %s\n\n"
                          "A copy leaves these agreements as they are."),
                       per_year, difference);
  GtkWidget *dialog = adw_message_dialog_new (NULL, _("Change a Scheme in Use?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "change", _("Change _It Everywhere"),
                                    "copy", _("Save as a _Copy"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "change", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_warning_answered_cb), g_object_ref (self));
  show_dialog (self, dialog);
}

/* As soon as it is known where it is used and what it makes: nobody agrees to what he has not been told. */
void
_ps_scheme_page_effects_known (PsSchemePage *self)
{
  const GArray *use = ps_scheme_used_get_use (self->used);

  if (!self->asking || self->effects == NULL || use == NULL)
    return;
  self->asking = FALSE;
  if (use->len > 0)
    warn (self);
  else
    write_it (self);
}

/* What it makes cannot be told: then nothing is saved; the page says why. */
void
_ps_scheme_page_effects_failed (PsSchemePage *self)
{
  if (!self->asking)
    return;
  self->asking = FALSE;
  tell_done (self, FALSE);
}

void
_ps_scheme_page_save (PsSchemePage *self)
{
  if (self->writing || self->asking)
    return;
  if (self->id == 0 || self->place == PS_NONE || ps_scheme_equal (self->base, self->draft))
    {
      write_it (self);
      return;
    }
  self->asking = TRUE;
  _ps_scheme_page_touch_now (self);
}

/* Deleting */

static void
say_where_used (PsSchemePage *self, const char *per_year)
{
  g_autofree char *heading = g_strdup_printf (_("“%s” Is Used"), self->base->name);
  /* Translators: agreements per year: "38 of 2024, 35 of 2023" */
  g_autofree char *body =
      g_strdup_printf (_("It stands in agreements: %s. Choose another scheme there first; where it is used is listed "
                          "on this page."),
                       per_year);
  GtkWidget *dialog = adw_message_dialog_new (NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  show_dialog (self, dialog);
}

typedef struct
{
  GtkWidget *navigator; /* NULL: none above the page */
  PsSchemePage *page;
  char *done;
} Deleting;

static void
on_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Deleting *deleting = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  if (ps_session_write_finish (PS_SESSION (source), result, &record, &error))
    {
      if (deleting->navigator != NULL)
        ps_navigator_tell_undoable (deleting->navigator, deleting->done, record);
    }
  else if (deleting->page->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (deleting->page, error);
  g_clear_object (&deleting->navigator);
  g_object_unref (deleting->page);
  g_free (deleting->done);
  g_free (deleting);
}

/* Where nothing uses it; that is undone from the message. The page leaves when the file was read again. */
void
_ps_scheme_page_delete (PsSchemePage *self)
{
  g_autofree char *per_year = ps_scheme_used_per_year (self->used);
  GtkWidget *navigator = gtk_widget_get_ancestor (GTK_WIDGET (self), PS_TYPE_NAVIGATOR);
  Deleting *deleting;
  Writing *writing;

  if (per_year != NULL)
    {
      say_where_used (self, per_year);
      return;
    }
  ps_unsaved_discard (PS_UNSAVED (self));
  deleting = g_new0 (Deleting, 1);
  deleting->navigator = navigator != NULL ? g_object_ref (navigator) : NULL;
  deleting->page = g_object_ref (self);
  deleting->done = g_strdup_printf (_("Scheme “%s” deleted"), self->base->name);
  writing = g_new0 (Writing, 1);
  writing->after = ps_scheme_copy (self->base);
  ps_session_write_async (self->session, delete_scheme, writing, writing_free, on_deleted_cb, deleting);
}
