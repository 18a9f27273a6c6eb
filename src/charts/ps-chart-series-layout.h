/* ps-chart-series-layout.h: where everything of a chart of series lies, and what all its shapes share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-axis.h"
#include "ps-chart-legend.h"
#include "ps-chart-series.h"

G_BEGIN_DECLS

/* What a series is drawn with. */
typedef struct
{
  const PsSeries *series;
  guint      nth;                  /* of those of its role */
  int        part;                 /* of a whole: its place in the palette, PS_PART_OTHERS: gathered; -1: it is no part */
  PsSwatch   swatch;
} PsSeriesLook;

/* A word beside the end of a line or a stack. */
typedef struct
{
  char      *text;
  PsSwatch   swatch;
  gboolean   bold;
  double     at;                   /* the height of what it names */
  gboolean   drawn;                /* FALSE: nothing is known of it, so there is nothing to lead to */
  double     top;
} PsSeriesEnd;

/* Upright shapes have a column (slot) a category from left to right, or one for many; the lying one a row a category. */
typedef struct
{
  const PsSeriesSet *set;
  PsSeriesLook *looks;             /* one a series */
  guint      n_values;             /* series of the role PS_ROLE_VALUE (and PS_ROLE_PART, where parts are not stacked) */
  guint      n_last;
  gboolean   stacked;              /* it has parts that make a whole */
  gboolean   others;               /* some of the parts are gathered */
  double     width;
  double     height;
  double     line_height;
  GArray    *legend;               /* PsLegendItem */
  GArray    *ends;                 /* PsSeriesEnd; empty: the legend says it */
  double     ends_x;
  double     ends_width;
  char      *note;                 /* what must be known to read it; NULL: nothing */
  gboolean   note_below;           /* on a line of its own, below the title */
  double     top;                  /* below the title and the notes */
  PsBox      plot;
  PsAxis     axis;                 /* upwards; of rows to the right */
  guint      n_slots;
  double     slot_width;
  double     words_y;              /* of the categories */
  guint      word_lines;           /* that each of them may take */
  double     bottom;
  double     names_x;              /* of rows */
  double     names_width;
  double     values_right;         /* of rows: where their figures end; 0: there is no room for them */
} PsSeriesFrame;

/* How a shape is laid out and drawn. */
typedef struct
{
  double     least_slot;           /* in units: narrower columns are drawn together */
  double     share;                /* of a column that bars take */
  gboolean   ends;                 /* words at the ends rather than a legend, where there is room */
  void     (*draw)  (PsPen *pen, const PsSeriesFrame *frame);
  /* Where the figure of a series lies; FALSE: it is not drawn. */
  gboolean (*point) (const PsSeriesFrame *frame, guint series, guint category, double *x, double *y);
} PsSeriesShape;

extern const PsSeriesShape ps_series_bars_shape;     /* ps-chart-bars.c: upright, beside each other and stacked */
extern const PsSeriesShape ps_series_lines_shape;    /* ps-chart-lines.c */
extern const PsSeriesShape ps_series_spread_shape;   /* ps-chart-spread.c */
const PsSeriesShape *ps_series_shape (const PsSeriesSet *set);   /* NULL: rows */

/* ps-chart-series-layout.c */
double   ps_series_frame_least_height (PsPen *pen, const PsSeriesSet *set, double width, gboolean natural);
void     ps_series_frame_init         (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height);
void     ps_series_frame_begin        (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height);
gboolean ps_series_frame_take_note    (PsSeriesFrame *frame, PsPen *pen);
double   ps_series_frame_add_legend   (PsSeriesFrame *frame, PsPen *pen, double most_height);
void     ps_series_frame_clear        (PsSeriesFrame *frame);
const PsSeries *ps_series_of          (const PsSeriesSet *set, guint place);
double   ps_series_up                 (const PsSeriesFrame *frame, gint64 value);
double   ps_series_slot_x             (const PsSeriesFrame *frame, guint slot);
guint    ps_series_slot_first         (const PsSeriesFrame *frame, guint slot);   /* its first category; of n_slots: how many there are */
double   ps_series_category_x         (const PsSeriesFrame *frame, guint category);   /* the middle */
double   ps_series_norm_x             (const PsSeriesFrame *frame, guint category);   /* of a distribution: its end */

/* ps-chart-series-range.c */
#define PS_PART_OTHERS PS_N_PARTS
gboolean ps_series_is_part            (const PsSeriesSet *set, const PsSeries *series);
void     ps_series_give_looks         (PsSeriesFrame *frame, const PsChartStyle *style);
void     ps_series_find_range         (const PsSeriesSet *set, gint64 *low, gint64 *high);
/* What lies between the parts of a whole: those above 0 on each other, those below it under each other. FALSE: not known. */
gboolean ps_series_stack_part         (const PsSeriesFrame *frame, guint series, guint category, gint64 *from, gint64 *to);
gint64   ps_series_stack_total        (const PsSeriesSet *set, guint category);
/* The least and the largest of the categories first up to end; FALSE: none is known. */
gboolean ps_series_extremes           (const PsSeries *series, guint first, guint end, gint64 *low, gint64 *high);
guint    ps_series_peak               (const PsSeriesFrame *frame, guint slot);   /* the category of the highest stack of a slot */

/* ps-chart-series-names.c: the categories below the plot */
guint    ps_series_names_lines        (const PsSeriesFrame *frame, PsPen *pen, guint most);
void     ps_series_draw_names         (PsPen *pen, const PsSeriesFrame *frame);

/* ps-chart-series-draw.c */
void     ps_series_draw_header        (PsPen *pen, const PsSeriesFrame *frame);
void     ps_series_draw_axis          (PsPen *pen, const PsSeriesFrame *frame);
void     ps_series_draw_ends          (PsPen *pen, const PsSeriesFrame *frame);
void     ps_series_draw_nothing       (PsPen *pen, const PsSeriesFrame *frame);
void     ps_series_draw_band          (PsPen *pen, const PsSeriesFrame *frame, gboolean stepped);
void     ps_series_draw_rules         (PsPen *pen, const PsSeriesFrame *frame);   /* what is agreed, a step a category */
void     ps_series_draw_line          (PsPen *pen, const PsSeriesFrame *frame, guint series);
gboolean ps_series_has_marks          (const PsSeriesFrame *frame, PsPen *pen);

/* ps-chart-rows-layout.c */
double   ps_rows_least_height         (PsPen *pen, const PsSeriesSet *set, double width, gboolean natural);
void     ps_rows_layout_init          (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height);
double   ps_rows_pitch                (const PsSeriesFrame *frame);
PsBox    ps_rows_bar                  (const PsSeriesFrame *frame, PsPen *pen, guint series, guint category);
gboolean ps_rows_has_figure           (const PsSeriesFrame *frame, guint series);
guint    ps_rows_n_left_out           (const PsSeriesFrame *frame);
/* ps-chart-rows.c */
void     ps_rows_draw                 (PsPen *pen, const PsSeriesFrame *frame);

/* ps-chart-series-words.c */
char         *ps_series_title         (gconstpointer chart);
char         *ps_series_frame_note    (const PsSeriesFrame *frame, gboolean own);
char         *ps_series_slot_title    (const PsSeriesSet *set, guint first, guint end);
char         *ps_series_slot_value    (const PsSeriesSet *set, const PsSeries *series, guint first, guint end);
char         *ps_series_describe      (gconstpointer chart);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsSeriesFrame, ps_series_frame_clear)

G_END_DECLS
