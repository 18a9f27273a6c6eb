/* cli-run.h: runs the command line as a program, and reads back what it says
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int   status;                    /* exit status; -1: ended by a signal */
  char *output;                    /* standard output */
  char *errors;                    /* standard error */
} CliRun;

/* The program is the one that PEILSTOK_CLI names. Arguments end with NULL. */
CliRun     *cli_run          (const char *first, ...) G_GNUC_NULL_TERMINATED;
CliRun     *cli_run_strv     (const char *const *arguments);
void        cli_run_free     (CliRun *run);
GSubprocess *cli_start       (const char *const *arguments);    /* runs on; its output is thrown away */

/* Runs, and wants this exit status. Returns standard output. */
char       *cli_expect       (int status, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* From now on the program runs as somebody of this login name, whose number is that of who runs the test (nss_wrapper); NULL: as oneself. */
void        cli_log_in       (const char *folder, const char *name);

char       *cli_folder_new   (void);                            /* an empty temporary folder */
void        cli_folder_free  (char *folder);                    /* with all that is in it */
char       *cli_write        (const char *folder, const char *name, const char *text);    /* returns the path */
char      **cli_csv_files    (const char *folder);              /* the paths of its *.csv */
void        cli_import       (const char *database, const char *folder);                  /* all of them, which must succeed */

/* Files of a region with 2024: one provider with € 1.000 on a ceiling of € 800 and one with € 200 and no agreement. Its codes are
 * not those of generated regions. */
void        cli_write_small_region (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

G_END_DECLS
