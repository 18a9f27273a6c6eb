/* empty-window.c: the smallest GTK program there is, to compare the start of the window with
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Ends itself after its first painted frame, and says how many milliseconds it took since main() began.
 */
#include <gtk/gtk.h>

static gint64 started;

static void
on_frame_painted_cb (GdkFrameClock *clock, GApplication *application)
{
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - started) / 1000);
  g_application_quit (application);
}

static void
on_window_mapped_cb (GtkWidget *window, GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_frame_painted_cb), application);
}

static void
on_application_activated_cb (GApplication *application, gpointer user_data)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  g_signal_connect (window, "map", G_CALLBACK (on_window_mapped_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  started = g_get_monotonic_time ();
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_application_activated_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
