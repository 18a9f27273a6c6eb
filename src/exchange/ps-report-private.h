/* ps-report-private.h: what the files that make a month's overview share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-report.h"

#include "charts/ps-chart-realised.h"
#include "ps-pdf.h"
#include "ps-sheet.h"

G_BEGIN_DECLS

struct _PsReport
{
  int             year;
  int             month;
  guint           provider;        /* place; PS_NONE: the region */
  PsDate          made_on;
  PsDate          as_of;           /* the last day of the month */
  PsDate          complete;        /* to which the year's declarations are complete, as the file knows now */
  PsYearFigures  *figures;         /* as of that day; its region is everybody's */
  PsRegionYear    sum;             /* of them */
  PsMonitored    *monitored;       /* from January to the month, every topic */
  GPtrArray      *tiles;           /* PsTile: the year at a glance */
  PsSeriesSet    *months;          /* realised and agreed, month by month */
  PsRealisedChart *realised;       /* of a provider with a ceiling; NULL: none */
  PsFigureTable  *month_table;
  PsFigureTable  *bandwidth;       /* of the region by provider, of a provider by scope; without rows: nothing was agreed */
  PsFigureTable  *deviations;      /* of the region; NULL: a provider's */
  char           *places_note;     /* places that do not count yet; NULL: all do */
  GPtrArray      *tables;          /* PsFigureTable, borrowed: of the front, then of every topic */
};

const PsRegion   *ps_report_region     (const PsReport *report);
const PsProvider *ps_report_provider   (const PsReport *report);         /* NULL: the region's */
char             *ps_report_month_text (const PsReport *report);         /* "January 2024" */
char             *ps_report_title      (const PsReport *report);         /* "Month overview January 2024" */
char             *ps_report_subject    (const PsReport *report);         /* whom it is about */

/* What it is about, one after the other; both texts are gone after the call. */
typedef void (*PsReportFact) (const char *label, const char *text, gpointer user_data);
void              ps_report_tell_facts (const PsReport *report, PsReportFact fact, gpointer user_data);

/* ---- tables of the front */

PsFigureTable    *ps_report_month_table     (const PsSeriesSet *months);
PsFigureTable    *ps_report_bandwidth_table (const PsYearFigures *figures, guint provider);
PsFigureTable    *ps_report_deviation_table (const PsYearFigures *figures);
PsRealisedChart  *ps_report_realised_chart  (const PsYearFigures *figures, const PsProviderYear *year);    /* NULL: no ceiling */

/* ---- places that are measured on peildata, before the first one (domain.md §4) */

gint64            ps_report_uncounted_cents (const PsYearFigures *figures, guint provider, const char *scope);   /* scope: NULL: all of its */
char             *ps_report_places_note     (const PsReport *report);       /* NULL: all places count */
gboolean          ps_report_has_cost        (PsTopic topic);

/* ---- what is left out */

gboolean          ps_report_has_anything (const PsTopicFigures *figures);   /* any figure that is not 0 */

/* Which columns and rows of a table have their place on paper: the spreadsheet has all of them. */
typedef struct
{
  const PsFigureTable *table;
  GArray  *columns;                /* guint */
  GArray  *rows;                   /* guint */
  guint    n_rows_left;            /* not on paper */
  guint    ranked_by;              /* the column by which the largest ones were taken */
  gboolean columns_left;           /* for want of room */
} PsReportCut;

PsReportCut      *ps_report_cut_new     (const PsFigureTable *table, const char *const *ids);   /* ids: of columns; NULL: as many as fit */
void              ps_report_cut_free    (PsReportCut *cut);
const PsFigureTable *ps_report_main_table (const PsTopicFigures *figures);   /* NULL: none with a row */

/* ---- paper and sheets */

void              ps_report_pdf_table   (PsPdf *pdf, const PsFigureTable *table, const char *const *ids);
void              ps_report_pdf_front   (PsPdf *pdf, const PsReport *report);
void              ps_report_pdf_topics  (PsPdf *pdf, const PsReport *report);
GPtrArray        *ps_report_sheets      (const PsReport *report);           /* PsSheet */
PsSheet          *ps_report_tile_sheet  (const PsReport *report);
PsSheet          *ps_report_table_sheet (const PsFigureTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsReportCut, ps_report_cut_free)

G_END_DECLS
