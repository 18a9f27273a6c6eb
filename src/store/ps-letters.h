/* ps-letters.h: bandwidth letters: drafted, sent with a number, answered, ended; never deleted (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All on a worker. Each step of each letter is a record of the trail ("letter:BB-2026-0007", of one that has no number "letter:draft:12") and an
 * event of its course. Refused as ps_change_apply() refuses: PS_STORE_ERROR_CONFLICT, PS_STORE_ERROR_RULE.
 */
#pragma once

#include "core/ps-letter-text.h"
#include "core/ps-work-days.h"
#include "ps-bandwidths.h"

G_BEGIN_DECLS

typedef struct { PsLetterEventKind kind; PsDate day; char *note; char *by; gint64 at; } PsLetterEvent;   /* at: µs since 1970, when it was recorded */

typedef struct
{
  gint64        id;
  gint64        provider_id;
  char         *agb;
  char         *provider;               /* name, as it is now */
  gint64        peildatum_id;
  PsDate        peildatum;
  char         *peildatum_label;
  PsLetterKind  kind;
  PsLetterState state;
  int           year;
  int           number;                 /* 0: a draft */
  char         *number_text;            /* "BB-2026-0007", or the word for a draft */
  gint64        template_id;            /* 0: the standard text */
  char         *subject;                /* of a draft with its fields */
  char         *body;
  PsLetterFigures *figures;             /* of a draft as drafted or renewed; NULL in lists */
  gint64        deviation_cents;        /* forecast − ceiling of the scope that decides its kind */
  gint64        at_stake_cents;         /* over all scopes */
  char         *addressee;              /* frozen; NULL: a draft */
  char         *pdf_digest;
  char         *drafted_by, *sent_by;
  gint64        drafted_at, sent_at;    /* µs since 1970 */
  PsDate        drafted_on;             /* the day that its course begins with */
  gint64        last_event;             /* id of the last one of its course: another by now, and it is not what was shown */
  PsLetterMeans means;                  /* 0: a draft */
  PsDate        sent_on, due_on, reminded_on, answered_on, talk_by, talked_on, decide_by, decided_on, ended_on;   /* PS_DATE_OPEN: not */
  char         *answer, *measures, *talk, *decision, *end_reason;
  GPtrArray    *events;                 /* PsLetterEvent in their order; NULL in lists */
} PsLetter;

void          ps_letter_free        (PsLetter *letter);
void          ps_letter_facts       (const PsLetter *letter, PsLetterFacts *facts);

/* Of a year (0: every), of a provider (NULL: every), of a peildatum (0: every): GPtrArray of PsLetter: drafts first, then by number, latest first. */
typedef struct { int year; const char *agb; gint64 peildatum_id; } PsLetterQuery;
GPtrArray    *ps_letters_list       (PsStore *store, const PsLetterQuery *query, GError **error);
PsLetter     *ps_letters_find       (PsStore *store, gint64 id, GError **error);             /* whole; PS_STORE_ERROR_REFUSED: there is none */
GBytes       *ps_letters_pdf        (PsStore *store, gint64 id, GError **error);             /* as it was sent, its digest checked */

/* ---- what a page of it is made of: exchange renders it (ps-letter-pdf.h) */

typedef struct
{
  PsLetter        *letter;              /* subject and body filled (PS_LETTER_TABLE_MARK in it); number, sent_on, due_on as they would be */
  PsLetterFigures *figures;
  char            *region;
  char            *letterhead;          /* lines; "" where there is none */
  char            *addressee;           /* lines: name, contact, address */
  char            *signer;
  gboolean         draft;               /* says so on every page */
} PsLetterPaper;

void           ps_letter_paper_free (PsLetterPaper *paper);
/* A draft as it would be sent on `day` by `actor`, with today's figures; a sent one as it was. PS_LETTER_ERROR where a field is unknown or empty.
 * `subject`, `body`: instead of the draft's own (being typed); NULL: its own. */
PsLetterPaper *ps_letters_paper     (PsStore *store, gint64 id, const char *actor, PsDate day, const char *subject, const char *body,
                                     GError **error);
/* A text as a letter to a provider, for who edits a template (ps-letters-sample.c). */
typedef struct { PsLetterKind kind; gint64 peildatum_id; const char *agb; const char *subject; const char *body; } PsLetterSample;
PsLetterPaper *ps_letters_sample    (PsStore *store, const PsLetterSample *sample, const char *actor, PsDate day, GError **error);
/* All that its pages say but the table of figures, to hold what was shown against what is sent: sent_on is the day that they are made for. */
char          *ps_letter_paper_words (const PsLetterPaper *paper);
typedef GBytes *(*PsLetterRender)   (const PsLetterPaper *paper, gpointer user_data, GError **error);

