/* ps-letter-pdf-private.h: what a letter and the evidence of its course share on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-letter-pdf.h"
#include "ps-pdf.h"

G_BEGIN_DECLS

/* The table of figures: of one scope below each other, of several a row each with totals. */
void  ps_letter_pdf_figures   (PsPdf *pdf, const PsLetterFigures *figures, PsLetterKind kind);

/* The text, paragraph by paragraph, with the figures where they belong, and the room for a signature at its end. */
void  ps_letter_pdf_body      (PsPdf *pdf, const PsLetterPaper *paper);

/* "Venlo, 26-07-2024": the place is that of the letterhead's postcode; without one the day alone. */
char *ps_letter_pdf_dateline  (const char *letterhead, PsDate day);

/* As it was addressed: the provider itself may have another name by now. Transfer full. */
char *ps_letter_pdf_provider  (const PsLetterPaper *paper);

/* Microseconds since 1970, on the calendar and clock of who makes it; 0: "–". */
char *ps_letter_pdf_moment    (gint64 microseconds);

G_END_DECLS
