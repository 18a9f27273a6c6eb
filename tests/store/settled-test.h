/* settled-test.h: settlements that are kept, in a line each, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "change-test.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* The region of change-test.h with its messages: provider 41410001 has an agreement, lines and advances in 2024 and an agreement in 2025. */
StoreTest    *settled_test_new   (void);

/* A step with one provider; NULL with the error. MAKE_FINAL answers every warning with the reason. */
PsLifeReport *settled_test_try   (StoreTest *test, const char *actor, PsLifeStep step, const char *agb, int year, const char *reason,
                                  GError **error);
/* The same, which must succeed. Returns the settlement's id. */
gint64        settled_test_take  (StoreTest *test, const char *actor, PsLifeStep step, const char *agb, int year, const char *reason);
/* Refused in these words ("a|b"), and nothing is changed. */
void          settled_test_assert_refused (StoreTest *test, const char *actor, PsLifeStep step, const char *agb, int year,
                                           const char *reason, PsStoreError code, const char *words);
/* From nothing to that state, by a proposer and a controller. Gives the provider an advance in that year where it has nothing to settle. */
gint64        settled_test_bring (StoreTest *test, const char *agb, int year, PsSettlementState state);
PsStored     *settled_test_find  (StoreTest *test, gint64 id);

G_END_DECLS
