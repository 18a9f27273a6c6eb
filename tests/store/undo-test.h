/* undo-test.h: undoing in a line, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store-test.h"
#include "store/ps-undo.h"

G_BEGIN_DECLS

gint64 undo_test_last_record    (StoreTest *test);

/* Undoes a record of the trail, which must succeed and leave a sound region. Returns the record of the undo. */
gint64 undo_test_apply          (StoreTest *test, gint64 record);

/* Undoing it is refused in a sentence with these words ("a|b"), and nothing is changed. */
void   undo_test_assert_refused (StoreTest *test, gint64 record, PsStoreError code, const char *words);

G_END_DECLS
