/* ps-recent.h: the region files that were opened lately
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct { char *path; gboolean found; } PsRecent;

GSettings *ps_settings_get       (void);                   /* borrowed; the program's one */

void       ps_recent_add         (const char *path);       /* also remembers it as the last one open */
void       ps_recent_remove      (const char *path);
void       ps_recent_forget_last (void);
int        ps_recent_get_year    (const char *path);       /* the year looked at last; 0: none */
void       ps_recent_set_year    (const char *path, int year);

/* Looks on a worker which of them are there: GPtrArray of PsRecent, the last opened first. */
void       ps_recent_list_async  (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ps_recent_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
