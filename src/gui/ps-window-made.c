/* ps-window-made.c: saying what was written, with a button that opens it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-made"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>

#include "ps-show-uri.h"

#define SECONDS_TO_OPEN 8 /* that a toast stays, as one that can be undone does */

/* The toast is on the window. */
typedef struct
{
  GtkWidget *window; /* borrowed */
  GFile *made;
} Made;

static void
made_free (gpointer data, GClosure *closure)
{
  Made *made = data;

  g_object_unref (made->made);
  g_free (made);
}

static void
on_open_clicked_cb (AdwToast *toast, gpointer user_data)
{
  const Made *made = user_data;

  ps_show_file (made->window, made->made);
}

void
_ps_window_tell_made (PsWindow *self, const char *text, GFile *made)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  Made *data;
  AdwToast *toast;

  /* Something that was asked of a window that is closed meanwhile. */
  if (self->toasts == NULL)
    return;
  data = g_new0 (Made, 1);
  data->window = GTK_WIDGET (self);
  data->made = g_object_ref (made);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_timeout (toast, SECONDS_TO_OPEN);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_open_clicked_cb), data, made_free, 0);
  _ps_window_show_toast (self, toast);
}
