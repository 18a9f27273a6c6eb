/* journey-settlement.c: a settlement from draft to final by two people, printed, corrected after a late declaration, and proved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#include <string.h>

#define YEAR "2024"
#define PROVIDER "41420105"
#define NAME "Ambulant Team Swalmdal"
#define LATE "LATE0001"

/* The page of the provider's settlement, as the one who looks finds it. */
static Journey *
open_settlement (const char *login, JourneyRegion *region, const char *words)
{
  Journey *journey = journey_start_as (login, (const char *[]){ region->region, NULL });

  journey_go_to_section (journey, "Providers");
  journey_expect (journey, NAME);
  journey_press (journey, "alt+Page_Up");
  journey_expect (journey, YEAR);
  journey_type (journey, ATSPI_ROLE_INVALID, "Filter providers", PROVIDER);
  journey_expect (journey, "1 of 40 providers");
  journey_open_row (journey, "Provider: " NAME);
  journey_expect (journey, "AGB " PROVIDER);
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Settlement");
  journey_expect (journey, words);
  return journey;
}

static void
choose_in_menu (Journey *journey, const char *item)
{
  /* Of the page on top: one that it covers has the same. */
  journey_click_last (journey, "More about this settlement");
  journey_click (journey, ATSPI_ROLE_MENU_ITEM, item);
}

static void
propose (Journey *journey, const char *login)
{
  g_autofree char *other = g_strdup_printf ("by someone other than %s", login);

  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Propose…");
  journey_expect (journey, "The figures are frozen as they are now.");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Propose Propose");
  journey_expect (journey, other);
}

/* Every warning is answered. */
static void
make_final (Journey *journey, const char *login)
{
  g_autofree char *by = g_strdup_printf ("by %s", login);

  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Make Final…");
  journey_expect (journey, "This cannot be undone");
  journey_type (journey, ATSPI_ROLE_TEXT, "Production statement", "Promised for June");
  journey_type (journey, ATSPI_ROLE_TEXT, "Lines in dispute", "Discussed with the provider");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Make Final Make Final");
  journey_expect (journey, "Correct…");
  journey_expect (journey, by);
}

/* The window's own file chooser takes a path that is typed. */
static void
save_pdf (Journey *journey, const char *path)
{
  const char *typing[] = { "xdotool", "type", "--delay", "15", path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;

  choose_in_menu (journey, "Save as PDF…");
  g_usleep (1500 * 1000);
  journey_press (journey, "ctrl+a");
  output = journey_run (typing);
  g_usleep (300 * 1000);
  journey_press (journey, "Return");
  for (int i = 0; i < 300 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    g_usleep (100 * 1000);
  text = journey_run ((const char *[]){ "pdftotext", "-layout", path, "-", NULL });
  g_assert_nonnull (strstr (text, NAME));
  g_assert_nonnull (strstr (text, "12,500.43"));
}

/* By the command line, while the window is open: € 404,55 that was declared late. */
static void
declare_late (JourneyRegion *region)
{
  g_autofree char *path = g_build_filename (region->folder, "declaraties.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  g_file_set_contents (
      path,
      "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;eenheid;tarief;bedrag;status\n" LATE
      ";0983;100459;45A05;01-02-2024;29-02-2024;4,5;;89,90;404,55;toegekend\n",
      -1, &error);
  g_assert_no_error (error);
  output = journey_run ((const char *[]){ g_getenv ("PEILSTOK_CLI"), "--db", region->region, "import", path, NULL });
}

static void
correct (Journey *journey)
{
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Correct…");
  journey_expect (journey, "It corrects the final settlement");
  journey_type (journey, ATSPI_ROLE_TEXT, "Reason", "A declaration came late");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "_Correct Correct");
  journey_expect (journey, "Propose…");
}

static void
test_life (JourneyRegion *region, gconstpointer data)
{
  g_autofree char *pdf = g_build_filename (region->folder, "statement.pdf", NULL);
  Journey *journey;

  if (!journey_can_be_others ())
    {
      g_test_skip ("nss_wrapper is not installed");
      return;
    }
  journey = open_settlement ("anna", region, "from the data as it is");
  propose (journey, "anna");
  journey_finish (journey);

  journey = open_settlement ("bram", region, "by someone other than anna");
  make_final (journey, "bram");
  save_pdf (journey, pdf);
  declare_late (region);
  journey_expect (journey, "Since then: the balance is €\302\24080.91 lower.");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Compare");
  journey_expect (journey, "1 of 6 lines differs");
  journey_expect (journey, "the frozen figures are what their inputs come to");
  journey_expect (journey, LATE);
  journey_press (journey, "alt+Left");
  correct (journey);
  propose (journey, "bram");
  journey_finish (journey);

  journey = open_settlement ("anna", region, "by someone other than bram");
  journey_expect (journey, "Reason: A declaration came late");
  make_final (journey, "anna");
  choose_in_menu (journey, "Compare with What It Corrects");
  journey_expect (journey, "1 of 6 lines differs");
  journey_expect (journey, LATE);
  journey_press (journey, "alt+Left");
  choose_in_menu (journey, "Whole Trail");
  journey_expect (journey, "number 2");
  journey_expect (journey, "Its documents are what was stored");
  journey_expect (journey, "Number: 1");
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/settlement/life", JourneyRegion, NULL, journey_region_set_up, test_life, journey_region_tear_down);
  return g_test_run ();
}
