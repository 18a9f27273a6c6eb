/* ps-topic-view.h: one topic: its tiles, charts and tables, each with copy and export
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-chart-view.h"
#include "gui/ps-table.h"
#include "ps-monitor-data.h"
#include "ps-tiles.h"

G_BEGIN_DECLS

#define PS_TYPE_TOPIC_VIEW (ps_topic_view_get_type ())
G_DECLARE_FINAL_TYPE (PsTopicView, ps_topic_view, PS, TOPIC_VIEW, AdwBin)

GtkWidget *ps_topic_view_new      (PsSession *session);
/* Keeps a share of `shown`; a row about a provider or product opens it. `subject`: whom it is about, on copies and exports; NULL: the region. */
void       ps_topic_view_set      (PsTopicView *self, PsMonitorShown *shown, PsTopic topic, const char *subject);

/* A chart of a PsSeriesSet (copied) in a chart view, and a PsFigureTable as a table: for other pages too. `title`: whether the table's title is
 * its accessible name only or shown above it is the page's business. */
void       ps_topic_view_show_series (PsChartView *view, const PsSeriesSet *set, const char *subject);
PsTable   *ps_topic_table_new        (const PsFigureTable *table);
void       ps_topic_table_fill       (PsTable *widget, const PsFigureTable *table);
/* What a row of such a table is about: the data of its PsTableRow; and its page, FALSE: there is none. `region`: of the figures. */
typedef struct
{
  guint provider;                  /* places; PS_NONE: nothing */
  guint product;
} PsTopicRow;
gboolean   ps_topic_row_open         (GtkWidget *from, PsSession *session, const PsRegion *region, PsTableRow *row);

G_END_DECLS
