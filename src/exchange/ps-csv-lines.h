/* ps-csv-lines.h: physical lines out of a source, with the start of the row they belong to kept
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-source.h"

G_BEGIN_DECLS

typedef enum { PS_LINE_READ, PS_LINE_TOO_LONG, PS_LINE_NONE, PS_LINE_FAILED } PsLineResult;

typedef struct
{
  PsCsvSource *source;             /* owned */
  char        *buffer;
  gsize        row;                /* in `buffer`: where the row starts */
  gsize        next;               /* where the line that was not given yet starts */
  gsize        end;
  gboolean     at_end;             /* the source has no more */
  guint64      line;               /* number of the line given last */
  guint64      position;           /* bytes of the file before `buffer` */

  const char  *bytes;              /* the line given last, with its end */
  gsize        length;
  gsize        ending;             /* how much of it is CR LF, LF or CR; 0: the file ends there */
} PsCsvLines;

void         ps_csv_lines_init      (PsCsvLines *lines, PsCsvSource *source);
void         ps_csv_lines_clear     (PsCsvLines *lines);
gboolean     ps_csv_lines_peek      (PsCsvLines *lines, const char **bytes, gsize *length, GError **error);
void         ps_csv_lines_skip      (PsCsvLines *lines, gsize n);
PsLineResult ps_csv_lines_next      (PsCsvLines *lines, GError **error);
void         ps_csv_lines_start_row (PsCsvLines *lines);
void         ps_csv_lines_resume    (PsCsvLines *lines, gsize first_length, guint64 first_line);

G_END_DECLS
