/* ps-bandwidth-words.h: where a scope stands, as a shape, words and a colour: never by colour alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-style.h"
#include "charts/ps-corridor.h"
#include "store/ps-bandwidths.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is drawn of a scope: the heaviest of what holds for it. In this order in a sorted list. */
typedef enum
{
  PS_BAND_NONE,                    /* no scope */
  PS_BAND_WITHIN,
  PS_BAND_NOTICE,                  /* within, and the notice share is spent */
  PS_BAND_UNDER,
  PS_BAND_OVER,
  PS_BAND_REACHED,
} PsBandLook;

PsBandLook   ps_band_look            (const PsBandwidthScope *scope);      /* NULL: PS_BAND_NONE */
void         ps_band_look_draw       (cairo_t *cr, PsBandLook look, const char *text, int width, int height, GtkWidget *widget);

/* Owned by the caller. Of a provider with several scopes: which one, and how many of them stand like it. */
char        *ps_band_state_text      (const PsBandwidth *bandwidth);
gint64       ps_band_share_bp        (gint64 part, gint64 whole);          /* with one decimal; PS_NO_NUMBER: of nothing */
void         ps_band_corridor        (PsCorridor *corridor, const PsBandwidth *bandwidth, const PsBandwidthScope *scope);
PsChartStyle ps_band_chart_style     (void);                               /* of the look of the window */
/* "linear"; of scopes that are forecast by several: "linear, previous year" */
char        *ps_band_methods_text    (const PsBandwidth *bandwidth);

void         ps_band_load_style      (void);                               /* ui/ps-bandwidth.css, once */
GtkWidget   *ps_band_pill_new        (const PsBandwidthScope *scope);      /* floating */

G_END_DECLS
