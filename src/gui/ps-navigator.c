/* ps-navigator.c: how a page opens the next one in its own place
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-navigator"

#include "ps-navigator.h"

G_DEFINE_INTERFACE (PsNavigator, ps_navigator, GTK_TYPE_WIDGET)

static void
ps_navigator_default_init (PsNavigatorInterface *iface)
{
}

/**
 * ps_navigator_push:
 * @from: the widget that asks, somewhere inside the navigator
 * @page: (transfer floating): the page to show
 * @title: its title, translated
 *
 * Shows @page in place of the one that @from is on. Without a navigator above @from the page is let go.
 */
void
ps_navigator_push (GtkWidget *from, GtkWidget *page, const char *title)
{
  GtkWidget *navigator;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (GTK_IS_WIDGET (page));

  navigator = gtk_widget_get_ancestor (from, PS_TYPE_NAVIGATOR);
  if (navigator == NULL)
    {
      g_object_ref_sink (page);
      g_object_unref (page);
      return;
    }
  PS_NAVIGATOR_GET_IFACE (navigator)->push (PS_NAVIGATOR (navigator), page, title);
}

/**
 * ps_navigator_tell:
 * @from: the widget that has something to say
 * @text: one short sentence, translated
 *
 * Shows @text in passing. Without a navigator above @from nothing happens.
 */
void
ps_navigator_tell (GtkWidget *from, const char *text)
{
  GtkWidget *navigator;

  g_return_if_fail (GTK_IS_WIDGET (from));

  navigator = gtk_widget_get_ancestor (from, PS_TYPE_NAVIGATOR);
  if (navigator != NULL)
    PS_NAVIGATOR_GET_IFACE (navigator)->tell (PS_NAVIGATOR (navigator), text);
}

/**
 * ps_navigator_tell_undoable:
 * @from: the widget that changed something
 * @text: one short sentence, translated
 * @record: the record of the change in the trail; 0: nothing changed, and there is nothing to take back
 *
 * Shows @text in passing, with a button that takes the change back. Without a navigator above @from nothing happens.
 */
void
ps_navigator_tell_undoable (GtkWidget *from, const char *text, gint64 record)
{
  GtkWidget *navigator;

  g_return_if_fail (GTK_IS_WIDGET (from));

  navigator = gtk_widget_get_ancestor (from, PS_TYPE_NAVIGATOR);
  if (navigator == NULL)
    return;
  if (record == 0)
    PS_NAVIGATOR_GET_IFACE (navigator)->tell (PS_NAVIGATOR (navigator), text);
  else
    PS_NAVIGATOR_GET_IFACE (navigator)->tell_undoable (PS_NAVIGATOR (navigator), text, record);
}

/**
 * ps_navigator_tell_made:
 * @from: the widget that wrote something
 * @text: one short sentence, translated
 * @made: (nullable): the file, or of several the folder, that was made; NULL: nothing was
 *
 * Shows @text in passing, with a button that opens @made. Without a navigator above @from nothing happens.
 */
void
ps_navigator_tell_made (GtkWidget *from, const char *text, GFile *made)
{
  GtkWidget *navigator;

  g_return_if_fail (GTK_IS_WIDGET (from));

  navigator = gtk_widget_get_ancestor (from, PS_TYPE_NAVIGATOR);
  if (navigator == NULL)
    return;
  if (made == NULL)
    PS_NAVIGATOR_GET_IFACE (navigator)->tell (PS_NAVIGATOR (navigator), text);
  else
    PS_NAVIGATOR_GET_IFACE (navigator)->tell_made (PS_NAVIGATOR (navigator), text, made);
}
