/* ps-templates-page-save.c: a template saved, made, named otherwise, deleted; and what is not saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-templates-page"

#include "ps-templates-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "gui/ps-overtaken.h"

static PsLetterTemplate *
template_new (gint64 id, PsLetterKind kind, const char *name, const char *subject, const char *body)
{
  PsLetterTemplate *template_ = g_new0 (PsLetterTemplate, 1);

  template_->id = id;
  template_->kind = kind;
  template_->name = g_strdup (name);
  template_->subject = g_strdup (subject);
  template_->body = g_strdup (body);
  return template_;
}

/* Writing, on a worker */

typedef struct
{
  PsLetterTemplate *before; /* NULL: a new one */
  PsLetterTemplate *after;  /* NULL: delete it */
  gboolean on_present;      /* on top of what somebody else made of it */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  ps_letter_template_free (writing->before);
  ps_letter_template_free (writing->after);
  g_free (writing);
}

/* Where it is gone by now it is made again. */
static gboolean
write_on_present (PsStore *store, const char *actor, const Writing *writing, gint64 *record, GError **error)
{
  g_autoptr (GPtrArray) present = ps_letters_templates (store, error);

  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    if (((const PsLetterTemplate *) g_ptr_array_index (present, i))->id == writing->before->id)
      return ps_letters_save_template (store, actor, g_ptr_array_index (present, i), writing->after, record, error);
  return ps_letters_save_template (store, actor, NULL, writing->after, record, error);
}

static gboolean
write_template (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Writing *writing = data;

  if (writing->on_present)
    return write_on_present (store, actor, writing, record, error);
  return ps_letters_save_template (store, actor, writing->before, writing->after, record, error);
}

static void
tell_done (PsTemplatesPage *self, gboolean saved)
{
  PsUnsavedDone done = g_steal_pointer (&self->done);

  if (done != NULL)
    done (PS_UNSAVED (self), saved, self->done_data);
}

/* What was written is what there is now, and what is shown: or the one that was chosen meanwhile. */
static void
take_written (PsTemplatesPage *self)
{
  gboolean other = self->next_name != NULL;

  g_free (self->wanted_name);
  self->wanted_name = other ? g_steal_pointer (&self->next_name) : g_strdup (self->written_name);
  self->wanted_kind = other ? self->next_kind : self->written_kind;
  ps_letter_editor_set_kept (self->editor, self->written_subject, self->written_body);
  _ps_templates_page_reload (self);
}

static void write_mine (PsTemplatesPage *self);

static void
on_overtaken (PsOvertakenAnswer answer, gpointer user_data)
{
  g_autoptr (PsTemplatesPage) self = user_data;

  if (self->session == NULL)
    return;
  if (answer == PS_OVERTAKEN_MINE)
    {
      write_mine (self);
      return;
    }
  g_clear_pointer (&self->next_name, g_free);
  if (answer == PS_OVERTAKEN_THEIRS)
    ps_unsaved_discard (PS_UNSAVED (self));
  tell_done (self, FALSE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsTemplatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean saved = ps_session_write_finish (PS_SESSION (source), result, &record, &error);
  gboolean deleted = self->written_name != NULL && *self->written_name == '\0';

  self->writing = FALSE;
  if (self->session == NULL)
    return;
  if (saved)
    {
      ps_navigator_tell_undoable (GTK_WIDGET (self), deleted ? _("Template deleted") : _("Template saved"), record);
      take_written (self);
    }
  _ps_templates_page_update (self);
  if (!saved && !deleted && g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT))
    {
      ps_overtaken_ask (GTK_WIDGET (self),
                        _("Somebody else changed this template since you began to type. Saving yours replaces their text; "
                           "both stay in the trail."),
                        on_overtaken, g_object_ref (self));
      return;
    }
  if (!saved)
    {
      g_clear_pointer (&self->next_name, g_free);
      ps_tell_refused (GTK_WIDGET (self), self->session, error);
    }
  tell_done (self, saved);
}

