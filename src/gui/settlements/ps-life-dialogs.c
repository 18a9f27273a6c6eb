/* ps-life-dialogs.c: asking what a step of a settlement's life needs, and taking it, for one provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * read what it would do ──▶ ask (reason, or an answer to each warning) ──▶ write ──▶ tell
 */
#define G_LOG_DOMAIN "peilstok-life-dialogs"

#include "ps-life-dialogs.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-apply.h"
#include "gui/ps-form-dialog.h"
#include "gui/ps-navigator.h"
#include "ps-life-job.h"
#include "ps-life-many.h"
#include "ps-life-preview.h"

#define ASKING "peilstok-life-asking" /* of the widget that asks: one question at a time, however often a button is clicked */

typedef struct
{
  GtkWidget *parent; /* weak */
  PsSession *session;
  PsLifePreview *preview;
  gint64 stored_id;     /* that the page showed; 0: none */
  gint64 open_id;       /* the open one that the dialog is about; 0: none */
  gint64 shown_cents;   /* the balance that the user sees */
  PsFormDialog *dialog; /* weak */
  GtkLabel *text;       /* borrowed from the dialog's form */
  gulong settled;       /* of the session: figures may change while the dialog is open */
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  if (step->settled != 0)
    g_signal_handler_disconnect (step->session, step->settled);
  if (step->parent != NULL)
    g_object_set_data (G_OBJECT (step->parent), ASKING, NULL);
  g_clear_weak_pointer (&step->parent);
  g_clear_weak_pointer (&step->dialog);
  g_clear_pointer (&step->preview, ps_life_preview_free);
  g_object_unref (step->session);
  g_free (step);
}

static gboolean
is_correction (const Step *step)
{
  return step->preview->replaced != NULL;
}

/* Words */

static const char *
title_of (const Step *step)
{
  switch (step->preview->step)
    {
    case PS_STEP_STORE:
      return is_correction (step) ? _("Correct the Settlement") : _("Store as Draft");
    case PS_STEP_PROPOSE:
      return is_correction (step) ? _("Propose the Correction") : _("Propose the Settlement");
    case PS_STEP_MAKE_FINAL:
      return _("Make the Settlement Final");
    case PS_STEP_WITHDRAW:
    default:
      return _("Withdraw the Settlement");
    }
}

static const char *
button_of (const Step *step)
{
  switch (step->preview->step)
    {
    case PS_STEP_STORE:
      return is_correction (step) ? _("_Correct") : _("_Store");
    case PS_STEP_PROPOSE:
      return _("_Propose");
    case PS_STEP_MAKE_FINAL:
      return _("_Make Final");
    case PS_STEP_WITHDRAW:
    default:
      return _("_Withdraw");
    }
}

static const char *
done_of (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_STORE:
      return _("Stored as a draft");
    case PS_STEP_PROPOSE:
      return _("Proposed: somebody else can make it final");
    case PS_STEP_MAKE_FINAL:
      return _("Made final");
    case PS_STEP_WITHDRAW:
    default:
      return _("Withdrawn");
    }
}

/* The form */

static GtkLabel *
make_text (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "margin-bottom", 12,
                       "width-chars", 58, "css-classes", (const char *[]){ "numeric", NULL }, NULL);
}

static void
show_text (Step *step, gint64 earlier_cents)
{
  g_autofree char *text = ps_life_preview_text (step->preview);
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  if (earlier_cents != PS_NO_NUMBER && earlier_cents != step->preview->balance_cents)
    {
      g_autofree char *money = ps_format_money (earlier_cents);

      shown = g_strdup_printf (_("The region has changed: the balance that you saw was %s."), money);
    }
  all = shown != NULL ? g_strdup_printf ("%s\n%s", shown, text) : g_strdup (text);
  gtk_label_set_label (step->text, all);
}

/* Above the fields: what is asked of whom. */
static void
put_text (Step *step, PsForm *form)
{
  GtkWidget *box;

  step->text = make_text ();
  ps_form_append (form, GTK_WIDGET (step->text));
  box = gtk_widget_get_parent (GTK_WIDGET (step->text));
  gtk_box_reorder_child_after (GTK_BOX (box), GTK_WIDGET (step->text), NULL);
}

/* Who reads it: a provider sees no more than the reason of a correction. */
static const char *
reason_hint (const Step *step)
{
  if (step->preview->step == PS_STEP_WITHDRAW)
    return _("It is kept in the trail.");
  return is_correction (step) ? _("It is kept with the settlement, and printed on its statement.")
                              : _("It stays in this file: it is not printed on the statement.");
}

