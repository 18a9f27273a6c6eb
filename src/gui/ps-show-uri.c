/* ps-show-uri.c: a file, a folder or an address, in the program that the desktop has for it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-show-uri"

#include "ps-show-uri.h"

#include <glib/gi18n-lib.h>

#include "ps-navigator.h"

static void
on_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = g_strdup_printf (_("It could not be opened: %s"), error->message);
  ps_navigator_tell (from, text);
}

void
ps_show_uri (GtkWidget *from, const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, on_shown_cb, g_object_ref (from));
}

void
ps_show_file (GtkWidget *from, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  ps_show_uri (from, uri);
}
