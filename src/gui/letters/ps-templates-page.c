/* ps-templates-page.c: the texts that letters are drafted with, each beside its pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A region that has no text of its own for a kind shows the standard one; saving that makes it the region's own.
 */
#define G_LOG_DOMAIN "peilstok-templates-page"

#include "ps-templates-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-drop-down.h"
#include "gui/ps-page-focus.h"
#include "gui/ps-tell-error.h"

#define LEAST_PANE 340 /* of two panes side by side, each */

G_DEFINE_FINAL_TYPE_WITH_CODE (PsTemplatesPage, ps_templates_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, _ps_templates_page_unsaved_init))

char *
_ps_templates_page_label (const PsLetterTemplate *template_)
{
  return g_strdup_printf ("%s · %s", ps_letter_kind_label (template_->kind), template_->name);
}

gboolean
_ps_templates_page_is_changed (PsTemplatesPage *self)
{
  return self->shown != NULL && ps_letter_editor_is_changed (self->editor);
}

/* What is shown */

void
_ps_templates_page_update (PsTemplatesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can = self->shown != NULL && !self->writing && self->session != NULL && !ps_session_is_read_only (self->session);
  gboolean own = can && self->shown->id != 0;

  gtk_widget_action_set_enabled (widget, "templates.save", can && _ps_templates_page_is_changed (self));
  gtk_widget_action_set_enabled (widget, "templates.revert", can && _ps_templates_page_is_changed (self));
  gtk_widget_action_set_enabled (widget, "templates.new", can);
  gtk_widget_action_set_enabled (widget, "templates.rename", own);
  gtk_widget_action_set_enabled (widget, "templates.delete", own);
}

static PsLetterTemplate *
copy_template (const PsLetterTemplate *template_)
{
  PsLetterTemplate *copy = g_memdup2 (template_, sizeof *template_);

  copy->name = g_strdup (template_->name);
  copy->subject = g_strdup (template_->subject);
  copy->body = g_strdup (template_->body);
  return copy;
}

/* What was just saved stays as it is typed: with its cursor, and what can be taken back of it. */
static void
put_text (PsTemplatesPage *self, const PsLetterTemplate *template_)
{
  g_autofree char *subject = ps_letter_editor_get_subject (self->editor);
  g_autofree char *body = ps_letter_editor_get_body (self->editor);

  if (g_str_equal (subject, template_->subject) && g_str_equal (body, template_->body))
    ps_letter_editor_set_kept (self->editor, subject, body);
  else
    ps_letter_editor_set_text (self->editor, template_->subject, template_->body);
}

void
_ps_templates_page_show (PsTemplatesPage *self, const PsLetterTemplate *template_)
{
  g_autoptr (PsLetterTemplate) before = self->shown;

  self->shown = copy_template (template_);
  put_text (self, template_);
  ps_letter_editor_set_editable (self->editor, !ps_session_is_read_only (self->session));
  gtk_label_set_text (self->facts,
                      template_->id != 0
                          ? _("A text of this region. Letters that were drafted with it keep their own text.")
                          : _("The standard text of the program: changed and saved it becomes a text of this region."));
  _ps_templates_page_update (self);
  _ps_templates_page_fit (self);
  _ps_templates_page_look (self, TRUE);
}

/* Choosing */

static gboolean
is_shown (PsTemplatesPage *self, const PsLetterTemplate *template_)
{
  return self->shown != NULL && template_->id == self->shown->id && template_->kind == self->shown->kind;
}

static guint
find_place (PsTemplatesPage *self, PsLetterKind kind, const char *name)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      const PsLetterTemplate *template_ = g_ptr_array_index (self->templates, i);

      if (name != NULL ? template_->kind == kind && g_str_equal (template_->name, name) : is_shown (self, template_))
        return i;
    }
  for (guint i = 0; i < self->templates->len; i++)
    if (((const PsLetterTemplate *) g_ptr_array_index (self->templates, i))->kind == kind)
      return i;
  return 0;
}

static void
select_shown (PsTemplatesPage *self)
{
  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->choice, find_place (self, self->shown->kind, NULL));
  self->choosing = FALSE;
}

static void
show_chosen (PsTemplatesPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);

  if (chosen < self->templates->len)
    _ps_templates_page_show (self, g_ptr_array_index (self->templates, chosen));
}

