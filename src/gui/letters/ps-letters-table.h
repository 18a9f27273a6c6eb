/* ps-letters-table.h: letters as rows: what each waits for, the most urgent first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "store/ps-letters.h"

G_BEGIN_DECLS

typedef enum
{
  PS_LETTERS_NUMBER,
  PS_LETTERS_PROVIDER,
  PS_LETTERS_WAITS,
  PS_LETTERS_KIND,
  PS_LETTERS_PEILDATUM,
  PS_LETTERS_STATE,
  PS_LETTERS_SENT,
  PS_LETTERS_DUE,
  PS_LETTERS_DEVIATION,
  PS_LETTERS_STAKE,
  PS_LETTERS_AGB,
  PS_N_LETTERS_COLUMNS
} PsLettersColumn;

/* A row's data; its id is the letter's. */
typedef struct
{
  PsLetterKind  kind;
  PsLetterState state;
  PsDate        peildatum;
  PsDate        by;        /* of what it waits for; PS_DATE_OPEN: no day */
  gboolean      overdue;
  char         *name;      /* number, or whose draft it is */
} PsLettersRow;

PsTable   *ps_letters_table_new  (void);
GPtrArray *ps_letters_table_rows (GPtrArray *letters, int year, PsDate today);      /* of PsLetter; owned by the caller */

G_END_DECLS
