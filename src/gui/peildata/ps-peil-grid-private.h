/* ps-peil-grid-private.h: between the parts of the grid of measurements
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row of the sheet has a place in it; what is shown of it has a position (of a row that is shown: the grid's row); a line is the widgets of
 * a row, and is given to another row while scrolling. Only keys (ids) say which row is meant for longer than a moment. The cells that are typed
 * into have a column for each measure; what is shown has more columns.
 */
#pragma once

#include "gui/ps-grid-private.h"
#include "ps-peil-grid.h"

G_BEGIN_DECLS

typedef enum { PS_PEIL_ENTERED, PS_PEIL_COMPUTED, PS_PEIL_DIFFERENCE, PS_PEIL_N_FACES } PsPeilFace;

/* Columns: the keys, then per measure its faces. */
enum { PS_PEIL_PROVIDER, PS_PEIL_PRODUCT, PS_PEIL_MUNICIPALITY, PS_PEIL_N_KEYS };
#define PS_PEIL_N_COLUMNS (PS_PEIL_N_KEYS + PS_N_MEASURES * PS_PEIL_N_FACES)

/* Headings over several columns: clients, places, realised, and both of waiting. */
#define PS_PEIL_N_GROUPS 4

typedef enum { PS_PEIL_SHOW_FITTING, PS_PEIL_SHOW_ALL, PS_PEIL_SHOW_ENTERED } PsPeilShow;

typedef struct { guint row; PsGridKeys keys; } PsPeilShown;    /* keys: provider, product, municipality */
typedef struct { guint position; GtkWidget *cells[PS_PEIL_N_COLUMNS]; GtkWidget *rule; } PsPeilLine;    /* PS_NONE: of no row for the moment */
typedef struct { PsWide sum; guint n; } PsPeilSum;

struct _PsPeilGrid
{
  PsGrid grid;

  PsPeilSheet *sheet;   /* borrowed; NULL: none */
  guint serial;         /* of the sheet: another one came */
  PsPeilMatch match;
  gpointer match_data;
  GArray *shown;        /* PsPeilShown by place in the sheet */
  PsPeilSum sums[PS_N_MEASURES][2];

  /* All are children; lines only for the rows in sight, and that of the cell with the focus. */
  GPtrArray *lines;     /* PsPeilLine */
  GtkWidget *groups[PS_PEIL_N_GROUPS];
  GtkWidget *heads[PS_PEIL_N_COLUMNS];
  GtkWidget *totals[PS_PEIL_N_COLUMNS];
  GtkWidget *stripes[PS_PEIL_N_COLUMNS];  /* what the cells of a column stand on: one background instead of one a cell */
  GtkWidget *ruler;     /* measures texts; never seen */
  GtkWidget *flag;      /* the mark in the editor */
  GtkWidget *hint;      /* … and why, in words */
  guint hint_id;

  PsPeilShow show;
  gint64 least[PS_PEIL_N_COLUMNS]; /* values that have room in their column */
  gint64 most[PS_PEIL_N_COLUMNS];
  int wishes[PS_PEIL_N_COLUMNS];
  int widths[PS_PEIL_N_COLUMNS];  /* 0: not shown */
  int lefts[PS_PEIL_N_COLUMNS];   /* of the keys from the grid's edge; of the others from the first of them */
  int moving_width;
  int group_height;               /* of the upper row of headings */
  gboolean placing;               /* lines cannot be made now */
  guint bind_id;

  char *mark;           /* why what is typed, or the cell with the focus, asks for a look; NULL: it does not */
};

/* ps-peil-grid-cells.c */
void        _ps_peil_cells_class    (PsGridClass *grid_class);

/* ps-peil-grid-mark.c */
void        _ps_peil_mark_class     (PsGridClass *grid_class);
void        _ps_peil_add_flag       (PsPeilGrid *self);
void        _ps_peil_find_mark      (PsPeilGrid *self);

