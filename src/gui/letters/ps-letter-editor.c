/* ps-letter-editor.c: subject and text of a letter, with their fields, to type in
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   Subject [ Forecast above the bandwidth {jaar}      ]  [Insert Field]
 *   ┌──────────────────────────────────────────────────────────────────┐
 *   │ text                                                             │
 *   └──────────────────────────────────────────────────────────────────┘
 *   ⚠ Line 3: …                                    (a click goes there)
 */
#define G_LOG_DOMAIN "peilstok-letter-editor"

#include "ps-letter-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-letter-fields.h"
#include "ps-pane-layout.h"

#define FAULTS_HEIGHT 140

struct _PsLetterEditor
{
  GtkWidget parent;

  GtkWidget *box;
  GtkWidget *fields;
  GtkEntry *subject;
  GtkTextView *view;
  GtkTextBuffer *buffer; /* borrowed from the view */
  GtkListBox *faults;
  GtkWidget *faults_card;
  char *kept_subject;
  char *kept_body;
  gboolean filling;    /* the program sets the text, not the user */
  gboolean in_subject; /* where the focus was last */
};

G_DEFINE_FINAL_TYPE (PsLetterEditor, ps_letter_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

char *
ps_letter_editor_get_subject (PsLetterEditor *self)
{
  g_return_val_if_fail (PS_IS_LETTER_EDITOR (self), NULL);

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->subject)));
}

char *
ps_letter_editor_get_body (PsLetterEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PS_IS_LETTER_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

gboolean
ps_letter_editor_is_changed (PsLetterEditor *self)
{
  g_autofree char *subject = ps_letter_editor_get_subject (self);
  g_autofree char *body = ps_letter_editor_get_body (self);

  return self->kept_subject != NULL && (g_strcmp0 (subject, self->kept_subject) != 0 || g_strcmp0 (body, self->kept_body) != 0);
}

/* Fields stand out */

static void
tag (PsLetterEditor *self, const char *name, const char *text, gsize offset, gsize length)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) g_utf8_pointer_to_offset (text, text + offset));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) g_utf8_pointer_to_offset (text, text + offset + length));
  gtk_text_buffer_apply_tag_by_name (self->buffer, name, &start, &end);
}

/* From an opening brace: how long the field is, braces and all; 0: it is none. A doubled brace is a brace. */
static gsize
measure_field (const char *text)
{
  gsize length = strcspn (text + 1, "{}\n") + 1;

  return text[length] == '}' && length > 1 ? length + 1 : 0;
}

static void
highlight_fields (PsLetterEditor *self, const char *text)
{
  const char *place = text;

  while ((place = strchr (place, '{')) != NULL)
    {
      gsize length = place[1] == '{' ? 0 : measure_field (place);

      if (length > 0)
        tag (self, "field", text, (gsize) (place - text), length);
      place += place[1] == '{' ? 2 : MAX (length, 1);
    }
}

/* What is wrong */

static void
add_fault_row (PsLetterEditor *self, const PsLetterFault *fault, gboolean of_subject)
{
  g_autofree char *line = g_strdup_printf ("%u", fault->line);
  /* Translators: the number of a line, and what is wrong in it */
  g_autofree char *text =
      of_subject ? g_strdup_printf (_("Subject: %s"), fault->text) : g_strdup_printf (_("Line %s: %s"), line, fault->text);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "peilstok-problem-symbolic", "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (of_subject ? 0 : fault->line));
  gtk_list_box_append (self->faults, row);
}

static void
on_fault_activated_cb (GtkListBox *list, GtkListBoxRow *row, PsLetterEditor *self)
{
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "line"));
  GtkTextIter place;

  if (line == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->subject));
      return;
    }
  gtk_text_buffer_get_iter_at_line (self->buffer, &place, (int) line - 1);
  if (!gtk_text_iter_ends_line (&place))
    {
      GtkTextIter end = place;

      gtk_text_iter_forward_to_line_end (&end);
      gtk_text_buffer_select_range (self->buffer, &end, &place);
    }
  else
    gtk_text_buffer_place_cursor (self->buffer, &place);
  gtk_text_view_scroll_to_iter (self->view, &place, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
mark_subject (PsLetterEditor *self, GPtrArray *faults)
{
  const PsLetterFault *first = faults->len > 0 ? g_ptr_array_index (faults, 0) : NULL;

  if (first != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->subject), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->subject), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->subject), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  first != NULL ? first->text : "", -1);
}