static void
remember_typed (PsTemplatesPage *self)
{
  g_free (self->written_subject);
  g_free (self->written_body);
  self->written_subject = ps_letter_editor_get_subject (self->editor);
  self->written_body = ps_letter_editor_get_body (self->editor);
}

static PsLetterTemplate *
copy_shown (PsTemplatesPage *self)
{
  const PsLetterTemplate *shown = self->shown;

  return shown->id != 0 ? template_new (shown->id, shown->kind, shown->name, shown->subject, shown->body) : NULL;
}

/* Takes both. Afterwards the one with that kind and name is shown. */
static Writing *
make_writing (PsTemplatesPage *self, PsLetterTemplate *before, PsLetterTemplate *after)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->before = before;
  writing->after = after;
  g_free (self->written_name);
  self->written_name = g_strdup (after != NULL ? after->name : "");
  self->written_kind = after != NULL ? after->kind : before->kind;
  return writing;
}

/* What is typed under that name: in the place of what is shown, or as a new one, which of another kind begins with the standard text. */
static Writing *
make_named (PsTemplatesPage *self, gboolean is_new, PsLetterKind kind, const char *name)
{
  gboolean typed = self->shown->kind == kind;

  remember_typed (self);
  return make_writing (self, is_new ? NULL : copy_shown (self),
                       template_new (is_new ? 0 : self->shown->id, kind, name,
                                     typed ? self->written_subject : ps_letter_standard_subject (kind),
                                     typed ? self->written_body : ps_letter_standard_body (kind)));
}

static void
write_it (PsTemplatesPage *self, Writing *writing)
{
  self->writing = TRUE;
  _ps_templates_page_update (self);
  ps_session_write_async (self->session, write_template, writing, writing_free, on_written_cb, g_object_ref (self));
}

/* The standard text becomes one of the region's own. */
static Writing *
make_saving (PsTemplatesPage *self)
{
  return make_named (self, FALSE, self->shown->kind,
                     self->shown->id != 0 ? self->shown->name : C_("template of a letter", "Own text"));
}

void
_ps_templates_page_save (PsTemplatesPage *self)
{
  if (self->writing || ps_session_is_read_only (self->session) || !_ps_templates_page_is_changed (self))
    tell_done (self, FALSE);
  else
    write_it (self, make_saving (self));
}

void
_ps_templates_page_save_and_show (PsTemplatesPage *self, PsLetterKind kind, const char *name)
{
  g_free (self->next_name);
  self->next_name = g_strdup (name);
  self->next_kind = kind;
  _ps_templates_page_save (self);
}

static void
write_mine (PsTemplatesPage *self)
{
  Writing *writing = make_saving (self);

  writing->on_present = writing->before != NULL;
  write_it (self, writing);
}

void
_ps_templates_page_create (PsTemplatesPage *self, PsLetterKind kind, const char *name)
{
  write_it (self, make_named (self, TRUE, kind, name));
}

void
_ps_templates_page_rename (PsTemplatesPage *self, const char *name)
{
  write_it (self, make_named (self, FALSE, self->shown->kind, name));
}

void
_ps_templates_page_delete (PsTemplatesPage *self)
{
  remember_typed (self);
  write_it (self, make_writing (self, copy_shown (self), NULL));
}

/* Dialogs */

static gpointer
take_form (PsForm *form, gpointer user_data)
{
  return make_named (user_data, g_object_get_data (G_OBJECT (form), "peilstok-new") != NULL,
                     (PsLetterKind) ps_form_get_number (form, "kind"), ps_form_get_text (form, "name"));
}

static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  PsTemplatesPage *self = user_data;

  take_written (self);
}

/* What is typed and not saved is what a new one begins with: its kind cannot be another then. */
static void
add_kinds (PsTemplatesPage *self, PsForm *form, gboolean is_new)
{
  for (int kind = PS_LETTER_NOTICE; kind < PS_N_LETTER_KINDS; kind++)
    ps_form_add_choice (form, "kind", kind, ps_letter_kind_label ((PsLetterKind) kind));
  ps_form_set_number (form, "kind", self->shown->kind);
  ps_form_set_visible (form, "kind", is_new && !_ps_templates_page_is_changed (self));
}

