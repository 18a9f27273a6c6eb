/* ps-peildatum-list.h: a drop-down with today and the year's peildata, the latest first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-region.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PsPeildatumList PsPeildatumList;
typedef void (*PsPeildatumChosen) (gint64 peildatum_id, gpointer user_data);    /* by the user; 0: today */

PsPeildatumList *ps_peildatum_list_new  (GtkDropDown *drop_down, PsPeildatumChosen chosen, gpointer user_data);
void             ps_peildatum_list_free (PsPeildatumList *list);      /* before its drop-down is gone */
/* Those of `year`. */
void             ps_peildatum_list_fill (PsPeildatumList *list, const PsRegion *region, int year);
gboolean         ps_peildatum_list_has  (PsPeildatumList *list, gint64 peildatum_id);
void             ps_peildatum_list_show (PsPeildatumList *list, gint64 peildatum_id);

G_END_DECLS
