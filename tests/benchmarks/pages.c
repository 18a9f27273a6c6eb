/* pages.c: how long a provider's page, the providers and the overview take from the click until everything on them is painted
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: pages REGION
 *
 * In the program's own window, with the region open: the overview as the region is opened, the providers' list, the pages of
 * several providers with every chart of their first tab, the overview again, and all of them when the file is read again. Prints a
 * line a figure: its name, a tab, seconds. "painted" is what somebody waits; "window" is the processor time of the thread that
 * draws, "all threads" of the program; "at once" is the longest that the window would not have answered a key.
 */
#include <adwaita.h>
#include <time.h>

#include "figures.h"
#include "../gui/gui-test.h"
#include "gui/ps-application.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-window.h"
#include "gui/overview/ps-overview-page.h"
#include "gui/overview/ps-year-figures-data.h"
#include "gui/providers/ps-provider-page-private.h"

#define LONGEST_WAIT (60 * G_TIME_SPAN_SECOND)
#define N_PROVIDERS 7

typedef gboolean (*Condition) (gpointer user_data);

/* Microseconds. */
typedef struct
{
  gint64 painted, window, all, at_once;
} Taken;

typedef struct
{
  PsWindow *window;
  PsSession *session;
  gint64 start, start_window, start_all, at_once;
} Benchmark;

/* Clocks */

