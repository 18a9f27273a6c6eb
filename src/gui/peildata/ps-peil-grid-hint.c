/* ps-peil-grid-hint.c: beside what is being typed: why it asks for a look, or what is wrong with it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The frame and the sign are there with every key; the words wait until somebody stops typing: the first digit of 12 is no mistake.
 * Screen readers have them as the description of the editor.
 */
#define G_LOG_DOMAIN "peilstok-peil-grid"

#include "ps-peil-grid-private.h"

#define PAUSE_MS 400
#define WIDEST 420 /* pixels */

static gboolean
on_paused_cb (gpointer user_data)
{
  PsPeilGrid *self = user_data;

  self->hint_id = 0;
  gtk_widget_set_visible (self->hint, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
_ps_peil_drop_hint (PsPeilGrid *self)
{
  g_clear_handle_id (&self->hint_id, g_source_remove);
}

/* "" for nothing. */
void
_ps_peil_show_hint (PsPeilGrid *self, const char *text)
{
  _ps_peil_drop_hint (self);
  gtk_label_set_text (GTK_LABEL (self->hint), text);
  if (*text == '\0')
    gtk_widget_set_visible (self->hint, FALSE);
  else if (!gtk_widget_get_visible (self->hint))
    self->hint_id = g_timeout_add (PAUSE_MS, on_paused_cb, self);
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Below the editor, or above it where there is no room; never beyond the grid. */
void
_ps_peil_place_hint (PsPeilGrid *self, const GdkRectangle *editor)
{
  int bottom = self->grid.head_height + self->grid.view_height,
      most = MIN (WIDEST, self->grid.left_width + self->grid.view_width);
  GtkAllocation area;
  int least, width;

  gtk_widget_set_child_visible (self->hint, gtk_widget_get_visible (self->hint));
  if (!gtk_widget_get_visible (self->hint))
    return;
  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
  area.width = MAX (least, MIN (width, most));
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL, NULL);
  area.x = CLAMP (editor->x, 0, MAX (0, self->grid.left_width + self->grid.view_width - area.width));
  area.y = editor->y + editor->height;
  if (area.y + area.height > bottom && editor->y - area.height >= self->grid.head_height)
    area.y = editor->y - area.height;
  gtk_widget_size_allocate (self->hint, &area, -1);
}

void
_ps_peil_add_hint (PsPeilGrid *self)
{
  self->hint = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "peil-hint");
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}
