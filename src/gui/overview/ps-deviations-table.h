/* ps-deviations-table.h: the providers whose forecast is furthest from their ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-year-figures-data.h"

G_BEGIN_DECLS

enum
{
  PS_DEVIATIONS_PROVIDER,
  PS_DEVIATIONS_CORRIDOR,
  PS_DEVIATIONS_SHARE,
  PS_DEVIATIONS_DIFFERENCE,
  PS_N_DEVIATIONS_COLUMNS
};

/* A row's id is its provider's. */
PsTable   *ps_deviations_table_new  (void);
/* The `most` furthest, whichever way, in euro: all scopes of a provider together. */
GPtrArray *ps_deviations_table_rows (const PsYearFigures *figures, guint most);

G_END_DECLS
