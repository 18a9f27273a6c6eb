/* ps-bandwidth-table.h: every provider against its bandwidth, a row each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-bandwidth-data.h"
#include "ps-bandwidth-words.h"

G_BEGIN_DECLS

typedef enum
{
  PS_BANDWIDTH_PROVIDER,
  PS_BANDWIDTH_AGB,
  PS_BANDWIDTH_CORRIDOR,
  PS_BANDWIDTH_CEILING,
  PS_BANDWIDTH_REALISED,
  PS_BANDWIDTH_FORECAST,
  PS_BANDWIDTH_METHOD,
  PS_BANDWIDTH_SHARE,
  PS_BANDWIDTH_STATE,
  PS_BANDWIDTH_CHANGE,
  PS_BANDWIDTH_AT_STAKE,
  PS_BANDWIDTH_LETTER,
  PS_N_BANDWIDTH_COLUMNS
} PsBandwidthColumn;

/* In the order of the page's list. */
typedef enum
{
  PS_WHICH_BAND_ALL,
  PS_WHICH_BAND_NEEDS_LETTER,
  PS_WHICH_BAND_OVER,
  PS_WHICH_BAND_UNDER,
  PS_WHICH_BAND_WITHIN,
  PS_WHICH_BAND_NOTICE,
  PS_WHICH_BAND_FULL,
  PS_WHICH_BAND_CHANGED,
  PS_N_WHICH_BANDS
} PsWhichBands;

/* What a row's provider is, to filter by and to act on. */
typedef struct
{
  char      *agb;
  PsCorridor corridor;
  PsBandLook look;
  guint      which;                /* bits 1 << PsWhichBands: where it is shown */
} PsBandwidthRow;

/* What a region's year comes to, for the figures on top. */
typedef struct
{
  guint  n[PS_N_WHICH_BANDS];
  gint64 ceiling_cents;
  gint64 realised_cents;
  gint64 forecast_cents;
  gint64 at_stake_cents;
} PsBandwidthSums;

PsTable   *ps_bandwidth_table_new  (void);
GPtrArray *ps_bandwidth_table_rows (const PsBandwidthShown *shown);                        /* PsTableRow, owned by the caller */
void       ps_bandwidth_sum        (const PsBandwidthShown *shown, PsBandwidthSums *sums);

G_END_DECLS
