/* ps-value-kinds.c: how the entry of each kind of value reads and writes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-value-entry"

#include "ps-value-kinds.h"

#include "core/ps-format.h"

/* In the order of PsEntryKind; a text is not read. */
static const struct
{
  PsTyped (*read) (const char *text, gint64 *number, char **why);
  char *(*write) (gint64 number);
  char *(*explain) (gint64 number);
} kinds[] = {
  [PS_ENTRY_MONEY] = { ps_typed_money, ps_typed_write_money, ps_format_money },
  [PS_ENTRY_TARIFF] = { ps_typed_tariff, ps_typed_write_tariff, ps_format_tariff },
  [PS_ENTRY_PERCENT] = { ps_typed_percent, ps_typed_write_percent, ps_format_percent },
  [PS_ENTRY_COUNT] = { ps_typed_count, ps_typed_write_count, ps_format_count },
  [PS_ENTRY_VOLUME] = { ps_typed_volume, ps_typed_write_volume, ps_format_volume },
};

PsTyped
_ps_value_read (PsEntryKind kind, const char *text, gint64 *number, char **why)
{
  return kinds[kind].read (text, number, why);
}

char *
_ps_value_write (PsEntryKind kind, gint64 number)
{
  return number == PS_NO_NUMBER ? g_strdup ("") : kinds[kind].write (number);
}

char *
_ps_value_explain (PsEntryKind kind, gint64 number)
{
  return kinds[kind].explain (number);
}
