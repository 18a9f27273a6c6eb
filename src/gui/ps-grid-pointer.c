/* ps-grid-pointer.c: going about a grid with the pointer, and the menu of a cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-grid"

#include "ps-grid-private.h"

/* At a cell that may be another one of the selection than that with the cursor. */
void
_ps_grid_show_menu (PsGrid *self, guint row, guint column)
{
  GdkRectangle area;

  if (self->menu == NULL || !_ps_grid_get_area (self, row, column, &area))
    return;
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* What was typed elsewhere is given first; FALSE: it is wrong, and keeps the focus. */
static gboolean
leave_editor (PsGrid *self)
{
  if (!self->editing || _ps_grid_commit (self, FALSE))
    return TRUE;
  _ps_grid_focus_editor (self);
  return FALSE;
}

/* The menu of a cell in the selection is of all of it. */
static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PsGrid *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  guint row, column;

  if (!_ps_grid_find_at (self, x, y, &row, &column) || _ps_grid_is_edited (self, row, column))
    return;
  if (!leave_editor (self) || !_ps_grid_find_at (self, x, y, &row, &column))
    return;
  if (button == GDK_BUTTON_SECONDARY && _ps_grid_is_selected (self, row, column))
    _ps_grid_move_to (self, self->row, self->column, TRUE);
  else
    _ps_grid_move_to (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  if (button == GDK_BUTTON_SECONDARY)
    _ps_grid_show_menu (self, row, column);
  else if (n_press == 2)
    _ps_grid_edit (self, NULL);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double offset_x, double offset_y, PsGrid *self)
{
  double x, y;
  guint row, column;

  if (self->editing || !gtk_gesture_drag_get_start_point (drag, &x, &y) || !_ps_grid_find_at (self, x, y, &row, &column))
    return;
  _ps_grid_find_near (self, x + offset_x, y + offset_y, &row, &column);
  if (row != self->row || column != self->column)
    _ps_grid_move_to (self, row, column, TRUE);
}

void
_ps_grid_add_pointer (PsGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_group (click, drag);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE); /* the click claims what it heard */
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
}
