/* ps-letter-course.h: what was agreed and when, of a letter that was sent: its terms and everything that happened
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "store/ps-letters.h"

G_BEGIN_DECLS

#define PS_TYPE_LETTER_COURSE (ps_letter_course_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterCourse, ps_letter_course, PS, LETTER_COURSE, GtkWidget)

/* Its buttons are actions of the page: letter.answered, letter.talked, letter.decided, letter.note. */
GtkWidget *ps_letter_course_new  (void);
void       ps_letter_course_show (PsLetterCourse *self, const PsLetter *letter, PsDate today);

/* "on 19-06-2024, in time", "on 24-06-2024, 5 days late"; NULL: it did not happen. Translated, owned by the caller. */
char      *ps_letter_term_text   (PsDate by, PsDate on);

G_END_DECLS
