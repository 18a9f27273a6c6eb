/* ps-realised-labels.h: the words in the chart of realised against ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-realised-layout.h"

G_BEGIN_DECLS

void ps_realised_labels_draw_header (PsPen *pen, const PsRealisedLayout *layout, double width);
void ps_realised_labels_draw        (PsPen *pen, const PsRealisedLayout *layout);

G_END_DECLS
