/* ps-application.c: the program: one instance, a window a region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-application"

#include "ps-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "ps-actions.h"
#include "ps-year-loader.h"
#include "ps-recent.h"
#include "ps-window-private.h"

struct _PsApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PsApplication, ps_application, ADW_TYPE_APPLICATION)

static PsWindow *
find_window (GtkApplication *application, const char *path)
{
  for (GList *list = gtk_application_get_windows (application); list != NULL; list = list->next)
    if (PS_IS_WINDOW (list->data) && g_strcmp0 (ps_session_get_path (ps_window_get_session (list->data)), path) == 0)
      return list->data;
  return NULL;
}

/* path NULL: the start page */
static void
open_in_window (GtkApplication *application, const char *path)
{
  PsWindow *window = find_window (application, path);
  gboolean there = window != NULL && path != NULL;

  if (window == NULL)
    window = PS_WINDOW (ps_window_new (application));
  /* Presented first: what is filled in before the first frame is in it all the same. */
  gtk_window_present (GTK_WINDOW (window));
  if (path == NULL)
    _ps_window_show_welcome (window, NULL, NULL);
  else if (!there)
    ps_window_open_region (window, path);
}

static void
ps_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *last = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  last = g_settings_get_string (ps_settings_get (), "last-region");
  open_in_window (GTK_APPLICATION (application), last[0] != '\0' ? last : NULL);
}

static void
ps_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_in_window (GTK_APPLICATION (application), path);
    }
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  /* Closing each window keeps its size; the last one ends the program. */
  for (GList *list = windows; list != NULL; list = list->next)
    gtk_window_close (list->data);
  g_list_free (windows);
}

/* The same as Ctrl+Q: the windows are closed, and with them their region files. */
static gboolean
on_terminated_cb (gpointer user_data)
{
  g_action_group_activate_action (user_data, "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
ps_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { "quit", on_quit_cb } };

  G_APPLICATION_CLASS (ps_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name ("org.peilstok.Peilstok");
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  ps_actions_set_accels (GTK_APPLICATION (application));
  g_unix_signal_add (SIGTERM, on_terminated_cb, application);
  g_unix_signal_add (SIGINT, on_terminated_cb, application);
}

static void
ps_application_class_init (PsApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->activate = ps_application_activate;
  application_class->open = ps_application_open;
  application_class->startup = ps_application_startup;
}

static void
ps_application_init (PsApplication *self)
{
}

GApplication *
ps_application_new (void)
{
  return g_object_new (PS_TYPE_APPLICATION, "application-id", "org.peilstok.Peilstok", "resource-base-path",
                       "/org/peilstok/Peilstok", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * ps_application_prepare:
 *
 * Reading and settling a region takes about as long as opening a display and a window: they go side by side. Of another running
 * instance nothing is known yet here; then this reading was in vain, and nobody waits for it.
 */
void
ps_application_prepare (int argc, char **argv)
{
  g_autofree char *path = NULL;

  if (argc > 1 && argv[1][0] != '-')
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);

      path = g_file_get_path (file);
    }
  else if (argc == 1)
    path = g_settings_get_string (ps_settings_get (), "last-region");
  if (path != NULL && path[0] != '\0')
    ps_year_loader_start (path, ps_recent_get_year (path));
}
