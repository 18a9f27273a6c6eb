/* journey-year.c: a year settled: all stored and proposed, their statements saved, a provider over the years, and what if
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#define PROVIDER "Stichting Maasterp Jeugdzorg"

static void
open_year (Journey *journey)
{
  journey_go_to_section (journey, "Settlements");
  journey_press (journey, "alt+Page_Up");
  journey_expect (journey, "Settlements 2024");
  journey_expect (journey, "Not stored: 40. Show these");
}

/* What the page says of each state follows each step. */
static void
store_and_propose (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Store All as Drafts");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Store Store");
  journey_expect (journey, "Draft: 40. Show these");
  journey_expect (journey, "Not stored: 0. Show these");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Propose All");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Propose Propose");
  journey_expect (journey, "Proposed: 40. Show these");
  journey_expect (journey, "State: Proposed");
  journey_expect_gone (journey, "State: Draft");
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_suffix (name, ".pdf");
  return n;
}

/* The window's own folder chooser takes a path that is typed. */
static void
choose_folder (Journey *journey, const char *path)
{
  g_autofree char *output = NULL;

  journey_expect (journey, "Folder for All Statements");
  g_usleep (1000 * 1000);
  output = journey_run ((const char *[]){ "xdotool", "type", "--delay", "15", path, NULL });
  g_usleep (500 * 1000);
  journey_press (journey, "Return");
}

/* The toast that says so is gone before a slow machine has looked for it: the files are there. */
static void
save_statements (Journey *journey, const char *folder)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  journey_click (journey, ATSPI_ROLE_INVALID, "Steps for the year, statements and payment lists");
  journey_click (journey, ATSPI_ROLE_INVALID, "Save All Statements");
  journey_click (journey, ATSPI_ROLE_INVALID, "As PDF…");
  choose_folder (journey, folder);
  while (count_files (folder) < 40 && g_get_monotonic_time () < end)
    g_usleep (100 * 1000);
  g_assert_cmpuint (count_files (folder), ==, 40);
  journey_expect_gone (journey, "Saving Statements");
}

static void
open_provider (Journey *journey)
{
  journey_go_to_section (journey, "Providers");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter providers", "maasterp");
  journey_expect (journey, "1 of 40 providers");
  /* The overview has a row of this provider, too, but not this column. */
  journey_open_row (journey, "Agreed: €");
  journey_expect (journey, "AGB 41420101");
}

static void
look_at_years (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_INVALID, "More about this provider");
  journey_click (journey, ATSPI_ROLE_INVALID, "Settlements over the Years");
  journey_expect (journey, PROVIDER ", settlements over the years");
  journey_expect (journey, "Year: 2023");
  journey_expect (journey, "State: Proposed");
  journey_expect (journey, "State: Not stored");
  journey_press (journey, "alt+Left");
  journey_expect (journey, "AGB 41420101");
}

/* Another scheme is chosen with the keyboard, and everything is as it was again. */
static void
try_what_if (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_INVALID, "More about this provider");
  journey_click (journey, ATSPI_ROLE_INVALID, "What If");
  journey_expect (journey, PROVIDER ", what if 2024");
  journey_expect (journey, "As it is: the balance is");
  journey_click (journey, ATSPI_ROLE_INVALID, "Incentive scheme: As it is");
  g_usleep (500 * 1000);
  journey_press (journey, "Down");
  journey_press (journey, "Return");
  journey_expect (journey, "No scheme: the balance would be");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Back to Real");
  journey_expect (journey, "As it is: the balance is");
}

static void
test_year (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  open_year (journey);
  store_and_propose (journey);
  open_provider (journey);
  look_at_years (journey);
  try_what_if (journey);
  journey_go_to_section (journey, "Settlements");
  save_statements (journey, region->folder);
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/year/settle-all", JourneyRegion, NULL, journey_region_set_up, test_year, journey_region_tear_down);
  return g_test_run ();
}
