/* ps-monitor-places.h: what is counted of places; private to their topic
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

G_BEGIN_DECLS

/* What is counted of a product; the first two a month each, and the whole period (PS_WHOLE_PERIOD). */
enum
{
  PS_PLACES_DAYS,                  /* client-days */
  PS_PLACES_CENTS = PS_PLACES_DAYS + PS_N_MONTH_ROWS,
  PS_PLACES_WITHOUT_TARIFF = PS_PLACES_CENTS + PS_N_MONTH_ROWS,    /* client-days */
  PS_PLACES_N_COUNTED
};

typedef struct
{
  PsTally    *products;            /* by product */
  PsMonthDays days[PS_N_WHENS];
  guint       n_by_peildata;       /* providers with places whose agreement measures them on peildata */
} PsPlaceCounts;

gboolean ps_place_counts_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
