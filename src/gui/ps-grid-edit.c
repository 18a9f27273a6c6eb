/* ps-grid-edit.c: the editor over a cell: what is typed is one exact value, or is said to be wrong and stays
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What is typed belongs to the keys of its cell. Whatever happens to what is shown and to the widgets, it is given to the cell with those
 * keys, or to none.
 */
#define G_LOG_DOMAIN "peilstok-grid"

#include "ps-grid-private.h"

#include <glib/gi18n-lib.h>

/* Whether the cell with the cursor is the one that was opened. */
static gboolean
is_there (PsGrid *self)
{
  PsGridKeys keys;

  if (self->row >= self->n_rows || self->column >= self->n_columns)
    return FALSE;
  keys = PS_GRID_GET_CLASS (self)->get_keys (self, self->row, self->column);
  return _ps_grid_same_keys (&keys, &self->edit_keys);
}

static gboolean
has_focus (PsGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor;
}

gboolean
_ps_grid_focus_editor (PsGrid *self)
{
  return gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
}

gboolean
_ps_grid_is_edited (PsGrid *self, guint row, guint column)
{
  return self->editing && row == self->row && column == self->column;
}

gboolean
ps_grid_is_typing (PsGrid *self)
{
  g_return_val_if_fail (PS_IS_GRID (self), FALSE);

  return self->editing;
}

/* What is wrong with it, or why it asks for a look */

static char *
name_problem (PsGrid *self, const char *why)
{
  g_autofree char *name = NULL;

  if (why == NULL || !is_there (self))
    return g_strdup (why);
  name = PS_GRID_GET_CLASS (self)->name_cell (self, self->row, self->column);
  /* Translators: what is wrong in a cell: its name, what */
  return g_strdup_printf (_("%s: %s"), name, why);
}

