/* ps-production.h: what the messages say of one provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Assignments (301), care periods (305/307), declaration lines (323), advances and measurements of one provider, as flat arrays:
 * everything that its settlement is computed from beside the PsRegion. Places refer to the arrays of the PsRegion, `assignment`
 * to the array here.
 */
#pragma once

#include "ps-region.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  id;
  guint   municipality;
  guint   client;          /* a number for this provider's client; the same client has the same one */
  guint   product;         /* PS_NONE: aspecific */
  guint   group;           /* the product's, or the one that an aspecific assignment names */
  PsDate  start;
  PsDate  end;             /* PS_DATE_OPEN: none */
  guint   first_care;      /* its care periods: care[first_care .. first_care + n_care - 1], by start */
  guint   n_care;
  guint64 client_key;      /* the same for the same client with whatever provider: a hash of the pseudonym; 0: not known */
  gint64  volume_milli;    /* how much care it grants; PS_NO_NUMBER or 0: not given, as the next one */
  gint64  budget_cents;
  guint8  unit;            /* PsUnit, of the volume */
  guint8  frequency;       /* PsFrequency */
  guint8  referrer;        /* PS_WORDS_REFERRER; 0: not given, 255: given as unknown */
} PsAssignment;

typedef struct
{
  PsDate  start;
  PsDate  stop;            /* PS_DATE_OPEN: still in care */
  guint8  reason;          /* JZ588, PS_REASON_NONE when not given */
  PsDate  sent_305;        /* when its start and its stop were reported; PS_DATE_OPEN: not given */
  PsDate  sent_307;
} PsCare;

/* What a contract manager decided of a line (domain.md §4) */
typedef enum { PS_DECISION_NONE = 0, PS_DECISION_ACCEPT, PS_DECISION_ACCEPT_AT_PRICE, PS_DECISION_DISPUTE } PsDecision;

typedef struct
{
  gint64  id;
  gint64  volume_milli;
  gint64  tariff_e4;       /* PS_NO_NUMBER: not given */
  gint64  amount_cents;
  guint   assignment;      /* place in PsProduction.assignments */
  guint   product;
  PsDate  from;
  PsDate  to;
  guint8  unit;            /* PsUnit */
  guint8  status;          /* PsLineStatus */
  guint8  decision;        /* PsDecision */
} PsLine;

typedef struct { gint64 id; guint product; guint municipality; PsDate month; gint64 amount_cents; } PsAdvance;

typedef struct
{
  gint64 id;
  guint  peildatum;
  guint  product;
  guint  municipality;
  gint64 clients;          /* PS_NO_NUMBER where nothing was entered, as all below */
  gint64 places_milli;
  gint64 realised_cents;
  gint64 waiting;
  gint64 waiting_days;
} PsMeasurement;

typedef struct
{
  guint   provider;
  GArray *assignments;     /* PsAssignment */
  GArray *care;            /* PsCare */
  GArray *lines;           /* PsLine of every year up to the one asked for, any order; trajects need the earlier years */
  GArray *advances;        /* PsAdvance */
  GArray *measurements;    /* PsMeasurement */
} PsProduction;

PsProduction *ps_production_new   (guint provider);
void          ps_production_clear (PsProduction *production, guint provider);
void          ps_production_free  (PsProduction *production);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsProduction, ps_production_free)

G_END_DECLS
