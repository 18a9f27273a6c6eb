/* ps-acceptance.h: is a declaration line produced, and for how much? (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"
#include "ps-tariff.h"

G_BEGIN_DECLS

typedef struct
{
  PsDispute dispute;        /* as it stands, a contract manager's decision included */
  PsDispute found;          /* what the rules found, whatever was decided */
  gint64    valid_e4;       /* the valid tariff on the line's first day; PS_NO_NUMBER: none, or not looked at */
  gint64    produced_cents; /* P×Q and not in dispute: what it produces; else 0 */
} PsAcceptance;

PsAcceptance ps_acceptance_of          (const PsLine *line, const PsAssignment *assignment, const PsProduct *product,
                                        const PsPriceList *prices, PsOverflow *overflow);
gint64       ps_acceptance_right_price (const PsLine *line, const PsProduct *product, gint64 valid_e4, PsOverflow *overflow);
/* What the line may be accepted at; PS_NO_NUMBER: there is no right price for it. */
gint64       ps_acceptance_offer       (const PsLine *line, const PsProduct *product, gint64 valid_e4, PsOverflow *overflow);

G_END_DECLS
