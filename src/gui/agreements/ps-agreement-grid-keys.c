/* ps-agreement-grid-keys.c: going about the grid by keys and pointer
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Tab goes from cell to cell while the grid can be typed into, and leaves it after the last; Ctrl+Tab leaves it anywhere.
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include "gui/ps-grid-tools.h"

/* `wrap`: from the end of a row to the next one. FALSE: there is no cell there. */
gboolean
_ps_grid_step (PsAgreementGrid *self, int rows, int columns, gboolean wrap)
{
  int row = (int) self->row + rows, column = (int) self->column + columns;

  if (wrap && column >= (int) self->n_columns)
    {
      column = 0;
      row++;
    }
  else if (wrap && column < 0)
    {
      column = (int) self->n_columns - 1;
      row--;
    }
  if (row < 0 || column < 0 || row >= (int) self->n_rows || column >= (int) self->n_columns)
    return FALSE;
  _ps_grid_move_to (self, (guint) row, (guint) column, FALSE);
  return TRUE;
}

static void
move_by (PsAgreementGrid *self, int rows, int columns, gboolean extend)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->n_rows - 1);
  int column = CLAMP ((int) self->column + columns, 0, (int) self->n_columns - 1);

  _ps_grid_move_to (self, (guint) row, (guint) column, extend);
}

/* Keys that move; FALSE: this one does not. */
static gboolean
move_by_key (PsAgreementGrid *self, guint key, gboolean control, gboolean shift)
{
  int rows, columns;

  if (!ps_grid_find_move (key, control, (int) _ps_grid_rows_in_view (self), (int) self->n_rows, (int) self->n_columns, &rows,
                          &columns))
    return FALSE;
  move_by (self, rows, columns, shift);
  return TRUE;
}

/* The clipboard */

static void
on_clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsAgreementGrid) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->sheet != NULL)
    ps_agreement_grid_paste_text (self, text);
}

static void
copy (PsAgreementGrid *self)
{
  g_autofree char *text = ps_agreement_grid_copy_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
do_control_key (PsAgreementGrid *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy (self);
      return TRUE;
    case GDK_KEY_v:
      if (self->editable)
        gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard_read_cb,
                                       g_object_ref (self));
      return self->editable;
    case GDK_KEY_x:
      if (!self->editable)
        return FALSE;
      copy (self);
      ps_agreement_grid_clear (self);
      return TRUE;
    case GDK_KEY_a:
      _ps_grid_move_to (self, self->n_rows - 1, self->n_columns - 1, FALSE);
      self->anchor_row = self->anchor_column = 0;
      _ps_grid_show_selection (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The menu of a cell */

static void
show_menu (PsAgreementGrid *self)
{
  GdkRectangle area;

  if (self->menu == NULL || !_ps_grid_get_area (self, self->row, self->column, &area))
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

/* Keys */

static gboolean
type_key (PsAgreementGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[8] = "";

  if (letter == 0 || !g_unichar_isprint (letter) || letter == ' ')
    return FALSE;
  text[g_unichar_to_utf8 (letter, text)] = '\0';
  _ps_grid_edit (self, text);
  return TRUE;
}

static gboolean
do_plain_key (PsAgreementGrid *self, guint key, gboolean shift)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _ps_grid_step (self, shift ? -1 : 1, 0, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
      return self->editable && _ps_grid_step (self, 0, 1, TRUE);
    case GDK_KEY_ISO_Left_Tab:
      return self->editable && _ps_grid_step (self, 0, -1, TRUE);
    case GDK_KEY_F2:
      _ps_grid_edit (self, NULL);
      return self->editable;
    case GDK_KEY_Menu:
      show_menu (self);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        show_menu (self);
      return shift;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (self->editable)
        ps_agreement_grid_clear (self);
      return self->editable;
    default:
      return self->editable && type_key (self, key);
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsAgreementGrid *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->sheet == NULL || self->n_rows == 0 || self->n_columns == 0 || (state & GDK_ALT_MASK) != 0
      || gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor
      || (self->popover != NULL && gtk_widget_get_visible (self->popover)))
    return FALSE;
  if (move_by_key (self, key, control, shift))
    return TRUE;
  return control ? do_control_key (self, key) : do_plain_key (self, key, shift);
}

/* The pointer */

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PsAgreementGrid *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  guint row, column, edited_row, edited_column;

  if (self->sheet == NULL || !_ps_grid_find_at (self, x, y, &row, &column))
    return;
  if (self->editing && _ps_grid_edited_cell (self, &edited_row, &edited_column))
    {
      if (row == edited_row && column == edited_column)
        return;
      if (!_ps_grid_commit (self, FALSE))
        {
          gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
          return;
        }
    }
  _ps_grid_move_to (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self);
  else if (n_press == 2)
    _ps_grid_edit (self, NULL);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double offset_x, double offset_y, PsAgreementGrid *self)
{
  double x, y;
  guint row, column;

  if (self->sheet == NULL || self->editing || !gtk_gesture_drag_get_start_point (drag, &x, &y)
      || !_ps_grid_find_at (self, x, y, &row, &column) || !_ps_grid_find_at (self, x + offset_x, y + offset_y, &row, &column)
      || (row == self->row && column == self->column))
    return;
  _ps_grid_move_to (self, row, column, TRUE);
}

/* Tab comes in at the cell where it was, and goes out. */
gboolean
_ps_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsAgreementGrid *self = PS_AGREEMENT_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->n_rows == 0 || self->n_columns == 0)
    return FALSE;
  if (self->editing)
    return gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
  _ps_grid_move_to (self, self->row, self->column, FALSE);
  return TRUE;
}

void
_ps_grid_add_controllers (PsAgreementGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_group (click, drag);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE); /* the click claims what it heard */
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
}
