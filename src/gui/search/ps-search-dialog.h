/* ps-search-dialog.h: finding anything of the region by a part of its name or number
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "ps-search-index.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_SEARCH_DIALOG (ps_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PsSearchDialog, ps_search_dialog, PS, SEARCH_DIALOG, AdwWindow)

/* Signal: "chosen" with a PsSearchItem * that is there during it; the dialog closes by itself. */
GtkWidget  *ps_search_dialog_new   (PsSession *session, GtkWindow *parent);
void        ps_search_dialog_type  (PsSearchDialog *self, const char *text);   /* as if typed, for tests */
guint       ps_search_dialog_count (PsSearchDialog *self);                     /* of what is shown; for tests */
gboolean    ps_search_dialog_is_ready (PsSearchDialog *self);                  /* the region was looked through */
void        ps_search_dialog_choose (PsSearchDialog *self, guint position);    /* as by Enter on it */

G_END_DECLS
