/* odd-values.h: a region of rows of every kind with values that are hard to write to a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-store.h"

G_BEGIN_DECLS

/* Quotes, separators, line breaks, formulas, zero beside nothing, the first and the last day. Stored without a file. All its messages
 * are of 2024; there are 11 declaration lines and 11 assignments. */
void write_odd_values (PsStore *store);

G_END_DECLS
