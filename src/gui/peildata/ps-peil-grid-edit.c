/* ps-peil-grid-edit.c: the editor over a cell: what is typed is one exact value, or is said to be wrong and stays
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What is typed belongs to the keys of its row. Whatever happens to the sheet, to what is shown of it and to the widgets, it is given to
 * the row with those keys, or to none.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"

/**
 * _ps_peil_understand:
 * @text: as typed or pasted
 * @value: (out): PS_NO_NUMBER where it is empty
 * @why: (out): what is wrong; owned by the caller
 *
 * Returns: FALSE: it is wrong
 */
gboolean
_ps_peil_understand (PsPeilGrid *self, guint position, PsMeasure measure, const char *text, gint64 *value, char **why)
{
  if (!ps_measure_parse (measure, text, value, why))
    return FALSE;
  if (measure == PS_MEASURE_PLACES && *value != PS_NO_NUMBER && !_ps_peil_by_place (self->sheet, _ps_peil_row (self, position)))
    {
      *why = g_strdup (_("This product is not paid by the place."));
      return FALSE;
    }
  return TRUE;
}

/* As it is typed, not as it is shown: what F2 opens and what is copied out is understood again in any locale. */
char *
_ps_peil_write (PsMeasure measure, gint64 value)
{
  if (value == PS_NO_NUMBER)
    return g_strdup ("");
  if (measure == PS_MEASURE_REALISED)
    return ps_typed_write_money (value);
  return measure == PS_MEASURE_PLACES ? ps_typed_write_volume (value) : ps_typed_write_count (value);
}

/* Whether the cell with the cursor is the one that was opened. */
static gboolean
is_there (PsPeilGrid *self)
{
  return self->row < self->shown->len
         && _ps_peil_same_keys (&g_array_index (self->shown, PsPeilShown, self->row).keys, &self->edit_keys);
}

/* Marks */

static char *
find_why (PsPeilGrid *self)
{
  PsPeilRow as_typed;
  char *why = NULL;

  if (self->row >= self->shown->len || (self->editing && !self->edit_understood))
    return NULL;
  as_typed = *_ps_peil_row (self, self->row);
  if (self->editing)
    as_typed.entered[self->measure] = self->edit_value;
  if (ps_peil_row_deviation (self->sheet, &as_typed, self->measure, &why) == PS_DEVIATION_NONE)
    g_clear_pointer (&why, g_free);
  return why;
}

/* Of what is typed, before it is given; else of the cell with the cursor. */
void
_ps_peil_find_mark (PsPeilGrid *self)
{
  g_autofree char *why = find_why (self);
  gboolean flag = self->editing && why != NULL;

  g_free (self->mark);
  self->mark = g_steal_pointer (&why);
  if (flag)
    gtk_widget_add_css_class (self->editor, "peil-mark");
  else
    gtk_widget_remove_css_class (self->editor, "peil-mark");
  if (flag != gtk_widget_get_visible (self->flag))
    {
      gtk_widget_set_visible (self->flag, flag);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

/**
 * ps_peil_grid_get_mark: why the cell with the focus asks for a look, or what is typed in it now
 *
 * Returns: (nullable) (transfer none): translated
 */
const char *
ps_peil_grid_get_mark (PsPeilGrid *self)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), NULL);

  return self->mark;
}

/* What is wrong */

static void
show_wrong (PsPeilGrid *self, const char *why)
{
  g_autofree char *name =
      why != NULL && is_there (self) ? _ps_peil_name_cell (self, _ps_peil_place (self, self->row), self->measure) : NULL;
  /* Translators: what is wrong in a cell: its name, what */
  g_autofree char *problem = name != NULL ? g_strdup_printf (_("%s: %s"), name, why) : g_strdup (why);
  const char *said = !self->editing ? "" : why != NULL ? why : self->mark != NULL ? self->mark : "";

  if (why != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               why != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  _ps_peil_show_hint (self, said);
  _ps_peil_set_problem (self, problem);
}

static void
on_text_changed_cb (GtkEditable *editable, PsPeilGrid *self)
{
  g_autofree char *why = NULL;

  if (!self->editing || !is_there (self))
    return;
  self->edit_understood =
      _ps_peil_understand (self, self->row, self->measure, gtk_editable_get_text (editable), &self->edit_value, &why);
  _ps_peil_find_mark (self);
  show_wrong (self, self->edit_understood ? NULL : why);
  _ps_peil_show_row (self, self->row);
  _ps_peil_scroll_to (self, self->row, self->measure);
  _ps_peil_tell_status (self);
}

static void
focus_cell (PsPeilGrid *self)
{
  PsPeilLine *line = self->row < self->shown->len ? _ps_peil_find_line (self, self->row) : NULL;

  if (line != NULL)
    gtk_widget_grab_focus (line->cells[_ps_peil_column (self->measure, PS_PEIL_ENTERED)]);
  else if (gtk_widget_get_focusable (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
close_editor (PsPeilGrid *self, gboolean refocus)
{
  self->editing = FALSE;
  _ps_peil_find_mark (self);
  show_wrong (self, NULL);
  if (refocus)
    focus_cell (self);
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_set_visible (self->flag, FALSE);
  _ps_peil_show_row (self, self->row);
  _ps_peil_show_place (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
has_editor_focus (PsPeilGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor;
}

void
_ps_peil_lose (PsPeilGrid *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  g_autofree char *problem = NULL;

  close_editor (self, has_editor_focus (self));
  if (*typed == '\0')
    return;
  problem = g_strdup_printf (_("The row that was typed in is not there any more: “%s” was not kept."), typed);
  _ps_peil_set_problem (self, problem);
}

/* Giving */

static void
give_one (PsPeilGrid *self, gint64 value)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsPeilGiven));
  PsPeilGiven one = { _ps_peil_place (self, self->row), self->measure, value };

  if (value == _ps_peil_row (self, self->row)->entered[self->measure])
    return;
  g_array_append_val (given, one);
  _ps_peil_give (self, given);
}

/**
 * _ps_peil_commit: gives what was typed; FALSE: it is wrong, and stays to be made right.
 */
gboolean
_ps_peil_commit (PsPeilGrid *self, gboolean refocus)
{
  g_autofree char *why = NULL;
  gint64 value;

  if (!is_there (self))
    {
      _ps_peil_lose (self);
      return TRUE;
    }
  if (!_ps_peil_understand (self, self->row, self->measure, gtk_editable_get_text (GTK_EDITABLE (self->editor)), &value, &why))
    {
      show_wrong (self, why);
      return FALSE;
    }
  close_editor (self, refocus);
  give_one (self, value);
  return TRUE;
}

void
ps_peil_grid_forget (PsPeilGrid *self)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  if (self->editing)
    close_editor (self, has_editor_focus (self));
}

gboolean
ps_peil_grid_is_typing (PsPeilGrid *self)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), FALSE);

  return self->editing;
}

