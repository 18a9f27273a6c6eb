/* ps-fold.h: text as somebody who looks for it takes it: without case and accents
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ps_fold (const char *text);   /* owned by the caller */

G_END_DECLS
