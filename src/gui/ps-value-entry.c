/* ps-value-entry.c: an entry for an amount, a percentage, a number, a code or a text
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * typed ──▶ read ──▶ checked (required, range, the page's own checks) ──▶ shown: the note below, and told as a signal
 */
#define G_LOG_DOMAIN "peilstok-value-entry"

#include "ps-value-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-entry-note.h"
#include "ps-value-kinds.h"

#define NUMBER_WIDTH 18 /* in characters */

struct _PsValueEntry
{
  GtkWidget parent;

  GtkWidget *entry;
  GtkWidget *note; /* NULL: compact */
  PsEntryKind kind;

  gboolean required;
  PsTextCheck text_check;
  PsNumberCheck number_check;
  gpointer number_check_data;
  gint64 least;
  gint64 most;
  char *suffix;
  char *hint;

  char *text;         /* trimmed, without the suffix */
  gint64 number;      /* PS_NO_NUMBER: empty, or not understood */
  char *wrong;        /* NULL: right */
  char *page_problem; /* what the page found; NULL: none */
  char *base_text;    /* as it was set */
  gint64 base_number;
  char *given_text; /* as it was last told with "value-given" */
  gboolean touched; /* what is missing is not said before anything was typed or left */
  gboolean focused;
  gboolean filling; /* the program sets the text, not the user */
};

enum
{
  VALUE_CHANGED,
  VALUE_GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsValueEntry, ps_value_entry, GTK_TYPE_WIDGET)

/* Reading and checking */

static char *
check_range (PsValueEntry *self)
{
  g_autofree char *least = NULL, *most = NULL;

  if (self->number >= self->least && self->number <= self->most)
    return NULL;
  least = _ps_value_explain (self->kind, self->least);
  most = _ps_value_explain (self->kind, self->most);
  if (self->most == G_MAXINT64)
    return g_strdup_printf (_("This is at least %s."), least);
  if (self->least == PS_NO_NUMBER + 1)
    return g_strdup_printf (_("This is at most %s."), most);
  return g_strdup_printf (_("This lies between %s and %s."), least, most);
}

static char *
check_number (PsValueEntry *self)
{
  char *why = NULL;
  PsTyped typed = _ps_value_read (self->kind, self->text, &self->number, &why);

  if (typed == PS_TYPED_WRONG)
    return why;
  if (typed == PS_TYPED_EMPTY)
    return self->required ? g_strdup (_("This is needed.")) : NULL;
  why = check_range (self);
  if (why == NULL && self->number_check != NULL && self->number_check (self->number, &why, self->number_check_data))
    g_clear_pointer (&why, g_free);
  return why;
}

static char *
check_text (PsValueEntry *self)
{
  char *why = NULL;

  if (self->text[0] == '\0')
    return self->required ? g_strdup (_("This is needed.")) : NULL;
  if (self->text_check != NULL && self->text_check (self->text, &why))
    g_clear_pointer (&why, g_free);
  return why;
}

static void
check (PsValueEntry *self)
{
  g_free (self->wrong);
  self->wrong = self->kind == PS_ENTRY_TEXT ? check_text (self) : check_number (self);
}

/* The entry's text without the suffix that stands behind a value that is not typed in. */
static void
read_text (PsValueEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (self->suffix != NULL && !self->focused && g_str_has_suffix (text, self->suffix))
    {
      text[strlen (text) - strlen (self->suffix)] = '\0';
      g_strchomp (text);
    }
  g_free (self->text);
  self->text = g_steal_pointer (&text);
}

/* Showing */

static const char *
shown_problem (PsValueEntry *self)
{
  gboolean only_missing = self->text[0] == '\0' && !self->touched;

  if (self->page_problem != NULL)
    return self->page_problem;
  return only_missing ? NULL : self->wrong;
}

static void
show_note (PsValueEntry *self)
{
  g_autofree char *understood = NULL;

  if (self->kind != PS_ENTRY_TEXT && self->number != PS_NO_NUMBER && self->focused)
    understood = _ps_value_explain (self->kind, self->number);
  if (understood != NULL && self->suffix != NULL)
    {
      char *with_suffix = g_strdup_printf ("%s %s", understood, self->suffix);

      g_free (understood);
      understood = with_suffix;
    }
  _ps_entry_note_show (self->note, self->entry, shown_problem (self), understood != NULL ? understood : self->hint);
}

