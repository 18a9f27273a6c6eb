/* ps-peil-grid-private.h: between the parts of the grid of measurements
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row of the sheet has a place in it; what is shown of it has a position (of a row that is shown); a line is the widgets of a row, and is
 * given to another row while scrolling. Only keys (ids) say which row is meant for longer than a moment.
 */
#pragma once

#include "gui/ps-grid-cell.h"
#include "ps-peil-grid.h"

G_BEGIN_DECLS

typedef enum { PS_PEIL_ENTERED, PS_PEIL_COMPUTED, PS_PEIL_DIFFERENCE, PS_PEIL_N_FACES } PsPeilFace;

/* Columns: the keys, then per measure its faces. */
enum { PS_PEIL_PROVIDER, PS_PEIL_PRODUCT, PS_PEIL_MUNICIPALITY, PS_PEIL_N_KEYS };
#define PS_PEIL_N_COLUMNS (PS_PEIL_N_KEYS + PS_N_MEASURES * PS_PEIL_N_FACES)

/* Headings over several columns: clients, places, realised, and both of waiting. */
#define PS_PEIL_N_GROUPS 4

typedef enum { PS_PEIL_SHOW_FITTING, PS_PEIL_SHOW_ALL, PS_PEIL_SHOW_ENTERED } PsPeilShow;

typedef struct { gint64 provider; gint64 product; gint64 municipality; } PsPeilKeys;
typedef struct { guint row; PsPeilKeys keys; } PsPeilShown;
typedef struct { guint position; GtkWidget *cells[PS_PEIL_N_COLUMNS]; GtkWidget *rule; } PsPeilLine;    /* PS_NONE: of no row for the moment */
typedef struct { PsWide sum; guint n; } PsPeilSum;

struct _PsPeilGrid
{
  GtkWidget parent;

  PsPeilSheet *sheet;   /* borrowed; NULL: none */
  guint serial;         /* of the sheet: another one came */
  gboolean editable;
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
  GtkWidget *editor;    /* GtkText, over the cell that is typed in */
  GtkWidget *flag;      /* the mark in the editor */
  GtkWidget *hint;      /* … and why, in words */
  guint hint_id;
  GtkWidget *popover;
  GMenuModel *menu;

  GtkAdjustment *adjustments[2];  /* by orientation */
  GtkScrollablePolicy policies[2];
  PsPeilShow show;
  gboolean measure_wanted;        /* letters may be of another size */
  gint64 least[PS_PEIL_N_COLUMNS]; /* values that have room in their column */
  gint64 most[PS_PEIL_N_COLUMNS];
  int wishes[PS_PEIL_N_COLUMNS];
  int widths[PS_PEIL_N_COLUMNS];  /* 0: not shown */
  int lefts[PS_PEIL_N_COLUMNS];   /* of the keys from the grid's edge; of the others from the first of them */
  int keys_width;
  int moving_width;
  int row_height;
  int group_height;
  int head_height;                /* of both rows of headings */
  int view_width;                 /* what moves is seen in: as it was placed last */
  int view_height;
  gboolean placing;               /* lines cannot be made now */
  guint bind_id;
  gboolean scroll_wanted;         /* to the cell with the focus, as soon as there is a size */

  guint row;            /* position of the cell that has the focus when the grid has it */
  PsMeasure measure;
  guint anchor_row;     /* the selection is the block from here to there */
  PsMeasure anchor_measure;

  gboolean editing;     /* then row and measure are the cell's */
  gboolean edit_whole;  /* arrows move in the text: F2; else they leave the cell */
  PsPeilKeys edit_keys;
  gboolean edit_understood;
  gint64 edit_value;
  char *mark;           /* why what is typed, or the cell with the focus, asks for a look; NULL: it does not */
  char *problem;
};

/* ps-peil-grid.c */
void        _ps_peil_set_problem    (PsPeilGrid *self, const char *problem);
void        _ps_peil_tell_status    (PsPeilGrid *self);
void        _ps_peil_give           (PsPeilGrid *self, GArray *given);
void        _ps_peil_move_to        (PsPeilGrid *self, guint row, PsMeasure measure, gboolean extend);
void        _ps_peil_get_block      (PsPeilGrid *self, guint *top, PsMeasure *left, guint *bottom, PsMeasure *right);

