/* ps-compare-page.h: two to four providers side by side: the same figures and charts on the same scale
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_COMPARE_MOST 4

#define PS_TYPE_COMPARE_PAGE (ps_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (PsComparePage, ps_compare_page, PS, COMPARE_PAGE, AdwBin)

/* `ids`: gint64, of two to four providers. */
GtkWidget *ps_compare_page_new (PsSession *session, const GArray *ids);

G_END_DECLS
