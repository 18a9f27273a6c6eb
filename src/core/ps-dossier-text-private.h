/* ps-dossier-text-private.h: records and fields of a dossier's documents; private to writing and reading them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier-private.h"
#include "ps-dossier-text.h"

G_BEGIN_DECLS

#define PS_DOSSIER_FORMAT 1
#define PS_MOST_BP 10000000     /* of a bandwidth */

/* Every kind of record of every document, in the order in which they are written. */
typedef enum
{
  PS_RECORD_INPUTS_OF, PS_RECORD_REGION, PS_RECORD_SEGMENT, PS_RECORD_GROUP, PS_RECORD_MUNICIPALITY, PS_RECORD_PROVIDER,
  PS_RECORD_PRODUCT, PS_RECORD_TARIFF, PS_RECORD_SCHEME, PS_RECORD_STEP, PS_RECORD_AGREEMENT, PS_RECORD_AGREED, PS_RECORD_PEILDATUM,

  PS_RECORD_PRODUCTION_OF, PS_RECORD_ASSIGNMENT, PS_RECORD_CARE, PS_RECORD_LINE, PS_RECORD_ADVANCE, PS_RECORD_MEASUREMENT,

  PS_RECORD_RESULTS_OF, PS_RECORD_PROGRAM, PS_RECORD_SCOPE, PS_RECORD_BAND, PS_RECORD_RESULT, PS_RECORD_TOTAL, PS_RECORD_SIGNAL,
  PS_RECORD_SOURCE,

  PS_RECORD_CIRCUMSTANCES_OF, PS_RECORD_SENDER, PS_RECORD_ADDRESSEE, PS_RECORD_LIMITS, PS_RECORD_STATEMENT,
  PS_N_RECORDS
} PsRecord;

const char *ps_record_name      (PsRecord record);
const char *ps_record_columns   (PsRecord record);           /* parted by tabs */
guint       ps_record_n_columns (PsRecord record);
PsRecord    ps_record_first_of  (PsDocumentKind kind);       /* of what is behind the last: PS_N_RECORDS */

/* ps-dossier-fields.c: a document while it is being written */
typedef struct
{
  GString *text;
  PsRecord next;             /* the section to come */
  guint    n_records;
} PsTextWriter;

void  ps_text_begin         (PsTextWriter *self, PsDocumentKind kind);
void  ps_text_section       (PsTextWriter *self, PsRecord record);
void  ps_text_record        (PsTextWriter *self, PsRecord record);    /* its fields, then ps_text_record_end() */
void  ps_text_string        (PsTextWriter *self, const char *string); /* NULL as "" */
void  ps_text_number        (PsTextWriter *self, gint64 number);      /* PS_NO_NUMBER as "" */
void  ps_text_date          (PsTextWriter *self, PsDate date);        /* open as "" */
void  ps_text_word          (PsTextWriter *self, PsWords list, int value);
void  ps_text_record_end    (PsTextWriter *self);
char *ps_text_end           (PsTextWriter *self);

/* ps-dossier-reader.c: a document while it is being read. The first thing that is wrong is the error; from then on there are no
 * more records, and fields are empty. */
typedef struct
{
  PsDocumentKind kind;
  char    *copy;             /* the text, taken apart in place */
  char    *rest;
  guint    line;             /* of the document, from 1 */
  PsRecord next;             /* the section to come */
  PsRecord record;           /* the one whose records are read */
  char    *field;            /* the next field of the record; NULL: there is none */
  guint    n_records;
  gboolean failed;
  GError **error;
} PsTextReader;

gboolean    ps_reading_begin    (PsTextReader *self, PsDocumentKind kind, const char *text, GError **error);
void        ps_reading_section  (PsTextReader *self, PsRecord record);
gboolean    ps_reading_next     (PsTextReader *self);                 /* FALSE at the section's end, and once something was wrong */
gboolean    ps_reading_end      (PsTextReader *self);                 /* TRUE: all of it was right; clears */
void        ps_reading_fail     (PsTextReader *self, const char *why);
/* A record must come after the one before it: order < 0. */
void        ps_reading_in_order (PsTextReader *self, int order);

