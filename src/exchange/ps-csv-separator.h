/* ps-csv-separator.h: which sign separates the fields
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char ps_csv_guess_separator (const char *bytes, gsize length);

G_END_DECLS
