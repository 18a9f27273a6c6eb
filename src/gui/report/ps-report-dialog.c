/* ps-report-dialog.c: which month, of whom and as what, then where to
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "win.report" ──▶ which months are complete (worker) ──▶ the choice ──▶ the place ──▶ ps-report-save.c
 */
#define G_LOG_DOMAIN "peilstok-report-dialog"

#include "ps-report-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "exchange/ps-report.h"
#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"

#define BOTH (PS_STATEMENTS_PDF | PS_STATEMENTS_XLSX)

/* What is asked, while one of its dialogs is open. */
typedef struct
{
  GtkWidget *parent; /* weak: where it is gone nothing is written */
  PsSession *session;
  char *path; /* of the region: in another one nothing is written */
  int year;
  int last_month;
  char *agb;    /* that it was opened for; NULL: the region */
  PsForm *form; /* borrowed from the dialog */
  GtkFileChooserNative *chooser;

  int month; /* chosen */
  gboolean of_provider;
  PsStatementFiles files;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_weak_pointer (&question->parent);
  g_clear_object (&question->session);
  g_clear_object (&question->chooser);
  g_free (question->path);
  g_free (question->agb);
  g_free (question);
}

static Question *
question_new (GtkWidget *parent, PsSession *session, const char *agb)
{
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->parent, parent);
  question->session = g_object_ref (session);
  question->path = g_strdup (ps_session_get_path (session));
  question->year = ps_session_get_year (session);
  question->agb = g_strdup (agb);
  return question;
}

static gboolean
still_there (const Question *question)
{
  return question->parent != NULL && gtk_widget_get_root (question->parent) != NULL
         && g_strcmp0 (ps_session_get_path (question->session), question->path) == 0;
}

/* Where to */

static const char *
chosen_agb (const Question *question)
{
  return question->of_provider ? question->agb : NULL;
}

static void
on_place_chosen_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && still_there (question))
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      _ps_report_save_to (question->parent, question->session, question->year, question->month, chosen_agb (question),
                          question->files, file);
    }
  question_free (question);
}

static void
propose_file (Question *question)
{
  g_autofree char *base = ps_report_file_name (question->year, question->month, chosen_agb (question));
  const char *ending = question->files == PS_STATEMENTS_PDF ? "pdf" : "xlsx";
  g_autofree char *name = g_strconcat (base, ".", ending, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, question->files == PS_STATEMENTS_PDF ? _("PDF documents") : _("Spreadsheets (XLSX)"));
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), name);
}

/* Takes `question`. */
static void
ask_place (Question *question)
{
  gboolean both = question->files == BOTH;
  GtkRoot *root = gtk_widget_get_root (question->parent);

  question->chooser = gtk_file_chooser_native_new (
      both ? _("Folder for the Month Overview") : _("Save Month Overview"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      both ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, both ? _("_Save Here") : _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  if (!both)
    propose_file (question);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_place_chosen_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}

/* What */

static void
on_chosen_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_strcmp0 (response, "next") != 0 || !still_there (question))
    {
      question_free (question);
      return;
    }
  question->month = (int) ps_form_get_number (question->form, "month");
  question->files = (PsStatementFiles) ps_form_get_number (question->form, "files");
  question->of_provider = question->agb != NULL && ps_form_get_number (question->form, "whom") == 1;
  ask_place (question);
}

static const PsProvider *
find_provider (const Question *question)
{
  const PsRegion *region = ps_session_get_settled (question->session)->region;
  guint place = question->agb != NULL ? ps_region_find_provider (region, question->agb) : PS_NONE;

  return place != PS_NONE ? ps_region_provider (region, place) : NULL;
}

static void
fill_form (Question *question)
{
  const PsProvider *provider = find_provider (question);

  for (int month = 1; month <= question->last_month; month++)
    ps_form_add_choice (question->form, "month", month, ps_format_month_long (month));
  ps_form_set_number (question->form, "month", question->last_month);
  if (provider != NULL)
    ps_form_add_choice (question->form, "whom", 1, provider->name);
  ps_form_add_choice (question->form, "whom", 0, _("All providers of the region"));
  ps_form_set_number (question->form, "whom", provider != NULL ? 1 : 0);
  ps_form_set_visible (question->form, "whom", provider != NULL);
  ps_form_add_choice (question->form, "files", PS_STATEMENTS_PDF, _("PDF"));
  ps_form_add_choice (question->form, "files", PS_STATEMENTS_XLSX, _("Spreadsheet with all tables (XLSX)"));
  ps_form_add_choice (question->form, "files", BOTH, _("Both"));
  ps_form_set_number (question->form, "files", PS_STATEMENTS_PDF);
}

/* Takes `question`. */
static GtkWidget *
dialog_new (Question *question)
{
  const PsFormField fields[] = { { "month", _("Month"), PS_FORM_CHOICE, TRUE, NULL, NULL },
                                 { "whom", _("Of whom"), PS_FORM_CHOICE, TRUE, NULL, NULL },
                                 { "files", _("As"), PS_FORM_CHOICE, TRUE, NULL, NULL } };
  GtkRoot *root = gtk_widget_get_root (question->parent);
  g_autofree char *title = g_strdup_printf (_("Month Overview %d"), question->year);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title,
      _("Where everybody stands on the last day of a month, with every chart and table. Months of which the declarations are "
         "complete can be chosen."));

  question->form = PS_FORM (ps_form_new (fields, G_N_ELEMENTS (fields)));
  fill_form (question);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (question->form));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "next", _("Choose a _Place…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "next", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "next");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "form", question->form);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen_cb), question);
  return dialog;
}

GtkWidget *
_ps_report_dialog_new (GtkWidget *parent, PsSession *session, const char *agb, int last_month)
{
  Question *question = question_new (parent, session, agb);

  question->last_month = last_month;
  return dialog_new (question);
}

PsForm *
_ps_report_dialog_form (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "form");
}

/* Which months are complete */

static gpointer
find_last_month (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return ps_report_last_month (store, question->year, &question->last_month, error) ? question : NULL;
}

static void
tell_none (const Question *question)
{
  g_autofree char *text = g_strdup_printf (_("No month of %d is complete yet: there is no overview to make."), question->year);

  ps_navigator_tell (question->parent, text);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  gboolean found = ps_session_run_finish (PS_SESSION (source), result, &error) != NULL;

  if (found && still_there (question) && question->last_month > 0)
    {
      gtk_window_present (GTK_WINDOW (dialog_new (question)));
      return;
    }
  if (found && still_there (question))
    tell_none (question);
  else if (!found && question->parent != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, question->path);

      ps_navigator_tell (question->parent, text);
    }
  question_free (question);
}

/**
 * ps_report_dialog_open: nothing without an open region.
 */
void
ps_report_dialog_open (GtkWidget *parent, PsSession *session, const char *agb)
{
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (PS_IS_SESSION (session));

  if (ps_session_get_settled (session) == NULL)
    return;
  question = question_new (parent, session, agb);
  ps_session_run_async (session, find_last_month, question, NULL, NULL, on_found_cb, question);
}
