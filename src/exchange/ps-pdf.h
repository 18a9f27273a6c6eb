/* ps-pdf.h: pages of A4 that flow: headings, paragraphs, tables that go on on the next page, charts
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The letters of ps-pdf know no settlement: statements and bandwidth letters are made with it. Units are points.
 */
#pragma once

#include <gio/gio.h>

#include "charts/ps-chart.h"

G_BEGIN_DECLS

typedef struct _PsPdf PsPdf;

typedef struct
{
  const char *title;               /* of the document, for its metadata */
  const char *author;              /* the region */
  const char *header;              /* small, at the top of every page but the first; may be NULL */
  const char *footer;              /* left of "page 2 of 7"; may be NULL */
  const char *mark;                /* across every page, pale: "Concept"; NULL: none */
  gint64      made_at;             /* seconds since 1970, for its metadata: never the clock, so that the bytes are the same */
} PsPdfLook;

typedef enum { PS_PDF_LEFT, PS_PDF_RIGHT } PsPdfAlign;
typedef struct { const char *heading; double weight; PsPdfAlign align; } PsPdfColumn;   /* weight: its part of the width beyond what it needs */

PsPdf   *ps_pdf_new         (const PsPdfLook *look);
void     ps_pdf_free        (PsPdf *pdf);
void     ps_pdf_letterhead  (PsPdf *pdf, const char *letterhead);        /* lines; at the right top of the first page */
void     ps_pdf_address     (PsPdf *pdf, const char *address);           /* lines; where a window envelope shows it */
void     ps_pdf_reference   (PsPdf *pdf, const char *reference);         /* of a letter: lines at the right top; the letterhead is at the left then */
void     ps_pdf_subject     (PsPdf *pdf, const char *text);              /* of a letter: a heading of rank 1 as large as its text */
void     ps_pdf_room        (PsPdf *pdf, double points);                 /* more air above the text or table that comes next */
void     ps_pdf_tighten     (PsPdf *pdf);                                /* of a letter: less air between what comes from now on */
void     ps_pdf_paragraph   (PsPdf *pdf, const char *text);              /* of a letter: with more air above it than ps_pdf_text() has */
void     ps_pdf_signature   (PsPdf *pdf, const char *closing, const char *signer);  /* either may be NULL; room to sign between, on one page */
void     ps_pdf_heading     (PsPdf *pdf, int level, const char *text);   /* 1 to 3; never the last thing on a page */
void     ps_pdf_text        (PsPdf *pdf, const char *text);
void     ps_pdf_small       (PsPdf *pdf, const char *text);
void     ps_pdf_fact        (PsPdf *pdf, const char *label, const char *value);    /* one under the other, aligned */
void     ps_pdf_table_begin (PsPdf *pdf, const PsPdfColumn *columns, guint n_columns);
void     ps_pdf_table_row   (PsPdf *pdf, const char *const *cells, gboolean total);  /* total: bold, a line above it */
void     ps_pdf_table_note  (PsPdf *pdf, const char *text);               /* small, over the whole width, belongs to the row before it */
void     ps_pdf_table_end   (PsPdf *pdf);                                /* the heading row is repeated on every page */
void     ps_pdf_chart       (PsPdf *pdf, const PsChartKind *kind, gconstpointer chart, const char *subject);   /* its words below it; lives until finish */
void     ps_pdf_picture     (PsPdf *pdf, const PsChartKind *kind, gconstpointer chart, const char *subject);   /* the same without its words: where a table has the figures */
void     ps_pdf_page        (PsPdf *pdf);                                /* the next page, unless this one is empty */
void     ps_pdf_chapter     (PsPdf *pdf, double points);                 /* the next page, unless this one has that much room left */
GBytes  *ps_pdf_finish      (PsPdf *pdf, guint *n_pages, GError **error);
/* Instead of that, for a printer: the same pages, to be painted onto its own. GPtrArray of cairo_surface_t (recording surfaces of A4, in points),
 * that another thread may paint from. */
GPtrArray *ps_pdf_finish_pages (PsPdf *pdf, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPdf, ps_pdf_free)

G_END_DECLS
