/* ps-apply.c: something saved without a dialog: the window says so, with a button that takes it back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-apply"

#include "ps-apply.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ps-error-text.h"
#include "ps-navigator.h"

/* The page that asked may be left before it is written: what outlives it is the window. */
typedef struct
{
  GtkWidget *navigator; /* NULL: none above it */
  char *done;
} Telling;

static Telling *
telling_new (GtkWidget *from, const char *done)
{
  Telling *telling = g_new0 (Telling, 1);
  GtkWidget *navigator = gtk_widget_get_ancestor (from, PS_TYPE_NAVIGATOR);

  telling->navigator = navigator != NULL ? g_object_ref (navigator) : NULL;
  telling->done = g_strdup (done);
  return telling;
}

static void
telling_free (Telling *telling)
{
  g_clear_object (&telling->navigator);
  g_free (telling->done);
  g_free (telling);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Telling *telling = user_data;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  if (!ps_session_write_finish (PS_SESSION (source), result, &record, &error))
    {
      if (telling->navigator != NULL && !gtk_widget_in_destruction (telling->navigator))
        ps_tell_refused (telling->navigator, PS_SESSION (source), error);
    }
  else if (telling->navigator != NULL && record != 0)
    ps_navigator_tell_undoable (telling->navigator, telling->done, record);
  telling_free (telling);
}

void
ps_apply_and_tell (GtkWidget *from, PsSession *session, PsChange *change, const char *done)
{
  ps_session_apply_async (session, change, on_written_cb, telling_new (from, done));
}

void
ps_write_and_tell (GtkWidget *from, PsSession *session, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                   const char *done)
{
  ps_session_write_async (session, write, data, free_data, on_written_cb, telling_new (from, done));
}

void
ps_tell_refused (GtkWidget *from, PsSession *session, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = ps_error_text (error, ps_session_get_path (session));
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Not Saved"), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