/* ps-peil-grid-sheet.c */
PsGridKeys  _ps_peil_keys           (const PsPeilSheet *sheet, const PsPeilRow *row);
PsPeilRow  *_ps_peil_row            (PsPeilGrid *self, guint position);
guint       _ps_peil_place          (PsPeilGrid *self, guint position);
gboolean    _ps_peil_is_open        (PsPeilGrid *self, guint position, PsMeasure measure);
gboolean    _ps_peil_by_place       (const PsPeilSheet *sheet, const PsPeilRow *row);
void        _ps_peil_fill_shown     (PsPeilGrid *self);
void        _ps_peil_put_value      (PsPeilGrid *self, guint row, PsMeasure measure, gint64 value);

/* ps-peil-grid-columns.c */
guint       _ps_peil_column         (PsMeasure measure, PsPeilFace face);
PsMeasure   _ps_peil_column_measure (guint column);
PsPeilFace  _ps_peil_column_face    (guint column);
void        _ps_peil_group_span     (guint group, guint *first, guint *last);
void        _ps_peil_measure_columns (PsPeilGrid *self);
void        _ps_peil_widen          (PsPeilGrid *self, PsMeasure measure, const PsPeilRow *row);
void        _ps_peil_fit_columns    (PsPeilGrid *self, int width);
int         _ps_peil_least_width    (PsPeilGrid *self);

/* ps-peil-grid-layout.c */
void        _ps_peil_layout_class   (GtkWidgetClass *widget_class, PsGridClass *grid_class);
gboolean    _ps_peil_get_area       (PsPeilGrid *self, guint row, guint column, GdkRectangle *area);     /* of any column that is shown */
gboolean    _ps_peil_find_at        (PsPeilGrid *self, double x, double y, guint *row, guint *column);

/* ps-peil-grid-lines.c */
void        _ps_peil_lines_class    (PsGridClass *grid_class);
void        _ps_peil_add_fixed      (PsPeilGrid *self);
void        _ps_peil_bind           (PsPeilGrid *self);          /* lines for the rows in sight; those that have one keep it as it is */
void        _ps_peil_bind_soon      (PsPeilGrid *self);
void        _ps_peil_bind_again     (PsPeilGrid *self);          /* … and says again what all of them say */
void        _ps_peil_loosen         (PsPeilGrid *self, guint was, guint is);   /* rows moved: only the line of `was` keeps its row, at `is` */
PsPeilLine *_ps_peil_find_line      (PsPeilGrid *self, guint position);
PsGridCell *_ps_peil_find_cursor    (PsPeilGrid *self);          /* the cell with the cursor; NULL: it has no line */
void        _ps_peil_free_lines     (PsPeilGrid *self);

/* ps-peil-grid-show.c */
void        _ps_peil_show_class     (PsGridClass *grid_class);
void        _ps_peil_show_heads     (PsPeilGrid *self);
void        _ps_peil_show_line      (PsPeilGrid *self, PsPeilLine *line);
void        _ps_peil_show_row       (PsPeilGrid *self, guint position);
void        _ps_peil_show_totals    (PsPeilGrid *self);
void        _ps_peil_show_place     (PsPeilGrid *self);          /* in words, of the cell with the focus */
char       *_ps_peil_format_difference (PsMeasure measure, gint64 difference);
char       *_ps_peil_name_cell      (PsPeilGrid *self, const PsPeilRow *row, PsMeasure measure);   /* "De Zilverberk, 45L01, Venlo, clients" */
void        _ps_peil_add_tooltip    (PsPeilGrid *self);

/* ps-peil-grid-hint.c */
void        _ps_peil_add_hint       (PsPeilGrid *self);
void        _ps_peil_show_hint      (PsPeilGrid *self, const char *text);
void        _ps_peil_drop_hint      (PsPeilGrid *self);
void        _ps_peil_place_hint     (PsPeilGrid *self, const GdkRectangle *editor);

G_END_DECLS
