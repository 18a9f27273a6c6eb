/* journey-agreements.c: a performance agreement is made and agreed, then amended, and read back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#define NBSP "\302\240"
#define PROVIDER "Atelier Bosuil" /* has produced € 52.681,90 in 2024, without an agreement */
#define MADE "€" NBSP "52,682.00"
#define AMENDED "€" NBSP "60,000.00"

static void
open_page (Journey *journey)
{
  journey_go_to_section (journey, "Agreements");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter agreements", "bosuil");
  journey_open_row (journey, "Provider: " PROVIDER);
  journey_expect (journey, "No Agreement with " PROVIDER " for 2025");
}

/* A draft from what was produced in the year before: the last of the choices. */
static void
make_draft (Journey *journey)
{
  journey_click_last (journey, "New Agreement");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Start from: ");
  journey_expect (journey, "From what was produced in the year before");
  for (int i = 0; i < 3; i++)
    journey_press (journey, "Down");
  journey_press (journey, "Return");
  journey_expect (journey, "A ceiling for all that was produced in 2024");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Make Draft");
  journey_expect (journey, "A draft was made.");
  journey_expect (journey, MADE);
}

/* The button of the page, then that of the dialog: GTK names one without and one with its mnemonic. */
static void
agree (Journey *journey)
{
  journey_click_last (journey, "Agree… Agree…");
  journey_expect (journey, "Agreed on");
  journey_click_last (journey, "_Agree Agree");
  journey_expect (journey, "The agreement was agreed.");
}

static void
amend (Journey *journey)
{
  journey_click_last (journey, "Amend");
  journey_type (journey, ATSPI_ROLE_TEXT, "Reason", "More clients than was foreseen");
  journey_click_last (journey, "Make Draft");
  journey_expect (journey, "A draft of the amendment was made.");
  journey_open_row (journey, "AMB1, Gennep: " MADE);
  for (const char *const *key = (const char *const[]){ "ctrl+a", "6", "0", "0", "0", "0", "Return", NULL }; *key != NULL; key++)
    journey_press (journey, *key);
  journey_expect (journey, AMENDED);
}

static void
test_make_and_amend (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  open_page (journey);
  make_draft (journey);
  agree (journey);
  amend (journey);
  agree (journey);
  journey_go_to_section (journey, "Agreements");
  journey_expect (journey, "Filter agreements");
  journey_expect (journey, AMENDED);
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/agreements/make-and-amend", JourneyRegion, NULL, journey_region_set_up, test_make_and_amend,
              journey_region_tear_down);
  return g_test_run ();
}