static void
clear_marks (PsLetterEditor *self)
{
  GtkTextIter start, end;
  GtkListBoxRow *row;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  while ((row = gtk_list_box_get_row_at_index (self->faults, 0)) != NULL)
    gtk_list_box_remove (self->faults, GTK_WIDGET (row));
}

void
ps_letter_editor_set_faults (PsLetterEditor *self, GPtrArray *subject_faults, GPtrArray *body_faults)
{
  g_autofree char *body = NULL;

  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  body = ps_letter_editor_get_body (self);
  clear_marks (self);
  highlight_fields (self, body);
  mark_subject (self, subject_faults);
  for (guint i = 0; i < subject_faults->len; i++)
    add_fault_row (self, g_ptr_array_index (subject_faults, i), TRUE);
  for (guint i = 0; i < body_faults->len; i++)
    {
      const PsLetterFault *fault = g_ptr_array_index (body_faults, i);

      if (fault->offset + fault->length <= strlen (body))
        tag (self, "fault", body, fault->offset, fault->length);
      add_fault_row (self, fault, FALSE);
    }
  gtk_widget_set_visible (self->faults_card, subject_faults->len + body_faults->len > 0);
}

gboolean
ps_letter_editor_has_faults (PsLetterEditor *self)
{
  g_return_val_if_fail (PS_IS_LETTER_EDITOR (self), FALSE);

  return gtk_widget_get_visible (self->faults_card);
}

/* What needs no look at the region is told with every key. */
static void
check_fields (PsLetterEditor *self)
{
  g_autofree char *subject = ps_letter_editor_get_subject (self);
  g_autofree char *body = ps_letter_editor_get_body (self);
  g_autoptr (GPtrArray) subject_faults = ps_letter_subject_check (subject, NULL);
  g_autoptr (GPtrArray) body_faults = ps_letter_text_check (body, NULL);

  ps_letter_editor_set_faults (self, subject_faults, body_faults);
}

static void
on_changed_cb (PsLetterEditor *self)
{
  if (self->filling || self->box == NULL)
    return;
  check_fields (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Texts of the program */

static void
put_texts (PsLetterEditor *self, const char *subject, const char *body)
{
  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, body, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->subject), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->subject), subject);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->subject), TRUE);
  self->filling = FALSE;
}

void
ps_letter_editor_set_kept (PsLetterEditor *self, const char *subject, const char *body)
{
  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  g_free (self->kept_subject);
  self->kept_subject = g_strdup (subject);
  g_free (self->kept_body);
  self->kept_body = g_strdup (body);
}

gboolean
ps_letter_editor_is_kept (PsLetterEditor *self, const char *subject, const char *body)
{
  g_return_val_if_fail (PS_IS_LETTER_EDITOR (self), FALSE);

  return g_strcmp0 (self->kept_subject, subject) == 0 && g_strcmp0 (self->kept_body, body) == 0;
}

void
ps_letter_editor_set_text (PsLetterEditor *self, const char *subject, const char *body)
{
  GtkTextIter start;

  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  put_texts (self, subject, body);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  ps_letter_editor_set_kept (self, subject, body);
  check_fields (self);
}

void
ps_letter_editor_set_values (PsLetterEditor *self, GPtrArray *values)
{
  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  ps_letter_fields_button_set_values (self->fields, values);
}

void
ps_letter_editor_set_editable (PsLetterEditor *self, gboolean editable)
{
  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->subject), editable);
  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
  gtk_widget_set_sensitive (self->fields, editable);
}

