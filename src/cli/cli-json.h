/* cli-json.h: JSON on standard output
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <json-glib/json-glib.h>

#include "cli-common.h"

G_BEGIN_DECLS

void        ps_cli_json_add_text   (JsonBuilder *builder, const char *name, const char *text);     /* NULL: null */
void        ps_cli_json_add_number (JsonBuilder *builder, const char *name, guint64 number);
PsCliStatus ps_cli_json_print      (JsonBuilder *builder);

G_END_DECLS
