/* ps-report-pdf.c: a month's overview on paper
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <glib/gi18n-lib.h>

#include "charts/ps-chart-series.h"
#include "core/ps-format.h"
#include "ps-file-output.h"

/* What a chapter wants of a page that something else ends on: its words, its figures and its chart. */
#define ROOM_FOR_CHAPTER 540

/* ---- tables */

static void
begin_table (PsPdf *pdf, const PsReportCut *cut)
{
  g_autofree PsPdfColumn *columns = g_new0 (PsPdfColumn, cut->columns->len);

  for (guint i = 0; i < cut->columns->len; i++)
    {
      const PsFigureColumn *column = cut->table->columns->pdata[g_array_index (cut->columns, guint, i)];

      columns[i] = (PsPdfColumn){ column->title, i == 0 ? 1 : 0, column->kind == PS_VALUE_TEXT ? PS_PDF_LEFT : PS_PDF_RIGHT };
    }
  ps_pdf_table_begin (pdf, columns, cut->columns->len);
}

/* A total has no words in the columns of figures, and no dashes either: what cannot be added up is left empty. */
static char *
cell_text (const PsFigureTable *table, guint row, guint column)
{
  const PsFigureRow *it = table->rows->pdata[row];

  if (it->is_total && it->texts[column] == NULL && it->numbers[column] == PS_NO_NUMBER)
    return g_strdup ("");
  return ps_figure_table_cell (table, row, column);
}

static void
add_row (PsPdf *pdf, const PsReportCut *cut, guint row)
{
  g_auto (GStrv) cells = g_new0 (char *, cut->columns->len + 1);

  for (guint i = 0; i < cut->columns->len; i++)
    cells[i] = cell_text (cut->table, row, g_array_index (cut->columns, guint, i));
  ps_pdf_table_row (pdf, (const char *const *) cells, ((const PsFigureRow *) cut->table->rows->pdata[row])->is_total);
}

static gboolean
has_total (const PsFigureTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (((const PsFigureRow *) table->rows->pdata[i])->is_total)
      return TRUE;
  return FALSE;
}

/* What the spreadsheet has more than the page. */
static void
say_what_is_left (PsPdf *pdf, const PsReportCut *cut)
{
  g_autofree char *count = ps_format_count (cut->n_rows_left);
  g_autofree char *text = NULL;

  if (cut->n_rows_left > 0 && cut->ranked_by != PS_NONE && has_total (cut->table))
    /* Translators: a column's heading, then how many rows more */
    text =
        g_strdup_printf (ngettext ("The largest by “%s”, and %s more in the spreadsheet. The total is of all.",
                                   "The largest by “%s”, and %s more in the spreadsheet. The total is of all.", cut->n_rows_left),
                         ((const PsFigureColumn *) cut->table->columns->pdata[cut->ranked_by])->title, count);
  else if (cut->n_rows_left > 0 && cut->ranked_by != PS_NONE)
    /* Translators: a column's heading, then how many rows more */
    text = g_strdup_printf (ngettext ("The largest by “%s”, and %s more in the spreadsheet.",
                                      "The largest by “%s”, and %s more in the spreadsheet.", cut->n_rows_left),
                            ((const PsFigureColumn *) cut->table->columns->pdata[cut->ranked_by])->title, count);
  else if (cut->n_rows_left > 0)
    text = g_strdup_printf (ngettext ("And %s more in the spreadsheet.", "And %s more in the spreadsheet.", cut->n_rows_left),
                            count);
  else if (cut->columns_left)
    text = g_strdup (_("More columns are in the spreadsheet."));
  ps_pdf_small (pdf, text);
}

/**
 * ps_report_pdf_table: heading, note and rows; of a long or wide one what fits a page, and where the rest is.
 */
