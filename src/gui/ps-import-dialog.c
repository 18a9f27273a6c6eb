/* ps-import-dialog.c: files into the region: how numbers are written, progress, and what came of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * choose ──▶ progress ──▶ report ──▶ (the good rows, or marked measurements, after all) progress ──▶ report
 */
#define G_LOG_DOMAIN "peilstok-import-dialog"

#include "ps-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "ps-error-text.h"
#include "ps-import-job.h"
#include "ps-import-tables.h"
#include "ps-recent.h"

struct _PsImportDialog
{
  AdwWindow parent_instance;

  PsSession *session;
  char *region;
  GPtrArray *paths;          /* char *, NULL at the end */
  GCancellable *cancellable; /* of the import that runs; NULL: none does */
  PsProgressRelay *progress;
  PsTable *files;
  PsTable *problems;
  PsTable *marks;
  gboolean skip_again; /* as the import was that waits for its marks to be seen */

  /* Template widgets */
  GtkStack *parts;
  AdwWindowTitle *title;
  GtkListBox *file_list;
  AdwComboRow *decimal;
  GtkWidget *start;
  GtkProgressBar *bar;
  GtkLabel *what;
  GtkImage *outcome_icon;
  GtkLabel *outcome;
  GtkLabel *explanation;
  AdwBin *files_card;
  GtkWidget *problems_part;
  GtkBox *problems_bar;
  AdwBin *problems_card;
  GtkWidget *marks_part;
  GtkBox *marks_bar;
  AdwBin *marks_card;
  GtkWidget *confirm;
  GtkWidget *skip;
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (PsImportDialog, ps_import_dialog, ADW_TYPE_WINDOW)

/* Choosing */

static void
add_path (PsImportDialog *self, GFile *file)
{
  char *path = g_file_get_path (file);
  GtkWidget *row;

  if (path == NULL)
    return;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (parent);

  g_ptr_array_add (self->paths, path);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->file_list, row);
}

static void
fill_choice (PsImportDialog *self, GListModel *files)
{
  g_autofree char *decimal = g_settings_get_string (ps_settings_get (), "import-decimal");

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_path (self, file);
    }
  gtk_widget_set_sensitive (self->start, self->paths->len > 0);
  g_ptr_array_add (self->paths, NULL);
  adw_combo_row_set_selected (self->decimal, g_str_equal (decimal, "point") ? PS_DECIMAL_POINT : PS_DECIMAL_COMMA);
}

/* Running */

static void
on_progress_cb (double fraction, const char *what, gpointer user_data)
{
  PsImportDialog *self = PS_IMPORT_DIALOG (user_data);

  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
  gtk_label_set_label (self->what, what != NULL ? what : "");
}

static void
show_part (PsImportDialog *self, const char *part, const char *title)
{
  gtk_stack_set_visible_child_name (self->parts, part);
  adw_window_title_set_title (self->title, title);
}

static void
show_outcome (PsImportDialog *self, const char *icon, const char *heading, const char *text)
{
  gtk_image_set_from_icon_name (self->outcome_icon, icon);
  gtk_label_set_label (self->outcome, heading);
  gtk_label_set_label (self->explanation, text);
  show_part (self, "report", _("Import"));
}

static void
show_error (PsImportDialog *self, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *text = ps_error_text (error, self->region);

  gtk_widget_set_visible (GTK_WIDGET (self->files_card), FALSE);
  gtk_widget_set_visible (self->problems_part, FALSE);
  gtk_widget_set_visible (self->marks_part, FALSE);
  gtk_widget_set_visible (self->confirm, FALSE);
  gtk_widget_set_visible (self->skip, FALSE);
  gtk_widget_set_visible (self->again, TRUE);
  show_outcome (self, cancelled ? "dialog-information-symbolic" : "dialog-warning-symbolic",
                cancelled ? _("Cancelled") : ps_error_heading (error), text);
}

/* Rows can be passed over; a file that is no known kind, or lacks a column, cannot. */
static gboolean
can_skip (const PsImportReport *report)
{
  for (guint i = 0; i < report->problems->len; i++)
    if (((const PsImportProblem *) g_ptr_array_index (report->problems, i))->line == 0)
      return FALSE;
  return !report->stored && !ps_import_report_is_waiting (report) && report->problems->len > 0;
}

static void
show_report (PsImportDialog *self, const PsImportReport *report)
{
  g_autoptr (GPtrArray) files = ps_import_files_rows (report);
  g_autoptr (GPtrArray) problems = ps_import_problems_rows (report);
  g_autoptr (GPtrArray) marks = ps_import_marks_rows (report);
  g_autofree char *heading = ps_import_report_heading (report);
  g_autofree char *sentence = ps_import_report_sentence (report);

  ps_table_set_rows (self->files, files);
  ps_table_set_rows (self->problems, problems);
  ps_table_set_rows (self->marks, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->files_card), TRUE);
  gtk_widget_set_visible (self->problems_part, problems->len > 0);
  gtk_widget_set_visible (self->marks_part, marks->len > 0);
  gtk_widget_set_visible (self->confirm, ps_import_report_is_waiting (report));
  gtk_widget_set_visible (self->skip, can_skip (report));
  gtk_widget_set_visible (self->again, !report->stored);
  show_outcome (self,
                problems->len > 0 || ps_import_report_is_waiting (report) ? "dialog-warning-symbolic" : "object-select-symbolic",
                heading, sentence);
}

