/* journey-providers.c: a provider is added by its form, read back in the list and on its page, and taken back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#define AGB "94999001"
#define NAME "Jeugdhulp Het Baken"

static void
fill_form (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "New Provider");
  journey_fill (journey, "AGB code", AGB);
  journey_fill (journey, "Name", NAME);
  journey_fill (journey, "Place", "Venray");
  journey_fill (journey, "Email address", "contact@hetbaken.example");
}

static void
test_add (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  journey_go_to_section (journey, "Providers");
  journey_expect (journey, "40 providers");
  fill_form (journey);
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Add");
  /* Its page opens; the list has it too. */
  journey_expect (journey, "AGB " AGB);
  journey_press (journey, "alt+Left");
  journey_expect_gone (journey, "AGB " AGB);
  journey_expect (journey, "41 providers");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter providers", "baken");
  journey_expect (journey, "1 of 41 providers");
  journey_open_row (journey, "Provider: " NAME);
  journey_expect (journey, "AGB " AGB);
  journey_expect (journey, "Venray");
  journey_finish (journey);
}

/* What is wrong is said beside its field, and keeps the form from being saved. */
static void
test_wrong_code (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  journey_go_to_section (journey, "Providers");
  journey_expect (journey, "40 providers");
  fill_form (journey);
  journey_fill (journey, "AGB code", "9499");
  journey_expect (journey, "An AGB code has eight digits");
  journey_fill (journey, "AGB code", "41420105");
  journey_expect (journey, "has this AGB code already");
  journey_fill (journey, "AGB code", AGB);
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Add");
  journey_expect (journey, "41 providers");
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/providers/add", JourneyRegion, NULL, journey_region_set_up, test_add, journey_region_tear_down);
  g_test_add ("/journeys/providers/wrong-code", JourneyRegion, NULL, journey_region_set_up, test_wrong_code,
              journey_region_tear_down);
  return g_test_run ();
}
