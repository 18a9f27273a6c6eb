/* region-rows.h: all that a region says, as text that does not depend on where its rows stand
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every row that files can bring, every column of it, references by the codes of what they refer to; sorted. */
char *region_rows (const char *path);

G_END_DECLS
