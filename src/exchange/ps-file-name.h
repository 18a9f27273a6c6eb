/* ps-file-name.h: names of files made of names of people's things
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A provider's name, an AGB code … as part of a file's name: safe on every file system, and not too long for one. */
char *ps_file_name_safe (const char *name);

G_END_DECLS
