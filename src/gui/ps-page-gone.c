/* ps-page-gone.c: a page whose thing is not there any more
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One thing may have several pages in the history, and "back" takes away the one that is shown: a page below it must wait its turn.
 */
#define G_LOG_DOMAIN "peilstok-page-gone"

#include "ps-page-gone.h"

static gboolean
is_shown (GtkWidget *page)
{
  GtkWidget *parent = gtk_widget_get_parent (page);

  return GTK_IS_STACK (parent) ? gtk_stack_get_visible_child (GTK_STACK (parent)) == page : gtk_widget_get_mapped (page);
}

static gboolean
go_back (gpointer page)
{
  if (g_object_get_data (page, "ps-gone") != NULL && is_shown (page))
    {
      g_object_set_data (page, "ps-gone", NULL);
      gtk_widget_activate_action (page, "win.back", NULL);
    }
  return G_SOURCE_REMOVE;
}

/* Not from within: the stack is just showing it. */
static void
on_map_cb (GtkWidget *page, gpointer user_data)
{
  if (g_object_get_data (G_OBJECT (page), "ps-gone") != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_back, g_object_ref (page), g_object_unref);
}

void
ps_page_set_gone (GtkWidget *page, gboolean gone)
{
  g_return_if_fail (GTK_IS_WIDGET (page));

  g_object_set_data (G_OBJECT (page), "ps-gone", GINT_TO_POINTER (gone));
  g_signal_handlers_disconnect_by_func (page, on_map_cb, NULL);
  if (!gone)
    return;
  if (is_shown (page))
    go_back (page);
  else
    g_signal_connect (page, "map", G_CALLBACK (on_map_cb), NULL);
}
