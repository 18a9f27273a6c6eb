/* ps-letter-send.c: sending one letter: the day and the means; what it will be and what is frozen
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What it will be (number, term) is read on a worker for each day that is given.
 */
#define G_LOG_DOMAIN "peilstok-letter-send"

#include "ps-letter-send.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "exchange/ps-letter-pdf.h"
#include "gui/ps-navigator.h"
#include "ps-letter-changes.h"
#include "ps-letter-look.h"
#include "store/ps-record.h"

/* Shared by the dialog and the worker: atomically counted. */
typedef struct
{
  PsShownLetter *shown;
  char *figures; /* what was seen, as is the next */
  char *words;
  PsDate seen_for;
  char *number;  /* given by the worker, read when that is done */
  GWeakRef form; /* PsForm */
} Sending;

static void
clear_sending (gpointer data)
{
  Sending *sending = data;

  ps_shown_letter_unref (sending->shown);
  g_free (sending->figures);
  g_free (sending->words);
  g_free (sending->number);
  g_weak_ref_clear (&sending->form);
}

static void
sending_unref (gpointer sending)
{
  g_atomic_rc_box_release_full (sending, clear_sending);
}

/* The dialog's own */
typedef struct
{
  GtkWidget *parent; /* weak */
  PsSession *session;
  Sending *sending;
  GtkLabel *text; /* borrowed from the form, as is the next */
  GtkWidget *again;
  PsDate told; /* that the text is about */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_clear_weak_pointer (&dialog->parent);
  g_object_unref (dialog->session);
  sending_unref (dialog->sending);
  g_free (dialog);
}

/* What it will be */

typedef struct
{
  PsLetterPaper *paper;
  char *number;
  gboolean no_address; /* of the provider, in this region */
} Outlook;

static void
outlook_free (gpointer data)
{
  Outlook *outlook = data;

  ps_letter_paper_free (outlook->paper);
  g_free (outlook->number);
  g_free (outlook);
}

static void
show_outlook (Dialog *dialog, const Outlook *outlook)
{
  const PsLetter *letter = outlook->paper->letter;
  g_autofree char *due = ps_format_date (letter->due_on);
  /* Translators: a provider */
  g_autofree char *warning = g_strdup_printf (_("%s has no address: it is printed without one."), letter->provider);
  g_autofree char *told = NULL;
  g_autofree char *text =
      /* Translators: a number, a provider, a day */
      g_strdup_printf (
          _("It becomes %s, to %s. The answer is due by %s.\n\nFrom then on its number, figures, text and pages are frozen. "
             "It cannot be taken back: a mistake is withdrawn, and a new letter drafted."),
          outlook->number, letter->provider, due);

  told = outlook->no_address ? g_strjoin ("\n\n", warning, text, NULL) : NULL;
  gtk_label_set_label (dialog->text, told != NULL ? told : text);
}

/* The one after the last of its year, unless somebody is first. */
static char *
find_number (PsStore *store, int year, GError **error)
{
  const PsLetterQuery query = { year, NULL, 0 };
  g_autoptr (GPtrArray) letters = ps_letters_list (store, &query, error);
  int last = 0;

  if (letters == NULL)
    return NULL;
  for (guint i = 0; i < letters->len; i++)
    last = MAX (last, ((const PsLetter *) g_ptr_array_index (letters, i))->number);
  return ps_letter_number_text (year, last + 1);
}

static gboolean
has_no_address (PsStore *store, const PsLetter *letter)
{
  g_autoptr (PsRecord) provider = ps_store_load_record (store, "provider", letter->provider_id, NULL);
  const char *address = provider != NULL ? ps_record_get_text (provider, "address") : NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (address != NULL ? address : ""));

  return *stripped == '\0';
}

static gpointer
read_outlook (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *asked = data;
  g_autoptr (PsLetterPaper) paper = ps_letters_paper (store, asked[0], g_get_user_name (), (PsDate) asked[1], NULL, NULL, error);
  g_autofree char *number = paper != NULL ? find_number (store, paper->letter->year, error) : NULL;
  Outlook *outlook;

  if (number == NULL)
    return NULL;
  outlook = g_new0 (Outlook, 1);
  outlook->no_address = has_no_address (store, paper->letter);
  outlook->paper = g_steal_pointer (&paper);
  outlook->number = g_steal_pointer (&number);
  return outlook;
}

typedef struct
{
  GWeakRef form;
  PsDate day;
} Reading;