/* ps-peil-grid-sheet.c */
PsPeilKeys  _ps_peil_keys           (const PsPeilSheet *sheet, const PsPeilRow *row);
gboolean    _ps_peil_same_keys      (const PsPeilKeys *a, const PsPeilKeys *b);
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
void        _ps_peil_layout_class   (GtkWidgetClass *widget_class);
void        _ps_peil_configure      (PsPeilGrid *self);
void        _ps_peil_scroll_to      (PsPeilGrid *self, guint row, PsMeasure measure);
gboolean    _ps_peil_get_area       (PsPeilGrid *self, guint row, guint column, GdkRectangle *area);
gboolean    _ps_peil_find_at        (PsPeilGrid *self, double x, double y, guint *row, guint *column);
void        _ps_peil_find_near      (PsPeilGrid *self, double x, double y, guint *row, PsMeasure *measure);
guint       _ps_peil_rows_in_view   (PsPeilGrid *self);

/* ps-peil-grid-lines.c */
void        _ps_peil_add_fixed      (PsPeilGrid *self);
void        _ps_peil_bind           (PsPeilGrid *self);          /* lines for the rows in sight; those that have one keep it as it is */
void        _ps_peil_bind_soon      (PsPeilGrid *self);
void        _ps_peil_bind_again     (PsPeilGrid *self);          /* … and says again what all of them say */
void        _ps_peil_loosen         (PsPeilGrid *self, guint was, guint is);   /* rows moved: only the line of `was` keeps its row, at `is` */
PsPeilLine *_ps_peil_find_line      (PsPeilGrid *self, guint position);
void        _ps_peil_free_lines     (PsPeilGrid *self);

/* ps-peil-grid-show.c */
void        _ps_peil_show_heads     (PsPeilGrid *self);
void        _ps_peil_show_line      (PsPeilGrid *self, PsPeilLine *line);
void        _ps_peil_show_row       (PsPeilGrid *self, guint position);
void        _ps_peil_show_totals    (PsPeilGrid *self);
void        _ps_peil_show_selection (PsPeilGrid *self);
void        _ps_peil_show_place     (PsPeilGrid *self);          /* in words, of the cell with the focus */
char       *_ps_peil_format_difference (PsMeasure measure, gint64 difference);
char       *_ps_peil_name_cell      (PsPeilGrid *self, guint row, PsMeasure measure);   /* by place in the sheet: "De Zilverberk, 45L01, Venlo, clients" */
void        _ps_peil_add_tooltip    (PsPeilGrid *self);

/* ps-peil-grid-edit.c */
void        _ps_peil_add_editor     (PsPeilGrid *self);
void        _ps_peil_edit           (PsPeilGrid *self, const char *text);    /* NULL: what the cell has, to be changed */
gboolean    _ps_peil_commit         (PsPeilGrid *self, gboolean refocus);
gboolean    _ps_peil_understand     (PsPeilGrid *self, guint position, PsMeasure measure, const char *text, gint64 *value, char **why);
char       *_ps_peil_write          (PsMeasure measure, gint64 value);       /* as it can be typed again */
void        _ps_peil_lose           (PsPeilGrid *self);                      /* the row that is typed in is gone */
void        _ps_peil_find_mark      (PsPeilGrid *self);

/* ps-peil-grid-hint.c */
void        _ps_peil_add_hint       (PsPeilGrid *self);
void        _ps_peil_show_hint      (PsPeilGrid *self, const char *text);
void        _ps_peil_drop_hint      (PsPeilGrid *self);
void        _ps_peil_place_hint     (PsPeilGrid *self, const GdkRectangle *editor);

/* ps-peil-grid-keys.c */
void        _ps_peil_add_keys       (PsPeilGrid *self);
gboolean    _ps_peil_focus          (GtkWidget *widget, GtkDirectionType direction);
gboolean    _ps_peil_move_by_key    (PsPeilGrid *self, guint key, gboolean control, gboolean extend);
gboolean    _ps_peil_step_row       (PsPeilGrid *self, int by);      /* to the next cell of the column that can be typed into */
gboolean    _ps_peil_step_cell      (PsPeilGrid *self, int by);      /* … of the row, then of the next row */

/* ps-peil-grid-pointer.c */
void        _ps_peil_add_pointer    (PsPeilGrid *self);
void        _ps_peil_show_menu      (PsPeilGrid *self, guint row, PsMeasure measure);   /* at that cell */

G_END_DECLS
