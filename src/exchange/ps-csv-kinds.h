/* ps-csv-kinds.h: the canonical CSV kinds and their columns (files-and-cli.md)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-import.h"

G_BEGIN_DECLS

#define PS_CSV_MOST_COLUMNS 16     /* of one kind */

typedef union
{
  PsOrigin          origin;        /* every row starts with it */
  PsMunicipalityRow municipality;
  PsProviderRow     provider;
  PsProductRow      product;
  PsTariffRow       tariff;
  PsSchemeRow       scheme;
  PsAgreementRow    agreement;
  PsAssignmentRow   assignment;
  PsCareRow         care;
  PsLineRow         line;
  PsAdvanceRow      advance;
  PsPeildatumRow    peildatum;
  PsMeasurementRow  measurement;
} PsAnyRow;

typedef enum
{
  PS_CSV_CODE,                   /* const char *: a text on one line */
  PS_CSV_TEXT,                   /* const char *: may have line breaks */
  PS_CSV_CLIENT,                 /* const char *: a pseudonym */
  PS_CSV_DIGITS,                 /* const char *: exactly `digits` of them, leading zeros kept */
  PS_CSV_NUMBER,                 /* gint64 with `decimals` */
  PS_CSV_SMALL,                  /* int with `decimals`: months, years, basis points */
  PS_CSV_DATE,                   /* PsDate */
  PS_CSV_MONTH,                  /* PsDate, its first day */
  PS_CSV_WORD,                   /* int or enum of `words` */
  PS_CSV_LUMP_SUM,               /* gboolean: empty, or "taakgericht" */
} PsCsvValue;

typedef struct
{
  const char *name;                /* as headers have it, in lower case */
  gboolean    required;            /* the column, and a value in every row */
  PsCsvValue  type;
  gsize       offset;              /* in PsAnyRow */
  gint64      none;                /* what an empty number, date or word becomes */
  gint64      least, most;         /* numbers: in the unit that is kept; texts: `most` characters */
  int         decimals;
  int         digits;
  PsWords     words;
} PsCsvColumn;

typedef struct
{
  const char        *word;
  const char        *label;        /* untranslated */
  const PsCsvColumn *columns;
  guint              n_columns;
  const char        *either[2];    /* one of these two columns is required */
} PsCsvKindInfo;

const PsCsvKindInfo *ps_csv_kind_info (PsCsvKind kind);
int                  ps_csv_kind_find_column (PsCsvKind kind, const char *name);

G_END_DECLS
