/* journey-schemes.c: a donut hole with steps, built by typing it, and its curve's figures read back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#define NBSP "\302\240"
#define NAME "Donut hole 3 % with steps"

/* From the preset: the hole from 100 to 103 %, then two steps and an end. */
static void
build (Journey *journey)
{
  journey_go_to_section (journey, "Schemes");
  journey_expect (journey, "Incentive schemes");
  journey_click (journey, ATSPI_ROLE_INVALID, "New Scheme");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Donut hole");
  journey_fill (journey, "Name of the scheme", NAME);
  journey_fill (journey, "Paid in band 3", "70");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Add Band");
  journey_fill (journey, "Start of band 4", "108");
  journey_fill (journey, "Paid in band 4", "40 %");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Add Band");
  journey_fill (journey, "Start of band 5", "115");
  journey_fill (journey, "Paid in band 5", "0");
}

/* The worked example: € 1.972.899,40 on a ceiling of € 1.764.000,00. */
static void
try_amount (Journey *journey)
{
  journey_fill (journey, "Ceiling", "1764000");
  journey_fill (journey, "Production", "1.972.899,40");
  journey_expect (journey, "€" NBSP "1,852,851.76");
  journey_expect (journey, "€" NBSP "−120,047.64");
  journey_expect (journey, "Of every euro produced 93.9" NBSP "% is paid. The next €" NBSP "1,000.00 brings €" NBSP "400.00.");
}

/* The curve as a table: its corners, and the point. */
static void
read_curve (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_INVALID, "Table, copy, export: Payment curve");
  journey_click (journey, ATSPI_ROLE_INVALID, "Show as Table");
  journey_expect (journey, "at 103" NBSP "%");
  journey_expect (journey, "€" NBSP "1,825,740.00");
  journey_expect (journey, "at 115" NBSP "%");
  journey_expect (journey, "€" NBSP "1,875,132.00");
  journey_expect (journey, "the point");
}

static void
test_donut_hole (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  build (journey);
  journey_expect (journey, "donut hole");
  journey_expect (journey, "hard ceiling");
  try_amount (journey);
  read_curve (journey);
  journey_press (journey, "ctrl+s");
  journey_expect (journey, "Scheme “" NAME "” saved");
  journey_press (journey, "alt+Left");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter schemes", "3 % with");
  journey_expect (journey, "1 of 7 schemes");
  journey_expect (journey, "70" NBSP "% from 103" NBSP "% · 40" NBSP "% from 108" NBSP "% · 0" NBSP "% from 115" NBSP "%");
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/schemes/donut-hole", JourneyRegion, NULL, journey_region_set_up, test_donut_hole,
              journey_region_tear_down);
  return g_test_run ();
}
