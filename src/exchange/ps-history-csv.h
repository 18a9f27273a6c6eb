/* ps-history-csv.h: records of the trail as CSV: a line a field
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-history.h"

G_BEGIN_DECLS

void  ps_history_csv_append_header (GString *text);
/* `rows`: PsHistoryRow; a record without any has one line. */
void  ps_history_csv_append        (GString *text, const PsHistoryRecord *record, const GPtrArray *rows);
char *ps_history_moment            (gint64 moment);                /* microseconds since 1970 → "2026-11-22T08:00:00.123456Z", owned */
const char *ps_history_row_state   (const PsHistoryRow *row);      /* "added", "changed", "removed": for programs */

G_END_DECLS
