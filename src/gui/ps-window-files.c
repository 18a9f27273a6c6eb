/* ps-window-files.c: opening and making region files, and choosing files to import
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-files"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>

#include "ps-create-dialog.h"
#include "ps-error-text.h"
#include "ps-import-dialog.h"
#include "ps-new-region.h"
#include "ps-recent.h"

#define DELAY_BEFORE_WORKING_MS 500

/* The "working" page, for what takes longer than a moment */

static gboolean
on_work_takes_long_cb (gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  self->work_delay = 0;
  gtk_stack_set_visible_child_name (self->stage, "working");
  return G_SOURCE_REMOVE;
}

static void
on_work_progress_cb (double fraction, const char *what, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  if (fraction < 0)
    gtk_progress_bar_pulse (self->working_bar);
  else
    gtk_progress_bar_set_fraction (self->working_bar, fraction);
  gtk_label_set_label (self->working_what, what != NULL ? what : "");
}

static void
end_work (PsWindow *self)
{
  g_clear_handle_id (&self->work_delay, g_source_remove);
  if (self->work_progress != NULL)
    ps_progress_relay_stop (self->work_progress);
  g_clear_pointer (&self->work_progress, ps_progress_relay_unref);
  g_clear_object (&self->work);
  g_clear_pointer (&self->work_path, g_free);
}

static void
begin_work (PsWindow *self, const char *title, const char *path)
{
  _ps_window_cancel_work (self);
  self->work = g_cancellable_new ();
  self->work_path = g_strdup (path);
  self->work_progress = ps_progress_relay_new (on_work_progress_cb, self);
  self->work_delay = g_timeout_add (DELAY_BEFORE_WORKING_MS, on_work_takes_long_cb, self);
  gtk_label_set_label (self->working_title, title);
  gtk_label_set_label (self->working_what, "");
  gtk_progress_bar_set_fraction (self->working_bar, 0);
}

/* Where there is a region, its page comes back with the error said over it; else the start page says it. */
static void
fail_work (PsWindow *self, const GError *error, const char *path)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (ps_session_get_settled (self->session) == NULL)
    {
      _ps_window_show_welcome (self, cancelled ? NULL : error, path);
      return;
    }
  gtk_stack_set_visible_child_name (self->stage, "region");
  if (cancelled)
    return;
  g_autofree char *text = ps_error_text (error, path);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), ps_error_heading (error), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ps_window_cancel_work (PsWindow *self)
{
  if (self->work == NULL)
    return;
  g_cancellable_cancel (self->work);
  end_work (self);
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && self->stage != NULL)
    {
      if (ps_session_get_settled (self->session) == NULL)
        _ps_window_show_welcome (self, NULL, NULL);
      else
        gtk_stack_set_visible_child_name (self->stage, "region");
    }
}

void
_ps_window_show_welcome (PsWindow *self, const GError *error, const char *path)
{
  if (self->welcome == NULL)
    {
      self->welcome = PS_WELCOME_PAGE (ps_welcome_page_new ());
      gtk_stack_add_named (self->stage, GTK_WIDGET (self->welcome), "welcome");
    }
  ps_welcome_page_say (self->welcome, error, path);
  ps_welcome_page_refresh (self->welcome);
  _ps_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->stage, "welcome");
}

/* Opening. What was cancelled or overtaken has another cancellable by now, and is not heard any more. */

typedef struct
{
  PsWindow *window;
  GCancellable *work;
  char *path;
} Request;

static Request *
request_new (PsWindow *self)
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (self);
  request->work = g_object_ref (self->work);
  request->path = g_strdup (self->work_path);
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_object_unref (request->work);
  g_free (request->path);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
is_current (const Request *request)
{
  return request->window->work == request->work;
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  PsWindow *self = request->window;
  gboolean opened = ps_session_open_finish (PS_SESSION (source), result, &error);

  if (opened)
    ps_recent_add (request->path);
  if (!is_current (request))
    return;
  end_work (self);
  if (!opened)
    fail_work (self, error, request->path);
}

/**
 * ps_window_open_region:
 * @path: a region file
 *
 * Reads it on a worker, and shows it; where that fails, the start page says why.
 */
void
ps_window_open_region (PsWindow *self, const char *path)
{
  g_autofree char *own = g_strdup (path);

  g_return_if_fail (PS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  ps_session_prefer_year (self->session, ps_recent_get_year (own));
  if (ps_session_open_early (self->session, own))
    {
      ps_recent_add (own);
      return;
    }
  begin_work (self, _("Opening the region…"), own);
  ps_session_open_async (self->session, own, on_opened_cb, request_new (self));
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = ps_new_region_make_finish (result, &error);

  if (!is_current (request))
    return;
  if (made)
    ps_window_open_region (request->window, request->path);
  else
    {
      end_work (request->window);
      fail_work (request->window, error, request->path);
    }
}

void
_ps_window_open_demo (PsWindow *self)
{
  g_autofree char *path = ps_demo_region_path ();

  begin_work (self, _("Making the demo region…"), path);
  ps_demo_region_make_async (path, self->work_progress, self->work, on_made_cb, request_new (self));
}

static void
on_create_chosen_cb (const char *path, const char *name, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  begin_work (self, _("Making the region…"), path);
  ps_new_region_make_async (path, name, self->work, on_made_cb, request_new (self));
}

void
_ps_window_create_region (PsWindow *self)
{
  ps_create_dialog_present (GTK_WINDOW (self), on_create_chosen_cb, self);
}

/* Choosing files. GtkFileChooserNative is not a widget: it lives until its response because we hold it. */

static void
on_region_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        ps_window_open_region (PS_WINDOW (user_data), path);
    }
  g_object_unref (dialog);
}

static GtkFileChooserNative *
file_dialog (PsWindow *self, const char *title, const char *accept, GCallback callback)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", callback, self, 0);
  return dialog;
}

static void
add_pattern (GtkFileChooserNative *dialog, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  else
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

void
_ps_window_choose_region (PsWindow *self)
{
  GtkFileChooserNative *dialog = file_dialog (self, _("Open Region"), _("_Open"), G_CALLBACK (on_region_chosen_cb));

  add_pattern (dialog, _("Regions"), "peilstok");
  add_pattern (dialog, _("All files"), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_imports_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      ps_window_import (PS_WINDOW (user_data), files);
    }
  g_object_unref (dialog);
}

void
_ps_window_choose_imports (PsWindow *self)
{
  GtkFileChooserNative *dialog = file_dialog (self, _("Import Files"), _("_Choose"), G_CALLBACK (on_imports_chosen_cb));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_pattern (dialog, _("CSV files"), "csv");
  add_pattern (dialog, _("All files"), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * ps_window_import:
 * @files: of GFile; those that are not on this computer are passed over
 */
void
ps_window_import (PsWindow *self, GListModel *files)
{
  g_return_if_fail (PS_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  if (g_list_model_get_n_items (files) == 0)
    return;
  gtk_window_present (GTK_WINDOW (ps_import_dialog_new (self->session, files, GTK_WINDOW (self))));
}
