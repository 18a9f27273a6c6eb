/* ps-corridor-title.c: the header of a column of corridors: the bandwidth where all rows have the same, and how a corridor is read
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-corridor-title"

#include "ps-corridor-title.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-number.h"

void
ps_corridor_range_add (PsCorridorRange *range, const PsCorridor *corridor)
{
  if (ps_corridor_position (corridor) == PS_CORRIDOR_UNKNOWN)
    return;
  range->differs =
      range->differs || (range->any && (range->under_bp != corridor->under_bp || range->over_bp != corridor->over_bp));
  range->any = TRUE;
  range->under_bp = corridor->under_bp;
  range->over_bp = corridor->over_bp;
}

/* "95–105 %" */
static char *
text_of (const PsCorridorRange *range)
{
  g_autofree char *from = ps_format_decimal (PS_FULL_BP - range->under_bp, 2, 0);
  g_autofree char *to = ps_format_percent (PS_FULL_BP + range->over_bp);

  return g_strdup_printf ("%s–%s", from, to);
}

static char *
tip_of (const char *more)
{
  const char *tip =
      _("The stroke is the ceiling, the band around it the bandwidth of the agreement. The mark is the forecast: a dot within "
         "the bandwidth, a diamond outside it, an arrow where it is further off than is drawn.");

  return more != NULL ? g_strdup_printf ("%s %s", tip, more) : g_strdup (tip);
}

/**
 * ps_corridor_range_show:
 * @range: of the rows that @table has now
 */
void
ps_corridor_range_show (const PsCorridorRange *range, PsTable *table, guint column, const char *more)
{
  g_autofree char *title = range->any && !range->differs ? text_of (range) : NULL;
  g_autofree char *tip = tip_of (more);

  ps_table_show_title (table, column, title, tip);
}
