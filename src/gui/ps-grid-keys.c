/* ps-grid-keys.c: going about a grid by keys, and its clipboard
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Arrows go from cell to cell; Enter and Tab only to cells that can be typed into. Tab leaves the grid after the last cell, Ctrl+Tab
 * anywhere.
 */
#define G_LOG_DOMAIN "peilstok-grid"

#include "ps-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ps-grid-tools.h"

gboolean
_ps_grid_step_row (PsGrid *self, int by)
{
  for (int row = (int) self->row + by; row >= 0 && row < (int) self->n_rows; row += by)
    if (_ps_grid_is_open (self, (guint) row, self->column))
      {
        _ps_grid_move_to (self, (guint) row, self->column, FALSE);
        return TRUE;
      }
  return FALSE;
}

gboolean
_ps_grid_step_cell (PsGrid *self, int by)
{
  int row = (int) self->row, column = (int) self->column, n_columns = (int) self->n_columns;

  do
    {
      column += by;
      if (column >= n_columns || column < 0)
        {
          row += by;
          column = by > 0 ? 0 : n_columns - 1;
        }
    }
  while (row >= 0 && row < (int) self->n_rows && !_ps_grid_is_open (self, (guint) row, (guint) column));
  if (row < 0 || row >= (int) self->n_rows)
    return FALSE;
  _ps_grid_move_to (self, (guint) row, (guint) column, FALSE);
  return TRUE;
}

/* Keys that move; FALSE: this one does not. */
gboolean
_ps_grid_move_by_key (PsGrid *self, guint key, gboolean control, gboolean extend)
{
  int rows, columns;

  if (!ps_grid_find_move (key, control, (int) _ps_grid_rows_in_view (self), (int) self->n_rows, (int) self->n_columns, &rows,
                          &columns))
    return FALSE;
  _ps_grid_move_to (self, (guint) CLAMP ((int) self->row + rows, 0, (int) self->n_rows - 1),
                    (guint) CLAMP ((int) self->column + columns, 0, (int) self->n_columns - 1), extend);
  return TRUE;
}

/* Where columns are of different kinds that of the cursor; all, where it was selected already. */
static void
select_all (PsGrid *self)
{
  PsGridBlock block = _ps_grid_get_block (self);
  guint last_row = self->n_rows - 1, last_column = self->n_columns - 1;
  gboolean is_column = block.top == 0 && block.bottom == last_row && block.left == block.right;
  gboolean all = !PS_GRID_GET_CLASS (self)->kinds || is_column;

  self->anchor_row = 0;
  self->anchor_column = all ? 0 : self->column;
  _ps_grid_move_to (self, last_row, all ? last_column : self->column, TRUE);
}

/* The clipboard: its text comes later, and is meant for the cell that had the cursor when it was asked for. */

typedef struct
{
  PsGrid *grid;
  PsGridKeys keys;
  guint column;
} Pasting;

static PsGridKeys
keys_of_cursor (PsGrid *self)
{
  return PS_GRID_GET_CLASS (self)->get_keys (self, self->row, self->column);
}

static void
on_clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Pasting *pasting = user_data;
  g_autoptr (PsGrid) self = pasting->grid;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  PsGridKeys keys;

  if (text == NULL || self->row >= self->n_rows || self->column >= self->n_columns)
    return;
  keys = keys_of_cursor (self);
  if (self->column == pasting->column && _ps_grid_same_keys (&keys, &pasting->keys))
    ps_grid_paste_text (self, text);
  else
    _ps_grid_set_problem (self, _("Nothing was pasted: another cell has the cursor now."));
}

static void
paste (PsGrid *self)
{
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->grid = g_object_ref (self);
  pasting->keys = keys_of_cursor (self);
  pasting->column = self->column;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard_read_cb, pasting);
}

static void
copy (PsGrid *self)
{
  g_autofree char *text = ps_grid_copy_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* Keys */

/* FALSE: it is no key of a grid that is typed into. */
static gboolean
do_changing_key (PsGrid *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_v:
      paste (self);
      return TRUE;
    case GDK_KEY_x:
      copy (self);
      ps_grid_clear (self);
      return TRUE;
    case GDK_KEY_d:
      ps_grid_fill_down (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
do_control_key (PsGrid *self, guint key)
{
  guint lower = gdk_keyval_to_lower (key);

  switch (lower)
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy (self);
      return TRUE;
    case GDK_KEY_a:
      select_all (self);
      return TRUE;
    default:
      return self->editable && do_changing_key (self, lower);
    }
}

static gboolean
type_key (PsGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[8] = "";

  if (letter == 0 || !g_unichar_isprint (letter) || letter == ' ' || !_ps_grid_is_open (self, self->row, self->column))
    return FALSE;
  text[g_unichar_to_utf8 (letter, text)] = '\0';
  _ps_grid_edit (self, text);
  return TRUE;
}

static gboolean
do_plain_key (PsGrid *self, guint key, gboolean shift)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _ps_grid_step_row (self, shift ? -1 : 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return self->editable && _ps_grid_step_cell (self, shift ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return self->editable && _ps_grid_step_cell (self, -1);
    case GDK_KEY_F2:
      _ps_grid_edit (self, NULL);
      return self->editable;
    case GDK_KEY_Menu:
      _ps_grid_show_menu (self, self->row, self->column);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        _ps_grid_show_menu (self, self->row, self->column);
      return shift;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      ps_grid_clear (self);
      return self->editable;
    default:
      return self->editable && type_key (self, key);
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsGrid *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (_ps_grid_is_empty (self) || (state & GDK_ALT_MASK) != 0 || gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor
      || (self->popover != NULL && gtk_widget_get_visible (self->popover)))
    return FALSE;
  if (_ps_grid_move_by_key (self, key, control, shift))
    return TRUE;
  return control ? do_control_key (self, key) : do_plain_key (self, key, shift);
}

/* Tab comes in at the cell where it was, and goes out. */
gboolean
_ps_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsGrid *self = PS_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (_ps_grid_is_empty (self))
    return gtk_widget_get_focusable (widget) && !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
  if (self->editing)
    return _ps_grid_focus_editor (self);
  _ps_grid_return (self);
  return TRUE;
}

void
_ps_grid_add_keys (PsGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
}