/* The value as the program writes it; what was not understood stays as it was typed. */
static void
show_value (PsValueEntry *self)
{
  g_autofree char *text = NULL;

  if (self->kind == PS_ENTRY_TEXT || self->number == PS_NO_NUMBER)
    text = g_strdup (self->text);
  else
    text = _ps_value_write (self->kind, self->number);
  if (self->suffix != NULL && !self->focused && self->number != PS_NO_NUMBER)
    {
      char *with_suffix = g_strdup_printf ("%s %s", text, self->suffix);

      g_free (text);
      text = with_suffix;
    }
  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) == 0)
    return;
  self->filling = TRUE;
  _ps_entry_put_text (self->entry, text);
  self->filling = FALSE;
}

/* What the user does */

static void
on_entry_changed_cb (GtkEditable *editable, PsValueEntry *self)
{
  g_autofree char *text_before = NULL;
  g_autofree char *wrong_before = NULL;

  if (self->filling)
    return;
  text_before = g_strdup (self->text);
  wrong_before = g_steal_pointer (&self->wrong);
  self->touched = TRUE;
  read_text (self);
  if (g_strcmp0 (text_before, self->text) != 0)
    g_clear_pointer (&self->page_problem, g_free);
  check (self);
  show_note (self);
  if (g_strcmp0 (text_before, self->text) != 0 || g_strcmp0 (wrong_before, self->wrong) != 0)
    g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

static char *
value_as_text (PsValueEntry *self)
{
  return self->kind == PS_ENTRY_TEXT ? g_strdup (self->text) : _ps_value_write (self->kind, self->number);
}

static void
give (PsValueEntry *self)
{
  g_autofree char *value = NULL;

  show_note (self);
  if (self->wrong != NULL)
    return;
  value = value_as_text (self);
  show_value (self);
  if (strcmp (value, self->given_text) == 0)
    return;
  g_free (self->given_text);
  self->given_text = g_steal_pointer (&value);
  g_signal_emit (self, signals[VALUE_GIVEN], 0);
}

static void
on_activated_cb (GtkEntry *entry, PsValueEntry *self)
{
  self->touched = TRUE;
  give (self);
}

static void
on_focus_entered_cb (GtkEventControllerFocus *controller, PsValueEntry *self)
{
  self->focused = TRUE;
  show_value (self);
  show_note (self);
}

static void
on_focus_left_cb (GtkEventControllerFocus *controller, PsValueEntry *self)
{
  self->focused = FALSE;
  give (self);
}

/* The widget */

static gboolean
ps_value_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PS_VALUE_ENTRY (widget)->entry);
}

/* Out of the entry too: GTK would ask this widget to take the focus on the way back, and it gives it to the entry again. */
static gboolean
ps_value_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (PS_VALUE_ENTRY (widget)->entry, direction);
}

/* The mnemonic of a label goes to the entry. */
static gboolean
ps_value_entry_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_mnemonic_activate (PS_VALUE_ENTRY (widget)->entry, group_cycling);
}

static void
ps_value_entry_dispose (GObject *object)
{
  PsValueEntry *self = PS_VALUE_ENTRY (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_value_entry_parent_class)->dispose (object);
}

static void
ps_value_entry_finalize (GObject *object)
{
  PsValueEntry *self = PS_VALUE_ENTRY (object);

  g_free (self->suffix);
  g_free (self->hint);
  g_free (self->text);
  g_free (self->wrong);
  g_free (self->page_problem);
  g_free (self->base_text);
  g_free (self->given_text);
  G_OBJECT_CLASS (ps_value_entry_parent_class)->finalize (object);
}

static void
ps_value_entry_class_init (PsValueEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_value_entry_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_value_entry_finalize;
  widget_class->focus = ps_value_entry_focus;
  widget_class->grab_focus = ps_value_entry_grab_focus;
  widget_class->mnemonic_activate = ps_value_entry_mnemonic_activate;
  signals[VALUE_CHANGED] =
      g_signal_new ("value-changed", PS_TYPE_VALUE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VALUE_GIVEN] =
      g_signal_new ("value-given", PS_TYPE_VALUE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ps_value_entry_init (PsValueEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->least = PS_NO_NUMBER + 1;
  self->most = G_MAXINT64;
  self->number = self->base_number = PS_NO_NUMBER;
  self->text = g_strdup ("");
  self->base_text = g_strdup ("");
  self->given_text = g_strdup ("");
  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activated_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

/**
 * ps_value_entry_new:
 * @accessible_name: what the value is, translated
 * @compact: without the line below, for a cell of a table: what is wrong is its tooltip
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
ps_value_entry_new (PsEntryKind kind, const char *accessible_name, gboolean compact)
{
  PsValueEntry *self = g_object_new (PS_TYPE_VALUE_ENTRY, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->kind = kind;
  if (kind != PS_ENTRY_TEXT)
    {
      gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
      gtk_widget_add_css_class (self->entry, "numeric");
      gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_NO_SPELLCHECK);
    }
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    {
      /* What is understood stands below a number, not at the other end of the form. */
      if (kind != PS_ENTRY_TEXT)
        gtk_widget_set_halign (self->entry, GTK_ALIGN_START);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), kind == PS_ENTRY_TEXT ? -1 : NUMBER_WIDTH);
      self->note = _ps_entry_note_new (self->entry);
      gtk_widget_set_parent (self->note, GTK_WIDGET (self));
    }
  ps_value_entry_set_name (self, accessible_name);
  check (self);
  return GTK_WIDGET (self);
}

