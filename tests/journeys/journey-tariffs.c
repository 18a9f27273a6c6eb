/* journey-tariffs.c: the tariffs are indexed by the method of the field, read, and the round is undone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#define NBSP "\302\240"
#define PRODUCT "45A05"
#define OLD "€" NBSP "99.85"
#define NEW "€" NBSP "104.80"

/* The rates of 2025 as they were published (domain.md §11): 4,957 %, rounded to 4,96 %. */
static void
fill_rates (Journey *journey)
{
  journey_fill (journey, "Year", "2026");
  journey_fill (journey, "OVA 2026, provisional", "4,18");
  journey_fill (journey, "PPC 2026, provisional", "1,82");
  journey_fill (journey, "OVA 2025, definitive", "6,00 %");
  journey_fill (journey, "PPC 2025, definitive", "3,1");
  journey_fill (journey, "OVA 2025, as it was provisionally", "4,94");
  journey_fill (journey, "PPC 2025, as it was provisionally", "2,51");
  journey_type (journey, ATSPI_ROLE_TEXT, "Sources", "Letter of 15 October");
  journey_expect (journey, "4.96" NBSP "%");
}

static void
open_product (Journey *journey)
{
  journey_go_to_section (journey, "Products");
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter products", PRODUCT);
  journey_expect (journey, "1 of 38 products");
  journey_open_row (journey, "Code: " PRODUCT);
  journey_expect (journey, "Up to");
  journey_expect (journey, OLD);
}

static void
test_index_and_undo (JourneyRegion *region, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ region->region, NULL });

  open_product (journey);
  g_assert_false (journey_shows (journey, NEW));
  journey_press (journey, "alt+Left");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Index Tariffs");
  fill_rates (journey);
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Apply");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Index Index");
  /* The toast that says so is gone before a slow machine has looked for it: none is left to index. */
  journey_expect (journey, "0 tariffs are indexed");

  open_product (journey);
  journey_expect (journey, NEW);
  journey_expect (journey, "01-01-2026");
  journey_press (journey, "ctrl+z");
  journey_expect_gone (journey, NEW);
  journey_expect (journey, OLD);
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/tariffs/index-and-undo", JourneyRegion, NULL, journey_region_set_up, test_index_and_undo,
              journey_region_tear_down);
  return g_test_run ();
}
