/* kept-check.h: settlements that are kept, in a region in a temporary folder, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "import-check.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* Takes the step with everybody (agb NULL) or one, as `actor`, with a reason and an answer to every warning; wants it done. */
PsLifeReport *kept_take       (Check *check, PsLifeStep step, const char *actor, int year, const char *agb);
/* Proposed by anna, made final by bram. Returns the id (of one). */
gint64        kept_finish     (Check *check, int year, const char *agb);
PsPaper      *kept_paper      (Check *check, gint64 id);
GPtrArray    *kept_list       (Check *check, int year);

/* Imports a file of this text, which must do. */
void          kept_import     (Check *check, const char *bytes);
/* Two providers in 2024, paid by the hour at € 100; no agreement. 41410001 declared € 1.000 in 0983 and € 500 in 0984, 41410002 € 200 in
 * 0983; nothing was paid. */
void          kept_small      (Check *check);
/* One more line of 41410001: its reference, municipality, and hours (in files' notation). */
void          kept_declare    (Check *check, const char *reference, const char *municipality, const char *hours, const char *amount);

char         *kept_folder     (void);                        /* an empty temporary folder */
void          kept_remove     (char *folder);                /* with all that is in it */
char         *kept_read       (const char *folder, const char *name);
GPtrArray    *kept_names      (const char *folder);          /* of what is in it, sorted */

G_END_DECLS
