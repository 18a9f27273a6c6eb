/* ps-value-kinds.h: how the entry of each kind of value reads and writes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-typed.h"
#include "ps-value-entry.h"

G_BEGIN_DECLS

PsTyped  _ps_value_read    (PsEntryKind kind, const char *text, gint64 *number, char **why);
char    *_ps_value_write   (PsEntryKind kind, gint64 number);   /* as it is typed: 1.234,50 */
char    *_ps_value_explain (PsEntryKind kind, gint64 number);   /* as it is read: € 1.234,50 */

G_END_DECLS
