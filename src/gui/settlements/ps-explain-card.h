/* ps-explain-card.h: a settlement step by step, how deductions were divided, and what each municipality gets
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-dossier.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* The steps in the order in which they are taken (domain.md §6). */
typedef enum
{
  PS_EXPLAIN_APPROVE,
  PS_EXPLAIN_PRICE,
  PS_EXPLAIN_NORM_DURATION,
  PS_EXPLAIN_SCOPES,
  PS_EXPLAIN_BANDS,
  PS_EXPLAIN_EXEMPTIONS,
  PS_EXPLAIN_DIVISION,
  PS_EXPLAIN_PAID,
  PS_EXPLAIN_BEFORE,
} PsExplainStep;

/* A list whose rows open where their figure comes from: "row-activated", and which step it is. `before_cents`: settled by earlier final
 * ones. */
GtkWidget    *ps_explain_steps_new  (const PsDossier *dossier, gint64 before_cents, gint64 amount_cents);
PsExplainStep ps_explain_steps_get  (GtkListBoxRow *row);

/* Words or an amount of a step; css_class may be NULL. What stands at the left wraps. */
GtkWidget    *ps_explain_label_new  (const char *text, float xalign, const char *css_class);

/* The deduction of each scope over its lines; a row's id is the place of its line. Together what was deducted. NULL: nothing was. */
PsTable      *ps_explain_division_table_new (const PsRegion *region, const PsSettlement *settlement);
/* What each municipality pays; together the settlement's totals. */
PsTable      *ps_explain_municipalities_table_new (const PsRegion *region, const PsSettlement *settlement);

G_END_DECLS
