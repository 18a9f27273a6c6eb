/* ps-forecast-choose.h: another method for a scope's forecast, a forecast of one's own, or back to what is proposed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-bandwidths.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of which scope, at which peildatum, and what was shown of it; all of it is copied. */
typedef struct
{
  gint64                  peildatum_id;
  gboolean                closed;      /* every choice wants a reason */
  gint64                  provider_id;
  const PsBandwidthScope *scope;
} PsForecastWhere;

/* `method`: to begin with; PS_FORECAST_CEILING: the one that holds now. */
void ps_forecast_choose_present  (GtkWidget *from, PsSession *session, const PsForecastWhere *where, PsForecastMethod method);
void ps_forecast_choose_proposed (GtkWidget *from, PsSession *session, const PsForecastWhere *where);

G_END_DECLS
