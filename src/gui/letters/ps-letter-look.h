/* ps-letter-look.h: a letter as it would print, made on a worker: its pages, or what stands in the way
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-letters.h"

G_BEGIN_DECLS

/* A field with what stands for it in this letter. */
typedef struct
{
  const char *name;
  const char *meaning;
  char *value;
} PsLetterFieldValue; /* borrowed but `value`; NULL: empty */

typedef struct
{
  PsLetterPaper *paper;      /* NULL: its text is not right */
  GPtrArray *pages;          /* cairo_surface_t; NULL likewise */
  char *text;                /* of the pages, for those who do not see them */
  char *problem;             /* what stands in the way, translated; NULL: nothing */
  GPtrArray *subject_faults; /* PsLetterFault; never NULL */
  GPtrArray *body_faults;
  GPtrArray *values; /* PsLetterFieldValue; NULL: not asked for */
} PsLetterLook;

void ps_letter_look_free (PsLetterLook *look);

/* As it would be sent on `day`; a sent one as it was. `subject`, `body`: being typed; NULL: its own. `values`: what each field stands for, too. */
void ps_letter_look_async (PsSession *session, gint64 id, PsDate day, const char *subject, const char *body, gboolean values,
                           GAsyncReadyCallback callback, gpointer user_data);
/* A text as a letter to a provider: of a template, while it is typed. Copies what it is given. */
void ps_letter_look_sample_async (PsSession *session, const PsLetterSample *sample, PsDate day, GAsyncReadyCallback callback,
                                  gpointer user_data);
PsLetterLook *ps_letter_look_finish (PsSession *session, GAsyncResult *result, GError **error);

PsDate ps_letter_today (void); /* where the user is */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsLetterLook, ps_letter_look_free)

G_END_DECLS
