/* ps-dossier-files-private.h: what the files of a dossier's folder share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-dossier-files.h"

G_BEGIN_DECLS

/* The records of everything that the settlement came from, oldest first. NULL with a PsStoreError. */
GString *ps_dossier_trail_csv      (PsStore *store, const PsPaper *paper, GError **error);

/* `again`: the frozen inputs settled by this program; `now`: the frozen one against the region as it is. */
GString *ps_dossier_comparison_csv (const PsComparison *again, const PsComparison *now);

/* What each file is, and how to check them, in the user's language. */
char    *ps_dossier_readme         (const PsPaper *paper);

G_END_DECLS
