/* ps-bandwidth-output.c: bandwidths written to a file: who is full, for the access teams; every scope, for a spreadsheet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-output"

#include "ps-bandwidth-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/ps-bandwidth-files.h"
#include "exchange/ps-file-output.h"
#include "gui/ps-navigator.h"

typedef struct
{
  GtkFileChooserNative *chooser; /* NULL: it was not asked for */
  GtkWidget *parent;             /* weak: where it is gone nothing is written */
  GtkWidget *navigator;          /* weak */
  PsSession *session;
  PsBandwidthShown *shown;
  GFile *file;
  gboolean full;
} Output;

static void
output_free (gpointer data)
{
  Output *output = data;

  g_clear_weak_pointer (&output->parent);
  g_clear_weak_pointer (&output->navigator);
  g_clear_object (&output->chooser);
  g_clear_object (&output->session);
  g_clear_object (&output->file);
  g_clear_pointer (&output->shown, ps_bandwidth_shown_unref);
  g_free (output);
}

static Output *
output_new (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown, gboolean full)
{
  Output *output = g_new0 (Output, 1);

  g_set_weak_pointer (&output->parent, parent);
  g_set_weak_pointer (&output->navigator, gtk_widget_get_ancestor (parent, PS_TYPE_NAVIGATOR));
  output->session = g_object_ref (session);
  output->shown = ps_bandwidth_shown_ref (shown);
  output->full = full;
  return output;
}

/* On the worker: the figures are there already. */

static gboolean
write_scopes (gconstpointer data, GOutputStream *stream, GError **error)
{
  g_autofree char *text = ps_bandwidth_to_csv (data);

  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error);
}

static gpointer
write_file (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Output *output = data;
  g_autofree char *path = g_file_get_path (output->file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
      return NULL;
    }
  if (!(output->full ? ps_full_list_write (store, output->shown->year, path, error)
                     : ps_file_output_write (path, write_scopes, output->shown->year, error)))
    return NULL;
  return output;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Output *output = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (output->file);
  g_autofree char *text = NULL;

  if (ps_session_run_finish (PS_SESSION (source), result, &error) != NULL)
    text = g_strdup_printf (_("%s was saved."), name);
  else
    text = g_strdup (error->message);
  if (output->navigator != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ps_navigator_tell_made (output->navigator, text, error == NULL ? output->file : NULL);
  output_free (output);
}

static void
run (Output *output, GFile *file)
{
  output->file = g_object_ref (file);
  ps_session_run_async (output->session, write_file, output, NULL, NULL, on_written_cb, output);
}

/**
 * ps_bandwidth_output_to:
 * @full: who is full, by the file's ending as PDF or CSV; else every scope as CSV
 */
void
ps_bandwidth_output_to (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown, GFile *file, gboolean full)
{
  run (output_new (parent, session, shown, full), file);
}

/* Asking */

static void
on_response_cb (GtkNativeDialog *dialog, int response, Output *output)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || output->parent == NULL || ps_session_get_path (output->session) == NULL)
    {
      output_free (output);
      return;
    }
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  run (output, file);
}

static void
ask (Output *output, const char *title, const char *base, const char *ending)
{
  GtkRoot *root = gtk_widget_get_root (output->parent);
  g_autofree char *name = g_strdup_printf ("%s.%s", base, ending);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  output->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (output->chooser), TRUE);
  gtk_file_filter_set_name (filter, strcmp (ending, "pdf") == 0 ? _("PDF documents") : _("CSV files"));
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (output->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (output->chooser), g_strdelimit (name, "/\\:", '-'));
  g_signal_connect (output->chooser, "response", G_CALLBACK (on_response_cb), output);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (output->chooser));
}

void
ps_bandwidth_output_full (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown, const char *ending)
{
  g_autofree char *day = ps_date_to_iso (shown->year->day);
  g_autofree char *base = g_strdup_printf (_("full providers %s"), day);

  ask (output_new (parent, session, shown, TRUE), _("Save Full Providers"), base, ending);
}

void
ps_bandwidth_output_scopes (GtkWidget *parent, PsSession *session, PsBandwidthShown *shown)
{
  g_autofree char *day = ps_date_to_iso (shown->year->day);
  g_autofree char *base = g_strdup_printf (_("bandwidth per scope %s"), day);

  ask (output_new (parent, session, shown, FALSE), _("Save Every Scope"), base, "csv");
}
