/* ps-generate-table.h: a small table of master data that came with the program
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-generate-file.h"

G_BEGIN_DECLS

/* A file of data/demo: plain `;`-separated text without quotes. The data is ours, so what is wrong with it is asserted. */
typedef struct
{
  char     **columns;
  GPtrArray *rows;            /* char ** */
} PsGenerateTable;

PsGenerateTable *ps_generate_table_load    (const char *name);
void             ps_generate_table_free    (PsGenerateTable *table);
const char      *ps_generate_table_text    (const PsGenerateTable *table, guint row, const char *column);
gint64           ps_generate_table_number  (const PsGenerateTable *table, guint row, const char *column, int decimals);
int              ps_generate_table_word    (const PsGenerateTable *table, guint row, const char *column, int words);
gboolean         ps_generate_table_write   (const PsGenerateTable *table, const char *folder, const char *name,
                                            const char *header, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsGenerateTable, ps_generate_table_free)

G_END_DECLS
