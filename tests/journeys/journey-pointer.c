/* journey-pointer.c: what a user does with the pointer
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey-private.h"

#include <string.h>

#define POINTED_FROM_LEFT 20

/* With the pointer, near its left edge. It moves there also when it is there already, as a hand does: what changed under a pointer that
 * rests is not met by its clicks. */
static void
point_at (AtspiAccessible *accessible, const char *clicks)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  g_autofree AtspiRect *extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  /* By its whole title: a tooltip's surface is called after the program. */
  g_autofree char *window = journey_run ((const char *[]){ "xdotool", "search", "--onlyvisible", "--name", "^Peilstok: ", NULL });
  g_autofree char *x = g_strdup_printf ("%d", extents->x + POINTED_FROM_LEFT),
                  *y = g_strdup_printf ("%d", extents->y + extents->height / 2),
                  *beside = g_strdup_printf ("%d", extents->x + POINTED_FROM_LEFT / 2);
  g_autofree char *output = NULL;

  *strchr (window, '\n') = '\0';
  output = journey_run ((const char *[]){ "xdotool", "mousemove", "--window", window, beside, y,   "sleep",
                                          "0.1",     "mousemove", "--window", window, x,      y,   "sleep",
                                          "0.1",     "click",     "--repeat", clicks, "1",    NULL });
}

/**
 * journey_go_to_section: shows a page of the sidebar: its key is Alt with its place there, 0 of the tenth. Those after it have none, and
 * are clicked.
 */
void
journey_go_to_section (Journey *journey, const char *title)
{
  g_autoptr (AtspiAccessible) row = journey_find (journey, NULL, ATSPI_ROLE_LIST_ITEM, title);
  int place = atspi_accessible_get_index_in_parent (row, NULL);
  g_autofree char *key = g_strdup_printf ("alt+%d", (place + 1) % 10);

  if (place < 10)
    journey_press (journey, key);
  else
    point_at (row, "1");
}

/* The window or dialog that it lies in. (transfer full) */
static AtspiAccessible *
window_of (AtspiAccessible *accessible)
{
  AtspiAccessible *window = g_object_ref (accessible);

  while (TRUE)
    {
      g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (window, NULL);

      if (parent == NULL || atspi_accessible_get_role (parent, NULL) == ATSPI_ROLE_APPLICATION)
        return window;
      g_set_object (&window, parent);
    }
}

static gboolean
lies_in (AtspiAccessible *accessible, AtspiAccessible *ancestor)
{
  g_autoptr (AtspiAccessible) at = g_object_ref (accessible);

  while (at != NULL && at != ancestor && atspi_accessible_get_role (at, NULL) != ATSPI_ROLE_APPLICATION)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (at, NULL);

      g_object_unref (at);
      at = parent;
    }
  return at == ancestor;
}

/* What the pointer would meet there, is it or lies in it: a page that another one covers keeps its size. */
static gboolean
can_be_pointed_at (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) window = window_of (accessible);
  g_autoptr (AtspiComponent) whole = atspi_accessible_get_component_iface (window);
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  g_autofree AtspiRect *extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_autoptr (AtspiAccessible) met = atspi_component_get_accessible_at_point (
      whole, extents->x + POINTED_FROM_LEFT, extents->y + extents->height / 2, ATSPI_COORD_TYPE_WINDOW, NULL);

  return met != NULL && lies_in (met, accessible);
}

static gboolean
is_open_to_pointer (AtspiAccessible *accessible, gpointer data)
{
  return journey_is_wanted (accessible, data) && can_be_pointed_at (accessible);
}

/* Rows move while figures come in and columns find their widths: a click is aimed at one that stands still. */
static gboolean
stands_still (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  g_autofree AtspiRect *before = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_autofree AtspiRect *after = NULL;

  journey_wait_a_moment ();
  after = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  return before != NULL && after != NULL && memcmp (before, after, sizeof *before) == 0 && can_be_pointed_at (accessible);
}

/**
 * journey_open_row: opens the row with this cell, as a click on it would. The cell is named "Code: 45A05", its column and its text; a
 * page that is covered may have one of that name, too.
 */
void
journey_open_row (Journey *journey, const char *words)
{
  JourneyWanted wanted = { ATSPI_ROLE_TABLE_CELL, words };
  gint64 deadline = journey_end_of_patience ();

  while (g_get_monotonic_time () < deadline)
    {
      g_autoptr (AtspiAccessible) cell = journey_search (journey->application, is_open_to_pointer, &wanted);

      if (cell != NULL && stands_still (cell))
        {
          point_at (cell, "2");
          return;
        }
      journey_wait_a_moment ();
    }
  {
    g_autofree char *screen = journey_screen (journey);

    g_test_message ("The screen:\n%s", screen);
    g_error ("No row with \"%s\" that can be pointed at", words);
  }
}
