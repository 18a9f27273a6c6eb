/* region-rows.h: the rows that test regions are read from; private to the builder
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "region-builder.h"

G_BEGIN_DECLS

typedef char **Row;

const char *row_word   (Row row, guint n);
const char *row_option (Row row, const char *name, const char *otherwise);
PsDate      row_date   (const char *text, PsDate otherwise);
int         row_listed (PsWords list, const char *text);

G_END_DECLS