void
ps_letter_editor_insert_field (PsLetterEditor *self, const char *name)
{
  g_autofree char *text = g_strdup_printf ("{%s}", name);
  int place = gtk_editable_get_position (GTK_EDITABLE (self->subject));

  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  if (self->in_subject)
    {
      gtk_editable_insert_text (GTK_EDITABLE (self->subject), text, -1, &place);
      gtk_widget_grab_focus (GTK_WIDGET (self->subject));
      gtk_editable_set_position (GTK_EDITABLE (self->subject), place);
      return;
    }
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_field_chosen (const char *name, gpointer user_data)
{
  ps_letter_editor_insert_field (PS_LETTER_EDITOR (user_data), name);
}

void
ps_letter_editor_type (PsLetterEditor *self, const char *subject, const char *body)
{
  GtkTextIter start, end;

  g_return_if_fail (PS_IS_LETTER_EDITOR (self));

  if (subject != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->subject), subject);
  if (body == NULL)
    return;
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert_at_cursor (self->buffer, body, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

/* Making and unmaking */

static void
set_colour (PsLetterEditor *self, const char *tag_name, const char *property, const char *colour_name)
{
  GtkTextTag *text_tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), tag_name);
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self->view)), colour_name, &colour))
    g_object_set (text_tag, property, &colour, NULL);
}

/* The colours of light, dark and high contrast are not the same. */
static void
update_colours (PsLetterEditor *self)
{
  set_colour (self, "field", "foreground-rgba", "accent_color");
  set_colour (self, "fault", "underline-rgba", "error_color");
}

static void
on_focus_entered_cb (GtkEventController *controller, PsLetterEditor *self)
{
  self->in_subject = gtk_event_controller_get_widget (controller) == GTK_WIDGET (self->subject);
}

static void
watch_focus (PsLetterEditor *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_entered_cb), self);
  gtk_widget_add_controller (widget, focus);
}

static GtkWidget *
make_subject_row (PsLetterEditor *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("S_ubject"));

  self->subject = GTK_ENTRY (gtk_entry_new ());
  self->fields = ps_letter_fields_button_new (on_field_chosen, self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->subject), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->subject));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->subject), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Subject"), -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->subject));
  gtk_box_append (GTK_BOX (row), self->fields);
  return row;
}

/* Tab goes on to the next control: the text of a letter has none. */
static GtkWidget *
make_view (PsLetterEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  g_object_set (self->view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "pixels-below-lines", 2, "left-margin", 3,
                "right-margin", 3, NULL);
  gtk_text_buffer_create_tag (self->buffer, "field", "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  gtk_text_buffer_create_tag (self->buffer, "fault", "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the letter"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "long-text");
  return scrolled;
}

static GtkWidget *
make_faults (PsLetterEditor *self)
{
  self->faults = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->faults, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->faults), "letter-faults");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->faults), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is wrong in the text"),
                                  -1);
  g_signal_connect (self->faults, "row-activated", G_CALLBACK (on_fault_activated_cb), self);
  self->faults_card = gtk_scrolled_window_new ();
  g_object_set (self->faults_card, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                FAULTS_HEIGHT, "child", self->faults, "focusable", FALSE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->faults_card, "letter-faults-card");
  return self->faults_card;
}

static void
ps_letter_editor_dispose (GObject *object)
{
  PsLetterEditor *self = PS_LETTER_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->kept_subject, g_free);
  g_clear_pointer (&self->kept_body, g_free);
  G_OBJECT_CLASS (ps_letter_editor_parent_class)->dispose (object);
}

static void
ps_letter_editor_class_init (PsLetterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_letter_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), PS_TYPE_PANE_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", PS_TYPE_LETTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_letter_editor_init (PsLetterEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_subject_row (self));
  gtk_box_append (GTK_BOX (self->box), make_view (self));
  gtk_box_append (GTK_BOX (self->box), make_faults (self));
  watch_focus (self, GTK_WIDGET (self->subject));
  watch_focus (self, GTK_WIDGET (self->view));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subject, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_colours), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update_colours), NULL);
}

GtkWidget *
ps_letter_editor_new (void)
{
  return g_object_new (PS_TYPE_LETTER_EDITOR, NULL);
}
