/* store-test.h: a region file in a temporary folder, and rows for it in a few readable lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One row a line, fields separated by blanks, "-" for what is not given, dates as in the files. "---" ends a file.
 *
 *   municipality CODE [NAME]                        provider AGB [NAME [KVK [EMAIL [KIND]]]]
 *   product CODE SEGMENT/GROUP FUNDING UNIT [NORM]  tariff PRODUCT AGB FROM TO TARIFF_E4
 *   scheme NAME KIND FROM PAID_BP
 *   agreement AGB YEAR GROUP MUNICIPALITY CENTS EXCHANGE [SCHEME [UNDER_BP [lump]]]
 *   assignment MUNICIPALITY/NUMBER CLIENT AGB PRODUCT START END [HOURS_A_WEEK_MILLI [REFERRER]]        *GROUP for an aspecific one
 *   care MUNICIPALITY/NUMBER START STOP REASON [SENT_305 [SENT_307]]
 *   line REFERENCE MUNICIPALITY/NUMBER PRODUCT FROM TO VOLUME_MILLI TARIFF_E4 CENTS [STATUS [DECLARATION]]
 *   advance AGB PRODUCT MUNICIPALITY MM-YYYY CENTS
 *   peildatum DATE [LABEL [THROUGH]]                measurement DATE AGB PRODUCT MUNICIPALITY CLIENTS PLACES_MILLI
 *
 * What became of the rows is a letter each: a added, u updated, = unchanged, l later, R refused, F failed; at the end of a file, in
* brackets, what became of the later ones: [added,updated,unchanged,refused].
 */
#pragma once

#include "store/ps-sql.h"
#include "store/ps-writer.h"

G_BEGIN_DECLS

typedef struct
{
  char      *folder;
  char      *path;
  PsStore   *store;
  const char *actor;      /* of runs and changes; NULL: "tester" */
  PsWriter  *writer;      /* between store_test_begin() and store_test_end() */
  guint64    line;
  guint      file;
  GPtrArray *refusals;    /* "LINE COLUMN VALUE: REASON" */
  GPtrArray *texts;       /* that were returned */
} StoreTest;

StoreTest *store_test_new      (void);
void       store_test_free     (StoreTest *test);
void       store_test_reopen   (StoreTest *test, PsStoreMode mode);

/* One whole run: begins, puts, commits where nothing was refused, else rolls back. */
const char *store_test_run     (StoreTest *test, const char *rows);
void       store_test_begin    (StoreTest *test, guint64 declaration_bytes);
const char *store_test_put     (StoreTest *test, const char *rows);
void       store_test_end      (StoreTest *test, gboolean commit);

/* Runs, and wants exactly this to become of it. */
#define store_test_assert_run(test, rows, outcome)               \
  G_STMT_START                                                   \
  {                                                              \
    const char *outcome_ = store_test_run (test, rows);          \
    g_assert_cmpstr (outcome_, ==, outcome);                     \
  }                                                              \
  G_STMT_END

const char *store_test_refusal (StoreTest *test, guint i);
gint64     store_test_int      (StoreTest *test, const char *sql);
const char *store_test_text    (StoreTest *test, const char *sql);
/* Every table's content without ids of rows that the order of writing decides, and without times: two regions with the same are the same. */
const char *store_test_dump    (StoreTest *test);
void       store_test_assert_sound (StoreTest *test);
/* The file itself refuses this SQL, whoever writes it: what was sent or made final stays. */
void       store_test_assert_kept (StoreTest *test, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Two municipalities, three providers, a product of each funding, tariffs and a scheme. */
extern const char store_test_basics[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreTest, store_test_free)

G_END_DECLS
