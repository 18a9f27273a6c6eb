/* ps-scheme-words.h: an incentive scheme in a few words, and as a small drawing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/ps-chart-style.h"
#include "core/ps-scheme.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* All translated and owned by the caller, never NULL. */
char        *ps_scheme_kind_text   (const PsScheme *scheme);                 /* "per band", "whole (cliff)", "only norm duration" */
char        *ps_scheme_bands_text  (const PsScheme *scheme);                 /* "100 % · 0 % from 100 % · 70 % from 103 %" */
char        *ps_scheme_norm_text   (const PsScheme *scheme);                 /* "85 % after the norm · 70 % from 3 months later" */
char        *ps_scheme_band_range  (const GArray *bands, guint band);        /* "100 – 103 %", "above 115 %" */

GtkWidget   *ps_scheme_sketch_new  (const PsScheme *scheme, int width, int height);   /* its curve; tells nothing to a screen reader */

GtkWidget   *ps_scheme_card_menu   (PsTable *table);                         /* the table's menu button, as the heading of a card has it */

G_END_DECLS
