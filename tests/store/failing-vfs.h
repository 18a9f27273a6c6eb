/* failing-vfs.h: SQLite's way to the disk, that fails from the n-th write on
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every connection that is opened after this goes through it. */
void     failing_vfs_register (void);

/* The n-th write, sync or truncation from now on gives that result code of SQLite, and so do all after it; 0: none fails. */
void     failing_vfs_fail     (int nth, int code);
gboolean failing_vfs_failed   (void);

G_END_DECLS
