/* ps-letter-batch-private.h: several letters at once, for its parts and for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form.h"
#include "ps-letter-batch.h"
#include "ps-letter-preview.h"
#include "store/ps-letters.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_LETTER_BATCH (ps_letter_batch_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterBatch, ps_letter_batch, PS, LETTER_BATCH, AdwWindow)

/* The dialog that sends several. */
struct _PsLetterBatch
{
  AdwWindow parent;

  GtkWidget *from; /* weak: the page that asked */
  PsSession *session;
  GArray *ids;     /* gint64 */
  GPtrArray *letters; /* PsLetter: those, as in the register; NULL: not read yet */
  guint place;     /* of the one that is shown */
  PsDate looked;   /* the day that it was shown for */
  guint asked;     /* how often a look was asked for: only the last one counts */

  PsForm *form;
  GtkWidget *send;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *which;   /* "3 of 200: De Zilverberk, forecast above" */
  GtkLabel *outcome; /* which numbers they get, and by when an answer is due */
  PsLetterPreview *preview;
};

void _ps_letter_batch_send (PsLetterBatch *self);      /* as its button does */
void _ps_letter_batch_show (PsLetterBatch *self, guint place);

/* Where it goes is known. */
void _ps_letter_batch_write_to (GtkWidget *parent, PsSession *session, const GArray *ids, GFile *folder);

/* ps-letter-batch-send.c: sends these, unless another event than these (gint64 each) is the last one of any; the dialog is gone by then. */
void _ps_letter_batch_take (GtkWidget *from, PsSession *session, const GArray *ids, const GArray *last_events, PsDate sent_on,
                            PsLetterMeans means);

G_END_DECLS