/* What the value is, for assistive technology; translated. */
void
ps_value_entry_set_name (PsValueEntry *self, const char *accessible_name)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
}

/* Checked anew after a rule became another one. */
static void
check_again (PsValueEntry *self)
{
  check (self);
  show_note (self);
}

void
ps_value_entry_set_required (PsValueEntry *self, gboolean required)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));

  self->required = required;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
  check_again (self);
}

void
ps_value_entry_set_check (PsValueEntry *self, PsTextCheck check_of_text)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->kind == PS_ENTRY_TEXT);

  self->text_check = check_of_text;
  check_again (self);
}

/* `user_data` must live as long as the entry. */
void
ps_value_entry_set_number_check (PsValueEntry *self, PsNumberCheck check_of_number, gpointer user_data)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->kind != PS_ENTRY_TEXT);

  self->number_check = check_of_number;
  self->number_check_data = user_data;
  check_again (self);
}

/* Both ends included; PS_NO_NUMBER and G_MAXINT64: no end there. */
void
ps_value_entry_set_range (PsValueEntry *self, gint64 least, gint64 most)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->kind != PS_ENTRY_TEXT && least <= most);

  self->least = MAX (least, PS_NO_NUMBER + 1);
  self->most = most;
  check_again (self);
}

/* What is there now is what changes are changes from. */
static void
take_as_base (PsValueEntry *self)
{
  g_clear_pointer (&self->page_problem, g_free);
  check (self);
  self->base_number = self->number;
  g_free (self->base_text);
  self->base_text = g_strdup (self->text);
  g_free (self->given_text);
  self->given_text = value_as_text (self);
  self->touched = FALSE;
  show_value (self);
  show_note (self);
}

void
ps_value_entry_set_text (PsValueEntry *self, const char *text)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));

  g_free (self->text);
  self->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  take_as_base (self);
}

void
ps_value_entry_set_number (PsValueEntry *self, gint64 number)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->kind != PS_ENTRY_TEXT);

  g_free (self->text);
  self->text = _ps_value_write (self->kind, number);
  take_as_base (self);
}

const char *
ps_value_entry_get_text (PsValueEntry *self)
{
  g_return_val_if_fail (PS_IS_VALUE_ENTRY (self), "");
  return self->text;
}

gint64
ps_value_entry_get_number (PsValueEntry *self)
{
  g_return_val_if_fail (PS_IS_VALUE_ENTRY (self), PS_NO_NUMBER);
  return self->number;
}

gboolean
ps_value_entry_is_valid (PsValueEntry *self)
{
  g_return_val_if_fail (PS_IS_VALUE_ENTRY (self), FALSE);
  return self->wrong == NULL && self->page_problem == NULL;
}

/* Another value than was set, or something that is no value. The same amount in other words is no change. */
gboolean
ps_value_entry_is_changed (PsValueEntry *self)
{
  g_return_val_if_fail (PS_IS_VALUE_ENTRY (self), FALSE);

  if (self->kind == PS_ENTRY_TEXT || (self->number == PS_NO_NUMBER && self->text[0] != '\0'))
    return strcmp (self->text, self->base_text) != 0;
  return self->number != self->base_number;
}

const char *
ps_value_entry_get_problem (PsValueEntry *self)
{
  g_return_val_if_fail (PS_IS_VALUE_ENTRY (self), NULL);
  return self->page_problem != NULL ? self->page_problem : self->wrong;
}

void
ps_value_entry_set_problem (PsValueEntry *self, const char *problem)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));

  if (g_strcmp0 (problem, self->page_problem) == 0)
    return;
  g_free (self->page_problem);
  self->page_problem = g_strdup (problem);
  show_note (self);
  g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

void
ps_value_entry_set_suffix (PsValueEntry *self, const char *suffix)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->kind != PS_ENTRY_TEXT);

  g_free (self->suffix);
  self->suffix = g_strdup (suffix);
  show_value (self);
}

/* What is in the line below while there is nothing else to say. */
void
ps_value_entry_set_hint (PsValueEntry *self, const char *hint)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  show_note (self);
}

void
ps_value_entry_type (PsValueEntry *self, const char *text)
{
  g_return_if_fail (PS_IS_VALUE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  give (self);
}
