/* ps-statement-pdf.h: a settlement's statement on paper: A4, by cairo and Pango
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* Several pages: letterhead and addresses, what it comes to, the steps in the order of domain.md §6 with their sentences, the waterfall, scopes
 * and bands, every line, norm duration, municipalities, paid and settled before, lines in dispute and carried instalments, of a correction old, new
 * and difference, production statement, who did what when, digests; page numbers on each, the state (a concept says so on every page). Its text
 * is real and in reading order, tagged, and the same bytes for the same settlement. All or nothing: the file is replaced when it is complete. */
gboolean ps_statement_write_pdf  (const PsPaper *paper, const char *path, GError **error);
GBytes  *ps_statement_render_pdf (const PsPaper *paper, guint *n_pages, GError **error);
/* The same pages for a printer, as of ps_pdf_finish_pages(). */
GPtrArray *ps_statement_render_pages (const PsPaper *paper, GError **error);

/* "Afrekening 2024 Maasduin Jeugdhulp 41410001 nr 12": safe on every file system, without a suffix. */
char    *ps_statement_file_name  (const PsStored *stored);

G_END_DECLS
