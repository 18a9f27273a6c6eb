/* ps-statement-limits.h: the form of the dates and limits of a year's production statements
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-statement.h"
#include "gui/ps-form-dialog.h"

G_BEGIN_DECLS

/* `limits`: as they are shown; copied. */
PsFormDialog *ps_statement_limits_open (GtkWidget *from, PsSession *session, const PsStatementLimits *limits);

G_END_DECLS
