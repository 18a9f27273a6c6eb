/* ps-csv-text.h: texts for files that spreadsheets open
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-date.h"

G_BEGIN_DECLS

void        ps_csv_text_append   (GString *line, const char *text);
/* `number` of 10^-decimals with a decimal comma: no points between thousands, no more zeros at its end than make it `least` decimals. */
void        ps_csv_text_append_number (GString *line, gint64 number, int decimals, int least);
void        ps_csv_text_append_date   (GString *line, PsDate date, gboolean month_only);    /* dd-mm-jjjj, mm-jjjj; open: nothing */
const char *ps_csv_text_restored (const char *text);

G_END_DECLS
