/* ps-migrate.h: from one version of the region file to the next
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-sql.h"

G_BEGIN_DECLS

/* The version of the schema that this program writes: PRAGMA user_version of the file. */
#define PS_STORE_VERSION 5

/* sql[i] brings version i to version i + 1; version 0 is an empty file. */
typedef struct
{
  const char *const *sql;
  int                n_versions;
} PsMigrations;

PsMigrations *ps_migrations_load (void);
void          ps_migrations_free (PsMigrations *migrations);

gboolean      ps_migrate         (PsStore *store, const PsMigrations *migrations, int version, GError **error);
char         *ps_migrate_backup  (PsStore *store, int version, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsMigrations, ps_migrations_free)

G_END_DECLS
