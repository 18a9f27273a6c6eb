/* ps-statements-table.h: production statements of a year, provider by provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-statement.h"
#include "gui/ps-session.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

typedef enum
{
  PS_STATEMENTS_AGB,
  PS_STATEMENTS_PROVIDER,
  PS_STATEMENTS_STATE,
  PS_STATEMENTS_STATED,
  PS_STATEMENTS_OWN,
  PS_STATEMENTS_DIFFERENCE,
  PS_STATEMENTS_RECEIVED,
  PS_STATEMENTS_CERTIFIED,
  PS_STATEMENTS_CERTIFIED_ON,
  PS_STATEMENTS_EXPLANATION,
  PS_N_STATEMENTS_COLUMNS
} PsStatementsColumn;

/* The statements of the session's year; with its figures, of which the statements' places are. */
typedef struct
{
  PsSettledRef *figures;
  PsStatementLimits limits;
  GPtrArray *statements; /* PsProductionStatement by provider */
} PsStatementsYear;

void ps_statements_year_load_async (PsSession *session, GAsyncReadyCallback callback, gpointer user_data);
PsStatementsYear *ps_statements_year_load_finish (PsSession *session, GAsyncResult *result, GError **error);
void ps_statements_year_free (PsStatementsYear *year);

PsTable *ps_statements_table_new (void);
/* Of every provider with a settlement or a statement. A row's data is its PsStatementState (a guint), its id the provider's place. */
GPtrArray *ps_statements_table_rows (const PsStatementsYear *year, PsDate today);
PsStatementState ps_statements_table_state (PsTableRow *row);
/* How many are complete, missing and so on; when they are due and above which amount an auditor must certify. */
char *ps_statements_table_remark (const PsStatementsYear *year, GPtrArray *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsStatementsYear, ps_statements_year_free)

G_END_DECLS
