/* ps-peil-grid-pointer.c: going about the grid with the pointer, and the menu of a cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

/* The menu of a cell */

/* At a cell that may be another one of the selection than that with the cursor. */
void
_ps_peil_show_menu (PsPeilGrid *self, guint row, PsMeasure measure)
{
  GdkRectangle area;

  if (self->menu == NULL || !_ps_peil_get_area (self, row, _ps_peil_column (measure, PS_PEIL_ENTERED), &area))
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
leave_editor (PsPeilGrid *self)
{
  if (!self->editing || _ps_peil_commit (self, FALSE))
    return TRUE;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
  return FALSE;
}

/* A click on a computed value goes to the cell that it belongs to, one on the keys to the row. */
static gboolean
find_cell (PsPeilGrid *self, double x, double y, guint *row, PsMeasure *measure)
{
  guint column;

  if (self->sheet == NULL || !_ps_peil_find_at (self, x, y, row, &column))
    return FALSE;
  *measure = column < PS_PEIL_N_KEYS ? PS_MEASURE_CLIENTS : _ps_peil_column_measure (column);
  return TRUE;
}

static gboolean
is_selected (PsPeilGrid *self, guint row, PsMeasure measure)
{
  guint top, bottom;
  PsMeasure left, right;

  _ps_peil_get_block (self, &top, &left, &bottom, &right);
  return row >= top && row <= bottom && measure >= left && measure <= right;
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PsPeilGrid *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  PsMeasure measure;
  guint row;

  if (!find_cell (self, x, y, &row, &measure) || (self->editing && row == self->row && measure == self->measure))
    return;
  if (!leave_editor (self) || !find_cell (self, x, y, &row, &measure))
    return;
  if (button == GDK_BUTTON_SECONDARY && is_selected (self, row, measure))
    _ps_peil_move_to (self, self->row, self->measure, TRUE);
  else
    _ps_peil_move_to (self, row, measure, (state & GDK_SHIFT_MASK) != 0);
  if (button == GDK_BUTTON_SECONDARY)
    _ps_peil_show_menu (self, row, measure);
  else if (n_press == 2)
    _ps_peil_edit (self, NULL);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double offset_x, double offset_y, PsPeilGrid *self)
{
  double x, y;
  guint row;
  PsMeasure measure;

  if (self->editing || !gtk_gesture_drag_get_start_point (drag, &x, &y) || !find_cell (self, x, y, &row, &measure))
    return;
  _ps_peil_find_near (self, x + offset_x, y + offset_y, &row, &measure);
  if (row != self->row || measure != self->measure)
    _ps_peil_move_to (self, row, measure, TRUE);
}

void
_ps_peil_add_pointer (PsPeilGrid *self)
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
