/* ps-file-output.h: a file that appears when it is complete, and not at all where that fails
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PsFileOutput PsFileOutput;

PsFileOutput  *ps_file_output_new        (const char *path, GError **error);
const char    *ps_file_output_get_path   (PsFileOutput *output);       /* of the file that is being made */
GOutputStream *ps_file_output_get_stream (PsFileOutput *output);
void           ps_file_output_explain    (PsFileOutput *output, GError *cause, GError **error);    /* takes `cause` */
gboolean       ps_file_output_publish    (PsFileOutput *output, GError **error);
/* Files that belong together, all of them or none. A device or a pipe has been written to by then. */
gboolean       ps_file_output_publish_all (PsFileOutput *const *outputs, guint n, GError **error);
void           ps_file_output_free       (PsFileOutput *output);       /* what was not published is taken away */

/* A whole file by a function that writes to a stream; its errors become sentences about the file. */
typedef gboolean (*PsFileOutputFunc) (gconstpointer data, GOutputStream *stream, GError **error);
gboolean       ps_file_output_write      (const char *path, PsFileOutputFunc func, gconstpointer data, GError **error);

gboolean       ps_file_output_write_bytes (const char *path, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsFileOutput, ps_file_output_free)

G_END_DECLS
