/* ps-window-region.c: what the window shows of the region beside the page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-region"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "core/ps-format.h"

/* The latest year at the top: it is the one that is looked at most. */
static void
fill_years (PsWindow *self)
{
  const GArray *years = ps_session_get_years (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (year == ps_session_get_year (self->session))
        selected = g_list_model_get_n_items (G_LIST_MODEL (list));
      gtk_string_list_append (list, text);
    }
  self->choosing_year = TRUE;
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->year, selected);
  self->choosing_year = FALSE;
}

static PsDate
date_of (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return ps_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time));
}

static void
append_last_import (PsWindow *self, GString *text)
{
  const char *actor;
  gint64 when = ps_session_get_last_import (self->session, &actor);

  if (when == 0)
    {
      g_string_append (text, _("Nothing imported yet"));
      return;
    }
  g_autofree char *date = ps_format_date (date_of (when));
  g_string_append_printf (text, _("Last import %s"), date);
  if (actor != NULL && actor[0] != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: a login name */
      g_string_append_printf (text, _("imported by %s"), actor);
    }
}

static void
show_status (PsWindow *self)
{
  PsDate through = ps_session_get_complete_through (self->session);
  g_autoptr (GString) text = g_string_new (NULL);

  if (through != PS_DATE_OPEN)
    {
      g_autofree char *date = ps_format_date (through);

      g_string_append_printf (text, _("Complete through %s"), date);
      g_string_append_c (text, '\n');
    }
  append_last_import (self, text);
  gtk_label_set_label (self->region_status, text->str);
}

static void
show_notice (PsWindow *self)
{
  const char *text = NULL;

  if (ps_session_is_newer (self->session))
    text = _("This region was made by a newer version of Peilstok: you can look at it, but not change it.");
  else if (ps_session_is_read_only (self->session))
    text = _("You may only read this region’s file: you can look at it, but not change it.");
  gtk_widget_set_visible (self->notice, text != NULL);
  gtk_label_set_label (self->notice_label, text != NULL ? text : "");
}

/* What the header bar and the sidebar show, of the region that is open or of none. */
void
_ps_window_show_region (PsWindow *self)
{
  gboolean open = ps_session_get_settled (self->session) != NULL;
  const char *name = ps_session_get_region_name (self->session);
  g_autofree char *title = open ? g_strdup_printf (_("Peilstok: %s"), name) : g_strdup ("Peilstok");

  adw_window_title_set_subtitle (self->title, name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self->year), open);
  gtk_widget_set_visible (self->sidebar_button, open);
  gtk_widget_set_visible (self->search_button, open);
  gtk_widget_set_visible (self->back_button, open && self->history->len > 1);
  show_notice (self);
  if (open)
    {
      fill_years (self);
      show_status (self);
    }
  _ps_window_update_actions (self);
}

static void
go_to_year (PsWindow *self, gpointer year)
{
  ps_session_set_year (self->session, GPOINTER_TO_INT (year));
}

/* The drop-down shows the year that was chosen already. */
static void
stay_in_year (PsWindow *self, gpointer year)
{
  fill_years (self);
}

/* What is not saved is of the year that is shown. */
void
_ps_window_ask_year (PsWindow *self, int year)
{
  _ps_window_leave (self, TRUE, go_to_year, stay_in_year, GINT_TO_POINTER (year), NULL);
}

/* step: 1: a later year, -1: an earlier one */
void
_ps_window_step_year (PsWindow *self, int step)
{
  const GArray *years = ps_session_get_years (self->session);
  int year = ps_session_get_year (self->session);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      int place = (int) i + step;

      if (g_array_index (years, int, i) == year && place >= 0 && place < (int) years->len)
        _ps_window_ask_year (self, g_array_index (years, int, place));
    }
}

/* For the benchmark of the start: milliseconds since the process began, as the kernel keeps it (to a clock tick). */
static double
milliseconds_alive (void)
{
  g_autofree char *stat = NULL;
  const char *rest;
  unsigned long long ticks = 0;
  struct timespec now;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) || (rest = strrchr (stat, ')')) == NULL)
    return -1;
  for (int field = 2; field < 22 && rest != NULL; field++)
    rest = strchr (rest + 1, ' ');
  if (rest != NULL)
    ticks = g_ascii_strtoull (rest, NULL, 10);
  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6 - (double) ticks * 1e3 / sysconf (_SC_CLK_TCK);
}

static void
on_painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  PsWindow *self = PS_WINDOW (user_data);

  g_signal_handlers_disconnect_by_func (clock, on_painted_cb, self);
  printf ("first page: %.0f ms\n", milliseconds_alive ());
  fflush (stdout);
  g_application_quit (g_application_get_default ());
}

static gboolean
on_first_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted_cb), widget, 0);
  return G_SOURCE_REMOVE;
}

/* The page has its figures now: the next frame paints them. */
void
_ps_window_watch_first_page (PsWindow *self)
{
  if (g_getenv ("PEILSTOK_EXIT_AFTER_FIRST_PAGE") != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_tick_cb, NULL, NULL);
}
