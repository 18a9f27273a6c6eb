/* ps-source-words.c: what a page says of a source that a settlement is made of: why its line is in dispute, what was decided of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-source-words"

#include "ps-source-words.h"

#include "core/ps-dispute-words.h"
#include "store/ps-decisions.h"

/**
 * ps_source_dispute_sentence:
 *
 * Returns: (transfer full): why the line is in dispute (domain.md §4), with the tariffs, dates or units that it is about; "" where
 *   it is not
 */
char *
ps_source_dispute_sentence (const PsRegion *region, const PsSourceDetail *detail)
{
  const PsDisputed disputed = {
    .dispute = detail->source.dispute,
    .product = detail->source.product,
    .from = detail->source.from,
    .unit = detail->unit,
    .volume_milli = detail->volume_milli,
    .declared_tariff_e4 = detail->declared_tariff_e4,
    .valid_tariff_e4 = detail->source.tariff_e4,
    .assigned_product = detail->assigned_product,
    .assigned_group = detail->assigned_group,
    .assigned_from = detail->assigned_from,
    .assigned_to = detail->assigned_to,
  };

  return ps_disputed_sentence (region, &disputed);
}

/**
 * ps_source_decision_label:
 *
 * Returns: (nullable): what was decided of a line; %NULL: nothing that holds
 */
const char *
ps_source_decision_label (const PsSourceDetail *detail)
{
  return detail->decision != PS_DECISION_NONE ? ps_decision_label (detail->decision) : NULL;
}
