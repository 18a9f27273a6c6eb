/* ps-comparison-tables.h: what differs between two settlements of a provider's year, line by line, and why
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-dossier-compare.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* A row's id is the place of its difference in comparison->lines. `region` (nullable): names municipalities. */
PsTable   *ps_comparison_lines_new  (void);
GPtrArray *ps_comparison_lines_rows (const PsComparison *comparison, const PsRegion *region, gboolean only_different);

PsTable   *ps_comparison_scopes_new  (void);
GPtrArray *ps_comparison_scopes_rows (const PsComparison *comparison, const PsRegion *region);

/* A row's id is the place of its cause in comparison->causes. */
PsTable   *ps_comparison_causes_new  (void);
GPtrArray *ps_comparison_causes_rows (const PsComparison *comparison, const PsRegion *region);

G_END_DECLS