static void
show_wrong (PsGrid *self, const char *why)
{
  PsGridClass *class = PS_GRID_GET_CLASS (self);
  const char *remark = class->remark != NULL ? class->remark (self) : NULL, *said = "";
  g_autofree char *problem = name_problem (self, why);

  if (self->editing && (why != NULL || remark != NULL))
    said = why != NULL ? why : remark;
  if (why != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               why != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  if (class->typed != NULL)
    class->typed (self, said);
  _ps_grid_set_problem (self, problem);
}

static void
on_text_changed_cb (GtkEditable *editable, PsGrid *self)
{
  g_autofree char *why = NULL;

  if (!self->editing || !is_there (self))
    return;
  self->edit_understood = PS_GRID_GET_CLASS (self)->understand (self, self->row, self->column, gtk_editable_get_text (editable),
                                                                &self->edit_value, &why);
  show_wrong (self, self->edit_understood ? NULL : why);
  _ps_grid_scroll_to (self, self->row, self->column);
  _ps_grid_tell_status (self);
}

/* Closing */

static void
focus_cell (PsGrid *self)
{
  GtkWidget *cell = NULL;

  if (self->row < self->n_rows && self->column < self->n_columns)
    cell = PS_GRID_GET_CLASS (self)->get_cell (self, self->row, self->column);
  if (cell == NULL && gtk_widget_get_focusable (GTK_WIDGET (self)))
    cell = GTK_WIDGET (self);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static void
close_editor (PsGrid *self, gboolean refocus)
{
  self->editing = FALSE;
  show_wrong (self, NULL);
  if (refocus)
    focus_cell (self);
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lose (PsGrid *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  g_autofree char *problem = NULL;

  close_editor (self, has_focus (self));
  if (*typed == '\0')
    return;
  problem = g_strdup_printf (_("The cell that was typed in is not there any more: “%s” was not kept."), typed);
  _ps_grid_set_problem (self, problem);
}

void
_ps_grid_check_editor (PsGrid *self)
{
  if (!self->editing)
    return;
  if (!is_there (self))
    lose (self);
  else if (!self->editable || !_ps_grid_is_open (self, self->row, self->column))
    ps_grid_forget (self);
}

/**
 * _ps_grid_commit: gives what was typed; FALSE: it is wrong, and stays to be made right.
 */
gboolean
_ps_grid_commit (PsGrid *self, gboolean refocus)
{
  g_autofree char *why = NULL;
  gint64 value;

  if (!is_there (self))
    {
      lose (self);
      return TRUE;
    }
  if (!PS_GRID_GET_CLASS (self)->understand (self, self->row, self->column, gtk_editable_get_text (GTK_EDITABLE (self->editor)),
                                             &value, &why))
    {
      show_wrong (self, why);
      return FALSE;
    }
  close_editor (self, refocus);
  if (is_there (self))
    {
      GArray *values = _ps_grid_new_values ();

      _ps_grid_add_value (self, values, self->row, self->column, value);
      _ps_grid_give (self, values);
    }
  return TRUE;
}

void
ps_grid_forget (PsGrid *self)
{
  g_return_if_fail (PS_IS_GRID (self));

  if (self->editing)
    close_editor (self, has_focus (self));
}

gboolean
ps_grid_finish (PsGrid *self)
{
  g_return_val_if_fail (PS_IS_GRID (self), FALSE);

  return !self->editing || _ps_grid_commit (self, has_focus (self));
}

/* Opening */

static void
open_editor (PsGrid *self, const char *text)
{
  g_autofree char *name = PS_GRID_GET_CLASS (self)->describe_cell (self, self->row, self->column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), "");
  self->editing = TRUE;
  self->edit_understood = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  _ps_grid_focus_editor (self);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  on_text_changed_cb (GTK_EDITABLE (self->editor), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_ps_grid_edit (PsGrid *self, const char *text)
{
  PsGridClass *class = PS_GRID_GET_CLASS (self);
  g_autofree char *present = NULL;
  gint64 value;

  if (!_ps_grid_can_change (self) || !_ps_grid_is_open (self, self->row, self->column))
    return;
  value = class->get_value (self, self->row, self->column);
  present = value != PS_NO_NUMBER ? class->write (self, self->column, value) : g_strdup ("");
  self->anchor_row = self->row;
  self->anchor_column = self->column;
  class->show_selection (self);
  _ps_grid_scroll_to (self, self->row, self->column);
  self->edit_keys = class->get_keys (self, self->row, self->column);
  self->edit_whole = text == NULL;
  open_editor (self, text != NULL ? text : present);
}

void
ps_grid_type (PsGrid *self, const char *text)
{
  g_return_if_fail (PS_IS_GRID (self));

  _ps_grid_edit (self, text);
}

/* Keys in the editor: what leaves it gives what was typed first; where that is wrong it stays. */

/* Where its cell is gone the cursor stays, for that to be read. */
static gboolean
leave (PsGrid *self)
{
  return _ps_grid_commit (self, TRUE) && self->problem == NULL;
}

static gboolean
leave_by_step (PsGrid *self, gboolean (*step) (PsGrid *self, int by), int by)
{
  if (leave (self))
    step (self, by);
  return TRUE;
}

static gboolean
leave_by_move (PsGrid *self, guint key)
{
  if (leave (self))
    _ps_grid_move_by_key (self, key, FALSE, FALSE);
  return TRUE;
}

static gboolean
on_editor_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsGrid *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      ps_grid_forget (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return leave_by_step (self, _ps_grid_step_row, shift ? -1 : 1);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return leave_by_step (self, _ps_grid_step_cell, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return leave_by_move (self, key);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return !self->edit_whole && !shift && leave_by_move (self, key);
    default:
      return FALSE;
    }
}

/* The focus went elsewhere: what is right is given, what is not stays as it was typed. */
static void
on_editor_left_cb (GtkEventControllerFocus *controller, PsGrid *self)
{
  if (self->editing && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    _ps_grid_commit (self, FALSE);
}

void
_ps_grid_add_editor (PsGrid *self)
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
}