static void
end_run (PsImportDialog *self)
{
  ps_progress_relay_stop (self->progress);
  g_clear_pointer (&self->progress, ps_progress_relay_unref);
  g_clear_object (&self->cancellable);
}

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsImportDialog) self = PS_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsImportReport) report = ps_import_job_finish (result, &error);

  if (report != NULL && report->stored && g_strcmp0 (ps_session_get_path (self->session), self->region) == 0)
    ps_session_reload (self->session);
  if (self->progress == NULL) /* closed meanwhile */
    return;
  end_run (self);
  if (report != NULL)
    show_report (self, report);
  else
    show_error (self, error);
}

static void
start (PsImportDialog *self, gboolean skip, gboolean seen)
{
  PsDecimal decimal = adw_combo_row_get_selected (self->decimal) == PS_DECIMAL_POINT ? PS_DECIMAL_POINT : PS_DECIMAL_COMMA;
  PsImportJob job = { self->region, (const char *const *) self->paths->pdata, decimal, skip, seen };

  if (self->cancellable != NULL)
    return;
  self->skip_again = skip;
  g_settings_set_string (ps_settings_get (), "import-decimal", decimal == PS_DECIMAL_POINT ? "point" : "comma");
  self->cancellable = g_cancellable_new ();
  self->progress = ps_progress_relay_new (on_progress_cb, self);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_label (self->what, "");
  show_part (self, "progress", _("Importing…"));
  ps_import_job_async (&job, self->progress, self->cancellable, on_imported_cb, g_object_ref (self));
}

void
ps_import_dialog_start (PsImportDialog *self, gboolean skip)
{
  g_return_if_fail (PS_IS_IMPORT_DIALOG (self));

  start (self, skip, FALSE);
}

const char *
ps_import_dialog_get_part (PsImportDialog *self)
{
  g_return_val_if_fail (PS_IS_IMPORT_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->parts);
}

static void
on_start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ps_import_dialog_start (PS_IMPORT_DIALOG (widget), g_str_equal (name, "import.skip"));
}

static void
on_confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsImportDialog *self = PS_IMPORT_DIALOG (widget);

  start (self, self->skip_again, TRUE);
}

static void
on_cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsImportDialog *self = PS_IMPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_part (PS_IMPORT_DIALOG (widget), "choose", _("Import"));
}

static void
ps_import_dialog_dispose (GObject *object)
{
  PsImportDialog *self = PS_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      end_run (self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (ps_import_dialog_parent_class)->dispose (object);
}

static void
ps_import_dialog_finalize (GObject *object)
{
  PsImportDialog *self = PS_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->paths);
  g_free (self->region);
  G_OBJECT_CLASS (ps_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsImportDialog, parts);
  gtk_widget_class_bind_template_child (class, PsImportDialog, title);
  gtk_widget_class_bind_template_child (class, PsImportDialog, file_list);
  gtk_widget_class_bind_template_child (class, PsImportDialog, decimal);
  gtk_widget_class_bind_template_child (class, PsImportDialog, start);
  gtk_widget_class_bind_template_child (class, PsImportDialog, bar);
  gtk_widget_class_bind_template_child (class, PsImportDialog, what);
  gtk_widget_class_bind_template_child (class, PsImportDialog, outcome_icon);
  gtk_widget_class_bind_template_child (class, PsImportDialog, outcome);
  gtk_widget_class_bind_template_child (class, PsImportDialog, explanation);
  gtk_widget_class_bind_template_child (class, PsImportDialog, files_card);
  gtk_widget_class_bind_template_child (class, PsImportDialog, problems_part);
  gtk_widget_class_bind_template_child (class, PsImportDialog, problems_bar);
  gtk_widget_class_bind_template_child (class, PsImportDialog, problems_card);
  gtk_widget_class_bind_template_child (class, PsImportDialog, marks_part);
  gtk_widget_class_bind_template_child (class, PsImportDialog, marks_bar);
  gtk_widget_class_bind_template_child (class, PsImportDialog, marks_card);
  gtk_widget_class_bind_template_child (class, PsImportDialog, confirm);
  gtk_widget_class_bind_template_child (class, PsImportDialog, skip);
  gtk_widget_class_bind_template_child (class, PsImportDialog, again);
}

static void
ps_import_dialog_class_init (PsImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_import_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.start", NULL, on_start_cb);
  gtk_widget_class_install_action (widget_class, "import.skip", NULL, on_start_cb);
  gtk_widget_class_install_action (widget_class, "import.confirm", NULL, on_confirm_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, on_cancel_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, on_choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
ps_import_dialog_init (PsImportDialog *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->files = ps_import_files_table_new ();
  self->problems = ps_import_problems_table_new ();
  adw_bin_set_child (self->files_card, GTK_WIDGET (self->files));
  adw_bin_set_child (self->problems_card, GTK_WIDGET (self->problems));
  gtk_box_append (self->problems_bar, ps_table_get_menu (self->problems));
  self->marks = ps_import_marks_table_new ();
  adw_bin_set_child (self->marks_card, GTK_WIDGET (self->marks));
  gtk_box_append (self->marks_bar, ps_table_get_menu (self->marks));
}

/**
 * ps_import_dialog_new:
 * @session: its region is imported to, and read again afterwards
 * @files: of GFile
 *
 * Returns: a window, to be presented
 */
GtkWidget *
ps_import_dialog_new (PsSession *session, GListModel *files, GtkWindow *parent)
{
  PsImportDialog *self = g_object_new (PS_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (ps_session_get_path (session) != NULL, NULL);

  self->session = g_object_ref (session);
  self->region = g_strdup (ps_session_get_path (session));
  fill_choice (self, files);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->start);
  gtk_window_set_focus (GTK_WINDOW (self), self->start);
  return GTK_WIDGET (self);
}
