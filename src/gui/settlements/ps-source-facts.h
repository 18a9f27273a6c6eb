/* ps-source-facts.h: the source that is chosen: how it came to its figures, and what was decided of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-settlement-detail.h"

G_BEGIN_DECLS

#define PS_TYPE_SOURCE_FACTS (ps_source_facts_get_type ())
G_DECLARE_FINAL_TYPE (PsSourceFacts, ps_source_facts, PS, SOURCE_FACTS, GtkWidget)

/* Hidden until a source is shown. */
GtkWidget *ps_source_facts_new  (PsSession *session);
/* `decisions`: whether those on the line are read from the region as it is; not for a frozen settlement, where later ones do not count.
 * Nothing of `source` is kept. NULL: none. */
void       ps_source_facts_show (PsSourceFacts *self, const PsSourceDetail *source, gboolean decisions);

G_END_DECLS
