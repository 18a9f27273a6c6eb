/* journey-figures.c: from the list of providers to the declaration lines that a figure is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

#include <json-glib/json-glib.h>

#define YEAR 2024
#define PROVIDER "41420105"

typedef struct
{
  char *folder;
  char *region;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  fixture->folder = g_dir_make_tmp ("peilstok-figures-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->region = g_build_filename (fixture->folder, "demo.peilstok", NULL);
  output = journey_run ((const char *[]){ g_getenv ("PEILSTOK_CLI"), "--db", fixture->region, "init", "--demo", NULL });
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  journey_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->region);
}

/* A figure of the provider's settlement as the command line prints it for other programs, in cents. */
static gint64
settled_figure (Fixture *fixture, const char *name)
{
  g_autofree char *output = journey_run ((const char *[]){ g_getenv ("PEILSTOK_CLI"), "--db", fixture->region, "settle", "--year",
                                                           G_STRINGIFY (YEAR), "--provider", PROVIDER, "--format=json", NULL });
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *settlement;

  json_parser_load_from_data (parser, output, -1, &error);
  g_assert_no_error (error);
  settlement = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "settlements"), 0);
  return json_object_get_int_member (json_object_get_object_member (settlement, "totals"), name);
}

static void
expect_figure (Fixture *fixture, Journey *journey, const char *name)
{
  g_autofree char *money = journey_money (settled_figure (fixture, name));

  journey_expect (journey, money);
}

/* What is deducted stands on the screen with a minus. */
static void
expect_deduction (Fixture *fixture, Journey *journey, const char *name)
{
  g_autofree char *money = journey_money (-settled_figure (fixture, name));

  journey_expect (journey, money);
}

/* The window opens at the region's last year. */
static void
go_to_the_year (Journey *journey)
{
  journey_go_to_section (journey, "Aanbieders");
  journey_expect (journey, "Ambulant Team Swalmdal");
  journey_press (journey, "alt+Page_Up");
  journey_expect (journey, G_STRINGIFY (YEAR));
}

static void
test_from_provider_to_lines (Fixture *fixture, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ fixture->region, NULL });

  go_to_the_year (journey);
  journey_type (journey, ATSPI_ROLE_INVALID, "Aanbieders filteren", "swalm");
  journey_expect (journey, "1 van 40 aanbieders");
  expect_figure (fixture, journey, "balance_cents");

  journey_open_row (journey, "Aanbieder: Ambulant Team Swalmdal");
  journey_expect (journey, "AGB " PROVIDER);
  expect_figure (fixture, journey, "net_cents");

  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Afrekening");
  journey_expect (journey, "uit de gegevens zoals ze zijn");
  expect_figure (fixture, journey, "gross_cents");
  expect_deduction (fixture, journey, "norm_deduction_cents");
  expect_figure (fixture, journey, "payable_cents");

  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Alle bronnen");
  journey_expect (journey, "tellen tot op de cent op");
  journey_finish (journey);
}

static void
test_year_of_settlements (Fixture *fixture, gconstpointer data)
{
  Journey *journey = journey_start ((const char *[]){ fixture->region, NULL });

  go_to_the_year (journey);
  journey_go_to_section (journey, "Afrekeningen");
  journey_expect (journey, "Afrekeningen 2024");
  journey_type (journey, ATSPI_ROLE_INVALID, "Afrekeningen filteren", PROVIDER);
  journey_expect (journey, "1 van 40 aanbieders");
  expect_figure (fixture, journey, "balance_cents");
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Cijfers");
  expect_figure (fixture, journey, "payable_cents");
  expect_deduction (fixture, journey, "band_deduction_cents");
  journey_finish (journey);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add ("/journeys/figures/from-provider-to-lines", Fixture, NULL, set_up, test_from_provider_to_lines, tear_down);
  g_test_add ("/journeys/figures/year-of-settlements", Fixture, NULL, set_up, test_year_of_settlements, tear_down);
  return g_test_run ();
}
