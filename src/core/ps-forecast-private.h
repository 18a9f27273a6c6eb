/* ps-forecast-private.h: a year's realised being computed; private to the forecast
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-forecast.h"
#include "ps-settling.h"

G_BEGIN_DECLS

typedef struct
{
  PsSettling settling;             /* the whole year, with what its figures are made of */
  const PsYearRealisedOptions *options;
  PsDate through;                  /* of the options, within the year or the day before it */
  int n_peildata;                  /* of the year, up to the peildatum */
  int n_peildata_of_year;
  PsYearRealised *result;
} PsRealising;

/* Days of care of one client, as known on the day. `thing`: a place's product, of P×Q its scope. */
typedef struct
{
  guint thing;
  guint part;                      /* a place's municipality, of P×Q its product group */
  guint client;
  PsDate start;
  PsDate end;
} PsStay;

/* What a year comes to from the care in progress. */
typedef struct
{
  const PsRealising *realising;
  PsSettling *settling;
  PsDate day;
  gint64 *cents;                   /* by scope */
  gboolean *unknown;               /* by scope */
} PsInCare;

/* ps-forecast-care.c: fills in_care_cents of every scope; realised_cents must be there. */
void ps_realising_add_care  (PsRealising *self);
void ps_in_care_collect     (const PsInCare *self, const PsAssignment *assignment, guint thing, guint part, GArray *stays);
void ps_in_care_add         (PsInCare *self, guint scope, gint64 cents);
void ps_stays_merge         (GArray *stays);

/* ps-forecast-effort.c: P×Q. */
void ps_in_care_add_efforts (PsInCare *self);

/* ps-forecast-words.c */
char *ps_forecast_why      (const PsForecast *forecast);     /* why its proposal is proposed, a translated sentence */

G_END_DECLS
