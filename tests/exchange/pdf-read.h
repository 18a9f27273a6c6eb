/* pdf-read.h: what another program finds in a PDF: its text in order, its words with their places, its facts (poppler)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In points from the top left of its page; pages from 0. */
typedef struct { guint page; double left, top, right, bottom; char *text; } PdfWord;

char      *pdf_text   (GBytes *pdf, const char *option);    /* pdftotext; option NULL, "-layout" or "-raw"; pages end with \f */
char      *pdf_info   (GBytes *pdf, const char *option);    /* pdfinfo */
GPtrArray *pdf_words  (GBytes *pdf);                        /* PdfWord */
guint      pdf_count  (const char *text, const char *wanted);
/* Every one of them is in the text, in that order. NULL-terminated. */
void       pdf_assert_order  (const char *text, const char *first, ...) G_GNUC_NULL_TERMINATED;
/* Nothing outside the margins, and no word over another. */
void       pdf_assert_tidy   (GBytes *pdf);

G_END_DECLS