gboolean
ps_peil_grid_finish (PsPeilGrid *self)
{
  g_return_val_if_fail (PS_IS_PEIL_GRID (self), FALSE);

  return !self->editing || _ps_peil_commit (self, has_editor_focus (self));
}

/* Opening */

static void
name_editor (PsPeilGrid *self)
{
  g_autofree char *name = ps_peil_grid_describe (self, _ps_peil_place (self, self->row), self->measure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
open_editor (PsPeilGrid *self, const char *text)
{
  name_editor (self);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), "");
  self->editing = TRUE;
  self->edit_understood = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  on_text_changed_cb (GTK_EDITABLE (self->editor), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_ps_peil_edit (PsPeilGrid *self, const char *text)
{
  g_autofree char *present = NULL;

  if (!self->editable || self->row >= self->shown->len || (self->editing && !_ps_peil_commit (self, FALSE))
      || self->row >= self->shown->len || !_ps_peil_is_open (self, self->row, self->measure))
    return;
  present = _ps_peil_write (self->measure, _ps_peil_row (self, self->row)->entered[self->measure]);
  self->anchor_row = self->row;
  self->anchor_measure = self->measure;
  _ps_peil_show_selection (self);
  _ps_peil_scroll_to (self, self->row, self->measure);
  self->edit_keys = g_array_index (self->shown, PsPeilShown, self->row).keys;
  self->edit_whole = text == NULL;
  open_editor (self, text != NULL ? text : present);
}

void
ps_peil_grid_type (PsPeilGrid *self, const char *text)
{
  g_return_if_fail (PS_IS_PEIL_GRID (self));

  _ps_peil_edit (self, text);
}

/* Keys in the editor: what leaves it gives what was typed first. */
static gboolean
on_editor_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsPeilGrid *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      ps_peil_grid_forget (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !_ps_peil_commit (self, TRUE) || _ps_peil_step_row (self, shift ? -1 : 1) || TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return !_ps_peil_commit (self, TRUE) || _ps_peil_step_cell (self, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1) || TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return !_ps_peil_commit (self, TRUE) || _ps_peil_move_by_key (self, key, FALSE, FALSE) || TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (self->edit_whole || shift)
        return FALSE;
      return !_ps_peil_commit (self, TRUE) || _ps_peil_move_by_key (self, key, FALSE, FALSE) || TRUE;
    default:
      return FALSE;
    }
}

/* The focus went elsewhere: what is right is given, what is not stays as it was typed. */
static void
on_editor_left_cb (GtkEventControllerFocus *controller, PsPeilGrid *self)
{
  if (self->editing && self->sheet != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    _ps_peil_commit (self, FALSE);
}

void
_ps_peil_add_editor (PsPeilGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_text_new ();
  gtk_widget_add_css_class (self->editor, "grid-editor");
  gtk_widget_add_css_class (self->editor, "numeric");
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_add_controller (self->editor, focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_editor_key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_editor_left_cb), self);
  g_signal_connect (self->editor, "changed", G_CALLBACK (on_text_changed_cb), self);
  self->flag = gtk_label_new ("◆");
  gtk_widget_add_css_class (self->flag, "peil-flag");
  gtk_widget_set_can_target (self->flag, FALSE);
  gtk_widget_set_visible (self->flag, FALSE);
  gtk_widget_set_parent (self->flag, GTK_WIDGET (self));
  _ps_peil_add_hint (self);
}
