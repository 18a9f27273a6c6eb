/* ps-export-row.h: a row of values as a line of a canonical CSV file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-kinds.h"

G_BEGIN_DECLS

void ps_export_append_header (GString *text, PsCsvKind kind);
void ps_export_append_row    (GString *text, PsCsvKind kind, gconstpointer row);     /* row: the kind's struct of ps-writer.h */

G_END_DECLS
