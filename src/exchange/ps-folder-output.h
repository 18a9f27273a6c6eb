/* ps-folder-output.h: a folder that appears when it is complete, and not at all where that fails
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PsFolderOutput PsFolderOutput;

PsFolderOutput *ps_folder_output_new      (const char *parent, GError **error);    /* `parent`: is there already */
const char     *ps_folder_output_get_path (const PsFolderOutput *output);          /* where its files are put; no folders in it */
gboolean        ps_folder_output_publish  (PsFolderOutput *output, const char *path, GError **error);  /* `path`: in that parent */
void            ps_folder_output_free     (PsFolderOutput *output);                /* what was not published is taken away */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsFolderOutput, ps_folder_output_free)

G_END_DECLS
