/* ps-json-row.h: the flat JSON of the trail: texts, whole numbers and null
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     ps_json_append_text   (GString *json, const char *text);     /* NULL: null */
void     ps_json_append_number (GString *json, gint64 number);        /* PS_NO_NUMBER: null */

/* Reading, from `at` on, blanks skipped; each moves `at` behind what it read. FALSE: something else is there. */
gboolean ps_json_take          (const char **at, char symbol);
gboolean ps_json_take_null     (const char **at);
gboolean ps_json_take_number   (const char **at, gint64 *number);
gboolean ps_json_take_text     (const char **at, GString *text);      /* into `text`, emptied first */

G_END_DECLS
