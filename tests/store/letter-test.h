/* letter-test.h: bandwidth letters in a line each, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * On 19-07-2024, with data up to 31-05-2024, each of four providers had realised € 4.500, of which the linear forecast makes € 10.835,53:
 * Linde (41410001) is over the bandwidth of its € 7.000 with a scheme that pays nothing above it, Beuk (41410002) under that of its € 30.000,
 * Eik (41410003) has reached its € 4.000, Den (41410004) is within that of its € 10.800.
 */
#pragma once

#include "change-test.h"
#include "store/ps-letters.h"

G_BEGIN_DECLS

#define LINDE "41410001"
#define BEUK "41410002"
#define EIK "41410003"
#define DEN "41410004"

/* What a test makes pages of, and when it fails to. */
typedef struct
{
  int           fail_at;       /* the how manieth; 0: none */
  int           cancel_at;
  GCancellable *cancellable;
  int           n;
  GPtrArray    *texts;         /* char *, of each page that was made; NULL: not asked for */
} LetterPress;

StoreTest *letter_test_region (void);
gint64     letter_test_peildatum (StoreTest *test);
/* A PsLetterRender: user_data is a LetterPress or NULL. */
GBytes    *letter_test_render (const PsLetterPaper *paper, gpointer press, GError **error);

/* agbs: parted by blanks; NULL: those that need one. */
PsLetterReport *letter_test_try_draft (StoreTest *test, const char *actor, const char *agbs, const char *today, GError **error);
/* Of one provider: the letter's id. */
gint64     letter_test_draft  (StoreTest *test, const char *agb);
/* On 26-07-2024 by post, known on that day. */
PsLetterReport *letter_test_try_send (StoreTest *test, const char *actor, const gint64 *ids, gsize n_ids, const char *shown_figures,
                                      LetterPress *press, GError **error);
gint64     letter_test_send   (StoreTest *test, const char *agb);      /* drafted, and sent */
PsLetter  *letter_test_find   (StoreTest *test, gint64 id);

/* A step on a day, known on 30-09-2024; as it was shown just before. */
gboolean   letter_test_try    (StoreTest *test, const char *actor, gint64 id, const PsLetterStep *step, GError **error);
void       letter_test_take   (StoreTest *test, gint64 id, PsLetterEventKind event, const char *day, const char *text);
/* Refused in these words ("a|b"), and nothing is changed. */
void       letter_test_assert_refused (StoreTest *test, gint64 id, const PsLetterStep *step, PsStoreError code, const char *words);

/* The columns of a letter that can change, "state=2 due_on=2024-08-09 …": those that are not empty. */
const char *letter_test_course (StoreTest *test, gint64 id);
/* "sent 2024-07-26 tester: By post" a line each. */
const char *letter_test_events (StoreTest *test, gint64 id);

G_END_DECLS
