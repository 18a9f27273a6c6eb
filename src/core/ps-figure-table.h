/* ps-figure-table.h: figures as a table and as tiles: the same for the window, the report and the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-region.h"
#include "ps-value.h"

G_BEGIN_DECLS

typedef struct
{
  char       *id;                  /* stable: "inflow", for CSV headings, settings and tests */
  char       *title;               /* translated */
  PsValueKind kind;
  gboolean    total;               /* the table's sum of it makes sense (shares and days never do) */
} PsFigureColumn;

typedef struct
{
  guint    provider;               /* what the row is about, by place; PS_NONE: nothing that can be opened, as the next one */
  guint    product;
  gboolean is_total;
  char   **texts;                  /* a column each; NULL where it is a number */
  gint64  *numbers;                /* a column each; PS_NO_NUMBER where it is a text, or not known */
} PsFigureRow;

typedef struct
{
  char      *id;                   /* stable: "places-by-product" */
  char      *title;                /* translated */
  char      *note;                 /* NULL: none */
  GPtrArray *columns;              /* PsFigureColumn */
  GPtrArray *rows;                 /* PsFigureRow */
} PsFigureTable;

PsFigureTable *ps_figure_table_new        (const char *id, const char *title);
void           ps_figure_table_free       (PsFigureTable *table);
guint          ps_figure_table_add_column (PsFigureTable *table, const char *id, const char *title, PsValueKind kind, gboolean total);
PsFigureRow   *ps_figure_table_add_row    (PsFigureTable *table);  /* borrowed; empty; after all columns */
void           ps_figure_row_set_text     (PsFigureRow *row, guint column, const char *text);
void           ps_figure_row_set_number   (PsFigureRow *row, guint column, gint64 number);
char          *ps_figure_table_cell       (const PsFigureTable *table, guint row, guint column);   /* as people write it; owned by the caller */
PsFigureRow   *ps_figure_table_find       (const PsFigureTable *table, guint column, const char *text);   /* NULL: none */

/* One figure that stands by itself, with last year's. */
typedef struct
{
  char       *id;                  /* stable: "clients" */
  char       *label;               /* translated: "Clients" */
  PsValueKind kind;
  gint64      value;
  gint64      last;                /* over the same period a year before; PS_NO_NUMBER: not known */
  char       *note;                /* translated: "143 providers"; NULL: last year's is said */
} PsTile;

PsTile *ps_tile_new  (const char *id, const char *label, PsValueKind kind, gint64 value, gint64 last, const char *note);
void    ps_tile_free (PsTile *tile);
char   *ps_tile_note (const PsTile *tile, int year);               /* its note, else "2023: 4,4 %"; NULL: nothing to say. Owned by the caller */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsFigureTable, ps_figure_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsTile, ps_tile_free)

G_END_DECLS
