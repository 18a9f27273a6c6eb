/* ps-comparison-page.h: a stored settlement against the region as it is, or a correction against what it replaces: old, new, difference, why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_COMPARISON_PAGE (ps_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (PsComparisonPage, ps_comparison_page, PS, COMPARISON_PAGE, AdwBin)

/* `before`: id of a stored settlement; `after`: of a later one, 0: the region as it is (with the proof that the frozen figures still are what
 * their inputs come to). */
GtkWidget *ps_comparison_page_new (PsSession *session, gint64 before, gint64 after);

G_END_DECLS
