/* ps-division.h: a deduction divided over lines, to the cent (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-number.h"

G_BEGIN_DECLS

void ps_divide (gint64 amount_cents, const gint64 *weights, guint n_weights, gint64 *parts);

G_END_DECLS
