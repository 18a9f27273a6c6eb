/* ps-dossier-compare-private.h: two dossiers while they are being compared; private to that
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier-compare.h"
#include "ps-dossier-private.h"

G_BEGIN_DECLS

/* One of the two. */
typedef struct
{
  const PsDossier  *dossier;
  PsDossierNeeds    needs;
  const PsAgreement *agreement;      /* NULL: none */
  const PsSource  **of_lines;        /* by line: what it came to; NULL: no figure has to do with it */
  const PsSource  **of_trajects;     /* by assignment; NULL: none */
  guint            *n_lines;         /* by assignment: its lines that figures have to do with */
  GHashTable       *paths;           /* "client \t group" of lines that a path was found for */
  PsDate            last_day;        /* ps_production_last_day() */
} PsCompared;

typedef struct
{
  PsCompared before, now;
  PsDate     through;                /* the later one: what begins after it holds on no day that is looked at */
  PsDate     first_last_day;         /* the earlier one: what begins after it may have been trimmed from one of them */
  PsDate     last_last_day;          /* the later one: what ends after it goes on for all that matters */
  GPtrArray *causes;                 /* PsCause */
} PsComparing;

/* A new cause; takes `what`, `how` and `key`. Codes are copied, and may be NULL. Its effects are not known, its row is none. */
PsCause *ps_comparing_cause      (PsComparing *self, PsCauseKind kind, PsCauseChange change, const char *group,
                                  const char *municipality, char *key, char *what, char *how);
/* The same of something that changed, where it did (`how` is not empty); takes `how`. NULL: it did not. */
PsCause *ps_comparing_changed    (PsComparing *self, PsCauseKind kind, const char *group, const char *municipality, char *key,
                                  char *what, GString *how);
/* Its row in the region as it is; frozen dossiers have none. `cause` may be NULL. */
void     ps_comparing_set_row    (const PsComparing *self, PsCause *cause, const char *table, gint64 id);

/* "stop: 30-06-2024, was 31-03-2024"; one after the other, takes the values. Not where they are the same. */
void     ps_changes_add          (GString *how, const char *what, char *before, char *now);
void     ps_changes_add_money    (GString *how, const char *what, gint64 before, gint64 now);
void     ps_changes_add_date     (GString *how, const char *what, PsDate before, PsDate now);
void     ps_changes_add_word     (GString *how, const char *what, PsWords list, int before, int now);

/* Of places in one of the two: codes, and numbers of assignments. */
const PsAssignment *ps_compared_assignment (const PsCompared *of, guint place);
const char *ps_compared_municipality (const PsCompared *of, guint place);
const char *ps_compared_group    (const PsCompared *of, guint place);
const char *ps_compared_product  (const PsCompared *of, guint place);            /* PS_NONE as "–" */
const char *ps_compared_number   (const PsCompared *of, guint assignment);
/* What its source came to in each of them; NULL: there is none. */
void     ps_cause_set_effect     (PsCause *cause, const PsSource *before, const PsSource *now);

/* < 0: only the first is listed next; > 0: only the second; 0: both. Either NULL at its end. */
int      ps_compare_codes        (const char *before, const char *now);

void     ps_compare_lines        (PsComparing *self);
void     ps_compare_assignments  (PsComparing *self);
void     ps_compare_agreements   (PsComparing *self);
void     ps_compare_master       (PsComparing *self);
void     ps_compare_others       (PsComparing *self);
void     ps_compare_figures      (const PsComparing *self, PsComparison *comparison);

G_END_DECLS
