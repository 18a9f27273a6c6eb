/* report-check.h: month overviews for tests, and what stands in them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-report.h"

G_BEGIN_DECLS

#define MADE_ON ps_date_from_ymd (2024, 12, 3)

/* Of a month of 2024; wants it made. `agb`: NULL: the region. */
PsReport            *report_make          (PsStore *store, int month, const char *agb);
GBytes              *report_render        (const PsReport *report);                        /* its pages */
char                *report_text          (const PsReport *report);                        /* … as text, laid out */
char                *report_single_blanks (const char *text);                              /* any blanks, also those at which no line is broken, as one */
void                 report_assert_line   (const char *text, const char *words);           /* in one line of the pages */
const PsFigureTable *report_find_table    (const PsReport *report, const char *id);        /* NULL: none */
gint64               report_cell          (const PsFigureTable *table, const char *label, const char *column);

/* The book as another program reads it (read-sheet.py). */
char                *report_read_book     (const char *path);
char                *report_read_sheets   (const PsReport *report, const char *folder);    /* written there as report.xlsx */

/* The demo region, for g_test_add (). */
typedef struct
{
  char    *folder;
  PsStore *store;
} ReportDemo;

void                 report_demo_set_up    (ReportDemo *demo, gconstpointer data);
void                 report_demo_tear_down (ReportDemo *demo, gconstpointer data);
char                *report_in_folder      (const ReportDemo *demo, const char *name);

G_END_DECLS