static PsForm *
make_reason_form (const Step *step)
{
  gboolean wanted = is_correction (step) || step->preview->step == PS_STEP_WITHDRAW;
  const PsFormField fields[] = {
    { "reason", wanted ? _("Reason") : _("Remark"), PS_FORM_LONG_TEXT, wanted, reason_hint (step), NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  /* A draft of a correction has its reason already. */
  if (step->preview->stored != NULL && step->preview->stored->reason != NULL && step->preview->step != PS_STEP_WITHDRAW)
    ps_form_set_text (form, "reason", step->preview->stored->reason);
  return form;
}

static char *
answer_id (guint place)
{
  return g_strdup_printf ("answer-%u", place);
}

/* A field for each warning; without any there is nothing to ask, and one remark that is not kept would be odd. */
static PsForm *
make_answers_form (const Step *step)
{
  GPtrArray *warnings = step->preview->warnings;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree PsFormField *fields = g_new0 (PsFormField, warnings->len + 1);

  for (guint i = 0; i < warnings->len; i++)
    {
      const PsLifeWarning *warning = g_ptr_array_index (warnings, i);

      g_ptr_array_add (ids, answer_id (i));
      fields[i] = (PsFormField){
        g_ptr_array_index (ids, i), ps_life_warning_title (warning->kind), PS_FORM_LONG_TEXT, TRUE, warning->text, NULL
      };
    }
  return PS_FORM (ps_form_new (fields, warnings->len));
}

static GPtrArray *
take_answers (const Step *step, PsForm *form)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_life_warning_free);

  for (guint i = 0; i < step->preview->warnings->len; i++)
    {
      const PsLifeWarning *warning = g_ptr_array_index (step->preview->warnings, i);
      PsLifeWarning *answered = g_new0 (PsLifeWarning, 1);
      g_autofree char *id = answer_id (i);

      answered->kind = warning->kind;
      answered->amount_cents = warning->amount_cents;
      answered->count = warning->count;
      answered->text = g_strdup (warning->text);
      answered->answer = g_strdup (ps_form_get_text (form, id));
      g_ptr_array_add (answers, answered);
    }
  return answers;
}

/* Taking it */

static gpointer
take_step (PsForm *form, gpointer user_data)
{
  Step *step = user_data;
  const PsLifePreview *preview = step->preview;
  const char *agbs[] = { preview->agb, NULL };
  PsLifeTask *task = ps_life_task_new (preview->step, preview->year, preview->through, agbs);

  task->job.settlement = step->open_id;
  task->job.shown_cents = preview->balance_cents;
  if (preview->step == PS_STEP_MAKE_FINAL)
    task->answers = take_answers (step, form);
  else
    ps_life_task_set_reason (task, ps_form_get_text (form, "reason"));
  return task;
}

static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  Step *step = user_data;

  if (step->parent != NULL && gtk_widget_get_root (step->parent) != NULL)
    ps_navigator_tell (step->parent, record != 0 ? done_of (step->preview->step) : _("It was stored like this already"));
}

static void
weak_ref_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* The dialog shows the figures as they are now, also where somebody was first and it was refused. */
static void
on_read_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (PsFormDialog) dialog = g_weak_ref_get (weak);
  g_autoptr (PsLifePreview) preview = ps_life_preview_finish (PS_SESSION (source), result, NULL);
  Step *step = dialog != NULL ? g_object_get_data (G_OBJECT (dialog), "peilstok-step") : NULL;
  gint64 earlier;

  weak_ref_free (weak);
  if (preview == NULL || step == NULL || step->preview->warnings->len != preview->warnings->len)
    return;
  earlier = step->preview->balance_cents;
  ps_life_preview_free (step->preview);
  step->preview = g_steal_pointer (&preview);
  if (earlier != step->preview->balance_cents)
    show_text (step, earlier);
}

/* It may be closed, and its window with it, before that was read. */
static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  Step *step = user_data;
  GWeakRef *weak;

  if (step->dialog == NULL || ps_session_get_path (session) == NULL || ps_session_get_settled (session) == NULL)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, step->dialog);
  ps_life_preview_async (session, step->preview->step, step->preview->agb, step->preview->year, step->preview->through,
                         on_read_again_cb, weak);
}

static void
on_dialog_destroyed_cb (GtkWidget *dialog, gpointer user_data)
{
  g_object_set_data (G_OBJECT (dialog), "peilstok-step", NULL);
}

