/* ps-explain-private.h: what the parts of the explanation share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-explain.h"

G_BEGIN_DECLS

void  ps_explain_say        (GString *text, char *sentence);      /* takes it; NULL: nothing */
char *ps_explain_take       (GString *text);                      /* NULL: nothing was said */
void  ps_explain_say_places (GString *text, const PsDossier *dossier, const PsSource *source);
const PsSettlementLine *ps_explain_find_line (const PsSettlement *settlement, guint group, guint municipality);   /* NULL: not listed */

G_END_DECLS
