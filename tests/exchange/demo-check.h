/* demo-check.h: the demo region in a temporary folder, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "import-check.h"

G_BEGIN_DECLS

typedef struct
{
  Check    *check;
  PsStore  *store;                 /* of the check */
  PsRegion *region;
} DemoFixture;

void demo_set_up    (DemoFixture *fixture, gconstpointer data);
void demo_tear_down (DemoFixture *fixture, gconstpointer data);

G_END_DECLS
