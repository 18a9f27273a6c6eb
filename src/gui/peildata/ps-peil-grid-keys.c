/* ps-peil-grid-keys.c: going about the grid by keys
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Arrows go from cell to cell; Enter and Tab only to cells that can be typed into. Tab leaves the grid after the last cell, Ctrl+Tab
 * anywhere.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-grid-tools.h"

gboolean
_ps_peil_step_row (PsPeilGrid *self, int by)
{
  for (int row = (int) self->row + by; row >= 0 && row < (int) self->shown->len; row += by)
    if (_ps_peil_is_open (self, (guint) row, self->measure))
      {
        _ps_peil_move_to (self, (guint) row, self->measure, FALSE);
        return TRUE;
      }
  return FALSE;
}

gboolean
_ps_peil_step_cell (PsPeilGrid *self, int by)
{
  int row = (int) self->row, measure = (int) self->measure;

  do
    {
      measure += by;
      if (measure >= PS_N_MEASURES || measure < 0)
        {
          row += by;
          measure = by > 0 ? 0 : PS_N_MEASURES - 1;
        }
    }
  while (row >= 0 && row < (int) self->shown->len && !_ps_peil_is_open (self, (guint) row, (PsMeasure) measure));
  if (row < 0 || row >= (int) self->shown->len)
    return FALSE;
  _ps_peil_move_to (self, (guint) row, (PsMeasure) measure, FALSE);
  return TRUE;
}

static void
move_by (PsPeilGrid *self, int rows, int measures, gboolean extend)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->shown->len - 1);
  int measure = CLAMP ((int) self->measure + measures, 0, PS_N_MEASURES - 1);

  _ps_peil_move_to (self, (guint) row, (PsMeasure) measure, extend);
}

/* Keys that move; FALSE: this one does not. */
gboolean
_ps_peil_move_by_key (PsPeilGrid *self, guint key, gboolean control, gboolean extend)
{
  int rows, measures;

  if (!ps_grid_find_move (key, control, (int) _ps_peil_rows_in_view (self), (int) self->shown->len, PS_N_MEASURES, &rows,
                          &measures))
    return FALSE;
  move_by (self, rows, measures, extend);
  return TRUE;
}

/* The column of the cursor; all, where that was selected already. */
static void
select_all (PsPeilGrid *self)
{
  guint top, bottom, last = self->shown->len - 1;
  PsMeasure left, right;
  gboolean column;

  _ps_peil_get_block (self, &top, &left, &bottom, &right);
  column = top == 0 && bottom == last && left == right;
  self->anchor_row = 0;
  self->anchor_measure = column ? 0 : self->measure;
  _ps_peil_move_to (self, last, column ? PS_N_MEASURES - 1 : self->measure, TRUE);
}

/* The clipboard: its text comes later, and is meant for the cell that had the cursor when it was asked for. */

typedef struct
{
  PsPeilGrid *grid;
  PsPeilKeys keys;
  PsMeasure measure;
} Pasting;

static void
on_clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Pasting *pasting = user_data;
  g_autoptr (PsPeilGrid) self = pasting->grid;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || self->row >= self->shown->len)
    return;
  if (self->measure == pasting->measure
      && _ps_peil_same_keys (&g_array_index (self->shown, PsPeilShown, self->row).keys, &pasting->keys))
    ps_peil_grid_paste_text (self, text);
  else
    _ps_peil_set_problem (self, _("Nothing was pasted: another cell has the cursor now."));
}

static void
paste (PsPeilGrid *self)
{
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->grid = g_object_ref (self);
  pasting->keys = g_array_index (self->shown, PsPeilShown, self->row).keys;
  pasting->measure = self->measure;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard_read_cb, pasting);
}

static void
copy (PsPeilGrid *self)
{
  g_autofree char *text = ps_peil_grid_copy_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
do_control_key (PsPeilGrid *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy (self);
      return TRUE;
    case GDK_KEY_v:
      if (self->editable)
        paste (self);
      return self->editable;
    case GDK_KEY_x:
      if (!self->editable)
        return FALSE;
      copy (self);
      ps_peil_grid_clear (self);
      return TRUE;
    case GDK_KEY_d:
      if (self->editable)
        ps_peil_grid_fill_down (self);
      return self->editable;
    case GDK_KEY_a:
      select_all (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Keys */

static gboolean
type_key (PsPeilGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[8] = "";

  if (letter == 0 || !g_unichar_isprint (letter) || letter == ' ' || !_ps_peil_is_open (self, self->row, self->measure))
    return FALSE;
  text[g_unichar_to_utf8 (letter, text)] = '\0';
  _ps_peil_edit (self, text);
  return TRUE;
}

static gboolean
do_plain_key (PsPeilGrid *self, guint key, gboolean shift)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _ps_peil_step_row (self, shift ? -1 : 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return self->editable && _ps_peil_step_cell (self, shift ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return self->editable && _ps_peil_step_cell (self, -1);
    case GDK_KEY_F2:
      _ps_peil_edit (self, NULL);
      return self->editable;
    case GDK_KEY_Menu:
      _ps_peil_show_menu (self, self->row, self->measure);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        _ps_peil_show_menu (self, self->row, self->measure);
      return shift;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (self->editable)
        ps_peil_grid_clear (self);
      return self->editable;
    default:
      return self->editable && type_key (self, key);
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsPeilGrid *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->shown->len == 0 || (state & GDK_ALT_MASK) != 0 || gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor
      || (self->popover != NULL && gtk_widget_get_visible (self->popover)))
    return FALSE;
  if (_ps_peil_move_by_key (self, key, control, shift))
    return TRUE;
  return control ? do_control_key (self, key) : do_plain_key (self, key, shift);
}

/* Tab comes in at the cell where it was, and goes out. */
gboolean
_ps_peil_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsPeilGrid *self = PS_PEIL_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (self->shown->len == 0)
    return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
  if (self->editing)
    return gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
  _ps_peil_move_to (self, self->row, self->measure, self->row != self->anchor_row || self->measure != self->anchor_measure);
  return TRUE;
}

void
_ps_peil_add_keys (PsPeilGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
}
