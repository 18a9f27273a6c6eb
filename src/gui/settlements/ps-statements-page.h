/* ps-statements-page.h: production statements of the year: what was stated, what is missing, what differs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_STATEMENTS_PAGE (ps_statements_page_get_type ())
G_DECLARE_FINAL_TYPE (PsStatementsPage, ps_statements_page, PS, STATEMENTS_PAGE, AdwBin)

/* A row opens the form of ps-statement-form.h. Dates and limits of the year are edited from its menu. */
GtkWidget *ps_statements_page_new (PsSession *session);

G_END_DECLS
