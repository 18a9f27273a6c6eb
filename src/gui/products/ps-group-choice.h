/* ps-group-choice.h: a choice of all products, those of a segment, or those of a group
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "core/ps-region.h"

G_BEGIN_DECLS

#define PS_TYPE_GROUP_CHOICE (ps_group_choice_get_type ())
G_DECLARE_FINAL_TYPE (PsGroupChoice, ps_group_choice, PS, GROUP_CHOICE, AdwBin)

/* Signal: "changed". */
void     ps_group_choice_fill (PsGroupChoice *self, const PsRegion *region);              /* keeps what was chosen, by its id */
/* Places in the region that it was filled from. */
gboolean ps_group_choice_has  (PsGroupChoice *self, guint segment, guint group);
/* Ids of what is chosen, 0: any; for work on another thread. */
void     ps_group_choice_get  (PsGroupChoice *self, gint64 *segment_id, gint64 *group_id);
void     ps_group_choice_set  (PsGroupChoice *self, gint64 segment_id, gint64 group_id);

G_END_DECLS
