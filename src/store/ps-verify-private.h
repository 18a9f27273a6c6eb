/* ps-verify-private.h: what the checks of a region file share
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-verify.c leads, and checks what is in the database as such; ps-verify-rows.c holds rows against the trail, ps-verify-schema.c the schema
 * against what this program makes, ps-verify-settlements.c settlements against their documents, ps-verify-life.c against their records,
 * ps-verify-letters.c letters against their pages and their course, ps-verify-measurements.c measurements against imports and closings,
 * ps-verify-figures.c kept figures against what they come to.
 */
#pragma once

#include "ps-settlements-private.h"
#include "ps-verify-rows.h"

G_BEGIN_DECLS

/* Where a check found something, and what: untranslated. */
typedef PsRowFindingFunc PsFindingFunc;

typedef struct
{
  PsStore       *store;
  PsRows        *rows;
  PsFindingFunc  found;
  gpointer       user_data;
  GCancellable  *cancellable;
  const char   **check;          /* the check that is made: what findings are filed under */
} PsChecking;

void     ps_checking_found       (PsChecking *checking, const char *where, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Calls `check` with each id that `sql` gives; ends where it fails (not: finds something) or the checking is cancelled. */
typedef gboolean (*PsCheckFunc)  (PsChecking *checking, gint64 id, GError **error);
gboolean ps_checking_each        (PsChecking *checking, const char *sql, PsCheckFunc check, GError **error);
/* Each row that `sql` gives is a finding: its first column is where. */
gboolean ps_checking_rule        (PsChecking *checking, const char *sql, const char *what, GError **error);

gboolean ps_verify_schema        (PsChecking *checking, GError **error);
gboolean ps_verify_settlements   (PsChecking *checking, GError **error);
gboolean ps_verify_life          (PsChecking *checking, GError **error);
gboolean ps_verify_letters       (PsChecking *checking, GError **error);
gboolean ps_verify_measurements  (PsChecking *checking, GError **error);
gboolean ps_verify_figures       (PsChecking *checking, GError **error);

G_END_DECLS
