/* ps-csv-header.h: which kind of file a header belongs to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-kinds.h"
#include "ps-csv-problem.h"

G_BEGIN_DECLS

#define PS_CSV_REASON_COLUMN "reden"   /* the last column of a rejects file; passed over in silence when such a file is mended */

typedef struct
{
  int    kind;                         /* PsCsvKind; -1: not recognised */
  GStrv  names;                        /* in lower case, without outer blanks */
  int    places[PS_CSV_MOST_COLUMNS];  /* for each column of the kind its place in the file, -1: not there */
  int    client;                       /* place of a column of clients, of whatever kind of file; -1: none */
  char  *passed_over;                  /* names of unknown columns, as they stand; NULL: none */
} PsCsvHeader;

gboolean ps_csv_header_read  (PsCsvHeader *header, const char *const *names, int wanted_kind, PsCsvProblems *problems);
void     ps_csv_header_clear (PsCsvHeader *header);

G_END_DECLS
