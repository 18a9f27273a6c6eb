/* ps-letter-drafts-table.h: who asks for a letter at a peildatum, a row each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/bandwidth/ps-bandwidth-data.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* What a row's provider is. */
typedef struct
{
  char        *agb;
  PsLetterKind kind;
  gboolean     told_before;        /* the same was told earlier in the year: not chosen by itself */
} PsDraftRow;

PsTable   *ps_letter_drafts_table_new  (void);
/* What it shows; what was told before has a column where there is any. */
void       ps_letter_drafts_table_set  (PsTable *table, GPtrArray *rows);
/* Those that ask for a letter and have none at this peildatum, of `agbs` (NULL: all). PsTableRow, owned by the caller. */
GPtrArray *ps_letter_drafts_table_rows (const PsBandwidthShown *shown, const char *const *agbs);

G_END_DECLS
