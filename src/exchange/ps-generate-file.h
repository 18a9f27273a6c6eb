/* ps-generate-file.h: a canonical CSV file, written cell by cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-date.h"

G_BEGIN_DECLS

/* `;`, CRLF, UTF-8 with BOM, decimal comma, dd-mm-jjjj (files-and-cli.md). An error is kept and told by
 * ps_generate_file_close(); cells written after it are lost, so nothing has to be checked in between. */
typedef struct _PsGenerateFile PsGenerateFile;

PsGenerateFile *ps_generate_file_create  (const char *folder, const char *name, const char *header, GCancellable *cancellable,
                                          GError **error);
gboolean        ps_generate_file_close   (PsGenerateFile *file, GError **error);    /* frees it, also when it fails */

void            ps_generate_file_text    (PsGenerateFile *file, const char *text);  /* quoted where that is needed; NULL: empty */
void            ps_generate_file_number  (PsGenerateFile *file, gint64 number);
void            ps_generate_file_decimal (PsGenerateFile *file, gint64 value, int decimals, int at_least);
void            ps_generate_file_date    (PsGenerateFile *file, PsDate date);       /* PS_DATE_OPEN: empty */
void            ps_generate_file_month   (PsGenerateFile *file, PsDate first_day);
void            ps_generate_file_empty   (PsGenerateFile *file, guint n_cells);
void            ps_generate_file_end_row (PsGenerateFile *file);

G_END_DECLS
