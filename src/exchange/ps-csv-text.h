/* ps-csv-text.h: texts for files that spreadsheets open
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        ps_csv_text_append   (GString *line, const char *text);
const char *ps_csv_text_restored (const char *text);

G_END_DECLS
