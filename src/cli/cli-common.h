/* cli-common.h: what every command of the command line needs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-date.h"
#include "store/ps-store.h"

G_BEGIN_DECLS

/* Exit status: a contract (docs/files-and-cli.md). */
typedef enum
{
  PS_CLI_DONE,
  PS_CLI_REFUSED,                  /* for what the data says; the reasons are on standard error */
  PS_CLI_USAGE,                    /* wrong usage */
  PS_CLI_DATABASE,                 /* the region file cannot be used */
} PsCliStatus;

typedef enum { PS_CLI_TEXT, PS_CLI_JSON, PS_CLI_CSV } PsCliFormat;

typedef struct
{
  const char   *database;          /* NULL: not named */
  GCancellable *cancellable;       /* cancelled by Ctrl+C */
} PsCli;

typedef struct
{
  const char *name;
  const char *arguments;           /* after the options, as help shows them; translated where it is shown, as the next */
  const char *summary;
  gboolean    needs_database;
  PsCliStatus (*run) (PsCli *cli, GStrv *arguments);
  char *(*explain) (void);         /* what help says below the options; NULL: nothing more */
} PsCliCommand;

extern const PsCliCommand ps_cli_init;
extern const PsCliCommand ps_cli_import;
extern const PsCliCommand ps_cli_settle;
extern const PsCliCommand ps_cli_settlements;
extern const PsCliCommand ps_cli_statement;
extern const PsCliCommand ps_cli_recompute;
extern const PsCliCommand ps_cli_propose;
extern const PsCliCommand ps_cli_final;
extern const PsCliCommand ps_cli_withdraw;
extern const PsCliCommand ps_cli_payments;
extern const PsCliCommand ps_cli_dossier;
extern const PsCliCommand ps_cli_bandwidth;
extern const PsCliCommand ps_cli_letters;
extern const PsCliCommand ps_cli_monitor;
extern const PsCliCommand ps_cli_alerts;
extern const PsCliCommand ps_cli_report;
extern const PsCliCommand ps_cli_overview;
extern const PsCliCommand ps_cli_verify;
extern const PsCliCommand ps_cli_export;
extern const PsCliCommand ps_cli_history;
extern const PsCliCommand ps_cli_undo;
extern const PsCliCommand ps_cli_generate;

gboolean    ps_cli_parse           (PsCli *cli, const PsCliCommand *command, const GOptionEntry *entries, GStrv *arguments);
gboolean    ps_cli_parse_format    (const PsCliCommand *command, const char *word, gboolean csv_too, PsCliFormat *format);
gboolean    ps_cli_parse_year      (const PsCliCommand *command, int year);
gboolean    ps_cli_parse_id        (const PsCliCommand *command, const char *word, gint64 *id);   /* a settlement's number */
gboolean    ps_cli_expect_no_more  (const PsCliCommand *command, char *const *rest);
PsCliStatus ps_cli_misused         (const PsCliCommand *command, const char *sentence);
void        ps_cli_complain        (const char *sentence);
PsCliStatus ps_cli_fail            (const GError *error);
PsStore    *ps_cli_open            (PsCli *cli, PsStoreMode mode, PsCliStatus *status);
GOutputStream *ps_cli_output       (void);
PsCliStatus ps_cli_written         (const GError *error);
PsCliStatus ps_cli_print           (const char *text);
PsCliStatus ps_cli_print_data      (const GString *data);
PsCliStatus ps_cli_print_answer    (const char *answer, PsCliFormat format);  /* the whole of it: text for people, or data */
gboolean    ps_cli_make_folder     (const char *path, PsCliStatus *status);   /* with its parents; it may be there already */
char       *ps_cli_moment          (gint64 moment);                           /* microseconds since 1970, for people; 0: "" */
PsDate      ps_cli_today           (void);                                    /* on the calendar of who asks */
/* The year of who names none: the one that the window opens on (ps_store_latest_year()), of a region that has none yet this year. */
gboolean    ps_cli_latest_year     (PsStore *store, int *year, GError **error);
char       *ps_cli_number          (gint64 number);                           /* of a record or settlement: plain digits */

/* Progress on standard error, when that is a terminal; a PsProgressFunc. */
void        ps_cli_progress        (double fraction, const char *what, gpointer user_data);
void        ps_cli_progress_end    (void);

G_END_DECLS
