/* ps-fields.h: what the columns of the region file are to people: a name and how a value is written
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-words.h"

G_BEGIN_DECLS

typedef enum
{
  PS_FIELD_IS_TEXT, PS_FIELD_IS_MONEY, PS_FIELD_IS_TARIFF, PS_FIELD_IS_PERCENT, PS_FIELD_IS_COUNT, PS_FIELD_IS_VOLUME, PS_FIELD_IS_DATE,
  PS_FIELD_IS_MONTH, PS_FIELD_IS_YES_NO, PS_FIELD_IS_WORD, PS_FIELD_IS_REFERENCE,
  PS_FIELD_IS_YEAR, PS_FIELD_IS_MOMENT,
} PsFieldIs;

/* Whether a column may be left empty. */
typedef enum
{
  PS_FIELD_MAY_BE_EMPTY,
  PS_FIELD_REQUIRED,
  PS_FIELD_HAS_DEFAULT,    /* never empty: where it is left out the file has a value of its own for it */
} PsFieldNeed;

typedef struct
{
  const char *column;
  const char *label;       /* untranslated: N_() */
  PsFieldIs   is;
  PsWords     words;       /* of PS_FIELD_IS_WORD; PS_N_WORDS: a list that is not of ps-words.h (see ps-row-words.c) */
  const char *refers_to;   /* table, of PS_FIELD_IS_REFERENCE */
  PsFieldNeed need;
} PsFieldInfo;

typedef struct
{
  const char        *table;
  const char        *label;        /* untranslated: "Tariff" */
  const PsFieldInfo *fields;       /* every column but the id, in the order of the schema */
  guint              n_fields;
} PsTableInfo;

const PsTableInfo *ps_fields_of    (const char *table);                     /* NULL: not a table that people or imports change */
const PsTableInfo *ps_fields_table (guint i);                               /* all of them; NULL after the last */
const PsFieldInfo *ps_fields_find  (const PsTableInfo *table, const char *column);

G_END_DECLS
