/* ps-scheme-used.h: the card that says in which agreements a scheme is used, over all years
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SCHEME_USED (ps_scheme_used_get_type ())
G_DECLARE_FINAL_TYPE (PsSchemeUsed, ps_scheme_used, PS, SCHEME_USED, GtkWidget)

/* Signal: "known" when another answer was read from the file. A row opens the agreement, of the year that is looked at. */
GtkWidget    *ps_scheme_used_new       (PsSession *session);
void          ps_scheme_used_ask       (PsSchemeUsed *self, gint64 scheme_id, const char *name);
gboolean      ps_scheme_used_is_known  (PsSchemeUsed *self);
const GArray *ps_scheme_used_get_use   (PsSchemeUsed *self);            /* PsSchemeUse by year, provider; NULL: not known yet */
const char   *ps_scheme_used_get_notes (PsSchemeUsed *self);            /* as they are saved; "": none */
const char   *ps_scheme_used_get_last  (PsSchemeUsed *self);            /* "changed on 11-12-2023 by jansen"; NULL: not known */

/* "38 of 2024, 35 of 2023": translated, owned by the caller; NULL: in none. */
char         *ps_scheme_used_per_year  (PsSchemeUsed *self);

G_END_DECLS
