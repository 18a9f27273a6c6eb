/* lists.c: how long every list of the window takes to open, to filter and to sort
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: lists REGION
 *
 * Opens each page of the sidebar in a window, until its rows are painted; filters it, and sorts it by each of its columns, each until the
 * next frame was painted. Then the search over everything. Prints a line a figure: its name, a tab, seconds. A list without rows is named and not measured.
 */
#include <adwaita.h>

#include "figures.h"
#include "../gui/gui-test.h"
#include "gui/ps-sections.h"
#include "gui/ps-table.h"
#include "gui/search/ps-search-dialog.h"

#define LONGEST_WAIT (3 * G_TIME_SPAN_SECOND)
#define FILTER "de"

typedef gboolean (*Condition) (gpointer user_data);

static gboolean
wait_until (Condition condition, gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;

  while (!condition (user_data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  return condition (user_data);
}

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
paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted_cb), &painted);

  gtk_widget_queue_draw (window);
  wait_until (is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
has_rows (gpointer page)
{
  PsTable *table = PS_TABLE (gui_find_type (page, PS_TYPE_TABLE));

  return table != NULL && ps_table_get_n_shown (table) > 0;
}

static gint64
filter (GtkWidget *window, PsTable *table, const char *text)
{
  gint64 start = g_get_monotonic_time ();

  ps_table_set_filter (table, text);
  paint (window);
  return g_get_monotonic_time () - start;
}

/* As its menu does. */
static gint64
sort (GtkWidget *window, PsTable *table, const char *column)
{
  gint64 start = g_get_monotonic_time ();

  gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", column);
  paint (window);
  return g_get_monotonic_time () - start;
}

static gint64
sort_by_all (GtkWidget *window, PsTable *table)
{
  gint64 longest = 0;

  for (guint i = 0; ps_table_get_column_id (table, i) != NULL; i++)
    longest = MAX (longest, sort (window, table, ps_table_get_column_id (table, i)));
  return longest;
}

static void
measure (GtkWidget *window, PsSession *session, const PsSection *section)
{
  gint64 start = g_get_monotonic_time ();
  GtkWidget *page = section->make (session);
  PsTable *table;

  gtk_window_set_child (GTK_WINDOW (window), page);
  if (!wait_until (has_rows, page))
    {
      fprintf (stderr, "%s: no rows\n", section->name);
      return;
    }
  paint (window);
  figures_print_of (section->name, "open", g_get_monotonic_time () - start);
  table = PS_TABLE (gui_find_type (page, PS_TYPE_TABLE));
  figures_print_of (section->name, "filter", filter (window, table, FILTER));
  figures_print_of (section->name, "show all again", filter (window, table, NULL));
  figures_print_of (section->name, "sort, the slowest column", sort_by_all (window, table));
}

static gboolean
is_ready (gpointer dialog)
{
  return ps_search_dialog_is_ready (dialog);
}

static void
measure_search (GtkWidget *window, PsSession *session)
{
  gint64 start = g_get_monotonic_time ();
  GtkWidget *dialog = ps_search_dialog_new (session, GTK_WINDOW (window));

  gtk_window_present (GTK_WINDOW (dialog));
  wait_until (is_ready, dialog);
  paint (dialog);
  figures_print_of ("search", "open", g_get_monotonic_time () - start);
  start = g_get_monotonic_time ();
  ps_search_dialog_type (PS_SEARCH_DIALOG (dialog), FILTER);
  paint (dialog);
  figures_print_of ("search", "find", g_get_monotonic_time () - start);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (!ps_session_open_finish (PS_SESSION (source), result, &error))
    g_error ("%s", error->message);
}

static gboolean
has_figures (gpointer session)
{
  return ps_session_get_settled (session) != NULL;
}

int
main (int argc, char **argv)
{
  PsSession *session;
  GtkWidget *window;
  guint n_sections;
  const PsSection *sections = _ps_window_list_sections (&n_sections);
  gint64 start = g_get_monotonic_time ();

  if (argc != 2)
    {
      fprintf (stderr, "usage: lists REGION\n");
      return 2;
    }
  adw_init ();
  session = ps_session_new ();
  ps_session_open_async (session, argv[1], on_opened_cb, NULL);
  if (!wait_until (has_figures, session))
    return 1;
  figures_print_of ("region", "read and settle", g_get_monotonic_time () - start);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 780);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < n_sections; i++)
    measure (window, session, &sections[i]);
  measure_search (window, session);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
  return 0;
}
