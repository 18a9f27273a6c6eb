/* ps-letter-preview.h: the pages of a letter as they would print
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_LETTER_PREVIEW (ps_letter_preview_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterPreview, ps_letter_preview, PS, LETTER_PREVIEW, GtkWidget)

GtkWidget *ps_letter_preview_new (void);
/* GPtrArray of cairo_surface_t, as of ps_letter_render_pages(), and their text, for those who do not see them. Takes neither. */
void ps_letter_preview_set_pages (PsLetterPreview *self, GPtrArray *pages, const char *text);
guint ps_letter_preview_get_n_pages (PsLetterPreview *self);       /* 0: there is a problem, or nothing yet */
const char *ps_letter_preview_get_text (PsLetterPreview *self);    /* of the pages; "" where there are none */
const char *ps_letter_preview_get_problem (PsLetterPreview *self); /* "" while there is none */
/* What stands in the way, instead of pages: an unknown field, no address. */
void ps_letter_preview_set_problem (PsLetterPreview *self, const char *problem);
/* Why there are none, where nothing is wrong. */
void ps_letter_preview_set_note (PsLetterPreview *self, const char *note);

G_END_DECLS
