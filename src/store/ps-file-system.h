/* ps-file-system.h: what kind of place a region file lies in
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ps_file_system_is_network  (const char *path);
gboolean ps_file_system_may_write   (const char *path);
gboolean ps_file_system_folder_may_write (const char *path);

G_END_DECLS