static gint64
clock_of (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
begin (Benchmark *self)
{
  self->at_once = 0;
  self->start = g_get_monotonic_time ();
  self->start_window = clock_of (CLOCK_THREAD_CPUTIME_ID);
  self->start_all = clock_of (CLOCK_PROCESS_CPUTIME_ID);
}

static Taken
end (Benchmark *self)
{
  return (Taken){ g_get_monotonic_time () - self->start, clock_of (CLOCK_THREAD_CPUTIME_ID) - self->start_window,
                  clock_of (CLOCK_PROCESS_CPUTIME_ID) - self->start_all, self->at_once };
}

/* What the main loop does in one go: until it is done no key is answered. In processor time: others use the machine, too. */
static void
iterate (Benchmark *self, gint64 since)
{
  g_main_context_iteration (NULL, TRUE);
  self->at_once = MAX (self->at_once, clock_of (CLOCK_THREAD_CPUTIME_ID) - since);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until (Benchmark *self, Condition condition, gpointer user_data)
{
  gint64 give_up = g_get_monotonic_time () + LONGEST_WAIT;
  guint waking = g_timeout_add (1000, on_tick_cb, NULL);

  while (!condition (user_data))
    {
      if (g_get_monotonic_time () > give_up)
        {
          g_printerr ("pages: nothing was shown\n");
          exit (1);
        }
      iterate (self, clock_of (CLOCK_THREAD_CPUTIME_ID));
    }
  g_source_remove (waking);
}

/* Painting */

static void
on_painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* Until a frame that was begun from now on is on the screen. */
static void
paint (Benchmark *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  wait_until (self, is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
on_quiet_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What goes on after a page is complete (rows further down, a fade) does not belong to the next one. */
static void
rest (Benchmark *self)
{
  gboolean quiet = FALSE;

  g_timeout_add (700, on_quiet_cb, &quiet);
  wait_until (self, is_true, &quiet);
}

/* Printing */

static void
print_taken (const char *page, const Taken *taken)
{
  figures_print_of (page, "painted", taken->painted);
  figures_print_of (page, "window", taken->window);
  figures_print_of (page, "all threads", taken->all);
  figures_print_of (page, "at once", taken->at_once);
}

static int
compare_taken (gconstpointer a, gconstpointer b)
{
  const Taken *x = a, *y = b;

  return (x->painted > y->painted) - (x->painted < y->painted);
}

/* Pages */

static gboolean
has_chart (GtkWidget *root)
{
  if (PS_IS_CHART_VIEW (root) && gtk_widget_get_mapped (root))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_chart (child))
      return TRUE;
  return FALSE;
}

static gboolean
shows_overview (gpointer user_data)
{
  Benchmark *self = user_data;
  GtkWidget *page = ps_window_get_page (self->window);

  return page != NULL && PS_IS_OVERVIEW_PAGE (page) && ps_overview_data_peek (self->session, TRUE) != NULL && has_chart (page);
}

static gboolean
lists_providers (gpointer user_data)
{
  Benchmark *self = user_data;
  GtkWidget *page = ps_window_get_page (self->window);
  PsTable *table = page != NULL ? PS_TABLE (gui_find_type (page, PS_TYPE_TABLE)) : NULL;

  return table != NULL && ps_table_get_n_shown (table) > 0 && ps_overview_data_peek (self->session, FALSE) != NULL;
}

static gboolean
is_complete (gpointer user_data)
{
  const PsProviderPage *page = user_data;

  return page->load != NULL && page->course != NULL;
}

/* As its row of the sidebar does. */
static Taken
open_section (Benchmark *self, const char *name, Condition shown)
{
  begin (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "s", name);
  wait_until (self, shown, self);
  paint (self);
  return end (self);
}

/* As a double click on its row does. */
static Taken
open_provider (Benchmark *self, PsTable *table, guint position)
{
  begin (self);
  gint64 since = clock_of (CLOCK_THREAD_CPUTIME_ID);

  g_signal_emit_by_name (table, "row-activated", ps_table_get_shown (table, position));
  self->at_once = clock_of (CLOCK_THREAD_CPUTIME_ID) - since;
  wait_until (self, is_complete, ps_window_get_page (self->window));
  paint (self);
  return end (self);
}

/* The largest, and others down the list to the smallest. */
static void
time_providers (Benchmark *self)
{
  PsTable *table = PS_TABLE (gui_find_type (ps_window_get_page (self->window), PS_TYPE_TABLE));
  Taken taken[N_PROVIDERS];
  guint n;

  ps_table_set_sort (table, "agreed", TRUE);
  rest (self);
  n = ps_table_get_n_shown (table);
  for (guint i = 0; i < N_PROVIDERS; i++)
    {
      taken[i] = open_provider (self, table, i * (n - 1) / (N_PROVIDERS - 1));
      rest (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
      rest (self);
    }
  print_taken ("the largest provider’s page", &taken[0]);
  qsort (taken, N_PROVIDERS, sizeof *taken, compare_taken);
  print_taken ("a provider’s page", &taken[N_PROVIDERS / 2]);
}

static void
on_settled_cb (PsSession *session, gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

/* With the providers in the window, the overview behind them, and a provider's page over them. */
static void
time_reload (Benchmark *self)
{
  gboolean settled = FALSE;
  gulong handler = g_signal_connect_after (self->session, "settled", G_CALLBACK (on_settled_cb), &settled);
  Taken taken;

  begin (self);
  ps_session_reload (self->session);
  wait_until (self, is_true, &settled);
  wait_until (self, lists_providers, self);
  paint (self);
  taken = end (self);
  print_taken ("the file read again, the providers in the window", &taken);
  g_signal_handler_disconnect (self->session, handler);
}

static gboolean
has_figures (gpointer user_data)
{
  Benchmark *self = user_data;

  return ps_session_get_settled (self->session) != NULL;
}

/* The first page: what the window waits for when the session has the year's figures and the overview is asked for. */
static void
time_opening (Benchmark *self, const char *path)
{
  Taken taken;

  ps_window_open_region (self->window, path);
  wait_until (self, has_figures, self);
  begin (self);
  wait_until (self, shows_overview, self);
  paint (self);
  taken = end (self);
  print_taken ("the overview, its figures read", &taken);
  rest (self);
}

int
main (int argc, char **argv)
{
  Benchmark self = { NULL };
  g_autoptr (GApplication) application = NULL;
  Taken taken;

  if (argc != 2)
    {
      fprintf (stderr, "usage: pages REGION\n");
      return 2;
    }
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  application = ps_application_new ();
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (application, NULL, NULL))
    return 1;
  self.window = PS_WINDOW (ps_window_new (GTK_APPLICATION (application)));
  self.session = ps_window_get_session (self.window);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1280, 800);
  gtk_window_present (GTK_WINDOW (self.window));
  time_opening (&self, argv[1]);
  taken = open_section (&self, "providers", lists_providers);
  print_taken ("the providers", &taken);
  time_providers (&self);
  taken = open_section (&self, "overview", shows_overview);
  print_taken ("the overview again", &taken);
  rest (&self);
  taken = open_section (&self, "providers", lists_providers);
  print_taken ("the providers again", &taken);
  rest (&self);
  time_reload (&self);
  gtk_window_destroy (GTK_WINDOW (self.window));
  return 0;
}
