/* cli-interrupt.h: Ctrl+C stops the work and leaves the region as it was
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From now on the first SIGINT or SIGTERM cancels, and a second one ends the program at once. Before any other thread starts. */
void ps_cli_interrupt_watch (GCancellable *cancellable);

G_END_DECLS
