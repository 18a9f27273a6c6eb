/* journey-import.c: a new region, files brought in, and a file that is refused
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "journey.h"

/* The window's own file chooser takes a path that is typed. */
static void
choose_file (Journey *journey, const char *path)
{
  const char *typing[] = { "xdotool", "type", "--delay", "15", path, NULL };
  g_autofree char *output = NULL;

  g_usleep (800 * 1000);
  output = journey_run (typing);
  g_usleep (300 * 1000);
  journey_press (journey, "Return");
}

static char *
make_region (const char *folder)
{
  char *region = g_build_filename (folder, "eigen.peilstok", NULL);
  g_autofree char *output = journey_run ((const char *[]){ g_getenv ("PEILSTOK_CLI"), "--db", region, "init", NULL });

  return region;
}

static void
import_file (Journey *journey, const char *path)
{
  journey_press (journey, "ctrl+i");
  choose_file (journey, path);
  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Importeren");
}

/* A file that is right is in the region; one that is wrong says where and why, and changes nothing. */
static void
test_import (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("peilstok-import-XXXXXX", &error);
  g_autofree char *region = make_region (folder);
  g_autofree char *good = g_build_filename (g_getenv ("PEILSTOK_FIXTURES"), "minimal", "gemeenten.csv", NULL);
  g_autofree char *bad = g_build_filename (folder, "aanbieders.csv", NULL);
  Journey *journey;

  g_assert_no_error (error);
  g_file_set_contents (bad, "agb;naam\r\n4141001;Te kort\r\n41410001;Goed\r\n", -1, &error);
  g_assert_no_error (error);
  journey = journey_start ((const char *[]){ region, NULL });
  journey_expect (journey, "Nog niets geïmporteerd");

  import_file (journey, good);
  journey_expect (journey, "2 rijen toegevoegd");
  journey_press (journey, "Escape");

  import_file (journey, bad);
  journey_expect (journey, "Niet geïmporteerd");
  journey_expect (journey, "4141001");
  journey_expect (journey, "voorloopnullen");

  journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "De goede rijen importeren");
  journey_expect (journey, "1 rij is geweigerd");
  journey_press (journey, "Escape");
  journey_finish (journey);
  journey_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  journey_init (&argc, &argv);
  g_test_add_func ("/journeys/import", test_import);
  return g_test_run ();
}
