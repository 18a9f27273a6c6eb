/* ps-peildata-table.h: the reference dates of a year, each with how far it is filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "store/ps-peildata.h"

G_BEGIN_DECLS

enum
{
  PS_PEILDATA_DAY,
  PS_PEILDATA_LABEL,
  PS_PEILDATA_THROUGH,
  PS_PEILDATA_STATE,
  PS_PEILDATA_BAR,
  PS_PEILDATA_FILLED,
  PS_PEILDATA_MARKED,
  PS_PEILDATA_LETTERS,
  PS_N_PEILDATA_COLUMNS
};

PsTable   *ps_peildata_table_new   (void);
/* Rows have the peildatum's id, and the state as their data (of `states`, which they keep). */
GPtrArray *ps_peildata_table_rows  (GPtrArray *states);
char      *ps_peildatum_state_text (const char *closed_by, gint64 closed_at);      /* "Open", "Closed by M. Jansen on 22-07-2024" */
char      *ps_peildatum_filled_text (guint n_filled, guint n_rows);                /* "356 of 418" */

G_END_DECLS
