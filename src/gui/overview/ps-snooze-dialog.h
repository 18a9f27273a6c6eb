/* ps-snooze-dialog.h: putting a signal aside until a day, with a reason
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-year-figures-data.h"

G_BEGIN_DECLS

/* `alert` is of `data`. Presented; borrowed. */
PsFormDialog *ps_snooze_dialog_present (GtkWidget *from, PsSession *session, PsOverviewData *data, const PsAlert *alert);
/* Brings one back that was put aside; the window says so, with a button to undo it. */
void          ps_snooze_wake           (GtkWidget *from, PsSession *session, PsOverviewData *data, const PsAlert *alert);

G_END_DECLS
