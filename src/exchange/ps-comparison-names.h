/* ps-comparison-names.h: the figures and causes of a comparison, as programs know them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-dossier-compare.h"

G_BEGIN_DECLS

/* The amounts of a line in the order of the JSON (docs/files-and-cli.md). A contract: add at the end, never change. */
#define PS_N_LINE_FIGURES 13

const char *ps_line_figure_name (guint figure);                                    /* "gross_cents" … */
gint64      ps_line_figure      (const PsSettlementLine *line, guint figure);      /* the ceiling of a line that was not agreed: PS_NO_NUMBER */
const char *ps_cause_code       (PsCauseKind kind);                                /* "line", "decision" … */
const char *ps_cause_change_code (PsCauseChange change);                           /* "added", "removed", "changed" */

G_END_DECLS
