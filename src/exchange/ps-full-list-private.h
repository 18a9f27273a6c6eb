/* ps-full-list-private.h: the providers that are full, as both forms of the list write them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bandwidth-files.h"

G_BEGIN_DECLS

/* A scope that reached its ceiling. */
typedef struct
{
  const PsProvider *provider;
  const char       *label;         /* of the scope, translated */
  char             *groups;        /* product groups, with commas between them */
  char             *municipalities;
  PsDate            since;         /* the peildatum at which it was full first, and at every closed one after it */
} PsFullScope;

/* GArray of PsFullScope by the provider's name. NULL with a PsStoreError. */
GArray  *ps_full_list_load      (PsStore *store, const PsBandwidthYear *year, GError **error);

/* ps-full-list-pdf.c; letterhead: lines, NULL: none. */
gboolean ps_full_list_write_pdf (const PsBandwidthYear *year, const GArray *scopes, const char *letterhead, const char *path, GError **error);

G_END_DECLS