void
ps_report_pdf_table (PsPdf *pdf, const PsFigureTable *table, const char *const *ids)
{
  g_autoptr (PsReportCut) cut = ps_report_cut_new (table, ids);

  ps_pdf_heading (pdf, 3, table->title);
  ps_pdf_small (pdf, table->note);
  say_what_is_left (pdf, cut);
  begin_table (pdf, cut);
  for (guint i = 0; i < cut->rows->len; i++)
    add_row (pdf, cut, g_array_index (cut->rows, guint, i));
  ps_pdf_table_end (pdf);
}

/* ---- topics */

static void
add_tiles (PsPdf *pdf, GPtrArray *tiles, int year)
{
  g_autofree char *this_year = g_strdup_printf ("%d", year), *last_year = g_strdup_printf ("%d", year - 1);
  const PsPdfColumn columns[] = {
    { "", 1, PS_PDF_LEFT }, { this_year, 0, PS_PDF_RIGHT }, { last_year, 0, PS_PDF_RIGHT }, { "", 1, PS_PDF_LEFT }
  };

  if (tiles->len == 0)
    return;
  ps_pdf_table_begin (pdf, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < tiles->len; i++)
    {
      const PsTile *tile = tiles->pdata[i];
      g_autofree char *value = ps_value_format (tile->kind, tile->value), *last = ps_value_format (tile->kind, tile->last);

      ps_pdf_table_row (pdf, (const char *const[]){ tile->label, value, last, tile->note != NULL ? tile->note : "" }, FALSE);
    }
  ps_pdf_table_end (pdf);
}

/* A chart of nothing but zeros says nothing: its table does. */
static gboolean
shows_anything (const PsSeriesSet *set)
{
  for (guint i = 0; i < set->series->len; i++)
    for (guint j = 0; j < set->categories->len; j++)
      {
        gint64 value = ((const PsSeries *) set->series->pdata[i])->values[j];

        if (value != 0 && value != PS_NO_NUMBER)
          return TRUE;
      }
  return FALSE;
}

static void
add_topic (PsPdf *pdf, const PsReport *report, const PsTopicFigures *figures, const char *subject)
{
  const PsFigureTable *table = ps_report_main_table (figures);
  const PsSeriesSet *series = figures->series->len > 0 ? figures->series->pdata[0] : NULL;

  ps_pdf_chapter (pdf, ROOM_FOR_CHAPTER);
  ps_pdf_heading (pdf, 2, ps_topic_title (figures->topic));
  ps_pdf_small (pdf, ps_topic_definition (figures->topic));
  if (ps_report_has_cost (figures->topic))
    ps_pdf_small (pdf, report->places_note);
  add_tiles (pdf, figures->tiles, report->year);
  if (series != NULL && shows_anything (series))
    ps_pdf_picture (pdf, &ps_chart_series_kind, series, subject);
  if (table != NULL)
    ps_report_pdf_table (pdf, table, NULL);
}

/* The topics of which there is nothing, by name. NULL: of each there is something. */
static char *
name_empty_topics (const PsReport *report)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    if (!ps_report_has_anything (ps_monitor_get (report->monitored->monitor, topic)))
      g_ptr_array_add (names, (gpointer) ps_topic_title (topic));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * ps_report_pdf_topics: a chapter per topic, and at the end those of which there is nothing.
 */
void
ps_report_pdf_topics (PsPdf *pdf, const PsReport *report)
{
  const PsProvider *provider = ps_report_provider (report);
  const char *subject = provider != NULL ? provider->name : ps_report_region (report)->name;
  g_autofree char *empty = name_empty_topics (report), *text = NULL;

  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const PsTopicFigures *figures = ps_monitor_get (report->monitored->monitor, topic);

      if (ps_report_has_anything (figures))
        add_topic (pdf, report, figures, subject);
    }
  if (empty == NULL)
    return;
  /* Translators: names of topics */
  text = g_strdup_printf (_("In this period there is nothing of: %s."), empty);
  ps_pdf_room (pdf, 12);
  ps_pdf_text (pdf, text);
}

/* ---- the first pages */

static void
add_fact (const char *label, const char *text, gpointer pdf)
{
  ps_pdf_fact (pdf, label, text);
}

