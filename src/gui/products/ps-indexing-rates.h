/* ps-indexing-rates.h: the rates of an indexing round, as they are filled in
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "core/ps-indexing.h"
#include "gui/ps-form.h"

G_BEGIN_DECLS

#define PS_TYPE_INDEXING_RATES (ps_indexing_rates_get_type ())
G_DECLARE_FINAL_TYPE (PsIndexingRates, ps_indexing_rates, PS, INDEXING_RATES, AdwBin)

/* The entries of the grid, row by row. */
typedef enum
{
  PS_RATE_WAGE_PROVISIONAL,
  PS_RATE_PRICE_PROVISIONAL,
  PS_RATE_WAGE_DEFINITIVE,
  PS_RATE_PRICE_DEFINITIVE,
  PS_RATE_WAGE_EARLIER,
  PS_RATE_PRICE_EARLIER,
  PS_N_RATES
} PsIndexingRate;

/* Signal: "changed". */
GtkWidget    *ps_indexing_rates_new        (int year);
gboolean      ps_indexing_rates_is_valid   (PsIndexingRates *self);               /* all that a round needs is there, and right */
gboolean      ps_indexing_rates_is_changed (PsIndexingRates *self);
/* FALSE: a rate is missing or not understood; *why (may be NULL; translated, owned) then says what is wrong with what is there. */
gboolean      ps_indexing_rates_get        (PsIndexingRates *self, PsIndexing *indexing, char **why);
int           ps_indexing_rates_year       (PsIndexingRates *self);               /* 0: not given */
PsDate        ps_indexing_rates_start      (PsIndexingRates *self);               /* PS_DATE_OPEN: not given */
const char   *ps_indexing_rates_sources    (PsIndexingRates *self);
void          ps_indexing_rates_keep       (PsIndexingRates *self);               /* what is there now is not a change any more */

/* Its fields: year, starts_on, first_year, wage_share, decimals, sources. */
PsForm       *ps_indexing_rates_get_form   (PsIndexingRates *self);
PsValueEntry *ps_indexing_rates_get_entry  (PsIndexingRates *self, PsIndexingRate rate);

G_END_DECLS
