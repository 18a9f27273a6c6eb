/* json-compare.h: is a JSON text what is expected?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <json-glib/json-glib.h>

void json_compare (JsonNode *found, JsonNode *expected, const char *where);
