/* monitor-builder.h: a topic of the monitor over a test region, and its figures one by one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-monitor.h"
#include "region-builder.h"

G_BEGIN_DECLS

/* Words: the year, then [from=DATE] [through=DATE] [known=DATE] [provider=] [municipality=] [segment=] [group=] [product=]; without a day: all of
 * the year, and known to its end. Every provider is fed, each by a monitor of its own, merged. */
PsMonitor *test_monitor          (TestRegion *given, const char *query, PsTopic topic);
void       test_monitor_provider (TestRegion *given, const char *agb, PsProviderKind kind, gboolean contracted);
/* A cell by the table's id, the words of its first column and the column's id. */
gint64     test_monitor_cell     (const PsMonitor *monitor, PsTopic topic, const char *table, const char *row, const char *column);
gboolean   test_monitor_has_row  (const PsMonitor *monitor, PsTopic topic, const char *table, const char *row);
gint64     test_monitor_tile     (const PsMonitor *monitor, PsTopic topic, const char *id, gboolean last);
/* A value of a chart by its file name, the n-th series and the category. */
gint64     test_monitor_value    (const PsMonitor *monitor, PsTopic topic, const char *chart, guint series, const char *category);
/* Cells, one a line: TABLE ROW COLUMN NUMBER; "_" for a space in the row's words, "-" for what is not known. */
void       test_monitor_cells    (const PsMonitor *monitor, PsTopic topic, const char *expected);
/* That what is in a total row is the sum of the rows before it, and that every value of a chart is in a table, but for the mark in a
 * distribution. */
void       test_monitor_check    (const PsMonitor *monitor, PsTopic topic);

G_END_DECLS
