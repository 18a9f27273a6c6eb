/* band-test.h: a window with the demo region, and where its providers stand as the store says
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "desk-test.h"

#include "store/ps-letters.h"
#include "store/ps-peildata.h"

G_BEGIN_DECLS

#define BAND_YEAR 2025

/* Set-up and tear-down of a DeskFixture. `data`: "read-only": a newer program made the file. */
void             band_set_up     (DeskFixture *fixture, gconstpointer data);

gint64           band_peildatum  (DeskFixture *fixture, int place);                      /* of the year, from 0; -1: the last */
PsBandwidthYear *band_compute    (DeskFixture *fixture, int year, gint64 peildatum_id);  /* 0: today */
gint64           band_provider   (DeskFixture *fixture, const char *agb);                /* its id */
/* The first provider with that many scopes whose agreement's year is forecast by something; its AGB code, owned by the caller. */
char            *band_find       (const PsBandwidthYear *year, guint n_scopes);
const PsProviderBandwidth *band_of (const PsBandwidthYear *year, const char *agb);

/* A page over the one that is shown. */
void             band_push       (DeskFixture *fixture, GtkWidget *page, GType type);
/* The drop-down with that accessible name, set to the item that says so. */
void             band_choose     (DeskFixture *fixture, const char *name, const char *item);
void             band_wait_rows  (PsTable *table, guint n);
/* Somebody else closes the peildatum; the window reads the region again. */
void             band_close      (DeskFixture *fixture, gint64 peildatum_id);

G_END_DECLS
