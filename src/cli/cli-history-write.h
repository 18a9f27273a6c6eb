/* cli-history-write.h: records of the trail as text, JSON or CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "cli-common.h"
#include "exchange/ps-json-text.h"
#include "store/ps-history.h"

G_BEGIN_DECLS

typedef struct
{
  PsCliFormat format;
  GString    *text;                /* the caller's; may be emptied between two calls */
  PsJsonText  json;
  guint64     n;
} PsCliHistory;

void ps_cli_history_begin (PsCliHistory *history, PsCliFormat format, GString *text);
void ps_cli_history_add   (PsCliHistory *history, const PsHistoryRecord *record, const GPtrArray *rows);   /* PsHistoryRow */
void ps_cli_history_end   (PsCliHistory *history);

G_END_DECLS
