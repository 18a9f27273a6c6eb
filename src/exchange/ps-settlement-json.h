/* ps-settlement-json.h: settlements for other programs: JSON and CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-settle-year.h"

G_BEGIN_DECLS

/* Both write UTF-8 with the C locale's digits (files-and-cli.md). */
gboolean ps_settled_year_write_json (const PsSettledYear *settled, GOutputStream *stream, GError **error);
gboolean ps_settled_year_write_csv  (const PsSettledYear *settled, GOutputStream *stream, GError **error);

G_END_DECLS
