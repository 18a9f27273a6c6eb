/* ps-settlement-output.c: asking where statements, payment lists and dossiers go to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-output"

#include "ps-settlement-output-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-statement-pdf.h"

/* What is asked, while its dialog is open. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *parent; /* weak: where it is gone nothing is written */
  PsSession *session;
  void (*chosen) (gpointer question, GFile *file);
  PsStored *stored;
  gint64 id;
  int year;
  gboolean proposed;
  PsStatementFiles files;
} Question;

static void
question_free (Question *question)
{
  g_clear_weak_pointer (&question->parent);
  g_clear_object (&question->chooser);
  g_clear_object (&question->session);
  ps_stored_free (question->stored);
  g_free (question);
}

static void
on_response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && question->parent != NULL && ps_session_get_path (question->session) != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      question->chosen (question, file);
    }
  question_free (question);
}

static Question *
question_new (GtkWidget *parent, PsSession *session, const char *title, gboolean folder, void (*chosen) (gpointer, GFile *))
{
  Question *question = g_new0 (Question, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  g_set_weak_pointer (&question->parent, parent);
  question->session = g_object_ref (session);
  question->chosen = chosen;
  question->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                   folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
                                                   folder ? _("_Save Here") : _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_response_cb), question);
  return question;
}

static void
ask (Question *question)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}

/* Kinds of files */

static const char *
suffix_of (PsStatementFiles file)
{
  return file == PS_STATEMENTS_PDF ? "pdf" : file == PS_STATEMENTS_XLSX ? "xlsx" : "csv";
}

static void
add_filter (Question *question, PsStatementFiles file)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, file == PS_STATEMENTS_PDF    ? _("PDF documents")
                                    : file == PS_STATEMENTS_XLSX ? _("Spreadsheets (XLSX)")
                                                                 : _("CSV files"));
  gtk_file_filter_add_suffix (filter, suffix_of (file));
  g_object_set_data (G_OBJECT (filter), "file", GUINT_TO_POINTER (file));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->chooser), filter);
}

static void
propose_name (Question *question, const char *base, PsStatementFiles file)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", base, suffix_of (file));

  g_strdelimit (name, "/\\:", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), name);
}

/* One statement */

static void
save_chosen (gpointer data, GFile *file)
{
  Question *question = data;

  _ps_settlement_output_save_to (question->parent, question->session, question->stored, question->files, file);
}

/**
 * ps_settlement_output_save:
 * @stored: copied
 */
void
ps_settlement_output_save (GtkWidget *parent, PsSession *session, const PsStored *stored, PsStatementFiles file)
{
  const char *title = file == PS_STATEMENTS_PDF    ? _("Save Statement as PDF")
                      : file == PS_STATEMENTS_XLSX ? _("Save Lines as Spreadsheet")
                                                   : _("Save Lines as CSV");
  Question *question = question_new (parent, session, title, FALSE, save_chosen);
  g_autofree char *name = ps_statement_file_name (stored);

  question->stored = ps_stored_copy (stored);
  question->files = file;
  add_filter (question, file);
  propose_name (question, name, file);
  ask (question);
}

/* Those of a year */

static void
save_all_chosen (gpointer data, GFile *folder)
{
  Question *question = data;

  _ps_settlement_output_save_all_to (question->parent, question->session, question->year, question->files, folder);
}

void
ps_settlement_output_save_all (GtkWidget *parent, PsSession *session, int year, PsStatementFiles files)
{
  Question *question = question_new (parent, session, _("Folder for All Statements"), TRUE, save_all_chosen);

  question->year = year;
  question->files = files;
  ask (question);
}

/* Payment list: a spreadsheet or CSV, as its name ends, else as the kind that is chosen below the list of files */

static PsStatementFiles
chosen_kind (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  return filter != NULL ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (filter), "file")) : PS_STATEMENTS_XLSX;
}

static gboolean
is_csv (GFile *file, PsStatementFiles kind)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  if (g_str_has_suffix (lower, ".csv"))
    return TRUE;
  return kind == PS_STATEMENTS_CSV && !g_str_has_suffix (lower, ".xlsx");
}

static void
payments_chosen (gpointer data, GFile *file)
{
  Question *question = data;
  gboolean as_csv = is_csv (file, chosen_kind (GTK_FILE_CHOOSER (question->chooser)));

  _ps_settlement_output_payments_to (question->parent, question->session, question->year, question->proposed, as_csv, file);
}

/* The name follows the kind that is chosen. */
static void
on_filter_changed_cb (GtkFileChooser *chooser, GParamSpec *pspec, Question *question)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  char *point = name != NULL ? g_strrstr (name, ".") : NULL;

  if (point == NULL)
    return;
  *point = '\0';
  propose_name (question, name, chosen_kind (chooser));
}

void
ps_settlement_output_payments (GtkWidget *parent, PsSession *session, int year, gboolean proposed)
{
  Question *question = question_new (parent, session, _("Save Payment List"), FALSE, payments_chosen);
  g_autofree char *name = g_strdup_printf (proposed ? _("payment list %d, proposed") : _("payment list %d"), year);

  question->year = year;
  question->proposed = proposed;
  add_filter (question, PS_STATEMENTS_XLSX);
  add_filter (question, PS_STATEMENTS_CSV);
  propose_name (question, name, PS_STATEMENTS_XLSX);
  g_signal_connect (question->chooser, "notify::filter", G_CALLBACK (on_filter_changed_cb), question);
  ask (question);
}

/* Dossier */

static void
dossier_chosen (gpointer data, GFile *folder)
{
  Question *question = data;

  _ps_settlement_output_dossier_to (question->parent, question->session, question->id, folder);
}

void
ps_settlement_output_dossier (GtkWidget *parent, PsSession *session, gint64 id)
{
  Question *question = question_new (parent, session, _("Folder for the Dossier"), TRUE, dossier_chosen);

  question->id = id;
  ask (question);
}
