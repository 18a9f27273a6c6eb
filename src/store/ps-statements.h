/* ps-statements.h: production statements of providers, and the dates and limits of a year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-statement.h"
#include "ps-change.h"

G_BEGIN_DECLS

/* On a worker. */
gboolean ps_statements_limits (PsStore *store, int year, PsStatementLimits *limits,
                               GError **error); /* the year's, else the last before it */
GPtrArray *ps_statements_list (PsStore *store, const PsRegion *region, int year,
                               GError **error); /* PsProductionStatement by provider: those that there are */
PsProductionStatement *ps_statements_find (PsStore *store, const PsRegion *region, guint provider, int year,
                                           GError **error); /* NULL without an error: none */
/* `before` NULL: nothing was entered. Refused (PS_STORE_ERROR_RULE) where it makes no sense. */
gboolean ps_statements_save (PsStore *store, const char *actor, const PsRegion *region, const PsProductionStatement *before,
                             const PsProductionStatement *after, gint64 *record, GError **error);
gboolean ps_statements_save_limits (PsStore *store, const char *actor, const PsStatementLimits *before,
                                    const PsStatementLimits *after, const char *reason, gint64 *record, GError **error);
/* The row of a statement as if nothing had been entered: that one was entered is undone so, for it is never deleted. */
PsRecord *ps_statements_emptied (const PsRecord *record);

G_END_DECLS
