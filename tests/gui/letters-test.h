/* letters-test.h: letters that are there before a page is opened, made by somebody else
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-letters.h"

G_BEGIN_DECLS

#define LETTERS_CLERK "backoffice"     /* who makes them: not the one in the window */

gint64    letters_add_peildatum (const char *path, PsDate day, PsDate through);       /* its id */
/* For every provider that asks for one, on the day of the peildatum; how many. */
guint     letters_draft         (const char *path, gint64 peildatum);
gint64    letters_find          (const char *path, const char *agb);                  /* the last one of that provider */
PsLetter *letters_get           (const char *path, gint64 id);
void      letters_send          (const char *path, gint64 id, PsDate day);
void      letters_take          (const char *path, gint64 id, PsLetterEventKind event, PsDate day, const char *text);
void      letters_edit          (const char *path, gint64 id, const char *subject, const char *body);
PsDate    letters_today         (void);

G_END_DECLS
