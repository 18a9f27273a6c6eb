/* ps-pdf-private.h: a document in points while it is made: blocks as they were asked for, pieces that stay together, pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-pdf.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4; margins of 25 mm at the left (a ring binder), top and bottom, of 20 mm at the right. */
#define PS_PDF_PAGE_WIDTH 595.276
#define PS_PDF_PAGE_HEIGHT 841.89
#define PS_PDF_LEFT_EDGE 70.866
#define PS_PDF_RIGHT_EDGE (PS_PDF_PAGE_WIDTH - 56.693)
#define PS_PDF_TOP 70.866
#define PS_PDF_BOTTOM (PS_PDF_PAGE_HEIGHT - 70.866)
#define PS_PDF_BODY_WIDTH (PS_PDF_RIGHT_EDGE - PS_PDF_LEFT_EDGE)
#define PS_PDF_BODY_HEIGHT (PS_PDF_BOTTOM - PS_PDF_TOP)

typedef enum { PS_PDF_INK, PS_PDF_DIM } PsPdfTone;
typedef struct { double size; gboolean bold; PsPdfTone tone; } PsPdfFont;

/* What a document is made with. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  PangoContext    *context;
  PangoFontDescription *description;
  PangoAttrList   *attributes;
  GPtrArray       *pages;          /* cairo_surface_t, one a page, for a printer; NULL: a PDF */
  GHashTable      *layouts;        /* of texts that are not broken, by font and text */
  PsChartStyle     style;          /* of paper: colours and family are those of the charts */
} PsPdfPress;

/* A text broken into lines of one height, whatever fonts it needed. */
typedef struct
{
  PangoLayout *layout;
  PsPdfFont    font;
  PsPdfAlign   align;
  double       width;              /* that it is broken to and aligned in */
  int          n_lines;            /* 0: not broken yet */
} PsPdfLines;

void     ps_pdf_press_open       (PsPdfPress *press, const PsPdfLook *look, GByteArray *bytes);
gboolean ps_pdf_press_close      (PsPdfPress *press, GError **error);    /* finishes the bytes */
void     ps_pdf_press_prepare    (PsPdfPress *press);                    /* what draws texts on its surface */
void     ps_pdf_press_open_pages (PsPdfPress *press);                    /* recording surfaces instead: no bytes, tags or bookmarks */
void     ps_pdf_press_next_page  (PsPdfPress *press);
void     ps_pdf_tag_begin        (PsPdfPress *press, const char *tag);
void     ps_pdf_tag_end          (PsPdfPress *press, const char *tag);
void     ps_pdf_draw             (PsPdfPress *press, PsPdf *pdf, guint *n_pages);    /* lays it out and draws it, once */

PsPdfLines *ps_pdf_lines_new     (PsPdfPress *press, const PsPdfFont *font, PsPdfAlign align, const char *text);
void     ps_pdf_lines_free       (PsPdfLines *lines);
void     ps_pdf_lines_resize     (PsPdfPress *press, PsPdfLines *lines, double size);
void     ps_pdf_lines_break      (PsPdfLines *lines, double width);
void     ps_pdf_lines_shorten    (PsPdfLines *lines, double width);
double   ps_pdf_lines_natural    (const PsPdfLines *lines);               /* its widest line as it is broken now */
double   ps_pdf_lines_longest_word (const PsPdfLines *lines);
double   ps_pdf_lines_leading    (const PsPdfLines *lines);
double   ps_pdf_lines_height     (const PsPdfLines *lines);
void     ps_pdf_lines_draw       (PsPdfPress *press, const PsPdfLines *lines, int first, int n, double x, double y);
void     ps_pdf_show_line        (PsPdfPress *press, PangoLayout *layout, int place, double x, double y);
char    *ps_pdf_clean            (const char *text, gboolean lines);
void     ps_pdf_rule             (PsPdfPress *press, PsColour colour, double width, double y);
void     ps_pdf_colour           (PsPdfPress *press, PsColour colour);

/* ---- what was asked for */

