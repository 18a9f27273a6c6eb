/* ps-indexing-page.h: a round of indexing: its rates, a preview of every tariff, applying it; the rounds so far
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"
#include "ps-indexing-rates.h"

G_BEGIN_DECLS

#define PS_TYPE_INDEXING_PAGE (ps_indexing_page_get_type ())
G_DECLARE_FINAL_TYPE (PsIndexingPage, ps_indexing_page, PS, INDEXING_PAGE, AdwBin)

/* Actions: page.filter, indexing.apply. */
GtkWidget       *ps_indexing_page_new       (PsSession *session);
PsIndexingRates *ps_indexing_page_get_rates (PsIndexingPage *self);    /* for tests */

G_END_DECLS