static void
ask_name (PsTemplatesPage *self, gboolean is_new)
{
  const PsFormField fields[] = {
    { "kind", _("Kind of letter"), PS_FORM_CHOICE, TRUE, NULL, NULL },
    { "name", _("Name"), PS_FORM_TEXT, TRUE, _("As it is chosen by, when letters are drafted."), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  PsFormDialog *dialog;

  add_kinds (self, form, is_new);
  ps_form_set_text (form, "name", is_new ? "" : self->shown->name);
  if (is_new)
    g_object_set_data (G_OBJECT (form), "peilstok-new", self);
  dialog = ps_form_dialog_new (GTK_WIDGET (self), self->session, is_new ? _("New Template") : _("Rename Template"), _("_Save"),
                               form);
  ps_form_dialog_set_done (dialog, _("Template saved"));
  ps_form_dialog_set_write (dialog, take_form, write_template, writing_free, on_saved, g_object_ref (self), g_object_unref);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (PS_TEMPLATES_PAGE (widget), TRUE);
}

static void
on_rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (PS_TEMPLATES_PAGE (widget), FALSE);
}

static void
on_delete_confirmed_cb (gpointer user_data)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (user_data);

  if (self->session != NULL && self->shown != NULL)
    _ps_templates_page_delete (self);
}

static void
on_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (widget);
  g_autofree char *label = _ps_templates_page_label (self->shown);
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), label);

  ps_confirm (widget, heading,
              _("Letters of this kind are drafted with another text from then on. What is typed and not saved is lost with it."),
              _("_Delete"), TRUE, G_CALLBACK (on_delete_confirmed_cb), self);
}

static void
on_save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ps_templates_page_save (PS_TEMPLATES_PAGE (widget));
}

static void
on_revert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_unsaved_discard (PS_UNSAVED (widget));
}

void
_ps_templates_page_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "templates.save", NULL, on_save_cb);
  gtk_widget_class_install_action (class, "templates.revert", NULL, on_revert_cb);
  gtk_widget_class_install_action (class, "templates.new", NULL, on_new_cb);
  gtk_widget_class_install_action (class, "templates.rename", NULL, on_rename_cb);
  gtk_widget_class_install_action (class, "templates.delete", NULL, on_delete_cb);
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, GDK_CONTROL_MASK, "templates.save", NULL);
}

/* As the window asks it */

static gboolean
unsaved_has_unsaved (PsUnsaved *unsaved)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (unsaved);

  return !ps_session_is_read_only (self->session) && _ps_templates_page_is_changed (self);
}

static char *
unsaved_describe (PsUnsaved *unsaved)
{
  g_autofree char *label = _ps_templates_page_label (PS_TEMPLATES_PAGE (unsaved)->shown);

  return g_strdup_printf (_("the text of the template “%s”"), label);
}

static gboolean
unsaved_can_save (PsUnsaved *unsaved)
{
  return !PS_TEMPLATES_PAGE (unsaved)->writing;
}

static void
unsaved_save (PsUnsaved *unsaved, PsUnsavedDone done, gpointer user_data)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (unsaved);

  self->done = done;
  self->done_data = user_data;
  _ps_templates_page_save (self);
}

static void
unsaved_discard (PsUnsaved *unsaved)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (unsaved);

  ps_letter_editor_set_text (self->editor, self->shown->subject, self->shown->body);
  _ps_templates_page_reload (self);
}

void
_ps_templates_page_unsaved_init (PsUnsavedInterface *iface)
{
  iface->has_unsaved = unsaved_has_unsaved;
  iface->describe = unsaved_describe;
  iface->can_save = unsaved_can_save;
  iface->save = unsaved_save;
  iface->discard = unsaved_discard;
}
