/* ps-table.h: a list of figures: filter as you type, sort by each column, totals, copy, export
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Around a GtkColumnView: what GTK 4.8 lacks for tables of money (headers that work by keyboard, a footer with totals, an export).
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PS_COLUMN_TEXT,
  PS_COLUMN_MONEY,       /* cents; summed in the footer where `total` is set */
  PS_COLUMN_COUNT,
  PS_COLUMN_PERCENT,     /* basis points; never summed */
  PS_COLUMN_DATE,        /* PsDate */
  PS_COLUMN_TARIFF,      /* ten-thousandths */
  PS_COLUMN_VOLUME,      /* thousandths */
  PS_COLUMN_DRAWING,     /* drawn by the table's draw function; sorted by its number */
} PsColumnKind;

typedef struct
{
  const char  *id;       /* stable, for settings and tests */
  const char  *title;    /* translated */
  PsColumnKind kind;
  int          width;    /* in characters: of a text at most, of a number at least; 0: takes what is left */
  gboolean     total;
  gboolean     bold;
  int          least;    /* in characters, kept for a text that takes what is left (0: enough for a name), or that may take several lines */
  gboolean     cut_title; /* its title has the room of what is below it: a name above figures; all of it is the title's tooltip */
  int          lines;    /* of a text, that a cell has at most where the column is narrow; 0: one */
  gboolean     two_lines; /* its title stands on two lines where it has words for it: small figures beside many others */
} PsColumn;

/* A row: texts for TEXT columns, numbers (PS_NO_NUMBER: empty) for the others, by column. `id` and `data` are the page's own. */
#define PS_TYPE_TABLE_ROW (ps_table_row_get_type ())
G_DECLARE_FINAL_TYPE (PsTableRow, ps_table_row, PS, TABLE_ROW, GObject)
/* Immutable once it is given to a table. A text on a number's column is shown instead of the number, and is what a drawing says
 * to those who cannot see it; sorting, totals and exports keep to the number. */
PsTableRow *ps_table_row_new        (guint n_columns, guint64 id, gpointer data, GDestroyNotify free_data);
void        ps_table_row_set_text   (PsTableRow *row, guint column, const char *text);
void        ps_table_row_set_number (PsTableRow *row, guint column, gint64 number);
/* Its numbers are of another kind than the table's columns of numbers, in which different figures of one thing stand below each other. Give
 * each a text as well: that is shown. Such a row does not move when those columns are sorted: its numbers cannot be compared with others. */
void        ps_table_row_set_kind   (PsTableRow *row, PsColumnKind kind);
/* It stands for others that are not shown: it stays below all that are, wherever sorting puts those. */
void        ps_table_row_set_last   (PsTableRow *row);
guint64     ps_table_row_get_id     (PsTableRow *row);
gpointer    ps_table_row_get_data   (PsTableRow *row);
const char *ps_table_row_get_text   (PsTableRow *row, guint column);
gint64      ps_table_row_get_number (PsTableRow *row, guint column);

#define PS_TYPE_TABLE (ps_table_get_type ())
G_DECLARE_FINAL_TYPE (PsTable, ps_table, PS, TABLE, GtkWidget)

typedef void (*PsTableDraw) (PsTableRow *row, guint column, cairo_t *cr, int width, int height, GtkWidget *widget, gpointer user_data);
typedef gboolean (*PsTableMatch) (PsTableRow *row, gpointer user_data);
typedef char *(*PsTableCount) (guint n_shown, guint n_rows);   /* "12 of 41 providers", translated, owned by the caller */

/* Signals: "row-activated" (PsTableRow *), by a click, or Enter on a row; "shown-changed" after filter, sort or rows changed;
 * "selection-changed". Actions (also by its menu button): table.sort("column-id"), table.copy, table.export-csv, table.export-xlsx. */
GtkWidget  *ps_table_new            (const PsColumn *columns, guint n_columns, const char *accessible_name);
void        ps_table_set_rows       (PsTable *self, GPtrArray *rows);              /* of PsTableRow; keeps filter, sort, selection */
void        ps_table_set_filter     (PsTable *self, const char *text);             /* case and accents do not matter; NULL: all */
void        ps_table_set_match      (PsTable *self, PsTableMatch match, gpointer user_data);   /* a further filter */
void        ps_table_set_sort       (PsTable *self, const char *column_id, gboolean descending);
void        ps_table_set_draw       (PsTable *self, PsTableDraw draw, gpointer user_data);
void        ps_table_set_natural    (PsTable *self, gboolean natural);             /* as high as its rows: for short tables on a page that scrolls */
void        ps_table_set_empty      (PsTable *self, const char *title, const char *description);
void        ps_table_set_total_row  (PsTable *self, PsTableRow *row);              /* given, not summed, as long as all rows are shown; NULL: none */
void        ps_table_set_count      (PsTable *self, PsTableCount count);           /* what the footer says of the rows that are shown */
void        ps_table_set_footer     (PsTable *self, gboolean footer);              /* FALSE: without: for the first few rows of more */
void        ps_table_show_title     (PsTable *self, guint column, const char *title, const char *tip);  /* in its header; NULL: the column's own */
void        ps_table_set_column_visible (PsTable *self, guint column, gboolean visible);   /* copies and exports keep it */
void        ps_table_set_drops      (PsTable *self, const guint *columns, guint n_columns);    /* left out where there is no room; likewise */
void        ps_table_set_export_name (PsTable *self, const char *name);            /* of the file that is proposed, without its ending */
void        ps_table_set_selected   (PsTable *self, guint64 id);                   /* selects the row and scrolls to it */
GPtrArray  *ps_table_get_selected   (PsTable *self);                               /* borrowed PsTableRow, as shown; the array is the caller's */
void        ps_table_select_all     (PsTable *self);
void        ps_table_focus_rows     (PsTable *self);                               /* the first that is selected, or where the focus was in it */
void        ps_table_select_ids     (PsTable *self, const GArray *ids);            /* guint64: these, and no others */
void        ps_table_set_row_menu   (PsTable *self, GMenuModel *menu);             /* on top of the context menu; NULL: nothing */
const char *ps_table_get_column_id  (PsTable *self, guint column);                 /* NULL beyond the last */
guint       ps_table_get_n_shown    (PsTable *self);
PsTableRow *ps_table_get_shown      (PsTable *self, guint position);               /* borrowed; NULL beyond the end */
gint64      ps_table_get_total      (PsTable *self, guint column);                 /* of what is shown; PS_NO_NUMBER where it makes no sense */
char       *ps_table_to_text        (PsTable *self);                               /* what Ctrl+C copies: the selection, or all that is shown */
char       *ps_table_to_csv         (PsTable *self);                               /* what is shown, for spreadsheets */
void        ps_table_save           (PsTable *self, GFile *file, gboolean as_sheet);   /* what is shown, written on a worker: XLSX or CSV */
GtkWidget  *ps_table_get_menu       (PsTable *self);                               /* a menu button with sort, copy, export to place in a page's header */

/* Removes `page` from `stack`, after the long tables in it were taken apart: that takes longer than a frame at once. Show another
 * page first; this one must not be shown again. */
void        ps_table_retire_page    (GtkStack *stack, GtkWidget *page);

G_END_DECLS