typedef enum
{
  PS_PDF_BLOCK_TEXT,
  PS_PDF_BLOCK_FACT,
  PS_PDF_BLOCK_TABLE,
  PS_PDF_BLOCK_CHART,
  PS_PDF_BLOCK_BREAK,
} PsPdfBlockKind;

typedef struct
{
  char       **cells;
  gboolean     total;
  GPtrArray   *notes;              /* char *; NULL: none */
  PsPdfLines **lines;              /* by column, then by note; made by ps_pdf_table_compose() */
} PsPdfRow;

typedef struct
{
  guint      n_columns;
  double    *weights;
  PsPdfAlign *aligns;
  GPtrArray *rows;                 /* PsPdfRow; the heading row is not among them */
  PsPdfRow  *heading;
  double    *x;                    /* left edges and widths of the columns; made by ps_pdf_table_compose() */
  double    *widths;
  double     note_x;
  double     size;                 /* of its letters */
} PsPdfTable;

typedef struct
{
  PsPdfBlockKind kind;
  int         level;               /* of a text: 1 to 3 a heading, 0 none */
  PsPdfFont   font;
  char       *text;                /* of a fact: its label */
  char       *value;
  PsPdfTable *table;
  const PsChartKind *chart_kind;
  gconstpointer chart;
  char       *subject;
  PsPdfLines *lines;
  PsPdfLines *value_lines;
  double      value_x;             /* of a fact */
  double      room;                /* of a text or table: more air above it than it has anyhow; of a break: it is none where so much is left */
  gboolean    keep;                /* of a text: its end is on the page of the next block; of a chart: all of it */
} PsPdfBlock;

PsPdfRow   *ps_pdf_row_new       (const char *const *cells, guint n_cells, gboolean total);
PsPdfTable *ps_pdf_table_new     (const PsPdfColumn *columns, guint n_columns);
void        ps_pdf_table_free    (PsPdfTable *table);
gboolean    ps_pdf_table_has_heading (const PsPdfTable *table);
void        ps_pdf_table_compose (PsPdfPress *press, PsPdfTable *table);
guint       ps_pdf_row_n_notes   (const PsPdfRow *row);
int         ps_pdf_row_n_lines   (const PsPdfTable *table, const PsPdfRow *row);
double      ps_pdf_row_height    (const PsPdfTable *table, const PsPdfRow *row, int first, int n);
void        ps_pdf_row_draw      (PsPdfPress *press, const PsPdfTable *table, const PsPdfRow *row, int first, int n, double y,
                                  gboolean repeated);

/* ---- what stays together, and where it comes to be */

typedef struct
{
  const PsPdfBlock *block;
  const PsPdfRow   *row;           /* of a table */
  int     first;                   /* lines of it */
  int     n;
  double  before;                  /* air above it, but not at the top of a page */
  double  height;
  gboolean keep;                   /* on the page of the next piece */
  gboolean repeated;               /* a table's heading, once more */
} PsPdfPiece;

typedef struct { PsPdfPiece piece; guint page; double y; } PsPdfPlaced;

/* ---- the whole */

struct _PsPdf
{
  char      *title, *author, *header, *footer, *mark;
  gint64     made_at;
  char      *letterhead;
  char      *address;
  char      *reference;            /* of a letter; NULL: the letterhead is at the right */
  GPtrArray *blocks;               /* PsPdfBlock */
  PsPdfTable *table;               /* that is being filled; NULL: none */
  double      room;                /* of the next block */
  gboolean    tight;
};

void    ps_pdf_block_compose     (PsPdfPress *press, GPtrArray *blocks);
GArray *ps_pdf_cut               (PsPdfPress *press, GPtrArray *blocks);  /* PsPdfPiece */
GArray *ps_pdf_flow              (PsPdfPress *press, GPtrArray *blocks, double first_top, guint *n_pages);   /* PsPdfPlaced, in order */
void    ps_pdf_piece_draw        (PsPdfPress *press, const PsPdfPlaced *placed);
void    ps_pdf_pages_draw        (PsPdfPress *press, const PsPdf *pdf, GArray *placed, guint n_pages);
double  ps_pdf_opening_bottom    (PsPdfPress *press, const PsPdf *pdf);   /* of letterhead and address: where the text begins */

G_END_DECLS
