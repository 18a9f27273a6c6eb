/* cli-table.h: rows and columns on a terminal
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { PS_CLI_LEFT, PS_CLI_RIGHT } PsCliSide;

typedef struct _PsCliTable PsCliTable;

/* Columns are as wide as their widest cell, in places of the screen: accents take none, wide characters two. */
PsCliTable *ps_cli_table_new        (void);
void        ps_cli_table_free       (PsCliTable *table);
void        ps_cli_table_set_widest (PsCliTable *table, int places);          /* of a text; the rest of a longer one is left out */
void        ps_cli_table_add_column (PsCliTable *table, const char *title, PsCliSide side);
void        ps_cli_table_add_cell   (PsCliTable *table, const char *text);
void        ps_cli_table_take_cell  (PsCliTable *table, char *text);          /* owned by the table from now on */
void        ps_cli_table_add_rule   (PsCliTable *table);                      /* a line across, before a total */
void        ps_cli_table_write      (PsCliTable *table, GString *text, int indent);
int         ps_cli_display_width    (const char *text);
char       *ps_cli_one_line         (const char *text, int most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCliTable, ps_cli_table_free)

G_END_DECLS
