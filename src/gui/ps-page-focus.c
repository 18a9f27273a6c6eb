/* ps-page-focus.c: where the focus goes when a page is opened
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-page-focus"

#include "ps-page-focus.h"

#define OPENING_US 100000 /* no user presses Tab so soon after a page was opened */

/**
 * ps_page_focus_first:
 * @page: whose focus function asks
 * @first: where the focus belongs when the page is opened
 *
 * GTK would start at the widget that is nearest to the top, before the page has even got its size. And it may ask twice for one
 * opening: the stack does, when the page before it had the focus, and the window does. The second time is not a step further.
 *
 * Returns: whether the focus is where it belongs; else the page goes on as any widget does
 */
gboolean
ps_page_focus_first (GtkWidget *page, GtkDirectionType direction, GtkWidget *first)
{
  gint64 *opened = g_object_get_data (G_OBJECT (page), "ps-opened");
  gint64 now = g_get_monotonic_time ();

  if (direction != GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (gtk_widget_get_focus_child (page) != NULL)
    return opened != NULL && now - *opened < OPENING_US;
  if (!gtk_widget_grab_focus (first))
    return FALSE;
  g_object_set_data_full (G_OBJECT (page), "ps-opened", g_memdup2 (&now, sizeof now), g_free);
  return TRUE;
}
