/* journey-private.h: what the parts of a journey's harness share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "journey.h"

/* What is looked for: by its role, INVALID being any, and words of it, NULL being any. */
typedef struct
{
  AtspiRole   role;
  const char *name;
} JourneyWanted;

typedef gboolean (*JourneyVisit) (AtspiAccessible *accessible, gpointer data);

void             journey_wait_a_moment   (void);
gint64           journey_end_of_patience (void);
AtspiAccessible *journey_search          (AtspiAccessible *root, JourneyVisit visit, gpointer data);
gboolean         journey_is_wanted       (AtspiAccessible *accessible, gpointer data);   /* data: JourneyWanted */
