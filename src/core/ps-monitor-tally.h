/* ps-monitor-tally.h: the sums of a topic, of this period and last year's, by anything that can be counted through
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Plain numbers in one block, so that what was fed to one thread is added to what was fed to another in no time.
 */
#pragma once

#include "ps-monitor-private.h"

G_BEGIN_DECLS

typedef enum { PS_NOW, PS_LAST, PS_N_WHENS } PsWhen;

typedef struct
{
  guint      n_rows;
  guint      n_measures;
  gint64    *sums;
  PsOverflow overflow;
} PsTally;

PsTally *ps_tally_new   (guint n_rows, guint n_measures);          /* all 0 */
void     ps_tally_free  (PsTally *self);
void     ps_tally_merge (PsTally *self, const PsTally *other);
void     ps_tally_add   (PsTally *self, guint row, guint measure, PsWhen when, gint64 amount);
gint64   ps_tally_get   (const PsTally *self, guint row, guint measure, PsWhen when);
gint64   ps_tally_sum   (PsTally *self, guint measure, PsWhen when);       /* of all rows */
gboolean ps_tally_has   (const PsTally *self, guint row);          /* anything but 0 in either period */
gboolean ps_tally_knows (const PsTally *self, PsWhen when);        /* anything but 0 in that period */
gboolean ps_tally_fits  (const PsTally *self, GError **error);
/* The rows where `measure` is not 0 in both periods, in their order; at most `most` of them, the largest (0: all). GArray of guint. */
GArray  *ps_tally_rows  (const PsTally *self, guint measure, guint most);
/* Says of a chart that has only such rows of how many they are the largest; nothing where it has them all. */
void     ps_tally_note_rows (const PsTally *self, guint measure, const GArray *rows, PsSeriesSet *set);

/* The period that is meant. */
const PsPeriod *ps_monitor_period (const PsMonitor *monitor, PsWhen when);
int      ps_monitor_year        (const PsMonitor *monitor, PsWhen when);
/* Both periods as they are shown: nothing at all in one is "not known", which is not 0. */
gint64   ps_monitor_known       (const PsMonitor *monitor, const PsTally *tally, PsWhen when, gint64 value);

gint64   ps_part_bp             (gint64 part, gint64 whole);       /* basis points; PS_NO_NUMBER: of nothing, or of less */
gint64   ps_mean                (gint64 sum, gint64 n);            /* rounded; PS_NO_NUMBER: of none */

/* Products, and behind them the groups: for what names no product (aspecific assignments, lump sums). */
guint    ps_monitor_n_slots     (const PsRegion *region);
guint    ps_monitor_slot        (const PsRegion *region, guint product, guint group);
guint    ps_monitor_slot_product (const PsRegion *region, guint slot);     /* PS_NONE: a group */
guint    ps_monitor_slot_group  (const PsRegion *region, guint slot);
char    *ps_monitor_slot_label  (const PsRegion *region, guint slot);      /* owned by the caller, as all below */
char    *ps_monitor_provider_label     (const PsRegion *region, guint provider);
char    *ps_monitor_municipality_label (const PsRegion *region, guint municipality);
char    *ps_monitor_segment_label      (const PsRegion *region, guint segment);
char    *ps_monitor_title_of    (const PsMonitor *monitor, PsWhen when, const char *title);    /* "Average 2023" */
char    *ps_monitor_year_label  (const PsMonitor *monitor, PsWhen when);   /* "2023" */

/* A column and, behind it, last year's (id "…-last"); the place of the first. */
guint    ps_monitor_add_pair    (const PsMonitor *monitor, PsFigureTable *table, const char *id, const char *title, PsValueKind kind,
                                 gboolean total);
void     ps_monitor_set_pair    (PsFigureRow *row, guint column, gint64 now, gint64 last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsTally, ps_tally_free)

G_END_DECLS
