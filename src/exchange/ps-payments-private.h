/* ps-payments-private.h: the sheets that a payment list's book is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-payments.h"
#include "ps-sheet.h"

G_BEGIN_DECLS

GPtrArray *ps_payments_sheets (GPtrArray *payments, int year);    /* PsSheet: payments, per provider, per municipality */

G_END_DECLS
