/* ps-life-many.c: a step of the settlements of many providers: counted first, asked once, taken with progress, and told
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * count ──▶ ask ──▶ progress, Cancel ──▶ what was done, and what was passed over and why
 */
#define G_LOG_DOMAIN "peilstok-life-many"

#include "ps-life-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-apply.h"
#include "gui/ps-form.h"
#include "gui/ps-navigator.h"
#include "gui/ps-passed-over.h"
#include "gui/ps-undo-progress.h"
#include "ps-life-job.h"
#include "ps-life-many.h"
#include "ps-life-preview.h"

typedef struct
{
  GtkWidget *parent; /* weak */
  PsSession *session;
  PsLifeStep step;
  int year;
  char **agbs;      /* NULL: all */
  PsForm *form;     /* in the question; borrowed */
  PsLifeTask *task; /* while it is written; borrowed */
  PsUndoProgress *progress;
} Many;

static void
many_free (Many *many)
{
  g_clear_weak_pointer (&many->parent);
  g_clear_pointer (&many->progress, _ps_undo_progress_free);
  g_strfreev (many->agbs);
  g_object_unref (many->session);
  g_free (many);
}

static GtkWindow *
window_of (Many *many)
{
  GtkRoot *root = many->parent != NULL ? gtk_widget_get_root (many->parent) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Words */

static char *
question_of (PsLifeStep step, guint n)
{
  g_autofree char *count = ps_format_count (n);

  switch (step)
    {
    case PS_STEP_STORE:
      return g_strdup_printf (ngettext ("Store %s Settlement as Draft?", "Store %s Settlements as Drafts?", n), count);
    case PS_STEP_PROPOSE:
      return g_strdup_printf (ngettext ("Propose %s Settlement?", "Propose %s Settlements?", n), count);
    case PS_STEP_MAKE_FINAL:
      return g_strdup_printf (ngettext ("Make %s Settlement Final?", "Make %s Settlements Final?", n), count);
    case PS_STEP_WITHDRAW:
    default:
      return g_strdup_printf (ngettext ("Withdraw %s Settlement?", "Withdraw %s Settlements?", n), count);
    }
}

static const char *
go_on_of (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_STORE:
      return _("_Store");
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
progress_of (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_STORE:
      return _("Storing Settlements");
    case PS_STEP_PROPOSE:
      return _("Proposing Settlements");
    case PS_STEP_MAKE_FINAL:
      return _("Making Settlements Final");
    case PS_STEP_WITHDRAW:
    default:
      return _("Withdrawing Settlements");
    }
}

static char *
result_of (PsLifeStep step, guint n)
{
  g_autofree char *count = ps_format_count (n);

  switch (step)
    {
    case PS_STEP_STORE:
      return g_strdup_printf (ngettext ("%s Settlement Stored", "%s Settlements Stored", n), count);
    case PS_STEP_PROPOSE:
      return g_strdup_printf (ngettext ("%s Settlement Proposed", "%s Settlements Proposed", n), count);
    case PS_STEP_MAKE_FINAL:
      return g_strdup_printf (ngettext ("%s Settlement Made Final", "%s Settlements Made Final", n), count);
    case PS_STEP_WITHDRAW:
    default:
      return g_strdup_printf (ngettext ("%s Settlement Withdrawn", "%s Settlements Withdrawn", n), count);
    }
}

static void
tell_result (Many *many, const PsLifeReport *report)
{
  g_autofree char *heading = result_of (many->step, report->done->len);
  g_autoptr (PsPassedOver) passed = ps_passed_over_new ();

  for (guint i = 0; i < report->passed_over->len; i++)
    {
      const PsLifeOutcome *outcome = g_ptr_array_index (report->passed_over, i);

      ps_passed_over_add (passed, outcome->provider, outcome->why);
    }
  if (report->passed_over->len == 0)
    ps_navigator_tell (many->parent, heading);
  else
    ps_passed_over_present (g_steal_pointer (&passed), window_of (many), heading);
}

/* Taking it */

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Many *many = user_data;
  g_autoptr (GError) error = NULL;
  gboolean taken = ps_session_write_finish (PS_SESSION (source), result, NULL, &error);

  g_clear_pointer (&many->progress, _ps_undo_progress_free);
  if (window_of (many) != NULL)
    {
      if (taken)
        tell_result (many, many->task->report);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ps_navigator_tell (many->parent, _("Cancelled: nothing was changed"));
      else
        ps_tell_refused (many->parent, many->session, error);
    }
  many_free (many);
}

