/* ps-actions.h: what the window can be told to do: keys, names and the shortcuts window from one table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *action;              /* detailed name: "win.open", "win.page::providers"; NULL: a key of the pages' own */
  const char *accel;               /* NULL: none */
  const char *other_accel;         /* for the same; NULL: none */
  const char *title;               /* untranslated */
  const char *group;               /* untranslated */
} PsActionInfo;

const PsActionInfo *ps_actions_list             (guint *n_actions);
void                ps_actions_set_accels       (GtkApplication *application);
GtkWidget          *ps_actions_shortcuts_window (void);

G_END_DECLS
