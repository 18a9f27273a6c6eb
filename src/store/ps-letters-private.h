/* ps-letters-private.h: what the files of bandwidth letters share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-letters-list.c reads what there is, ps-letters-now.c what a letter would say now, ps-letters-paper.c makes its pages' content,
 * ps-letters-write.c writes a step with its event and record; ps-letters-draft.c, ps-letters-send.c and ps-letters-take.c are the steps,
 * ps-letters-told.c whether it is news, ps-letters-follow.c what a step does to a row, ps-letters-templates.c the texts.
 */
#pragma once

#include "ps-letters.h"
#include "ps-record-private.h"
#include "ps-trail.h"

G_BEGIN_DECLS

/* ---- reading */

PsLetter   *ps_letter_load         (PsStore *store, PsRows *rows, gint64 id, GError **error);     /* without events */
/* "12": of a letter that is not there. */
void        ps_letter_set_absent   (gint64 id, GError **error);

/* ---- what a letter would say now */

typedef struct
{
  PsStore        *store;
  PsRows         *rows;
  PsDate          today;
  gboolean        many;            /* letters of the same peildatum are likely to follow: the whole year is computed at once */
  GHashTable     *years;           /* peildatum, and provider where not many → PsBandwidthYear */
  GCancellable   *cancellable;
  PsProgressFunc  progress;        /* of computing a whole year; NULL: not asked for */
  gpointer        progress_data;
} PsLetterNow;

void        ps_letter_now_init     (PsLetterNow *now, PsStore *store, PsRows *rows, PsDate today);
void        ps_letter_now_clear    (PsLetterNow *now);
/* Where its provider stands at its peildatum: borrowed; *year too. NULL without an error: it has no scopes any more. */
const PsProviderBandwidth *ps_letter_now_find (PsLetterNow *now, const PsLetter *letter, const PsBandwidthYear **year, GError **error);
/* The days that follow from the day of sending, into `letter`: due_on, talk_by, decide_by. */
gboolean    ps_letter_now_set_days (PsLetterNow *now, PsLetter *letter, PsDate sent_on, GError **error);
/* The day that follows by ps_letter_talk_by() or ps_letter_decide_by(), or the next working day; PS_DATE_OPEN: none does. */
typedef PsDate (*PsLetterTerm) (const PsLetterFacts *facts);
gboolean    ps_letter_find_term    (PsStore *store, const PsLetterFacts *facts, PsLetterTerm term, PsDate *by, GError **error);
/* As it would be sent by `actor` on that day, under the number that `letter` (transfer full) has. Transfer full. */
PsLetterPaper *ps_letter_now_paper (PsLetterNow *now, PsLetter *letter, const char *actor, PsDate day, GError **error);
/* The figures alone, without who sent them. Transfer full. */
char       *ps_letter_bare_figures (const PsLetterFigures *figures);

/* ---- writing, within a write transaction */

typedef struct
{
  PsStore    *store;
  PsRows     *rows;
  const char *actor;
  gint64      now;                 /* microseconds: the moment of the whole job */
  gint64      record;              /* the last one that was added to the trail; 0: nothing was written */
} PsLetterWriter;

gboolean    ps_letter_writer_begin  (PsLetterWriter *writer, PsStore *store, const char *actor, GError **error);
gboolean    ps_letter_writer_commit (PsLetterWriter *writer, GError **error);
void        ps_letter_writer_clear  (PsLetterWriter *writer);     /* rolls back what was not committed */

typedef struct
{
  PsLetterEventKind kind;
  PsDate            day;
  const char       *note;          /* kept with the event; may be NULL */
  const char       *reason;        /* of the record; may be NULL */
} PsLetterHappening;

/* The row, its event and one record of the trail. `before` NULL: a new one, whose id is set. */
gboolean    ps_letter_write         (PsLetterWriter *writer, const PsRecord *before, PsRecord *after, const PsLetterHappening *happening,
                                     GError **error);
/* "letter:BB-2026-0007", of one without a number "letter:draft:12". Transfer full. */
char       *ps_letter_thing         (const PsRecord *row);

/* The letter as it is now, which must be what was shown: else PS_STORE_ERROR_CONFLICT. Transfer full. */
PsRecord   *ps_letter_read_shown    (PsLetterWriter *writer, const PsLetter *shown, GError **error);
/* Sets PS_STORE_ERROR_RULE; the sentence says that nothing was changed. Always FALSE. */
gboolean    ps_letter_refuse        (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean    ps_letter_check_allowed (const PsLetter *letter, PsLetterEventKind event, PsDate day, PsDate today, GError **error);
/* ps-letters-told.c: not when another letter told all of it since it was drafted. What was told before that is told again on purpose. */
gboolean    ps_letter_check_told    (PsStore *store, const PsLetter *letter, const PsBandwidth *now, GError **error);
/* What is wrong with a text that people typed. */
gboolean    ps_letter_check_texts   (const char *subject, const char *body, GError **error);

/* ---- steps */

/* What a step does to the row, and what its event says. `note` transfer full. */
gboolean    ps_letter_follow        (PsStore *store, const PsLetter *letter, const PsLetterStep *step, PsRecord *row,
                                     PsLetterHappening *happening, char **note, GError **error);

PsLetterReport  *ps_letter_report_new  (void);
PsLetterOutcome *ps_letter_outcome_new (gint64 id, const char *agb, const char *provider, int year, int number);
/* The template that drafts of a kind begin with: the one that was asked for, else the first, else the standard one. Transfer full. */
PsLetterTemplate *ps_letter_template_choose (PsStore *store, PsLetterKind kind, gint64 id, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsLetterNow, ps_letter_now_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsLetterWriter, ps_letter_writer_clear)

G_END_DECLS
