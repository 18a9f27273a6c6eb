/* change-test.h: changes of rows in a line each, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store-test.h"
#include "store/ps-change.h"

G_BEGIN_DECLS

/* "column=value …": a text, a number, a date (dd-mm-yyyy), "-" for empty; sets them on a copy of the row. */
PsRecord *change_test_with   (const PsRecord *record, const char *values);
/* Reads a row that must be there; the first for which `where` holds. */
PsRecord *change_test_read   (StoreTest *test, const char *table, const char *where);

/* One row changed by "tester" in a change of its own; deleted with its parts. Returns the record, or 0 with the error. */
gint64    change_test_insert (StoreTest *test, const char *table, const char *values, GError **error);
gint64    change_test_update (StoreTest *test, const char *table, const char *where, const char *values, GError **error);
gint64    change_test_delete (StoreTest *test, const char *table, const char *where, GError **error);

/* The region's content without the trail: every table that people or imports fill, with ids, and the copies. */
const char *change_test_content (StoreTest *test);

/* The basics of store-test.h, and what a provider of it did in two years. */
StoreTest  *change_test_region      (void);
extern const char change_test_messages[];
PsRegion   *change_test_load_region (StoreTest *test);
PsDate      change_test_day         (const char *text);        /* dd-mm-yyyy */

/* Refused in these words, with "|" between them; clears the error. */
void        change_test_assert_refused (GError **error, PsStoreError code, const char *words);
/* Taken back, the region is what it was (`before`: its content); put back again, what it became. */
void        change_test_assert_undoes  (StoreTest *test, gint64 record, const char *before);

G_END_DECLS
