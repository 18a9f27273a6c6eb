/* ps-monitor-capacity.h: what is counted of capacity; private to its topic
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

G_BEGIN_DECLS

typedef struct
{
  PsTally    *days;                /* client-days, by ps_capacity_row() */
  PsMonthDays calendar[PS_N_WHENS];
} PsCapacity;

guint           ps_capacity_row       (const PsRegion *region, guint provider, guint group);
gboolean        ps_capacity_is_within (PsWide realised, PsWide agreed, int off_bp);
PsCapacityClass ps_capacity_class_of  (PsWide realised, PsWide agreed);
gboolean        ps_capacity_finish    (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

/* ---- what is shown of it */

/* A provider × group in which places were agreed or realised. */
typedef struct
{
  guint  provider;
  guint  group;
  gint64 days[PS_N_WHENS];         /* client-days */
  gint64 agreed[PS_N_WHENS];       /* thousandths; 0: none */
} PsHeld;

typedef enum
{
  PS_HELD_REALISED,
  PS_HELD_AGREED,
  PS_HELD_DEVIATION,
  PS_HELD_NUMBER,                  /* of those with agreed places */
  PS_HELD_OF_CLASS                 /* + PsCapacityClass */
} PsHeldFigure;

typedef struct
{
  const PsMonitor *monitor;
  const PsTally   *tally;          /* whether anything is known */
  GArray          *held;           /* PsHeld, by provider and group; those not known in a period are 0 in it */
  gint64          *agreed;         /* by row of the tally and period; only while they are looked up */
  PsWhen           when;
  PsTally         *groups;         /* PsHeldFigure, days for PS_HELD_REALISED, by group and, last, all: of those with agreed places */
  PsTally         *spread;         /* how many, by class of the distribution */
} PsCapacitySheet;

/* Classes of the distribution. */
#define PS_CAPACITY_N_SPREAD 9

/* Whether anything is known of places in the period. */
gboolean ps_capacity_is_known        (const PsCapacitySheet *sheet, PsWhen when);
/* Client-days and agreed places made alike: thousandths of a place × days. */
PsWide   ps_held_realised            (const PsHeld *held, PsWhen when);
PsWide   ps_held_agreed              (const PsCapacitySheet *sheet, const PsHeld *held, PsWhen when);
/* Thousandths of a place, or basis points of a deviation; PS_NO_NUMBER: not known, or nothing agreed. measure: PsHeldFigure. */
gint64   ps_capacity_places          (const PsCapacitySheet *sheet, gint64 days, PsWhen when);
gint64   ps_capacity_figure          (const PsCapacitySheet *sheet, gint64 days, gint64 agreed, int measure, PsWhen when);
gint64   ps_capacity_figure_of_group (gconstpointer sheet, guint row, int measure, PsWhen when);

/* Its class of the distribution. */
guint    ps_capacity_spread_of       (PsWide realised, PsWide agreed);
void     ps_capacity_show_spread     (const PsCapacitySheet *sheet, PsTopicFigures *figures);
void     ps_capacity_show_providers  (PsCapacitySheet *sheet, PsTopicFigures *figures);
void     ps_capacity_show_without    (PsCapacitySheet *sheet, PsTopicFigures *figures);

G_END_DECLS
