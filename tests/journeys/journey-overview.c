/* journey-overview.c: the first page in the morning: from a signal to its cause and back; and a chart's values read by keyboard
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define YEAR "2024"

/* ---- what the command line says needs attention */

static JsonNode *
list_signals (JourneyRegion *region)
{
  g_autofree char *output = journey_run (
      (const char *[]){ g_getenv ("PEILSTOK_CLI"), "--db", region->region, "alerts", "--year", YEAR, "--format=json", NULL });
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (output, &error);

  g_assert_no_error (error);
  return node;
}

static const char *
signal_text (JsonNode *node, guint i, const char *name)
{
  JsonArray *signals = json_object_get_array_member (json_node_get_object (node), "signals");

  g_assert_cmpuint (json_array_get_length (signals), >, i);
  return json_object_get_string_member (json_array_get_object_element (signals, i), name);
}

/* The window opens on the overview, at the region's last year. */
static Journey *
open_overview (JourneyRegion *region)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  journey_expect (journey, "Needs Attention");
  journey_press (journey, "alt+Page_Up");
  journey_expect (journey, "Realised through 31-12-" YEAR);
  return journey;
}

/* ---- from a signal to its cause */

static char *
signal_cell (JsonNode *signals, guint i)
{
  return g_strdup_printf ("What it is about: %s", signal_text (signals, i, "what"));
}

/* The first rows are those of the command line; each tells how urgent it is in a word. */
static void
read_signals (Journey *journey, JsonNode *signals, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = signal_cell (signals, i);
      g_autoptr (AtspiAccessible) found = journey_find (journey, NULL, ATSPI_ROLE_TABLE_CELL, cell);

      g_assert_nonnull (found);
    }
  journey_expect (journey, "Urgency: Urgent");
}

/* The n-th signal of a ceiling that is reached, n from 0. */
static guint
find_reached (JsonNode *signals, guint n)
{
  guint i = 0;

  while (g_strcmp0 (signal_text (signals, i, "kind"), "reached") != 0 || n-- > 0)
    i++;
  return i;
}

/* The page that it opens: of a ceiling that is reached, where its provider stands. */
static char *
cause_of (JsonNode *signals, guint i)
{
  return g_strdup_printf ("%s, bandwidth " YEAR, signal_text (signals, i, "provider_name"));
}

static void
test_signal (JourneyRegion *region, gconstpointer data)
{
  g_autoptr (JsonNode) signals = list_signals (region);
  guint one = find_reached (signals, 0), two = find_reached (signals, 1);
  g_autofree char *first = signal_cell (signals, one), *second = signal_cell (signals, two);
  g_autofree char *cause = cause_of (signals, one), *other_cause = cause_of (signals, two);
  Journey *journey = open_overview (region);

  /* The overview has a mix of them, which begins with the most urgent one; all of them are a click away. */
  read_signals (journey, signals, 1);
  journey_click (journey, ATSPI_ROLE_INVALID, "Show All Signals");
  journey_expect (journey, "Which signals");
  read_signals (journey, signals, 8);
  journey_open_row (journey, first);
  journey_expect (journey, cause);
  journey_expect (journey, "Ceiling reached");
  /* Back again, where it was: another one is opened there. */
  journey_press (journey, "alt+Left");
  g_usleep (1500 * 1000); /* the page slides away */
  journey_open_row (journey, second);
  journey_expect (journey, other_cause);
  journey_finish (journey);
}

/* ---- a chart's values, by keyboard */

#define CHART "Realised and agreed per month"

static gboolean
is_focused (AtspiAccessible *accessible)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
}

/* The drawing comes after its menu, which leaves the focus on its button. */
static void
go_to_chart (Journey *journey)
{
  g_autoptr (AtspiAccessible) chart = journey_find (journey, NULL, ATSPI_ROLE_IMAGE, CHART);
  int n = 0;

  journey_click (journey, ATSPI_ROLE_INVALID, "Table, copy, export: " CHART);
  journey_expect (journey, "Show as Table");
  journey_press (journey, "Escape");
  while (!is_focused (chart))
    {
      g_assert_cmpint (n++, <, 4);
      journey_press (journey, "Tab");
    }
}

/* What the chart says of the point that it is on, beside its title. */
static char *
read_said (Journey *journey)
{
  g_autoptr (AtspiAccessible) chart = journey_find (journey, NULL, ATSPI_ROLE_IMAGE, CHART ". ");
  g_autofree char *name = atspi_accessible_get_name (chart, NULL);

  return g_strdup (name + strlen (CHART ". "));
}

/* A row of the chart's table as the chart would say it: "January 2024 realised: … agreed: …". Its first cell is the month's. */
static char *
read_row (Journey *journey, const char *month)
{
  g_autoptr (AtspiAccessible) row = journey_find (journey, NULL, ATSPI_ROLE_TABLE_ROW, month);
  int n = atspi_accessible_get_child_count (row, NULL);
  GString *text = g_string_new (month);

  g_assert_cmpint (n, >, 2);
  for (int i = 1; i < n; i++)
    {
      g_autoptr (AtspiAccessible) cell = atspi_accessible_get_child_at_index (row, i, NULL);
      g_autofree char *name = atspi_accessible_get_name (cell, NULL);

      g_string_append_printf (text, " %s", name);
    }
  return g_string_free (text, FALSE);
}

static void
test_chart (JourneyRegion *region, gconstpointer data)
{
  static const struct
  {
    const char *key, *month;
  } steps[] = {
    { "Home", "January " YEAR }, { "Right", "February " YEAR }, { "Right", "March " YEAR }, { "Left", "February " YEAR }
  };
  Journey *journey = open_overview (region);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  go_to_chart (journey);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      journey_press (journey, steps[i].key);
      g_ptr_array_add (said, read_said (journey));
      g_test_message ("%s", (const char *) said->pdata[i]);
      g_assert_nonnull (strstr (said->pdata[i], "realised: €"));
    }
  journey_click (journey, ATSPI_ROLE_INVALID, "Table, copy, export: " CHART);
  journey_click (journey, ATSPI_ROLE_INVALID, "Show as Table");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *row = read_row (journey, steps[i].month);

      g_assert_cmpstr (said->pdata[i], ==, row);
    }
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/overview/signal", JourneyRegion, NULL, journey_region_set_up, test_signal, journey_region_tear_down);
  g_test_add ("/journeys/overview/chart", JourneyRegion, NULL, journey_region_set_up, test_chart, journey_region_tear_down);
  return g_test_run ();
}