/* The one that was chosen is shown when what is typed is saved, or given up. */
static void
on_asked_cb (PsUnsavedAnswer answer, gpointer user_data)
{
  g_autoptr (PsTemplatesPage) self = user_data;
  guint chosen;

  if (self->session == NULL || self->templates == NULL)
    return;
  chosen = gtk_drop_down_get_selected (self->choice);
  if (answer == PS_UNSAVED_DISCARD)
    {
      show_chosen (self);
      return;
    }
  select_shown (self);
  if (answer == PS_UNSAVED_SAVE && chosen < self->templates->len)
    {
      const PsLetterTemplate *template_ = g_ptr_array_index (self->templates, chosen);

      _ps_templates_page_save_and_show (self, template_->kind, template_->name);
    }
}

static void
on_chosen_cb (PsTemplatesPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);
  g_autofree char *what = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->choosing || self->templates == NULL || chosen >= self->templates->len
      || is_shown (self, g_ptr_array_index (self->templates, chosen)))
    return;
  if (!_ps_templates_page_is_changed (self) || !GTK_IS_WINDOW (root))
    {
      show_chosen (self);
      return;
    }
  what = ps_unsaved_describe (PS_UNSAVED (self));
  ps_unsaved_ask (GTK_WINDOW (root), what, !self->writing, on_asked_cb, g_object_ref (self));
}

void
_ps_templates_page_choose (PsTemplatesPage *self, PsLetterKind kind, const char *name)
{
  gtk_drop_down_set_selected (self->choice, find_place (self, kind, name));
}

static void
fill_choice (PsTemplatesPage *self, guint place)
{
  self->choosing = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  for (guint i = 0; i < self->templates->len; i++)
    {
      const PsLetterTemplate *template_ = g_ptr_array_index (self->templates, i);
      g_autofree char *label = _ps_templates_page_label (template_);

      gtk_string_list_append (self->names, label);
    }
  gtk_drop_down_set_selected (self->choice, place);
  self->choosing = FALSE;
}

/* Providers with an agreement of the year: what a letter could be about. */
static void
fill_providers (PsTemplatesPage *self)
{
  const PsRegion *region = ps_session_get_settled (self->session)->region;
  guint chosen = gtk_drop_down_get_selected (self->provider);
  g_autofree char *before = chosen < self->agbs->len ? g_strdup (g_ptr_array_index (self->agbs, chosen)) : NULL;
  guint place = 0;

  self->choosing = TRUE;
  g_ptr_array_set_size (self->agbs, 0);
  gtk_string_list_splice (self->providers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->providers)), NULL);
  for (guint i = 0; i < region->providers->len; i++)
    {
      const PsProvider *provider = ps_region_provider (region, i);

      if (ps_region_find_agreement (region, i, ps_session_get_year (self->session)) == NULL)
        continue;
      if (g_strcmp0 (provider->agb, before) == 0)
        place = self->agbs->len;
      g_ptr_array_add (self->agbs, g_strdup (provider->agb));
      gtk_string_list_append (self->providers, provider->name);
    }
  gtk_drop_down_set_selected (self->provider, place);
  self->choosing = FALSE;
}

static void
on_provider_cb (PsTemplatesPage *self)
{
  if (self->choosing)
    return;
  self->provider_chosen = TRUE;
  _ps_templates_page_look (self, TRUE);
}

static void
on_typed_cb (PsTemplatesPage *self)
{
  _ps_templates_page_update (self);
  _ps_templates_page_look (self, FALSE);
}

/* Reading */

static gpointer
read_templates (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ps_letters_templates (store, error);
}

/* What is typed stays while it is not saved: it is held against what there is when it is. */
static void
take_templates (PsTemplatesPage *self, GPtrArray *templates)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted_name);
  PsLetterKind kind = wanted != NULL ? self->wanted_kind : self->shown != NULL ? self->shown->kind : PS_LETTER_OVER;
  guint place;

  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = templates;
  place = find_place (self, kind, wanted);
  fill_choice (self, place);
  fill_providers (self);
  _ps_templates_page_read_kinds (self);
  if (wanted != NULL || !_ps_templates_page_is_changed (self))
    _ps_templates_page_show (self, g_ptr_array_index (templates, place));
}