static void
on_outlook_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (PsForm) form = g_weak_ref_get (&reading->form);
  g_autoptr (GError) error = NULL;
  Outlook *outlook = ps_session_run_finish (PS_SESSION (source), result, &error);
  Dialog *dialog = form != NULL ? g_object_get_data (G_OBJECT (form), "peilstok-sending") : NULL;

  if (dialog != NULL && ps_form_get_date (form, "day") == reading->day)
    {
      ps_form_set_pending (form, NULL);
      if (outlook != NULL)
        show_outlook (dialog, outlook);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ps_form_set_problem (form, "day", error->message);
    }
  g_clear_pointer (&outlook, outlook_free);
  g_weak_ref_clear (&reading->form);
  g_free (reading);
}

static void
read_for_day (Dialog *dialog, PsForm *form, PsDate day)
{
  gint64 asked[] = { ps_shown_letter_get (dialog->sending->shown)->id, day };
  Reading *reading = g_new0 (Reading, 1);

  dialog->told = day;
  g_weak_ref_init (&reading->form, form);
  reading->day = day;
  ps_form_set_pending (form, _("Looking up the number and the term"));
  ps_session_run_async (dialog->session, read_outlook, g_memdup2 (asked, sizeof asked), g_free, outlook_free, on_outlook_cb,
                        reading);
}

static void
on_form_changed_cb (PsForm *form, Dialog *dialog)
{
  PsDate day = ps_form_get_date (form, "day");
  PsLetterFacts facts;
  g_autofree char *why = NULL;

  if (day == dialog->told)
    return;
  dialog->told = day;
  ps_letter_facts (ps_shown_letter_get (dialog->sending->shown), &facts);
  if (day == PS_DATE_OPEN)
    return;
  if (ps_letter_allows (&facts, PS_LETTER_EVENT_SENT, day, ps_letter_today (), &why))
    read_for_day (dialog, form, day);
  else
    ps_form_set_problem (form, "day", why);
}

/* Writing, on a worker */

typedef struct
{
  Sending *sending;
  PsDate day;
  PsLetterMeans means;
} Task;

static void
task_free (gpointer data)
{
  sending_unref (((Task *) data)->sending);
  g_free (data);
}

/* On the main thread: somebody must look again before it can be sent. */
static gboolean
offer_again (gpointer data)
{
  Sending *sending = data;
  g_autoptr (PsForm) form = g_weak_ref_get (&sending->form);
  Dialog *dialog = form != NULL ? g_object_get_data (G_OBJECT (form), "peilstok-sending") : NULL;

  if (dialog != NULL)
    gtk_widget_set_visible (dialog->again, TRUE);
  return G_SOURCE_REMOVE;
}

/* Old and new, in the place of what the store says. */
static void
explain_conflict (PsStore *store, const Task *task, GError **error)
{
  g_autoptr (PsLetterPaper) paper =
      ps_letters_paper (store, ps_shown_letter_get (task->sending->shown)->id, g_get_user_name (), task->day, NULL, NULL, NULL);
  g_autofree char *changes = paper != NULL ? ps_letter_changes_text (task->sending->figures, paper->figures) : NULL;

  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, offer_again, g_atomic_rc_box_acquire (task->sending), sending_unref);
  if (changes == NULL)
    return;
  g_clear_error (error);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("It was not sent: its figures changed since the pages were shown.\n%s"), changes);
}

static gboolean
take_report (PsLetterReport *report, const Task *task, gint64 *record, GError **error)
{
  g_autoptr (PsLetterReport) done = report;
  const PsLetterOutcome *outcome;

  if (done->done->len == 0)
    {
      outcome = done->passed_over->len > 0 ? g_ptr_array_index (done->passed_over, 0) : NULL;
      g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE,
                           outcome != NULL && outcome->why != NULL ? outcome->why : _("The letter was not sent."));
      return FALSE;
    }
  outcome = g_ptr_array_index (done->done, 0);
  task->sending->number = g_strdup (outcome->number);
  *record = done->record;
  return TRUE;
}

static gboolean
write_sent (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  const Task *task = data;
  const gint64 id = ps_shown_letter_get (task->sending->shown)->id;
  const PsLetterSendJob job = { .ids = &id,
                                .n_ids = 1,
                                .sent_on = task->day,
                                .means = task->means,
                                .today = ps_letter_today (),
                                .shown_figures = task->sending->figures,
                                .shown_words = task->sending->words,
                                .shown_on = task->sending->seen_for };
  GError *why = NULL;
  PsLetterReport *report = ps_letters_send (store, actor, &job, ps_letter_render_pdf, NULL, cancellable, NULL, NULL, &why);

  if (report != NULL)
    return take_report (report, task, record, error);
  if (g_error_matches (why, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT))
    explain_conflict (store, task, &why);
  g_propagate_error (error, why);
  return FALSE;
}

