/* import-check.h: a region file in a temporary folder, and files imported into it, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-import.h"
#include "exchange/ps-settlement-json.h"

G_BEGIN_DECLS

typedef struct
{
  char    *folder;
  PsStore *store;
} Check;

Check          *check_new         (void);
void            check_free        (Check *check);

/* A file in the folder; `length` -1: up to the NUL. Returns its path. */
char           *check_write       (Check *check, const char *name, const char *bytes, gssize length);
char           *check_read        (Check *check, const char *name);          /* NULL: there is none */
guint           check_n_files     (Check *check);                            /* beside the region's own */

/* Imports the files of the folder, named one after the other up to NULL. */
PsImportReport *check_import      (Check *check, gboolean skip, ...) G_GNUC_NULL_TERMINATED;
/* One file in and out again: what it says, "file, line n, …" a line each; "stored" when there is nothing to say. */
void            check_one         (Check *check, const char *bytes, const char *expected);
void            check_stored      (Check *check, const char *bytes, guint64 added, guint64 updated, guint64 unchanged);
char           *check_problems    (const PsImportReport *report);

/* The CSV files of a fixture (tests/fixtures), all in one call. */
void            check_fixture     (Check *check, const char *name);
char           *check_fixture_path (const char *name, const char *file);
void            check_settled     (Check *check, const char *name, const char *file, int year, PsDate through);

gint64          check_count       (Check *check, const char *sql);
char           *check_fingerprint (Check *check);                            /* of every row that an import can write, and of the trail */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, check_free)

G_END_DECLS
