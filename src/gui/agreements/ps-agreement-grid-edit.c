/* ps-agreement-grid-edit.c: the editor over a cell: what is typed is one exact value, or is said to be wrong and stays
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-grid"

#include "ps-agreement-grid-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-typed.h"

/* The cell that is typed in, by its ids: rows and columns may have moved. FALSE: it is gone. */
gboolean
_ps_grid_edited_cell (PsAgreementGrid *self, guint *row, guint *column)
{
  for (*row = 0; *row < self->n_rows && g_array_index (self->row_ids, gint64, *row) != self->edit_group; (*row)++)
    ;
  for (*column = 0; *column < self->n_columns && g_array_index (self->column_ids, gint64, *column) != self->edit_municipality;
       (*column)++)
    ;
  return *row < self->n_rows && *column < self->n_columns;
}

/**
 * _ps_grid_understand:
 * @text: as typed or pasted
 * @number: (out): PS_NO_NUMBER where it is empty
 * @why: (out): what is wrong; owned by the caller
 *
 * Returns: FALSE: it is wrong
 */
gboolean
_ps_grid_understand (PsAgreementGrid *self, const char *text, gint64 *number, char **why)
{
  gboolean places = self->show == PS_GRID_PLACES;
  PsTyped typed = places ? ps_typed_volume (text, number, why) : ps_typed_money (text, number, why);

  if (typed == PS_TYPED_EMPTY)
    {
      *number = PS_NO_NUMBER;
      return TRUE;
    }
  if (typed == PS_TYPED_OK && *number < 0)
    {
      *why = g_strdup (places ? _("A number of places is not below zero.") : _("A ceiling is not below zero."));
      return FALSE;
    }
  return typed == PS_TYPED_OK;
}

static char *
name_problem (PsAgreementGrid *self, const char *why)
{
  guint row, column;

  if (!_ps_grid_edited_cell (self, &row, &column))
    return g_strdup (why);
  /* Translators: what is wrong in a cell: product group, municipality: what */
  return g_strdup_printf (
      _("%s, %s: %s"), ps_region_group (self->sheet->region, ps_agreement_sheet_group (self->sheet, row))->code,
      ps_region_municipality (self->sheet->region, ps_agreement_sheet_municipality (self->sheet, column))->name, why);
}

static void
show_wrong (PsAgreementGrid *self, const char *why)
{
  g_autofree char *problem = why != NULL ? name_problem (self, why) : NULL;

  if (why != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               why != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why != NULL ? why : "", -1);
  _ps_grid_set_problem (self, problem);
}

static void
on_text_changed_cb (GtkEditable *editable, PsAgreementGrid *self)
{
  g_autofree char *why = NULL;
  gint64 number;

  if (!self->editing)
    return;
  show_wrong (self, _ps_grid_understand (self, gtk_editable_get_text (editable), &number, &why) ? NULL : why);
}

static void
close_editor (PsAgreementGrid *self, gboolean refocus)
{
  guint row, column;
  gboolean there = _ps_grid_edited_cell (self, &row, &column);

  show_wrong (self, NULL);
  self->editing = FALSE;
  if (refocus && there)
    gtk_widget_grab_focus (GTK_WIDGET (_ps_grid_cell_at (self, row, column)));
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Places belong to a line, and a line has a ceiling. */
static const char *
refuse (PsAgreementGrid *self, guint row, guint column, gint64 number)
{
  if (self->show == PS_GRID_PLACES && number != PS_NO_NUMBER && ps_agreement_sheet_line (self->sheet, row, column) == NULL)
    return _("There is no line yet: give its ceiling first, then its places.");
  return NULL;
}

/**
 * _ps_grid_commit: gives what was typed; FALSE: it is wrong, and stays to be made right.
 */
gboolean
_ps_grid_commit (PsAgreementGrid *self, gboolean refocus)
{
  g_autofree char *why = NULL;
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PsGridGiven));
  gint64 number;
  guint row, column;

  if (!_ps_grid_edited_cell (self, &row, &column))
    {
      close_editor (self, refocus);
      return TRUE;
    }
  if (_ps_grid_understand (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)), &number, &why))
    why = g_strdup (refuse (self, row, column, number));
  if (why != NULL)
    {
      show_wrong (self, why);
      return FALSE;
    }
  close_editor (self, refocus);
  if (number != _ps_grid_number (self, row, column))
    {
      PsGridGiven one = { ps_agreement_sheet_group (self->sheet, row), ps_agreement_sheet_municipality (self->sheet, column),
                          number };

      g_array_append_val (given, one);
      _ps_grid_give (self, given);
    }
  return TRUE;
}

void
ps_agreement_grid_forget (PsAgreementGrid *self)
{
  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  if (self->editing)
    close_editor (self, gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor);
}

/* Opening */

/* As it is typed, not as it is shown: what F2 opens is understood again in any locale. */
static char *
present_text (PsAgreementGrid *self, guint row, guint column)
{
  gint64 number = _ps_grid_number (self, row, column);

  if (number == PS_NO_NUMBER)
    return g_strdup ("");
  return self->show == PS_GRID_PLACES ? ps_typed_write_volume (number) : ps_typed_write_money (number);
}

static void
name_editor (PsAgreementGrid *self)
{
  g_autofree char *name = ps_agreement_grid_describe (self, ps_agreement_sheet_group (self->sheet, self->row),
                                                      ps_agreement_sheet_municipality (self->sheet, self->column));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
_ps_grid_edit (PsAgreementGrid *self, const char *text)
{
  g_autofree char *present = NULL;

  if (!self->editable || self->sheet == NULL || self->row >= self->n_rows || self->column >= self->n_columns)
    return;
  if (self->editing && !_ps_grid_commit (self, FALSE))
    return;
  present = present_text (self, self->row, self->column);
  self->anchor_row = self->row;
  self->anchor_column = self->column;
  _ps_grid_show_selection (self);
  self->edit_group = g_array_index (self->row_ids, gint64, self->row);
  self->edit_municipality = g_array_index (self->column_ids, gint64, self->column);
  self->edit_whole = text == NULL;
  name_editor (self);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), "");
  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text != NULL ? text : present);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor));
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ps_agreement_grid_type (PsAgreementGrid *self, const char *text)
{
  g_return_if_fail (PS_IS_AGREEMENT_GRID (self));

  _ps_grid_edit (self, text);
}

/* Keys in the editor: what leaves it gives what was typed first. */
static gboolean
on_editor_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PsAgreementGrid *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      ps_agreement_grid_forget (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !_ps_grid_commit (self, TRUE) || _ps_grid_step (self, shift ? -1 : 1, 0, FALSE) || TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return !_ps_grid_commit (self, TRUE) || _ps_grid_step (self, 0, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1, TRUE)
             || TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return !_ps_grid_commit (self, TRUE) || _ps_grid_step (self, -1, 0, FALSE) || TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return !_ps_grid_commit (self, TRUE) || _ps_grid_step (self, 1, 0, FALSE) || TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (self->edit_whole || shift)
        return FALSE;
      return !_ps_grid_commit (self, TRUE) || _ps_grid_step (self, 0, key == GDK_KEY_Left ? -1 : 1, FALSE) || TRUE;
    default:
      return FALSE;
    }
}

/* The focus went elsewhere: what is right is given, what is not stays as it was typed. */
static void
on_editor_left_cb (GtkEventControllerFocus *controller, PsAgreementGrid *self)
{
  if (self->editing && self->sheet != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    _ps_grid_commit (self, FALSE);
}

void
_ps_grid_add_editor (PsAgreementGrid *self)
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