/* ---- templates: of a kind by name; a region that has none of a kind uses the standard text. thing: "letter-template:NAME" */

typedef struct { gint64 id; PsLetterKind kind; char *name; char *subject; char *body; } PsLetterTemplate;    /* id 0: the standard one */
void          ps_letter_template_free (PsLetterTemplate *template_);
GPtrArray    *ps_letters_templates  (PsStore *store, GError **error);     /* PsLetterTemplate by kind and name; each kind at least one */
/* `before` NULL or with id 0: a new one. Refused where a field is unknown. `after` NULL: delete it (a letter keeps its own text). */
gboolean      ps_letters_save_template (PsStore *store, const char *actor, const PsLetterTemplate *before, const PsLetterTemplate *after,
                                        gint64 *record, GError **error);

/* ---- steps */

typedef struct { gint64 id; char *agb; char *provider; char *number; char *why; } PsLetterOutcome;      /* why: translated; NULL: done */
typedef struct { GPtrArray *done; GPtrArray *passed_over; gint64 record; } PsLetterReport;                /* PsLetterOutcome by provider; sent ones by number */
void            ps_letter_report_free (PsLetterReport *report);

/* Drafts for these providers (AGB codes; NULL: every one that needs a letter), of the heaviest kind, with today's figures. One transaction:
 * all, or none; one that has a letter already, or asks for none, is passed over and told. template_ids by kind; 0: the first of the kind. */
typedef struct { gint64 peildatum_id; const char *const *agbs; gint64 template_ids[PS_N_LETTER_KINDS]; PsDate today; } PsLetterDraftJob;
PsLetterReport *ps_letters_draft    (PsStore *store, const char *actor, const PsLetterDraftJob *job, GCancellable *cancellable,
                                     PsProgressFunc progress, gpointer progress_data, GError **error);
/* A draft's text. */
gboolean        ps_letters_edit     (PsStore *store, const char *actor, const PsLetter *before, const char *subject, const char *body,
                                     gint64 *record, GError **error);
/* Numbers in the order of `ids`, figures and pages frozen; one transaction: all, or none. What was shown; another by now is
 * PS_STORE_ERROR_CONFLICT, and nothing is sent: of one the figures (ps_letter_figures_to_text) and the words (ps_letter_paper_words) of the
 * paper that was looked at, made for the day shown_on; of several the last event of each, as listed. NULL: any. */
typedef struct
{
  const gint64  *ids;
  gsize          n_ids;
  PsDate         sent_on;
  PsLetterMeans  means;
  PsDate         today;
  const char    *shown_figures;
  const char    *shown_words;
  PsDate         shown_on;
  const gint64  *last_events;
} PsLetterSendJob;
PsLetterReport *ps_letters_send     (PsStore *store, const char *actor, const PsLetterSendJob *job, PsLetterRender render, gpointer render_data,
                                     GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error);

/* Any other step, but drafting, editing and sending: what the event needs of day, text (answer, measures, what was said, decision, note), reason
 * and, of DUE_MOVED, which of the three days (WAITS_ANSWER, WAITS_TALK, WAITS_DECISION) and `to`; of CORRECTED which field ("answered_on",
 * "answer", "measures", "talked_on", "talk", "decided_on", "decision") with `day` or `text` as it should have been. Answer, measures, talk,
 * decision and note want a text; withdrawing, moving a day and correcting a reason, as does closing one without a decision. `before`: as
 * shown. */
typedef struct
{
  PsLetterEventKind event;
  PsDate            day;
  const char       *text;
  const char       *reason;
  PsLetterWaits     which;
  PsDate            to;
  const char       *field;
  PsDate            today;
} PsLetterStep;
gboolean        ps_letters_take     (PsStore *store, const char *actor, const PsLetter *before, const PsLetterStep *step, gint64 *record,
                                     GError **error);

/* ---- public holidays of a year: the region's own where it keeps any, else those of the law (ps-holidays.c) */

GArray         *ps_holidays_load    (PsStore *store, int year, gboolean *own, GError **error);    /* PsHoliday by day */
/* Those of some years after each other, for counting: without names. */
GArray         *ps_holidays_load_days (PsStore *store, int first_year, int n_years, GError **error);
/* All of a year at once: what is gone is removed. thing: "holidays:2026" */
gboolean        ps_holidays_save    (PsStore *store, const char *actor, int year, const GArray *before, const GArray *after, gint64 *record,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLetter, ps_letter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLetterPaper, ps_letter_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLetterTemplate, ps_letter_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLetterReport, ps_letter_report_free)

G_END_DECLS
