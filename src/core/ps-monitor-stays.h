/* ps-monitor-stays.h: places for the monitor's topics: days of clients in them, and what was agreed of them (domain.md §4, §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

#include "ps-forecast-private.h"

G_BEGIN_DECLS

/* GArray of PsStay (thing: product, part: municipality) by product, municipality, client, start: the days in care that count as places, under
 * the filter, from 1 January of last year to the last day of this year's period; a client's do not overlap. */
GArray *ps_monitor_place_stays   (const PsMonitor *monitor, const PsProduction *production);

/* Places that an agreement of the year gives under the filter, a call for each of its lines that names any. With a filter on a product: only
 * of groups of which it is the one product paid by the place, for places are agreed per group. */
typedef void (*PsAgreedPlaces) (gpointer data, guint provider, const PsAgreementLine *line);
void    ps_monitor_agreed_places (const PsMonitor *monitor, PsWhen when, PsAgreedPlaces func, gpointer data);

G_END_DECLS