static void
take (Many *many)
{
  PsLifeTask *task = ps_life_task_new (many->step, many->year, PS_DATE_OPEN, (const char *const *) many->agbs);

  if (many->step == PS_STEP_WITHDRAW)
    ps_life_task_set_reason (task, ps_form_get_text (many->form, "text"));
  if (many->step == PS_STEP_MAKE_FINAL)
    ps_life_task_set_answer (task, ps_form_get_text (many->form, "text"));
  many->task = task;
  many->progress = _ps_undo_progress_new (window_of (many), progress_of (many->step));
  task->relay = ps_progress_relay_ref (_ps_undo_progress_get_relay (many->progress));
  ps_session_write_cancellable_async (many->session, ps_life_task_write, task, ps_life_task_free,
                                      _ps_undo_progress_get_cancellable (many->progress), on_taken_cb, many);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Many *many = user_data;

  if (g_str_equal (response, "go-on") && window_of (many) != NULL)
    take (many);
  else
    many_free (many);
}

/* Asking */

static void
on_form_changed_cb (PsForm *form, GtkWidget *dialog)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go-on", ps_form_is_valid (form));
}

static char *
answer_hint (const PsLifeCount *count)
{
  g_autofree char *warned = ps_format_count (count->n_warned);

  if (count->n_warned == 0)
    return g_strdup (_("None of them has a warning now."));
  return g_strdup_printf (ngettext ("To every warning of these settlements. Without an answer %s is passed over.",
                                    "To every warning of these settlements. Without an answer %s are passed over.",
                                    count->n_warned),
                          warned);
}

static PsForm *
make_form (PsLifeStep step, const PsLifeCount *count)
{
  gboolean withdraw = step == PS_STEP_WITHDRAW;
  g_autofree char *hint = withdraw ? g_strdup (_("It is kept in the trail.")) : answer_hint (count);
  const PsFormField field = { "text", withdraw ? _("Reason") : _("Answer"), PS_FORM_LONG_TEXT, withdraw, hint, NULL };

  return PS_FORM (ps_form_new (&field, 1));
}

static void
ask (Many *many, const PsLifeCount *count)
{
  g_autofree char *heading = question_of (many->step, count->n);
  g_autofree char *body = ps_life_count_text (count, many->step);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (many), heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "go-on", go_on_of (many->step), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go-on",
                                              many->step == PS_STEP_WITHDRAW ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (many->step == PS_STEP_WITHDRAW || many->step == PS_STEP_MAKE_FINAL)
    {
      many->form = make_form (many->step, count);
      adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (many->form));
      g_signal_connect_object (many->form, "changed", G_CALLBACK (on_form_changed_cb), dialog, 0);
      on_form_changed_cb (many->form, GTK_WIDGET (dialog));
    }
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), many);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_nothing (Many *many, const PsLifeCount *count)
{
  g_autofree char *body = ps_life_count_text (count, many->step);
  GtkWidget *dialog = adw_message_dialog_new (window_of (many), _("Nothing to Do"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Many *many = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLifeCount) count = ps_life_count_finish (PS_SESSION (source), result, &error);

  g_clear_pointer (&many->progress, _ps_undo_progress_free);
  if (window_of (many) != NULL && count != NULL && count->n > 0)
    {
      ask (many, count);
      return;
    }
  if (window_of (many) != NULL && count == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ps_tell_refused (many->parent, many->session, error);
  else if (window_of (many) != NULL && count != NULL)
    tell_nothing (many, count);
  many_free (many);
}

/* ps-life-dialogs.h says what it does. */
void
ps_life_dialog_present_many (GtkWidget *parent, PsSession *session, PsLifeStep step, int year, const char *const *agbs)
{
  Many *many;

  g_return_if_fail (PS_IS_SESSION (session));

  if (ps_session_is_read_only (session))
    {
      ps_navigator_tell (parent, _("The region is read-only"));
      return;
    }
  many = g_new0 (Many, 1);
  g_set_weak_pointer (&many->parent, parent);
  many->session = g_object_ref (session);
  many->step = step;
  many->year = year;
  many->agbs = g_strdupv ((char **) agbs);
  many->progress = _ps_undo_progress_new (window_of (many), _("Looking at the Settlements"));
  ps_life_count_async (session, step, year, agbs, _ps_undo_progress_get_cancellable (many->progress),
                       _ps_undo_progress_get_relay (many->progress), on_counted_cb, many);
}
