/* ps-unsaved.h: a page with something that is not saved yet: the window asks before it leaves such a page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_UNSAVED (ps_unsaved_get_type ())
G_DECLARE_INTERFACE (PsUnsaved, ps_unsaved, PS, UNSAVED, GtkWidget)

/* Told when saving ended: saved FALSE, and the page has said why. */
typedef void (*PsUnsavedDone) (PsUnsaved *page, gboolean saved, gpointer user_data);

struct _PsUnsavedInterface
{
  GTypeInterface parent;

  gboolean (*has_unsaved) (PsUnsaved *self);
  char    *(*describe)    (PsUnsaved *self);       /* what would be lost: "the changes of scheme Donuthole 3 %": translated, owned by the caller */
  gboolean (*can_save)    (PsUnsaved *self);
  void     (*save)        (PsUnsaved *self, PsUnsavedDone done, gpointer user_data);
  void     (*discard)     (PsUnsaved *self);
};

gboolean ps_unsaved_has_unsaved (PsUnsaved *self);
char    *ps_unsaved_describe    (PsUnsaved *self);
gboolean ps_unsaved_can_save    (PsUnsaved *self);
void     ps_unsaved_save        (PsUnsaved *self, PsUnsavedDone done, gpointer user_data);
void     ps_unsaved_discard     (PsUnsaved *self);

/* What the user wants with what is not saved. */
typedef enum { PS_UNSAVED_STAY, PS_UNSAVED_DISCARD, PS_UNSAVED_SAVE } PsUnsavedAnswer;

/* Asks over `parent`. `what`: as from ps_unsaved_describe(). The answer comes once; STAY too where `parent` closes. */
typedef void (*PsUnsavedAsked) (PsUnsavedAnswer answer, gpointer user_data);
void     ps_unsaved_ask         (GtkWindow *parent, const char *what, gboolean can_save, PsUnsavedAsked asked, gpointer user_data);
/* The same of what is not saving but doing, as sending a letter: never the answer to a question about leaving. Never SAVE. */
void     ps_unsaved_ask_discard (GtkWindow *parent, const char *what, PsUnsavedAsked asked, gpointer user_data);

G_END_DECLS
