/* test-interrupt.c: an import that is stopped halfway leaves the region as it was
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-run.h"

#include <glib/gstdio.h>
#include <signal.h>

#define LINES "300000"
#define GROWN (2 * 1024 * 1024)
#define PATIENCE_US (30 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *files;
  char *database;
  char *settled; /* as it was */
} Fixture;

static char *
settle (Fixture *fixture)
{
  return cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--format=json", NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  char *small = cli_folder_new ();

  fixture->folder = cli_folder_new ();
  fixture->files = g_build_filename (fixture->folder, "large", NULL);
  fixture->database = g_build_filename (fixture->folder, "region.peilstok", NULL);
  g_free (cli_expect (0, "generate", "--lines", LINES, "--seed", "2", fixture->files, NULL));
  g_free (cli_expect (0, "--db", fixture->database, "init", NULL));
  cli_write_small_region (small);
  cli_import (fixture->database, small);
  cli_folder_free (small);
  fixture->settled = settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cli_folder_free (fixture->folder);
  g_free (fixture->files);
  g_free (fixture->database);
  g_free (fixture->settled);
}

/* Of the region file with its journals. */
static gint64
size_of (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  gint64 size = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, "region.") && g_stat (path, &status) == 0)
        size += status.st_size;
    }
  return size;
}

static GSubprocess *
start_import (Fixture *fixture)
{
  g_auto (GStrv) paths = cli_csv_files (fixture->files);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "--db");
  g_ptr_array_add (words, fixture->database);
  g_ptr_array_add (words, (gpointer) "import");
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (words, paths[i]);
  g_ptr_array_add (words, NULL);
  return cli_start ((const char *const *) words->pdata);
}

/* Starts an import, and returns it when it is well under way. */
static GSubprocess *
import_halfway (Fixture *fixture)
{
  gint64 size = size_of (fixture);
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;
  GSubprocess *process = start_import (fixture);

  while (size_of (fixture) < size + GROWN)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (2000);
    }
  return process;
}

static void
expect_as_it_was (Fixture *fixture)
{
  g_autofree char *settled = settle (fixture);

  g_assert_cmpstr (settled, ==, fixture->settled);
  g_free (cli_expect (0, "--db", fixture->database, "verify", NULL));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = import_halfway (fixture);

  g_subprocess_send_signal (process, GPOINTER_TO_INT (data));
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  expect_as_it_was (fixture);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = import_halfway (fixture);

  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_false (g_subprocess_get_if_exited (process));
  expect_as_it_was (fixture);
}

/* After it, the same files go in as if nothing had happened. */
static void
test_killed_and_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = import_halfway (fixture);
  g_autofree char *settled = NULL;

  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  cli_import (fixture->database, fixture->files);
  settled = settle (fixture);
  g_assert_cmpstr (settled, !=, fixture->settled);
  g_free (cli_expect (0, "--db", fixture->database, "verify", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/interrupt/interrupted", Fixture, GINT_TO_POINTER (SIGINT), set_up, test_cancelled, tear_down);
  g_test_add ("/cli/interrupt/terminated", Fixture, GINT_TO_POINTER (SIGTERM), set_up, test_cancelled, tear_down);
  g_test_add ("/cli/interrupt/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/cli/interrupt/killed-and-again", Fixture, NULL, set_up, test_killed_and_again, tear_down);
  return g_test_run ();
}