static gpointer
take_sent (PsForm *form, gpointer user_data)
{
  Dialog *dialog = user_data;
  Task *task = g_new0 (Task, 1);

  task->sending = g_atomic_rc_box_acquire (dialog->sending);
  task->day = ps_form_get_date (form, "day");
  task->means = (PsLetterMeans) ps_form_get_number (form, "means");
  return task;
}

static void
on_saved (PsForm *form, gint64 record, gpointer user_data)
{
  Dialog *dialog = user_data;
  g_autofree char *text = g_strdup_printf (_("Sent as %s"), dialog->sending->number);

  if (dialog->parent != NULL && gtk_widget_get_root (dialog->parent) != NULL)
    ps_navigator_tell (dialog->parent, text);
}

/* The form */

static void
on_again_clicked_cb (GtkWidget *button, Dialog *dialog)
{
  g_autoptr (GtkWidget) parent = dialog->parent != NULL ? g_object_ref (dialog->parent) : NULL;

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (button)));
  if (parent != NULL)
    gtk_widget_activate_action (parent, "letter.look-again", NULL);
}

static void
put_text (Dialog *dialog, PsForm *form)
{
  GtkWidget *box;

  dialog->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "margin-bottom",
                               12, "width-chars", 58, "css-classes", (const char *[]){ "numeric", NULL }, NULL);
  ps_form_append (form, GTK_WIDGET (dialog->text));
  box = gtk_widget_get_parent (GTK_WIDGET (dialog->text));
  gtk_box_reorder_child_after (GTK_BOX (box), GTK_WIDGET (dialog->text), NULL);
  dialog->again = gtk_button_new_with_mnemonic (_("_Look at the Letter Again"));
  g_object_set (dialog->again, "halign", GTK_ALIGN_START, "visible", FALSE, NULL);
  g_signal_connect (dialog->again, "clicked", G_CALLBACK (on_again_clicked_cb), dialog);
  ps_form_append (form, dialog->again);
}

static PsForm *
make_form (Dialog *dialog)
{
  const PsFormField fields[] = {
    { "day", _("Sent on"), PS_FORM_DATE, TRUE, _("The day that the term for the answer begins with; it does not count itself."),
      NULL },
    { "means", _("How"), PS_FORM_CHOICE, TRUE, NULL, NULL },
  };
  PsForm *form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));

  for (int means = PS_LETTER_BY_POST; means < PS_N_LETTER_MEANS; means++)
    ps_form_add_choice (form, "means", means, ps_letter_means_label ((PsLetterMeans) means));
  ps_form_set_number (form, "means", PS_LETTER_BY_POST);
  ps_form_set_date (form, "day", ps_letter_today ());
  put_text (dialog, form);
  g_object_set_data (G_OBJECT (form), "peilstok-sending", dialog);
  g_weak_ref_set (&dialog->sending->form, form);
  g_signal_connect (form, "changed", G_CALLBACK (on_form_changed_cb), dialog);
  on_form_changed_cb (form, dialog);
  return form;
}

static void
on_dialog_destroyed_cb (GtkWidget *form_dialog, PsForm *form)
{
  g_signal_handlers_disconnect_by_func (form, on_form_changed_cb, g_object_get_data (G_OBJECT (form), "peilstok-sending"));
  g_object_set_data (G_OBJECT (form), "peilstok-sending", NULL);
}

PsFormDialog *
ps_letter_send_present (GtkWidget *parent, PsSession *session, PsShownLetter *shown, const PsLetterPaper *seen)
{
  Dialog *dialog;
  PsFormDialog *form_dialog;
  PsForm *form;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  dialog = g_new0 (Dialog, 1);
  g_set_weak_pointer (&dialog->parent, parent);
  dialog->session = g_object_ref (session);
  dialog->told = PS_DATE_OPEN;
  dialog->sending = g_atomic_rc_box_new0 (Sending);
  g_weak_ref_init (&dialog->sending->form, NULL);
  dialog->sending->shown = ps_shown_letter_ref (shown);
  dialog->sending->figures = ps_letter_figures_to_text (seen->figures);
  dialog->sending->words = ps_letter_paper_words (seen);
  dialog->sending->seen_for = seen->letter->sent_on;
  form = make_form (dialog);
  form_dialog = ps_form_dialog_new (parent, session, _("Send the Letter"), _("_Send"), form);
  ps_form_dialog_set_always_save (form_dialog, TRUE);
  ps_form_dialog_set_write (form_dialog, take_sent, write_sent, task_free, on_saved, dialog, dialog_free);
  g_signal_connect_object (form_dialog, "destroy", G_CALLBACK (on_dialog_destroyed_cb), form, 0);
  gtk_window_present (GTK_WINDOW (form_dialog));
  return form_dialog;
}
