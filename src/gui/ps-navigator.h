/* ps-navigator.h: how a page opens the next one in its own place
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The window implements it; a page knows only that something above it does. list ──▶ detail ──▶ sources
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_NAVIGATOR (ps_navigator_get_type ())
G_DECLARE_INTERFACE (PsNavigator, ps_navigator, PS, NAVIGATOR, GtkWidget)

struct _PsNavigatorInterface
{
  GTypeInterface parent;

  /* Shows `page` (floating, taken over) in place of the page that asked; the back button returns to that one. */
  void (*push) (PsNavigator *self, GtkWidget *page, const char *title);
  /* Says something in passing, a toast. */
  void (*tell) (PsNavigator *self, const char *text);
  /* … with a button that takes back that record of the trail. */
  void (*tell_undoable) (PsNavigator *self, const char *text, gint64 record);
  /* … with a button that opens that file or folder. */
  void (*tell_made) (PsNavigator *self, const char *text, GFile *made);
};

void ps_navigator_push (GtkWidget *from, GtkWidget *page, const char *title);
void ps_navigator_tell (GtkWidget *from, const char *text);
void ps_navigator_tell_undoable (GtkWidget *from, const char *text, gint64 record);
void ps_navigator_tell_made (GtkWidget *from, const char *text, GFile *made);

G_END_DECLS
