/* ps-letter-pdf.h: a bandwidth letter on paper, and the evidence of its course: A4, by cairo and Pango
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-letters.h"

G_BEGIN_DECLS

/* Letterhead, address, date and number, subject, the text with its figures as a table where its mark stands (at its end where it does not), the
 * signer; page numbers; a draft says so on every page. Tagged, in reading order, the same bytes for the same paper. A PsLetterRender. */
GBytes    *ps_letter_render_pdf   (const PsLetterPaper *paper, gpointer unused, GError **error);
/* The same pages for the screen or a printer, as of ps_pdf_finish_pages(). */
GPtrArray *ps_letter_render_pages (const PsLetterPaper *paper, GError **error);
/* "BB-2026-0007 Maasduin Jeugdhulp": safe on every file system, without a suffix. */
char      *ps_letter_file_name    (const PsLetter *letter);

/* The course of one letter: its kind and figures, every event with its day, who recorded it and when, every deadline and whether it was kept,
 * what was answered, agreed and decided, the digest of its pages and the hashes of its records of the trail; then the text as it was sent. */
gboolean   ps_letter_write_evidence (PsStore *store, gint64 id, const char *path, GError **error);
GBytes    *ps_letter_render_evidence (PsStore *store, gint64 id, guint *n_pages, GError **error);

/* A PDF each into a folder: of a sent one as it was sent, of a draft as it would be. None takes its place before all are written; cancelled: none. */
gboolean   ps_letters_write_folder  (PsStore *store, const gint64 *ids, gsize n_ids, const char *actor, PsDate day, const char *folder,
                                     GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
