/* ps-form-dialog.h: a form in a dialog: Cancel, Save, and what keeps it from being saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "ps-form.h"
#include "ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_FORM_DIALOG (ps_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PsFormDialog, ps_form_dialog, PS, FORM_DIALOG, AdwWindow)

/* What the form's values mean, as a change to apply. NULL: nothing to save (the page has said why by ps_form_set_problem()). */
typedef PsChange *(*PsFormMake)  (PsForm *form, gpointer user_data);
/* For more than rows: runs on a worker with `data` made on the main thread by PsFormTake. */
typedef gpointer  (*PsFormTake)  (PsForm *form, gpointer user_data);
/* After it was saved and the figures were read again; `record` of the trail. */
typedef void      (*PsFormSaved) (PsForm *form, gint64 record, gpointer user_data);

/* Shows `form` (taken over) in a modal dialog over the window of `from`. Save is there when the form is right and changed (always_save:
 * right is enough). A refusal is shown on top, in words, and the dialog stays; where somebody else was first, a change
 * (ps_form_dialog_set_make()) can be saved on top of theirs (ps_change_rebase()). Closing a changed form asks, and
 * offers to save where the button says "_Save": an action ("_Send") is only taken by its own button. On success the window
 * says `done` (translated; NULL: nothing) with a button that undoes it. */
PsFormDialog *ps_form_dialog_new       (GtkWidget *from, PsSession *session, const char *title, const char *save_label, PsForm *form);
void          ps_form_dialog_set_done  (PsFormDialog *self, const char *done);
void          ps_form_dialog_set_always_save (PsFormDialog *self, gboolean always_save);
void          ps_form_dialog_set_destructive (PsFormDialog *self, gboolean destructive);
/* One of the two, before it is presented. user_data lives as long as the dialog. */
void          ps_form_dialog_set_make  (PsFormDialog *self, PsFormMake make, PsFormSaved saved, gpointer user_data, GDestroyNotify free_data);
void          ps_form_dialog_set_write (PsFormDialog *self, PsFormTake take, PsSessionWrite write, GDestroyNotify free_taken,
                                        PsFormSaved saved, gpointer user_data, GDestroyNotify free_data);
PsForm       *ps_form_dialog_get_form  (PsFormDialog *self);
void          ps_form_dialog_save      (PsFormDialog *self);           /* as if its button was clicked, for tests */

/* "Delete tariff?", with what it would lose, and a button in red; `confirmed` is called when the user goes on. */
void          ps_confirm               (GtkWidget *from, const char *heading, const char *body, const char *go_on, gboolean destructive,
                                        GCallback confirmed, gpointer user_data);    /* void confirmed (gpointer user_data) */

G_END_DECLS
