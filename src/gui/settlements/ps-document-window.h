/* ps-document-window.h: a document of a stored settlement, to read as the plain text that it is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-settlements.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over the window of `from`; read on a worker. */
void ps_document_window_present (GtkWidget *from, PsSession *session, gint64 id, PsDocumentKind kind);

G_END_DECLS