static void
add_months_chart (PsPdf *pdf, const PsReport *report)
{
  const PsProvider *provider = ps_report_provider (report);
  const char *subject = provider != NULL ? provider->name : ps_report_region (report)->name;

  if (report->realised != NULL)
    ps_pdf_picture (pdf, &ps_chart_realised_kind, report->realised, subject);
  else if (provider == NULL && report->sum.n_agreed > 0)
    ps_pdf_picture (pdf, &ps_chart_series_kind, report->months, subject);
}

static void
add_bandwidth (PsPdf *pdf, const PsReport *report)
{
  static const char *const providers[] = { "provider", "ceiling", "realised", "forecast", "share", "state", NULL };
  static const char *const scopes[] = { "scope", "ceiling", "realised", "forecast", "share", "method", "state", NULL };
  g_autofree char *none = NULL;

  if (report->bandwidth->rows->len > 0)
    {
      ps_report_pdf_table (pdf, report->bandwidth, report->provider != PS_NONE ? scopes : providers);
      return;
    }
  none = g_strdup_printf (report->provider != PS_NONE ? _("This provider has no agreement with a ceiling in %d.")
                                                      : _("No provider has an agreement with a ceiling in %d."),
                          report->year);
  ps_pdf_text (pdf, none);
}

/**
 * ps_report_pdf_front: what it is about, the year at a glance, and where everybody stands.
 */
void
ps_report_pdf_front (PsPdf *pdf, const PsReport *report)
{
  static const char *const deviations[] = { "provider", "forecast", "share", "difference", "state", NULL };
  g_autofree char *title = ps_report_title (report);

  ps_pdf_heading (pdf, 1, title);
  ps_report_tell_facts (report, add_fact, pdf);
  ps_pdf_heading (pdf, 2, _("The year at a glance"));
  add_tiles (pdf, report->tiles, report->year);
  ps_pdf_small (pdf, report->places_note);
  add_months_chart (pdf, report);
  if (report->deviations != NULL && report->deviations->rows->len > 0)
    ps_report_pdf_table (pdf, report->deviations, deviations);
  if (report->provider == PS_NONE && report->bandwidth->rows->len > 0)
    ps_pdf_chapter (pdf, ROOM_FOR_CHAPTER);
  add_bandwidth (pdf, report);
}

/* ---- the document */

/* Noon of the day that it was made, so that no time zone makes it another one. */
static gint64
moment_of (PsDate day)
{
  return (gint64) day * 86400 + 43200;
}

static PsPdf *
begin (const PsReport *report)
{
  const PsProvider *provider = ps_report_provider (report);
  const char *region = ps_report_region (report)->name;
  g_autofree char *title = ps_report_title (report);
  g_autofree char *header = g_strdup_printf ("%s · %s", title, provider != NULL ? provider->name : region);
  g_autofree char *as_of = ps_format_date (report->as_of);
  /* Translators: at the foot of each page: the region, and a day */
  g_autofree char *footer = g_strdup_printf (_("%s · as of %s"), region, as_of);
  PsPdfLook look = {
    .title = header, .author = region, .header = header, .footer = footer, .made_at = moment_of (report->made_on)
  };

  return ps_pdf_new (&look);
}

/**
 * ps_report_to_pdf: the same bytes for the same report, language and fonts.
 *
 * Returns: (transfer full): NULL with a GIOErrorEnum when memory was short
 */
GBytes *
ps_report_to_pdf (const PsReport *report, GError **error)
{
  g_autoptr (PsPdf) pdf = begin (report);

  ps_report_pdf_front (pdf, report);
  ps_report_pdf_topics (pdf, report);
  return ps_pdf_finish (pdf, NULL, error);
}

/**
 * ps_report_to_pdf_file: the file is replaced when it is complete.
 *
 * Returns: FALSE with a GIOErrorEnum: a translated sentence
 */
gboolean
ps_report_to_pdf_file (const PsReport *report, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ps_report_to_pdf (report, error);

  return bytes != NULL && ps_file_output_write_bytes (path, bytes, error);
}