const char *ps_reading_string   (PsTextReader *self);                 /* never NULL; valid until the next record */
gboolean    ps_reading_nothing  (PsTextReader *self);                 /* takes the next field where it is empty */
const char *ps_reading_code     (PsTextReader *self);                 /* not empty */
char       *ps_reading_copy     (PsTextReader *self);                 /* "" as NULL */
gint64      ps_reading_number   (PsTextReader *self, gint64 least, gint64 most);
gint64      ps_reading_optional (PsTextReader *self, gint64 least, gint64 most);   /* "" as PS_NO_NUMBER */
gint64      ps_reading_amount   (PsTextReader *self);
PsDate      ps_reading_date     (PsTextReader *self);
PsDate      ps_reading_open     (PsTextReader *self);                 /* "" as PS_DATE_OPEN */
int         ps_reading_word     (PsTextReader *self, PsWords list);
int         ps_reading_word_or  (PsTextReader *self, PsWords list, int otherwise); /* of "" */
/* One of `n` words; "" is a word too. */
guint       ps_reading_choice   (PsTextReader *self, const char *(*word_of) (guint), guint n);

/* The words of what has no list of its own, for both. */
const char *ps_decision_word    (guint decision);
const char *ps_source_word      (guint kind);
const char *ps_dispute_word     (guint dispute);
const char *ps_signal_word      (guint kind);

void        ps_dossier_write_head       (PsTextWriter *self, PsRecord record, const PsDossier *dossier);
void        ps_dossier_write_inputs     (PsTextWriter *self, const PsDossier *dossier);
void        ps_dossier_write_production (PsTextWriter *self, const PsDossier *dossier);
void        ps_dossier_write_results    (PsTextWriter *self, const PsDossier *dossier);

/* What the documents are of: the inputs say it, the others must say the same. */
typedef struct { char *agb; int year; PsDate through; PsDossierFacts facts; } PsDossierHead;
gboolean    ps_dossier_read_inputs      (PsRegion *region, PsDossierHead *head, const char *text, GError **error);
gboolean    ps_dossier_read_production  (PsProduction *production, PsMessageKeys *keys, const PsRegion *region,
                                         PsDossierHead *head, const char *text, GError **error);
gboolean    ps_dossier_read_results     (PsDossier *dossier, PsDossierHead *head, const char *text, GError **error);
void        ps_dossier_read_head        (PsTextReader *self, PsRecord record, PsDossierHead *head);
gboolean    ps_reading_only             (PsTextReader *self, PsRecord record);
void        ps_reading_only_end         (PsTextReader *self);
/* Sections of the inputs, ps-dossier-read-agreement.c */
void        ps_dossier_read_agreement   (PsTextReader *self, PsRegion *region, PsDossierHead *head);
guint       ps_reading_scheme_or_none   (PsTextReader *self, const PsRegion *region);
char       *ps_reading_next_code        (PsTextReader *self, const GArray *things);    /* after that of the last of them */
guint       ps_reading_found            (PsTextReader *self, guint place);             /* PS_NONE is an error; then 0 */
guint       ps_reading_municipality     (PsTextReader *self, const PsRegion *region);
guint       ps_reading_group            (PsTextReader *self, const PsRegion *region);
guint       ps_reading_product          (PsTextReader *self, const PsRegion *region);
guint       ps_reading_product_or_none  (PsTextReader *self, const PsRegion *region);
/* A place, or PS_NONE. */
guint       ps_assignment_find          (const PsProduction *production, const PsMessageKeys *keys, guint municipality,
                                         const char *number);
guint       ps_line_find                (const PsMessageKeys *keys, const char *reference);

G_END_DECLS
