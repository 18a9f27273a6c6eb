/* ps-window-drop.c: files dropped on the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-drop"

#include "ps-window-private.h"

static gboolean
can_import (PsWindow *self)
{
  return ps_session_get_settled (self->session) != NULL && !ps_session_is_read_only (self->session);
}

static GdkDragAction
on_drop_entered_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  if (!can_import (self))
    return 0;
  gtk_widget_set_visible (GTK_WIDGET (self->drop_hint), TRUE);
  return GDK_ACTION_COPY;
}

static void
on_drop_left_cb (GtkDropTarget *target, gpointer user_data)
{
  gtk_widget_set_visible (GTK_WIDGET (PS_WINDOW (user_data)->drop_hint), FALSE);
}

static gboolean
on_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped;

  gtk_widget_set_visible (GTK_WIDGET (self->drop_hint), FALSE);
  if (!can_import (self))
    return FALSE;
  dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *list = dropped; list != NULL; list = list->next)
    g_list_store_append (files, list->data);
  g_slist_free (dropped);
  ps_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}

void
_ps_window_accept_drops (PsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "enter", G_CALLBACK (on_drop_entered_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_drop_left_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped_cb), self, 0);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (target));
}
