/* ps-settling.h: a settlement while it is being computed; private to the rules
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-path.h"
#include "ps-settlement.h"
#include "ps-tariff.h"
#include "ps-traject.h"

G_BEGIN_DECLS

typedef struct
{
  const PsRegion     *region;
  const PsProduction *production;
  const PsAgreement  *agreement;      /* NULL: none */
  int                 year;
  PsDate              start;          /* 1 January */
  PsDate              through;
  PsDate              peildata_through; /* the last day whose peildatum counts for places that are measured on peildata */
  gboolean            accrue;
  PsOverflow          overflow;

  PsPriceList        *prices;         /* by product */
  PsTraject          *trajects;       /* by assignment */
  PsPaths            *paths;          /* made when a norm-duration step needs them */

  guint              *grid;           /* group × municipality → place in lines + 1 */
  GArray             *lines;          /* PsSettlementLine, not sorted yet */
  GArray             *scopes;         /* PsScope */
  GArray             *signals;        /* PsSignal */
  GArray             *undecided;      /* PsDisputeSum; made with the first */
  GArray             *sources;        /* PsSource; NULL: not wanted */
} PsSettling;

/* ps-settlement.c */
void              ps_settling_init       (PsSettling *self, const PsRegion *region, const PsProduction *production,
                                          const PsSettleOptions *options);
gboolean          ps_settling_fits       (const PsSettling *self, GError **error);
void              ps_settling_drop       (PsSettling *self);
void              ps_settling_clear      (PsSettling *self);

PsSettlementLine *ps_settling_line       (PsSettling *self, guint group, guint municipality);
PsSource         *ps_settling_source     (PsSettling *self, PsSourceKind kind, guint group, guint municipality, guint product, gint64 id);
void              ps_settling_signal     (PsSettling *self, PsSignalKind kind, guint group, guint municipality, guint product,
                                          gint64 id, gint64 count);
/* Counts a line in dispute that nobody decided on. */
void              ps_settling_undecided  (PsSettling *self, const PsLine *line, PsDispute dispute);
void              ps_settling_produce    (PsSettling *self, PsSettlementLine *line, PsSource *source, guint product, gint64 gross_cents);
void              ps_settling_add        (PsSettling *self, gint64 *sum, gint64 cents);

/* ps-scopes.c */
void              ps_scopes_make         (PsSettling *self);
guint             ps_scopes_find         (const PsSettling *self, guint group, guint municipality);
void              ps_scopes_deduct       (PsSettling *self);
gboolean          ps_scope_is_same       (const PsRegion *region, PsExchange exchange, guint a_group, guint a_municipality,
                                          guint b_group, guint b_municipality);

/* ps-lines.c, ps-traject.c, ps-places.c: what is produced and paid */
void              ps_lines_settle        (PsSettling *self);
void              ps_trajects_settle     (PsSettling *self);
void              ps_places_settle       (PsSettling *self);

/* ps-warnings.c */
void              ps_warnings_find       (PsSettling *self);

G_END_DECLS