typedef struct
{
  PsTemplatesPage *page;
  guint asked;
} Request;

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (PsTemplatesPage) self = request->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || request->asked != self->asked || ps_session_get_settled (self->session) == NULL)
    return;
  if (templates != NULL)
    take_templates (self, g_steal_pointer (&templates));
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

void
_ps_templates_page_reload (PsTemplatesPage *self)
{
  Request *request = g_new0 (Request, 1);

  request->page = g_object_ref (self);
  request->asked = ++self->asked;
  ps_session_run_async (self->session, read_templates, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_read_cb, request);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    _ps_templates_page_reload (PS_TEMPLATES_PAGE (user_data));
}

/* Side by side, or one at a time with a switch above */

static gboolean
update_switcher (gpointer user_data)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (user_data);

  self->fold_wait = 0;
  gtk_widget_set_visible (self->switcher, adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* Not from within: it is just getting its size. */
static void
on_folded_cb (PsTemplatesPage *self)
{
  if (self->fold_wait == 0)
    self->fold_wait = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_switcher, self, NULL);
}

static void
on_pane_toggled_cb (GtkToggleButton *button, PsTemplatesPage *self)
{
  if (gtk_toggle_button_get_active (button))
    adw_leaflet_set_visible_child (self->leaflet,
                                   button == self->right_button ? GTK_WIDGET (self->right) : GTK_WIDGET (self->left));
}

/* Making and unmaking */

static gboolean
ps_templates_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (widget);

  if (self->choice != NULL && ps_page_focus_first (widget, direction, GTK_WIDGET (self->choice)))
    return TRUE;
  return GTK_WIDGET_CLASS (ps_templates_page_parent_class)->focus (widget, direction);
}

static void
ps_templates_page_dispose (GObject *object)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (object);

  g_clear_handle_id (&self->look_wait, g_source_remove);
  g_clear_handle_id (&self->fold_wait, g_source_remove);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->shown, ps_letter_template_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_TEMPLATES_PAGE);
  G_OBJECT_CLASS (ps_templates_page_parent_class)->dispose (object);
}

static void
ps_templates_page_finalize (GObject *object)
{
  PsTemplatesPage *self = PS_TEMPLATES_PAGE (object);

  g_free (self->wanted_name);
  g_free (self->next_name);
  g_free (self->written_name);
  g_free (self->written_subject);
  g_free (self->written_body);
  g_ptr_array_unref (self->agbs);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  G_OBJECT_CLASS (ps_templates_page_parent_class)->finalize (object);
}

static void
ps_templates_page_class_init (PsTemplatesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_templates_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_templates_page_finalize;
  widget_class->focus = ps_templates_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, choice);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, provider);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, names);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, providers);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, save);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, left_button);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, right_button);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, left);
  gtk_widget_class_bind_template_child (widget_class, PsTemplatesPage, right);
  _ps_templates_page_install_actions (widget_class);
}

static void
ps_templates_page_init (PsTemplatesPage *self)
{
  self->agbs = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->editor = PS_LETTER_EDITOR (ps_letter_editor_new ());
  self->preview = PS_LETTER_PREVIEW (ps_letter_preview_new ());
  adw_bin_set_child (self->left, GTK_WIDGET (self->editor));
  adw_bin_set_child (self->right, GTK_WIDGET (self->preview));
  gtk_widget_set_size_request (GTK_WIDGET (self->left), LEAST_PANE, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->right), LEAST_PANE, -1);
  ps_drop_down_set_name (self->choice, _("Template"));
  ps_drop_down_set_name (self->provider, _("Provider whose figures are shown"));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->provider, "notify::selected", G_CALLBACK (on_provider_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_button, "toggled", G_CALLBACK (on_pane_toggled_cb), self, 0);
  g_signal_connect_object (self->right_button, "toggled", G_CALLBACK (on_pane_toggled_cb), self, 0);
}

GtkWidget *
ps_templates_page_new (PsSession *session)
{
  PsTemplatesPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_TEMPLATES_PAGE, NULL);
  self->session = g_object_ref (session);
  _ps_templates_page_update (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  _ps_templates_page_reload (self);
  return GTK_WIDGET (self);
}
