/* ps-table-export.c: what a table shows, written to a file: for spreadsheets with typed cells, or as CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <glib/gi18n-lib.h>

#include "exchange/ps-sheet.h"
#include "ps-navigator.h"
#include "ps-table-private.h"

/* A file being written: rows do not change once they are in a table, so that another thread may read them. */
typedef struct
{
  PsTable *table;
  PsColumn *columns; /* of the table, which is kept alive */
  guint n_columns;
  char *title;
  GPtrArray *rows;
  GFile *file;
  gboolean as_sheet;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->table);
  g_ptr_array_unref (export->rows);
  g_object_unref (export->file);
  g_free (export->title);
  g_free (export);
}

static gboolean
write_csv (Export *export, GCancellable *cancellable, GError **error)
{
  GString *text = ps_table_write (export->columns, export->n_columns, export->rows, ';');
  gboolean written;

  g_string_prepend (text, "\xEF\xBB\xBF");
  written = g_file_replace_contents (export->file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                     cancellable, error);
  g_string_free (text, TRUE);
  return written;
}

/* A drawing is what it says to those who cannot see it. */
static PsSheetKind
sheet_kind (PsColumnKind kind)
{
  switch (kind)
    {
    case PS_COLUMN_MONEY:
      return PS_SHEET_MONEY;
    case PS_COLUMN_COUNT:
      return PS_SHEET_COUNT;
    case PS_COLUMN_PERCENT:
      return PS_SHEET_PERCENT;
    case PS_COLUMN_DATE:
      return PS_SHEET_DATE;
    case PS_COLUMN_TARIFF:
      return PS_SHEET_TARIFF;
    case PS_COLUMN_VOLUME:
      return PS_SHEET_VOLUME;
    case PS_COLUMN_TEXT:
    case PS_COLUMN_DRAWING:
    default:
      return PS_SHEET_TEXT;
    }
}

static void
add_cell (PsSheet *sheet, const PsColumn *column, PsTableRow *row, guint place)
{
  gint64 number;

  if (sheet_kind (column->kind) == PS_SHEET_TEXT)
    {
      ps_sheet_add_text (sheet, ps_table_row_get_text (row, place));
      return;
    }
  number = ps_table_row_get_number (row, place);
  if (column->kind == PS_COLUMN_DATE && number == PS_NO_NUMBER)
    number = PS_DATE_OPEN;
  if (ps_table_row_has_kind (row))
    ps_sheet_add_number_of (sheet, sheet_kind (ps_table_row_kind (row, column->kind)), number);
  else
    ps_sheet_add_number (sheet, number);
}

static PsSheet *
make_sheet (Export *export)
{
  PsSheet *sheet = ps_sheet_new (export->title);

  for (guint i = 0; i < export->n_columns; i++)
    ps_sheet_add_column (sheet, export->columns[i].title, sheet_kind (export->columns[i].kind), export->columns[i].total);
  for (guint i = 0; i < export->rows->len; i++)
    for (guint column = 0; column < export->n_columns; column++)
      add_cell (sheet, &export->columns[column], g_ptr_array_index (export->rows, i), column);
  return sheet;
}

static gboolean
write_sheet (Export *export, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_sheet_free);
  g_autofree char *path = g_file_get_path (export->file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
      return FALSE;
    }
  g_ptr_array_add (sheets, make_sheet (export));
  return ps_sheets_write (sheets, path, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;

  if (export->as_sheet ? write_sheet (export, &error) : write_csv (export, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_export_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  /* Let go of here, and not on the worker. */
  g_autoptr (PsTable) table = g_steal_pointer (&export->table);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    text = g_strdup_printf (_("%s was saved."), name);
  else
    text = g_strdup_printf (_("%s could not be saved: %s"), name, error->message);
  ps_navigator_tell_made (GTK_WIDGET (table), text, error == NULL ? export->file : NULL);
}

static const char *
export_name (PsTable *self)
{
  return self->export_name != NULL ? self->export_name : self->name;
}

/**
 * ps_table_save:
 * @as_sheet: as XLSX, with typed cells; else as CSV
 *
 * Writes what is shown, on a worker; the window says when it is done.
 */
void
ps_table_save (PsTable *self, GFile *file, gboolean as_sheet)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (PS_IS_TABLE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, NULL, on_export_done_cb, NULL);
  export = g_new0 (Export, 1);
  export->table = g_object_ref (self);
  export->columns = self->columns;
  export->n_columns = self->n_columns;
  export->title = g_strdup (export_name (self));
  export->rows = g_ptr_array_ref (ps_table_model_get_rows (self->model));
  export->file = g_object_ref (file);
  export->as_sheet = as_sheet;
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
on_chooser_response_cb (GtkNativeDialog *dialog, int response, PsTable *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      ps_table_save (self, file, g_object_get_data (G_OBJECT (dialog), "as-sheet") != NULL);
    }
  g_clear_object (&self->chooser);
}

/* Asks where to. */
void
ps_table_export (PsTable *self, gboolean as_sheet)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf ("%s.%s", export_name (self), as_sheet ? "xlsx" : "csv");
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (as_sheet ? _("Export as Spreadsheet") : _("Export as CSV"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Save"), NULL);
  g_strdelimit (name, "/\\:", '-');
  gtk_file_filter_set_name (filter, as_sheet ? _("Spreadsheets (XLSX)") : _("CSV files"));
  gtk_file_filter_add_suffix (filter, as_sheet ? "xlsx" : "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (as_sheet)
    g_object_set_data (G_OBJECT (self->chooser), "as-sheet", self->chooser);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
