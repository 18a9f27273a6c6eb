/* ps-letter-drafts-private.h: between the dialog that drafts letters and what it writes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-progress-relay.h"
#include "ps-letter-drafts-table.h"
#include "ps-letter-drafts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_LETTER_DRAFTS (ps_letter_drafts_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterDrafts, ps_letter_drafts, PS, LETTER_DRAFTS, AdwWindow)

struct _PsLetterDrafts
{
  AdwWindow parent;

  GtkWidget *from; /* weak: the page that asked */
  PsSession *session;
  char **agbs;     /* NULL: all */
  GArray *dates;   /* gint64: ids of peildata, as in the drop-down */
  gint64 peildatum_id;

  GtkWidget *draft;
  GtkDropDown *date;
  GtkStack *stack; /* "working", "table", "failed" */
  GtkWidget *bar;
  GtkLabel *failure;
  GtkLabel *summary;
  GtkBox *kinds; /* a template each, where there is a choice */
  PsTable *table;

  GPtrArray *templates; /* PsLetterTemplate; NULL: not read yet */
  GtkDropDown *chosen[PS_N_LETTER_KINDS]; /* NULL: no choice */
  GCancellable *cancellable; /* of what is being computed */
  PsProgressRelay *relay;
};

/* ps-letter-drafts-write.c: drafts these; the dialog is gone by then. Templates by kind; 0: the first. */
void _ps_letter_drafts_write (GtkWidget *from, PsSession *session, gint64 peildatum_id, char **agbs,
                              const gint64 template_ids[PS_N_LETTER_KINDS]);

/* For tests: what the button does. */
void _ps_letter_drafts_draft (PsLetterDrafts *self);

G_END_DECLS
