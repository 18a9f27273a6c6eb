/* ps-table-private.h: what the parts of a table share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   rows ──filter──▶ ──sort──▶ shown ──▶ PsTableModel ──▶ GtkMultiSelection ──▶ GtkColumnView
 *   (ps-table-order.c)                   (reveals slices)                       between a header and a footer strip
 */
#pragma once

#include "ps-fold.h"
#include "ps-table.h"
#include "ps-table-model.h"
#include "ps-table-strip.h"

G_BEGIN_DECLS

#define PS_TABLE_PADDING 18         /* left and right of a cell together, as in the style sheet */

typedef struct
{
  guint    column;           /* PS_NONE: in the order in which they came */
  gboolean descending;
} PsTableSort;

struct _PsTable
{
  GtkWidget          parent;

  /* Owned */
  PsColumn          *columns;      /* with texts of their own */
  guint              n_columns;
  char              *name;
  char              *export_name;
  GPtrArray         *rows;         /* PsTableRow, all of them */
  PsTableRow        *total_row;    /* what the footer says where it is no sum; NULL: none */
  char             **words;        /* folded words of the filter; NULL: none */
  gint64            *totals;       /* by column, of what is shown */
  int               *natural;      /* widths in pixels, by column */
  gboolean          *hidden;       /* by column: not shown */
  gboolean          *unwanted;     /* by column: hidden by the page, not because there is no room */
  GArray            *drops;        /* guint: the columns that give way where there is no room; NULL: none */
  int                fit_width;    /* that there is room for; 0: not known yet */
  guint              fit_source;
  int               *wrap_widths;  /* in pixels, by column, for which lines of texts are counted; 0: not known yet */
  guint              wrap_source;
  int               *decimals;     /* by column: of percentages, as many as the one that needs most of them */
  PsTableModel      *model;
  GtkMultiSelection *selection;
  GSimpleActionGroup *actions;
  GtkFileChooserNative *chooser;   /* while it is open */
  GMenuModel        *row_menu;     /* of the page, for the rows that are selected; NULL: none */

  /* Children */
  PsTableStrip      *header;
  PsTableStrip      *footer;
  GtkWidget         *scroller;
  GtkColumnView     *view;
  GtkWidget         *empty;
  GtkLabel          *empty_title;
  GtkLabel          *empty_description;
  GtkWidget         *popover;      /* the context menu, made when first asked for */
  GtkWidget         *focus_before; /* weak: where the focus was when that was opened */

  /* State */
  PsTableSort        sort;
  PsTableMatch       match;
  gpointer           match_data;
  PsTableDraw        draw;
  gpointer           draw_data;
  PsTableCount       count;
  char              *no_rows_title;
  char              *no_rows_description;
  guint              reveal_source;
  double             restore_value;    /* where to scroll to when there are rows enough; negative: nowhere */
  int                restore_frames;
  gint64             mapped_at;    /* monotonic: a double click on the page before must not open something here */
  gint64             opened_at;    /* the same, when a click opened a row; 0: none did */
  gboolean           is_natural;
  gboolean           no_footer;
};

/* ps-table-row.c */
const char *ps_table_row_collation (PsTableRow *row, guint column);
const char *ps_table_row_folded    (PsTableRow *row);
gboolean    ps_table_row_has_kind  (PsTableRow *row);
gboolean    ps_table_row_is_last   (PsTableRow *row);
/* Of a number of the row in a column of that kind. */
PsColumnKind ps_table_row_kind     (PsTableRow *row, PsColumnKind column_kind);

/* ps-table-fit.c */
void        _ps_table_fit_queue    (PsTable *self, int width);
void        _ps_table_fit          (PsTable *self);

/* ps-table-wrap.c */
void        _ps_table_wrap_cell    (PsTable *self, guint column, GtkWidget *cell, const char *text);
gboolean    _ps_table_wrap_is_cut  (GtkInscription *cell);
void        _ps_table_wrap_queue   (PsTable *self, const int *widths);

/* ps-table-order.c */
char      **ps_table_words     (const char *filter);
char       *ps_table_collation_key (const char *text);
GPtrArray  *ps_table_order     (PsTable *self);
gint64      ps_table_sum       (GPtrArray *shown, guint column);

/* ps-table-select.c */
void        ps_table_watch_selection (PsTable *self);
void        ps_table_add_select_gesture (PsTable *self);
void        ps_table_select_at     (PsTable *self, double x, double y);

/* ps-table-text.c */
char       *ps_table_cell_text  (PsTable *self, PsTableRow *row, guint place);
char       *ps_table_format     (PsTable *self, guint column, gint64 number);
void        ps_table_find_decimals (PsTable *self);
gboolean    ps_column_is_number (const PsColumn *column);
GString    *ps_table_write      (const PsColumn *columns, guint n_columns, GPtrArray *rows, char separator);
GPtrArray  *ps_table_copied     (PsTable *self);

/* ps-table-view.c */
void        ps_table_add_columns (PsTable *self);
gboolean    ps_table_dismantle   (PsTable *self);
void        ps_table_let_go      (GPtrArray *rows);
void        ps_table_refill_slot (PsTableSlot *slot, gpointer user_data);
gboolean    ps_table_on_tooltip_queried_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PsTable *self);

/* ps-table-widths.c */
void        ps_table_update_widths (PsTable *self);
int         _ps_table_narrow_width (PsTable *self, guint column);
void        ps_table_share_widths  (PsTable *self, int total, int *widths);

/* ps-table-header.c */
void        ps_table_fill_header   (PsTable *self);
void        ps_table_update_header (PsTable *self);
void        ps_table_fill_footer   (PsTable *self);
void        ps_table_update_span   (PsTable *self);
void        ps_table_update_footer (PsTable *self);

/* ps-table-actions.c */
void        ps_table_add_actions    (PsTable *self);
void        ps_table_add_menu_keys  (GtkWidgetClass *widget_class);
void        ps_table_show_menu      (PsTable *self, const GdkRectangle *at);
void        ps_table_update_actions (PsTable *self);
GMenuModel *ps_table_make_menu      (PsTable *self);

/* ps-table-export.c */
void        ps_table_export         (PsTable *self, gboolean as_sheet);

/* ps-table-show.c */
void        ps_table_refresh        (PsTable *self);
void        ps_table_apply_sort     (PsTable *self, guint column, gboolean descending);
void        ps_table_stop_revealing (PsTable *self);

G_END_DECLS
