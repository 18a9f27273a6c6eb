/* ps-agreements-list.h: the agreements of the year, a row a provider: read on a worker, shown as a table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

typedef enum
{
  PS_AGREEMENTS_PROVIDER, PS_AGREEMENTS_STATE, PS_AGREEMENTS_LINES, PS_AGREEMENTS_CEILING, PS_AGREEMENTS_LAST, PS_AGREEMENTS_GROWTH,
  PS_AGREEMENTS_WARNINGS, PS_AGREEMENTS_SCOPE, PS_AGREEMENTS_SCHEME, PS_AGREEMENTS_AGB, PS_N_AGREEMENTS_COLUMNS
} PsAgreementsColumn;

/* What a row is, for the filters: the data of a PsTableRow. */
typedef struct
{
  char    *agb;
  gboolean there;        /* has an agreement, a draft at least */
  gboolean draft;        /* has a draft */
  gboolean agreed;
  gboolean expected;     /* contracted, and there in the year */
  GArray  *schemes;      /* gint64: ids of those that its lines have */
  guint    n_problems;
} PsAgreementsRow;

typedef struct
{
  int        year;
  GPtrArray *rows;       /* PsTableRow, made on the main thread by ps_agreements_list_finish() */
} PsAgreementsList;

void              ps_agreements_list_async  (PsSession *session, GAsyncReadyCallback callback, gpointer user_data);
PsAgreementsList *ps_agreements_list_finish (PsSession *session, GAsyncResult *result, GError **error);
void              ps_agreements_list_free   (PsAgreementsList *list);

PsTable          *ps_agreements_table_new   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsAgreementsList, ps_agreements_list_free)

G_END_DECLS
