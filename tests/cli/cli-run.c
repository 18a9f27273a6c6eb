/* cli-run.c: runs the command line as a program, and reads back what it says
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-run.h"

#include <unistd.h>

#include <glib/gstdio.h>

static GPtrArray *
command_line (const char *const *arguments)
{
  GPtrArray *words = g_ptr_array_new ();

  g_assert_nonnull (g_getenv ("PEILSTOK_CLI"));
  g_ptr_array_add (words, (gpointer) g_getenv ("PEILSTOK_CLI"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) arguments[i]);
  g_ptr_array_add (words, NULL);
  return words;
}

CliRun *
cli_run_strv (const char *const *arguments)
{
  g_autoptr (GPtrArray) words = command_line (arguments);
  g_autoptr (GError) error = NULL;
  CliRun *run = g_new0 (CliRun, 1);
  g_autoptr (GSubprocess) process = g_subprocess_newv ((const char *const *) words->pdata,
                                                       G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->output, &run->errors, &error);
  g_assert_no_error (error);
  run->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  return run;
}

static GPtrArray *
gather (const char *first, va_list rest)
{
  GPtrArray *words = g_ptr_array_new ();

  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);
  return words;
}

CliRun *
cli_run (const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list rest;

  va_start (rest, first);
  words = gather (first, rest);
  va_end (rest);
  return cli_run_strv ((const char *const *) words->pdata);
}

char *
cli_expect (int status, const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (CliRun) run = NULL;
  va_list rest;

  va_start (rest, first);
  words = gather (first, rest);
  va_end (rest);
  run = cli_run_strv ((const char *const *) words->pdata);
  if (run->status != status)
    g_test_message ("exit status %d; it says: %s", run->status, run->errors);
  g_assert_cmpint (run->status, ==, status);
  return g_steal_pointer (&run->output);
}

void
cli_run_free (CliRun *run)
{
  g_free (run->output);
  g_free (run->errors);
  g_free (run);
}

GSubprocess *
cli_start (const char *const *arguments)
{
  g_autoptr (GPtrArray) words = command_line (arguments);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_newv ((const char *const *) words->pdata,
                                            G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  return process;
}

void
cli_log_in (const char *folder, const char *name)
{
  g_autofree char *person = NULL;
  g_autofree char *path = NULL;

  if (name == NULL)
    {
      g_unsetenv ("LD_PRELOAD");
      return;
    }
  person = g_strdup_printf ("%s:x:%u:%u:%s:/:/bin/sh\n", name, (guint) getuid (), (guint) getgid (), name);
  path = cli_write (folder, "passwd", person);
  g_unsetenv ("USER");
  g_unsetenv ("LOGNAME");
  g_setenv ("NSS_WRAPPER_PASSWD", path, TRUE);
  g_setenv ("NSS_WRAPPER_GROUP", "/etc/group", TRUE);
  g_setenv ("LD_PRELOAD", "libnss_wrapper.so", TRUE);
}

char *
cli_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("peilstok-cli-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
cli_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        cli_folder_free (g_steal_pointer (&path));
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (folder);
  g_free (folder);
}

char *
cli_write (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char **
cli_csv_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (paths->len, >, 0);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

void
cli_import (const char *database, const char *folder)
{
  g_auto (GStrv) paths = cli_csv_files (folder);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (CliRun) run = NULL;

  g_ptr_array_add (words, (gpointer) "--db");
  g_ptr_array_add (words, (gpointer) database);
  g_ptr_array_add (words, (gpointer) "import");
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (words, paths[i]);
  g_ptr_array_add (words, NULL);
  run = cli_run_strv ((const char *const *) words->pdata);
  if (run->status != 0)
    g_test_message ("%s", run->errors);
  g_assert_cmpint (run->status, ==, 0);
}

void
cli_write_small_region (const char *folder)
{
  static const char *const files[][2] = {
    { "gemeenten.csv", "code;naam\n0983;Venlo\n" },
    { "aanbieders.csv", "agb;naam\n41410001;Zorg 漢字 één\n41410002;De Linde\n" },
    { "producten.csv", "code;naam;segment;productgroep;bekostiging;eenheid\n99X01;Hulp;9;XHLP;pxq;uur\n" },
    { "tarieven.csv", "product;geldig_van;tarief\n99X01;01-01-2023;100,00\n" },
    { "regelingen.csv", "regeling;soort;vanaf;betaald_pct\neigen;budget;0;100\neigen;budget;100;0\n" },
    { "prestatieafspraken.csv",
      "agb;jaar;productgroep;gemeente;plafond;uitruil;regeling\n41410001;2024;XHLP;0983;800,00;aanbieder;eigen\n" },
    { "toewijzingen.csv", "toewijzingnummer;client;agb;gemeente;product;ingangsdatum\n1;C1;41410001;0983;99X01;01-01-2024\n"
                          "2;C2;41410002;0983;99X01;01-01-2024\n" },
    { "zorgperioden.csv", "gemeente;toewijzingnummer;startdatum\n0983;1;02-01-2024\n0983;2;02-01-2024\n" },
    { "declaraties.csv", "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag\n"
                         "D1;0983;1;99X01;01-03-2024;31-03-2024;10;100,00;1.000,00\n"
                         "D1;0983;2;99X01;01-03-2024;31-03-2024;2;100,00;200,00\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (cli_write (folder, files[i][0], files[i][1]));
}
