/* ps-reader-private.h: what the families of the reader share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-reader.h"
#include "ps-sql.h"

G_BEGIN_DECLS

typedef void (*PsFillFunc) (PsStatement *statement, gpointer row);

/* Runs `sql`, in which ?1 is the year (0: all), ?2 its first and ?3 its last day, and hands each row, filled in `row`, to `func`. */
gboolean ps_reader_each (PsReader *reader, const char *sql, PsFillFunc fill, gpointer row, PsReadFunc func, gpointer user_data,
                         GError **error);

const char *ps_reader_text (PsStatement *statement, int column); /* NULL: not given; until the next row */
int ps_reader_small (PsStatement *statement, int column);        /* -1: not given */

G_END_DECLS
