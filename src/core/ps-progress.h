/* ps-progress.h: how long work tells how far it is
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called now and then from the thread that works. `fraction` from 0 to 1, negative when it is not known; `what` is translated. */
typedef void (*PsProgressFunc) (double fraction, const char *what, gpointer user_data);

G_END_DECLS
