/* ps-measured.h: what the message data says of a peildatum, and which entered values are out of line (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

/* The columns of a measurement, in their order on the screen and in files. */
typedef enum
{
  PS_MEASURE_CLIENTS,              /* in care on the day */
  PS_MEASURE_PLACES,               /* thousandths; only of products that are paid by the place */
  PS_MEASURE_REALISED,             /* cents, of the year up to data_through */
  PS_MEASURE_WAITING,              /* clients with an assignment on the day whose care had not begun */
  PS_MEASURE_WAITING_DAYS,         /* mean of how long they have waited, rounded to days */
  PS_N_MEASURES
} PsMeasure;

const char *ps_measure_label  (PsMeasure measure);                 /* translated: "Clients" */
const char *ps_measure_column (PsMeasure measure);                 /* of the table measurement: "clients" */
char       *ps_measure_format (PsMeasure measure, gint64 value);   /* "1.234", "6,80", "€ 1.234,56"; "" for PS_NO_NUMBER */
/* As typed; empty text is PS_NO_NUMBER. FALSE and *why: translated. */
gboolean    ps_measure_parse  (PsMeasure measure, const char *text, gint64 *value, char **why);

typedef struct
{
  guint  product;                  /* places */
  guint  municipality;
  gint64 values[PS_N_MEASURES];    /* PS_NO_NUMBER: the data says nothing of it */
} PsMeasured;

/* GArray of PsMeasured by product and municipality: those of which the data says anything. `through` before the year of `day`, or
 * PS_DATE_OPEN (not known): no realised euro. */
GArray     *ps_measured_compute (const PsRegion *region, const PsProduction *production, PsDate day, PsDate through, GError **error);

typedef enum
{
  PS_DEVIATION_NONE,
  PS_DEVIATION_IMPOSSIBLE,         /* negative; waiting days without anybody waiting; places of a product that has none */
  PS_DEVIATION_DIGITS,             /* two digits changed places, a digit too many or too few, a comma elsewhere: looks like a slip */
  PS_DEVIATION_COMPUTED,           /* far from what the messages say */
  PS_DEVIATION_LAST,               /* far from the peildatum before, where the messages say nothing */
} PsDeviationKind;

typedef struct
{
  PsMeasure measure;
  gint64    value;                 /* entered */
  gint64    computed;              /* PS_NO_NUMBER: nothing, as the next two */
  gint64    last;                  /* entered at the peildatum before of the same year; realised is never held against it but for having shrunk */
  gint64    clients;               /* entered in the same row */
  gint64    waiting;               /* … likewise */
  gboolean  by_place;              /* the product is paid by the place */
} PsCellFacts;

/* Why a value asks for a look; NONE: it does not. @text: (out) (optional) (transfer full): translated: "31 % above the computed 13,04; 12,90 at the last peildatum" */
PsDeviationKind ps_deviation_find (const PsCellFacts *facts, char **text);

/* How far a row of the grid is filled: clients, and places where the product is paid by them, are what is asked for. */
typedef enum { PS_FILLED_NOT, PS_FILLED_PARTLY, PS_FILLED } PsFilled;
PsFilled    ps_measured_filled  (const gint64 values[PS_N_MEASURES], gboolean by_place);

G_END_DECLS
