/* stored-test.h: settlements stored by other people, as the tests of their pages need them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* Takes the step as `actor` (really somebody else than who runs the test) for the provider; NULL: for all of the year. */
void stored_take  (const char *path, const char *actor, PsLifeStep step, int year, const char *agb, const char *reason);
/* Proposed by one, made final by another, every warning answered. */
void stored_final (const char *path, int year, const char *agb, const char *reason);

/* Of the one that counts. */
gint64 stored_balance (const char *path, int year, const char *agb);

/* Writes a line into the region: what was declared late. */
void stored_declare_late (const char *folder, const char *path, const char *reference, const char *row);

G_END_DECLS
