/* csv-rows.h: what a reader makes of some bytes, as text, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-csv-reader.h"

G_BEGIN_DECLS

/* "line:field|field" or "line!fault" for each row, the header first, a line each; "other encoding" or "empty" at the end. */
char *csv_rows (const char *bytes, gssize length, PsCsvEncoding encoding);
void  check_rows (const char *bytes, const char *expected);

G_END_DECLS
