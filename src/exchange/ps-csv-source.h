/* ps-csv-source.h: the bytes of a file, its digest, and proof that it stayed the same
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which file it was, the first time: later readings must find the same one. All zero: not known yet. */
typedef struct { gboolean known; guint64 device, inode, size; gint64 seconds; long nanoseconds; } PsFileIdentity;

typedef struct _PsCsvSource PsCsvSource;

PsCsvSource *ps_csv_source_open_file  (const char *path, PsFileIdentity *identity, gboolean with_digest, GError **error);
PsCsvSource *ps_csv_source_open_bytes (const void *bytes, gsize length);
gboolean     ps_csv_source_read       (PsCsvSource *source, void *buffer, gsize size, gsize *n_read, GError **error);
const char  *ps_csv_source_digest     (PsCsvSource *source);
void         ps_csv_source_close      (PsCsvSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCsvSource, ps_csv_source_close)

G_END_DECLS
