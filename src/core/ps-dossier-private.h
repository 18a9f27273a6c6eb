/* ps-dossier-private.h: how dossiers are put together; private to them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier.h"

G_BEGIN_DECLS

PsMessageKeys *ps_message_keys_copy        (const PsMessageKeys *keys);
PsProduction  *ps_production_copy          (const PsProduction *production);
PsRegion      *ps_region_copy              (const PsRegion *region);

/* ps-dossier-order.c */
void           ps_production_put_in_order  (PsProduction *production, PsMessageKeys *keys);
void           ps_production_number_clients (PsProduction *production, PsMessageKeys *keys);
int            ps_care_compare             (gconstpointer a, gconstpointer b);
int            ps_advance_compare          (gconstpointer a, gconstpointer b);
int            ps_measurement_compare      (gconstpointer a, gconstpointer b);
void           ps_sources_put_in_order     (PsDossier *dossier);
int            ps_source_compare           (const PsSource *x, gint64 x_thing, const PsSource *y, gint64 y_thing);

/* ps-dossier-needs.c: what the production and the agreement refer to: flags by place in the arrays of the region */
typedef struct
{
  const PsDossier   *dossier;
  const PsRegion    *region;
  const PsAgreement *agreement;    /* NULL: none */
  guint8 *segments, *groups, *municipalities, *products, *schemes;
} PsDossierNeeds;

void           ps_dossier_needs_init       (PsDossierNeeds *needs, const PsDossier *dossier);
void           ps_dossier_needs_clear      (PsDossierNeeds *needs);

/* ps-dossier.c: takes everything; of a region of its own `own_region` is that */
PsDossier     *ps_dossier_assemble         (const PsRegion *region, PsRegion *own_region, PsProduction *production,
                                            PsMessageKeys *keys, const PsDossierFacts *facts);
/* The last day that matters: `through`, or where a line reaches later, that. */
PsDate         ps_production_last_day      (const PsProduction *production, PsDate through);
/* Whether PsSignal.id is a line's; else an assignment's. */
gboolean       ps_signal_is_of_line        (PsSignalKind kind);

G_END_DECLS
