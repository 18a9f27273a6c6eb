/* ps-history-page.h: who changed what and when, from what to what
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_HISTORY_PAGE (ps_history_page_get_type ())
G_DECLARE_FINAL_TYPE (PsHistoryPage, ps_history_page, PS, HISTORY_PAGE, AdwBin)

/* Of the whole region. */
GtkWidget *ps_history_page_new     (PsSession *session);

/* Of one thing and what belongs to it: "provider:94000001", "product:45L11" (ps-change.h); @title: its name, as in "Zorggroep De
 * Wissel". Open it by ps_navigator_push(). */
GtkWidget *ps_history_page_new_for (PsSession *session, const char *thing, const char *title);

G_END_DECLS