static void
open_dialog (Step *step)
{
  gboolean final = step->preview->step == PS_STEP_MAKE_FINAL;
  PsForm *form = final ? make_answers_form (step) : make_reason_form (step);
  PsFormDialog *dialog;

  put_text (step, form);
  show_text (step, step->shown_cents);
  dialog = ps_form_dialog_new (step->parent, step->session, title_of (step), button_of (step), form);
  ps_form_dialog_set_always_save (dialog, TRUE);
  ps_form_dialog_set_destructive (dialog, step->preview->step == PS_STEP_WITHDRAW);
  ps_form_dialog_set_write (dialog, take_step, ps_life_task_write, ps_life_task_free, on_saved, step, step_free);
  g_set_weak_pointer (&step->dialog, dialog);
  g_object_set_data (G_OBJECT (dialog), "peilstok-step", step);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_destroyed_cb), NULL);
  step->settled = g_signal_connect (step->session, "settled", G_CALLBACK (on_settled_cb), step);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Without a dialog: a draft that corrects nothing asks nothing */

static void
on_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *step = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean stored = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  if (step->parent != NULL && gtk_widget_get_root (step->parent) != NULL)
    {
      if (stored)
        ps_navigator_tell (step->parent, record != 0 ? done_of (PS_STEP_STORE) : _("It was stored like this already"));
      else
        ps_tell_refused (step->parent, step->session, error);
    }
  step_free (step);
}

static void
store_draft (Step *step)
{
  const PsLifePreview *preview = step->preview;
  const char *agbs[] = { preview->agb, NULL };
  PsLifeTask *task = ps_life_task_new (PS_STEP_STORE, preview->year, preview->through, agbs);

  task->job.settlement = step->open_id;
  if (preview->stored != NULL)
    ps_life_task_set_reason (task, preview->stored->reason);
  ps_session_write_async (step->session, ps_life_task_write, task, ps_life_task_free, on_stored_cb, step);
}

/* What is open, else what is final, is still what the page showed. */
static gboolean
is_shown_one (const Step *step)
{
  const PsLifePreview *preview = step->preview;
  gint64 open = preview->stored != NULL ? preview->stored->id : 0;
  gint64 final = preview->replaced != NULL ? preview->replaced->id : 0;

  return step->stored_id == 0 || step->stored_id == open || (open == 0 && step->stored_id == final);
}

static void
on_preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Step *step = user_data;
  g_autoptr (GError) error = NULL;

  step->preview = ps_life_preview_finish (PS_SESSION (source), result, &error);
  if (step->preview != NULL && !is_shown_one (step))
    {
      g_set_error (&error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT, "%s",
                   _("Another settlement of this provider and year was stored in the meantime. Look at that one first."));
      g_clear_pointer (&step->preview, ps_life_preview_free);
      ps_session_check (step->session);
    }
  if (step->preview != NULL && step->preview->stored != NULL)
    step->open_id = step->preview->stored->id;
  if (step->parent == NULL || gtk_widget_get_root (step->parent) == NULL)
    step_free (step);
  else if (step->preview == NULL)
    {
      ps_tell_refused (step->parent, step->session, error);
      step_free (step);
    }
  else if (step->preview->step == PS_STEP_STORE && !is_correction (step))
    store_draft (step);
  else
    open_dialog (step);
}

/**
 * ps_life_dialog_present_through:
 * @through: PS_DATE_OPEN: 31-12; a day before it for a draft of STORE alone
 */
void
ps_life_dialog_present_through (GtkWidget *parent, PsSession *session, PsLifeStep step, const char *agb, int year, PsDate through,
                                gint64 stored_id, gint64 shown_cents)
{
  Step *asked;

  g_return_if_fail (PS_IS_SESSION (session));

  if (ps_session_is_read_only (session))
    {
      ps_navigator_tell (parent, _("The region is read-only"));
      return;
    }
  if (g_object_get_data (G_OBJECT (parent), ASKING) != NULL)
    return;
  asked = g_new0 (Step, 1);
  g_object_set_data (G_OBJECT (parent), ASKING, asked);
  g_set_weak_pointer (&asked->parent, parent);
  asked->session = g_object_ref (session);
  asked->stored_id = stored_id;
  asked->shown_cents = shown_cents;
  ps_life_preview_async (session, step, agb, year, through, on_preview_cb, asked);
}

/* ps-life-dialogs.h says what it does. */
void
ps_life_dialog_present (GtkWidget *parent, PsSession *session, PsLifeStep step, const char *agb, int year, gint64 stored_id,
                        gint64 shown_cents)
{
  ps_life_dialog_present_through (parent, session, step, agb, year, PS_DATE_OPEN, stored_id, shown_cents);
}
