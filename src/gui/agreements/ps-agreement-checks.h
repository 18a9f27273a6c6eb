/* ps-agreement-checks.h: what is wrong with an agreement, with a way to each cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-agreement.h"

G_BEGIN_DECLS

#define PS_TYPE_AGREEMENT_CHECKS (ps_agreement_checks_get_type ())
G_DECLARE_FINAL_TYPE (PsAgreementChecks, ps_agreement_checks, PS, AGREEMENT_CHECKS, GtkWidget)

/* Signal: "cell-wanted" (guint group, guint municipality; PS_NONE: any). `with_links`: rows lead to their cell. */
GtkWidget *ps_agreement_checks_new  (gboolean with_links);
void       ps_agreement_checks_show (PsAgreementChecks *self, const PsRegion *region, GPtrArray *problems);   /* of PsAgreementProblem */
guint      ps_agreement_checks_count_blocking (GPtrArray *problems);
/* "AMB1, Venlo: …", owned by the caller. */
char      *ps_agreement_problem_text (const PsRegion *region, const PsAgreementProblem *problem);

G_END_DECLS
