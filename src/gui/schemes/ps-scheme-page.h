/* ps-scheme-page.h: one incentive scheme: its steps as tables beside the curve that they draw
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "core/ps-scheme.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SCHEME_PAGE (ps_scheme_page_get_type ())
G_DECLARE_FINAL_TYPE (PsSchemePage, ps_scheme_page, PS, SCHEME_PAGE, AdwBin)

/* Implements PsUnsaved. Actions: scheme.save (Ctrl+S), scheme.discard, scheme.copy, scheme.delete, scheme.history. Follows the session. */
GtkWidget *ps_scheme_page_new        (PsSession *session, guint scheme);            /* its place in the session's figures */
GtkWidget *ps_scheme_page_new_preset (PsSession *session, PsSchemePreset preset);   /* one that is not saved yet */

G_END_DECLS
