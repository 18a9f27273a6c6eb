/* peil-test.h: peildata and their measurements, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "change-test.h"
#include "store/ps-peildata.h"

G_BEGIN_DECLS

/* The basics, with messages of 2024: provider 1 has two clients in care under 45A04 and one under 45V01, in Venlo, an agreement for both
 * and peildata on 22-02, 19-05 and 19-07-2024 (ids 1, 2, 3). On 19-05 four clients were entered for 45V01 and 3,50 places. */
StoreTest         *peil_test_region   (void);
PsPeildatumState  *peil_test_state    (StoreTest *test, const char *day);                     /* as listed; dd-mm-yyyy */
PsPeilSheet       *peil_test_sheet    (StoreTest *test, gint64 peildatum_id);
const PsPeilRow   *peil_test_row      (const PsPeilSheet *sheet, const char *agb, const char *product, const char *municipality);

/* A cell of provider 1 in Venlo. */
PsCellChange       peil_test_cell     (StoreTest *test, const char *product, PsMeasure measure, gint64 before, gint64 after);
/* Saves one, which must succeed. Returns the record. */
gint64             peil_test_save     (StoreTest *test, const char *actor, gint64 peildatum_id, const char *product, PsMeasure measure,
                                       gint64 before, gint64 after, const char *reason);
gint64             peil_test_close    (StoreTest *test, gint64 peildatum_id);
gint64             peil_test_reopen   (StoreTest *test, gint64 peildatum_id, const char *reason);

G_END_DECLS
